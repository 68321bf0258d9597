"""The HTML page in Chromium: what a reader does with it, and what no text in it can do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pypdf import PdfReader

from posdoc.charts.graph import Detail, Graph
from posdoc.drawing.html import draw
from posdoc.layout import place
from tests.conftest import find_tool
from tests.drawing.samples import SAMPLES
from tests.drawing.test_html import hostile
from tests.layout.samples import bush, crossing, department, random_graph, teams

pytestmark = pytest.mark.tool("chromium")

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=find_tool("chromium"), args=["--no-sandbox"])
        yield made
        made.close()


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


@pytest.fixture(scope="module")
def still(browser: Browser) -> Watch:
    """The window of a reader who wants no motion, on an ordinary screen. A window of one's own takes longer to open."""
    return Watch(browser.new_page(**STILL))  # type: ignore[arg-type]


Opened = Callable[..., Reader]


@pytest.fixture
def opened(browser: Browser, still: Watch, tmp_path: Path) -> Iterator[Opened]:
    """Opens the page of a chart. At the end no script has failed, asked anything, or asked for anything."""
    watches: list[Watch] = []
    path = tmp_path / "chart.html"
    allowed = ""

    def open_(graph: Graph, *, allow: str = "", **options: Any) -> Reader:
        nonlocal allowed
        allowed = allow
        path.write_bytes(page_of(graph))
        watch = Watch(browser.new_page(**{**STILL, **options})) if options else still
        watch.seen.clear()
        watches.append(watch)
        watch.page.goto(path.as_uri())
        reader = Reader(watch.page, graph)
        reader.rest()
        return reader

    yield open_
    faults = [fault for watch in watches for fault in watch.faults(path.as_uri())]
    for watch in watches:
        if watch is not still:
            watch.page.close()
    assert [fault for fault in faults if not allowed or allowed not in fault] == []


# --- opening -------------------------------------------------------------------------------------------------


def test_a_chart_that_fits_is_shown_whole(opened: Opened) -> None:
    reader = opened(sample())
    stage = reader.page.locator("#stage").bounding_box()
    chart = reader.page.locator("#chart").bounding_box()
    assert stage
    assert chart
    assert chart["x"] >= stage["x"]
    assert chart["y"] >= stage["y"]
    assert chart["x"] + chart["width"] <= stage["x"] + stage["width"]
    assert chart["y"] + chart["height"] <= stage["y"] + stage["height"]


def test_of_a_chart_that_does_not_fit_the_top_is_shown_large_enough_to_be_read(opened: Opened) -> None:
    reader = opened(bush(300, 5))
    assert reader.transform()[2] == pytest.approx(0.65)
    x, y = reader.middle("岗位0")
    assert 0 < x < 1280
    assert 56 < y < 200
    reader.press("0")
    reader.rest()
    assert reader.transform()[2] < 0.65


def test_where_nothing_can_be_read_the_largest_branches_are_named(opened: Opened) -> None:
    reader = opened(bush(1500, 6))
    assert reader.page.locator("#signs span").count() == 0
    reader.press("0")
    reader.page.wait_for_selector("#stage.far")
    signs = reader.page.locator("#signs span").all_inner_texts()
    assert {"岗位0", "岗位1"} <= set(signs)
    assert len(signs) <= 16
    assert reader.page.eval_on_selector("#n9 text", "node => getComputedStyle(node).visibility") == "hidden"


# --- search --------------------------------------------------------------------------------------------------


def test_a_box_is_found_by_all_its_names_by_pinyin_and_by_its_details(opened: Opened) -> None:
    names = ["客户服务主管", "客服主管", "customer sup", "sh-010", "ＳＨ－０１０"]
    by_sound = ["kfzg", "khfwzg", "kehufuwuzhuguan", "KeHu zhuguan", "keh'fuw"]
    reader = opened(sample())
    for typed in (*names, *by_sound, "跟踪到关闭"):
        assert reader.search(typed)[0] == "客户服务主管", typed


def test_a_search_finds_nothing_that_is_not_there(opened: Opened) -> None:
    reader = opened(sample())
    assert reader.search("财务总监") == []
    assert reader.page.inner_text("#count") == "没有找到"
    assert reader.search("专员") == ["客服专员", "投诉处理专员", "回访专员"]
    assert reader.page.inner_text("#count") == "3 个结果"


