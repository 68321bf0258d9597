"""Reads a whole file: parts it into posts, and sends every heading, pair and text to the filler of its post."""

from __future__ import annotations

import re
from collections.abc import Sequence

from posdoc.importers.pieces import Diagram, Foreign, Paragraph, Part, Piece, Table, paragraphs_in
from posdoc.importers.posts.begun import Begun
from posdoc.importers.posts.cutting import cut, is_chart, is_garbled
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.drawn import Drawings, diagrams_in
from posdoc.importers.posts.duties import MARKER, category_of
from posdoc.importers.posts.faults import report_chart, report_cut_off, report_garbled
from posdoc.importers.posts.file_read import FileRead
from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.finishing import finish, with_content
from posdoc.importers.posts.flat_walk import FlatTables
from posdoc.importers.posts.furniture import (
    begins_post,
    ends_document,
    is_around,
    is_article,
    is_page_number,
    is_title_of_page,
)
from posdoc.importers.posts.headed import headed_titles, name_below_heading, title_in
from posdoc.importers.posts.items import Item, item_of
from posdoc.importers.posts.labels import Labels, number_length
from posdoc.importers.posts.lines import Bit, Line, Use
from posdoc.importers.posts.margins import pass_over_margins, pass_over_titles
from posdoc.importers.posts.pairs import FRAMED, PAIR, fill_labelled_item, fill_unseparated, fill_value
from posdoc.importers.posts.prefixed import Names, prefixed
from posdoc.importers.posts.present_section import PresentSection
from posdoc.importers.posts.registers import fill_register, fill_titled, titled_table
from posdoc.importers.posts.tables import Tables
from posdoc.importers.posts.titles import counted_title, holder_title, same_title, written
from posdoc.importers.posts.units import UNIT_TEXTS, UnitFiller


