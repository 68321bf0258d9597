from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link
from posdoc.layout import place
from posdoc.layout.paging import chart_name, page_names, paginate
from posdoc.layout.placed import Page
from posdoc.layout.sheets import A3, A4, LEAST_SCALE, MOST_SCALE, SLIDE
from posdoc.model import Paper
from tests.layout.organizations import company
from tests.layout.paged import faults, homes_of, noted, phrases, said, strewn
from tests.layout.routed import career
from tests.layout.samples import box, bush, chain, crossing, department, graph, teams


def pages_of(drawn: Graph, paper: Paper = Paper.A4) -> list[Page]:
    return paginate(drawn, paper, phrases(drawn.language))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 100_000), st.sampled_from([Paper.A4, Paper.A3, Paper.AUTO, Paper.SLIDE]))
def test_nothing_is_lost_or_unreadable(seed: int, paper: Paper) -> None:
    drawn = strewn(seed)
    assert faults(drawn, pages_of(drawn, paper)) == []


@pytest.mark.parametrize(
    "drawn",
    [department(), crossing(), teams(), company(220), chain(90), bush(200, 199), bush(300, 4), graph()],
    ids=["department", "crossing", "teams", "company", "chain", "star", "bush", "nothing"],
)
def test_nor_in_charts_that_people_draw(drawn: Graph) -> None:
    assert faults(drawn, pages_of(drawn)) == []


def test_the_checks_of_these_tests_can_fail() -> None:
    drawn = company(220)
    pages = pages_of(drawn)
    assert len(pages) > 3
    first, last = pages[0], pages[-1]
    assert any("stands on" in fault for fault in faults(drawn, pages[:-1]))
    assert any("does not lead on" in fault for fault in faults(drawn, [replace(first, jumps=()), *pages[1:]]))
    assert any("without a word" in fault for fault in faults(drawn, [*pages[:-1], replace(last, scale=0.5)]))
    bare = replace(last.placed, boxes=tuple(each._replace(texts=each.texts[:1]) for each in last.placed.boxes))
    told = [link for link in drawn.links if home(pages, link.source) == len(pages) - 1 != home(pages, link.target)]
    lost = faults(drawn, [*pages[:-1], replace(last, placed=bare)])
    assert not told or any("nothing of" in fault for fault in lost)


def home(pages: list[Page], name: str) -> int:
    return homes_of(pages)[name][0]


# --- which paper


def test_a_small_chart_is_one_page_a_little_enlarged() -> None:
    (page,) = pages_of(teams())
    assert page.scale == MOST_SCALE
    assert (page.width, page.height) == A4.landscape
    assert (page.placed.name, page.jumps) == ("图", ())


def test_a_narrow_chart_stands_upright() -> None:
    (page,) = pages_of(chain(15))
    assert (page.width, page.height) == A4.upright


def test_auto_takes_a3_for_what_cannot_be_read_on_a4_and_pages_of_a4_beyond_that() -> None:
    sheets = {count: pages_of(bush(count, 4), Paper.AUTO) for count in (30, 110, 400)}
    assert [len(pages) > 1 for pages in sheets.values()] == [False, False, True]
    sizes = [{pages[0].width, pages[0].height} for pages in sheets.values()]
    assert sizes == [set(A4), set(A3), set(A4)]


def test_whole_is_one_page_as_large_as_the_chart() -> None:
    drawn = bush(400, 5)
    (page,) = pages_of(drawn, Paper.WHOLE)
    assert page == Page(place(drawn), place(drawn).width, place(drawn).height)


def test_all_pages_of_a_chart_are_turned_alike() -> None:
    for drawn in (company(220), chain(300), bush(300, 299)):
        assert len({(page.width, page.height) for page in pages_of(drawn)}) == 1


def test_a_deep_chart_goes_on_upright_pages() -> None:
    assert {page.width < page.height for page in pages_of(chain(100))} == {True}


# --- what the pages say


def test_the_pages_are_named_after_what_they_show() -> None:
    pages = pages_of(company(220))
    names = page_names(pages)
    assert chart_name(pages) == "远岚集团组织架构图"
    assert names[0] == f"总览（第 1 页，共 {len(pages)} 页）"
    assert all(f"（第 {number} 页，共 {len(pages)} 页）" in name for number, name in enumerate(names, 1))
    assert len(set(names)) == len(names)
    assert any("总监" in name for name in names[1:])


def test_a_chart_without_a_title_has_named_pages() -> None:
    pages = pages_of(replace(bush(300, 4), title=""))
    assert page_names(pages)[0] == f"总览（第 1 页，共 {len(pages)} 页）"
    assert chart_name(pages) == ""


def test_a_single_page_is_called_as_the_chart() -> None:
    pages = pages_of(teams())
    assert (page_names(pages), chart_name(pages)) == (["图"], "图")
    assert (page_names([]), chart_name([])) == ([], "")


