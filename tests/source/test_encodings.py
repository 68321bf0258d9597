"""The encoding of a text, guessed; what is said of one that is not UTF-8 is in test_files.py."""

from __future__ import annotations

import pytest

from posdoc.source.encodings import guess_encoding

TEXT = "岗位名称：售后服务主管, ok\n"
CASES = {
    "UTF-8": (TEXT.encode(), "UTF-8"),
    "ASCII": (b"title: x\n", "UTF-8"),
    "UTF-8 with mark": (TEXT.encode("utf-8-sig"), "UTF-8"),
    "UTF-16 with mark": (TEXT.encode("utf-16"), "UTF-16 LE"),
    "UTF-16 BE with mark": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16 BE"),
    "UTF-16 LE": (TEXT.encode("utf-16-le"), "UTF-16 LE"),
    "UTF-32 with mark": (TEXT.encode("utf-32"), "UTF-32 LE"),
    "GBK": (TEXT.encode("gbk"), "GBK/GB18030"),
}


@pytest.mark.parametrize(("data", "name"), CASES.values(), ids=CASES)
def test_the_codec_reads_the_text_without_its_mark(data: bytes, name: str) -> None:
    guessed = guess_encoding(data)
    assert (guessed.name, guessed.is_damaged) == (name, False)
    assert data.decode(guessed.codec) in (TEXT, "title: x\n")


def test_damage_and_what_is_not_known() -> None:
    assert guess_encoding(TEXT.encode()[:-6]).is_damaged
    assert guess_encoding("caf\xe9\n".encode("latin-1")) == ("", False, "")
