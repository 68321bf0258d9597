"""The reports that a form states are not those that follow from the reporting lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import DeclaredReports, Organization, Position, Ref
from posdoc.phrases import Phrase
from posdoc.rules._below import Below, Tally
from posdoc.rules._lines import anyone, is_abolished, superior_is_unclear

KIND = Kind("POS213", "declared-reports-differ")
WHAT = Phrase(
    "写明的直接、间接下级（岗位、岗位数、人数）与汇报关系得出的不一致。已撤销的岗位不计；拟设的和共管的可计可不计；"
    "有岗位人数不明时不核对人数。",
    "Direct or indirect reports as stated (positions, their number, people) differ from those that follow from the "
    "reporting lines. Abolished positions do not count, planned and co-managed ones may or may not; where a head count "
    "is not known, people are not compared.",
)
WHY = Phrase(
    "“直接督导几个岗位、几人”常是多年前填的，下级增减后没有改。不写则由汇报关系得出，不会过时。",
    "'Supervises so many posts and people' was often filled in years ago and not changed since. Left out, it is derived "
    "and never out of date.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/supervisor.yaml
title: 售后主管
reports_to: manager
headcount: 2
## positions/service/engineer.yaml
title: 工程师
reports_to: supervisor
headcount: 8-10
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD + "direct_reports: {positions: [supervisor], posts: 1, people: 2}\nindirect_reports: {posts: 1, people: 9}\n",
)
FAILING = (
    _HEAD + "direct_reports: {posts: «2»}\n",
    _HEAD + "direct_reports: {people: «3»}\n",
    _HEAD + "indirect_reports: {people: «11-12»}\n",
    _HEAD + "direct_reports: {positions: [supervisor, «engineer»]}\n",
    _HEAD + "indirect_reports: {positions: [engineer, «manager»]}\n",
    _HEAD + "indirect_reports: {positions: [«supervisor», engineer]}\n",
    _HEAD + "direct_reports: {positions: [supervisor, «supervisor»]}\n",
    _HEAD + "direct_reports: {«positions»: [supervisor]}\n"
    "## positions/service/clerk.yaml\ntitle: 内勤\nreports_to: manager\n",
)
_SHOWN = 5


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each statement of reports that the reporting lines contradict."""
    stating = [p for p in organization.positions if p.direct_reports or p.indirect_reports]
    if not stating or any(superior_is_unclear(organization, position) for position in organization.positions):
        return  # as long as one superior is unclear nobody can say who is below whom
    below = Below(organization)
    for position in stating:
        if not below.lines.has_place(position.id):
            continue
        if position.direct_reports:
            names = below.direct(position)
            yield from _positions(organization, position, position.direct_reports, names, below)
            yield from _counts(position.direct_reports, below.tally_direct(position), _DIRECT)
        if position.indirect_reports:
            yield from _positions(organization, position, position.indirect_reports, below.indirect(position), below)
            yield from _counts(position.indirect_reports, below.tally_indirect(position), _INDIRECT)


_DIRECT, _INDIRECT = Phrase("直接下级", "direct reports"), Phrase("间接下级", "indirect reports")


def _positions(
    organization: Organization, position: Position, stated: DeclaredReports, actual: Iterable[str], below: Below
) -> Iterator[Diagnostic]:
    """Each listed position that is no such report, and once those that are and are not listed."""
    if not stated.positions:
        return
    is_direct = stated is position.direct_reports
    seen: set[str] = set()
    for target in stated.positions:
        if target in seen:
            yield _twice(target)
        elif anyone(organization, target) is not None and not is_abolished(organization, target):
            yield from _listed(organization, position, target, below, is_direct=is_direct)
        seen.add(target)
    current = (name for name in actual if name not in seen and (p := organization.by_id.get(name)) and p.is_current)
    missing = list(islice(current, _SHOWN + 1))
    if missing:
        yield _not_listed(organization, stated, missing, _DIRECT if is_direct else _INDIRECT)


