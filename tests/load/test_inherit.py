"""What a position takes over from the one it is based on and from defaults."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.diagnostics import Diagnostic, Related, Span
from posdoc.load import load
from posdoc.load.convert import Fields
from posdoc.load.inherit import resolve_bases
from posdoc.model import Environment, Organization, PartialDate, Ref, Text, fields_of
from posdoc.model import Position as PositionRecord
from posdoc.phrases import Phrase
from tests.example_files import marked_span_of, write_files

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
"""


def loaded(root: Path, example: str) -> tuple[Organization, list[Diagnostic]]:
    return load(write_files(root, example))


def clean(root: Path, example: str) -> Organization:
    organization, findings = loaded(root, example)
    assert findings == []
    return organization


def text(zh: str) -> Text:
    return Text({"zh": zh})


# --- based_on -----------------------------------------------------------------------------------------------


def test_a_chain_hands_down_what_is_not_restated(tmp_path: Path) -> None:
    found = clean(tmp_path, HEAD + """\
## positions/service/a.yaml
title: 工程师
grade: G1
duties: [维修, 回访]
location: 总部
reports_to: boss
## positions/service/b.yaml
based_on: a
location: 华东
## positions/service/c.yaml
based_on: b
duties: []
""").by_id  # fmt: skip
    a, b, c = found["a"], found["b"], found["c"]
    assert a.title == b.title == c.title == text("工程师")
    assert (a.location, b.location, c.location) == (text("总部"), text("华东"), text("华东"))
    assert a.duties == b.duties != ()
    assert c.duties == ()
    assert (a.grade, b.grade, c.grade) == ("G1", "G1", "G1")
    assert c.reports_to == "boss"
    assert (b.id, b.path, b.unit, c.based_on) == ("b", "positions/service/b.yaml", "service", "b")


def test_what_is_taken_over_still_knows_where_it_was_written(tmp_path: Path) -> None:
    found = clean(tmp_path, HEAD + """\
## positions/service/a.yaml
title: 工程师
grade: G1
## positions/service/b.yaml
based_on: a
""").by_id  # fmt: skip
    assert found["b"].at("grade") == Span("positions/service/a.yaml", 2, 8, 2, 10)
    assert found["b"].span.path == "positions/service/b.yaml"


NOT_HANDED_DOWN = {
    "aliases: [外勤]": "aliases",
    "former_ids: [old]": "former_ids",
    "code: A-1": "code",
    "order: 3": "order",
    "status: frozen": "status",
    "valid_from: 2020": "valid_from",
    "valid_to: 2030": "valid_to",
    "direct_reports: {posts: 1}": "direct_reports",
    "indirect_reports: {posts: 1}": "indirect_reports",
}


@pytest.mark.parametrize(("line", "attribute"), NOT_HANDED_DOWN.items(), ids=list(NOT_HANDED_DOWN.values()))
def test_what_belongs_to_one_position_is_not_handed_down(tmp_path: Path, line: str, attribute: str) -> None:
    found = clean(tmp_path, f"{HEAD}## positions/service/a.yaml\ntitle: 工程师\n{line}\n"
                            "## positions/service/b.yaml\nbased_on: a\n").by_id  # fmt: skip
    assert found["a"].states(attribute)
    assert not found["b"].states(attribute)
    assert not getattr(found["b"], attribute)


def test_the_list_of_what_is_not_handed_down_is_whole() -> None:
    declared = {info.name for info in fields_of(PositionRecord) if not info.inherited}
    assert declared == {*NOT_HANDED_DOWN.values(), "based_on"}


def test_document_conditions_and_training_are_taken_over_part_by_part(tmp_path: Path) -> None:
    found = clean(tmp_path, HEAD + """\
## positions/service/a.yaml
title: 工程师
document: {number: JD-1, version: "2.0", status: approved, effective: 2026-01, statement: 声明, analysed: 2025}
conditions: {environment: fair, travel: 50%, hours: 白班}
training: {induction: [安全], subjects: [维修]}
## positions/service/b.yaml
based_on: a
document: {number: JD-2, statement: 另一声明}
conditions: {travel: 10%}
training: {subjects: []}
""").by_id  # fmt: skip
    b = found["b"]
    assert b.document
    assert b.conditions
    assert b.training
    assert (b.document.number, b.document.version, b.document.status, b.document.effective) == (
        "JD-2",
        None,
        None,
        None,
    )
    assert (b.document.statement, b.document.analysed) == (text("另一声明"), PartialDate(2025))
    assert (b.conditions.environment, str(b.conditions.travel), b.conditions.hours) == (
        Environment.FAIR, "10%", text("白班"),
    )  # fmt: skip
    assert (b.training.induction, b.training.subjects) == ((text("安全"),), ())
    assert b.document.at("analysed").path == "positions/service/a.yaml"
    assert b.document.at("number").path == "positions/service/b.yaml"


def test_a_document_with_nothing_to_hand_down_is_not_handed_down(tmp_path: Path) -> None:
    found = clean(tmp_path, HEAD + """\
## positions/service/a.yaml
title: 工程师
document: {number: JD-1}
## positions/service/b.yaml
based_on: a
""").by_id  # fmt: skip
    assert found["b"].document is None
    assert not found["b"].states("document")


def test_a_position_without_a_title_may_not_be_based_on_nothing(tmp_path: Path) -> None:
    _, findings = loaded(tmp_path, HEAD + "## positions/service/b.yaml\ncode: B\n")
    assert [finding.code for finding in findings] == ["POS103"]


