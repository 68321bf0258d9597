"""What goes along while a workspace is read: the languages, and the findings that converters leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.load import kinds
from posdoc.load.quoting import quoted
from posdoc.load.suggest import key_hint
from posdoc.model import Record
from posdoc.phrases import Phrase
from posdoc.source import ListNode, MapNode, Node, ScalarNode

NULLS = ("", "~", "null")
_LONGEST_NULL = 4


@dataclass
class Reading:
    """What converters need to know, and the findings that they leave."""

    languages: tuple[str, ...] = ("zh",)
    any_language: bool = False
    """Whether a text may be in any language, because the settings that name them could not be read."""
    findings: list[Diagnostic] = field(default_factory=list)

    def report(self, kind: Kind, node: Node, message: Phrase, hint: Phrase | None = None) -> None:
        """Leave a finding at ``node``."""
        self.findings.append(Diagnostic(kind, node.span, message, hint))


Converter = Callable[[Node, Reading], Any]
"""Takes a node and returns its value, or ``None`` where it had to report."""


def is_null(node: Node) -> bool:
    """Whether nothing stands there: ``key:``, ``~``, ``null``, empty quotes, or a mapping of nothing else."""
    if isinstance(node, ScalarNode):
        written = node.text
        if len(written) > _LONGEST_NULL and not written[0].isspace():
            return False
        return not written.strip() or (not node.style and written in NULLS)
    return isinstance(node, MapNode) and all(is_null(value) for _, value in node.entries)


def wrong_type(node: Node, reading: Reading, expected: Phrase, hint: Phrase | None = None) -> None:
    """Report that something else stands where ``expected`` belongs."""
    found = {
        ScalarNode: Phrase("单个值", "a single value"),
        ListNode: Phrase("列表", "a list"),
        MapNode: Phrase("“键: 值”", "a mapping"),
    }[type(node)]
    if is_null(node):
        found = Phrase("空", "nothing")
    reading.report(
        kinds.WRONG_TYPE,
        node,
        Phrase(f"此处应为{expected.zh}，却是{found.zh}", f"expected {expected.en}, found {found.en}"),
        hint,
    )


def unknown_key(cls: type[Record], key: ScalarNode, reading: Reading) -> None:
    """Report a key that the record does not have, with the likeliest one."""
    reading.report(
        kinds.UNKNOWN_KEY, key, Phrase(f"没有“{quoted(key.text)}”这个键", f"unknown key '{quoted(key.text)}'"),
        key_hint(cls, key.text),
    )  # fmt: skip


def empty_value(key: ScalarNode, reading: Reading) -> None:
    """Report a key with nothing behind it."""
    reading.report(
        kinds.EMPTY_VALUE, key, Phrase(f"“{key.text}”后面没有内容", f"nothing stands behind '{key.text}'"),
        Phrase("填写内容，或删除这一行", "fill it in, or delete the line"),
    )  # fmt: skip


def empty_item(node: Node, reading: Reading) -> None:
    """Report an item of a list with nothing in it."""
    reading.report(
        kinds.EMPTY_VALUE, node, Phrase("列表中有一项是空的", "an item of this list is empty"),
        Phrase("填写内容，或删除这一项", "fill it in, or delete the item"),
    )  # fmt: skip
