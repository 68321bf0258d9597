"""The place where YAML gave up on a file, and the lines on which the cause may stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from yaml import YAMLError

from posdoc.diagnostics import Span
from posdoc.source.nodes import ScalarNode, SourceFile

_HAS_STRUCTURE: Final = re.compile(r"[^#]*:(?:\s|$)|\s*-(?:\s|$)")
_IS_NOTHING: Final = re.compile(r"\s*(?:#.*)?$")
_SCANNING: Final = re.compile("while (?:scanning|parsing) a (?:simple key|plain|quoted|double-quoted)")


@dataclass(frozen=True)
class Failure:
    """A syntax error. Lines and columns count from 1 and lie inside the text.

    ``context`` is what YAML was reading and where that began; ``last`` is the last scalar that was read.
    """

    file: SourceFile
    problem: str
    context: str
    line: int
    column: int
    context_line: int
    context_column: int
    last: ScalarNode | None

    @property
    def text(self) -> str:
        """The line of the failure."""
        return self.file.line(self.line)

    @property
    def before(self) -> str:
        """What stands on the line before the place of the failure."""
        return self.text[: self.column - 1]

    @property
    def character(self) -> str:
        """The character at the place of the failure; empty at the end of a line."""
        return self.text[self.column - 1 : self.column]

    @property
    def span(self) -> Span:
        """The character at which YAML gave up."""
        return self.span_of(self.line, self.column, 1)

    @property
    def rest_span(self) -> Span:
        """From the place of the failure to the end of its line, without blanks."""
        return self.span_of(self.line, self.column, max(len(self.text[self.column - 1 :].rstrip()), 0))

    @property
    def context_span(self) -> Span:
        """The character at which began what could not be read."""
        return self.span_of(self.context_line, self.context_column, 1)

    def span_of(self, line: int, column: int, length: int) -> Span:
        """The span of ``length`` characters on one line, cut at the end of the line."""
        end = max(min(column + length, len(self.file.line(line)) + 1), column)
        return Span(self.file.path, line, column, line, end)

    @property
    def previous_line(self) -> int:
        """The last line with content before the failure's; the failure's own if there is none."""
        numbers = range(self.line - 1, 0, -1)
        return next((n for n in numbers if not _IS_NOTHING.match(self.file.line(n))), self.line)

    @property
    def first_line(self) -> int:
        """The first line on which the cause may stand.

        Back to the nearest line with a key or a list item on it: what follows such a line is one text to
        YAML, in which a mistake shows only at its end.
        """
        first = self.line
        for number in range(self.line - 1, 0, -1):
            line = self.file.line(number)
            if _IS_NOTHING.match(line):
                continue
            first = number
            if _HAS_STRUCTURE.match(line):
                break
        return min(first, self.context_line) if _SCANNING.match(self.context) else first

    @property
    def open_quote(self) -> tuple[int, int] | None:
        """Where a quoted text begins that was being read when YAML gave up."""
        is_quoted = "quoted scalar" in self.context
        return (self.context_line, self.context_column) if is_quoted else None


def locate_failure(error: YAMLError, file: SourceFile, last: ScalarNode | None) -> Failure:
    """The failure that PyYAML's exception tells of."""
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None) or problem_mark
    return Failure(
        file,
        str(getattr(error, "problem", None) or error),
        str(getattr(error, "context", None) or ""),
        *_place(file, problem_mark),
        *_place(file, context_mark),
        last,
    )


def _place(file: SourceFile, mark: Any) -> tuple[int, int]:
    """The place of ``mark``, not behind the last character of the text that is not blank."""
    end = file.position(len(file.text.rstrip()))
    return min((mark.line + 1, mark.column + 1), end) if mark is not None else (1, 1)
