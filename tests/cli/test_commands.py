"""What each command does and says, as a user sees it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from posdoc.build.manifest import NAME
from posdoc.schema import KINDS, schema_of

Cli = Callable[..., Any]


# --- init ---------------------------------------------------------------------------------------------------


def test_init_says_what_comes_next(cli: Cli, tmp_path: Path) -> None:
    ended = cli("init", "--empty", "dept", cwd=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == (
        "Made the workspace dept (14 files).\nNext, run:\n  cd dept\n  posdoc check\n  posdoc build\n"
    )
    again = cli("init", "dept", "--ui-lang", "zh", cwd=tmp_path)
    assert again.stdout == "工作区已存在：更新了 0 个编辑器文件，没有改动任何定义。\n"


def test_init_here_and_in_a_folder_with_a_space(cli: Cli, tmp_path: Path) -> None:
    assert 'cd "my dept"' in cli("init", "--empty", "my dept", cwd=tmp_path).stdout
    (tmp_path / "here").mkdir()
    assert "cd " not in cli("init", "--empty", ".", cwd=tmp_path / "here").stdout


def test_init_then_check_then_build(cli: Cli, tmp_path: Path) -> None:
    cli("init", "部门", cwd=tmp_path)
    assert cli("check", "--ui-lang", "zh", cwd=tmp_path / "部门").stdout == "没有发现问题。\n"
    ended = cli("build", "--lang", "en", "--ui-lang", "zh", cwd=tmp_path / "部门")
    assert re.fullmatch(r"生成 \d\d 个文件，0 个没有变化，用时 [\d.]+ 秒：.*output\n", ended.stdout)


def test_init_refuses_a_folder_with_definitions(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("", encoding="utf-8")
    ended = cli("init", ".", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "error: '.' already has people.yaml, which is left alone\n  hint: choose an empty folder\n"


def test_init_tells_of_settings_it_cannot_merge(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "settings.json").write_text("// mine\n{}", encoding="utf-8")
    assert "settings.json was left alone: it has comments" in cli("init", "--empty", ".", cwd=tmp_path).stdout


# --- new ----------------------------------------------------------------------------------------------------


def test_new_then_check_then_build(cli: Cli, small: Path) -> None:
    made = cli("new", "night", "--title", 'A: "b" # c', cwd=small)
    assert (made.returncode, made.stdout) == (0, "Made positions/after-sales/night.yaml; open it and fill it in.\n")
    assert cli("check", cwd=small).returncode == 0
    assert cli("build", "night", "--lang", "zh", cwd=small).returncode == 0
    assert [path.name for path in (small / "output").rglob("*.docx")] == ["A_ _b_ # c_岗位说明书.docx"]
    assert cli("new", "night", cwd=small).returncode == 2


# --- check --------------------------------------------------------------------------------------------------


def test_check_shows_the_place_and_the_way_out(cli: Cli, faulty: Path) -> None:
    ended = cli("check", cwd=faulty)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert ended.stdout.startswith("positions/after-sales/after-sales-manager.yaml:2:1")
    assert "hint: " in ended.stdout
    assert "^" in ended.stdout


def test_check_as_json(cli: Cli, faulty: Path) -> None:
    ended = cli("check", "--format", "json", cwd=faulty)
    assert (ended.returncode, ended.stderr) == (1, "")
    (finding,) = json.loads(ended.stdout)["findings"]
    assert {
        "code", "name", "severity", "message", "hint", "path", "line", "column", "end_line", "end_column", "related",
    } <= finding.keys()  # fmt: skip
    assert (finding["path"], finding["line"], finding["column"], finding["severity"]) == (
        "positions/after-sales/after-sales-manager.yaml", 2, 1, "error",
    )  # fmt: skip


def test_check_as_json_of_a_clean_workspace(cli: Cli, small: Path) -> None:
    ended = cli("check", "--format", "json", cwd=small)
    assert (ended.returncode, json.loads(ended.stdout)["findings"]) == (0, [])


# --- build --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ([], 6),
        (["after-sales-manager"], 2),
        (["--lang", "zh"], 3),
        (["--lang", "zh", "--lang", "en"], 6),
        (["--form", "standard", "--lang", "en"], 1),
        (["--format", "docx"], 2),
        (["after-sales-manager", "--lang", "zh", "--jobs", "1"], 1),
    ],
)
def test_build(cli: Cli, small: Path, arguments: list[str], count: int) -> None:
    ended = cli("build", *arguments, "--output", "made here", cwd=small)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith(f"Made {count} file")
    made = [path for path in (small / "made here").rglob("*") if path.is_file() and path.name != NAME]
    assert len(made) == count
    again = cli("build", *arguments, "--output", "made here", cwd=small).stdout
    assert f", {count} unchanged, " in again or again == f"Nothing has changed: {count} files are current.\n"


def test_build_refuses_definitions_with_errors(cli: Cli, faulty: Path) -> None:
    ended = cli("build", cwd=faulty)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.endswith("Nothing was made because the definitions have errors.\n")
    assert not (faulty / "output").exists()


def test_build_without_libreoffice(cli: Cli, small: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ended = cli("build", "--format", "pdf", cwd=small, env={"PATH": str(tmp_path / "empty"), "POSDOC_SOFFICE": ""})
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("error: PDF needs LibreOffice, which was not found on this machine\n  hint: ")


@pytest.mark.tool("soffice")
def test_build_pdf(cli: Cli, small: Path) -> None:
    ended = cli("build", "--format", "pdf", "--lang", "zh", cwd=small)
    assert (ended.returncode, ended.stderr) == (0, "")
    (made,) = (small / "output").rglob("*.pdf")
    assert made.read_bytes().startswith(b"%PDF")


# --- chart --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("format_", "start"), [("svg", b"<"), ("png", b"\x89PNG"), ("pdf", b"%PDF"), ("dot", b"digraph")]
)
def test_chart(cli: Cli, small: Path, format_: str, start: bytes) -> None:
    ended = cli("chart", "--format", format_, cwd=small)
    assert (ended.returncode, ended.stderr) == (0, "")
    name = f"售后服务部组织架构图.{format_}"
    assert ended.stdout == f"Wrote {name}\n"
    assert (small / name).read_bytes().lstrip().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (["--output", "a.svg"], ["a.svg"]),
        (["--output", "a.svg", "--format", "svg", "--format", "dot"], ["a.svg", "a.dot"]),
        (["--output", "new/folder/a.png", "--format", "png"], ["new/folder/a.png"]),
        (["--output", "positions"], ["positions/售后服务部组织架构图.svg"]),
        (["--lang", "en"], ["After-sales Service Department Organization Chart.svg"]),
        (["position", "--position", "after-sales-manager"], ["售后服务经理在组织中的位置.svg"]),
    ],
)
def test_chart_is_written_where_it_is_asked_for(
    cli: Cli, small: Path, arguments: list[str], written: list[str]
) -> None:
    ended = cli("chart", *arguments, cwd=small)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [Path(line.removeprefix("Wrote ")).as_posix() for line in ended.stdout.splitlines()] == written
    assert all((small / name).is_file() for name in written)


def test_chart_with_a_title(cli: Cli, small: Path) -> None:
    cli("chart", "--title", '我的 <图> & "x"', "--output", "a.svg", cwd=small)
    assert "我的 &lt;图&gt; &amp;" in (small / "a.svg").read_text(encoding="utf-8")


# --- schema and completion ----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_schema(cli: Cli, kind: str) -> None:
    ended = cli("schema", kind, "--ui-lang", "zh")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert json.loads(ended.stdout) == schema_of(kind)


@pytest.mark.parametrize(("shell", "word"), [("bash", "complete"), ("zsh", "compdef"), ("fish", "complete")])
def test_completion_scripts(cli: Cli, shell: str, word: str) -> None:
    ended = cli("completion", shell)
    assert ended.returncode == 0
    assert word in ended.stdout
    assert "_POSDOC_COMPLETE" in ended.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [("posdoc ch", {"check", "chart"}), ("posdoc schema pe", {"people"}), ("posdoc check --form", {"--format"})],
)
def test_completion(cli: Cli, words: str, expected: set[str]) -> None:
    env = {"_POSDOC_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    ended = cli(env=env)
    assert {line.partition(",")[2] for line in ended.stdout.splitlines()} == expected


@pytest.mark.tool("sh")
def test_completion_of_bash_is_valid(cli: Cli, tmp_path: Path) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(cli("completion", "bash").stdout, encoding="utf-8")
    ended = subprocess.run(["bash", "-n", str(script)], capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
