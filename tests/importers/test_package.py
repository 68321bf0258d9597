"""The zip of a Word or Excel file: opened with bounds, refused with the way out."""

from __future__ import annotations

import io
import struct
import time
import warnings
import zipfile

import pytest

from posdoc.importers import package as package_module
from posdoc.importers.package import CONTENT_TYPES, open_package
from posdoc.importers.refusal import Refused
from tests.importers.word_files import p, word_file, zipped

TYPES = "<Types/>"
GOOD = zipped({CONTENT_TYPES: TYPES, "word/document.xml": "<x/>" * 100, "word/media/image1.png": bytes(200)})
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def _ole(*streams: str) -> bytes:
    """An OLE file with a directory of these streams."""
    entries = [(name + "\0").encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in ("Root Entry", *streams)]
    return OLE + b"".join(entries)


def _changed(offset: int, value: bytes, begin: bytes = b"PK\x01\x02", data: bytes = GOOD) -> bytes:
    """A zip with other bytes in the last record that begins so."""
    made = bytearray(data)
    place = data.rindex(begin) + offset
    made[place : place + len(value)] = value
    return bytes(made)


def _twice() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in (CONTENT_TYPES, "word/document.xml", "word/document.xml"):
            archive.writestr(name, TYPES)
    return stream.getvalue()


def _packed_otherwise() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr(CONTENT_TYPES, TYPES)
    return stream.getvalue()


def _named(name: str) -> bytes:
    return zipped({CONTENT_TYPES: TYPES, name: "x"})


