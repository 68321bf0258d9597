"""The errors that a user can mend, in a few kinds.

Findings in definitions are *values* (:class:`posdoc.diagnostics.Diagnostic`); an exception means that the
command cannot go on. The command line has one place that turns these into a message and an exit status.
"""

from __future__ import annotations

from posdoc.phrases import Phrase


class PosdocError(Exception):
    """Something the user can fix. ``exit_code`` is the status that a command ends with."""

    exit_code = 2

    def __init__(self, message: Phrase, hint: Phrase | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class WorkspaceError(PosdocError):
    """There is no workspace, or its ``posdoc.yaml`` cannot be used."""


class UsageError(PosdocError):
    """A command was given words that do not fit together."""


class OutputError(PosdocError):
    """A file cannot be written, or would be written outside its folder."""


class DefinitionError(PosdocError):
    """A definition, a form or an imported file is wrong, so that nothing can be made from it."""

    exit_code = 1


class MissingToolError(PosdocError):
    """A program that this step needs (such as LibreOffice) is not installed."""
