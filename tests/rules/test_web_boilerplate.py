"""What web sites put round texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import web_boilerplate
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, allowing, field, hint_of, one, purpose

FOUND = {
    "forms 3.28 boilerplate": "解决问题。«下载本文档»",
    "forms 3.26 gambling": "遵守«必威体育»官网网址制度",
    "forms 3.26 betting": "«足球投注»",
    "sites": "«百度文库»、«豆丁网»、«道客巴巴»、«原创力文档»、«人人文库»、«金锄头文库»、«文档下载网»",
    "invitations": "«免费下载» «精品文档» «点击此处下载» «更多内容请关注» «更多范文尽在»我们",
    "origin": "«本文由小编整理»，«来源：网络»，«内容来自互联网»，«网友上传»，«会员上传»，«范文大全»",
    "notices": "«版权所有» «翻印必究» «转载请注明» «请注明出处» «未经许可不得转载» «如有侵权» «侵权请联系删除»",
    "forms 3.28 notices of a site": "«下载文档前»请看清，«欢迎来到售后管理网»，如文档«侵犯您的权益»",
    "pages": "«上一篇：»甲 «下一篇:»乙",
    "spam": "«亚博app» «体育投注» «彩票平台» «真人娱乐» «澳门新葡京» «皇冠体育» «开户即送»",
    "an address": "见 «https://wenku.baidu.com/view/1.html» 与 «www.docin.com»，另见«doc88.com/p-1»",
    "HTML": "«<br>»解决«&nbsp;»问题«</p>»«&#160;»«<a href='x'>»",
}
SILENT = {
    "libraries": "维护知识库、案例文库、文档模板，下载并归档资料",
    "barred": "严禁参与足球投注；不得浏览彩票平台网站",
    "own site": "www.hengda.com 与 http://baidu.com、xwenku.baidu.common",
    "signs": "AT&T、R&D; A<B 且 C>D",
    "own pages": "下一篇报告、上一篇通报",
}
ENGLISH = {
    "notices": "«All rights reserved». «All Rights reserved» «Click here to download» «This file was downloaded from x»",
    "Chinese in an English text is another matter": "the 百度文库",
    "silent": "He downloads files, see www.scribd.org",
    "sites": "See «https://www.scribd.com/doc/1» and «coursehero.com»",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found(text: str, tmp_path: Path) -> None:
    check_marks(web_boilerplate, tmp_path, purpose(text))


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(web_boilerplate, tmp_path, purpose(text)) == []


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english(text: str, tmp_path: Path) -> None:
    check_marks(web_boilerplate, tmp_path, purpose(text, "en"))


def test_a_ban_ends_with_its_sentence(tmp_path: Path) -> None:
    check_marks(web_boilerplate, tmp_path, purpose("严禁迟到。«足球投注»"))


def test_the_company_may_claim_its_own_document(tmp_path: Path) -> None:
    example = HEAD + "document: {statement: {zh: 版权所有，翻印必究。«百度文库», en: All rights reserved}}\n"
    check_marks(web_boilerplate, tmp_path, example)


def test_what_is_said(tmp_path: Path) -> None:
    finding = one(check_marks(web_boilerplate, tmp_path, purpose("见 «www.docin.com»")))
    assert finding.message.en == "'www.docin.com' was left over from a web site"
    assert hint_of(finding) == "delete it, and see whether the text round it fits this company"
    assert finding.severity is Severity.WARNING


def test_words_allowed(tmp_path: Path) -> None:
    head = allowing(web_boilerplate, "免费下载专区")
    check_marks(web_boilerplate, tmp_path, head + field("purpose", "维护免费下载专区，«免费下载»"))
