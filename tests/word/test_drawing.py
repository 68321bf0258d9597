from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.build.office import to_pdf
from posdoc.charts.graph import Graph
from posdoc.layout import place
from posdoc.word.drawing import count_ids, draw_inline
from tests.conftest import Goldens
from tests.drawing.samples import SAMPLES
from tests.word.drawings import document
from tests.word.samples import W

ROOM = {"width": 466.0, "height": 640.0}
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
VALUE = f"{{{NAMES['w']}}}val"
KEPT = ("position", "teams", "flow", "career", "styles")
"""The samples whose drawings are kept as goldens."""


def drawn(graph: Graph, first_id: int = 1) -> etree._Element:
    run = draw_inline(place(graph), **ROOM, description="图 <1>", first_id=first_id)
    return etree.fromstring(run.replace("<w:r>", f"<w:r {W}>", 1))


def shapes(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The shapes with their names, from the back to the front."""
    for shape in root.iterfind(".//wps:wsp", NAMES):
        number = shape.find("wps:cNvPr", NAMES)
        assert number is not None
        yield str(number.get("name")), shape


def ids(root: etree._Element) -> list[int]:
    return [int(each.get("id", "")) for each in root.iterfind(".//*[@id]") if each.tag.endswith(("cNvPr", "docPr"))]


@pytest.mark.parametrize("name", KEPT)
def test_golden(name: str, goldens: Goldens) -> None:
    run = draw_inline(place(SAMPLES[name]), **ROOM, description=name)
    goldens.check(f"{name}.xml", run.replace("><", ">\n<") + "\n")


def test_no_golden_is_left_over(goldens: Goldens) -> None:
    goldens.check_orphans(f"{name}.xml" for name in KEPT)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("first_id", [1, 501])
def test_numbers_follow_one_another_from_the_first(name: str, first_id: int) -> None:
    found = ids(drawn(SAMPLES[name], first_id))
    assert sorted(found) == list(range(first_id, first_id + count_ids(place(SAMPLES[name]))))


@pytest.mark.parametrize("name", SAMPLES)
def test_every_text_is_there_literally(name: str) -> None:
    placed = place(SAMPLES[name])
    wanted = [text for each in (*placed.boxes, *placed.frames, *placed.legend) for text in each.texts]
    wanted += [*placed.title, *placed.note, *(text for link in placed.links for text in link.label)]
    found = [each.text for each in drawn(SAMPLES[name]).iterfind(".//w:t", NAMES)]
    assert sorted(str(text) for text in found) == sorted(text.text for text in wanted)


@pytest.mark.parametrize("name", SAMPLES)
def test_lines_are_tied_to_the_place_where_they_meet_their_boxes(name: str) -> None:
    placed, root = place(SAMPLES[name]), drawn(SAMPLES[name])
    by_id = {each.get("id"): each.getparent() for each in root.iterfind(".//wps:cNvPr", NAMES)}
    tied = [shape for _, shape in shapes(root) if shape.find("wps:cNvCnPr/a:stCxn", NAMES) is not None]
    assert len(tied) == len(placed.connectors) + len(placed.links)
    for shape in tied:
        for end in shape.iterfind("wps:cNvCnPr/*", NAMES):
            box = by_id[end.get("id")]
            sites = box.findall(".//a:cxnLst/a:cxn", NAMES)
            assert int(end.get("idx", "")) < (len(sites) or 4)


def heads(root: etree._Element) -> list[tuple[str, bool, bool]]:
    """Of each line its dashes, and whether it has arrow heads at its start and at its end."""
    lines = [
        shape.find("wps:spPr/a:ln", NAMES) for _, shape in shapes(root) if shape.find("wps:cNvCnPr", NAMES) is not None
    ]
    found = []
    for line in lines:
        assert line is not None
        dash = line.find("a:prstDash", NAMES)
        assert dash is not None
        ends = [line.find(f"a:{end}", NAMES) is not None for end in ("headEnd", "tailEnd")]
        found.append((str(dash.get("val")), ends[0], ends[1]))
    return found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("flow", {("solid", False, True)}),
        ("career", {("solid", False, True), ("dash", True, True), ("dash", False, True)}),
        ("position", {("solid", False, False), ("sysDot", False, False)}),
    ],
)
def test_lines_have_the_dashes_and_arrow_heads_of_their_style(name: str, expected: set[tuple[str, bool, bool]]) -> None:
    assert set(heads(drawn(SAMPLES[name]))) == expected


def test_frames_lie_behind_boxes_with_their_titles_at_the_top_left() -> None:
    found = list(shapes(drawn(SAMPLES["teams"])))
    names = [name for name, _ in found]
    assert names[:5] == ["sheet", "售后服务部", "a 组", "b 组", "c 组"]
    assert names.index("经理") > max(index for index, name in enumerate(names) if name.startswith("line "))
    assert [each.get(f"{{{NAMES['w']}}}val") for each in found[1][1].iterfind(".//w:jc", NAMES)] == ["left"]
    body = found[1][1].find("wps:bodyPr", NAMES)
    assert body is not None
    assert body.get("anchor") == "t"
    assert 7 * 12_700 < int(body.get("lIns", "")) <= 8 * 12_700


def test_start_and_end_are_rounded() -> None:
    rounded = ".//a:prstGeom[@prst='roundRect']"
    found = [name for name, shape in shapes(drawn(SAMPLES["flow"])) if shape.find(rounded, NAMES) is not None]
    assert found == ["开始", "结束"]


def test_what_is_too_large_is_made_to_fit_and_nothing_is_enlarged() -> None:
    for graph in (SAMPLES["flow"], replace(SAMPLES["career"], title="标题")):
        small = draw_inline(place(graph), width=200, height=150, description="")
        extent = etree.fromstring(small.replace("<w:r>", f"<w:r {W}>", 1)).find(".//wp:extent", NAMES)
        assert extent is not None
        assert int(extent.get("cx", "")) <= 200 * 12_700
        assert int(extent.get("cy", "")) <= 150 * 12_700
    assert draw_inline(place(graph), width=5000, height=5000, description="") == draw_inline(
        place(graph), width=9000, height=9000, description=""
    )


def test_an_empty_chart_is_a_drawing_too() -> None:
    empty = Graph("", "zh", ())
    assert len(list(shapes(drawn(empty)))) == 1
    assert count_ids(place(empty)) == 2


@pytest.fixture(scope="module")
def all_samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All samples in one Word file."""
    runs, number = [], 1
    for graph in SAMPLES.values():
        runs.append(draw_inline(place(graph), **ROOM, description=graph.title, first_id=number))
        number += count_ids(place(graph))
    path = tmp_path_factory.mktemp("drawings") / "drawings.docx"
    path.write_bytes(document(runs))
    return path


def test_openxml_audit_finds_nothing(all_samples: Path) -> None:
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(str(all_samples))
    assert [str(error) for error in found.errors] == []


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(all_samples: Path, tool: Callable[[str], str]) -> None:
    command = [tool("ooxml-validator"), str(all_samples)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert json.loads(ended.stdout)["errors"] == []


@pytest.mark.tool("soffice", "pdftotext")
def test_libreoffice_shows_every_text(all_samples: Path, tmp_path: Path, tool: Callable[[str], str]) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(to_pdf([all_samples.read_bytes()])[0])
    ended = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, encoding="utf-8", check=True)
    for text in ("投诉处理", "开始", "5.", "轮调", "质量信息反馈", "直接上级", "售后服务部"):
        assert text in ended.stdout
