"""The places on the outlines of boxes at which lines can be tied to them, and those outlines, in DrawingML.

A rectangle has four places, the middles of its sides. Where several links of a flow or a career share a side, their
boxes need more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from posdoc.charts.graph import BoxShape
from posdoc.layout.elbows import SITES, WHOLE
from posdoc.layout.placed import Placed, Point, Rect, Side

_ROUNDNESS = 33_333
"""How large the corners of a rounded box are, as a share of its shorter side."""
_ANGLES: dict[Side, str] = {"top": "3cd4", "left": "cd2", "bottom": "cd4", "right": "0"}
"""The direction in which a connector leaves each side."""
_MIDDLES = {"top": ("hc", "t"), "left": ("l", "vc"), "bottom": ("hc", "b"), "right": ("r", "vc")}


class Site(NamedTuple):
    """A place on one side of a box."""

    point: Point
    side: Side


def extra_sites(placed: Placed) -> dict[str, list[Site]]:
    """For each box (by id) the places, besides the middles of its sides, at which links meet it."""
    rects = {box.id: box.rect for box in placed.boxes}
    found: dict[str, list[Site]] = {box.id: [] for box in placed.boxes}
    for link in placed.links:
        ends = (
            (link.source, Site(link.points[0], link.source_side)),
            (link.target, Site(link.points[-1], link.target_side)),
        )
        for box, site in ends:
            if site.point != rects[box].middle(site.side) and site not in found[box]:
                found[box].append(site)
    return found


def site_number(sites: Mapping[str, Sequence[Site]], box: str, site: Site) -> int:
    """The number of the place on a box's outline where a line meets it."""
    extra = sites[box]
    return len(SITES) + extra.index(site) if site in extra else SITES[site.side]


def outline(shape: BoxShape, rect: Rect, sites: Sequence[Site] = ()) -> str:
    """The outline of a box as DrawingML; one with more places than usual cannot be a preset."""
    if sites:
        return _with_sites(shape, rect, sites)
    if shape == "rounded":
        return (
            f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {_ROUNDNESS}"/></a:avLst></a:prstGeom>'
        )
    return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def _with_sites(shape: BoxShape, rect: Rect, sites: Sequence[Site]) -> str:
    """A rectangle with the middles of its sides first, as the preset has them, and then the further places."""
    guides = ""
    places = "".join(_place(side, *_MIDDLES[side]) for side in SITES)
    for number, (point, side) in enumerate(sites):
        across = round((point.x - rect.x) / rect.width * WHOLE)
        down = round((point.y - rect.y) / rect.height * WHOLE)
        guides += f'<a:gd name="x{number}" fmla="*/ w {across} {WHOLE}"/>'
        guides += f'<a:gd name="y{number}" fmla="*/ h {down} {WHOLE}"/>'
        places += _place(side, f"x{number}", f"y{number}")
    path = _rounded_path(rect) if shape == "rounded" else _plain_path()
    return (
        f"<a:custGeom><a:avLst/><a:gdLst>{guides}</a:gdLst><a:ahLst/><a:cxnLst>{places}</a:cxnLst>"
        f'<a:rect l="l" t="t" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
    )


def _place(side: Side, x: str, y: str) -> str:
    return f'<a:cxn ang="{_ANGLES[side]}"><a:pos x="{x}" y="{y}"/></a:cxn>'


def _plain_path() -> str:
    corners = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ((1, 0), (1, 1), (0, 1)))
    return f'<a:path w="1" h="1"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>{corners}<a:close/></a:path>'


def _rounded_path(rect: Rect) -> str:
    """Clockwise from the left end of the top left corner; the sides are drawn by the arcs' beginnings."""
    width, height = round(rect.width * 100), round(rect.height * 100)
    radius = round(min(width, height) * _ROUNDNESS / WHOLE)
    starts = (
        (0, radius, 10_800_000),
        (width - radius, 0, 16_200_000),
        (width, height - radius, 0),
        (radius, height, 5_400_000),
    )
    steps = ""
    for place, (x, y, angle) in enumerate(starts):
        step = "lnTo" if place else "moveTo"
        steps += f'<a:{step}><a:pt x="{x}" y="{y}"/></a:{step}>'
        steps += f'<a:arcTo wR="{radius}" hR="{radius}" stAng="{angle}" swAng="5400000"/>'
    return f'<a:path w="{width}" h="{height}">{steps}<a:close/></a:path>'
