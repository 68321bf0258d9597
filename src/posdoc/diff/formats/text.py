"""A difference in a few lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import click

from posdoc.diff.changes import Difference, Subject
from posdoc.diff.lines import Heading, Line, Mark, Teller, Told
from posdoc.reporters.text import visible

LONGEST = 100
"""How much of a text is shown; what changed in a longer one is shown with a little around it."""
_COLOURS = {Mark.ADDED: "green", Mark.REMOVED: "red", Mark.CHANGED: "yellow", Mark.MOVED: "cyan"}


def write(difference: Difference, names: tuple[str, str], language: str, color: bool) -> str:  # noqa: ARG001
    """Each subject with its lines, and how many there are."""
    teller = Teller(difference, language)
    told = teller.all()
    if not told:
        return f"{teller.new.words.phrase('diff_nothing')}\n"
    blocks = ["\n".join(_block(teller, one, color)) for one in told]
    return "\n\n".join([*blocks, teller.counted(told)]) + "\n"


def lines_of(difference: Difference, subject: Subject, language: str, color: bool = False) -> Iterator[str]:
    """One subject without its heading."""
    teller = Teller(difference, language)
    told = teller.told(subject)
    if told.heading.mark in (Mark.ADDED, Mark.REMOVED):
        yield f"    {teller.new.words.phrase(f'diff_mark_{told.heading.mark.name.lower()}')}"
    yield from _body(teller, told, color)


def _block(teller: Teller, told: Told, color: bool) -> Iterator[str]:
    kind = teller.new.words.phrase(f"diff_kind_{told.heading.kind.value}")
    yield _painted(_head(kind, told.heading), told.heading.mark, color)
    yield from _body(teller, told, color)


def _body(teller: Teller, told: Told, color: bool) -> Iterator[str]:
    for remark in told.heading.remarks:
        yield f"    {visible(remark)}"
    if told.heading.mark in (Mark.ADDED, Mark.REMOVED):
        return
    for line in told.lines:
        yield "  " + _painted(_line(teller, line), line.mark, color)
    for title, count in told.handed:
        yield f"    {visible(teller.new.words.phrase('diff_handed', title=title, count=count))}"


def _head(kind: str, heading: Heading) -> str:
    name = f"{heading.title} ({heading.id})" if heading.id and heading.id != heading.title else heading.title
    return f"{heading.mark.value} {kind} {name}" if heading.title != kind else f"{heading.mark.value} {kind}"


def _line(teller: Teller, line: Line) -> str:
    words = teller.new.words
    place, (before, after) = teller.place(line), teller.sides(line)
    if line.mark is Mark.MOVED:
        return f"{line.mark.value} {words.labelled(place, f'{before} → {after}')}"
    before, after = around_difference(before, after)
    if line.mark is Mark.CHANGED and "→" in before + after:  # a chain of promotion, or a work flow
        before, after = f"“{before}”", f"“{after}”"
    said = f"{before} → {after}" if line.mark is Mark.CHANGED else before or after
    return f"{line.mark.value} {words.labelled(place, said)}"


def around_difference(before: str, after: str) -> tuple[str, str]:
    """Two texts cut to what differs in them, with a little around it."""
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    if not before or not after:
        return _cut(before, 0), _cut(after, 0)
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    return _cut(before, same), _cut(after, same)


def _cut(text: str, at: int) -> str:
    start = max(0, at - LONGEST // 4)
    part = text[start : start + LONGEST]
    return f"{'…' if start else ''}{part}{'…' if start + LONGEST < len(text) else ''}"


def _painted(text: str, mark: Mark, color: bool) -> str:
    return click.style(visible(text), fg=_COLOURS[mark]) if color else visible(text)
