"""Plain text in any encoding."""

from __future__ import annotations

import pytest

from posdoc.importers.plain import MOST_BYTES, read_text
from posdoc.importers.refusal import Refused
from tests.importers.shown import found, paragraphs, texts

TEXT = "岗位名称：售后主管\n直接上级：经理\n"
ENCODINGS = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with mark": TEXT.encode("utf-8-sig"),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 BE with mark": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-32": TEXT.encode("utf-32"),
    "GBK": TEXT.encode("gbk"),
    "GB18030": TEXT.encode("gb18030"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(data: bytes) -> None:
    read = read_text(data, "主管.TXT")
    assert texts(read) == ["岗位名称：售后主管", "直接上级：经理"]
    assert read.findings == ()
    assert (read.name, read.format) == ("主管.TXT", "txt")


def test_lines_keep_their_numbers_and_inner_spaces() -> None:
    read = read_text("一、职责  \r\n\r\n　　1、受理   投诉\t\r2、维修\n \t\n".encode(), "a.txt")
    assert [(p.text, p.place.number, p.place.words.zh) for p in paragraphs(read)] == [
        ("一、职责", 1, "第 1 行"),
        ("　　1、受理   投诉", 3, "第 3 行"),
        ("2、维修", 4, "第 4 行"),
    ]


def test_what_is_invisible_is_left_out_and_what_is_impossible_is_shown() -> None:
    read = read_text("售\u200b后\u202e主\x07管\x0b二级\u2028三级\n".encode(), "a.txt")
    assert texts(read)[0] == "售后主\N{REPLACEMENT CHARACTER}管\n二级\n三级"


DAMAGED = {
    "a cut character": ((TEXT * 3).encode()[:-2], "直接上级：经\N{REPLACEMENT CHARACTER}", 6),
    "a broken byte of GBK": (TEXT.encode("gbk") * 9 + b"\xff\n", "\N{REPLACEMENT CHARACTER}", 19),
    "Western European": ("Manager\ncaf\xe9\n".encode("latin-1"), "café", 2),
}


@pytest.mark.parametrize(("data", "last", "line"), DAMAGED.values(), ids=DAMAGED)
def test_damage_is_reported_where_it_is(data: bytes, last: str, line: int) -> None:
    read = read_text(data, "a.txt")
    assert texts(read)[-1] == last
    assert found(read) == [("garbled-text", line)]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "POS901"), (b"x" * (MOST_BYTES + 1), "POS904")],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_text(data, "a.txt")
    assert refused.value.finding.code == code
    assert refused.value.finding.hint
