"""What a web site put round a text that was copied from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Hit, Manuscript, Organization
from posdoc.phrases import Phrase
from posdoc.rules._texts import (
    AllowOptions,
    is_allowed,
    is_chinese,
    search_for,
    shown,
    without_overlaps,
)

KIND = Kind("POS715", "web-boilerplate", Severity.WARNING)
WHAT = Phrase(
    "文字里留有网页或文库的内容：下载本文档、本文由……整理、转载请注明、文库网址、网页代码，或夹带的广告。",
    "A text holds what a web site put round it: an invitation to download, the address of a document-sharing site, a "
    "copyright notice, HTML, or advertising.",
)
WHY = Phrase(
    "这类文字说明条文是从网上抄来的，没有按本公司的情况改写。",
    "It shows that the text was copied from the web and not written for this company.",
)
LOCAL = True
OPTIONS = AllowOptions
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD + "duties: [维护知识库与案例文库，下载并归档技术文档, 严禁参与足球投注等赌博活动]\ntools: [AT&T 交换机]\n",
)
FAILING = (
    _HEAD + "purpose: 解决客户的问题。«下载本文档»\n",
    _HEAD + "purpose: {en: See to customers. «All rights reserved»}\n",
)

_CHINESE = re.compile(
    "下载(?:本|该|此)文档|下一篇[:：]|上一篇[:：]|百度文库|豆丁网|道客巴巴|原创力文档"
    "|人人文库|金锄头文库|文档(?:下载网|分享网)|免费下载|精品文档"
    "|本(?:文|文档|资料)由[^\n，。]{1,20}(?:整理|提供|发布|上传|编辑|收集)|更多(?:内容|精彩|资料|范文)[^\n，。]{0,6}(?:请)?(?:关注|访问|尽在)"
    "|转载请注明|请注明出处|未经(?:授权|许可)[^\n，。]{0,4}(?:转载)|如有侵权|侵权(?:请)?(?:联系)?删除"
    "|来源[:：]?网络|内容来(?:自|源于)(?:互联网|网络)|点击(?:此处)?(?:免费)?下载|网友上传|会员上传"
    "|范文(?:网|大全)|版权所有|翻印必究|下载文档前|欢迎(?:来到|访问)[^\n，。]{1,12}网|侵犯(?:了)?您的权益"
    "|必威(?:体育)?|亚博(?:体育|[Aa][Pp][Pp])|足球投注|体育投注|彩票平台|真人娱乐"
    "|澳门新?葡京|皇冠体育|开户(?:即)?送"
)
_ANYWHERE = (
    ("ights reserved", re.compile("[Aa]ll [Rr]ights reserved")),
    ("here to download", re.compile("[Cc]lick here to download")),
    ("was downloaded from", re.compile("[Tt]his (?:document|file) was downloaded from[^\n]{0,40}")),
    (".com", re.compile(r"\.com\b[^\s，。；）)]{0,60}")),
    ("&", re.compile("&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|ndash|hellip|middot|#[0-9]{2,5});")),
    ("<", re.compile("</?(?:br|p|div|span|a|b|strong|em|li|ul|ol|td|tr|table|font|img|h[1-6])(?: [^<>\n]*)?/?>")),
)
_SITE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*(?:wenku\.baidu|docin|doc88|book118|360doc|taodocs|renrendoc|jinchutou|jz\.docin|scribd"
    r"|coursehero|docsity|bet365)$",
    re.ASCII,
)
_SPAM = re.compile("必威|亚博|足球|体育|彩票|真人|澳门|皇冠|开户")
_BARRED = re.compile("(?:禁止|严禁|不得|不准|不许|杜绝)[^\n。；]*$")
_NOTICES = ("版权所有", "翻印必究")


def check(organization: Organization, options: AllowOptions) -> Iterator[Diagnostic]:
    """Each piece of text that a web site left."""
    for language, manuscript in organization.manuscripts.items():
        hits = without_overlaps(_candidates(manuscript, is_chinese(language)))
        for hit in hits:
            if _is_left_over(hit) and not is_allowed(hit, options.allow):
                yield _finding(hit)


def _candidates(manuscript: Manuscript, chinese: bool) -> Iterator[Hit]:
    if chinese:
        yield from manuscript.search(_CHINESE)
    for hit in search_for(manuscript, _ANYWHERE):
        if not hit.match[0].startswith(".com"):
            yield hit
        elif site := _SITE.search(hit.passage.text[max(0, hit.start - 60) : hit.start]):
            yield hit._replace(start=hit.start - len(site[0]))


def _is_left_over(hit: Hit) -> bool:
    """Whether it is neither a rule that forbids gambling nor the document's own copyright notice."""
    if hit.passage.field.name == "statement" and (hit.match[0] in _NOTICES or hit.match[0].endswith("reserved")):
        return False
    return not _SPAM.match(hit.match[0]) or not _BARRED.search(hit.passage.text[: hit.start])


def _finding(hit: Hit) -> Diagnostic:
    found = shown(hit.passage.text[hit.start : hit.end])
    return Diagnostic(
        KIND,
        hit.span,
        Phrase(f"“{found}”是网页留下的内容", f"'{found}' was left over from a web site"),
        Phrase(
            "删去它，并核对这段文字是否符合本公司的情况",
            "delete it, and see whether the text round it fits this company",
        ),
    )
