from __future__ import annotations

import json
import re
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from subprocess import run
from typing import Any

import pytest

from posdoc.charts.graph import Box, Detail, Graph, Group, LegendEntry, Line, Link
from posdoc.drawing import shows_details
from posdoc.drawing._pinyin import sounds
from posdoc.drawing._viewer_data import whole_lines
from posdoc.drawing.html import draw
from posdoc.layout import place
from posdoc.layout.wrap import plain
from tests.drawing.samples import SAMPLES
from tests.layout.samples import department

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--<script>",
    "javascript:alert(1)",
    "]]>--><svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "$title ${script} {{ x }}",
    "a\u2028b\u2029c",
    "\u202eevil\u202c",
    "&lt;b&gt; &#x3c;",
)


def hostile(text: str) -> Graph:
    """A chart that has a text in every place that holds one."""
    box = Box(
        f"id {text}",
        (Line(text), Line(text, "detail")),
        group="g",
        tooltip=text,
        details=(Detail(text, (text, f"{text}\n{text}")),),
        keywords=(text, f"词 {text}"),
    )
    other = Box("b", (Line("b"),), parent=box.id, group="g")
    entries = (LegendEntry("normal", text),)
    return Graph(text, text, (box, other), (Group("g", text),), (Link("b", box.id, text),), entries, text)


def page(graph: Graph) -> str:
    return draw(place(graph)).decode()


class _Elements(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self._open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = f"{tag} {dict(attrs).get('id') or ''}".strip()

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._open = ""

    def handle_data(self, data: str) -> None:
        self.texts[self._open] = self.texts.get(self._open, "") + data

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def data_of(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_Elements(text).texts["script data"])
    return found


# --- one file ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SAMPLES)
def test_a_page_refers_to_nothing_outside_it(name: str) -> None:
    text = page(SAMPLES[name])
    assert set(re.findall(r"https?:[^\s\"')]*", text)) <= {"http://www.w3.org/2000/svg"}
    elements = _Elements(text)
    assert {"link", "iframe", "object", "embed", "img", "base"} & {tag for tag, _ in elements.tags} == {"link"}
    addresses = [
        value for _, attributes in elements.tags for key, value in attributes.items() if key in ("src", "href")
    ]
    assert addresses == ["data:,"]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_policy_lets_only_the_parts_of_the_page_run(name: str) -> None:
    elements = _Elements(page(SAMPLES[name]))
    (policy,) = (a["content"] for tag, a in elements.tags if a.get("http-equiv") == "Content-Security-Policy")
    rules = {rule: values for rule, *values in (part.split() for part in (policy or "").split(";"))}
    assert rules == {
        "default-src": ["'none'"],
        "script-src": [_hash(elements.texts["script"])],
        "style-src": [_hash(elements.texts["style"])],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert elements.count("style") == 1
    assert not any(key == "style" or key.startswith("on") for _, attributes in elements.tags for key in attributes)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_comes_before_what_it_is_about() -> None:
    tags = [tag for tag, _ in _Elements(page(SAMPLES["styles"])).tags]
    assert tags[:4] == ["html", "head", "meta", "meta"]


def test_the_same_chart_gives_the_same_bytes_whatever_the_resolution() -> None:
    placed = place(department())
    assert draw(placed) == draw(placed, dpi=300) == draw(place(department()))


def test_it_shows_details() -> None:
    assert shows_details("html")


def test_the_parts_of_the_script_are_short() -> None:
    from posdoc.drawing import html

    for name in (*(f"{part}.js" for part in html._SCRIPTS), "viewer.css", "page.html"):
        assert len(html._part(name).splitlines()) < 400


# --- hostile texts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_never_markup(text: str) -> None:
    harmless, made = _Elements(page(hostile("text"))), _Elements(page(hostile(text)))
    names = {tag for tag, _ in made.tags}
    assert names == {tag for tag, _ in harmless.tags}
    assert made.count("script") == 2
    assert {key for _, a in made.tags for key in a} == {key for _, a in harmless.tags for key in a}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_reaches_the_page_unchanged(text: str) -> None:
    box = data_of(page(hostile(text)))["boxes"][0]
    assert box["details"] == [[text, text, f"{text}\n{text}"]]
    assert box["tip"] == plain(text)


def test_a_lone_surrogate_does_not_stop_the_page() -> None:
    assert b"a?b" in draw(place(hostile("a\ud800b")))


# --- data ----------------------------------------------------------------------------------------------------


def test_boxes_know_their_places_names_and_lines() -> None:
    graph = department()
    placed = place(graph)
    data = data_of(draw(placed).decode())
    assert len(data["boxes"]) == len(graph.boxes)
    for box, found in zip(placed.boxes, data["boxes"], strict=True):
        assert found["at"] == [box.rect.x, box.rect.y, box.rect.width, box.rect.height]
    names = {box.id: found["name"] for box, found in zip(placed.boxes, data["boxes"], strict=True)}
    assert names["ts2"] == "高级售后技术支持工程师（电气与自动化控制方向）"
    pairs = [(data["boxes"][a]["name"], data["boxes"][b]["name"]) for a, b in data["lines"]]
    assert ("客户服务主管", "投诉处理专员") in pairs
    assert len(pairs) == len(placed.connectors)


def test_a_search_knows_all_names_and_how_they_sound() -> None:
    boxes = (
        Box("cs-sup", (Line("客服主管"), Line("张三")), tooltip="SH-010 客服主管", keywords=("Supervisor", "张三")),
    )
    (found,) = data_of(page(Graph("", "zh", boxes)))["boxes"]
    assert (found["name"], found["names"], found["lines"]) == (
        "客服主管",
        ["张三", "Supervisor", "SH-010 客服主管", "cs-sup"],
        1,
    )
    assert found["sounds"][1] == "zhang san"
    assert found["sounds"][2] == ""


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ([("售后服务经理", "title")], ["售后服务经理"]),
        ([("高级售后技术支持工程师（电气与自动化控制方向）", "title"), ("SH-1", "detail"), ("G3", "detail")], None),
        (
            [("Senior Technical Support Engineer", "title"), ("Lin Wei, Zhao Min, Sun Yue and others (12)", "detail")],
            None,
        ),
        ([("张三", "detail"), ("李四", "detail")], ["张三", "李四"]),
        ([("Qualitätssicherungsbeauftragter", "title")], None),
        ([("技术支持工程师 Technical Support Engineer", "title"), ("SH-010", "detail"), ("三等", "detail")], None),
    ],
)
def test_lines_that_were_broken_are_put_together(lines: list[tuple[str, Any]], whole: list[str] | None) -> None:
    graph = Graph("", "zh", (Box("a", tuple(Line(*line) for line in lines)),))
    (box,) = place(graph).boxes
    assert list(whole_lines(box)) == (whole or [text for text, _ in lines])


