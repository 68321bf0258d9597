"""What any document says of itself, ready to print: its revisions and who signs it."""

from __future__ import annotations

from posdoc.locales.words import Words
from posdoc.model import Document, Revision, Signer, SignerRole
from posdoc.views.blocks import Block, Cells
from posdoc.views.printer import Printer

ROLES = (SignerRole.AUTHOR, SignerRole.REVIEWER, SignerRole.APPROVER, SignerRole.INCUMBENT)
"""Who signs a job description where it names nobody and is to be signed all the same."""


def view_revisions(words: Words, document: Document | None) -> Block | None:
    """The history of a document, newest last."""
    if document is None or not document.revisions:
        return None
    printer = Printer(words.organization, words)
    return {
        "title": words.section("revisions"),
        "rows": Cells(()),
        **{f"{name}_label": words.label(Revision, name) for name in ("version", "date", "text", "author")},
        "revisions": [
            {
                "version": entry.version or "",
                "date": words.date(entry.date) if entry.date else "",
                "text": printer.with_rest(words.text(entry.text), entry, "version", "date", "text", "author"),
                "author": words.text(entry.author),
            }
            for entry in document.revisions
        ],
    }


def view_signoff(printer: Printer, document: Document | None, sign: bool | None) -> Block | None:
    """The sign-off block; ``sign`` asks for it in any case (True) or never (False)."""
    words = printer.words
    signers = document.signers if document else ()
    statement = words.text(document.statement) if document else ""
    if sign and not signers:
        signers = tuple(Signer(role=role) for role in ROLES)
    if sign is False or not (signers or statement):
        return None
    return {
        "title": words.section("signoff"),
        "rows": Cells(()),
        "statement": statement,
        "statement_label": words.label(Document, "statement"),
        **{f"{name}_label": words.label(Signer, name) for name in ("role", "name", "date")},
        "signature_label": words.phrase("signature"),
        "signers": [
            {
                "role": words.option(signer.role) if signer.role else "",
                "name": printer.with_rest(words.text(signer.name), signer, "role", "name", "date"),
                "date": words.date(signer.date) if signer.date else "",
            }
            for signer in signers
        ],
    }
