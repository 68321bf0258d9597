"""How much room definitions take in memory: a large department has to fit, and it is nearly all that a build holds."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

from benchmarks.departments import write_department
from posdoc.check import check
from posdoc.load import load
from posdoc.source import MapNode, read_file

POSITIONS = 40
MOST = 100
"""KiB for a position with a hundred lines of Chinese; it was 107 before keys and entries were shared."""


def test_a_position_takes_no_more_room_than_it_has_to(tmp_path: Path) -> None:
    root = write_department(tmp_path / "department", POSITIONS)
    load(root)  # what is kept for all workspaces, such as patterns, is there already
    gc.collect()
    tracemalloc.start()
    try:
        organization, _ = load(root)
        gc.collect()
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(organization.positions) >= POSITIONS
    assert size / len(organization.positions) / 1024 < MOST


def test_keys_are_the_same_in_all_files(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(f"title: {name}\nduties:\n  - text: {name}\n", encoding="utf-8")
    nodes = [read_file(tmp_path, f"{name}.yaml")[0] for name in ("a", "b")]
    first, second = ([key.text for key, _ in node.entries] for node in nodes if isinstance(node, MapNode))
    assert first == ["title", "duties"]
    assert all(one is two for one, two in zip(first, second, strict=True))


def test_texts_are_let_go_of_when_the_rules_are_done(tmp_path: Path) -> None:
    organization = check(write_department(tmp_path / "department", 3)).organization
    assert not {"passages", "manuscripts"} & organization.__dict__.keys()
    assert organization.manuscripts["zh"].passages == organization.passages
    organization.let_go_of_texts()
    assert not {"passages", "manuscripts"} & organization.__dict__.keys()
