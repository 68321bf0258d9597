"""Reads a whole file: parts it into posts, and sends every heading, pair and text to the filler of its post."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from posdoc.foreign import kinds
from posdoc.importers.pieces import Diagram, Foreign, Paragraph, Part, Piece, Table, paragraphs_in
from posdoc.importers.posts.cutting import GARBLED, cut
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.duties import CATEGORY, MARKER
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.flat import Row, bands_of, flat_rows
from posdoc.importers.posts.grids import FILLS
from posdoc.importers.posts.items import item_of
from posdoc.importers.posts.labels import Labels, number_length
from posdoc.importers.posts.lines import Bit, Line, Use, in_body
from posdoc.importers.posts.tables import Tables
from posdoc.importers.posts.titles import counted_title, document_title, holder_title, same_title
from posdoc.importers.posts.units import UnitFiller
from posdoc.importers.posts.values import share_of
from posdoc.phrases import Phrase


@dataclass
class FileRead:
    """What was read of one file: its posts, what it says of the unit, and its lines in reading order."""

    foreign: Foreign
    drafts: list[Draft] = field(default_factory=list)
    unit: Draft = field(default_factory=Draft)
    lines: list[Line] = field(default_factory=list)


def read_posts(foreign: Foreign, labels: Labels) -> FileRead:
    """Everything that a file says of positions and of their unit."""
    reading = _Reading(foreign, labels)
    reading.walk(foreign.pieces)
    return reading.finished()


class _Reading:
    def __init__(self, foreign: Foreign, labels: Labels) -> None:
        self._labels = labels
        self._lines = {id(one): Line(one) for one in paragraphs_in(foreign.pieces)}
        self.read = FileRead(foreign, lines=list(self._lines.values()))
        self._unit = UnitFiller(self.read.unit)
        self._filler: Filler | None = None
        self._fillers: list[Filler] = []
        self._in_unit = False
        self._just_titled = False
        self._headings: dict[int, str] = {}
        """The line with the title of a draft, by the identity of the draft."""
        self._counted = False
        self._tables = Tables(labels, self._lines, self.walk_inside)
        self._flat: dict[int, Row] = {}
        self._flat_heads: set[int] = set()
        self._bands: dict[int, list[tuple[Bit, Bit]]] = {}
        self._taken: set[int] = set()
        self._next: dict[int, str] = {}
        self._prepare(foreign)

    # --- tables whose cells stand line by line

    def _prepare(self, foreign: Foreign) -> None:
        top = [piece for piece in foreign.pieces if isinstance(piece, Paragraph) and piece.part is Part.BODY]
        lines = [self._lines[id(piece)] for piece in top if piece.text.strip()]
        self._next = {id(line): after.text for line, after in zip(lines, lines[1:], strict=False)}
        titles = [at for at, line in enumerate(lines) if document_title(line.whole(), self._labels)]
        begins = [0, *titles[1:], len(lines)]
        for start, end in zip(begins, begins[1:], strict=False):
            self._prepare_post(lines[start:end])

    def _prepare_post(self, lines: Sequence[Line]) -> None:
        heads, rows = flat_rows(lines, self._labels)
        for head in heads:
            if head.scope == "kpis":
                self._bands[id(lines[head.last])] = bands_of(lines, head, self._labels)
            self._flat_heads |= {id(lines[at]) for at in range(head.first, head.last + 1)}
        for row in rows:
            if not any(id(lines[at]) in self._taken for at in row.lines):
                self._flat[id(lines[row.lines[0]])] = row
                self._taken |= {id(lines[at]) for at in row.lines}

    # --- the walk

    def walk(self, pieces: Sequence[Piece]) -> None:
        """Read pieces in order."""
        for piece in pieces:
            if isinstance(piece, Paragraph):
                if piece.part in (Part.BODY, Part.TEXT_BOX, Part.NOTE):
                    self._line(self._lines[id(piece)])
            elif isinstance(piece, Table):
                self._table(piece)
            else:
                self._diagram(piece)

    def walk_inside(self, pieces: Sequence[Piece]) -> None:
        """Read the pieces of a cell."""
        for piece in pieces:
            if isinstance(piece, Paragraph):
                self._line(self._lines[id(piece)])
            elif isinstance(piece, Table):
                self._tables.read(piece, self.filler)

    @property
    def filler(self) -> Filler:
        """The filler of the present post; a new post where there is none."""
        return self._filler or self._begin(None)

    def _begin(self, title: Bit | None) -> Filler:
        draft = Draft()
        self.read.drafts.append(draft)
        self._filler = Filler(draft, self._labels)
        self._fillers.append(self._filler)
        self._in_unit = False
        if title:
            draft.put("title", title.text, [title], Confidence.LIKELY)
        return self._filler

    def _table(self, table: Table) -> None:
        if self._filler is None or (self._begins_post(table) and self._has_content(self._filler.draft)):
            self._begin(None)
        self._in_unit = False
        self._own(line for line in (self._lines[id(one)] for one in paragraphs_in([table])))
        self._tables.read(table, self.filler)

    def _begins_post(self, table: Table) -> bool:
        """Whether a table names a position in its first rows."""
        texts = [cell.text for row in table.rows[:4] for cell in row]
        return any(self._labels.find(text) == "title" for text in texts)

    def _has_content(self, draft: Draft) -> bool:
        return draft.title_is_certain or any(name != "title" for name in draft.data)

    def _own(self, lines: object) -> None:
        self.filler.draft.lines.extend(lines)  # type: ignore[arg-type]

    def _diagram(self, diagram: Diagram) -> None:
        self._unit.diagram(diagram)

    def _line(self, line: Line) -> None:
        owner = self.read.unit if self._in_unit or self._filler is None else self._filler.draft
        before = len(self.read.drafts)
        row = self._flat.get(id(line))
        if row:
            self._row(row)
        elif id(line) in self._flat_heads:
            line.whole().label()
            for label, scores in self._bands.get(id(line), ()):
                self.filler.indicators.band(label, scores)
            path = self._labels.find(line.text.strip())
            if path and path.startswith("contacts"):
                self.filler.heading("contacts", line.whole())
        elif id(line) not in self._taken and line.text.strip():
            self._unit.listed_posts(line)
            bits = cut(line.whole(), self._labels, self._scope())
            for place, bit in enumerate(bits):
                after = bits[place + 1].text if place + 1 < len(bits) else self._next.get(id(line), "")
                self._bit(bit, after)
        begun = self.read.drafts[-1] if len(self.read.drafts) > before else owner
        if line not in begun.lines:
            begun.lines.append(line)

    def _scope(self) -> str:
        return self._filler.scope if self._filler and not self._in_unit else ""

    def _row(self, row: Row) -> None:
        filler = self.filler
        self._in_unit = False
        filler.open({"kpis": "kpi_sets"}.get(row.scope, row.scope))
        number = len(filler.draft.data.get("duties", ())) if row.scope == "duties" else 0
        FILLS[row.scope](filler, row.cells)
        filler.close()
        if row.scope == "duties" and len(filler.draft.data.get("duties", ())) > number:
            filler.draft.data["duties"][-1]["number"] = row.cells["number"][0].text
        first = next(iter(row.cells.values()))[0]
        if row.is_cut:
            filler.draft.report(kinds.ROW_OUT_OF_PLACE, first, Phrase(
                f"“{_named(row)}”这一行缺了格，没有读出的部分留作备注", f"cells are missing in the row of '{_named(row)}'"))  # fmt: skip
        elif row.is_out_of_place:
            filler.draft.report(kinds.ROW_OUT_OF_PLACE, first, Phrase(
                f"“{_named(row)}”这一行不在它的位置上", f"the row of '{_named(row)}' is not in its place"))  # fmt: skip

    # --- one bit of text

    def _bit(self, bit: Bit, after: str) -> None:
        if GARBLED.fullmatch(bit.text):
            owner = self._filler.draft if self._filler else self.read.unit
            owner.report(kinds.GARBLED_TEXT, bit, Phrase(f"乱码：{bit.text[:20]}", f"garbled: {bit.text[:20]}"))
            if bit.text.isdigit() and self._filler:
                self._filler.close()
            return
        if FURNITURE.search(bit.text):
            if self._filler:
                self._filler.close()
            if "下载文档" in bit.text:
                self._filler = None
            return
        if self._title(bit, after):
            self._just_titled = True
            return
        self._just_titled = False
        marked = MARKER.match(bit.text) or CATEGORY.fullmatch(bit.text)
        if marked and self._filler is not None:
            self._in_unit = False
            self._filler.open("duties")
        elif self._label(bit):
            return
        item = item_of(bit)
        if self._in_unit:
            self._unit.text(item)
        elif self._filler is not None and not self._labelled_item(item.body):
            self._filler.text(item)

    def _title(self, bit: Bit, after: str) -> bool:
        """Begin a post where a title stands."""
        counted = counted_title(bit)
        if counted:
            title, count = counted
            bit.label()
            filler = self._begin(title)
            filler.pair("headcount", count.part(0, 0), [count])
            filler.open("duties")
            self._counted = True
            return True
        if self._counted and holder_title(bit, after):
            self._begin(bit).open("duties")
            return True
        found = None if self._labels.find(bit.text, self._scope()) else document_title(bit, self._labels)
        if found is None:
            return False
        title, rest, path = found
        bit.label()
        draft = self._filler.draft if self._filler else None
        goes_on = draft is not None and self._is_same(draft, title, bit.text, path)
        filler = self._filler if goes_on and self._filler else self._begin(title)
        self._headings.setdefault(id(filler.draft), bit.text)
        if goes_on and not filler.draft.title:
            filler.draft.put("title", title.text, [title], Confidence.LIKELY)
        if path:
            filler.heading(path, rest)
        return True

    def _is_same(self, draft: Draft, title: Bit, heading: str, path: str) -> bool:
        """Whether a title names the post that is being read: a page may repeat it, also in the middle."""
        if self._just_titled or not self._has_content(draft) or (path and not draft.states(path)):
            return same_title(draft.title, title.text)
        return not draft.title or (not draft.title_is_certain and self._headings.get(id(draft)) == heading)

    def _label(self, bit: Bit) -> bool:
        """A label alone, or with its value behind a colon."""
        scope = self._scope()
        path = self._labels.find(bit.text, scope) or self._of_section(bit)
        if path and not (path.startswith("unit.") or (self._filler is None and not _begins(path))):
            self._in_unit = False
            self._heading_in_post(path, bit)
            return True
        if path and path.startswith("unit."):
            self._enter_unit(path, bit)
            return True
        return self._pair(bit, scope)

    def _of_section(self, bit: Bit) -> str | None:
        """A heading with the name of the unit or post before its label: 一、售后部组织架构图及部门职能."""
        text = bit.text.rstrip(":： ")
        skip = number_length(text)
        if not skip or text[0].isdigit() or text[1].isdigit() or len(text) > 30 or re.search(r"[，,。；;：:]", text):
            return None
        return self._labels.ends(text[skip:])

    def _heading_in_post(self, path: str, bit: Bit) -> None:
        if path == "group.ignore" and self._filler is None:
            bit.label()
            return
        if path == "title" and self.filler.draft.title_is_certain:
            self._begin(None)
        if path.startswith("document.signers."):
            self.filler.pair(path, bit, [])
        else:
            self.filler.heading(path, bit)

    def _enter_unit(self, path: str, bit: Bit) -> None:
        bit.label()
        self._in_unit = True
        self._counted = self._counted or path == "unit.descriptions"
        self._unit.heading(path, bit)

    def _pair(self, bit: Bit, scope: str) -> bool:
        match = re.match(r"\s*(.{1,40}?)\s*[:：]\s*", bit.text, re.DOTALL)
        if match is None:
            return self._unseparated(bit, scope)
        label = bit.part(0, match.end(1))
        path = self._labels.find(label.text, scope)
        if path is None or (path.startswith("unit.")):
            return False
        if self._filler is None and not _begins(path):
            return False
        value = bit.part(match.end())
        label = bit.part(number_length(label.text), match.end(1)) or label
        bit.line.mark(bit.start, label.start, Use.LABEL)
        self._in_unit = False
        if path == "title" and self.filler.draft.title_is_certain and value:
            self._begin(None)
        self._value(path, label, value)
        return True

    def _value(self, path: str, label: Bit, value: Bit) -> None:
        if not value:
            self.filler.heading(path, label)
            if path.startswith("document.signers."):
                self.filler.pair(path, label, [])
        elif path.split(".")[0] in ("duties", "authority", "kpi_sets") and "." not in path:
            self.filler.heading(path, label)
            self.filler.text(item_of(value))
        else:
            self.filler.pair(path, label, [value])

    def _unseparated(self, bit: Bit, scope: str) -> bool:
        """``岗位名称售后工程师``: a label of a form whose cells were run together, cut out by a chain of labels."""
        if self._filler is None:
            return False
        found = self._labels.starts(bit.text, scope)
        if found and _BLANK_REPORTS.fullmatch(bit.text, found.length):
            bit.label()
            return True
        if found and self._is_share(found.path, bit.text[found.length :]):
            self._value(found.path, bit.part(0, found.length), bit.part(found.length))
            return True
        if (
            found is None
            or bit.line.text.strip() == bit.text
            or found.path.startswith(("unit.", "group."))
            or not _cut_before(bit)
        ):
            return False
        self._value(found.path, bit.part(0, found.length), bit.part(found.length))
        return True

    def _is_share(self, path: str, text: str) -> bool:
        """Whether a text goes on with the share that a field holds: 出差时间约占 50 %."""
        return path in ("conditions.travel", "conditions.office_share", "conditions.field_share") and bool(
            share_of(text)
        )

    def _labelled_item(self, body: Bit) -> bool:
        """A requirement with a label of its own that no table knows, below 任职资格."""
        if self._filler is None or self._filler.scope != "qualifications":
            return False
        match = re.match(r"([^\s:：，。；]{2,8})[:：]\s*(?=\S)", body.text)
        if match is None:
            return False
        self._filler.qualifications.labelled(body.part(0, match.end(1)), body.part(match.end()))
        return True

    def finished(self) -> FileRead:
        """Drafts made whole; those that hold nothing but a title that another has are given up."""
        for filler in self._fillers:
            filler.duties.finish()
        for line in self.read.lines:
            line.pass_over_signs()
        self.read.drafts = [draft for draft in self.read.drafts if draft.data]
        known = {id(line) for draft in (*self.read.drafts, self.read.unit) for line in draft.lines}
        self.read.unit.lines += [line for line in in_body(self.read.lines) if id(line) not in known]
        return self.read


def _begins(path: str) -> bool:
    """Whether a label can be the first of a post that has no title of its own before it."""
    return path == "group.identity" or path.split(".")[0] not in ("group", "ignore", "sections", "document", "flows")


FURNITURE = re.compile(
    r"下载文档|版权所有|侵权|^相关文档$|^最新文档$|Copyright|ICP备|^页码|^-\s*\d+\s*-$|本站由|当前位置|欢迎来到"
)
"""What web pages and print-outs put around a text."""


_BLANK_REPORTS = re.compile(r"[\s_]*个岗位\s*[,，]?\s*共[\s_]*人?")
"""The numbers of reports, not filled in."""


def _cut_before(bit: Bit) -> bool:
    """Whether a bit was cut out of a longer line."""
    return bit.start > 0 or bit.end < len(bit.line.text)


def _named(row: Row) -> str:
    for name in ("area", "name", "item", "party", "text"):
        if row.cells.get(name):
            return row.cells[name][0].text[:20]
    return next(iter(row.cells.values()))[0].text[:20]
