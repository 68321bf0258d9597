"""Fences such as ``sh no-run`` and ``yaml position`` tell the tests what to do; MkDocs knows the language only."""

from __future__ import annotations

import re
from typing import Any

FENCE = re.compile(r"^([ \t]*```\w+) [\w -]+$", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The page with nothing but the language behind the opening of a fence."""
    return FENCE.sub(r"\1", markdown)
