"""How smoothly the HTML page of a large chart moves in Chromium: the time from frame to frame while it is dragged and zoomed.

The mouse is moved and its wheel turned as a hand would, about 60 times a second, and the page notes when each of its
frames begins: 16.7 ms apart at best. A task of the page that takes longer than 50 ms counts as long. A headless Chromium
has no graphics card, so all drawing is done by the processor; a reader's browser has it easier. Prints a Markdown table.
It is a measurement, not a test: it always ends with status 0.

    python -m benchmarks.html_frames [BOXES ...]
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from math import sin
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.departments import SEED, WORDS
from posdoc.charts.graph import Box, Detail, Graph, Group, Line
from posdoc.drawing.html import draw
from posdoc.layout import place

SIZES = (200, 2000)
SPAN = 7
"""Reports of one superior."""
STEPS = 120
MIDDLE = (640, 420)

BEGIN = """() => {
    const seen = window.seen = { frames: [], long: 0 };
    let last = 0;
    const note = now => { if (last) seen.frames.push(now - last); last = now; seen.next = requestAnimationFrame(note); };
    seen.next = requestAnimationFrame(note);
    seen.tasks = new PerformanceObserver(list => { seen.long += list.getEntries().length; });
    seen.tasks.observe({ type: "longtask" });
}"""
END = """() => {
    cancelAnimationFrame(window.seen.next);
    window.seen.tasks.disconnect();
    return [window.seen.frames, window.seen.long];
}"""


class Frames(NamedTuple):
    """The times from frame to frame in milliseconds, in ascending order, and how many tasks were long."""

    times: list[float]
    long_tasks: int

    def share(self, share: float) -> float:
        """The time that this share of the frames did not exceed."""
        return self.times[min(len(self.times) - 1, int(share * len(self.times)))]


def organization(count: int) -> Graph:
    """An organization of ``count`` positions, each second-level branch in a frame."""
    chance = random.Random(SEED)
    boxes, groups = [], {}
    home: list[str | None] = []
    for number in range(count):
        superior = (number - 1) // SPAN if number else None
        home.append(f"g{number}" if 1 <= number <= SPAN else home[superior] if superior is not None else None)
        if 1 <= number <= SPAN:
            groups[number] = Group(f"g{number}", f"第 {number} 服务中心")
        title = chance.choice(WORDS["what"]) + chance.choice(WORDS["does"]) + chance.choice(["主管", "专员", "工程师"])
        lines = (Line(title), Line(f"{chance.randrange(1, 9)} 人", "subtitle"), Line("张三、李四", "detail"))
        duties = Detail("岗位职责", tuple(chance.choice(WORDS["end"]) for _ in range(5)))
        parent = None if superior is None else f"p{superior}"
        boxes.append(Box(f"p{number}", lines, parent=parent, group=home[number], details=(duties,)))
    return Graph(f"{count} 个岗位", "zh", tuple(boxes), tuple(groups.values()))


def drag(page: Page) -> None:
    """Drags the chart to and fro."""
    page.mouse.move(*MIDDLE)
    page.mouse.down()
    for step in range(STEPS):
        page.mouse.move(MIDDLE[0] + 300 * sin(step / 12), MIDDLE[1] + 150 * sin(step / 19))
    page.mouse.up()


def zoom(page: Page) -> None:
    """Turns the wheel towards the chart and back."""
    page.mouse.move(*MIDDLE)
    for step in range(STEPS // 2):
        page.mouse.wheel(0, -60 if step < STEPS // 4 else 60)


def measured(page: Page, action: Callable[[Page], None]) -> Frames:
    """The frames of the page while something is done."""
    page.wait_for_timeout(500)
    page.evaluate(BEGIN)
    action(page)
    times, long_tasks = page.evaluate(END)
    return Frames(sorted(times), long_tasks)


def rows(browser: Browser, count: int, folder: Path) -> Iterator[str]:
    """The rows of the table about a chart of ``count`` boxes."""
    path = folder / f"{count}.html"
    path.write_bytes(draw(place(organization(count))))
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(path.as_uri())
    opening = page.evaluate("() => performance.getEntriesByType('navigation')[0].domInteractive")
    yield f"| {count} | opening ({path.stat().st_size / 1e6:.1f} MB) | | {opening:.0f} ms | | | |"
    for place_name in ("as opened", "whole chart"):
        if place_name == "whole chart":
            page.click("#fit")
        for action in (drag, zoom):
            found = measured(page, action)
            times = " | ".join(f"{value:.1f} ms" for value in (found.share(0.5), found.share(0.95), found.times[-1]))
            yield f"| {count} | {action.__name__}, {place_name} | {len(found.times)} | {times} | {found.long_tasks} |"
    page.close()


def main() -> None:
    sizes = [int(text) for text in sys.argv[1:]] or SIZES
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    print("| boxes | what | frames | median | 95th percentile | longest | long tasks |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for count in sizes:
            for row in rows(browser, count, Path(folder)):
                print(row, flush=True)
        browser.close()


if __name__ == "__main__":
    main()
