"""The configurations in the manual: valid, up to date, and their commands run."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from posdoc import __version__
from tests.ci.conftest import environment, run_in, spoil
from tests.ci.test_action import INPUTS
from tests.ci.test_pre_commit import HOOKS, Repository
from tests.conftest import ROOT
from tests.project.fences import Block, blocks_in

GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(GUIDE.glob("ci-*.md"))
"""The pages; those on changes have a module of tests of their own beside what is said of all."""
INSTALL = re.compile(r"\bpip install\b")


def configurations(kind: str) -> list[Block]:
    return [b for page in GUIDE.glob(f"ci-{kind}.*.md") for b in blocks_in(page) if b.language == "yaml"]


GITHUB, GITLAB, PRE_COMMIT = (configurations(kind) for kind in ("github", "gitlab", "pre-commit"))


def by_place(block: Block) -> str:
    return block.name.removeprefix("docs/guide/")


def test_there_are_pages_with_configurations() -> None:
    assert len(PAGES) == 8
    assert [len(found) for found in (GITHUB, GITLAB, PRE_COMMIT)] == [8, 6, 6]


# --- they are valid -----------------------------------------------------------------------------------------

SCHEMAS = [(block, "vendor.github-workflows") for block in GITHUB] + [(block, "vendor.gitlab-ci") for block in GITLAB]


@pytest.mark.parametrize(("block", "schema"), SCHEMAS, ids=[by_place(block) for block, _ in SCHEMAS])
def test_a_configuration_is_valid(block: Block, schema: str, tmp_path: Path) -> None:
    (tmp_path / "ci.yml").write_text(block.text, encoding="utf-8")
    transform = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    ended = run_in(tmp_path, sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *transform, "ci.yml")
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("block", PRE_COMMIT, ids=by_place)
def test_a_configuration_of_pre_commit_is_valid(block: Block, tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(block.text, encoding="utf-8")
    ended = run_in(tmp_path, sys.executable, "-m", "pre_commit", "validate-config", "config.yaml")
    assert (ended.returncode, ended.stdout) == (0, "")


# --- they are up to date ------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_version_is_this_one(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"posdoc@v(\S+)|rev: v(\S+)|tags/v(\S+)\.tar\.gz", text)
    assert {"".join(groups) for groups in named} == {__version__}


def steps(block: Block) -> Iterator[dict[str, Any]]:
    for job in yaml.safe_load(block.text)["jobs"].values():
        yield from job["steps"]


@pytest.mark.parametrize("block", GITHUB, ids=by_place)
def test_the_action_has_the_inputs_that_are_given(block: Block) -> None:
    for step in steps(block):
        if step.get("uses", "").startswith("your-organization/posdoc@"):
            assert step.get("with", {}).keys() <= INPUTS.keys()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_of_inputs_is_complete(language: str) -> None:
    text = (GUIDE / f"ci-github.{language}.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (.*?) \|", text, re.MULTILINE)
    assert [name for name, _ in rows] == list(INPUTS)
    for name, default in rows:
        assert default.strip("`") == INPUTS[name]["default"] or (
            INPUTS[name]["default"] == "" and "`" + "`" not in default
        )


def hooks(block: Block) -> list[dict[str, Any]]:
    return [hook for repository in yaml.safe_load(block.text)["repos"] for hook in repository["hooks"]]


@pytest.mark.parametrize("block", PRE_COMMIT, ids=by_place)
def test_the_hooks_exist(block: Block) -> None:
    for hook in hooks(block):
        declared = HOOKS[hook["id"]]
        if hook.get("language") == "system":
            assert {key: hook[key] for key in hook if key not in ("language", "entry")} == {
                key: declared[key] for key in declared if key in hook and key not in ("language", "entry")
            }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_of_hooks_is_complete(language: str) -> None:
    text = (GUIDE / f"ci-pre-commit.{language}.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(posdoc-\w+)` \|", text, re.MULTILINE)) == HOOKS.keys()


# --- their commands run -------------------------------------------------------------------------------------


def scripts() -> Iterator[tuple[str, dict[str, str], list[str]]]:
    """Every script of the pages with its variables, without what is installed first."""
    for block in GITHUB:
        for job in yaml.safe_load(block.text)["jobs"].values():
            lines = [step["run"] for step in job["steps"] if "run" in step]
            if lines:
                yield by_place(block), job.get("env", {}), lines
    for block in GITLAB:
        for job in yaml.safe_load(block.text).values():
            yield by_place(block), job.get("variables", {}), job["script"]


SCRIPTS = list(scripts())


@pytest.mark.tool("sh")
@pytest.mark.parametrize(("variables", "lines"), [s[1:] for s in SCRIPTS], ids=[s[0] for s in SCRIPTS])
def test_a_script_runs(
    variables: dict[str, str], lines: list[str], sample_copy: Path, tool: Callable[[str], str]
) -> None:
    assert len(SCRIPTS) == 8
    assert [bool(INSTALL.search(line)) for line in lines] == [True, False]
    script = lines[1].replace("departments/service", os.fspath(sample_copy))
    for status in (0, 1):
        ended = run_in(sample_copy, tool("sh"), "-ec", script, env=environment(**variables))
        assert ended.returncode == status, ended.stdout + ended.stderr
        for name in re.findall(r"--output-format \w+=(\S+)", script):
            assert (sample_copy / name).stat().st_size > 0
        spoil(sample_copy)


@pytest.mark.parametrize("block", GITLAB, ids=by_place)
def test_the_reports_are_those_that_are_written(block: Block) -> None:
    formats = {"codequality": "gitlab", "junit": "junit"}
    for job in yaml.safe_load(block.text).values():
        written = dict(re.findall(r"--output-format (\w+)=(\S+)", job["script"][-1]))
        read = {formats[name]: file for name, file in job["artifacts"]["reports"].items()}
        assert written == read
        assert job["artifacts"]["when"] == "always"


@pytest.mark.parametrize("block", GITHUB, ids=by_place)
def test_what_is_uploaded_is_what_is_written(block: Block) -> None:
    inputs = [step.get("with", {}) for step in steps(block)]
    written = {given["sarif-file"] for given in inputs if "sarif-file" in given}
    assert written == {given["sarif_file"] for given in inputs if "sarif_file" in given}


@pytest.mark.tool("git")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_hook_without_a_network(language: str, sample_copy: Path, tool: Callable[[str], str]) -> None:
    (local,) = (
        hooks(block)
        for block in PRE_COMMIT
        if block.path.name.endswith(f".{language}.md") and "repo: local" in block.text
    )
    repository = Repository(sample_copy, tool("git"), local)
    assert repository.run("--all-files")[0] == 0
    spoil(sample_copy)
    assert repository.run("--all-files")[0] == 1
