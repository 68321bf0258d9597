import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.charts.graph import HEADS, Box, Graph, Line, Link
from posdoc.drawing.pptx import MAX_SIDE, draw, draw_pages
from posdoc.layout import Page, Placed, place
from posdoc.layout.engine import DrawingError
from tests.drawing.connectors import same_path
from tests.drawing.samples import SAMPLES
from tests.drawing.slides import EMU, connectors, opened, shapes, site, texts, ways
from tests.layout.samples import bush, chain, department

PLACED = {name: place(graph) for name, graph in {**SAMPLES, "department": department()}.items()}
TITLED = [name for name, placed in PLACED.items() if placed.title]
EACH = pytest.mark.parametrize("name", PLACED)
WIDTH, HEIGHT = 960, 540
HOSTILE = "\x00\x07\x1b<&>\"' ]]> 👩\u200d🔧 שלום عربي \ud800 \ufffe"


def slide_of(placed: Placed) -> Any:
    return opened(draw(placed)).slides[0]


def wanted_texts(placed: Placed) -> list[str]:
    found = [text for each in (*placed.boxes, *placed.frames, *placed.legend) for text in each.texts]
    found += [*placed.note, *(text for link in placed.links for text in link.label)]
    return [text.text for text in found]


def by_name(slide: Any, placed: Placed) -> dict[str, Any]:
    """The shapes of boxes by the ids of the boxes: they are numbered from 3 on, in the order of the chart."""
    numbered = {shape.shape_id: shape for shape in shapes(slide)}
    return {box.id: numbered[number] for number, box in enumerate(placed.boxes, 3)}


# --- what is on the slide -----------------------------------------------------------------------------------------


@EACH
def test_every_text_is_there_literally(name: str) -> None:
    placed = PLACED[name]
    slide = slide_of(placed)
    title = [slide.shapes.title.text_frame.text] if slide.shapes.title is not None else []
    assert sorted(texts(slide)) == sorted([*wanted_texts(placed), *title])


@pytest.mark.parametrize("name", TITLED)
def test_the_title_stands_in_its_placeholder(name: str) -> None:
    assert slide_of(PLACED[name]).shapes.title.text_frame.text == PLACED[name].name


def test_a_chart_without_a_title_is_called_like_the_box_in_its_middle() -> None:
    boxes = (Box("a", (Line("经理"),)), Box("b", (Line("After-sales Service Engineer in Shanghai"),), style="focus"))
    assert slide_of(place(Graph("", "en", boxes))).shapes.title.text_frame.text == boxes[1].lines[0].text
    assert slide_of(place(Graph("", "en", boxes[:1]))).shapes.title is None


@EACH
def test_each_number_is_used_once(name: str) -> None:
    ids = [int(each) for each in slide_of(PLACED[name]).shapes.element.xpath(".//p:cNvPr/@id")]
    assert len(ids) == len(set(ids))


def test_texts_have_their_fonts_and_languages() -> None:
    slide = slide_of(PLACED["styles"])
    runs = slide.shapes.element.xpath(".//a:r/a:rPr")
    assert {run.find("{*}ea").get("typeface") for run in runs} == {"微软雅黑"}
    assert {run.find("{*}latin").get("typeface") for run in runs} == {"Arial"}
    languages = {run.getnext().text: run.get("lang") for run in runs}
    assert languages["售后服务经理"] == "zh-CN"
    assert languages["SH-001"] == "en-US"


def test_lines_of_text_have_the_sizes_and_weights_of_the_layout() -> None:
    placed = PLACED["styles"]
    slide = slide_of(placed)
    shape, box = by_name(slide, placed)["head"], placed.boxes[0]
    scale = shape.width / EMU / box.rect.width
    for paragraph, text in zip(shape.text_frame.paragraphs, box.texts, strict=True):
        assert paragraph.runs[0].font.size.pt == pytest.approx(text.size * scale, abs=0.01)
        assert bool(paragraph.runs[0].font.bold) == text.bold


def test_frames_lie_behind_with_their_titles_at_the_top_left() -> None:
    placed = PLACED["teams"]
    names = [shape.name for shape in shapes(slide_of(placed))]
    assert names[1:5] == ["售后服务部", "a 组", "b 组", "c 组"]
    assert names.index("经理") > names.index("c 组")


