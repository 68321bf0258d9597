"""The documents that are about one unit."""

from __future__ import annotations

from dataclasses import replace

from posdoc.charts import org
from posdoc.documents.digests import digest_of
from posdoc.documents.illustrations import ROOM, Illustrator
from posdoc.documents.metadata import PLAIN, date_of, metadata_of, presentation_of
from posdoc.documents.views import in_languages
from posdoc.locales.pair import words_of
from posdoc.model import ChartOutput, DocumentOutput, Organization, Ref, Unit
from posdoc.views.unit import content_of_unit
from posdoc.word import Form


def unit_document(
    organization: Organization, unit: Unit, form: Form, language: str, output: DocumentOutput = PLAIN
) -> bytes:
    """The Word document of one unit in a language, or in two (``zh+en``)."""
    presentation = presentation_of(form, output)
    view = in_languages(organization, language, lambda words: content_of_unit(organization, words, unit, presentation))
    illustrator = Illustrator(organization, words_of(organization, language), output.charts)
    if view["unit_chart"]:
        graph = org.draw(organization, illustrator.words, ChartOutput(kind="org", unit=Ref(unit.id)))
        view["unit_chart"]["drawing"] = illustrator.draw(replace(graph, title=""), ROOM, graph.title)
    if view["unit_flows"]:
        illustrator.of_flows(view["unit_flows"]["flows"], unit.flows)
    illustrator.watermark(view)
    metadata = metadata_of(
        organization, illustrator.words, form, unit.document,
        identity=unit.id, title=view["fields"]["title"], form_title=view["form_title"], unit=unit.parent,
        code=unit.code or "", digest=digest_of(unit), date=date_of(unit.document), language=language,
    )  # fmt: skip
    return form.render(view, metadata, illustrator.pictures, positions=len(organization.positions))
