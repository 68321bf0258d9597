"""Texts read in the wrong encoding. The wrong ones are made by decoding real texts wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import mojibake
from tests.rules.marked import check_marks
from tests.rules.wording import allowing, field, hint_of, one, purpose


def as_latin(text: str) -> str:
    return text.encode("utf-8").decode("cp1252")


def as_gbk(text: str) -> str:
    """``text`` in UTF-8 as Windows reads it in GBK; a last half of a character is lost."""
    raw, found = text.encode("utf-8"), ""
    while raw:
        size = 1 if raw[0] <= 0x80 else 2
        found += "€" if raw[0] == 0x80 else raw[:size].decode("gbk", "ignore")
        raw = raw[size:]
    return found


FOUND = {
    "UTF-8 as GBK": (f"解决«{as_gbk('客户')}»的问题", "did you mean '客户'?"),
    "a whole sentence": (f"«{as_gbk('负责产品维修')}»。", "did you mean '负责产品维修'?"),
    "with punctuation": (f"«{as_gbk('受理，跟踪')[:-1]}»", "did you mean '受理，跟'?"),
    "lost for good": ("负责«锟斤拷锟斤拷»维修", "type it again from the original"),
    "uninitialised": ("负责«烫烫烫烫»和«屯屯屯»", "type it again from the original"),
    "replacement": ("负责«\ufffd\ufffd»维修", "type it again from the original"),
    "an apostrophe in GBK": ("customer«鈥檚» problem", "type it again from the original"),
    "UTF-8 as Latin-1": (f"caf«{as_latin('é')}»", "did you mean 'é'?"),
    "apostrophe": (f"customer«{as_latin('’')}»s", "did you mean '’'?"),
    "Chinese as Windows-1252": (f"«{as_latin('客户')}» first", "did you mean '客户'?"),
    "full-width comma": (f"a«{as_latin('，')}»b", "did you mean '，'?"),
    "degrees": (f"5«{as_latin('°')}»C", "did you mean '°'?"),
    "the last of Latin-1": (f"«{as_latin('ÿ')}»", "did you mean 'ÿ'?"),
    "Cyrillic": (f"«{as_latin('Пр')}»", "did you mean 'Пр'?"),
}
SILENT = {
    "rare characters": "锛子、浏览、潇洒、璁、烫烫、屯屯、锟、浜",
    "French": "à « côté », é», “CAFÉ”–BAR, È”, naïve…",
    "German": "schön“ – Größe, “ä“",
    "Danish": "Ø—20, Å–",
    "one character alone": "瀹㈡的",
    "Latin-1 alone": "Ñ” Ð°",
    "accents at the end": "Café Ãa Â",
}


@pytest.mark.parametrize(("text", "hint"), FOUND.values(), ids=FOUND)
def test_found(text: str, hint: str, tmp_path: Path) -> None:
    findings = check_marks(mojibake, tmp_path, purpose(text))
    assert findings
    assert {hint_of(finding) for finding in findings} == {hint}
    assert findings[0].severity is Severity.ERROR


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    text = text.replace("«", "").replace("»", "")
    assert check_marks(mojibake, tmp_path, purpose(text)) == []
    assert check_marks(mojibake, tmp_path, purpose(text, "en")) == []


MEANT = {
    "a letter": ("Ã©", "é"),
    "a byte that Windows-1252 does not know": ("Ã\x81", "Á"),
    "the first of Latin-1": ("Â\xa0", "\xa0"),
    "a control character": ("Â€", ""),
    "a character cut off by one byte": ("å®¢æˆ", "客"),
    "a character cut off by two bytes": ("å®¢æ", "客"),
    "no UTF-8": ("éa", ""),
    "no UTF-8 at its end": ("aÿÿÿ", ""),
}


@pytest.mark.parametrize(("found", "meant"), MEANT.values(), ids=MEANT)
def test_what_was_meant_in_latin(found: str, meant: str) -> None:
    assert mojibake.meant_in_latin(found) == meant


WORDS = ["仓库管理", "客户投诉", "收集信息", "程序文件", "质量负责", "销一", "：（"]


@pytest.mark.parametrize("word", WORDS)
def test_words_read_as_gbk(word: str, tmp_path: Path) -> None:
    finding = one(check_marks(mojibake, tmp_path, purpose(f"a «{as_gbk(word)}» b")))
    assert hint_of(finding) == f"did you mean '{word}'?"


def test_gbk_is_looked_for_in_chinese_only(tmp_path: Path) -> None:
    assert check_marks(mojibake, tmp_path, purpose(as_gbk("客户"), "en")) == []


def test_what_is_said(tmp_path: Path) -> None:
    finding = one(check_marks(mojibake, tmp_path, purpose("负责«锟斤拷»")))
    assert finding.message == ("“锟斤拷”是乱码", "'锟斤拷' was read in the wrong encoding")


def test_words_allowed(tmp_path: Path) -> None:
    check_marks(mojibake, tmp_path, allowing(mojibake, "烫烫烫面") + field("purpose", "烫烫烫面、«烫烫烫»"))