def test_what_cannot_be_seen_is_said() -> None:
    placed = PLACED["position"]
    described = {
        shape.shape_id: shape._element.xpath("string(.//p:cNvPr/@descr)") for shape in shapes(slide_of(placed))
    }
    assert "售后服务主管 本岗位 ← 技术部经理 直接上级" in described.values()
    assert "售后服务主管 本岗位 → 质检主管 (质量信息反馈)" in described.values()


# --- lines ----------------------------------------------------------------------------------------------------------


@EACH
def test_every_connector_is_tied_at_both_ends_where_it_begins_and_ends(name: str) -> None:
    slide = slide_of(PLACED[name])
    by_id = {shape.shape_id: shape for shape in shapes(slide)}
    for line in connectors(slide):
        for place_, (shape, number) in ((line.path[0], line.source), (line.path[-1], line.target)):
            assert place_ == pytest.approx(site(by_id[shape], number), abs=0.01)


@EACH
def test_every_line_runs_as_in_the_layout(name: str) -> None:
    placed = PLACED[name]
    slide = slide_of(placed)
    boxes = by_name(slide, placed)
    first = placed.boxes[0]
    scale = boxes[first.id].width / EMU / first.rect.width
    left, top = boxes[first.id].left / EMU - first.rect.x * scale, boxes[first.id].top / EMU - first.rect.y * scale
    for line in (*placed.connectors, *placed.links):
        wanted = [(left + point.x * scale, top + point.y * scale) for point in line.points]
        found = ways(slide, boxes[line.source].shape_id, boxes[line.target].shape_id)
        assert any(same_path(way, wanted, 1.0) for way in found), f"{line.source} to {line.target}"


@EACH
def test_no_connector_leaves_a_program_a_choice(name: str) -> None:
    for line in connectors(slide_of(PLACED[name])):
        upright = abs(line.path[0][0] - line.path[-1][0]) < 0.05
        level = abs(line.path[0][1] - line.path[-1][1]) < 0.05
        assert line.preset == "bentConnector2" or upright or level


def test_lines_of_one_superior_share_their_joints() -> None:
    placed = PLACED["teams"]
    slide = slide_of(placed)
    levels = {(line.source, line.points[1:-2]) for line in placed.connectors if len(line.points) > 3}
    assert sum(shape.name == "joint" for shape in shapes(slide)) < len(placed.connectors)
    assert levels


@pytest.mark.parametrize("name", ["flow", "career", "position"])
def test_links_have_the_dashes_and_arrow_heads_of_their_style(name: str) -> None:
    placed = PLACED[name]
    lines = connectors(slide_of(placed))
    wanted = [HEADS[link.style] for link in placed.links]
    assert sum(line.heads[0] for line in lines) == sum(heads[0] for heads in wanted)
    assert sum(line.heads[1] for line in lines) == sum(heads[1] for heads in wanted)
    dashed = {"dotted": "dot", "rotation": "dash", "demotion": "dash"}
    assert {line.dash for line in lines} >= {dashed.get(link.style, "solid") for link in placed.links}


# --- sizes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["position", "flow", "career"])
def test_a_chart_fills_a_slide_of_the_usual_size(name: str) -> None:
    deck = opened(draw(PLACED[name]))
    assert (deck.slide_width, deck.slide_height) == (WIDTH * EMU, HEIGHT * EMU)
    _stays_on(deck)


def test_a_chart_too_small_to_read_gets_a_larger_slide() -> None:
    deck = opened(draw(place(bush(300, 5))))
    assert WIDTH * EMU < deck.slide_width <= MAX_SIDE * EMU
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    sizes = [int(size) for size in deck.slides[0].shapes.element.xpath(".//p:cNvPr[@name!='joint']/../..//a:rPr/@sz")]
    assert min(sizes) >= 400
    _stays_on(deck)


def test_a_chart_too_large_for_any_slide_is_refused() -> None:
    with pytest.raises(DrawingError, match="56"):
        draw(place(chain(600)))


def _stays_on(deck: Any) -> None:
    for shape in shapes(deck.slides[0]):
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top >= 0
        assert shape.top + shape.height <= deck.slide_height


