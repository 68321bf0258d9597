"""The names of the files of a workspace, and opening one whatever it may turn out to be."""

from __future__ import annotations

import os
from io import FileIO
from stat import S_ISREG
from typing import Final

from posdoc.patterns import pattern

SETTINGS_FILE: Final = "posdoc.yaml"
PEOPLE_FILE: Final = "people.yaml"
REVIEWS_FILE: Final = "reviews.yaml"
"""Review stamps, written by posdoc: see :mod:`posdoc.model.review`."""
POSITIONS_FOLDER: Final = "positions"
IMPORT_NOTES: Final = ".import.txt"
"""How the names of notes end that an import leaves beside the definition of a unit."""

_ID: Final = pattern(r"[^\W_][\w-]*")
_DEVICE: Final = pattern(r"(?i)con|prn|aux|nul|com\d|lpt\d")


_WITHOUT_WAITING: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def open_regular(path: str) -> FileIO:
    """An ordinary file, to be read; OSError for all else: a pipe would never answer, a device never end."""
    stream = FileIO(os.open(path, _WITHOUT_WAITING))
    if S_ISREG(os.fstat(stream.fileno()).st_mode):
        return stream
    stream.close()
    raise OSError(f"no ordinary file: {path}")


def is_id(text: str) -> bool:
    """Whether a text can be an id: letters, digits, ``-`` and ``_``, beginning with a letter or a digit."""
    return _ID.fullmatch(text) is not None


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device, so that no file can have it."""
    return _DEVICE.fullmatch(name) is not None


def is_reserved(name: str) -> bool:
    """Whether no position can have a name for its id, since the file would be another."""
    return name.casefold() == "unit" or is_device(name)
