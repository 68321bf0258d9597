"""The scorecard of a position: its indicators line by line, with the labels of what is filled in by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from posdoc.locales.words import Words
from posdoc.model import (
    Competence,
    CompetenceKind,
    CompositePart,
    FieldInfo,
    Kpi,
    KpiSet,
    Percent,
    PeriodTargets,
    Position,
    Ref,
    Signer,
    fields_of,
)
from posdoc.views.assessment import full_kpi, kpi_details, kpi_targets, view_bands
from posdoc.views.blocks import Block, Cells, group_cells, record_cells
from posdoc.views.printer import Printer

PLACES = ("first", "second", "third", "fourth")
"""The names of columns of which there are up to four."""
NOTHING = "—"
_SOURCE = ("source", "supplied_by", "monitor")
_ASIDE = ("dimension", "direction", "duties")
"""What an assessor does not need beside each indicator."""
_BY_HAND = (
    "incumbent", "period", "assessor", "actual", "score", "sum", "remarks", "result", "grade", "comments",
    "assessed", "reviewer",
)  # fmt: skip

Place = tuple[int, ...]
"""Where an indicator stands: its number in the sheet, and that of a sub-indicator below it."""


def view_scorecard(printer: Printer, position: Position) -> Block:
    """The scorecard, which is there for every position; ``sheets`` may be empty and ``abilities`` None.

    The ``assessor`` is who assesses all indicators, and is not named again beside each; else the superior.
    """
    words = printer.words
    monitor = _monitor(printer, position)
    sheets = [_sheet(printer, kpi_set, monitor) for kpi_set in position.kpi_sets]
    abilities = _abilities(printer, position)
    titled = [*sheets, *([abilities] if abilities else [])]
    for number, block in enumerate(titled, 1):
        block["number"] = words.section_number(number) if len(titled) > 1 else ""
    assessor = monitor or position.reports_to
    return {
        **_labels(words),
        "department": _department(printer, position),
        "assessor": words.name(assessor) if assessor else "",
        "sheets": sheets,
        "abilities": abilities,
        "totals": _totals(words, position),
        "others": {"rows": Cells(group_cells(printer, position, "assessment", "kpi_sets", "competences"))},
    }


def _labels(words: Words) -> dict[str, str]:
    return {
        "position_label": words.label(Position, "title"),
        "code_label": words.label(Position, "code"),
        "department_label": words.phrase("unit"),
        "signature_label": words.phrase("signature"),
        "date_label": words.label(Signer, "date"),
        **{f"{name}_label": words.phrase(f"scorecard_{name}") for name in _BY_HAND},
        "none": words.phrase("scorecard_none"),
    }


def _department(printer: Printer, position: Position) -> str:
    company = printer.organization.workspace.organization
    if position.unit:
        return printer.words.name(position.unit)
    return printer.words.text(company.department) if company else ""


def _monitor(printer: Printer, position: Position) -> Ref | None:
    """The one position that assesses every indicator, if there is one."""
    indicators = [full_kpi(printer, kpi) for kpi_set in position.kpi_sets for kpi in kpi_set.kpis]
    monitors = {kpi.monitor for kpi in indicators}
    return monitors.pop() if len(monitors) == 1 else None


def _totals(words: Words, position: Position) -> list[dict[str, str]]:
    """How the sheets make one score, where there are several and each has its weight."""
    sheets = position.kpi_sets
    if len(sheets) < 2 or not all(sheet.weight for sheet in sheets):
        return []
    return [{"title": _name(words, sheet), "weight": words.percent(sheet.weight)} for sheet in sheets if sheet.weight]


# --- one sheet ----------------------------------------------------------------------------------------------


def _sheet(printer: Printer, kpi_set: KpiSet, monitor: Ref | None) -> Block:
    """One sheet: which columns it needs, its lines, and what stands below them."""
    words = printer.words
    placed = [*_placed(printer, kpi_set.kpis)]
    kpis = [kpi for _, kpi in placed]
    periods = _periods(kpis)
    asides = _Asides(
        coded=all(kpi.number for place, kpi in placed if len(place) == 1),
        mixed=len({kpi.dimension for kpi in kpis if kpi.dimension}) > 1,
        monitor=monitor,
    )
    whole = ("title", "period", "weight", "kpis", "bands", "composite")
    return {
        "title": _title(words, kpi_set),
        **_sheet_labels(words),
        "periods": len(periods),
        **{f"{name}_period_label": words.label(PeriodTargets, p) for name, p in zip(PLACES, periods, strict=False)},
        **_band_columns(printer, kpi_set),
        "lines": [_line(printer, place, kpi, periods, asides) for place, kpi in placed],
        "weight_sum": _sum(words, [kpi.weight for place, kpi in placed if len(place) == 1]),
        "bands": view_bands(printer, kpi_set.bands),
        "composite": [_composite_part(printer, part) for part in kpi_set.composite],
        "remarks": {"rows": Cells(record_cells(printer, kpi_set, *whole))},
    }


def _name(words: Words, kpi_set: KpiSet) -> str:
    period = words.option(kpi_set.period) if kpi_set.period else ""
    return words.text(kpi_set.title) or period or words.label(KpiSet, "kpis")


def _title(words: Words, kpi_set: KpiSet) -> str:
    """Its name, with the period that is not in it already and the weight in brackets."""
    name = _name(words, kpi_set)
    period = words.option(kpi_set.period) if kpi_set.period else ""
    marks = [period if period.lower() not in name.lower() else ""]
    if kpi_set.weight:
        marks.append(words.labelled(words.label(KpiSet, "weight"), words.percent(kpi_set.weight)))
    return words.bracketed(name, words.join(marks))


def _sheet_labels(words: Words) -> dict[str, str]:
    labels = {f"{name}_label": words.label(Kpi, name) for name in ("number", "name", "target", "weight", "source")}
    return {
        **labels,
        "method_label": words.join([words.label(Kpi, "formula"), words.label(Kpi, "criteria")]),
        "bands_label": words.label(KpiSet, "bands"),
        "composite_label": words.label(KpiSet, "composite"),
    }


def _band_columns(printer: Printer, kpi_set: KpiSet) -> Block:
    """A column for each grading band, to be ticked, where there are just as many as there is room for."""
    bands = view_bands(printer, kpi_set.bands)
    if len(bands) != len(PLACES):
        return {"band_columns": False}
    heads = {
        f"{name}_band_{part}": band[key]
        for name, band in zip(PLACES, bands, strict=True)
        for part, key in (("label", "label"), ("range", "range"))
    }
    return {"band_columns": True, **heads}


def _placed(
    printer: Printer, kpis: Iterable[Kpi], above: Place = (), used: tuple[Ref | None, ...] = ()
) -> Iterator[tuple[Place, Kpi]]:
    """The indicators, each followed by its sub-indicators; a shared one inside itself ends there."""
    for number, kpi in enumerate(kpis, 1):
        place, full = (*above, number), full_kpi(printer, kpi)
        yield place, full
        if not (kpi.use and kpi.use in used):
            yield from _placed(printer, full.parts, place, (*used, kpi.use))


def _periods(kpis: Sequence[Kpi]) -> list[FieldInfo]:
    """The periods that have a column of their own: there are none where there is only one, or no room for all."""
    stated = [info for info in fields_of(PeriodTargets) if any(_target(kpi, info) is not None for kpi in kpis)]
    return stated if 1 < len(stated) <= len(PLACES) else []


def _target(kpi: Kpi, period: FieldInfo) -> Any:
    return getattr(kpi.targets, period.attribute) if kpi.targets else None


class _Asides(NamedTuple):
    """What is said beside each indicator of a sheet, since it is not the same for all."""

    coded: bool
    """Whether all have codes, which are their numbers then."""
    mixed: bool
    """Whether they are of several types."""
    monitor: Ref | None
    """Who assesses them all."""


def _line(printer: Printer, place: Place, kpi: Kpi, periods: Sequence[FieldInfo], asides: _Asides) -> dict[str, Any]:
    """One indicator or sub-indicator, with what stands in its columns."""
    words, is_part = printer.words, len(place) > 1
    by_code = is_part or asides.coded
    code, kind = "" if by_code else kpi.number or "", words.option(kpi.dimension) if kpi.dimension else ""
    details = kpi_details(printer, kpi)
    source = [name for name in _SOURCE if name != "monitor" or kpi.monitor != asides.monitor]
    return {
        "is_part": is_part,
        "number": (kpi.number if by_code else "") or ".".join(map(str, place[1:] or place)),
        "name": words.text(kpi.name),
        "aside": {"details": words.join([code, kind if asides.mixed else ""])},
        "method": {"details": [detail for detail in details if detail["field"] not in (*_SOURCE, *_ASIDE)]},
        "source": {"details": [detail for detail in details if detail["field"] in source]},
        "targets": kpi_targets(printer, kpi),
        "differs": kpi.targets is not None,
        **{f"{name}_target": _target_of(printer, kpi, p) for name, p in zip(PLACES, periods, strict=False)},
        "weight": words.percent(kpi.weight) if kpi.weight else "",
    }


def _target_of(printer: Printer, kpi: Kpi, period: FieldInfo) -> str:
    """The target of a period, or the one that holds for all."""
    target = _target(kpi, period)
    return printer.value(kpi.target if target is None else target) or NOTHING


def _composite_part(printer: Printer, part: CompositePart) -> dict[str, str]:
    words = printer.words
    return {
        "title": words.option(part.part) if part.part else "",
        "weight": words.percent(part.weight) if part.weight else "",
        "formula": printer.with_rest(words.text(part.formula), part, "part", "weight", "formula"),
    }


def _sum(words: Words, weights: Sequence[Percent | None]) -> str:
    """The sum of weights, or nothing where one is missing."""
    stated = [weight for weight in weights if weight is not None]
    if not stated or len(stated) < len(weights):
        return ""
    low, high = (sum((getattr(weight, end) for weight in stated), Decimal()) for end in ("low", "high"))
    return words.percent(Percent(low, high))


# --- competences --------------------------------------------------------------------------------------------


def _abilities(printer: Printer, position: Position) -> Block | None:
    """The competences by kind, each in a row of its own."""
    if not position.competences:
        return None
    words = printer.words
    kinds = [*CompetenceKind]
    ordered = sorted(position.competences, key=lambda one: kinds.index(one.kind or CompetenceKind.CORE))
    entries = [_ability(printer, competence, number) for number, competence in enumerate(ordered, 1)]
    for before, entry in zip([None, *entries], entries, strict=False):
        entry["first"] = before is None or before["group"] != entry["group"]
    return {
        "title": words.label(Position, "competences"),
        "number_label": words.label(Kpi, "number"),
        **{f"{name}_label": words.label(Competence, name) for name in ("name", "text", "weight")},
        "has_texts": any(entry["text"] for entry in entries),
        "entries": entries,
        "weight_sum": _sum(words, [competence.weight for competence in ordered]),
    }


def _ability(printer: Printer, competence: Competence, number: int) -> dict[str, Any]:
    words = printer.words
    rest = printer.with_rest(words.text(competence.text), competence, "kind", "name", "level", "text", "weight")
    return {
        "number": str(number),
        "group": words.option(competence.kind or CompetenceKind.CORE),
        "name": words.bracketed(words.text(competence.name), words.text(competence.level)),
        "text": rest,
        "weight": words.percent(competence.weight) if competence.weight else "",
    }
