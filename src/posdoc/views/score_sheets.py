"""The scorecard of a position with its weights, bands and parts as numbers, to be worked out as scores are filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from posdoc.locales.words import Words
from posdoc.model import CompositePartName, Kpi, KpiSet, Organization, Percent, Position, Ref
from posdoc.views.assessment import full_kpi, view_bands
from posdoc.views.printer import Printer
from posdoc.views.scorecard import PLACES, view_scorecard
from posdoc.views.sections import Presentation

HIGHEST = 100.0
"""The highest score, where the bands of a sheet do not go beyond it."""


class Measure(NamedTuple):
    """An indicator, or a sub-indicator (``depth`` above 0), in one line of a sheet."""

    depth: int
    group: str
    """The kind of the indicators that begin here; mostly empty."""
    number: str
    name: str
    formula: str
    criteria: str
    targets: tuple[str, ...]
    """One for each column of targets."""
    weight: float | str | None
    """A part of one; a text for a range, None where none is stated."""
    parts: tuple[int, ...]
    """The places of its sub-indicators in the sheet, where each has a weight, so that its score follows from theirs."""


class Grading(NamedTuple):
    """One band: from ``low`` up to but not including ``high``; the highest one includes it."""

    label: str
    low: float | None
    high: float | None
    consequence: str


class Share(NamedTuple):
    """One part of a score that is made of several, with its weight as a part of one, and what is said of it."""

    title: str
    explanation: str
    weight: float | str | None
    is_own: bool
    """Whether it is the score of the sheet itself; others are filled in."""


class ScoreSheet(NamedTuple):
    """One set of indicators."""

    title: str
    heads: dict[str, str]
    """The labels of the columns: number, name, formula, criteria, weight, bands, composite …"""
    target_heads: tuple[str, ...]
    measures: tuple[Measure, ...]
    bands: tuple[Grading, ...]
    """From the lowest to the highest; those without a number come first."""
    composite: tuple[Share, ...]
    remarks: tuple[str, ...]
    weight: float | str | None

    @property
    def highest(self) -> float:
        """The highest score that there can be."""
        return max([HIGHEST, *(band.high for band in self.bands if band.high is not None)])

    @property
    def is_graded(self) -> bool:
        """Whether a score falls into a band by its number."""
        return bool(self.bands) and all(band.low is not None or band.high is not None for band in self.bands)

    @property
    def first(self) -> tuple[int, ...]:
        """The places of the indicators themselves."""
        return tuple(place for place, one in enumerate(self.measures) if not one.depth)


class ScoreCard(NamedTuple):
    """All sets of one position."""

    position: Position
    title: str
    department: str
    assessor: str
    labels: dict[str, str]
    """The labels of what is filled in by hand, by name: incumbent, period, assessor, actual, score …"""
    sheets: tuple[ScoreSheet, ...]
    signers: tuple[str, ...]

    @property
    def is_weighed(self) -> bool:
        """Whether its sheets make one score, each with its weight."""
        return len(self.sheets) > 1 and all(isinstance(sheet.weight, float) for sheet in self.sheets)


def view_score_card(organization: Organization, words: Words, position: Position) -> ScoreCard:
    """The sets of a position, in a form to be filled in."""
    printer = Printer(organization, words, position)
    card = view_scorecard(printer, position, Presentation("scorecard", sign=True))
    labels = {name.removesuffix("_label"): str(text) for name, text in card.items() if name.endswith("_label")}
    sheets = (_sheet(printer, kpi_set, sheet) for kpi_set, sheet in zip(position.kpi_sets, card["sheets"], strict=True))
    signers = [row[name] for row in card["signatures"] for name in PLACES if name in row and row[name]["label"]]
    return ScoreCard(
        position,
        words.text(position.title) or position.id,
        str(card["department"]),
        str(card["assessor"]),
        labels,
        tuple(sheets),
        tuple(_signer(words, one) for one in signers),
    )


def _signer(words: Words, signer: dict[str, str]) -> str:
    return str(words.bracketed(signer["label"], signer["name"]))


def _sheet(printer: Printer, kpi_set: KpiSet, view: dict[str, Any]) -> ScoreSheet:
    words, columns = printer.words, int(view["target_columns"])
    heads = {name.removesuffix("_label"): str(text) for name, text in view.items() if name.endswith("_label")}
    periods = tuple(heads[f"{name}_period"] for name in PLACES if f"{name}_period" in heads)
    if not view["has_formula"]:
        heads.pop("formula")
    lines = view["lines"]
    if not any(_criteria(words, line) for line in lines):
        heads.pop("criteria")
    measures = _measures(printer, kpi_set, lines, columns)
    return ScoreSheet(
        str(view["title"]),
        heads,
        periods or ((heads["target"],) if columns else ()),
        measures,
        _bands(printer, kpi_set),
        tuple(_share(words, part) for part in kpi_set.composite),
        tuple(words.labelled(str(cell.label), words.sequence(cell.lines)) for cell in view["remarks"]["rows"]),
        _number(kpi_set.weight),
    )


def _measures(printer: Printer, kpi_set: KpiSet, lines: list[dict[str, Any]], columns: int) -> tuple[Measure, ...]:
    placed = [*_placed(printer, kpi_set.kpis)]
    found = []
    for place, ((depth, kpi), line) in enumerate(zip(placed, lines, strict=True)):
        below = _parts_of(placed, place)
        is_sum = bool(below) and all(isinstance(_number(placed[one][1].weight), float) for one in below)
        found.append(
            Measure(
                depth,
                str(line["group"]),
                str(line["number"]),
                str(printer.words.bracketed(line["name"], line["aside"]["details"])),
                str(line["formula"]),
                _criteria(printer.words, line),
                _targets(line, columns),
                _number(kpi.weight),
                below if is_sum else (),
            )
        )
    return tuple(found)


def _placed(
    printer: Printer, kpis: Iterable[Kpi], depth: int = 0, used: tuple[Ref | None, ...] = ()
) -> Iterator[tuple[int, Kpi]]:
    """The indicators and sub-indicators in the order of the lines of a scorecard, with their depth."""
    for kpi in kpis:
        full = full_kpi(printer, kpi)
        yield depth, full
        if not (kpi.use and kpi.use in used):
            yield from _placed(printer, full.parts, depth + 1, (*used, kpi.use))


def _parts_of(placed: list[tuple[int, Kpi]], place: int) -> tuple[int, ...]:
    depth, found = placed[place][0], []
    for number, (other, _) in enumerate(placed[place + 1 :], place + 1):
        if other <= depth:
            break
        if other == depth + 1:
            found.append(number)
    return tuple(found)


def _targets(line: dict[str, Any], columns: int) -> tuple[str, ...]:
    if columns < 2:
        return ("\n".join(map(str, line["targets"])),) * columns
    return tuple(str(line[f"{name}_target"]) for name in PLACES[:columns])


def _criteria(words: Words, line: dict[str, Any]) -> str:
    """How points are given, and where the figures come from, each in a line."""
    said = []
    for detail in (*line["criteria"]["details"], *line["source"]["details"]):
        value = str(detail["value"])
        said.append(value if detail["field"] == "criteria" else words.labelled(str(detail["label"]), value))
    return "\n".join(said)


def _bands(printer: Printer, kpi_set: KpiSet) -> tuple[Grading, ...]:
    views = view_bands(printer, kpi_set.bands)
    bands = [
        Grading(str(view["label"]), _float(band.min), _float(band.max), str(view["consequence"]))
        for band, view in zip(kpi_set.bands, views, strict=True)
    ]
    return tuple(sorted(bands, key=lambda band: (band.low is not None, band.low or 0)))


def _share(words: Words, part: Any) -> Share:
    is_own = part.part is CompositePartName.PERSONAL
    return Share(words.option(part.part) if part.part else "", words.text(part.formula), _number(part.weight), is_own)


def _number(weight: Percent | None) -> float | str | None:
    """A weight as a part of one; a range as it is written."""
    if weight is None:
        return None
    return str(weight).replace("-", "–") if weight.is_range else float(weight.low / 100)


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)
