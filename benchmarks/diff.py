"""What ``posdoc diff HEAD~1`` costs on 1,000 positions with 200 commits behind them.

It is held against a Python process that imports click, runs ``git diff`` and loads the changed files, as they were and as
they are, with PyYAML's C loader. It is a measurement, not a test: no bound is an error.

    python -m benchmarks.diff [ROUNDS]
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.departments import SEED, write_department
from benchmarks.measuring import POSDOC, Figure, compiled, in_turn, run, table
from posdoc.phrases import Phrase

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


def figures(rounds: int, folder: Path) -> list[Figure]:
    """Between two commits, and between a commit and the working tree."""
    root = write_department(folder / "department", POSITIONS)
    write_history(root, COMMITS)
    commands = {
        "baseline": [sys.executable, "-c", BASELINE],
        "commits": [POSDOC, "diff", "HEAD~1", "HEAD"],
        "tree": [POSDOC, "diff", "HEAD~1"],
    }
    environment = compiled(folder)
    cases = {name: partial(_taken, command, root, environment) for name, command in commands.items()}
    in_turn(cases, 1)
    found = in_turn(cases, rounds)
    history = Phrase(f"{POSITIONS:,} 个岗位、{COMMITS} 次提交", f"{POSITIONS:,} positions and {COMMITS} commits")
    against = Phrase("click、git diff 并读入有改动的文件", "click, git diff, and loading the changed files")
    commits = Phrase(f"posdoc diff HEAD~1 HEAD，{history.zh}", f"posdoc diff HEAD~1 HEAD, {history.en}")
    tree = Phrase("同上，与工作区比较", "the same with the working tree")
    return [
        Figure(commits, against, found["commits"], found["baseline"], BOUND),
        Figure(tree, against, found["tree"], found["baseline"], BOUND),
    ]


def _taken(command: list[str], root: Path, environment: dict[str, str]) -> float:
    return run(*command, folder=root, environment=environment).wall


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        print(table(figures(rounds, Path(folder))))


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


if __name__ == "__main__":
    main()
