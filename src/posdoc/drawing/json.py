"""JSON: the boxes, frames and lines of a chart with their coordinates, for other programs.

Lengths are points (1/72 inch), the origin is at the top left, y runs downwards. ``format`` says that it is a chart of
posdoc, ``version`` which keys it has: keys may be added to a version, and none is taken away or changes its meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from typing import Any

from posdoc.layout.placed import Frame, Placed, PlacedBox, PlacedLegend, Point, Rect, Text

EXTENSION = "json"
MEDIA_TYPE = "application/json"
DETAILS = True

VERSION = 1


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart as JSON (UTF-8). ``dpi`` has no meaning here."""
    data = {
        "format": "posdoc-chart",
        "version": VERSION,
        "title": placed.name,
        "language": placed.language,
        "width": placed.width,
        "height": placed.height,
        "nodes": [_node(box) for box in placed.boxes],
        "groups": [_group(frame, placed.frames) for frame in placed.frames],
        "edges": [
            *({"kind": "solid", **_line(each), **_state(each)} for each in placed.connectors),
            *(
                {"kind": each.style, **_line(each), "label": _joined(each.label), **_state(each)}
                for each in placed.links
            ),
        ],
        "legend": [_entry(entry) for entry in placed.legend],
        "note": _joined(placed.note),
    }
    return (dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _node(box: PlacedBox) -> dict[str, Any]:
    node: dict[str, Any] = {
        "id": box.id,
        **_place(box.rect),
        "style": box.style,
        "shape": box.shape,
        "lines": [{"text": text.text, "role": text.role, "x": text.x, "y": text.y} for text in box.texts],
        "group": box.group,
        "assistant": box.assistant,
        "colour": box.colour,
        **_state(box),
    }
    if box.details:
        node["details"] = [{"label": detail.label, "values": list(detail.values)} for detail in box.details]
    if box.keywords:
        node["keywords"] = list(box.keywords)
    return node


def _group(frame: Frame, frames: Sequence[Frame]) -> dict[str, Any]:
    parent = frames[frame.parent].id if frame.parent is not None else None
    return {"id": frame.id, "title": _joined(frame.texts), **_place(frame.rect), "parent": parent, **_state(frame)}


def _line(line: Any) -> dict[str, Any]:
    return {
        "source": line.source,
        "target": line.target,
        "sides": [line.source_side, line.target_side],
        "points": [_point(point) for point in line.points],
    }


def _entry(entry: PlacedLegend) -> dict[str, Any]:
    return {"style": entry.style, "colour": entry.colour, "text": _joined(entry.texts), **_state(entry)}


def _state(part: Any) -> dict[str, str]:
    """What became of a part of the chart; nothing in a chart of one state of the organization."""
    return {"state": part.state} if part.state else {}


def _joined(texts: Sequence[Text]) -> str:
    """Broken lines as they are on the page, one below the other."""
    return "\n".join(text.text for text in texts)


def _place(rect: Rect) -> dict[str, float]:
    return {"x": rect.x, "y": rect.y, "width": rect.width, "height": rect.height}


def _point(point: Point) -> list[float]:
    return [point.x, point.y]
