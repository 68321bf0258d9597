"""What ``posdoc build`` costs when little or nothing has changed since the last time, in a department of 1,000 positions.

Each thing is a process of its own: everything made into an empty folder; again with nothing changed, against a process
that imports click and lists and digests the files that go in; again with one duty reworded. Then, in one process as
``--watch`` has it, one duty reworded until its document is there. It is a measurement, not a test: no bound is an error.

    python -m benchmarks.build_incremental [ROUNDS]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.departments import write_department
from benchmarks.measuring import POSDOC, Figure, compiled, in_turn, run, seconds, table
from posdoc.build import Request
from posdoc.build.session import Session
from posdoc.phrases import Phrase

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


def build(root: Path, environment: dict[str, str]) -> float:
    """``posdoc build`` as a process."""
    return run(POSDOC, "-C", str(root), "build", environment=environment).wall


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


def figures(rounds: int, folder: Path) -> list[Figure]:
    """Everything once; then nothing changed, and one duty reworded, with ``--watch`` and without."""
    root, environment = write_department(folder / "department", POSITIONS), compiled(folder)
    run(POSDOC, "-C", str(root), "check", environment=environment)
    full = build(root, environment)
    session = Session(Request(root))
    session.build()

    def reworded() -> float:
        reword(root)
        return build(root, environment)

    def at_once() -> float:
        session.build()
        return watched(session, root)

    listing = [sys.executable, "-c", BASELINE, str(root)]
    found = in_turn(
        {
            "listed": lambda: run(*listing, environment=environment).wall,
            "nothing": lambda: build(root, environment),
            "reworded": reworded,
            "watched": at_once,
        },
        rounds,
    )
    nothing = Phrase(
        f"posdoc build，{POSITIONS:,} 个岗位，没有变化", f"posdoc build of {POSITIONS:,} positions, nothing changed"
    )
    everything = Phrase("全部生成一次", "making everything")
    listed = Phrase("click、列出并散列输入文件", "click, listing and digesting the inputs")
    one = Phrase("改写一项职责后再生成", "one duty reworded")
    watch = Phrase("同上，--watch 中（要求半秒）", "the same in --watch (bound: half a second)")
    return [
        Figure(nothing, everything, found["nothing"], full, 0.1),
        Figure(nothing, listed, found["nothing"], found["listed"], 4),
        Figure(one, everything, found["reworded"], full, 1),
        Figure(watch, Phrase("一秒", "one second"), found["watched"], 1, 0.5),
    ]


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        print(table(figures(rounds, Path(name))))


if __name__ == "__main__":
    main()
