"""From a :class:`~posdoc.charts.graph.Graph` to one with coordinates; the only user of Graphviz's engine."""

from posdoc.layout.page import place
from posdoc.layout.placed import (
    Connector,
    Frame,
    Page,
    Placed,
    PlacedBox,
    PlacedLegend,
    PlacedLink,
    Point,
    Rect,
    Side,
    Text,
)

__all__ = [
    "Connector",
    "Frame",
    "Page",
    "Placed",
    "PlacedBox",
    "PlacedLegend",
    "PlacedLink",
    "Point",
    "Rect",
    "Side",
    "Text",
    "place",
]
