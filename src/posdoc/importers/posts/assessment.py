"""Fills the sheets of indicators by which a position is assessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of, titled
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import Title, data_of, is_nothing, option_of, share_of
from posdoc.model import Dimension, Period

PERIODS = (("month", "月"), ("quarter", "季"), ("half_year", "半年"), ("year", "年"))
_SCORES = re.compile(r"[（(]?\s*(\d{1,3})\s*分?\s*[-–—~至]\s*(\d{1,3})\s*分?\s*[)）]?")


class Indicators:
    """Sets of indicators: ``指标：目标`` line by line, or rows of a table."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._fresh = True

    @property
    def sets(self) -> list[dict[str, Any]]:
        """The sets so far."""
        return self.draft.data.setdefault("kpi_sets", [])  # type: ignore[no-any-return]

    def heading(self, path: str, bit: Bit) -> None:
        """A new set, of the period that its heading names."""
        if path != "kpi_sets":
            return
        self._fresh = True
        period = period_in(bit.text) if bit else None
        if period:
            self._current()["period"] = period
            self._fresh = False

    def _current(self) -> dict[str, Any]:
        if self._fresh and (not self.sets or self.sets[-1].get("kpis")):
            self.sets.append({})
        if not self.sets:
            self.sets.append({})
        self._fresh = False
        return self.sets[-1]

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """The set with its indicators, or a part of the last one."""
        if path.startswith("kpis."):
            self._part(path.partition(".")[2], [bit for bit in bits if bit])
            return
        self.heading(path, bits[0].part(0, 0) if bits else None)  # type: ignore[arg-type]
        for bit in bits:
            if bit and not is_nothing(bit.text):
                self.text(item_of(bit))

    def _part(self, name: str, bits: Sequence[Bit]) -> None:
        kpis = self.sets[-1].get("kpis") if self.sets else None
        value = _value(name, "\n".join(bit.text for bit in bits)) if bits else None
        if not kpis or name == "name":
            self.row({name: bits}, Confidence.LIKELY)
        elif value is not None and "." not in name and name not in kpis[-1]:
            kpis[-1][name] = value
            self.draft.trace(f"kpi_sets[{len(self.sets) - 1}].kpis[{len(kpis) - 1}].{name}", bits, Confidence.LIKELY)

    def text(self, item: Item) -> None:
        """One indicator, with its target behind a colon."""
        if is_nothing(item.text) or item.text.isdigit():
            return
        several = _run_together(item.body)
        if len(several) > 1:
            for bit in several:
                self.row({"name": [bit]}, Confidence.GUESSED)
            return
        if len(item.text) > 80:
            return
        parted = titled(item.body)
        if parted:
            self.row({"name": [parted[0]], "target": [parted[1]]}, Confidence.LIKELY)
        elif len(item.text) <= 30:
            self.row({"name": [item.body]}, Confidence.LIKELY)

    def row(self, cells: Mapping[str, Sequence[Bit]], sure: Confidence = Confidence.CERTAIN) -> None:
        """One indicator with its fields by name, such as ``weight`` and ``targets.month``."""
        found: dict[str, Any] = {}
        used: list[Bit] = []
        for name, bits in cells.items():
            filled = [bit for bit in bits if bit and not is_nothing(bit.text)]
            value = _value(name, "\n".join(bit.text for bit in filled)) if filled else None
            if value is None:
                continue
            *outer, last = name.split(".")
            holder = found
            for step in outer:
                holder = holder.setdefault(step, {})
            holder[last] = value
            used += filled
        if found:
            kpis = self._current().setdefault("kpis", [])
            kpis.append(found)
            self.draft.trace(f"kpi_sets[{len(self.sets) - 1}].kpis[{len(kpis) - 1}]", used, sure)

    def band(self, label: Bit, scores: Bit) -> None:
        """A grading band: 远超目标 and 100-90分, in one text or in two."""
        match = _SCORES.search(scores.text)
        name = _SCORES.sub("", label.text).strip(" （）()[]：:")
        if match and name:
            low, high = sorted((match[1], match[2]), key=int)
            self._current().setdefault("bands", []).append({"label": name, "min": low, "max": high})
            self.draft.trace(f"kpi_sets[{len(self.sets) - 1}].bands", [label, scores], Confidence.LIKELY)


def _run_together(bit: Bit) -> list[Bit]:
    """The parts of a text without signs in which several indicators were run together: …及时率…合格率…满意度."""
    if re.search(r"[。；;，,、:：]", bit.text):
        return [bit]
    cuts = [match.end() for match in re.finditer(r"(?:率|满意度)(?![的低高为])", bit.text)]
    ends = sorted({0, *cuts, len(bit.text)})
    return [bit.part(start, end) for start, end in zip(ends, ends[1:], strict=False)]


def period_in(text: str) -> str | None:
    """The period that a heading names."""
    for choice in Period:
        if choice.label.zh in text or choice.label.en.lower() in text.lower():
            return choice.value
    return next((period for period, sign in PERIODS if f"{sign}度" in text or (sign == "半年" and sign in text)), None)


def _value(name: str, text: str) -> Any:
    if name == "weight":
        return share_of(text)
    if name == "dimension":
        return option_of(Dimension, text)
    if name in ("monitor", "supplied_by"):
        return Title(text.removesuffix("监控").removesuffix("考核").strip())
    if name == "duties":
        return None
    if name.startswith("target"):
        text = re.sub(r"^达到\s*(?=[\d>≥<≤])", "", text).rstrip("；;。 ")
    return data_of(f"kpis.{name}", text)
