"""The names of the files of a workspace."""

from __future__ import annotations

import re
from typing import Final

SETTINGS_FILE: Final = "posdoc.yaml"
PEOPLE_FILE: Final = "people.yaml"
REVIEWS_FILE: Final = "reviews.yaml"
"""Review stamps, written by posdoc: see :mod:`posdoc.model.review`."""
POSITIONS_FOLDER: Final = "positions"
IMPORT_NOTES: Final = ".import.txt"
"""How the names of notes end that an import leaves beside the definition of a unit."""

_ID: Final = re.compile(r"[^\W_][\w-]*")
_DEVICE: Final = re.compile(r"(?i)con|prn|aux|nul|com\d|lpt\d")


def is_id(text: str) -> bool:
    """Whether a text can be an id: letters, digits, ``-`` and ``_``, beginning with a letter or a digit."""
    return _ID.fullmatch(text) is not None


def is_device(name: str) -> bool:
    """Whether Windows takes a name for a device, so that no file can have it."""
    return _DEVICE.fullmatch(name) is not None


def is_reserved(name: str) -> bool:
    """Whether no position can have a name for its id, since the file would be another."""
    return name.casefold() == "unit" or is_device(name)
