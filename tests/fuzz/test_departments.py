"""Departments that chance made, without an error: what they say is in their documents and charts, and what differs is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

from hypothesis import assume, given
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.build.charts import Chart
from posdoc.charts import kinds
from posdoc.diff import compare
from posdoc.diff.formats import format_named, formats
from posdoc.diff.redlines import Reviser, redlines
from posdoc.documents import department_document, open_form, position_document, unit_document
from posdoc.documents.metadata import PLAIN
from posdoc.drawing import formats as drawings
from posdoc.errors import UsageError
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, Organization, Position
from posdoc.tables.excel import write_pages
from posdoc.tables.workbooks import Wish, kind
from posdoc.tables.workbooks import kinds as workbooks
from posdoc.word.package import read_package
from tests.conftest import ROOT
from tests.diff.edits import edited
from tests.fuzz.examples import examples
from tests.fuzz.judging import TODAY, within
from tests.fuzz.mending import mended
from tests.fuzz.strategies import Files, departments
from tests.test_documents import _texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST = 120


@contextmanager
def department(files: Files) -> Iterator[Organization]:
    """The organization of the files, without what is an error in them."""
    with TemporaryDirectory() as folder, within(LONGEST):
        checked = mended(Path(folder), files)
        assume(checked is not None)
        assert checked is not None
        yield checked.organization


def printed_languages(organization: Organization) -> list[str]:
    """Each language, and both at once where there are two."""
    spoken = list(organization.languages)
    return [*spoken, "+".join(spoken)] if len(spoken) > 1 else spoken


# --- documents ------------------------------------------------------------------------------------------------


def text_in(document: bytes) -> str:
    """All text of a document, whose parts are well formed, without blanks."""
    found = []
    for name, part in read_package(document, "made").items():
        if name.endswith((".xml", ".rels")):
            root = ElementTree.fromstring(part)
            found += [node.text or "" for node in root.iter(f"{W}t")]
    return "".join("".join(found).split())


def lost(organization: Organization, position: Position, language: str, printed: str) -> list[tuple[str, str]]:
    """The printed texts of a definition that are not in the text of its document."""
    words = Words(organization, language)
    said = [(field, words.text(text)) for field, text in _texts(position)]
    return [(field, text) for field, text in said if "".join(text.split()).rstrip("。.") not in printed]


@examples(30)
@given(departments(most=3))
def test_what_a_definition_says_is_in_its_document(files: Files) -> None:
    with department(files) as organization:
        form = open_form(ROOT, "standard")
        for position in organization.positions:
            for language in printed_languages(organization):
                document = position_document(organization, position, form, language)
                assert document == position_document(organization, position, form, language)
                for one in language.split("+"):
                    assert lost(organization, position, one, text_in(document)) == []


@examples(4)
@given(departments(most=2), st.sampled_from(["standard", "duties", "narrative", "scorecard", "posting"]))
def test_nothing_is_wrong_with_the_documents(files: Files, form: str) -> None:
    with department(files) as organization, TemporaryDirectory() as folder:
        for position in organization.positions[:1]:
            path = Path(folder, f"{position.id}.docx")
            path.write_bytes(
                position_document(organization, position, open_form(ROOT, form), organization.languages[0])
            )
            result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path))
            assert [str(error) for error in result.errors] == []


@examples(5)
@given(departments(most=3))
def test_every_other_document_and_workbook_is_made(files: Files) -> None:
    with department(files) as organization:
        language = organization.languages[-1]
        for unit in organization.units:
            assert text_in(unit_document(organization, unit, open_form(ROOT, "staffing"), language))
        if len([unit for unit in organization.units if not unit.parent]) == 1:
            assert text_in(department_document(organization, open_form(ROOT, "handbook", "standard"), language))
        for name in workbooks():
            made = kind(name).make(Wish(organization, Words(organization, language), TODAY, with_names=True))
            assert write_pages(made)


# --- charts ---------------------------------------------------------------------------------------------------


MUST_BE_DRAWN = ("org", "position", "flow")
"""Charts of people, careers or units may have nothing in them: units that are only levels of management are no boxes."""


def charts_of(organization: Organization, language: str) -> Iterator[Chart]:
    """Every chart that the organization has something for."""
    flows = [f"{one.id}/{flow.id}" if flow.id else one.id for one in organization.positions for flow in one.flows[:1]]
    for name in kinds():
        for subject in {"flow": flows, "position": [one.id for one in organization.positions]}.get(name, [""]):
            try:
                yield Chart(organization, language, ChartOutput(kind=name, position=subject or None))
            except UsageError:
                drawn = [one for one in organization.positions if one.is_current]
                assert not drawn or name not in MUST_BE_DRAWN, "where there are positions, they can be drawn"


def without_blanks(texts: Any) -> str:
    return "".join("".join(texts).split())


@examples(20)
@given(departments(most=4))
def test_every_title_is_in_its_chart(files: Files) -> None:
    with department(files) as organization:
        for language in organization.languages:
            for chart in charts_of(organization, language):
                root = ElementTree.fromstring(chart.in_format("svg"))
                assert root.tag == "{http://www.w3.org/2000/svg}svg"
                if chart.wish.kind == "org":
                    drawn = without_blanks(node.text or "" for node in root.iter("{http://www.w3.org/2000/svg}text"))
                    words, current = (
                        Words(organization, language),
                        [one for one in organization.positions if one.is_current],
                    )
                    titles = [words.text(one.title) for one in current]
                    assert [title for title in titles if without_blanks(title) not in drawn] == []


@examples(2)
@given(departments(most=3))
def test_every_chart_is_drawn_in_every_format(files: Files) -> None:
    with department(files) as organization:
        for chart in charts_of(organization, organization.languages[0]):
            assert all(chart.in_format(name) for name in drawings())


# --- differences ----------------------------------------------------------------------------------------------


def assert_told(old: Organization, new: Organization) -> None:
    """What differs is told in every format and language, twice the same."""
    difference = compare(old, new)
    for name in formats():
        for language in ("zh", "en"):
            told = format_named(name).write(difference, ("old", "new"), language, False)
            assert told == format_named(name).write(difference, ("old", "new"), language, False)
            assert told.endswith("\n")
            assert name != "json" or isinstance(json.loads(told), dict)


@examples(12)
@given(departments(most=3), departments(most=3))
def test_two_departments_are_compared(one: Files, other: Files) -> None:
    with department(one) as old, department(other) as new:
        assert_told(old, new)
        assert compare(old, old).subjects == ()


@examples(12)
@given(departments(most=3), st.integers(0, 10**9))
def test_a_department_is_compared_with_what_became_of_it(files: Files, seed: int) -> None:
    with department(files) as organization:
        assert_told(organization, edited(organization, Random(seed), 4))


@examples(6)
@given(departments(most=2, spoken=st.just(("zh",))), departments(most=2, spoken=st.just(("zh",))))
def test_changes_are_tracked_in_documents(one: Files, other: Files) -> None:
    with department(one) as old, department(other) as new:
        reviser = Reviser("posdoc", datetime(2026, 3, 1))
        made = list(redlines(compare(old, new), old, open_form(ROOT, "standard"), "zh", PLAIN, reviser))
        for redline in made:
            assert lost(new, redline.position, "zh", text_in(redline.data)) == []


def test_a_text_that_is_not_in_a_document_is_noticed() -> None:
    """The judge itself: a document of one position has not the texts of another."""
    from tests.fuzz import smallest

    organization = smallest.organization()
    (position,) = organization.positions
    assert lost(organization, position, "zh", text_in(smallest.document())) == []
    assert lost(organization, position, "zh", "别的文件") != []
