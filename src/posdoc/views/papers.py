"""What any document says of itself, ready to print: its revisions and who signs it."""

from __future__ import annotations

from posdoc.model import Document, Revision, Signer, SignerRole
from posdoc.template.marks import marked, under
from posdoc.views.blocks import Block, Cells
from posdoc.views.printer import Printer
from posdoc.views.work import exactly

ROLES = (SignerRole.AUTHOR, SignerRole.REVIEWER, SignerRole.APPROVER, SignerRole.INCUMBENT)
"""Who signs a job description where it names nobody and is to be signed all the same."""


def view_revisions(printer: Printer, document: Document | None) -> Block | None:
    """The history of a document, newest last."""
    if document is None or not document.revisions:
        return None
    words = printer.words
    return {
        "title": words.section("revisions"),
        "rows": Cells(()),
        **{f"{name}_label": words.label(Revision, name) for name in ("version", "date", "text", "author")},
        "revisions": [
            _revision(printer, entry, printer.path(f"document.revisions.{place}"))
            for place, entry in enumerate(document.revisions)
        ],
    }


def _revision(printer: Printer, entry: Revision, at: str) -> dict[str, str]:
    words = printer.words
    text = printer.with_rest(words.text(entry.text), entry, "version", "date", "text", "author")
    return {
        "version": marked(entry.version or "", under(at, "version")),
        "date": marked(words.date(entry.date) if entry.date else "", under(at, "date")),
        "text": exactly(text, words.text(entry.text), at, "text"),
        "author": marked(words.text(entry.author), under(at, "author")),
    }


def view_signoff(printer: Printer, document: Document | None, sign: bool | None) -> Block | None:
    """The sign-off block; ``sign`` asks for it in any case (True) or never (False)."""
    words = printer.words
    signers = document.signers if document else ()
    statement = words.text(document.statement) if document else ""
    at = printer.path("document.signers") if signers else ""
    if sign and not signers:
        signers = tuple(Signer(role=role) for role in ROLES)
    if sign is False or not (signers or statement):
        return None
    return {
        "title": words.section("signoff"),
        "rows": Cells(()),
        "statement": marked(statement, printer.path("document.statement")),
        "statement_label": words.label(Document, "statement"),
        **{f"{name}_label": words.label(Signer, name) for name in ("role", "name", "date")},
        "signature_label": words.phrase("signature"),
        "signers": [signer_of(printer, signer, under(at, place)) for place, signer in enumerate(signers)],
    }


def signer_of(printer: Printer, signer: Signer, at: str) -> dict[str, str]:
    """Role, name and date of one who signs; ``at`` is the path, empty for one that no document names."""
    words = printer.words
    name = printer.with_rest(words.text(signer.name), signer, "role", "name", "date")
    return {
        "role": marked(words.option(signer.role) if signer.role else "", under(at, "role")),
        "name": exactly(name, words.text(signer.name), at, "name"),
        "date": marked(words.date(signer.date) if signer.date else "", under(at, "date")),
    }
