"""A file of another program that is not read at all: the error that says so, with the finding that reports it."""

from __future__ import annotations

from dataclasses import replace

from posdoc.diagnostics import Diagnostic, Kind, Span
from posdoc.errors import DefinitionError
from posdoc.phrases import Phrase


class Refused(DefinitionError):
    """A file that cannot be read. ``finding`` is the same as a value, for a report on many files."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message, finding.hint)
        self.finding = finding

    def called(self, name: str) -> Diagnostic:
        """The finding, with the name that reports call the file by."""
        return replace(self.finding, span=self.finding.span._replace(path=name))


def refused(kind: Kind, name: str, why: Phrase, hint: Phrase) -> Refused:
    """The error for the file ``name``; ``why`` is the second half of a sentence, ``hint`` the way out."""
    message = Phrase(f"文件“{name}”无法读取：{why.zh}", f"the file '{name}' cannot be read: {why.en}")
    return Refused(Diagnostic(kind, Span(name), message, hint))
