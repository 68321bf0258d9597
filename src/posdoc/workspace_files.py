"""The names of the files of a workspace."""

from __future__ import annotations

from typing import Final

SETTINGS_FILE: Final = "posdoc.yaml"
PEOPLE_FILE: Final = "people.yaml"
POSITIONS_FOLDER: Final = "positions"
IMPORT_NOTES: Final = ".import.txt"
"""How the names of notes end that an import leaves beside the definition of a unit."""
