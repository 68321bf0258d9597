"""A position as it is being read out of a file: its data so far, and where each value came from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from posdoc.diagnostics import Diagnostic, Kind, Span
from posdoc.importers.pieces import Place
from posdoc.importers.posts.lines import Bit, Line
from posdoc.phrases import Phrase

Data = dict[str, Any]


class Confidence(Enum):
    """How sure it is that a text means what it was taken for."""

    CERTAIN = "certain"
    """A label or a column says so."""
    LIKELY = "likely"
    """The section that it stands in says so."""
    GUESSED = "guessed"
    """Only its words or its place do."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One value: its path in the definition, the text it was read from, and where that stands."""

    path: str
    text: str
    place: Place
    confidence: Confidence
    bit: Bit | None = field(default=None, compare=False, repr=False)
    """The characters themselves."""


@dataclass(eq=False)
class Draft:
    """What was read of one position, or of a unit. ``lines`` are all lines of the file that are about it."""

    data: Data = field(default_factory=dict)
    traces: list[Trace] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    title_is_certain: bool = False
    unit: str = ""
    """The name of the unit that it lies in, as the file has it."""
    identity: str = ""
    """The id of the position, where the file says it: posdoc's own documents do."""

    @property
    def title(self) -> str:
        """Its title, empty where none was found."""
        return str(self.data.get("title", ""))

    @property
    def has_content(self) -> bool:
        """Whether more is known of it than a title that may be wrong."""
        return self.title_is_certain or bool(set(self.data) - {"title", "document"})

    def states(self, path: str) -> bool:
        """Whether a field of its own holds something."""
        held: Any = self.data
        for step in path.split("."):
            held = held.get(step) if isinstance(held, dict) else None
        return held not in (None, "", [], {})

    def put(self, path: str, value: Any, bits: Sequence[Bit], confidence: Confidence = Confidence.CERTAIN) -> bool:
        """Set a field that holds nothing yet; returns whether it says so now. Its characters then stand in a field."""
        if value in (None, "", [], {}):
            return False
        if self.states(path):
            return self._says_the_same(path, value, bits, confidence)
        *outer, last = path.split(".")
        holder = self.data
        for step in outer:
            holder = holder.setdefault(step, {})
        holder[last] = value
        self.trace(path, bits, confidence)
        return True

    def _says_the_same(self, path: str, value: Any, bits: Sequence[Bit], confidence: Confidence) -> bool:
        held: Any = self.data
        for step in path.split("."):
            held = held[step]
        if held == value:
            self.trace(path, bits, confidence)
        return bool(held == value)

    def add(self, path: str, value: Any, bits: Sequence[Bit], confidence: Confidence = Confidence.CERTAIN) -> Any:
        """Add an entry to a list, and return it."""
        *outer, last = path.split(".")
        holder = self.data
        for step in outer:
            holder = holder.setdefault(step, {})
        entries = holder.setdefault(last, [])
        entries.append(value)
        self.trace(f"{path}[{len(entries) - 1}]", bits, confidence)
        return value

    def trace(self, path: str, bits: Sequence[Bit], confidence: Confidence) -> None:
        """Note where a value came from."""
        self.traces += [Trace(path, bit.take(), bit.line.place, confidence, bit) for bit in bits if bit]

    def give_up(self, traces: Sequence[Trace]) -> None:
        """Take back what was noted: the characters count as unread again."""
        given_up = {id(trace) for trace in traces}
        self.traces = [trace for trace in self.traces if id(trace) not in given_up]
        for bit in (trace.bit for trace in traces):
            if bit is not None:
                bit.line.unmark(bit.start, bit.end)

    def rename(self, path: str, places: Sequence[int | None]) -> None:
        """Say where the entries of a list went: the new place of each; what was said of one that is None is given up."""
        entry = re.compile(rf"{re.escape(path)}\[(\d+)\]")
        kept, given_up = [], []
        for trace in self.traces:
            match = entry.match(trace.path)
            if match is None:
                kept.append(trace)
                continue
            before = int(match[1])
            place = places[before] if before < len(places) else None
            if place is None:
                given_up.append(trace)
            else:
                is_same = place == before
                kept.append(trace if is_same else replace(trace, path=f"{path}[{place}]{trace.path[match.end() :]}"))
        self.give_up(given_up)
        self.traces = kept

    def report(self, kind: Kind, bit: Bit, message: Phrase, hint: Phrase | None = None) -> None:
        """Note something that is wrong with the source, or that its reading leaves open."""
        line, column = bit.line.place.number, bit.start + 1
        self.findings.append(Diagnostic(kind, Span("", line, column, line, column + len(bit.text)), message, hint))
