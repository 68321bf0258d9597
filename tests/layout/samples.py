"""Charts that the layout's tests share, and what must hold of every placed chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link
from posdoc.layout.metrics import text_width
from posdoc.layout.placed import Frame, Placed, Point, Rect, Text


def box(name: str, parent: str | None = None, group: str | None = None, **more: object) -> Box:
    """A box whose title is its id."""
    return Box(name, (Line(name),), parent=parent, group=group, **more)  # type: ignore[arg-type]


def graph(*boxes: Box, groups: Sequence[Group] = (), links: Sequence[Link] = (), title: str = "图") -> Graph:
    """A chart of the boxes."""
    return Graph(title, "zh", tuple(boxes), tuple(groups), tuple(links))


def chain(length: int) -> Graph:
    """Each box reports to the one before it."""
    return graph(*(box(f"岗位{n}", f"岗位{n - 1}" if n else None) for n in range(length)))


def bush(count: int, span: int) -> Graph:
    """Every superior has ``span`` reports."""
    return graph(*(box(f"岗位{n}", f"岗位{(n - 1) // span}" if n else None) for n in range(count)))


UNITS = (
    Group("dep", "售后服务部"),
    Group("cs", "客户服务组", "dep"),
    Group("ts", "技术支持组", "dep"),
    Group("parts", "配件组（新件库与旧件库）", "dep"),
    Group("field", "现场服务组", "dep"),
    Group("east", "华东办事处", "field"),
)
_POSTS = (
    ("mgr", "售后服务经理", "gm", "dep"),
    ("asst", "部门助理", "mgr", "dep"),
    ("cs1", "客户服务主管", "mgr", "cs"),
    ("cs2", "客服专员", "cs1", "cs"),
    ("cs3", "投诉处理专员", "cs1", "cs"),
    ("cs4", "回访专员", "cs1", "cs"),
    ("cs5", "客服文员", "cs1", "cs"),
    ("ts1", "技术支持主管", "mgr", "ts"),
    ("ts2", "高级售后技术支持工程师（电气与自动化控制方向）", "ts1", "ts"),
    ("ts3", "技术支持工程师", "ts1", "ts"),
    ("p1", "配件主管", "mgr", "parts"),
    ("p2", "新件仓管员", "p1", "parts"),
    ("p3", "旧件仓管员", "p1", "parts"),
    ("p4", "统计打单员", "p1", "parts"),
    ("f1", "现场服务主管", "mgr", "field"),
    ("f2", "现场服务工程师", "f1", "field"),
    ("f3", "安装调试工程师", "f1", "field"),
    ("e1", "华东区服务组长", "f1", "east"),
    ("e2", "驻点服务工程师（上海）", "e1", "east"),
    ("e3", "驻点服务工程师（苏州）", "e1", "east"),
    ("e4", "驻点服务工程师（杭州）", "e1", "east"),
)


def department() -> Graph:
    """A department of 22 posts in 6 units on 5 levels, with everything that a chart can hold."""
    boxes = [Box("gm", (Line("副总经理（分管售后）"),), style="outside")]
    boxes += [
        Box(name, (Line(title), Line("张三、李四", "subtitle")), parent=parent, group=unit, assistant=name == "asst")
        for name, title, parent, unit in _POSTS
    ]
    links = (Link("ts2", "f1", "现场疑难故障支持"), Link("p4", "mgr", "配件费用结算"), Link("cs3", "ts3", ""))
    legend = (LegendEntry("outside", "部门以外"), LegendEntry("dotted", "业务指导"), LegendEntry("unit", "单元"))
    return Graph("售后服务部组织架构图", "zh", tuple(boxes), UNITS, links, legend, "数据截至 2024-06-30")


def crossing() -> Graph:
    """Reports that stand in another unit than their superior: lines lead out of the frames."""
    return graph(
        box("总经理"),
        box("营销总监", "总经理", "a"),
        box("销售经理", "营销总监", "a"),
        box("市场经理", "营销总监", "a"),
        box("售后经理", "销售经理", "b"),
        box("客服主管", "售后经理", "b"),
        box("驻外组长", "售后经理", "b1"),
        box("驻外工程师", "驻外组长", "b1"),
        box("计量员", "驻外组长", "c"),
        box("法律顾问", "驻外组长"),
        box("质量经理", "营销总监", "c"),
        box("检验员", "质量经理", "c"),
        groups=(Group("a", "营销中心"), Group("b", "售后中心"), Group("b1", "驻外组", "b"), Group("c", "质量部")),
        links=(Link("检验员", "客服主管", "质量反馈"), Link("法律顾问", "总经理", "")),
    )


def teams() -> Graph:
    """Units without a head of their own: several reports of one superior share a frame."""
    members = [("a1", "a"), ("a2", "a"), ("a3", "a"), ("b1", "b"), ("c1", "c"), ("b2", "b")]
    return graph(
        box("经理", None, "d"),
        box("助理", "经理", "d", assistant=True),
        box("文员", "经理", "d", assistant=True),
        *(box(name, "经理", unit) for name, unit in members),
        groups=(Group("d", "售后服务部"), *(Group(unit, f"{unit} 组", "d") for unit in "abc")),
    )


def faults(placed: Placed) -> list[str]:
    """Everything about a placed chart that a careful person would not have drawn."""
    return [*box_faults(placed), *frame_faults(placed), *_line_faults(placed), *text_faults(placed)]


def box_faults(placed: Placed) -> Iterator[str]:
    """Boxes off the page or on one another."""
    page = Rect(0, 0, placed.width, placed.height)
    ordered = sorted(placed.boxes, key=lambda one: one.rect.x)
    for index, one in enumerate(ordered):
        if not _inside(one.rect, page):
            yield f"{one.id} is off the page"
        for other in ordered[index + 1 :]:
            if other.rect.x >= one.rect.right:
                break
            if one.rect.overlaps(other.rect):
                yield f"{one.id} and {other.id} overlap"


def frame_faults(placed: Placed) -> Iterator[str]:
    """Boxes and frames that are not where they belong."""
    for index, frame in enumerate(placed.frames):
        for one in placed.boxes:
            belongs = index in _frames_around(placed.frames, one.frame)
            if belongs and not _inside(one.rect, frame.rect):
                yield f"{one.id} sticks out of frame {frame.id}"
            if not belongs and one.rect.overlaps(frame.rect):
                yield f"{one.id} is a stranger in frame {frame.id}"
        for other_index, other in enumerate(placed.frames[:index]):
            nested = other_index in _frames_around(placed.frames, frame.parent)
            if nested and not _inside(frame.rect, other.rect):
                yield f"frame {frame.id} sticks out of {other.id}"
            if not nested and frame.rect.overlaps(other.rect):
                yield f"frames {frame.id} and {other.id} overlap"


def _frames_around(frames: Sequence[Frame], index: int | None) -> set[int]:
    found: set[int] = set()
    while index is not None:
        found.add(index)
        index = frames[index].parent
    return found


def _line_faults(placed: Placed) -> Iterator[str]:
    rects = {one.id: one.rect for one in placed.boxes}
    titles = [(frame.id, text_rect(text)) for frame in placed.frames for text in frame.texts]
    labels = [("label", link.label_rect) for link in placed.links if link.label_rect]
    for line in (*placed.connectors, *placed.links):
        name = f"line {line.source} to {line.target}"
        if line.points[0] != rects[line.source].middle(line.source_side):
            yield f"{name} does not begin at its box"
        if line.points[-1] != rects[line.target].middle(line.target_side):
            yield f"{name} does not end at its box"
        for a, b in zip(line.points, line.points[1:], strict=False):
            if a.x != b.x and a.y != b.y:
                yield f"{name} is slanting"
            hit = [what for what, rect in (*rects.items(), *titles, *labels) if crosses(a, b, rect)]
            yield from (f"{name} passes through {what}" for what in hit)


def text_faults(placed: Placed) -> Iterator[str]:
    """Texts that do not fit, or stand on boxes."""
    rects = [(one.id, one.rect) for one in placed.boxes]
    for one in placed.boxes:
        for text in one.texts:
            if not _inside(text_rect(text), one.rect):
                yield f"{text.text} sticks out of {one.id}"
    for link in placed.links:
        if link.label_rect:
            yield from (f"label {link.label} on {name}" for name, rect in rects if rect.overlaps(link.label_rect))
    for frame in placed.frames:
        for text in frame.texts:
            if not _inside(text_rect(text), frame.rect):
                yield f"title {text.text} sticks out of its frame"
            yield from (f"title {text.text} on {name}" for name, rect in rects if rect.overlaps(text_rect(text)))


def text_rect(text: Text) -> Rect:
    """The room that the characters of a line take."""
    width = text_width(text.text, text.size, text.bold)
    left = text.x if text.anchor == "start" else text.x - width / 2
    return Rect(left, text.y - 0.86 * text.size, width, text.size)


def _inside(inner: Rect, outer: Rect) -> bool:
    slack = 0.01
    return (
        inner.x >= outer.x - slack
        and inner.y >= outer.y - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def crosses(a: Point, b: Point, rect: Rect) -> bool:
    """Whether a level or upright piece of a line passes through a rectangle."""
    low_x, high_x, low_y, high_y = min(a.x, b.x), max(a.x, b.x), min(a.y, b.y), max(a.y, b.y)
    return low_x < rect.right and high_x > rect.x and low_y < rect.bottom and high_y > rect.y


def random_graph(seed: int) -> Graph:
    """A chart that nobody would draw: units, reports, assistants and links strewn at random."""
    chance = Random(seed)
    count, units = chance.randint(1, 36), chance.randint(0, 7)
    groups = [
        Group(
            f"g{n}", chance.choice(["配件组", "Spare Parts and Logistics", "三包组（旧件库）"]), _above(chance, "g", n)
        )
        for n in range(units)
    ]
    titles = ["经理", "售后服务工程师（上海）", "Regional Service Team Leader"]
    boxes = [
        Box(
            f"b{n}",
            (Line(chance.choice(titles)), *([Line("张三", "subtitle")] if chance.random() < 0.5 else [])),
            parent=f"b{chance.randrange(max(0, n - 5), n)}" if n and chance.random() < 0.95 else None,
            group=f"g{chance.randrange(units)}" if units and chance.random() < 0.7 else None,
            assistant=chance.random() < 0.1,
        )
        for n in range(count)
    ]
    ends = [(f"b{chance.randrange(count)}", f"b{chance.randrange(count)}") for _ in range(chance.randint(0, 3))]
    links = [Link(source, target, chance.choice(["", "质量反馈"])) for source, target in ends]
    return graph(*boxes, groups=groups, links=links)


def _above(chance: Random, stem: str, number: int) -> str | None:
    return f"{stem}{chance.randrange(number)}" if number and chance.random() < 0.6 else None
