import pytest

from posdoc.layout.ladder_tracks import Net, set_tracks


def net(left: set[float], right: set[float]) -> Net:
    return Net(set(left), set(right))


def test_a_straight_line_needs_no_track() -> None:
    straight = net({10.0}, {10.0})
    assert not straight.turns
    set_tracks([straight])
    assert straight.track == 0


@pytest.mark.parametrize(
    ("upper", "lower", "first"),
    [
        (net({0.0}, {100.0}), net({50.0}, {150.0}), "lower"),
        (net({50.0}, {0.0}), net({100.0}, {40.0}), "upper"),
    ],
    ids=["both lead down", "both lead up"],
)
def test_lines_of_one_direction_do_not_cross(upper: Net, lower: Net, first: str) -> None:
    set_tracks([upper, lower])
    assert (upper.track < lower.track) == (first == "upper")


def test_nets_far_apart_share_a_track_and_others_do_not() -> None:
    high, low, across = net({0.0}, {20.0}), net({200.0}, {220.0}), net({10.0}, {210.0})
    set_tracks([high, low])
    assert high.track == low.track
    set_tracks([high, low, across])
    assert across.track not in (high.track, low.track)


def test_many_nets_are_given_tracks_that_they_do_not_share() -> None:
    nets = [net({float(number)}, {1000.0 + number}) for number in range(100)]
    set_tracks(nets)
    assert len({each.track for each in nets}) == 100
