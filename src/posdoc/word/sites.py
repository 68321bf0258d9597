"""From a line of a template, in which something went wrong, to the place of the tag in the form."""

from __future__ import annotations

import traceback

from lxml import etree

from posdoc.phrases import Phrase
from posdoc.word.insertion import TAG as INSERT
from posdoc.word.patch import TAG, parsed
from posdoc.word.tags import Tag, plain, tags_of

_TEMPLATE = ("<template>", "<unknown>")


class Sites:
    """The tags of one part of a form. Nothing is looked for before something has gone wrong."""

    def __init__(self, source: str, part: str, original: bytes, inserted: bytes = b"") -> None:
        """``source`` has a line for each tag; ``inserted`` is the main part of a form that was put into this one."""
        self._source = source
        self._part = part
        self._original = original
        self._inserted = inserted

    def place_of_error(self, error: BaseException) -> Phrase | None:
        """Where the tag stands that an error came from."""
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename in _TEMPLATE and frame.lineno]
        return self.place(lines[-1]) if lines else None

    def place(self, line: int | None) -> Phrase | None:
        """Where the tag stands that begins on a line of the source, or the last one before it."""
        found = self._until(line) if line else []
        if not found:
            return None
        wanted = plain(found[-1])
        number = sum(plain(tag) == wanted for tag in found)
        same = [tag for tag in self._tags() if tag.text == wanted]
        return same[min(number, len(same)) - 1].place if same else None

    def _until(self, line: int) -> list[str]:
        """The tags up to that of a line."""
        found, lines, at = [], 1, 0
        for match in TAG.finditer(self._source):
            lines, at = lines + self._source.count("\n", at, match.start()), match.start()
            if lines > line:
                break
            found.append(match.group())
        return found

    def _tags(self) -> list[Tag]:
        try:
            tags = tags_of(parsed(self._original), self._part)
            inner = tags_of(parsed(self._inserted), self._part) if self._inserted else []
        except (etree.XMLSyntaxError, ValueError):
            return []
        return [one for tag in tags for one in (inner if tag.text == INSERT else [tag])]
