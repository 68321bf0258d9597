"""Half-width punctuation in Chinese sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Preset, Severity
from posdoc.rules import half_width_punctuation
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, field, hint_of, one, purpose, repaired

FOUND = {
    "each mark": ("受理«,»分析;回复:完成?好!", "受理，分析；回复：完成？好！"),
    "before digits": ("投诉«,»3天内答复;5天结案", "投诉，3天内答复；5天结案"),
    "a time": ("时间«:»9:00", "时间：9:00"),
    "before Latin": ("熟悉系统«,»Excel优先", "熟悉系统，Excel优先"),
    "with a space": ("受理«,» 分析", "受理，分析"),
    "at the end of a line": ("受理«,»\n分析", "受理，\n    分析"),
    "after closing signs": (
        "（含现场）«,»《手册》;“好”:【急】?90%,每月",
        "（含现场），《手册》；“好”：【急】？90%，每月",
    ),
    "brackets": ("服务«(»含现场)及时", "服务（含现场）及时"),
    "brackets with marks": ("服务«(»现场,远程)", "服务（现场，远程）"),
    "brackets after Latin": ("PLC«(»控制器)", "PLC（控制器）"),
    "brackets with a hyphen in a word": ("机组«(»A-2型)", "机组（A-2型）"),
    "brackets of their own": ("«(»含现场) 服务", "（含现场） 服务"),
    "two pairs of brackets": ("上门«(»含现场)、回访(含电话)", "上门（含现场）、回访（含电话）"),
    "brackets near a sign": ("2×台«(»含备机)", "2×台（含备机）"),
    "brackets behind a list number": ("(一)服务«(»含现场)", "(一)服务（含现场）"),
}
SILENT = {
    "full-width": "受理，分析；回复：完成？好！（含现场）",
    "numbers": "1,000 条，9:00，3.5",
    "Latin": "Word,Excel: a;b? c! (KPI)",
    "Latin behind a colon": "网址:http://a.cn 邮箱:a@b.cn",
    "a query": "http://a.cn/单?id=1 或 单,a=1",
    "brackets of Latin and numbers": "指标(KPI)，共(3)项",
    "formulas": "修复数÷(总数-撤销数)，3*(人数)，(甲/乙)",
    "a formula at the beginning": "÷(含返修)",
    "list numbers": "(一)受理 (十二)回访",
    "an open bracket": "服务(含现场",
    "mixed brackets": "服务(含现场）",
    "twice": "什么:: 好!!",
    "not behind Chinese": "Excel,表格",
}


@pytest.mark.parametrize(("text", "mended"), FOUND.values(), ids=FOUND)
def test_found_and_mended(text: str, mended: str, tmp_path: Path) -> None:
    example = purpose(text)
    assert repaired(half_width_punctuation, tmp_path, example) == f"purpose:\n  zh: |-\n    {mended}\n"


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(half_width_punctuation, tmp_path, purpose(text)) == []


def test_only_in_chinese(tmp_path: Path) -> None:
    assert check_marks(half_width_punctuation, tmp_path, purpose("受理,分析", "en")) == []


def test_a_space_that_is_a_line_end_stays(tmp_path: Path) -> None:
    example = HEAD + "purpose: >-\n  受理«,»\n  分析\n"
    assert repaired(half_width_punctuation, tmp_path, example) == "purpose: >-\n  受理，\n  分析\n"


def test_each_text_is_a_finding(tmp_path: Path) -> None:
    texts = field("purpose", "受理«,»分析,回访") + field("location", "一楼«,»二楼")
    assert len(check_marks(half_width_punctuation, tmp_path, HEAD + texts)) == 2


def test_formulas_keep_their_brackets(tmp_path: Path) -> None:
    kpi = 'kpi_sets: [{kpis: [{name: "修复率«(»月)", formula: "修复(含返修)数", weight: 100%}]}]\n'
    check_marks(half_width_punctuation, tmp_path, HEAD + kpi)


WORDINGS = [
    ("受理«,»分析", "half-width ',' in a Chinese sentence"),
    ("受理«;»分析,回复", "half-width ';' in a Chinese sentence, and 1 more"),
    ("受理«(»分析)", "half-width '(' in a Chinese sentence, and 1 more"),
]


@pytest.mark.parametrize(("text", "message"), WORDINGS)
def test_what_is_said(text: str, message: str, tmp_path: Path) -> None:
    finding = one(check_marks(half_width_punctuation, tmp_path, purpose(text)))
    assert finding.message.en == message
    assert hint_of(finding) == "use the full-width punctuation mark"
    assert (finding.severity, finding.kind.preset) == (Severity.INFO, Preset.STRICT)


def test_both_hints_name_the_mark(tmp_path: Path) -> None:
    finding = one(check_marks(half_width_punctuation, tmp_path, purpose("受理«,»分析;回复")))
    assert finding.message.zh == "中文句子里用了半角的“,”，同一段还有 1 处"
    assert finding.hint
    assert finding.hint.zh == "改用全角的“，”"
