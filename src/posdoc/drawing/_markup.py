"""Texts inside XML, whatever they hold: markup is escaped, and what XML cannot hold is left out."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def escape(text: str) -> str:
    """``text`` as the content of an element."""
    kept = _IMPOSSIBLE.sub("", text)
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """``text`` as the value of an attribute, in its quotes; line ends and tabs are kept."""
    kept = escape(text).replace('"', "&quot;")
    return '"' + kept.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;") + '"'


def language_tag(language: str) -> str:
    """The language of a chart as office programs name it; empty for what is no language tag."""
    if not _TAG.fullmatch(language):
        return ""
    return {"zh": "zh-CN", "en": "en-US"}.get(language, language)
