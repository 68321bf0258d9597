"""Takes out of a part what says only how the text looks, before it is parsed.

Sizes, colours, widths and borders fill two thirds of what Word writes. Without them a part is parsed and read in half the
time. What goes are whole tags in the text of the part, which is safe under the conditions that are checked first.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Final

from posdoc.importers.word.markup import NAMESPACES_OF_WORD
from posdoc.patterns import pattern

_LOOKS: Final = (
    "adjustRightInd autoSpaceDE autoSpaceDN bCs bottom color hideMark iCs ind jc kern lang left lastRenderedPageBreak noProof"
    " proofErr rFonts right shd snapToGrid spacing sz szCs tcW textAlignment top trHeight vAlign widowControl"
)
"""The names of elements without content, by far the most frequent ones, of which nothing is read."""
_HOLDERS: Final = ("tcBorders", "tcMar", "pBdr", "rPr", "pPr", "tcPr", "trPr")
"""The names of elements that hold nothing else in most places; those that stand in others first."""
_FONTS = pattern(rb"<w:rFonts[^<>]*+>")
_SYMBOLS = pattern(rb"ding|symbol", re.IGNORECASE)
"""What the names of fonts have in them whose signs are no ordinary characters; those fonts have to stay."""
_START = pattern(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml(?: version=\S+)?(?: encoding=.UTF-8.)?(?: standalone=\S+)?\s*\?>)?\s*<\w",
    re.IGNORECASE,
)
_PREFIX = b"xmlns:w="


def without_looks(data: bytes) -> bytes:
    """The part without tags of which nothing is read; the same bytes where it cannot be done by looking at tags alone.

    It can where every ``<`` begins a tag (no comment, no CDATA), the encoding is UTF-8, and ``w:`` is always Word's.
    """
    if b"<!" in data or data.count(_PREFIX) != 1 or not _START.match(data):
        return data
    place = data.index(_PREFIX) + len(_PREFIX)
    if not any(data.startswith(b'"%b"' % namespace.encode(), place) for namespace in NAMESPACES_OF_WORD):
        return data
    has_symbols = any(map(_SYMBOLS.search, set(_FONTS.findall(data))))
    data = (_TAGS if has_symbols else _TAGS_AND_FONTS).sub(b"", data)
    for holder in _HOLDERS:
        data = data.replace(b"<w:%b></w:%b>" % (holder.encode(), holder.encode()), b"")
    return data


def _tags(names: list[str]) -> re.Pattern[bytes]:
    """Tags with one of these names, told apart by their first letter for speed; nothing is tried twice."""
    groups = (
        f"{letter}(?:{'|'.join(name[1:] for name in sorted(group, reverse=True))})"
        for letter, group in groupby(sorted(names), lambda name: name[0])
    )
    return pattern(rf'<w:(?:{"|".join(groups)})(?: [\w:]++="[^"<]*+")*+/>'.encode())


_TAGS_AND_FONTS = _tags(_LOOKS.split())
_TAGS = _tags([name for name in _LOOKS.split() if name != "rFonts"])
