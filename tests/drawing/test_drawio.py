from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from posdoc.charts.graph import HEADS, Box, Graph, Line, Link
from posdoc.drawing.drawio import draw, draw_pages
from posdoc.layout import Page, Placed, place
from tests.conftest import ROOT, Goldens
from tests.drawing.connectors import same_path
from tests.drawing.mxfiles import Cell, broken_rules, cells, diagrams, label_lines, place_of, size_of
from tests.drawing.samples import SAMPLES
from tests.layout.samples import crossing, department

PLACED = {name: place(graph) for name, graph in {**SAMPLES, "department": department(), "crossing": crossing()}.items()}
EACH = pytest.mark.parametrize("name", PLACED)
UNIT = 1.5
KEPT = ("position", "career", "changes")
HOSTILE = "\x00\x1b<&>\"' ;=%x%&lt;b&gt;&amp;<img src=x onerror=alert(1)> ]]> 👩\u200d🔧 שלום \ud800 \ufffe"
if TYPE_CHECKING:
    from playwright.sync_api import Browser

MXGRAPH = ROOT / ".ci" / "node_modules" / "mxgraph" / "javascript" / "mxClient.min.js"


def page_of(placed: Placed) -> dict[str, Cell]:
    return cells(diagrams(draw(placed))[0])


def box_cells(placed: Placed, page: dict[str, Cell], prefix: str = "") -> dict[str, Cell]:
    return {box.id: page[f"{prefix}n{number}"] for number, box in enumerate(placed.boxes, 1)}


@pytest.mark.parametrize("name", KEPT)
def test_golden(name: str, goldens: Goldens) -> None:
    goldens.check(f"{name}.drawio", draw(PLACED[name]).decode())


def test_no_golden_is_left_over(goldens: Goldens) -> None:
    goldens.check_orphans(f"{name}.drawio" for name in KEPT)


@EACH
def test_it_keeps_the_rules_of_the_format(name: str) -> None:
    assert broken_rules(draw(PLACED[name])) == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('<mxCell id="0"/>', "", "root and the layer"),
        ('id="n2"', 'id="n1"', "two cells"),
        ('vertex="1"', 'vertex="1" edge="1"', "vertex and edge"),
        ('as="geometry"', "", "geometry"),
        ('source="n1"', 'source="n99"', "no source"),
        ('relative="1"', "", "not relative"),
        ("html=1;", "html==1;", "falls apart"),
    ],
)
def test_the_check_of_the_rules_finds_what_is_broken(right: str, wrong: str, said: str) -> None:
    text = draw(PLACED["position"]).decode()
    assert right in text
    assert any(said in fault for fault in broken_rules(text.replace(right, wrong).encode()))


@EACH
def test_every_text_is_there_literally(name: str) -> None:
    placed = PLACED[name]
    wanted = [text for each in (*placed.boxes, *placed.frames, *placed.legend) for text in each.texts]
    wanted += [*placed.title, *placed.note, *(text for link in placed.links for text in link.label)]
    found = [line for cell in page_of(placed).values() for line in label_lines(cell.label)]
    assert sorted(found) == sorted(text.text for text in wanted)


@EACH
def test_shapes_stand_where_the_layout_has_them(name: str) -> None:
    placed = PLACED[name]
    page = page_of(placed)
    rects = {f"n{number}": box.rect for number, box in enumerate(placed.boxes, 1)}
    rects |= {f"f{number}": frame.rect for number, frame in enumerate(placed.frames, 1)}
    rects |= {f"l{number}": entry.rect for number, entry in enumerate(placed.legend, 1) if not _is_line(entry.style)}
    for cell, rect in rects.items():
        assert place_of(page[cell], page) == pytest.approx((rect.x * UNIT, rect.y * UNIT), abs=0.02)
        assert size_of(page[cell]) == pytest.approx((rect.width * UNIT, rect.height * UNIT), abs=0.01)


def _is_line(style: str) -> bool:
    return style == "solid" or style in HEADS


