"""Posts and heads: how many there are planned and filled, and what each post does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from posdoc.locales.words import Words
from posdoc.model import Duty, HeadCount, ListedPost, Position, PositionStatus, Unit
from posdoc.template.marks import marked, of_position, of_unit, under
from posdoc.views.blocks import Block, listed, marked_texts
from posdoc.views.printer import Printer
from posdoc.views.work import duty_line, qualification_cells


class _Heads(NamedTuple):
    low: int = 0
    high: int = 0
    filled: int = 0
    vacant: int = 0
    open: int = 0
    """How many posts do not say how many heads they have."""

    def __add__(self, other: object) -> _Heads:
        assert isinstance(other, _Heads)
        return _Heads(*(a + b for a, b in zip(self, other, strict=True)))


def view_staffing(printer: Printer, units: Sequence[Unit]) -> Block | None:
    """The head-count table: the posts of each unit, with a sum for each unit where there are several, and for all.

    The principles of staffing are those of the first unit, which the document is about.
    """
    words, organization = printer.words, printer.organization
    about = units[0].id if units else ""
    groups = [group for unit in units if (group := _group(printer, unit, unit.id == about)) is not None]
    if not groups:
        return None
    total = sum((group.pop("heads") for group in groups), _Heads())
    known = total.high > 0
    principles = marked_texts(printer, units[0].staffing_principles, printer.path("staffing_principles"))
    return {
        "has_units": len(groups) > 1,
        "has_people": bool(organization.people) and known,
        "has_grade": any(post["grade"] for group in groups for post in group["posts"]),
        "has_code": any(post["code"] for group in groups for post in group["posts"]),
        **{f"{name}_label": words.phrase(f"staffing_{name}") for name in _COLUMNS},
        "groups": groups,
        "total": _sums(words, total) if known else None,
        "total_label": words.phrase("staffing_total"),
        "principles": principles,
        "principles_label": words.label(Unit, "staffing_principles"),
    }


_COLUMNS = ("number", "unit", "post", "code", "grade", "planned", "filled", "vacant")


def _group(printer: Printer, unit: Unit, own: bool) -> dict[str, Any] | None:
    """The posts of a unit; whether it is its ``own`` document, so that its paths need no owner."""
    rows, total, owner = [], _Heads(), "" if own else of_unit(unit.id)
    for place, (post, heads) in enumerate(_posts(printer, unit, owner), 1):
        rows.append({**post, "number": str(place)})
        total += heads
    if not rows:
        return None
    words = printer.words
    return {
        "unit": marked(words.text(unit.title), f"{owner}title"),
        "posts": rows,
        "sums": _sums(words, total),
        "sums_label": words.phrase("staffing_sum", unit=words.text(unit.title)),
        "heads": total,
    }


def _sums(words: Words, heads: _Heads) -> dict[str, str]:
    planned = str(heads.low) if heads.low == heads.high else f"{heads.low}–{heads.high}"
    if heads.open:
        planned = words.phrase("at_least", value=heads.low) if heads.high else ""
    return {"planned": planned, "filled": str(heads.filled), "vacant": str(heads.vacant)}


def _posts(printer: Printer, unit: Unit, owner: str) -> Iterable[tuple[dict[str, str], _Heads]]:
    """The positions of the unit, then the posts that only its own list names."""
    organization = printer.organization
    positions = [p for p in organization.positions_in.get(unit.id, ()) if p.status is not PositionStatus.ABOLISHED]
    for position in positions:
        yield _position_row(printer, position)
    described = {position.id for position in positions}
    for place, post in enumerate(unit.posts):
        if not post.position or post.position not in described:
            yield _listed_row(printer, post, f"{owner}posts.{place}.")


def _position_row(printer: Printer, position: Position) -> tuple[dict[str, str], _Heads]:
    words, organization = printer.words, printer.organization
    planned = position.headcount
    filled, vacant = organization.filled(position), organization.vacancies(position)
    grade = organization.grade_title(organization.workspace.grades, position.grade) if position.grade else None
    at = of_position(position.id)
    row = {
        "title": marked(words.text(position.title), f"{at}title"),
        "code": marked(position.code or "", f"{at}code"),
        "grade": marked(words.text(grade) or position.grade or "", f"{at}grade"),
        "planned": marked(_planned(printer, planned), f"{at}headcount"),
        "filled": str(filled),
        "vacant": str(vacant) if vacant else "",
    }
    return row, _Heads(*_range(planned), filled, vacant, open=not (planned and planned.is_known))


def _listed_row(printer: Printer, post: ListedPost, at: str) -> tuple[dict[str, str], _Heads]:
    count = post.headcount
    title, planned = printer.words.text(post.title), _planned(printer, count)
    row = {"title": marked(title, f"{at}title"), "planned": marked(planned, f"{at}headcount"), "code": "", "grade": ""}
    return {**row, "filled": "", "vacant": ""}, _Heads(*_range(count), open=not (count and count.is_known))


def _range(count: HeadCount | None) -> tuple[int, int]:
    return (count.low or 0, count.high or 0) if count else (0, 0)


def _planned(printer: Printer, count: HeadCount | None) -> str:
    if count is None:
        return ""
    return str(count).replace("-", "–") if count.is_known else printer.words.text(count.text)


def view_posts(printer: Printer, units: Sequence[Unit]) -> Block | None:
    """Every post of the units with its head count, its duties and what it asks for; counted where none has a code."""
    members = [p for unit in units for p in printer.organization.positions_in.get(unit.id, ())]
    described = [p for p in members if p.status is not PositionStatus.ABOLISHED]
    coded = any(position.code for position in described)
    numbers = [position.code or ("" if coded else str(place)) for place, position in enumerate(described, 1)]
    posts = [_post(printer, position, number) for position, number in zip(described, numbers, strict=True)]
    return {"posts": posts} if posts else None


def _post(printer: Printer, position: Position, number: str) -> dict[str, Any]:
    words, owner = printer.words, of_position(position.id)
    count = words.headcount(position.headcount) if position.headcount else ""
    title = words.text(position.title)
    asked = _asked(printer, position, owner)
    purpose = "overview" if position.overview and not position.purpose else "purpose"
    return {
        "number": number,
        "title": marked(title, f"{owner}title"),
        "headcount": marked(count, f"{owner}headcount"),
        "heading": words.bracketed(title, count) if count else marked(title, f"{owner}title"),
        "purpose": marked(words.text(getattr(position, purpose)), f"{owner}{purpose}"),
        "duties": [
            _duty_line(printer, duty, number, n, f"{owner}duties.{n}") for n, duty in enumerate(position.duties)
        ],
        "qualifications": listed("qualifications", "", asked).items or asked,
        "qualifications_label": words.section("qualifications"),
    }


def _asked(printer: Printer, position: Position, owner: str) -> list[str]:
    """What a post asks for, an entry for each qualification."""
    words, of_one = printer.words, Printer(printer.organization, printer.words, position, owner=owner)
    found: list[str] = []
    for place, cell in enumerate(qualification_cells(of_one, enumerate(position.qualifications))):
        text = words.sequence(cell.lines)
        line = words.labelled(cell.label, text) if cell.label else text
        found += [marked(line, f"{owner}qualifications.{place}")] if text else []
    return found


def _duty_line(printer: Printer, duty: Duty, post: str, place: int, at: str) -> dict[str, Any]:
    base, number = post.removesuffix(".0"), place + 1
    counted = f"{base}.{number}" if base != post else str(number)
    return {
        "number": marked(duty.number, under(at, "number")) if duty.number else counted,
        "text": duty_line(printer.words, duty, at),
        "tasks": marked_texts(printer, duty.tasks, under(at, "tasks")),
    }
