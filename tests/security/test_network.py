"""What posdoc connects to, and which programs it runs (lines N of the threat model)."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from posdoc.cli import main
from tests.security.conftest import Posdoc
from tests.test_vcs import git


@pytest.mark.tool("git")
@pytest.mark.threat("N1")
def test_no_connection_is_opened(workspace: Path, posdoc: Posdoc, monkeypatch: pytest.MonkeyPatch) -> None:
    git(workspace, "init", "-q", "-b", "main")
    git(workspace, "add", ".")
    git(workspace, "commit", "-q", "-m", "one")

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a connection was opened")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    for command in (
        ("check",), ("build",), ("build", "--check"), ("chart", "org", "--output", "o.svg"),
        ("chart", "org", "--output", "o.html"),
        ("diff", "HEAD"), ("history", "boss"), ("stats",), ("export", "register.xlsx"), ("review",),
    ):  # fmt: skip
        assert posdoc(*command).status == 0, command
    document = next((workspace / "output").rglob("*.docx"))
    assert posdoc("import", document, "--into", workspace.parent / "new").status == 0
    assert posdoc("init", workspace.parent / "fresh").status == 0


@pytest.mark.threat("N2")
def test_no_program_of_the_workspace_is_run(workspace: Path, posdoc: Posdoc, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the git, the dot, the LibreOffice and not the Python modules that lie there; Windows looks there by itself."""
    for name in ("git", "git.exe", "dot", "soffice", "yaml.py", "click.py", "sitecustomize.py"):
        path = workspace / name
        path.write_text(f"#!{sys.executable}\nopen('owned', 'w')\n", encoding="utf-8")
        path.chmod(0o755)
    for command in (("check",), ("diff", "HEAD"), ("chart", "org", "--output", "o.png")):
        posdoc(*command)
    program = Path(sys.executable).with_name("posdoc")
    if program.is_file():
        subprocess.run([program, "check"], cwd=workspace, check=True, capture_output=True)
    assert not (workspace / "owned").exists()
    monkeypatch.delenv(main.NOT_FROM_HERE, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(main, "group", lambda *_, **__: 0)
    monkeypatch.setattr(main.group, "main", lambda *_, **__: 0, raising=False)
    assert main.run(["rules"]) == 0
    assert os.environ[main.NOT_FROM_HERE] == "1"
