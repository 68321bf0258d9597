"""The JSON Schemas: valid, accepting what posdoc accepts, and refusing keys that there are not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from posdoc.model import Option, Position, Record, fields_of, record_types
from posdoc.schema import KINDS, schema_of, schema_text

ROOT = Path(__file__).resolve().parents[1]


class TextLoader(yaml.CSafeLoader):
    """Reads as YAML 1.2 does in an editor: a date is a text, and only true and false are truth values."""


TextLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in resolvers
        if not tag.endswith((":timestamp", ":bool")) or (tag.endswith(":bool") and first in "tTfF")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}  # fmt: skip


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(kind))


def mistakes(kind: str, value: Any) -> list[str]:
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for error in validator(kind).iter_errors(value)
    ]


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), TextLoader)


# --- the schemas themselves ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_each_schema_is_valid(kind: str) -> None:
    schema = schema_of(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


def objects(schema: Any) -> list[dict[str, Any]]:
    """Every description of a mapping with named keys."""
    if isinstance(schema, list):
        return [found for part in schema for found in objects(part)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if "properties" in schema and schema.get("type") == "object" else []
    return own + [found for key, part in schema.items() if key != "examples" for found in objects(part)]


def references(schema: Any) -> set[str]:
    if isinstance(schema, list):
        return set().union(*map(references, schema))
    if not isinstance(schema, dict):
        return set()
    own = {schema["$ref"].removeprefix("#/$defs/")} if isinstance(schema.get("$ref"), str) else set()
    return own.union(*map(references, schema.values()))


@pytest.mark.parametrize("kind", KINDS)
def test_every_definition_is_used_and_every_one_used_is_there(kind: str) -> None:
    schema = schema_of(kind)
    assert references(schema) | {"Text"} == set(schema["$defs"])


@pytest.mark.parametrize("kind", KINDS)
def test_no_mapping_takes_keys_that_there_are_not(kind: str) -> None:
    found = objects(schema_of(kind))
    assert found
    assert [entry for entry in found if entry.get("additionalProperties") is not False] == []


def test_every_field_of_the_model_is_in_some_schema() -> None:
    schemas = [schema_of(kind) for kind in KINDS]
    titles = {entry["title"] for schema in schemas for found in objects(schema) for entry in found["properties"].values()
              if "title" in entry}  # fmt: skip
    missing = [
        f"{cls.__name__}.{info.name}" for cls in record_types() for info in fields_of(cls)
        if f"{info.label.zh} / {info.label.en}" not in titles
    ]  # fmt: skip
    assert len(titles) > 150
    assert missing == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained_in_both_languages(kind: str) -> None:
    for found in objects(schema_of(kind)):
        for key, entry in found["properties"].items():
            if key in ("zh", "en"):
                continue
            assert " / " in entry["title"], key
            assert entry["description"].count("\n") == 1, key
            assert entry["examples"], key


def test_every_choice_is_explained() -> None:
    text = json.dumps([schema_of(kind) for kind in KINDS], ensure_ascii=False)
    for cls in Option.__subclasses__():
        for choice in cls:
            assert f'"{choice.value}"' in text
            assert f'"{choice.label.zh} / {choice.label.en}"' in text


# --- what they accept ---------------------------------------------------------------------------------------

FILES = [
    *(("unit" if path.stem == "unit" else "position", path) for path in sorted((ROOT / "positions").rglob("*.yaml"))),
    ("workspace", ROOT / "posdoc.yaml"),
    ("people", ROOT / "people.yaml"),
    ("reviews", ROOT / "reviews.yaml"),
]


def test_there_are_files_of_every_kind() -> None:
    assert {kind for kind, _ in FILES} == set(KINDS)
    assert len(FILES) > 30


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[path.relative_to(ROOT).as_posix() for _, path in FILES])
def test_the_sample_is_accepted(kind: str, path: Path) -> None:
    assert mistakes(kind, read(path)) == []


EXAMPLES = [
    (kind, info.name, info.example) for kind, cls in KINDS.items() for info in fields_of(cls)
]  # fmt: skip


@pytest.mark.parametrize(("kind", "key", "example"), EXAMPLES, ids=[f"{kind}.{key}" for kind, key, _ in EXAMPLES])
def test_the_examples_of_each_file_are_accepted(kind: str, key: str, example: Any) -> None:
    least = {"unit": {"title": "甲"}, "workspace": {"organization": "公司"}}.get(kind, {})
    assert mistakes(kind, {**least, key: example}) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_inside_are_accepted_where_they_stand(kind: str) -> None:
    schema = schema_of(kind)
    for found in objects(schema["$defs"]):
        for key, entry in found["properties"].items():
            for example in entry.get("examples", []):
                inner = Draft202012Validator({"$defs": schema["$defs"], **entry})
                assert inner.is_valid(example), (key, example)


ACCEPTED = {
    "texts": {"title": "甲", "purpose": {"zh": "甲", "zh-TW": "乙", "en": "A"}},
    "a title that is a number": {"title": 2024},
    "based on another": {"based_on": "a"},
    "percentages": {"duties": [{"text": "甲", "time": 30}, {"text": "乙", "time": "35-40%"}, {"text": "丙", "time": 12.5}]},
    "head counts": {"headcount": 3},
    "head counts in words": {"headcount": {"zh": "数名", "en": "several"}},
    "dates": {"valid_from": 2018, "valid_to": "2018-05-03"},
    "a date that looks like a number": {"valid_from": 2018.05},
    "a date in Chinese": {"valid_from": "2018年5月3日"},
    "short forms": {"duties": ["甲", {"zh": "乙"}], "rotates_to": ["a"], "promotes_to": ["a", ["b", "c"]]},
}  # fmt: skip
REFUSED = {
    "unknown key": {"title": "甲", "headcont": 2},
    "unknown key inside": {"title": "甲", "duties": [{"text": "甲", "tiem": 3}]},
    "unknown key in what may be short": {"title": "甲", "competences": [{"nmae": "甲"}]},
    "unknown key of a document": {"title": "甲", "document": {"versoin": "1"}},
    "a text for a list": {"title": "甲", "duties": "管理"},
    "a list for a text": {"title": ["甲"]},
    "an unknown choice": {"title": "甲", "status": "gone"},
    "too much": {"title": "甲", "duties": [{"text": "甲", "time": 130}]},
    "a truth value for a number": {"title": "甲", "duties": [{"text": "甲", "time": True}]},
    "a number for a truth value": {"title": "甲", "assistant": 1},
    "a broken date": {"title": "甲", "valid_from": "last year"},
    "no text at all": {"title": {}},
    "something required is missing": {"title": "甲", "dotted_to": [{"for": "甲"}]},
}  # fmt: skip


@pytest.mark.parametrize("value", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(value: Any) -> None:
    assert mistakes("position", value) == []


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED)
def test_refused(value: Any) -> None:
    assert mistakes("position", value)


@pytest.mark.parametrize("kind", ["unit", "people", "workspace"])
def test_an_empty_file_lacks_something(kind: str) -> None:
    assert any("required" in mistake for mistake in mistakes(kind, {}))


def test_defaults_offer_only_what_is_handed_down() -> None:
    offered = set(schema_of("workspace")["$defs"]["PositionDefaults"]["properties"])
    assert offered == {info.name for info in fields_of(Position) if info.inherited}
    assert mistakes("unit", {"title": "甲", "defaults": {"location": "总部"}}) == []
    assert mistakes("unit", {"title": "甲", "defaults": {"code": "A"}})


# --- as it is written -------------------------------------------------------------------------------------------


def test_the_text_of_a_schema_is_the_schema() -> None:
    for kind in KINDS:
        assert json.loads(schema_text(kind)) == schema_of(kind)
        assert schema_text(kind).endswith("}\n")


def test_kinds_are_records() -> None:
    assert all(issubclass(cls, Record) for cls in KINDS.values())
