"""What an assessment says beside its indicators: periods, grading bands, targets by period, composite scores."""

from __future__ import annotations

import re
from typing import Any

from posdoc.importers.posts.details import Detail, details_in, parts_between, parts_listed
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import data_of, option_of, share_of
from posdoc.load.scalars import half_width
from posdoc.model import CompositePartName, Dimension, Period
from posdoc.patterns import pattern

PERIODS = (("month", "月"), ("quarter", "季"), ("half_year", "半年"), ("year", "年"))
_NUMBER = r"\d{1,3}(?:\.\d+)?"
_RANGE = pattern(
    rf"(?P<low>{_NUMBER})\s*分?(?:及以上|以上)?\s*(?:[-–—~至到]|[，,]\s*不满|to under|to)\s*"
    rf"(?P<high>{_NUMBER})\s*(?:分|points?)?(?:以下)?",
    re.IGNORECASE,
)
_FROM = pattern(
    rf"(?:[≥>]=?|不低于|大于|at least)\s*(?P<low>{_NUMBER})\s*(?:分|points?)?"
    rf"|(?P<least>{_NUMBER})\s*(?:分\s*(?:及以上|以上|（含）以上)|分?\s*(?:及以上|以上)|points? or more|or more)",
    re.IGNORECASE,
)
_TO = pattern(
    rf"(?:[≤<]=?|低于|不满|不到|小于|below|under)\s*(?P<high>{_NUMBER})\s*(?:分|points?)?"
    rf"|(?P<most>{_NUMBER})\s*分?\s*(?:以下|及以下)",
    re.IGNORECASE,
)
_ASIDE = pattern(r"\s*[（(](?P<aside>[^()（）]*)[)）]\s*$")
_CODE = pattern(r"[A-Za-z]{1,4}[-.]?\d[\w.-]*|\d{1,2}(?:\.\d{1,2})+")


def period_in(text: str) -> str | None:
    """The period that a heading names."""
    for choice in Period:
        if choice.label.zh in text or choice.label.en.lower() in text.lower():
            return str(choice.value)
    return next((period for period, sign in PERIODS if f"{sign}度" in text or (sign == "半年" and sign in text)), None)


def scores_in(text: str) -> dict[str, str] | None:
    """The lowest and the highest score that a text names: ``90–100 分``, ``80 分及以上，不满 90 分``, ``<60``."""
    plain = re.sub(r"^[（(]|[)）]$", "", half_width(text).strip())
    for form in (_RANGE, _FROM, _TO):
        match = form.fullmatch(plain)
        if match:
            found = match.groupdict()
            low, high = found.get("low") or found.get("least"), found.get("high") or found.get("most")
            if low and high and float(low) > float(high):
                low, high = high, low
            return {name: value for name, value in (("min", low), ("max", high)) if value}
    return None


def bands_in(bit: Bit) -> list[dict[str, str]]:
    """The grading bands of a text: ``优秀：90–100 分；绩效系数 1.2``, one behind the other."""
    bands: list[dict[str, str]] = []
    begins: Bit | None = None
    for part in parts_between(bit):
        label, colon, rest = half_split(part.text)
        scores = scores_in(rest) if colon else None
        if scores is not None:
            bands.append({"label": label, **scores})
            begins = None
        elif bands:
            begins = begins or part
            bands[-1]["consequence"] = Bit(bit.line, begins.start, part.end).text
        else:
            return []
    return bands


def half_split(text: str) -> tuple[str, str, str]:
    """A text before and behind its first colon."""
    match = re.search(r"\s*[:：]\s*", text)
    return (text[: match.start()], match[0], text[match.end() :]) if match else (text, "", "")


def composite_in(bit: Bit) -> list[dict[str, str]]:
    """The parts of a composite score: ``个人绩效 60%（本表得分） + 部门绩效 40%``; none where one is not understood."""
    found = []
    for part in re.split(r"\s*[+＋]\s*", _BLANKS.sub("", bit.text)):
        aside = _ASIDE.search(part)
        head = part[: aside.start()] if aside else part
        match = re.fullmatch(r"(.+?)\s*[×x*]?\s*(\d[\d.]*\s*%)", half_width(head).strip())
        name = option_of(CompositePartName, match[1]) if match else None
        if match is None or name is None:
            return []
        entry = {"part": name, "weight": match[2].replace(" ", "")}
        found.append(entry | ({"formula": aside["aside"].strip()} if aside else {}))
    return found


_BLANKS = pattern(r"\s*+=?\s*+_{2,}")


