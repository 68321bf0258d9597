"""What an indicator has to say: its name, a target, the duty it measures, and who assesses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.rules import (
    composite_weight_not_100,
    kpi_monitor_unsuitable,
    kpi_part_weight_not_100,
    kpi_serves_no_duty,
    kpi_sheet_weight_not_100,
    kpi_weight_not_100,
    kpi_without_name,
    kpi_without_target,
    kpi_without_weight,
)
from tests.example_files import write_files
from tests.rules.marked import check_marks, found

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
kpis:
  - {id: shared, name: 客户满意度, target: ≥95%, dimension: quantitative}
  - {id: blank, name: 协作评价}
  - {id: periods, name: 及时率, targets: {month: ≥95%}}
## positions/service/unit.yaml
title: 售后部
## positions/service/a.yaml
title: 售后经理
"""


def sheet(*kpis: str) -> str:
    return f"kpi_sets: [{{kpis: [{', '.join(f'{{{kpi}}}' for kpi in kpis)}]}}]\n"


# --- no name ------------------------------------------------------------------------------------------------

NAMELESS = {
    "a name": sheet("name: x"),
    "a shared one": sheet("use: shared"),
    "an unknown one": sheet("use: nobody"),
    "only a weight": sheet("«weight»: 10%"),
    "its first key": sheet("«number»: 5, target: ≥90%, weight: 10%"),
    "an id is no name": sheet("«id»: x"),
    "a part": sheet("name: x, parts: [{«weight»: 10%}]"),
    "in a block": "kpi_sets:\n  - kpis:\n      - «weight»: 10%\n        target: ≥90%\n",
    "abolished": "status: abolished\n" + sheet("weight: 10%"),
    "planned": "status: planned\n" + sheet("«weight»: 10%"),
}


@pytest.mark.parametrize("text", NAMELESS.values(), ids=NAMELESS)
def test_no_name(tmp_path: Path, text: str) -> None:
    assert len(check_marks(kpi_without_name, tmp_path, HEAD + text)) == text.count("«")


def test_a_shared_indicator_without_a_name_is_found_once(tmp_path: Path) -> None:
    example = HEAD.replace("{id: blank, name: 协作评价}", "{«id»: blank}") + sheet("use: blank")
    assert len(check_marks(kpi_without_name, tmp_path, example)) == 1


# --- no target ----------------------------------------------------------------------------------------------

