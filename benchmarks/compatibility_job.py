"""The job that `compatibility.py` goes through in each environment, and the comparison of what two of them made.

Nothing of the user's settings gets in: the home folder is new, and so are git's settings.
"""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

DAY = "2026-01-01"
_LEFT_OUT = ("HOME", "LANG", "LC_", "PYTHON", "POSDOC", "GIT_", "XDG_", "FONTCONFIG", "VIRTUAL_ENV", "UV_")
_NO_OUTPUTS = {".git", ".posdoc", "home"}
_PICTURES = {".png", ".pdf"}
_PACKAGES = {".docx", ".xlsx", ".pptx"}
_OPTIONS = re.compile(r"--format \[([a-z|\s]+)\]")


class JobError(Exception):
    """A command failed, or said on standard error what nobody expects there."""


def ran(command: Sequence[str | Path], cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    """What a command prints. Raises JobError with its last words if it fails."""
    ended = subprocess.run([str(part) for part in command], cwd=cwd, env=env, capture_output=True, encoding="utf-8")
    if ended.returncode:
        said = (ended.stderr or ended.stdout).strip()[-500:]
        raise JobError(f"{Path(command[0]).name} {' '.join(map(str, command[1:4]))}: status {ended.returncode}: {said}")
    return ended.stdout


class _Shell:
    """The installed command, in one folder and one environment."""

    def __init__(self, programs: Path, folder: Path, more: dict[str, str]) -> None:
        self.program = programs / "posdoc"
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_LEFT_OUT)}
        home = str(folder / "home")
        self.environment = {**kept, "HOME": home, "LANG": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", **more}

    def posdoc(self, *arguments: str | Path, to: str = "") -> None:
        """Run a command in the workspace; ``to`` is the file that gets what it prints."""
        printed = ran([self.program, *arguments], self.folder / "workspace", self.environment)
        if to:
            (self.folder / to).write_text(printed, encoding="utf-8")

    def git(self, *arguments: str) -> None:
        """Run git in the workspace."""
        named = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com")
        ran(["git", *named, *arguments], self.folder / "workspace", self.environment)


def job(programs: Path, folder: Path, **more: str) -> None:
    """Go through the job with the ``posdoc`` among ``programs``. Raises JobError for the first command that fails."""
    (folder / "home").mkdir(parents=True)
    shell = _Shell(programs, folder, more)
    ran([shell.program, "init", "workspace"], folder, shell.environment)
    shell.posdoc("check", "--format", "json", to="check.json")
    shell.posdoc("stats", "--as-of", DAY, to="stats.txt")
    shell.posdoc("build")
    shell.posdoc("build", "--form", "handbook", "--lang", "zh", "--output", "../handbook")
    _charts(shell)
    books = [f"../{kind}.xlsx" for kind in ("headcount", "register", "scorecards", "translations")]
    shell.posdoc("export", "--as-of", DAY, *books)
    _import(shell)
    _diff(shell)


def _charts(shell: _Shell) -> None:
    """Two kinds of chart, in every format that this posdoc has."""
    found = _OPTIONS.search(ran([shell.program, "chart", "--help"], shell.folder, shell.environment))
    formats = "".join(found[1].split()).split("|") if found else []
    if not {"svg", "png", "pdf"} <= set(formats):
        raise JobError("posdoc chart --help names no formats")
    options = [option for name in formats for option in ("--format", name)]
    for kind in ("org", "units"):
        shell.posdoc("chart", kind, *options, "--lang", "zh", "--output", f"../charts-{kind}")


def _import(shell: _Shell) -> None:
    """Reads back documents and a workbook that were made just now."""
    documents = sorted((shell.folder / "workspace" / "output").rglob("*.docx"))[:3]
    if not documents:
        raise JobError("posdoc build made no documents")
    names = [path.relative_to(shell.folder / "workspace") for path in documents]
    shell.posdoc("import", *names, "--into", "../from-word", "--report", "json", "--report-file", "../from-word.json")
    shell.posdoc("import", "../register.xlsx", "--into", "../from-excel")


def _diff(shell: _Shell) -> None:
    """Compares the working tree with a commit."""
    shell.git("init", "--quiet")
    shell.git("add", "--all")
    shell.git("commit", "--quiet", "--message", "the beginning")
    path = min((shell.folder / "workspace" / "positions").rglob("[!u]*.yaml"))
    text = path.read_text(encoding="utf-8")
    changed = text.replace("服务", "支持")
    if changed == text:
        raise JobError(f"{path.name} has nothing to change")
    path.write_text(changed, encoding="utf-8")
    shell.posdoc("diff", "--format", "json", to="diff.json")
    shell.posdoc("diff", "--format", "html", to="diff.html")
    shell.posdoc("diff", "--format", "docx", "--date", DAY, "--output", "../diff.docx")
    shell.posdoc("diff", "--format", "redline", "--date", DAY, "--by", "Somebody", "--output", "../redlines")
    shell.posdoc("diff", "--format", "chart", "--output", "../diff.svg")


# --- comparing ----------------------------------------------------------------------------------------------


def _made(folder: Path) -> dict[str, Path]:
    """The files of a job, without what posdoc keeps for itself."""
    paths = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {
        inside.as_posix(): path
        for inside, path in paths.items()
        if not _NO_OUTPUTS & set(inside.parts) and not inside.name.startswith(".posdoc")
    }


def differences(reference: Path, folder: Path) -> tuple[int, list[str], list[str]]:
    """How many files two jobs made, which of them differ as pictures of another Graphviz may, and which differ otherwise."""
    ours, theirs = _made(reference), _made(folder)
    pictures: list[str] = []
    others = sorted(set(ours) ^ set(theirs))
    for name in sorted(set(ours) & set(theirs)):
        if ours[name].read_bytes() != theirs[name].read_bytes():
            (pictures if _differ_as_pictures(ours[name], theirs[name]) else others).append(name)
    return len(set(ours) | set(theirs)), pictures, others


def _differ_as_pictures(one: Path, other: Path) -> bool:
    """Whether the file is a picture, or a Word, Excel or PowerPoint file in which nothing but pictures differs."""
    if one.suffix in _PICTURES:
        return True
    if one.suffix not in _PACKAGES:
        return False
    first, second = _parts(one), _parts(other)
    changed = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    return bool(changed) and all(Path(name).suffix in _PICTURES for name in changed)


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
