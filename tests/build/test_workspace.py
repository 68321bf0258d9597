"""Making a workspace: what is written, what is left alone, and the files to double-click."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc.build.workspace import BUTTONS, EDITOR_SETTINGS, GLOBS, SCHEMA_FOLDER, editor_settings, init_workspace
from posdoc.check import check
from posdoc.errors import OutputError, UsageError
from posdoc.schema import KINDS

SUPPORT = {f"{SCHEMA_FOLDER}/{kind}.schema.json" for kind in KINDS} | {EDITOR_SETTINGS, ".gitignore"}
DOUBLE_CLICKED = {"检查.bat", "检查.command", "生成文档.bat", "生成文档.command"}
MAPPED = {f"./{SCHEMA_FOLDER}/{kind}.schema.json": globs for kind, globs in GLOBS.items()}


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["new", "a/b/new", "售后 部门 👩‍🔧", "."])
def test_in_an_empty_folder(tmp_path: Path, name: str) -> None:
    written = init_workspace(tmp_path / name)
    assert _files(tmp_path / name) == set(written)
    assert SUPPORT | DOUBLE_CLICKED | {"posdoc.yaml", "people.yaml"} <= set(written)
    assert sum(path.startswith("positions/") for path in written) > 24
    assert check(tmp_path / name).findings == ()


def test_the_sample_is_that_of_the_repository(tmp_path: Path, sample: Path) -> None:
    init_workspace(tmp_path)
    definitions = [name for name in _files(tmp_path) if name.endswith(".yaml")]
    assert len(definitions) > 30
    assert {name for name in definitions if (tmp_path / name).read_bytes() != (sample / name).read_bytes()} == set()


def test_the_least_there_can_be(tmp_path: Path) -> None:
    written = init_workspace(tmp_path, empty=True)
    own = {"posdoc.yaml", "positions/after-sales/unit.yaml", "positions/after-sales/after-sales-manager.yaml"}
    assert set(written) == own | SUPPORT | DOUBLE_CLICKED
    assert check(tmp_path).findings == ()


def test_in_an_existing_workspace_only_the_editor_files_are_refreshed(tmp_path: Path) -> None:
    init_workspace(tmp_path, empty=True)
    (tmp_path / "posdoc.yaml").write_text("languages: [en]\n", encoding="utf-8")
    (tmp_path / "检查.bat").unlink()
    (tmp_path / SCHEMA_FOLDER / "unit.schema.json").write_text("old", encoding="utf-8")
    assert init_workspace(tmp_path) == [f"{SCHEMA_FOLDER}/unit.schema.json"]
    assert (tmp_path / "posdoc.yaml").read_text(encoding="utf-8") == "languages: [en]\n"
    assert not (tmp_path / "检查.bat").exists()
    assert not (tmp_path / "people.yaml").exists()


@pytest.mark.parametrize("taken", ["positions/mine.yaml", "people.yaml", "检查.bat", "生成文档.command"])
def test_nothing_is_overwritten(tmp_path: Path, taken: str) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="which is left alone") as raised:
        init_workspace(tmp_path)
    assert taken.partition("/")[0] in raised.value.message.zh
    assert _files(tmp_path) == {taken}


def test_files_that_do_not_matter_stay(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("mine", encoding="utf-8")
    assert ".gitignore" not in init_workspace(tmp_path, empty=True)
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "mine"


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="is a file"):
        init_workspace(tmp_path / "file")
    with pytest.raises(OutputError, match="cannot write"):
        init_workspace(tmp_path / "file" / "below")


# --- editor settings ----------------------------------------------------------------------------------------


def test_the_settings_map_every_schema(tmp_path: Path) -> None:
    init_workspace(tmp_path, empty=True)
    settings = json.loads((tmp_path / EDITOR_SETTINGS).read_text(encoding="utf-8"))
    assert settings == {"yaml.schemas": MAPPED}
    assert all((tmp_path / path).is_file() for path in MAPPED)


@pytest.mark.parametrize(
    ("existing", "expected"),
    [
        ("{}", {"yaml.schemas": MAPPED}),
        ("", {"yaml.schemas": MAPPED}),
        ('{"editor.tabSize": 2}', {"editor.tabSize": 2, "yaml.schemas": MAPPED}),
        ('\ufeff{"a": "中文"}', {"a": "中文", "yaml.schemas": MAPPED}),
        ('{"yaml.schemas": {"x.json": "*.y"}}', {"yaml.schemas": {"x.json": "*.y", **MAPPED}}),
    ],
)
def test_the_settings_are_merged(tmp_path: Path, existing: str, expected: dict[str, object]) -> None:
    path = tmp_path / "settings.json"
    path.write_text(existing, encoding="utf-8")
    merged = editor_settings(path)
    assert merged is not None
    assert json.loads(merged) == expected


@pytest.mark.parametrize("existing", ["// a comment\n{}", "[]", '{"yaml.schemas": []}', "{", '{"a": 1,}'])
def test_settings_that_cannot_be_merged_are_left_alone(tmp_path: Path, existing: str) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / EDITOR_SETTINGS).write_text(existing, encoding="utf-8")
    assert editor_settings(tmp_path / EDITOR_SETTINGS) is None
    assert EDITOR_SETTINGS not in init_workspace(tmp_path, empty=True)
    assert (tmp_path / EDITOR_SETTINGS).read_text(encoding="utf-8") == existing


def test_settings_in_another_encoding_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes('{"a": "中文"}'.encode("gbk"))
    assert editor_settings(path) is None


def test_settings_that_map_the_schemas_already_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    text = json.dumps({"yaml.schemas": MAPPED}, indent=7)
    path.write_text(text, encoding="utf-8")
    assert editor_settings(path) == text


# --- files to double-click ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "command"), BUTTONS.items())
def test_windows_files_are_ascii_with_crlf(small: Path, name: str, command: str) -> None:
    data = (small / f"{name}.bat").read_bytes()
    text = data.decode("ascii")
    assert text.count("\r\n") == text.count("\n") > 4
    assert f"posdoc {command}" in text
    assert 'cd /d "%~dp0"' in text


def test_windows_files_run_one_command_once(small: Path) -> None:
    """``a && b || c`` would run ``c`` when ``b`` finds something."""
    text = (small / "检查.bat").read_text(encoding="ascii")
    assert "||" not in text
    assert "if errorlevel 1 (py -m posdoc check) else (posdoc check)" in text


@pytest.mark.parametrize("name", BUTTONS)
def test_mac_files_can_be_run(small: Path, name: str) -> None:
    path = small / f"{name}.command"
    assert os.access(path, os.X_OK)
    assert b"\r" not in path.read_bytes()


@pytest.mark.tool("sh")
@pytest.mark.parametrize(("name", "command"), BUTTONS.items())
def test_mac_files_work(small: Path, tool: Callable[[str], str], name: str, command: str) -> None:
    folder = Path(shutil.move(small, small.with_name("部门 a b")))
    programs = folder / "programs"
    programs.mkdir()
    stand_in = programs / "posdoc"
    stand_in.write_text('#!/bin/sh\necho "in $PWD: $@"\nexit 1\n', encoding="utf-8")
    stand_in.chmod(0o755)
    ended = subprocess.run(
        [tool("sh"), str(folder / f"{name}.command")],
        input="\n", env={**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}, cwd="/",
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.stdout.splitlines()[0] == f"in {folder}: {command}"
    assert ended.stdout.count("in ") == 1