def test_a_cut_box_says_how_much_there_is_below_and_where_and_its_copy_leads_back() -> None:
    pages = pages_of(bush(300, 60))
    assert said(pages[0], "岗位1").endswith("下属60个岗位→第2页")
    assert said(pages[1], "岗位1").endswith("←第1页")
    assert ("岗位1", 1) in pages[0].jumps
    assert ("岗位1", 0) in pages[1].jumps


def test_reports_that_go_on_say_so() -> None:
    pages = pages_of(bush(400, 399))
    last = len(pages)
    assert last > 3
    assert said(pages[0], "岗位0").endswith(f"→第2–{last}页")
    assert said(pages[1], "岗位0").endswith("←第1页续→第3页")
    assert said(pages[-1], "岗位0").endswith("←第1页")
    assert page_names(pages)[1].startswith("岗位0（续）")


def test_a_repeated_superior_is_grey_and_in_the_legend() -> None:
    drawn = replace(company(220), legend=(LegendEntry("vacant", "有空缺"), LegendEntry("planned", "拟设")))
    pages = pages_of(drawn)
    copy = pages[1].jumps[0][0]
    (found,) = (each for each in pages[1].placed.boxes if each.id == copy)
    assert (found.style, found.colour, found.details) == ("outside", None, ())
    entries = [" ".join(text.text for text in entry.texts) for entry in pages[1].placed.legend]
    assert entries[-1] == "列于其他页的上级"
    assert "拟设" not in entries
    first = [" ".join(text.text for text in entry.texts) for entry in pages[0].placed.legend]
    assert "列于其他页的上级" not in first


def test_the_noun_is_the_caller_s() -> None:
    pages = paginate(bush(300, 60), Paper.A4, phrases("en"), "units")
    assert said(pages[0], "岗位1").endswith("60unitsbelow→p.2")


def test_only_the_innermost_of_the_frames_around_a_whole_page_is_kept() -> None:
    groups = (
        Group("all", "公司"),
        Group("one", "一部", "all"),
        Group("two", "二部", "all"),
        Group("in", "内组", "one"),
    )
    boxes = [box("0", None, "all"), box("1", "0", "one"), box("2", "0", "two")]
    boxes += [box(f"1{n}", "1", "in") for n in range(120)]
    boxes += [box(f"2{n}", "2", "two") for n in range(120)]
    pages = pages_of(graph(*boxes, groups=groups))
    assert {frame.id for frame in pages[0].placed.frames} == {"all", "one", "two"}
    assert {frame.id for frame in pages[1].placed.frames} == {"one", "in"}


# --- dotted lines to other pages


def linked(*links: Link) -> list[Page]:
    return pages_of(replace(bush(300, 60), links=links))


def test_a_link_between_pages_is_told_of_at_both_ends() -> None:
    pages = linked(Link("岗位70", "岗位130", "质量反馈"), Link("岗位71", "岗位0"))
    at, to = home(pages, "岗位70"), home(pages, "岗位130")
    assert said(pages[at], "岗位70").endswith(f"虚线→岗位130（质量反馈）第{to + 1}页")
    assert said(pages[to], "岗位130").endswith(f"虚线←岗位70第{at + 1}页")
    assert said(pages[home(pages, "岗位71")], "岗位71").endswith("虚线→岗位0第1页")


def test_a_link_to_a_repeated_superior_is_drawn_and_told_of_where_the_superior_stands() -> None:
    pages = linked(Link("岗位70", "岗位1", ""))
    assert [(link.source, link.target) for link in pages[1].placed.links] == [("岗位70", "岗位1")]
    assert "虚线←岗位70第2页" in said(pages[0], "岗位1")


def test_links_too_many_for_a_box_are_in_the_note_and_those_that_arrive_are_counted() -> None:
    pages = linked(*(Link("岗位70", f"岗位{number}") for number in range(130, 136)))
    at = home(pages, "岗位70")
    assert said(pages[at], "岗位70").count("虚线") == 2
    assert noted(pages[at]).count("虚线") == 4
    assert noted(pages[at]).startswith("岗位70：虚线→岗位132")
    pages = linked(*(Link(f"岗位{number}", "岗位70") for number in range(130, 136)))
    assert said(pages[home(pages, "岗位70")], "岗位70").endswith("虚线←其他页的6个岗位")


# --- what cannot be cut


def test_a_box_too_large_for_any_page_is_made_smaller_and_that_is_said() -> None:
    boxes = [
        box("0"),
        Box("1", tuple(Line("很长的说明" * 8, "detail") for _ in range(60)), parent="0"),
        *(box(str(n), "1") for n in range(2, 90)),
    ]
    pages = pages_of(graph(*boxes))
    smaller = [page for page in pages if page.scale < LEAST_SCALE]
    assert len(smaller) == 1
    assert noted(smaller[0]) == f"为排在一页，缩小到{int(smaller[0].scale * 100)}%"