# --- hostile texts --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [HOSTILE, "\u202e" + HOSTILE, "长" * 300])
def test_any_text_can_stand_anywhere(text: str, tmp_path: Path) -> None:
    boxes = (
        Box("a", (Line(text), Line(text, "muted")), tooltip=text),
        Box("b", (Line("b"),), parent="a", style="focus", tooltip="\x00\x1f" + text),
    )
    placed = place(Graph(text, text, boxes, links=(Link("a", "b", text),), note=text))
    path = tmp_path / "hostile.pptx"
    path.write_bytes(draw(placed))
    slide = opened(path.read_bytes()).slides[0]
    assert sorted(texts(slide)) == sorted([*wanted_texts(placed), placed.name])
    assert [str(error) for error in _audit(path)] == []


@pytest.mark.parametrize("text", ["长" * 3000, "W" * 3000])
def test_a_text_may_be_very_long(text: str) -> None:
    for graph in (
        Graph(text, "zh", (Box("a", (Line("a"),)),)),
        Graph("", "zh", (Box("a", (Line(text),)),)),
        Graph("", "zh", (Box("a", (Line("a"),), tooltip=text),), note=text),
    ):
        deck = opened(draw(place(graph)))
        assert text in "".join([*texts(deck.slides[0]), *deck.slides[0].shapes.element.xpath(".//p:cNvPr/@descr")])
        _stays_on(deck)


def test_right_to_left_text_is_set_so() -> None:
    slide = slide_of(place(Graph("", "ar", (Box("a", (Line("مدير"), Line("Manager", "subtitle"))),))))
    assert [p.get("rtl") for p in slide.shapes.element.xpath(".//p:sp//a:pPr")] == ["1", None]


# --- the file -------------------------------------------------------------------------------------------------------


def test_the_file_says_nothing_of_when_and_where_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(draw(PLACED["styles"]))) as package:
        names = package.namelist()
        assert names[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert names[2:] == sorted(names[2:])
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = package.read("docProps/core.xml").decode() + package.read("docProps/app.xml").decode()
        assert not any("thumbnail" in name or "printerSettings" in name for name in names)
    assert "<dc:title>各种样式</dc:title>" in properties
    assert "<dc:language>zh-CN</dc:language>" in properties
    assert "python-pptx" not in properties
    assert "Macintosh" not in properties


@pytest.mark.parametrize(
    ("language", "names"),
    [("zh", ["标题和内容", "仅标题", "空白"]), ("en", ["Title and Content", "Title Only", "Blank"])],
)
def test_layouts_to_go_on_with_are_kept(language: str, names: list[str]) -> None:
    deck = opened(draw(place(replace(SAMPLES["styles"], language=language))))
    assert [layout.name for layout in deck.slide_layouts] == names


def _audit(path: Path) -> list[Any]:
    return list(OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(path)).errors)


def _pages() -> list[Page]:
    """A slide for each of the samples, and a box on each that leads to the next."""
    placed = list(PLACED.values())
    width, height = max(each.width for each in placed), max(each.height for each in placed)
    return [
        Page(each, width, height, 0.9, ((each.boxes[0].id, (number + 1) % len(placed)),))
        for number, each in enumerate(placed)
    ]


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("slides") / "deck.pptx"
    path.write_bytes(draw_pages(_pages()))
    return path


