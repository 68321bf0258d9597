"""The marks of documents: every form prints what a definition says under the path of the field that says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from posdoc.documents import department_document, open_form, position_document, unit_document
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import Organization, Position, Record
from posdoc.template.marks import LONGEST
from posdoc.word import Form
from posdoc.word.package import read_package
from tests.marks import W, body_of, resolved, text_leaves

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("zh", "en")
Prints = Callable[[Any, str], bytes]


class Printed(NamedTuple):
    """The content controls of one document: marks with their texts."""

    subject: Record
    language: str
    controls: list[tuple[str, str]]

    @property
    def paths(self) -> set[str]:
        return {mark for mark, _ in self.controls if not mark.startswith("=")}


@pytest.fixture(scope="module")
def organization() -> Organization:
    return load(ROOT)[0]


def _controls(document: bytes) -> list[tuple[str, str]]:
    found = []
    for tag in body_of(document).iter(f"{W}tag"):
        content = tag.getparent().getparent().find(f"{W}sdtContent")
        texts = ("\n" if one.tag == f"{W}br" else one.text or "" for one in content.iter(f"{W}t", f"{W}br"))
        found.append((tag.get(f"{W}val"), "".join(texts)))
    return found


def _made(subjects: Iterable[Record], prints: Prints) -> list[Printed]:
    return [Printed(one, tag, _controls(prints(one, tag))) for one in subjects for tag in LANGUAGES]


def _of_position(organization: Organization, form: Form, position: Position, language: str) -> bytes:
    return position_document(organization, position, form, language)


@pytest.fixture(scope="module")
def printed(organization: Organization) -> Mapping[str, list[Printed]]:
    """What every form of ours prints of the sample department."""
    made: dict[str, list[Printed]] = {}
    for name in ("standard", "duties", "narrative", "scorecard", "posting"):
        form = open_form(ROOT, name)
        some = organization.positions[:: 2 if name == "standard" else 8]
        made[name] = _made(some, partial(_of_position, organization, form))
    form = open_form(ROOT, "staffing")
    made["staffing"] = _made(organization.units, lambda one, tag: unit_document(organization, one, form, tag))
    book, sheet = open_form(ROOT, "handbook", "standard"), open_form(ROOT, "acknowledgement")
    root = organization.units[:1]
    made["handbook"] = _made(root, lambda _, tag: department_document(organization, book, tag))
    made["acknowledgement"] = _made(root, lambda _, tag: department_document(organization, sheet, tag))
    of_two_states = {"changes"}  # what differs is held by no definition: tests/diff/test_changes_document.py
    assert {path.stem for path in (ROOT / "templates").glob("*.docx")} == made.keys() | of_two_states
    return made


FORMS = ("standard", "duties", "narrative", "scorecard", "posting", "staffing", "handbook", "acknowledgement")


@pytest.mark.parametrize("form", FORMS)
def test_every_path_leads_to_its_place(
    form: str, printed: Mapping[str, list[Printed]], organization: Organization
) -> None:
    count = 0
    for one in printed[form]:
        for path in one.paths:
            resolved(one.subject, path, organization)
            count += 1
    assert count > {"acknowledgement": -1, "posting": 300, "scorecard": 300, "staffing": 600}.get(form, 1000)


@pytest.mark.parametrize("form", FORMS)
def test_no_mark_is_longer_than_word_allows(form: str, printed: Mapping[str, list[Printed]]) -> None:
    marks = {mark for one in printed[form] for mark, _ in one.controls}
    assert marks
    assert max(len(mark) for mark in marks) <= LONGEST
    assert "=" not in marks  # what no definition holds has a name


LEAST = {"standard": 0.98, "duties": 0.98, "narrative": 0.98, "scorecard": 0.16, "posting": 0.24, "staffing": 0.78}
"""Of the texts of a definition, how many a form prints under their paths, or composed with others under that of all."""


@pytest.mark.parametrize("form", LEAST)
def test_texts_stand_under_their_own_paths(
    form: str, printed: Mapping[str, list[Printed]], organization: Organization
) -> None:
    found, all_, elsewhere = 0, 0, []
    for one in printed[form]:
        words, texts = Words(organization, one.language), {text for _, text in one.controls}
        for path, text in text_leaves(one.subject):
            steps = path.split(".")
            is_there = any(".".join(steps[:end]) in one.paths for end in range(len(steps), 0, -1))
            found, all_ = found + is_there, all_ + 1
            if not is_there and words.text(text) in texts and len(words.text(text)) > 60:
                elsewhere.append(path)  # so long a text stands there by no accident
    assert all_ > 300
    assert found / all_ > LEAST[form]
    assert elsewhere == []


def test_a_text_that_stands_alone_is_what_its_path_leads_to(
    printed: Mapping[str, list[Printed]], organization: Organization
) -> None:
    count = 0
    for one in printed["standard"]:
        words, leaves = Words(organization, one.language), dict(text_leaves(one.subject))
        for mark, text in one.controls:
            if mark in leaves:
                count += 1
                assert text.rstrip("。.") == words.text(leaves[mark]).rstrip("。."), mark
    assert count > 2500


EXPECTED = {
    "title", "duties.2.area", "duties.2.time", "duties.0.tasks.3", "duties.0.measures", "conditions.hours",
    "conditions.environment", "qualifications.3.required", "qualifications.3.item", "training.induction.0",
    "authority.0", "contacts.5.party", "objectives.0.title", "objectives.0.points.1", "aliases", "promotes_to.0",
    "kpi_sets.0.kpis.0.name", "kpi_sets.0.kpis.0.targets.half_year", "kpi_sets.0.kpis.0.parts.1",
    "document.signers.1.name", "document.revisions.0.text", "direct_reports", "=indirect_reports", "=unit", "=number",
}  # fmt: skip


def test_the_marks_of_one_document(printed: Mapping[str, list[Printed]], organization: Organization) -> None:
    manager = organization.by_id["after-sales-manager"]
    marks = {mark for one in printed["standard"] if one.subject is manager for mark, _ in one.controls}
    assert EXPECTED - marks == set()
    assert manager.direct_reports is not None  # stated, so it is not worked out
    assert manager.indirect_reports is None


def test_what_belongs_to_others_says_to_whom(printed: Mapping[str, list[Printed]]) -> None:
    paths = printed["handbook"][0].paths
    owners = {path.partition("/")[0] for path in paths if "/" in path}
    assert {"p:after-sales-manager", "p:after-sales-clerk", "u:customer-service"} <= owners
    assert {"functions.0.title", "p:after-sales-manager/duties.0.text", "p:after-sales-clerk/title"} <= paths


def test_two_languages_in_one_control_cannot_be_told_apart(organization: Organization) -> None:
    position = organization.by_id["after-sales-manager"]
    marks = _controls(position_document(organization, position, open_form(ROOT, "standard"), "zh+en"))
    texts = dict(marks)
    assert texts["duties.2.time"] == "15%"
    assert texts["code"] == "SH-001"
    assert "duties.0.text" not in texts
    assert any(mark == "=text" and "\n" in text for mark, text in marks)
    for path in texts:
        if not path.startswith("="):
            resolved(position, path, organization)


def test_the_custom_part_says_what_was_printed(organization: Organization) -> None:
    position = organization.by_id["after-sales-clerk"]
    parts = read_package(position_document(organization, position, open_form(ROOT, "standard"), "zh"), "made")
    lines = re.search(rb"<printed>(.*)</printed>", parts["customXml/item1.xml"], re.DOTALL)
    assert lines is not None
    said = [line.split(" ") for line in lines[1].decode().splitlines()]
    assert len({mark for mark, *_ in said}) == len(said) > 150
    assert all(re.fullmatch("[0-9a-f]{12}", digest) for _, *digests in said for digest in digests)
    title = next(digests for mark, *digests in said if mark == "title")
    assert len(title) == 2  # at the head and in the first table
    assert len(set(title)) == 1
