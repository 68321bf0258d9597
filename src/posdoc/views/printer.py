"""How the values of a position are written: each declared type in its own way, an unknown record by its labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from posdoc.locales.words import Words
from posdoc.model import (
    Attachment,
    Authority,
    Competence,
    DeclaredReports,
    DottedLine,
    FieldInfo,
    HeadCount,
    Option,
    Organization,
    PartialDate,
    Percent,
    Points,
    Position,
    Quantity,
    Record,
    Ref,
    Rotation,
    Target,
    Text,
)
from posdoc.template.marks import LINE, marked, under

CHECKED, UNCHECKED = "☑", "□"


class Printer:
    """Writes the values of one position in one language, or those of a unit where there is no position.

    ``claimed`` are the fields that a section of its own asks for, by the names of
    :func:`~posdoc.model.field_names.position_field_names`: no other section prints them. ``owner`` stands before the
    paths of what is printed, where the document is about something else; ``derived`` are fields that hold what follows
    from other definitions.
    """

    def __init__(
        self, organization: Organization, words: Words, position: Position | None = None,
        claimed: Iterable[str] = (), *, owner: str = "", derived: Iterable[str] = (),
    ) -> None:  # fmt: skip
        self.organization = organization
        self.words = words
        self.position = position or Position()
        self.claimed = frozenset(claimed)
        self.owner = owner
        self._derived = frozenset(derived)
        self._writer_of: dict[type, Callable[[Any], str]] = {}

    def path(self, field: str) -> str:
        """The path of a field of the position or unit; empty where it holds what follows from other definitions."""
        return "" if field in self._derived else f"{self.owner}{field}"

    def lines(self, info: FieldInfo, value: Any, at: str = "") -> list[str]:
        """A value as the lines that are printed; a list has one entry for each item, which may have line ends in it.

        ``at`` is the path of the value: each line has its own.
        """
        if isinstance(value, tuple) and not isinstance(value, PartialDate):
            entries = ["\n".join(self.lines(info, item)) for item in value]
            if not at:
                return [entry for entry in entries if entry]
            return [marked(entry, f"{at}.{place}") for place, entry in enumerate(entries) if entry]
        if isinstance(value, Ref):
            return [marked(self.reference(info, value), at)]
        written = self.value(value)
        return lines_of(written, at) if written else []

    def one_line(self, info: FieldInfo, value: Any) -> str:
        """A value in one line, items separated as the language does it."""
        if isinstance(value, tuple) and value and isinstance(value[0], tuple):
            return self.words.phrase("between").join(self.words.chain(chain) for chain in value)
        return self.words.join(line for entry in self.lines(info, value) for line in entry.split("\n"))

    def in_one_line(self, info: FieldInfo, value: Any, at: str) -> str:
        """A value in one line with its path ``at``; see :meth:`path_of_row` for that of a list."""
        return marked(self.one_line(info, value), self.path_of_row(value, at))

    def path_of_row(self, value: Any, at: str) -> str:
        """The path of a list that is printed in one line: that of its only entry, where this would be taken for several."""
        alone = value[0] if isinstance(value, tuple) and len(value) == 1 else None
        return under(at, 0) if isinstance(alone, Text) and self.words.is_row(self.words.text(alone)) else at

    def value(self, value: Any) -> str:
        """Anything but a reference, as text."""
        kind = type(value)
        if kind not in self._writer_of:
            self._writer_of[kind] = self._find_writer(kind)
        return self._writer_of[kind](value)

    def _find_writer(self, kind: type) -> Callable[[Any], str]:
        if issubclass(kind, bool):
            return lambda value: self.words.phrase("yes" if value else "no")
        writers = (write for written, write in self._writers().items() if issubclass(kind, written))
        return next(writers, self.record if issubclass(kind, Record) else str)

    def _writers(self) -> Mapping[type, Callable[[Any], str]]:
        words = self.words
        return {
            Text: words.text,
            Percent: words.percent,
            HeadCount: words.headcount,
            PartialDate: words.date,
            Option: words.option,
            Target: words.target,
            Decimal: words.decimal,
            Quantity: str,
            DottedLine: self.dotted_line,
            Rotation: self.rotation,
            DeclaredReports: self.reports,
            Points: self.points,
            Attachment: self.attachment,
            Authority: self.authority,
            Competence: self.competence,
        }

    def reference(self, info: FieldInfo, reference: Ref) -> str:
        """What an id names, printed."""
        workspace = self.organization.workspace
        tables = {"family": workspace.families, "grade": workspace.grades, "level": workspace.levels}
        kind = info.refers_to[0] if info.refers_to else ""
        if kind in tables:
            return self.words.text(self.organization.grade_title(tables[kind], reference)) or reference
        if kind == "duty":
            return self.duty_name(reference)
        return self.words.name(reference)

    def duty_name(self, reference: str) -> str:
        """The key result area of a duty of this position, or its text."""
        for place, duty in enumerate(self.position.duties, 1):
            if duty.id == reference:
                return self.words.text(duty.area) or duty.number or str(place)
        return reference

    def dotted_line(self, value: DottedLine) -> str:
        """The functional superior, with what is reported."""
        head = self.words.bracketed(self.words.name(value.position or ""), self.words.text(value.for_))
        return self.with_rest(head, value, "position", "for")

    def rotation(self, value: Rotation) -> str:
        """A position to rotate to, with its condition."""
        head = self.words.bracketed(self.words.name(value.position or ""), self.words.text(value.note))
        return self.with_rest(head, value, "position", "note")

    def attachment(self, value: Attachment) -> str:
        """Number and title of an attachment."""
        head = " ".join(part for part in (value.number, self.words.text(value.title)) if part)
        return self.with_rest(head, value, "number", "title")

    def reports(self, value: DeclaredReports) -> str:
        """``3 个岗位，共 12 人：…``, with whatever of it is stated."""
        words = self.words
        line = words.counted("posts", value.posts) if value.posts is not None else ""
        people = words.persons(value.people) if value.people else ""
        if line and people:
            line = words.phrase("posts_and_persons", posts=line, persons=people)
        names = words.names(value.positions)
        line = line or people
        line = words.labelled(line, names) if names and line else names or line
        return self.with_rest(line, value, "positions", "posts", "people")

    def points(self, value: Points) -> str:
        """A titled group of points in one line."""
        words = self.words
        parts = [words.text(value.text), words.sequence(words.text(point) for point in value.points)]
        text, title = " ".join(part for part in parts if part), words.text(value.title)
        return self.with_rest(words.labelled(title, text) if text else title, value, "title", "text", "points")

    def authority(self, value: Authority) -> str:
        """What may be done, with its limit."""
        words = self.words
        limit = words.labelled(words.label(Authority, "limit"), words.text(value.limit)) if value.limit else ""
        text = words.bracketed(words.text(value.text), limit)
        line = words.labelled(words.option(value.act), text) if value.act else text
        return self.with_rest(line, value, "kind", "act", "text", "limit")

    def competence(self, value: Competence) -> str:
        """An ability with its level, behaviour and weight."""
        words = self.words
        marks = [words.text(value.level), words.percent(value.weight) if value.weight else ""]
        head = words.bracketed(words.text(value.name), words.join(marks))
        line = words.labelled(head, words.text(value.text)) if value.text else head
        return self.with_rest(line, value, "kind", "name", "level", "text", "weight")

    def record(self, value: Record) -> str:
        """Any other record: its printed fields with their labels."""
        return self.with_rest("", value)

    def with_rest(self, line: str, record: Record, *covered: str) -> str:
        """``line`` and, with their labels, the printed fields of ``record`` that it does not cover."""
        rest = [self.words.labelled(detail["label"], detail["value"]) for detail in self.details(record, *covered)]
        return self.words.sequence([line, *rest])

    def choices(self, chosen: Option | None, kind: type[Option] | None = None) -> list[dict[str, str]]:
        """All choices with their boxes, the chosen one ticked, as on a printed form."""
        return [
            {"mark": CHECKED if other is chosen else UNCHECKED, "label": self.words.option(other)}
            for other in kind or type(cast(Option, chosen))
        ]

    def details(self, record: Record, *leave_out: str, at: str = "") -> list[dict[str, str]]:
        """The remaining printed fields of a record as label and value: what has no place of its own in a row.

        ``at`` is the path of the record.
        """
        return [
            {
                "label": self.words.label(type(record), info),
                "value": marked(
                    self.one_line(info, value).rstrip("。."), self.path_of_row(value, under(at, info.name))
                ),
                "field": info.name,
            }
            for info, value in record.stated()
            if info.printed and info.name not in leave_out
        ]


def lines_of(text: str, at: str) -> list[str]:
    """The lines of a text, each with its path: several are told apart by their numbers."""
    if "\n" not in text:
        return [marked(text, at)] if at else [text]
    lines = text.split("\n")
    return [marked(line, f"{at}{LINE}{place}") for place, line in enumerate(lines)] if at else lines
