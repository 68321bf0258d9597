"""The tests' own machinery: golden files, programs that are missing, and skips that fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).parents[1] / "conftest.py"

SKIPS = """\
import pytest

def test_passes():
    pass

@pytest.mark.skip(reason="no reason")
def test_skipped():
    pass

@pytest.mark.xfail(strict=True)
def test_known_to_fail():
    assert False
"""
SKIPPED_MODULE = "import pytest\npytest.importorskip('no_such_module')\n"
MISSING_TOOL = "import pytest\n\n@pytest.mark.tool('pdftoppm')\ndef test_with_tool():\n    pass\n"
GOLDEN = """\
def test_golden(goldens):
    goldens.check('poem.txt', 'one\\ntwo\\n')

def test_orphans(goldens):
    goldens.check_orphans(['poem.txt'])
"""


def _run(folder: Path, source: str, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
    tests = folder / "tests"
    tests.mkdir(exist_ok=True)
    shutil.copy(CONFTEST, tests / "conftest.py")
    (tests / "test_it.py").write_text(source, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = tool(name): needs a program\n", encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if key != "POSDOC_NO_SKIP"}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", "pytest.ini", "-rs", *options]
    return subprocess.run(
        command, cwd=folder, env={**environment, **env}, capture_output=True, encoding="utf-8", check=False
    )


def _bare_path(folder: Path) -> str:
    empty = folder / "empty"
    empty.mkdir(exist_ok=True)
    return str(empty)


@pytest.mark.parametrize(
    ("source", "env", "status", "said"),
    [
        (SKIPS, {}, 0, "1 passed, 1 skipped, 1 xfailed"),
        (SKIPS, {"POSDOC_NO_SKIP": "1"}, 1, "POSDOC_NO_SKIP is set"),
        (SKIPPED_MODULE, {"POSDOC_NO_SKIP": "1"}, 2, "no_such_module"),
        (MISSING_TOOL, {"PATH": ""}, 0, "the program pdftoppm is not installed"),
        (MISSING_TOOL, {"PATH": "", "POSDOC_NO_SKIP": "1"}, 1, "the program pdftoppm is not installed"),
    ],
)
def test_skips_are_seen_and_can_fail(tmp_path: Path, source: str, env: dict[str, str], status: int, said: str) -> None:
    if "PATH" in env:
        env = {**env, "PATH": _bare_path(tmp_path)}
    ended = _run(tmp_path, source, **env)
    assert ended.returncode == status, ended.stdout + ended.stderr
    assert said in ended.stdout


def test_goldens_are_compared_exactly_and_all_of_them(tmp_path: Path) -> None:
    assert "make it with --update-goldens" in _run(tmp_path, GOLDEN).stdout
    assert _run(tmp_path, GOLDEN, "--update-goldens").returncode == 0
    assert _run(tmp_path, GOLDEN).returncode == 0
    poem = tmp_path / "tests" / "goldens" / "it" / "poem.txt"
    poem.write_bytes(b"one\r\ntwo\n")
    assert "poem.txt differs" in _run(tmp_path, GOLDEN).stdout
    (poem.parent / "orphan.txt").write_text("left over", encoding="utf-8")
    assert "orphan.txt" in _run(tmp_path, GOLDEN).stdout
    assert _run(tmp_path, GOLDEN, "--update-goldens").returncode == 0
    assert [path.name for path in poem.parent.iterdir()] == ["poem.txt"]
