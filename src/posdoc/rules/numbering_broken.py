"""Written numbers of duties, chapters, articles or indicators do not count on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Article, Chapter, Duty, Kpi, KpiSet, Organization, Regulation
from posdoc.phrases import Phrase
from posdoc.rules._duties import positions_with_duties
from posdoc.rules._numbers import Number, as_outline, first_between, follows, is_first, number_of

KIND = Kind("POS317", "numbering-broken", Severity.WARNING)
WHAT = Phrase(
    "写出的序号（职责、制度的章和条、考核指标）重复、缺号、顺序颠倒，或两种写法混用。没有写序号的自动编号，不检查；"
    "指标编号只在它是流水号时检查，代码（如 C-01、6.1.1）不检查。",
    "Written numbers (of duties, of the chapters and articles of regulations, of indicators) are repeated, left out, out "
    "of order, or written in two ways. What has no written number is counted and not looked at; the numbers of "
    "indicators are looked at only where they simply count, not where they are codes such as C-01 or 6.1.1.",
)
WHY = Phrase(
    "别的文件会引用“第七条”“职责 5”；号码重复或缺失时，不知道引用的是哪一条，缺号还可能是复制时丢了内容。",
    "Other documents refer to Article 7 or duty 5. With a number repeated or left out nobody knows which one is meant, and "
    "a gap may mean that something was lost in copying.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
"""
_MANAGER = _HEAD + "## positions/service/manager.yaml\ntitle: 售后经理\n"
_RULES = _HEAD + "regulations:\n  - title: 售后人员管理制度\n    chapters:\n"
PASSING = (
    _MANAGER + 'duties: [{number: "1.1", text: 受理}, {number: "1.2", text: 派工}, {number: "2.1", text: 带教}]\n',
    _MANAGER + "duties: [{number: 1, text: 受理}, {text: 派工}, {number: 3, text: 带教}]\n",
    _RULES
    + "      - {title: 总则, number: 第一章, articles: [{number: 第一条, text: 守时}, {number: 第二条, text: 守信}]}\n"
    + "      - {title: 附则, number: 第二章, articles: [{number: 第三条, text: 本制度即日施行}]}\n",
    _MANAGER + "kpi_sets: [{kpis: [{number: C-03, name: 满意度}, {number: A-01, name: 及时率}]}]\n",
)
FAILING = (
    _MANAGER + "duties: [{number: 1, text: 受理}, {number: 2, text: 派工}, {number: «2», text: 回访}]\n",
    _MANAGER + "duties: [{number: 1, text: 受理}, {number: 2, text: 派工}, {number: «4», text: 回访}]\n",
    _MANAGER + "duties: [{number: 1, text: 受理}, {number: 3, text: 派工}, {number: «2», text: 回访}]\n",
    _MANAGER + "duties: [{number: 1., text: 受理}, {number: 2., text: 派工}, {number: «3、», text: 回访}]\n",
    _MANAGER + "duties: [{number: «3», text: 受理}, {number: 4, text: 派工}]\n",
    _RULES
    + "      - {title: 总则, articles: [{number: 第一条, text: 守时}, {number: 第二条, text: 守信}]}\n"
    + "      - {title: 附则, articles: [{number: «第二条», text: 本制度即日施行}]}\n",
)
HINT = Phrase(
    "改正序号，并核对是否漏了内容；全部不写 number 则自动编号",
    "correct the number and see whether something was lost; without any numbers they are counted",
)

Numbered = Duty | Chapter | Article | Kpi


