"""Word files as departments have them: several posts in a file, and how titles are set (structures 7 and 8)."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document

from posdoc.importers.pieces import Foreign
from posdoc.importers.word import read_word
from tests.importers.structures import Case, cell, check, form, numbered
from tests.importers.word_files import field, p, r, read, word_file

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr></w:style>'
    for identity, name, level in (("1", "heading 1", 0), ("2", "heading 2", 1), ("T1", "toc 1", 9))
)
NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def styled(text: str, style: str) -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>')


def bold(text: str) -> str:
    return p(r(text, "<w:b/>"))


def lines(*texts: str) -> str:
    return "".join(map(p, texts))


def by_python_docx(*parts: tuple[str, str]) -> Foreign:
    """A file that python-docx writes: each part is a style and a text."""
    document = Document()
    for style, text in parts:
        document.add_paragraph(text, style=style)
    stream = io.BytesIO()
    document.save(stream)
    return read_word(stream.getvalue(), "posts.docx")


TWO_POSTS = {
    "配件库管员": {"duties": [{"text": "收发配件。"}, {"text": "每月盘点。"}]},
    "旧件管理员": {"duties": [{"text": "接收旧件。"}, {"text": "报废旧件。"}]},
}
TWO_IN_ENGLISH = {
    "Parts Clerk": {"duties": [{"text": "Issue parts."}, {"text": "Count stock monthly."}]},
    "Returns Clerk": {"duties": [{"text": "Receive returned parts."}, {"text": "Scrap them."}]},
}
CASES = {
    # --- 7: several posts in a file
    "7 numbered titles": Case(
        read(lines(
            "一、配件库管员岗位职责", "1、收发配件。", "2、每月盘点。", "二、旧件管理员岗位职责", "1、接收旧件。",
            "2、报废旧件。",
        )),
        TWO_POSTS,
    ),
    "7 titles with numbers such as 1.0": Case(
        read(lines(
            "1.0配件库管员岗位职责", "1.1收发配件。", "1.2每月盘点。", "2.0旧件管理员岗位职责", "2.1接收旧件。",
            "2.2报废旧件。",
        )),
        TWO_POSTS,
    ),
    "7 titles as headings": Case(
        read(
            styled("配件库管员", "1") + styled("岗位职责", "2") + lines("1、收发配件。", "2、每月盘点。")
            + styled("旧件管理员", "1") + styled("岗位职责", "2") + lines("1、接收旧件。", "2、报废旧件。"),
            styles=STYLES,
        ),
        TWO_POSTS,
    ),
    "7 headings of python-docx": Case(
        by_python_docx(
            ("Title", "配件部岗位说明书汇编"),
            ("Heading 1", "配件库管员岗位说明书"), ("Heading 2", "主要职责"), ("List Number", "收发配件。"),
            ("List Number", "每月盘点。"),
            ("Heading 1", "旧件管理员岗位说明书"), ("Heading 2", "主要职责"), ("List Number", "接收旧件。"),
            ("List Number", "报废旧件。"),
        ),
        TWO_POSTS, kept=["配件部岗位说明书汇编"],
    ),
    "7 the same heading over each": Case(
        read(
            bold("岗位说明书") + form(("岗位名称", "配件库管员"), ("岗位职责", cell("1、收发配件。\n2、每月盘点。")), columns=2)
            + bold("岗位说明书") + form(("岗位名称", "旧件管理员"), ("岗位职责", cell("1、接收旧件。\n2、报废旧件。")),
            columns=2),
        ),
        TWO_POSTS,
    ),
    "7 told apart by their tables only": Case(
        read("".join(
            form(("岗位名称", name), ("岗位职责", cell(duties)), columns=2) + p("")
            for name, duties in (("配件库管员", "1、收发配件。\n2、每月盘点。"), ("旧件管理员", "1、接收旧件。\n2、报废旧件。"))
        )),
        TWO_POSTS,
    ),
    "7 the title in the name of the file only": Case(
        read_word(word_file(lines("一、岗位职责", "1、收发配件。", "2、每月盘点。")), "03 配件库管员岗位说明书（2024版）.docx"),
        {"配件库管员": TWO_POSTS["配件库管员"]},
    ),
    "7 a table of contents repeats the titles": Case(
        read(
            p("目    录")
            + p(field('TOC \\o "1-1"', r("配件库管员岗位说明书<w:tab/>1".replace("<w:tab/>", " ……… "))),
            '<w:pStyle w:val="T1"/>')
            + styled("旧件管理员岗位说明书 ……… 2", "T1")
            + styled("配件库管员岗位说明书", "1") + lines("岗位职责", "1、收发配件。", "2、每月盘点。")
            + styled("旧件管理员岗位说明书", "1") + lines("岗位职责", "1、接收旧件。", "2、报废旧件。"),
            styles=STYLES,
        ),
        TWO_POSTS, kept=["目    录"],
    ),
    "7 English headings": Case(
        by_python_docx(
            ("Title", "Parts Department"),
            ("Heading 1", "Parts Clerk"), ("Heading 2", "Responsibilities"), ("List Bullet", "Issue parts."),
            ("List Bullet", "Count stock monthly."),
            ("Heading 1", "Returns Clerk"), ("Heading 2", "Responsibilities"), ("List Bullet", "Receive returned parts."),
            ("List Bullet", "Scrap them."),
        ),
        TWO_IN_ENGLISH, kept=["Parts Department"],
    ),
    "7 English titles in lines": Case(
        read(lines(
            "Job Description: Parts Clerk", "Duties", "1. Issue parts.", "2. Count stock monthly.",
            "Job Description: Returns Clerk", "Duties", "1. Receive returned parts.", "2. Scrap them.",
        )),
        TWO_IN_ENGLISH,
    ),
    # --- 8: titles by style, in bold, with automatic numbers, and some without anything
    "8 bold titles": Case(
        read(
            bold("配件库管员") + bold("岗位职责") + lines("1、收发配件。", "2、每月盘点。")
            + bold("旧件管理员") + bold("岗位职责") + lines("1、接收旧件。", "2、报废旧件。"),
        ),
        TWO_POSTS,
    ),
    "8 automatic numbers before titles": Case(
        read(
            numbered("配件库管员岗位职责") + lines("1、收发配件。", "2、每月盘点。")
            + numbered("旧件管理员岗位职责") + lines("1、接收旧件。", "2、报废旧件。"),
            numbering=NUMBERS,
        ),
        TWO_POSTS,
    ),
    "8 a part of the headings has no style": Case(
        read(
            styled("配件库管员岗位说明书", "1") + styled("岗位职责", "2") + lines("1、收发配件。", "2、每月盘点。")
            + p("使用工具")
            + p("叉车、扫码枪") + bold("任职条件") + p("学历：高中"),
            styles=STYLES,
        ),
        {"配件库管员": {
            **TWO_POSTS["配件库管员"], "tools": ["叉车", "扫码枪"],
            "qualifications": [{"item": "education", "required": "高中"}],
        }},
    ),
    "8 English bold titles": Case(
        read(
            bold("PARTS CLERK - JOB DESCRIPTION") + bold("Duties") + lines("1. Issue parts.", "2. Count stock monthly.")
            + bold("RETURNS CLERK - JOB DESCRIPTION") + bold("Duties") + lines("1. Receive returned parts.", "2. Scrap them."),
        ),
        {"PARTS CLERK": TWO_IN_ENGLISH["Parts Clerk"], "RETURNS CLERK": TWO_IN_ENGLISH["Returns Clerk"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_read_as_stated(case: Case, tmp_path: Path) -> None:
    check(case, tmp_path)
