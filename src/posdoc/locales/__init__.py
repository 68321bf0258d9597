"""The print languages: one YAML file each, with phrases, section titles and, beyond Chinese and English, labels.

The labels of fields and choices in Chinese and English are declared in :mod:`posdoc.model`. A file
``<tag>.yaml`` in this folder adds a further print language: ``phrases``, ``sections``, ``months``, and
``labels`` and ``options`` by the names that :func:`posdoc.model.label_prefix` makes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from posdoc.source import MapNode

FALLBACK = "en"


@dataclass(frozen=True)
class Locale:
    """What is printed in one language. A phrase, section or month that it lacks is taken from English."""

    tag: str
    phrases: Mapping[str, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    months: tuple[str, ...] = ()


def available() -> list[str]:
    """The tags of all print languages."""
    names = [entry.name for entry in files(__name__).iterdir()]
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml"))


@cache
def locale_of(tag: str) -> Locale:
    """The locale of a language; English where there is no file for it."""
    known = available()
    name = tag if tag in known else tag.partition("-")[0]
    return _read(tag, name if name in known else FALLBACK)


def _read(tag: str, name: str) -> Locale:
    from posdoc.source import ListNode, MapNode, ScalarNode, read_text  # only what reads a locale reads YAML

    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    node, findings = read_text(text, f"locales/{name}.yaml")
    if findings or not isinstance(node, MapNode):
        raise ValueError(f"locales/{name}.yaml: {findings}")
    tables = {table: _table(node, table) for table in ("phrases", "sections", "labels", "options")}
    months = node.get("months")
    names = tuple(n.text for n in months.items if isinstance(n, ScalarNode)) if isinstance(months, ListNode) else ()
    if name != FALLBACK:
        english = locale_of(FALLBACK)
        tables["phrases"] = {**english.phrases, **tables["phrases"]}
        tables["sections"] = {**english.sections, **tables["sections"]}
        names = names or english.months
    return Locale(tag, months=names, **tables)


def _table(node: MapNode, name: str) -> dict[str, str]:
    from posdoc.source import MapNode, ScalarNode

    table = node.get(name)
    entries = table.entries if isinstance(table, MapNode) else []
    return {key.text: value.text for key, value in entries if isinstance(value, ScalarNode)}
