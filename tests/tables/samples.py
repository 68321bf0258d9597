"""A table with everything that tables can have, and texts that spreadsheets would take for something else."""

from __future__ import annotations

from datetime import date

from posdoc.tables.sheet import Book, Column, Formula, Kind, Row, Sheet

HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    "＠甲",
    '=HYPERLINK("http://a.example","b")',
    "'quoted",
    'comma, and "quote"',
    "a\x00b\x0bc",
    "_x0041_",
    "<b>&amp;</b>",
    "lone \ud800 half",
    "line 1\r\nline 2",
    "",
)
"""Texts as a definition could have them."""

STAFF = Sheet(
    name="staff",
    title="人员",
    columns=(
        Column("部门"),
        Column("人数（含下级）", Kind.COUNT),
        Column("均值", Kind.MEAN),
        Column("比", Kind.RATIO),
        Column("占比", Kind.PERCENT),
        Column("日期", Kind.DATE),
    ),
    rows=(
        Row(("服务部", 1234, 2.25, 4.5, 0.5, date(2026, 3, 1))),
        Row(("现场组", None, None, None, None, None), indent=1),
        Row(("客服组", "数名", Formula("B2/2", 617.0), 1, 1, date(2026, 12, 31)), indent=1),
    ),
    totals=(Row(("合计", Formula("SUM(B2:B4)", 1234), None, None, None, None)),),
    notes=("一句说明。",),
)
EMPTY = Sheet("empty", "空表", (Column("列"),), (), nothing="没有内容。")
TEXTS = Sheet("texts", "Texts: a/b", (Column("Text"),), tuple(Row((text,)) for text in HOSTILE))
BOOK = Book(
    "甲 & 乙",
    "zh",
    (STAFF, EMPTY, TEXTS),
    subtitle="截至 & 今天",
    company="=公司",
    page_of="第 {page} 页 共 {pages} 页",
)
