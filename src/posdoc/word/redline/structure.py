"""The paragraphs, tables, rows and cells of a part, with what they say; content controls around them are seen through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from posdoc.word.patch import W
from posdoc.word.redline.likeness import LEAST, likeness_of_tagged, likeness_of_texts
from posdoc.word.redline.pieces import FIELD, KeyOf, print_of, runs_of, tag_of
from posdoc.word.redline.wording import OBJECT

PARAGRAPH, TABLE, ROW, CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
_CONTROL, _CONTENT, _CUSTOM = f"{W}sdt", f"{W}sdtContent", f"{W}customXml"
_MOSTLY_NUMBER = 4
"""A cell with no more characters, none of them a letter, says little of which row it is in."""


def within(container: Any, *tags: str) -> Iterator[Any]:
    """The elements with these tags that a container holds, those in its content controls too, but none inside another."""
    for child in container:
        if child.tag in tags:
            yield child
        elif child.tag == _CONTROL:
            yield from within(child.find(_CONTENT) if child.find(_CONTENT) is not None else (), *tags)
        elif child.tag == _CUSTOM:
            yield from within(child, *tags)


def paragraphs_in(block: Any) -> Iterator[Any]:
    """All paragraphs of a paragraph, table or row, in order, but for those in text boxes."""
    if block.tag == PARAGRAPH:
        yield block
    else:
        for inner in within(block, PARAGRAPH, TABLE, ROW, CELL):
            yield from paragraphs_in(inner)


@dataclass(frozen=True)
class Block:
    """A paragraph or a table. ``whole`` is all that it says; ``loose`` one with but a part of a field is left alone."""

    element: Any
    whole: str
    text: str
    tags: frozenset[str]
    style: str = ""
    loose: bool = False
    head: str = ""
    grid: tuple[str, ...] = ()

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph that changes can be marked in."""
        return bool(self.element.tag == PARAGRAPH) and not self.loose


def blocks_of(container: Any, key_of: KeyOf) -> list[Block]:
    """The paragraphs and tables of a body, a cell, a header or a note."""
    found, depth = [], 0
    for element in within(container, PARAGRAPH, TABLE):
        if element.tag == TABLE:
            found.append(_table(element, key_of))
        else:
            before, depth = depth, max(0, depth + _opened(element))
            found.append(_paragraph(element, key_of, loose=before != 0 or depth != 0))
    return found


def _opened(paragraph: Any) -> int:
    kinds = [mark.get(f"{W}fldCharType") for run in runs_of(paragraph) for mark in run.iterchildren(FIELD)]
    return kinds.count("begin") - kinds.count("end")


def _paragraph(element: Any, key_of: KeyOf, *, loose: bool) -> Block:
    keys = print_of(element, key_of)
    style = element.find(f"{W}pPr/{W}pStyle")
    name = "" if style is None else style.get(f"{W}val", "")
    return Block(element, "".join(keys), _text(keys), _tags(element), style=name, loose=loose)


def _text(keys: Sequence[str]) -> str:
    return "".join(key for key in keys if not key.startswith(OBJECT))


def _tags(element: Any) -> frozenset[str]:
    return frozenset(tag_of(control) for control in element.iter(_CONTROL))


def _table(element: Any, key_of: KeyOf) -> Block:
    rows = [[_keys(cell, key_of) for cell in within(row, CELL)] for row in within(element, ROW)]
    whole = "\n".join("\t".join("".join(keys) for keys in row) for row in rows)
    texts = ["\t".join(_text(keys) for keys in row) for row in rows]
    grid = tuple(column.get(f"{W}w", "") for column in element.iterfind(f"{W}tblGrid/{W}gridCol"))
    roots = frozenset(tag.partition(".")[0] for tag in _tags(element) if tag and not tag.startswith("="))
    return Block(element, whole, "\n".join(texts), roots, head=texts[0] if texts else "", grid=grid)


def _keys(cell: Any, key_of: KeyOf) -> list[str]:
    return [key for paragraph in paragraphs_in(cell) for key in [*print_of(paragraph, key_of), "\n"]]


def same_blocks(old: Block, new: Block) -> bool:
    """Whether two blocks say the same and show the same."""
    return old.element.tag == new.element.tag and old.whole == new.whole and old.grid == new.grid


def likeness_of_blocks(old: Block, new: Block) -> float:
    """From 0, for two that cannot be the same one, to 1."""
    if old.element.tag != new.element.tag or old.loose or new.loose:
        return 0.0
    return _likeness_of_tables(old, new) if old.element.tag == TABLE else _likeness_of_paragraphs(old, new)


def sameness_of_fields(old: Block, new: Block) -> float:
    """1 for two paragraphs that hold the same fields, whatever they say; for what is left when the likest are found."""
    if not (old.is_paragraph and new.is_paragraph) or old.tags != new.tags or old.style != new.style:
        return 0.0
    return float(any(tag and not tag.startswith("=") for tag in new.tags))


def _likeness_of_paragraphs(old: Block, new: Block) -> float:
    if old.whole == new.whole:
        return 1.0 if old.style == new.style else 0.9
    if not old.text and not new.text:
        return 0.0  # two charts: one below the other they are easier to tell apart
    alike = likeness_of_tagged((old.text, old.tags), (new.text, new.tags))
    return alike if old.style == new.style else alike * 0.8


def _likeness_of_tables(old: Block, new: Block) -> float:
    if len(old.grid) != len(new.grid):
        return 0.0
    every = old.tags | new.tags
    shared = len(old.tags & new.tags) / len(every) if every else likeness_of_texts(old.head, new.head)
    alike = 0.4 * likeness_of_texts(old.head, new.head) + 0.3 * likeness_of_texts(old.text, new.text) + 0.3 * shared
    return alike if alike >= LEAST else 0.0


@dataclass(frozen=True)
class Row:
    """A table row. Two with other ``shapes`` cannot be one row: how cells are merged is not tracked."""

    element: Any
    cells: tuple[Any, ...]
    shapes: tuple[str, ...]
    whole: str
    text: str
    tags: frozenset[str]


def rows_of(table: Any, key_of: KeyOf) -> list[Row]:
    """The rows of a table, those in content controls too."""
    return [_row(element, key_of) for element in within(table, ROW)]


def _row(element: Any, key_of: KeyOf) -> Row:
    cells = tuple(within(element, CELL))
    keys = [_keys(cell, key_of) for cell in cells]
    whole = "\t".join("".join(own) for own in keys)
    texts = [_text(own).strip() for own in keys]
    telling = "\t".join(text for text in texts if len(text) > _MOSTLY_NUMBER or any(map(str.isalpha, text)))
    around = [_value(element, f"{W}trPr/{W}{name}") for name in ("gridBefore", "gridAfter")]
    return Row(element, cells, (*around, *map(_shape, cells)), whole, telling, _tags(element))


def _shape(cell: Any) -> str:
    span = _value(cell, f"{W}tcPr/{W}gridSpan") or "1"
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return span if merge is None else f"{span} {merge.get(f'{W}val', 'continue')}"


def _value(element: Any, path: str) -> str:
    found = element.find(path)
    return "" if found is None else str(found.get(f"{W}val", ""))


def same_rows(old: Row, new: Row) -> bool:
    """Whether two rows say the same, in cells of the same shape."""
    return old.shapes == new.shapes and old.whole == new.whole


def likeness_of_rows(old: Row, new: Row) -> float:
    """From 0, for two that cannot be the same one, to 1."""
    if old.shapes != new.shapes:
        return 0.0
    if old.whole == new.whole:
        return 1.0
    return likeness_of_tagged((old.text, old.tags), (new.text, new.tags))
