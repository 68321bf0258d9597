"""Documents that posdoc wrote, imported again without their hidden marks and with them."""

from __future__ import annotations

from functools import cache

import pytest

from posdoc.build.plan import Choice, DocumentJob, plan
from posdoc.build.run import document_bytes
from posdoc.documents.forms import open_form
from posdoc.documents.of_position import position_document
from posdoc.importers.marked import read_marks
from posdoc.importers.marked_draft import take_marks
from posdoc.importers.posts import read_posts, standard_labels
from posdoc.importers.word import read_word
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import DocumentOutput, Organization, Position
from posdoc.views.printer import Printer
from tests.conftest import ROOT
from tests.importers.round_trip import Given, Printed, checked, draft_of, given_back, of_positions, without_marks

FORMS = ("standard", "duties", "narrative", "posting", "scorecard")
REAL = sorted(folder.name for folder in (ROOT / "tests/forms/real").iterdir() if folder.is_dir())
LEAST = 0.95
"""The share of the fields that a form prints which has to come back from each document."""
LEAST_OF_MANY = 0.98
"""The same with marks, for the positions in a document about a unit or the department."""
ABOUT_UNITS = ("S1-A", "S1-C", "S1-G", "S2-A", "S4-B")
"""Forms that say something of a unit only: charts, functions, rules. Nothing of a position is printed there."""
SOME = {form: slice(place, None, 6) for place, form in enumerate(FORMS)}
"""Every sixth position shows what a form does; other ones for each form. The proof takes all."""