TARGETLESS = {
    "a target": sheet("name: x, target: ≥95%"),
    "targets by period": sheet("name: x, targets: {year: ≥95%}"),
    "a shared one": sheet("use: shared"),
    "a shared one with targets by period": sheet("use: periods"),
    "a shared one without": sheet("use: «blank»"),
    "a shared one without, restated": sheet("use: blank, target: ≥95%"),
    "an unknown one": sheet("use: nobody"),
    "none": sheet("name: «x»"),
    "none but a weight and criteria": sheet("name: «x», weight: 20%, criteria: 每低1%扣2分"),
    "none, quantitative, with criteria": sheet("name: «x», dimension: quantitative, criteria: 每低1%扣2分"),
    "none, qualitative": sheet("name: «x», dimension: qualitative"),
    "none, qualitative, with criteria": sheet("name: x, dimension: qualitative, criteria: 由主管评定"),
    "none, an attitude, with criteria": sheet("name: x, dimension: attitude, criteria: 由主管评定"),
    "none, a competence, with criteria": sheet("name: x, dimension: competence, criteria: 由主管评定"),
    "none, with bands": sheet("name: x, bands: [{label: A}]"),
    "none, with parts that have": sheet("name: x, parts: [{name: y, target: ≥95%}]"),
    "none, with parts of which one has": sheet("name: x, parts: [{name: z}, {name: y, targets: {year: 5}}]"),
    "none, with shared parts": sheet("name: x, parts: [{use: shared}]"),
    "none, with parts that have none": sheet("name: «x», parts: [{name: y}]"),
    "none, without a name": sheet("weight: 10%"),
    "a dash": sheet("name: x, target: «/»"),
    "a long dash": sheet("name: x, target: «——»"),
    "not applicable": sheet("name: x, target: «N/A»"),
    "dashes by period": sheet("name: x, targets: {month: «/», year: /}"),
    "dashes and a target": sheet("name: x, targets: {month: /, year: ≥95%}"),
    "a range": sheet("name: x, target: 90-95%, dimension: quantitative"),
    "quantitative, in words": sheet("name: x, dimension: quantitative, target: «达到行业水平»"),
    "quantitative, vague": sheet("name: x, dimension: quantitative, target: «及时»"),
    "quantitative, improving": sheet("name: x, dimension: quantitative, target: «不断提高»"),
    "quantitative, first class": sheet("name: x, dimension: quantitative, target: «全面达到一流»"),
    "quantitative, none": sheet("name: x, dimension: quantitative, target: 无"),
    "quantitative, zero": sheet("name: x, dimension: quantitative, target: 零投诉"),
    "quantitative, all": sheet("name: x, dimension: quantitative, target: 全部完成"),
    "quantitative, in two days": sheet("name: x, dimension: quantitative, target: 两天内完成"),
    "quantitative, one": sheet("name: x, dimension: quantitative, target: 每季一份"),
    "quantitative, not at all": sheet("name: x, dimension: quantitative, target: 不发生"),
    "quantitative, digits in words": sheet("name: x, dimension: quantitative, target: 每月 2 次以内"),
    "quantitative, in English": sheet("name: x, dimension: quantitative, target: {en: No complaint}"),
    "quantitative, measurable in one language": sheet("name: x, dimension: quantitative, target: {zh: 及时, en: all}"),
    "quantitative, one of two periods": sheet("name: x, dimension: quantitative, targets: {month: 及时, year: ≥9%}"),
    "quantitative, no period": sheet("name: x, dimension: quantitative, targets: {month: «及时», year: 较好}"),
    "unstated, in words": sheet("name: x, target: 达到行业水平"),
    "unstated, vague": sheet("name: x, target: «及时、到位»"),
    "unstated, on time": sheet("name: x, target: «按时»"),
    "unstated, done on time": sheet("name: x, target: «按时完成维修任务»"),
    "unstated, eager": sheet("name: x, target: «积极主动，认真负责»"),
    "unstated, complete and accurate": sheet("name: x, target: «全面、准确»"),
    "unstated, good": sheet("name: x, target: «良好»"),
    "unstated, as required": sheet("name: x, target: «As required»"),
    "unstated, on time and good": sheet("name: x, target: «on time and good»"),
    "unstated, goods": sheet("name: x, target: goods"),
    "unstated, in time for": sheet("name: x, target: on time for every visit"),
    "unstated, by a date": sheet("name: x, target: 及时关闭并经客户确认"),
    "unstated, vague in one language": sheet("name: x, target: {zh: 及时, en: within a day}"),
    "qualitative, vague": sheet("name: x, dimension: qualitative, target: 及时、到位"),
    "an attitude, vague": sheet("name: x, dimension: attitude, target: 积极主动"),
    "a competence, vague": sheet("name: x, dimension: competence, target: 良好"),
    "a target that overrides periods": sheet("name: x, target: ≥95%, targets: {year: 及时}"),
    "planned": "status: planned\n" + sheet("name: x"),
    "abolished": "status: abolished\n" + sheet("name: x"),
    "taken over": sheet("name: «x»") + "## positions/service/b.yaml\nbased_on: a\n",
}  # fmt: skip


@pytest.mark.parametrize("text", TARGETLESS.values(), ids=TARGETLESS)
def test_no_target(tmp_path: Path, text: str) -> None:
    assert len(check_marks(kpi_without_target, tmp_path, HEAD + text)) == text.count("«")


# the case; what is said of it
TARGETS_SAID = {
    "a shared one without": "'协作评价' has no target",
    "a dash": "'x' has no target",
    "quantitative, vague": "the target '及时' of the quantitative indicator 'x' cannot be measured",
    "unstated, vague": "the target '及时、到位' of 'x' cannot be measured",
}


@pytest.mark.parametrize(("case", "message"), TARGETS_SAID.items())
def test_what_is_said_of_a_target(tmp_path: Path, case: str, message: str) -> None:
    (finding,) = check_marks(kpi_without_target, tmp_path, HEAD + TARGETLESS[case])
    assert finding.message.en == message
    assert ("定量指标" in finding.message.zh) == ("quantitative" in message)
    assert finding.hint is not None
    assert finding.hint.en.startswith("add a target" if "has no" in message else "give an amount")


