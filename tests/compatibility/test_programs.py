"""Other programs, or their absence: git, the system's Graphviz, terminals, and streams that are closed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.compatibility.conftest import COMMAND, Run, made, make, program, usual

# --- no git -------------------------------------------------------------------------------------------------

WITHOUT_GIT = {
    "zh": "错误: 没有找到 git\n  建议: 安装 git，或比较两个文件夹\n",
    "en": "error: git was not found\n  hint: install git, or compare two folders\n",
}


@pytest.fixture
def no_programs(tmp_path: Path) -> dict[str, str]:
    """An environment with an empty folder for a PATH."""
    folder = tmp_path / "no programs"
    folder.mkdir()
    return usual(LANG="C.UTF-8", PATH=str(folder))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", ["diff", "diff HEAD~1", "history after-sales-manager"])
def test_what_needs_git_says_so(
    run: Run, workspace: Path, no_programs: dict[str, str], command: str, language: str
) -> None:
    ended = run(*command.split(), "--ui-lang", language, cwd=workspace, env=no_programs)
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", WITHOUT_GIT[language])


def test_all_else_works_without_git(
    run: Run, copy: Path, tmp_path: Path, expected: dict[str, bytes], no_programs: dict[str, str]
) -> None:
    make(run, copy, tmp_path / "out", env=no_programs)
    assert made(tmp_path / "out") == expected
    (document,) = (tmp_path / "out" / "zh").rglob("*.docx")
    for arguments in (
        ["diff", copy, copy],
        ["stats"],
        ["review"],
        ["new", "night-shift", "--title", "Night shift"],
        ["import", document, "--into", tmp_path / "imported"],
    ):
        ended = run(*arguments, cwd=copy, env=no_programs)
        assert ended.returncode == 0, (arguments, ended.stderr)


# --- Graphviz of the system ---------------------------------------------------------------------------------


CHARTS = sorted((Path(__file__).parents[1] / "drawing" / "goldens" / "dot").glob("*.gv"))


def _drawn_by_dot(source: Path, format_: str) -> bytes:
    ended = subprocess.run([program("dot"), f"-T{format_}", source], capture_output=True, check=False)
    assert (ended.returncode, _TIGHT.sub(b"", ended.stderr)) == (0, b""), (source, format_)
    return ended.stdout


_TIGHT = re.compile(rb"(?:Warning: cell size too small for content\n(?:in label of .*\n)?)+")
"""What Graphviz 14 says of Chinese, whose lines are higher in the font than they are set; nothing is cut off."""


def test_dot_draws_every_kind_of_chart_without_a_warning() -> None:
    assert len(CHARTS) > 8
    for path in CHARTS:
        assert _drawn_by_dot(path, "svg").startswith(b"<?xml")
        assert _drawn_by_dot(path, "png").startswith(b"\x89PNG")


def test_dot_draws_what_the_command_writes_for_it(run: Run, sample: Path, tmp_path: Path) -> None:
    source = tmp_path / "chart.dot"
    assert run("chart", "--lang", "zh", "--output", source, cwd=sample).returncode == 0
    assert "售后服务经理" in _drawn_by_dot(source, "svg").decode("utf-8")
    assert _drawn_by_dot(source, "png").startswith(b"\x89PNG")
    assert _drawn_by_dot(source, "pdf").startswith(b"%PDF")


def test_dot_and_the_embedded_engine_put_the_boxes_in_the_same_places(run: Run, sample: Path, tmp_path: Path) -> None:
    """Positions are all given: another Graphviz may draw letters otherwise, but moves nothing."""
    sizes = {}
    for name, env in (("embedded", {}), ("dot", {"POSDOC_DOT": program("dot")})):
        path = tmp_path / f"{name}.png"
        ended = run(
            "chart",
            "units",
            "--lang",
            "zh",
            "--output",
            path,
            "--dpi",
            "96",
            cwd=sample,
            env=usual(LANG="C.UTF-8", **env),
        )
        assert (ended.returncode, ended.stderr) == (0, "")
        sizes[name] = path.read_bytes()[16:24]
    assert sizes["dot"] == sizes["embedded"]


# --- terminals and closed streams ---------------------------------------------------------------------------


def _on_a_terminal(arguments: list[str], folder: Path, env: dict[str, str]) -> str:
    """What a command shows on a terminal."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on Windows")
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*COMMAND, *arguments], cwd=folder, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    seen = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(ours)
    process.wait()
    return seen.decode("utf-8")


@pytest.fixture
def faulty(copy: Path) -> Path:
    """A workspace with many findings: more than a pipe holds."""
    for number in range(300):
        path = copy / "positions" / "after-sales" / f"clerk-{number}.yaml"
        path.write_text(f"title: 文员{number}\n编制: 1\nreports_to: nobody-{number}\n", encoding="utf-8")
    return copy


COLOURS = [
    ({"TERM": "xterm-256color"}, True),
    ({"TERM": "xterm-256color", "NO_COLOR": ""}, True),
    ({"TERM": "dumb"}, False),
    ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("names", "is_coloured"), COLOURS, ids=str)
def test_colours(faulty: Path, names: dict[str, str], is_coloured: bool) -> None:
    for arguments in (["check"], ["build"]):
        seen = _on_a_terminal(arguments, faulty, usual(LANG="C.UTF-8", **names))
        assert "nobody-299" in seen
        assert ("\x1b" in seen) is is_coloured, arguments


@pytest.mark.parametrize("format_", ["text", "concise", "json", "sarif"])
def test_a_pipe_that_closes_after_the_first_line(faulty: Path, format_: str) -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", "--format", format_], cwd=faulty, env=usual(LANG="C.UTF-8"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (1, b""), "there are findings"


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams(workspace: Path, tmp_path: Path, expected: dict[str, bytes], closed: str) -> None:
    output = tmp_path / "out"
    commands = {
        "check": 0, f"build --output '{output}'": 0, f"build --jobs 2 --output '{tmp_path / 'two'}'": 0, "frob": 2,
        f"chart --lang zh --format png --format svg --format pptx --output '{output / 'charts'}'": 0, "rules": 0,
    }  # fmt: skip
    for command, status in commands.items():
        script = f"'{sys.executable}' -m posdoc {command} {closed}"
        ended = subprocess.run(
            [program("sh"), "-c", script], cwd=workspace, env=usual(LANG="C.UTF-8"), capture_output=True, check=False
        )
        assert ended.returncode == status, (command, ended.stderr)
        assert not re.search(b"Traceback|bug", ended.stderr), command
    assert made(output) == expected
