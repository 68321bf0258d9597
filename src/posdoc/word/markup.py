"""Texts inside markup. The standard library's ``xml.sax.saxutils`` does the same and imports a web client with it."""

from __future__ import annotations


def escape(text: str) -> str:
    """``text`` as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoteattr(text: str) -> str:
    """``text`` as the value of an attribute, in its quotes; line ends and tabs are kept."""
    kept = escape(text).replace('"', "&quot;")
    return '"' + kept.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;") + '"'
