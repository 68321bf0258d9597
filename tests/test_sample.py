"""The sample department is complete: it is what a newcomer sees first, and it shows every field of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from posdoc.check import Selection, check, run_rules
from posdoc.check.settings import Effective
from posdoc.diagnostics import Preset
from posdoc.model import (
    Approval,
    Organization,
    Position,
    PositionDefaults,
    Record,
    Reviews,
    ReviewStamp,
    Target,
    Text,
    fields_of,
    record_types,
    records_in,
)
from posdoc.reviews.stamping import reviews_of, tidied
from posdoc.reviews.standing import standings
from posdoc.reviews.translations import outdated
from posdoc.reviews.writing import reviews_text
from posdoc.rules import all_rules

ROOT = Path(__file__).resolve().parents[1]
LANGUAGES = ("zh", "en")
DAY = date(2026, 11, 22)
"""The day on which it is looked at: its documents fall due for review one day."""


@cache
def department() -> Organization:
    return check(ROOT).organization


def test_it_has_no_findings() -> None:
    assert check(ROOT, today=DAY).findings == ()


def test_it_is_clean_under_strict_whatever_its_own_settings_say() -> None:
    """Every rule, with the parameters that are the defaults; nothing ignored, no comment that suppresses anything."""
    checked = check(ROOT, today=DAY)
    strict = Effective(selection=Selection(preset=Preset.STRICT))
    assert all(strict.level_of(rule.KIND) is not None for rule in all_rules())
    assert run_rules(checked.organization, strict) == []
    assert [path for path, file in checked.sources.items() if re.search(r"#\s*posdoc:", file.text)] == []


def test_every_position_is_reviewed_and_no_text_has_changed_since() -> None:
    """Where this fails, read what has changed and confirm it with the command that it names."""
    organization = department()
    standing = standings(organization)
    again = 'posdoc review --all --by "人力资源部 / Human Resources" --date 2026-03-10'
    assert len(standing) == len(organization.positions)
    assert [name for name, one in standing.items() if one.stamp is None or one.is_suspect] == [], again
    assert [passage.span() for passage in outdated(organization)] == [], again
    assert reviews_text(tidied(reviews_of(organization), organization)) == (ROOT / "reviews.yaml").read_text("utf-8"), (
        again
    )


# --- its size and shape -------------------------------------------------------------------------------------


def test_its_size() -> None:
    assert len(department().positions) >= 24
    assert len(department().units) >= 5
    assert len(department().people) >= 60
    assert len({person.name.in_("zh") for person in department().people if person.name}) == len(department().people)


def rank(position: Position) -> int:
    """How many superiors inside the department a position has above it."""
    superior = department().superior(position)
    return 1 + rank(superior) if isinstance(superior, Position) else 0


def test_its_levels() -> None:
    assert len({rank(position) for position in department().positions}) >= 4
    (top,) = department().roots
    assert top.id == "after-sales-manager"


def test_head_counts_and_vacancies() -> None:
    positions = department().positions
    planned = sum(position.headcount.low or 0 for position in positions if position.headcount)
    vacant = {position.id: department().vacancies(position) for position in positions}
    filled = sum(department().filled(position) for position in positions)
    assert department().workspace.headcount
    assert department().workspace.headcount.low == planned
    assert sum(vacant.values()) >= 2
    assert planned - sum(vacant.values()) == filled


def test_what_it_shows() -> None:
    positions = department().positions
    posts = [(person, post) for person in department().people for post in person.posts]
    flows = [flow for position in positions for flow in position.flows]
    counts = {
        "dotted lines": sum(len(position.dotted_to) for position in positions),
        "assistants": sum(bool(position.assistant) for position in positions),
        "based on another": sum(position.based_on is not None for position in positions),
        "outside positions": len(department().workspace.outside_positions),
        "rotations": sum(len(position.rotates_to) for position in positions),
        "branches of promotion": sum(len(position.promotes_to) > 1 for position in positions),
        "steps of promotion": max(len(chain) for position in positions for chain in position.promotes_to),
        "job shares": len([post for _, post in posts if post.job_share]),
        "acting": sum(bool(post.acting) for _, post in posts),
        "people with two posts": sum(len(person.posts) > 1 for person in department().people),
        "flows": len(flows),
        "branches of flows": sum(len(step.next) > 1 for flow in flows for step in flow.steps),
        "regulations": sum(len(unit.regulations) for unit in department().units),
        "shared indicators": len(department().workspace.kpis),
    }
    least = {"dotted lines": 2, "job shares": 2, "steps of promotion": 2, "shared indicators": 3}
    assert {what: count for what, count in counts.items() if count < least.get(what, 1)} == {}


def test_every_sheet_of_indicators_makes_100() -> None:
    sheets = [sheet for position in department().positions for sheet in position.kpi_sets]
    assert len(sheets) >= 10
    for sheet in sheets:
        weights = [kpi.weight for kpi in sheet.kpis]
        assert all(weights), sheet.span
        assert sum((weight.low for weight in weights if weight), Decimal(0)) == 100, sheet.span


def test_every_position_says_what_a_job_description_must() -> None:
    for position in department().positions:
        for field in ("title", "code", "headcount", "reports_to", "purpose", "duties", "qualifications", "document"):
            assert getattr(position, field), f"{position.id}: {field}"
        timed = [duty.time for duty in position.duties]
        assert all(timed), position.id


# --- every field --------------------------------------------------------------------------------------------


def files() -> Iterator[Record]:
    """Everything that was written down, defaults among it."""
    yield department().workspace
    yield from department().units
    yield from department().positions
    yield from department().people
    for holder in (department().workspace, *department().units):
        for value in holder.defaults.values.values() if holder.defaults else ():
            yield from (part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, Record))


def used_fields() -> set[str]:
    return {
        f"{type(record).__name__}.{key}" for file in files() for record in records_in(file) for key in record.origins
    }


def test_every_field_of_the_model_is_used() -> None:
    declared = {f"{cls.__name__}.{info.name}" for cls in record_types() for info in fields_of(cls)}
    assert len(declared) > 200
    # The list of people is the file people.yaml itself, which is not kept as a record; a handbook is made on request;
    # reviews.yaml is written by posdoc.
    in_reviews = {f"{cls.__name__}.{info.name}" for cls in (Approval, Reviews, ReviewStamp) for info in fields_of(cls)}
    assert declared - used_fields() == {"People.people", "DocumentOutput.job_form", *in_reviews}
    assert department().people


# --- both languages -----------------------------------------------------------------------------------------


def texts(record: Record) -> Iterator[tuple[str, Text]]:
    """Every text inside, with the place where it stands."""
    for inner in records_in(record):
        for info, value in inner.stated():
            for part in value if isinstance(value, tuple) else (value,):
                found = part.text if isinstance(part, Target) else part
                if isinstance(found, Text):
                    yield f"{inner.at(info.name).path}:{found.span.line} {info.name}", found


def test_every_text_is_in_chinese_and_in_english() -> None:
    found = [(place, text) for file in files() for place, text in texts(file)]
    assert len(found) > 2000
    bad = []
    for place, text in found:
        words = text.languages
        if any(re.search(r"[^\W\d_]{2}", word) for word in words.values()) and set(words) != set(LANGUAGES):
            bad.append(f"{place}: {dict(words)}")
        elif set(words) == set(LANGUAGES) and re.search(r"[\u4e00-\u9fff]", words["en"]):
            bad.append(f"{place}: Chinese in the English text {words['en']!r}")
    assert bad == []


def test_chinese_texts_are_chinese() -> None:
    bad = [
        place for file in files() for place, text in texts(file)
        if re.search(r"[a-z]{3}", text.in_("zh")) and not re.search(r"[\u4e00-\u9fff]", text.in_("zh"))
    ]  # fmt: skip
    assert bad == []


def test_defaults_are_looked_at_too() -> None:
    assert any(isinstance(unit.defaults, PositionDefaults) for unit in department().units)
    assert department().workspace.defaults


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_tell_positions_apart(language: str) -> None:
    titles = [position.title.in_(language) for position in department().positions if position.title]
    assert len(set(titles)) == len(titles)
