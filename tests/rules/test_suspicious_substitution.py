"""Non-words that replacement and recognition leave, and good words that contain the same characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import suspicious_substitution
from tests.rules.marked import check_marks
from tests.rules.wording import POSITION, allowing, field, hint_of, one, purpose

FOUND = {
    "forms 3.21 recognition": ("拜访«客尸»主管", "客户"),
    "forms 3.26 replacement": ("制度的«修改晚上»", "修改完善"),
    "forms 3.26 address": ("登录«网网址»", "网址"),
    "forms 3.27 asking": ("处理«咨询题»", "问题"),
    "forms 3.27 computer": ("使用«运算机»", "计算机"),
    "forms 3.27 manual": ("编写«讲明书»", "说明书"),
    "forms 3.27 attention": ("持续«目注»客户", "关注"),
    "forms 3.27 perfecting": ("«不断完美»流程", "不断完善"),
    "already": ("工单«己经»关闭", "已经"),
    "post": ("«岗住»职责", "岗位"),
    "management": ("«管埋»制度", "管理"),
    "complaint": ("客户«投拆»", "投诉"),
}
SILENT = [
    "项目注册、科目注释、目注明", "咨询题库、咨询题目", "自己经办、知己经历", "到岗住宿", "水管埋地、管埋深",
    "联网网址、官网网址、内网网址", "客户、修改完善、计算机",
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), FOUND.values(), ids=FOUND)
def test_found(text: str, right: str, tmp_path: Path) -> None:
    finding = one(check_marks(suspicious_substitution, tmp_path, purpose(text)))
    assert hint_of(finding) == f"did you mean '{right}'?"
    wrong = text[text.index("«") + 1 : text.index("»")]
    assert finding.message == (f"“{wrong}”不像一个词", f"'{wrong}' is not a word")
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(suspicious_substitution, tmp_path, purpose(text)) == []


def test_only_chinese(tmp_path: Path) -> None:
    assert check_marks(suspicious_substitution, tmp_path, purpose("客尸", "en")) == []


@pytest.mark.parametrize("wrong", suspicious_substitution._WRONG)
def test_every_non_word_is_found(wrong: str, tmp_path: Path) -> None:
    check_marks(suspicious_substitution, tmp_path, purpose(f"，«{wrong}»，"))


WORDS = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
rules: {options: {suspicious-substitution: {words: [客护=客户, 客护部 → 客户部, 嘎嘎, 客尸=客人, =空], allow: [客护士]}}}
"""


def test_further_words(tmp_path: Path) -> None:
    text = "purpose: {zh: «客护»、«客护部»、客护士、«嘎嘎»、«客尸»、«投拆», en: the «嘎嘎»}\n"
    findings = check_marks(suspicious_substitution, tmp_path, WORDS + POSITION + text)
    assert [hint_of(finding) for finding in findings] == [
        "did you mean '客户'?", "did you mean '客户部'?", "write the word that is meant", "did you mean '客人'?",
        "did you mean '投诉'?", "write the word that is meant",
    ]  # fmt: skip


def test_words_allowed(tmp_path: Path) -> None:
    head = allowing(suspicious_substitution, "运算机房")
    check_marks(suspicious_substitution, tmp_path, head + field("purpose", "运算机房、«运算机»"))
