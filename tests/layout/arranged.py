"""Charts in bands, on ladders, in lanes and with contacts around them, that tests share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from posdoc.charts.graph import Box, Graph, Group, Line, Link, LinkStyle
from tests.layout.routed import SHORT, flow
from tests.layout.samples import box

BANDS = (Group("top", "领导层"), Group("mid", "Middle management of the regions"), Group("low", "操作层"))


def banded(*boxes: Box, bands: tuple[Group, ...] = BANDS, links: tuple[Link, ...] = ()) -> Graph:
    """A chart by superiors whose groups are bands."""
    return Graph("图", "zh", boxes, bands, links, arrangement="bands")


def staff(count: int, superior: str, band: str | None) -> list[Box]:
    """Boxes that report to the same one."""
    return [box(f"{superior}.{number}", superior, band) for number in range(count)]


Moves = Sequence[tuple[str, str]]


def ladder(
    up: Moves = (), level: Moves = (), down: Moves = (), families: dict[str, str] | None = None, **ranks: int
) -> Graph:
    """A box for every name in the moves; those with a family stand in its band."""
    families = families or {}
    styled: list[tuple[LinkStyle, Moves]] = [("promotion", up), ("rotation", level), ("demotion", down)]
    links = [Link(one, other, style=style) for style, moves in styled for one, other in moves]
    names = dict.fromkeys([*ranks, *(end for link in links for end in (link.source, link.target))])
    boxes = tuple(
        Box(name, (Line(name), Line("三等", "muted")), group=families.get(name), rank=ranks.get(name)) for name in names
    )
    groups = tuple(Group(family, f"{family}序列") for family in dict.fromkeys(families.values()))
    return Graph("晋升通道", "zh", boxes, groups, tuple(links), arrangement="ladder")


ROLES = ("客服专员", "服务调度员", "Field Service Engineer, East China", "三包技术员", "客户", "配件主管")


def in_lanes(drawn: Graph, lanes: Sequence[int]) -> Graph:
    """The flow with its steps in lanes by turns; the start and the end stand with the steps next to them."""
    steps = len(drawn.boxes) - 2
    numbers = [lanes[step % len(lanes)] for step in range(steps)]
    numbers = [numbers[0], *numbers, numbers[-1]]
    used = list(dict.fromkeys(numbers))
    boxes = tuple(replace(box, group=f"lane{number}") for box, number in zip(drawn.boxes, numbers, strict=True))
    groups = tuple(Group(f"lane{number}", ROLES[number]) for number in used)
    return replace(drawn, boxes=boxes, groups=groups, otherwise=drawn)


def lanes(
    steps: int, jumps: Mapping[tuple[int, int], str], order: Sequence[int], texts: Sequence[str] = (SHORT,)
) -> Graph:
    """A flow in lanes."""
    return in_lanes(flow(steps, jumps, texts), order)


SIDES = (Group("in", "公司内联系"), Group("out", "Contacts outside the company"))


def around(
    peers: int = 0, reports: int = 0, inside: int = 0, outside: int = 0, dotted: int = 0, superior: bool = True
) -> Graph:
    """A position among others, with contacts at both sides."""
    above = "top" if superior else None
    boxes = [box("top")] if superior else []
    boxes += [box(f"peer{number}", above) for number in range(peers // 2)]
    boxes.append(Box("me", (Line("客户服务主管"),), "focus", parent=above))
    boxes += [box(f"peer{number}", above) for number in range(peers // 2, peers)]
    boxes += [box(f"report{number}", "me") for number in range(reports)]
    boxes += [box(f"dotted{number}") for number in range(dotted)]
    contacts = [Box(f"in{number}", (Line("技术部"),), "outside", group="in") for number in range(inside)]
    contacts += [Box(f"out{number}", (Line("特约维修站"),), "outside", group="out") for number in range(outside)]
    links = [Link("me", f"dotted{number}", "业务指导") for number in range(dotted)]
    links += [Link("me", each.id, style="contact") for each in contacts]
    groups = tuple(group for group in SIDES if group.id in {each.group for each in contacts})
    return Graph("位置", "zh", (*boxes, *contacts), groups, tuple(links), ratio=1.8, arrangement="around")
