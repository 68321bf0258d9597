"""What LibreOffice is given to set: no row is lost, wherever on the page a table begins."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from posdoc.errors import DefinitionError
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


def _cell(text: str, width: int, merge: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{paragraph(text)}</w:tc>'


def _row(text: str, merge: str = "", head: bool = False) -> str:
    """A row of two cells; ``merge`` says how the first hangs together with those above and below."""
    rule = "exact" if not merge else "atLeast"
    marks = f'<w:cantSplit/><w:trHeight w:val="{ROW}" w:hRule="{rule}"/>' + ("<w:tblHeader/>" if head else "")
    return f"<w:tr><w:trPr>{marks}</w:trPr>{_cell('', 900, merge)}{_cell(text, 8700)}</w:tr>"


def _table(number: int, merged: bool = False) -> str:
    merges = ['<w:vMerge w:val="restart"/>', "<w:vMerge/>", "<w:vMerge/>"] if merged else ["", "", ""]
    rows = _row(f"head{number}.", head=True)
    rows += "".join(_row(f"row{number}-{place}.", merge) for place, merge in enumerate(merges))
    grid = '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="8700"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>{LINE}</w:tblBorders></w:tblPr>{grid}{rows}</w:tbl>'


def _pushed(number: int, height: int, merged: bool) -> str:
    """A table so far down a page of its own."""
    half = height // 2
    spacers = "".join(
        '<w:p><w:pPr>' + ("<w:pageBreakBefore/>" if first else "")
        + f'<w:spacing w:before="0" w:after="0" w:line="{part}" w:lineRule="exact"/></w:pPr></w:p>'
        for first, part in ((True, half), (False, height - half))
    )  # fmt: skip
    return spacers + _table(number, merged)


def _document(merged: bool) -> bytes:
    heights = [ROOM - 2 * ROW + step for step in STEPS]
    tables = "".join(_pushed(number, height, merged) for number, height in enumerate(heights))
    return package(tables + paragraph("end") + PAGE)


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
@pytest.mark.parametrize("merged", [False, True], ids=["plain", "with a cell over three rows"])
def test_no_row_is_lost_at_any_height(tmp_path: Path, merged: bool, tool: Callable[[str], str]) -> None:
    assert _lost(for_libreoffice(_document(merged)), tmp_path, tool) == []


def test_only_the_first_row_below_the_heads_has_no_line_below() -> None:
    table = etree.fromstring(read_package(for_libreoffice(package(_table(0) + PAGE)), "made")["word/document.xml"])
    rows = table.findall(f".//{{{NAMESPACE}}}tr")
    lines = [row.find(f".//{{{NAMESPACE}}}tcBorders/{{{NAMESPACE}}}bottom") is not None for row in rows]
    assert lines == [False, True, False, False]


def test_a_cell_over_rows_begins_again_in_the_second_row() -> None:
    document = read_package(for_libreoffice(package(_table(0, merged=True) + PAGE)), "made")["word/document.xml"]
    merges = [
        (merge.get(f"{{{NAMESPACE}}}val"), cell.find(f".//{{{NAMESPACE}}}tcBorders/{{{NAMESPACE}}}top") is not None)
        for cell in etree.fromstring(document).iter(f"{{{NAMESPACE}}}tc")
        for merge in cell.iter(f"{{{NAMESPACE}}}vMerge")
    ]
    assert merges == [("restart", True), (None, False)]


def test_a_cell_over_no_more_than_the_first_row_is_let_alone_below() -> None:
    table = _table(0).replace("<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>')
    made = read_package(for_libreoffice(package(table + PAGE)), "made")["word/document.xml"]
    assert b'<w:top w:val="nil"/>' not in made


def test_a_table_of_one_row_keeps_its_lines() -> None:
    single = _table(0).replace(_row("row0-1."), "").replace(_row("row0-2."), "")
    assert b"tcBorders" not in read_package(for_libreoffice(package(single + PAGE)), "made")["word/document.xml"]


def test_a_handbook_may_be_longer_than_a_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of a thousand positions has more XML than is read of any form."""
    monkeypatch.setattr("posdoc.word.package.MOST_XML", 100)
    document = package(_table(1))
    with pytest.raises(DefinitionError, match="内容过大|holds too much"):
        read_package(document, "form")
    assert b"row1-2" in zipfile.ZipFile(io.BytesIO(for_libreoffice(document))).read("word/document.xml")
