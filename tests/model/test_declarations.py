"""Every declared field: its labels, its meaning, and an example that loads without a finding."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from posdoc.load.convert import slots_of
from posdoc.load.reading import Reading
from posdoc.model import FieldInfo, Position, Record, Unit, Workspace, fields_of, record_types
from posdoc.source import MapNode, read_text

FIELDS = [(cls, info) for cls in record_types() for info in fields_of(cls)]
IDS = [f"{cls.__name__}.{info.name}" for cls, info in FIELDS]
LANGUAGES = ("zh", "en")


def test_there_are_many_fields() -> None:
    assert len(FIELDS) > 200
    assert {Position, Unit, Workspace} <= {cls for cls, _ in FIELDS}


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in text)


@pytest.mark.parametrize(("cls", "info"), FIELDS, ids=IDS)
def test_each_field_has_labels_and_a_meaning_in_both_languages(cls: type[Record], info: FieldInfo) -> None:
    assert is_chinese(info.label.zh)
    assert is_chinese(info.meaning.zh)
    assert info.label.en.isascii()
    assert info.label.en[0].isupper()
    assert not is_chinese(info.meaning.en)
    assert info.meaning.en.strip()
    assert info.meaning.en[-1] in ".…"
    assert info.meaning.zh[-1] in "。…"
    assert info.name in (info.attribute, info.attribute.rstrip("_")), cls


@pytest.mark.parametrize(("cls", "info"), FIELDS, ids=IDS)
def test_each_example_loads_without_a_finding(cls: type[Record], info: FieldInfo) -> None:
    node, findings = read_text(json.dumps({info.name: info.example}, ensure_ascii=False), "example.yaml")
    assert findings == []
    assert isinstance(node, MapNode)
    ((_, value_node),) = node.entries
    reading = Reading(LANGUAGES)
    value = slots_of(cls)[info.name].convert(value_node, reading)
    assert reading.findings == []
    assert value not in (None, (), {})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cls", record_types(), ids=lambda cls: cls.__name__)
def test_labels_are_unique_within_a_record(cls: type[Record], language: str) -> None:
    labels = Counter(info.label.in_(language).lower() for info in fields_of(cls))
    assert [label for label, count in labels.items() if count > 1] == []


@pytest.mark.parametrize("cls", record_types(), ids=lambda cls: cls.__name__)
def test_a_shorthand_names_a_field(cls: type[Record]) -> None:
    assert not cls.shorthand or cls.shorthand in {info.name for info in fields_of(cls)}


def test_every_printed_field_of_a_position_belongs_to_a_block() -> None:
    assert [info.name for info in fields_of(Position) if info.printed and not info.group] == []
