"""Data in the shape of definitions: what lacks a field that it must have is left out, and its words are told."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.gathering import gather
from posdoc.importers.posts import read_posts, standard_labels
from posdoc.importers.shaping import whole
from posdoc.model import Position
from tests.importers.posts.texts import foreign

KPI: dict[str, Any] = {"name": "到场及时率", "target": "≥95%"}


@pytest.mark.parametrize(
    ("data", "kept", "told"),
    [
        ({"title": "甲", "contacts": [{"party": "f"}]}, {"title": "甲", "contacts": [{"party": "f"}]}, []),
        ({"title": "甲", "contacts": [{"content": "对账", "scope": "internal"}, {"party": "f"}]},
         {"title": "甲", "contacts": [{"party": "f"}]}, [("contacts", ["对账", "internal"])]),
        ({"title": "甲", "contacts": [{"party": "", "content": "对账"}]}, {"title": "甲"}, [("contacts", ["对账"])]),
        ({"title": "甲", "contacts": []}, {"title": "甲", "contacts": []}, []),
        ({"title": "甲", "flows": [{"steps": [{"text": "登记"}]}, {"title": "投诉", "steps": [{"text": "登记"}]}]},
         {"title": "甲", "flows": [{"title": "投诉", "steps": [{"text": "登记"}]}]}, [("flows", ["登记"])]),
        ({"title": "甲", "kpi_sets": [{"kpis": [KPI]}]}, {"title": "甲", "kpi_sets": [{"kpis": [KPI]}]}, []),
        ({"title": "甲", "duties": ["盘点", {"text": "收发"}]}, {"title": "甲", "duties": ["盘点", {"text": "收发"}]}, []),
        ({"title": "甲", "unknown": [{"a": "b"}]}, {"title": "甲", "unknown": [{"a": "b"}]}, []),
        ({"duties": ["盘点库存"]}, None, [("", ["盘点库存"])]),
    ],
)  # fmt: skip
def test_what_lacks_a_field_is_left_out(data: dict[str, Any], kept: Any, told: list[tuple[str, list[str]]]) -> None:
    left_out: list[tuple[str, list[str]]] = []
    assert whole(data, Position, left_out) == kept
    assert left_out == told


@pytest.mark.parametrize(
    ("language", "head"), [("zh", "# 下列内容缺少必填的项，没有写入："), ("en", "# These entries lack")]
)
def test_of_a_unit_too_what_is_left_out_is_told(language: str, head: str) -> None:
    read = read_posts(foreign("部门名称：售后部", "岗位名称：客服"), standard_labels())
    read.unit.unit = "售后部"
    read.unit.data = {"glossary": [{"term": "工单", "definition": "一次服务"}, {"definition": "三个月内保修"}]}
    (made,) = (text for name, text in gather([read], language).files.items() if name.endswith("/unit.yaml"))
    assert "三个月内保修" not in made.partition("#")[0]
    assert "工单" in made.partition("#")[0]
    assert head in made
    assert "# glossary: 三个月内保修" in made
