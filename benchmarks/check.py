"""What ``posdoc check`` costs with all rules on: against reading the same files with PyYAML, again with nothing
changed, and with growing departments, one line of reports half as long as the department.

The measured things are run in turn, round after round, so that a busy machine slows all of them alike. Prints
Markdown tables of medians. It is a measurement, not a test: it always ends with status 0.

    python -m benchmarks.check [ROUNDS]
"""

from __future__ import annotations

import gc
import math
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from benchmarks.departments import write_department
from posdoc.check import Selection, check, report
from posdoc.check.cache import FOLDER
from posdoc.diagnostics import Preset

ROUNDS = 5
POSITIONS = 2000
SIZES = (100, 1000, 10_000)
DAY = date(2026, 6, 30)
ALL_RULES = Selection(preset=Preset.STRICT)


def read_with_pyyaml(root: Path) -> None:
    """Read every file as ``yaml.load(CSafeLoader)`` does."""
    for path in root.rglob("*.yaml"):
        yaml.load(path.read_bytes(), yaml.CSafeLoader)


def seconds(action: Callable[[], object]) -> float:
    """How long it takes, once."""
    gc.collect()
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def without_cache(root: Path) -> None:
    """Forget what was found before."""
    (root / FOLDER / "check.json").unlink(missing_ok=True)


def against_pyyaml(folder: Path, rounds: int) -> None:
    """Reading alone; the first check, its findings kept; a second one with nothing changed."""
    root = write_department(folder / "department", POSITIONS)
    lines = sum(path.read_bytes().count(b"\n") for path in root.rglob("p*.yaml")) / POSITIONS
    times: dict[str, list[float]] = {"yaml.load(CSafeLoader)": [], "check, all rules": [], "check, nothing changed": []}
    for _ in range(rounds):
        without_cache(root)
        measured = (
            lambda: read_with_pyyaml(root),
            lambda: report(root, ALL_RULES, DAY),
            lambda: report(root, ALL_RULES, DAY),
        )
        for name, action in zip(times, measured, strict=True):
            times[name].append(seconds(action))
    medians = {name: statistics.median(values) for name, values in times.items()}
    reading, first, second = medians.values()
    print(f"{POSITIONS} positions of {lines:.0f} lines, {rounds} rounds\n")
    print("| | seconds | of yaml.load | of the first check |\n|---|---:|---:|---:|")
    for name, value in medians.items():
        print(f"| {name} | {value:.2f} | {value / reading:.2f} | {value / first:.3f} |")
    print(f"\nBounds: at most 2 and 0.1. Here: {first / reading:.2f} and {second / first:.3f}.\n")


def growth(folder: Path, rounds: int) -> None:
    """The same with a line of reports half as long as the department, whose top goes round in a circle."""
    roots = {size: write_department(folder / f"grown-{size}", size, chain=size // 2) for size in SIZES}
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(rounds):
        for size, root in roots.items():
            times[size].append(seconds(lambda root=root: check(root, ALL_RULES, DAY)))  # type: ignore[misc]
    medians = {size: statistics.median(values) for size, values in times.items()}
    print("| positions | line | seconds | µs a position |\n|---:|---:|---:|---:|")
    for size, value in medians.items():
        print(f"| {size} | {size // 2} | {value:.2f} | {value / size * 1e6:.0f} |")
    small, large = SIZES[0], SIZES[-1]
    exponent = math.log(medians[large] / medians[small]) / math.log(large / small)
    print(f"\nThe cost grows with the number of positions to the power of {exponent:.2f}.")


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        against_pyyaml(Path(name), rounds)
        growth(Path(name), max(1, rounds // 2))


if __name__ == "__main__":
    main()
