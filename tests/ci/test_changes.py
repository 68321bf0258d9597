"""The configurations that show changes in pull requests: valid, and their commands make what they attach."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import POSITION, environment, run_in
from tests.conftest import ROOT
from tests.diff.workspaces import versioned_sample
from tests.project.fences import Block, blocks_in
from tests.test_vcs import git

BLOCKS = [block for page in sorted((ROOT / "docs/guide").glob("ci-changes.*.md")) for block in blocks_in(page)]
IS_GITHUB = {block.name: "runs-on" in block.text for block in BLOCKS}


def job_of(block: Block) -> dict[str, Any]:
    data = yaml.safe_load(block.text)
    (job,) = (data["jobs"] if IS_GITHUB[block.name] else data).values()
    return dict(job)


def test_there_are_configurations_of_both_in_both_languages() -> None:
    assert sorted(IS_GITHUB.values()) == [False, False, True, True]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_they_are_valid(block: Block, tmp_path: Path) -> None:
    (tmp_path / "ci.yml").write_text(block.text, encoding="utf-8")
    kind = (
        ["vendor.github-workflows"] if IS_GITHUB[block.name] else ["vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    )
    ended = run_in(tmp_path, sys.executable, "-m", "check_jsonschema", "--builtin-schema", *kind, "ci.yml")
    assert ended.returncode == 0, ended.stdout


@pytest.mark.tool("git", "sh")
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_they_make_what_they_attach(block: Block, tmp_path: Path, tool: Callable[[str], str]) -> None:
    workspace = versioned_sample(tmp_path / "workspace")
    base = git(workspace, "rev-parse", "HEAD").strip()
    path = workspace / POSITION
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("headcount: 1", "headcount: 2", 1), encoding="utf-8")
    shutil.move(workspace / "positions/after-sales/after-sales-clerk.yaml", workspace / "positions/after-sales/parts/")
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "change")
    job = job_of(block)
    if IS_GITHUB[block.name]:
        (script,) = (step["run"] for step in job["steps"] if "posdoc diff" in step.get("run", ""))
        variables = {"BASE": base, "POSDOC_LANG": job["env"]["POSDOC_LANG"]}
        (upload,) = (step["with"]["path"] for step in job["steps"] if "upload-artifact" in step.get("uses", ""))
    else:
        script = "\n".join(line for line in job["script"] if line.startswith("posdoc"))
        variables = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "POSDOC_LANG": job["variables"]["POSDOC_LANG"]}
        (upload,) = job["artifacts"]["paths"]
    ended = run_in(workspace, tool("sh"), "-ec", script, env=environment(**variables))
    assert ended.returncode == 0, ended.stdout + ended.stderr
    made = sorted(path.relative_to(workspace / upload) for path in (workspace / upload).rglob("*") if path.is_file())
    assert [path.suffix for path in made].count(".docx") == 1 + 2
    assert {path.suffix for path in made} == {".md", ".docx", ".svg"}
    assert "after-sales-manager" in (workspace / upload / "changes.md").read_text(encoding="utf-8")
