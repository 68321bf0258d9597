from __future__ import annotations

from pathlib import Path

import pytest

from posdoc import charts
from posdoc.charts.graph import Graph
from posdoc.model import ChartOutput
from tests.charts.samples import CAREERS, CAREERS_EN, CAREERS_ZH, DEPARTMENT, EN, ZH

FOLDER = Path(charts.__file__).parent
NO_KINDS = {"graph", "boxes", "colours", "details", "part"}


def test_every_module_is_a_kind_but_those_that_kinds_are_made_of() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_")}
    assert set(charts.kinds()) == modules - NO_KINDS
    assert {"org", "position"} <= set(charts.kinds())


def test_what_a_kind_says_of_its_subject() -> None:
    assert [charts.subject_of(name) for name in ("org", "position", "flow", "career")] == [
        "",
        "position",
        "flow",
        "position",
    ]
    assert {name for name in charts.kinds() if charts.needs_subject(name)} == {"position", "flow"}
    assert {name for name in charts.kinds() if charts.needs_names(name)} == {"people"}


CASES = {
    "units": (DEPARTMENT, (ZH, EN), "", "field"),
    "people": (DEPARTMENT, (ZH, EN), "", "engineer#2"),
    "org": (DEPARTMENT, (ZH, EN), "", "engineer"),
    "position": (DEPARTMENT, (ZH, EN), "engineer", "engineer"),
    "flow": (CAREERS, (CAREERS_ZH, CAREERS_EN), "service/complaints", "step:4"),
    "career": (CAREERS, (CAREERS_ZH, CAREERS_EN), "engineer", "engineer"),
}
"""For each kind what it is tried on, and a box that has to be in it. A new kind needs a line here."""


@pytest.mark.parametrize("name", charts.kinds())
@pytest.mark.parametrize("language", [0, 1], ids=["zh", "en"])
def test_a_kind_draws_a_chart_whose_lines_lead_somewhere(name: str, language: int) -> None:
    organization, both, focus, wanted = CASES[name]
    graph = charts.kind(name).draw(organization, both[language], ChartOutput(kind=name, position=focus or None))
    assert isinstance(graph, Graph)
    assert graph.language == both[language].language
    names = [box.id for box in graph.boxes]
    assert wanted in names
    assert len(set(names)) == len(names)
    groups = {group.id for group in graph.groups}
    assert {box.group for box in graph.boxes} <= {None, *groups}
    assert {group.parent for group in graph.groups} <= {None, *groups}
    assert {box.parent for box in graph.boxes} <= {None, *names}
    assert {end for link in graph.links for end in (link.source, link.target)} <= set(names)


@pytest.mark.parametrize("name", charts.kinds())
def test_drawing_changes_nothing_and_is_the_same_each_time(name: str) -> None:
    organization, both, focus, _ = CASES[name]
    before = repr(organization)
    wish = ChartOutput(kind=name, position=focus or None)
    first = charts.kind(name).draw(organization, both[0], wish)
    assert charts.kind(name).draw(organization, both[0], wish) == first
    assert repr(organization) == before