# --- no duty ------------------------------------------------------------------------------------------------

DUTY = "duties: [{id: d, text: 处理投诉}]\n"
DUTYLESS = {
    "each has one": sheet("name: x, duties: [d]", "name: y, duties: [d]"),
    "one has none": sheet("name: x, duties: [d]", "name: «y»"),
    "the first has none": sheet("name: «y»", "name: x, duties: [d]"),
    "none has any": sheet("name: x", "name: y"),
    "an empty list": sheet("name: x, duties: [d]", "name: y, duties: []"),
    "a shared one": sheet("name: x, duties: [d]", "use: «shared»"),
    "a competence": sheet("name: x, duties: [d]", "name: y, dimension: competence"),
    "an attitude": sheet("name: x, duties: [d]", "name: y, dimension: attitude"),
    "a qualitative one": sheet("name: x, duties: [d]", "name: «y», dimension: qualitative"),
    "another sheet": "kpi_sets: [{kpis: [{name: x, duties: [d]}]}, {kpis: [{name: «y»}]}]\n",
    "parts": sheet("name: x, duties: [d], parts: [{name: z}]"),
    "planned": "status: planned\n" + sheet("name: x, duties: [d]", "name: y"),
    "another position": sheet("name: x, duties: [d]")
    + "## positions/service/b.yaml\ntitle: b\nkpi_sets: [{kpis: [{name: y}]}]\n",
    "taken over": sheet("name: x, duties: [d]", "name: «y»") + "## positions/service/b.yaml\nbased_on: a\n",
}


@pytest.mark.parametrize("text", DUTYLESS.values(), ids=DUTYLESS)
def test_no_duty(tmp_path: Path, text: str) -> None:
    findings = check_marks(kpi_serves_no_duty, tmp_path, HEAD + DUTY + text)
    assert len(findings) == text.count("«")
    assert {finding.message.en for finding in findings} <= {
        "'y' does not say which duty it measures", "'shared' does not say which duty it measures",
    }  # fmt: skip


# --- who assesses -------------------------------------------------------------------------------------------

LINE = """\
## positions/service/b.yaml
title: 主管
reports_to: a
## positions/service/c.yaml
title: 专员
reports_to: b
## positions/service/d.yaml
title: 统计员
reports_to: a
## positions/service/e.yaml
title: 工程师
reports_to: b
"""
QUANTITATIVE = "dimension: quantitative, "


def of(position: str, *kpis: str, shared: str = "") -> str:
    example = HEAD.replace("target: ≥95%, ", f"target: ≥95%, {shared}") + LINE
    path = f"## positions/service/{position}.yaml\n"
    return example.replace(path, path + sheet(*kpis))


MONITORS = {
    "the superior": of("b", "name: x, monitor: a"),
    "a peer": of("b", "name: x, monitor: d"),
    "another of the same superior": of("c", "name: x, monitor: e"),
    "itself": of("b", "name: x, monitor: «b»"),
    "a report": of("b", "name: x, monitor: «c»"),
    "a report of a report": of("a", "name: x, monitor: «c»"),
    "somebody unknown": of("a", "name: x, monitor: nobody"),
    "nobody": of("a", "name: x"),
    "a part": of("b", "name: x, parts: [{name: y, monitor: «b»}]"),
    "the shared one": of("b", "use: «shared»", shared="monitor: c, "),
    "the shared one, restated": of("b", "use: shared, monitor: a", shared="monitor: c, "),
    "its own figures": of("b", f"name: x, {QUANTITATIVE}supplied_by: «b»"),
    "its own figures, both": of("b", f"name: x, {QUANTITATIVE}supplied_by: «b», monitor: «b»"),
    "figures of a report": of("b", f"name: x, {QUANTITATIVE}supplied_by: c"),
    "its own figures, in words": of("b", "name: x, dimension: qualitative, supplied_by: b"),
    "its own figures, unstated": of("b", "name: x, supplied_by: b"),
    "its own figures by the shared one": of("b", "use: «shared»", shared="supplied_by: b, "),
    "the shared one, supplied by another": of("b", "use: shared, supplied_by: d", shared="supplied_by: b, "),
    "abolished": of("b", "name: x, monitor: b").replace("title: 主管", "title: 主管\nstatus: abolished"),
    "planned": of("b", "name: x, monitor: «c»").replace("title: 主管", "title: 主管\nstatus: planned"),
    "taken over by the one who assesses": of("b", "name: x, monitor: «d»").replace("title: 统计员", "based_on: b\ntitle: 统计员"),
}  # fmt: skip


