"""How the values of a position are written: each declared type in its own way, an unknown record by its labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import (
    Attachment,
    Authority,
    Branch,
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

CHECKED, UNCHECKED = "☑", "□"


class Printer:
    """Writes the values of one position in one language."""

    def __init__(self, organization: Organization, words: Words, position: Position) -> None:
        self.organization = organization
        self.words = words
        self.position = position

    def lines(self, info: FieldInfo, value: Any) -> list[str]:
        """A value as the lines that are printed; a list has one line for each item."""
        if isinstance(value, tuple) and not isinstance(value, PartialDate):
            return [line for item in value for line in self.lines(info, item)]
        if isinstance(value, Ref):
            return [self.reference(info, value)]
        written = self.value(value)
        return written.split("\n") if written else []

    def one_line(self, info: FieldInfo, value: Any) -> str:
        """A value in one line, items separated as the language does it."""
        if isinstance(value, tuple) and value and isinstance(value[0], tuple):
            return self.words.phrase("between").join(self.words.chain(chain) for chain in value)
        return self.words.join(self.lines(info, value))

    def value(self, value: Any) -> str:
        """Anything but a reference, as text."""
        if isinstance(value, bool):
            return CHECKED if value else UNCHECKED
        for kind, write in self._writers().items():
            if isinstance(value, kind):
                return write(value)
        if isinstance(value, Record):
            return self.record(value)
        return str(value)

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
            DottedLine: lambda v: words.bracketed(words.name(v.position), words.text(v.for_)),
            Rotation: lambda v: words.bracketed(words.name(v.position), words.text(v.note)),
            DeclaredReports: self.reports,
            Points: self.points,
            Attachment: lambda v: " ".join(part for part in (v.number, words.text(v.title)) if part),
            Authority: self.authority,
            Competence: self.competence,
            Branch: lambda v: words.name(v.to),
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

    def reports(self, value: DeclaredReports) -> str:
        """``3 个岗位，共 12 人：…``, with whatever of it is known."""
        posts = value.posts if value.posts is not None else len(value.positions)
        names = self.words.names(value.positions)
        people = str(value.people).replace("-", "–") if value.people else ""
        if not people:
            return self.words.phrase("reports_without_count", posts=posts, names=names).rstrip("：: ")
        name = "reports_named" if names else "reports_in_all"
        return self.words.phrase(name, posts=posts, people=people, names=names)

    def points(self, value: Points) -> str:
        """A titled group of points in one line."""
        words = self.words
        parts = [words.text(value.text), words.phrase("between").join(words.text(point) for point in value.points)]
        return words.labelled(words.text(value.title), " ".join(part for part in parts if part)).rstrip("：: ")

    def authority(self, value: Authority) -> str:
        """What may be done, with its limit."""
        words = self.words
        limit = words.labelled(words.label(Authority, "limit"), words.text(value.limit)) if value.limit else ""
        text = words.bracketed(words.text(value.text), limit)
        return words.labelled(words.option(value.act), text) if value.act else text

    def competence(self, value: Competence) -> str:
        """An ability with its level, behaviour and weight."""
        words = self.words
        marks = [words.text(value.level), words.percent(value.weight) if value.weight else ""]
        head = words.bracketed(words.text(value.name), words.join(marks))
        return words.labelled(head, words.text(value.text)) if value.text else head

    def record(self, value: Record) -> str:
        """Any other record: its printed fields with their labels."""
        words = self.words
        parts = [
            words.labelled(words.label(type(value), info), self.one_line(info, part))
            for info, part in value.stated()
            if info.printed
        ]
        return words.phrase("between").join(parts)

    def choices(self, choice: Option) -> list[dict[str, str]]:
        """All choices with their boxes, the chosen one ticked, as on a printed form."""
        return [
            {"mark": CHECKED if other is choice else UNCHECKED, "label": self.words.option(other)}
            for other in type(choice)
        ]

    def details(self, record: Record, *leave_out: str) -> list[dict[str, str]]:
        """The remaining printed fields of a record as label and value: what has no place of its own in a row."""
        return [
            {
                "label": self.words.label(type(record), info),
                "value": self.one_line(info, value).rstrip("。."),
                "field": info.name,
            }
            for info, value in record.stated()
            if info.printed and info.name not in leave_out
        ]
