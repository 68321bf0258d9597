"""One indicator held against itself: in other positions, other periods, and in one sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import (
    duplicate_kpi,
    kpi_direction_contradicts,
    kpi_targets_differ,
    kpi_unit_mismatch,
    period_targets_contradict,
)
from tests.rules.marked import check_marks, found

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
kpis: [{id: shared, name: 客户满意度, target: ≥90%, direction: higher}]
## positions/service/unit.yaml
title: 售后部
"""
A, B, C = (f"## positions/service/{name}.yaml\ntitle: {name}\n" for name in "abc")


def sheet(*kpis: str, also: str = "") -> str:
    return f"kpi_sets: [{{{also}kpis: [{', '.join(f'{{{kpi}}}' for kpi in kpis)}]}}]\n"


def alone(kpi: str) -> str:
    return HEAD + A + sheet(kpi)


# --- targets that differ ------------------------------------------------------------------------------------

SAME = "name: 解决率, target: ≥95%"
DIFFER = {
    "the same": HEAD + A + sheet(SAME) + B + sheet(SAME),
    "another number": HEAD + A + sheet(SAME) + B + sheet("name: 解决率, target: «≥90%»"),
    "another way to write it": HEAD + A + sheet(SAME) + B + sheet("name: 解决率, target: 95%以上"),
    "exactly that": HEAD + A + sheet(SAME) + B + sheet("name: 解决率, target: 95%"),
    "another way to write the name": HEAD + A + sheet(SAME) + B + sheet("name: 解决 率（月）, target: «≥90%»"),
    "told apart in brackets": HEAD
    + A
    + sheet("name: 解决率（直销）, target: ≥95%")
    + B
    + sheet("name: 解决率（经销）, target: ≥90%", "name: 解决率(直销), target: «≥92%»"),
    "another unit": HEAD + A + sheet("name: 响应, target: ≤30分钟") + B + sheet("name: 响应, target: «≤30小时»"),
    "no unit": HEAD + A + sheet("name: 投诉, target: ≤2次") + B + sheet("name: 投诉, target: ≤2"),
    "three": HEAD + A + sheet(SAME) + B + sheet("name: 解决率, target: «≥90%»") + C + sheet("name: 解决率, target: ≥85%"),
    "the second is like the first": HEAD + A + sheet(SAME) + B + sheet(SAME) + C + sheet("name: 解决率, target: «≥90%»"),
    "words first": HEAD + A + sheet("name: 解决率, target: 高") + B + sheet(SAME) + C + sheet("name: 解决率, target: «≥90%»"),
    "words": HEAD + A + sheet("name: 态度, target: 积极") + B + sheet("name: 态度, target: 耐心"),
    "none": HEAD + A + sheet("name: 解决率") + B + sheet(SAME),
    "not the shared one": HEAD + A + sheet("name: 客户满意度, target: «≥99%»"),
    "the shared one restated": HEAD + A + sheet("use: shared, target: ≥99%") + B + sheet("use: shared"),
    "the shared one renamed": HEAD + A + sheet("use: shared, name: 解决率, target: ≥99%") + B + sheet(SAME),
    "the same position": HEAD + A + "kpi_sets:\n" + "".join(
        f"  - {{kpis: [{{name: 解决率, target: ≥{n}%}}]}}\n" for n in (90, 95)
    ),
    "parts": HEAD + A + sheet("name: x, parts: [{name: 解决率, target: ≥95%}]") + B + sheet("name: 解决率, target: ≥90%"),
    "no names": HEAD + A + sheet("target: ≥95%") + B + sheet("target: ≥90%"),
    "formulas that differ": HEAD + A + sheet(SAME + ", formula: 甲") + B + sheet("name: 解决率, target: ≥90%, formula: 乙"),
    "the same formula": HEAD + A + sheet(SAME + ", formula: 甲") + B + sheet("name: 解决率, target: «≥90%», formula: 甲"),
    "one formula": HEAD + A + sheet(SAME + ", formula: 甲") + B + sheet("name: 解决率, target: «≥90%»"),
    "planned": HEAD + A + sheet(SAME) + B + "status: planned\n" + sheet("name: 解决率, target: ≥90%"),
    "abolished": HEAD + A + sheet(SAME) + B + "status: abolished\n" + sheet("name: 解决率, target: ≥90%"),
    "frozen": HEAD + A + sheet(SAME) + B + "status: frozen\n" + sheet("name: 解决率, target: «≥90%»"),
    "based on": HEAD + A + sheet(SAME) + B + "based_on: a\n" + C + "based_on: b\n",
    "the other language": HEAD + A + sheet("name: {zh: 甲率, en: Rate}, target: ≥95%")
    + B + sheet("name: {zh: 乙率, en: Rate}, target: ≥90%"),
}  # fmt: skip


