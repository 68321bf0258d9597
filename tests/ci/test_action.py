"""``action.yml``: valid, safe from what inputs hold, and its steps run with bash as GitHub's runner runs them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.conftest import POSITION, environment, line_of, run_in, spoil
from tests.conftest import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step.get("name", "setup"): step for step in ACTION["runs"]["steps"]}
INPUTS: dict[str, dict[str, str]] = ACTION["inputs"]
Tool = Callable[[str], str]


def test_it_is_valid() -> None:
    ended = run_in(
        ROOT, sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_input_is_described_and_used() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"])))
    assert used == INPUTS.keys()
    for name, described in INPUTS.items():
        assert described["description"], name
        assert isinstance(described["default"], str), f"{name}: 3.10 would become 3.1"


def test_nothing_is_put_into_a_script() -> None:
    """An input in a script would be run; in the environment it is only a value."""
    for name, step in STEPS.items():
        assert "${{" not in step.get("run", ""), name
        assert step.get("shell", "bash") == "bash"
    assert "${{" in json.dumps(STEPS["Check"]["env"])


def values(step: dict[str, Any], python: Path, inputs: dict[str, str]) -> dict[str, str]:
    """The environment of a step, as the runner makes it."""
    known = {f"inputs.{name}": inputs.get(name, described["default"]) for name, described in INPUTS.items()}
    known |= {"github.action_path": str(ROOT), "steps.python.outputs.python-path": str(python)}
    assert inputs.keys() <= INPUTS.keys()
    return {
        name: re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: known[found[1]], value)
        for name, value in step["env"].items()
    }


def run_step(
    name: str, bash: str, folder: Path, python: Path = Path(sys.executable), **inputs: str
) -> subprocess.CompletedProcess[str]:
    script = folder.parent / "step.sh"
    script.write_text(STEPS[name]["run"], encoding="utf-8")
    env = environment(**values(STEPS[name], python, {key.replace("_", "-"): value for key, value in inputs.items()}))
    return run_in(folder, bash, "--noprofile", "--norc", "-e", "-o", "pipefail", script, env=env)


@pytest.mark.tool("bash")
def test_what_is_installed_is_the_action_itself(tmp_path: Path, tool: Tool) -> None:
    python = tmp_path / "the python" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    (tmp_path / "a").mkdir()
    ended = run_step("Install posdoc", tool("bash"), tmp_path / "a", python)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines()[:3] == ["-m", "pip", "install"]
    assert ended.stdout.splitlines()[-1] == str(ROOT)


@pytest.mark.tool("bash")
def test_a_clean_workspace(workspace: Path, tool: Tool) -> None:
    ended = run_step("Check", tool("bash"), workspace)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout


@pytest.mark.tool("bash")
def test_empty_inputs_are_as_if_not_given(workspace: Path, tool: Tool) -> None:
    ended = run_step("Check", tool("bash"), workspace, **{name.replace("-", "_"): "" for name in INPUTS})
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.tool("bash")
def test_an_error_is_an_annotation_and_fails_the_check(checkout: Path, workspace: Path, tool: Tool) -> None:
    spoil(workspace)
    ended = run_step("Check", tool("bash"), checkout, directory=workspace.name)
    assert ended.returncode == 1, ended.stderr
    line = line_of(workspace, "nobody-at-all")
    assert f"::error file={workspace.name}/{POSITION},line={line},endLine={line},title=POS" in ended.stdout
    assert "'nobody-at-all'" in ended.stdout


@pytest.mark.tool("bash")
def test_the_language(checkout: Path, workspace: Path, tool: Tool) -> None:
    spoil(workspace)
    ended = run_step("Check", tool("bash"), checkout, directory=workspace.name, language="zh")
    assert "“nobody-at-all”" in ended.stdout


@pytest.mark.tool("bash")
def test_the_sarif_file_begins_its_paths_at_the_repository(checkout: Path, workspace: Path, tool: Tool) -> None:
    text = (spoil(workspace) / POSITION).read_text(encoding="utf-8")
    (workspace / POSITION).write_text(text + "location: 总 部\n", encoding="utf-8")
    ended = run_step("Check", tool("bash"), checkout, directory=workspace.name, sarif_file="找 到 的.sarif")
    assert ended.returncode == 1, ended.stderr
    results = json.loads((checkout / "找 到 的.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    prefix = "%E5%B2%97%E4%BD%8D%20%24%28touch%20owned%29/"
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    places += [
        change["artifactLocation"]["uri"]
        for result in results
        for fix in result.get("fixes", ())
        for change in fix["artifactChanges"]
    ]
    assert len(places) > len(results) > 0, "one of them can be fixed"
    assert [place for place in places if not place.startswith(prefix)] == []


@pytest.mark.tool("bash")
def test_the_level_and_the_preset(checkout: Path, workspace: Path, tool: Tool) -> None:
    path = workspace / POSITION
    path.write_text(path.read_text(encoding="utf-8") + "location: {zh: 总 部, en: HQ}\n", encoding="utf-8")
    bash, inputs = tool("bash"), {"directory": workspace.name}
    assert run_step("Check", bash, checkout, fail_level="error", **inputs).returncode == 0
    assert run_step("Check", bash, checkout, fail_level="info", **inputs).returncode == 1
    assert run_step("Check", bash, checkout, fail_level="info", preset="legacy", **inputs).returncode == 0


@pytest.mark.tool("bash")
@pytest.mark.parametrize("name", [name for name in INPUTS if name != "python-version"])
def test_an_input_is_never_run(checkout: Path, workspace: Path, tool: Tool, name: str) -> None:
    given = {"directory": workspace.name, name.replace("-", "_"): '"; touch owned; $(touch owned) `touch owned` --help'}
    run_step("Check", tool("bash"), checkout, **given)
    assert [path.name for path in (*checkout.rglob("owned"), *workspace.rglob("owned"))] == []


@pytest.mark.tool("bash")
def test_wrong_inputs_are_wrong_usage(checkout: Path, workspace: Path, tool: Tool) -> None:
    bash = tool("bash")
    assert run_step("Check", bash, checkout, directory="nowhere").returncode == 2
    for name in ("fail_level", "preset"):
        ended = run_step("Check", bash, checkout, directory=workspace.name, **{name: "--statistics"})
        assert ended.returncode == 2
