"""What stands around a text and says nothing of its own: heads and feet of pages, and tables of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from posdoc.importers.pieces import Part
from posdoc.importers.posts.draft import Draft
from posdoc.importers.posts.lines import Line, Use
from posdoc.patterns import pattern

_AROUND = (Part.CONTENTS, Part.HEADER, Part.FOOTER)
_PAGES = pattern(
    r"第?\s*+\d*+\s*+页\s*+[，,/／]?\s*+共?\s*+\d*+\s*+页?|共\s*+\d*+\s*+页|page\s*+\d*+(?:\s*+(?:of|/)\s*+\d*+)?|^[-–—\s\d/]++$"
    r"|[.…·]{2,}+\s*+\d*+\s*+$|\s\d{1,3}$",
    re.IGNORECASE,
)
_SIGNS = pattern(r"[\W_]+")
_APART = pattern(r"\t+|\s{2,}|[|｜]")


def pass_over_margins(lines: Sequence[Line]) -> None:
    """Count as understood what heads, feet and tables of contents repeat of the text, and numbers of pages.

    What they say beyond it stays unread, as any other text.
    """
    around = [line for line in lines if line.paragraph.part in _AROUND]
    if not around:
        return
    body = "".join(_SIGNS.sub("", line.text) for line in lines if line.paragraph.part not in _AROUND)
    for line in around:
        start = 0
        for match in [*_APART.finditer(line.text), None]:
            end = match.start() if match else len(line.text)
            part = _SIGNS.sub("", _PAGES.sub(" ", line.text[start:end]))
            if part in body:
                line.mark(start, end, Use.LABEL)
            start = match.end() if match else end


def pass_over_titles(drafts: Sequence[Draft], lines: Sequence[Line]) -> None:
    """Count as understood the title over a form that names the position again."""
    titles = {"".join(draft.title.split()) for draft in drafts}
    for line in lines:
        if "".join(line.text.split()) in titles:
            line.whole().label()
