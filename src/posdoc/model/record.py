"""Records: frozen values whose fields declare, in one place, all that anyone needs to know of them.

The labels, descriptions and examples given here become the JSON Schemas, the help in an editor, the field
reference and the printed labels. To add a field is to declare it; see ``docs/howto/add-a-field.en.md``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from operator import attrgetter
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple, Self, TypeVar, dataclass_transform, get_type_hints

from posdoc.diagnostics import Located, Span, Stated
from posdoc.phrases import Phrase

T = TypeVar("T")


class FieldInfo(NamedTuple):
    """What is declared of one field."""

    name: str
    """The key in YAML."""
    attribute: str
    """The attribute in Python: the key, with an underscore where Python needs the word itself."""
    label: Phrase
    meaning: Phrase
    example: Any
    group: str
    """The block of a printed form that it belongs to; empty for what is not printed of itself."""
    required: bool
    inherited: bool
    """Whether ``based_on`` and ``defaults`` hand it down."""
    refers_to: tuple[str, ...]
    """What a reference may name: position, outside, unit, party, family, grade, level, kpi, duty, step, field."""
    printed: bool
    default: Any


def declare(
    zh: str,
    en: str,
    meaning_zh: str,
    meaning_en: str,
    example: Any,
    *,
    group: str = "",
    default: Any = None,
    required: bool = False,
    inherited: bool = True,
    refers_to: str = "",
    printed: bool = True,
) -> Any:
    """Declare a field of a record: labels, meaning and an example, and how it behaves.

    ``refers_to`` is a list of words separated by spaces, see :class:`FieldInfo`.
    """
    info = {
        "label": Phrase(zh, en),
        "meaning": Phrase(meaning_zh, meaning_en),
        "example": example,
        "group": group,
        "required": required,
        "inherited": inherited,
        "refers_to": tuple(refers_to.split()),
        "printed": printed,
    }
    return dataclasses.field(default=default, metadata=info)


def supplied(default: Any = None) -> Any:
    """A field that does not stand in the YAML but is supplied by the loader, such as an id from a file name."""
    return dataclasses.field(default=default, metadata={}, compare=True)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make ``cls`` a frozen record with keyword arguments only.

    What other dataclasses have written for each of them anew, all records have from :class:`Record`: Python compiles
    nothing when the classes are made, which would take most of the time that reading the model takes.
    """
    return dataclasses.dataclass(init=False, repr=False, eq=False, match_args=False, kw_only=True)(cls)


_NOWHERE: Mapping[str, Located] = MappingProxyType({})


