"""What ``posdoc check`` costs with all rules on: against reading the same files with PyYAML, again with nothing
changed, and with growing departments, one line of reports half as long as the department.

It is a measurement, not a test: no bound is an error.

    python -m benchmarks.check [ROUNDS]
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from benchmarks.departments import write_department
from benchmarks.measuring import POSDOC, Figure, compiled, exponent, in_turn, program, run, seconds, table
from posdoc.check import Selection, check, report
from posdoc.check.cache import FOLDER
from posdoc.diagnostics import Preset
from posdoc.phrases import Phrase
from posdoc.schema import schema_text

ROUNDS = 5
POSITIONS, FEWER = 2000, 200
SIZES = (100, 1000, 10_000)
DAY = date(2026, 6, 30)
ALL_RULES = Selection(preset=Preset.STRICT)


def read_with_pyyaml(root: Path) -> None:
    """Read every file as ``yaml.load(CSafeLoader)`` does."""
    for path in root.rglob("*.yaml"):
        yaml.load(path.read_bytes(), yaml.CSafeLoader)


def collected(action: Callable[[], object]) -> float:
    """How long it takes, once, with nothing left for the collector of those before."""
    gc.collect()
    return seconds(action)


def without_cache(root: Path) -> None:
    """Forget what was found before."""
    (root / FOLDER / "check.json").unlink(missing_ok=True)


def figures(rounds: int, folder: Path) -> list[Figure]:
    """The first check and a second one against reading alone, and against peers on fewer files."""
    root = write_department(folder / "department", POSITIONS)

    def first() -> float:
        without_cache(root)
        return collected(lambda: report(root, ALL_RULES, DAY))

    found = in_turn(
        {
            "read": lambda: collected(lambda: read_with_pyyaml(root)),
            "first": first,
            "again": lambda: collected(lambda: report(root, ALL_RULES, DAY)),
        },
        rounds,
    )
    what = Phrase(f"检查 {POSITIONS:,} 个岗位，全部规则", f"check of {POSITIONS:,} positions, all rules")
    again = Phrase("没有变化时再查一次", "the same again, nothing changed")
    reading = Phrase("yaml.load(CSafeLoader) 读同样的文件", "yaml.load(CSafeLoader) of the same files")
    return [
        Figure(what, reading, found["first"], found["read"], 2),
        Figure(again, Phrase("首次检查", "the first check"), found["again"], found["first"], 0.1),
        *against_peers(write_department(folder / "fewer", FEWER), rounds, compiled(folder)),
    ]


def against_peers(root: Path, rounds: int, environment: dict[str, str]) -> list[Figure]:
    """A process of posdoc against processes of programs that look at the same files, where they are installed."""
    files = [str(path) for path in sorted((root / "positions").rglob("p*.yaml"))]
    schema = root / "position.schema.json"
    schema.write_text(schema_text("position"), encoding="utf-8")
    peers = {"yamllint": ["-d", "relaxed", "--no-warnings"], "check-jsonschema": ["--schemafile", str(schema)]}
    programs = {name: program(name) for name in peers}
    cases: dict[str, Callable[[], float]] = {"posdoc": lambda: _checked(root, environment)}
    for name, found in programs.items():
        if found:
            command = [found, *peers[name], *files]
            cases[name] = lambda command=command: run(*command, environment=environment).wall  # type: ignore[misc]
    taken = in_turn(cases, rounds)
    what = Phrase(f"posdoc check，{FEWER} 个岗位", f"posdoc check, {FEWER} positions")
    return [
        Figure(what, Phrase(f"{name} 看同样的文件", f"{name} on the same files"), taken["posdoc"], taken[name], 1)
        for name in peers
        if name in taken
    ]


def _checked(root: Path, environment: dict[str, str]) -> float:
    without_cache(root)
    return run(POSDOC, "-C", str(root), "check", "--preset", "strict", environment=environment).wall


def growth(folder: Path, rounds: int) -> None:
    """The same with a line of reports half as long as the department, whose top goes round in a circle."""
    roots = {size: write_department(folder / f"grown-{size}", size, chain=size // 2) for size in SIZES}
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(rounds):
        for size, root in roots.items():
            times[size].append(collected(lambda root=root: check(root, ALL_RULES, DAY)))  # type: ignore[misc]
    medians = {size: statistics.median(values) for size, values in times.items()}
    print("| positions | line | seconds | µs a position |\n|---:|---:|---:|---:|")
    for size, value in medians.items():
        print(f"| {size} | {size // 2} | {value:.2f} | {value / size * 1e6:.0f} |")
    print(f"\nThe cost grows with the number of positions to the power of {exponent(medians):.2f}.")


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        print(table(figures(rounds, Path(name))), "\n")
        growth(Path(name), max(1, rounds // 2))


if __name__ == "__main__":
    main()
