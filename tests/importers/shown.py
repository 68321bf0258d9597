"""What was read, in a form that a test can compare at a glance."""

from __future__ import annotations

from typing import Any

from posdoc.importers.pieces import Diagram, Foreign, Paragraph, Table


def texts(foreign: Foreign) -> list[Any]:
    """The text of each paragraph; a table as the texts of its rows; a drawing as a tuple of its boxes."""
    return [_text(piece) for piece in foreign.pieces]


def _text(piece: Paragraph | Table | Diagram) -> Any:
    if isinstance(piece, Paragraph):
        return piece.text
    if isinstance(piece, Table):
        return [[cell.text for cell in row] for row in piece.rows]
    return piece.boxes


def paragraphs(foreign: Foreign) -> list[Paragraph]:
    """The paragraphs outside tables."""
    return [piece for piece in foreign.pieces if isinstance(piece, Paragraph)]


def table(foreign: Foreign) -> Table:
    """The only table."""
    (found,) = (piece for piece in foreign.pieces if isinstance(piece, Table))
    return found


def found(foreign: Foreign) -> list[tuple[str, int]]:
    """The names of the findings with their lines."""
    return [(finding.name, finding.span.line) for finding in foreign.findings]