def test_a_result_is_chosen_by_the_keyboard_and_brought_into_the_middle(opened: Opened) -> None:
    reader = opened(sample())
    reader.press("/")
    reader.page.keyboard.type("zhuanyuan")
    reader.press("ArrowDown", "Enter")
    reader.rest()
    assert reader.focused() == "cs3"
    x, y = reader.middle("cs3")
    assert abs(x - 640) < 2
    assert 300 < y < 500
    assert reader.transform()[2] >= 1
    ring = reader.page.locator("#ring").bounding_box()
    assert ring
    assert abs(ring["x"] + ring["width"] / 2 - x) < 1
    assert reader.page.locator("#found").is_hidden()


def test_a_result_is_chosen_by_the_mouse_and_opened_up_where_it_was_collapsed(opened: Opened) -> None:
    reader = opened(sample())
    reader.page.click("#collapse-all")
    assert reader.visible() == {"gm"}
    reader.search("杭州")
    reader.page.click("#results [role=option]")
    reader.rest()
    assert {"gm", "mgr", "f1", "e1", "e4"} <= reader.visible()
    assert reader.focused() == "e4"


# --- collapsing ----------------------------------------------------------------------------------------------


def test_space_collapses_a_box_and_opens_it_again_as_it_was(opened: Opened) -> None:
    reader = opened(sample())
    before, size = reader.rects(), reader.page.get_attribute("#chart", "viewBox")
    reader.focus("f1")
    reader.press(" ")
    reader.rest()
    assert reader.visible() == set(before) - {"f2", "f3", "e1", "e2", "e3", "e4"}
    assert reader.page.get_attribute(reader.node("f1"), "aria-expanded") == "false"
    assert reader.page.text_content(f"{reader.node('f1')} > text.closed") == "6"
    assert reader.page.get_attribute("#chart", "viewBox") != size
    reader.press(" ")
    reader.rest()
    assert reader.rects() == before
    assert reader.page.get_attribute("#chart", "viewBox") == size


def test_what_a_collapsed_box_hides_takes_no_room(opened: Opened) -> None:
    reader = opened(bush(40, 3))
    for _ in range(2):
        width, height = _size(reader)
        reader.page.select_option("#level", "2")
        small_width, small_height = _size(reader)
        assert small_width < width / 1.5
        assert small_height < height / 1.5
        reader.page.click("#expand-all")
        assert _size(reader) == (width, height)


def _size(reader: Reader) -> tuple[float, float]:
    _, _, width, height = map(float, (reader.page.get_attribute("#chart", "viewBox") or "").split())
    return width, height


