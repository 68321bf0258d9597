"""The filters of forms: how a value is written. Each takes one value at most and gives a text.

They see texts, lists and dicts only; what they make is never longer than what they are given and their one value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import Undefined

from posdoc.locales.numerals import chinese_number
from posdoc.phrases import Phrase

TICKED, EMPTY = "☑", "□"
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_NUMBER = re.compile(r"\s*0*(\d{1,4})\s*")
_SHARE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:[-–—~～至]\s*(\d+(?:\.\d+)?))?\s*")
_BETWEEN = re.compile(r"\s*[、，,；;/|\n]\s*")
_BETWEEN_LINES = re.compile(r"\s*[、；;\n]\s*")


def join(values: Sequence[Any], separator: str = "、") -> str:
    """The items of a list in a row; a text stays as it is."""
    if isinstance(values, str):
        return values
    if isinstance(values, Mapping):
        raise TypeError("no list")
    return str(separator).join(str(value) for value in values)


def date(value: Any, style: str = "") -> str:
    """A date such as ``2026-03-01`` as 2026年3月1日, or ``iso``, ``slash``, ``month``; anything else stays as it is."""
    text = str(value)
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return text
    year, *rest = (int(part) for part in match.groups() if part)
    if style == "iso":
        return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])
    if style == "slash":
        return "/".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])
    parts = (year, *(rest[:1] if style == "month" else rest))
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def chinese(value: Any) -> str:
    """A whole number up to 9999 in Chinese: 十二. Anything else stays as it is."""
    text = str(value)
    match = _NUMBER.fullmatch(text)
    return chinese_number(int(match[1])) if match else text


def percent(value: Any) -> str:
    """``30`` as 30%, ``35-40`` as 35–40%. What has its sign already, or is no share, stays as it is."""
    text = str(value)
    match = _SHARE.fullmatch(text)
    if match is None:
        return text
    return f"{match[1]}–{match[2]}%" if match[2] else f"{match[1]}%"


def boxes(value: Any, choices: str = "") -> str:
    """Choices with their boxes: ``☑ 一般  □ 舒适``.

    ``value`` are choices with their marks, or a text; then ``choices`` are what there is to choose from, separated by 、.
    """
    if isinstance(value, Undefined | str) or value is None:
        text = str("" if value is None else value).strip()
        chosen, known = _names(text), _names(str(choices)) or [text] * bool(text)
        marked = [(TICKED if name in chosen or name == text else EMPTY, name) for name in known]
    else:
        marked = [(str(one["mark"]), str(one["label"])) for one in value]
    return "  ".join(f"{mark} {label}" for mark, label in marked)


def _names(text: str) -> list[str]:
    return [name for name in _BETWEEN.split(text.strip()) if name]


def lines(value: Any, separator: str = "") -> str:
    """The items of a list, or of a text with 、 ； or ``separator`` between them, below one another."""
    if isinstance(value, Undefined | str):
        text = str(value)
        parts = text.split(str(separator)) if separator else _BETWEEN_LINES.split(text)
        return "\n".join(part.strip() for part in parts if part.strip())
    if isinstance(value, Mapping):
        raise TypeError("no list")
    return "\n".join(str(one) for one in value)


FILTERS: dict[str, Callable[..., str]] = {
    "join": join, "date": date, "chinese": chinese, "percent": percent, "boxes": boxes, "lines": lines,
}  # fmt: skip
"""By the name that an author writes."""
MEANINGS: dict[str, Phrase] = {
    "join": Phrase("把列表写成一行，默认用 、 分隔：{{ duty.tasks|join(\"；\") }}",
                   "a list in a row, with 、 unless it is said what else: {{ duty.tasks|join(\"; \") }}"),
    "date": Phrase("日期：{{ dates.effective|date }} 为 2026年3月1日；可写 \"iso\"、\"slash\"、\"month\"",
                   "a date: {{ dates.effective|date }} is 2026年3月1日; or \"iso\", \"slash\", \"month\""),
    "chinese": Phrase("数字写成汉字：12 为 十二", "a number in Chinese: 12 is 十二"),
    "percent": Phrase("加百分号：35-40 为 35–40%", "with a percent sign: 35-40 is 35–40%"),
    "boxes": Phrase("选项方框：{{ boxes.environment|boxes }}，或 {{ 字段|boxes(\"舒适、一般\") }}",
                    "boxes of choices: {{ boxes.environment|boxes }}, or {{ field|boxes(\"good, fair\") }}"),
    "lines": Phrase("列表或用 、；分隔的文字，一项一行", "a list, or a text with 、 or ; between its parts, one below another"),
}  # fmt: skip
"""What each does, with an example."""
