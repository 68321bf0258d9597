"""Takes out of a part what says only how the text looks, before it is parsed.

Sizes, colours, widths and borders fill most of what Word writes. Without them a part is parsed and read in less than half
the time. What goes are whole tags in the text of the part, which is safe under the conditions that are checked first.
Word writes the same properties thousands of times: what becomes of them is found out once. It begins a new run wherever
the font changes, with each number in a Chinese text: runs that nothing tells apart any more are joined.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from posdoc.importers.word.markup import NAMESPACES_OF_WORD
from posdoc.patterns import pattern

_LOOKS: Final = (
    "adjustRightInd autoSpaceDE autoSpaceDN bCs bottom color hideMark iCs ind jc kern lang left noProof rFonts right shd"
    " snapToGrid spacing sz szCs tcW textAlignment top trHeight vAlign widowControl"
)
"""The names of elements without content, by far the most frequent ones in properties, of which nothing is read."""
_PROPERTIES: Final = (b"rPr", b"pPr", b"tcPr", b"trPr")
"""The names of elements that hold properties; those that stand in others first."""
_HOLDERS: Final = (b"tcBorders", b"tcMar", b"pBdr", b"rPr")
"""The names of elements within properties that hold nothing else in most places."""
_SYMBOLS = pattern(rb"ding|symbol", re.IGNORECASE)
"""What the names of fonts have in them whose signs are no ordinary characters; those fonts have to stay."""
_START = pattern(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml(?: version=\S+)?(?: encoding=.UTF-8.)?(?: standalone=\S+)?\s*\?>)?\s*<\w",
    re.IGNORECASE,
)
_PREFIX = b"xmlns:w="
_RUN, _END_OF_RUN = b"<w:r><w:t", b"</w:t></w:r>"
_STYLE, _END_OF_STYLE, _OF_TABLE = b"<w:style ", b"</w:style>", b'w:type="table"'
_PLAIN: Final = (b' xml:space="preserve"', b"")
"""What may stand in the tag of a text; spaces are read as they are with both."""


def without_looks(data: bytes) -> bytes:
    """The part without tags of which nothing is read; the same bytes where it cannot be done by looking at tags alone."""
    if not _has_plain_tags(data):
        return data
    for name in _PROPERTIES:
        data = _without_looks_in(data, name)
    return _joined(data)


def without_table_styles(data: bytes) -> bytes:
    """The part with the styles, without those of tables, which are most of it: no paragraph and no run has one."""
    if not _has_plain_tags(data):
        return data
    first, *rest = data.split(_STYLE)
    kept = [
        piece
        for piece in rest
        if not (_OF_TABLE in piece[: piece.find(b">")] and piece.rstrip().endswith(_END_OF_STYLE))
    ]
    return _STYLE.join([first, *kept])


def _has_plain_tags(data: bytes) -> bool:
    """Whether every ``<`` begins a tag (no comment, no CDATA), the encoding is UTF-8, and ``w:`` is always Word's."""
    if b"<!" in data or data.count(_PREFIX) != 1 or not _START.match(data):
        return False
    place = data.index(_PREFIX) + len(_PREFIX)
    return any(data.startswith(b'"%b"' % namespace.encode(), place) for namespace in NAMESPACES_OF_WORD)


def _without_looks_in(data: bytes, name: bytes) -> bytes:
    """The part without such tags between ``<w:name>`` and the next ``</w:name>``, and without what is empty then.

    In properties that hold the same ones as they were before a tracked change, the end is that of the inner ones; that
    makes no difference, since each tag goes or stays for itself.
    """
    start, end = b"<w:%b>" % name, b"</w:%b>" % name
    first, *rest = data.split(start)
    known: dict[bytes, bytes] = {}
    found = [first]
    for piece in rest:
        inside, closed, behind = piece.partition(end)
        kept = known.get(inside)
        if kept is None:
            kept = known[inside] = _kept(inside)
        found += (start, kept, closed, behind) if kept or not closed else (behind,)
    return b"".join(found)


def _joined(data: bytes) -> bytes:
    """The part with one run for several that follow one another and have nothing but a text in them."""
    first, *rest = data.split(_RUN)
    found = [first]
    is_open = False
    for piece in rest:
        attributes, _, text = piece.partition(b">")
        is_plain = attributes in _PLAIN
        if is_open and not is_plain:
            found.append(_END_OF_RUN)
        if not (is_open and is_plain):
            found += (_RUN, attributes, b">")
        end = text.find(b"<")
        is_open = is_plain and text[end:] == _END_OF_RUN
        found.append(text[:end] if is_open else text)
    return b"".join(found)


def _kept(inside: bytes) -> bytes:
    kept = _TAGS.sub(_font_of_symbols, inside)
    for holder in _HOLDERS:
        kept = kept.replace(b"<w:%b></w:%b>" % (holder, holder), b"")
    return kept


def _font_of_symbols(tag: re.Match[bytes]) -> bytes:
    is_kept = tag[0].startswith(b"<w:rFonts") and _SYMBOLS.search(tag[0])
    return tag[0] if is_kept else b""


def _tags(names: list[str]) -> re.Pattern[bytes]:
    """Tags with one of these names, told apart by their first letter for speed; nothing is tried twice."""
    groups = (
        f"{letter}(?:{'|'.join(name[1:] for name in sorted(group, reverse=True))})"
        for letter, group in groupby(sorted(names), lambda name: name[0])
    )
    return pattern(rf'<w:(?:{"|".join(groups)})(?: [\w:]++="[^"<]*+")*+/>'.encode())


_TAGS = _tags(_LOOKS.split())
