"""Small charts whose drawings are kept as goldens; together they hold everything that is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link, State
from tests.layout.arranged import around, ladder, lanes
from tests.layout.routed import career, flow
from tests.layout.samples import box, teams

STYLES: tuple[Literal["normal", "focus", "vacant", "planned", "outside"], ...] = (
    "normal",
    "focus",
    "vacant",
    "planned",
    "outside",
)

HOSTILE = "<b>&x</b>\\"


def styles() -> Graph:
    """One box of every style with lines of every role, and the whole legend."""
    boxes = [
        Box("head", (Line("售后服务经理"), Line("SH-001", "subtitle"), Line("1 人", "detail"), Line("空缺", "muted")))
    ]
    boxes += [Box(style, (Line(style),), style=style, parent="head", tooltip=f"样式 {style}") for style in STYLES]
    legend = [LegendEntry(style, f"图例 {style}") for style in STYLES]
    legend += [LegendEntry("unit", "单元"), LegendEntry("solid", "直接上级"), LegendEntry("dotted", "业务指导")]
    return Graph("各种样式", "zh", tuple(boxes), legend=tuple(legend), note="数据截至 2024-06-30")


def position() -> Graph:
    """A superior, the position itself, its peers and its reports, with a dotted line."""
    reports = ["售后服务工程师", "技术支持工程师", "客服专员", "配件管理员", "三包结算员"]
    boxes = [
        Box("top", (Line("技术部经理"), Line("直接上级", "muted"))),
        Box("peer1", (Line("技术支持主管"),), parent="top"),
        Box("me", (Line("售后服务主管"), Line("本岗位", "muted")), style="focus", parent="top"),
        Box("peer2", (Line("质检主管"),), parent="top"),
        *(Box(f"r{n}", (Line(title),), parent="me") for n, title in enumerate(reports)),
    ]
    return Graph("售后服务主管：岗位关系图", "zh", tuple(boxes), links=(Link("me", "peer2", "质量信息反馈"),))


def hostile() -> Graph:
    """Texts that look like markup, escapes and ports, in every place that holds text."""
    boxes = (
        Box("n:1", (Line(HOSTILE), Line('\\N \\G "q"', "subtitle")), group="g:1", tooltip=f'{HOSTILE} "t"'),
        Box('"', (Line("]]> --> &amp; {r|}"), Line("{{ x }}", "muted")), parent="n:1", group="g:1"),
        Box("", (Line("javascript:alert(1)"),), parent="n:1"),
    )
    links = (Link('"', "", HOSTILE),)
    legend = (LegendEntry("normal", HOSTILE),)
    return Graph(HOSTILE, 'zh" onload="x', boxes, (Group("g:1", HOSTILE),), links, legend, HOSTILE)


def work() -> Graph:
    """A flow with every kind of line, and a text that looks like markup on one of them."""
    jumps = {(2, 3): "是", (2, 5): HOSTILE, (3, 4): "", (3, 5): "", (4, 1): "重做", (4, 5): "", (5, 6): ""}
    drawn = flow(5, jumps)
    boxes = tuple(replace(box, style="decision") if box.id == "2" else box for box in drawn.boxes)
    return replace(drawn, boxes=boxes, title="投诉处理")


def moves() -> Graph:
    """Ladders in two families with moves of every kind, and a legend that has a line for each."""
    families = {"客服专员": "服务", "客服班长": "服务", "投诉专员": "服务", "客服主管": "管理", "经理": "管理"}
    up = [
        ("客服专员", "客服班长"),
        ("客服班长", "客服主管"),
        ("投诉专员", "客服主管"),
        ("客服主管", "经理"),
        ("投诉专员", "经理"),
    ]
    drawn = ladder(up, [("客服班长", "投诉专员")], [("客服班长", "客服专员")], families)
    legend = (LegendEntry("promotion", "晋升"), LegendEntry("rotation", "轮调"), LegendEntry("demotion", "降任"))
    return replace(drawn, legend=(*legend, LegendEntry("contact", "联系")))


def levels() -> Graph:
    """Units in the bands of their levels, with a dotted line."""
    bands = (Group("top", "领导层"), Group("low", "操作层"))
    boxes = (
        box("服务部", None, "top"),
        *(box(name, "服务部", "low") for name in ("客服组", "配件组")),
        box("质量部", None, "top"),
    )
    return Graph("机构设置", "zh", boxes, bands, (Link("服务部", "质量部", "合署"),), arrangement="bands")


def changes() -> Graph:
    """An organization with all that can become of boxes, of frames, and of lines."""
    boxes = (
        Box("head", (Line("经理"),), group="all", state="kept"),
        Box("new", (Line("+ 主管"), Line("1 人", "subtitle")), parent="head", group="new", state="added", line="added"),
        Box("old", (Line("− 组长"),), parent="head", group="old", state="removed", line="removed"),
        Box(
            "moved",
            (Line("→ 讲师"), Line("原上级：组长", "muted")),
            parent="new",
            group="new",
            state="moved",
            line="added",
        ),
        Box(
            "more",
            (Line("~ 工程师"), Line("8 → 10 人", "subtitle")),
            parent="head",
            group="kept",
            state="changed",
            line="kept",
        ),
        Box("kept", (Line("文员"),), parent="head", group="kept", state="kept", line="kept"),
        Box("outside", (Line("质量经理"),), style="outside"),
    )
    groups = (Group("all", "服务部"), Group("new", "+ 数字组", "all", "added"), Group("old", "− 老组", "all", "removed"),
              Group("kept", "~ 现场（原名：外勤）", "all", "changed"))  # fmt: skip
    links = (
        Link("moved", "old", state="removed"),
        Link("new", "outside", "+ 质量", state="added"),
        Link("more", "outside", "质量", state="kept"),
    )
    box_states: tuple[State, ...] = ("added", "removed", "moved", "changed", "kept")
    legend = [LegendEntry("normal", f"图例 {state}", state=state) for state in box_states]
    legend += [LegendEntry("unit", "新单元", state="added"), LegendEntry("solid", "新线", state="added"),
               LegendEntry("solid", "旧线", state="removed"), LegendEntry("dotted", "新虚线", state="added")]  # fmt: skip
    return Graph("变化", "zh", boxes, groups, links, tuple(legend))


SAMPLES = {
    "styles": styles(),
    "position": position(),
    "teams": teams(),
    "hostile": hostile(),
    "flow": work(),
    "career": career(
        ["客服专员", "投诉专员"], [["经理", "总监"], ["质量主管"]], ["配件主管", "三包主管"], ["客服专员"]
    ),
    "ladder": moves(),
    "bands": levels(),
    "lanes": replace(lanes(4, {(2, 3): "是", (2, 1): "退回", (4, 5): ""}, [0, 1, 4]), title="派工"),
    "around": around(2, 2, 2, 1, 1),
    "changes": changes(),
}
