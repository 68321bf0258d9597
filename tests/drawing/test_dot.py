import re
from xml.etree import ElementTree

import pytest

from posdoc.drawing.dot import dot_source, draw
from posdoc.layout import place
from posdoc.layout.engine import render
from posdoc.layout.placed import Placed, Text
from tests.conftest import Goldens
from tests.drawing.samples import SAMPLES

SVG = "{http://www.w3.org/2000/svg}"


def texts(placed: Placed) -> list[Text]:
    found = [*placed.title, *placed.note]
    for each in (*placed.boxes, *placed.frames, *placed.legend):
        found.extend(each.texts)
    return [*found, *(text for link in placed.links for text in link.label)]


@pytest.mark.parametrize("name", SAMPLES)
def test_golden(name: str, goldens: Goldens) -> None:
    goldens.check(f"{name}.gv", dot_source(place(SAMPLES[name])))


def test_no_golden_is_left_over(goldens: Goldens) -> None:
    goldens.check_orphans(f"{name}.gv" for name in SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_graphviz_draws_every_text_literally_and_at_its_place(name: str) -> None:
    placed = place(SAMPLES[name])
    root = ElementTree.fromstring(render(dot_source(placed), "svg"))
    drawn = {(element.text, round(float(element.get("y") or 0) + placed.height)) for element in root.iter(f"{SVG}text")}
    wanted = {(text.text, round(text.y)) for text in texts(placed)}
    assert {text for text, _ in drawn} - {" "} == {text for text, _ in wanted}
    for text, y in wanted:
        assert min(abs(y - other) for same, other in drawn if same == text) <= 1, text


@pytest.mark.parametrize("name", SAMPLES)
def test_graphviz_keeps_the_page_and_the_boxes(name: str) -> None:
    placed = place(SAMPLES[name])
    drawing = render(dot_source(placed), "svg").decode()
    assert f'width="{placed.width:.0f}pt" height="{placed.height:.0f}pt"' in drawing
    corners = {
        f"{box.rect.right:g},{box.rect.y - placed.height:g} {box.rect.x:g},{box.rect.y - placed.height:g}"
        for box in placed.boxes
        if box.shape == "rect"
    }
    assert all(corner in drawing for corner in corners)


@pytest.mark.parametrize("name", SAMPLES)
def test_only_generated_names_and_harmless_attributes(name: str) -> None:
    source = dot_source(place(SAMPLES[name]))
    bare = re.sub(r"<<TABLE.*?</TABLE>>", "LABEL", source)
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "TEXT", bare)
    assert set(re.findall(r"^\s*([\w\"]+) (?:\[|->)", bare, re.MULTILINE)) <= {
        "graph", "node", "edge", "page", "title", "note",
        *re.findall(r"\b(?:n|t|d)\d+\b|\bl\d+[ab]?\b", bare),
    }  # fmt: skip
    assert not re.search(r"\b(?:image|imagepath|fontpath|shapefile|URL|href|stylesheet|_background)\b", bare)


def test_titles_are_escaped_for_labels() -> None:
    source = dot_source(place(SAMPLES["hostile"]))
    labels = re.findall(r"POINT-SIZE=\"\d+\">(?:<B>)?(.*?)(?:</B>)?</FONT>", source)
    assert "&lt;b&gt;&amp;x&lt;/b&gt;\\\\" in labels
    assert not any("<" in label or re.search(r"(?<!\\)(?:\\\\)*\\[NGE]", label) for label in labels)


def test_it_is_utf_8() -> None:
    assert "各种样式" in draw(place(SAMPLES["styles"])).decode()


@pytest.mark.parametrize("name", ["flow", "career"])
def test_graphviz_draws_an_arrow_head_at_each_end_that_has_one(name: str) -> None:
    placed = place(SAMPLES[name])
    root = ElementTree.fromstring(render(dot_source(placed), "svg"))
    tips = {
        tuple(float(value) for value in polygon.get("points", "").split()[1].split(","))
        for group in root.iter(f"{SVG}g")
        if group.get("class") == "edge"
        for polygon in group.iter(f"{SVG}polygon")
    }
    assert len(tips) >= 6
    for link in placed.links:
        x, y = link.points[-1].x, link.points[-1].y - placed.height
        # Graphviz draws the point as far before the box as its outline is thick there.
        assert min(abs(x - tip[0]) + abs(y - tip[1]) for tip in tips) <= 2.5


def test_frames_are_clusters_inside_one_another() -> None:
    source = dot_source(place(SAMPLES["teams"]))
    depth, deepest = 0, {}
    for line in source.splitlines():
        if match := re.search(r"subgraph (cluster_\d+)", line):
            depth += 1
            deepest[match[1]] = depth
        elif line.strip() == "}":
            depth -= 1
    assert deepest == {"cluster_1": 1, "cluster_2": 2, "cluster_3": 2, "cluster_4": 2}
