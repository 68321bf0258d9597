"""The form ``acknowledgement``: one row for each person, to sign for the job description received."""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.parts import package
from templates.designers.pieces import cell, paragraph, row, rows_of, table, tagged

KIND = Kind("department", "acknowledgement")
_COLUMNS = (
    ("number", 2),
    ("unit", 4),
    ("position", 4),
    ("name", 3),
    ("staff_number", 3),
    ("version", 2),
    ("signature", 3),
    ("date", 3),
)
_BLANK = ("signature", "date")


def design() -> bytes:
    """The Word file."""
    heads = row(
        *(
            cell(span, tagged(f"{{{{ acknowledgement.{name}_label }}}}", "Column"), shade=True)
            for name, span in _COLUMNS
        ),
        head=True,
    )
    cells = [cell(span, _content(name)) for name, span in _COLUMNS]
    person = row(*cells).replace("<w:cantSplit/>", '<w:cantSplit/><w:trHeight w:val="480" w:hRule="atLeast"/>')
    body = (
        tagged("{{ form_title }}", "Title")
        + tagged("{{ department }}", "Subtitle", "department")
        + tagged("{{ acknowledgement.statement }}")
        + table(heads, rows_of("for person in acknowledgement.people", person))
    )
    return package(body, KIND)


def _content(name: str) -> str:
    if name in _BLANK:
        return paragraph("")
    return tagged(f"{{{{ person.{name} }}}}", "" if name in ("unit", "position") else "Figure", name)
