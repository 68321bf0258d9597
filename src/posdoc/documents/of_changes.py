"""The document that is about changes: the table that goes with the papers for approval."""

from __future__ import annotations

from datetime import date

from posdoc.documents.metadata import metadata_of
from posdoc.errors import UsageError
from posdoc.locales.pair import words_of
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.views.arrange import View
from posdoc.word import Form

SUBJECT = "changes"


def changes_document(organization: Organization, view: View, form: Form, language: str, day: date) -> bytes:
    """The Word document of a view of changes. Raises UsageError for a form about something else."""
    if form.kind.subject != SUBJECT:
        raise UsageError(
            Phrase(f"表单“{form.name}”不是修订对照表", f"the form '{form.name}' is no table of changes"),
            Phrase("用 changes，或从它复制：posdoc template new 名称 --from changes",
                   "use changes, or copy it: posdoc template new NAME --from changes"),
        )  # fmt: skip
    metadata = metadata_of(
        organization, words_of(organization, language), form, None, identity="", title=view["department"],
        form_title=view["form_title"], date=day.isoformat(), language=language,
    )  # fmt: skip
    return form.render(view, metadata)
