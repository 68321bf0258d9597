"""Names that a workbook carries for programs: which kind it is, and which column holds what.

They are hidden names of the workbook, each of the cell that heads a column. Excel keeps them right when columns are moved
or inserted, heads are renamed, and rows are sorted or filtered, and nobody sees them.
"""

from __future__ import annotations

from collections.abc import Iterable

from posdoc.tables.sheet import letter

KIND, FORMAT, LANGUAGE = "posdoc.kind", "posdoc.format", "posdoc.language"
COLUMN = "posdoc.column."
"""What the names of columns begin with."""
VERSION = 1
"""The version of the names and columns; it changes when one of them means something else."""


def column_name(path: str) -> str:
    """The name of the column that holds ``path``, such as ``title.zh``; names have no hyphens."""
    return COLUMN + path.replace("-", "_")


def names_of(kind: str, language: str, sheet: str, paths: Iterable[str]) -> dict[str, str]:
    """All names of a workbook whose table stands on ``sheet``, its heads in the first row."""
    quoted = sheet.replace("'", "''")
    columns = {column_name(path): f"'{quoted}'!${letter(place)}$1" for place, path in enumerate(paths)}
    return {KIND: f'"{kind}"', FORMAT: str(VERSION), LANGUAGE: f'"{language}"', **columns}
