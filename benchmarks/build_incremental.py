"""What ``posdoc build`` costs when little or nothing has changed since the last time, in a department of 1,000 positions.

Each thing is a process of its own: everything made into an empty folder; again with nothing changed, against a process
that imports click and lists and digests the files that go in; again with one duty reworded. Then, in one process as
``--watch`` has it, one duty reworded until its document is there. The small things run in turn, round after round.
Prints a Markdown table of medians. It is a measurement, not a test: it always ends with status 0.

    python -m benchmarks.build_incremental [ROUNDS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.departments import write_department
from posdoc.build import Request
from posdoc.build.session import Session

ROUNDS = 5
POSITIONS = 1000
CHANGED = "positions/unit-3/p65.yaml"
BASELINE = """
import hashlib, os, sys
import click
digest = hashlib.blake2b()
for folder, folders, names in os.walk(sys.argv[1] + "/positions"):
    folders.sort()
    for name in sorted(names):
        with open(os.path.join(folder, name), "rb") as stream:
            digest.update(name.encode() + hashlib.blake2b(stream.read()).digest())
with open(sys.argv[1] + "/posdoc.yaml", "rb") as stream:
    digest.update(stream.read())
"""
FULL, NOTHING, LISTED = (
    "everything, into an empty folder",
    "nothing changed",
    "import click, list and digest the inputs",
)
ONE, WATCHED = "one duty reworded", "one duty reworded, in --watch"


def seconds(action: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def run(*command: str) -> None:
    """One process."""
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)


def build(root: Path) -> None:
    """``posdoc build`` as a process."""
    run("-m", "posdoc", "-C", str(root), "build")


def reword(root: Path) -> None:
    """Write one sentence more into the purpose of one position."""
    path = root / CHANGED
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("purpose: |\n", "purpose: |\n  改写一句。\n"), encoding="utf-8")


def watched(session: Session, root: Path) -> float:
    """From the changed file to its document, in a process that has built before."""
    reword(root)
    took = seconds(lambda: session.build_at_once([CHANGED]))
    session.build()
    return took


def measure(root: Path, rounds: int) -> dict[str, float]:
    """Medians of all of them."""
    times: dict[str, list[float]] = {FULL: [seconds(lambda: build(root))]}
    session = Session(Request(root))
    session.build()
    for _ in range(rounds):
        times.setdefault(LISTED, []).append(seconds(lambda: run("-c", BASELINE, str(root))))
        times.setdefault(NOTHING, []).append(seconds(lambda: build(root)))
        reword(root)
        times.setdefault(ONE, []).append(seconds(lambda: build(root)))
        session.build()
        times.setdefault(WATCHED, []).append(watched(session, root))
    return {name: statistics.median(values) for name, values in times.items()}


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        medians = measure(write_department(Path(name) / "department", POSITIONS), rounds)
    full, nothing, listed, one, watch = (medians[each] for each in (FULL, NOTHING, LISTED, ONE, WATCHED))
    print(f"{POSITIONS} positions, {rounds} rounds\n\n| | seconds | of everything |\n|---|---:|---:|")
    for each, value in medians.items():
        print(f"| {each} | {value:.2f} | {value / full:.3f} |")
    print(
        f"\nBounds for nothing changed: at most 0.1 of everything and 4 times the listing. Here: {nothing / full:.3f} ",
        end="",
    )
    print(
        f"and {nothing / listed:.2f}.\nBound in --watch: 0.5 s. Here: {watch:.2f} s. One change without it: {one:.2f} s."
    )


if __name__ == "__main__":
    main()