def _listed(
    organization: Organization, position: Position, target: Ref, below: Below, *, is_direct: bool
) -> Iterator[Diagnostic]:
    found = anyone(organization, target)
    superior = found.reports_to if found else None
    if not below.is_below(target, position):
        yield _elsewhere(organization, target, superior, Phrase("不是本岗位的下级", "is no report of this position"))
    elif is_direct and superior != position.id and target not in below.co_managed(position):
        yield _elsewhere(organization, target, superior, Phrase("不是直接下级", "is no direct report"))
    elif not is_direct and superior == position.id:
        yield _no_report(
            target,
            Phrase(f"“{target}”是直接下级，不是间接下级", f"'{target}' is a direct report, not an indirect one"),
        )


def _elsewhere(organization: Organization, target: Ref, superior: str | None, what: Phrase) -> Diagnostic:
    found = anyone(organization, target)
    if superior is None or found is None:
        return _no_report(target, Phrase(f"“{target}”{what.zh}", f"'{target}' {what.en}"))
    message = Phrase(
        f"“{target}”{what.zh}，它的上级是 {superior}", f"'{target}' {what.en} as it reports to '{superior}'"
    )
    return _no_report(target, message, (Related(found.at("reports_to"), Phrase("它的上级在此", "its superior")),))


def _twice(target: Ref) -> Diagnostic:
    message = Phrase(f"“{target}”写了两次", f"'{target}' is listed twice")
    return Diagnostic(KIND, target.span, message, Phrase("删去一处", "take one of them out"))


def _no_report(target: Ref, message: Phrase, related: tuple[Related, ...] = ()) -> Diagnostic:
    hint = Phrase("从此处删去，或改正它的 reports_to", "take it out here, or correct its reports_to")
    return Diagnostic(KIND, target.span, message, hint, related)


def _not_listed(organization: Organization, stated: DeclaredReports, missing: list[str], what: Phrase) -> Diagnostic:
    shown, more = missing[:_SHOWN], len(missing) > _SHOWN
    names_zh = "、".join(shown) + (" 等" if more else "")
    names_en = ", ".join(f"'{name}'" for name in shown) + (" …" if more else "")
    return Diagnostic(
        KIND,
        stated.key_at("positions"),
        Phrase(f"没有列出{what.zh}：{names_zh}", f"these {what.en} are not listed: {names_en}"),
        Phrase("补上，或删去 positions，由汇报关系得出", "add them, or leave positions out and have them derived"),
        tuple(
            Related(
                organization.by_id[name].at("reports_to"), Phrase(f"{name} 的上级在此", f"the superior of '{name}'")
            )
            for name in shown
        ),
    )


def _counts(stated: DeclaredReports, actual: Tally, what: Phrase) -> Iterator[Diagnostic]:
    if stated.posts is not None and not actual.posts <= stated.posts <= actual.posts_at_most:
        yield _count(
            stated, "posts", str(stated.posts), _range(actual.posts, actual.posts_at_most),
            Phrase(f"{what.zh}岗位数", f"the number of {what.en}"),
        )  # fmt: skip
    people = stated.people
    if people is None or people.low is None or actual.unknown:
        return
    high = people.low if people.high is None else people.high
    if high < actual.people or people.low > actual.people_at_most:
        yield _count(
            stated, "people", str(people), _range(actual.people, actual.people_at_most),
            Phrase(f"{what.zh}人数", f"the number of people who are {what.en}"),
        )  # fmt: skip


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}-{high}"


def _count(stated: DeclaredReports, field: str, written: str, actual: str, what: Phrase) -> Diagnostic:
    return Diagnostic(
        KIND,
        stated.at(field),
        Phrase(
            f"{what.zh}写的是“{written}”，按汇报关系为 {actual}",
            f"{what.en} is given as '{written}'; by the reporting lines it is {actual}",
        ),
        Phrase(
            f"改为 {actual}，或删去 {field}，由汇报关系得出",
            f"make it {actual}, or leave {field} out and have it derived",
        ),
    )
