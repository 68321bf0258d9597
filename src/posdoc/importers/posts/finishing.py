"""What is done to drafts once a whole file has been read: titles without the name of their unit, sums, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.sums import report_sums
from posdoc.importers.posts.titles import without_unit


def finish(drafts: Sequence[Draft]) -> None:
    """Make the drafts of a file whole."""
    shorter = Counter(_shorter(title) for title in {draft.title for draft in drafts})
    for draft in drafts:
        if draft.title_is_certain:
            _correct_headings(draft)
        elif shorter[_shorter(draft.title)] == 1:
            _part_from_unit(draft)
        report_sums(draft)
        draft.findings.sort(key=lambda finding: finding.span.line)


def _shorter(title: str) -> str:
    """A title without its unit, to see whether two posts would then be called the same."""
    found = without_unit(title)
    return title[slice(*found.title)] if found else title


def _headings(draft: Draft) -> list[Bit]:
    return [trace.bit for trace in draft.traces if trace.path == "title" and trace.bit is not None]


def _part_from_unit(draft: Draft) -> None:
    """Take the unit out of a title, which is a guess."""
    found = without_unit(draft.title)
    bits = _headings(draft)
    if found is None or not bits or bits[0].text != draft.title:
        return
    draft.give_up([trace for trace in draft.traces if trace.path == "title"])
    title, unit = bits[0].part(*found.title), bits[0].part(*found.unit)
    draft.data["title"] = title.text
    draft.trace("title", [title], Confidence.GUESSED)
    _name_unit(draft, unit)


def _name_unit(draft: Draft, unit: Bit) -> None:
    if not draft.unit:
        draft.unit = unit.text
        draft.trace("unit", [unit], Confidence.GUESSED)
    elif draft.unit == unit.text:
        unit.label()


def _correct_headings(draft: Draft) -> None:
    """Count as understood of the heading over a form only what the form says, too."""
    wrong = [trace for trace in draft.traces if trace.path == "title" and trace.text != draft.title]
    draft.give_up(wrong)
    for bit in (trace.bit for trace in wrong):
        found = without_unit(bit.text) if bit is not None else None
        if bit is None:
            continue
        if bit.text.endswith(draft.title):
            bit.part(len(bit.text) - len(draft.title)).label()
        if found:
            _name_unit(draft, bit.part(*found.unit))
