"""Those who sign, side by side with their names and dates below them, or in a row below another table."""

from __future__ import annotations

from typing import Any

from posdoc.importers.markdown import read_markdown
from posdoc.importers.plain import read_text
from posdoc.importers.posts import read_posts, standard_labels

SIGNERS = [
    {"role": "author", "name": "张三", "date": "2024-05-06"},
    {"role": "reviewer", "name": "李四", "date": "2024-05-08"},
]


def _read(*rows: tuple[str, ...]) -> list[dict[str, Any]]:
    first, *others = (f"| {' | '.join(row)} |" for row in rows)
    text = "\n".join(
        ["岗位名称：客服代表", "", "岗位目的：答复用户。", "", first, "|" + "---|" * len(rows[0]), *others, ""]
    )
    drafts = read_posts(read_markdown(text.encode(), "form.md"), standard_labels()).drafts
    return [draft.data for draft in drafts]


def test_names_and_dates_below_roles() -> None:
    (data,) = _read(("编制", "审核"), ("张三", "李四"), ("2024-05-06", "2024.5.8"))
    assert data["document"]["signers"] == SIGNERS


def test_rows_that_say_what_they_hold() -> None:
    """The row of titles is about those who sign: it begins no position, and names none."""
    rows = ("", "Prepared by", "Approved by"), ("Name", "Ann Lee", "Bo Ek"), ("Title", "HR Officer", "Manager")
    (data,) = _read(*rows, ("Date", "06-May-2024", "18/05/2024"))
    assert data["title"] == "客服代表"
    assert data["document"]["signers"] == [
        {"role": "author", "name": "Ann Lee", "date": "2024-05-06"},
        {"role": "approver", "name": "Bo Ek", "date": "2024-05-18"},
    ]


def test_what_follows_is_read_as_ever() -> None:
    (data,) = _read(("编制", "审核"), ("张三", "李四"), ("工作地点", "上海"))
    assert data["location"] == "上海"


def test_a_row_of_signatures_ends_a_grid() -> None:
    (data,) = _read(
        ("指标名称", "目标值", "权重", "数据来源"), ("接通率", "≥95%", "100%", "CRM"), ("编制：", "张三", "审核：", "李四"),
        ("日期：", "2024-05-06", "日期：", "2024.5.8"),
    )  # fmt: skip
    assert [kpi["name"] for one in data["kpi_sets"] for kpi in one["kpis"]] == ["接通率"]
    assert data["document"]["signers"] == SIGNERS


def test_a_name_with_the_position_behind_it() -> None:
    text = "Job title: Clerk\nPurpose: Keeps orders.\nPrepared by: Dana Whitlock, HR Business Partner\n"
    (draft,) = read_posts(read_text(text.encode(), "a.txt"), standard_labels()).drafts
    assert draft.data["document"] == {"signers": [{"role": "author", "name": "Dana Whitlock"}]}
    assert [line.unread() for line in draft.lines if line.unread()] == [", HR Business Partner"]


def test_who_signs_is_listed_once_whatever_tables_name_him() -> None:
    text = "\n".join(
        [
            "岗位名称：客服代表", "", "编制：张三", "", "| 编制 | 审核 | 批准 |", "|---|---|---|", "| 王五 | 李四 | |",
            "| 2024-05-06 | | |", "",
        ]
    )  # fmt: skip
    (draft,) = read_posts(read_markdown(text.encode(), "form.md"), standard_labels()).drafts
    assert draft.data["document"]["signers"] == [
        {"role": "author", "name": "张三", "date": "2024-05-06"},
        {"role": "reviewer", "name": "李四"},
        "approver",
    ]
    assert [line.unread() for line in draft.lines if line.unread()] == ["王五"]
