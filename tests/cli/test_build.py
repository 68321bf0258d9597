"""``posdoc build`` on the command line: what it says, in both languages, and its exit statuses."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from posdoc.build.manifest import NAME
from posdoc.build.request import Built
from posdoc.check.verdict import Report
from posdoc.cli.building import say_built
from tests.cli.conftest import MANAGER
from tests.conftest import Cli

DOCUMENT = "zh/售后服务部/售后服务经理_岗位说明书.docx"


def _reword(root: Path, old: str = "妥善", new: str = "彻底") -> None:
    path = root / MANAGER
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _built(**fields: object) -> Built:
    return Built(Report(Path("w"), ()), Path("w/output"), **fields)  # type: ignore[arg-type]


SAID = [
    (_built(made=("a",), unchanged=("b", "c")), "Made 1 file, 2 unchanged, in 1.5 s: w/output\n"),
    (_built(made=("a",), removed=("b",)), "Made 1 file, 0 unchanged, 1 removed, in 1.5 s: w/output\n"),
    (_built(unchanged=("a", "b"), nothing_changed=True), "Nothing has changed: 2 files are current.\n"),
    (
        _built(unchanged=("a",), nothing_changed=True, findings=3),
        "Nothing has changed: 1 file is current.\nThere are 3 findings; see posdoc check.\n",
    ),
    (
        _built(left=("a.docx",)),
        "Made 0 files, 0 unchanged, in 1.5 s: w/output\n"
        "No longer asked for, but edited since it was made, so it was left alone: a.docx\n",
    ),
]


@pytest.mark.parametrize(("built", "said"), SAID)
def test_what_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, built: Built, said: str
) -> None:
    monkeypatch.setattr("posdoc.cli.building.say", lambda _, en: en)
    say_built(built, 1.5)
    out, errors = capsys.readouterr()
    assert out + errors == said


def test_again_without_a_change(cli: Cli, small: Path) -> None:
    assert cli("build", cwd=small).stdout.startswith("Made 6 files, 0 unchanged, in ")
    ended = cli("build", cwd=small)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "Nothing has changed: 6 files are current.\n", "")
    assert cli("build", "--ui-lang", "zh", cwd=small).stdout == "没有变化：6 个文件都是最新的。\n"


def test_a_change_and_a_removal(cli: Cli, small: Path) -> None:
    cli("build", cwd=small)
    _reword(small, "售后服务经理", "服务经理")
    assert ", 1 removed, in " in cli("build", cwd=small).stdout
    _reword(small, "服务经理", "经理")
    ended = cli("build", "--ui-lang", "zh", cwd=small)
    assert "，删除 1 个，用时 " in ended.stdout


CHECKS = {
    "en": (
        f"{DOCUMENT}: stale: a definition, form or setting has changed since\n",
        "2 files not current. To bring them up to date, run posdoc build: ",
        "6 files are current.\n",
    ),
    "zh": (
        f"{DOCUMENT}：已过时：定义、表单或设置已改\n",
        "2 个文件不是最新的。运行 posdoc build 更新：",
        "6 个文件都是最新的。\n",
    ),
}


@pytest.mark.parametrize(("language", "said"), CHECKS.items(), ids=CHECKS)
def test_check(cli: Cli, small: Path, language: str, said: tuple[str, str, str]) -> None:
    line, summary, current = said
    cli("build", cwd=small)
    ended = cli("build", "--check", "--ui-lang", language, cwd=small)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, current, "")
    _reword(small)
    ended = cli("build", "--check", "--ui-lang", language, cwd=small)
    assert ended.returncode == 1
    assert line in ended.stdout
    assert len(ended.stdout.splitlines()) == 2
    assert ended.stderr.startswith(summary)


def test_check_of_definitions_with_errors(cli: Cli, faulty: Path) -> None:
    ended = cli("build", "--check", cwd=faulty)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.endswith("The definitions have errors, so outputs cannot be proved.\n")


def test_check_of_another_folder(cli: Cli, small: Path) -> None:
    cli("build", "--output", "published", cwd=small)
    assert cli("build", "--check", "--output", "published", cwd=small).returncode == 0
    assert cli("build", "--check", cwd=small).stdout.count(": missing\n") == 6


@pytest.mark.tool("git")
def test_check_of_a_fresh_clone(cli: Cli, small: Path, tmp_path: Path) -> None:
    """Whose outputs are in git, and whose texts git has given the line ends of Windows."""
    (small / ".gitignore").write_text(".posdoc-*\n~$*\n", encoding="utf-8")
    cli("build", cwd=small)
    who = ("-c", "user.name=x", "-c", "user.email=x@example.com")
    for command in (("init", "-q"), ("add", "."), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", *command], cwd=small, check=True)
    clone = tmp_path / "clone"
    subprocess.run(["git", "-c", "core.autocrlf=true", "clone", "-q", str(small), str(clone)], check=True)
    assert b"\r\n" in (clone / MANAGER).read_bytes()
    assert (clone / "output" / NAME).is_file()
    ended = cli("build", "--check", cwd=clone)
    assert (ended.returncode, ended.stdout) == (0, "6 files are current.\n")
    assert cli("build", cwd=clone).stdout == "Nothing has changed: 6 files are current.\n"


def test_check_and_watch_contradict_each_other(cli: Cli, small: Path) -> None:
    ended = cli("build", "--check", "--watch", cwd=small)
    assert ended.returncode == 2
    assert "--check and --watch cannot be used together" in ended.stderr


def test_nothing_heavy_is_imported_when_nothing_has_changed(cli: Cli, small: Path) -> None:
    cli("build", cwd=small)
    program = (
        "import sys\nfrom posdoc.cli import main\nmain.run(['build'])\n"
        "heavy = {'yaml', 'jinja2', 'lxml', 'posdoc.model', 'posdoc.load', 'posdoc.rules', 'posdoc.build.run'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], cwd=small, capture_output=True, encoding="utf-8", check=True
    )
    assert ended.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="a console program gets no SIGINT there")
def test_watch(small: Path) -> None:
    program = (
        "import signal, sys\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from posdoc.cli import main\nsys.exit(main.run(['build', '--watch']))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], cwd=small, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "POSDOC_LANG": "en"},
    )  # fmt: skip
    assert process.stderr is not None
    try:
        assert "waiting for changes" in process.stderr.readline()
        before = (small / "output" / DOCUMENT).read_bytes()
        _reword(small)
        assert "waiting for changes" in process.stderr.readline()
        assert (small / "output" / DOCUMENT).read_bytes() != before
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode in (0, 130)
    assert f"Made: {DOCUMENT}\n" in out
    assert "Made 6 files, 0 unchanged" in out