@pytest.mark.parametrize("base", ["", "## positions/service/a.yaml\ntitle: [\n"], ids=["unknown", "broken"])
def test_nothing_is_called_missing_if_the_base_cannot_be_known(tmp_path: Path, base: str) -> None:
    _, findings = loaded(tmp_path, f"{HEAD}## positions/service/b.yaml\nbased_on: a\n{base}")
    assert "POS103" not in [finding.code for finding in findings]


CYCLES = {
    "itself": (
        "## positions/service/a.yaml\ntitle: 甲\nbased_on: «a»\n",
        "a → a", [],
    ),
    "three": (
        "## positions/service/a.yaml\ntitle: 甲\nbased_on: «b»\n"
        "## positions/service/b.yaml\ntitle: 乙\nbased_on: c\n"
        "## positions/service/c.yaml\ntitle: 丙\nbased_on: a\n",
        "a → b → c → a", ["b", "c"],
    ),
    "one that leads into a circle": (
        "## positions/service/a.yaml\ntitle: 甲\nbased_on: b\n"
        "## positions/service/b.yaml\ntitle: 乙\nbased_on: «c»\n"
        "## positions/service/c.yaml\ntitle: 丙\nbased_on: b\n",
        "b → c → b", ["c"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("example", "path", "by_way_of"), CYCLES.values(), ids=CYCLES)
def test_a_circle_is_reported_once(tmp_path: Path, example: str, path: str, by_way_of: list[str]) -> None:
    organization, (finding,) = loaded(tmp_path, HEAD + example)
    assert (finding.code, finding.name) == ("POS112", "based-on-cycle")
    assert finding.message == Phrase(f"沿用关系绕成一圈：{path}", f"based_on goes round in a circle: {path}")
    assert finding.span == marked_span_of(HEAD + example)
    assert finding.related == tuple(
        Related(Span(f"positions/service/{member}.yaml", 2, 11, 2, 12), Phrase("途经此处", "by way of here"))
        for member in by_way_of
    )
    assert all(position.title for position in organization.positions)


def test_a_very_long_chain_is_resolved_quickly() -> None:
    own = {
        f"p{i}": Fields({"based_on": Ref(f"p{i + 1}")}, {"": None, "based_on": None}) for i in range(5000)
    }  # fmt: skip
    own["p5000"] = Fields({"title": text("甲")}, {"": None, "title": None})
    begin = time.perf_counter()
    resolved, findings = resolve_bases(own)
    assert time.perf_counter() - begin < 60
    assert findings == []
    assert resolved["p0"].values["title"] == text("甲")


# --- defaults -----------------------------------------------------------------------------------------------

NESTED = """\
## posdoc.yaml
organization: 公司
defaults: {location: 公司, employment: 全职, pay_type: 月薪, conditions: {hours: 白班, environment: fair, pressure: 小}}
## positions/top.yaml
title: 总管
## positions/service/unit.yaml
title: 售后部
defaults: {location: 售后部, employment: 兼职, conditions: {hours: 轮班, environment: harsh}}
## positions/service/head.yaml
title: 经理
## positions/service/east/unit.yaml
title: 华东
defaults: {location: 华东, conditions: {hours: 夜班}}
## positions/service/east/engineer.yaml
title: 工程师
## positions/service/east/lead.yaml
title: 组长
location: 现场
conditions: {pressure: 大}
"""


def test_the_nearest_default_wins(tmp_path: Path) -> None:
    found = clean(tmp_path, NESTED).by_id
    assert [
        (position.location, position.employment, position.pay_type)
        for position in (found["top"], found["head"], found["engineer"], found["lead"])
    ] == [
        (text("公司"), text("全职"), text("月薪")),
        (text("售后部"), text("兼职"), text("月薪")),
        (text("华东"), text("兼职"), text("月薪")),
        (text("现场"), text("兼职"), text("月薪")),
    ]
    conditions = found["lead"].conditions
    assert conditions
    assert (conditions.hours, conditions.environment, conditions.pressure) == (
        text("夜班"),
        Environment.HARSH,
        text("大"),
    )


def test_what_the_base_states_comes_before_defaults(tmp_path: Path) -> None:
    found = clean(tmp_path, HEAD.replace("title: 售后部\n", "title: 售后部\ndefaults: {location: 部门, grade: G1}\n") + """\
## positions/service/a.yaml
title: 工程师
location: 总部
## positions/service/b.yaml
based_on: a
""").by_id  # fmt: skip
    assert (found["b"].location, found["b"].grade) == (text("总部"), "G1")


def test_a_field_that_is_stated_empty_takes_no_default(tmp_path: Path) -> None:
    found = clean(tmp_path, HEAD.replace("title: 售后部\n", "title: 售后部\ndefaults: {tools: [万用表]}\n") + """\
## positions/service/a.yaml
title: 工程师
tools: []
## positions/service/b.yaml
title: 技师
""").by_id  # fmt: skip
    assert (found["a"].tools, found["b"].tools) == ((), (text("万用表"),))


def test_a_default_whose_name_is_a_word_of_python(tmp_path: Path) -> None:
    settings = "title: 售后部\ndefaults: {dotted_to: [{position: quality, for: 质量}]}\n"
    found = clean(
        tmp_path, HEAD.replace("title: 售后部\n", settings) + "## positions/service/a.yaml\ntitle: 甲\n"
    ).by_id
    (line,) = found["a"].dotted_to
    assert (line.position, line.for_) == ("quality", text("质量"))
