"""Reports faults of a source that are met while its lines are read."""

from __future__ import annotations

from posdoc.foreign import kinds
from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.lines import Bit
from posdoc.phrases import Phrase


def report_garbled(draft: Draft, bit: Bit) -> None:
    """Characters that are no text at all."""
    draft.report(kinds.GARBLED_TEXT, bit, Phrase(f"乱码：{bit.text[:20]}", f"garbled: {bit.text[:20]}"))


def report_chart(draft: Draft, bit: Bit) -> None:
    """The texts of a chart, run together."""
    draft.report(kinds.DRAWING_WITHOUT_LINES, bit, Phrase(
        f"架构图的文字连成了一串，没有读入：{bit.text[:20]}…",
        f"the texts of a chart have run together and were not read: {bit.text[:20]}…"))  # fmt: skip


def report_cut_off(draft: Draft, bit: Bit) -> None:
    """A text that was torn from its table or from its list."""
    draft.report(kinds.ROW_OUT_OF_PLACE, bit, Phrase(
        f"“{bit.text[:20]}”前后的行被切断或打乱，不知属于哪一栏，没有读入",
        f"the lines around '{bit.text[:20]}' were cut or shuffled; it cannot be told where they belong"))  # fmt: skip
