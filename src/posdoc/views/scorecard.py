"""The scorecard of a position: its indicators line by line, with the labels of what is filled in by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from posdoc.locales.words import Words
from posdoc.model import (
    Band,
    Competence,
    CompetenceKind,
    CompositePart,
    Dimension,
    Document,
    FieldInfo,
    Kpi,
    KpiSet,
    Percent,
    PeriodTargets,
    Position,
    Ref,
    SectionName,
    Signer,
    fields_of,
)
from posdoc.template.marks import marked, under
from posdoc.views.assessment import full_kpi, kpi_details, kpi_targets, parts_path, view_bands
from posdoc.views.blocks import Block, Cells, group_cells, record_cells
from posdoc.views.papers import signer_of
from posdoc.views.printer import Printer
from posdoc.views.sections import Presentation
from posdoc.views.work import exactly

PLACES = ("first", "second", "third", "fourth")
"""The names of columns of which there are up to four."""
NOTHING = "—"
_SOURCE = ("source", "supplied_by", "monitor")
_ASIDE = ("dimension", "direction", "duties")
"""What an assessor does not need beside each indicator."""
_BY_HAND = (
    "incumbent", "period", "assessor", "actual", "score", "sum", "remarks", "result", "grade", "comments",
)  # fmt: skip
_FIXED_SIGNERS = ("assessed", "assessor", "reviewer")
_SIGNERS_IN_ROW = 3

Place = tuple[int, ...]
"""Where an indicator stands: its number in the sheet, and that of a sub-indicator below it."""


class _Placed(NamedTuple):
    """An indicator with all that it takes over, where it stands, and its path (empty within a shared one)."""

    place: Place
    kpi: Kpi
    at: str


def view_scorecard(printer: Printer, position: Position, presentation: Presentation) -> Block:
    """The scorecard, which is there for every position; ``sheets`` may be empty and ``abilities`` None.

    The ``assessor`` is who assesses all indicators, and is not named again beside each; else the superior.
    """
    words = printer.words
    monitor = _monitor(printer, position)
    sheets = [
        _sheet(printer, kpi_set, printer.path(f"kpi_sets.{place}"), monitor, blanks=presentation.blanks)
        for place, kpi_set in enumerate(position.kpi_sets)
    ]
    abilities = _abilities(printer, position)
    titled = [*sheets, *([abilities] if abilities else [])]
    for number, block in enumerate(titled, 1):
        block["number"] = words.section_number(number) if presentation.numbered and len(titled) > 1 else ""
    if len(titled) == 1 and sheets and not _is_named(position.kpi_sets[0]):
        sheets[0]["title"] = ""
    assessor = monitor or position.reports_to
    return {
        **_labels(words),
        "department": _department(printer, position),
        "assessor": marked(words.name(assessor) if assessor else "", "" if monitor else printer.path("reports_to")),
        "sheets": sheets,
        "abilities": abilities,
        "totals": _totals(words, position),
        "signatures": _signatures(printer, position.document, presentation),
        "others": {"rows": Cells(group_cells(printer, position, "assessment", "kpi_sets", "competences"))},
    }


def _labels(words: Words) -> dict[str, str]:
    return {
        "position_label": words.label(Position, "title"),
        "code_label": words.label(Position, "code"),
        "department_label": words.phrase("unit"),
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


def _signatures(
    printer: Printer, document: Document | None, presentation: Presentation
) -> list[dict[str, dict[str, str]]]:
    """Who signs, three in a row: the employee, the assessor and a reviewer.

    Where the workspace asks for the section ``signoff``, it is those whom the position names; none if it wants none.
    """
    if presentation.sign is False:
        return []
    asked = SectionName.SIGNOFF in [one.section for one in presentation.sections]
    words, named = printer.words, document.signers if document and asked else ()
    at = printer.path("document.signers")
    signers = [_signature(printer, "", one, under(at, place)) for place, one in enumerate(named)]
    signers = signers or [_signature(printer, words.phrase(f"scorecard_{name}"), Signer()) for name in _FIXED_SIGNERS]
    nobody = dict.fromkeys(signers[0], "")
    rows = [signers[place : place + _SIGNERS_IN_ROW] for place in range(0, len(signers), _SIGNERS_IN_ROW)]
    return [dict(zip(PLACES, [*row, nobody, nobody][:_SIGNERS_IN_ROW], strict=False)) for row in rows]


def _signature(printer: Printer, label: str, signer: Signer, at: str = "") -> dict[str, str]:
    words, shown = printer.words, signer_of(printer, signer, at)
    return {
        "label": label or shown["role"],
        "signature_label": words.phrase("signature"),
        "name": shown["name"],
        "date_label": words.label(Signer, "date"),
        "date": shown["date"],
    }


# --- one sheet ----------------------------------------------------------------------------------------------


def _sheet(printer: Printer, kpi_set: KpiSet, at: str, monitor: Ref | None, *, blanks: bool) -> Block:
    """One sheet: which columns it needs, its lines, and what stands below them.

    With ``blanks`` there is a column for the formula, the target and the scoring in any case.
    """
    placed = [*_placed(printer, kpi_set.kpis, under(at, "kpis"))]
    kpis = [one.kpi for one in placed]
    periods, first = _periods(kpis), [one.kpi for one in placed if len(one.place) == 1]
    asides = _Asides(
        coded=all(kpi.number for kpi in first),
        mixed=len({kpi.dimension for kpi in kpis if kpi.dimension}) > 1,
        grouped=_are_grouped([kpi.dimension for kpi in first]),
        monitor=monitor,
    )
    lines = [_line(printer, one, periods, asides) for one in placed]
    if asides.grouped:
        _begin_groups(printer.words, lines, first)
    whole = ("title", "period", "weight", "kpis", "bands", "composite")
    return {
        "title": _title(printer.words, kpi_set, at),
        **_sheet_labels(printer.words),
        "has_formula": blanks or any(line["formula"] for line in lines),
        "has_criteria": blanks or any(line["criteria"]["details"] for line in lines),
        "has_source": any(line["source"]["details"] for line in lines),
        "target_columns": len(periods) or int(blanks or any(line["targets"] for line in lines)),
        **{
            f"{name}_period_label": printer.words.label(PeriodTargets, p)
            for name, p in zip(PLACES, periods, strict=False)
        },
        **_band_columns(printer, kpi_set),
        "lines": lines,
        "weight_sum": _sum(printer.words, [kpi.weight for kpi in first]),
        "bands": _bands_below(printer, kpi_set, under(at, "bands")),
        "composite": [
            _composite_part(printer, part, f"{at}.composite.{place}") for place, part in enumerate(kpi_set.composite)
        ],
        "remarks": {"rows": Cells(record_cells(printer, kpi_set, *whole, at=at))},
    }


def _are_grouped(dimensions: Sequence[Dimension | None]) -> bool:
    """Whether there are several types, and the indicators of each stand together."""
    begun = [one for one, before in zip(dimensions, [None, *dimensions], strict=False) if one is not before]
    return all(dimensions) and len(begun) > 1 and len(begun) == len(set(begun))


def _begin_groups(words: Words, lines: Sequence[dict[str, Any]], kpis: Iterable[Kpi]) -> None:
    """The first line of each type says which it is."""
    before: Dimension | None = None
    for line, kpi in zip((line for line in lines if not line["is_part"]), kpis, strict=True):
        line["group"] = words.option(kpi.dimension) if kpi.dimension and kpi.dimension is not before else ""
        before = kpi.dimension


def _is_named(kpi_set: KpiSet) -> bool:
    return bool(kpi_set.title or kpi_set.period or kpi_set.weight)


def _name(words: Words, kpi_set: KpiSet) -> str:
    period = words.option(kpi_set.period) if kpi_set.period else ""
    return words.text(kpi_set.title) or period or words.label(KpiSet, "kpis")


def _title(words: Words, kpi_set: KpiSet, at: str) -> str:
    """Its name, with the period that is not in it already and the weight in brackets."""
    name = _name(words, kpi_set)
    period = words.option(kpi_set.period) if kpi_set.period else ""
    marks = [period if period.lower() not in name.lower() else ""]
    if kpi_set.weight:
        marks.append(words.labelled(words.label(KpiSet, "weight"), words.percent(kpi_set.weight)))
    title = words.bracketed(name, words.join(marks))
    if title != name:
        return marked(title, at)
    return marked(title, under(at, "title") if kpi_set.title else "")


def _sheet_labels(words: Words) -> dict[str, str]:
    names = ("number", "name", "formula", "target", "weight", "criteria", "source")
    return {
        **{f"{name}_label": words.label(Kpi, name) for name in names},
        "bands_label": words.label(KpiSet, "bands"),
        "consequence_label": words.label(Band, "consequence"),
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


def _bands_below(printer: Printer, kpi_set: KpiSet, at: str) -> list[dict[str, str]]:
    """The bands, unless columns say all of them."""
    bands = view_bands(printer, kpi_set.bands, at)
    return bands if len(bands) != len(PLACES) or any(band["consequence"] for band in bands) else []


def _placed(
    printer: Printer, kpis: Iterable[Kpi], at: str, above: Place = (), used: tuple[Ref | None, ...] = ()
) -> Iterator[_Placed]:
    """The indicators, each followed by its sub-indicators; a shared one inside itself ends there."""
    for number, kpi in enumerate(kpis):
        place, full, path = (*above, number + 1), full_kpi(printer, kpi), under(at, number)
        yield _Placed(place, full, path)
        if not (kpi.use and kpi.use in used):
            yield from _placed(printer, full.parts, parts_path(kpi, path), place, (*used, kpi.use))


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
    grouped: bool
    """Whether those of each type stand together, so that it is said above them."""
    monitor: Ref | None
    """Who assesses them all."""


def _line(printer: Printer, placed: _Placed, periods: Sequence[FieldInfo], asides: _Asides) -> dict[str, Any]:
    """One indicator or sub-indicator, with what stands in its columns."""
    place, kpi, at = placed
    words, is_part = printer.words, len(place) > 1
    by_code = is_part or asides.coded
    code = "" if by_code else kpi.number or ""
    kind = words.option(kpi.dimension) if kpi.dimension and asides.mixed and not asides.grouped else ""
    aside = words.join([code, kind])
    explained = [detail for detail in kpi_details(printer, kpi, at) if detail["field"] not in _ASIDE]
    explained = [one for one in explained if one["field"] != "monitor" or kpi.monitor != asides.monitor]
    return {
        "is_part": is_part,
        "group": "",
        "number": marked(kpi.number, under(at, "number"))
        if by_code and kpi.number
        else ".".join(map(str, place[1:] or place)),
        "name": marked(words.text(kpi.name), under(at, "name")),
        "aside": {"details": aside if code and kind else marked(aside, under(at, "number" if code else "dimension"))},
        "formula": marked(words.text(kpi.formula), under(at, "formula")),
        "criteria": {"details": [detail for detail in explained if detail["field"] not in ("formula", *_SOURCE)]},
        "source": {"details": [detail for detail in explained if detail["field"] in _SOURCE]},
        "explained": {"details": explained},
        "targets": kpi_targets(printer, kpi, at),
        "differs": kpi.targets is not None,
        **{f"{name}_target": _target_of(printer, kpi, p, at) for name, p in zip(PLACES, periods, strict=False)},
        "weight": marked(words.percent(kpi.weight) if kpi.weight else "", under(at, "weight")),
    }


def _target_of(printer: Printer, kpi: Kpi, period: FieldInfo, at: str) -> str:
    """The target of a period, or the one that holds for all."""
    target = _target(kpi, period)
    if target is None and kpi.target is not None:
        return marked(printer.value(kpi.target), under(at, "target"))
    return marked(NOTHING if target is None else printer.value(target), under(at, f"targets.{period.name}"))


def _composite_part(printer: Printer, part: CompositePart, at: str) -> dict[str, str]:
    words = printer.words
    formula = printer.with_rest(words.text(part.formula), part, "part", "weight", "formula")
    return {
        "title": words.option(part.part) if part.part else "",
        "weight": words.percent(part.weight) if part.weight else "",
        "formula": exactly(formula, words.text(part.formula), at, "formula"),
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
    """The competences by kind, each in a row of its own, counted anew in each kind."""
    if not position.competences:
        return None
    words = printer.words
    order = [*CompetenceKind]
    ordered = sorted(enumerate(position.competences), key=lambda one: order.index(_kind(one[1])))
    kinds = [_kind(one) for _, one in ordered]
    numbers = [kinds[:place].count(kind) + 1 for place, kind in enumerate(kinds)]
    entries = [
        _ability(printer, one, number, printer.path(f"competences.{place}"))
        for (place, one), number in zip(ordered, numbers, strict=True)
    ]
    for entry in entries:
        entry["first"] = entry["number"] == "1"
    return {
        "title": words.label(Position, "competences"),
        "number_label": words.label(Kpi, "number"),
        **{f"{name}_label": words.label(Competence, name) for name in ("name", "text", "weight")},
        "has_texts": any(entry["text"] for entry in entries),
        "entries": entries,
        "weight_sum": _sum(words, [competence.weight for competence in position.competences]),
    }


def _kind(competence: Competence) -> CompetenceKind:
    return competence.kind or CompetenceKind.CORE


def _ability(printer: Printer, competence: Competence, number: int, at: str) -> dict[str, Any]:
    words = printer.words
    name = words.text(competence.name)
    rest = printer.with_rest(words.text(competence.text), competence, "kind", "name", "level", "text", "weight")
    return {
        "number": str(number),
        "group": words.option(_kind(competence)),
        "name": exactly(words.bracketed(name, words.text(competence.level)), name, at, "name"),
        "text": exactly(rest, words.text(competence.text), at, "text"),
        "weight": marked(words.percent(competence.weight) if competence.weight else "", under(at, "weight")),
    }
