"""Any file: read by what it is, refused with the way out, found in folders."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from docx import Document

from posdoc import libreoffice
from posdoc.errors import OutputError, UsageError
from posdoc.importers.pieces import Foreign
from posdoc.importers.reading import ENDINGS, MOST_BYTES, find_foreign, find_passed_over, read_foreign
from posdoc.importers.refusal import Refused
from posdoc.phrases import Phrase
from tests.importers.shown import texts
from tests.importers.workbooks import data, relation, relationships, row, text, workbook, zipped

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)


def _document(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _ole(stream: str) -> bytes:
    return OLE + f"{stream}\0".encode("utf-16-le")


def _open_document(kind: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", "<x/>")
    return stream.getvalue()


DOCX = _document("岗位名称：售后主管")
XLSX = workbook(data(row(1, text("A1", "岗位"), text("B1", "主管"))))
PLAIN = "岗位,主管\n".encode("gbk")


def _read(folder: Path, name: str, content: bytes) -> Foreign:
    (folder / name).write_bytes(content)
    return read_foreign(folder / name)


def _refused(folder: Path, name: str, content: bytes) -> Refused:
    with pytest.raises(Refused) as refused:
        _read(folder, name, content)
    finding = refused.value.finding
    assert finding.span.path == name
    assert finding.hint
    return refused.value


# --- what is read -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("主管.docx", DOCX, ["岗位名称：售后主管"]),
        ("主管.DOCX", DOCX, ["岗位名称：售后主管"]),
        ("a.xlsx", XLSX, [[["岗位", "主管"]]]),
        ("a.xlsm", XLSX, [[["岗位", "主管"]]]),
        ("a.csv", PLAIN, [[["岗位", "主管"]]]),
        ("a.txt", PLAIN, ["岗位,主管"]),
        ("a.md", "# 岗位\n".encode(), ["岗位"]),
        ("a.md", "<!-- 甲 -->\n乙\n".encode(), ["乙"]),
        ("a.txt", b"<?xml version='1.0'?>", ["<?xml version='1.0'?>"]),
    ],
)
def test_read_by_its_ending(tmp_path: Path, name: str, content: bytes, expected: list[object]) -> None:
    foreign = _read(tmp_path, name, content)
    assert texts(foreign) == expected
    assert (foreign.name, foreign.format) == (name, name.rpartition(".")[2].lower())


# --- what is refused ----------------------------------------------------------------------------------------

REFUSED = {
    "an old Word file": ("a.docx", _ole("WordDocument"), "POS905", ".doc"),
    "a workbook": ("a.docx", XLSX, "POS905", ".xlsx"),
    "a text": ("a.xlsx", PLAIN, "POS905", ".csv"),
    "a new Word file": ("a.doc", DOCX, "POS905", ".docx"),
    "a web page": ("a.xls", b"\n<HTML><table>", "POS905", ".xlsx"),
    "a web page as XML": ("a.doc", b"<?xml version='1.0'?><html>", "POS905", ".docx"),
    "XML": ("a.xls", b"<?xml version='1.0'?><Workbook>", "POS905", ".xlsx"),
    "a workbook as text": ("a.csv", XLSX, "POS905", ".xlsx"),
    "an OpenDocument text": ("a.docx", _open_document("text"), "POS905", ".odt"),
    "an OpenDocument spreadsheet": ("a.txt", _open_document("spreadsheet"), "POS905", ".ods"),
    "a binary workbook": ("a.xlsx", zipped({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "POS905", ".xlsb"),
    "slides": ("a.docx", zipped({"[Content_Types].xml": "", "ppt/a.xml": ""}), "POS905", "original"),
    "a PDF": ("a.doc", b"%PDF-1.7", "POS905", "original"),
    "a picture": ("a.docx", b"\x89PNG\r\n", "POS905", "original"),
    "a mail": ("a.doc", _ole("__substg1.0"), "POS905", "original"),
    "a zip file": ("a.docx", zipped({"a.txt": "x"}), "POS905", "save"),
    "encrypted": ("a.xlsx", _ole("EncryptedPackage"), "POS903", "password"),
    "half a file": ("a.docx", DOCX[:-200], "POS902", "again"),
    "an ending that is not known": ("a.pdf", b"%PDF-1.7", "POS901", "original"),
    "an ending that is wrong and not known": ("a.bak", DOCX, "POS901", ".docx"),
    "no ending": ("readme", b"x", "POS901", ".txt"),
    "a damaged file of an unknown ending": ("a.bak", DOCX[:-200], "POS901", "original"),
    "empty": ("a.docx", b"", "POS907", "right file"),
    "zeros": ("a.xlsx", bytes(2_000), "POS907", "right file"),
    "spaces": ("a.txt", b" \r\n\t\n", "POS907", "right file"),
    "no text": ("b.docx", _document(""), "POS907", "right file"),
    "no cells": ("b.xlsx", workbook(data()), "POS907", "right file"),
    "no rows": ("b.csv", b",,,\n,,,\n", "POS907", "right file"),
}


@pytest.mark.parametrize(("name", "content", "code", "hint"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, name: str, content: bytes, code: str, hint: str) -> None:
    finding = _refused(tmp_path, name, content).finding
    assert finding.code == code
    assert finding.hint
    assert hint in finding.hint.en


def test_a_file_of_pictures_only_says_so(tmp_path: Path) -> None:
    drawing = "<wsDr><anchor><pic/></anchor></wsDr>"
    relations = relationships(relation("d", "drawing", "../d.xml"))
    parts = {"xl/worksheets/_rels/sheet1.xml.rels": relations, "xl/d.xml": drawing}
    refused = _refused(tmp_path, "a.xlsx", workbook(data(), parts=parts))
    assert refused.finding.code == "POS907"
    assert "pictures only" in refused.finding.message.en


def test_too_large(tmp_path: Path) -> None:
    with open(tmp_path / "a.docx", "wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(Refused, match="more than the 64 MB"):
        read_foreign(tmp_path / "a.docx")


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(Refused, match="a folder"):
        read_foreign(tmp_path / "a.docx")
    with pytest.raises(Refused, match="not there") as refused:
        read_foreign(tmp_path / "b.docx")
    assert refused.value.finding.code == "POS015"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(Refused, match="not a regular file"):
        read_foreign(tmp_path / "a.txt")


# --- old formats --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "before", "after"),
    [
        ("主管.doc", _ole("WordDocument"), "doc", "docx"),
        ("主管.wps", _ole("WordDocument"), "doc", "docx"),
        ("主管.doc", b"{\\rtf1 x}", "rtf", "docx"),
        ("主管.odt", _open_document("text"), "odt", "docx"),
        ("主管.et", _ole("Workbook"), "xls", "xlsx"),
        ("主管.xls", _ole("Book"), "xls", "xlsx"),
        ("主管.ods", _open_document("spreadsheet"), "ods", "xlsx"),
        ("主管.xlsb", zipped({"[Content_Types].xml": "", "xl/workbook.bin": ""}), "xlsb", "xlsx"),
    ],
)
def test_old_files_are_turned_into_new_ones(tmp_path: Path, name: str, content: bytes, before: str, after: str) -> None:
    asked = []

    def convert(given: bytes, *formats: str) -> bytes:
        asked.append((given, formats))
        return DOCX if formats[1] == "docx" else XLSX

    (tmp_path / name).write_bytes(content)
    foreign = read_foreign(tmp_path / name, convert=convert)
    assert asked == [(content, (before, after))]
    assert texts(foreign) in (["岗位名称：售后主管"], [[["岗位", "主管"]]])
    assert (foreign.name, foreign.format) == (name, name.rpartition(".")[2])


def test_without_libreoffice_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice.shutil, "which", lambda _: None)
    monkeypatch.setattr(libreoffice.sys, "platform", "linux")
    monkeypatch.delenv("POSDOC_SOFFICE", raising=False)
    finding = _refused(tmp_path, "a.doc", _ole("WordDocument")).finding
    assert finding.code == "POS906"
    assert finding.hint
    assert "libreoffice.org" in finding.hint.en
    assert ".docx" in finding.hint.zh


def test_a_libreoffice_that_does_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSDOC_SOFFICE", str(tmp_path / "missing"))
    finding = _refused(tmp_path, "a.xls", _ole("Workbook")).finding
    assert finding.code == "POS906"
    assert "cannot run" in finding.message.en


def test_what_libreoffice_cannot_read(tmp_path: Path) -> None:
    def convert(*_: object) -> bytes:
        raise OutputError(Phrase("无", "none"))

    (tmp_path / "a.doc").write_bytes(_ole("WordDocument"))
    with pytest.raises(Refused) as refused:
        read_foreign(tmp_path / "a.doc", convert=convert)
    assert refused.value.finding.code == "POS902"


@pytest.mark.tool("soffice")
def test_an_rtf_file_through_libreoffice(tmp_path: Path) -> None:
    title = "".join(f"\\u{ord(letter)}?" for letter in "岗位名称：主管")
    foreign = _read(tmp_path, "主管.rtf", f"{{\\rtf1\\ansi\\uc1 {title}\\par}}".encode())
    assert texts(foreign)[0] == "岗位名称：主管"
    assert (foreign.name, foreign.format) == ("主管.rtf", "rtf")


# --- folders ------------------------------------------------------------------------------------------------


def _files(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"x")
    return root


def test_every_ending_is_in_small_letters() -> None:
    assert {"docx", "doc", "xlsx", "xls", "csv", "md", "txt", "odt", "wps", "et"} <= ENDINGS
    assert {ending for ending in ENDINGS if ending != ending.lower()} == set()


def test_folders_are_gone_through(tmp_path: Path) -> None:
    root = _files(
        tmp_path, "b/2.docx", "b/a/1.XLSX", "a.md", "b/~$2.docx", ".git/c.txt", "b/.hidden.txt", "b/scan.pdf", "c.png"
    )  # fmt: skip
    found = [path.relative_to(root).as_posix() for path in find_foreign([root])]
    assert found == ["a.md", "b/2.docx", "b/a/1.XLSX"]
    assert [path.name for path in find_passed_over([root])] == ["c.png", "scan.pdf"]


def test_files_that_are_named_are_taken_whatever_they_are(tmp_path: Path) -> None:
    root = _files(tmp_path, "b.pdf", "a.docx")
    named = [root / "b.pdf", root, root / "a.docx"]
    assert find_foreign(named) == [root / "b.pdf", root / "a.docx"]
    assert find_passed_over([root / "b.pdf"]) == []


def test_links_in_circles(tmp_path: Path) -> None:
    root = _files(tmp_path, "a/1.txt")
    (root / "a" / "again").symlink_to(root, target_is_directory=True)
    (root / "a" / "2.txt").symlink_to(root / "a" / "1.txt")
    assert [path.name for path in find_foreign([root])] == ["1.txt"]


def test_a_path_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no file or folder"):
        find_foreign([tmp_path / "missing"])
