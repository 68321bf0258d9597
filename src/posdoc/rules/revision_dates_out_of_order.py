"""The revisions of a document are not in order, or a version stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Revision
from posdoc.phrases import Phrase
from posdoc.rules._documents import documents, is_before, same_version

KIND = Kind("POS806", "revision-dates-out-of-order", Severity.WARNING)
WHAT = Phrase(
    "修订记录没有按日期从早到晚排列，或同一版本出现两次。",
    "The revisions of a document do not run from the oldest to the newest, or a version stands twice.",
)
WHY = Phrase(
    "修订记录由旧到新排列，最后一条就是现行版本；次序乱了，多半是日期写错。",
    "Revisions run from old to new, so that the last one is the version in force; where they do not, mostly a date is "
    "wrong.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
document:
  revisions:
"""
PASSING = (
    _HEAD
    + """\
    - {version: "1.0", date: 2024-03, text: 首次发布}
    - {version: "1.1", date: 2024-03-20, text: 调整职责}
    - {version: "2.0", date: 2026-01-15, text: 重新编写}
""",
)
FAILING = (
    _HEAD
    + """\
    - {version: "1.0", date: 2025-03-01, text: 首次发布}
    - {version: "1.1", date: «2024-12-01», text: 调整职责}
""",
    _HEAD
    + """\
    - {version: "1.0", date: 2024-03-01, text: 首次发布}
    - {version: «V1.0», date: 2025-12-01, text: 调整职责}
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """The first revision of each document that is out of order, and each version that stands twice."""
    for document, _, _ in documents(organization):
        if len(document.revisions) > 1:
            yield from _dates(document.revisions)
            yield from _versions(document.revisions)


def _dates(revisions: tuple[Revision, ...]) -> Iterator[Diagnostic]:
    before: Revision | None = None
    for revision in revisions:
        if revision.date is None:
            continue
        if before is not None and before.date is not None and is_before(revision.date, before.date):
            yield Diagnostic(
                KIND,
                revision.at("date"),
                Phrase(
                    f"修订日期 {revision.date} 早于前一条的 {before.date}",
                    f"the revision of {revision.date} stands after that of {before.date}",
                ),
                Phrase("由旧到新排列，或改正日期", "put the oldest first, or correct the date"),
                (Related(before.at("date"), Phrase("前一条修订", "the revision before it")),),
            )
            return
        before = revision


def _versions(revisions: tuple[Revision, ...]) -> Iterator[Diagnostic]:
    seen: dict[str, Revision] = {}
    for revision in revisions:
        if revision.version:
            first = seen.setdefault(same_version(revision.version), revision)
            if first is not revision:
                yield Diagnostic(
                    KIND,
                    revision.at("version"),
                    Phrase(f"版本“{revision.version}”出现了两次", f"version '{revision.version}' stands twice"),
                    Phrase("改正版本号，或合并两条修订", "correct the version, or make the two revisions one"),
                    (Related(first.at("version"), Phrase("第一次出现", "it stands here first")),),
                )
