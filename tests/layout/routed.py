"""Flows and careers that the layout's tests share, and what must hold of every one that is placed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from hypothesis import strategies as st

from posdoc.charts.graph import Box, Graph, Line, Link, LinkStyle
from posdoc.layout.placed import Placed, PlacedLink, Point, Rect, Side
from tests.layout.samples import box_faults, crosses, text_faults

ARROW = 6.0
"""The length of an arrow head: the last piece of a line has to be longer."""
SHORT, MIXED, LONG = (
    "现场检查",
    "填写 Service report 并由客户签字",
    "Verify the complaint and report it within 30 minutes",
)


def flow(steps: int, jumps: Mapping[tuple[int, int], str], texts: Sequence[str] = (SHORT,)) -> Graph:
    """Steps from 1 on between a start and an end (number 0 and the last); ``jumps`` are links with their labels.

    A step from which no jump leads goes on to the next.
    """
    boxes = [Box("0", (Line("开始", "title"),), shape="rounded")]
    for number in range(1, steps + 1):
        lines = (Line(f"{number}. {texts[number % len(texts)]}", "step"), Line("客服专员 · 输出：登记表", "muted"))
        boxes.append(Box(str(number), lines, short=str(number)))
    boxes.append(Box(str(steps + 1), (Line("结束", "title"),), shape="rounded", short="结束"))
    branching = {source for source, _ in jumps}
    links = [Link(str(n), str(n + 1), style="flow") for n in range(steps + 1) if n not in branching]
    links += [Link(str(source), str(target), label, "flow") for (source, target), label in jumps.items()]
    return Graph("", "zh", tuple(boxes), links=tuple(links), arrangement="flow")


@st.composite
def flows(draw: st.DrawFn) -> Graph:
    """Flows with branches wherever chance has it."""
    steps = draw(st.integers(1, 24))
    ends = st.tuples(st.integers(1, steps), st.integers(1, steps + 1))
    labels = st.sampled_from(
        ["", "是", "客户认可", "up to CNY 20,000 and accepted", "补偿在2万元以内且客户书面认可处理方案"]
    )
    jumps = draw(st.dictionaries(ends, labels, max_size=14))
    return flow(steps, jumps, draw(st.lists(st.sampled_from([SHORT, MIXED, LONG]), min_size=1, max_size=5)))


def career(
    left: Sequence[str] = (),
    chains: Sequence[Sequence[str]] = (),
    rotations: Sequence[str] = (),
    demotions: Sequence[str] = (),
    label: str = "轮调",
) -> Graph:
    """A career: names that are numbers have a box once only, wherever they stand."""
    boxes = {"me": Box("me", (Line("客户服务主管"),), "focus")}
    links: list[Link] = []

    def move(source: str, target: str, style: LinkStyle, said: str = "") -> None:
        for name in (source, target):
            boxes.setdefault(name, Box(name, (Line(name, "step"),)))
        links.append(Link(source, target, said, style))

    for name in left:
        move(name, "me", "promotion")
    for chain in chains:
        for before, after in zip(("me", *chain), chain, strict=False):
            move(before, after, "promotion")
    for name in rotations:
        move("me", name, "rotation", label)
    for name in demotions:
        move("me", name, "demotion", label)
    return Graph("", "zh", tuple(boxes.values()), links=tuple(links), arrangement="career")


_TITLES = st.sampled_from(["客服专员", "高级现场服务工程师（华东）", "Service Supervisor, East China Office"])


@st.composite
def careers(draw: st.DrawFn) -> Graph:
    """Careers of all sizes; some of those who are promoted may be sent back, and chains may begin alike."""

    def names(stem: str, most: int) -> list[str]:
        return [f"{draw(_TITLES)} {stem}{n}" for n in range(draw(st.integers(0, most)))]

    left, firsts = names("a", 7), names("b", 3)
    sent_back = [name for name in left if draw(st.booleans())][:2] if left else []
    chains = [[first, *names(f"{number}c", 2)] for number, first in enumerate(firsts)]
    return career(
        left, chains, names("r", 4), [*sent_back, *names("d", 2)], draw(st.sampled_from(["", "降任", "demotion"]))
    )


def faults(placed: Placed) -> list[str]:
    """Everything about a placed flow or career that a careful person would not have drawn."""
    return [
        *box_faults(placed),
        *text_faults(placed),
        *line_faults(placed),
        *_shared_pieces(placed),
        *_labels(placed),
    ]


def line_faults(placed: Placed) -> Iterator[str]:
    """Links that do not meet their boxes, or pass through other boxes or labels."""
    rects = {one.id: one.rect for one in placed.boxes}
    labels = [(f"label {link.label[0].text}", link.label_rect) for link in placed.links if link.label_rect]
    for link in placed.links:
        name = f"line {link.source} to {link.target}"
        ends = ((link.source_side, link.points[0], link.source), (link.target_side, link.points[-1], link.target))
        for side, point, end in ends:
            if not is_on(point, side, rects[end]):
                yield f"{name} does not meet {end}"
        if _piece(*link.points[-2:]) <= ARROW:
            yield f"{name} has no room for its arrow head"
        for a, b in zip(link.points, link.points[1:], strict=False):
            if a.x != b.x and a.y != b.y:
                yield f"{name} is slanting"
            hit = [what for what, rect in (*rects.items(), *labels) if crosses(a, b, rect)]
            yield from (f"{name} passes through {what}" for what in hit)


def is_on(point: Point, side: Side, rect: Rect) -> bool:
    """Whether a line meets a side of a box between its corners."""
    middle = rect.middle(side)
    if side in ("left", "right"):
        return point.x == middle.x and rect.y < point.y < rect.bottom
    return point.y == middle.y and rect.x < point.x < rect.right


def _piece(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def _shared_pieces(placed: Placed) -> Iterator[str]:
    """Lines that lie on one another without leading to one box, or away from one."""
    for one, other in combinations(placed.links, 2):
        kin = one.style == other.style and (one.target == other.target or one.source == other.source)
        if not kin and overlap(one, other):
            yield f"line {one.source} to {one.target} lies on that of {other.source} to {other.target}"


def overlap(one: PlacedLink, other: PlacedLink) -> bool:
    """Whether two links lie on one another for some way."""
    return any(
        _lie_on(a, b, c, d)
        for a, b in zip(one.points, one.points[1:], strict=False)
        for c, d in zip(other.points, other.points[1:], strict=False)
    )


def _lie_on(a: Point, b: Point, c: Point, d: Point) -> bool:
    if a.x == b.x == c.x == d.x:
        return max(min(a.y, b.y), min(c.y, d.y)) < min(max(a.y, b.y), max(c.y, d.y))
    if a.y == b.y == c.y == d.y:
        return max(min(a.x, b.x), min(c.x, d.x)) < min(max(a.x, b.x), max(c.x, d.x))
    return False


def _labels(placed: Placed) -> Iterator[str]:
    rooms = [(link, link.label_rect) for link in placed.links if link.label_rect]
    for (one, room), (other, second) in combinations(rooms, 2):
        if room.overlaps(second):
            yield f"the labels {one.label[0].text} and {other.label[0].text} overlap"
