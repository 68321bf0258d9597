"""The same qualification stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Qualification, QualificationItem, Text
from posdoc.phrases import Phrase
from posdoc.rules._experience import qualification_lists

KIND = Kind("POS615", "duplicate-qualification", Severity.INFO)
WHAT = Phrase(
    "同一岗位的同一项资格写了两次，文字相同（不计空格与标点）。",
    "The same qualification stands twice in one position, in the same words (spaces and punctuation apart).",
)
WHY = Phrase(
    "重复的一行多半是复制后忘了改。",
    "A row that stands twice was mostly copied and then forgotten.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
qualifications:
"""
PASSING = (
    _HEAD + "  - {item: certificate, required: 低压电工作业证}\n  - {item: certificate, required: 高处作业证}\n",
)
FAILING = (
    _HEAD + "  - {item: skill, required: 会用万用表、钳形表}\n  - {item: skill, required: «会用万用表，钳形表。»}\n",
)
_MARKS = re.compile(r"[\W_]+")
_Key = tuple[QualificationItem, str, str]


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each qualification that repeats an earlier one of the same position."""
    language = organization.languages[0]
    for group in qualification_lists(organization):
        items = [qualification.item for qualification in group]
        if len(set(items)) < len(items):
            yield from _of_list(group, language)


def _of_list(group: tuple[Qualification, ...], language: str) -> Iterator[Diagnostic]:
    seen: dict[_Key, Qualification] = {}
    for qualification in group:
        key = _key(qualification, language)
        if key is not None and seen.setdefault(key, qualification) is not qualification:
            yield _finding(qualification, seen[key])


def _key(qualification: Qualification, language: str) -> _Key | None:
    words = _words(qualification.required, language), _words(qualification.preferred, language)
    return (qualification.item, *words) if qualification.item is not None and any(words) else None


def _words(text: Text | None, language: str) -> str:
    return _MARKS.sub("", text.in_(language)).casefold() if text else ""


def _finding(again: Qualification, first: Qualification) -> Diagnostic:
    field = "required" if again.required else "preferred"
    label = again.item.label if again.item is not None else Phrase("", "")
    return Diagnostic(
        KIND,
        again.at(field),
        Phrase(f"“{label.zh}”的这一条与前面重复", f"this repeats an earlier entry for '{label.en.lower()}'"),
        Phrase("删去其中一条，或改成本来要写的内容", "take one of them out, or write what was meant"),
        (Related(first.at(field), Phrase("前面的一条", "the earlier one")),),
    )
