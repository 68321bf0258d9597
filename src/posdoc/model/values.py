"""The small values that definitions are made of. All are immutable and compare by what they say, not by place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, Protocol, Self, runtime_checkable

from posdoc.diagnostics import Located, Span


@runtime_checkable
class Sliceable(Protocol):
    """A place that knows where each character of its value stands."""

    def part(self, key: str) -> Self:
        """The value of ``key`` where there are several, else the place itself."""
        ...

    def inside(self, start: int, end: int) -> Span:
        """Where the characters from ``start`` to ``end`` of the value, without space around it, stand."""
        ...


class Text:
    """A text in one or several languages, kept by language tag in the order written."""

    __slots__ = ("languages", "origin")

    def __init__(self, languages: Mapping[str, str], origin: Located | None = None) -> None:
        self.languages = languages
        self.origin = origin

    def in_(self, *preferred: str) -> str:
        """The text in the first of the ``preferred`` languages that it has, else in any; may be empty."""
        for language in preferred:
            if language in self.languages:
                return self.languages[language]
        return next(iter(self.languages.values()), "")

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.origin.span if self.origin is not None else Span("")

    def span_of(self, language: str, start: int = 0, end: int | None = None) -> Span:
        """Where the characters from ``start`` to ``end`` of the text in one language stand in the file."""
        if not isinstance(self.origin, Sliceable):
            return self.span
        return self.origin.part(language).inside(start, len(self.languages[language]) if end is None else end)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.languages == other.languages

    def __hash__(self) -> int:
        return hash(frozenset(self.languages.items()))

    def __bool__(self) -> bool:
        return any(self.languages.values())

    def __repr__(self) -> str:
        return f"Text({dict(self.languages)!r})"


class Unread:
    """Something whose shape only somebody else knows, such as the parameters of a rule; ``origin`` is its node."""

    __slots__ = ("origin",)

    def __init__(self, origin: Located) -> None:
        self.origin = origin


class Ref(str):
    """The id of something else, which knows where it was written."""

    __slots__ = ("origin",)
    origin: Located | None

    def __new__(cls, value: str, origin: Located | None = None) -> Ref:
        """Make a reference to ``value`` that was read at ``origin``."""
        made = super().__new__(cls, value)
        made.origin = origin
        return made

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.origin.span if self.origin is not None else Span("")


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage or a range of percentages; ``low == high`` for a single one. 30 means 30 %."""

    low: Decimal
    high: Decimal
    origin: Located | None = field(default=None, compare=False, repr=False)

    @property
    def is_range(self) -> bool:
        """Whether it was written as a range such as ``35-40%``."""
        return self.low != self.high

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.origin.span if self.origin is not None else Span("")

    def __str__(self) -> str:
        if self.is_range:
            return f"{plain(self.low)}-{plain(self.high)}%"
        return f"{plain(self.low)}%"


@dataclass(frozen=True, slots=True)
class HeadCount:
    """A planned number of people: a number, a range, or only words (数名) with no number known."""

    low: int | None = None
    high: int | None = None
    text: Text | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is a number at all."""
        return self.low is not None

    def __str__(self) -> str:
        if self.low is None:
            return self.text.in_() if self.text else ""
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


class PartialDate(NamedTuple):
    """A date that may be only a year, or a year and a month (analysed in 2018-05)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as written: ``3 年``, ``24 years``."""

    value: Decimal
    unit: str = ""

    def __str__(self) -> str:
        gap = " " if self.unit[:1].isascii() and self.unit[:1].isalpha() else ""
        return f"{plain(self.value)}{gap}{self.unit}"


@dataclass(frozen=True, slots=True)
class Target:
    """What an indicator has to reach. Without a number in it (按时) only ``text`` is set.

    ``operator`` is one of ``>= <= > < =``, in whatever way it was written (≥, 不低于, at least).
    """

    text: Text
    operator: str = ""
    value: Decimal | None = None
    unit: str = ""

    @property
    def is_qualitative(self) -> bool:
        """Whether there is nothing to measure it by."""
        return self.value is None


def plain(number: Decimal) -> str:
    """A decimal without trailing zeros and without an exponent."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
