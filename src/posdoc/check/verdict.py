"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from posdoc.diagnostics import Diagnostic, Severity
from posdoc.workspace_files import SETTINGS_FILE


@dataclass(frozen=True)
class Report:
    """What was found in the workspace in ``root``."""

    root: Path
    findings: tuple[Diagnostic, ...]
    fail_level: Severity = Severity.ERROR
    """From which level on the settings call the check failed."""

    def at_least(self, level: Severity) -> list[Diagnostic]:
        """The findings at or above ``level``."""
        return [finding for finding in self.findings if finding.severity >= level]

    @property
    def settings_are_bad(self) -> bool:
        """Whether ``posdoc.yaml`` itself cannot be used."""
        return any(
            finding.severity is Severity.ERROR and finding.span.path == SETTINGS_FILE and finding.code < "POS200"
            for finding in self.findings
        )
