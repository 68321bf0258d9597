"""Regular expressions that are compiled when they are first used.

Compiling is dear, most of all where Chinese characters stand in a class with others; a run of a command uses few of the
expressions that its modules declare.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Lazy:
    """A regular expression that is not compiled yet. What is asked of it is kept, and costs nothing the next time."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copying and pickling ask for such; a pattern has none of its own
            raise AttributeError(name)
        value = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The regular expression ``source``, for use wherever a compiled one can be. Its faults are found at first use."""
    return cast("re.Pattern[AnyStr]", _Lazy(source, flags))