class Record:
    """The base of every value in a definition. Where it was read from does not count when comparing."""

    shorthand: ClassVar[str] = ""
    """The one field that a plain text may stand for: ``dotted_to: [quality-manager]``."""
    origins: Mapping[str, Located] = _NOWHERE
    """Where each stated field stands, by its key; ``""`` is the record itself."""

    @classmethod
    def build(cls, values: Mapping[str, Any], origins: Mapping[str, Located] | None = None) -> Self:
        """Make a record from attribute values without the cost of the generated ``__init__``.

        Fields that ``values`` leaves out have their defaults (all of them are immutable class attributes).
        """
        made = cls.__new__(cls)
        state = made.__dict__
        state.update(values)
        if origins is not None:
            state["origins"] = origins
        return made

    def __init__(self, **values: Any) -> None:
        """Make a record from all its fields without a default and any of the others."""
        known = {field.name: field for field in dataclasses.fields(self)}  # type: ignore[arg-type]
        missing = [name for name, field in known.items() if field.default is dataclasses.MISSING and name not in values]
        if missing or values.keys() - known.keys():
            wrong = ", ".join(map(repr, missing or sorted(values.keys() - known.keys())))
            what = "needs" if missing else "has no"
            raise TypeError(f"{type(self).__name__} {what} {wrong}")
        self.__dict__.update(values)

    def __eq__(self, other: object) -> bool:
        """Records of one class are equal when all their fields are."""
        if type(other) is not type(self):
            return NotImplemented
        compared = _compared(type(self))
        return bool(compared(self) == compared(other))

    def __hash__(self) -> int:
        """The same for equal records."""
        return hash(_compared(type(self))(self))

    def __repr__(self) -> str:
        """The name of the class and all fields."""
        names = (field.name for field in dataclasses.fields(self) if field.repr)  # type: ignore[arg-type]
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a record is frozen."""
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        """Refuse: a record is frozen."""
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    @property
    def span(self) -> Span:
        """Where the record begins."""
        return self.at("")

    def at(self, key: str) -> Span:
        """Where the value of ``key`` stands; the record itself where the field is not stated."""
        place = self.origins.get(key) or self.origins.get("")
        return place.span if place is not None else Span("")

    def key_at(self, key: str) -> Span:
        """Where the key itself stands; the record where the field is not stated."""
        place = self.origins.get(key)
        return place.key.span if isinstance(place, Stated) else self.at("")

    def states(self, key: str) -> bool:
        """Whether the field is written down (or handed down), whatever its value."""
        return key in self.origins

    def stated(self) -> Iterator[tuple[FieldInfo, Any]]:
        """The declared fields that hold something, in the order of their declaration."""
        for info in fields_of(type(self)):
            value = getattr(self, info.attribute)
            if value is not None and (value.__class__ is not tuple or value):
                yield info, value


_COMPARED: dict[type, Callable[[object], Any]] = {}


def _compared(cls: type) -> Callable[[object], Any]:
    """Gives what is compared of a record: all its fields but those that only say where it comes from."""
    if cls not in _COMPARED:
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        _COMPARED[cls] = attrgetter(*names or ["__class__"])
    return _COMPARED[cls]


class Options(Record):
    """The base of the parameters of a rule: declared like the fields of a definition, but part of none."""


_FIELDS: dict[type, tuple[FieldInfo, ...]] = {}
_TYPES: dict[type, Mapping[str, Any]] = {}


def fields_of(cls: type) -> tuple[FieldInfo, ...]:
    """The declared fields of a record class, in order; supplied ones are left out."""
    if cls not in _FIELDS:
        _FIELDS[cls] = tuple(
            FieldInfo(name=f.name.rstrip("_"), attribute=f.name, default=f.default, **f.metadata)
            for f in dataclasses.fields(cls)
            if f.metadata
        )
    return _FIELDS[cls]


def field_of(cls: type, key: str) -> FieldInfo | None:
    """The declaration of one field by its key in YAML."""
    return next((info for info in fields_of(cls) if info.name == key), None)


def types_of(cls: type) -> Mapping[str, Any]:
    """The resolved type of each attribute."""
    if cls not in _TYPES:
        _TYPES[cls] = get_type_hints(cls)
    return _TYPES[cls]


def record_types() -> list[type[Record]]:
    """Every record class of a definition, by name."""
    found: list[type[Record]] = []
    queue = [cls for cls in Record.__subclasses__() if cls is not Options]
    for cls in queue:
        found.append(cls)
        queue += cls.__subclasses__()
    return sorted(found, key=lambda cls: cls.__name__)


def label_prefix(cls: type) -> str:
    """The name of a record class in snake case, as labels and references use it."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("_")


class Option(str, Enum):  # noqa: UP042 - StrEnum would drop the labels
    """A choice among a few words, each with a Chinese and an English label."""

    label: Phrase

    def __new__(cls, value: str, zh: str, en: str) -> Self:
        """Make the choice ``value`` with its labels."""
        made = str.__new__(cls, value)
        made._value_ = value
        made.label = Phrase(zh, en)
        return made

    @classmethod
    def of(cls, value: str) -> Self:
        """The choice written ``value``. Raises ValueError for any other text."""
        for choice in cls:
            if choice.value == value:
                return choice
        raise ValueError(f"{value!r} is not a {cls.__name__}")
