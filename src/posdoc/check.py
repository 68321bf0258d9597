"""Checking a workspace: every finding of reading, of shape and of the rules, sorted and without repetition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.load import SETTINGS_FILE, load
from posdoc.model import Organization
from posdoc.rules import all_rules, duplicate_id


@dataclass(frozen=True)
class Checked:
    """A workspace as it was read, and what was found in it."""

    root: Path
    organization: Organization
    findings: tuple[Diagnostic, ...]

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


@dataclass(frozen=True)
class Selection:
    """Which findings to look at, by code, by the beginning of a code (``POS3``), or by name.

    Nothing under ``select`` means all; ``ignore`` has the last word.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def keeps(self, kind: Kind) -> bool:
        """Whether findings of this kind are looked at."""
        return (not self.select or _matches(kind, self.select)) and not _matches(kind, self.ignore)


EVERYTHING = Selection()


def _matches(kind: Kind, wanted: tuple[str, ...]) -> bool:
    return any(kind.name == word or (word and kind.code.startswith(word.upper())) for word in wanted)


def check(root: Path, selection: Selection = EVERYTHING) -> Checked:
    """Read the workspace in ``root``, run every rule over it and keep the findings that ``selection`` asks for.

    Without settings nothing can be said of references and reporting lines, so then no rule is run.
    """
    organization, findings = load(root)
    settings_were_read = organization.workspace.states("")
    for rule in all_rules() if settings_were_read else ():
        findings += rule.check(organization)
    kept = _sorted_once(finding for finding in findings if selection.keeps(finding.kind))
    return Checked(root, organization, tuple(kept))


def _sorted_once(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Without repetition; unreadable files and duplicates of an id come before what they cause."""
    unique = {(f.code, f.span, f.message): f for f in findings}
    return sorted(unique.values(), key=lambda f: (not _is_cause(f), f.span, f.code))


def _is_cause(finding: Diagnostic) -> bool:
    return finding.code < "POS100" or finding.kind is duplicate_id.KIND
