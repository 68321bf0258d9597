"""Spaces that tear Chinese words apart, and spaces that belong where they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import spaces_in_chinese
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, hint_of, one, purpose, repaired

TORN = {
    "forms 3.29 torn words": ("负责«组 织并 带»领团队", "负责组织并带领团队"),
    "forms 3.29 a spaced label": ("«性    别»", "性别"),
    "every character": ("«岗 位 说 明 书»", "岗位说明书"),
    "other spaces": ("«职\u3000责\u00a0概\u2003述»", "职责概述"),
    "after a link": ("负责培训«和 考»核", "负责培训和考核"),
    "before an ending": ("客户提«出 的»问题", "客户提出的问题"),
    "not at both ends of a name": ("«高 级»工程师", "高级工程师"),
    "beside Latin": ("在 CRM «系 统»中", "在 CRM 系统中"),
    "behind the number of an article": ("第七条 «员 工»应当守时", "第七条 员工应当守时"),
    "one character that cannot stand alone": ("男 «女 工»", "男 女工"),
}
SPACED = {
    "a sentence": "负责«联系 分析»客户意见，及时反馈",
    "several": "负责«联系 分析 处理»客户意见",
    "longer than names": "«张三 欧阳»震华",
    "no surname": "«三张 李四»",
    "two chains": "«联系 客户»，«分析 意见»",
}
SILENT = {
    "Latin and digits": "在 CRM 系统中跟踪 5 类工单，Excel 报表 A 级",
    "punctuation": "客户， 供应商 （含经销商） 等",
    "a chapter": "第一章 总则",
    "an article": "第十二条 员工应当守时，不得迟到",
    "a date to fill in": "自     年     月     日起，至 年 月 日止",
    "boxes": "男 女",
    "more boxes": "是 否，有 无；优 良 中 差",
    "names": "张三丰 李四 王小五",
    "a spaced name": "张 伟",
    "a line's indent": "客户服务\n\u3000\u3000配件供应",
    "torn lines": "客户服务\n配件供应",
}


@pytest.mark.parametrize(("text", "mended"), TORN.values(), ids=TORN)
def test_torn(text: str, mended: str, tmp_path: Path) -> None:
    assert repaired(spaces_in_chinese, tmp_path, purpose(text)) == f"purpose:\n  zh: |-\n    {mended}\n"


@pytest.mark.parametrize("text", SPACED.values(), ids=SPACED)
def test_perhaps_a_list(text: str, tmp_path: Path) -> None:
    findings = check_marks(spaces_in_chinese, tmp_path, purpose(text))
    assert findings
    assert all(finding.fix == () for finding in findings)
    assert {hint_of(finding) for finding in findings} == {"delete them, or put a 、 between words of a list"}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(spaces_in_chinese, tmp_path, purpose(text)) == []


FIELDS = {
    "tools": "tools: [电脑 打印机 扫码枪]\n",
    "a title of two columns": "title: 现场服务 工程师\n",
    "a sentence in a list of things": "tools: [电脑，«办公 打印»机]\n",
    "one sentence with a full stop in it": "tools: [电脑。«办公 打印»机]\n",
    "a full stop at the end": "tools: [电脑 打印机。]\n",
    "signer": "document: {signers: [{role: author, name: 欧阳 伟}], revisions: [{version: '1', author: 欧 阳伟}]}\n",
    "a tool": "tools: [«打 印»机]\n",
    "tasks": "duties: [{text: 巡检, tasks: [«检查 记录», «检查 记录»]}]\n",
}


@pytest.mark.parametrize("text", FIELDS.values(), ids=FIELDS)
def test_fields(text: str, tmp_path: Path) -> None:
    head = HEAD.removesuffix("title: 工程师\n") if text.startswith("title") else HEAD
    check_marks(spaces_in_chinese, tmp_path, head + text)


def test_people(tmp_path: Path) -> None:
    people = "## people.yaml\npeople: [{name: 张 伟, posts: [engineer]}, {name: 买买提 伊, posts: [engineer]}]\n"
    assert check_marks(spaces_in_chinese, tmp_path, HEAD + people) == []


def test_only_chinese(tmp_path: Path) -> None:
    assert check_marks(spaces_in_chinese, tmp_path, purpose("性 别", "en")) == []


def test_lines_that_yaml_joins(tmp_path: Path) -> None:
    assert check_marks(spaces_in_chinese, tmp_path, HEAD + "purpose: >\n  组\n  织并\n  带领团队\n") == []


def test_what_is_said(tmp_path: Path) -> None:
    finding = one(check_marks(spaces_in_chinese, tmp_path, purpose("«性 别»")))
    assert finding.severity is Severity.WARNING
    assert finding.message.en == "spaces tear the words of '性 别' apart"
    assert hint_of(finding) == "write '性别'"
    finding = one(check_marks(spaces_in_chinese, tmp_path, purpose("负责«联系 分析»意见")))
    assert finding.message.en == "there are spaces between the Chinese words of '联系 分析'"
