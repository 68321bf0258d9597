"""A text begins with the label of its own field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Edit, Kind, Severity
from posdoc.model import Organization, Passage, Qualification, label_prefix
from posdoc.phrases import Phrase
from posdoc.rules._texts import can_begin, search_for

KIND = Kind("POS718", "label-left-in-text", Severity.INFO)
WHAT = Phrase(
    "文字开头又写了一遍本项的名称，如岗位目的里的“岗位目的：……”、学历要求里的“学历：本科”。",
    "A text begins with the name of its own field, such as 'Purpose: …' in the purpose.",
)
WHY = Phrase("名称由表单印出，写进正文就印了两遍。", "The form prints the name, so it appears twice.")
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
labels: {position.purpose: {zh: 设岗目的}}
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD + "purpose: {zh: 岗位目的明确：解决客户的问题, en: 'Two purposes: to solve problems and to prevent them'}\n",
    _HEAD + "qualifications: [{item: skill, required: 计算机：能使用工单系统}]\n",
)
FAILING = (
    _HEAD + "purpose: «岗位目的：»解决客户的问题\n",
    _HEAD + "qualifications: [{item: education, required: «学历：»本科}]\n",
    _HEAD + "purpose: «岗位目的：»\n",
)

_LONGEST = 24
_COLONS = ((":", re.compile(":")), ("：", re.compile("：")))
_LABEL = re.compile(r"([^:：\n]{1,22}?)[ \u3000]*([:：])[ \u3000]*")
_OTHER_NAMES = {
    "Position.purpose": ("目的", "职位目的", "本职", "job purpose", "position purpose"),
    "Position.overview": ("概述", "职位概述", "岗位概要", "职位概要", "岗位综述", "summary"),
    "Position.location": ("地点", "工作地点", "location"),
    "Duty.text": ("职责", "工作职责", "岗位职责", "职责表述", "duties"),
    "Duty.tasks": ("任务", "task"),
    "Duty.measures": ("考核标准", "measure"),
    "WorkConditions.hours": ("时间", "hours"),
    "Authority.text": ("权限", "岗位权限"),
}
"""What forms also call a field."""


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each text that begins with its own label."""
    for language, manuscript in organization.manuscripts.items():
        for hit in search_for(manuscript, _COLONS):
            if hit.start < _LONGEST:
                found = _LABEL.match(hit.passage.text)
                if (
                    found
                    and found.end(2) == hit.end
                    and found[1].casefold() in _names(organization, hit.passage, language)
                ):
                    yield _finding(hit.passage, found)


def _names(organization: Organization, passage: Passage, language: str) -> set[str]:
    """What the field of a passage is called."""
    holder, field = passage.holder, passage.field
    names = {field.label.zh, field.label.en, *_OTHER_NAMES.get(f"{type(holder).__name__}.{field.name}", ())}
    own = (organization.workspace.labels or {}).get(f"{label_prefix(type(holder))}.{field.name}")
    texts = [own]
    if isinstance(holder, Qualification):
        texts.append(holder.label)
        if holder.item is not None:
            names |= {holder.item.label.zh, holder.item.label.en}
    names.update(text.languages[language] for text in texts if text is not None and language in text.languages)
    return {name.casefold() for name in names}


def _finding(passage: Passage, found: re.Match[str]) -> Diagnostic:
    rest = passage.text[found.end() :]
    nothing = Phrase("写上内容，或删去这一项", "write the text, or leave the field out")
    twice = Phrase("删去它，打印时自动印出名称", "delete it; the form prints the name")
    return Diagnostic(
        KIND,
        passage.span(0, found.end()),
        Phrase(f"文字开头又写了一遍名称“{found[1]}”", f"the text begins with the name of its own field, '{found[1]}'"),
        twice if rest else nothing,
        fix=(Edit(passage.span(0, found.end()), ""),) if can_begin(rest) else (),
    )
