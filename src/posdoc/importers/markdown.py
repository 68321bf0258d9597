"""Markdown, read by markdown-it: what a reader of the page sees, with the line of each piece.

Nothing that is seen may be lost, so three habits of Markdown are not followed: a line such as ``[name]: text`` is a
text and no definition of a link, a row of a table keeps the cells that its header has no column for, and an element
that HTML does not know (``<name>``) is a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from posdoc.diagnostics import Diagnostic, Span
from posdoc.foreign import kinds
from posdoc.importers.characters import as_seen
from posdoc.importers.markup import text_of_html
from posdoc.importers.pieces import CHECKED, UNCHECKED, Cell, Foreign, Paragraph, Part, Piece, Table
from posdoc.importers.plain import LINE_END, decode, ending_of, line_place, read_text
from posdoc.patterns import pattern
from posdoc.phrases import Phrase

MOST_LINES, MOST_CHARACTERS = 20_000, 2_000_000
MOST_OPEN = 500
"""How many more brackets may open than close before an empty line."""
DEEPEST = 60
"""How many blocks may lie in one another. Beyond these bounds the parser takes long or drops text."""
_FRONT_MATTER = pattern(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_HEADING_WITHOUT_SPACE = pattern(r"^(#{1,6})(?=[\u3400-\u9fff])", re.MULTILINE)
_ROW = pattern(r"\s*\|.*\|\s*")
_RULER = pattern(r"(?=[\s:|]*+-)[\s:|-]++")
_QUOTE = pattern(r"\s*(?:>\s*)*")
_MARKUP = pattern(r"[*_`<&\\~!\[]")
_PIPE = pattern(r"(?<!\\)\|")
_STRONG_LEFT = pattern(r"\*\*(?=\S)(.+?)\*\*", re.DOTALL)
"""Markdown does not take ``**名称：**主管`` for strong: no space stands between the mark and the character."""
_ADDRESS = pattern(r"[/.#:@?]")
_BOXES = ((pattern(r"\[[xX√✓✔]\]"), CHECKED), (pattern(r"\[[ \u3000]\]"), UNCHECKED))
BULLET = "•"


def read_markdown(data: bytes, name: str) -> Foreign:
    """The pieces of a Markdown text; one beyond the bounds is read as plain text. Raises Refused for what is no text."""
    text, findings = decode(data, name)
    text = LINE_END.sub("\n", text)
    if not _is_within_bounds(text):
        return read_text(data, name)
    reading = _Reading(name, _parser(), text.split("\n"))
    front = _FRONT_MATTER.match(text)
    if front:
        reading.add_lines(front[1], 2)
        text = "\n" * front[0].count("\n") + text[front.end() :]
    tokens = reading.parser.parse(_HEADING_WITHOUT_SPACE.sub(r"\1 ", text))
    if max((token.level for token in tokens), default=0) >= DEEPEST - 1:
        return read_text(data, name)
    reading.read(tokens)
    return Foreign(name, ending_of(name), tuple(reading.pieces), (*findings, *reading.findings))


def _is_within_bounds(text: str) -> bool:
    if len(text) > MOST_CHARACTERS or text.count("\n") > MOST_LINES:
        return False
    return all(block.count("[") - block.count("]") <= MOST_OPEN for block in text.split("\n\n"))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
    return parser.enable(["table", "strikethrough"]).disable("reference")


# --- blocks -------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _List:
    """A list that is being read: the numbers of the items to come, and the one that no text has been read for yet."""

    numbers: list[str]
    waiting: str = ""
    line: int = 0


@dataclass(slots=True)
class _Reading:
    name: str
    parser: MarkdownIt
    lines: Sequence[str]
    pieces: list[Piece] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        """Read the blocks of a text; inline tokens stand behind the block that they belong to."""
        for index, token in enumerate(tokens):
            first, end = (token.map[0] + 1, token.map[1]) if token.map else (0, 0)
            if token.type in ("paragraph_open", "heading_open"):
                self.add_block(token, tokens[index + 1], first)
            elif token.type in ("fence", "code_block"):
                self.add_lines(token.content, first + (token.type == "fence"))
            elif token.type == "html_block":
                self.add_lines(text_of_html(token.content), first)
            elif token.type == "table_open":
                self.add_table(first, self.lines[first - 1 : end])
            elif token.type in ("ordered_list_open", "bullet_list_open"):
                self.keep_waiting()
                self.lists.append(_List(_numbers(tokens, index)))
            elif token.type == "list_item_open":
                self.lists[-1].waiting, self.lists[-1].line = self.lists[-1].numbers.pop(0), first
            elif token.type in ("list_item_close", "ordered_list_close", "bullet_list_close"):
                self.keep_waiting()
                if token.type != "list_item_close":
                    self.lists.pop()

    def keep_waiting(self) -> None:
        """Add the mark of an item without a text as its text: a ``-`` alone may say that there is none."""
        if self.lists and self.lists[-1].waiting:
            line = self.lists[-1].line
            self.lists[-1].waiting = ""
            mark = self.lines[line - 1].strip().split(maxsplit=1)
            self.pieces.append(Paragraph(mark[0] if mark else BULLET, line_place(line)))

    def add_block(self, block: Token, inline: Token, first: int) -> None:
        """Add a paragraph or a heading."""
        lines = self.lines[first - 1 : block.map[1]] if block.map else []
        if block.type == "paragraph_open" and lines and all(_ROW.fullmatch(line) for line in lines):
            self.add_table(first, lines)
            return
        seen = self.seen(inline, first)
        if not seen.text.strip():
            return
        number, depth = "", max(0, len(self.lists) - 1)
        if self.lists:
            number, self.lists[-1].waiting = self.lists[-1].waiting, ""
        is_heading = block.type == "heading_open" and "\n" not in seen.text
        self.pieces.append(
            Paragraph(
                seen.text,
                line_place(first),
                heading=int(block.tag[1]) if is_heading else 0,
                bold=seen.bold,
                number=number,
                depth=depth,
                part=Part.CONTENTS if seen.is_contents else Part.BODY,
            )
        )

    def add_lines(self, text: str, first: int) -> None:
        """Add every line that is not empty as a paragraph; in a list the first one takes its number."""
        for line, written in enumerate(text.split("\n"), first):
            seen = as_seen(written).rstrip()
            if seen.strip():
                number, depth = "", max(0, len(self.lists) - 1)
                if self.lists:
                    number, self.lists[-1].waiting = self.lists[-1].waiting, ""
                self.pieces.append(Paragraph(seen, line_place(line), number=number, depth=depth))

    def add_table(self, first: int, lines: Iterable[str]) -> None:
        """Add a table, whose rows are cut here: the parser drops cells that go beyond the header."""
        self.keep_waiting()
        cells: list[Cell] = []
        bare = (_QUOTE.sub("", text, count=1) for text in lines)
        rows = [(line, text) for line, text in enumerate(bare, first) if not _RULER.fullmatch(text)]
        for row, (line, text) in enumerate(rows):
            for column, content in enumerate(_cut(text)):
                cells.append(Cell(row, column, self.cell(content, line)))
        columns = max((cell.column + 1 for cell in cells), default=0)
        self.pieces.append(Table(tuple(cells), columns, line_place(first)))

    def cell(self, content: str, line: int) -> tuple[Piece, ...]:
        """The paragraphs of a cell: ``<br>`` begins another."""
        if not _MARKUP.search(content):
            return (Paragraph(as_seen(content), line_place(line)),) if content else ()
        (inline,) = self.parser.parseInline(content)
        seen = self.seen(inline, line)
        texts = [text.strip() for text in seen.text.split("\n")]
        return tuple(Paragraph(text, line_place(line), bold=seen.bold) for text in texts if text)

    def seen(self, inline: Token, line: int) -> _Inline:
        """What is seen of a text; pictures in it are reported."""
        seen = _seen(inline.children or ())
        for description in seen.pictures:
            self.findings.append(_picture(self.name, line, description))
        return seen


def _numbers(tokens: Sequence[Token], opening: int) -> list[str]:
    """The numbers of the items of a list as they are typed; those of a list that only says ``1.`` are counted."""
    if tokens[opening].type == "bullet_list_open":
        items = (token.type == "list_item_open" for token in _items(tokens, opening))
        return [BULLET for _ in items]
    typed = [(token.info, token.markup) for token in _items(tokens, opening)]
    if len(typed) > 1 and len({number for number, _ in typed}) == 1:
        start = int(typed[0][0])
        return [f"{start + place}{mark}" for place, (_, mark) in enumerate(typed)]
    return [f"{number}{mark}" for number, mark in typed]


def _items(tokens: Sequence[Token], opening: int) -> list[Token]:
    """The items of a list, without those of the lists in it."""
    found, level = [], tokens[opening].level
    for token in tokens[opening + 1 :]:
        if token.level == level and token.nesting < 0:
            break
        if token.type == "list_item_open" and token.level == level + 1:
            found.append(token)
    return found


def _cut(row: str) -> list[str]:
    """The contents of a row's cells."""
    inside = row.strip().removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return [part.strip().replace("\\|", "|") for part in _PIPE.split(inside)]


