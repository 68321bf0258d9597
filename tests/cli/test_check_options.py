"""The options of ``check``: what is looked at, from what level on it fails, and where it is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import MANAGER

Cli = Callable[..., Any]


@pytest.fixture
def mixed(small: Path) -> Path:
    """A workspace with a sum that is wrong and an empty value."""
    path = small / MANAGER
    text = path.read_text(encoding="utf-8").replace("time: 60%", "time: 50%")
    path.write_text(text + "code:\n", encoding="utf-8")
    return small


@pytest.mark.parametrize(
    ("options", "codes", "status"),
    [
        ((), ["POS301", "POS106"], 1),
        (("--select", "POS3"), ["POS301"], 1),
        (("--select", "pos1"), ["POS106"], 0),
        (("--select", "duty-time-not-100", "--select", "empty-value"), ["POS301", "POS106"], 1),
        (("--ignore", "POS301"), ["POS106"], 0),
        (("--ignore", "POS301", "--fail-level", "warning"), ["POS106"], 1),
        (("--select", "POS3", "--ignore", "duty-time-not-100"), [], 0),
    ],
)
def test_what_is_looked_at(cli: Cli, mixed: Path, options: tuple[str, ...], codes: list[str], status: int) -> None:
    ended = cli("check", "--format", "json", *options, cwd=mixed)
    assert [finding["code"] for finding in json.loads(ended.stdout)["findings"]] == codes
    assert ended.returncode == status


def test_statistics(cli: Cli, mixed: Path) -> None:
    ended = cli("check", "--statistics", cwd=mixed)
    assert (ended.returncode, ended.stdout) == (1, "     1 POS106 empty-value\n     1 POS301 duty-time-not-100\n")


def test_several_formats_at_once(cli: Cli, mixed: Path) -> None:
    ended = cli("check", "--output-format", "sarif=out/检查.sarif", "--output-format", "junit=check.xml", cwd=mixed)
    assert "POS301" in ended.stdout
    assert len(json.loads((mixed / "out/检查.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 2
    assert 'failures="2"' in (mixed / "check.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("value", ["sarif", "sarif=", "=x", "word=x.docx"])
def test_a_file_without_its_format(cli: Cli, mixed: Path, value: str) -> None:
    ended = cli("check", "--output-format", value, cwd=mixed)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"'{value}' should be FORMAT=FILE" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_misspelt_rule_is_wrong_usage(cli: Cli, small: Path, option: str) -> None:
    ended = cli("check", option, "duty-time-not-10", cwd=small)
    assert ended.returncode == 2
    assert f"{option}: there is no rule 'duty-time-not-10'; did you mean 'duty-time-not-100'?" in ended.stderr


def test_a_preset(cli: Cli, small: Path) -> None:
    path = small / "positions/after-sales/after-sales-manager.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("time: 60%", "time: 50%"), encoding="utf-8")
    assert cli("check", cwd=small).returncode == 1
    assert cli("check", "--preset", "legacy", cwd=small).returncode == 0


def test_the_fail_level_of_the_settings(cli: Cli, small: Path) -> None:
    settings = small / "posdoc.yaml"
    text = settings.read_text(encoding="utf-8")
    path = small / "positions/after-sales/after-sales-manager.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "code:\n", encoding="utf-8")
    assert cli("check", cwd=small).returncode == 0
    settings.write_text(text + "rules: {fail_level: warning}\n", encoding="utf-8")
    assert cli("check", cwd=small).returncode == 1
    assert cli("check", "--fail-level", "error", cwd=small).returncode == 0


@pytest.mark.parametrize("format_", ["text", "concise", "github", "json", "gitlab", "sarif"])
def test_paths_begin_in_the_current_folder(cli: Cli, mixed: Path, format_: str) -> None:
    output = cli("-C", mixed.name, "check", "--format", format_, cwd=mixed.parent).stdout
    assert f"{mixed.name}/{MANAGER}" in output
    assert f"{mixed.name}/{MANAGER}" not in cli("check", "--format", format_, cwd=mixed).stdout
    below = cli("check", "--format", format_, cwd=mixed / "positions").stdout
    assert MANAGER in below
    if format_ == "text":
        assert "code:" in output
