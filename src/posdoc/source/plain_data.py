"""What YAML says, as plain data: mappings, lists and texts, without places, comments and quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, TypeAlias, TypeGuard

from posdoc.source.nodes import ListNode, MapNode, Node, ScalarNode

Scalar: TypeAlias = str | int | Decimal
Data: TypeAlias = Scalar | Mapping[str, "Data"] | Sequence["Data"]
"""What can be written. ``True`` and ``False`` are ``int`` to Python, and ``true`` and ``false`` to YAML."""
Read: TypeAlias = str | dict[str, "Read"] | list["Read"]
"""What is read: every scalar is a text."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def data_of(node: Node) -> Read:
    """What a node says. Of a key that stands twice the first counts."""
    if isinstance(node, MapNode):
        return {key.text: data_of(value) for key, value in node.entries}
    if isinstance(node, ListNode):
        return [data_of(item) for item in node.items]
    assert isinstance(node, ScalarNode)
    return node.text


def as_read(data: Data) -> Read:
    """``data`` as it is when it has been written and read again: numbers and truth values are texts."""
    if isinstance(data, Mapping):
        return {as_text(key): as_read(value) for key, value in data.items()}
    if isinstance(data, Sequence) and not isinstance(data, str):
        return [as_read(item) for item in data]
    return as_text(data)


def as_text(scalar: Scalar) -> str:
    """A scalar as text; half of a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD."""
    if isinstance(scalar, str):
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", scalar)
    if isinstance(scalar, bool):
        return "true" if scalar else "false"
    return format(scalar, "f") if isinstance(scalar, Decimal) else str(scalar)


def is_scalar(data: Data) -> TypeGuard[Scalar]:
    """Whether ``data`` are neither a mapping nor a list."""
    return isinstance(data, str) or not isinstance(data, (Mapping, Sequence))
