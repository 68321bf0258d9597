"""What a file says of a unit."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts.file_read import FileRead
from posdoc.importers.posts.labels import standard_labels
from posdoc.importers.posts.whole_file import read_posts
from tests.importers.posts.texts import foreign


def read(*texts: str) -> FileRead:
    return read_posts(foreign(*texts), standard_labels())


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("部门职能", "1、编制计划;", "2、保管档案。"), {"functions": ["编制计划", "保管档案。"]}),
        (("维修部部门职能", "1、编制计划", "2、保管档案"), {"functions": ["编制计划", "保管档案"]}),
        (("部门职能", "1、编制计划", "部门职能", "1、编制计划", "2、保管档案"), {"functions": ["编制计划", "保管档案"]}),
        (("部门职能", "1、编制全年计划", "部门职能", "1、编制全年计划;&其它"), {"functions": ["编制全年计划"]}),
        (("部门职能", "1、编制计划", "二、职务体系", "2、其它"), {"functions": ["编制计划"]}),
        (("价值定位:让用户满意。",), {"value_proposition": "让用户满意。"}),
        (("背景及目的", "为了提高效率。"), {"background": "为了提高效率。"}),
        (
            ("客服主管 1人客服前台 2人大堂助理 7人",),
            {"posts": [{"title": "客服主管", "headcount": "1"}, {"title": "客服前台", "headcount": "2"},
                       {"title": "大堂助理", "headcount": "7"}]},
        ),
        (("客服主管 1人客服前台 2人",), {}),
    ],
)  # fmt: skip
def test_units(texts: tuple[str, ...], expected: dict[str, Any]) -> None:
    source = read(*texts)
    assert (source.unit.data, source.drafts) == (expected, [])


def test_numbers_of_functions() -> None:
    source = read("部门职能", "1、编制计划", "3、保管档案")
    assert [f"{one.span.line} {one.kind.name}" for one in source.unit.findings] == ["3 numbering-of-source"]


def test_a_chart_that_was_run_together_is_reported() -> None:
    source = read("维修部部门组织架构图一、部门职能:服务经理配件组三包组财务组新件仓管员统计员客服助理二、其它")
    assert [one.kind.name for one in source.unit.findings] == ["drawing-without-lines"]
    assert "服务经理配件组" in source.unit.lines[0].unread()
