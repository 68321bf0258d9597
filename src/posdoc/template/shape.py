"""What a template can use, as a shape: groups of fields, lists, and what is printed of itself.

The catalogue (:mod:`posdoc.views.catalogue`) is made of these; the inspection of templates walks along them. One
shape may stand in several places: the rows of every section are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from posdoc.phrases import Phrase


class Leaf(Enum):
    """What has no parts."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "flag"
    """Yes or no: for ``if``."""
    DRAWING = "drawing"
    """A run of its own: ``{{r … }}``."""


@dataclass(frozen=True, eq=False)
class Group:
    """Fields by name: ``group.name``."""

    fields: Mapping[str, Field]


@dataclass(frozen=True, eq=False)
class Many:
    """A list: ``for one in list``."""

    item: Shape


Shape = Leaf | Group | Many


@dataclass(frozen=True, eq=False)
class Field:
    """One field of a group: what it means, and what it is."""

    meaning: Phrase
    shape: Shape


class Listed(NamedTuple):
    """A field with its path: ``duties.duties[].tasks``. ``same_as`` is where its parts have been listed before."""

    path: str
    field: Field
    same_as: str = ""


TEXTS = Many(Leaf.TEXT)


def group(*parts: tuple[str, Field] | Group) -> Group:
    """A group of fields, those of other groups among them."""
    fields: dict[str, Field] = {}
    for part in parts:
        fields.update(part.fields if isinstance(part, Group) else [part])
    return Group(fields)


def field(name: str, zh: str, en: str, shape: Shape = Leaf.TEXT) -> tuple[str, Field]:
    """A field by its name, with its meaning in both languages; a text unless it is said what else."""
    return name, Field(Phrase(zh, en), shape)


def paths(whole: Group, above: str = "") -> Iterator[Listed]:
    """Every path that there is, in the order of the declaration. No shape holds itself, so there is an end."""
    for name, one in whole.fields.items():
        path = f"{above}{name}"
        yield Listed(path, one)
        inner, inside = _inside(one.shape, path)
        if isinstance(inner, Group):
            yield from paths(inner, f"{inside}.")


def listed(whole: Group) -> Iterator[Listed]:
    """The same, but the parts of a shape only where it comes first."""
    yield from _listed(whole, "", {})


def _listed(whole: Group, above: str, seen: dict[Group, str]) -> Iterator[Listed]:
    for name, one in whole.fields.items():
        path = f"{above}{name}"
        inner, inside = _inside(one.shape, path)
        if not isinstance(inner, Group):
            yield Listed(path, one)
        elif inner in seen:
            yield Listed(path, one, seen[inner])
        else:
            yield Listed(path, one)
            seen[inner] = inside
            yield from _listed(inner, f"{inside}.", seen)


def _inside(shape: Shape, path: str) -> tuple[Shape, str]:
    """What is inside lists, and its path."""
    while isinstance(shape, Many):
        shape, path = shape.item, f"{path}[]"
    return shape, path
