"""A line that ends within a Chinese sentence is no space: the lines of a paragraph are joined before they are set."""

from __future__ import annotations

import re
from typing import Any

WIDE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff60“”‘’…—]")
"""Chinese characters and the signs between them."""
FENCE = ("```", "~~~")


def on_page_markdown(markdown: str, **_: Any) -> str:
    """The page with lines joined where both sides are Chinese; headings and code stay as they are."""
    lines: list[str] = []
    is_code = False
    for line in markdown.split("\n"):
        text = line.lstrip()
        is_fence = text.startswith(FENCE)
        if lines and not (is_code or is_fence) and _goes_on(lines[-1], text):
            lines[-1] += text
        else:
            lines.append(line)
        is_code ^= is_fence
    return "\n".join(lines)


def _goes_on(before: str, text: str) -> bool:
    """Whether a line belongs to the sentence of the line before it."""
    is_text = not before.startswith("#")
    return is_text and bool(WIDE.fullmatch(before[-1:])) and bool(WIDE.match(text))