def explain_composite(parts: list[dict[str, str]], bit: Bit) -> bool:
    """Add how a part of a composite score is obtained, which stands in a line of its own; returns whether it does."""
    name, colon, rest = half_split(bit.text)
    part = option_of(CompositePartName, name) if colon else None
    held = next((one for one in parts if one["part"] == part), None)
    if held is None or not rest:
        return False
    held["formula"] = rest
    return True


def titled_set(bit: Bit) -> dict[str, str]:
    """Title, period and weight of a set of indicators: ``季度业绩考核（季度、权重：60%）``."""
    aside = _ASIDE.search(bit.text)
    if aside is None:
        period = option_of(Period, bit.text)
        return {"period": period} if period else {"title": bit.text}
    found: dict[str, str] = {}
    for part in parts_listed(bit.part(*aside.span("aside"))):
        label, colon, rest = half_split(part.text)
        share, period = share_of(rest) if colon else None, option_of(Period, part.text)
        if share and len(label) <= 12:
            found["weight"] = share
        elif period:
            found["period"] = period
        else:
            return {"title": bit.text}
    title = bit.text[: aside.start()]
    own = option_of(Period, title)
    return ({"period": own} if own else {"title": title}) | found


def targets_in(bit: Bit, labels: Labels) -> tuple[str, str]:
    """The name of a target, and the target: ``target`` and ``≥95%``, or ``targets.month`` of ``月度 ≥94%``."""
    found = labels.starts(bit.text, "kpis")
    if found and found.path.startswith("kpis.targets.") and bit.text[found.length : found.length + 1].isspace():
        return found.path.removeprefix("kpis."), bit.text[found.length :].strip(" :：")
    return "target", bit.text


def named_in(bit: Bit) -> dict[str, str]:
    """The name of an indicator, and its code behind it in brackets."""
    aside = _ASIDE.search(bit.text)
    if aside and _CODE.fullmatch(aside["aside"].strip()):
        return {"name": bit.text[: aside.start()], "number": aside["aside"].strip()}
    return {"name": bit.text}


def dimension_of(text: str) -> str | None:
    """The type of an indicator: 定量, 定性部分, Quantitative indicators."""
    return option_of(Dimension, re.sub(r"\s*(?:部分|指标|类|indicators?|part)$", "", text.strip(), flags=re.IGNORECASE))


def marks_in(bit: Bit) -> dict[str, str]:
    """The code and the type of an indicator in a line below its name: ``A-01``, ``A-01、定性``; nothing for other texts."""
    found: dict[str, str] = {}
    for part in parts_listed(bit):
        dimension = dimension_of(part.text)
        if dimension:
            found["dimension"] = dimension
        elif _CODE.fullmatch(part.text):
            found["number"] = part.text
        else:
            return {}
    return found


def part_in(bit: Bit, labels: Labels) -> dict[str, Any]:
    """A sub-indicator in one text: ``电话回访满意度（≥95%、60%）；指标类型：定量；计算方式：…``."""
    head, *_ = parts_between(bit)
    rest = bit.part(head.end - bit.start).stripped("；;")
    part: dict[str, Any] = {}
    aside = _ASIDE.search(head.text)
    name = head.part(0, aside.start()) if aside else head
    coded = re.match(rf"({_CODE.pattern})\s+(?=\S)", name.text)
    if coded:
        part["number"], name = coded[1], name.part(coded.end())
    part["name"] = name.text
    marks = parts_listed(head.part(*aside.span("aside"))) if aside else []
    if marks and share_of(marks[-1].text) == marks[-1].text:
        part["weight"] = marks.pop().text
    for mark in marks:
        put(part, *targets_in(mark, labels))
    for detail in details_in(rest, labels, "kpis"):
        put(part, detail.path.removeprefix("kpis."), value_of(detail))
    return {name: value for name, value in part.items() if value is not None}


def value_of(detail: Detail) -> Any:
    """What a detail of an indicator says; None where it is not understood."""
    return indicator_value(detail.path.removeprefix("kpis."), detail.value)


def indicator_value(name: str, bit: Bit) -> Any:
    """The value of a field of an indicator that stands in one text."""
    if name == "duties":
        return None
    if name == "bands":
        return bands_in(bit) or None
    if name == "dimension":
        return dimension_of(bit.text)
    return data_of(f"kpis.{name}", bit.text)


def put(holder: dict[str, Any], path: str, value: Any) -> None:
    """Put a value at a path below a record."""
    if value is None:
        return
    *outer, last = path.split(".")
    for step in outer:
        holder = holder.setdefault(step, {})
    holder[last] = value
