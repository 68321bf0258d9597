"""Exit statuses and messages of the one error boundary, help in both languages, interruption and bugs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from posdoc import __version__
from posdoc.cli.main import _names

Cli = Callable[..., Any]
COMMANDS = sorted(_names())


def test_there_are_commands() -> None:
    assert {"init", "new", "import", "check", "build", "chart", "schema", "completion"} <= set(COMMANDS)


# --- help ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(cli: Cli, command: str) -> None:
    english = cli(*command.split(), "--help")
    assert (english.returncode, english.stderr) == (0, "")
    assert english.stdout.startswith("Usage: posdoc")
    assert not re.search("[\u4e00-\u9fff]", english.stdout)
    chinese = cli(*command.split(), "-h", "--ui-lang", "zh")
    assert (chinese.returncode, chinese.stderr) == (0, "")
    assert chinese.stdout.startswith("用法: posdoc")
    assert _english_in(chinese.stdout) == []


ALLOWED = re.compile(
    r"-{1,2}[a-zA-Z-]+|\b(posdoc(\.yaml)?|Word|JSON|Schema|schema|draft|docx|pdf|png|svg|dot|json|text|org|position|units?|career|flow|FLOW|template|fields|list"
    r"|drawio|html|mermaid|pptx|xlsx|csv|people|standard|mono|auto|whole|slide|YYYY|MM|DD|PDF|PPTX|stats|none|level|grade|family|title|second_language|id|code|headcount|vacancy|incumbents|span"
    r"|Excel|import|CSV|Markdown|COLUMN|MEANING|export|register|scorecards|translations|summary|spans|lines|levels|bands|vacancies|proposed|unowned|positions"
    r"|people|workspace|zh|en|bash|zsh|fish|bashrc|ID|DIR|FILE|KIND|SHELL|NAME|TITLE|UNIT|N|PDF|PNG|LibreOffice|outputs"
    r"|init|new|check|rules|explain|duty-time-not-100|Ctrl-C|legacy|default|strict|build|chart|schema|completion|cd|night-shift-agent|x|concise|github|gitlab|junit|sarif|FORMAT|CODE"
    r"|review|reviews(\.yaml)?|diff|history|bump|git|OLD|NEW|HEAD|redline|markdown|changes|TEXT|versions|POSDOC_AUTHOR|user\.name"
    r"|info|warning|error|POS\d*)\b"
)
"""Names of things: the same in every language."""


def _english_in(text: str) -> list[str]:
    return re.findall("[A-Za-z]{2,}", ALLOWED.sub("", text))


def test_without_a_command_there_is_help(cli: Cli) -> None:
    ended = cli()
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("Usage: posdoc")


def test_every_command_is_listed_with_a_line(cli: Cli) -> None:
    listed = cli("--help").stdout.partition("Commands:")[2]
    names = [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "]
    assert names[: len(COMMANDS)] == [
        "init",
        "new",
        "import",
        "check",
        "rules",
        "explain",
        "review",
        "diff",
        "history",
        "bump",
        "build",
        "template",
        "chart",
        "stats",
        "export",
        "schema",
        "completion",
    ]
    assert sorted(names[: len(COMMANDS)]) == COMMANDS


def test_version(cli: Cli) -> None:
    assert cli("--version").stdout == f"posdoc {__version__}\n"


# --- wrong usage --------------------------------------------------------------------------------------------

USAGE = [
    ["frob"],
    ["chekc"],
    ["--frob"],
    ["--versoin"],
    ["check", "--frob"],
    ["check", "--formt", "json"],
    ["check", "--format", "xml"],
    ["check", "--format"],
    ["check", "extra"],
    ["init"],
    ["init", "a", "b", "c"],
    ["init", "--empty=3", "a"],
    ["new"],
    ["new", "a", "b"],
    ["schema"],
    ["schema", "frob"],
    ["completion"],
    ["completion", "cmd"],
    ["chart", "frob"],
    ["chart", "--dpi", "x"],
    ["chart", "--dpi", "3"],
    ["chart", "--format", "gif"],
    ["build", "--jobs", "-1"],
    ["build", "--jobs", "many"],
    ["build", "--format", "odt"],
    ["build", "--out", "x", "--for", "y"],
    ["build", "--output", "posdoc.yaml"],
    ["-C"],
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_wrong_usage(cli: Cli, small: Path, arguments: list[str]) -> None:
    english = cli(*arguments, cwd=small)
    assert (english.returncode, english.stdout) == (2, "")
    assert english.stderr.startswith("error: ")
    chinese = cli("--ui-lang", "zh", *arguments, cwd=small)
    assert (chinese.returncode, chinese.stdout) == (2, "")
    assert chinese.stderr.startswith("错误: ")
    values = "|".join(re.escape(value.partition("=")[0]) for value in arguments)
    assert _english_in(re.sub(rf"(?<![\w-])({values})(?![\w-])", "", chinese.stderr)) == []
    assert not re.search("[\"']", chinese.stderr)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "Did you mean check?"),
        (["bild"], "Did you mean build?"),
        (["check", "--formt"], "'--format'"),
        (["frob"], "hint: see posdoc --help"),
        (["check", "--frob"], "hint: see posdoc check --help"),
        (["schema"], "position"),
    ],
)
def test_the_way_out_is_said(cli: Cli, arguments: list[str], said: str) -> None:
    assert said in cli(*arguments).stderr


@pytest.mark.parametrize("arguments", [["check", "--ui-lang", "fr"], ["--ui-lang="], ["check", "--ui-lang"]])
def test_an_interface_language_that_there_is_not(cli: Cli, arguments: list[str]) -> None:
    ended = cli(*arguments)
    assert ended.returncode == 2
    assert "write --ui-lang zh or --ui-lang en" in ended.stderr


UNKNOWN = [
    (["build", "nobody"], "no position or unit with the id 'nobody'"),
    (["build", "--lang", "fr"], "no language 'fr'"),
    (["build", "--form", "fancy"], "no form named 'fancy'"),
    (["chart", "--lang", "fr"], "no language 'fr'"),
    (["chart", "position"], "say which position with --position"),
    (["chart", "position", "--position", "nobody"], "no position with the id 'nobody'"),
    (["chart", "--position", "after-sales-manager"], "posdoc chart position --position after-sales-manager"),
    (["new", "a b"], "'a b' cannot be the id"),
]


@pytest.mark.parametrize(("arguments", "said"), UNKNOWN, ids=[" ".join(arguments) for arguments, _ in UNKNOWN])
def test_what_there_is_not(cli: Cli, small: Path, arguments: list[str], said: str) -> None:
    ended = cli(*arguments, cwd=small)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("error: ")
    assert "  hint: " in ended.stderr
    assert said in ended.stderr


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_the_language_may_stand_anywhere(cli: Cli, small: Path, place: int) -> None:
    arguments = ["check", "--format", "text"]
    ended = cli(*arguments[:place], "--ui-lang", "zh", *arguments[place:], cwd=small)
    assert (ended.returncode, ended.stdout) == (0, "没有发现问题。\n")


def test_the_language_of_the_environment(cli: Cli, small: Path) -> None:
    assert cli("check", cwd=small, env={"POSDOC_LANG": "zh"}).stdout == "没有发现问题。\n"
    assert cli("check", cwd=small, env={"LANG": "zh_CN.UTF-8"}).stdout == "没有发现问题。\n"


# --- definitions that are wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["check"], ["build"], ["chart"], ["check", "--format", "json"]])
def test_errors_in_definitions(cli: Cli, faulty: Path, arguments: list[str]) -> None:
    before = sorted(_files(faulty))
    ended = cli(*arguments, cwd=faulty)
    assert ended.returncode == 1
    assert "编制" in ended.stdout + ended.stderr
    assert sorted(_files(faulty)) == before


def _files(folder: Path) -> list[Path]:
    """Every file but those of the cache, which git does not see."""
    return [path for path in folder.rglob("*") if "cache" not in path.parts]


@pytest.mark.parametrize("settings", ["languages: [zh\n", "", "nonsense: 1\n", "- a\n", "languages: 中文\n"], ids=repr)
@pytest.mark.parametrize("arguments", [["check"], ["build"], ["chart"]])
def test_bad_settings(cli: Cli, small: Path, settings: str, arguments: list[str]) -> None:
    (small / "posdoc.yaml").write_text(settings, encoding="utf-8")
    ended = cli(*arguments, cwd=small)
    assert ended.returncode == 2
    assert "posdoc.yaml" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_form_that_is_wrong(cli: Cli, small: Path) -> None:
    (small / "templates").mkdir()
    (small / "templates" / "standard.docx").write_bytes(b"no form")
    ended = cli("build", "--ui-lang", "zh", cwd=small)
    assert ended.returncode == 1
    assert ended.stderr == (
        "错误: 表单“standard”无法使用：不是 Word 文档（.docx）\n  建议: 在 Word 中打开后另存为 .docx\n"
    )


def test_a_folder_that_cannot_be_written(cli: Cli, small: Path) -> None:
    (small / "output").write_bytes(b"a file")
    ended = cli("build", cwd=small)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("error: cannot write '")
    assert "  hint: " in ended.stderr
    assert cli("chart", "--output", "output/x.svg", cwd=small).returncode == 2
    assert cli("init", "output/new", cwd=small).returncode == 2


_READ_ONLY = """\
import errno, sys, tempfile
from posdoc.cli import main
def denied(*_, **__): raise PermissionError(errno.EACCES, "Permission denied")
tempfile.mkstemp = denied
sys.exit(main.run(["build", "--lang", "zh", "--form", "standard"]))
"""
"""A read-only folder does not stop the administrator that CI may be, so this stands in for one."""


def test_a_read_only_output_folder(small: Path) -> None:
    env = {**os.environ, "POSDOC_LANG": "en"}
    command = [sys.executable, "-c", _READ_ONLY]
    ended = subprocess.run(command, cwd=small, env=env, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert re.fullmatch(
        r"error: cannot write '.*\.docx': Permission denied\n"
        r"  hint: check the free space and the permissions of the folder\n",
        ended.stderr,
    )


# --- interruption and bugs ----------------------------------------------------------------------------------

_SLOW = """\
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job inherits it ignored
from posdoc.cli import main
import posdoc.build.run as run
make = run.document_bytes
def slow(*arguments):
    print("working", flush=True)
    time.sleep(0.5)
    return make(*arguments)
run.document_bytes = slow
sys.exit(main.run(["build", "--jobs", "1"]))
"""


def test_ctrl_c(small: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOW], cwd=small, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "POSDOC_LANG": "zh"},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "working\n"
    process.send_signal(signal.SIGINT)
    started = time.monotonic()
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors.strip()) == (130, "已中断。")
    assert time.monotonic() - started < 5
    assert [path for path in small.rglob("*") if path.name.startswith(".posdoc-")] == []


_BUG = """\
import sys
from posdoc.cli import main
import posdoc.check
def broken(*_): raise ZeroDivisionError("so it is")
posdoc.check.report = broken
sys.exit(main.run(["check"]))
"""


@pytest.mark.parametrize(("language", "said"), [("zh", "内部出错"), ("en", "a bug in posdoc")])
def test_a_bug(small: Path, language: str, said: str) -> None:
    env = {**os.environ, "POSDOC_LANG": language, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", _BUG]
    ended = subprocess.run(command, cwd=small, env=env, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert said in ended.stderr
    assert "ZeroDivisionError: so it is" in ended.stderr
    assert "Traceback" not in ended.stderr
    env["POSDOC_DEBUG"] = "1"
    ended = subprocess.run(command, cwd=small, env=env, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" in ended.stderr
