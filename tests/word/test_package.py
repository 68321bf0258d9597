"""The zip around a Word file: read with limits, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import pytest

from posdoc.errors import DefinitionError
from posdoc.word import package as package_module
from posdoc.word.package import CONTENT_TYPES, read_package, write_package
from tests.word.samples import package, paragraph

GOOD = package(paragraph("x"))


def _zip(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return stream.getvalue()


def _encrypted() -> bytes:
    """A zip that says of its first part that it is encrypted."""
    data = bytearray(GOOD)
    data[6] |= 1
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    return bytes(data)


def _lying(size: int) -> bytes:
    """A zip whose first part says that it is of another size than it is."""
    data = bytearray(_zip((CONTENT_TYPES, b"x" * 1000), ("word/document.xml", b"y")))
    central = data.index(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", size)
    return bytes(data)


NOT_WORD = {
    "nothing": b"",
    "text": b"not a zip",
    "an old Word file": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600),
    "truncated at the end": GOOD[:-10],
    "truncated in the middle": GOOD[: len(GOOD) // 2],
    "the head only": GOOD[:30],
    "no parts": _zip(),
    "another office file": _zip((CONTENT_TYPES, b"<Types/>"), ("xl/workbook.xml", b"<x/>")),
    "no content types": _zip(("word/document.xml", b"<x/>")),
    "encrypted": _encrypted(),
    "longer than it says": _lying(10),
}


@pytest.mark.parametrize("data", NOT_WORD.values(), ids=NOT_WORD)
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(DefinitionError) as raised:
        read_package(data, "我的表单")
    assert "我的表单" in raised.value.message.zh
    assert "'我的表单'" in raised.value.message.en
    assert raised.value.hint is not None


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, "MOST_PARTS", 3)
    with pytest.raises(DefinitionError, match="holds too much"):
        read_package(_zip(*((f"{n}.xml", b"") for n in range(4))), "f")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = _zip((CONTENT_TYPES, b"<Types/>"), ("word/document.xml", b"\0" * 5_000_000))
    assert len(bomb) < 10_000
    monkeypatch.setattr(package_module, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: pytest.fail("a part was opened"))
    with pytest.raises(DefinitionError, match="holds too much"):
        read_package(bomb, "f")


def test_damage_anywhere_is_refused_or_does_no_harm() -> None:
    chance = random.Random(7)
    refused = 0
    for _ in range(400):
        data = bytearray(GOOD)
        data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            parts = read_package(bytes(data), "f")
        except DefinitionError:
            refused += 1
        else:
            assert "word/document.xml" in parts
    assert refused > 100


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_every_compression_is_read(method: int) -> None:
    parts = (CONTENT_TYPES, b"<Types/>"), ("word/document.xml", b"<x/>")
    assert read_package(_zip(*parts, method=method), "f") == dict(parts)


def test_folders_are_no_parts() -> None:
    data = _zip((CONTENT_TYPES, b"<Types/>"), ("word/", b""), ("word/document.xml", b"<x/>"))
    assert list(read_package(data, "f")) == [CONTENT_TYPES, "word/document.xml"]


# --- writing ------------------------------------------------------------------------------------------------

PARTS = {"word/document.xml": b"<d/>", "_rels/.rels": b"<r/>", "b.xml": b"", CONTENT_TYPES: b"<t/>", "a.xml": b"a" * 99}


def test_the_same_parts_give_the_same_bytes_in_whatever_order() -> None:
    assert write_package(PARTS) == write_package(dict(reversed(PARTS.items())))


def test_content_types_come_first_and_the_rest_is_sorted() -> None:
    names = zipfile.ZipFile(io.BytesIO(write_package(PARTS))).namelist()
    assert names == [CONTENT_TYPES, "_rels/.rels", "a.xml", "b.xml", "word/document.xml"]


def test_nothing_in_it_says_when_or_where_it_was_written() -> None:
    for info in zipfile.ZipFile(io.BytesIO(write_package(PARTS))).infolist():
        assert (info.date_time, info.create_system, info.extra, info.comment) == ((1980, 1, 1, 0, 0, 0), 0, b"", b"")
        assert info.compress_type == zipfile.ZIP_DEFLATED


def test_what_is_written_is_read() -> None:
    assert read_package(write_package(PARTS), "f") == PARTS
