"""Characters that no language of the workspace is written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import foreign_script
from tests.rules.marked import check_marks, found
from tests.rules.wording import HEAD, POSITION, allowing, field, hint_of, one, purpose

FOUND = {
    "forms 3.26 Tamil": ("«பைடு நூலகம்»", "Tamil"),
    "forms 3.26 Cyrillic": ("维修«Байду номын сангаас»记录", "Cyrillic"),
    "one letter that looks Latin": ("«А»级", "Cyrillic"),
    "kana": ("保养«メンテ»", "Kana"),
    "half-width kana": ("保养«ﾒﾝﾃ»", "Kana"),
    "Hangul": ("«서비스»", "Hangul"),
    "a Greek word": ("«ελληνικά»", "Greek"),
    "four Greek letters": ("«αβγδ»", "Greek"),
    "Arabic": ("«خدمة»", "Arabic"),
    "Thai": ("«บริการ»", "Thai"),
    "joined letters": ("«ශ්‍රී»", "Sinhala"),
}
SILENT = {
    "symbols": "500Ω、μ级、α相、αβγ、±5℃、①②、Ⅲ级、㎡、№、→、★、😀、ｋＷ",
    "Latin": "Façade, Škoda, naïve, Ünal – “quoted” … €5",
    "Chinese of all kinds": "々〇㐀𠀀豈：；（）『』",
    "old symbols": "𐄂",
}


@pytest.mark.parametrize(("text", "script"), FOUND.values(), ids=FOUND)
def test_found(text: str, script: str, tmp_path: Path) -> None:
    finding = one(check_marks(foreign_script, tmp_path, purpose(text)))
    assert f"is {script}, in which no language" in finding.message.en
    assert hint_of(finding).startswith("it most likely came with")
    assert finding.severity is Severity.ERROR


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(foreign_script, tmp_path, purpose(text)) == []


UNNAMED = {
    "private use": ("«\ue0b7»万用表", "U+E0B7 is a character without any agreed shape"),
    "unassigned": ("«\u2fe0»万用表", "U+2FE0 is a character without any agreed shape"),
    "no name here": ("«ᏣᎳᎩ»", "'ᏣᎳᎩ' is in a script that no language of this workspace uses (Cherokee)"),
}


@pytest.mark.parametrize(("text", "message"), UNNAMED.values(), ids=UNNAMED)
def test_scripts_without_a_name(text: str, message: str, tmp_path: Path) -> None:
    assert one(check_marks(foreign_script, tmp_path, purpose(text))).message.en == message


LANGUAGES = [
    ("zh, ru", "«メ» Байду 汉"),
    ("ja", "メンテ 保守 «서»"),
    ("ko", "서비스 漢 «メ»"),
    ("en", "«汉字» service"),
    ("en, el", "ελληνικά"),
    ("en, zh-CN", "汉字"),
    ("en, sr-Latn, ta", "பைடு"),
]


@pytest.mark.parametrize(("languages", "text"), LANGUAGES)
def test_the_languages_of_the_workspace_count(languages: str, text: str, tmp_path: Path) -> None:
    head = f"## posdoc.yaml\norganization: Hengda\nlanguages: [{languages}]\n"
    unit = "## positions/service/unit.yaml\ntitle: A\n## positions/service/engineer.yaml\ntitle: B\n"
    check_marks(foreign_script, tmp_path, f"{head}{unit}purpose: {text}\n")


def test_further_languages(tmp_path: Path) -> None:
    settings = "## posdoc.yaml\norganization: 公司\nrules: {options: {foreign-script: {languages: [ru, ja-JP]}}}\n"
    check_marks(foreign_script, tmp_path, settings + POSITION + "purpose: Байду メンテ «서비스»\n")


def test_words_allowed(tmp_path: Path) -> None:
    check_marks(foreign_script, tmp_path, allowing(foreign_script, "Нива") + field("purpose", "Нива 与 «Волга»"))


def test_each_run_by_itself(tmp_path: Path) -> None:
    findings = found(foreign_script, tmp_path, HEAD + "tools: [Волга, Нива，Ока]\n")
    assert [finding.span.column for finding in findings] == [9, 16, 21]
