"""Everything that is declared to be printed prints, in both languages, with nothing but its declaration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import FieldInfo, Organization, Position, Record, Ref, Target, Text, fields_of, records_in
from posdoc.model import record as declarations
from posdoc.phrases import Phrase
from posdoc.views.position import SECTIONS, view_position
from tests.views.conftest import SETTINGS, MakeOrganization
from tests.views.full import Place, full_position, mark, printed_fields, records_of, value_type, written
from tests.views.rows import sections_of, texts

# --- every field that is there -------------------------------------------------------------------------------------

WITH_WORDS = "the figure is printed only where there are no words; see test_work.test_a_qualification"
NO_TEXT: dict[str, str] = {
    "Branch.to": "prints the number of the step; see test_work.test_a_flow_with_branches",
    "Qualification.minimum": WITH_WORDS,
    "Qualification.preferred_minimum": WITH_WORDS,
    "Qualification.maximum": WITH_WORDS,
    "Qualification.item": "its own label is printed in its place; see test_work.test_a_qualification",
    "Band.min": "80 to 90 print as 80–90",
    "Band.max": "80 to 90 print as 80–90",
    "Flow.duty": "prints the key result area of the duty",
    "Kpi.duties": "prints the key result area of the duty",
    "Kpi.use": "is not printed",
}
"""Printed fields whose example does not stand in the view letter for letter, and why."""

PRINTED: list[Place] = list(printed_fields())
IDS = [f"{cls.__name__}.{name}" for cls, name in PRINTED]


def test_there_are_printed_fields_and_the_exceptions_are_among_them() -> None:
    assert len(PRINTED) > 120
    assert NO_TEXT.keys() - {"Kpi.use"} <= set(IDS)


@pytest.fixture(scope="module")
def full_views(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """All texts in the sections of the full position, by language."""
    root = tmp_path_factory.mktemp("full")
    (root / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (root / "positions").mkdir()
    (root / "positions" / "it.yaml").write_text(full_position(), encoding="utf-8")
    organization, findings = load(root)
    assert findings == []
    position = organization.by_id["it"]
    return {
        language: list(texts(sections_of(view_position(organization, Words(organization, language), position))))
        for language in ("zh", "en")
    }


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("cls", "name"), PRINTED, ids=IDS)
def test_the_example_of_every_printed_field_stands_in_the_view(
    cls: type[Record], name: str, language: str, full_views: dict[str, list[str]]
) -> None:
    if f"{cls.__name__}.{name}" in NO_TEXT:
        return
    expected = list(_expected(cls, name, language))
    assert expected or issubclass(value_type(cls, name), Record)
    for text in expected:
        assert any(text in found for found in full_views[language]), text


def _expected(cls: type[Record], name: str, language: str) -> Iterator[str]:
    kind = value_type(cls, name)
    example = next(info.example for info in fields_of(cls) if info.name == name)
    if issubclass(kind, Record):
        return
    if kind is Text:
        yield mark(cls, name)
        yield from (text.get(language, text["zh"]) for text in _list(example) if isinstance(text, dict))
        return
    for value in _list(example):
        for item in _list(value):
            text = written(item, kind, language)
            assert text
            yield NAMES.get((item, language), text) if kind is Ref else text


NAMES = {
    ("general-manager", "zh"): "总经理", ("general-manager", "en"): "General Manager",
    ("after-sales-manager", "zh"): "售后经理", ("after-sales-manager", "en"): "After-sales Manager",
    ("quality-manager", "zh"): "质量经理", ("quality-manager", "en"): "Quality Manager",
    ("finance", "zh"): "财务部", ("finance", "en"): "Finance",
}  # fmt: skip
"""What the references in examples name in the workspace of these tests; any other prints as it is."""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


UNSEEN = {
    "Qualification.minimum": WITH_WORDS,
    "Qualification.preferred_minimum": WITH_WORDS,
    "Qualification.maximum": WITH_WORDS,
    "Qualification.item": "its own label is printed in its place",
    "Competence.kind": "core is what it is when left out",
}
"""Printed fields that change nothing in the view of the full position, and why."""
CHANGES_VIEW = {"Duty.id", "Step.id", "Qualification.label", "Qualification.number", "Document.source"}
"""Fields that are not printed of themselves; what they name, or how it is called, may be."""


def test_taking_away_a_printed_field_changes_the_view(organization_of: MakeOrganization) -> None:
    organization = organization_of({"it": full_position()})
    position = organization.by_id["it"]
    seen, unseen = set(), set()
    for record in list(records_in(position)):
        for info in fields_of(type(record)):
            place = f"{type(record).__name__}.{info.name}"
            if info.attribute in record.__dict__:
                (seen if _is_seen(organization, position, record, info.attribute) else unseen).add(place)
    assert {place for place in IDS if place not in seen} == set(UNSEEN)
    assert {place for place in seen if place not in IDS} <= CHANGES_VIEW
    assert unseen - set(IDS) >= {"Position.former_ids", "Position.application", "Kpi.id"}


def _is_seen(organization: Organization, position: Position, record: Record, attribute: str) -> bool:
    """Whether the sections are other ones without the value, which is taken away for as long as that takes."""
    words = Words(organization, "zh")
    whole = sections_of(view_position(organization, words, position))
    value = record.__dict__.pop(attribute)
    try:
        return sections_of(view_position(organization, words, position)) != whole
    finally:
        record.__dict__[attribute] = value


# --- a field that is added prints ---------------------------------------------------------------------------

GROUPS = [*dict.fromkeys(info.group for info in fields_of(Position) if info.group)]
ADDED = [(cls, "") for cls in records_of(Position) if cls is not Position] + [(Position, group) for group in GROUPS]


def test_every_printed_field_of_a_position_belongs_to_a_section() -> None:
    assert {info.group for info in fields_of(Position) if info.printed} == set(GROUPS)
    assert set(GROUPS) <= set(SECTIONS)


@pytest.mark.parametrize(("cls", "group"), ADDED, ids=[f"{cls.__name__} {group}".strip() for cls, group in ADDED])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_field_that_is_declared_prints(
    cls: type[Record], group: str, language: str, organization_of: MakeOrganization, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Declaring it is all there is to do, whatever record it is added to."""
    organization = organization_of({"it": full_position()})
    position = organization.by_id["it"]
    _declare(monkeypatch, cls, group)
    for record in records_in(position):
        if type(record) is cls:
            text = Text({"zh": "着工装", "en": "Work clothes"})
            record.__dict__["dress_code"] = Target(text) if cls.__name__ == "PeriodTargets" else text
    sections = sections_of(view_position(organization, Words(organization, language), position))
    label, value = ("着装要求", "着工装") if language == "zh" else ("Dress code", "Work clothes")
    found = [text for text in texts(sections[group] if group else sections) if value in text or label in text]
    assert any(value in text for text in found)
    assert any(label in text for text in found)


def _declare(monkeypatch: pytest.MonkeyPatch, cls: type[Record], group: str) -> None:
    info = FieldInfo(
        name="dress_code", attribute="dress_code", label=Phrase("着装要求", "Dress code"),
        meaning=Phrase("上岗时的着装要求。", "What is worn at work."), example="着工装", group=group, required=False,
        inherited=True, refers_to=(), printed=True, default=None,
    )  # fmt: skip
    monkeypatch.setitem(declarations._FIELDS, cls, (*fields_of(cls), info))
    monkeypatch.setattr(cls, "dress_code", None, raising=False)