@EACH
def test_lines_are_tied_to_their_boxes_at_the_places_of_the_layout(name: str) -> None:
    placed = PLACED[name]
    page = page_of(placed)
    boxes = box_cells(placed, page)
    rects = {box.id: box.rect for box in placed.boxes}
    lines = [(f"c{number}", line) for number, line in enumerate(placed.connectors, 1)]
    lines += [(f"d{number}", line) for number, line in enumerate(placed.links, 1)]  # type: ignore[misc]
    for cell, line in lines:
        edge = page[cell]
        assert (edge.element.get("source"), edge.element.get("target")) == (
            boxes[line.source].id,
            boxes[line.target].id,
        )
        for end, box, point in (("exit", line.source, line.points[0]), ("entry", line.target, line.points[-1])):
            rect = rects[box]
            across, down = float(edge.style[f"{end}X"]), float(edge.style[f"{end}Y"])
            assert (rect.x + across * rect.width, rect.y + down * rect.height) == pytest.approx(point, abs=0.02)
        left, top = place_of(edge, page)
        corners = [
            (left + float(each.get("x") or 0), top + float(each.get("y") or 0)) for each in edge.element.iter("mxPoint")
        ][: len(line.points) - 2]
        assert same_path(corners, [(p.x * UNIT, p.y * UNIT) for p in line.points[1:-1]], 0.05)


def test_a_line_between_boxes_of_a_frame_moves_with_the_frame() -> None:
    page = page_of(PLACED["teams"])
    assert {cell.parent for cell in page.values() if cell.id.startswith("c")} == {"f1"}


@pytest.mark.parametrize("name", ["flow", "career", "position"])
def test_lines_have_the_dashes_and_arrow_heads_of_their_style(name: str) -> None:
    placed = PLACED[name]
    page = page_of(placed)
    for number, link in enumerate(placed.links, 1):
        style = page[f"d{number}"].style
        assert tuple(style[f"{end}Arrow"] != "none" for end in ("start", "end")) == HEADS[link.style]
        assert ("dashed" in style) == (link.style in ("dotted", "rotation", "demotion"))


def test_start_and_end_are_rounded_and_vacant_boxes_dashed() -> None:
    flow, styles = page_of(PLACED["flow"]), box_cells(PLACED["styles"], page_of(PLACED["styles"]))
    assert [label_lines(cell.label) for cell in flow.values() if cell.style.get("rounded") == "1"] == [
        ["开始"],
        ["结束"],
    ]
    assert {name for name, cell in styles.items() if cell.style.get("dashed")} == {"vacant", "planned"}


def test_tooltips() -> None:
    cell = box_cells(PLACED["styles"], page_of(PLACED["styles"]))["normal"]
    assert cell.wrapper is not None
    assert cell.wrapper.get("tooltip") == "样式 normal"


@pytest.mark.parametrize("text", [HOSTILE, "\u202e" + HOSTILE, "长" * 3000, "W" * 3000])
def test_any_text_can_stand_anywhere(text: str) -> None:
    boxes = (
        Box("a", (Line(text), Line(text, "muted")), tooltip=text),
        Box("b", (Line("b"),), parent="a", tooltip="\x00\x1f" + text),
    )
    placed = place(Graph(text, text, boxes, links=(Link("a", "b", text),), note=text))
    data = draw(placed)
    assert broken_rules(data) == []
    page = cells(diagrams(data)[0])
    assert label_lines(page["n1"].label) == [line.text for line in placed.boxes[0].texts]
    assert "<img" not in data.decode()


def test_an_empty_chart_is_a_file_too() -> None:
    assert broken_rules(draw(place(Graph("", "zh", ())))) == []


# --- pages ----------------------------------------------------------------------------------------------------------


def _pages() -> list[Page]:
    placed = list(PLACED.values())
    return [
        Page(each, 842, 595, 0.5, ((each.boxes[0].id, (number + 1) % len(placed)),))
        for number, each in enumerate(placed)
    ]


