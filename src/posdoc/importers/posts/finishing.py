"""What is done to drafts once a whole file has been read: titles without the name of their unit, sums, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from posdoc.foreign import kinds
from posdoc.importers.posts.cutting import GARBLED, may_be_garbled
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.faults import report_garbled
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.sums import report_sums
from posdoc.importers.posts.titles import Titles, without_unit


def finish(drafts: Sequence[Draft], unit: Draft) -> None:
    """Make the drafts of a file whole, and that of its unit."""
    shorter = Counter(_shorter(title) for title in {draft.title for draft in drafts})
    for draft in drafts:
        if draft.title_is_certain:
            _correct_headings(draft)
        elif not draft.unit and shorter[_shorter(draft.title)] == 1:
            _part_from_unit(draft)
        report_sums(draft)
    _report_garble([*drafts, unit])
    for draft in (*drafts, unit):
        draft.findings.sort(key=lambda finding: finding.span.line)


def _report_garble(drafts: Sequence[Draft]) -> None:
    """Report garbled characters in lines in which none have been reported."""
    if not may_be_garbled("\n".join([line.text for draft in drafts for line in draft.lines])):
        return
    reported = {one.span.line for draft in drafts for one in draft.findings if one.kind is kinds.GARBLED_TEXT}
    for owner in drafts:
        for line in owner.lines:
            if not GARBLED.search(line.text) or line.place.number in reported:
                continue
            for match in GARBLED.finditer(line.text):
                report_garbled(owner, Bit(line, *match.span()))
            reported.add(line.place.number)


def with_content(drafts: Sequence[Draft], unit: Draft) -> list[Draft]:
    """The drafts without those that hold nothing, or nothing but a title that another has: the name of a page.

    What else these say is about the unit, or counts as unread.
    """
    filled = {id(draft) for draft in drafts if draft.data.keys() - {"title"}}
    titles = Titles(draft.title for draft in drafts if id(draft) in filled and draft.title)
    kept = [draft for draft in drafts if id(draft) in filled or (draft.data and not titles.has_same(draft.title))]
    names = {"".join(draft.title.split()) for draft in kept}
    known = {id(draft) for draft in kept}
    for draft in drafts:
        if id(draft) not in known:
            unit.unit = unit.unit or draft.unit
            draft.give_up(
                [one for one in draft.traces if one.text != unit.unit and "".join(one.text.split()) not in names]
            )
    return kept


def _shorter(title: str) -> str:
    """A title without its unit, to see whether two posts would then be called the same."""
    found = without_unit(title)
    return title[slice(*found.title)] if found else title


def _headings(draft: Draft) -> list[Bit]:
    return [trace.bit for trace in draft.traces if trace.path == "title" and trace.bit is not None]


def _part_from_unit(draft: Draft) -> None:
    """Take the unit out of a title, which is a guess."""
    found = without_unit(draft.title)
    bits = _headings(draft)
    if found is None or not bits or bits[0].text != draft.title:
        return
    draft.give_up([trace for trace in draft.traces if trace.path == "title"])
    title, unit = bits[0].part(*found.title), bits[0].part(*found.unit)
    draft.data["title"] = title.text
    draft.trace("title", [title], Confidence.GUESSED)
    _name_unit(draft, unit)


def _name_unit(draft: Draft, unit: Bit) -> None:
    if not draft.unit:
        draft.unit = unit.text
        draft.trace("unit", [unit], Confidence.GUESSED)
    elif draft.unit == unit.text:
        unit.label()


def _correct_headings(draft: Draft) -> None:
    """Count as understood of the heading over a form only what the form says, too."""
    title = "".join(draft.title.split())
    wrong = [one for one in draft.traces if one.path == "title" and "".join(one.text.split()) != title]
    draft.give_up(wrong)
    for bit in (trace.bit for trace in wrong):
        found = without_unit(bit.text) if bit is not None else None
        if bit is None:
            continue
        if bit.text.endswith(draft.title):
            bit.part(len(bit.text) - len(draft.title)).label()
        if found:
            _name_unit(draft, bit.part(*found.unit))
