"""Figures on demand: formats, places, languages, and what cannot be asked for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from posdoc.build.stats import ENDINGS, StatsMade, StatsRequest, make_stats
from posdoc.build.workspace import init_workspace
from posdoc.errors import UsageError
from posdoc.tables.stats import TABLES

DAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("stats") / "small"
    init_workspace(folder, empty=True)
    return folder


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(root: Path, **asked: Any) -> StatsMade:
    return make_stats(StatsRequest(root, as_of=DAY, **asked))


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ({"format": "xlsx"}, ["售后服务部_岗位与编制统计.xlsx"]),
        ({"format": "csv"}, ["售后服务部_岗位与编制统计_编制.csv"]),
        ({"format": "csv", "tables": ("units", "bands")},
         ["售后服务部_岗位与编制统计_编制.csv", "售后服务部_岗位与编制统计_管理幅度分布.csv"]),
        ({"format": "xlsx", "language": "en"}, ["After-sales Service Department_Positions and head count.xlsx"]),
        ({"output": Path("a.XLSX")}, ["a.XLSX"]),
        ({"output": Path("new/b.csv"), "tables": ("vacancies",)}, ["new/b.csv"]),
        ({"output": Path("c.json")}, ["c.json"]),
        ({"output": Path("d.txt")}, ["d.txt"]),
        ({"output": Path("folder"), "format": "text"}, ["folder/售后服务部_岗位与编制统计.txt"]),
        ({"output": Path("folder"), "format": "json"}, ["folder/售后服务部_岗位与编制统计.json"]),
    ],
)  # fmt: skip
def test_it_is_written_where_it_is_asked_for(root: Path, asked: dict[str, Any], written: list[str]) -> None:
    made = make(root, **asked)
    assert [path.as_posix() for path in made.written] == written
    assert made.text == ""
    assert all(path.stat().st_size for path in made.written)


def test_text_is_in_the_language_of_the_user_and_the_rest_in_that_of_the_workspace(root: Path) -> None:
    assert make(root, speaks="en").text.startswith("After-sales Service Department: Positions and head count  as of")
    assert make(root, speaks="en", language="zh").text.startswith("售后服务部：岗位与编制统计  截至2026年3月1日\n")
    assert make(root).text.startswith("售后服务部：")
    assert json.loads(make(root, format="json", speaks="en").text)["language"] == "zh"


def test_a_unit_is_asked_for_by_its_id(root: Path) -> None:
    found = json.loads(make(root, unit="after-sales", format="json").text)
    assert (found["unit"], found["as_of"], found["total"]["positions"]) == ("after-sales", "2026-03-01", 1)


def test_without_a_day_the_definitions_count_as_they_stand(root: Path) -> None:
    made = make_stats(StatsRequest(root, format="json"))
    assert json.loads(made.text)["as_of"] is None


def test_nothing_is_counted_while_definitions_have_errors(tmp_path: Path) -> None:
    init_workspace(tmp_path / "it", empty=True)
    (tmp_path / "it" / "positions" / "after-sales" / "bad.yaml").write_text("titel: x\n", encoding="utf-8")
    made = make(tmp_path / "it", format="xlsx")
    assert (made.text, made.written) == ("", ())
    assert made.checked.findings


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        ({"unit": "after-sale"}, "there is no unit with the id 'after-sale'", "did you mean 'after-sales'?"),
        ({"unit": "售后服务部"}, "there is no unit with the id '售后服务部'", "did you mean 'after-sales'?"),
        ({"unit": "zzz"}, "there is no unit with the id 'zzz'", "for example: after-sales"),
        ({"language": "fr"}, "this workspace has no language 'fr'", "languages: zh, en"),
        ({"output": Path("a.pdf")}, "'a.pdf' does not fit the format", "the name may end in: txt, json, xlsx, csv"),
        ({"output": Path("a.csv"), "format": "xlsx"}, "'a.csv' does not fit the format", "the name may end in: xlsx"),
        ({"format": "json", "tables": ("units",)}, "json always has all tables: --table is not for it",
         "leave out --table, or use --format csv"),
        ({"output": Path("a.csv"), "tables": ("units", "bands")}, "a CSV file holds one table",
         "name a folder with --output, or a single --table"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for(root: Path, asked: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        make(root, **asked)
    assert (caught.value.message.en, caught.value.hint and caught.value.hint.en) == (message, hint)


def test_a_workspace_without_units_has_none_to_ask_for(tmp_path: Path) -> None:
    (tmp_path / "it" / "positions").mkdir(parents=True)
    (tmp_path / "it" / "positions" / "clerk.yaml").write_text("title: 文员\n", encoding="utf-8")
    (tmp_path / "it" / "posdoc.yaml").write_text("organization: 公司\n", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        make(tmp_path / "it", unit="any")
    assert caught.value.hint is not None
    assert caught.value.hint.en == "for example: there is none"


def test_every_table_can_be_had_as_csv(root: Path) -> None:
    made = make(root, format="csv", tables=TABLES)
    assert len(made.written) == len(TABLES)
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in made.written)


def test_every_format_ends_in_its_own_way() -> None:
    assert len(set(ENDINGS.values())) == len(ENDINGS)
