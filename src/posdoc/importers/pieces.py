"""What a file of another program holds, in reading order: paragraphs, tables and diagrams, each with its place.

Every reader (Word, Excel, CSV, Markdown, plain text) makes these, and all that looks for meaning sees nothing else.
Nothing that a person sees in the file may be missing here, and nothing stands here twice.

Nobody changes any of these. Those of which a file has tens of thousands are not frozen, though: to make a frozen one takes
three times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from posdoc.diagnostics import Diagnostic
from posdoc.phrases import Phrase

CHECKED, UNCHECKED = "☑", "□"
"""How a box that is ticked, or is not, stands in a text, whatever it is in the file."""


@dataclass(slots=True, unsafe_hash=True)
class Place:
    """Where a piece stands, for people to find it: ``number`` counts the paragraphs of a file in reading order from 1,
    and is the line in a text file; ``words`` say it in full, such as "table 2, row 3, cell 1".
    """

    number: int
    words: Phrase


class Part(Enum):
    """The part of a document that a paragraph belongs to."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    CONTENTS = "contents"
    """A table of contents: every title in it stands in the body as well."""
    TEXT_BOX = "text_box"
    NOTE = "note"
    """A footnote or an endnote."""
    COMMENT = "comment"


@dataclass(slots=True, unsafe_hash=True)
class Paragraph:
    """A paragraph, or a line of a text file.

    ``text`` is what is seen: soft line ends are line ends, boxes are ``CHECKED`` or ``UNCHECKED``, spaces are as they
    are. An automatic number is not in the text of a file: ``number`` is what Word prints before it (``1.``, ``（一）``),
    ``depth`` its level from 0. ``heading`` is the level of a heading by its style, 0 for none. ``bold`` is a paragraph
    all of whose characters are bold.
    """

    text: str
    place: Place
    heading: int = 0
    bold: bool = False
    number: str = ""
    depth: int = 0
    part: Part = Part.BODY


@dataclass(slots=True, unsafe_hash=True)
class Cell:
    """A cell of a table, merged ones once: its first row and column from 0, how many it covers, and what it holds.

    ``text`` has a line for each paragraph; tables in the cell are left out.
    """

    row: int
    column: int
    pieces: tuple[Piece, ...]
    rows: int = 1
    columns: int = 1
    text: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pieces = self.pieces
        if len(pieces) == 1 and isinstance(pieces[0], Paragraph):
            self.text = pieces[0].text
        else:
            self.text = "\n".join([piece.text for piece in pieces if isinstance(piece, Paragraph)])


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its cells in reading order, and how many columns its grid has.

    ``rows`` are the cells that begin in each row, row by row.
    """

    cells: tuple[Cell, ...]
    columns: int
    place: Place
    rows: list[list[Cell]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: list[list[Cell]] = [[] for _ in range(max((cell.row for cell in self.cells), default=-1) + 1)]
        for cell in self.cells:
            found[cell.row].append(cell)
        object.__setattr__(self, "rows", found)


class DiagramKind(Enum):
    """What sort of drawing it is, which says how much of it can be read."""

    SMART_ART = "smart_art"
    """Boxes with their lines."""
    PICTURE = "picture"
    """Nothing but that it is there, and what its description says."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing: the texts of its boxes, and its lines as pairs of places in ``boxes``, superior first."""

    kind: DiagramKind
    boxes: tuple[str, ...]
    lines: tuple[tuple[int, int], ...]
    place: Place


Piece = Paragraph | Table | Diagram


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file of another program as it was read. ``name`` is that of the file, ``format`` its ending without the dot.

    ``findings`` are what is wrong with it: what could not be read, what was passed over (deleted text, external links,
    formulas without a value). ``pieces`` have the body in reading order, then headers, footers, notes and comments.
    """

    name: str
    format: str
    pieces: tuple[Piece, ...]
    findings: tuple[Diagnostic, ...] = ()


def paragraphs_in(pieces: Iterable[Piece]) -> Iterator[Paragraph]:
    """Every paragraph in reading order, those in cells of tables included."""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield piece
        elif isinstance(piece, Table):
            for cell in piece.cells:
                for inner in cell.pieces:
                    if isinstance(inner, Paragraph):
                        yield inner
                    else:
                        yield from paragraphs_in((inner,))