def test_a_career_too_large_for_a_page_is_made_smaller_then_set_on_a3_then_as_large_as_it_is() -> None:
    found = {}
    for count in (8, 35, 48, 70):
        (page,) = pages_of(career([f"客服专员{n}" for n in range(count)], [["经理", "总监"]]))
        found[count] = page
    assert noted(found[8]) == ""
    assert noted(found[35]).startswith("为排在一页，缩小到")
    assert {found[35].width, found[35].height} == set(A4)
    assert {found[48].width, found[48].height} == set(A3)
    assert noted(found[70]) == "排不进A3，改为一页，与图同大"
    assert found[70].scale == 1.0


def test_bands_are_divided_like_trees() -> None:
    groups = (Group("top", "领导层"), Group("middle", "管理层"), Group("low", "操作层"))
    boxes = [box("0", None, "top"), *(box(f"{n}", "0", "middle") for n in range(1, 7))]
    boxes += [box(f"{n}-{m}", f"{n}", "low") for n in range(1, 7) for m in range(30)]
    drawn = replace(graph(*boxes, groups=groups), arrangement="bands")
    pages = pages_of(drawn)
    assert faults(drawn, pages) == []
    assert {frame.id for frame in pages[0].placed.frames} >= {"top", "middle"}


# --- large charts


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A3])
def test_the_same_chart_is_divided_alike(paper: Paper) -> None:
    assert pages_of(company(150), paper) == pages_of(company(150), paper)


def test_a_thousand_boxes_need_as_many_pages_as_a_folder_holds() -> None:
    assert len(pages_of(company(1000), Paper.A4)) < 60
    assert len(pages_of(company(1000, "en"), Paper.A3)) < 35


def test_the_legend_says_what_a_superior_from_another_page_looks_like() -> None:
    first, second, *_ = pages_of(company(220))
    meant = {"".join(text.text for text in entry.texts): entry.style for entry in second.placed.legend}
    assert meant["列于其他页的上级"] == "outside"
    assert "列于其他页的上级" not in {"".join(text.text for text in entry.texts) for entry in first.placed.legend}
    assert any(box.style == "outside" for box in second.placed.boxes)


def test_all_pages_of_slides_are_slides() -> None:
    pages = pages_of(company(220), Paper.SLIDE)
    assert len(pages) > 3
    assert {(page.width, page.height) for page in pages} == {SLIDE}
    assert {(page.width, page.height) for page in pages_of(teams(), Paper.SLIDE)} == {SLIDE}


@pytest.mark.large
@pytest.mark.parametrize(
    "drawn",
    [chain(3000), bush(10_000, 6), bush(5000, 4_999), company(2000)],
    ids=["chain", "bush", "star", "company"],
)
def test_thousands_of_boxes_need_seconds_and_no_recursion(drawn: Graph) -> None:
    start = process_time()
    pages = pages_of(drawn)
    assert process_time() - start < 60
    assert {name for name, numbers in homes_of(pages).items() if len(numbers) == 1} == {each.id for each in drawn.boxes}
    assert min(page.scale for page in pages) >= LEAST_SCALE


def test_pages_explain_what_became_of_what_stands_on_them_and_tell_of_no_line_that_ended() -> None:
    drawn = company(220)
    first = drawn.boxes[0].id
    other = next(each for each in reversed(drawn.boxes) if each.parent)
    boxes = tuple(replace(each, state="added", line="removed") if each == other else replace(each, state="kept", line="kept")
                  for each in drawn.boxes)  # fmt: skip
    states = (LegendEntry("normal", "新", state="added"), LegendEntry("normal", "旧", state="kept"),
              LegendEntry("solid", "止", state="removed"), LegendEntry("dotted", "虚", state="added"))  # fmt: skip
    changed = replace(drawn, boxes=boxes, links=(Link(other.id, first, state="removed"),), legend=states)
    pages = pages_of(changed)
    found = {other.id: home(pages, other.id), first: home(pages, first)}
    assert found[other.id] != found[first]
    meant = [{text.text for entry in page.placed.legend for text in entry.texts} for page in pages]
    assert {"新", "旧", "止"} <= meant[found[other.id]]
    assert meant[found[first]] & {"新", "旧", "止", "虚"} == {"旧"}
    inside = {each.id for each in boxes if each.style != "outside"}
    repeated = [each for page in pages for each in page.placed.boxes if each.style == "outside" and each.id in inside]
    assert {each.state for each in repeated} == {None}
    assert not any("虚线" in text.text for page in pages for each in page.placed.boxes for text in each.texts)