@pytest.mark.parametrize("example", DIFFER.values(), ids=DIFFER)
def test_targets_that_differ(tmp_path: Path, example: str) -> None:
    assert len(check_marks(kpi_targets_differ, tmp_path, example)) == example.count("«")


# what one says and the other, with the period of its sheet
PERIODS = {
    "of another period": ("period: month, ", "target: ≤2次", "period: year, ", "target: ≤9次"),
    "of the same period": ("period: month, ", "target: ≤2次", "period: month, ", "target: «≤3次»"),
    "of any period, in per cent": ("", "target: ≤2%", "period: month, ", "target: «≤3%»"),
    "of this period, then of any, in per cent": ("period: month, ", "target: ≤2%", "", "target: «≤3%»"),
    "of any period, counted": ("", "target: ≤2次", "period: month, ", "target: ≤3次"),
    "of no period, counted": ("", "target: ≤2次", "", "target: «≤3次»"),
    "by period, the same": ("", "targets: {month: ≤2次, year: ≤9次}", "", "targets: {year: ≤9次}"),
    "by period, one differs": ("", "targets: {month: ≤2次, year: ≤9次}", "", "targets: {month: ≤2次, year: «≤8次»}"),
    "by period, and one for the sheet": ("", "targets: {month: ≤2次, year: ≤9次}", "period: year, ", "target: «≤8次»"),
    "by period before one for all": ("", "target: 9%, targets: {year: ≤9次}", "period: year, ", "target: ≤9次"),
    "by period, in words": ("", "targets: {year: 少}", "period: year, ", "target: ≤9次"),
}


@pytest.mark.parametrize(("mine", "target", "theirs", "other"), PERIODS.values(), ids=PERIODS)
def test_targets_of_the_same_period(tmp_path: Path, mine: str, target: str, theirs: str, other: str) -> None:
    example = HEAD + A + sheet(f"name: 投诉, {target}", also=mine) + B + sheet(f"name: 投诉, {other}", also=theirs)
    check_marks(kpi_targets_differ, tmp_path, example)


def test_the_other_targets_are_shown(tmp_path: Path) -> None:
    (finding,) = check_marks(kpi_targets_differ, tmp_path / "1", DIFFER["three"])
    assert finding.message.en == "the target of '解决率' is '≥90%' here and '≥95%' elsewhere"
    assert [related.span.path for related in finding.related] == [f"positions/service/{n}.yaml" for n in "ac"]
    (finding,) = check_marks(kpi_targets_differ, tmp_path / "2", DIFFER["not the shared one"])
    assert [related.span.path for related in finding.related] == ["posdoc.yaml"]


def test_of_many_targets_ten_are_shown(tmp_path: Path) -> None:
    others = "".join(
        f"## positions/service/p{n}.yaml\ntitle: p{n}\n" + sheet(f"name: 解决率, target: ≥{n}%") for n in range(10, 30)
    )
    (finding,) = found(kpi_targets_differ, tmp_path, HEAD + A + sheet(SAME) + others)
    assert len(finding.related) == 10


