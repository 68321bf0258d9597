"""Lists that begin to count anew: each gets a numbering instance of its own."""

from __future__ import annotations

import re


class Lists:
    """The lists of one document while it is rendered."""

    def __init__(self, first_free: int) -> None:
        self._next = first_free
        self._current: dict[int, int] = {}
        self.made: list[tuple[int, int]] = []
        """Each new instance with the one it is like."""

    def begin(self, number: int) -> str:
        """A new list like instance ``number`` begins here; prints nothing."""
        self._current[number] = self._next
        self.made.append((self._next, number))
        self._next += 1
        return ""

    def current(self, number: int) -> int:
        """The instance that a paragraph of the list belongs to."""
        return self._current.get(number, number)


def first_free_number(numbering: str) -> int:
    """The lowest instance number above those in use."""
    return max((int(number) for number in re.findall(r'<w:num [^>]*w:numId="(\d+)"', numbering)), default=0) + 1


def with_lists(numbering: str, lists: Lists) -> str:
    """The numbering part with the instances that a document has made."""
    abstract = dict(re.findall(r'<w:num [^>]*w:numId="(\d+)"[^>]*>\s*<w:abstractNumId w:val="(\d+)"', numbering))
    added = "".join(
        f'<w:num w:numId="{new}"><w:abstractNumId w:val="{abstract[str(like)]}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for new, like in lists.made
        if str(like) in abstract
    )
    last = numbering.rfind("</w:num>")
    end = last + len("</w:num>") if last >= 0 else numbering.rfind("</w:numbering>")
    return numbering[:end] + added + numbering[end:]
