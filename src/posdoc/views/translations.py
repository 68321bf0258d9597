"""Every text of a workspace where it is written, once, with what it says in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from posdoc.locales.words import Words
from posdoc.model import (
    HeadCount,
    Organization,
    Position,
    PositionDefaults,
    Record,
    Target,
    Text,
    Unit,
    fields_of,
)
from posdoc.reviews.translations import outdated
from posdoc.source import ListNode, MapNode, Node
from posdoc.template.marks import digest_of_text
from posdoc.views.scope import positions_within, units_within

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_SMALL_WORD = re.compile(r"\b[a-z\u00e0-\u024f]{3,}\b")


class Written(NamedTuple):
    """One text in its place."""

    file: str
    path: str
    """Where it stands in the file, such as ``duties[2].text``; lists count from 0."""
    owner: str
    """The position, unit or person that it is about; empty in the settings."""
    field: str
    """What it is, in words: the labels on the way to it."""
    texts: Mapping[str, str]
    """By language; a plain text is in the first language of the workspace."""
    is_outdated: bool = False
    """Whether its source has changed since one of its translations was confirmed."""

    @property
    def digests(self) -> str:
        """By which each of the texts is known again: ``zh:0123456789ab en:…``."""
        return " ".join(f"{language}:{digest_of_text(text)}" for language, text in self.texts.items())


def view_translations(
    organization: Organization, words: Words, unit: Unit | None = None, *, with_names: bool = False
) -> tuple[Written, ...]:
    """The texts that have words to translate, file by file and in the order of each file.

    What positions take over from one another stands where it is written. Of a ``unit`` there are its own texts, those
    of the units below it and of their positions. Names of people are there only ``with_names``.
    """
    found = _Texts(words)
    if unit is None:
        found.read(organization.workspace, "")
    homes: list[Unit | None] = [*units_within(organization, unit)]
    positions = positions_within(organization, unit)
    for home in homes if unit is not None else [None, *homes]:
        if home is not None:
            found.read(home, words.text(home.title))
        for position in positions:
            if position.unit == (home.id if home is not None else ""):
                found.read(position, words.text(position.title))
    for place, person in enumerate(organization.people if with_names and unit is None else ()):
        found.read(person, words.text(person.name), f"people[{place}]")
    return tuple(found.written)


class _Texts:
    """Collects the texts of one definition after the other; each is taken where it is written."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.languages = words.organization.languages
        self.written: list[Written] = []
        self.outdated = {id(passage.source) for passage in outdated(words.organization)}

    def read(self, record: Record, owner: str, at: str = "") -> None:
        """Take the texts that stand in the file of a record, which stands at ``at`` there."""
        root = record.origins.get("")
        if not isinstance(root, Node):
            return
        texts = {id(text.origin): (text, trail) for text, trail in self.texts(record, ())}
        for node, path in _nodes(root, at):
            text, trail = texts.get(id(node), (None, ()))
            if text is not None and any(_has_words(said, language) for language, said in text.languages.items()):
                field, is_outdated = " › ".join(trail), id(text) in self.outdated
                self.written.append(Written(root.file.path, path, owner, field, self.in_order(text), is_outdated))

    def in_order(self, text: Text) -> dict[str, str]:
        return {language: text.languages[language] for language in self.languages if text.languages.get(language)}

    def texts(self, record: Record, trail: tuple[str, ...]) -> Iterator[tuple[Text, tuple[str, ...]]]:
        """The texts inside a record, whoever wrote them, with the labels on the way."""
        cls: type[Record] = type(record)
        values: Mapping[str, Any] = record.__dict__
        if isinstance(record, PositionDefaults):
            cls, values = Position, record.values
        for info in fields_of(cls):
            if values.get(info.attribute) is not None:
                yield from self.inside(values[info.attribute], (*trail, self.words.label(cls, info)))

    def inside(self, value: Any, trail: tuple[str, ...]) -> Iterator[tuple[Text, tuple[str, ...]]]:
        if isinstance(value, Text):
            yield value, trail
        elif isinstance(value, (Target, HeadCount)):
            if value.text is not None:
                yield value.text, trail
        elif isinstance(value, Record):
            yield from self.texts(value, trail)
        elif isinstance(value, Mapping):
            for key, item in value.items():
                yield from self.inside(item, (*trail, str(key)))
        elif type(value) is tuple:
            for item in value:
                yield from self.inside(item, trail)


def _nodes(node: Node, path: str) -> Iterator[tuple[Node, str]]:
    """A node and all below it, in the order of the file, with their paths."""
    yield node, path
    if isinstance(node, MapNode):
        for key, value in node.entries:
            yield from _nodes(value, f"{path}.{key.text}" if path else key.text)
    elif isinstance(node, ListNode):
        for place, item in enumerate(node.items):
            yield from _nodes(item, f"{path}[{place}]")


def _has_words(text: str, language: str) -> bool:
    """Whether it says something in its language: figures and signs do not, and Latin in a Chinese text is a name."""
    if _CHINESE.search(text):
        return True
    if language.partition("-")[0] == "zh":
        return len(_SMALL_WORD.findall(text)) >= 2
    return any(character.isalpha() for character in text)
