"""A difference for a pull request: a table for each subject, long ones folded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diff.changes import Difference
from posdoc.diff.lines import Teller, Told

FOLDED = 12
"""From so many lines on a table is folded."""
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@])")


def write(difference: Difference, names: tuple[str, str], language: str, color: bool) -> str:  # noqa: ARG001
    """A heading with both sides, then the subjects."""
    teller = Teller(difference, language)
    words, told = teller.new.words, teller.all()
    sides = words.phrase("diff_sides", old=_code(names[0]), new=_code(names[1] or words.phrase("diff_working_tree")))
    head = f"### {words.phrase('diff_title')}\n\n{sides}"
    if not told:
        return f"{head}\n\n{words.phrase('diff_nothing')}\n"
    blocks = ["\n".join(_block(teller, one)) for one in told]
    return "\n\n".join([head, teller.counted(told), *blocks]) + "\n"


def _block(teller: Teller, told: Told) -> Iterator[str]:
    words, heading = teller.new.words, told.heading
    mark = words.phrase(f"diff_mark_{heading.mark.name.lower()}")
    kind = words.phrase(f"diff_kind_{heading.kind.value}")
    name = f" `{heading.id}`" if heading.id and heading.id != heading.title else ""
    yield f"#### {kind} {escaped(heading.title)}{name} — {mark}"
    yield ""
    for remark in heading.remarks:
        yield f"- {escaped(remark)}"
    for title, count in told.handed:
        yield f"- {escaped(words.phrase('diff_handed', title=title, count=count))}"
    if heading.remarks or told.handed:
        yield ""
    if told.lines:
        yield from _folded(teller, told) if len(told.lines) >= FOLDED else _table(teller, told)


def _folded(teller: Teller, told: Told) -> Iterator[str]:
    yield f"<details><summary>{len(told.lines)}</summary>"
    yield ""
    yield from _table(teller, told)
    yield ""
    yield "</details>"


def _table(teller: Teller, told: Told) -> Iterator[str]:
    words = teller.new.words
    columns = [words.phrase(f"diff_column_{name}") for name in ("item", "before", "after")]
    yield f"| | {' | '.join(columns)} |"
    yield "|---|---|---|---|"
    for line in told.lines:
        before, after = teller.sides(line)
        yield f"| {line.mark.value} | {escaped(teller.place(line))} | {escaped(before)} | {escaped(after)} |"


def escaped(text: str) -> str:
    """A text that Markdown leaves as it is, in one line."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))


def _code(name: str) -> str:
    return f"`{name.replace('`', '')}`"
