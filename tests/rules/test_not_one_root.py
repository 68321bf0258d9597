"""No top position, several, and those that are declared."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.model import Organization, Position, PositionStatus, Workspace
from posdoc.rules.not_one_root import check
from tests.example_files import write_files
from tests.rules.departments import department


def paths(organization: Organization) -> list[str]:
    return [finding.span.path.removeprefix("positions/").removesuffix(".yaml") for finding in check(organization)]


CASES = {
    "one top": ({"a": None, "b": "a"}, (), []),
    "one top, declared": ({"a": None, "b": "a"}, ("a",), []),
    "no positions": ({}, (), [""]),
    "two tops, none declared": ({"a": None, "b": None}, (), ["a", "b"]),
    "two tops, both declared": ({"a": None, "b": None}, ("a", "b"), []),
    "two tops, one declared": ({"a": None, "b": None}, ("a",), ["b"]),
    "three tops, one declared": ({"a": None, "b": None, "c": None}, ("b",), ["a", "c"]),
    "declared, but with a superior here": ({"a": None, "b": "a"}, ("b",), ["posdoc"]),
    "all in a circle": ({"a": "b", "b": "a"}, (), ["a"]),
}  # fmt: skip


@pytest.mark.parametrize(("superiors", "roots", "found"), CASES.values(), ids=CASES)
def test_tops(superiors: dict[str, str | None], roots: tuple[str, ...], found: list[str]) -> None:
    assert paths(department(superiors, roots=roots)) == found


def test_each_top_names_the_others() -> None:
    first, _, _ = check(department({"a": None, "b": None, "c": None}))
    assert first.message.en == "'a' has no superior in the department, which has another top position: b、c"
    assert [related.span.path for related in first.related] == ["positions/b.yaml", "positions/c.yaml"]


def test_planned_and_abolished_positions_are_no_tops() -> None:
    gone = [Position(id=name, status=status) for name, status in
            (("b", PositionStatus.PLANNED), ("c", PositionStatus.ABOLISHED))]  # fmt: skip
    organization = Organization(Workspace(), positions=(*department({"a": None}).positions, *gone))
    assert paths(organization) == []


HEAD = """\
## posdoc.yaml
organization: 公司
## positions/a.yaml
title: 甲
## positions/b.yaml
"""
UNCLEAR = {
    "the file cannot be read": "title: [\n",
    "the superior cannot be read": "title: 乙\nreports_to: [a]\n",
    "the only ones": "",
}


@pytest.mark.parametrize("text", UNCLEAR.values(), ids=UNCLEAR)
def test_what_could_not_be_read_is_not_called_a_top(tmp_path: Path, text: str) -> None:
    example = HEAD + text if text else HEAD.replace("title: 甲", "title: [")
    organization, findings = load(write_files(tmp_path, example))
    assert findings
    assert list(check(organization)) == []


@pytest.mark.large
def test_5000_tops_are_reported_quickly() -> None:
    begin = time.perf_counter()
    found = list(check(department({f"p{i}": None for i in range(5000)})))
    assert time.perf_counter() - begin < 5
    assert len(found) == 5000
    assert all(len(finding.related) == 5 for finding in found)
