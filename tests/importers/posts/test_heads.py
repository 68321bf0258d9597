"""Rows of heads: which fields the columns hold, also where one of them is of a sort that no field takes."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.markdown import read_markdown
from posdoc.importers.pieces import Cell, Paragraph, Place
from posdoc.importers.posts import read_posts, standard_labels
from posdoc.importers.posts.heads import heads_of
from posdoc.phrases import Phrase

Rows = tuple[tuple[str, ...], ...]


def _read(section: str, *rows: tuple[str, ...]) -> tuple[dict[str, Any], list[str]]:
    """What a table below a heading says, and what of it is left unread."""
    first, *others = (f"| {' | '.join(row)} |" for row in rows)
    text = "\n".join(["岗位名称：客服代表", "", f"## {section}", "", first, "|" + "---|" * len(rows[0]), *others, ""])
    (draft,) = read_posts(read_markdown(text.encode(), "form.md"), standard_labels()).drafts
    return draft.data, [line.unread() for line in draft.lines if line.unread()]


DUTIES = {
    "an unknown column at the end": (
        ("序号", "职责", "时间", "季节性"), ("1", "受理来电", "40%", "否"), ["季节性", "否"],
    ),
    "an unknown column in the middle": (
        ("序号", "职责", "季节性", "时间"), ("1", "受理来电", "否", "40%"), ["季节性", "否"],
    ),
    "words that mean a duty as heads only": (("序号", "主要职责", "时间分配"), ("1", "受理来电", "40%"), []),
    "in English": (("No.", "Task", "Share of time in %"), ("1", "受理来电", "40"), []),
}  # fmt: skip


@pytest.mark.parametrize(("heads", "row", "unread"), DUTIES.values(), ids=DUTIES)
def test_duties(heads: tuple[str, ...], row: tuple[str, ...], unread: list[str]) -> None:
    data, left = _read("岗位职责", heads, row)
    assert data["duties"] == [{"text": "受理来电", "time": "40%"}]
    assert left == unread


OTHERS: dict[str, tuple[str, Rows, dict[str, Any]]] = {
    "measures beside duties": (
        "工作职责",
        (("序号", "工作职责", "考核标准"), ("1", "受理来电", "月度报告")),
        {"duties": [{"text": "受理来电", "measures": ["月度报告"]}]},
    ),
    "indicators": (
        "考核指标",
        (("序号", "指标名称", "考核频率", "标准分"), ("1", "接通率", "每月", "30分")),
        {"kpi_sets": [{"kpis": [{"name": "接通率", "weight": "30%"}]}]},
    ),
    "contacts": (
        "工作联系",
        (("内外部", "联系对象", "联系内容", "联系频率"), ("内部", "配件组", "领料", "每日")),
        {"contacts": [{"scope": "internal", "party": "配件组", "content": "领料"}]},
    ),
    "qualifications": (
        "任职资格",
        (("项目", "最低要求", "期望要求"), ("教育程度", "大专", "本科")),
        {"qualifications": [{"item": "education", "required": "大专", "preferred": "本科"}]},
    ),
    "rights": (
        "权限",
        (("序号", "权限内容", "权限类型", "限额"), ("1", "领用配件；", "决定权", "500元"), ("2", "录用", "人事权", "/"),
         ("3", "合同", "审批权", "/")),
        {"authority": [
            {"act": "decide", "text": "领用配件", "limit": "500元"}, {"kind": "personnel", "text": "录用"},
            {"act": "decide", "text": "合同"},
        ]},
    ),
    "the history of the document": (
        "修订履历",
        (("版本", "修订日期", "修订内容", "修订人"), ("2.0", "12.05.2024", "增加上报职责", "林")),
        {"document": {"revisions": [{"version": "2.0", "date": "2024-05-12", "text": "增加上报职责", "author": "林"}]}},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("section", "rows", "expected"), OTHERS.values(), ids=OTHERS)
def test_other_tables(section: str, rows: Rows, expected: dict[str, Any]) -> None:
    data, _ = _read(section, *rows)
    assert {name: value for name, value in data.items() if name != "title"} == expected


@pytest.mark.parametrize(
    "row", [("联系对象", "财务部", "联系内容"), ("职责", "受理来电", "频率", "每日"), ("权重", "30%", "目标", "≥90%")]
)
def test_labels_with_their_values_are_no_heads(row: tuple[str, ...]) -> None:
    place = Place(1, Phrase("", ""))
    cells = [Cell(0, column, (Paragraph(text, place),), 1, 1) for column, text in enumerate(row)]
    assert heads_of(cells, standard_labels(), "", lambda cell: cell.text) is None