# --- stretches of text --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Inline:
    """A stretch of text without its marks; ``is_contents`` if all of it leads to a heading of the same page."""

    text: str
    bold: bool
    is_contents: bool
    pictures: tuple[str, ...]


@dataclass(slots=True)
class _Marks:
    """The marks that are open: those of emphasis with what is printed for them, mostly nothing; links with their targets."""

    emphasis: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    strong: int = 0

    def follow(self, token: Token, before: str) -> str:
        """Take a token into account; what is printed for it.

        The asterisks of ``5*8*12`` are no emphasis, and ``[技师](二级)`` is no link: no address is in the brackets.
        """
        if token.type == "em_open":
            self.emphasis.append(token.markup if token.markup == "*" and before[-1:].isdigit() else "")
            return self.emphasis[-1]
        if token.type == "em_close":
            return self.emphasis.pop()
        if token.type in ("strong_open", "strong_close"):
            self.strong += token.nesting
        elif token.type == "link_open":
            self.links.append(unquote(str(token.attrGet("href") or "")))
        elif token.type == "link_close":
            target = self.links.pop()
            return "" if _ADDRESS.search(target) or not target else f"({target})"
        return _text_of(token)


def _seen(tokens: Iterable[Token]) -> _Inline:
    marks, whole = _Marks(), ""
    strong, linked, pictures = [], [], []
    for token in tokens:
        text = marks.follow(token, whole)
        whole += text
        if token.type == "image":
            pictures.append(text)
        if text.strip():
            strong.append(marks.strong > 0)
            linked.append(any(target.startswith("#") for target in marks.links))
    plain = _STRONG_LEFT.sub(r"\1", whole)
    is_bold = bool(strong) and (all(strong) or bool(_STRONG_LEFT.fullmatch(whole.strip())))
    text = "\n".join(line.rstrip() for line in as_seen(_with_boxes(plain)).split("\n")).strip("\n")
    return _Inline(text, is_bold, bool(linked) and all(linked), tuple(pictures))


def _text_of(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return text_of_html(token.content) if token.type == "html_inline" else token.content


def _with_boxes(text: str) -> str:
    for sign, box in _BOXES:
        text = sign.sub(box, text)
    return text


def _picture(name: str, line: int, description: str) -> Diagnostic:
    zh, en = (f"“{description}”", f" '{description}'") if description else ("", "")
    return Diagnostic(
        kinds.PICTURE_NOT_READ,
        Span(name, line, 1, line, 1),
        Phrase(f"第 {line} 行的图片{zh}没有读取", f"the picture{en} in line {line} was not read"),
        Phrase("把图中的内容写成文字", "write what it shows as text"),
    )