# --- directions ---------------------------------------------------------------------------------------------

DIRECTIONS = {
    "higher": alone("name: x, target: ≥95%, direction: higher"),
    "lower": alone("name: x, target: ≤5%, direction: lower"),
    "≥ and lower": alone("name: x, target: ≥95%, direction: «lower»"),
    "> and lower": alone("name: x, target: 大于95%, direction: «lower»"),
    "≤ and higher": alone("name: x, target: ≤5%, direction: «higher»"),
    "< and higher": alone("name: x, target: 少于5%, direction: higher"),
    "under and higher": alone("name: x, target: 低于5%, direction: «higher»"),
    "exactly": alone("name: x, target: 95%, direction: lower"),
    "on target": alone("name: x, target: ≥95%, direction: on_target"),
    "words": alone("name: x, target: 多, direction: lower"),
    "one of several periods": alone("name: x, targets: {month: ≤5%, year: ≥5%}, direction: «lower»"),
    "no direction, signs of both kinds": alone("name: x, targets: {month: ≤5%, year: ≥5%}"),
    "the shared one restated": HEAD + A + sheet("use: shared, target: «≤5%»"),
    "the shared one turned round": HEAD + A + sheet("use: shared, direction: «lower»"),
    "a part": alone("name: x, parts: [{name: y, target: ≥95%, direction: «lower»}]"),
    "another one, stated": HEAD + A + sheet("name: x, direction: lower") + B + sheet("name: x, direction: «higher»"),
    "another one, by its sign": HEAD + A + sheet("name: x, direction: lower") + B + sheet("name: x, target: «≥5%»"),
    "both by their signs": HEAD + A + sheet("name: x, target: ≤3%") + B + sheet("name: x, target: «≥5%»"),
    "another one alike": HEAD + A + sheet("name: x, direction: lower") + B + sheet("name: x, target: ≤5%"),
    "another one on target": HEAD + A + sheet("name: x, direction: lower") + B + sheet("name: x, direction: on_target"),
    "another one without": HEAD + A + sheet("name: x, direction: lower") + B + sheet("name: x, target: 5%"),
    "another one of no name": HEAD + A + sheet("direction: lower") + B + sheet("direction: higher"),
    "another one is a part": HEAD + A + sheet("name: x, direction: lower")
    + B + sheet("name: y, parts: [{name: x, direction: higher}]"),
    "the one that contradicts itself is not compared": HEAD + A + sheet("name: x, target: ≥5%, direction: «lower»")
    + B + sheet("name: x, direction: higher"),
    "another one is planned": HEAD + A + sheet("name: x, direction: lower")
    + B + "status: planned\n" + sheet("name: x, direction: higher"),
    "not as the shared one": HEAD + A + sheet("name: 客户满意度, direction: «lower»"),
}  # fmt: skip


@pytest.mark.parametrize("example", DIRECTIONS.values(), ids=DIRECTIONS)
def test_directions(tmp_path: Path, example: str) -> None:
    assert len(check_marks(kpi_direction_contradicts, tmp_path, example)) == example.count("«")


def test_what_is_said_of_a_direction(tmp_path: Path) -> None:
    (finding,) = check_marks(kpi_direction_contradicts, tmp_path / "1", DIRECTIONS["one of several periods"])
    assert finding.message.en == "the target of 'x' is '≥5%', but its direction says 'lower is better'"
    assert finding.hint is not None
    assert finding.hint.en == "make the direction 'higher', or turn the sign of the target into ≤"
    assert [related.message.en for related in finding.related] == ["the target"]
    (finding,) = check_marks(kpi_direction_contradicts, tmp_path / "2", DIRECTIONS["the shared one restated"])
    assert finding.hint is not None
    assert finding.hint.en == "make the direction 'lower', or turn the sign of the target into ≥"
    (related,) = finding.related
    assert (related.message.en, related.span.path) == ("the direction", "posdoc.yaml")
    (finding,) = check_marks(kpi_direction_contradicts, tmp_path / "3", DIRECTIONS["another one, by its sign"])
    assert finding.message.en == "'x': higher is better here, lower is better elsewhere"
    assert [related.span.path for related in finding.related] == ["positions/service/a.yaml"]


