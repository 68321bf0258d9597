"""What ``posdoc diff HEAD~1`` costs on 1,000 positions with 200 commits behind them.

It is held against a Python process that imports click, runs ``git diff`` and loads the changed files, as they were and as
they are, with PyYAML's C loader. Both run in turn, round after round. Prints a Markdown table of medians. It is a
measurement, not a test.

    python -m benchmarks.diff [ROUNDS] [POSITIONS] [COMMITS]
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.departments import SEED, write_department

ROUNDS, POSITIONS, COMMITS = 9, 1000, 200
BOUND = 4
BASELINE = """\
import subprocess

import click
import yaml

loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
names = subprocess.run(["git", "diff", "--name-only", "-z", "HEAD~1", "HEAD"], capture_output=True, check=True).stdout
for name in names.decode().split("\\0"):
    for revision in ("HEAD~1", "HEAD") if name else ():
        shown = subprocess.run(["git", "show", f"{revision}:{name}"], capture_output=True, check=True).stdout
        yaml.load(shown, Loader=loader)
"""


def main(arguments: list[str]) -> None:
    rounds, positions, commits = (
        int(one) for one in [*arguments, *map(str, (ROUNDS, POSITIONS, COMMITS)[len(arguments) :])]
    )
    with tempfile.TemporaryDirectory() as folder:
        root = write_department(Path(folder) / "department", positions)
        write_history(root, commits)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        ours = [sys.executable, "-m", "posdoc", "diff", "HEAD~1", "HEAD"]
        tree = [sys.executable, "-m", "posdoc", "diff", "HEAD~1"]
        theirs = [sys.executable, "-c", BASELINE]
        seconds(ours, root, environment)
        found = [[seconds(command, root, environment) for command in (theirs, ours, tree)] for _ in range(rounds)]
    baseline, committed, working = (statistics.median(times) for times in zip(*found, strict=True))
    print(f"| {positions} positions, {commits} commits | s | ratio (bound {BOUND}) |\n|---|---:|---:|")
    print(f"| click, git diff, changed files loaded | {baseline:.2f} | 1 |")
    print(f"| posdoc diff HEAD~1 HEAD | {committed:.2f} | {committed / baseline:.1f} |")
    print(f"| posdoc diff HEAD~1 (working tree) | {working:.2f} | {working / baseline:.1f} |")


def write_history(root: Path, commits: int) -> None:
    """Commits that each change a few positions, as people do: a share, a head count, a text."""
    chance = random.Random(SEED)
    files = sorted((root / "positions").rglob("p*.yaml"))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "begin")
    for number in range(commits):
        for path in chance.sample(files, 3):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("完成", f"完成第{number}次", 1), encoding="utf-8")
        git(root, "commit", "-q", "-a", "--allow-empty", "-m", f"change {number}")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *arguments], cwd=root, check=True)


def seconds(command: list[str], folder: Path, environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(sys.argv[1:])
