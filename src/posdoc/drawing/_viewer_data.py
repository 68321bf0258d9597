"""What the page of a chart knows of it beside its drawing: places, names to search for, details, who is below whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise, product
from typing import Any
from unicodedata import east_asian_width

from posdoc.drawing._pinyin import sounds
from posdoc.layout.metrics import BOX_MAX_WIDTH, BOX_PAD_X, text_width
from posdoc.layout.placed import Frame, Placed, PlacedBox, PlacedLink, Point, Rect, Text
from posdoc.layout.wrap import wrap

_ROOM = BOX_MAX_WIDTH - 2 * BOX_PAD_X
_MOST_PIECES = 12
"""More pieces than this, and ways to put them together, are not tried: there are endlessly many for an endless text."""


def chart_data(placed: Placed) -> dict[str, Any]:
    """The chart as plain lists and numbers. Boxes, frames, lines and links refer to one another by their places."""
    numbers = {box.id: number for number, box in enumerate(placed.boxes)}
    ports: dict[str, Point] = {}
    for connector in placed.connectors:
        ports.setdefault(connector.source, connector.points[0])
    return {
        "boxes": [_box(box, ports.get(box.id)) for box in placed.boxes],
        "frames": [_frame(frame) for frame in placed.frames],
        "lines": [[numbers[connector.source], numbers[connector.target]] for connector in placed.connectors],
        "links": [_link(link, numbers) for link in placed.links],
    }


def _box(box: PlacedBox, port: Point | None) -> dict[str, Any]:
    lines = list(whole_lines(box))
    name, *others = dict.fromkeys(lines or [box.tooltip or box.id])
    names = list(dict.fromkeys(text for text in (*others, *box.keywords, box.tooltip, box.id) if text and text != name))
    data: dict[str, Any] = {"at": _numbers(*box.rect), "name": name, "lines": len(others), "names": names}
    data["sounds"] = [sounds(text) for text in (name, *names)]
    if box.tooltip:
        data["tip"] = box.tooltip
    if box.frame is not None:
        data["frame"] = box.frame
    if box.details:
        data["details"] = [[detail.label, *detail.values] for detail in box.details]
    if port is not None:
        data["port"] = _numbers(*port)
    return data


def whole_lines(box: PlacedBox) -> Iterator[str]:
    """The lines of a box as they were before they were broken to fit it."""
    inner = box.rect.width - 2 * BOX_PAD_X
    for _, run in groupby(box.texts, lambda text: text.role):
        texts = list(run)
        while texts:
            line, count = _first_line(texts, inner)
            yield line
            del texts[:count]


def _first_line(texts: Sequence[Text], inner: float) -> tuple[str, int]:
    """The first line and the number of its pieces: the most that, put together, would be broken as they are."""
    size, bold = texts[0].size, texts[0].bold
    for count in range(min(len(texts), _MOST_PIECES), 1, -1):
        pieces = tuple(text.text for text in texts[:count])
        for whole in islice(_wholes(pieces, size, bold), _MOST_PIECES):
            if text_width(whole, size, bold) > inner and pieces in [
                wrap(whole, room, size, bold) for room in (inner, _ROOM)
            ]:
                return whole, count
    return texts[0].text, 1


def _wholes(pieces: Sequence[str], size: float, bold: bool) -> Iterator[str]:
    """What the pieces may have been before they were broken, the likeliest first."""
    joints = pairwise(pieces)
    for gaps in product(*(_gaps(before, after, size, bold) for before, after in joints)):
        yield "".join(piece + gap for piece, gap in zip(pieces, (*gaps, ""), strict=True))


def _gaps(before: str, after: str, size: float, bold: bool) -> tuple[str, ...]:
    """What may have stood between two pieces: nothing in Chinese, a space elsewhere, unless a word was too long."""
    ends = before[-1:], after[:1]
    if all(map(_is_wide, ends)) or not all(map(str.isalnum, ends)) and any(map(_is_wide, ends)) or ends[0] in "-/":
        return ("",)
    word = before.split()[-1] + after.split()[0]
    return ("", " ") if text_width(word, size, bold) > _ROOM else (" ",)


def _joined(texts: Sequence[Text]) -> str:
    """Texts that are not in a box as one."""
    return next(_wholes([text.text for text in texts], 0.0, False), "")


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"


def _frame(frame: Frame) -> dict[str, Any]:
    data: dict[str, Any] = {"at": _numbers(*frame.rect), "name": _joined(frame.texts)}
    if frame.texts:
        data["title"] = _numbers(*_room(frame.texts))
    if frame.parent is not None:
        data["parent"] = frame.parent
    return data


def _room(texts: Sequence[Text]) -> Rect:
    """The room that lines which start at one place really take."""
    first, last = texts[0], texts[-1]
    width = max(text_width(text.text, text.size, text.bold) for text in texts)
    return Rect(first.x, first.y - first.size, width, last.y - first.y + 1.3 * first.size)


def _link(link: PlacedLink, numbers: dict[str, int]) -> dict[str, Any]:
    data: dict[str, Any] = {"ends": [numbers[link.source], numbers[link.target]], "style": link.style}
    if link.label:
        data["text"] = _joined(link.label)
    if link.label_rect:
        data["label"] = _numbers(*link.label_rect)
    return data


def _numbers(*values: float) -> list[float]:
    return [int(value) if value == int(value) else round(value, 2) for value in values]
