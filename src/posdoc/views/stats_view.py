"""The figures of :mod:`posdoc.views.figures` as plain values in one language: what ``posdoc stats --format json`` writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import HeadCount, Position, PositionStatus, Unit
from posdoc.views.figures import Counted, Figures, Heads, Largest, Spans, Statistics
from posdoc.views.rounding import half_up
from posdoc.views.stats_owners import KINDS, Unowned

FORMAT = 1
"""The version of the JSON; it changes when a key goes or means something else, not when one is added."""


def view_stats(statistics: Statistics, words: Words) -> dict[str, Any]:
    """Everything, ready to be written as JSON; its schema is ``docs/guide/stats.schema.json``.

    What is not known is None: filled and vacant heads without a list of people, a mean without managers.
    """
    organization = statistics.organization
    return {
        "format": FORMAT,
        "language": words.language,
        "subject": subject_of(statistics, words),
        "as_of": organization.as_of.isoformat() if organization.as_of else None,
        "unit": statistics.unit.id if statistics.unit else None,
        "total": _figures(statistics.total),
        "units": [
            {
                "id": found.unit.id,
                "title": title_of(words, found.unit),
                "code": found.unit.code,
                "depth": found.depth,
                "stated": _head_count(words, found.unit.headcount),
                "own": _figures(found.own),
                "all": _figures(found.all),
            }
            for found in statistics.units
        ],
        "reporting_levels": [{"level": found.level or None, **_figures(found.figures)} for found in statistics.lines],
        "management_levels": [
            {"id": found.level or None, "title": _level(words, str(found.level)), **_figures(found.figures)}
            for found in statistics.levels
        ],
        "span_bands": [
            {"archetype": band.archetype, "low": band.low, "high": band.high, "managers": band.managers}
            for band in statistics.bands
        ],
        "positions": [_position(words, one) for one in statistics.counted],
        "proposed": [_proposed(words, position) for position in statistics.proposed],
        "vacancies": [_vacancy(one) for one in statistics.vacancies],
        "unowned": [_unowned(words, one) for one in statistics.unowned],
        "notes": list(notes_of(statistics, words)),
    }


def subject_of(statistics: Statistics, words: Words) -> str:
    """What the figures are of: the unit, else the department, else the company."""
    if statistics.unit is not None:
        return title_of(words, statistics.unit)
    company = statistics.organization.workspace.organization
    return (words.text(company.department) or words.text(company.name)) if company else ""


def title_of(words: Words, named: Position | Unit) -> str:
    """The printed name; the id where there is none."""
    return words.text(named.title) or named.id


def work_of(words: Words, unowned: Unowned) -> str:
    """A piece of work in one text."""
    heading, text = words.text(unowned.heading), words.text(unowned.text)
    return words.labelled(heading, text) if heading and text else heading or text


def notes_of(statistics: Statistics, words: Words) -> Iterator[str]:
    """What has to be said of the figures: what is not in them, and what is not known."""
    unplaced = sum(not one.level for one in statistics.counted)
    numbers = {"unknown": statistics.total.planned.unknown, "listed": statistics.listed.posts, "unplaced": unplaced}
    for name, number in numbers.items():
        if number:
            yield words.phrase(f"stats_note_{name}", posts=words.counted("posts", number))
    if not statistics.knows_people:
        yield words.phrase("stats_note_no_people")


def figures_of(figures: Figures) -> dict[str, int | float | None]:
    """Every figure that is one number, by its name; of ranges the lower end."""
    spans = figures.spans
    return {
        "positions": figures.positions,
        "frozen": figures.frozen,
        "planned": figures.planned.low,
        "filled": figures.filled,
        "acting": figures.acting,
        "vacant": figures.vacant,
        "over": figures.over,
        "people": figures.people,
        "proposed": figures.proposed,
        "proposed_heads": figures.proposed_heads.low,
        "levels": figures.levels,
        "managers": spans.managers,
        "manager_heads": spans.manager_heads,
        "staff_heads": figures.staff_heads,
        "staff_per_manager": figures.staff_per_manager,
        "mean_reports": spans.mean_reports,
        "most_reports": int(spans.most_reports.value) if spans.most_reports else None,
        "mean_led": spans.mean_led,
        "most_led": spans.most_led.value if spans.most_led else None,
        **{f"unowned_{kind}": figures.unowned.get(kind, 0) for kind in KINDS},
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "positions": figures.positions,
        "frozen": figures.frozen,
        "planned": _heads(figures.planned),
        "filled": figures.filled,
        "acting": figures.acting,
        "vacant": figures.vacant,
        "over": figures.over,
        "people": figures.people,
        "proposed": {"positions": figures.proposed, **_heads(figures.proposed_heads)},
        "levels": figures.levels,
        "managers": {"positions": figures.spans.managers, "heads": figures.spans.manager_heads},
        "staff": {"positions": figures.positions - figures.spans.managers, "heads": figures.staff_heads},
        "staff_per_manager": _rounded(figures.staff_per_manager),
        "span": _spans(figures.spans),
        "unowned": {kind: figures.unowned.get(kind, 0) for kind in KINDS},
    }


def _spans(spans: Spans) -> dict[str, Any]:
    return {
        "positions": {"mean": _rounded(spans.mean_reports), **_largest(spans.most_reports)},
        "people": {"mean": _rounded(spans.mean_led), **_largest(spans.most_led)},
    }


def _largest(largest: Largest | None) -> dict[str, Any]:
    if largest is None:
        return {"largest": None, "at": None}
    return {"largest": _rounded(largest.value), "at": largest.position.id}


def _rounded(number: float | None) -> float | None:
    """Two decimals; a whole number has none."""
    if number is None:
        return None
    rounded = half_up(number, 2)
    return int(rounded) if rounded == int(rounded) else float(rounded)


def _heads(heads: Heads) -> dict[str, int]:
    return {"low": heads.low, "high": heads.high, "without_number": heads.unknown}


def _head_count(words: Words, count: HeadCount | None) -> dict[str, Any] | None:
    """A head count as it is written."""
    if count is None:
        return None
    return {"low": count.low, "high": count.high, "text": words.text(count.text) or None}


def _level(words: Words, level: str) -> str | None:
    organization = words.organization
    return words.text(organization.grade_title(organization.workspace.levels, level)) or None


def _position(words: Words, one: Counted) -> dict[str, Any]:
    position = one.position
    return {
        "id": position.id,
        "title": title_of(words, position),
        "code": position.code,
        "unit": position.unit,
        "status": (position.status or PositionStatus.ACTIVE).value,
        "reporting_level": one.level or None,
        "management_level": position.level,
        "planned": _head_count(words, position.headcount),
        "filled": one.filled,
        "acting": one.acting,
        "vacant": one.vacant,
        "over": one.over,
        "span": {"positions": one.reports, "people": one.led},
    }


def _proposed(words: Words, position: Position) -> dict[str, Any]:
    return {
        "id": position.id,
        "title": title_of(words, position),
        "code": position.code,
        "unit": position.unit,
        "planned": _head_count(words, position.headcount),
        "from": str(position.valid_from) if position.valid_from else None,
    }


def _vacancy(one: Counted) -> dict[str, Any]:
    return {"unit": one.position.unit, "position": one.position.id, "filled": one.filled, "vacant": one.vacant}


def _unowned(words: Words, one: Unowned) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "unit": one.unit,
        "position": one.position or None,
        "work": work_of(words, one),
        "reason": one.reason,
        "substitutes": list(one.substitutes),
    }
