"""The table of contents: made with the document, so that it is filled in when somebody opens it.

It is a real field (``TOC``), so Word can bring it up to date. Page numbers are known only to a program that sets
pages; without one the entries have none, and Word is asked to fill them in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape
from typing import NamedTuple

from lxml import etree

from posdoc.word.markup import escape
from posdoc.word.patch import W

MARKER = "posdoc:contents"
"""What a form prints, as a run, in the paragraph where the table is to stand."""
LEVELS = 2
_TITLE = "title"
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_PARAGRAPH = r"<w:p(?: [^>]*)?>(?:(?!</w:p>).)*"
_PLACE = re.compile(rf"{_PARAGRAPH}{MARKER}.*?</w:p>", re.DOTALL)


class Heading(NamedTuple):
    """One entry: its text, its level from 1, and the bookmark at it."""

    text: str
    level: int
    anchor: str


def heading_levels(styles: bytes) -> dict[str, int]:
    """The styles of a form that are headings of the first levels, by id; the title of the document is none."""
    levels = {}
    for style in etree.fromstring(styles).iter(f"{W}style"):
        name = style.find(f"{W}name")
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if outline is not None and (name is None or name.get(f"{W}val", "").lower() != _TITLE):
            levels[style.get(f"{W}styleId", "")] = int(outline.get(f"{W}val", "9")) + 1
    return {style: level for style, level in levels.items() if level <= LEVELS}


def with_contents(document: str, levels: dict[str, int], pages: Sequence[tuple[str, int]] | None = None) -> str:
    """The document with its table of contents in its place, and a bookmark at each heading.

    ``pages`` are the headings as a program that sets pages has found them, in order, each with its page.
    """
    if MARKER not in document or not levels:
        return _PLACE.sub("<w:p/>", document)
    headings: list[Heading] = []
    styles = "|".join(re.escape(style) for style in levels)
    pattern = re.compile(
        rf'(<w:p(?: [^>]*)?><w:pPr><w:pStyle w:val="({styles})"/>(?:(?!</w:pPr>).)*</w:pPr>)((?:(?!</w:p>).)*)</w:p>',
        re.DOTALL,
    )

    def marked(match: re.Match[str]) -> str:
        text = " ".join(unescape("".join(_TEXT.findall(match[3]))).split())
        if not text:
            return match[0]
        number = len(headings) + 1
        headings.append(Heading(text, levels[match[2]], f"_Toc{number:08d}"))
        return (
            f'{match[1]}<w:bookmarkStart w:id="{_FIRST + number}" w:name="{headings[-1].anchor}"/>{match[3]}'
            f'<w:bookmarkEnd w:id="{_FIRST + number}"/></w:p>'
        )

    document = pattern.sub(marked, document)
    table = _table(headings, _numbers(headings, pages))
    return _PLACE.sub(lambda _: table, document)


_FIRST = 10_000
"""Bookmarks of a form keep the numbers below."""


def _numbers(headings: Sequence[Heading], pages: Sequence[tuple[str, int]] | None) -> list[str]:
    """The page of each heading, or nothing where it was not found."""
    left = iter([(_bare(text), page) for text, page in pages or ()])
    found = []
    for heading in headings:
        wanted = _bare(heading.text)
        found.append(next((str(page) for text, page in left if text == wanted), ""))
    return found if all(found) else [""] * len(headings)


def _bare(text: str) -> str:
    return "".join(text.split())


def _table(headings: Sequence[Heading], numbers: Sequence[str]) -> str:
    if not headings:
        return "<w:p/>"
    known = all(numbers)
    begin = f'<w:fldChar w:fldCharType="begin"{"" if known else _STALE}/>'
    start = f'<w:r>{begin}</w:r>{_run_of(_instruction())}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    entries = [_entry(heading, number) for heading, number in zip(headings, numbers, strict=True)]
    body = _paragraphs(headings, entries, start)
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    )


_STALE = ' w:dirty="true"'


def _instruction() -> str:
    return f'<w:instrText xml:space="preserve"> TOC \\o "1-{LEVELS}" \\h \\z \\u </w:instrText>'


def _run_of(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def _paragraphs(headings: Sequence[Heading], entries: Iterable[str], start: str) -> str:
    """The entries, each in the style of its level; the field ends behind the last."""
    made = []
    for place, (heading, entry) in enumerate(zip(headings, entries, strict=True)):
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if place == len(headings) - 1 else ""
        lead = start if place == 0 else ""
        made.append(f'<w:p><w:pPr><w:pStyle w:val="TOC{heading.level}"/></w:pPr>{lead}{entry}{end}</w:p>')
    return "".join(made)


def _entry(heading: Heading, number: str) -> str:
    page = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {heading.anchor} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{number}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    text = f'<w:r><w:t xml:space="preserve">{escape(heading.text)}</w:t></w:r><w:r><w:tab/></w:r>'
    return f'<w:hyperlink w:anchor="{heading.anchor}" w:history="1">{text}{page}</w:hyperlink>'
