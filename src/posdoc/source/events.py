"""Where the YAML events come from: libyaml, or PyYAML's own parser where libyaml is not built in."""

from __future__ import annotations

from typing import Any, Protocol

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

TOO_DEEP_FOR_LIBYAML = "exceeded maximum nesting depth"
"""What libyaml 0.2.6 and later complain of when brackets nest over 1,000 deep, far beyond what posdoc reads; they
look ahead, so that no event tells where it became too deep. PyYAML's own parser, which has no such limit, does."""


class EventSource(Protocol):
    """Yields the events of one text, one by one; raises :class:`yaml.YAMLError` at bad syntax."""

    def get_event(self) -> Any:
        """The next event; the last one is a ``StreamEndEvent``."""


def open_events(text: str) -> EventSource:
    """The events of ``text``, which holds no character that YAML forbids."""
    if not yaml.__with_libyaml__:
        return PythonParser(text)
    from yaml._yaml import CParser  # not there without libyaml

    return CParser(text)


class PythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser: the same events as libyaml's, about ten times slower."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Any:
        r"""The next event. A number that Python cannot take (``"\UFFFFFFFF"``) is bad syntax as well."""
        try:
            return super().get_event()  # type: ignore[no-untyped-call]
        except (ValueError, OverflowError) as error:
            mark = self.get_mark()
            raise ScannerError(
                "while scanning a double-quoted scalar", mark, "found invalid Unicode character escape code", mark
            ) from error
