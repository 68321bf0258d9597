"""A table of changes of the sample department, so that the list of fields can show what a form would print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from posdoc.diff.compare import compare
from posdoc.diff.table_view import view_changes
from posdoc.load import load
from posdoc.model import Document, HeadCount, Organization, Position
from posdoc.resources import sample_folder
from posdoc.views.arrange import View

_DAY = date(2026, 3, 1)


@cache
def example_of_changes(language: str) -> View:
    """What a form about changes sees of a sample whose first position has another head count, unit and version."""
    sample, _ = load(sample_folder())
    return view_changes(compare(_before(sample), sample), ("v1.0", "v1.1"), language, _DAY)


def _before(sample: Organization) -> Organization:
    first, *rest = sample.positions
    document = Document.build({**(first.document or Document()).__dict__, "version": "0.9", "revisions": ()})
    values = {**first.__dict__, "headcount": HeadCount(9, 9), "unit": sample.units[-1].id, "document": document}
    return replace(sample, positions=(Position.build(values, first.origins), *rest))
