"""A line that ends within a Chinese sentence is no space: the lines of a paragraph are joined before they are set."""

from __future__ import annotations

import re
from typing import Any

CHINESE = "\u3000-\u303f\u3400-\u9fff\uff01-\uff60"
JOINT = re.compile(rf"[{CHINESE}][{CHINESE}“”‘’…—]|[“”‘’…—][{CHINESE}]")
"""Two characters with no space between them: Chinese ones, or one and a sign that English has as well."""
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
    return not before.startswith("#") and JOINT.fullmatch(before[-1:] + text[:1]) is not None
