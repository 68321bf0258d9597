"""Stand-ins: the text that YAML reads is as long as the file, and scalars come back as they were."""

from __future__ import annotations

import pytest

from posdoc.source.characters import SUSPECT, check_characters
from posdoc.source.findings import Findings
from posdoc.source.nodes import SourceFile


def restored(text: str) -> str:
    stand_ins = check_characters(SourceFile("p.yaml", text), Findings())
    assert len(stand_ins.text) == len(text)
    return stand_ins.text.translate(stand_ins.restore)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain 中文 𠮷", "plain 中文 𠮷"),
        ("a\x85b\u2028c\u2029d", "a\x85b\u2028c\u2029d"),
        ("a\ufeffb", "ab"),
        ("a\u202eb\u200ec", "abc"),
        ("a\x00b\x1fc\ud800d\uffffe", "a\ufffdb\ufffdc\ufffdd\ufffde"),
        ("\ue000\ue001\x00\x85", "\ue000\ue001\ufffd\x85"),
    ],
)
def test_restore(text: str, expected: str) -> None:
    assert restored(text) == expected


def test_stand_ins_are_characters_that_the_file_does_not_use() -> None:
    every_private = "".join(map(chr, range(0xE000, 0xF900)))
    assert restored(every_private + "\x85\ufeff") == every_private + "\x85"


@pytest.mark.parametrize("text", ["title: 甲，乙：丙\n", "KPI：x", "a: “x”—…·", "a: b\r\n"])
def test_ordinary_text_is_not_suspect(text: str) -> None:
    assert SUSPECT.search(text) is None


@pytest.mark.parametrize(
    "text", ["\t", "　", "\u00a0", "a：", " ：", "－", "＃", "\x00", "\x85", "\u2028", "\ufeff", "\u202e", "\ud800"]
)
def test_every_candidate_is_suspect(text: str) -> None:
    assert SUSPECT.search(f"x{text}") is not None