def test_a_click_on_the_handle_collapses_and_leaves_the_box_where_it_is(opened: Opened) -> None:
    reader = opened(sample())
    before = reader.middle("f1")
    handle = reader.page.locator(f"{reader.node('f1')} > .pill.open").bounding_box()
    assert handle
    reader.page.mouse.click(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    reader.rest()
    assert "f2" not in reader.visible()
    assert reader.middle("f1") == pytest.approx(before, abs=0.5)
    assert reader.page.locator("#panel").is_hidden()


def test_links_and_frames_go_with_their_boxes(opened: Opened) -> None:
    reader = opened(sample())
    reader.focus("ts1")
    reader.press(" ")
    gone = reader.page.eval_on_selector_all("#chart g.gone", "nodes => nodes.map(node => node.id)")
    assert {"l1", "t1", "l3"} <= set(gone)
    assert "l2" not in gone
    assert reader.page.locator("#f3").is_visible()
    reader.focus("mgr")
    reader.press(" ")
    assert reader.page.locator("#f3").is_hidden()


def test_levels_are_opened_down_to_one(opened: Opened) -> None:
    reader = opened(sample())
    reader.page.select_option("#level", "2")
    assert reader.visible() == {"gm", "mgr"}
    reader.page.select_option("#level", "3")
    assert "ts1" in reader.visible()
    assert "ts2" not in reader.visible()
    reader.page.click("#expand-all")
    assert len(reader.visible()) == 22


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


@pytest.mark.parametrize(
    "graph",
    [sample(), teams(), crossing(), bush(60, 4), *(random_graph(seed) for seed in range(100, 106))],
    ids=["department", "teams", "crossing", "bush", *(f"random {seed}" for seed in range(100, 106))],
)
def test_nothing_comes_to_lie_on_anything_whatever_is_collapsed(opened: Opened, graph: Graph) -> None:
    reader = opened(graph)
    chance = Random(7)
    assert reader.page.evaluate(FAULTS) == []
    above = sorted({box.parent for box in graph.boxes if box.parent} & reader.numbers.keys())
    for box in chance.sample(above, min(len(above), 8)):
        if box not in reader.visible():
            continue
        reader.focus(box)
        reader.press(" ")
        assert reader.page.evaluate(FAULTS) == [], f"after {box}"


def test_collapsing_glides_and_ends_where_it_would_without_gliding(opened: Opened) -> None:
    readers = [opened(sample(), reduced_motion=motion) for motion in ("reduce", "no-preference")]
    for reader in readers:
        reader.focus("cs1")
        reader.press(" ")
    readers[1].page.wait_for_timeout(400)
    assert readers[1].rects() == readers[0].rects()
    assert readers[1].transform() == pytest.approx(readers[0].transform(), abs=0.01)


def test_what_is_done_while_a_chart_glides_finds_it_at_its_goal(opened: Opened) -> None:
    still, gliding = (opened(sample(), reduced_motion=motion) for motion in ("reduce", "no-preference"))
    for reader in (still, gliding):
        reader.focus("cs1")
        reader.press(" ")
        reader.page.mouse.move(30, 300)
        reader.page.mouse.down()
        reader.page.mouse.up()
    assert gliding.rects() == still.rects()
    for reader in (still, gliding):
        reader.focus("f1")
        reader.press(" ")
        reader.page.click("#expand-all")
    gliding.page.wait_for_timeout(400)
    assert gliding.rects() == still.rects()
    assert len(gliding.visible()) == 22


# --- details -------------------------------------------------------------------------------------------------


def test_a_click_opens_the_details_of_a_box(opened: Opened) -> None:
    reader = opened(sample())
    reader.click("cs1")
    panel = reader.page.locator("#panel")
    assert panel.is_visible()
    assert panel.locator("h2").inner_text() == "客户服务主管"
    assert panel.locator("ol li").all_inner_texts() == list(DUTIES)
    texts = panel.inner_text()
    assert "售后服务部 › 客户服务组" in texts
    rows = [row.split("\n") for row in panel.locator(".rows > div").all_inner_texts()]
    assert rows[:2] == [
        ["直接上级", "售后服务经理"],
        ["直接下级", "客服专员", "投诉处理专员", "回访专员", "客服文员"],
    ]
    assert ["岗位概述", "让客户满意。"] in rows
    reader.page.click("#close")
    assert panel.is_hidden()


def test_the_details_lead_to_the_superior_the_reports_and_along_dotted_lines(opened: Opened) -> None:
    reader = opened(sample())
    reader.click("cs3")
    for name, box in (
        ("技术支持工程师", "ts3"),
        ("技术支持主管", "ts1"),
        ("高级售后技术支持工程师（电气与自动化控制方向）", "ts2"),
    ):
        reader.page.click(f"#panel button:has-text('{name}')")
        reader.rest()
        assert reader.focused() == box
        assert reader.page.inner_text("#panel h2") == name
    assert "现场疑难故障支持" in reader.page.inner_text("#panel")


def test_a_box_is_not_opened_by_a_drag_that_begins_on_it(opened: Opened) -> None:
    reader = opened(sample())
    x, y = reader.middle("mgr")
    before = reader.transform()
    reader.page.mouse.move(x, y)
    reader.page.mouse.down()
    reader.page.mouse.move(x + 60, y + 30, steps=4)
    reader.page.mouse.up()
    reader.rest()
    assert reader.page.locator("#panel").is_hidden()
    assert reader.transform() == pytest.approx((before[0] + 60, before[1] + 30, before[2]), abs=0.1)


# --- keyboard ------------------------------------------------------------------------------------------------


def test_the_arrow_keys_walk_from_box_to_box(opened: Opened) -> None:
    reader = opened(sample())
    reader.page.focus("#help")
    reader.press("Tab")
    assert reader.focused() == "gm"
    walk = ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowUp", "Home", "End"]
    seen = []
    for key in walk:
        reader.press(key)
        seen.append(reader.focused())
    assert seen == ["mgr", "asst", "cs1", "cs2", "cs3", "cs1", "mgr", "gm", "e4"]
    assert reader.page.locator("#ring").is_visible()


def test_enter_opens_the_details_and_escape_closes_them(opened: Opened) -> None:
    reader = opened(sample())
    reader.focus("cs1")
    reader.press("Enter")
    assert reader.page.evaluate("() => document.activeElement.tagName") == "H2"
    assert reader.page.locator("#panel").is_visible()
    reader.press("Escape")
    assert reader.page.locator("#panel").is_hidden()
    assert reader.focused() == "cs1"
    reader.press("ArrowRight")
    assert reader.focused() == "ts1"


def test_plus_minus_and_zero_zoom(opened: Opened) -> None:
    reader = opened(sample())
    whole = reader.transform()
    reader.press("+")
    reader.rest()
    assert reader.transform()[2] == pytest.approx(whole[2] * 1.3, rel=1e-4)
    reader.press("-", "-")
    reader.rest()
    assert reader.transform()[2] == pytest.approx(whole[2] / 1.3, rel=1e-4)
    reader.press("0")
    reader.rest()
    assert reader.transform() == pytest.approx(whole, abs=0.1)


def test_keys_typed_into_the_search_do_not_zoom(opened: Opened) -> None:
    reader = opened(sample())
    before = reader.transform()
    reader.press("/")
    reader.page.keyboard.type("+0-/")
    assert reader.page.input_value("#search") == "+0-/"
    assert reader.transform() == before


def test_a_box_that_is_walked_to_comes_into_sight(opened: Opened) -> None:
    reader = opened(bush(300, 5))
    reader.focus("岗位0")
    reader.press("End")
    reader.rest()
    x, y = reader.middle("岗位299")
    assert 0 < x < 1280
    assert 56 < y < 800


def test_every_control_says_what_it_is(opened: Opened) -> None:
    reader = opened(sample())
    tree = reader.page.locator("body").aria_snapshot()
    assert 'tree "售后服务部组织架构图"' in tree
    for button in ("全部折叠", "全部展开", "打印", "键盘操作", "放大", "缩小", "显示全图"):
        assert f'button "{button}"' in tree
    assert 'treeitem "客户服务主管, 张三、李四" [expanded]' in tree
    assert 'combobox "搜索"' in tree
    reader.page.click("#help")
    assert reader.page.locator("dialog").is_visible()
    reader.press("Escape")
    assert reader.page.locator("dialog").is_hidden()


# --- moving --------------------------------------------------------------------------------------------------


def test_the_wheel_zooms_at_the_mouse(opened: Opened) -> None:
    reader = opened(sample())
    x, y = reader.middle("p1")
    reader.page.mouse.move(x, y)
    scale = reader.transform()[2]
    reader.page.mouse.wheel(0, -200)
    reader.page.wait_for_function(f"() => new DOMMatrix(document.getElementById('sheet').style.transform).a > {scale}")
    assert reader.middle("p1") == pytest.approx((x, y), abs=0.5)


def test_a_double_click_on_the_ground_comes_nearer(opened: Opened) -> None:
    reader = opened(sample())
    scale = reader.transform()[2]
    reader.page.mouse.dblclick(30, 100)
    reader.rest()
    assert reader.transform()[2] == pytest.approx(min(4, 2 * scale), rel=1e-4)


def test_two_fingers_zoom_and_one_moves(opened: Opened) -> None:
    reader = opened(sample(), has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    session = reader.page.context.new_cdp_session(reader.page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        listed = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": listed})

    before = reader.transform()
    touch("touchStart", (200, 400))
    for step in range(1, 5):
        touch("touchMove", (200 - 10 * step, 400))
    touch("touchEnd")
    reader.rest()
    assert reader.transform() == pytest.approx((before[0] - 40, *before[1:]), abs=0.5)
    touch("touchStart", (150, 400), (250, 400))
    for step in range(1, 6):
        touch("touchMove", (150 - 10 * step, 400), (250 + 10 * step, 400))
    touch("touchEnd")
    reader.rest()
    assert reader.transform()[2] == pytest.approx(2 * before[2], rel=0.05)
    assert reader.page.locator("#panel").is_hidden()


def test_the_chart_cannot_be_lost(opened: Opened) -> None:
    reader = opened(sample())
    reader.page.mouse.move(30, 300)
    reader.page.mouse.down()
    for _ in range(4):
        reader.page.mouse.move(1270, 300)
        reader.page.mouse.move(1275, 301)
    reader.page.mouse.up()
    reader.rest()
    chart = reader.page.locator("#chart").bounding_box()
    assert chart
    assert chart["x"] < 1280 - 40


# --- charts that are no trees --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["flow", "career"])
def test_a_chart_without_superiors_has_nothing_to_collapse(opened: Opened, name: str) -> None:
    reader = opened(SAMPLES[name])
    assert reader.page.locator("#tree-tools").is_hidden()
    assert reader.page.locator(".pill").count() == 0
    assert reader.page.get_attribute("#chart", "role") == "group"
    assert reader.page.evaluate(FAULTS) == []


def test_in_a_flow_the_arrow_keys_go_to_the_next_box_in_a_direction(opened: Opened) -> None:
    reader = opened(SAMPLES["flow"])
    first, second = list(reader.numbers)[:2]
    reader.focus(first)
    reader.press("ArrowDown")
    assert reader.focused() == second
    reader.press(" ", "ArrowUp")
    assert reader.focused() == first
    reader.press("Enter")
    assert "下一步" in reader.page.inner_text("#panel")


# --- hostile texts -------------------------------------------------------------------------------------------

ATTACKS = (
    "</script><script>window.__hit=1</script>",
    "<img src=x onerror=window.__hit=1>",
    "</text></svg><svg onload=window.__hit=1>",
    "javascript:window.__hit=1",
    '"><a href="javascript:window.__hit=1">x</a>',
    "<style>@import 'https://example.invalid/x.css'</style>",
)


def test_no_text_runs_a_script(opened: Opened) -> None:
    charts = [hostile(text) for text in ATTACKS]
    boxes = tuple(replace(chart.boxes[0], group=None) for chart in charts)
    links = tuple(replace(chart.links[0], source=boxes[0].id) for chart in charts[1:])
    reader = opened(replace(charts[0], title="".join(ATTACKS), boxes=(*boxes, charts[0].boxes[1]), links=links))
    for text in ATTACKS:
        reader.click(f"id {text}")
        assert reader.page.inner_text("#panel h2") == text
        assert reader.page.locator("#panel ol li").first.inner_text() == text
        reader.search(text)
        reader.press("Enter")
    reader.page.mouse.move(*reader.middle("b"))
    reader.press("Home", "Space", "Space", "Enter")
    reader.page.click("#panel .rows button >> nth=0")
    assert reader.page.evaluate("() => window.__hit") is None


def test_a_script_that_got_into_the_page_would_not_run(opened: Opened) -> None:
    reader = opened(sample(), allow="Content Security Policy")
    reader.page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.__hit = 1";
            document.body.append(script);
            document.getElementById("about").innerHTML = "<img src='data:,' onerror='window.__hit = 1'>";
        }"""
    )
    reader.page.wait_for_timeout(100)
    assert reader.page.evaluate("() => window.__hit") is None


# --- print ---------------------------------------------------------------------------------------------------


def test_the_whole_chart_as_it_stands_is_printed_on_a_landscape_page(opened: Opened, tmp_path: Path) -> None:
    reader = opened(sample())
    reader.focus("cs1")
    reader.press(" ", "Enter", "+", "+")
    reader.page.pdf(path=tmp_path / "chart.pdf", prefer_css_page_size=True)
    (sheet,) = PdfReader(tmp_path / "chart.pdf").pages
    assert sheet.mediabox.width > sheet.mediabox.height
    reader.page.emulate_media(media="print")
    for name in ("#finder", "#tools", "#zoom", "#panel", "#ring"):
        assert reader.page.locator(name).is_hidden()
    chart = reader.page.locator("#chart").bounding_box()
    assert chart
    assert (chart["x"], chart["width"]) == (0, 1280)
    assert "cs2" not in reader.visible()
    assert reader.page.locator("h1").is_visible()
    reader.page.emulate_media(media="screen")
