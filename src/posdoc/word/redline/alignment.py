"""Which entries of two sequences belong together: in order, the likest ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeVar

Entry = TypeVar("Entry")
Pair = tuple[int, int]


def aligned(
    old: Sequence[Entry],
    new: Sequence[Entry],
    same: Callable[[Entry, Entry], bool],
    likeness: Callable[[Entry, Entry], float],
) -> list[Pair]:
    """The places of the entries that belong together, in order.

    ``likeness`` is 0 for two that must not, and at most 1. Two that are much alike count more than several that are a
    little: what stayed stays beside itself, and what was reworded is found between.
    """
    lead, most = 0, min(len(old), len(new))
    while lead < most and same(old[lead], new[lead]):
        lead += 1
    tail = 0
    while tail < most - lead and same(old[-1 - tail], new[-1 - tail]):
        tail += 1
    inner = _best(old[lead : len(old) - tail], new[lead : len(new) - tail], likeness)
    return [
        *((place, place) for place in range(lead)),
        *((before + lead, after + lead) for before, after in inner),
        *((len(old) - place, len(new) - place) for place in range(tail, 0, -1)),
    ]


def filled(
    pairs: Sequence[Pair], old: Sequence[Entry], new: Sequence[Entry], likeness: Callable[[Entry, Entry], float]
) -> list[Pair]:
    """The pairs with more of them in each gap, by another likeness."""
    found: list[Pair] = []
    for (i, j), (old_end, new_end) in pairwise([(-1, -1), *pairs, (len(old), len(new))]):
        inner = _best(old[i + 1 : old_end], new[j + 1 : new_end], likeness)
        found += [(i + 1 + before, j + 1 + after) for before, after in inner]
        found.append((old_end, new_end))
    return found[:-1]


def _best(old: Sequence[Entry], new: Sequence[Entry], likeness: Callable[[Entry, Entry], float]) -> list[Pair]:
    """The longest common subsequence, weighted."""
    if not old or not new:
        return []
    scores = [[likeness(before, after) ** 2 for after in new] for before in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = best[i + 1][j + 1] + scores[i][j] if scores[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return _walked(scores, best)


def _walked(scores: Sequence[Sequence[float]], best: Sequence[Sequence[float]]) -> list[Pair]:
    pairs, i, j = [], 0, 0
    while i < len(scores) and j < len(scores[0]):
        if scores[i][j] and best[i][j] == best[i + 1][j + 1] + scores[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
