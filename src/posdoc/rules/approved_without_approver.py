"""A document is approved, and nobody approves it."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Document, DocumentStatus, Organization, SignerRole
from posdoc.phrases import Phrase
from posdoc.rules._documents import documents
from posdoc.rules._unread import is_unread

KIND = Kind("POS803", "approved-without-approver", Severity.WARNING)
WHAT = Phrase(
    "文件状态是“已批准”，签署栏（signers）却没有批准人；从默认值沿用的签署栏也算。部门和制度的文件只在写了签署栏时检查。",
    "A document has the status 'approved', but no approver among its signers; those handed down by defaults count. The "
    "documents of units and regulations are looked at only where they state signers.",
)
WHY = Phrase(
    "没有批准人签字的位置，打印出来的文件就无法生效。",
    "Without a line for the approver the printed document cannot be put in force.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
"""
PASSING = (
    _HEAD
    + """\
defaults: {document: {signers: [author, {role: approver, name: 总经理}]}}
## positions/service/manager.yaml
title: 售后经理
document: {status: approved}
""",
)
FAILING = (
    _HEAD
    + """\
## positions/service/manager.yaml
title: 售后经理
document: {status: «approved», signers: [author, reviewer]}
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each approved document without an approver."""
    for document, _, position in documents(organization):
        if document.status is DocumentStatus.APPROVED and (position is not None or document.signers):
            roles = {signer.role for signer in document.signers}
            if not roles & {SignerRole.APPROVER, None} and not is_unread(document, "signers"):
                yield _finding(document)


def _finding(document: Document) -> Diagnostic:
    return Diagnostic(
        KIND,
        document.at("status"),
        Phrase("文件已批准，签署栏却没有批准人", "the document is approved, but has no approver among its signers"),
        Phrase(
            "在 signers 中补上 role: approver；尚未批准请改 status",
            "add one with 'role: approver' to signers; if it is not approved yet, change its status",
        ),
        (Related(document.at("signers"), Phrase("签署栏", "the signers")),) if document.signers else (),
    )