REFUSED = {
    "nothing": (b"", "file-damaged"),
    "zeros": (bytes(1000), "file-damaged"),
    "text": ("岗位说明书".encode(), "file-damaged"),
    "half a file": (GOOD[: len(GOOD) // 2], "file-damaged"),
    "the last bytes are missing": (GOOD[:-10], "file-damaged"),
    "the head only": (GOOD[:30], "file-damaged"),
    "nothing but a head": (b"PK\x03\x04", "file-damaged"),
    "a directory longer than the file": (_changed(12, b"\xff\xff\xff\x7f", b"PK\x05\x06"), "file-damaged"),
    "an old Word file": (_ole("WordDocument", "1Table"), "wrong-ending"),
    "an old Excel file": (_ole("Workbook"), "wrong-ending"),
    "another old file": (_ole("PowerPoint Document"), "wrong-ending"),
    "an encrypted file": (_ole("EncryptionInfo", "EncryptedPackage"), "file-encrypted"),
    "encrypted members": (_changed(8, b"\x01"), "file-encrypted"),
    "RTF": (b"{\\rtf1\\ansi x}", "wrong-ending"),
    "PDF": (b"%PDF-1.7", "wrong-ending"),
    "a web page": (b"\xef\xbb\xbf <HTML><body>", "wrong-ending"),
    "another web page": (b"<!DOCTYPE html><html>", "wrong-ending"),
    "a web archive": (b"MIME-Version: 1.0\r\n", "wrong-ending"),
    "Word's XML of 2003": (b"<?xml version='1.0'?><w:wordDocument/>", "wrong-ending"),
    "a zip": (zipped({"a.txt": "x"}), "wrong-ending"),
    "an empty zip": (zipped({}), "wrong-ending"),
    "OpenDocument": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "wrong-ending"),
    "a name twice": (_twice(), "file-damaged"),
    "a name twice in other letters": (zipped({CONTENT_TYPES: TYPES, "a/B.xml": "", "a/b.XML": ""}), "file-damaged"),
    "a name that leads out": (_named("../evil"), "file-damaged"),
    "a name that leads out within": (_named("word/../../evil"), "file-damaged"),
    "a name that leads out, on Windows": (_named("..\\evil"), "file-damaged"),
    "an absolute name": (_named("/etc/passwd"), "file-damaged"),
    "a drive": (_named("C:/evil"), "file-damaged"),
    "packed otherwise": (_packed_otherwise(), "file-damaged"),
    "a bomb": (zipped({CONTENT_TYPES: TYPES, "word/document.xml": bytes(20_000_000)}), "file-out-of-bounds"),
    "more than it says": (_changed(24, struct.pack("<I", 0xFFFFFFF0)), "file-out-of-bounds"),
}


@pytest.mark.parametrize(("data", "name"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_the_way_out(data: bytes, name: str) -> None:
    with pytest.raises(Refused) as caught:
        open_package(data, "岗位.docx")
    error = caught.value
    assert error.finding.name == name
    assert error.exit_code == 1
    assert error.finding.span.path == "岗位.docx"
    assert "岗位.docx" in error.message.zh
    assert "岗位.docx" in error.message.en
    assert error.hint is not None
    assert error.hint.zh
    assert error.hint.en


SAID = {
    "an old Word file": ".doc",
    "an old Excel file": ".xls",
    "an encrypted file": "密码",
    "OpenDocument": ".odt",
    "RTF": "RTF",
}


@pytest.mark.parametrize(("case", "words"), SAID.items())
def test_the_message_says_what_the_file_really_is(case: str, words: str) -> None:
    with pytest.raises(Refused, match="cannot be read") as caught:
        open_package(REFUSED[case][0], "a.docx")
    assert words in caught.value.message.zh


def test_parts_are_found_whatever_their_case() -> None:
    package = open_package(GOOD, "a.docx")
    assert package.names == (CONTENT_TYPES, "word/document.xml", "word/media/image1.png")
    assert package.part("Word/Document.XML") == b"<x/>" * 100
    assert package.part("word/none.xml") is None


DAMAGED_PARTS = {
    "a wrong checksum": _changed(16, b"\x00\x00\x00\x00"),
    "shorter than it is": _changed(24, struct.pack("<I", 5)),
    "longer than it is": _changed(24, struct.pack("<I", 5000)),
    "a directory that lies outside": _changed(42, struct.pack("<I", 0x7FFFFFFF)),
    "a head somewhere else": _changed(42, struct.pack("<I", 7)),
}


@pytest.mark.parametrize("data", DAMAGED_PARTS.values(), ids=DAMAGED_PARTS)
def test_a_damaged_part_is_refused_when_it_is_read(data: bytes) -> None:
    package = open_package(data, "a.docx")
    assert package.part("word/document.xml") is not None
    with pytest.raises(Refused) as caught:
        package.part("word/media/image1.png")
    assert caught.value.finding.name == "file-damaged"
    assert "image1.png" in caught.value.message.zh


def test_damage_within_a_part_is_noticed() -> None:
    data = word_file(p("岗位" * 1000))
    place = data.index(b"word/document.xml") + 60
    package = open_package(data[:place] + bytes(10) + data[place + 10 :], "a.docx")
    with pytest.raises(Refused) as caught:
        package.part("word/document.xml")
    assert caught.value.finding.name == "file-damaged"


@pytest.mark.parametrize("bound", ["MOST_PACKED", "MOST_MEMBERS", "MOST_UNPACKED"])
def test_a_file_out_of_bounds_is_refused(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, bound, 2)
    with pytest.raises(Refused) as caught:
        open_package(GOOD, "a.docx")
    assert caught.value.finding.name == "file-out-of-bounds"


@pytest.mark.parametrize("bound", ["MOST_OF_PART", "MOST_READ"])
def test_a_part_out_of_bounds_is_refused(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, bound, 300)
    package = open_package(GOOD, "a.docx")
    assert package.part("word/media/image1.png") is not None
    with pytest.raises(Refused) as caught:
        package.part("word/document.xml")
    assert caught.value.finding.name == "file-out-of-bounds"


def _text_node_of_200_mb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(CONTENT_TYPES, TYPES)
        with archive.open("word/document.xml", "w") as member:
            for _ in range(200):
                member.write(b"a" * 1_000_000)
    return stream.getvalue()


@pytest.mark.large
def test_a_text_of_200_mb_is_never_unpacked() -> None:
    data = _text_node_of_200_mb()
    begin = time.process_time()
    with pytest.raises(Refused) as caught:
        open_package(data, "a.docx").part("word/document.xml")
    assert caught.value.finding.name == "file-out-of-bounds"
    assert time.process_time() - begin < 1


@pytest.mark.large
def test_a_directory_of_a_million_members_is_not_read() -> None:
    begin = time.process_time()
    with pytest.raises(Refused) as caught:
        open_package(GOOD + b"PK\x01\x02".ljust(46, b"\0") * 200_000, "a.docx")
    assert caught.value.finding.name == "file-out-of-bounds"
    assert time.process_time() - begin < 1
