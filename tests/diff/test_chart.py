"""The organization chart of a change, by cases: each a change of one small department, and the boxes and lines of it."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from xml.etree import ElementTree

import pytest

from posdoc.charts.graph import Graph
from posdoc.diff import compare
from posdoc.diff.chart import MOST_LEFT, MOST_NEIGHBOURS, changes_graph
from posdoc.drawing import draw, draw_pages, formats
from posdoc.layout import place
from posdoc.layout.paging import paginate
from posdoc.load import load
from posdoc.model import DottedLine, HeadCount, Organization, Paper, PositionStatus, Ref, Text, Unit
from tests.charts.samples import UNITS, position
from tests.conftest import ROOT
from tests.diff.edits import edited, with_record
from tests.diff.test_union import BASE, added, altered, without
from tests.layout.paged import phrases


def graph(new: Organization, language: str = "zh", *, old: Organization = BASE, whole: bool = False) -> Graph:
    return changes_graph(compare(old, new), language, ("v1", "v2"), whole=whole)


def boxes(drawn: Graph) -> list[str]:
    """Each box that is marked: its state and that of the line to its superior, and its lines."""
    return [
        f"{box.state} {box.line} < {box.parent}: " + " | ".join(line.text for line in box.lines)
        for box in drawn.boxes
        if box.state not in (None, "kept") or box.line != "kept"
    ]


def links(drawn: Graph) -> list[str]:
    return [f"{link.state} {link.source}..{link.target} {link.label}".strip() for link in drawn.links]


QUALITY = (DottedLine(position=Ref("quality"), for_=Text({"zh": "质量反馈", "en": "quality"})),)
Case = tuple[Organization, list[str], list[str]]
CASES: dict[str, Case] = {
    "one comes": (
        added(position("new", "新", "leader", 2, unit="field")),
        ["added added < leader: + 新 | 2 人"],
        [],
    ),
    "one goes": (without("clerk"), ["removed removed < manager: − 文员 | 1 人"], []),
    "one goes and its report gets its superior": (
        replace(without("leader"), positions=tuple(
            with_record(p, reports_to=Ref("manager")) if p.id == "engineer" else p for p in without("leader").positions)),
        ["removed removed < manager: − 组长 | 1 人", "moved added < manager: → 工程师 | 8 人 | 原上级：组长"],
        ["removed engineer..leader"],
    ),
    "another superior and unit": (
        altered("trainer", reports_to=Ref("leader"), unit="field"),
        ["moved added < leader: → 讲师 | 1 人 | 原上级：经理 | 原部门：服务部"],
        ["removed trainer..manager"],
    ),
    "another unit": (altered("trainer", unit="field"), ["moved kept < manager: → 讲师 | 1 人 | 原部门：服务部"], []),
    "a superior where there was none": (
        altered("manager", reports_to=Ref("quality")),
        ["moved added < quality: → 经理 | 1 人 | 原上级：总监 | 未画：4 个岗位，共 11 人"],
        ["removed manager..director"],
    ),
    "another title": (
        altered("trainer", title=Text({"zh": "教员", "en": "Tutor"})),
        ["changed kept < manager: ~ 教员 | 原名：讲师 | 1 人"],
        [],
    ),
    "another head count": (
        altered("engineer", headcount=HeadCount(10, 12)),
        ["changed kept < leader: ~ 工程师 | 8 → 10–12 人"],
        [],
    ),
    "a head count that is no number": (
        altered("engineer", headcount=HeadCount(text=Text({"zh": "数名"}))),
        ["changed kept < leader: ~ 工程师 | 8 → 数名"],
        [],
    ),
    "no head count any more": (altered("engineer", headcount=None), ["changed kept < leader: ~ 工程师 | 8 → —"], []),
    "only planned now": (
        altered("trainer", status=PositionStatus.PLANNED),
        ["changed kept < manager: ~ 讲师 | 1 人 | 岗位状态：在用 → 拟设"],
        [],
    ),
    "a grade": (altered("trainer", grade=Ref("P5")), ["changed kept < manager: ~ 讲师 | 1 人 | 职等：— → P5"], []),
    "a dotted line comes": (
        altered("trainer", dotted_to=QUALITY),
        [],
        ["added trainer..quality + 质量反馈"],
    ),
    "nothing that the chart shows": (altered("trainer", code="SH-9"), [], []),
}  # fmt: skip


@pytest.mark.parametrize(("new", "wanted", "lines"), CASES.values(), ids=CASES)
def test_what_is_marked(new: Organization, wanted: list[str], lines: list[str]) -> None:
    drawn = graph(new)
    assert boxes(drawn) == wanted
    assert links(drawn) == lines


def test_a_dotted_line_that_ended() -> None:
    drawn = graph(BASE, old=altered("trainer", dotted_to=QUALITY))
    assert links(drawn) == ["removed trainer..quality − 质量反馈"]
    assert drawn.boxes[-1].id == "quality"


def test_in_english() -> None:
    changed = altered("trainer", reports_to=Ref("leader"), unit="field", title=Text({"zh": "教员", "en": "Tutor"}))
    drawn = graph(changed, "en")
    assert drawn.title == "After-sales Organization Chart, changes: v1 → v2"
    assert boxes(drawn) == ["moved added < leader: → Tutor | was: Trainer | 1 | reported to: Manager | was in: Service"]
    assert [entry.text for entry in drawn.legend] == [
        "→ other superior or unit",
        "unchanged",
        "outside the department",
        "new reporting line",
        "reporting line that ended",
    ]
    assert (
        drawn.note
        == "1 with another superior or unit; 4 unchanged. Not drawn, as nothing changed in them: 1 position, 1 person."
    )


def test_the_frames_of_units() -> None:
    service, field, east, empty = UNITS
    night = Unit(id="night", title=Text({"zh": "夜班", "en": "Night"}), parent="service")
    new = replace(
        BASE,
        units=(service, with_record(field, title=Text({"zh": "外勤组"})), night),
        positions=tuple(
            with_record(p, unit="night")
            if p.id == "trainer"
            else with_record(p, unit="field")
            if p.unit == "east"
            else p
            for p in BASE.positions
        ),
    )
    drawn = graph(new, whole=True)
    assert [(group.title, group.parent, group.state) for group in drawn.groups] == [
        ("服务部", None, None),
        ("~ 外勤组（原名：现场组）", "service", "changed"),
        ("+ 夜班", "service", "added"),
    ]
    back = graph(BASE, old=new, whole=True)
    assert ("− 夜班", "removed") not in [(group.title, group.state) for group in back.groups]  # nobody is left in it
    gone = graph(without("trainer"), old=new, whole=True)
    assert ("− 夜班", "removed") in [(group.title, group.state) for group in gone.groups]


def test_a_unit_that_lies_elsewhere() -> None:
    new = replace(BASE, units=tuple(with_record(u, parent="service") if u.id == "east" else u for u in UNITS))
    assert [g.title for g in graph(new).groups] == ["服务部", "现场组", "→ 华东（原部门：现场组）"]


def test_the_legend_has_only_what_occurs() -> None:
    assert [(entry.style, entry.state, entry.text) for entry in graph(without("clerk")).legend] == [
        ("normal", "removed", "− 撤销"),
        ("normal", "kept", "没有改变"),
        ("outside", None, "部门外岗位"),
        ("solid", "removed", "取消的汇报线"),
    ]


def test_the_title_names_both_sides_and_the_working_tree() -> None:
    difference = compare(BASE, without("clerk"))
    assert changes_graph(difference, "zh", ("origin/v1", "")).title == "售后服务部组织架构图变化：origin/v1 → 当前文件"


def many(count: int) -> tuple[Organization, Organization]:
    """A department with a second, wide branch, before and after a head count deep in the first one changes."""
    crowd = [position(f"c{number}", f"员{number}", "clerk", 2) for number in range(count)]
    more = [position(f"d{number}", f"工{number}", "c1", 1) for number in range(3)]
    old = replace(BASE, positions=(*BASE.positions, *crowd, *more))
    changed = tuple(with_record(p, headcount=HeadCount(9, 9)) if p.id == "engineer" else p for p in old.positions)
    return old, replace(old, positions=changed)


def test_the_parts_with_changes_are_drawn_with_their_line_to_the_top() -> None:
    old, new = many(20)
    drawn = graph(new, old=old)
    assert [box.id for box in drawn.boxes] == ["director", "manager", "leader", "engineer"]
    assert [line.text for line in drawn.boxes[1].lines] == ["经理", "1 人", "未画：25 个岗位，共 45 人"]
    assert "图中未画没有改变的 25 个岗位，共 45 人。" in drawn.note
    whole = graph(new, old=old, whole=True)
    assert len(whole.boxes) == 29
    assert "未画" not in whole.note


def test_direct_neighbours_are_drawn_unless_they_are_many() -> None:
    few, _ = many(MOST_NEIGHBOURS + 1)
    lots, _ = many(MOST_NEIGHBOURS + 2)
    for old, shown in ((few, MOST_NEIGHBOURS), (lots, 0)):
        new = replace(old, positions=tuple(p for p in old.positions if p.id != "c0"))
        drawn = {box.id for box in graph(new, old=old).boxes}
        assert sum(name.startswith("c") and name[1:].isdigit() for name in drawn) == shown + 1


def test_many_lines_to_former_superiors_are_said_by_the_boxes_only() -> None:
    old, _ = many(MOST_LEFT + 1)
    for count in (MOST_LEFT, MOST_LEFT + 1):
        names = {f"c{number}" for number in range(count)}
        new = replace(
            old,
            positions=tuple(with_record(p, reports_to=Ref("leader")) if p.id in names else p for p in old.positions),
        )
        drawn = graph(new, old=old)
        assert len(drawn.links) == (count if count <= MOST_LEFT else 0)
        assert all("原上级：文员" in [line.text for line in box.lines] for box in drawn.boxes if box.id in names)


def test_without_a_change_nothing_is_drawn_and_what_the_chart_cannot_show_is_said() -> None:
    assert (graph(BASE).boxes, graph(BASE).note) == ((), "")
    assert graph(altered("trainer", code="SH-9")).note == "另有 1 个岗位只有职责、要求等内容改变，图中不标。"
    assert graph(altered("trainer", id="tutor", former_ids=(Ref("trainer"),))).note == ""


def test_kept_dotted_lines_are_drawn_only_in_the_whole() -> None:
    old = altered("engineer", dotted_to=QUALITY)
    new = replace(old, positions=tuple(p for p in old.positions if p.id != "clerk"))
    assert graph(new, old=old).links == ()
    assert "quality" not in [box.id for box in graph(new, old=old).boxes]
    assert links(graph(new, old=old, whole=True)) == ["kept engineer..quality 质量反馈"]


# --- all formats


@pytest.fixture(scope="module")
def edits() -> Graph:
    """A dozen edits of the sample department."""
    old = load(ROOT)[0]
    drawn = changes_graph(compare(old, edited(old, Random(7), 12)), "zh", ("v1", "v2"))
    assert {box.state for box in drawn.boxes} >= {"added", "kept"}
    return drawn


@pytest.mark.parametrize("format_", formats())
def test_every_format_draws_it(format_: str, edits: Graph) -> None:
    assert draw(place(edits), format_)


def test_the_svg_is_well_formed_and_marks_every_box(edits: Graph) -> None:
    root = ElementTree.fromstring(draw(place(edits), "svg"))
    texts = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    marked = [box for box in edits.boxes if box.state == "added"]
    assert marked
    assert sum(text.startswith("+ ") for text in texts) >= len(marked)


@pytest.mark.parametrize("paper", [Paper.SLIDE, Paper.A4])
def test_pages_explain_what_stands_on_them(paper: Paper, edits: Graph) -> None:
    pages = paginate(edits, paper, phrases())
    assert draw_pages(pages, "pptx")
    for page in pages:
        explained = {(entry.style, entry.state) for entry in page.placed.legend if entry.state}
        assert explained >= {("normal", box.state) for box in page.placed.boxes if box.state}
        assert explained >= {
            ("solid", line.state) for line in page.placed.connectors if line.state in ("added", "removed")
        }


@pytest.mark.parametrize("seed", range(12))
def test_edits_by_chance_can_be_drawn(seed: int) -> None:
    drawn = graph(edited(BASE, Random(seed), 5), whole=True)
    ids = [box.id for box in drawn.boxes]
    assert len(ids) == len(set(ids))
    assert place(drawn).width > 0
