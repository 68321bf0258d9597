"""What the content controls of a finished document print, by their marks: so that an edit in Word is told from a
definition that has moved on since.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape

from posdoc.template.marks import WORKED_OUT, digest_of_text

Printed = Mapping[str, str]
"""The digests of what is printed under each mark, one for each time that it is there, with spaces between them."""
_CONTROL = re.compile(
    r'<w:tag w:val="([^"]+)"/>(?:<(?!w:sdtContent>)[^>]*>)*+<w:sdtContent>'
    r'(?:<w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r></w:sdtContent>|(.*?)</w:sdtContent>)',
    re.DOTALL,
)
"""A content control whose tag says something: the tag, and the text where it is but one run, else all that is in it."""
_MARK = re.compile(rf"{WORKED_OUT}[a-z_0-9]*|(?:[pu]:[^/]+/)?[a-z_]+(?:\.[a-z_0-9]+)*(?:#\d+)?(?:@[\w-]+)?")
_TAGS = re.compile(r"<[^>]*>")


@lru_cache(maxsize=16384)
def is_mark(tag: str) -> bool:
    """Whether a tag has the form of a mark; a company's own form may have others."""
    return _MARK.fullmatch(tag) is not None


def printed_texts(document: str) -> Printed:
    """What is printed under each mark, in the order in which they come first. This is a hot path."""
    found: dict[str, str] = {}
    for mark, text, runs in _CONTROL.findall(document):
        if runs:
            text = _TAGS.sub("", runs.replace("<w:br/>", "\n"))
        digest = digest_of_text(unescape(text) if "&" in text else text)
        if mark in found:
            found[mark] += f" {digest}"
        elif is_mark(mark):
            found[mark] = digest
    return found


def lines_of_printed(printed: Printed) -> str:
    """A line for each mark: the mark and the digests, with spaces between them."""
    return "\n".join(map(" ".join, printed.items()))


def printed_of_lines(text: str) -> dict[str, list[str]]:
    """The digests under each mark, from the lines of :func:`lines_of_printed`; other lines are left out."""
    lines = (line.split() for line in text.splitlines())
    return {line[0]: line[1:] for line in lines if len(line) > 1}
