"""Text boxes that are parts of a drawing: they repeat names and steps that stand in the text, and begin nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from posdoc.importers.pieces import Diagram, DiagramKind, Paragraph, Part, Piece, Table
from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Line, Use
from posdoc.patterns import pattern

_LONGEST, _FEW = 60, 10
"""How long the text of a box is at most; one of ten may be longer."""
_SIGNS = pattern(r"[\W_]+")
_COUNT = pattern(r"约?\d+(?:[–-]\d+)?\s*(?:人|名|个)?(?:\s*[/／]\s*\d+)?")
_NUMBER = pattern(r"^\d{1,2}[.、．]\s*")
_LABEL = pattern(r"^[^:：]{1,20}[:：]\s*")
_WORDS = pattern(r"开始|结束|start|end|是|否|yes|no", re.IGNORECASE)


class Drawings:
    """Tells drawings from text in boxes; their lines are given to the draft that they stand in."""

    def __init__(self, labels: Labels, lines: Callable[[Paragraph], Line], owner: Callable[[], Draft]) -> None:
        self._labels = labels
        self._line = lines
        self._owner = owner
        self._found: list[tuple[Draft, list[Line]]] = []

    def outside(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """The pieces that belong to no drawing, in order."""
        boxes: list[Paragraph] = []
        for piece in pieces:
            if isinstance(piece, Paragraph) and piece.part is Part.TEXT_BOX:
                boxes.append(piece)
                continue
            if boxes:
                yield from self._text_of(boxes)
                boxes = []
            yield piece
        yield from self._text_of(boxes)

    def described(self, diagram: Diagram) -> list[Line]:
        """What the description of a picture says, as lines that nobody has read."""
        if diagram.kind is not DiagramKind.PICTURE:
            return []
        lines = [Line(Paragraph(text, diagram.place, part=Part.TEXT_BOX)) for text in diagram.boxes if text.strip()]
        self._owner().lines += lines
        return lines

    def _text_of(self, boxes: Sequence[Paragraph]) -> Sequence[Paragraph]:
        """The boxes, unless they are a drawing."""
        if not self._is_drawing(boxes):
            return boxes
        lines, draft = [self._line(box) for box in boxes], self._owner()
        self._found.append((draft, lines))
        draft.lines += [line for line in lines if line not in draft.lines]
        return []

    def _is_drawing(self, boxes: Sequence[Paragraph]) -> bool:
        """Whether there are several boxes, all with short texts, and hardly a label of a field among them."""
        long = [box for box in boxes if len(box.text) > _LONGEST]
        if len({box.place.words for box in boxes}) < 2 or len(long) * _FEW > len(boxes):
            return False
        whole: dict[str, str] = {}
        for box in boxes:
            key = box.place.words.en
            whole[key] = f"{whole[key]} {box.text}" if key in whole else box.text
        labelled = [text for text in whole.values() if self._labels.find(re.split("[:：]", text)[0])]
        return len(labelled) * 4 <= len(whole)

    def pass_over(self) -> None:
        """Count as understood the texts of drawings that say what has been read of the same position."""
        for draft, lines in self._found:
            known = {_squeezed(value) for value in _values(draft.data)}
            for group in _by_box(lines):
                if _is_known([line.text for line in group], known):
                    for line in group:
                        line.mark(0, len(line.text), Use.LABEL)


def diagrams_in(table: Table) -> Iterator[Diagram]:
    """The drawings in the cells of a table, and of tables within it."""
    for piece in (piece for cell in table.cells for piece in cell.pieces):
        if isinstance(piece, Table):
            yield from diagrams_in(piece)
        elif isinstance(piece, Diagram):
            yield piece


def _by_box(lines: Sequence[Line]) -> list[list[Line]]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.place.words.en, []).append(line)
    return [*groups.values()]


def _values(data: Any) -> Iterator[str]:
    """Every text in the data of a draft."""
    if isinstance(data, dict | list):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _values(inner)
    else:
        yield str(data)


def _is_known(texts: Sequence[str], known: set[str]) -> bool:
    """Whether a box says nothing but what is known, one behind the other: values that are broken off count as one."""
    if not texts:
        return True
    ends = range(1, len(texts) + 1)
    return any(_says("".join(texts[:end]), known) and _is_known(texts[end:], known) for end in ends)


def _says(text: str, known: set[str]) -> bool:
    """Whether a text is a known value, behind a number or a label; or a number of people, or the end of a flow."""
    parts = re.split(r"\s*[·|]\s*", _NUMBER.sub("", text.strip()))
    return all(
        _COUNT.fullmatch(part) or _WORDS.fullmatch(part) or {_squeezed(part), _squeezed(_LABEL.sub("", part))} & known
        for part in parts
    )


def _squeezed(text: str) -> str:
    return _SIGNS.sub("", text).casefold()
