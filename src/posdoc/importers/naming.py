"""Ids for what was imported: from a title, unique, and good as the name of a file on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from posdoc.workspace_files import is_id, is_reserved

MOST_CHARACTERS = 40
_MOST_BYTES = 200
"""How long the name of a file may be that an untrusted document asks for."""
_APART = re.compile(r"[^\w]+")


def id_of(title: str, otherwise: str) -> str:
    """The id that a title gives: 售后服务经理, after-sales-manager; ``otherwise`` where nothing is left of it."""
    plain = normalize("NFKC", title).strip()
    words = [word for word in _APART.split(plain.casefold() if plain.isascii() else plain) if word]
    made = "-".join(words)[:MOST_CHARACTERS].strip("-_")
    return f"{made}-1" if is_reserved(made) else made or otherwise


class Ids:
    """Ids that are taken, whatever their case; each new one is another."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {normalize("NFC", one).casefold() for one in taken}
        self._numbers: dict[str, int] = {}
        """How far ids made of one title are numbered."""

    def new(self, title: str, otherwise: str) -> str:
        """An id for a title that is not taken yet; it is taken from now on."""
        wanted = id_of(title, otherwise)
        made, number = wanted, self._numbers.get(wanted, 1)
        while self._has(made):
            number += 1
            made = f"{wanted}-{number}"
        self._numbers[wanted] = number
        self._take(made)
        return made

    def exact(self, identity: str) -> str:
        """An id just as a document states it, taken from now on; empty where it is none, or is taken."""
        if not is_id(identity) or is_reserved(identity) or len(identity.encode()) > _MOST_BYTES or self._has(identity):
            return ""
        self._take(identity)
        return identity

    def _has(self, identity: str) -> bool:
        return normalize("NFC", identity).casefold() in self._taken

    def _take(self, identity: str) -> None:
        self._taken.add(normalize("NFC", identity).casefold())


def same_name(text: str) -> str:
    """A name as names are compared: without space and case, brackets of one width."""
    return re.sub(r"\s+", "", normalize("NFKC", text)).casefold()
