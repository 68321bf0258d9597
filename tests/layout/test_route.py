import pytest

from posdoc.charts.graph import Link
from posdoc.layout.placed import Connector, Point, Rect
from posdoc.layout.route import Route, Router

BOXES = {"a": Rect(0, 0, 80, 40), "wall": Rect(120, 0, 80, 40), "b": Rect(240, 0, 80, 40), "c": Rect(120, 100, 80, 40)}


def router(*links: Link, connectors: tuple[Connector, ...] = (), texts: tuple[Rect, ...] = ()) -> Router:
    return Router(BOXES, [], connectors, texts, links)


def route(link: Link, **more: tuple[Connector, ...]) -> Route:
    found = router(link, **more).route(link)
    assert found is not None
    return found


def test_neighbours_are_joined_by_a_straight_line() -> None:
    assert route(Link("a", "wall")) == Route("right", "left", (Point(80, 20), Point(120, 20)))


def test_a_box_in_between_is_gone_around() -> None:
    points = route(Link("a", "b")).points
    assert points[0] in {BOXES["a"].middle("right"), BOXES["a"].middle("top"), BOXES["a"].middle("bottom")}
    assert all(a.y < 0 or a.y > 40 for a, b in zip(points, points[1:], strict=False) if a.y == b.y and b.x - a.x > 60)


def test_sides_with_a_solid_line_are_avoided() -> None:
    link = Link("wall", "c")
    assert route(link).source_side == "bottom"
    solid = Connector("wall", "x", "bottom", "top", (Point(160, 40), Point(160, 60)))
    assert route(link, connectors=(solid,)).source_side != "bottom"


def test_other_ends_when_asked() -> None:
    link = Link("a", "wall")
    found = router(link).route(link, [("wall", "left")])
    assert found is not None
    assert found.target_side != "left"


def test_a_second_link_keeps_off_the_first() -> None:
    first, second = Link("a", "wall"), Link("wall", "a")
    both = router(first, second)
    one = both.route(first)
    assert one is not None
    both.keep(first, one, Rect(84, 22, 30, 11))
    other = both.route(second)
    assert other is not None
    assert set(other.points) != set(one.points)


@pytest.mark.parametrize("link", [Link("a", "a"), Link("a", "nobody"), Link("nobody", "a")])
def test_a_link_without_two_boxes_has_no_way(link: Link) -> None:
    assert router(link).route(link) is None


def test_a_huge_chart_gets_a_plain_elbow() -> None:
    boxes = {f"{n}": Rect(n % 60 * 100, n // 60 * 60, 80, 40) for n in range(2100)}
    link = Link("0", "121")
    assert Router(boxes, [], (), (), (link,)).route(link) == Route(
        "right", "right", (Point(80, 20), Point(186, 20), Point(186, 140), Point(180, 140))
    )
