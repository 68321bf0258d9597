"""Where the time of each job goes: the share of each package, of posdoc and of others, and the dearest functions.

python -m benchmarks.profiles [POSITIONS]
"""

from __future__ import annotations

import contextlib
import cProfile
import io
import os
import pstats
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.departments import write_department
from benchmarks.diff import write_history
from benchmarks.word_posts import make
from posdoc.check.cache import FOLDER
from posdoc.cli.main import run

POSITIONS = 200
CHECK, BUILD = ["check"], ["build", "--jobs", "1"]
JOBS = {
    "check": CHECK,
    "check, nothing changed": CHECK,
    "build": BUILD,
    "build, nothing changed": BUILD,
    "chart": ["chart", "--output", "chart.svg"],
    "import": ["import", "posts.docx", "--into", "imported"],
    "diff": ["diff", "HEAD~1", "HEAD"],
}
UNCHANGED = "nothing changed"
"""How the names of jobs end that find what was made before."""
PACKAGES, FUNCTIONS = 8, 8
LEAST = 0.01
"""Packages with less of the time than this are left out."""


def profile(arguments: list[str]) -> pstats.Stats:
    """The profile of one command, run in this process; what it prints is thrown away."""
    profiler = cProfile.Profile()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        profiler.enable()
        status = run(arguments)
        profiler.disable()
    if status:
        sys.exit(f"posdoc {' '.join(arguments)} ended with {status}")
    return pstats.Stats(profiler)


def package_of(file: str) -> str:
    """The package of a source file: of posdoc with its first folder, of others by their name."""
    parts = Path(file).parts
    if "posdoc" in parts and "site-packages" not in parts:
        inner = parts[len(parts) - parts[::-1].index("posdoc") :]
        return f"posdoc.{inner[0].removesuffix('.py')}"
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    return "Python" if len(parts) > 1 else "built in"


def shares(stats: pstats.Stats) -> tuple[Counter[str], Counter[str]]:
    """The seconds in each package, and in each function of Python code."""
    packages: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    for (file, _, name), (_, _, own, _, _) in stats.stats.items():  # type: ignore[attr-defined]
        package = package_of(file)
        packages[package] += own
        if package != "built in":
            functions[f"{package}: {Path(file).stem}.{name}"] += own
    return packages, functions


def lines(name: str, stats: pstats.Stats) -> list[str]:
    """A row of the table."""
    packages, functions = shares(stats)
    whole = sum(packages.values())

    def said(found: Counter[str], most: int) -> str:
        return ", ".join(
            f"{each} {cost / whole:.0%}" for each, cost in found.most_common(most) if cost >= LEAST * whole
        )

    return [f"| {name} | {said(packages, PACKAGES)} | {said(functions, FUNCTIONS)} |"]


def main() -> None:
    """Profile and print."""
    positions = int(sys.argv[1]) if len(sys.argv) > 1 else POSITIONS
    print("| job | packages | functions |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        root = write_department(Path(folder) / "department", positions)
        write_history(root, 2)
        make(positions, dressed=True).save(str(root / "posts.docx"))
        os.chdir(root)
        for name, arguments in JOBS.items():
            profile(arguments)  # modules are imported, patterns compiled
            for made in () if name.endswith(UNCHANGED) else (FOLDER, "output", "imported"):
                shutil.rmtree(root / made, ignore_errors=True)
            print("\n".join(lines(name, profile(arguments))), flush=True)


if __name__ == "__main__":
    main()
