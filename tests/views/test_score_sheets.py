"""Scorecards as numbers: weights, parts, bands, composite scores."""

from __future__ import annotations

import pytest

from posdoc.locales.words import Words
from posdoc.views.score_sheets import ScoreCard, ScoreSheet, view_score_card
from tests.views.conftest import MakeOrganization

TITLE = "title: {zh: 工程师, en: Engineer}\n"
SHARED = "kpis: [{id: shared, name: 满意度, formula: 数, parts: [{name: 甲, weight: 60%}, {name: 乙, weight: 40%}]}]\n"


def card_of(organization_of: MakeOrganization, sets: str, language: str = "zh") -> ScoreCard:
    organization = organization_of({"it": f"{TITLE}kpi_sets: [{sets}]\n"}, more=SHARED)
    return view_score_card(organization, Words(organization, language), organization.by_id["it"])


def sheet_of(organization_of: MakeOrganization, kpis: str, more: str = "") -> ScoreSheet:
    (sheet,) = card_of(organization_of, f"{{kpis: [{kpis}]{more}}}").sheets
    return sheet


@pytest.mark.parametrize(("weight", "expected"), [("25%", 0.25), ("12.5%", 0.125), ("30-40%", "30–40%"), ("100", 1.0)])
def test_weights(organization_of: MakeOrganization, weight: str, expected: object) -> None:
    (one,) = sheet_of(organization_of, f"{{name: 甲, weight: {weight}}}").measures
    assert one.weight == expected


def test_parts_follow_their_indicator(organization_of: MakeOrganization) -> None:
    sheet = sheet_of(organization_of, "{use: shared, weight: 50%}, {name: 丙, parts: [{name: 丁}]}")
    assert [(one.depth, one.name, one.parts) for one in sheet.measures] == [
        (0, "满意度", (1, 2)), (1, "甲", ()), (1, "乙", ()), (0, "丙", ()), (1, "丁", ()),
    ]  # fmt: skip
    assert sheet.first == (0, 3)


def test_targets_stand_in_the_columns_that_there_are(organization_of: MakeOrganization) -> None:
    kpis = "{name: 甲, targets: {month: ≥90%, year: ≥92%}}, {name: 乙, target: 按时}"
    sheet = sheet_of(organization_of, kpis)
    assert sheet.target_heads == ("月度", "年度")
    assert [one.targets for one in sheet.measures] == [("≥90%", "≥92%"), ("按时", "按时")]
    assert sheet_of(organization_of, "{name: 甲, target: ≥90%}").target_heads == ("目标",)
    assert sheet_of(organization_of, "{name: 甲}").target_heads == ()


def test_columns_that_nothing_fills_have_no_head(organization_of: MakeOrganization) -> None:
    assert not {"formula", "criteria"} & {*sheet_of(organization_of, "{name: 甲}").heads}
    sheet = sheet_of(organization_of, "{name: 甲, formula: 数, criteria: 扣分, source: 台账}")
    assert {"formula", "criteria"} <= {*sheet.heads}
    assert (sheet.measures[0].formula, sheet.measures[0].criteria) == ("数", "扣分\n信息来源：台账")


def test_bands_from_the_lowest_to_the_highest(organization_of: MakeOrganization) -> None:
    bands = ", bands: [{label: 优, min: 90, max: 120}, {label: 差, max: 60}, {label: 中, min: 60, max: 90}]"
    sheet = sheet_of(organization_of, "{name: 甲}", bands)
    assert [(band.label, band.low, band.high) for band in sheet.bands] == [
        ("差", None, 60), ("中", 60, 90), ("优", 90, 120),
    ]  # fmt: skip
    assert (sheet.highest, sheet.is_graded) == (120, True)
    worded = sheet_of(organization_of, "{name: 甲}", ", bands: [{label: 好}, {label: 坏}]")
    assert (worded.highest, worded.is_graded) == (100, False)


def test_the_parts_of_a_composite_score(organization_of: MakeOrganization) -> None:
    more = ", composite: [{part: personal, weight: 60%}, {part: company, weight: 40%, formula: 年报}], notes: 一句"
    sheet = sheet_of(organization_of, "{name: 甲}", more)
    assert [(one.title, one.explanation, one.weight, one.is_own) for one in sheet.composite] == [
        ("个人绩效", "", 0.6, True), ("公司绩效", "年报", 0.4, False),
    ]  # fmt: skip
    assert sheet.remarks == ("说明：一句",)


@pytest.mark.parametrize(
    ("weights", "expected"),
    [(("60%", "40%"), True), (("60%", ""), False), (("60%",), False), (("50-60%", "40%"), False)],
)
def test_sets_make_one_score_where_each_has_a_weight(
    organization_of: MakeOrganization, weights: tuple[str, ...], expected: bool
) -> None:
    sets = ", ".join(
        f"{{title: 表{n}, kpis: [{{name: 甲}}]{f', weight: {w}' if w else ''}}}" for n, w in enumerate(weights)
    )
    assert card_of(organization_of, sets).is_weighed is expected


def test_who_is_named_on_it(organization_of: MakeOrganization) -> None:
    card = card_of(organization_of, "{kpis: [{name: 甲, monitor: quality-manager}]}", "en")
    assert (card.title, card.assessor, card.labels["incumbent"]) == ("Engineer", "Quality Manager", "Name")
    assert len(card.signers) == 3