class Entry(NamedTuple):
    """Something with a number that was read."""

    holder: Numbered
    written: str
    number: Number
    unwritten: int
    """How many without a number stand between it and the one before."""


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each place where written numbers do not count on."""
    for position in positions_with_duties(organization):
        yield from _of_duties(position.duties)
    seen: set[int] = set()
    for position in organization.positions:
        if position.kpi_sets and position.is_current and id(position.kpi_sets) not in seen:
            seen.add(id(position.kpi_sets))
            yield from _of_kpi_sets(position.kpi_sets)
    for unit in organization.units:
        for regulation in unit.regulations:
            yield from _of_regulation(regulation)


def _of_duties(duties: Sequence[Duty]) -> Iterator[Diagnostic]:
    """Numbers go on through all categories, or begin anew in each."""
    if any(duty.number for duty in duties):
        groups = [tuple(group) for _, group in groupby(duties, key=lambda duty: duty.category)]
        yield from _of_groups(groups)


def _of_regulation(regulation: Regulation) -> Iterator[Diagnostic]:
    """Chapters count on; articles go on through all chapters, or begin anew in each."""
    yield from _of_list(regulation.chapters)
    yield from _of_groups([chapter.articles for chapter in regulation.chapters])


def _of_kpi_sets(kpi_sets: Sequence[KpiSet]) -> Iterator[Diagnostic]:
    """Sheets whose numbers simply count, from 1 or from where the sheet before ended."""
    last = 0
    for kpi_set in kpi_sets:
        entries = _entries(kpi_set.kpis)
        if entries and all(len(entry.number.parts) == 1 for entry in entries):
            first = entries[0].number.parts[0]
            if first in {1, last + 1}:
                yield from _judged(entries, begins=first)
                last = max(entry.number.parts[0] for entry in entries)


def _of_groups(groups: Sequence[Sequence[Numbered]]) -> Iterator[Diagnostic]:
    """Groups that are numbered through, or each anew where most later ones begin with 1."""
    later = [entries for group in groups[1:] if (entries := _entries(group))]
    anew = [entries for entries in later if is_first(entries[0].number.parts)]
    if 2 * len(anew) > len(later):
        for group in groups:
            yield from _of_list(group)
    else:
        yield from _of_list([member for group in groups for member in group])


def _of_list(members: Iterable[Numbered]) -> Iterator[Diagnostic]:
    entries = _entries(members)
    if entries:
        yield from _judged(entries, begins=1)


def _entries(members: Iterable[Numbered]) -> list[Entry]:
    """The numbers that are written; none where one of them is a code."""
    entries: list[Entry] = []
    unwritten = 0
    for member in members:
        if member.number is None:
            unwritten += 1
            continue
        number = number_of(member.number)
        if number is None:
            return []
        entries.append(Entry(member, member.number, number, unwritten))
        unwritten = 0
    return entries


def _judged(entries: Sequence[Entry], begins: int) -> Iterator[Diagnostic]:
    """What is wrong with numbers that are to count on; the first of two styles that are mixed."""
    numbers = [entry.number for entry in entries]
    outline = as_outline(numbers)
    mixed = _mixed(entries, is_outline=outline is not None)
    if mixed is not None:
        yield mixed
    yield from _broken(entries, [number.parts for number in outline or numbers], begins)


def _mixed(entries: Sequence[Entry], *, is_outline: bool) -> Diagnostic | None:
    """The first number that is not written like those of its level before it."""
    first_of: dict[object, Entry] = {}
    for entry in entries:
        level = entry.number.form if is_outline and len(entry.number.parts) == 1 else len(entry.number.parts)
        first = first_of.setdefault(level, entry)
        if first.number.style != entry.number.style:
            return _finding(
                entry,
                Phrase(
                    f"序号“{entry.written}”与“{first.written}”的写法不一致",
                    f"number '{entry.written}' is not written like '{first.written}'",
                ),
                first,
            )
    return None


def _broken(entries: Sequence[Entry], parts: Sequence[tuple[int, ...]], begins: int) -> Iterator[Diagnostic]:
    """Repeated numbers, the first that goes back, and gaps that no other number fills.

    After a repeated 1 the numbers begin anew; another repeated number may have been meant as the next one.
    """
    everywhere = set(parts)
    seen: dict[tuple[int, ...], Entry] = {}
    before, last = _start(parts[0], begins), None
    went_back = was_repeated = False
    for entry, current in zip(entries, parts, strict=True):
        if current in seen:
            yield _repeated(entry, seen[current])
            if is_first(current):
                seen = {}
        elif last is not None and current < before:
            if not went_back:
                yield _out_of_order(entry, last)
            went_back = True
        elif not follows(before, current, entry.unwritten + was_repeated) and not _comes_later(
            before, current, everywhere
        ):
            yield _gap(entry, last)
        was_repeated = current in seen
        seen[current] = entry
        before, last = current, entry


def _start(first: tuple[int, ...], begins: int) -> tuple[int, ...]:
    """What stands before the first number: 0 before 1, and 0 before 0 as well."""
    return (min(first[0], begins) - 1,)


def _comes_later(before: tuple[int, ...], current: tuple[int, ...], everywhere: set[tuple[int, ...]]) -> bool:
    """Whether the number that ought to stand between the two is there after all, only not here."""
    wanted = first_between(before, current)
    return any(number[: len(wanted)] == wanted for number in everywhere)


def _finding(entry: Entry, message: Phrase, other: Entry | None) -> Diagnostic:
    related = (Related(other.holder.at("number"), Phrase("另一个在此", "the other one")),) if other else ()
    return Diagnostic(KIND, entry.holder.at("number"), message, HINT, related)


def _repeated(entry: Entry, other: Entry) -> Diagnostic:
    message = Phrase(f"序号“{entry.written}”重复", f"number '{entry.written}' stands twice")
    return _finding(entry, message, other)


def _out_of_order(entry: Entry, last: Entry) -> Diagnostic:
    message = Phrase(
        f"序号“{entry.written}”排在“{last.written}”之后", f"number '{entry.written}' comes after '{last.written}'"
    )
    return _finding(entry, message, last)


def _gap(entry: Entry, last: Entry | None) -> Diagnostic:
    if last is None:
        return _finding(entry, Phrase(f"序号从“{entry.written}”开始", f"the first number is '{entry.written}'"), None)
    message = Phrase(
        f"“{last.written}”之后直接是“{entry.written}”，中间缺号",
        f"after number '{last.written}' comes '{entry.written}', with a gap between them",
    )
    return _finding(entry, message, last)
