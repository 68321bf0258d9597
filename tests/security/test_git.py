"""A git repository from a stranger (lines G of the threat model)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.conftest import Posdoc, tree
from tests.test_vcs import git

pytestmark = [
    pytest.mark.tool("git"),
    pytest.mark.skipif(sys.platform == "win32", reason="the attacks are scripts of POSIX"),
]
COMMANDS = [("diff", "HEAD~1"), ("diff", "HEAD~1", "HEAD"), ("diff", "HEAD"), ("history", "boss"), ("check",),
            ("bump", "--all", "--dry-run"), ("review",)]  # fmt: skip


@pytest.fixture
def repository(workspace: Path) -> Path:
    """The workspace with two commits, and a touched file, at which git has to look closer."""
    git(workspace, "init", "-q", "-b", "main")
    git(workspace, "add", ".")
    git(workspace, "commit", "-q", "-m", "one")
    path = workspace / "positions" / "boss.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Leads", "Heads"), encoding="utf-8")
    git(workspace, "commit", "-q", "-a", "-m", "two")
    return workspace


def _touch(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        os.utime(path, (1, 1))


def _program(folder: Path) -> tuple[Path, Path]:
    """A program that an attacker wants to be run, and the file that tells that it was."""
    told, program = folder / "told", folder / "program"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> "{told}"\ncat 2>/dev/null\n', encoding="utf-8")
    program.chmod(0o755)
    return program, told


PROGRAMS = ("diff.external", "diff.x.textconv", "diff.x.command", "filter.x.clean", "filter.x.smudge", "filter.a=b.clean",
            "core.fsmonitor", "core.pager", "pager.log", "pager.diff", "core.editor", "gpg.program", "gpg.ssh.program",
            "core.sshCommand", "core.askPass", "core.alternateRefsCommand", "credential.helper")  # fmt: skip


def _signed(workspace: Path) -> None:
    """Let the last commit look signed, so that git would ask a program about it."""
    commit = git(workspace, "cat-file", "commit", "HEAD")
    head, _, message = commit.partition("\n\n")
    forged = f"{head}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n\n{message}"
    (workspace.parent / "commit").write_text(forged, encoding="utf-8")
    identity = git(workspace, "hash-object", "-t", "commit", "-w", str(workspace.parent / "commit")).strip()
    git(workspace, "update-ref", "refs/heads/main", identity)


@pytest.mark.threat("G1")
def test_no_program_that_a_repository_names_is_run(repository: Path, posdoc: Posdoc) -> None:
    _signed(repository)
    program, told = _program(repository.parent)
    hooks = repository.parent / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout"):
        (hooks / hook).symlink_to(program)
    for name in PROGRAMS:
        git(repository, "config", name, str(program))
    git(repository, "config", "filter.x.required", "true")
    git(repository, "config", "log.showSignature", "true")
    git(repository, "config", "core.hooksPath", str(hooks))
    (repository / ".git" / "info" / "attributes").write_text("* diff=x filter=x\n", encoding="utf-8")
    (repository / ".gitattributes").write_text("people.yaml filter=a=b\n", encoding="utf-8")
    told.unlink(missing_ok=True)
    for command in COMMANDS:
        _touch(repository)
        posdoc(*command)
        assert not told.exists(), (command, told.read_text(encoding="utf-8"))
    _touch(repository)
    subprocess.run(["git", "diff", "HEAD"], cwd=repository, capture_output=True, check=False)
    assert told.exists(), "git itself would have run them"


@pytest.mark.threat("G2")
def test_a_revision_is_no_option(repository: Path, posdoc: Posdoc) -> None:
    before = tree(repository)
    for revision in (
        "--output=owned",
        "--upload-pack=touch owned",
        "-h",
        "--",
        "HEAD --output=owned",
        ":/x",
        "@{u}",
        "\n",
    ):
        assert posdoc("diff", "--", revision).status == 2, revision
        assert posdoc("diff", "--", "HEAD", revision).status == 2, revision
    assert {path for path in tree(repository) if "cache" not in path} == set(before)


def _object(folder: Path, kind: str, data: bytes) -> str:
    command = ["git", "hash-object", "-t", kind, "-w", "--stdin", "--literally"]
    return subprocess.run(command, cwd=folder, input=data, capture_output=True, check=True).stdout.decode().strip()


def _tree(folder: Path, *entries: tuple[str, str, str]) -> str:
    written = b"".join(f"{mode} {name}".encode() + b"\0" + bytes.fromhex(identity) for mode, name, identity in entries)
    return _object(folder, "tree", written)


def _branch(folder: Path, name: str, *positions: tuple[str, str, str]) -> None:
    """A branch with a workspace whose folder of positions has these entries."""
    settings = _object(folder, "blob", b"organization: Acme\nlanguages: [en]\n")
    root = _tree(folder, ("40000", "positions", _tree(folder, *positions)), ("100644", "posdoc.yaml", settings))
    git(folder, "branch", name, git(folder, "commit-tree", root, "-m", name).strip())


@pytest.mark.threat("G3")
def test_names_in_history_lead_nowhere(repository: Path, posdoc: Posdoc) -> None:
    blob = _object(repository, "blob", b"title: Evil\nheadcount: 1\n")
    inner = _tree(repository, ("40000", "..", _tree(repository, ("100644", "evil.yaml", blob))))
    outer = _tree(repository, ("40000", "..", inner), ("100644", "ok.yaml", blob))
    escaping = f"x/../../../../../../../..{repository.parent}/evil.yaml"
    link = _object(repository, "blob", b"/etc/passwd")
    _branch(repository, "up", ("40000", "..", outer))
    _branch(repository, "slash", ("100644", escaping, blob), ("100644", f"{repository.parent}/evil2.yaml", blob))
    _branch(repository, "odd", ("100644", ".git", blob), ("120000", "link.yaml", link))
    _branch(repository, "both", ("100644", "a.yaml", blob), ("100644", "a.yaml/b.yaml", blob))
    _branch(repository, "long", ("100644", "x" * 300 + ".yaml", blob))
    import tempfile

    tops = {path.name for path in Path(tempfile.gettempdir()).glob("*.yaml")}
    for branch in ("up", "slash", "odd", "both", "long"):
        for arguments in (("main", branch), (branch,), (branch, "main", "--format", "json")):
            assert "root:" not in posdoc("diff", *arguments).said
    assert not list(repository.parent.rglob("evil*.yaml"))
    assert {path.name for path in Path(tempfile.gettempdir()).glob("*.yaml")} == tops


@pytest.mark.threat("G4")
def test_a_commit_cannot_pass_for_another(repository: Path, posdoc: Posdoc) -> None:
    subject = f"ok \x1e{'1' * 40}\x1fThe Boss\x1f2020-01-01\x1fapproved\x1f \x1b]0;owned\x07 ##[error]x"
    path = repository / "positions" / "boss.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Boss", "Chief"), encoding="utf-8")
    git(repository, "-c", "user.name=A\x1b[2J\x1fB", "commit", "-q", "-a", "-m", subject)
    ended = posdoc("history", "boss")
    assert ended.status == 0
    assert not set(ended.said) & set("\x1b\x07\x1e\x1f")
    assert "##[" not in ended.said
    assert len([line for line in ended.out.splitlines() if not line.startswith(" ")]) == 3
    assert "111111111\n" not in ended.out


@pytest.mark.threat("G5")
def test_a_repository_among_the_files_is_none(workspace: Path, posdoc: Posdoc) -> None:
    """A folder of a clone that looks like a bare repository, whose settings name programs."""
    program, told = _program(workspace.parent)
    git(workspace, "init", "-q", "--bare", ".")
    config = workspace / "config"
    config.write_text(
        f"[core]\nrepositoryformatversion = 0\nbare = false\nworktree = .\nfsmonitor = {program}\n", "utf-8"
    )
    for command in COMMANDS:
        posdoc(*command)
    assert posdoc("diff", "HEAD").status == 2
    assert not told.exists()


@pytest.mark.threat("G6")
def test_what_is_missing_is_not_fetched(repository: Path, posdoc: Posdoc) -> None:
    program, told = _program(repository.parent)
    blob = git(repository, "rev-parse", "HEAD~1:positions/boss.yaml").strip()
    for name, value in (("core.repositoryformatversion", "1"), ("extensions.partialClone", "origin"),
                        ("remote.origin.promisor", "true"), ("remote.origin.url", str(repository)),
                        ("remote.origin.uploadpack", str(program)), ("protocol.ext.allow", "always")):  # fmt: skip
        git(repository, "config", name, value)
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for url in (str(repository), f"ext::{program}"):
        git(repository, "config", "remote.origin.url", url)
        assert posdoc("diff", "HEAD~1").status == 2
        assert not told.exists()


@pytest.mark.threat("G7")
def test_nothing_is_written_into_a_repository(repository: Path, posdoc: Posdoc) -> None:
    _touch(repository)
    before = tree(repository / ".git")
    for command in COMMANDS:
        posdoc(*command)
    assert tree(repository / ".git") == before
