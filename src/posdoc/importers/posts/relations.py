"""Fills what names other positions: superiors, reports, substitutes, and where one is promoted or moved to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import product
from math import prod

from posdoc.importers.posts.boxes import ticked_among
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import Title, names_in, steps_in, with_aside
from posdoc.patterns import pattern


def _superiors(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    if len(bits) == 2 and not bits[0].text.isascii() and bits[1].text.isascii():  # the same in English
        bits = bits[:1]
    names = [name for bit in bits for name in names_in(bit.text)]
    if not names:
        return
    confidence = Confidence.CERTAIN if len(names) == 1 else Confidence.GUESSED
    if draft.put(path, names[0], bits, confidence) and names[1:]:
        draft.put("co_managed_by", names[1:], [], confidence)


def _references(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    bits = ticked_among(bits)
    names = [name for bit in bits for name in names_in(bit.text)]
    draft.put(path, names, bits)


def _one_reference(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    """The one that is ticked, or the first of some names; the others stay unread."""
    bits = ticked_among(bits)
    names = [(name, bit) for bit in bits for name in names_in(bit.text)]
    if names:
        name, bit = names[0]
        at = bit.text.find(name)
        is_only = len(names) == 1 or at < 0
        draft.put(path, name, bits if is_only else [bit.part(at, at + len(name))])


def _reports(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    """Reports by name, or their numbers: ``3 个岗位，共 12 人：…``, ``维修工（8人）、安装工2名``, ``10 人``. A form without
    numbers in it says nothing.
    """
    text = "\n".join(bit.text for bit in bits)
    counts = re.search(r"(\d+)\s*个岗位|(\d+)\s*positions?", text)
    people = re.search(r"共\s*(\d+(?:\s*[-–至]\s*\d+)?)\s*人|(\d+)\s*(?:people|persons?)", text)
    rest = re.sub(
        r"\s*\d*\s*个岗位\s*[,，]?\s*(?:共\s*[\d–至-]*\s*人?)?\s*[:：]?"
        r"|\d+ positions?(?:, | \()?(?:\d+ (?:people|persons?))?\)?:?",
        "",
        text,
    )
    found: dict[str, object] = {}
    if counts:
        found["posts"] = counts[1] or counts[2]
    if people:
        found["people"] = (people[1] or people[2]).replace(" ", "")
    names, total = _with_numbers(names_in(rest))
    if names:
        found["positions"] = names
    if total:
        found.setdefault("people", total)
    held = draft.data.get(path)
    if isinstance(held, dict) and found and not held.keys() & found.keys():  # 下属人数 and 下属岗位, each with a label
        held |= found
        draft.trace(path, bits, Confidence.CERTAIN)
    elif found:
        draft.put(path, found, bits)


def _with_numbers(named: Sequence[Title]) -> tuple[list[Title], str]:
    """Names without the numbers of people behind them, and how many people these are; empty where not all have one."""
    parted = [_NUMBER_OF_PEOPLE.fullmatch(name) for name in named]
    numbers = [match["number"] or match["plain"] or match["only"] for match in parted if match]
    names = [Title(match["name"] or "") if match else name for match, name in zip(parted, named, strict=True)]
    if len(numbers) == 1 == len(named):
        people = re.sub(r"\s*[–~～至-]\s*", "-", numbers[0])
    else:
        is_sum = len(numbers) == len(named) and all(number.isdecimal() for number in numbers)
        people = str(sum(map(int, numbers))) if is_sum and numbers else ""
    return [name for name in names if name], people


_NUMBER_OF_PEOPLE = pattern(
    r"(?P<name>.*?)\s*+(?:[（(]\s*+(?P<number>\d{1,4})\s*+(?:人|名|个|位|people|persons?)?\s*+[)）]|(?P<plain>\d{1,4}(?:\s*+[-–~～至]\s*+\d{1,4})?)\s*+(?:人|名|people|persons?))"
    r"|(?P<only>\d{1,4}(?:\s*+[-–~～至]\s*+\d{1,4})?)"
)


def _dotted(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    entries: list[object] = []
    for bit in bits:
        for name in names_in(bit.text):
            position, aside = with_aside(name)
            entries.append({"position": type(name)(position), "for": aside} if aside else name)
    draft.put(path, entries, bits)


def _rotation(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    """Positions; of a chain its last, the position itself being the first of two."""
    entries: list[object] = []
    for bit in bits:
        first, *rest = steps_in(bit.text) or [""]
        steps = rest if rest and first == draft.title else [first, *rest]
        for name in (name for step in steps for name in names_in(step)):
            position, aside = with_aside(name)
            entries.append({"position": type(name)(position), "note": aside} if aside else name)
    draft.put(path, entries, bits)


_MOST_CHAINS = 24
"""How many ways a text may name: several names in every step of a long chain make thousands."""


def _promotion(draft: Draft, path: str, bits: Sequence[Bit]) -> None:
    """Chains of positions, each from the next one on: the position itself is left out where a chain begins with it."""
    chains = []
    for bit in bits:
        for branch in re.split(r"[；;\n]|\s*或者?\s*(?=.*(?:→|->))", bit.text):
            steps = [names for step in steps_in(branch) if (names := names_in(step))]
            if len(steps) > 1 and steps[0] == [draft.title]:
                del steps[0]
            if steps and prod(map(len, steps)) <= _MOST_CHAINS:
                chains += [list(chain) for chain in product(*steps)]
    draft.put(path, chains, bits)


REFERENCES: Mapping[str, Callable[[Draft, str, Sequence[Bit]], None]] = {
    "reports_to": _superiors, "skip_level": _one_reference, "co_managed_by": _references, "substitute": _references,
    "concurrent_posts": _references, "promotes_from": _references, "demotes_to": _references,
    "direct_reports": _reports, "indirect_reports": _reports, "dotted_to": _dotted, "rotates_to": _rotation,
    "promotes_to": _promotion, "family": _one_reference, "grade": _one_reference, "level": _one_reference,
}  # fmt: skip
