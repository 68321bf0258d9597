"""Plain data as YAML in the style of a careful person: block style, and small things in one line.

What is written reads back as exactly the same data, and without a finding; only a character that no Word file can hold
is reported by the reader, and half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final
from unicodedata import east_asian_width

from posdoc.patterns import pattern
from posdoc.source.characters import NOT_RAW
from posdoc.source.plain_data import Data, is_scalar
from posdoc.source.scalar_text import as_double_quoted, block_lines, escaped, key_text, scalar_text

WIDEST: Final = 110
"""How many columns a mapping or list in one line may reach; Chinese characters take two."""
LONGEST_ITEM: Final = 32
"""How many columns each text of a list in one line may take."""
MOST_ENTRIES: Final = 3
"""How many entries a mapping in one line may have."""

_LINE_ENDS: Final = pattern("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARK: Final = pattern(r"(\A|#)([ \t]*)(posdoc|yaml-language-server)(?=[:：])")


@dataclass(frozen=True)
class Layout:
    """How much deeper than its key a mapping stands, and how much deeper the dashes of a list.

    Without ``blocks`` a text of several lines is one line in quotes.
    """

    step: int = 2
    dash: int = 2
    blocks: bool = True


def emit(data: Data) -> str:
    """``data`` as the whole text of a YAML file.

    Raises ``ValueError`` for a key that is empty or longer than ``scalar_text.LONGEST_KEY``.
    """
    if not is_scalar(data) and data:
        return "\n".join(block(data, 0, Layout())) + "\n"
    first, rest = behind(data, 0, 0, Layout(), is_item=True)
    if isinstance(data, str) and "：" in first:  # a plain text with such a colon is taken for a broken mapping
        first = as_double_quoted(data)
    return "\n".join([first, *rest]) + "\n"


def comment(text: str) -> str:
    r"""A text of any content as lines of comment, each with its line end; nothing for an empty text.

    Characters that must not stand in a file are written visibly, such as ``\u202e``. What would give orders to posdoc
    or to an editor (``posdoc: ignore …``) has quotes around its first word.
    """
    lines = _LINE_ENDS.split(text)
    if not lines[-1]:
        lines.pop()
    return "".join(f"# {_visible(line)}".rstrip(" \t") + "\n" for line in lines)


def _visible(line: str) -> str:
    return _MARK.sub(r'\1\2"\3"', NOT_RAW.sub(lambda match: escaped(match[0]), line))


def block(data: Data, indent: int, layout: Layout) -> list[str]:
    """The lines of a mapping or list that is not empty, in block style, ``indent`` columns from the margin."""
    if isinstance(data, Mapping):
        return [line for key, value in data.items() for line in entry(key, value, indent, layout)]
    assert isinstance(data, Sequence)
    return [line for value in data for line in item(value, indent, layout)]


def entry(key: str, value: Data, indent: int, layout: Layout) -> list[str]:
    """The lines of one entry of a mapping."""
    head = f"{' ' * indent}{key_text(key)}:"
    first, rest = behind(value, indent, columns(head), layout)
    return [f"{head} {first}" if first else head, *rest]


def item(value: Data, indent: int, layout: Layout) -> list[str]:
    """The lines of one item of a list."""
    first, rest = behind(value, indent, indent + 1, layout, is_item=True)
    return [f"{' ' * indent}- {first}", *rest]


def behind(data: Data, indent: int, used: int, layout: Layout, *, is_item: bool = False) -> tuple[str, list[str]]:
    """What stands behind a key or dash on its line, and the lines that follow, with their indentation.

    The key or dash is ``indent`` columns from the margin; its line is taken up to column ``used``.
    """
    if is_scalar(data):
        lines = block_lines(data) if isinstance(data, str) and _has_line_end(data) and layout.blocks else None
        if lines is None:
            return scalar_text(data), []
        return lines[0], indented(lines[1], indent + (2 if is_item else layout.step))
    line = _in_line(data, WIDEST - used - 1)
    if line is not None:
        return line, []
    if is_item:
        first, *rest = block(data, indent + 2, layout)
        return first[indent + 2 :], rest
    return "", block(data, indent + (layout.step if isinstance(data, Mapping) else layout.dash), layout)


def item_like(others: Sequence[bool], value: Data, indent: int, layout: Layout) -> list[str]:
    """The lines of one more item of a list; ``others`` say of each mapping that it has whether it is in one line."""
    if others and isinstance(value, Mapping) and value:
        line = flow(value)
        if all(others) and columns(line) + indent + 2 <= WIDEST and not _has_line_end(value):
            return [f"{' ' * indent}- {line}"]
        if not any(others):
            first, *rest = block(value, indent + 2, layout)
            return [f"{' ' * indent}- {first[indent + 2 :]}", *rest]
    return item(value, indent, layout)


def _has_line_end(data: Data) -> bool:
    if isinstance(data, Mapping):
        return any(map(_has_line_end, data.values()))
    return "\n" in str(data) if is_scalar(data) else any(map(_has_line_end, _items(data)))


def indented(lines: Sequence[str], indent: int) -> list[str]:
    """Lines of text ``indent`` columns from the margin; an empty line stays empty."""
    return [f"{' ' * indent}{line}" if line else "" for line in lines]


def flow(data: Data) -> str:
    """``data`` in one line, with brackets and braces, however long that is."""
    if is_scalar(data):
        return scalar_text(data, in_flow=True)
    if isinstance(data, Mapping):
        return "{" + ", ".join(flow_entry(key, value) for key, value in data.items()) + "}"
    return "[" + ", ".join(flow(value) for value in _items(data)) + "]"


def flow_entry(key: str, value: Data) -> str:
    """One entry of a mapping between braces."""
    return f"{key_text(key)}: {flow(value)}"


def columns(text: str) -> int:
    """How many columns a text takes on a screen."""
    return len(text) if text.isascii() else len(text) + sum(map(_is_wide, text))


@cache
def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


def _in_line(data: Data, room: int) -> str | None:
    """A mapping or list in one line, where people would write it so."""
    if not data:
        return flow(data)
    values: Iterable[Data]
    if isinstance(data, Mapping):
        values, widest, is_small = data.values(), room, len(data) <= MOST_ENTRIES
    else:
        values, widest, is_small = _items(data), LONGEST_ITEM, True
    if not is_small or not all(_is_small(value, widest) for value in values):
        return None
    if sum(len(value) for value in values if isinstance(value, str)) > room:
        return None
    line = flow(data)
    return line if _fits(line, room) else None


def _is_small(value: Data, widest: int) -> bool:
    """Whether a value is a text, number or the like in one line that takes no more than some columns."""
    if not is_scalar(value):
        return False
    text = str(value)
    return "\n" not in text and _fits(text, widest)


def _fits(text: str, room: int) -> bool:
    return 2 * len(text) <= room or (len(text) <= room and columns(text) <= room)


def _items(data: Data) -> Sequence[Data]:
    assert isinstance(data, Sequence)
    return data
