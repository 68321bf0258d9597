from math import inf

import pytest

from posdoc.layout.blocks import Block, Options, Spacing, arrange, moved, stacked_runs
from posdoc.layout.nest import Node
from posdoc.layout.placed import Point, Rect

NEVER = Options(stack_at=1 << 30)


def leaf(name: str = "x") -> Node:
    return Node("box", name, 0)


def block(width: float = 80, height: float = 40) -> Block:
    return Block("box", width, height, Point(width / 2, 0), leaf(), Rect(0, 0, width, height))


@pytest.mark.parametrize(
    ("leaves", "at", "runs"),
    [
        ("111", 3, [(0, 3)]),
        ("11", 3, []),
        ("1110111", 3, [(0, 3), (4, 7)]),
        ("0110", 2, [(1, 3)]),
        ("", 1, []),
        ("000", 1, []),
    ],
)
def test_runs_of_reports_without_reports(leaves: str, at: int, runs: list[tuple[int, int]]) -> None:
    nodes = [Node("box", "x", 0, children=[] if each == "1" else [leaf()]) for each in leaves]
    assert stacked_runs(nodes, Options(at)) == runs


def test_side_by_side_under_the_middle() -> None:
    found = arrange([block(), block()], NEVER, Spacing())
    assert [part.x for part in found.parts] == [0, 94]
    assert {part.y for part in found.parts} == {26}
    assert (found.width, found.trunk, found.height) == (174, 87, 66)
    assert found.parts[1].via == (Point(87, 12), Point(134, 12), Point(134, 26))


def test_a_column_hangs_on_a_spine_at_its_left() -> None:
    found = arrange([block(), block(), block()], Options(3), Spacing())
    (column,) = found.parts
    assert column.block.kind == "column"
    assert [part.y for part in column.block.parts] == [0, 48, 96]
    assert column.block.parts[1].via == (Point(0, 68), Point(12, 68))
    assert {part.side for part in column.block.parts} == {"left"}
    assert found.trunk == found.width / 2


def test_a_long_column_is_cut_into_even_ones() -> None:
    found = arrange([block() for _ in range(9)], Options(3, column_max=8), Spacing())
    assert [len(part.block.parts) for part in found.parts] == [5, 4]


def test_a_row_that_is_too_wide_is_folded_around_the_trunk() -> None:
    found = arrange([block() for _ in range(6)], NEVER._replace(row_limit=300), Spacing())
    upper = [part for part in found.parts if part.y == found.parts[0].y]
    assert len(upper) == 3
    assert all(part.x + 80 < found.trunk or part.x > found.trunk for part in upper)
    assert found.width < 400


def test_a_row_with_a_line_that_leaves_is_never_folded() -> None:
    wire = Block("wire", 8, 0, Point(4, 0), leaf(), wires=[(leaf(), 4)])
    found = arrange([block(), block(), wire], NEVER._replace(row_limit=100), Spacing())
    assert len({part.via[0].y for part in found.parts}) == 1
    assert found.wires[0][1] == 188 + 4


def test_roots_of_different_depth_stand_at_one_height() -> None:
    framed = Block("frame", 100, 80, Point(50, 25), leaf())
    found = arrange([framed, block()], NEVER, Spacing())
    assert found.parts[0].y + 25 == found.parts[1].y


def test_unconnected_blocks_begin_at_the_top() -> None:
    assert {part.y for part in arrange([block(), block()], NEVER, Spacing(), connected=False).parts} == {0}


def test_nothing_needs_no_room() -> None:
    assert arrange([], Options(3, 8, inf), Spacing())[:3] == (0, 0, 0)


def test_moved_parts_take_their_lines_along() -> None:
    (part,) = moved(arrange([block()], NEVER, Spacing()).parts, 5, 7)
    assert (part.x, part.y, part.via[-1]) == (5, 33, Point(45, 33))
