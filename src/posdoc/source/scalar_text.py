"""A scalar as it is written: unquoted where that is safe, else in quotes, or as a block of lines.

Nothing is ever folded over several lines, because a reader would join Chinese lines in its own way.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from yaml.resolver import Resolver

from posdoc.patterns import pattern
from posdoc.source.characters import NOT_RAW, WIDE_SPACES
from posdoc.source.line_heads import LIKE_KEY
from posdoc.source.nodes import ScalarNode
from posdoc.source.plain_data import Scalar, as_text

LONGEST_KEY: Final = 1000
"""A key may have 1,024 characters with its quotes and escapes; YAML knows no longer one."""

_PLAIN_START: Final = pattern(r"[^\W_]|[(/（《〈「『【〔“‘—…]")
_NOT_PLAIN: Final = pattern(rf":(?:\s|$)|\s#|[\t\r\n]|[ {WIDE_SPACES}]\Z")
_NOT_PLAIN_SIGN: Final = pattern(rf"[:#\t\r\n {WIDE_SPACES}]")
"""A sign that is in all that ``_NOT_PLAIN`` finds, and itself is found many times faster."""
_NOT_PLAIN_IN_FLOW: Final = pattern(r"[,?:\[\]{}]")
_NUMBER: Final = pattern(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|[\d_]+(?::[0-5]?\d)+(?:\.\d*)?")
_SHORT_WORD: Final = pattern(r"[yYnN]")
_TIMESTAMP: Final = "tag:yaml.org,2002:timestamp"
_NUMBERS: Final = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")
_ESCAPED: Final = pattern(rf'["\\\t\n\r]|{NOT_RAW.pattern}')
_ESCAPES: Final = {'"': r"\"", "\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
_NOT_SINGLE_QUOTED: Final = pattern(rf"[\t\r\n]|{NOT_RAW.pattern}")
_NOT_BLOCK: Final = pattern(rf"\A[ \n]|[ \t]$|^\t|\n\n\Z|\r|{NOT_RAW.pattern}", re.MULTILINE)


@lru_cache(1024)
def key_text(key: str) -> str:
    """A key. Raises ``ValueError`` for one that YAML or posdoc cannot take: empty, or too long."""
    written = _in_line(key, True)
    if not key or len(written) > LONGEST_KEY:
        raise ValueError(f"not a key of YAML: {key[:40]!r}")
    return written


def scalar_text(value: Scalar, *, in_flow: bool = False) -> str:
    """A scalar in one line; ``in_flow`` is between brackets or braces, where some signs need quotes.

    A text that other programs would take for a number, a truth value or nothing is quoted; a date is not.
    """
    return _in_line(value, in_flow) if isinstance(value, str) else as_text(value)


@lru_cache(4096)
def _in_line(text: str, in_flow: bool) -> str:  # noqa: FBT001 - the cache knows calls by place apart from those by name
    """A text in one line, in quotes where it needs them. The keys and short texts of many files are the same."""
    text = as_text(text)
    return text if _is_plain(text, in_flow=in_flow) and not misread_as(text) else as_double_quoted(text)


def scalar_like(old: ScalarNode, value: Scalar, *, in_flow: bool = False) -> str:
    """A scalar in one line, in the quotes of the one in whose place it comes, as far as it can stand in them.

    One without quotes that is a number may be followed by a number without quotes.
    """
    text = as_text(value)
    if old.style == '"':
        return as_double_quoted(text)
    if old.style == "'" and not _NOT_SINGLE_QUOTED.search(text):
        return "'" + text.replace("'", "''") + "'"
    misread = misread_as(text)
    if not old.style and misread and misread == misread_as(old.text) and _is_plain(text, in_flow=in_flow):
        return text
    return scalar_text(value, in_flow=in_flow)


def block_lines(text: str, sign: str = "|") -> tuple[str, list[str]] | None:
    """A text as a block: its header (``|`` or ``|-``) and its lines without indentation; None where that is not exact.

    With the sign ``>`` only a text of one line can be written.
    """
    content = text.removesuffix("\n")
    if not content or _NOT_BLOCK.search(text) or (sign == ">" and "\n" in content):
        return None
    return (sign if content != text else f"{sign}-"), content.split("\n")


def escaped(character: str) -> str:
    r"""A character by its number, such as ``\u202e``."""
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def misread_as(text: str) -> str:
    """What other programs would take an unquoted text for: "number", "word" such as ``yes`` or ``~``, or nothing."""
    if _NUMBER.fullmatch(text):
        return "number"
    if _SHORT_WORD.fullmatch(text):
        return "word"
    for tag, form in Resolver.yaml_implicit_resolvers.get(text[:1], ()):
        if tag != _TIMESTAMP and form.match(text):
            return "number" if tag in _NUMBERS else "word"
    return ""


def _is_plain(text: str, *, in_flow: bool) -> bool:
    return (
        _PLAIN_START.match(text) is not None
        and not (_NOT_PLAIN_SIGN.search(text) and _NOT_PLAIN.search(text))
        and not NOT_RAW.search(text)
        and not LIKE_KEY.match(text)
        and not (in_flow and _NOT_PLAIN_IN_FLOW.search(text))
    )


def as_double_quoted(text: str) -> str:
    """A text in double quotes, whatever it is."""
    return '"' + _ESCAPED.sub(lambda match: _ESCAPES.get(match[0]) or escaped(match[0]), text) + '"'
