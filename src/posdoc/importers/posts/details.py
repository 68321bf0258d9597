"""Labelled details in one text, as forms put them behind one another: ``责任程度：全责；频率：每班；记录文档：交接本``."""

from __future__ import annotations

from typing import NamedTuple

from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.patterns import pattern

_LABEL = pattern(r"(?:^|[；;]\s*)(?P<label>[^:：；;。\n]{1,40}?)\s*[:：]\s*")
_BETWEEN = pattern(r"\s*[；;]\s*")


class Detail(NamedTuple):
    """One of them: what its label means, the label, and the value."""

    path: str
    label: Bit
    value: Bit


def details_in(bit: Bit, labels: Labels, scope: str) -> list[Detail]:
    """The details that a text consists of; none where it does not begin with a label of the section."""
    text = bit.text
    if ":" not in text and "：" not in text:
        return []
    found = []
    for match in _LABEL.finditer(text):
        path = labels.find(match["label"], scope)
        if path and path.startswith(f"{scope}."):
            found.append((path, match))
        if not found or found[0][1].start() > 0:
            return []
    if not found:
        return []
    ends = [match.start() for _, match in found[1:]] + [len(text)]
    return [
        Detail(path, bit.part(*match.span("label")), bit.part(match.end(), end).stripped("；;"))
        for (path, match), end in zip(found, ends, strict=True)
    ]


def parts_between(bit: Bit) -> list[Bit]:
    """The parts of a text between semicolons."""
    cuts = [match.span() for match in _BETWEEN.finditer(bit.text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(bit.text)]
    return [part for part in (bit.part(*span) for span in zip(starts, ends, strict=True)) if part]


def parts_listed(bit: Bit) -> list[Bit]:
    """The parts of a text between the signs of a list, those in brackets left whole."""
    found, start, depth = [], 0, 0
    for at, sign in enumerate(bit.text):
        depth += (sign in "（(") - (sign in "）)")
        if depth <= 0 and (sign in "、，" or bit.text.startswith(", ", at)):
            found.append(bit.part(start, at))
            start = at + 1
    return [part for part in (*found, bit.part(start)) if part]
