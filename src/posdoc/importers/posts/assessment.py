"""Fills the sheets of indicators by which a position is assessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from posdoc.importers.posts.details import details_in, parts_listed
from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.indicator_lines import indicator_in, indicators_listed, weight_of
from posdoc.importers.posts.items import Item, item_of, titled
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.scores import (
    bands_in,
    composite_in,
    dimension_of,
    explain_composite,
    indicator_value,
    marks_in,
    named_in,
    part_in,
    period_in,
    put,
    scores_in,
    targets_in,
    titled_set,
)
from posdoc.importers.posts.values import Title, data_of, is_nothing
from posdoc.patterns import pattern

_LONGEST_NAME = 30
_LONGEST_TARGET = 24
_SCORES = pattern(r"[（(]?\s*(\d{1,3})\s*分?\s*[-–—~至]\s*(\d{1,3})\s*分?\s*[)）]?")
_OF_SET = {
    "kpis.bands": "bands",
    "kpi_sets.composite": "composite",
    "kpi_sets.notes": "notes",
    "kpi_sets.period": "period",
}


class Indicators:
    """Sets of indicators: ``指标：目标`` line by line, or rows of a table; and what is said of each set."""

    def __init__(self, draft: Draft, labels: Labels) -> None:
        self.draft = draft
        self._labels = labels
        self._fresh = True
        self._dimension = ""
        self._part = ""
        """The part of the set that follows: its bands, its composite score, its notes."""

    @property
    def sets(self) -> list[dict[str, Any]]:
        """The sets so far."""
        return self.draft.data.setdefault("kpi_sets", [])  # type: ignore[no-any-return]

    @property
    def at(self) -> str:
        """The path of the last set."""
        return f"kpi_sets[{len(self.sets) - 1}]"

    def heading(self, path: str, bit: Bit) -> None:
        """A new set, of the period that its heading names; or a part of the last one."""
        self._part = _OF_SET.get(path, "")
        if path != "kpi_sets":
            return
        self._fresh = True
        period = period_in(bit.text) if bit else None
        if period:
            self._current()["period"] = period
            self._fresh = False

    def begin(self, bit: Bit) -> None:
        """A set with a title of its own above its indicators."""
        self._part = self._dimension = ""
        if not (self.sets and self._fresh and not self.sets[-1].get("kpis") and "title" not in self.sets[-1]):
            self.sets.append({})
        found = titled_set(bit)
        if (self._labels.find(found.get("title", ""), "kpis") or "").startswith("kpis."):
            del found["title"]
        period = period_in(bit.text)
        self.sets[-1] |= {"period": period} | found if period else found
        self.draft.trace(self.at, [bit], Confidence.LIKELY)
        self._fresh = False

    def group(self, bit: Bit) -> bool:
        """The type of the indicators that follow; returns whether the text names one."""
        self._dimension = dimension_of(bit.text) or ""
        if self._dimension:
            bit.take()
        return bool(self._dimension)

    def _current(self) -> dict[str, Any]:
        if self._fresh and (not self.sets or self.sets[-1].get("kpis")):
            self.sets.append({})
        if not self.sets:
            self.sets.append({})
        self._fresh = False
        return self.sets[-1]

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """The set with its indicators, a part of it, or a part of the last indicator."""
        filled = [bit for bit in bits if bit and not is_nothing(bit.text)]
        if path in _OF_SET:
            self._part = _OF_SET[path]
            for bit in filled:
                self._of_set(bit)
            if filled and self._part in ("notes", "period"):
                self._part = ""
            return
        if path.startswith("kpis."):
            self._of_last(path.partition(".")[2], filled)
            return
        self.heading(path, bits[0].part(0, 0) if bits else None)  # type: ignore[arg-type]
        for bit in filled:
            self.text(item_of(bit))

    def _of_set(self, bit: Bit) -> bool:
        """Fill a part of the last set from one text."""
        held = self.sets[-1] if self.sets else self._current()
        if self._part == "notes":
            held["notes"] = f"{held['notes']}\n{bit.text}" if "notes" in held else bit.text
        elif self._part == "period":
            period = period_in(bit.text)
            if period:
                held["period"] = period
        else:
            found = bands_in(bit) if self._part == "bands" else composite_in(bit)
            held.setdefault(self._part, []).extend(found)
            if not found and not (self._part == "composite" and explain_composite(held["composite"], bit)):
                return False
        self.draft.trace(f"{self.at}.{self._part}", [bit], Confidence.CERTAIN)
        return True

    def _of_last(self, name: str, bits: Sequence[Bit]) -> None:
        kpis = self.sets[-1].get("kpis") if self.sets else None
        value = _value(name, bits) if bits else None
        if not kpis or name == "name":
            self.row({name: bits}, Confidence.LIKELY)
        elif value is not None and "." not in name and name not in kpis[-1]:
            kpis[-1][name] = value
            self.draft.trace(f"{self.at}.kpis[{len(kpis) - 1}].{name}", bits, Confidence.LIKELY)

    def is_description(self, item: Item) -> bool:
        """Whether a text describes what is assessed, under a title, instead of naming an indicator with its target."""
        if item.kind or item.is_heading or self._part:
            return False
        parted = titled(item.body)
        if parted:
            return len(parted[1].text) > _LONGEST_TARGET and parted[1].text.endswith("。")
        return len(item.text) > 2 and item.text.endswith((":", "："))

    def text(self, item: Item) -> None:
        """A part of a set below its label; or one indicator, with its target behind a colon."""
        if is_nothing(item.text) or item.text.isdecimal():
            return
        if self._part and self._of_set(item.body):
            return
        if item.is_heading and not item.kind:
            self.begin(item.body)
            return
        found = indicator_in(item.body)
        if found and len(found["name"][0].text) <= _LONGEST_NAME:
            self.row(found, Confidence.LIKELY)
            return
        several = indicators_listed(item.body.stripped("；;。")) or _run_together(item.body)
        if len(several) > 1:
            for bit in several:
                self.row({"name": [bit]}, Confidence.GUESSED)
            return
        if len(item.text) > 80 or (not item.kind and item.text.endswith("。")):
            return
        parted = titled(item.body)
        if parted:
            self.row({"name": [parted[0]], "target": [parted[1]]}, Confidence.LIKELY)
        elif len(item.text) <= _LONGEST_NAME:
            self.row({"name": [item.body]}, Confidence.LIKELY)

    def row(self, cells: Mapping[str, Sequence[Bit]], sure: Confidence = Confidence.CERTAIN) -> None:
        """One indicator with its fields by name, such as ``weight`` and ``targets.month``."""
        found: dict[str, Any] = {}
        used: list[Bit] = []
        for name, bits in cells.items():
            filled = [bit for bit in bits if bit and not is_nothing(bit.text)]
            if name == "name":
                used += self._name(found, filled)
            elif name == "target" and len(filled) > 1 and all(len(bit.text) <= 30 for bit in filled):
                used += self._targets(found, filled)
            else:
                own = self._without_details(found, filled)
                value = _value(name, own) if own else None
                put(found, name, value)
                used += filled if value is not None else []
        if found:
            if self._dimension:
                found.setdefault("dimension", self._dimension)
            kpis = self._current().setdefault("kpis", [])
            kpis.append(found)
            self.draft.trace(f"{self.at}.kpis[{len(kpis) - 1}]", used, sure)

    def go_on(self, cells: Mapping[str, Sequence[Bit]]) -> None:
        """A row below that of the last indicator: further lines of its texts. What is a number there stays unread."""
        kpis = self.sets[-1].get("kpis") if self.sets else None
        for name in ("criteria", "formula", "source", "target"):
            filled = [bit for bit in cells.get(name, ()) if not is_nothing(bit.text)]
            text = "\n".join(bit.text for bit in filled)
            if kpis and text:
                kpis[-1][name] = f"{kpis[-1][name]}\n{text}" if name in kpis[-1] else text
                self.draft.trace(f"{self.at}.kpis[{len(kpis) - 1}].{name}", filled, Confidence.CERTAIN)

    def sub_row(self, cells: Mapping[str, Sequence[Bit]]) -> None:
        """A sub-indicator in a row below its indicator, its number and its weight in brackets."""
        kpis = self.sets[-1].get("kpis") if self.sets else None
        if not kpis:
            return
        self.row(cells)
        part = self.sets[-1]["kpis"].pop()
        number = part.get("number", "").strip("（）()")
        if number.isdecimal():
            part.pop("number", None)
        elif number:
            part["number"] = number
        kpis[-1].setdefault("parts", []).append(part)

    def details(self, bit: Bit) -> bool:
        """Labelled details of the last indicator or sub-indicator in one text; returns whether it was that."""
        details = details_in(bit, self._labels, "kpis")
        kpis = self.sets[-1].get("kpis") if self.sets and details else None
        if not kpis:
            return False
        last = kpis[-1]["parts"][-1] if kpis[-1].get("parts") else kpis[-1]
        for detail in details:
            name = detail.path.partition(".")[2]
            detail.label.label()
            put(last, name, _value(name, [detail.value]))
            self.draft.trace(f"{self.at}.kpis[{len(kpis) - 1}].{name}", [detail.value], Confidence.CERTAIN)
        return True

    def _without_details(self, found: dict[str, Any], bits: Sequence[Bit]) -> list[Bit]:
        """The lines of a cell without those behind the first that are labelled details, which are noted."""
        own = [*bits[:1]]
        for bit in bits[1:]:
            details = details_in(bit, self._labels, "kpis")
            for detail in details:
                detail.label.label()
                put(found, detail.path.partition(".")[2], _value(detail.path.partition(".")[2], [detail.value]))
            own += [] if details else [bit]
        return own

    def _name(self, found: dict[str, Any], bits: Sequence[Bit]) -> list[Bit]:
        """The name of an indicator, with its sub-indicators and labelled details in the lines below it."""
        lead: list[Bit] = []
        used: list[Bit] = []
        for bit in bits:
            details = details_in(bit, self._labels, "kpis") if lead else []
            if details:
                for detail in details:
                    detail.label.label()
                    value = _value(detail.path.partition(".")[2], [detail.value])
                    put(found, detail.path.partition(".")[2], value)
                    used += [detail.value] if value is not None else []
            elif lead and item_of(bit).kind:
                found.setdefault("parts", []).append(part_in(item_of(bit).body, self._labels))
                used.append(item_of(bit).body)
            else:
                lead.append(bit)
        for bit in lead[1:]:
            marks = marks_in(bit)
            if marks:
                found |= marks
                used.append(bit)
                lead.remove(bit)
        if len(lead) == 1:
            found.update(named_in(lead[0]) | {name: found[name] for name in ("number",) if name in found})
        elif lead:
            found["name"] = "\n".join(bit.text for bit in lead)
        return [*lead, *used]

    def _targets(self, found: dict[str, Any], bits: Sequence[Bit]) -> list[Bit]:
        """A target with those of the periods below it; without them its lines are one text."""
        named = [targets_in(bit, self._labels) for bit in bits]
        if not any(name != "target" for name, _ in named):
            put(found, "target", _value("target", bits))
            return [*bits]
        for name, text in named:
            put(found, name, text)
        return [*bits]

    def band(self, label: Bit, scores: Bit) -> bool:
        """A grading band: 远超目标 and 100-90分, in one text or in two; returns whether it was one."""
        match = _SCORES.search(scores.text)
        name = _SCORES.sub("", label.text).strip(" （）()[]：:")
        if match is None or not name:
            return False
        low, high = sorted((match[1], match[2]), key=int)
        self._put_band({"label": name, "min": low, "max": high}, [label, scores])
        return True

    def band_line(self, label: Bit, scores: Bit) -> bool:
        """Bands in a line of text; returns whether it was that."""
        if label.line is not scores.line or not self.sets:
            return False
        whole = Bit(label.line, label.start, scores.end)
        bands = bands_in(whole)
        for band in bands:
            self._put_band(band, [whole])
        return bool(bands)

    def band_row(self, cells: Mapping[str, Sequence[Bit]]) -> None:
        """A band in a row of a table: its name behind a box, its scores, what follows from it."""
        label, score = cells.get("label", []), cells.get("score", [])
        scores = scores_in(score[0].text) if score else None
        if not label or scores is None:
            return
        consequence = "\n".join(bit.text for bit in cells.get("consequence", []) if not is_nothing(bit.text))
        name = label[0].stripped("□☐○☑ ")
        entry = {"label": name.text, **scores, **({"consequence": consequence} if consequence else {})}
        self._put_band(entry, [name, *score, *cells.get("consequence", [])])

    def _put_band(self, entry: dict[str, str], bits: Sequence[Bit]) -> None:
        bands = self._current().setdefault("bands", [])
        held = next((band for band in bands if band["label"] == entry["label"]), None)
        if held is None:
            bands.append(entry)
        else:
            held.update(entry)
        self.draft.trace(f"{self.at}.bands", bits, Confidence.LIKELY)

    def finish(self) -> None:
        """Leave out sets without indicators: what was read of them counts as unread."""
        sets = self.draft.data.pop("kpi_sets", [])
        kept = [{name: value for name, value in one.items() if value} for one in sets if one.get("kpis")]
        places = iter(range(len(kept)))
        self.draft.rename("kpi_sets", [next(places) if one.get("kpis") else None for one in sets])
        if kept:
            self.draft.data["kpi_sets"] = kept


def _run_together(bit: Bit) -> list[Bit]:
    """The parts of a text without signs in which several indicators were run together: …及时率…合格率…满意度."""
    if re.search(r"[。；;，,、:：]", bit.text):
        return [bit]
    cuts = [match.end() for match in re.finditer(r"(?:率|满意度)(?![的低高为])", bit.text)]
    ends = sorted({0, *cuts, len(bit.text)})
    return [bit.part(start, end) for start, end in zip(ends, ends[1:], strict=False)]


def _value(name: str, bits: Sequence[Bit]) -> Any:
    text = "\n".join(bit.text for bit in bits)
    if name == "weight":
        return weight_of(text)
    if name == "dimension":
        return dimension_of(text)
    if name == "duties":
        return [Title(part.text) for bit in bits for part in parts_listed(bit)]
    if name in ("monitor", "supplied_by"):
        return Title(text.removesuffix("监控").removesuffix("考核").strip())
    if name == "bands":
        return indicator_value(name, bits[0])
    if name.startswith("target"):
        text = re.sub(r"^达到\s*(?=[\d>≥<≤])", "", text).rstrip("；;。 ")
    return data_of(f"kpis.{name}", text)