def test_openxml_audit_finds_nothing(deck: Path) -> None:
    assert [str(error) for error in _audit(deck)] == []


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(deck: Path, tool: Callable[[str], str]) -> None:
    command = [tool("ooxml-validator"), str(deck)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert json.loads(ended.stdout)["errors"] == []


# --- pages ----------------------------------------------------------------------------------------------------------


def test_each_page_is_a_slide_with_its_title(deck: Path) -> None:
    found = opened(deck.read_bytes())
    titles = [slide.shapes.title for slide in found.slides]
    assert [title.text_frame.text if title is not None else "" for title in titles] == [
        each.name for each in PLACED.values()
    ]
    assert found.slide_width == pytest.approx(max(each.width for each in PLACED.values()) * EMU, abs=1)


def test_a_click_leads_to_where_a_box_goes_on(deck: Path) -> None:
    slides = list(opened(deck.read_bytes()).slides)
    for number, (slide, placed) in enumerate(zip(slides, PLACED.values(), strict=True)):
        shape = by_name(slide, placed)[placed.boxes[0].id]
        assert shape.click_action.target_slide.slide_id == slides[(number + 1) % len(slides)].slide_id


def test_a_page_keeps_its_scale_and_stands_in_the_middle() -> None:
    placed = PLACED["position"]
    found = opened(draw_pages([Page(placed, 842, 595, 0.8)]))
    shape, box = by_name(found.slides[0], placed)["me"], placed.boxes[2]
    assert shape.width / EMU == pytest.approx(box.rect.width * 0.8, abs=0.01)
    assert shape.left / EMU == pytest.approx((842 - placed.width * 0.8) / 2 + box.rect.x * 0.8, abs=0.01)


def test_pages_as_large_as_slides_are_set_like_one() -> None:
    placed = PLACED["position"]
    alone, paged = opened(draw(placed)).slides[0], opened(draw_pages([Page(placed, WIDTH, HEIGHT, 0.5)])).slides[0]
    assert [(s.left, s.top, s.width) for s in shapes(alone)] == [(s.left, s.top, s.width) for s in shapes(paged)]


def test_pages_give_the_same_bytes() -> None:
    assert draw_pages(_pages()) == draw_pages(_pages())


# --- LibreOffice ----------------------------------------------------------------------------------------------------


def _converted(deck: Path, ending: str, folder: Path, soffice: str) -> Path:
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", ending]
    subprocess.run([*command, "--outdir", str(folder), str(deck)], capture_output=True, timeout=180, check=True)
    return folder / f"{deck.stem}.{ending}"


@pytest.mark.tool("soffice", "impress", "pdftotext")
def test_libreoffice_shows_every_title(deck: Path, tmp_path: Path, tool: Callable[[str], str]) -> None:
    path = _converted(deck, "pdf", tmp_path, tool("soffice"))
    said = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, encoding="utf-8", check=True).stdout
    pages = ["".join(page.split()) for page in said.split("\f")]
    for page, placed in zip(pages, PLACED.values(), strict=False):
        assert "".join(placed.name.split()) in page
        assert all("".join(text.split()) in page for text in wanted_texts(placed) if placed is not PLACED["hostile"])


NAMES = {
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}


@pytest.mark.tool("soffice", "impress")
def test_libreoffice_ties_every_line_and_draws_it_as_it_is(
    deck: Path, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    root = ElementTree.fromstring(_converted(deck, "fodp", tmp_path, tool("soffice")).read_text(encoding="utf-8"))
    slides = opened(deck.read_bytes()).slides
    pages = root.findall(".//draw:page", NAMES)
    assert len(pages) == len(slides)
    for page, slide in zip(pages, slides, strict=True):
        found = [each for each in page.iterfind(".//draw:connector", NAMES) if each.get(_name("draw", "start-shape"))]
        wanted = [line.path for line in connectors(slide)]
        assert len(found) == len(wanted)
        assert all(each.get(_name("draw", "end-shape")) for each in found)
        for each, path in zip(found, wanted, strict=True):
            assert same_path(_svg_path(str(each.get(_name("svg", "d")))), path, 0.6)


def _name(space: str, name: str) -> str:
    return f"{{{NAMES[space]}}}{name}"


def _svg_path(text: str) -> list[tuple[float, float]]:
    """The corners of a line as LibreOffice writes it: in hundredths of a millimetre, by small letters from where it is."""
    x = y = 0.0
    found = []
    for command, numbers in re.findall(r"([MLHV])([-\d. ,]+)", text, re.IGNORECASE):
        values = [float(value) * 72 / 2540 for value in re.findall(r"-?[\d.]+", numbers)]
        step = 2 if command in "MmLl" else 1
        for first, last in zip(values[::step], values[step - 1 :: step], strict=True):
            across, down = first if command not in "Vv" else None, last if command not in "Hh" else None
            moved = command.islower()
            x = x if across is None else x * moved + across
            y = y if down is None else y * moved + down
            found.append((x, y))
    return found
