"""Writing to consoles that cannot show everything, to pipes that close, and to terminals."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from posdoc.cli.output import FileLines

Cli = Callable[..., Any]
NARROW = [("gbk", "zh"), ("gbk", "en"), ("ascii", "zh"), ("cp437", "en")]


@pytest.mark.parametrize(("encoding", "language"), NARROW)
def test_a_narrow_console_does_not_crash(cli: Cli, faulty: Path, encoding: str, language: str) -> None:
    path = faulty / "positions" / "after-sales" / "👩‍🔧.yaml"
    path.write_text("title: 👩‍🔧\n", encoding="utf-8")
    for arguments, status in (
        (["check"], 1), (["build"], 1), (["--help"], 0), (["chart", "--help"], 0), (["new", "👩"], 2), (["frob"], 2),
    ):  # fmt: skip
        ended = cli(
            *arguments, "--ui-lang", language, cwd=faulty, env={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            encoding=None,
        )  # fmt: skip
        assert ended.returncode == status, (arguments, ended.stderr)
        if encoding != "ascii":  # click takes that for a terminal that was set up wrongly and writes UTF-8
            (ended.stdout + ended.stderr).decode(encoding)
        assert b"Traceback" not in ended.stderr


def test_a_gbk_console_shows_chinese(cli: Cli, small: Path) -> None:
    ended = cli("check", "--ui-lang", "zh", cwd=small, env={"PYTHONIOENCODING": "gbk"}, encoding="gbk")
    assert ended.stdout == "没有发现问题。\n"


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_what_programs_read_is_utf_8_everywhere(cli: Cli, faulty: Path, encoding: str) -> None:
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    found = json.loads(cli("check", "--format", "json", cwd=faulty, env=env, encoding="utf-8").stdout)
    assert "编制" in found["findings"][0]["message"]
    schema = json.loads(cli("schema", "position", env=env, encoding="utf-8").stdout)
    assert "岗位" in json.dumps(schema, ensure_ascii=False)


def test_a_pipe_that_closes_early(tmp_path: Path) -> None:
    source = "import subprocess, sys; p = subprocess.Popen([sys.executable, '-m', 'posdoc', *sys.argv[1:]], " \
        "stdout=subprocess.PIPE, stderr=subprocess.PIPE); p.stdout.read(10); p.stdout.close(); " \
        "print(p.wait(), p.stderr.read())"  # fmt: skip
    ended = subprocess.run(
        [sys.executable, "-c", source, "schema", "position"], capture_output=True, encoding="utf-8", cwd=tmp_path,
        check=True,
    )  # fmt: skip
    assert ended.stdout == "0 b''\n"


def test_nothing_is_on_stderr_that_is_no_terminal(cli: Cli, small: Path) -> None:
    for arguments in (["build"], ["build", "--jobs", "2"], ["chart"], ["check"], ["chart", "--format", "png"]):
        ended = cli(*arguments, cwd=small)
        assert (ended.returncode, ended.stderr) == (0, ""), arguments


def _on_a_terminal(arguments: list[str], folder: Path) -> tuple[int, str]:
    """Run posdoc with standard error on a terminal."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on Windows")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "posdoc", *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=theirs
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 1000)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    process.communicate()
    return process.returncode, seen.decode("utf-8")


def test_a_terminal_shows_progress_and_clears_it(small: Path) -> None:
    status, seen = _on_a_terminal(["build"], small)
    assert status == 0
    assert "] 1/6" in seen
    assert "] 6/6" in seen
    assert seen.endswith("\r" + " " * 60 + "\r")


def test_lines_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("\ufeff一\r\n二\r三\n".encode())
    (tmp_path / "b.yaml").write_bytes("中文".encode("gbk"))
    lines = FileLines(tmp_path)
    assert [lines.line("a.yaml", number) for number in range(6)] == ["", "一", "二", "三", "", ""]
    assert [lines.line(path, 1) for path in ("b.yaml", "missing.yaml", ".")] == ["", "", ""]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is full is seen by writing to /dev/full")
@pytest.mark.parametrize(("language", "said"), [("zh", "磁盘空间已满"), ("en", "the disk is full")])
@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"], ["stats"], ["schema", "position"]])
def test_a_full_disk_is_told_as_that(small: Path, arguments: list[str], language: str, said: str) -> None:
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "posdoc", "--ui-lang", language, *arguments],
            stdout=full, stderr=subprocess.PIPE, encoding="utf-8", cwd=small, check=False, timeout=120,
            env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
    assert ended.returncode == 2
    assert said in ended.stderr
    assert "posdoc 内部出错" not in ended.stderr
    assert "a bug in posdoc" not in ended.stderr
