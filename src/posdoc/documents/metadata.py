"""What a document says of itself beside its text."""

from __future__ import annotations

from posdoc.locales.words import Words
from posdoc.model import Document, DocumentOutput, Organization
from posdoc.views.sections import Presentation
from posdoc.word import Form, Metadata

PLAIN = DocumentOutput(form="standard")
"""A document of which the workspace asks nothing."""


def presentation_of(form: Form, output: DocumentOutput) -> Presentation:
    """How a document is to be set, as the workspace asks for it."""
    return Presentation(
        form=form.kind.form or form.name,
        title=output.title,
        sections=output.sections,
        numbered=output.numbered is not False,
        blanks=bool(output.blanks),
        without=frozenset(name for name in ("scorecard", "posting") if not form.mentions(name)),
        fields=form.position_fields,
        sign=output.sign,
    )


def metadata_of(
    organization: Organization,
    words: Words,
    form: Form,
    document: Document | None,
    *,
    identity: str,
    title: str,
    form_title: str,
    unit: str = "",
    code: str = "",
    digest: str = "",
    date: str = "",
    language: str = "",
) -> Metadata:
    """The properties of a document about something called ``title``, which lies in ``unit``."""
    company = organization.workspace.organization
    flat = title.replace("\n", " ")
    return Metadata(
        identity=identity,
        title=f"{flat} {form_title}".strip(),
        subject=words.name(unit) if unit else "",
        company=words.text(company.name) if company else "",
        keywords=words.join([code, flat]),
        version=(document.version or "") if document else "",
        status=words.option(document.status) if document and document.status else "",
        language=language,
        form=form.name,
        digest=digest,
        date=date,
    )


def date_of(document: Document | None) -> str:
    """The day of the document as the definition has it: effective, approved or written, the first of a month or year."""
    date = (document.effective or document.approved or document.written) if document else None
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}" if date else ""
