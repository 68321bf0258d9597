"""Titles of posts that are nothing but a name, set as a heading or in bold over the sections of the post."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

from posdoc.importers.pieces import Paragraph, Part, Piece, Table
from posdoc.importers.posts.heads import heads_of
from posdoc.importers.posts.items import item_of
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.titles import document_title, is_post
from posdoc.patterns import pattern

_LONGEST = 40
_LEVEL_OF_BOLD = 10
"""Stands below all headings by style."""
_SECTIONS = ("duties", "authority", "contacts", "qualifications", "training", "conditions", "kpi_sets", "flows")
"""What a heading that ends with such a label is about: 售后岗位技能要求."""
_NONE = 99
_OF_POST = ("duties", "group.identity", "reports_to", "qualifications")
"""What at least one of stands in the text about a post, and in no other."""


def headed_titles(pieces: Iterable[Piece], labels: Labels) -> frozenset[int]:
    """The paragraphs that are such titles, by their identity: of all headings that can be, those that stand highest."""
    body = [piece for piece in pieces if not isinstance(piece, Paragraph) or _is_text(piece)]
    found: dict[int, int] = {}
    levels = []
    section = _NONE
    for at, piece in enumerate(body):
        level = _level(piece)
        if not isinstance(piece, Paragraph) or not level:
            continue
        bit = item_of(Line(piece).whole()).body
        section = _section_below(section, level, labels.find(bit.text))
        if level > section:
            continue
        if document_title(bit, labels):
            levels.append(level)
        elif _is_name(bit.text, level, labels) and _is_over_post(body, at, labels):
            found[id(piece)] = level
            levels.append(level)
    return frozenset(paragraph for paragraph, level in found.items() if level == min(levels))


def _section_below(section: int, level: int, path: str | None) -> int:
    """How high the section stands that is open behind a heading: what stands lower is a part of it, and no post."""
    if path and not path.startswith("group.ignore"):
        return level
    return section if level > section else _NONE


def title_in(bit: Bit, labels: Labels, headed: Container[int]) -> tuple[Bit, Bit, str] | None:
    """The name of the post where a title stands, ``headed`` ones included; what is left of it; the section it begins."""
    if id(bit.line.paragraph) in headed and bit == bit.line.whole():
        return item_of(bit).body, bit.part(0, 0), ""
    number = bit.line.paragraph.number
    is_point = bool(number) and not re.search(r"\w", number)
    return None if is_point else document_title(bit, labels)


def name_below_heading(pieces: Sequence[Piece], labels: Labels) -> int:
    """The paragraph with the name of the post right below the first heading of a file, by its identity; 0 for none."""
    body = [piece for piece in islice(pieces, 8) if not isinstance(piece, Paragraph) or _is_text(piece)]
    at = next((at for at, piece in enumerate(body[:3]) if isinstance(piece, Paragraph) and piece.heading), None)
    below = body[at + 1] if at is not None and at + 1 < len(body) else None
    if at is None or not isinstance(below, Paragraph) or below.heading or below.number:
        return 0
    bit, heading = Line(below).whole(), document_title(Line(body[at]).whole(), labels)  # type: ignore[arg-type]
    if not _is_name(bit.text, 1, labels):
        return 0
    repeats = heading is not None and bit.text.startswith(heading[0].text)
    is_alone = _is_over_post(body, at + 1, labels) and not _ORGANIZATION.search(bit.text)
    return id(below) if repeats or is_alone or is_post(re.sub(r"[（(].*[)）]$", "", bit.text)) else 0


_ORGANIZATION = pattern(r"(?:公司|集团|部|中心|处)$|\b(?:Ltd|Inc|GmbH|Department)\b")


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.part is Part.BODY and bool(paragraph.text.strip())


def _level(piece: Piece) -> int:
    """How high a heading stands, from 1; 0 for what is none."""
    if not isinstance(piece, Paragraph):
        return 0
    return piece.heading or (_LEVEL_OF_BOLD if piece.bold else 0)


def _is_name(text: str, level: int, labels: Labels) -> bool:
    longest, signs = (60, r"[\n:;!?]") if text.isascii() else (_LONGEST, r"[\n:：。；;，,!！?？]")
    if not 2 <= len(text) <= longest or re.search(signs, text) or labels.find(text):
        return False
    if (labels.ends(text) or "").startswith(_SECTIONS):
        return False
    return level < _LEVEL_OF_BOLD or is_post(text)


def _is_over_post(body: Sequence[Piece], at: int, labels: Labels) -> bool:
    """Whether what follows a heading are sections about a post: one right behind it, and one that only a post has."""
    after = body[at + 1] if at + 1 < len(body) else None
    if after is None or (isinstance(after, Paragraph) and _path(after.text, labels) is None):
        return False
    if isinstance(after, Table) and after.rows and heads_of(after.rows[0], labels, "kpis", lambda cell: cell.text):
        return False
    return any(path.startswith(_OF_POST) for path in _paths(body, at, labels))


def _paths(body: Sequence[Piece], at: int, labels: Labels) -> Iterator[str]:
    """What the labels mean from a heading to the next one that stands as high."""
    level = _level(body[at])
    for piece in islice(body, at + 1, None):
        if isinstance(piece, Table):
            yield from (path for cell in piece.cells if (path := _path(cell.text, labels)))
        elif isinstance(piece, Paragraph):
            path = _path(piece.text, labels)
            if path is None and 0 < _level(piece) <= level:
                return
            yield path or ""


def _path(text: str, labels: Labels) -> str | None:
    path = labels.find(re.split("[:：]", text)[0]) if text.strip() else None
    return None if path is None or path.startswith(("unit.", "group.ignore")) else path
