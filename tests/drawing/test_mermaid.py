"""Mermaid text: exact for one chart, and read by Mermaid itself in a browser for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from posdoc.charts.graph import Box, Graph, Line
from posdoc.drawing.mermaid import draw
from posdoc.layout import place
from tests.conftest import ROOT
from tests.drawing.samples import SAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MERMAID = ROOT / ".ci" / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
HOSTILE = (
    '"]; click n1 href "javascript:alert(1)"\n%%{init: {}}%% `<img src=x onerror=alert(1)>` #quot; end --> | {}\u202e'
)


def text_of(graph: Graph) -> str:
    return draw(place(graph)).decode()


def test_a_chart_as_text(goldens: Any) -> None:
    goldens.check("mermaid.txt", text_of(SAMPLES["styles"]))


def test_what_became_of_boxes_and_lines(goldens: Any) -> None:
    goldens.check("mermaid-changes.txt", text_of(SAMPLES["changes"]))


def test_frames_hold_their_boxes(goldens: Any) -> None:
    goldens.check("mermaid-frames.txt", text_of(SAMPLES["teams"]))


def test_no_text_can_become_syntax() -> None:
    lines = text_of(Graph("", "zh", (Box("a", (Line(HOSTILE),)),))).splitlines()
    label = next(line for line in lines if line.startswith("  n1["))
    assert not set(label.removeprefix('  n1["').removesuffix('"]').replace("<br/>", "")) & set('"`<>[]{}|\\')
    assert "\u202e" not in label


def test_a_long_chain_of_frames_needs_no_recursion() -> None:
    from tests.layout.samples import chain

    assert text_of(chain(2000)).count(" --- ") == 1999


@pytest.fixture(scope="module")
def read_by_mermaid(browser: Browser) -> Callable[[str], str]:
    """Mermaid in Chromium: text to SVG; raises for text that it cannot read."""
    page = browser.new_page()
    page.add_script_tag(path=str(MERMAID))
    page.evaluate("mermaid.initialize({startOnLoad: false, maxEdges: 5000, maxTextSize: 500000})")
    return lambda text: str(page.evaluate("async text => (await mermaid.render('it', text)).svg", text))


@pytest.mark.tool("chromium")
@pytest.mark.skipif(not MERMAID.exists(), reason="the npm package mermaid is not installed")
@pytest.mark.parametrize("name", SAMPLES)
def test_mermaid_reads_it(name: str, read_by_mermaid: Callable[[str], str]) -> None:
    first, *others = SAMPLES[name].boxes
    graph = replace(SAMPLES[name], boxes=(replace(first, lines=(Line(HOSTILE), Line("客服主管", "muted"))), *others))
    svg = read_by_mermaid(text_of(graph))
    assert "客服主管" in svg
    assert "&lt;img" in svg
    assert "<img" not in svg
    assert "href=" not in svg
