"""What DrawingML's preset connectors look like, worked out from their definition and not from the code that writes them."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

Place = tuple[float, float]


def preset_path(name: str, adjustments: Sequence[float], width: float, height: float) -> list[Place]:
    """The corners of a preset connector in its own room, as presetShapeDefinitions.xml has them."""
    parts = [value / 100_000 for value in adjustments]
    if name == "straightConnector1":
        return [(0, 0), (width, height)]
    if name == "bentConnector2":
        return [(0, 0), (width, 0), (width, height)]
    x1 = width * parts[0]
    if name == "bentConnector3":
        return [(0, 0), (x1, 0), (x1, height), (width, height)]
    y2 = height * parts[1]
    if name == "bentConnector4":
        return [(0, 0), (x1, 0), (x1, y2), (width, y2), (width, height)]
    assert name == "bentConnector5"
    x3 = width * parts[2]
    return [(0, 0), (x1, 0), (x1, y2), (x3, y2), (x3, height), (width, height)]


def drawn_path(
    name: str,
    adjustments: Sequence[float],
    room: tuple[float, float, float, float],
    *,
    degrees: float = 0,
    flip_across: bool = False,
    flip_down: bool = False,
) -> list[Place]:
    """The corners on the page: flipped first, and then turned about the middle of the room."""
    x, y, width, height = room
    middle_x, middle_y = x + width / 2, y + height / 2
    cosine, sine = cos(radians(degrees)), sin(radians(degrees))
    found = []
    for px, py in preset_path(name, adjustments, width, height):
        dx = (width - px if flip_across else px) - width / 2
        dy = (height - py if flip_down else py) - height / 2
        found.append((middle_x + dx * cosine - dy * sine, middle_y + dx * sine + dy * cosine))
    return found


def corners(path: Sequence[Place], slack: float = 0.05) -> list[Place]:
    """The path without points that lie on one another or on a straight line."""
    found: list[Place] = []
    for point in path:
        if found and _near(found[-1], point, slack):
            continue
        if len(found) > 1 and _straight(found[-2], found[-1], point, slack):
            found.pop()
        found.append(point)
    return found


def same_path(one: Sequence[Place], other: Sequence[Place], slack: float) -> bool:
    """Whether two lines have the same corners."""
    first, second = corners(one, slack), corners(other, slack)
    return len(first) == len(second) and all(_near(a, b, slack) for a, b in zip(first, second, strict=True))


def _near(a: Place, b: Place, slack: float) -> bool:
    return abs(a[0] - b[0]) <= slack and abs(a[1] - b[1]) <= slack


def _straight(a: Place, b: Place, c: Place, slack: float) -> bool:
    return (abs(a[0] - b[0]) <= slack and abs(b[0] - c[0]) <= slack) or (
        abs(a[1] - b[1]) <= slack and abs(b[1] - c[1]) <= slack
    )
