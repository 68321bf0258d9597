"""The HTML page in Chromium: what a reader does with it, and what no text in it can do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.drawing.browsing import DUTIES, FAULTS, Opened, sample
from tests.drawing.samples import SAMPLES
from tests.drawing.test_html import hostile
from tests.layout.samples import bush

pytestmark = pytest.mark.tool("chromium")


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
