"""Indicators, grading bands, composite scores and competences, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from posdoc.model import Band, CompetenceKind, CompositePart, Kpi, KpiSet, PeriodTargets, Position, Ref, fields_of
from posdoc.template.marks import marked, under
from posdoc.views.blocks import Block, Cell, Cells, block, group_cells, listed, record_cells
from posdoc.views.printer import Printer
from posdoc.views.work import all_of_kind, exactly


def view_assessment(printer: Printer, position: Position) -> Block | None:
    """The sheets of indicators and the competences."""
    words = printer.words
    at = printer.path("competences")
    cells = [
        listed(all_of_kind("competences", at, kind), words.option(kind), lines)
        for kind, lines in _competences(printer, position).items()
    ]
    numbered = enumerate(position.kpi_sets)
    sheets = [_sheet(printer, kpi_set, printer.path(f"kpi_sets.{place}")) for place, kpi_set in numbered]
    cells += group_cells(printer, position, "assessment", "kpi_sets", "competences")
    made = block(words.section("assessment"), cells, sheets=sheets)
    return {**made, "competences_label": words.label(Position, "competences")} if made else None


def _competences(printer: Printer, position: Position) -> dict[CompetenceKind, list[str]]:
    found: dict[CompetenceKind, list[str]] = {}
    for place, competence in enumerate(position.competences):
        kind, at = competence.kind or CompetenceKind.CORE, printer.path(f"competences.{place}")
        line = exactly(printer.competence(competence), printer.words.text(competence.name), at, "name")
        found.setdefault(kind, []).append(line)
    return {kind: found[kind] for kind in CompetenceKind if kind in found}


def full_kpi(printer: Printer, kpi: Kpi) -> Kpi:
    """An indicator with what it takes over from a shared one; its own id and weight stay its own."""
    shared = printer.organization.shared_kpis.get(str(kpi.use)) if kpi.use else None
    if shared is None:
        return kpi
    kept = {key: value for key, value in shared.__dict__.items() if key not in ("origins", "id", "weight")}
    stated = {key: value for key, value in kpi.__dict__.items() if key != "origins"}
    return Kpi.build({**kept, **stated}, kpi.origins)


def parts_path(kpi: Kpi, at: str) -> str:
    """The path of the sub-indicators of an indicator at ``at``; those of a shared one stand in another place."""
    return under(at, "parts") if kpi.parts else ""


def _sheet(printer: Printer, kpi_set: KpiSet, at: str) -> dict[str, Any]:
    words = printer.words
    kpis = [full_kpi(printer, kpi) for kpi in kpi_set.kpis]
    coded = all(kpi.number for kpi in kpis)
    return {
        "title": _sheet_title(printer, kpi_set, at),
        "number_label": words.label(Kpi, "number"),
        "name_label": words.label(Kpi, "name"),
        "target_label": words.label(Kpi, "target"),
        "weight_label": words.label(Kpi, "weight"),
        "has_weight": any(kpi.weight for kpi in kpis),
        "kpis": [
            _kpi(printer, kpi, place, coded, f"{at}.kpis.{place}", parts_path(own, f"{at}.kpis.{place}"))
            for place, (kpi, own) in enumerate(zip(kpis, kpi_set.kpis, strict=True))
        ],
        "rows": Cells(_after(printer, kpi_set, at)),
    }


def _sheet_title(printer: Printer, kpi_set: KpiSet, at: str) -> str:
    words = printer.words
    period = words.option(kpi_set.period) if kpi_set.period else ""
    title = words.text(kpi_set.title) or period or words.label(KpiSet, "kpis")
    marks = []
    if kpi_set.period and kpi_set.title:
        marks.append(period)
    if kpi_set.weight:
        marks.append(words.labelled(words.label(KpiSet, "weight"), words.percent(kpi_set.weight)))
    if marks or not (kpi_set.title or period):
        return marked(words.bracketed(title, words.join(marks)), at if marks else "")
    return marked(title, under(at, "title" if kpi_set.title else "period"))


def _kpi(printer: Printer, kpi: Kpi, place: int, coded: bool, at: str, parts: str) -> dict[str, Any]:
    """One indicator; the codes of indicators are their numbers where all of a sheet are ``coded``.

    ``at`` is its path, ``parts`` that of its sub-indicators.
    """
    words = printer.words
    name = words.text(kpi.name)
    return {
        "number": marked(kpi.number, under(at, "number")) if coded and kpi.number else str(place + 1),
        "name": exactly(name if coded else words.bracketed(name, kpi.number or ""), name, at, "name"),
        "targets": kpi_targets(printer, kpi, at),
        "weight": marked(words.percent(kpi.weight) if kpi.weight else "", under(at, "weight")),
        "details": kpi_details(printer, kpi, at),
        "parts": [marked(_part(printer, part, (kpi.use,)), under(parts, n)) for n, part in enumerate(kpi.parts)],
    }


def kpi_details(printer: Printer, kpi: Kpi, at: str = "") -> list[dict[str, str]]:
    """What has no column of its own, as label and value; ``at`` is the path of the indicator."""
    words = printer.words
    details = printer.details(kpi, "number", "name", "target", "targets", "weight", "parts", "bands", at=at)
    if kpi.bands:
        bands = marked(words.sequence(_bands(printer, kpi.bands)), under(at, "bands"))
        details.append({"label": words.label(Kpi, "bands"), "value": bands, "field": "bands"})
    return details


def kpi_targets(printer: Printer, kpi: Kpi, at: str = "") -> list[str]:
    """The target, and those of the periods, each in a line."""
    words = printer.words
    lines: list[str] = [marked(words.target(kpi.target), under(at, "target"))] if kpi.target else []
    if kpi.targets:
        for info in fields_of(PeriodTargets):
            target = getattr(kpi.targets, info.attribute)
            if target is not None:
                line = f"{words.label(PeriodTargets, info)} {printer.value(target)}"
                lines.append(marked(line, under(at, f"targets.{info.name}")))
    return lines


def _part(printer: Printer, part: Kpi, above: tuple[Ref | None, ...]) -> str:
    """A sub-indicator in one line, with its own sub-indicators; a shared one inside itself ends there."""
    words, kpi = printer.words, full_kpi(printer, part)
    name = " ".join(mark for mark in (kpi.number, words.text(kpi.name)) if mark)
    marks = [*kpi_targets(printer, kpi), words.percent(kpi.weight) if kpi.weight else ""]
    details = [words.labelled(detail["label"], detail["value"]) for detail in kpi_details(printer, kpi)]
    if kpi.parts and not (part.use and part.use in above):
        parts = words.join(_part(printer, inner, (*above, part.use)) for inner in kpi.parts)
        details.append(words.labelled(words.label(Kpi, "parts"), parts))
    return words.sequence([words.bracketed(name, words.join(marks)), *details])


def _after(printer: Printer, kpi_set: KpiSet, at: str) -> list[Cell]:
    """What stands below the indicators: bands, composite score, notes."""
    words = printer.words
    bands = [marked(line, f"{at}.bands.{place}") for place, line in enumerate(_bands(printer, kpi_set.bands))]
    parts = [_composite_part(printer, part) for part in kpi_set.composite]
    return [
        Cell("bands", words.label(KpiSet, "bands"), bands),
        Cell(
            "composite",
            words.label(KpiSet, "composite"),
            [marked(" + ".join(parts), under(at, "composite"))] if parts else [],
        ),
        *record_cells(printer, kpi_set, "title", "period", "weight", "kpis", "bands", "composite", at=at),
    ]


def _composite_part(printer: Printer, part: CompositePart) -> str:
    words = printer.words
    marks = [words.option(part.part) if part.part else "", words.percent(part.weight) if part.weight else ""]
    line = words.bracketed(" ".join(mark for mark in marks if mark), words.text(part.formula))
    return printer.with_rest(line, part, "part", "weight", "formula")


def _bands(printer: Printer, bands: Sequence[Band]) -> list[str]:
    return [_band_line(printer, band) for band in view_bands(printer, bands)]


def _band_line(printer: Printer, band: dict[str, str]) -> str:
    words, label, score = printer.words, band["label"], band["score"]
    return words.sequence([words.labelled(label, score) if score else label, band["consequence"]])


def view_bands(printer: Printer, bands: Sequence[Band], at: str = "") -> list[dict[str, str]]:
    """The bands: ``label``, ``score`` in words, ``range`` in signs, and the ``consequence`` with whatever else is stated.

    One that ends where another begins leaves that score to it. ``at`` is the path of the list.
    """
    starts = {band.min for band in bands}
    return [
        _band(printer, band, under(at, place), shared=band.max is not None and band.max in starts)
        for place, band in enumerate(bands)
    ]


def _band(printer: Printer, band: Band, at: str, *, shared: bool) -> dict[str, str]:
    words = printer.words
    low = words.decimal(band.min) if band.min is not None else ""
    high = words.decimal(band.max) if band.max is not None else ""
    both = "score_below" if shared else "score_range"
    name = both if low and high else "score_from" if low else "score_to" if high else ""
    signs = {"score_from": f"≥{low}", "score_to": f"<{high}", "": ""}
    consequence = printer.with_rest(words.text(band.consequence), band, "label", "min", "max", "consequence")
    return {
        "label": marked(words.text(band.label), under(at, "label")),
        "score": words.phrase(name, low=low, high=high) if name else "",
        "range": signs.get(name, f"{low}–{high}"),
        "consequence": exactly(consequence, words.text(band.consequence), at, "consequence"),
    }
