from __future__ import annotations

from dataclasses import replace
from json import loads
from typing import Any

import pytest

from posdoc.charts.graph import Box, Detail
from posdoc.drawing.json import draw
from posdoc.layout import place
from tests.drawing.samples import SAMPLES


def data_of(name: str) -> dict[str, Any]:
    data: dict[str, Any] = loads(draw(place(SAMPLES[name])))
    return data


def test_what_became_of_parts_as_json(goldens: Any) -> None:
    goldens.check("changes.json", draw(place(SAMPLES["changes"])).decode())


def test_a_chart_as_json(goldens: Any) -> None:
    goldens.check("chart.json", draw(place(SAMPLES["styles"])).decode())


@pytest.mark.parametrize("name", SAMPLES)
def test_everything_that_is_placed_is_in_it(name: str) -> None:
    data, placed = data_of(name), place(SAMPLES[name])
    assert [node["id"] for node in data["nodes"]] == [box.id for box in placed.boxes]
    assert len(data["edges"]) == len(placed.connectors) + len(placed.links)
    assert len(data["groups"]) == len(placed.frames)
    ids = {node["id"] for node in data["nodes"]}
    assert all({edge["source"], edge["target"]} <= ids for edge in data["edges"])
    assert all(node["x"] + node["width"] <= data["width"] for node in data["nodes"])


def test_details_and_keywords_are_there_where_the_chart_has_them() -> None:
    box = Box("a", SAMPLES["styles"].boxes[0].lines, details=(Detail("职责", ("一", "二")),), keywords=("甲",))
    node = loads(draw(place(replace(SAMPLES["styles"], boxes=(box,)))))["nodes"][0]
    assert node["details"] == [{"label": "职责", "values": ["一", "二"]}]
    assert node["keywords"] == ["甲"]
    assert "details" not in data_of("styles")["nodes"][0]
