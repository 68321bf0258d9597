from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.charts.graph import Graph, Group
from posdoc.layout.paging import page_names, paginate
from posdoc.layout.placed import Page
from posdoc.layout.sheets import A3, A4, LEAST_SCALE
from posdoc.model import Paper
from tests.layout import routed
from tests.layout.paged import phrases, said
from tests.layout.routed import LONG, MIXED, SHORT, flow

TEXTS = (SHORT, MIXED, LONG)


def pages_of(drawn: Graph, paper: Paper = Paper.A4) -> list[Page]:
    return paginate(drawn, paper, phrases(drawn.language))


def own(page: Page) -> list[str]:
    """The steps of a page, without its marks."""
    return [box.id for box in page.placed.boxes if box.id.isdecimal()]


def home(pages: Sequence[Page], step: int) -> int:
    (found,) = (number for number, page in enumerate(pages) if str(step) in own(page))
    return found


def marks(page: Page) -> list[str]:
    """What the marks at the edges of a page say."""
    return ["".join(text.text for text in box.texts) for box in page.placed.boxes if box.id.startswith("page")]


def test_a_short_flow_is_one_page() -> None:
    (page,) = pages_of(flow(12, {(3, 1): "不合格"}))
    assert (page.jumps, page.placed.name) == ((), "")
    assert marks(page) == []


def test_a_long_flow_is_cut_at_its_steps() -> None:
    pages = pages_of(flow(100, {}, TEXTS))
    assert len(pages) > 2
    assert [step for page in pages for step in own(page)] == [str(step) for step in range(102)]
    assert {(page.width, page.height) for page in pages} == {tuple(A4.upright)}
    assert all(page.scale >= LEAST_SCALE for page in pages)
    assert [marks(page) for page in pages[:2]] == [["转第 2 页"], ["接第 1 页", "转第 3 页"]]
    assert marks(pages[-1]) == [f"接第 {len(pages) - 1} 页"]
    assert [{target for _, target in page.jumps} for page in pages[:2]] == [{1}, {0, 2}]
    counts = [len(own(page)) for page in pages]
    assert max(counts) - min(counts) <= 1


def test_the_pages_are_named_after_their_steps() -> None:
    pages = pages_of(replace(flow(80, {}, TEXTS), title="投诉处理"))
    last = len(own(pages[0])) - 1
    assert page_names(pages)[0] == f"第 1–{last} 步（第 1 页，共 {len(pages)} 页）"
    assert pages[0].placed.name.startswith("投诉处理 · 第 1–")


def test_what_leads_to_another_page_is_told_of_at_both_ends() -> None:
    pages = pages_of(flow(100, {(3, 4): "合格", (3, 90): "不合格", (95, 2): "", (95, 101): ""}, TEXTS))
    number = {step: home(pages, step) + 1 for step in (2, 3, 90, 95)}
    assert said(pages[0], "3").endswith(f"不合格→第90步（第{number[90]}页）")
    assert said(pages[number[90] - 1], "90").endswith("←第3步（第1页）")
    assert said(pages[number[95] - 1], "95").endswith("→第2步（第1页）")
    assert f"←第95步（第{number[95]}页）" in said(pages[0], "2")


def test_the_end_is_called_by_its_name() -> None:
    pages = pages_of(flow(100, {(3, 4): "合格", (3, 101): "放弃"}, TEXTS))
    assert said(pages[0], "3").endswith(f"放弃→结束（第{len(pages)}页）")


def test_where_no_step_leads_over_the_edge_there_is_no_mark() -> None:
    pages = pages_of(flow(90, {(step, min(91, step + 2)): "" for step in range(1, 91)}, TEXTS))
    assert len(pages) > 1
    assert [mark for page in pages for mark in marks(page)] == []
    assert "（第2页）" in said(pages[0], own(pages[0])[-1])


@settings(max_examples=6, deadline=None)
@given(
    st.integers(60, 110),
    st.dictionaries(
        st.tuples(st.integers(1, 59), st.integers(1, 60)), st.sampled_from(["", "是", "客户认可"]), max_size=8
    ),
    st.sampled_from([Paper.A4, Paper.A3, Paper.AUTO]),
)
def test_nothing_of_a_flow_is_lost(steps: int, jumps: dict[tuple[int, int], str], paper: Paper) -> None:
    drawn = flow(steps, jumps, TEXTS)
    pages = pages_of(drawn, paper)
    assert [step for page in pages for step in own(page)] == [box.id for box in drawn.boxes]
    assert [fault for page in pages for fault in routed.faults(page.placed)] == []
    assert all(page.scale >= LEAST_SCALE for page in pages)
    for link in {(each.source, each.target): each for each in drawn.links}.values():
        at, to = home(pages, int(link.source)), home(pages, int(link.target))
        if at == to or (to == at + 1 and int(link.target) == int(link.source) + 1):
            assert any(each.source == link.source for each in pages[at].placed.links)
        else:
            assert f"（第{to + 1}页）" in said(pages[at], link.source)
            assert f"（第{at + 1}页）" in said(pages[to], link.target)


# --- lanes


def in_lanes(steps: int, lanes: int) -> Graph:
    """A flow whose roles take turns, and the same without lanes."""
    plain = flow(steps, {}, TEXTS)
    boxes = tuple(replace(box, group=f"r{n // 3 % lanes}", lines=box.lines[:1]) for n, box in enumerate(plain.boxes))
    groups = tuple(Group(f"r{n}", f"角色 {n}") for n in range(lanes))
    return replace(plain, boxes=boxes, groups=groups, otherwise=plain)


def test_every_page_of_a_flow_in_lanes_has_all_its_lanes() -> None:
    pages = pages_of(in_lanes(60, 4))
    assert len(pages) > 1
    assert [step for page in pages for step in own(page)] == [str(step) for step in range(62)]
    assert {len(page.placed.frames) for page in pages} == {4}
    assert "客服专员" not in said(pages[0], "2")


def test_a_flow_with_too_many_lanes_is_set_without_them() -> None:
    pages = pages_of(in_lanes(90, 14))
    assert len(pages) > 1
    assert {len(page.placed.frames) for page in pages} == {0}
    assert "客服专员" in said(pages[0], "2")
    assert [step for page in pages for step in own(page)] == [str(step) for step in range(92)]


def test_a_step_too_large_for_a_page_leaves_the_flow_on_one() -> None:
    drawn = flow(3, {}, ["填写登记表并由客户签字确认" * 150])
    (page,) = pages_of(drawn)
    assert page.scale >= 0.5
    assert {page.width, page.height} in (set(A4), set(A3)) or page.scale == 1.0
    assert "".join(text.text for text in page.placed.note)
