"""What posdoc has to say about a place in a file: spans, severities and findings.

Lines and columns count from 1; a column counts characters (code points), not bytes and not screen cells.
The end of a span is exclusive, so an empty span has its end where it begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from posdoc.phrases import Phrase


class Span(NamedTuple):
    """A stretch of text in a file. ``path`` is relative to the workspace, with forward slashes."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Located(Protocol):
    """Something that knows where it stands."""

    @property
    def span(self) -> Span:
        """The place."""
        ...


K = TypeVar("K", bound=Located)
V = TypeVar("V", bound=Located)


class Stated(NamedTuple, Generic[K, V]):
    """Where a field was written down: its key and its value."""

    key: K
    value: V

    @property
    def span(self) -> Span:
        """The place of the value."""
        return self.value.span


class Severity(IntEnum):
    """How bad a finding is. The order is that of the numbers."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> Phrase:
        """The word that is printed before the message."""
        return _SEVERITY_LABELS[self]


_SEVERITY_LABELS = {
    Severity.INFO: Phrase("提示", "info"),
    Severity.WARNING: Phrase("警告", "warning"),
    Severity.ERROR: Phrase("错误", "error"),
}


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that has to do with a finding, and why."""

    span: Span
    message: Phrase


class Preset(IntEnum):
    """How much is reported: each preset reports what the ones before it report, and more."""

    LEGACY = 1
    """Structure only: for a workspace that was just imported."""
    DEFAULT = 2
    """What makes a document wrong, and what a reviewer would ask about."""
    STRICT = 3
    """Matters of style and taste as well."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of finding it is: its stable code, its kebab-case name and how bad it is by default.

    The name says the bad pattern (``duty-time-not-100``), never the fix. A code is never used twice.
    ``preset`` is the first preset that reports it.
    """

    code: str
    name: str
    severity: Severity = Severity.ERROR
    preset: Preset = Preset.DEFAULT

    @property
    def is_about_reading(self) -> bool:
        """Whether it is about reading a file, a definition or one of another program: it is always reported."""
        return self.code < "POS100" or self.is_about_imports

    @property
    def is_about_imports(self) -> bool:
        """Whether it is found in files of other programs, or when such a file is read back into a workspace."""
        return "POS900" <= self.code < "POS940"

    @property
    def is_about_templates(self) -> bool:
        """Whether it is found in Word forms, by ``posdoc template check``; no comment can suppress it there."""
        return "POS810" <= self.code < "POS830"


class Prose(NamedTuple):
    """What the manual says of a kind of finding: what it is, why it matters, a wrong example and the right one.

    In the examples each file begins with a line ``## path``; in the wrong one, ``«`` and ``»`` enclose what is found.
    They are empty where no text can show it.
    """

    what: Phrase
    why: Phrase
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """What ``--fix`` writes in place of the characters of a span."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. ``hint`` says the way out; ``related`` shows the other ends of a cross-file finding.

    ``fix`` are edits that take the cause away and change nothing else that is meant: ``--fix`` makes them.
    """

    kind: Kind
    span: Span
    message: Phrase
    hint: Phrase | None = None
    related: tuple[Related, ...] = ()
    fix: tuple[Edit, ...] = ()
    level: Severity | None = None
    """How bad it is where the settings say otherwise than its kind."""

    @property
    def code(self) -> str:
        """The stable code, such as ``POS301``."""
        return self.kind.code

    @property
    def name(self) -> str:
        """The kebab-case name, such as ``duty-time-not-100``."""
        return self.kind.name

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.kind.severity if self.level is None else self.level
