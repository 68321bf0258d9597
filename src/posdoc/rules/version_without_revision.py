"""The version of a document and its table of revisions do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Document, Organization, Revision
from posdoc.phrases import Phrase
from posdoc.rules._documents import documents, is_before, same_version
from posdoc.rules._unread import is_unread

KIND = Kind("POS802", "version-without-revision", Severity.WARNING)
WHAT = Phrase(
    "文件的版本号在修订记录中没有，或不是最新一条修订；或者版本号已不是首版，却没有任何修订记录。",
    "The version of a document is not among its revisions, or is not that of the newest one; or the version is not a "
    "first one, and there are no revisions at all.",
)
WHY = Phrase(
    "修订记录要能说明手上这一版改了什么。多半是升了版本号，忘了补一条修订。",
    "The table of revisions tells what changed in the version at hand. Mostly the version was raised, and the line "
    "forgotten.",
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
    _HEAD + 'document: {version: V1.1, revisions: [{version: "1.0", text: 首次发布}, {version: "1.1", text: 调整}]}\n',
    _HEAD + "document: {version: A/0}\n",
)
FAILING = (
    _HEAD
    + 'document: {version: «"1.2"», revisions: [{version: "1.0", text: 首次发布}, {version: "1.1", text: 调整}]}\n',
    _HEAD
    + 'document: {version: «"1.0"», revisions: [{version: "1.0", text: 首次发布}, {version: "1.1", text: 调整}]}\n',
    _HEAD + 'document: {version: «"2.0"»}\n',
)
_LATER = re.compile(r"(?:[1-9][0-9]?(?:\.[0-9]+)+|[2-9]|[1-9][0-9]|[b-z](?:[./-]?[0-9]{1,2})?|a[./-]?[1-9][0-9]?)")
_FIRST_HINT = Phrase("补一条修订记录", "add a line to 'revisions'")


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each document whose version its revisions do not account for."""
    for document, _, _ in documents(organization):
        if document.version and not is_unread(document, "revisions"):
            if document.revisions:
                yield from _against(document, document.version)
            elif _LATER.fullmatch(same_version(document.version)):
                yield Diagnostic(
                    KIND,
                    document.at("version"),
                    Phrase(
                        f"版本“{document.version}”不是首版，却没有修订记录",
                        f"version '{document.version}' is not a first one, and there are no revisions",
                    ),
                    _FIRST_HINT,
                )


def _against(document: Document, version: str) -> Iterator[Diagnostic]:
    versions = [same_version(revision.version) if revision.version else None for revision in document.revisions]
    if None in versions:
        return
    newest = _newest(document.revisions)
    if same_version(version) not in versions:
        yield _finding(
            document,
            newest,
            Phrase(f"修订记录中没有版本“{version}”", f"there is no revision with the version '{version}'"),
            Phrase("补一条该版本的修订记录，或改正版本号", "add a revision of this version, or correct the version"),
        )
    elif same_version(version) != same_version(newest.version or ""):
        yield _finding(
            document,
            newest,
            Phrase(
                f"版本“{version}”不是最新的修订“{newest.version}”",
                f"version '{version}' is not the newest revision, '{newest.version}'",
            ),
            Phrase(
                f"把版本改为 {newest.version}，或改正修订记录",
                f"set the version to {newest.version}, or correct the revisions",
            ),
        )


def _newest(revisions: tuple[Revision, ...]) -> Revision:
    """The revision that no other is later than; of several such the last."""
    newest = revisions[0]
    for revision in revisions[1:]:
        is_older = revision.date is not None and newest.date is not None and is_before(revision.date, newest.date)
        newest = newest if is_older else revision
    return newest


def _finding(document: Document, newest: Revision, message: Phrase, hint: Phrase) -> Diagnostic:
    related = Related(newest.at("version"), Phrase("最新的修订", "the newest revision"))
    return Diagnostic(KIND, document.at("version"), message, hint, (related,))
