"""The text that HTML within Markdown shows."""

from __future__ import annotations

import html
import re

from posdoc.patterns import pattern

_COMMENT = pattern(r"<!--(?:-?>|.*?-->)", re.DOTALL)
"""A comment; one that is never closed is a text, else it would hide all that follows."""
_ENDS_A_LINE = pattern(
    r"<(?:br|hr)\s*/?>|</(?:p|div|li|tr|td|th|h[1-6]|table|ul|ol|dt|dd|blockquote|pre)\s*>", re.IGNORECASE
)
_TAG = pattern(r"</?([a-z][a-z0-9]*)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ELEMENTS = frozenset({
    "a", "abbr", "address", "article", "aside", "b", "blockquote", "body", "br", "caption", "center", "cite",
    "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure",
    "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "img", "input",
    "ins", "kbd", "label", "li", "link", "main", "mark", "meta", "nav", "ol", "p", "pre", "q", "s", "samp",
    "section", "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "time", "title", "tr", "tt", "u", "ul", "var", "wbr",
})  # fmt: skip
"""What is taken for an element; everything else between angle brackets is a text, such as ``<name>``."""


def text_of_html(markup: str) -> str:
    """What is seen of a piece of HTML. Every line end of ``markup`` stays where it is."""
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), markup)
    text = _ENDS_A_LINE.sub("\v", text)
    text = _TAG.sub(lambda tag: _line_ends(tag[0]) if tag[1].lower() in _ELEMENTS else tag[0], text)
    return html.unescape(text)


def _line_ends(tag: str) -> str:
    return "\n" * tag.count("\n")
