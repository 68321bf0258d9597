"""From what a form says to what a definition holds: boxes, shares, dates, numbers of people, names of positions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from posdoc.load.scalars import boolean_of, date_of, decimal_of, half_width, integer_of, may_be_headcount, percent_of
from posdoc.model import (
    HeadCount,
    Option,
    PartialDate,
    Percent,
    Position,
    Record,
    Ref,
    Target,
    Text,
    field_of,
    types_of,
)
from posdoc.model.kpi import Kpi
from posdoc.patterns import pattern

NOTHING = pattern(r"[\s/／—–\-－_＿…⋯.。]*|无|没有|暂无|none|n/a|nil|空白?", re.IGNORECASE)
TICKED, EMPTY = "√✓✔☑☒■●◉◼", "□☐○◯◻▢"
_TICK_IN_BRACKETS = pattern(rf"[(（【\[]\s*(?:[{TICKED}]|[vVxX×])\s*[)）】\]]")
_EMPTY_IN_BRACKETS = pattern(r"[(（【\[]\s*[)）】\]]")
_SPLIT = pattern(r"\s*[、，,;；/／\n]\s*|\s+(?:and|or)\s+")
_ARROW = pattern(r"\s*(?:→|⟶|➔|➜|—+>|-+>|=+>|>{1,2}|›|⇒|-{3,}|—{2,})\s*")
_ASIDE = pattern(r"^(.*?)\s*[（(]([^（()）]*)[)）]\s*$", re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMED = pattern(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+)?(?P<month>(?:{'|'.join(_MONTHS)})[a-z]*)\.?[\s-]+"
    r"(?:(?P<last>\d{1,2})(?:st|nd|rd|th)?,\s*)?(?P<year>\d{4})",
    re.IGNORECASE,
)
"""A date with the name of the month: 1 March 2026, March 1, 2026, 01-Mar-2026, March 2026."""
_DAY_FIRST = pattern(r"(?P<one>\d{1,2})(?P<sign>[./])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4})")
_HEADCOUNT = pattern(r"\d+(-\d+)?|[^\d%①-⑳]{1,8}")
_SHARE = pattern(r"\d+(?:\.\d+)?\s*(?:%?\s*[-–—~至]\s*\d+(?:\.\d+)?\s*)?%")
_ABOUT = pattern(
    r"(?:大?约|占|左右|上下|工作|时间|出差|总|全部|的|百分|比例?|比重|权重|about|approximately|approx|around|of|the|working|time"
    r"|travel|weight|share|[\W_])*",
    re.IGNORECASE,
)
"""The words around a share that say nothing more."""
_FRACTION = pattern(r"0?\.\d{1,6}")
"""A share as a workbook holds it that has no format for percentages: 0.25."""
_PEOPLE = pattern(r"(?:约|共|各)?\s*(\d{1,5})(?:\s*[-–—~至到]\s*(\d{1,5}))?\s*(?:人|名|个|位)?")


class Title(str):
    """The name of a position, a unit or a party as a form has it, which has yet to be found by its id."""

    __slots__ = ()


def is_nothing(text: str) -> bool:
    """Whether a form says that there is nothing: an empty field, a slash, a line, 无."""
    first = text.strip()[:1]
    if "\u3400" <= first <= "\u9fff" and first not in "无没暂空":
        return False
    return NOTHING.fullmatch(half_width(text)) is not None


def is_left_out(text: str) -> bool:
    """Whether a form says nothing of a requirement; 无 says that there is none."""
    return is_nothing(text) and text.strip() != "无"


def names_in(text: str, *, of_parties: bool = False) -> list[Title]:
    """The names that a text lists; those that say that there is none are left out. Where they are ``of_parties``, a team
    is one of its own, and not the place of the position named before it.
    """
    found = _split(text.strip())
    parts = (part.strip(" 。.") for part in (found if of_parties else _with_places(found)))
    return [Title(part) for part in parts if part and not is_nothing(part)]


def is_name(text: str) -> bool:
    """Whether a text can be the name of a position, or some of them with arrows between them."""
    return all(len(step) <= (60 if step.isascii() else 30) for step in steps_in(text)) and not re.search(
        r"[。；;]", text
    )


_PLACE = pattern(
    r"[A-Z][\w .&'’-]* (?:Office|Branch|Region|Area|Centre|Center|Site|Plant|Store|Group|Team|Department|Division)"
    r"(?: ?\(.*\))?"
)
"""What stands behind the comma in the name of a position: Service Supervisor, East China Office."""


def _with_places(parts: Sequence[str]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if found and _PLACE.fullmatch(part) and not _PLACE.fullmatch(found[-1]):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def _split(text: str) -> list[str]:
    """The parts of a list; what stands in brackets stays whole."""
    if not re.search(r"[（(]", text):
        return _SPLIT.split(text)
    parts, start = [], 0
    for match in _SPLIT.finditer(text):
        before = text[start : match.start()]
        if len(re.findall(r"[（(]", before)) <= len(re.findall(r"[）)]", before)):
            parts.append(before)
            start = match.end()
    return [*parts, text[start:]]


def with_aside(text: str) -> tuple[str, str]:
    """A name and what stands in brackets behind it."""
    match = _ASIDE.match(text.strip())
    return (match[1].strip(), match[2].strip()) if match and match[1] else (text.strip(), "")


def steps_in(text: str) -> list[str]:
    """The parts of a text between arrows, however they are drawn; one part where there is no arrow."""
    parts = [part.strip(" 。.;；") for part in _ARROW.split(text.replace("\n", " "))]
    return [part for part in parts if part]


def has_arrow(text: str) -> bool:
    """Whether a text is a chain of steps."""
    return len(steps_in(text)) > 1


def chosen(text: str, choices: Sequence[str]) -> str | None:
    """Which of some choices is ticked in a text that lists them with boxes, or which alone it names."""
    plain = "".join(_with_boxes(text).split())
    has_boxes = any(sign in plain for sign in TICKED + EMPTY)
    found = [choice for choice in sorted(choices, key=len, reverse=True) if _is_chosen(plain, choice, has_boxes)]
    longest = [one for one in found if not any(one != other and one in other for other in found)]
    return longest[0] if len(longest) == 1 else None


def has_boxes(text: str) -> bool:
    """Whether a text has boxes, ticked or not."""
    marked = _with_boxes(text)
    return any(sign in marked for sign in TICKED + EMPTY)


def _with_boxes(text: str) -> str:
    """The text with a box in place of brackets that are empty, or have nothing in them but a tick."""
    if not any(bracket in text for bracket in "(（【["):
        return text
    return _EMPTY_IN_BRACKETS.sub("□", _TICK_IN_BRACKETS.sub("☑", text))


def _is_chosen(plain: str, choice: str, has_boxes: bool) -> bool:
    word = re.escape(re.sub(r"\s+", "", choice))
    if not has_boxes:
        return re.fullmatch(rf"{word}[。.]?", plain, re.IGNORECASE) is not None
    before = rf"(?:^|[^{TICKED}{EMPTY}\w])?[{TICKED}]{word}(?![\w]*[{TICKED}{EMPTY}]$)"
    after = rf"{word}[{TICKED}]"
    boxes_lead = re.match(rf"[{TICKED}{EMPTY}]", plain) is not None
    return re.search(before if boxes_lead else after, plain, re.IGNORECASE) is not None


def people_of(text: str) -> str:
    """A number of people as a definition has it: ``3``, ``2-3``, or the words (数名)."""
    plain = half_width(text)
    match = _PEOPLE.fullmatch(plain)
    if match:
        return f"{int(match[1])}-{int(match[2])}" if match[2] else str(int(match[1]))
    return plain


def is_headcount(text: str) -> bool:
    """Whether a text that ``people_of`` gives can be a number of people: digits, a range, or a few words without any."""
    return _HEADCOUNT.fullmatch(half_width(text)) is not None and may_be_headcount(text)


def share_of(text: str) -> str | None:
    """A percentage as a definition has it, also out of words such as 约占 50 %; None where there is not exactly one, or
    where the words say more.
    """
    plain = half_width(text).replace("％", "%")
    if percent_of(plain):
        plain = re.sub(r"\s+", "", plain)
        return plain if "%" in plain else f"{plain}%"
    if _FRACTION.fullmatch(plain):
        return f"{Decimal(plain) * 100:f}".rstrip("0").rstrip(".") + "%"
    found = [*_SHARE.finditer(plain)]
    if len(found) != 1 or not _ABOUT.fullmatch(_SHARE.sub("", plain)):
        return None
    only = re.sub(r"\s+", "", found[0][0])
    return only if percent_of(only) else None


def data_of(path: str, text: str) -> Any:
    """What the field at a path of a position holds when a form says ``text``; None where it cannot be that."""
    declared = _declared(path)
    single, listed = _parts(declared)
    if single is None:
        return None
    if listed:
        return [one for one in _entries(single, text) if one] or None
    return _single(single, text)


def _entries(kind: Any, text: str) -> list[Any]:
    if isinstance(kind, type) and issubclass(kind, Ref):
        return list(names_in(text))
    return [line for line in (line.strip() for line in text.split("\n")) if line]


def _single(kind: Any, text: str) -> Any:
    plain = half_width(text)
    if not isinstance(kind, type):
        return None
    if issubclass(kind, Option):
        return option_of(kind, text)
    if kind is Ref:
        return Title(text.strip())
    if kind is HeadCount:
        people = people_of(text)
        return people if is_headcount(people) else None
    if kind is Percent:
        return share_of(text)
    if kind is PartialDate:
        return _date(plain)
    if kind in (Text, str, Target):
        return text.strip()
    if kind is bool:
        return {"是": "true", "否": "false", "yes": "true", "no": "false"}.get(
            plain.lower(), boolean_of(plain) and plain
        )
    if kind is int:
        return plain if integer_of(plain) is not None else None
    return plain if decimal_of(plain) is not None else None


def _date(plain: str) -> str | None:
    written = _MONTH_NAMED.fullmatch(plain.strip())
    if written:
        month = [*_MONTHS].index(written["month"][:3].lower()) + 1
        day = written["day"] or written["last"]
        plain = f"{written['year']}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    found = date_of(_year_first(re.sub(r"\s+", "", plain)))
    return str(found) if found else None


def _year_first(plain: str) -> str:
    """A date with the year at its end the other way round: 12.05.2026 has the day first; 18/09/2026 and 09/18/2026 tell by
    themselves, and 05/09/2026 stays as it is, since nobody knows.
    """
    match = _DAY_FIRST.fullmatch(plain)
    if match is None:
        return plain
    one, two = int(match["one"]), int(match["two"])
    if match["sign"] == "/" and one <= 12 and two <= 12 and one != two:
        return plain
    month, day = (one, two) if two > 12 else (two, one)
    return f"{match['year']}-{month:02d}-{day:02d}"


def option_of(kind: type[Option], text: str) -> str | None:
    """The choice that a text names or ticks."""
    for language in ("zh", "en"):
        labels = {(one.label.zh if language == "zh" else one.label.en): str(one.value) for one in kind}
        found = chosen(text, list(labels))
        if found:
            return labels[found]
    return None


@cache
def _declared(path: str) -> Any:
    """The declared type of the field at a path of a position, such as ``conditions.hours``."""
    cls: Any = Kpi if path.startswith("kpis.") else Position
    steps = path.removeprefix("kpis.").split(".")
    for step in steps[:-1]:
        cls, _ = _parts(types_of(cls).get(_attribute(cls, step)))
        if not (isinstance(cls, type) and issubclass(cls, Record)):
            return None
    name = _attribute(cls, steps[-1])
    return types_of(cls).get(name) if name else None


def _attribute(cls: type, name: str) -> str:
    info = field_of(cls, name)
    return info.attribute if info else ""


def _parts(declared: Any) -> tuple[Any, bool]:
    """The type of an entry, and whether there may be several."""
    if get_origin(declared) in (Union, UnionType):
        declared = next(part for part in get_args(declared) if part is not type(None))
    if get_origin(declared) is tuple:
        return get_args(declared)[0], True
    return declared, False


@cache
def is_text(path: str) -> bool:
    """Whether the field at the path of a trace, such as ``duties[2].text``, holds a text as it was written."""
    plain = re.sub(r"\[\d+\]", "", path)
    if plain.startswith("kpi_sets.kpis."):
        plain = plain.removeprefix("kpi_sets.")
    single, _ = _parts(_declared(plain))
    return single is Text
