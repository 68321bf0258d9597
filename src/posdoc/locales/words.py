"""How values and labels are written in one print language."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from posdoc.locales import locale_of
from posdoc.locales.numerals import chinese_number
from posdoc.model import (
    FieldInfo,
    HeadCount,
    Option,
    Organization,
    PartialDate,
    Percent,
    Record,
    Target,
    Text,
    field_of,
    label_prefix,
)


class Words:
    """Writes values in ``language``; a text that lacks it is written in the workspace's first language."""

    def __init__(self, organization: Organization, language: str) -> None:
        self.organization = organization
        self.language = language
        self.locale = locale_of(language)
        self.overrides = organization.workspace.labels or {}
        self._labels: dict[tuple[type[Record], str], str] = {}
        self._options: dict[tuple[type[Option], str], str] = {}
        self._fixed: dict[str, str] = {}

    def phrase(self, name: str, **values: object) -> str:
        """A phrase of the locale, filled in."""
        if values:
            return self.locale.phrases[name].format(**values)
        if name not in self._fixed:
            self._fixed[name] = self.locale.phrases[name].format()
        return self._fixed[name]

    def text(self, text: Text | None) -> str:
        """A text, or nothing."""
        return text.in_(self.language, self.organization.languages[0]) if text else ""

    def label(self, cls: type[Record], info: FieldInfo | str) -> str:
        """The printed label of a field: the workspace's own, the locale's, or the declared one."""
        key = (cls, info if isinstance(info, str) else info.name)
        if key not in self._labels:
            self._labels[key] = self._label(cls, info)
        return self._labels[key]

    def _label(self, cls: type[Record], info: FieldInfo | str) -> str:
        found = field_of(cls, info) if isinstance(info, str) else info
        assert found is not None, info
        key = f"{label_prefix(cls)}.{found.name}"
        return self.own_label(key) or self.locale.labels.get(key) or found.label.in_(self.language)

    def section(self, name: str) -> str:
        """The title of a section: the workspace's own or the locale's."""
        return self.own_label(f"section.{name}") or self.locale.sections[name]

    def own_label(self, key: str) -> str:
        """The workspace's own label in this language, or nothing; one in another language does not replace the standard one."""
        own = self.overrides.get(key)
        return own.languages.get(self.language, "") if own else ""

    def option(self, choice: Option) -> str:
        """The printed name of a choice: the workspace's own, the locale's, or the declared one."""
        known = (type(choice), choice.value)  # choices of two kinds may have one value, and are equal as texts
        if known not in self._options:
            key = f"{label_prefix(type(choice))}.{choice.value}"
            printed = self.own_label(key) or self.locale.options.get(key) or choice.label.in_(self.language)
            self._options[known] = printed
        return self._options[known]

    def name(self, reference: str) -> str:
        """The printed name of what an id names; the id where there is nothing."""
        return self.text(self.organization.title_of(reference)) or reference

    def names(self, references: Iterable[str]) -> str:
        """Names in a row."""
        return self.join(self.name(reference) for reference in references)

    def join(self, parts: Iterable[str]) -> str:
        """Parts in a row, separated as the language does it: more strongly where a part is such a row itself."""
        stated = [part for part in parts if part]
        separator = self.phrase("list_separator")
        if len(stated) > 1 and any(separator in part for part in stated):
            separator = self.phrase("between")
        return separator.join(stated)

    def is_row(self, text: str) -> bool:
        """Whether a text would be taken for several in a row."""
        return any(self.phrase(name).strip() in text for name in ("list_separator", "between"))

    def sequence(self, parts: Iterable[str]) -> str:
        """Phrases one after another, separated more strongly than what is in a row."""
        return self.phrase("between").join(part for part in parts if part)

    def bracketed(self, text: str, inside: str) -> str:
        """``text`` with ``inside`` in brackets behind it."""
        return f"{text}{self.phrase('open')}{inside}{self.phrase('close')}" if inside else text

    def labelled(self, label: str, value: str) -> str:
        """``label: value``."""
        return f"{label}{self.phrase('colon')}{value}"

    def chain(self, references: Iterable[str]) -> str:
        """A chain of promotion, nearest step first."""
        return self.phrase("arrow").join(self.name(reference) for reference in references)

    def headcount(self, count: HeadCount) -> str:
        """A head count with its measure word."""
        return self.text(count.text) if count.low is None else self.phrase("people", count=str(count).replace("-", "–"))

    def counted(self, name: str, count: object) -> str:
        """A count with its noun: the phrase ``name``, or ``name_one`` for exactly one."""
        return self.phrase(f"{name}_one" if str(count) == "1" else name, count=count)

    def persons(self, count: HeadCount) -> str:
        """A head count in a sentence: ``12 people``."""
        return self.text(count.text) if count.low is None else self.counted("persons", str(count).replace("-", "–"))

    def percent(self, percent: Percent) -> str:
        """A percentage, a range with an en dash."""
        return str(percent).replace("-", "–")

    def target(self, target: Target) -> str:
        """A target as it was written."""
        return self.text(target.text)

    def decimal(self, number: Decimal) -> str:
        """A number without needless zeros."""
        return format(number.normalize(), "f")

    def date(self, date: PartialDate) -> str:
        """A date as precisely as it is known."""
        name = "date_day" if date.day else "date_month" if date.month else "date_year"
        month_name = self.locale.months[date.month - 1] if self.locale.months and date.month else ""
        return self.phrase(name, year=date.year, month=date.month, day=date.day, month_name=month_name)

    def chinese(self, number: int) -> str:
        """A number in Chinese characters."""
        return chinese_number(number)

    def outline_number(self, path: tuple[int, ...]) -> str:
        """The number of an entry in an outline, by its place on each level: 一、, （一）, 1. in Chinese, 1.2.3 else."""
        *above, number = path
        whole = ".".join(str(part) for part in (*above, number) if part)
        depth = min(len(path), 3)
        return self.phrase(f"outline_{depth}", number=number, chinese=chinese_number(number), path=whole)

    def form_title(self, form: str) -> str:
        """The title of a document on a form of this kind, such as 岗位说明书."""
        known = f"title_{form}" in self.locale.phrases
        return self.phrase(f"title_{form}") if known else self.phrase("job_description")

    def section_number(self, number: int) -> str:
        """The number before the title of a section."""
        return self.phrase("section_number", number=number, chinese=chinese_number(number))
