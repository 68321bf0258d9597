"""What a chart costs: posdoc against ``dot -Tsvg``, on the same graph.

Trees of 10 to 10,000 boxes with three lines each, drawn as SVG in turn, round after round: posdoc in this process (its
layout and its drawing) and ``dot`` in a process of its own, with its time and the most memory that it took; posdoc's
memory is that of a process that does nothing else. Then the small chart of a job description, as SVG and as a native
Word drawing, twenty at a time as a build makes them, against starting ``dot`` for one. Prints Markdown tables of
medians. It is a measurement, not a test.

    python -m benchmarks.charts [ROUNDS] [MOST]
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

from posdoc.charts import position
from posdoc.charts.graph import Box, Graph, Line
from posdoc.documents.illustrations import ROOM
from posdoc.drawing import draw
from posdoc.layout import place
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.resources import sample_folder
from posdoc.word import draw_inline

ROUNDS = 5
SIZES = (10, 100, 1000, 10_000)
REPORTS = 7
AT_A_TIME = 20
POSITION = "call-centre-shift-leader"


def tree(number: int) -> Graph:
    """A department of so many positions, each superior with seven reports."""
    boxes = [
        Box(
            f"b{place}",
            (Line(f"售后服务岗位{place}"), Line("在岗 1/2 人 · 空缺 1 人", "subtitle"), Line("张伟、李强", "detail")),
            parent=f"b{(place - 1) // REPORTS}" if place else None,
        )
        for place in range(number)
    ]
    return Graph("组织架构图", "zh", tuple(boxes))


def plain_dot(graph: Graph) -> str:
    """The same graph as somebody would write it for ``dot``, which lays it out."""
    lines = ['digraph { node [shape=box fontname="Noto Sans CJK SC" fontsize=10]; edge [dir=none];']
    for box in graph.boxes:
        label = "<BR/>".join(escape(line.text) for line in box.lines)
        lines.append(f'"{box.id}" [label=<{label}>];')
        if box.parent:
            lines.append(f'"{box.parent}" -> "{box.id}";')
    return "\n".join([*lines, "}"])


def by_posdoc(graph: Graph) -> bytes:
    """The chart as SVG."""
    return draw(place(graph), "svg")


def by_dot(source: Path) -> None:
    """The same by ``dot``."""
    subprocess.run(["dot", "-Tsvg", str(source), "-o", os.devnull], check=True, stderr=subprocess.DEVNULL)


def seconds(action: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def memory(command: list[str]) -> float:
    """The most memory that a program took, in MB, by what Linux says of it while it runs."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    status, most = Path(f"/proc/{process.pid}/status"), 0
    while process.poll() is None:
        found = re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="ascii", errors="replace"))
        most = max(most, int(found[1]) if found else 0)
        time.sleep(0.002)
    return most / 1024


def large(rounds: int, most: int, folder: Path) -> None:
    """Trees that grow."""
    print(
        "| boxes | posdoc, s | `dot`, s | share of dot's time | posdoc, MB | `dot`, MB |\n|---:|---:|---:|---:|---:|---:|"
    )
    for number in (size for size in SIZES if size <= most):
        graph, source = tree(number), folder / f"{number}.dot"
        source.write_text(plain_dot(graph), encoding="utf-8")
        own, other = [], []
        for _ in range(rounds):
            own.append(seconds(partial(by_posdoc, graph)))
            other.append(seconds(partial(by_dot, source)))
        ours, theirs = statistics.median(own), statistics.median(other)
        code = f"from benchmarks.charts import by_posdoc, tree; by_posdoc(tree({number}))"
        used = memory([sys.executable, "-c", code]), memory(["dot", "-Tsvg", str(source)])
        bound = " (bound 1/20)" if number == SIZES[-1] else ""
        print(
            f"| {number:,} | {ours:.3f} | {theirs:.3f} | 1/{theirs / ours:.0f}{bound} | {used[0]:.0f} | {used[1]:.0f} |"
        )


def small(rounds: int, folder: Path) -> None:
    """The chart of one position in its description."""
    organization, _ = load(sample_folder())
    subject, words = organization.by_id[POSITION], Words(organization, "zh")

    def graph() -> Graph:
        return position.draw_position(organization, words, subject)

    def native() -> str:
        return draw_inline(place(graph()), width=ROOM[0], height=ROOM[1], description="", first_id=1)

    source = folder / "small.dot"
    source.write_text(plain_dot(graph()), encoding="utf-8")
    ways: dict[str, Callable[[], object]] = {
        "SVG": lambda: by_posdoc(graph()),
        "native Word drawing": native,
        "`dot` started": lambda: by_dot(source),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            number = 1 if name == "`dot` started" else AT_A_TIME
            times[name].append(seconds(lambda way=way, number=number: [way() for _ in range(number)]) / number)  # type: ignore[misc]
    theirs = statistics.median(times["`dot` started"])
    print("\n| the chart of a job description | ms | share of starting `dot` (bound 1/15) |\n|---|---:|---:|")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"| {name} | {median * 1000:.2f} | 1/{theirs / median:.0f} |")


def main(rounds: int = ROUNDS, most: int = SIZES[-1]) -> None:
    """Measure and print."""
    if shutil.which("dot") is None:
        print("`dot` is not installed: nothing to compare with")
        return
    with tempfile.TemporaryDirectory() as folder:
        large(rounds, most, Path(folder))
        small(rounds * 10, Path(folder))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
