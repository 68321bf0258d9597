"""``posdoc export`` as a user sees it, on the sample department."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from posdoc.tables.workbooks import kinds

Cli = Callable[..., Any]
DAY = ("--as-of", "2026-11-29")


def test_alone_it_lists_what_there_is(cli: Cli, tmp_path: Path) -> None:
    ended = cli("export", cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [line.split()[0] for line in ended.stdout.splitlines()] == [f"{name}.xlsx" for name in kinds()]
    assert "定编表：" in cli("export", "--ui-lang", "zh", cwd=tmp_path).stdout


def test_several_at_a_time(cli: Cli, sample: Path, tmp_path: Path) -> None:
    ended = cli("-C", sample, "export", *DAY, "register.xlsx", "out/headcount.xlsx", cwd=tmp_path)
    made = f"Wrote register.xlsx\nWrote {Path('out/headcount.xlsx')}\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, made, "")
    register = load_workbook(tmp_path / "register.xlsx", data_only=True)
    assert register.sheetnames == ["岗位一览表", "说明", "可选值"]
    assert register["岗位一览表"].max_row == 33
    plan = load_workbook(tmp_path / "out" / "headcount.xlsx", data_only=True)["定编表"]
    assert [cell.value for cell in plan[4]][3:9] == [71, 65, 1, 6, 0, pytest.approx(65 / 71)]


def test_kinds_units_names_and_languages(cli: Cli, sample: Path, tmp_path: Path) -> None:
    ended = cli(
        "-C", sample, "export", *DAY, "roll.xlsx", "--kind", "register", "--unit", "parts", "--names", "--lang", "en",
        cwd=tmp_path,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (0, "Wrote roll.xlsx\n")
    table = load_workbook(tmp_path / "roll.xlsx")["Register of Positions"]
    assert table.max_row == 5
    assert "Incumbents" in [cell.value for cell in table[1]]
    assert cli("-C", sample, "export", "--kind", "headcount", cwd=tmp_path).stdout == "Wrote headcount.xlsx\n"


def test_the_same_day_gives_the_same_bytes(cli: Cli, sample: Path, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        assert cli("-C", sample, "export", *DAY, *kinds(), "--unit", "parts", cwd=tmp_path / folder).returncode == 0
    for name in kinds():
        assert (tmp_path / "one" / f"{name}.xlsx").read_bytes() == (tmp_path / "two" / f"{name}.xlsx").read_bytes()


def test_a_changed_file_is_left_alone(cli: Cli, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "register.xlsx").write_bytes(b"mine")
    ended = cli("-C", sample, "export", "register.xlsx", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        "error: 'register.xlsx' has been changed since, and was not written over\n"
        "  hint: take another name, or write over it with --force\n"
    )
    assert cli("-C", sample, "export", "register.xlsx", "--force", cwd=tmp_path).returncode == 0


def test_errors_in_definitions_stop_it(cli: Cli, faulty: Path) -> None:
    ended = cli("export", "register.xlsx", cwd=faulty)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.endswith("Nothing was made because the definitions have errors.\n")
    (faulty / "posdoc.yaml").write_text("organisation: x\n", encoding="utf-8")
    assert cli("export", "register.xlsx", cwd=faulty).returncode == 2


def test_listing_and_help_read_no_library_of_excel(sample: Path) -> None:
    code = (
        "import sys\nfrom posdoc.cli.main import run\nrun(['export'])\nrun(['export', '--help'])\n"
        "print([name for name in ('openpyxl', 'lxml') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=sample, capture_output=True, encoding="utf-8", check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
