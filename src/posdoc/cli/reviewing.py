"""What ``posdoc review`` says and writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from posdoc.build.asked import POSITION, check_id
from posdoc.build.files import write_atomically, write_edited
from posdoc.check import Checked
from posdoc.cli.language import say
from posdoc.diagnostics import Diagnostic, Severity
from posdoc.model import DocumentStatus, Organization, Passage, Position, PositionStatus, Reviews
from posdoc.phrases import Phrase
from posdoc.reviews.stamping import Signature, approve, confirm_rest, review, tidied
from posdoc.reviews.standing import Standing, changed_since_approval, made_when, standings, told
from posdoc.reviews.translations import outdated
from posdoc.reviews.writing import reviews_text
from posdoc.rules import changed_since_approval as approval_rule
from posdoc.rules import outdated_translation, suspect_review
from posdoc.rules._texts import shown
from posdoc.workspace_files import REVIEWS_FILE

SETTLED = frozenset({suspect_review.KIND, outdated_translation.KIND, approval_rule.KIND})
"""What a review or an approval is there to settle, so that it does not stand in its way."""
WIDEST = 96
"""Where a row of ids begins a new line."""


def positions_asked(organization: Organization, ids: Sequence[str], *, is_all: bool) -> list[Position]:
    """The positions of ids, each once, or all that are not abolished. Raises UsageError for an id that there is not."""
    for identity in ids:
        check_id(identity, organization.by_id, POSITION, meant=_titled(organization, identity))
    if not is_all:
        return [organization.by_id[identity] for identity in dict.fromkeys(ids)]
    return [position for position in organization.positions if position.status is not PositionStatus.ABOLISHED]


def _titled(organization: Organization, name: str) -> str:
    """The id of the position that has a name for its title, or has had it for its id."""
    for position in organization.positions:
        titles = (text for title in (position.title, *position.aliases) if title for text in title.languages.values())
        if name in titles or name in position.former_ids:
            return position.id
    return ""


def errors_of(checked: Checked, position: Position) -> list[Diagnostic]:
    """What is wrong in the file of a position, except what a review settles."""
    return [
        finding
        for finding in checked.at_least(Severity.ERROR)
        if finding.span.path == position.path and finding.kind not in SETTLED
    ]


def confirm(checked: Checked, positions: Iterable[Position], signature: Signature, *, with_rest: bool) -> Reviews:
    """The stamps with a review of the positions; ``with_rest`` with the translations of units and settings as well."""
    reviews = review(checked.organization, positions, signature)
    return confirm_rest(reviews, checked.organization) if with_rest else reviews


def approve_all(checked: Checked, reviews: Reviews, positions: Iterable[Position]) -> tuple[Reviews, list[Position]]:
    """The stamps with what the positions say now as approved, and the positions that are not approved."""
    without = []
    for position in positions:
        document = position.document
        if document is None or document.status is not DocumentStatus.APPROVED or not document.version:
            without.append(position)
        else:
            reviews = approve(reviews, checked.organization, position, document.version)
    return reviews, without


def write(checked: Checked, reviews: Reviews) -> None:
    """Write the stamps. What is kept of things that are no more goes, if all definitions could be read."""
    if not any(finding.severity is Severity.ERROR and finding.code < "POS200" for finding in checked.findings):
        reviews = tidied(reviews, checked.organization)
    path, source = checked.root / REVIEWS_FILE, checked.sources.get(REVIEWS_FILE)
    text = reviews_text(reviews, source.text if source is not None else "")
    if source is None:
        write_atomically(path, text.encode("utf-8"))
    else:
        write_edited(path, text, has_bom=source.has_bom)


# --- the list -------------------------------------------------------------------------------------------------------


def listed(organization: Organization) -> str:
    """What has to be read again and why, what was never reviewed, and how much is in order."""
    all_of_them = list(standings(organization).values())
    suspect = [one for one in all_of_them if one.is_suspect]
    never = [one.position.id for one in all_of_them if one.stamp is None]
    texts = outdated(organization)
    lines = [
        *_part(Phrase("要再看的岗位", "To be read again"), len(suspect), _suspects(suspect)),
        *_part(Phrase("原文改过的译文", "Translations whose source has changed"), len(texts), _translations(texts)),
        *_approvals(organization),
        *_part(Phrase("从未复审的岗位", "Never reviewed"), len(never), _in_rows(never)),
    ]
    current = len(all_of_them) - len(suspect) - len(never)
    lines.append(say(f"复审有效的岗位：{current}", f"Reviewed and unchanged since: {current}"))
    if suspect or texts or never:
        lines.append(say("看过以后确认：posdoc review 岗位标识", "Once read, confirm with: posdoc review ID"))
    return "".join(f"{line}\n" for line in lines)


def is_anything_suspect(organization: Organization) -> bool:
    """Whether anything has to be read again."""
    suspect = any(standing.is_suspect for standing in standings(organization).values())
    return suspect or bool(outdated(organization)) or bool(changed_since_approval(organization))


def _part(title: Phrase, count: int, lines: Iterable[str]) -> Iterator[str]:
    if count:
        yield say(f"{title.zh}：{count}", f"{title.en}: {count}")
        yield from (f"  {line}" for line in lines)


def _suspects(standings_: Iterable[Standing]) -> Iterator[str]:
    for standing in standings_:
        assert standing.stamp is not None
        when, what = made_when(standing.stamp), told(standing.changes)
        yield standing.position.id
        yield say(
            f"  {when.zh}复审以后有变动：{what.zh}",
            f"  changed since the review{when.en}: {what.en}",
        )


def _translations(passages: Iterable[Passage]) -> Iterator[str]:
    for passage in passages:
        place = passage.span()
        yield f"{place.path}:{place.line}:{place.column} {passage.language}: {shown(passage.text)}"


def _approvals(organization: Organization) -> Iterator[str]:
    found = [
        say(f"{position.id}（{approval.version} 版）", f"{position.id} (version {approval.version})")
        for position, approval in changed_since_approval(organization)
    ]
    yield from _part(Phrase("批准以后改过、没有升版", "Changed since approval, version unchanged"), len(found), found)


def _in_rows(names: Iterable[str]) -> Iterator[str]:
    row = ""
    for name in names:
        if row and len(row) + len(name) > WIDEST:
            yield row
            row = ""
        row += f", {name}" if row else name
    if row:
        yield row