@pytest.mark.parametrize("example", MONITORS.values(), ids=MONITORS)
def test_who_assesses(tmp_path: Path, example: str) -> None:
    assert len(check_marks(kpi_monitor_unsuitable, tmp_path, example)) == example.count("«")


# the case; what is said; the way out; whether the shared indicator is shown
MONITORS_SAID = [
    ("itself", "'b' assesses its own 'x'", "let the superior", False),
    ("a report", "'c', which is below 'b', assesses its 'x'", "let the superior", False),
    ("the shared one", "'c', which is below 'b', assesses its '客户满意度'", "let the superior", True),
    ("its own figures", "'b' supplies the figures of its own 'x'", "let another position", False),
    (
        "its own figures by the shared one",
        "'b' supplies the figures of its own '客户满意度'",
        "let another position",
        True,
    ),
]


@pytest.mark.parametrize(("case", "message", "way_out", "is_shared"), MONITORS_SAID)
def test_what_is_said_of_who_assesses(tmp_path: Path, case: str, message: str, way_out: str, is_shared: bool) -> None:
    (finding,) = check_marks(kpi_monitor_unsuitable, tmp_path, MONITORS[case])
    assert finding.message.en == message
    assert finding.hint is not None
    assert finding.hint.en.startswith(way_out)
    assert [related.span.path for related in finding.related] == (["posdoc.yaml"] if is_shared else [])


def test_a_sheet_that_two_take_over_is_looked_at_for_each(tmp_path: Path) -> None:
    example = of("b", "name: x, monitor: c").replace("title: 专员", "based_on: b\ntitle: 专员")
    messages = [finding.message.en for finding in found(kpi_monitor_unsuitable, tmp_path, example)]
    assert messages == ["'c', which is below 'b', assesses its 'x'", "'c' assesses its own 'x'"]


# --- what could not be read ---------------------------------------------------------------------------------

UNREAD = {
    "a weight": (kpi_weight_not_100, sheet("name: x, weight: much", "name: y, weight: 50%")),
    "a weight of a part": (
        kpi_part_weight_not_100,
        sheet("name: x, parts: [{name: y, weight: much}, {name: z, weight: 5%}]"),
    ),
    "a weight of a whole": (kpi_part_weight_not_100, sheet("name: x, weight: much, parts: [{name: z, weight: 5%}]")),
    "a weight of a sheet": (kpi_sheet_weight_not_100, "kpi_sets: [{weight: much, kpis: []}, {weight: 5%, kpis: []}]\n"),
    "a weight in a composite score": (
        composite_weight_not_100,
        "kpi_sets: [{kpis: [], composite: [{part: personal, weight: much}, {part: company, weight: 5%}]}]\n",
    ),
    "no other weight": (kpi_without_weight, sheet("name: x, weight: much", "name: «y»")),
    "a target": (kpi_without_target, sheet("name: x, target: [1]")),
    "targets": (kpi_without_target, sheet("name: x, targets: 5")),
    "a name": (kpi_without_name, sheet("name: [1]")),
    "a shared one": (kpi_without_name, sheet("use: [1]")),
    "duties": (kpi_serves_no_duty, DUTY + sheet("name: x, duties: [d]", "name: y, duties: d")),
}


@pytest.mark.parametrize(("rule", "text"), UNREAD.values(), ids=UNREAD)
def test_what_could_not_be_read_is_not_missing(tmp_path: Path, rule: object, text: str) -> None:
    organization, of_reading = load(write_files(tmp_path, HEAD + text))
    assert of_reading
    assert len(list(rule.check(organization))) == text.count("«")  # type: ignore[attr-defined]
