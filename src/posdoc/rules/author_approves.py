"""Whoever wrote a document also approves it."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Signer, SignerRole
from posdoc.phrases import Phrase
from posdoc.rules._documents import documents

KIND = Kind("POS804", "author-approves", Severity.WARNING)
WHAT = Phrase(
    "撰写人与批准人是同一个人或同一职务。签署栏留空（不写 name）的不比较；另有他人批准的也不算。",
    "The author and the approver of a document are the same person or post. Lines left blank for a wet signature are not "
    "compared, and it is enough that somebody else approves as well.",
)
WHY = Phrase(
    "自己批准自己写的文件，等于没有批准。",
    "Approval is a second look; nobody can take it at their own work.",
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
    _HEAD + "document: {signers: [{role: author, name: 人力资源部}, {role: approver, name: 总经理}]}\n",
    _HEAD + "document: {signers: [author, approver]}\n",
)
FAILING = (_HEAD + "document: {signers: [{role: author, name: 张敏}, {role: approver, name: «张 敏»}]}\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each document that only its own author approves."""
    seen: set[int] = set()
    for document, _, _ in documents(organization):
        if document.signers and id(document.signers) not in seen:
            seen.add(id(document.signers))
            authors = [signer for signer in document.signers if signer.role is SignerRole.AUTHOR]
            approvers = [signer for signer in document.signers if signer.role is SignerRole.APPROVER]
            pairs = [(approver, _same(approver, authors)) for approver in approvers]
            for approver, author in pairs if all(author for _, author in pairs) else ():
                if author is not None:
                    yield _finding(approver, author)


def _same(approver: Signer, authors: list[Signer]) -> Signer | None:
    """The author who has the name of the approver in some language."""
    names = _names(approver)
    return next((author for author in authors if names & _names(author)), None)


def _names(signer: Signer) -> set[str]:
    written = signer.name.languages.values() if signer.name else ()
    names = {"".join(name.split()).casefold() for name in written}
    return {name for name in names if any(character.isalnum() for character in name)}


def _finding(approver: Signer, author: Signer) -> Diagnostic:
    name = approver.name.in_() if approver.name else ""
    return Diagnostic(
        KIND,
        approver.at("name"),
        Phrase(f"“{name}”既撰写又批准", f"'{name}' is both author and approver"),
        Phrase("由上级或其他人批准", "have a superior or somebody else approve"),
        (Related(author.at("name"), Phrase("撰写人", "the author")),),
    )
