"""Brackets and quotation marks without their other half."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import unbalanced_brackets
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, hint_of, one, purpose

FOUND = {
    "forms 3.26 S4-G": "培训«(»30%",
    "forms 3.26 recognised wrongly": "«(»三八",
    "forms 3.6 S3-B": "远超目标100-90«)»",
    "full-width": "服务«（»含现场",
    "never opened": "服务含现场«）»",
    "a title": "编制«《»服务手册",
    "closing a title": "编制服务手册«》»",
    "a quotation": "做到«“»客户至上",
    "two closing marks": "做到«”»客户至上”",
    "other brackets": "«【»急】】".replace("【»急】】", "【»急"),
    "corner": "«「»急",
    "white corner": "急«』»",
    "single angle": "«〈»急",
    "square": "«[»急",
    "wide square": "急«］»",
    "the inner one": "服务（含«《»手册）",
    "crossed": "服务（含«【»手册）】",
    "the first of two": "«（»甲（乙）丙《丁",
    "the second of two": "（甲）«（»乙",
    "a long number": "得分90«)»",
    "a face in a word": "说明:«(»略",
    "inches of something else": "屏«”»",
    "a list number in full": "共12«)»项",
    "over lines": "（甲\n乙）\n«（»丙",
}
SILENT = {
    "balanced": "（含《手册》与“急件”）【重】〈一〉「二」『三』[四]［五］",
    "mixed widths": "（现场)与(远程）与[急］",
    "nested": "((甲)乙)",
    "list numbers": "1)及时；2）准确，a) 礼貌 iv) 规范：一）保密",
    "a circled list number": "①)及时",
    "intervals": "[60,70)合格，(70, 80]良好，［80，90）优，[90%,100%)，(-5,∞)",
    "faces": "谢谢 :) 抱歉 ;-( 好 =)",
    "inches": "配 10” 屏",
    "over lines": "（甲\n乙）",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found(text: str, tmp_path: Path) -> None:
    one(check_marks(unbalanced_brackets, tmp_path, purpose(text)))


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(unbalanced_brackets, tmp_path, purpose(text)) == []


def test_each_text_by_itself(tmp_path: Path) -> None:
    example = HEAD + 'tools: ["«(»甲", "乙«)»", "(丙)"]\npurpose: {en: "the «(»first", zh: "第一«)»"}\n'
    check_marks(unbalanced_brackets, tmp_path, example)


WORDINGS = [
    ("甲«(»", "'(' is never closed", "“(”没有对应的“）”"),
    ("甲«)»", "')' was never opened", "“)”没有对应的“（”"),
    ("甲«》»", "'》' was never opened", "“》”没有对应的“《”"),
    ("甲«[»", "'[' is never closed", "“[”没有对应的“］”"),
]


@pytest.mark.parametrize(("text", "en", "zh"), WORDINGS)
def test_what_is_said(text: str, en: str, zh: str, tmp_path: Path) -> None:
    finding = one(check_marks(unbalanced_brackets, tmp_path, purpose(text)))
    assert finding.message == (zh, en)
    assert hint_of(finding) == f"add '{zh[-2]}' and look for missing words, or delete this one"
    assert finding.severity is Severity.WARNING
