"""Settings of rules in posdoc.yaml, and what the command line puts on top of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.check import Selection, check
from posdoc.diagnostics import Preset, Severity
from posdoc.manual import all_kinds, matches, unknown_rule
from tests.example_files import write_files
from tests.rules.marked import marks_of

POSITION = """\
## positions/a.yaml
title: 经理
code:
duties: [{text: 管理, time: 45%}]
"""
"""One warning (POS106 empty-value) and one error (POS301 duty-time-not-100)."""
EMPTY, SUM = ("POS106", "warning"), ("POS301", "error")


def found(root: Path, settings: str, selection: Selection | None = None) -> list[tuple[str, str]]:
    text = f"## posdoc.yaml\norganization: 公司\n{settings}" + POSITION
    checked = check(write_files(root, text), selection or Selection())
    return [(finding.code, finding.severity.name.lower()) for finding in checked.findings]


SETTINGS = {
    "nothing": ("", [EMPTY, SUM]),
    "ignored by code": ("rules: {ignore: [POS301]}\n", [EMPTY]),
    "ignored by name": ("rules: {ignore: [empty-value]}\n", [SUM]),
    "ignored by the beginning of a code": ("rules: {ignore: [POS3, POS106]}\n", []),
    "another level": ("rules: {levels: {POS301: info, empty-value: error}}\n", [("POS106", "error"), ("POS301", "info")]),
    "off": ("rules: {levels: {duty-time-not-100: off}}\n", [EMPTY]),
    "the name before the code, the longer code before the shorter": (
        "rules: {levels: {POS3: off, POS301: info, POS1: off, empty-value: info}}\n",
        [("POS106", "info"), ("POS301", "info")],
    ),
    "a level brings back what is ignored": (
        "rules: {ignore: [POS3], levels: {POS301: warning}}\n", [EMPTY, ("POS301", "warning")],
    ),
    "legacy": ("rules: {preset: legacy}\n", [EMPTY]),
    "legacy and one more": ("rules: {preset: legacy, select: [duty-time-not-100]}\n", [EMPTY, SUM]),
    "legacy and one more by its level": ("rules: {preset: legacy, levels: {POS301: error}}\n", [EMPTY, SUM]),
    "strict": ("rules: {preset: strict}\n", [EMPTY, SUM]),
}  # fmt: skip


@pytest.mark.parametrize(("settings", "expected"), SETTINGS.values(), ids=SETTINGS)
def test_settings(tmp_path: Path, settings: str, expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, settings) == expected


SELECTIONS = {
    "select": (Selection(select=("POS3",)), "", [SUM]),
    "select whatever the preset": (Selection(select=("POS301",)), "rules: {preset: legacy}\n", [SUM]),
    "select what is off": (Selection(select=("POS301",)), "rules: {levels: {POS301: off}}\n", [SUM]),
    "select at its level": (Selection(select=("POS301",)), "rules: {levels: {POS301: info}}\n", [("POS301", "info")]),
    "ignore": (Selection(ignore=("POS301",)), "rules: {levels: {POS301: error}}\n", [EMPTY]),
    "ignore has the last word": (Selection(select=("POS3",), ignore=("duty-time-not-100",)), "", []),
    "a preset in place of the one set": (Selection(preset=Preset.LEGACY), "rules: {preset: strict}\n", [EMPTY]),
    "and the other way": (Selection(preset=Preset.STRICT), "rules: {preset: legacy}\n", [EMPTY, SUM]),
}


@pytest.mark.parametrize(("selection", "settings", "expected"), SELECTIONS.values(), ids=SELECTIONS)
def test_selections(tmp_path: Path, selection: Selection, settings: str, expected: list[tuple[str, str]]) -> None:
    assert found(tmp_path, settings, selection) == expected


@pytest.mark.parametrize(
    ("settings", "level"),
    [("", Severity.ERROR), ("rules: {fail_level: warning}\n", Severity.WARNING),
     ("rules: {fail_level: info}\n", Severity.INFO), ("rules: {preset: strict}\n", Severity.ERROR)],
)  # fmt: skip
def test_the_level_from_which_a_check_fails(tmp_path: Path, settings: str, level: Severity) -> None:
    text = f"## posdoc.yaml\norganization: 公司\n{settings}## positions/a.yaml\ntitle: 经理\n"
    assert check(write_files(tmp_path, text)).fail_level is level


# the setting with its fault marked; the code; the way out
FAULTS = {
    "an unknown rule": ("ignore: [«duty-time-not-10»]", "POS190", "did you mean 'duty-time-not-100'?"),
    "an unknown code": ("select: [«POS999»]", "POS190", "list all rules with: posdoc rules"),
    "nothing like it": ("levels: {«verbosity»: info}", "POS190", "list all rules with: posdoc rules"),
    "too short a code": ("ignore: [«POS»]", "POS190", None),
    "options of an unknown rule": (
        "options: {«span-of-contrl»: {maximum: 3}}",
        "POS190",
        "did you mean 'span-of-control'?",
    ),
    "an unknown option": ("options: {span-of-control: {«maximun»: 3}}", "POS101", "did you mean 'maximum' (maximum)?"),
    "an option of the wrong type": ("options: {span-of-control: {maximum: «many»}}", "POS104", "write 3"),
    "options that are none": ("options: {span-of-control: «3»}", "POS102", None),
    "options for a rule without": ("options: {POS301: {«maximum»: 3}}", "POS101", None),
    "an unknown level": ("levels: {POS301: «fatal»}", "POS105", None),
    "an unknown preset": ("preset: «pedantic»", "POS105", None),
    "reading cannot be ignored": ("ignore: [«POS001»]", "POS193", "mend the file itself"),
    "nor given another level": ("levels: {«duplicate-key»: off}", "POS193", "mend the file itself"),
}


@pytest.mark.parametrize(("setting", "code", "hint"), FAULTS.values(), ids=FAULTS)
def test_faults_in_settings(tmp_path: Path, setting: str, code: str, hint: str | None) -> None:
    text = f"## posdoc.yaml\norganization: 公司\nrules: {{{setting}}}\n## positions/a.yaml\ntitle: 经理\n"
    checked = check(write_files(tmp_path, text))
    (finding,) = [finding for finding in checked.findings if finding.code == code]
    assert [finding.span] == marks_of(text)
    if hint is not None:
        assert finding.hint
        assert finding.hint.en == hint
    assert checked.settings_are_bad


def test_reading_is_reported_whatever_is_ignored(tmp_path: Path) -> None:
    text = (
        "## posdoc.yaml\norganization: 公司\nrules: {preset: legacy, ignore: [POS0]}\n## positions/a.yaml\ntitle: [\n"
    )
    assert [finding.code for finding in check(write_files(tmp_path, text)).findings] == ["POS001", "POS193"]


def test_options_reach_their_rule(tmp_path: Path) -> None:
    reports = "".join(f"## positions/p{n}.yaml\ntitle: 第{n}岗\nreports_to: a\n" for n in range(3))
    text = (
        "## posdoc.yaml\norganization: 公司\nrules: {options: {%s: {maximum: 2}}}\n## positions/a.yaml\ntitle: 经理\n"
    )
    for name in ("span-of-control", "POS217"):
        checked = check(write_files(tmp_path, text % name + reports), Selection(select=("POS217",)))
        assert [finding.span.path for finding in checked.findings] == ["positions/a.yaml"]


def test_words_for_rules() -> None:
    (kind,) = (kind for kind in all_kinds() if kind.code == "POS301")
    assert [matches(kind, word) for word in ("POS301", "pos301", "POS3", "POS30", "duty-time-not-100")] == [True] * 5
    assert [matches(kind, word) for word in ("POS", "", "POS31", "POS3011", "duty-time", "301")] == [False] * 6
    assert unknown_rule("pos3") is None
    assert unknown_rule("nothing-at-all") is not None
