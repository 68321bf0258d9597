"""Review stamps as the text of ``reviews.yaml``: sorted, and a line for each thing, so that git can merge them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from posdoc.model import Reviews, ReviewStamp
from posdoc.source.scalar_text import key_text, scalar_text

HEAD: Final = """\
# 复审记录，由 posdoc review 写入：谁在何时复审了哪个岗位，以及当时所看内容的摘要。请不要手工修改摘要。
# Review stamps, written by posdoc review: who reviewed which position when, and digests of what was read then.
"""
_Tree = Mapping[str, "str | _Tree"]


def reviews_text(reviews: Reviews, old: str = "") -> str:
    """The stamps as the whole text of a file; the comments at the head of the ``old`` text are kept."""
    positions: _Tree = {str(name): _stamp(stamp) for name, stamp in sorted((reviews.positions or {}).items())}
    translations: _Tree = {
        str(language): dict(sorted(entries.items()))
        for language, entries in sorted((reviews.translations or {}).items())
    }
    tree: _Tree = {"positions": positions, "translations": translations}
    return (_head_of(old) or HEAD) + "".join(f"{line}\n" for line in _lines(tree, ""))


def _stamp(stamp: ReviewStamp) -> _Tree:
    made: dict[str, str | _Tree] = {}
    if stamp.by:
        made["by"] = stamp.by
    if stamp.date:
        made["date"] = str(stamp.date)
    made["of"] = dict(sorted((stamp.of or {}).items()))
    if stamp.approved is not None:
        made["approved"] = {"version": stamp.approved.version or "", "digest": stamp.approved.digest or ""}
    return made


def _lines(tree: _Tree, indent: str) -> Iterator[str]:
    """A line for each key; a mapping with nothing in it has none."""
    for key, value in tree.items():
        if isinstance(value, str):
            if value:
                yield f"{indent}{key_text(key)}: {scalar_text(value)}"
        elif inner := list(_lines(value, indent + "  ")):
            yield f"{indent}{key_text(key)}:"
            yield from inner


def _head_of(text: str) -> str:
    """The comments and empty lines that a text begins with, without the last empty ones."""
    kept = []
    for line in text.removeprefix("\ufeff").splitlines():
        if line.strip() and not line.startswith("#"):
            break
        kept.append(line)
    return "".join(f"{line}\n" for line in "\n".join(kept).rstrip("\n").split("\n")) if any(kept) else ""
