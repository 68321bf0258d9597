"""Workbooks on demand: names, places, languages, and what is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from posdoc.build.export import ExportMade, ExportRequest, make_exports
from posdoc.build.workspace import init_workspace
from posdoc.errors import OutputError, UsageError
from posdoc.tables.workbooks import kinds

DAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("export") / "small"
    init_workspace(folder, empty=True)
    return folder


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def make(root: Path, *files: str, **asked: Any) -> ExportMade:
    return make_exports(ExportRequest(root, DAY, tuple(map(Path, files)), **asked))


@pytest.mark.parametrize(
    ("files", "asked", "written"),
    [
        (["register.xlsx"], {}, ["register.xlsx"]),
        (["register"], {}, ["register.xlsx"]),
        (["out/headcount.XLSX"], {}, ["out/headcount.XLSX"]),
        (["花名册.xlsx"], {"kind": "register"}, ["花名册.xlsx"]),
        (["花名册"], {"kind": "register"}, ["花名册.xlsx"]),
        ([f"{name}.xlsx" for name in kinds()], {"language": "en"}, [f"{name}.xlsx" for name in kinds()]),
    ],
)
def test_it_is_written_where_it_is_asked_for(
    root: Path, files: list[str], asked: dict[str, Any], written: list[str]
) -> None:
    made = make(root, *files, **asked)
    assert [path.as_posix() for path in made.written] == written
    assert all(load_workbook(path).sheetnames for path in made.written)


@pytest.mark.parametrize(
    ("files", "asked", "message"),
    [
        (["regster.xlsx"], {}, "did you mean register.xlsx"),
        (["花名册.xlsx"], {}, "--kind"),
        (["register.csv"], {}, "write register.xlsx"),
        (["register.xlsx", "b.xlsx"], {"kind": "register"}, "one at a time"),
        (["register.xlsx"], {"unit": "nowhere"}, "for example: after-sales"),
        (["register.xlsx"], {"language": "fr"}, "languages: zh, en"),
        (["register.xlsx", "register"], {}, "leave one of them out"),
    ],
)
def test_what_cannot_be_asked_for(
    root: Path, tmp_path: Path, files: list[str], asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError) as caught:
        make(root, *files, **asked)
    assert caught.value.hint is not None
    assert message in caught.value.hint.en
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(root: Path, tmp_path: Path) -> None:
    (tmp_path / "register.xlsx").mkdir()
    with pytest.raises(UsageError):
        make(root, "register.xlsx")


def test_what_somebody_has_changed_is_left_alone(root: Path, tmp_path: Path) -> None:
    make(root, "register.xlsx")
    assert make(root, "register.xlsx", language="en").written
    workbook = load_workbook(tmp_path / "register.xlsx")
    workbook.save(tmp_path / "register.xlsx")
    before = (tmp_path / "register.xlsx").read_bytes()
    with pytest.raises(OutputError) as caught:
        make(root, "headcount.xlsx", "register.xlsx")
    assert "'register.xlsx' has been changed since" in caught.value.message.en
    assert (tmp_path / "register.xlsx").read_bytes() == before
    assert not (tmp_path / "headcount.xlsx").exists()
    assert make(root, "register.xlsx", replace=True).written
    assert (tmp_path / "register.xlsx").read_bytes() != before


def test_nothing_is_made_of_definitions_with_errors(tmp_path: Path) -> None:
    init_workspace(tmp_path / "bad", empty=True)
    (tmp_path / "bad" / "positions" / "after-sales" / "x.yaml").write_text("titel: x\n", encoding="utf-8")
    made = make(tmp_path / "bad", "register.xlsx")
    assert made.written == ()
    assert not (tmp_path / "register.xlsx").exists()
