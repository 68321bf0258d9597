"""Which findings are looked at, how bad they are, and with which parameters the rules work.

The settings are ``rules`` in ``posdoc.yaml``; what the command line says comes on top of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from posdoc.check.selection import EVERYTHING, Selection
from posdoc.diagnostics import Diagnostic, Kind, Preset, Severity
from posdoc.load import kinds
from posdoc.load.convert import read_fields
from posdoc.load.reading import Reading
from posdoc.manual import all_kinds, matches, unknown_rule
from posdoc.model import Level, PresetName, Ref, RuleSettings, Unread, Workspace
from posdoc.model.record import Options
from posdoc.phrases import Phrase
from posdoc.rules import Rule, all_rules, options_of
from posdoc.source import Node

PRESETS = {PresetName.LEGACY: Preset.LEGACY, PresetName.DEFAULT: Preset.DEFAULT, PresetName.STRICT: Preset.STRICT}
_SEVERITIES = {Level.INFO: Severity.INFO, Level.WARNING: Severity.WARNING, Level.ERROR: Severity.ERROR}


@dataclass(frozen=True)
class Effective:
    """The settings of a workspace together with what the command line asks for."""

    settings: RuleSettings = field(default_factory=RuleSettings)
    selection: Selection = EVERYTHING
    options: Mapping[str, Options] = field(default_factory=dict)
    """The parameters of each rule that has any set, by the name of the rule."""

    @property
    def preset(self) -> Preset:
        """The preset in force."""
        if self.selection.preset is not None:
            return self.selection.preset
        return PRESETS[self.settings.preset] if self.settings.preset else Preset.DEFAULT

    @property
    def fail_level(self) -> Severity:
        """From which level on a check fails."""
        return _SEVERITIES.get(self.settings.fail_level or Level.ERROR, Severity.ERROR)

    def level_of(self, kind: Kind) -> Severity | None:
        """How bad findings of this kind are; None where they are not looked at."""
        if any(matches(kind, word) for word in self.selection.ignore):
            return None
        if self.selection.select:
            if not any(matches(kind, word) for word in self.selection.select):
                return None
            return self._stated_level(kind) or kind.severity
        if kind.is_about_reading:
            return kind.severity
        stated = self._stated(kind)
        if stated is not None:
            return _SEVERITIES.get(stated)
        if any(matches(kind, word) for word in self.settings.ignore):
            return None
        is_on = kind.preset <= self.preset or any(matches(kind, word) for word in self.settings.select)
        return kind.severity if is_on else None

    def _stated(self, kind: Kind) -> Level | None:
        """The level that the settings give, the longest word for the kind first."""
        levels = self.settings.levels or {}
        words = sorted(
            (word for word in levels if matches(kind, word)), key=lambda word: (word != kind.name, -len(word))
        )
        return levels[words[0]] if words else None

    def _stated_level(self, kind: Kind) -> Severity | None:
        stated = self._stated(kind)
        return _SEVERITIES.get(stated) if stated is not None else None

    def levelled(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that are looked at, each as bad as the settings say."""
        levels: dict[Kind, Severity | None] = {}
        kept = []
        for finding in findings:
            kind = finding.kind
            if kind not in levels:
                levels[kind] = self.level_of(kind)
            level = levels[kind]
            if level is not None:
                kept.append(finding if level is kind.severity else replace(finding, level=level))
        return kept


def effective(workspace: Workspace, selection: Selection = EVERYTHING) -> tuple[Effective, list[Diagnostic]]:
    """The settings in force, and what is wrong with those in ``posdoc.yaml``."""
    settings = workspace.rules or RuleSettings()
    findings: list[Diagnostic] = []
    for word in (*settings.select, *settings.ignore, *(settings.levels or {})):
        findings += _unknown(word)
    findings += [_not_suppressible(word) for word in settings.ignore if _is_about_reading(word)]
    findings += [_not_suppressible(word) for word in settings.levels or {} if _is_about_reading(word)]
    options, of_options = _options(settings, workspace.languages)
    return Effective(settings, selection, options), findings + of_options


def _options(settings: RuleSettings, languages: tuple[str, ...]) -> tuple[dict[str, Options], list[Diagnostic]]:
    rules: dict[str, Rule] = {word: rule for rule in all_rules() for word in (rule.KIND.name, rule.KIND.code)}
    reading = Reading(languages)
    found: dict[str, Options] = {}
    for name, unread in (settings.options or {}).items():
        rule = rules.get(name)
        if rule is None:
            reading.findings += _unknown(name)
        else:
            options = _read_options(options_of(rule), unread, reading)
            if options is not None:
                found[rule.KIND.name] = options
    return found, reading.findings


def _read_options(cls: type[Options], unread: Unread, reading: Reading) -> Options | None:
    assert isinstance(unread.origin, Node)
    fields = read_fields(cls, unread.origin, reading)
    return cls.build(*fields) if fields is not None else None


def _place(word: str) -> Ref:
    assert isinstance(word, Ref)
    return word


def _unknown(word: str) -> list[Diagnostic]:
    hint = unknown_rule(word)
    if hint is None:
        return []
    message = Phrase(f"没有名称或编号为“{word}”的规则", f"there is no rule with the name or code '{word}'")
    return [Diagnostic(kinds.UNKNOWN_RULE, _place(word).span, message, hint)]


def _is_about_reading(word: str) -> bool:
    return any(matches(kind, word) and kind.is_about_reading for kind in all_kinds())


def _not_suppressible(word: str) -> Diagnostic:
    return Diagnostic(
        kinds.NOT_SUPPRESSIBLE,
        _place(word).span,
        Phrase(f"读取文件时的问题不能忽略：{word}", f"what cannot be read cannot be ignored: {word}"),
        Phrase("改正文件本身", "mend the file itself"),
    )
