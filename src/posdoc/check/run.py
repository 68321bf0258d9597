"""A check from the beginning: reading, rules, settings, suppressing comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from posdoc.check.selection import EVERYTHING, Selection
from posdoc.check.settings import Effective, effective
from posdoc.check.suppressions import suppress
from posdoc.check.two_processes import can_fork, found_together
from posdoc.check.verdict import Report
from posdoc.collector import collector_off
from posdoc.diagnostics import Diagnostic
from posdoc.load import load_workspace
from posdoc.model import Organization
from posdoc.rules import Rule, all_rules, findings_of
from posdoc.source import SourceFile


@dataclass(frozen=True, kw_only=True)
class Checked(Report):
    """A workspace as it was read, and what was found in it."""

    organization: Organization
    sources: Mapping[str, SourceFile] = field(default_factory=dict)
    """The files that could be read, by path."""


def check(root: Path, selection: Selection = EVERYTHING, today: date | None = None) -> Checked:
    """Read the workspace in ``root``, run the rules over it and keep the findings that are asked for.

    Without settings nothing can be said of references and reporting lines, so then no rule is run. ``today`` is
    for the rules that look at dates; without it they say nothing.
    """
    with collector_off():
        return _check(root, selection, today)


def _check(root: Path, selection: Selection, today: date | None) -> Checked:
    organization, findings, sources = load_workspace(root, today)
    settings, of_settings = effective(organization.workspace, selection)
    findings = findings + of_settings
    if organization.workspace.states(""):
        findings += run_rules(organization, settings)
        organization.let_go_of_texts()
    kept, of_comments = suppress(settings.levelled(findings), sources, lambda kind: settings.level_of(kind) is not None)
    sorted_findings = _sorted_once([*kept, *settings.levelled(of_comments)])
    return Checked(root, tuple(sorted_findings), settings.fail_level, organization=organization, sources=sources)


MANY = 500
"""From so many positions on a second process saves more time than it takes."""
SECOND = "POS3"
"""The rules that a second process applies: those on duties, many of which compare texts, about half of the work."""


def run_rules(organization: Organization, settings: Effective) -> list[Diagnostic]:
    """What the rules find that the settings do not turn off."""
    rules = [rule for rule in all_rules() if settings.level_of(rule.KIND) is not None]
    if len(organization.positions) < MANY or not can_fork():
        return _found_by(rules, organization, settings)
    own = [rule for rule in rules if not rule.KIND.code.startswith(SECOND)]
    other = [rule for rule in rules if rule.KIND.code.startswith(SECOND)]
    return found_together(
        lambda: _found_by(own, organization, settings), lambda: _found_by(other, organization, settings)
    )


def _found_by(rules: Iterable[Rule], organization: Organization, settings: Effective) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for rule in rules:
        found += findings_of(rule, organization, settings.options.get(rule.KIND.name))
    return found


def _sorted_once(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Without repetition; unreadable files and duplicates of an id come before what they cause."""
    unique = {(f.code, f.span, f.message): f for f in findings}
    return sorted(unique.values(), key=lambda f: (not _is_cause(f), f.span, f.code))


CAUSE = "duplicate-id"
"""The rule whose findings come first, for other findings follow from them."""


def _is_cause(finding: Diagnostic) -> bool:
    return finding.code < "POS100" or finding.name == CAUSE
