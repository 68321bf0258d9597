"""What a chart costs: posdoc against ``dot -Tsvg``, on the same graph.

Trees of 10 to 10,000 boxes with three lines each: posdoc in this process (its layout and its drawing), ``dot`` in one of
its own; posdoc's memory is that of a process that does nothing else. Then the small chart of a job description, as SVG
and as a native Word drawing, against starting ``dot`` for one. It is a measurement, not a test: no bound is an error.

    python -m benchmarks.charts [ROUNDS]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from html import escape
from pathlib import Path

from benchmarks.measuring import MEBIBYTE, ROOT, Figure, duration, in_turn, run, seconds, table
from posdoc.charts import position
from posdoc.charts.graph import Box, Graph, Line
from posdoc.documents.illustrations import ROOM
from posdoc.drawing import draw
from posdoc.layout import place
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.phrases import Phrase
from posdoc.resources import sample_folder
from posdoc.word import draw_inline

ROUNDS = 5
MOST = 10_000
SIZES = (10, 100, 1000)
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


def large(number: int, rounds: int, folder: Path) -> tuple[Figure, Figure]:
    """A tree of so many boxes, in a process each: its time, and the memory, in MiB, as if it were seconds."""
    source = folder / f"{number}.dot"
    source.write_text(plain_dot(tree(number)), encoding="utf-8")
    graph = tree(number)
    found = in_turn(
        {"posdoc": lambda: seconds(partial(by_posdoc, graph)), "dot": lambda: seconds(partial(by_dot, source))}, rounds
    )
    code = f"from benchmarks.charts import by_posdoc, tree; by_posdoc(tree({number}))"
    commands = ([sys.executable, "-c", code], ["dot", "-Tsvg", str(source)])
    ours, theirs = (run(*command, folder=ROOT).memory / MEBIBYTE for command in commands)
    what = Phrase(f"{number:,} 个框的组织架构图，SVG", f"an org chart of {number:,} boxes as SVG")
    against = Phrase("dot -Tsvg 画同一张图", "dot -Tsvg of the same graph")
    return Figure(what, against, found["posdoc"], found["dot"], 0.05), Figure(what, against, ours, theirs, 1)


def small(rounds: int, folder: Path) -> list[Figure]:
    """The chart of one position in its description, twenty at a time as a build makes them."""
    organization, _ = load(sample_folder())
    subject, words = organization.by_id[POSITION], Words(organization, "zh")

    def graph() -> Graph:
        return position.draw_position(organization, words, subject)

    def native() -> object:
        return draw_inline(place(graph()), width=ROOM[0], height=ROOM[1], description="", first_id=1)

    source = folder / "small.dot"
    source.write_text(plain_dot(graph()), encoding="utf-8")
    found = in_turn(
        {
            "svg": lambda: seconds(lambda: [by_posdoc(graph()) for _ in range(AT_A_TIME)]) / AT_A_TIME,
            "native": lambda: seconds(lambda: [native() for _ in range(AT_A_TIME)]) / AT_A_TIME,
            "dot": lambda: seconds(lambda: by_dot(source)),
        },
        rounds,
    )
    svg = Phrase("岗位说明书中的小图，SVG", "the small chart of a job description as SVG")
    drawing = Phrase("同一张图，Word 原生图形", "the same as a native Word drawing")
    against = Phrase("启动 dot 画一张", "starting dot for one")
    return [Figure(svg, against, found["svg"], found["dot"], 1 / 15),
            Figure(drawing, against, found["native"], found["dot"], 1 / 15)]  # fmt: skip


def figures(rounds: int, folder: Path) -> list[Figure]:
    """The largest chart and the small ones; none where ``dot`` is not installed."""
    if shutil.which("dot") is None:
        return []
    return [large(MOST, rounds, folder)[0], *small(rounds * 5, folder)]


def main(rounds: int = ROUNDS) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        print(table(figures(rounds, Path(folder))))
        print("\n| boxes | posdoc | `dot` | share | posdoc, MiB | `dot`, MiB |\n|---:|---:|---:|---:|---:|---:|")
        for number in SIZES:
            time, memory = large(number, 1, Path(folder))
            print(
                f"| {number:,} | {duration(time.ours)} | {duration(time.theirs)} | {time.ratio:.3f} "
                f"| {memory.ours:.0f} | {memory.theirs:.0f} |"
            )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
