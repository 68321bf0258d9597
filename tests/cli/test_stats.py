"""``posdoc stats`` as a user sees it, on the sample department."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from posdoc.build.stats import ENDINGS
from posdoc.cli.commands import stats
from posdoc.tables.stats import TABLES

Cli = Callable[..., Any]
DAY = ("--as-of", "2026-11-29")
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "guide" / "stats.schema.json"


def test_the_choices_are_those_that_there_are() -> None:
    assert stats._TABLES == TABLES
    assert tuple(ENDINGS) == stats._FORMATS


# --- text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_text(cli: Cli, sample: Path, goldens: Any, language: str) -> None:
    ended = cli("-C", sample, "stats", *DAY, "--ui-lang", language)
    assert (ended.returncode, ended.stderr) == (0, "")
    goldens.check(f"sample.{language}.txt", ended.stdout)


def test_there_is_no_other_golden_file(goldens: Any) -> None:
    goldens.check_orphans(["sample.en.txt", "sample.zh.txt"])


def test_one_unit_and_one_table(cli: Cli, sample: Path) -> None:
    ended = cli("-C", sample, "stats", *DAY, "--unit", "parts", "--table", "units", "--table", "vacancies")
    assert ended.stdout.splitlines() == [
        "Parts Group: Positions and head count  as of 29 November 2026",
        "",
        "Head count",
        "  Unit         Positions  Planned  Filled  Vacant",
        "  -----------  ---------  -------  ------  ------",
        "  Parts Group          4        6       6       0",
        "",
        "Vacancies",
        "  No vacancies.",
    ]


def test_without_a_day_it_is_today(cli: Cli, sample: Path) -> None:
    ended = cli("-C", sample, "stats", "--table", "summary", env={"SOURCE_DATE_EPOCH": "1900000000"})
    assert ended.stdout.splitlines()[0].endswith("as of 17 March 2030")
    assert (
        cli("-C", sample, "stats", "--as-of", "2030-03", "--table", "summary")
        .stdout.splitlines()[0]
        .endswith("1 March 2030")
    )


# --- json -------------------------------------------------------------------------------------------------------


def test_json_is_what_its_schema_says(cli: Cli, sample: Path) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    ended = cli("-C", sample, "stats", *DAY, "--format", "json")
    assert (ended.returncode, ended.stderr) == (0, "")
    found = json.loads(ended.stdout)
    assert [error.message for error in Draft202012Validator(schema).iter_errors(found)] == []
    assert (found["as_of"], found["total"]["vacant"], found["total"]["levels"]) == ("2026-11-29", 6, 4)
    assert (
        sum(unit["own"]["positions"] for unit in found["units"])
        == found["total"]["positions"]
        == len(found["positions"])
    )
    assert sum(one["vacant"] for one in found["vacancies"]) == 6


def test_json_of_every_shape_is_what_its_schema_says() -> None:
    from posdoc.locales.words import Words
    from posdoc.views.stats import measure
    from posdoc.views.stats_view import view_stats
    from tests.tables.test_stats import EMPTY, MIXED, NOBODY

    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    for organization in (MIXED, NOBODY, EMPTY):
        for unit in (None, *organization.units):
            view = view_stats(measure(organization, unit), Words(organization, "en"))
            assert [error.message for error in validator.iter_errors(view)] == []
            assert json.loads(json.dumps(view)) == view


def test_the_schema_knows_every_key() -> None:
    validator = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert not validator.is_valid({"format": 1})


# --- files ------------------------------------------------------------------------------------------------------


def test_xlsx(cli: Cli, sample: Path, tmp_path: Path) -> None:
    ended = cli("-C", sample, "stats", *DAY, "--format", "xlsx", "--lang", "en", cwd=tmp_path)
    name = "After-sales Service Department_Positions and head count.xlsx"
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"Wrote {name}\n", "")
    workbook = load_workbook(tmp_path / name, data_only=True)
    assert workbook.sheetnames == [
        "Summary", "Head count", "Levels and spans", "By reporting level", "By level of management", "Spread of spans",
        "Vacancies", "Work without an owner", "Positions",
    ]  # fmt: skip
    summary = {row[0].value: row[1].value for row in workbook["Summary"].iter_rows()}
    assert (summary["Planned"], summary["Filled"], summary["Vacant"]) == (71, 65, 6)


def test_csv(cli: Cli, sample: Path, tmp_path: Path) -> None:
    ended = cli("-C", sample, "stats", *DAY, "--output", "a.csv", "--table", "vacancies", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "Wrote a.csv\n")
    rows = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_bytes().decode("utf-8-sig"))))
    assert rows[0] == ["部门", "部门标识", "岗位", "岗位标识", "编号", "定员", "在岗", "空缺"]
    assert sum(int(row[-1]) for row in rows[1:]) == 6


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.json", "a.txt"])
def test_the_same_day_gives_the_same_bytes(cli: Cli, sample: Path, tmp_path: Path, name: str) -> None:
    for folder in ("one", "two"):
        assert cli("-C", sample, "stats", *DAY, "--output", tmp_path / folder / name).returncode == 0
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


# --- what goes wrong --------------------------------------------------------------------------------------------


def test_errors_in_definitions_stop_it(cli: Cli, faulty: Path) -> None:
    ended = cli("stats", cwd=faulty)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "after-sales-manager.yaml:2:1" in ended.stderr
    assert ended.stderr.endswith("Nothing was counted because the definitions have errors.\n")
    (faulty / "posdoc.yaml").write_text("organisation: x\n", encoding="utf-8")
    assert cli("stats", cwd=faulty).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--unit", "partz"], "error: there is no unit with the id 'partz'\n  hint: did you mean 'parts'?\n"),
        (["--as-of", "soon"], "error: 'soon' is no date\n"),
        (["--output", "a.pdf"], "error: 'a.pdf' does not fit the format\n"),
        (["--lang", "fr"], "error: this workspace has no language 'fr'\n"),
    ],
)
def test_what_cannot_be_asked_for(cli: Cli, sample: Path, tmp_path: Path, arguments: list[str], said: str) -> None:
    ended = cli("-C", sample, "stats", *arguments, cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(said)


def test_no_workspace(cli: Cli, tmp_path: Path) -> None:
    assert cli("stats", cwd=tmp_path).returncode == 2


def test_a_file_that_cannot_be_written(cli: Cli, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    (tmp_path / "b").write_text("", encoding="utf-8")
    ended = cli("-C", sample, "stats", "--output", "b/c.xlsx", cwd=tmp_path)
    assert ended.returncode == 2
    assert "cannot write" in ended.stderr


@pytest.mark.parametrize("format_", ["text", "json"])
def test_what_is_printed_needs_no_openpyxl(sample: Path, format_: str) -> None:
    source = (
        "import sys\nfrom posdoc.cli.main import run\n"
        f"status = run(['-C', {str(sample)!r}, 'stats', '--format', {format_!r}])\n"
        "assert status == 0\nassert not {'openpyxl', 'docx', 'pygraphviz'} & set(sys.modules)\n"
    )
    ended = subprocess.run([sys.executable, "-c", source], capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


# --- the guide --------------------------------------------------------------------------------------------------

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_guide_shows_what_is_printed_and_names_every_table(goldens: Any, language: str) -> None:
    page = (GUIDE / f"stats.{language}.md").read_text(encoding="utf-8")
    excerpt = page.partition("```text\n")[2].partition("```")[0]
    assert excerpt
    assert excerpt in (goldens.folder / f"sample.{language}.txt").read_text(encoding="utf-8")
    assert all(f"| `{name}` |" in page for name in TABLES)
