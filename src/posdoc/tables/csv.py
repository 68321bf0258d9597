"""One table as CSV that Excel opens rightly: UTF-8 with a byte order mark, CRLF, numbers as numbers."""

from __future__ import annotations

import csv
import io
from datetime import date

from posdoc.tables.sheet import Sheet, Value, shown
from posdoc.views.rounding import half_up

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a text may begin that a spreadsheet takes for a formula (OWASP, CSV Injection; ASVS 5.0, 1.2.10)."""


def write_csv(sheet: Sheet) -> bytes:
    """The columns' titles and the rows; totals and notes are for people and left out.

    A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises. (A tab would not
    be seen, but stay in the text for good.) Numbers are never changed.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([as_text(column.title) for column in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_written(value) for value in row.cells])
    return stream.getvalue().encode("utf-8-sig", "replace")


def _written(value: Value) -> str:
    plain = shown(value)
    if plain is None:
        return ""
    if isinstance(plain, str):
        return as_text(plain)
    if isinstance(plain, date):
        return plain.isoformat()
    return f"{half_up(plain, 2).normalize():f}" if isinstance(plain, float) else str(plain)


def as_text(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    text = text.replace("\0", "")
    return f"'{text}" if text.lstrip(" \u3000").startswith(_DANGEROUS) else text
