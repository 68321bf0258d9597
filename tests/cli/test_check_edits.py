"""``check --fix``, ``--diff``, ``--add-ignores`` and ``--watch``."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Cli = Callable[..., Any]
PATH = "positions/after-sales/engineer.yaml"
BEFORE = """\
# 说明：保留这一行
title: {zh: 工程师, en: Engineer}   # 保留
reports_to: 售后服务经理
location: {zh: 总 部, en: HQ}
"""
AFTER = BEFORE.replace("reports_to: 售后服务经理", "reports_to: after-sales-manager").replace("总 部", "总部")


@pytest.fixture
def mendable(small: Path) -> Path:
    """A workspace in which a reference is made by title, and a space stands inside a word."""
    (small / PATH).write_bytes(BEFORE.encode())
    return small


def codes(cli: Cli, folder: Path, *options: str) -> list[str]:
    lines = cli("check", "--format", "concise", *options, cwd=folder).stdout.splitlines()
    return [word for line in lines for word in line.split() if word.startswith("POS")]


def test_fix_mends_what_is_safe_and_reports_the_rest(cli: Cli, mendable: Path) -> None:
    assert {"POS207", "POS705"} <= set(codes(cli, mendable))
    ended = cli("check", "--fix", cwd=mendable)
    assert ended.stderr == "Mended 2 findings in 1 file.\n"
    assert (mendable / PATH).read_bytes().decode() == AFTER
    assert not {"POS207", "POS705"} & set(codes(cli, mendable))


def test_only_what_is_selected_is_mended(cli: Cli, mendable: Path) -> None:
    cli("check", "--fix", "--select", "POS705", cwd=mendable)
    assert (mendable / PATH).read_bytes().decode() == BEFORE.replace("总 部", "总部")


def test_diff_shows_exactly_the_change_and_makes_none(cli: Cli, mendable: Path) -> None:
    ended = cli("check", "--diff", cwd=mendable)
    assert ended.returncode == 1
    assert (
        ended.stdout
        == f"""\
--- a/{PATH}
+++ b/{PATH}
@@ -1,4 +1,4 @@
 # 说明：保留这一行
 title: {{zh: 工程师, en: Engineer}}   # 保留
-reports_to: 售后服务经理
-location: {{zh: 总 部, en: HQ}}
+reports_to: after-sales-manager
+location: {{zh: 总部, en: HQ}}
"""
    )
    assert ended.stderr == "--fix would mend 2 findings.\n"
    assert (mendable / PATH).read_bytes().decode() == BEFORE


def test_diff_of_nothing(cli: Cli, small: Path) -> None:
    ended = cli("check", "--diff", cwd=small)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "--fix would mend 0 findings.\n")


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_fix_keeps_line_ends_the_mark_and_the_permissions(cli: Cli, mendable: Path) -> None:
    path = mendable / PATH
    path.write_bytes(b"\xef\xbb\xbf" + BEFORE.replace("\n", "\r\n").encode())
    path.chmod(0o640)
    cli("check", "--fix", cwd=mendable)
    assert path.read_bytes() == b"\xef\xbb\xbf" + AFTER.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_add_ignores_adopts_a_workspace_as_it_is(cli: Cli, mendable: Path) -> None:
    ended = cli("check", "--add-ignores", cwd=mendable)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "No problems found.\n", "Added comments to 1 file.\n")
    assert "reports_to: 售后服务经理  # posdoc: ignore POS207\n" in (mendable / PATH).read_text(encoding="utf-8")
    assert cli("check", "--add-ignores", cwd=mendable).stderr == "Added comments to 0 files.\n"


def test_they_exclude_each_other(cli: Cli, small: Path) -> None:
    ended = cli("check", "--fix", "--diff", cwd=small)
    assert ended.returncode == 2
    assert "--fix, --diff cannot be used together." in ended.stderr


WATCH = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job inherits it ignored
from posdoc.cli.main import main
sys.argv = ["posdoc", "check", "--watch", "--format", "concise"]
main()
"""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_watch_checks_again_when_a_file_changes(mendable: Path) -> None:
    environment = {**os.environ, "POSDOC_LANG": "en", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", WATCH],
        cwd=mendable, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stderr is not None
    try:
        assert "waiting for changes" in process.stderr.readline()
        time.sleep(0.5)
        (mendable / PATH).write_bytes(AFTER.encode())
        assert "waiting for changes" in process.stderr.readline()
    finally:
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=20)
    assert process.returncode in (0, 130)
    assert output.count("POS207") == 1
