"""Measuring: how long something takes, what a process uses, and what of posdoc is held against what of others.

All that is compared runs in turn, round after round (A B A B …), so that a busy machine slows all of it alike; what is
printed are medians and their ratios.
"""

from __future__ import annotations

import json
import math
import os
import platform
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple, TypeVar

from posdoc.phrases import Phrase

Case = TypeVar("Case")
POSDOC = str(Path(sysconfig.get_path("scripts"), "posdoc"))
"""The command as it is installed."""
MEBIBYTE = 1 << 20
ROOT = Path(__file__).resolve().parents[1]
PEERS = Path(sys.prefix, "peers", "bin")
"""Where ``make bench`` installs the programs that posdoc is compared with."""


class Figure(NamedTuple):
    """What posdoc takes, and what it is held against, in seconds.

    ``bound`` is how many times as long posdoc may take; where it has to be ``faster``, how many times as fast it must be.
    """

    what: Phrase
    against: Phrase
    ours: float
    theirs: float
    bound: float
    faster: bool = False

    @property
    def ratio(self) -> float:
        """How many times as fast, or how many times as long."""
        return self.theirs / self.ours if self.faster else self.ours / self.theirs

    @property
    def is_kept(self) -> bool:
        """Whether the bound is kept."""
        return self.ratio >= self.bound if self.faster else self.ratio <= self.bound


class Use(NamedTuple):
    """What a process used: seconds until it ended, seconds of processors, and bytes of memory at most.

    Processors and memory take in the processes that it started and waited for; memory is that of the largest of them.
    """

    wall: float
    processor: float
    memory: float


def seconds(action: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


_LAUNCH = """
import json, os, sys, time
nowhere = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
start = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
_, ended, usage = os.wait4(process, 0)
taken = time.perf_counter() - start
print(json.dumps([os.waitstatus_to_exitcode(ended), taken, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
"""
"""Started between this process and the one that is measured, which else would have the memory of this one to begin with."""


def run(*command: str, folder: Path | None = None, environment: Mapping[str, str] | None = None) -> Use:
    """Run a program and see what it uses (not on Windows). Raises SystemExit where it ends with another status than 0."""
    launcher = [sys.executable, "-I", "-S", "-c", _LAUNCH, *command]
    ended = subprocess.run(
        launcher, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    said = ended.stderr.decode(errors="replace")
    if ended.returncode:
        sys.exit(f"{command[0]} cannot be run:\n{said}")
    status, wall, processor, memory = json.loads(ended.stdout)
    if status:
        sys.exit(f"{' '.join(command)} ended with {status}:\n{said}")
    return Use(wall, processor, memory * (1 if sys.platform == "darwin" else 1024))


def run_text(*command: str) -> str:
    """What a program says, on its standard output and error."""
    ended = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return (ended.stdout + ended.stderr).decode(errors="replace")


def in_turn(cases: Mapping[Case, Callable[[], float]], rounds: int) -> dict[Case, float]:
    """The median of what each case says it took, all cases in turn in every round."""
    taken: dict[Case, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, case in cases.items():
            taken[name].append(case())
    return {name: statistics.median(values) for name, values in taken.items()}


def compiled(folder: Path) -> dict[str, str]:
    """An environment in which modules are compiled once, as those of a program that was installed are."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def exponent(costs: Mapping[int, float]) -> float:
    """The power of the size with which a cost grows: the slope of the straight line through the logarithms of both."""
    points = [(math.log(size), math.log(cost)) for size, cost in costs.items()]
    return statistics.linear_regression([x for x, _ in points], [y for _, y in points]).slope


def program(name: str) -> str | None:
    """A program that ``make bench`` has installed to be compared with, or one of the environment or the machine."""
    places = (PEERS, Path(POSDOC).parent)
    return next((str(folder / name) for folder in places if (folder / name).is_file()), shutil.which(name))


def duration(value: float) -> str:
    """Seconds as people write them."""
    number, unit = (value * 1000, "ms") if value < 0.9995 else (value, "s")
    return f"{number:.{max(0, 2 - int(math.log10(max(number, 1))))}f} {unit}"


def table(figures: list[Figure], language: str = "en") -> str:
    """A Markdown table of what is compared."""
    heads = {
        "en": ("", "against", "posdoc", "the other", "ratio", "bound"),
        "zh": ("", "对照", "posdoc", "对方", "比值", "要求"),
    }[language]
    lines = [f"| {' | '.join(heads)} |", "|---|---|---:|---:|---:|---:|"]
    for one in figures:
        what, against = (getattr(phrase, language) for phrase in (one.what, one.against))
        bound = f"{'≥' if one.faster else '≤'} {one.bound:.3g}"
        missed = "" if one.is_kept else {"en": " (missed)", "zh": "（未达到）"}[language]
        ours, theirs = duration(one.ours), duration(one.theirs)
        lines.append(f"| {what} | {against} | {ours} | {theirs} | {one.ratio:.3g}{missed} | {bound} |")
    return "\n".join(lines)


def machine() -> str:
    """The machine: processors, memory, system, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (
        f"{processors} × {platform.machine()}, {memory:.0f} GiB, {platform.system()} {platform.release().split('-')[0]}, "
        f"{platform.python_implementation()} {platform.python_version()}"
    )


def versions(*names: str) -> str:
    """The installed versions of some packages."""
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} –")
    return ", ".join(found)
