"""Chinese text over several lines: takes out the spaces that YAML puts where lines were joined.

YAML joins the lines of plain, quoted and ``>`` scalars with a space, which is right between English
words and wrong inside a Chinese sentence.
"""

from __future__ import annotations

from typing import Final

from posdoc.patterns import pattern
from posdoc.source.nodes import LINE_END

_CJK: Final = (
    "\u2e80-\u312f"  # radicals, CJK punctuation, kana, bopomofo
    "\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # kanbun, enclosed letters, ideographs
    "\ufe10-\ufe1f\ufe30-\ufe4f"  # vertical and compatibility forms
    "\uff01-\uff9f\uffe0-\uffe6"  # full-width and half-width forms
    "\U0001b000-\U0001b16f\U00020000-\U0003ffff"  # more kana, further ideographs
)
_SHARED: Final = "—‘’“”…·"  # Chinese and western; such a sign belongs to the Chinese that it touches
_GAP: Final = pattern(f"(?<=[{_CJK}]) (?=[{_CJK}{_SHARED}])|(?<=[{_SHARED}]) (?=[{_CJK}])")
_BLOCK_INDICATOR: Final = pattern(r">[^0-9\r\n]*(?:\r\n|\n|\r)")


def join_chinese_lines(text: str, source: str, style: str) -> str:
    """The scalar ``text`` without the spaces that came from line ends between two CJK characters.

    ``source`` is the scalar as it stands in the file, ``style`` its style. A space that the writer typed
    inside a line stays. Where the two cannot be matched (a double-quoted scalar with escapes, a ``>``
    scalar that states its indentation) every single space between two CJK characters goes.
    """
    if not _GAP.search(text):
        return text
    gaps = list(_GAP.finditer(text))
    are_folds = _find_folds(source, style)
    if are_folds is None or len(are_folds) != len(gaps):
        return _GAP.sub("", text)
    drop = {gap.start() for gap, is_fold in zip(gaps, are_folds, strict=True) if is_fold}
    return "".join(character for index, character in enumerate(text) if index not in drop)


def _find_folds(source: str, style: str) -> list[bool] | None:
    """For each gap of the text, in order, whether it is a joint of two lines; None if that is unknown."""
    if style == '"' and "\\" in source:
        return None
    lines = _block_lines(source) if style == ">" else _flow_lines(source)
    if lines is None:
        return None
    found: list[bool] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        found.extend(False for _ in _GAP.finditer(line))
        if line and following and line[0] not in " \t" and _GAP.search(f"{line[-1]} {following[0]}"):
            found.append(True)
    return found


def _flow_lines(source: str) -> list[str]:
    return [line.strip(" \t") for line in LINE_END.split(source)]


def _block_lines(source: str) -> list[str] | None:
    header = _BLOCK_INDICATOR.search(source)
    if header is None:
        return None
    lines = LINE_END.split(source[header.end() :])
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)
    return [line[indent:] for line in lines]
