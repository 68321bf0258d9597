"""Ids for what was imported: from a title, unique, and good as the name of a file on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

MOST_CHARACTERS = 40
_RESERVED = re.compile(r"(?i)unit|con|prn|aux|nul|com\d|lpt\d")
_APART = re.compile(r"[^\w]+")


def id_of(title: str, otherwise: str) -> str:
    """The id that a title gives: 售后服务经理, after-sales-manager; ``otherwise`` where nothing is left of it."""
    plain = normalize("NFKC", title).strip()
    words = [word for word in _APART.split(plain.casefold() if plain.isascii() else plain) if word]
    made = "-".join(words)[:MOST_CHARACTERS].strip("-_")
    return f"{made}-1" if _RESERVED.fullmatch(made) else made or otherwise


class Ids:
    """Ids that are taken, whatever their case; each new one is another."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {normalize("NFC", one).casefold() for one in taken}

    def new(self, title: str, otherwise: str) -> str:
        """An id for a title that is not taken yet; it is taken from now on."""
        wanted = id_of(title, otherwise)
        made, number = wanted, 1
        while normalize("NFC", made).casefold() in self._taken:
            number += 1
            made = f"{wanted}-{number}"
        self._taken.add(normalize("NFC", made).casefold())
        return made


def same_name(text: str) -> str:
    """A name as names are compared: without space and case, brackets of one width."""
    return re.sub(r"\s+", "", normalize("NFKC", text)).casefold()
