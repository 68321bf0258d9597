import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from posdoc.drawing.svg import draw, svg_text
from posdoc.drawing.theme import theme_of
from posdoc.layout import place
from tests.conftest import Goldens
from tests.drawing.samples import HOSTILE, SAMPLES

NAME = "{http://www.w3.org/2000/svg}"


def parsed(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(draw(place(SAMPLES[name])))


@pytest.mark.parametrize("name", SAMPLES)
def test_golden(name: str, goldens: Goldens) -> None:
    goldens.check(f"{name}.svg", svg_text(place(SAMPLES[name])))


def test_no_golden_is_left_over(goldens: Goldens) -> None:
    goldens.check_orphans(f"{name}.svg" for name in SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_text_is_there_literally(name: str) -> None:
    placed = place(SAMPLES[name])
    drawn = [element.text for element in parsed(name).iter(f"{NAME}text")]
    wanted = [text for box in placed.boxes for text in box.texts]
    wanted += [*placed.title, *placed.note, *(text for frame in placed.frames for text in frame.texts)]
    wanted += [text for link in placed.links for text in link.label]
    wanted += [text for entry in placed.legend for text in entry.texts]
    assert sorted(drawn) == sorted(text.text for text in wanted)


def test_texts_that_look_like_markup_stay_texts() -> None:
    root = parsed("hostile")
    assert root.find(f"{NAME}title").text == HOSTILE  # type: ignore[union-attr]
    assert {element.tag.removeprefix(NAME) for element in root.iter()} <= {
        "svg", "title", "desc", "rect", "g", "polyline", "path", "text",
    }  # fmt: skip
    assert not any(key.startswith("on") for element in root.iter() for key in element.attrib)


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_fetched_from_elsewhere(name: str) -> None:
    text = svg_text(place(SAMPLES[name]))
    assert re.findall(r"https?://[^\"]*", text) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|@import|<script", text)


@pytest.mark.parametrize("name", SAMPLES)
def test_ids_are_generated_and_unique(name: str) -> None:
    ids = [element.get("id") for element in parsed(name).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"title|desc|[nfcd]\d+", each or "") for each in ids)


def test_it_can_be_read_aloud() -> None:
    root = parsed("position")
    assert root.get("role") == "img"
    assert root.find(f"{NAME}title").text == "售后服务主管：岗位关系图"  # type: ignore[union-attr]
    assert "技术支持主管 ← 技术部经理 直接上级" in (root.find(f"{NAME}desc").text or "")  # type: ignore[union-attr]


def test_a_tooltip_belongs_to_its_box() -> None:
    root = parsed("styles")
    assert [element.text for element in root.findall(f"{NAME}g/{NAME}title")][0] == "样式 normal"


def test_chinese_fonts_of_every_system_are_named() -> None:
    families = parsed("styles").get("font-family") or ""
    assert all(name in families for name in ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "sans-serif"))


def test_dashes_mark_vacant_and_planned_boxes_only() -> None:
    root = parsed("styles")
    fills = [rect.get("fill") for rect in root.iter(f"{NAME}rect") if rect.get("stroke-dasharray")]
    assert set(fills) == {
        look.fill for look in (theme_of("standard").boxes["vacant"], theme_of("standard").boxes["planned"])
    }


def test_arrow_heads_are_drawn_where_a_line_arrives() -> None:
    heads = [element.get("points") for element in parsed("flow").iter(f"{NAME}polygon")]
    joined = 1
    assert len(heads) == len(SAMPLES["flow"].links) - joined
    assert len(list(parsed("position").iter(f"{NAME}polygon"))) == 0


def test_the_start_and_the_end_of_a_flow_are_rounded() -> None:
    rounded = [rect.get("rx") for rect in parsed("flow").iter(f"{NAME}rect") if rect.get("rx")]
    assert rounded == ["8", "8"]


def test_an_empty_chart_is_a_valid_picture() -> None:
    empty = replace(SAMPLES["styles"], boxes=(), legend=(), title="", note="")
    assert ElementTree.fromstring(draw(place(empty))).tag == f"{NAME}svg"
