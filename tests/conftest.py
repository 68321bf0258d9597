"""What all tests share: the sample workspace, the command line, golden files, and programs that may be missing.

``--update-goldens`` rewrites golden files. With POSDOC_NO_SKIP set, a test that is skipped fails: a machine
that is to prove everything has to have everything.
"""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Generator, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
NO_SKIP = "POSDOC_NO_SKIP"
pytest.register_assert_rewrite("tests.importers.structures")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write what is made now as the golden files")


# --- programs that are not Python packages -------------------------------------------------------------------

TOOLS = {
    "soffice": ("soffice", "libreoffice"),
    "impress": ("loimpress",),
    "ooxml-validator": ("ooxml-validator",),
    "sarif-multitool": ("sarif-multitool-linux",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "pdftoppm": ("pdftoppm",),
    "pdftotext": ("pdftotext",),
    "sh": ("sh",),
    "bash": ("bash",),
    "make": ("make",),
    "git": ("git",),
}
NPM_PROGRAMS = ROOT / ".ci" / "node_modules" / ".bin"


def find_tool(name: str) -> str | None:
    """The path of a program of ``TOOLS``, or None where it is not installed."""
    places = os.pathsep.join([str(NPM_PROGRAMS), os.environ.get("PATH", "")])
    found = (shutil.which(program, path=places) for program in TOOLS[name])
    return next((path for path in found if path), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("tool"):
        for name in marker.args:
            if find_tool(name) is None:
                pytest.skip(f"the program {name} is not installed")


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """The path of a program; the test that asks carries ``@pytest.mark.tool(name)``."""

    def path_of(name: str) -> str:
        path = find_tool(name)
        assert path is not None, f"{name} is not installed: mark the test with @pytest.mark.tool({name!r})"
        return path

    return path_of


# --- skips that fail ----------------------------------------------------------------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return _fail_if_skipped(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return _fail_if_skipped(report)


def _fail_if_skipped(report: Any) -> Any:
    if report.outcome == "skipped" and os.environ.get(NO_SKIP) and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{NO_SKIP} is set, so this counts as a failure. {reason}"
    return report


# --- golden files -------------------------------------------------------------------------------------------


class Goldens:
    """The golden files of one test module, in ``goldens/<module without test_>/`` beside it."""

    def __init__(self, folder: Path, *, update: bool) -> None:
        self.folder = folder
        self.update = update

    def check(self, name: str, actual: str) -> None:
        """Assert that ``actual`` is exactly the golden file ``name``; with ``--update-goldens`` write it."""
        path = self.folder / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(actual.encode("utf-8"))
            return
        assert path.is_file(), f"no golden file {path.relative_to(ROOT)}; make it with --update-goldens"
        expected = path.read_bytes().decode("utf-8")
        assert actual == expected, _difference(expected, actual, name)

    def check_orphans(self, names: Iterable[str]) -> None:
        """Assert that the folder holds the files ``names`` and nothing else."""
        expected = set(names)
        assert expected, "a module with golden files has at least one"
        found = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
        if self.update:
            for orphan in found - expected:
                (self.folder / orphan).unlink()
            found &= expected
        assert found == expected


def _difference(expected: str, actual: str, name: str) -> str:
    lines = difflib.unified_diff(
        expected.splitlines(keepends=True), actual.splitlines(keepends=True), f"golden {name}", "made now", n=2
    )
    return f"{name} differs (--update-goldens writes it anew):\n" + "".join(lines)


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture
def goldens(request: pytest.FixtureRequest, update_goldens: bool) -> Goldens:
    """The golden files of the requesting module."""
    return Goldens(request.path.parent / "goldens" / request.path.stem.removeprefix("test_"), update=update_goldens)


# --- the workspace and the command line ---------------------------------------------------------------------

DEFINITIONS = ("posdoc.yaml", "people.yaml", "positions", "templates")


@pytest.fixture(scope="session")
def sample() -> Path:
    """The workspace that this repository is. Read it only."""
    return ROOT


@pytest.fixture
def sample_copy(tmp_path: Path) -> Path:
    """A copy of the sample's definitions, to be changed at will."""
    folder = tmp_path / "sample"
    folder.mkdir()
    for name in DEFINITIONS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        elif source.is_file():
            shutil.copy2(source, folder / name)
    return folder


Cli = Callable[..., "subprocess.CompletedProcess[Any]"]

_LANGUAGE_VARIABLES = ("POSDOC_LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "LC_CTYPE", "PYTHONUTF8", "PYTHONIOENCODING")


@pytest.fixture(scope="session")
def cli() -> Cli:
    """Run ``python -m posdoc`` in a process of its own and return it as it ended; nothing is asserted.

    Messages are English unless ``env`` (added to the environment) or ``--ui-lang`` says otherwise. Output is
    text; ``encoding=None`` gives bytes.
    """

    def run(
        *args: str | Path,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        encoding: str | None = "utf-8",
        timeout: float = 300,
    ) -> subprocess.CompletedProcess[Any]:
        environment = {key: value for key, value in os.environ.items() if key not in _LANGUAGE_VARIABLES}
        environment |= {"LANG": "C.UTF-8", **(env or {})}
        return subprocess.run(
            [sys.executable, "-m", "posdoc", *map(str, args)],
            cwd=cwd,
            env=environment,
            capture_output=True,
            encoding=encoding,
            timeout=timeout,
            check=False,
        )

    return run
