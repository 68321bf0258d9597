"""The register as values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from posdoc.locales.words import Words
from posdoc.model import Organization, PartialDate, Reviews
from posdoc.reviews.stamping import Signature, review
from posdoc.views.register import day, language_name, view_register
from tests.views.conftest import SETTINGS, MakeOrganization

LISTS = "grades: [G1, {id: G2, title: {zh: 二等, en: Two}}]\n"
BOSS = "title: {zh: 经理, en: Manager}\nreports_to: general-manager\ngrade: G2\n"


def rows_of(organization_of: MakeOrganization, text: str, language: str = "zh", **more: Any) -> list[Any]:
    organization = organization_of({"it": BOSS + text}, more=LISTS, **more)
    return list(view_register(organization, Words(organization, language)).rows)


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("", "grade", "二等"),
        ("", "headcount", None),
        ("headcount: 3\n", "headcount", 3),
        ("headcount: 2-3\n", "headcount", "2-3"),
        ("headcount: {zh: 数名, en: several}\n", "headcount", "数名"),
        ("duties: [{text: 甲, time: 30%}, {text: 乙, time: 70%}]\n", "duties.time", 1.0),
        ("duties: [{text: 甲, time: 30-40%}, {text: 乙}]\n", "duties.time", "30–40%"),
        ("duties: [{text: 甲}]\n", "duties.time", None),
        ("duties: [{text: 甲}]\n", "duties.count", 1),
        ("location: {en: Here}\n", "location.zh", ""),
        ("valid_to: 2028-05\n", "valid_to", "2028-05"),
        ("document: {effective: 2026-03-01}\n", "document.effective", date(2026, 3, 1)),
        ("", "status", "在用"),
        ("", "reports_to.title", "总经理"),
        ("promotes_to: [[general-manager, quality-manager]]\n", "promotes_to", "总经理 → 质量经理"),
    ],
)
def test_cells(organization_of: MakeOrganization, text: str, path: str, expected: object) -> None:
    (row,) = rows_of(organization_of, text)
    assert row[path] == expected


def test_lists_that_there_are_not_have_no_column(organization_of: MakeOrganization) -> None:
    organization = organization_of({"it": BOSS}, more=LISTS)
    register = view_register(organization, Words(organization, "en"))
    paths = [column.path for column in register.columns]
    assert "grade" in paths
    assert not {"family", "level", "filled", "incumbents"} & {*paths}
    assert register.choices["grade"] == ("G1", "Two")
    assert register.choices["status"] == ("Planned", "Active", "Frozen", "Abolished")
    assert ("it", "Manager") in register.superiors
    assert ("quality-manager", "Quality Manager") in register.superiors


def test_each_column_says_what_it_is(organization_of: MakeOrganization) -> None:
    organization = organization_of({"it": BOSS}, settings=SETTINGS.replace("[zh, en]", "[zh, en, zh-Hant]"), more=LISTS)
    for language in ("zh", "en"):
        columns = view_register(organization, Words(organization, language)).columns
        assert all(column.label and column.about for column in columns)
        assert len({column.label for column in columns}) == len(columns)
    assert [column.label for column in columns if column.path == "title.zh-Hant"] == ["Position title (zh-Hant)"]


def test_who_holds_a_position_only_where_it_is_asked_for(organization_of: MakeOrganization) -> None:
    people = "people: [{name: 甲, posts: [it]}, {name: 乙, posts: [it]}]\n"
    organization = organization_of({"it": BOSS}, more=LISTS, people=people)
    words = Words(organization, "zh")
    (row,) = view_register(organization, words, with_names=True).rows
    assert (row["incumbents"], row["filled"]) == ("甲、乙", 2)
    assert "incumbents" not in view_register(organization, words).rows[0]


def test_days_and_languages(organization_of: MakeOrganization) -> None:
    assert [day(one) for one in (None, PartialDate(2026), PartialDate(2026, 3, 1))] == [None, "2026", date(2026, 3, 1)]
    words = Words(organization_of({"it": BOSS}, more=LISTS), "en")
    assert [language_name(words, tag) for tag in ("zh", "en", "ja")] == ["Chinese", "English", "ja"]


# --- reviews ---------------------------------------------------------------------------------------------------------

MANAGER = "title: {zh: 售后经理, en: Service Manager}\npurpose: {zh: 解决问题, en: Solve problems}\n"
AGENT = (
    "title: {zh: 客服专员, en: Service Agent}\nreports_to: manager\nkpi_sets: [{kpis: [{use: calls, weight: 100%}]}]\n"
)
CALLS = "kpis: [{id: calls, name: {zh: 接通率, en: Calls answered}, target: ≥95%}]\n"
GONE = "title: 旧岗\nstatus: abolished\n"


def review_column(organization: Organization, language: str) -> dict[str, object]:
    register = view_register(organization, Words(organization, language))
    return {str(row["id"]): row["review"] for row in register.rows}


def reviewed(
    organization_of: MakeOrganization, day: PartialDate | None, more: str = CALLS, **changed: str
) -> Organization:
    """Two positions, one of which has been reviewed; then some of the files are changed."""
    files = {"manager": MANAGER, "agent": AGENT, "old": GONE}
    before = organization_of(files, more=CALLS)
    stamps = review(before, [before.by_id["agent"]], Signature("HR", day or PartialDate(2026, 3, 10)))
    after = organization_of({**files, **changed}, more=more)
    if day is None:
        stamps = Reviews(positions={"agent": replace((stamps.positions or {})["agent"], date=None)})
    return replace(after, reviews=stamps)


def test_the_review_of_each_position(organization_of: MakeOrganization) -> None:
    organization = reviewed(organization_of, PartialDate(2026, 3, 10))
    assert review_column(organization, "zh") == {"agent": "有效（2026-03-10）", "manager": "从未复审", "old": ""}
    assert review_column(organization, "en") == {
        "agent": "current (2026-03-10)",
        "manager": "never reviewed",
        "old": "",
    }
    assert review_column(reviewed(organization_of, None), "zh")["agent"] == "有效"


def test_what_has_to_be_read_again(organization_of: MakeOrganization) -> None:
    organization = reviewed(
        organization_of,
        PartialDate(2026, 3, 10),
        manager=MANAGER.replace("解决问题", "控制成本"),
        agent=AGENT.replace("Service Agent", "Agent"),
        more=CALLS.replace("≥95%", "≥97%"),
    )
    assert review_column(organization, "zh")["agent"] == "要再看：译文 英文、上级 售后经理、共享指标 接通率"
    assert review_column(organization, "en")["agent"] == (
        "to be read again: the translation English, the superior Service Manager, the shared indicator Calls answered"
    )


def test_the_review_is_shown_only_where_there_are_reviews_and_is_never_read_back(
    organization_of: MakeOrganization,
) -> None:
    organization = reviewed(organization_of, PartialDate(2026, 3, 10))
    columns = {column.path: column for column in view_register(organization, Words(organization, "zh")).columns}
    assert (columns["review"].label, columns["review"].is_open) == ("复审", False)
    without = replace(organization, reviews=None)
    assert "review" not in {column.path for column in view_register(without, Words(without, "zh")).columns}
