from __future__ import annotations

from pathlib import Path

import pytest

from posdoc import charts
from posdoc.charts.graph import Graph
from tests.charts.samples import DEPARTMENT, EN, ZH

FOLDER = Path(charts.__file__).parent
NO_KINDS = {"__init__", "graph", "boxes"}


def test_every_module_is_a_kind_but_those_that_kinds_are_made_of() -> None:
    assert set(charts.kinds()) == {path.stem for path in FOLDER.glob("*.py")} - NO_KINDS
    assert {"org", "position"} <= set(charts.kinds())


@pytest.mark.parametrize("name", charts.kinds())
@pytest.mark.parametrize("words", [ZH, EN], ids=["zh", "en"])
def test_a_kind_draws_a_chart_whose_lines_lead_somewhere(name: str, words: object) -> None:
    graph = charts.kind(name).draw(DEPARTMENT, words, "engineer")  # type: ignore[arg-type]
    assert isinstance(graph, Graph)
    assert graph.language == words.language  # type: ignore[attr-defined]
    names = [box.id for box in graph.boxes]
    assert "engineer" in names
    assert len(set(names)) == len(names)
    groups = {group.id for group in graph.groups}
    assert {box.group for box in graph.boxes} <= {None, *groups}
    assert {group.parent for group in graph.groups} <= {None, *groups}
    assert {box.parent for box in graph.boxes} <= {None, *names}
    assert {end for link in graph.links for end in (link.source, link.target)} <= set(names)


@pytest.mark.parametrize("name", charts.kinds())
def test_drawing_changes_nothing_and_is_the_same_each_time(name: str) -> None:
    before = repr(DEPARTMENT)
    first = charts.kind(name).draw(DEPARTMENT, ZH, "engineer")
    assert charts.kind(name).draw(DEPARTMENT, ZH, "engineer") == first
    assert repr(DEPARTMENT) == before