def test_each_page_has_its_name_and_its_size_on_paper() -> None:
    found = diagrams(draw_pages(_pages()))
    assert len(found) == len(PLACED)
    for page, placed in zip(found, PLACED.values(), strict=True):
        model = page.find("mxGraphModel")
        assert model is not None
        assert (model.get("pageWidth"), model.get("pageHeight")) == ("1169", "826")
        assert page.get("name") == placed.name or not placed.name


def test_a_click_leads_to_where_a_box_goes_on() -> None:
    data = draw_pages(_pages())
    assert broken_rules(data) == []
    pages = diagrams(data)
    for number, (page, placed) in enumerate(zip(pages, PLACED.values(), strict=True), 1):
        cell = box_cells(placed, cells(page), f"p{number}-")[placed.boxes[0].id]
        assert cell.wrapper is not None
        assert cell.wrapper.get("link") == f"data:page/id,{pages[number % len(pages)].get('id')}"


def test_a_page_keeps_its_scale_and_stands_in_the_middle() -> None:
    placed = PLACED["position"]
    page = cells(diagrams(draw_pages([Page(placed, 842, 595, 0.8)]))[0])
    cell, rect = box_cells(placed, page)["me"], placed.boxes[2].rect
    unit = 100 / 72 * 0.8
    assert size_of(cell) == pytest.approx((rect.width * unit, rect.height * unit), abs=0.01)
    assert place_of(cell, page)[0] == pytest.approx(842 * 50 / 72 + (rect.x - placed.width / 2) * unit, abs=0.02)


# --- mxGraph, the library that draw.io is made of -------------------------------------------------------------------

READ = """xml => {
  const model = mxUtils.parseXml(xml).getElementsByTagName('mxGraphModel')[0];
  const graph = new mxGraph(document.createElement('div'));
  graph.setHtmlLabels(true);
  graph.setConstrainChildren(false);
  new mxCodec(model.ownerDocument).decode(model, graph.getModel());
  const ways = () => Object.fromEntries(Object.values(graph.getModel().cells).filter(cell => cell.edge).map(
    cell => [cell.id, graph.view.getState(cell).absolutePoints.map(point => [point.x, point.y])]));
  const before = ways();
  graph.moveCells([graph.getModel().getCell('n2')], 30, 40);
  return [before, ways(), Object.keys(graph.getModel().cells).length];
}"""


@pytest.fixture(scope="module")
def mxgraph(browser: Browser) -> Callable[[str], Any]:
    """MxGraph in Chromium: the corners of all edges of a file, the same after a box was moved, and how many cells."""
    page = browser.new_page()
    page.evaluate("window.mxLoadResources = window.mxLoadStylesheets = false")
    page.add_script_tag(path=str(MXGRAPH))
    return lambda xml: page.evaluate(READ, xml)


@pytest.mark.tool("chromium")
@pytest.mark.skipif(not MXGRAPH.exists(), reason="the npm package mxgraph is not installed")
@EACH
def test_mxgraph_draws_the_lines_as_the_layout_has_them_and_moves_them_with_their_boxes(
    name: str, mxgraph: Callable[[str], Any]
) -> None:
    placed = PLACED[name]
    before, after, count = mxgraph(draw(placed).decode())
    assert count == len(page_of(placed))
    for letter, lines in (("c", placed.connectors), ("d", placed.links)):
        for number, line in enumerate(lines, 1):
            wanted = [(point.x * UNIT, point.y * UNIT) for point in line.points]
            assert same_path(before[f"{letter}{number}"], wanted, 0.1), (line.source, line.target)
            for end, box in ((0, line.source), (-1, line.target)):
                moved = (30, 40) if box == placed.boxes[1].id else (0, 0)
                there = (wanted[end][0] + moved[0], wanted[end][1] + moved[1])
                assert after[f"{letter}{number}"][end] == pytest.approx(there, abs=0.1)
