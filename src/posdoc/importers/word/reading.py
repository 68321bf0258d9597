"""What is known while a Word file is read: where the reading stands, and what has been found on the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from posdoc.diagnostics import Diagnostic, Kind, Span
from posdoc.foreign.kinds import DELETED_TEXT, DRAWING_WITHOUT_LINES, PLACEHOLDER_IN_SOURCE
from posdoc.importers.pieces import Part, Place
from posdoc.importers.word.fields import Field
from posdoc.importers.word.markup import Element
from posdoc.importers.word.numbering import Counters, Numbering
from posdoc.importers.word.parts import Parts
from posdoc.importers.word.styles import Styles
from posdoc.phrases import Phrase

NOWHERE = Phrase("", "")
_SHOWN_PROMPTS = 5
_NEAR = 2
"""How many paragraphs further the next text box of one drawing may be anchored."""


class Tally:
    """How much of a sort was passed over, and the number of the paragraph where it began."""

    def __init__(self) -> None:
        self.characters = 0
        self.line = 1

    def add(self, characters: int, line: int) -> None:
        """Count more of it."""
        if characters and not self.characters:
            self.line = line
        self.characters += characters


class Reading:
    """The reading of one file. ``number`` is that of the last paragraph that was made, ``source`` the part being read.

    ``where`` are the words for the places of paragraphs, none in the body outside tables, where each has its own.
    """

    def __init__(self, parts: Parts, source: str, styles: Styles, numbering: Numbering) -> None:
        self.parts, self.styles, self.numbering = parts, styles, numbering
        self.source = source
        self.part = Part.BODY
        self.where: Phrase | None = None
        self.prefix = NOWHERE
        self.counters = Counters()
        self.box_counters = Counters()
        self.number = self.tables = self.figures = self.boxes = self.seen = 0
        self.lead = ""
        """A number that the next paragraph has: that of its note."""
        self.fields: list[Field] = []
        self.muted = 0
        """How many of the fields are in their instruction, which is not seen."""
        self.contents = 0
        """In how many tables of contents the reading stands."""
        self.unpaired: set[Element] = set()
        self.sections: list[Element] = []
        self.findings: list[Diagnostic] = []
        self.deleted, self.hidden = Tally(), Tally()
        self.prompts: list[tuple[str, int]] = []
        self.without_pages: dict[int, str] = {}
        """The text of a paragraph that has page numbers without them, by the number of the paragraph."""
        self._anchors: list[tuple[int, int]] = []

    def place(self) -> Place:
        """The place of the next paragraph, which is counted."""
        self.number = number = self.number + 1
        return Place(number, self.where or Phrase(f"第 {number} 段", f"paragraph {number}"))

    def figure(self) -> Place:
        """The place of the next drawing: at the last paragraph that was made."""
        self.figures += 1
        number = max(self.number, 1)
        where = self.where or Phrase(f"第 {number} 段处", f"at paragraph {number}")
        return Place(number, Phrase(f"图 {self.figures}（{where.zh}）", f"drawing {self.figures} ({where.en})"))

    def here(self, words: Phrase) -> Phrase:
        """Words for a place within the story that is read, such as "page header, table 1"."""
        return Phrase(f"{self.prefix.zh}，{words.zh}", f"{self.prefix.en}, {words.en}") if self.prefix.zh else words

    def find(self, kind: Kind, message: Phrase, hint: Phrase | None = None, line: int = 0) -> None:
        """Note a finding at a paragraph, the last one made unless it is said."""
        line = max(line or self.number, 1)
        self.findings.append(Diagnostic(kind, Span(self.parts.name, line, 1, line, 1), message, hint))

    def anchor(self, number: int) -> None:
        """Note that a text box with a text hangs on the paragraph that is read; ``number`` is the last one before it."""
        if self.part in (Part.BODY, Part.TEXT_BOX):
            self._anchors.append((self.seen, number))

    @contextmanager
    def inside(self, where: Phrase, part: Part | None = None, counters: Counters | None = None) -> Iterator[None]:
        """Read what is a text of its own (a text box, a note): with fields and lists of its own."""
        kept = self.where, self.prefix, self.part, self.counters, self.fields, self.muted, self.contents
        self.where, self.prefix, self.part = where, where, part or self.part
        self.counters = counters or self.counters
        self.fields, self.muted, self.contents = [], 0, 0
        yield
        self.where, self.prefix, self.part, self.counters, self.fields, self.muted, self.contents = kept

    def report(self) -> None:
        """Turn into findings what was counted on the way."""
        if self.deleted.characters:
            count = self.deleted.characters
            message = Phrase(f"修订中已删除的 {count} 个字符未读入", f"{count} characters of deleted text are left out")
            self.find(DELETED_TEXT, message, line=self.deleted.line)
        if self.hidden.characters:
            count = self.hidden.characters
            message = Phrase(
                f"不显示的隐藏文字 {count} 个字符未读入", f"{count} characters of hidden text are left out"
            )
            self.find(DELETED_TEXT, message, line=self.hidden.line)
        self._report_prompts()
        self._report_boxes()

    def _report_prompts(self) -> None:
        if not self.prompts:
            return
        count = len(self.prompts)
        texts = [text[:40] for text, _ in self.prompts]
        shown = list(dict.fromkeys(texts))[:_SHOWN_PROMPTS]
        message = Phrase(
            f"{count} 处没有填写，其提示文字未读入：{'、'.join(f'“{text}”' for text in shown)}",
            f"{count} controls are not filled in; their prompts are left out: {', '.join(map(repr, shown))}",
        )
        self.find(PLACEHOLDER_IN_SOURCE, message, line=self.prompts[0][1])

    def _report_boxes(self) -> None:
        """One finding for each drawing: text boxes that hang on the same paragraph or on ones beside it."""
        groups: list[list[tuple[int, int]]] = []
        for anchor in sorted(self._anchors):
            if groups and anchor[0] - groups[-1][-1][0] <= _NEAR:
                groups[-1].append(anchor)
            else:
                groups.append([anchor])
        for group in groups:
            if len(group) > 1:
                message = Phrase(
                    f"图中有 {len(group)} 个文本框，框之间的连线无法读取",
                    f"a drawing has {len(group)} text boxes; the lines between them cannot be read",
                )
                hint = Phrase("请人工核对框与框之间的关系", "see for yourself how the boxes belong together")
                self.find(DRAWING_WITHOUT_LINES, message, hint, line=group[0][1])
