"""``.pre-commit-hooks.yaml``: valid, its patterns match what they should, and pre-commit runs the hooks."""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import POSITION, environment, run_in, spoil
from tests.conftest import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}
Tool = Callable[[str], str]


def test_there_are_hooks() -> None:
    assert set(HOOKS) == {"posdoc-check", "posdoc-fix"}


def test_the_manifest_is_valid() -> None:
    ended = run_in(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_all_files_of_a_workspace_count_and_others_do_not(hook: dict[str, Any], sample: Path) -> None:
    pattern = re.compile(hook["files"])
    read = [
        *(sample / "positions").rglob("*.yaml"),
        sample / "posdoc.yaml",
        sample / "people.yaml",
        sample / "reviews.yaml",
    ]
    names = [path.relative_to(sample).as_posix() for path in read]
    assert len(names) > 10
    assert [name for name in names if not pattern.search(name)] == []
    assert [name for name in names if not pattern.search(f"部门 a/{name}")] == []
    others = ["README.md", "action.yml", "output/a.docx", "my-positions/a.yaml", "positions.yaml", "xposdoc.yaml"]
    assert [name for name in others if pattern.search(name)] == []


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_the_entry_runs(hook: dict[str, Any], sample_copy: Path) -> None:
    entry = shlex.split(hook["entry"])
    assert run_in(sample_copy, *entry).returncode == 0
    assert run_in(spoil(sample_copy), *entry).returncode == 1


# --- pre-commit itself, without a network -------------------------------------------------------------------


class Repository:
    """A git repository of its own, in which pre-commit runs."""

    def __init__(self, folder: Path, git: str, hooks: list[dict[str, Any]]) -> None:
        self.folder, self.git = folder, git
        self.env = environment(
            PRE_COMMIT_HOME=str(folder.parent / "pre-commit"), GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1"
        )  # fmt: skip
        config = {"repos": [{"repo": "local", "hooks": hooks}]}
        (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
        run_in(folder, git, "init", "--quiet", env=self.env).check_returncode()
        self.add()

    def add(self) -> None:
        run_in(self.folder, self.git, "add", "--all", env=self.env).check_returncode()

    def run(self, *options: str) -> tuple[int, str]:
        ended = run_in(self.folder, sys.executable, "-m", "pre_commit", "run", *options, env=self.env)
        return ended.returncode, ended.stdout + ended.stderr


def installed(*ids: str, **more: Any) -> list[dict[str, Any]]:
    """Hooks as they are declared, but with the posdoc that is installed: to install one needs a network."""
    return [{**HOOKS[id_], "language": "system", **more} for id_ in ids]


@pytest.mark.tool("git")
def test_a_commit_is_checked(sample_copy: Path, tool: Tool) -> None:
    repository = Repository(sample_copy, tool("git"), installed("posdoc-check"))
    assert repository.run("--all-files")[0] == 0
    spoil(sample_copy)
    repository.add()
    status, output = repository.run()
    assert status == 1
    assert POSITION in output
    assert "nobody-at-all" in output


@pytest.mark.tool("git")
def test_a_commit_of_something_else_is_let_through(sample_copy: Path, tool: Tool) -> None:
    repository = Repository(spoil(sample_copy), tool("git"), installed("posdoc-check"))
    assert repository.run("--files", ".pre-commit-config.yaml")[0] == 0
    assert repository.run("--files", POSITION)[0] == 1


@pytest.mark.tool("git")
def test_what_is_mended_is_not_committed_unseen(sample_copy: Path, tool: Tool) -> None:
    path = sample_copy / POSITION
    path.write_text(path.read_text(encoding="utf-8") + "location: {zh: 总 部, en: HQ}\n", encoding="utf-8")
    repository = Repository(sample_copy, tool("git"), installed("posdoc-fix"))
    status, output = repository.run("--all-files")
    assert status == 1, output
    assert "files were modified by this hook" in output
    assert "总部" in path.read_text(encoding="utf-8")
    repository.add()
    status, output = repository.run("--all-files")
    assert status == 0, output


@pytest.mark.tool("git")
def test_a_workspace_in_a_folder(checkout: Path, workspace: Path, tool: Tool) -> None:
    """With the ``entry``, ``args`` and ``files`` that the manual shows."""
    workspace.rename(checkout / "service")
    hooks = installed(
        "posdoc-fix", entry="posdoc -C service check --fix", args=["--fail-level", "warning"], files="^service/",
        always_run=True,
    )  # fmt: skip
    repository = Repository(checkout, tool("git"), hooks)
    assert repository.run()[0] == 0
    run_in(checkout, tool("git"), "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a", env=repository.env)
    (checkout / "service" / POSITION).unlink()
    repository.add()
    status, output = repository.run()
    assert status == 1, output
    assert "service/positions/" in output
