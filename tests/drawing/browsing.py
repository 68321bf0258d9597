"""A reader of the HTML page in Chromium, and what is seen of the page while they read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from playwright.sync_api import Page

from posdoc.charts.graph import Detail, Graph
from posdoc.drawing.html import draw
from posdoc.layout import place
from tests.layout.samples import department

DUTIES = ("受理客户投诉并跟踪到关闭。", "组织满意度调查。")


@cache
def sample() -> Graph:
    """The department, with what an HTML page shows beyond a picture."""
    graph = department()
    more = {
        "cs1": {
            "details": (Detail("岗位职责", DUTIES), Detail("岗位概述", ("让客户满意。",))),
            "keywords": ("客服主管", "Customer Service Supervisor", "SH-010"),
        },
        "mgr": {"keywords": ("After-sales Manager",)},
    }
    boxes = tuple(replace(box, **more.get(box.id, {})) for box in graph.boxes)  # type: ignore[arg-type]
    return replace(graph, boxes=boxes)


@cache
def page_of(graph: Graph) -> bytes:
    return draw(place(graph))


class Reader:
    """Somebody who looks at the page of one chart."""

    def __init__(self, page: Page, graph: Graph) -> None:
        self.page = page
        self.numbers = {box.id: number for number, box in enumerate(graph.boxes, 1)}

    def node(self, box: str) -> str:
        return f"#n{self.numbers[box]}"

    def middle(self, box: str) -> tuple[float, float]:
        """Where a box is on the screen."""
        x, y, width, height = self.page.eval_on_selector(
            f"{self.node(box)} > rect",
            "node => { const r = node.getBoundingClientRect(); return [r.x, r.y, r.width, r.height] }",
        )
        return x + width / 2, y + height / 2

    def click(self, box: str) -> None:
        """Clicks where a box has come to rest."""
        self.rest()
        self.page.mouse.click(*self.middle(box))

    def focus(self, box: str) -> None:
        self.page.eval_on_selector(self.node(box), "node => node.focus({preventScroll: true})")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def focused(self) -> str:
        """The box that has the keyboard."""
        number = self.page.evaluate("() => document.activeElement.id.slice(1)")
        return next((box for box, n in self.numbers.items() if str(n) == number), number)

    def search(self, text: str) -> list[str]:
        """Types into the search box and reads the names that it finds."""
        self.page.fill("#search", text)
        return self.page.locator("#results b").all_inner_texts()

    def visible(self) -> set[str]:
        gone = set(self.page.eval_on_selector_all(".box.gone", "nodes => nodes.map(node => Number(node.id.slice(1)))"))
        return {box for box, number in self.numbers.items() if number not in gone}

    def rects(self) -> dict[str, list[float]]:
        """The places of the visible boxes in the chart."""
        script = """nodes => nodes.map(node => {
            const rect = node.querySelector("rect");
            return [Number(node.id.slice(1)), ["x", "y", "width", "height"].map(name => Number(rect.getAttribute(name)))];
        })"""
        found = dict(self.page.eval_on_selector_all(".box:not(.gone)", script))
        return {box: found[number] for box, number in self.numbers.items() if number in found}

    def transform(self) -> tuple[float, float, float]:
        """How far the sheet is moved, and how much it is enlarged."""
        x, y, scale = self.page.eval_on_selector(
            "#sheet", "node => { const m = new DOMMatrix(node.style.transform); return [m.e, m.f, m.a] }"
        )
        return x, y, scale

    def rest(self) -> None:
        """Waits until what was changed is drawn."""
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


Opened = Callable[..., Reader]
STILL = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}


class Watch:
    """Everything that a page does by itself: failing, asking the reader, or asking for a file other than its own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seen: list[str] = []
        page.on("console", lambda message: self.seen.append(message.text))
        page.on("pageerror", lambda error: self.seen.append(str(error)))
        page.on("dialog", lambda dialog: self.seen.append(f"dialog {dialog.message}"))
        page.on("popup", lambda popup: self.seen.append(f"popup {popup.url}"))
        page.on("request", lambda request: self.seen.append(request.url))

    def faults(self, own: str) -> list[str]:
        return [what for what in self.seen if what != own and not what.startswith("data:")]


FAULTS = """() => {
    const numbers = text => (text.match(/-?[\\d.]+/g) || []).map(Number);
    const rectOf = node => ["x", "y", "width", "height"].map(name => Number(node.querySelector("rect").getAttribute(name)));
    const seen = selector => [...document.querySelectorAll(selector)].filter(node => !node.classList.contains("gone"));
    const boxes = seen("#chart .box").map(node => ({ name: node.id, at: rectOf(node) }));
    const frames = seen("#chart g[id^=f]").map(node => ({ name: node.id, at: rectOf(node) }));
    const cross = (a, b) => a[0] < b[0] + b[2] - 0.05 && b[0] < a[0] + a[2] - 0.05
        && a[1] < b[1] + b[3] - 0.05 && b[1] < a[1] + a[3] - 0.05;
    const inside = (a, b) => a[0] >= b[0] - 0.05 && a[1] >= b[1] - 0.05
        && a[0] + a[2] <= b[0] + b[2] + 0.05 && a[1] + a[3] <= b[1] + b[3] + 0.05;
    const found = [];
    for (const one of boxes) for (const two of boxes) {
        if (one !== two && cross(one.at, two.at)) found.push(`${one.name} on ${two.name}`);
    }
    for (const frame of frames) {
        for (const one of [...boxes, ...frames]) {
            if (one === frame || !cross(one.at, frame.at) || inside(one.at, frame.at) || inside(frame.at, one.at)) continue;
            found.push(`${one.name} on the edge of ${frame.name}`);
        }
    }
    const lines = [...seen("#chart polyline[id^=c]").map(node => [node.id, node.getAttribute("points")]),
        ...seen("#chart g[id^=l]").flatMap(node => node.querySelector("path").getAttribute("d").split("M").slice(1)
            .map(part => [node.id, part]))];
    for (const [name, text] of lines) {
        const values = numbers(text);
        for (let n = 0; n + 3 < values.length; n += 2) {
            const [x1, y1, x2, y2] = values.slice(n, n + 4);
            if (Math.abs(x1 - x2) > 0.05 && Math.abs(y1 - y2) > 0.05) found.push(`${name} slants`);
            const at = [Math.min(x1, x2), Math.min(y1, y2), Math.abs(x1 - x2) || 0.1, Math.abs(y1 - y2) || 0.1];
            for (const box of boxes) if (cross(at, box.at)) found.push(`${name} through ${box.name}`);
        }
    }
    return found;
}"""
"""Boxes that overlap, frames that cut through something, lines that slant or run through a box."""
