"""In which language posdoc speaks to the person at the keyboard.

``--ui-lang`` decides, wherever it stands on the command line; else ``POSDOC_LANG``; else the locale. A test
of the sentences themselves needs no process: they are :class:`~posdoc.phrases.Phrase` values.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from posdoc.phrases import Phrase

LANGUAGES = ("zh", "en")
OPTION = "--ui-lang"


def choose_language(arguments: Sequence[str], environment: Mapping[str, str], system: str = "") -> str:
    """``zh`` or ``en``; ``system`` is the language of the operating system where the environment says nothing."""
    asked = asked_language(arguments) or environment.get("POSDOC_LANG")
    if asked:
        return _supported(asked)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
        value = environment.get(variable, "")
        if value and value.partition(".")[0] not in ("C", "POSIX"):
            return _supported(value)
    return _supported(system)


def without_option(arguments: Sequence[str]) -> list[str]:
    """The arguments without ``--ui-lang`` and its value; after ``--`` nothing is touched."""
    kept: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            return [*kept, argument, *rest]
        if argument == OPTION:
            next(rest, None)
        elif not argument.startswith(OPTION + "="):
            kept.append(argument)
    return kept


def asked_language(arguments: Sequence[str]) -> str | None:
    """The value of ``--ui-lang``; None where it is not given, empty where it has no value."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith(OPTION + "="):
            return argument.partition("=")[2]
        if argument == OPTION:
            return arguments[place + 1] if place + 1 < len(arguments) else ""
    return None


def _supported(tag: str) -> str:
    return "zh" if tag.lower().startswith("zh") or tag.lower().startswith("chinese") else "en"


def _system_language() -> str:
    """What the operating system is set to, where the environment does not say (Windows)."""
    if sys.platform != "win32":
        return ""
    import ctypes

    return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 0x04 else "en"


LANGUAGE = choose_language(sys.argv[1:], os.environ, _system_language())


def say(zh: str, en: str) -> str:
    """The sentence in the language of this run."""
    return Phrase(zh, en).in_(LANGUAGE)
