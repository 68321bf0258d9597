"""Plain-text forms as after-sales departments really have them: run-on lines, cells line by line, rows shuffled or cut.

Each ``sources/<form>.txt`` has the line structure and the faults of one form of the collection that posdoc was planned
on, in words of its own; ``<form>.yaml`` says all that must come out of it: the data of every post, the unit that it lies
in, what is marked as guessed, the findings with their lines, and what stays unread, by line. Nothing else may come out.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from posdoc.importers.gathering import gather
from posdoc.importers.plain import read_text
from posdoc.importers.posts import Confidence, Draft, FileRead, read_posts, standard_labels

SOURCES = Path(__file__).parent / "sources"
FORMS = ("S0-F", "S0-G", "S0-H", "S0-I", "S1-B", "S1-F", "S2-B", "S3-A", "S3-B", "S4-F", "S4-H", "S4-K", "S4-L")


@cache
def read(form: str) -> FileRead:
    path = SOURCES / f"{form}.txt"
    return read_posts(read_text(path.read_bytes(), path.name), standard_labels())


@cache
def expected(form: str) -> dict[str, Any]:
    """What must come out; every scalar is a text."""
    found: dict[str, Any] = yaml.load((SOURCES / f"{form}.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    return found


def told(draft: Draft) -> dict[str, Any]:
    """All that is known of a draft, as the expectations have it; what is empty is left out."""
    guessed = sorted({trace.path for trace in draft.traces if trace.confidence is Confidence.GUESSED})
    all_of_it = {
        "data": draft.data,
        "unit": draft.unit,
        "guessed": guessed,
        "findings": [f"{finding.span.line} {finding.kind.name}" for finding in draft.findings],
        "unread": {str(line.place.number): line.unread() for line in draft.lines if line.unread()},
    }
    return {name: value for name, value in all_of_it.items() if value}


def test_every_form_is_there() -> None:
    assert {path.stem for path in SOURCES.glob("*.txt")} == set(FORMS)
    assert {path.stem for path in SOURCES.glob("*.yaml")} == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_posts(form: str) -> None:
    assert [told(draft) for draft in read(form).drafts] == expected(form)["posts"]


@pytest.mark.parametrize("form", FORMS)
def test_unit(form: str) -> None:
    unit = {name: value for name, value in expected(form).get("unit", {}).items() if value}
    assert told(read(form).unit) == unit


@pytest.mark.parametrize("form", FORMS)
def test_no_character_is_lost(form: str) -> None:
    """Every line stands in one draft at least, and what of it is unread stands in a comment of the workspace."""
    source = read(form)
    gathered = gather([read_posts(source.foreign, standard_labels())], "zh")
    comments = "".join(re.sub(r"\s", "", text) for text in gathered.files.values())
    kept = {id(line) for draft in (*source.drafts, source.unit) for line in draft.lines}
    assert source.lines
    for line in source.lines:
        assert id(line) in kept, line.text
        assert re.sub(r"\s", "", line.unread()) in comments, line.text


@pytest.mark.parametrize("form", FORMS)
def test_values_stand_in_the_source(form: str) -> None:
    """What was traced is what stands at its place: no value comes from elsewhere."""
    source = read(form)
    texts = {line.place.number: line.text for line in source.lines}
    traces = [trace for draft in (*source.drafts, source.unit) for trace in draft.traces]
    assert traces
    for trace in traces:
        assert trace.text in texts[trace.place.number], trace


@pytest.mark.parametrize("form", FORMS)
def test_traces_name_fields_that_hold_something(form: str) -> None:
    for draft in read(form).drafts:
        for trace in draft.traces:
            assert trace.path == "unit" or held(draft.data, trace.path), trace


def held(data: Any, path: str) -> Any:
    """What stands at a path such as ``duties[2].text``; None where nothing does."""
    for step in re.findall(r"[^.\[\]]+", path):
        if isinstance(data, list):
            data = data[int(step)] if int(step) < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data