def read_posts(foreign: Foreign, labels: Labels) -> FileRead:
    """Everything that a file says of positions and of their unit."""
    labels.forget()
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
        self._begun = Begun()
        self._in_unit = False
        self._stray = False
        """Whether it has been reported that the present lines belong to nothing."""
        self._headings: dict[int, str] = {}
        """The line with the title of a draft, by the identity of the draft."""
        self._traces: dict[int, int] = {}
        """How much had been read of a draft when its title came."""
        self._section = PresentSection()
        self._level = 0
        """How high the heading of the present post stands: one above it begins something else."""
        self._counted = False
        self._below_heading = name_below_heading(foreign.pieces, labels)
        self._headed = frozenset() if self._below_heading else headed_titles(foreign.pieces, labels)
        self._names = Names()
        self._tables_below = {
            id(one): two for one, two in zip(foreign.pieces, foreign.pieces[1:], strict=False) if isinstance(two, Table)
        }
        """The tables that stand right below a paragraph."""
        self._tables = Tables(labels, self._lines, self.walk_inside)
        self._drawings = Drawings(
            labels, lambda one: self._lines[id(one)], lambda: self._filler.draft if self._filler else self.read.unit
        )
        top = [piece for piece in foreign.pieces if isinstance(piece, Paragraph) and piece.part is Part.BODY]
        lines = [self._lines[id(piece)] for piece in top if piece.text.strip()]
        self._flat = FlatTables(lines, labels)
        texts = ["", *(line.text for line in lines), ""]
        self._around = {id(line): (texts[at], texts[at + 2]) for at, line in enumerate(lines)}
        """The texts of the lines before and after a line."""

    # --- the walk

    def walk(self, pieces: Sequence[Piece]) -> None:
        """Read pieces in order."""
        for piece in self._drawings.outside(pieces):
            if isinstance(piece, Paragraph):
                if piece.part in (Part.BODY, Part.TEXT_BOX, Part.NOTE):
                    self._line(self._lines[id(piece)])
            elif isinstance(piece, Table):
                self._table(piece)
            else:
                self._diagram(piece)

    def walk_inside(self, pieces: Sequence[Piece]) -> None:
        """Read the pieces of a cell."""
        for piece in self._drawings.outside(pieces):
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
        self._begun.add(self._filler)
        self._in_unit = False
        self._section.restart()
        if title:
            draft.put("title", written(title), [title], Confidence.LIKELY)
        return self._filler

    def _table(self, table: Table) -> None:
        if fill_register(self._unit, table, self._labels, self._lines):
            return
        if self._filler is None and self._tables.is_about_document(table):
            return
        titled = titled_table(table, self._labels, self._lines)
        if titled:
            fill_titled(self._begin(titled.title), titled)
        if self._filler is None or (self._tables.begins_post(table) and self._filler.draft.has_content):
            self._begin(None)
        self._in_unit = False
        self._begun.hold(self.filler.draft, (self._lines[id(one)] for one in paragraphs_in([table])))
        for diagram in diagrams_in(table):
            self._diagram(diagram)
        self._tables.read(titled.rest if titled else table, self.filler)

    def _diagram(self, diagram: Diagram) -> None:
        self._unit.diagram(diagram)
        self.read.lines += self._drawings.described(diagram)

    def _line(self, line: Line) -> None:
        owner = self._owner
        before = len(self.read.drafts)
        if self._flat.has(line):
            filler = self.filler
            self._in_unit = False
            self._flat.read(line, filler)
        elif self._titles_a_table(line):
            pass
        elif line.text.strip():
            self._unit.listed_posts(line)
            bits = cut(line.whole(), self._labels, self._scope())
            for place, bit in enumerate(bits):
                after = bits[place + 1].text if place + 1 < len(bits) else self._around.get(id(line), ("", ""))[1]
                self._bit(bit, after)
        begun = self.read.drafts[-1] if len(self.read.drafts) > before else owner
        self._begun.hold(begun, [line])

    def _titles_a_table(self, line: Line) -> bool:
        """Read a line as the title of the indicators in the table below it; returns whether it was that."""
        table = self._tables_below.get(id(line.paragraph))
        title = self._tables.titles(line, table) if table else None
        if title and not title_in(title, self._labels, self._headed):
            self._in_unit = False
            self.filler.indicators.begin(title)
            return True
        return False

    @property
    def _owner(self) -> Draft:
        """The draft of the present post, or of the unit."""
        return self.read.unit if self._in_unit or self._filler is None else self._filler.draft

    def _scope(self) -> str:
        return self._filler.scope if self._filler and not self._in_unit else ""

    # --- one bit of text

    def _bit(self, bit: Bit, after: str) -> None:
        text = bit.text
        if is_garbled(text):
            report_garbled(self._owner, bit)
            if text.isdecimal() and self._filler:
                self._filler.close()
            return
        if is_chart(text):
            report_chart(self._owner, bit)
            return
        if is_around(text):
            self._pass_by(bit)
            return
        if 0 < bit.line.paragraph.heading < self._level:
            self._filler, self._in_unit, self._level = None, False, 0
        if self._title(bit, after) or self._subtitle(bit) or self._resumes(bit):
            self._stray = False
            return
        if is_article(text):
            self._leave()
            return
        marked = MARKER.match(text) or category_of(text)
        if marked and self._filler is not None:
            self._in_unit = False
            self._filler.open("duties")
        elif not (self._filler and self._filler.is_entry(item_of(bit))) and self._label(bit):
            self._stray = False
            return
        elif self._is_page_title(bit):
            self._filler, self._in_unit = None, False
            return
        elif self._is_unknown_section(bit):
            self._leave()
            return
        self._text(item_of(bit))

    def _is_unknown_section(self, bit: Bit) -> bool:
        """Whether a heading begins another section, and nobody knows of what it is."""
        is_ended = self._section.is_ended_by(bit)
        return is_ended and self._filler is not None and self._filler.is_without_headings

    def _text(self, item: Item) -> None:
        if self._in_unit:
            self._unit.text(item)
            return
        filler = self._filler
        if filler is None or fill_labelled_item(filler, item.body):
            return
        filler.text(item)
        if not item.body.is_unread:
            self._stray = False
        elif not self._stray and re.search(r"\w{2}", item.text) and self._is_cut_off(filler, item):
            self._stray = True
            report_cut_off(filler.draft, item.body)

    def _is_cut_off(self, filler: Filler, item: Item) -> bool:
        """Whether a text that was not understood was torn from its table or from its list."""
        numbered = item.kind and item.number not in ("", "1", "一")
        return self._flat.is_near(item.body.line) or bool(numbered and not filler.is_open)

    def _is_page_title(self, bit: Bit) -> bool:
        """Whether the title of another web page stands here, of which no post is known."""
        line = bit.line
        if self.read.foreign.format != "txt" or bit.text != line.text.strip():
            return False
        before, after = self._around.get(id(line), ("", ""))
        return is_title_of_page(bit.text, before, after)

    def _pass_by(self, bit: Bit) -> None:
        """What belongs to the page: a list goes on behind the number of a page, and behind nothing else."""
        if self._filler and not is_page_number(bit.text):
            self._filler.close()
        if ends_document(bit.text):
            self._filler = None

    def _leave(self) -> None:
        """What follows belongs to nothing that is known."""
        self._in_unit = False
        if self._filler:
            self._filler.close()

    def _title(self, bit: Bit, after: str) -> bool:
        """Begin a post where a title stands."""
        counted = counted_title(bit)
        if counted:
            title, count = counted
            bit.label()
            filler = self._begin(title)
            filler.pair("headcount", count.part(0, 0), [count])
            filler.open("duties")
            filler.duties.begins_with_one = True
            self._counted = True
            return True
        if self._counted and holder_title(bit, after):
            self._begin(bit).open("duties")
            return True
        found = None if self._labels.find(bit.text, self._scope()) else title_in(bit, self._labels, self._headed)
        if found is None:
            return False
        title, rest, path = found
        bit.label()
        draft = self._filler.draft if self._filler else None
        goes_on = draft is not None and self._is_same(draft, title, bit.text, path)
        filler = self._filler if goes_on and self._filler else self._begin(title)
        self._headings.setdefault(id(filler.draft), bit.text)
        self._level = bit.line.paragraph.heading
        if goes_on and not filler.draft.title:
            filler.draft.put("title", written(title), [title], Confidence.LIKELY)
        self._traces[id(filler.draft)] = len(filler.draft.traces)
        if path:
            filler.heading(path, rest)
        return True

    def _resumes(self, bit: Bit) -> bool:
        """Go on with a post that has been read before, whose name stands as a heading over more of it."""
        if not bit.line.paragraph.heading or bit != bit.line.whole():
            return False
        found = self._begun.called(bit.text, self._filler)
        if found is None:
            return False
        bit.label()
        self._filler, self._in_unit, self._level = found, False, bit.line.paragraph.heading
        found.close()
        return True

    def _subtitle(self, bit: Bit) -> bool:
        """Take the name of the post that stands below the first heading, whatever that said."""
        if id(bit.line.paragraph) != self._below_heading or bit != bit.line.whole():
            return False
        draft = self.filler.draft
        if not draft.title_is_certain:
            draft.data.pop("title", None)
            draft.put("title", bit.text, [bit], Confidence.LIKELY)
        return True

    def _is_same(self, draft: Draft, title: Bit, heading: str, path: str) -> bool:
        """Whether a title names the post that is being read: a page may repeat it, also in the middle."""
        nothing_since = self._traces.get(id(draft)) == len(draft.traces)
        if nothing_since or not draft.has_content or (path and not draft.states(path)):
            return same_title(draft.title, title.text)
        return not draft.title or (not draft.title_is_certain and self._headings.get(id(draft)) == heading)

    def _label(self, bit: Bit) -> bool:
        """A label alone, or with its value behind a colon."""
        scope = self._scope()
        found = self._labels.find(bit.text, scope)
        path, name = (found, None) if found else prefixed(bit, self._labels) or (None, None)
        if path == "headcount" and self._filler is None and bit.line.paragraph.heading:
            path = "unit.posts"
        if path == "group.ignore" and self._filler is None:
            bit.label()
            return True
        if path and path.startswith("group.") and self._filler is None and self._in_unit:
            bit.label()
            self._unit.heading(path, bit)
            return True
        if path and not (path.startswith("unit.") or (self._filler is None and not begins_post(path))):
            self._in_unit = False
            self._heading_in_post(path, bit)
        elif path and path.startswith("unit."):
            self._enter_unit(path, bit)
        else:
            return self._pair(bit, scope)
        if name:
            self._names.note(self._owner, name, path)
        return True

    def _heading_in_post(self, path: str, bit: Bit) -> None:
        self._section.begin(bit)
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
        match = FRAMED.match(bit.text) or PAIR.match(bit.text)
        if match is None:
            return self._filler is not None and fill_unseparated(self._filler, self._labels, bit, scope)
        label = bit.part(0, match.end(1))
        path = self._labels.find(label.text, scope)
        if path is None:
            return self._filler is not None and fill_unseparated(self._filler, self._labels, bit, scope)
        if path in UNIT_TEXTS and bit.part(match.end()):
            self._enter_unit(path, label)
            self._unit.text(item_of(bit.part(match.end())))
            return True
        if path.startswith("unit.") or (self._filler is None and not begins_post(path)):
            return False
        value = bit.part(match.end())
        label = bit.part(number_length(label.text), match.end(1)) or label
        bit.line.mark(bit.start, label.start, Use.LABEL)
        self._in_unit = False
        if path == "title" and self.filler.draft.title_is_certain and value:
            self._begin(None)
        fill_value(self.filler, path, label, value)
        return True

    def finished(self) -> FileRead:
        """Drafts made whole; those that hold nothing but a title that another has are given up."""
        for filler in self._begun:
            filler.finish()
        self._names.give_up()
        self._drawings.pass_over()
        self.read.drafts = with_content(self.read.drafts, self.read.unit)
        finish(self.read.drafts, self.read.unit)
        pass_over_margins(self.read.lines)
        pass_over_titles(self.read.drafts, self.read.unit.lines)
        for line in self.read.lines:
            line.pass_over_signs()
        known = {id(line) for draft in (*self.read.drafts, self.read.unit) for line in draft.lines}
        self.read.unit.lines += [line for line in self.read.lines if id(line) not in known]
        return self.read