# --- periods ------------------------------------------------------------------------------------------------


def periods(targets: str, name: str = "x", also: str = "") -> str:
    return alone(f"name: {name}, {also}targets: {{{targets}}}")


LOW = "direction: lower, "
CONTRADICTIONS = {
    "looser for a month": periods("month: ≥94%, quarter: ≥95%, half_year: ≥95%, year: ≥96%"),
    "looser for the year": periods("month: ≥95%, year: «≥94%»"),
    "looser for the half-year only": periods("quarter: ≥95%, half_year: «≥94%», year: ≥96%"),
    "looser twice": periods("month: ≥95%, quarter: «≥94%», year: «≥93%»"),
    "as many as the months make": periods("month: ≥4篇, quarter: ≥12篇, year: ≥48篇"),
    "some slack": periods("month: ≥4篇, year: ≥40篇"),
    "fewer than in a month": periods("month: ≥4篇, year: «≥3篇»"),
    "as many as in a month": periods("month: ≥4篇, year: ≥4篇"),
    "a lower rate for the year": periods("month: ≤2%, year: ≤1%"),
    "a higher rate for the year": periods("month: ≤1%, year: «≤2%»"),
    "a longer mean for the year": periods("month: ≤30分钟, year: «≤40分钟»", "平均响应时间"),
    "a longer time for the year": periods("month: ≤30分钟, year: ≤40分钟", "停机时间"),
    "a shorter time for the year": periods("month: ≤30分钟, year: ≤20分钟", "停机时间"),
    "more of them in the year": periods("month: ≤1次, quarter: ≤2次, year: ≤6次"),
    "fewer of them in the year": periods("month: ≤3次, year: «≤2次»"),
    "without a unit": periods("month: ≤3, year: «≤2»"),
    "parts of one": periods("month: ≤0.3, year: ≤0.2"),
    "on average": periods("month: ≤3次, year: ≤2次", "平均上门次数"),
    "none and then some": periods("half_year: 0, year: «1»"),
    "none and then some, counted": periods("half_year: 0次, year: «≤2次»", also=LOW),
    "one and then two": periods("half_year: 1, year: 2", also=LOW),
    "none and then none": periods("half_year: 0, year: 0"),
    "no way known": periods("half_year: 2, year: 1"),
    "on target": periods("half_year: 2, year: 1", also="direction: on_target, "),
    "by what it says": periods("half_year: 2次, year: «1次»", also=LOW),
    "higher by what it says": periods("half_year: 2次, year: «1次»", also="direction: higher, "),
    "per something": periods("month: ≤3次/台, year: ≤2次/台"),
    "different units": periods("month: ≥30分钟, year: ≥1小时"),
    "of one kind, other units": periods("month: ≤30次, year: ≤1件"),
    "words between": periods("month: ≥95%, quarter: 更高, year: «≥94%»"),
    "the shared one's direction": HEAD + A + sheet("use: shared, targets: {month: 95%, year: «94%»}"),
    "the shared one's own": HEAD.replace("target: ≥90%", "targets: {month: ≥95%, year: «≥94%»}")
    + A + sheet("use: shared") + B + sheet("use: shared"),
    "only one period": periods("year: ≥95%"),
}  # fmt: skip


