"""What changed between two texts, in stretches that a person can read.

Words are compared whole and Chinese by characters. Changes that only a character or two stand between are one change,
and where little of a line is left all of it is replaced: scattered letters that stayed by chance help no reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

OBJECT = "\ufffc"
"""What the key of something begins with that is not text, such as a drawing or a field."""
BREAK = "\n"
LEAST_KEPT = 0.3
"""The share of a line that has to stay the same for its changes to be shown one by one."""
LITTLE = 2
"""So many characters between two changes are not worth keeping."""
_LONG = 3000
"""From so many keys on, frequent characters are no starting points: else it would take seconds."""
_WORD = r"[A-Za-z\u00c0-\u024f\u0370-\u052f]+"
_TOKEN = re.compile(rf"\d+(?:[.,:/]\d+)*[%\uff05]?|{_WORD}(?:[-'\u2019]{_WORD})*|\s+|.", re.DOTALL)


def tokens(text: str) -> list[str]:
    """Words, numbers, spaces and single characters, in order; together they are the text."""
    return _TOKEN.findall(text)


class Change(NamedTuple):
    """Stretches of two sequences of keys that belong together: the same ones, or others in place of others."""

    kept: bool
    old: slice
    new: slice


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """The changes from one sequence of keys to another, kept stretches among them, in order and without a gap."""
    old_lines, new_lines = _lines(old), _lines(new)
    if len(old_lines) != len(new_lines):
        return list(_of_line(old, new, slice(0, len(old)), slice(0, len(new))))
    found: list[Change] = []
    for place, (before, after) in enumerate(zip(old_lines, new_lines, strict=True)):
        if place:
            found.append(Change(True, slice(before.start - 1, before.start), slice(after.start - 1, after.start)))
        found += _of_line(old, new, before, after)
    return found


def _lines(keys: Sequence[str]) -> list[slice]:
    """Where each line lies, without the break behind it."""
    ends = [place for place, key in enumerate(keys) if key == BREAK]
    return [slice(start, end) for start, end in zip([0, *(end + 1 for end in ends)], [*ends, len(keys)], strict=True)]


def _of_line(old: Sequence[str], new: Sequence[str], before: slice, after: slice) -> Iterator[Change]:
    line = (old[before], new[after])
    matcher = SequenceMatcher(None, *line, autojunk=len(line[0]) > _LONG)
    found = _joined(Change(tag == "equal", slice(a, b), slice(c, d)) for tag, a, b, c, d in matcher.get_opcodes())
    found = _without_crumbs(found, *line)
    kept = [key for change in found if change.kept for key in line[0][change.old]]
    if _size(kept) < LEAST_KEPT * max(map(_size, line)) and not _has_object(kept):
        found = _but_for_its_ends(found, *line)
    for change in found:
        yield Change(change.kept, _moved(change.old, before.start), _moved(change.new, after.start))


def _but_for_its_ends(found: list[Change], old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """All as one change, but for a label before it or a stop behind it, if nothing is kept in between."""
    lead = found[0].old.stop if found[0].kept and not old[found[0].old.stop - 1][-1].isalnum() else 0
    tail = len(old) - found[-1].old.start if found[-1].kept and not old[found[-1].old.start][0].isalnum() else 0
    if sum(not change.kept for change in found) > 1:
        lead = tail = 0
    middle = Change(False, slice(lead, len(old) - tail), slice(lead, len(new) - tail))
    ends = [Change(True, slice(0, lead), slice(0, lead))] if lead else []
    stops = [Change(True, slice(len(old) - tail, len(old)), slice(len(new) - tail, len(new)))] if tail else []
    return [*ends, middle, *stops]


def _joined(found: Iterator[Change] | list[Change]) -> list[Change]:
    """Changes that touch each other as one."""
    made: list[Change] = []
    for change in found:
        if made and not change.kept and not made[-1].kept:
            last = made.pop()
            change = Change(False, slice(last.old.start, change.old.stop), slice(last.new.start, change.new.stop))
        made.append(change)
    return made


def _without_crumbs(found: list[Change], old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Without the kept stretches between two changes that are too small beside them to be read."""
    while True:
        sizes = [max(_size(old[change.old]), _size(new[change.new])) for change in found]
        crumb = next(
            (
                place
                for place in range(1, len(found) - 1)
                if found[place].kept
                and sizes[place] <= max(LITTLE, min(sizes[place - 1], sizes[place + 1]) / 2)
                and not _has_object(old[found[place].old])
            ),
            None,
        )
        if crumb is None:
            return found
        found = _joined([*found[:crumb], found[crumb]._replace(kept=False), *found[crumb + 1 :]])


def _size(keys: Sequence[str]) -> int:
    return sum(1 if key.startswith(OBJECT) else len(key) for key in keys)


def _has_object(keys: Sequence[str]) -> bool:
    return any(key.startswith(OBJECT) for key in keys)


def _moved(place: slice, by: int) -> slice:
    return slice(place.start + by, place.stop + by)
