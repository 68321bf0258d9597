"""A placeholder of a template was never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Hit, Manuscript, Organization
from posdoc.phrases import Phrase
from posdoc.rules._texts import (
    HAN,
    AllowOptions,
    is_allowed,
    is_chinese,
    is_quoted,
    search_for,
    shown,
    without_overlaps,
)

KIND = Kind("POS701", "placeholder")
WHAT = Phrase(
    "文字里留有模板的占位内容：点击此处输入、XXX、某某公司、20××年、____、待定、TODO 等。引号里的示范用语不算。",
    "A text still holds what a template put there: click here to enter, XXX, 20XX, ____, TODO, TBD and the like. "
    "Sample wording between quotation marks does not count.",
)
WHY = Phrase(
    "占位内容一旦印进正式文件，签字的人就不知道究竟约定了什么。",
    "Printed in a signed document, a placeholder leaves open what was agreed.",
)
LOCAL = True
OPTIONS = AllowOptions
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD + "duties: [{text: 维护 AXX-200 型机组，某一部件损坏时更换}]\n",
    _HEAD + "duties: [{text: 接听电话时先说“您好，我是XX，很高兴为您服务”}]\n",
    """\
## posdoc.yaml
organization: 公司
rules: {options: {placeholder: {allow: [XX系列]}}}
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
purpose: 保障XX系列机组正常运行。
""",
)
FAILING = (
    _HEAD + "purpose: «点击此处输入文字»\n",
    _HEAD + "location: «某某»市\n",
    _HEAD + "document: {statement: 本人自 «20××年» 起任职。}\n",
    _HEAD + "compensation: «待定»\n",
)

_ASKED = "(?:填写|输入|补充|选择)"
_OPEN = "待(?:定|补充|填写?|完善|确认)"
_NAMES = "(?:名称|姓名|填写|输入|日期|编号|此处|公司|部门|岗位|职位)"
_CHINESE = re.compile(
    "[点单选2xX×Ｘ○◯【［（(<某*](?:"
    "(?<=[点单])击此处(?:输入|编辑|添加|填写)?(?:文本|文字|内容|标题|姓名|名称|日期|正文)?"
    "|(?<=选)择一项。"
    "|(?<=2)0(?:[xX×Ｘ]{2}|--|——|－－|__|＿＿|○○) ?年(?:--月(?:--日)?)?"
    "|(?<=[xX×Ｘ○])[xX×Ｘ○]{0,3}(?:年[xX×Ｘ○]{1,2})?月(?:[xX×Ｘ○]{1,2}日)?"
    "|(?<=[×Ｘ])[×Ｘ]+"
    f"|(?<=[○◯])[○◯]+(?=[{HAN}])"
    f"|(?<=【)(?:(?:请|此处|在此|由)[^】\n]{{0,10}}{_ASKED}[^】\n]{{0,6}}|{_OPEN})】"
    f"|(?<=［)(?:(?:请|此处|在此|由)[^］\n]{{0,10}}{_ASKED}[^］\n]{{0,6}}|{_OPEN})］"
    f"|(?<=[（(])(?:请(?:在此处?)?{_ASKED}[^）)\n]{{0,10}}|此处{_ASKED}[^）)\n]{{0,10}}|待(?:定|补充|填写?|完善))[）)]"
    f"|(?<=<)[^<>\n0-9=]{{0,8}}{_NAMES}[^<>\n0-9=]{{0,8}}>"
    "|(?<=某)某"
    r"|(?<=\*)\*+(?=公司|集团|[省市县])"
    ")"
)
"""Begins with one class of characters, which makes the search fast; the branches look back at which it was."""
_THING = "(?:[Cc]ompany|[Nn]ame|[Tt]itle|[Tt]ext|[Dd]ate|[Pp]osition|[Dd]epartment|[Jj]ob|[Dd]uties|[Dd]escription)"
_ANYWHERE = (
    ("X", re.compile("X(?=X)X+(?![A-Za-z0-9_-])")),
    ("x", re.compile("x(?=x)x+(?![A-Za-z0-9_-])")),
    ("_", re.compile("___+(?![A-Za-z0-9])")),
    ("＿", re.compile("＿＿+")),
    ("TODO", re.compile("TODO(?![A-Za-z0-9]| ?(?:清单|列表|list|item))")),
    ("FIXME", re.compile("FIXME(?![A-Za-z0-9])")),
    ("TBD", re.compile("TBD(?![A-Za-z0-9]| ?(?:清单|列表|list|item))")),
    ("TBC", re.compile("TBC(?![A-Za-z0-9]| ?(?:清单|列表|list|item))")),
    ("orem ipsum", re.compile("[Ll]orem ipsum")),
    ("our Company", re.compile("Your Company(?: Name)?")),
    ("our company", re.compile("[Yy]our company(?:'s)? name")),
    ("to enter", re.compile("[Cc]lick (?:here|or tap(?: here)?) to enter(?: text)?")),
    ("Insert ", re.compile(f"Insert (?:your |the |a )?{_THING}(?: [a-z]+){{0,2}} here")),
    ("[", re.compile(rf"\[(?:[Yy]our [^\]\n]{{1,30}}|{_THING}(?: {_THING})?|[Ii]nsert [^\]\n]{{1,30}})\]")),
    ("<", re.compile(f"<(?:[Ii]nsert |[Ee]nter |[Yy]our )?{_THING}[A-Za-z ]{{0,20}}>")),
)
_WHOLE = (
    ("待", re.compile(rf"待(?<![^\n]待){_OPEN[1:]}[。.]?$", re.MULTILINE)),
    ("请", re.compile(rf"请(?<![^\n]请)(?:在此处?)?{_ASKED}[^\n，。；]{{0,12}}[。.]?$", re.MULTILINE)),
    ("To be de", re.compile(r"To be de(?:termined|fined)\.?$", re.MULTILINE)),
    ("To be co", re.compile(r"To be co(?:nfirmed|mpleted)\.?$", re.MULTILINE)),
)
"""What is a placeholder where it is the whole text."""
_BEFORE_CODE = re.compile(r"[A-Za-z0-9_./\-]$")
_ROMAN = re.compile(r"(?:chapter|part|article|section|annex|appendix|volume|class|size|type) $", re.IGNORECASE)
_SIGNED_HERE = re.compile(r"(?:签字|签名|签章|盖章|日期|[Ss]ignature|[Ss]igned|[Dd]ate)[（(]?[^，。；\n]{0,6}[:：]? *$")


def check(organization: Organization, options: AllowOptions) -> Iterator[Diagnostic]:
    """Each placeholder in any text."""
    for language, manuscript in organization.manuscripts.items():
        candidates = (_with_century(hit) for hit in _candidates(manuscript, is_chinese(language)))
        for hit in without_overlaps(candidates):
            if _is_left_over(hit) and not is_allowed(hit, options.allow):
                yield _finding(hit)


def _candidates(manuscript: Manuscript, chinese: bool) -> Iterator[Hit]:
    yield from search_for(manuscript, _ANYWHERE)
    if chinese:
        yield from manuscript.search(_CHINESE)
    yield from (hit for hit in search_for(manuscript, _WHOLE) if hit.match[0] == hit.passage.text)


def _with_century(hit: Hit) -> Hit:
    """The hit with the 20 of 20XX before it."""
    before = hit.passage.text[max(0, hit.start - 3) : hit.start]
    is_year = hit.match[0] in ("XX", "xx") and before.endswith("20") and not before[:-2].isdigit()
    return hit._replace(start=hit.start - 2) if is_year else hit


def _is_left_over(hit: Hit) -> bool:
    """Whether it is what a template put there, not a code, a spoken sample, a line to sign on or a Roman number."""
    found, before = hit.match[0], hit.passage.text[: hit.start]
    if found[0] in "xX_TF" and _BEFORE_CODE.search(before):
        return False
    if found[0] in "_＿":
        return hit.passage.field.name != "statement" and not _SIGNED_HERE.search(before)
    if found[0] in "xX×Ｘ○◯某" and is_quoted(hit):
        return False
    if found[0] == "X" and _ROMAN.search(before):
        return False
    if found[0] in "○◯":
        return before[-1:] not in "零一二三四五六七八九十百●" or not before
    if found[0] in "×*":
        return not before[-1:].isdigit()
    return hit.passage.field.name != "fill_notes" or not found.startswith("请")


def _finding(hit: Hit) -> Diagnostic:
    found = shown(hit.passage.text[hit.start : hit.end])
    return Diagnostic(
        KIND,
        hit.span,
        Phrase(f"占位内容“{found}”没有改掉", f"the placeholder '{found}' was never filled in"),
        Phrase(
            "写上实际内容；暂时没有就删去这一项，确是正文的用参数 allow 放行",
            "write what is meant, or leave the field out until it is known; the option 'allow' spares a word that belongs",
        ),
    )
