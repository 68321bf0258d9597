"""What texts mean as labels of fields."""

from __future__ import annotations

import pytest

from posdoc.importers.posts.labels import Match, bare, labels_with, number_length, standard_labels

LABELS = standard_labels()


@pytest.mark.parametrize(
    ("text", "scope", "path"),
    [
        ("岗位名称", "", "title"),
        ("岗位名称：", "", "title"),
        ("岗 位 名 称", "", "title"),
        ("一、岗位职责", "", "duties"),
        ("（二）岗位职责", "", "duties"),
        ("第三部分：岗位职责", "", "duties"),
        ("3.1 办公环境", "", "conditions.place"),
        ("岗位名称 / Job title", "", "title"),
        ("岗位名称（Job title）", "", "title"),
        ("工作职责及衡量标准（按重要性排序）", "", "duties"),
        ("所属部门/科室", "", "unit"),
        ("JOB TITLE", "", "title"),
        ("Reports to:", "", "reports_to"),
        ("专业", "qualifications", "qualifications.major"),
        ("内部", "contacts", "contacts.internal"),
        ("季度", "kpis", "kpis.targets.quarter"),
        ("部门职能", "", "unit.functions"),
    ],
)
def test_labels(text: str, scope: str, path: str) -> None:
    assert LABELS.find(text, scope) == path


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("专业", ""), ("内部", ""), ("季度", "duties"),
        ("负责岗位职责的编写", ""), ("岗位名称维修工程师", ""), ("岗位\n名称说明", ""), ("", ""), ("一、", ""), ("二" * 61, ""),
    ],
)  # fmt: skip
def test_no_labels(text: str, scope: str) -> None:
    assert LABELS.find(text, scope) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("岗位名称维修工程师", Match("title", 4)),
        ("岗位任职人(签字)本人已阅", Match("document.signers.incumbent", 9)),
        ("岗位编号", Match("code", 4)),
        ("维修工程师", None),
        ("", None),
    ],
)
def test_labels_that_begin_a_text(text: str, expected: Match | None) -> None:
    assert LABELS.starts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("服务部部门组织架构图及部门职能", "unit.functions"),
        ("维保岗位技能要求", "qualifications"),
        ("维保人员", None),
        ("人", None),
    ],
)
def test_labels_that_end_a_text(text: str, expected: str | None) -> None:
    assert LABELS.ends(text) == expected


def test_labels_of_a_workspace_come_first() -> None:
    own = labels_with({"code": ["工号段"], "purpose": ["岗位职责"]})
    assert own.find("工号段") == "code"
    assert own.find("一、岗位职责") == "purpose"
    assert own.find("岗位名称") == "title"
    assert LABELS.find("工号段") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、职责", 2), ("（一）职责", 3), ("(1)职责", 3), ("1.职责", 2), ("1.2 职责", 4), ("1-2职责", 3), ("①职责", 1),
        ("第三条职责", 3), ("A.职责", 2), ("IV. Duties", 4), ("职责", 0), ("2018", 0), ("", 0),
        ("100. 维修员", 5), ("138、维修员", 4), ("365天", 0), ("100.5万元", 0), ("1000. 维修员", 0),
    ],
)  # fmt: skip
def test_numbers_before_a_text(text: str, expected: int) -> None:
    assert number_length(text) == expected


def test_bare() -> None:
    assert bare(" Ｊｏｂ  Title： ") == "jobtitle"
    assert bare("岗位(职位)名称") == bare("岗位（职位）名称")
