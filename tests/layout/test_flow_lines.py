import pytest

from posdoc.charts.graph import Link
from posdoc.layout.flow_lines import Exit, Slot, height_for, lanes_of, ports, slots_of
from posdoc.layout.placed import Side


def leaving(source: int, target: int | None, label: tuple[str, ...] = ()) -> Exit:
    side: Side = "left" if target is not None and target <= source else "right"
    return Exit(Link(str(source), str(target)), source, target, side, label)


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ([(1, 3)], {("right", 3): 0}),
        ([(1, 3), (3, 5)], {("right", 3): 0, ("right", 5): 0}),
        ([(1, 5), (2, 4)], {("right", 4): 0, ("right", 5): 1}),
        ([(1, 5), (2, 5), (3, 5)], {("right", 5): 0}),
        ([(1, 3), (4, 2)], {("right", 3): 0, ("left", 2): 0}),
        ([(3, 3), (3, 1)], {("left", 3): 0, ("left", 1): 0}),
        ([(2, 2), (3, 1)], {("left", 2): 0, ("left", 1): 1}),
        ([(1, None)], {}),
    ],
)
def test_lanes_are_shared_where_nothing_is_in_the_way(
    ways: list[tuple[int, int | None]], expected: dict[tuple[str, int], int]
) -> None:
    assert lanes_of([leaving(*way) for way in ways]) == expected


def test_lines_at_the_right_arrive_above_and_the_outer_ones_leave_first() -> None:
    ways = [leaving(1, 4), leaving(1, 6), leaving(0, 1), leaving(1, None)]
    slots = slots_of(1, "right", ways, lanes_of(ways))
    assert [slot.exit and slot.exit.target for slot in slots] == [None, 6, 4, None]
    assert slots[0].exit is None
    assert slots[-1].exit is not None


def test_at_the_left_it_is_the_other_way_round_and_a_line_to_the_box_itself_is_the_lowest() -> None:
    ways = [leaving(5, 5), leaving(5, 1), leaving(5, 4), leaving(7, 5)]
    slots = slots_of(5, "left", ways, lanes_of(ways))
    assert [slot.exit and slot.exit.target for slot in slots] == [4, 1, 5, None]


@pytest.mark.parametrize(
    ("slots", "height", "at"),
    [
        ([], 0.0, []),
        ([Slot(5, 5)], 10.0, [20.0]),
        ([Slot(24, 5)], 32.0, [20.0]),
        ([Slot(5, 5), Slot(13, 5)], 34.0, [11.0, 29.0]),
    ],
)
def test_a_box_is_high_enough_and_lines_meet_it_about_its_middle(
    slots: list[Slot], height: float, at: list[float]
) -> None:
    assert height_for(slots) == height
    assert ports(slots, 40.0) == at
