"""What must hold of every chart that is set on pages, and charts by chance to try it on.

Labels of dotted lines are left aside: where there are very many the best room for one may be a bad one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link
from posdoc.layout.family import Family
from posdoc.layout.placed import Page, Placed, Rect
from posdoc.layout.sheets import A3, A4, LEAST_SCALE, SLIDE
from posdoc.locales import locale_of
from tests.layout import samples
from tests.layout.samples import text_rect

_TITLES = (
    "经理",
    "现场服务工程师（华东）",
    "Regional Service Team Leader",
    "统计打单员",
    "高级售后技术支持工程师（电气方向）",
)


def phrases(language: str = "zh") -> Callable[..., str]:
    """The phrases of a language, as ``Words.phrase`` gives them."""
    known = locale_of(language).phrases
    return lambda name, **values: known[name].format(**values)


def strewn(seed: int) -> Graph:
    """A chart by chance: deep or wide, with one root or several, with units, assistants and dotted lines."""
    chance = Random(seed)
    count = chance.choice((3, 20, 60, 150, 300))
    superior = _hanging(chance)
    units = chance.randint(0, 8)
    groups = tuple(
        Group(f"g{n}", f"{n} 组", f"g{chance.randrange(n)}" if n and chance.random() < 0.5 else None)
        for n in range(units)
    )
    assistants, labels = chance.choice((0.0, 0.15)), ("", "质量反馈")
    boxes = tuple(
        Box(
            f"b{n}",
            (Line(f"{chance.choice(_TITLES)}{n}"), *([Line("1/1", "subtitle")] if chance.random() < 0.5 else [])),
            chance.choice(("normal", "normal", "vacant", "outside")),
            parent=superior(n),
            group=f"g{n * units // count}" if units and chance.random() < 0.8 else None,
            assistant=chance.random() < assistants,
        )
        for n in range(count)
    )
    ends = [chance.sample(range(count), 2) for _ in range(chance.choice((0, 3, count // 8)))]
    links = tuple(Link(f"b{source}", f"b{target}", chance.choice(labels)) for source, target in ends)
    legend = tuple(LegendEntry(style, style) for style in ("vacant", "outside", "unit", "dotted", "planned"))  # type: ignore[arg-type]
    return Graph("组织架构图", "zh", boxes, groups, links, legend, "数据截至 2024-06-30")


def _hanging(chance: Random) -> Callable[[int], str | None]:
    """How the boxes hang together: bushes, stars, chains, whatever lies between, and several of them."""
    back = chance.choice((1, 2, 12, 10_000))
    span = chance.choice((0, 1, 2, 5, 12, 60))
    roots = chance.choice((0.0, 0.0, 0.03, 0.5))

    def superior(number: int) -> str | None:
        if not number or chance.random() < roots:
            return None
        return f"b{(number - 1) // span if span else chance.randrange(max(0, number - back), number)}"

    return superior


def homes_of(pages: Sequence[Page]) -> dict[str, list[int]]:
    """The pages (from 0) on which each box stands as itself: not as a repeated superior, which leads back."""
    homes: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        back = {name for name, target in page.jumps if target < number}
        for box in page.placed.boxes:
            if box.id not in back:
                homes.setdefault(box.id, []).append(number)
    return homes


def said(page: Page, box: str) -> str:
    """The text of a box in one piece, without spaces: lines may be broken at them."""
    (found,) = (each for each in page.placed.boxes if each.id == box)
    return squeezed("".join(text.text for text in found.texts))


def noted(page: Page) -> str:
    """The note of a page in one piece."""
    return squeezed("".join(text.text for text in page.placed.note))


def squeezed(text: str) -> str:
    """A text without spaces."""
    return "".join(text.split())


def faults(graph: Graph, pages: Sequence[Page]) -> list[str]:
    """Everything about the pages of a chart by superiors that is lost, wrong or not to be read."""
    found = [f"page {number}: {fault}" for number, page in enumerate(pages, 1) for fault in _sheet_faults(page)]
    homes = homes_of(pages)
    found += [f"{box.id} stands on {homes.get(box.id)}" for box in graph.boxes if len(homes.get(box.id, ())) != 1]
    if found:
        return found
    home = {name: numbers[0] for name, numbers in homes.items()}
    return [*_line_faults(graph, pages, home), *_jump_faults(graph, pages, home), *_link_faults(graph, pages, home)]


def _sheet_faults(page: Page) -> Iterator[str]:
    placed = page.placed
    if {page.width, page.height} not in (set(A4), set(A3), set(SLIDE)):
        yield f"{page.width} by {page.height} is no sheet of paper"
    for side, scaled in ((page.width, placed.width * page.scale), (page.height, placed.height * page.scale)):
        if abs(side - scaled) > 0.5:
            yield f"{scaled} does not fill {side}"
    if page.scale < LEAST_SCALE and "缩小到" not in noted(page):
        yield f"scale {page.scale:.2f} without a word"
    whole = Rect(10.0, 10.0, placed.width - 20.0, placed.height - 20.0)
    if page.scale >= LEAST_SCALE:
        yield from (f"{what} is off the page" for what, rect in _drawn(placed) if not _inside(rect, whole))
    yield from (fault for fault in samples.faults(placed) if "label" not in fault)


def _drawn(placed: Placed) -> Iterator[tuple[str, Rect]]:
    yield from ((box.id, box.rect) for box in placed.boxes)
    yield from ((frame.id, frame.rect) for frame in placed.frames)
    yield from ((text.text, text_rect(text)) for text in (*placed.title, *placed.note))
    for entry in placed.legend:
        yield entry.style, entry.rect
        yield from ((text.text, text_rect(text)) for text in entry.texts)
    for link in placed.links:
        yield from ((f"link to {link.target}", Rect(*point, 0.0, 0.0)) for point in link.points)


def _inside(inner: Rect, outer: Rect) -> bool:
    return inner.x >= outer.x and inner.y >= outer.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def _line_faults(graph: Graph, pages: Sequence[Page], home: dict[str, int]) -> Iterator[str]:
    family = Family(graph)
    lines = [{(line.source, line.target) for line in page.placed.connectors} for page in pages]
    for name, superior in family.superior.items():
        if superior and (superior, name) not in lines[home[name]]:
            yield f"no line from {superior} to {name}"


def _jump_faults(graph: Graph, pages: Sequence[Page], home: dict[str, int]) -> Iterator[str]:
    family = Family(graph)
    for number, page in enumerate(pages):
        shown = {box.id for box in page.placed.boxes}
        for name, target in page.jumps:
            elsewhere = [home[report] for report in family.reports[name] if home[report] != number]
            if target != (home[name] if target < number else min(elsewhere)):
                yield f"{name} on page {number + 1} leads to {target + 1}"
        leading = dict(page.jumps)
        for name in [name for name in shown if home[name] == number]:
            missing = [report for report in family.reports[name] if report not in shown]
            if bool(missing) != (name in leading):
                yield f"{name} on page {number + 1} does not lead on"
            if missing:
                yield from _cut_faults(page, name, family.size(missing), sorted({home[each] + 1 for each in missing}))


def _cut_faults(page: Page, name: str, count: int, numbers: Sequence[int]) -> Iterator[str]:
    text = said(page, name)
    where = f"→第{numbers[0]}页" if len(numbers) == 1 else f"→第{numbers[0]}–{numbers[-1]}页"
    if f"{count}个岗位" not in text or where not in text:
        yield f"{name} says {text}, not {count} {where}"


def _link_faults(graph: Graph, pages: Sequence[Page], home: dict[str, int]) -> Iterator[str]:
    names = {box.id: squeezed(box.lines[0].text) for box in graph.boxes}
    drawn = [{(link.source, link.target) for link in page.placed.links} for page in pages]
    for link in graph.links:
        at, to = home[link.source], home[link.target]
        there = f"虚线→{names[link.target]}{f'（{link.label}）' if link.label else ''}第{to + 1}页"
        if (link.source, link.target) not in drawn[at] and there not in said(pages[at], link.source) + noted(pages[at]):
            yield f"nothing of {link.source} to {link.target} on page {at + 1}: {there}"
        back = said(pages[to], link.target)
        if (
            (link.source, link.target) not in drawn[to]
            and f"虚线←{names[link.source]}第{at + 1}页" not in back
            and "虚线←其他页" not in back
        ):
            yield f"nothing of {link.source} to {link.target} on page {to + 1}"