def test_an_endless_text_is_put_together_in_a_moment() -> None:
    graph = Graph("", "en", (Box("a", (Line("word" * 500, "detail"), Line("word " * 500, "detail"))),))
    (box,) = place(graph).boxes
    assert len(box.texts) > 100
    assert "".join(whole_lines(box)).replace(" ", "") == "word" * 1000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("售后服务经理", "shou hou fu wu jing li"),
        ("组长", "zu zhang"),
        ("重", "zhong/chong/tong"),
        ("女工", "nv gong"),
        ("IT支持（上海）", "it zhi/qi chi shang hai"),
        ("After-sales Manager", ""),
        ("", ""),
    ],
)
def test_chinese_has_its_sounds(text: str, expected: str) -> None:
    assert sounds(text) == expected


def test_pinyin_is_loaded_only_for_chinese() -> None:
    script = (
        "import sys; from posdoc.charts.graph import *; from posdoc.layout import place; from posdoc.drawing.html import draw\n"
        "print(len(draw(place(Graph('A', 'en', (Box('a', (Line('b'),)),))))), 'pypinyin' in sys.modules)"
    )
    assert run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()[1] == "False"


# --- words ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "word"),
    [("zh", "全部折叠"), ("zh-TW", "全部折叠"), ("en", "Collapse all"), ("fr", "Collapse all")],
)
def test_the_page_speaks_the_language_of_the_chart(language: str, word: str) -> None:
    text = page(replace(SAMPLES["styles"], language=language))
    assert f'aria-label="{word}"' in text
    assert _Elements(text).tags[0] == ("html", {"lang": language})


def test_title_legend_and_note_stand_in_the_page_once() -> None:
    text = page(department())
    svg = text[text.index('<svg id="chart"') : text.index("</svg>\n</div>")]
    assert "售后服务部组织架构图" not in svg
    assert "<h1>售后服务部组织架构图</h1>" in text
    assert text.count("数据截至 2024-06-30") == 1
    assert len(re.findall(r"<li><svg [^>]*><(rect|polyline)[^>]*/></svg>", text)) == 3


def test_an_empty_chart_is_a_page_too() -> None:
    assert data_of(page(Graph("", "en", ())))["boxes"] == []
