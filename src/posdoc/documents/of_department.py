"""The documents that are about the whole department: the handbook, and lists of its people."""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.documents.illustrations import Illustrator
from posdoc.documents.metadata import PLAIN, date_of, metadata_of, presentation_of
from posdoc.documents.views import in_languages
from posdoc.locales.pair import words_of
from posdoc.model import POSITION_SECTIONS, DocumentOutput, Organization, SectionName, SectionOutput
from posdoc.views.arrange import View
from posdoc.views.department import content_of_department, current_positions, root_unit
from posdoc.views.sections import Presentation
from posdoc.word import Drawing, Form
from posdoc.word.contents import MARKER

JOB_SECTIONS = tuple(
    SectionOutput(section=name)
    for name in POSITION_SECTIONS
    if name not in (SectionName.ASSESSMENT, SectionName.DOCUMENT, SectionName.REVISIONS, SectionName.SIGNOFF)
)
"""What a handbook prints of each position where nothing else is asked for: its indicators have a chapter of their
own, it is one document with one history, and people sign for it on the acknowledgement sheet."""


def department_document(
    organization: Organization,
    form: Form,
    language: str,
    output: DocumentOutput = PLAIN,
    pages: Sequence[tuple[str, int]] | None = None,
    *,
    room_only: bool = False,
) -> bytes:
    """The Word document of the department in a language, or in two (``zh+en``).

    ``pages`` are the headings with their pages, for the table of contents. With ``room_only`` it has the room of
    its charts and not the charts: that is enough to find the pages.
    """
    presentation = presentation_of(form, output)
    asked = tuple(one for one in output.sections if one.section in POSITION_SECTIONS or one.fields)
    jobs = Presentation(
        sections=asked or JOB_SECTIONS,
        numbered=presentation.numbered,
        without=presentation.without,
        fields=presentation.fields,
    )
    unit = root_unit(organization)
    view = in_languages(
        organization, language, lambda words: content_of_department(organization, words, presentation, jobs)
    )
    illustrator = Illustrator(organization, words_of(organization, language), output.charts, room_only=room_only)
    _illustrate(view, illustrator)
    metadata = metadata_of(
        organization, illustrator.words, form, unit.document,
        identity=unit.id, title=view["department"], form_title=view["form_title"], code=unit.code or "",
        date=date_of(unit.document), language=language,
    )  # fmt: skip
    return form.render(view, metadata, illustrator.pictures, pages, len(organization.positions))


def _illustrate(view: View, illustrator: Illustrator) -> None:
    view["contents"] = Drawing(f"<w:r><w:t>{MARKER}</w:t></w:r>")
    if view["unit_chart"]:
        view["unit_chart"]["drawing"] = illustrator.of_organization()
    if view["unit_flows"]:
        flows = [flow for unit in illustrator.organization.units for flow in unit.flows]
        illustrator.of_flows(view["unit_flows"]["flows"], flows)
    for job, position in zip(view["job_descriptions"], current_positions(illustrator.organization), strict=True):
        illustrator.of_position(job, position)
        job["watermark"] = ""
    illustrator.watermark(view)
