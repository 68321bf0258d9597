"""The dates of a document are in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Document, Organization, PartialDate, field_of
from posdoc.phrases import Phrase
from posdoc.rules._documents import documents, is_before

KIND = Kind("POS801", "effective-before-written")
WHAT = Phrase(
    "文件日期的先后不对。次序应为：岗位分析、撰写、批准、生效、复审；只写到年或月的日期按写到的部分比较。",
    "The dates of a document are in the wrong order. Analysed, written, approved, effective and review due follow one "
    "another; dates without day or month are compared as far as they go.",
)
WHY = Phrase(
    "日期倒置的文件经不起审核：还没写成就已生效，等于没有依据。",
    "A document that was in force before it was written does not stand up in an audit.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD
    + "document: {analysed: 2026-01, written: 2026-01-15, approved: 2026-03, effective: 2026-03-01, review_due: 2027}\n",
)
FAILING = (_HEAD + "document: {written: 2026-03-10, approved: 2026-03-20, effective: «2026-03-01»}\n",)
_ORDER = ("analysed", "written", "approved", "effective", "review_due")
_LABELS = {key: info.label.zh for key in _ORDER if (info := field_of(Document, key))}


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each date that lies before one that has to come first."""
    for document, _, _ in documents(organization):
        stated = [(key, date) for key in _ORDER if (date := getattr(document, key)) is not None]
        if len(stated) > 1:
            yield from _of_document(document, stated)


def _of_document(document: Document, stated: list[tuple[str, PartialDate]]) -> Iterator[Diagnostic]:
    """Each date is compared with the ones before it, the nearest first; one that is too late is reported once."""
    too_late: set[str] = set()
    for place, (later, late) in enumerate(stated):
        for earlier, early in reversed(stated[:place]):
            if is_before(late, early):
                if earlier not in too_late:
                    yield _finding(document, (earlier, early), (later, late))
                too_late.add(earlier)
                break


def _finding(document: Document, first: tuple[str, PartialDate], second: tuple[str, PartialDate]) -> Diagnostic:
    (earlier, early), (later, late) = first, second
    return Diagnostic(
        KIND,
        document.at(later),
        Phrase(
            f"{_LABELS[later]} {late} 早于{_LABELS[earlier]} {early}",
            f"'{later}' {late} is before '{earlier}' {early}",
        ),
        Phrase("改正其中一个日期", "correct one of the two dates"),
        (Related(document.at(earlier), Phrase(f"{_LABELS[earlier]}", f"'{earlier}' is given here")),),
    )
