"""What LibreOffice is given to set: no row is lost, wherever on the page a table begins."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from posdoc.word.for_libreoffice import for_libreoffice
from posdoc.word.package import read_package
from tests.word.samples import NAMESPACE, package, paragraph

LINE = "<w:top {0}/><w:left {0}/><w:bottom {0}/><w:right {0}/><w:insideH {0}/>".format('w:val="single" w:sz="4"')
ROOM, ROW = 14400, 400
"""The height of the text on the page, and of a row, in twentieths of a point."""
STEPS = range(-60, 40, 4)
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1153" w:bottom="1134" w:left="1153" '
    'w:header="0" w:footer="0" w:gutter="0"/></w:sectPr>'
)


def _row(text: str, head: bool = False) -> str:
    marks = f'<w:cantSplit/><w:trHeight w:val="{ROW}" w:hRule="exact"/>' + ("<w:tblHeader/>" if head else "")
    return f'<w:tr><w:trPr>{marks}</w:trPr><w:tc><w:tcPr><w:tcW w:w="9600" w:type="dxa"/></w:tcPr>{paragraph(text)}</w:tc></w:tr>'


def _table(number: int) -> str:
    rows = _row(f"head{number}.", head=True) + "".join(_row(f"row{number}-{place}.") for place in range(3))
    grid = '<w:tblGrid><w:gridCol w:w="9600"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>{LINE}</w:tblBorders></w:tblPr>{grid}{rows}</w:tbl>'


def _pushed(number: int, height: int) -> str:
    """A table so far down a page of its own."""
    half = height // 2
    spacers = "".join(
        '<w:p><w:pPr>' + ("<w:pageBreakBefore/>" if first else "")
        + f'<w:spacing w:before="0" w:after="0" w:line="{part}" w:lineRule="exact"/></w:pPr></w:p>'
        for first, part in ((True, half), (False, height - half))
    )  # fmt: skip
    return spacers + _table(number)


def _document() -> bytes:
    heights = [ROOM - 2 * ROW + step for step in STEPS]
    return package("".join(_pushed(number, height) for number, height in enumerate(heights)) + paragraph("end") + PAGE)


def _lost(document: bytes, folder: Path, tool: Callable[[str], str]) -> list[str]:
    (folder / "a.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        tool("soffice"),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "a.docx"),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    read = subprocess.run(
        [tool("pdftotext"), str(folder / "a.pdf"), "-"], capture_output=True, encoding="utf-8", check=True
    )
    wanted = [f"row{number}-{place}." for number in range(len(STEPS)) for place in range(3)]
    return [text for text in wanted if text not in read.stdout]


@pytest.mark.tool("soffice", "pdftotext")
def test_no_row_is_lost_at_any_height(tmp_path: Path, tool: Callable[[str], str]) -> None:
    assert _lost(for_libreoffice(_document()), tmp_path, tool) == []


def test_only_the_first_row_below_the_heads_has_no_line_below() -> None:
    table = etree.fromstring(read_package(for_libreoffice(package(_table(0) + PAGE)), "made")["word/document.xml"])
    rows = table.findall(f".//{{{NAMESPACE}}}tr")
    lines = [row.find(f".//{{{NAMESPACE}}}tcBorders/{{{NAMESPACE}}}bottom") is not None for row in rows]
    assert lines == [False, True, False, False]


def test_a_table_of_one_row_keeps_its_lines() -> None:
    single = _table(0).replace(_row("row0-1."), "").replace(_row("row0-2."), "")
    assert b"tcBorders" not in read_package(for_libreoffice(package(single + PAGE)), "made")["word/document.xml"]