@cache
def sample() -> Organization:
    return load(ROOT)[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_document_of_the_sample_comes_back_without_its_marks(form: str, language: str) -> None:
    organization = sample()
    words = Words(organization, language)
    opened = open_form(ROOT, form)
    shares = {}
    for position in organization.positions[SOME[form]]:
        document = position_document(organization, position, opened, language, DocumentOutput(form=form))
        given, found = checked(organization, words, document, position)
        assert given.printed > 5
        assert len(found.drafts) == 1
        shares[position.id] = (given.share, given.lost)
    assert len(shares) >= 5
    assert {name: lost for name, (share, lost) in shares.items() if share < LEAST} == {}


def test_there_are_real_forms() -> None:
    assert len(REAL) >= 30


@pytest.mark.parametrize("name", REAL)
def test_a_real_form_comes_back_without_its_marks(name: str) -> None:
    root = ROOT / "tests/forms/real" / name
    organization = load(root)[0]
    jobs = [job for job in plan(root, organization, Choice()) if isinstance(job, DocumentJob)]
    assert jobs
    for job in jobs:
        words, document = Words(organization, job.language), document_bytes(root, organization, job)
        if job.subject in organization.by_id:
            given, _ = checked(organization, words, document, organization.by_id[job.subject])
            assert given.printed >= 5
        else:
            given = of_positions(organization, words, document)
            assert (given.printed == 0) == (name in ABOUT_UNITS)
        assert given.share >= LEAST, given.lost


@pytest.mark.parametrize(("form", "language", "least"), [
    ("staffing", "zh", 180), ("staffing", "en", 180), ("acknowledgement", "zh", 3), ("acknowledgement", "en", 3),
    ("handbook", "zh", 5000), pytest.param("handbook", "en", 5000, marks=[pytest.mark.proof, pytest.mark.long]),
])  # fmt: skip
def test_the_positions_in_a_document_about_many_come_back(form: str, language: str, least: int) -> None:
    """The handbook, the duties of a unit, and the sheet for signatures, which has only titles."""
    organization = sample()
    (job,) = plan(ROOT, organization, Choice(form=form, languages=(language,)))
    assert isinstance(job, DocumentJob)
    given = of_positions(organization, Words(organization, language), document_bytes(ROOT, organization, job))
    assert given.printed >= least
    assert given.share >= LEAST, given.lost


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_document_of_the_sample_comes_back_without_its_marks(form: str, language: str) -> None:
    organization = sample()
    words = Words(organization, language)
    opened = open_form(ROOT, form)
    for position in organization.positions:
        document = position_document(organization, position, opened, language, DocumentOutput(form=form))
        given, found = checked(organization, words, document, position)
        assert (len(found.drafts), given.share >= LEAST) == (1, True), (position.id, given.lost)


def test_what_does_not_come_back_is_said() -> None:
    """A definition that has moved on since the document was made: what the document says is no longer what it holds."""
    organization = sample()
    words = Words(organization, "zh")
    position = organization.by_id["dispatcher"]
    document = position_document(organization, position, open_form(ROOT, "standard"), "zh", DocumentOutput())
    found = read_posts(read_word(without_marks(document), "document.docx"), standard_labels())
    assert read_marks(without_marks(document), "document.docx") is None
    draft = draft_of(found, words.text(position.title))
    assert draft is not None
    draft.data["code"], draft.data["duties"][0]["time"] = "SH-999", "1%"
    given = given_back(position, Printer(organization, words, position), Printed(document), draft)
    lost = [one.partition(":")[0] for one in given.lost]
    assert {"code", "duties.0.time"} <= set(lost)
    assert len(lost) <= 4


def _with_marks(organization: Organization, position: Position, document: bytes, language: str) -> Given:
    read = read_posts(read_word(document, "document.docx"), standard_labels())
    marks = read_marks(document, "document.docx")
    assert marks is not None
    take_marks(read, marks)
    assert [draft.identity for draft in read.drafts] == [position.id]
    printer = Printer(organization, Words(organization, language), position)
    return given_back(position, printer, Printed(document), draft_of(read, ""), in_own_order=True)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_with_its_marks_a_document_comes_back_exactly(form: str, language: str) -> None:
    organization = sample()
    opened = open_form(ROOT, form)
    for position in organization.positions[SOME[form]]:
        document = position_document(organization, position, opened, language, DocumentOutput(form=form))
        given = _with_marks(organization, position, document, language)
        assert (given.printed > 5, given.lost) == (True, []), position.id


@pytest.mark.parametrize("name", REAL)
def test_with_its_marks_a_real_form_comes_back_exactly(name: str) -> None:
    root = ROOT / "tests/forms/real" / name
    organization = load(root)[0]
    for job in plan(root, organization, Choice()):
        if isinstance(job, DocumentJob) and job.subject in organization.by_id:
            document = document_bytes(root, organization, job)
            given = _with_marks(organization, organization.by_id[job.subject], document, job.language)
            assert (given.printed >= 5, given.lost) == (True, [])


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_with_its_marks_every_document_of_the_sample_comes_back_exactly(form: str, language: str) -> None:
    organization = sample()
    opened = open_form(ROOT, form)
    for position in organization.positions:
        document = position_document(organization, position, opened, language, DocumentOutput(form=form))
        assert _with_marks(organization, position, document, language).lost == [], position.id


@pytest.mark.parametrize(("form", "language", "least"), [
    ("staffing", "zh", 180), ("staffing", "en", 180), ("handbook", "en", 5000),
    pytest.param("handbook", "zh", 5000, marks=[pytest.mark.proof, pytest.mark.long]),
])  # fmt: skip
def test_with_its_marks_a_document_about_many_gives_back_each_position(form: str, language: str, least: int) -> None:
    """Almost: what scorecards print for several indicators at once has no mark of its own."""
    organization = sample()
    (job,) = plan(ROOT, organization, Choice(form=form, languages=(language,)))
    assert isinstance(job, DocumentJob)
    document = document_bytes(ROOT, organization, job)
    found = read_posts(read_word(document, "document.docx"), standard_labels())
    marks = read_marks(document, "document.docx")
    assert marks is not None
    take_marks(found, marks)
    assert {draft.identity for draft in found.drafts} - {""} <= set(organization.by_id)
    given = of_positions(organization, Words(organization, language), document, found, in_own_order=True)
    assert given.printed >= least
    assert given.share >= LEAST_OF_MANY, given.lost
