"""JSON Schemas (draft 2020-12) of the five kinds of files, made from the declarations of the model.

Titles, descriptions and examples are in both languages, so that an editor completes and explains every key.
A schema is for editors: it accepts whatever posdoc reads, and leaves finer checks to ``posdoc check``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

from posdoc.manual import Page, all_pages
from posdoc.model import (
    FieldInfo,
    Option,
    People,
    Position,
    PositionDefaults,
    Record,
    Reviews,
    RuleSettings,
    Unit,
    Workspace,
    fields_of,
    types_of,
)

KINDS: dict[str, type[Record]] = {
    "position": Position,
    "unit": Unit,
    "people": People,
    "workspace": Workspace,
    "reviews": Reviews,
}
DRAFT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN = {"type": ["string", "number"]}
_TEXT = {
    "description": "文字；或按语言分写 {zh: …, en: …}\nA text, or one by language {zh: …, en: …}",
    "anyOf": [
        _PLAIN,
        {
            "type": "object",
            "properties": {"zh": _PLAIN, "en": _PLAIN},
            "patternProperties": {"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": _PLAIN},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ],
}
_NUMBER_OR_TEXT = {"type": ["number", "string"]}
_SCALARS: dict[str, dict[str, Any]] = {
    "str": _PLAIN,
    "Ref": {"type": ["string", "number"], "minLength": 1},
    "int": {"type": "integer"},
    "Decimal": {"type": "number"},
    "bool": {"type": "boolean"},
    "PartialDate": {"type": ["string", "number"], "pattern": r"^\d{4}([-/.年]\d{1,2}([-/.月](\d{1,2}日?)?)?)?年?$"},
    "Percent": {"type": ["number", "string"], "minimum": 0, "maximum": 100},
    "Quantity": _NUMBER_OR_TEXT,
    "Unread": {"type": "object"},
}


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of ``position``, ``unit``, ``people``, ``workspace`` or ``reviews``."""
    cls = KINDS[kind]
    definitions: dict[str, Any] = {"Text": _TEXT}
    top = _object(cls, definitions)
    if RuleSettings.__name__ in definitions:
        _name_the_rules(definitions)
    return {"$schema": DRAFT, **top, "$defs": dict(sorted(definitions.items()))}


def schema_text(kind: str) -> str:
    """A schema as it is written to a file."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def _name_the_rules(definitions: dict[str, Any]) -> None:
    """Let an editor complete the names of rules and of their parameters."""
    pages = [page for page in all_pages() if not page.kind.is_about_reading]
    properties = definitions[RuleSettings.__name__]["properties"]
    names = {
        "enum": [p.kind.name for p in pages],
        "enumDescriptions": [f"{p.prose.what.zh}\n{p.prose.what.en}" for p in pages],
    }
    for key in ("select", "ignore"):
        properties[key]["items"] = {"anyOf": [names, {"type": "string", "pattern": "^POS"}]}
    level = properties["levels"]["additionalProperties"]
    _close(properties["levels"], {page.kind.name: _described(page, level, "info") for page in pages}, level)
    with_options = [page for page in pages if fields_of(page.options)]
    options = {
        page.kind.name: _described(
            page, _object(page.options, definitions), {info.name: info.example for info in fields_of(page.options)}
        )
        for page in with_options
    }
    _close(properties["options"], options, {"type": "object"})


def _close(mapping: dict[str, Any], by_name: dict[str, Any], by_code: dict[str, Any]) -> None:
    """Let a mapping take these names, codes in their place, and nothing else."""
    mapping |= {"properties": by_name, "patternProperties": {r"^POS\d+$": by_code}, "additionalProperties": False}


def _described(page: Page, schema: dict[str, Any], example: Any) -> dict[str, Any]:
    what = page.prose.what
    title = f"{page.kind.code} / {page.kind.name}"
    return {
        "title": title,
        "description": f"{what.zh}\n{what.en}",
        "examples": [example],
        **schema,
    }


def _object(cls: type[Record], definitions: dict[str, Any], *, partial: bool = False) -> dict[str, Any]:
    types = types_of(cls)
    infos = [info for info in fields_of(cls) if info.inherited or not partial]
    properties = {info.name: _property(info, types[info.attribute], definitions) for info in infos}
    made: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    required = [info.name for info in fields_of(cls) if info.required]
    # A position may take its title from the one it is based on.
    if required and not partial and cls is not Position:
        made["required"] = required
    return made


def _property(info: FieldInfo, declared: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": f"{info.label.zh} / {info.label.en}",
        "description": f"{info.meaning.zh}\n{info.meaning.en}",
        "examples": [info.example],
        **_type(declared, definitions),
    }


def _type(declared: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(declared)
    if origin in (Union, UnionType):
        (inner,) = (part for part in get_args(declared) if part is not type(None))
        return _type(inner, definitions)
    if origin is tuple:
        return {"type": "array", "items": _item(get_args(declared)[0], definitions)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _type(get_args(declared)[1], definitions)}
    if issubclass(declared, PositionDefaults):
        return _reference("PositionDefaults", Position, definitions, partial=True)
    if issubclass(declared, Record):
        return _reference(declared.__name__, declared, definitions)
    if issubclass(declared, Option):
        return _options(declared)
    if declared.__name__ in ("Text", "Target"):
        return {"$ref": "#/$defs/Text"}
    if declared.__name__ == "HeadCount":
        return {"anyOf": [{"type": "integer", "minimum": 0}, {"$ref": "#/$defs/Text"}]}
    return dict(_SCALARS[declared.__name__])


def _item(inner: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """A chain of one may be written as its only member."""
    made = _type(inner, definitions)
    return {"anyOf": [dict(_SCALARS["Ref"]), made]} if get_origin(inner) is tuple else made


def _reference(name: str, cls: type[Record], definitions: dict[str, Any], *, partial: bool = False) -> dict[str, Any]:
    if name not in definitions:
        definitions[name] = {}
        whole = _object(cls, definitions, partial=partial)
        definitions[name] = {"anyOf": [whole, _shorthand(cls)]} if cls.shorthand else whole
    return {"$ref": f"#/$defs/{name}"}


def _shorthand(cls: type[Record]) -> dict[str, Any]:
    return _type(types_of(cls)[cls.shorthand], {"Text": _TEXT}) if cls.shorthand else {}


def _options(cls: type[Option]) -> dict[str, Any]:
    return {
        "enum": [choice.value for choice in cls],
        "enumDescriptions": [f"{choice.label.zh} / {choice.label.en}" for choice in cls],
    }