@pytest.mark.parametrize("example", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_periods(tmp_path: Path, example: str) -> None:
    assert len(check_marks(period_targets_contradict, tmp_path, example)) == example.count("«")


SAID = {
    "looser for the year": "the yearly target of 'x', '≥94%', asks for less than the monthly one, '≥95%'",
    "a higher rate for the year": "the yearly target of 'x', '≤2%', is looser than the monthly one, '≤1%'",
    "fewer of them in the year": "the yearly target of 'x', '≤2次', allows less than the monthly one, '≤3次'",
    "none and then some": "the yearly target of 'x', '1', allows some, while none is allowed by the half-yearly one, '0'",
}


@pytest.mark.parametrize(("case", "message"), SAID.items())
def test_what_is_said_of_periods(tmp_path: Path, case: str, message: str) -> None:
    (finding,) = check_marks(period_targets_contradict, tmp_path, CONTRADICTIONS[case])
    assert finding.message.en == message
    (related,) = finding.related
    assert related.message.en in ("the monthly target", "the half-yearly target")
    assert related.span < finding.span


# --- units --------------------------------------------------------------------------------------------------

UNITS = {
    "a rate in per cent": alone("name: 投诉率, target: ≤0.8%"),
    "a rate in per mille": alone("name: 投诉率, target: ≤3‰"),
    "a rate as a part of one": alone("name: 投诉率, target: ≤0.8"),
    "a rate of none": alone("name: 投诉率, target: 0"),
    "a rate of one": alone("name: 投诉率, target: «1»"),
    "a rate of many": alone("name: 投诉率, target: «≤12»"),
    "a rate of more than one": alone("name: 投诉率, target: ≤1.5"),
    "a rate counted": alone("name: 投诉率, target: «≤2次»"),
    "none of a rate, counted": alone("name: 投诉率, target: «0次»"),
    "a rate as a time": alone("name: 响应及时率, target: «24小时内»"),
    "a rate per something": alone("name: 投诉率, target: ≤2次/百台"),
    "a rate per something in words": alone("name: 投诉率, target: ≤2次每百台"),
    "a rate in points": alone("name: 满意率, target: ≥90分"),
    "a rate in an unknown unit": alone("name: 投诉率, target: ≤2堆"),
    "a rate in words": alone("name: 投诉率, target: 逐年下降"),
    "a proportion": alone("name: 呆滞件占比, target: «≤3件»"),
    "a percentage": alone("name: {zh: percentage, en: b}, target: «≤3件»"),
    "a ratio": alone("name: 一线人员比例, target: «≥3人»"),
    "turnover": alone("name: 库存周转率, target: ≥4次"),
    "efficiency": alone("name: 维修效率, target: ≥4"),
    "a frequency": alone("name: 巡检频率, target: ≥4次"),
    "satisfaction in points": alone("name: 客户满意度, target: ≥90分"),
    "a number": alone("name: 投诉次数, target: ≤2次"),
    "a number in per cent": alone("name: 投诉次数, target: «≤2%»"),
    "a number, at least so many per cent": alone("name: 投诉次数, target: «≥2%以上»"),
    "a time in per cent": alone("name: 平均响应时间（分钟）, target: «≤2%»"),
    "a number of": alone("name: {zh: Number of complaints, en: x}, target: «≤2%»"),
    "neither": alone("name: 投诉, target: ≤2%"),
    "the second target": alone("name: 投诉率, targets: {month: ≤1%, year: «≤9次»}"),
    "periods with different units": alone("name: 投诉, targets: {month: ≤1次, quarter: ≤2次, year: «≤2%»}"),
    "periods with units of one kind": alone("name: 投诉, targets: {month: ≤1次, quarter: ≤2件, year: 3}"),
    "times": alone("name: 响应, targets: {month: ≤30分钟, year: ≤0.5小时}"),
    "for all periods and for one": alone("name: 投诉, target: ≤1%, targets: {year: «≤2次»}"),
    "a shared name": HEAD.replace("客户满意度", "满意率") + A + sheet("use: shared, target: «95分钟»"),
    "the shared one itself": HEAD.replace("客户满意度", "满意次数").replace("≥90%", "«≥90%»")
    + A
    + sheet("use: shared"),
    "the shared one renamed": HEAD.replace("≥90%", "«≥90%»") + A + sheet("use: shared, name: 满意次数"),
    "a part": alone("name: x, parts: [{name: 投诉率, target: «≤2次»}]"),
}


@pytest.mark.parametrize("example", UNITS.values(), ids=UNITS)
def test_units(tmp_path: Path, example: str) -> None:
    assert len(check_marks(kpi_unit_mismatch, tmp_path, example)) == example.count("«")


def test_what_is_said_of_units(tmp_path: Path) -> None:
    (finding,) = check_marks(kpi_unit_mismatch, tmp_path / "1", UNITS["a rate counted"])
    assert finding.message.en == "'投诉率' is a rate, but its target is '≤2次'"
    (finding,) = check_marks(kpi_unit_mismatch, tmp_path / "2", UNITS["a number in per cent"])
    assert finding.message.en == "'投诉次数' is a number or a time, but its target is '≤2%'"
    assert finding.hint is not None
    assert finding.hint.en.startswith("write an amount")
    (finding,) = check_marks(kpi_unit_mismatch, tmp_path / "3", UNITS["periods with different units"])
    assert finding.message.en == "the target '≤2%' is a share, that of another period, '≤1次', is a number of things"
    assert finding.message.zh == "目标“≤2%”是比率，另一期的“≤1次”是数量"
    assert [related.span.column for related in finding.related] == [48]


# --- twice --------------------------------------------------------------------------------------------------

TWICE = {
    "two names": HEAD + A + sheet("name: x", "name: y"),
    "one name": HEAD + A + sheet("name: x", "name: «x»"),
    "three times": HEAD + A + sheet("name: x", "name: «x»", "name: «x»"),
    "written otherwise": HEAD + A + sheet("name: 报修 及时率", "name: «报修及时率（月）»"),
    "told apart in brackets": HEAD + A + sheet("name: x（甲）", "name: x (乙)", "name: «x【 乙】»", "name: «x»"),
    "capitals": HEAD + A + sheet("name: On Time", "name: «on time»"),
    "two shared ones": HEAD + A + sheet("use: shared", "use: «shared»"),
    "a shared one by its name": HEAD + A + sheet("use: shared", "name: «客户满意度»"),
    "a shared one with another name": HEAD + A + sheet("use: shared", "use: shared, name: 热线满意度"),
    "an unknown one": HEAD + A + sheet("use: nobody", "use: «nobody»"),
    "no names": HEAD + A + sheet("target: 1", "target: 1"),
    "in two sheets": HEAD + A + "kpi_sets: [{kpis: [{name: x}]}, {kpis: [{name: x}]}]\n",
    "in two positions": HEAD + A + sheet("name: x") + B + sheet("name: x"),
    "in parts": HEAD + A + sheet("name: x, parts: [{name: y}, {name: «y»}]"),
    "a part like the whole": HEAD + A + sheet("name: x, parts: [{name: x}, {name: y}]"),
    "parts of two": HEAD + A + sheet("name: x, parts: [{name: z}]", "name: y, parts: [{name: z}]"),
    "shared twice": HEAD.replace("kpis: [", "kpis: [{id: one, name: 客户满意度}, ").replace(
        "id: shared, name: 客户满意度", "id: shared, name: «客户满意度»"
    ),
}


@pytest.mark.parametrize("example", TWICE.values(), ids=TWICE)
def test_twice_in_one_sheet(tmp_path: Path, example: str) -> None:
    for finding in check_marks(duplicate_kpi, tmp_path, example):
        (related,) = finding.related
        assert related.span < finding.span


def test_what_is_said_of_the_second(tmp_path: Path) -> None:
    (finding,) = check_marks(duplicate_kpi, tmp_path, TWICE["two shared ones"])
    assert finding.message.en == "the indicator '客户满意度' stands here twice"
