"""Headings with a name before their label."""

from __future__ import annotations

import pytest

from posdoc.importers.posts.labels import standard_labels
from posdoc.importers.posts.prefixed import prefixed
from tests.importers.posts.texts import bit

HEADINGS = [
    ("售后服务部组织架构图", "unit.chart", "售后服务部"),
    ("一、售后服务部组织架构图：", "unit.chart", "售后服务部"),
    ("备件组部门职能", "unit.functions", "备件组"),
    ("一、备件部组织架构图及部门职能", "unit.functions", "备件部"),
    ("三、维保岗位技能要求", "qualifications", "维保"),
]


@pytest.mark.parametrize(("text", "path", "name"), HEADINGS)
def test_the_name_and_what_the_label_means(text: str, path: str, name: str) -> None:
    found = prefixed(bit(text), standard_labels())
    assert found is not None
    assert (found.path, found.name.text) == (path, name)


@pytest.mark.parametrize(
    "text", ["备件部", "负责备件部的日常管理", "1、维保岗位技能要求", "一、售后，岗位职责", "一般工作环境", ""]
)
def test_other_texts_are_none(text: str) -> None:
    assert prefixed(bit(text), standard_labels()) is None
