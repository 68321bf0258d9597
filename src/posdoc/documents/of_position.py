"""The documents that are about one position."""

from __future__ import annotations

from posdoc.documents.digests import digest_of
from posdoc.documents.illustrations import Illustrator
from posdoc.documents.metadata import PLAIN, date_of, metadata_of, presentation_of
from posdoc.documents.views import in_languages
from posdoc.locales.pair import words_of
from posdoc.model import DocumentOutput, Organization, Position
from posdoc.views.position import content_of_position
from posdoc.word import Form


def position_document(
    organization: Organization, position: Position, form: Form, language: str, output: DocumentOutput = PLAIN
) -> bytes:
    """The Word document of one position in a language, or in two (``zh+en``)."""
    presentation = presentation_of(form, output)
    view = in_languages(
        organization, language, lambda words: content_of_position(organization, words, position, presentation)
    )
    illustrator = Illustrator(organization, words_of(organization, language), output.charts)
    illustrator.of_position(view, position)
    metadata = metadata_of(
        organization, illustrator.words, form, position.document,
        identity=position.id, title=view["position"]["title"], form_title=view["form_title"], unit=position.unit,
        code=position.code or "", digest=digest_of(position), date=date_of(position.document), language=language,
    )  # fmt: skip
    return form.render(view, metadata, illustrator.pictures)
