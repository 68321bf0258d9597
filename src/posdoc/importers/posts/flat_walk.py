"""Sends the rows of tables that stand line by line to the filler of their post, and reports what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence

from posdoc.foreign import kinds
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.flat import Head, Row, bands_of, flat_rows, stray_shares
from posdoc.importers.posts.grids import FILLS
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.titles import document_title, same_title
from posdoc.model import Duty, Kpi, Qualification, Record, field_of
from posdoc.phrases import Phrase


class FlatTables:
    """The lines of such tables. Rows that stand before the heads of their table are read behind its other rows."""

    def __init__(self, lines: Sequence[Line], labels: Labels) -> None:
        """``lines`` are those of the body, in order."""
        self._labels = labels
        self._heads: dict[int, tuple[Head, list[tuple[Bit, Bit]]]] = {}
        """The heads by the identity of their last line, with the grading bands in them."""
        self._in_heads: set[int] = set()
        self._rows: dict[int, list[Row]] = {}
        """The rows that are read at a line."""
        self._taken: set[int] = set()
        self._strays: set[int] = set()
        self._near: set[int] = set()
        for start, end in _posts(lines, labels):
            self._prepare(lines[start:end])

    def _prepare(self, lines: Sequence[Line]) -> None:
        heads, rows = flat_rows(lines, self._labels)
        self._near |= {id(line) for line in lines} if heads else set()
        for head in heads:
            bands = bands_of(lines, head, self._labels) if head.scope == "kpis" else []
            self._heads[id(lines[head.last])] = head, bands
            self._in_heads |= {id(lines[at]) for at in range(head.first, head.last + 1)}
        kept = self._without_overlaps(rows, lines)
        for head in heads:
            self._place([row for row in kept if row.scope == head.scope], head, lines)
        self._strays |= {id(lines[at]) for at in stray_shares(lines, heads, rows)}

    def _without_overlaps(self, rows: Sequence[Row], lines: Sequence[Line]) -> list[Row]:
        kept: list[Row] = []
        for row in rows:
            parent = kept[-1] if row.run_on and kept else None
            if parent is None and any(id(lines[at]) in self._taken for at in row.lines):
                continue
            kept.append(row._replace(lines=parent.lines) if parent else row)
            self._taken |= {id(lines[at]) for at in row.lines}
        return kept

    def _place(self, rows: Sequence[Row], head: Head, lines: Sequence[Line]) -> None:
        """Say at which line each row is read: at its own, or behind the rows below the heads."""
        below = [row for row in rows if row.lines[0] > head.last]
        above = [row for row in rows if row.lines[0] < head.first]
        for row in below:
            self._rows.setdefault(id(lines[row.lines[0]]), []).append(row)
        last = below[-1].lines[0] if below else head.last
        self._rows.setdefault(id(lines[last]), []).extend(above)

    def has(self, line: Line) -> bool:
        """Whether a line belongs to such a table."""
        key = id(line)
        return key in self._in_heads or key in self._taken or key in self._strays or key in self._rows

    def is_near(self, line: Line) -> bool:
        """Whether a line stands among those of a post with such a table, so that it may be a cell that was cut off."""
        return id(line) in self._near

    def read(self, line: Line, filler: Filler) -> None:
        """Read what stands at a line of a table."""
        if id(line) in self._in_heads:
            self._head(line, filler)
        for row in self._rows.get(id(line), ()):
            _fill(row, filler)
        if id(line) in self._strays:
            filler.draft.report(kinds.ROW_OUT_OF_PLACE, line.whole(), Phrase(
                f"“{line.text.strip()}”不知属于哪一行，没有读入",
                f"it cannot be told to which row '{line.text.strip()}' belongs; it was not read"))  # fmt: skip

    def _head(self, line: Line, filler: Filler) -> None:
        line.whole().label()
        _, bands = self._heads.get(id(line), (None, []))
        for label, scores in bands:
            filler.indicators.band(label, scores)
        path = self._labels.find(line.text.strip())
        if path and path.startswith("contacts"):
            filler.heading("contacts", line.whole())


def _posts(lines: Sequence[Line], labels: Labels) -> list[tuple[int, int]]:
    """The stretches of lines that are about one post each: a title that is repeated begins no new one."""
    begins, last = [0], ""
    for at, line in enumerate(lines):
        found = document_title(line.whole(), labels)
        if found and last and not same_title(last, found[0].text):
            begins.append(at)
        last = found[0].text if found else last
    return list(zip(begins, [*begins[1:], len(lines)], strict=True))


def _fill(row: Row, filler: Filler) -> None:
    filler.open({"kpis": "kpi_sets"}.get(row.scope, row.scope))
    number = len(filler.draft.data.get("duties", ()))
    FILLS[row.scope](filler, row.cells)
    filler.close()
    if row.scope == "duties" and len(filler.draft.data.get("duties", ())) > number:
        filler.draft.data["duties"][-1]["number"] = row.cells["number"][0].text
    if row.behind is not None:
        own = row.cells["number"][0]
        filler.draft.report(kinds.NUMBERING_OF_SOURCE, own, Phrase(
            f"序号 {row.behind} 之后是 {own.text}", f"number {row.behind} is followed by {own.text}"))  # fmt: skip
    named = _named(row)
    what = named.text[:20]
    if row.missing:
        zh, en = _labels_of(row)
        filler.draft.report(kinds.ROW_OUT_OF_PLACE, named, Phrase(
            f"“{what}”这一行缺了：{zh}；读不准的格没有读入",
            f"the row of '{what}' lacks: {en}; cells that are not certain were not read"))  # fmt: skip
    elif row.run_on:
        filler.draft.report(kinds.ROW_OUT_OF_PLACE, named, Phrase(
            f"“{what}”这一行和上一行连在了一起", f"the row of '{what}' has run together with the one before"))  # fmt: skip
    elif row.is_out_of_place:
        filler.draft.report(kinds.ROW_OUT_OF_PLACE, named, Phrase(
            f"“{what}”这一行不在它的位置上", f"the row of '{what}' is not in its place"))  # fmt: skip


_RECORDS: dict[str, type[Record]] = {"duties": Duty, "kpis": Kpi, "qualifications": Qualification}


def _labels_of(row: Row) -> tuple[str, str]:
    """The fields that a row lacks, in Chinese and in English."""
    found = [field_of(_RECORDS[row.scope], name.partition(".")[0]) for name in row.missing if row.scope in _RECORDS]
    labels = list(dict.fromkeys(info.label for info in found if info))
    return "、".join(one.zh for one in labels), ", ".join(one.en.lower() for one in labels)


def _named(row: Row) -> Bit:
    for name in ("area", "name", "item", "party", "text"):
        if row.cells.get(name):
            return row.cells[name][0]
    return next(iter(row.cells.values()))[0]
