"""The weights of assessments: of indicators, their parts, sheets and composite scores."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import (
    composite_weight_not_100,
    kpi_part_weight_not_100,
    kpi_sheet_weight_not_100,
    kpi_weight_not_100,
    kpi_without_weight,
)
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
kpis: [{id: shared, name: 客户满意度, target: ≥95%, weight: 40%}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
ABOLISHED = HEAD + "status: abolished\n"
PLANNED = HEAD + "status: planned\n"


# --- a sheet ------------------------------------------------------------------------------------------------


SHEETS = {
    "100": HEAD + "kpi_sets: [{kpis: [{name: a, weight: 60%}, {name: b, weight: 40%}]}]\n",
    "99.9": HEAD + "kpi_sets: [{«kpis»: [{name: a, weight: 60%}, {name: b, weight: 39.9%}]}]\n",
    "100.1": HEAD + "kpi_sets: [{«kpis»: [{name: a, weight: 60%}, {name: b, weight: 40.1%}]}]\n",
    "a range that ends at 100": HEAD + "kpi_sets: [{kpis: [{name: a, weight: 50-60%}, {name: b, weight: 30-40%}]}]\n",
    "a range that begins at 100": HEAD + "kpi_sets: [{kpis: [{name: a, weight: 60-70%}, {name: b, weight: 40%}]}]\n",
    "a shared one brings no weight": HEAD + "kpi_sets: [{«kpis»: [{use: shared}, {name: b, weight: 60%}]}]\n",
    "a shared one with its own": HEAD + "kpi_sets: [{kpis: [{use: shared, weight: 40%}, {name: b, weight: 60%}]}]\n",
    "abolished": ABOLISHED + "kpi_sets: [{kpis: [{name: a, weight: 60%}]}]\n",
    "planned": PLANNED + "kpi_sets: [{«kpis»: [{name: a, weight: 60%}]}]\n",
    "taken over": HEAD
    + "kpi_sets: [{«kpis»: [{name: a, weight: 60%}]}]\n## positions/service/b.yaml\nbased_on: manager\n",
}


@pytest.mark.parametrize("example", SHEETS.values(), ids=SHEETS)
def test_a_sheet(tmp_path: Path, example: str) -> None:
    assert len(check_marks(kpi_weight_not_100, tmp_path, example)) == example.count("«")


def test_a_sheet_says_what_is_off_and_where_the_weights_stand(tmp_path: Path) -> None:
    example = HEAD + "kpi_sets: [{«kpis»: [{name: a, weight: 70-80%}, {name: b, weight: 35%}, {name: c}]}]\n"
    (finding,) = check_marks(kpi_weight_not_100, tmp_path, example)
    assert finding.message.en == "the weights of all indicators must add up to 100%; they make 105%"
    assert finding.hint is not None
    assert finding.hint.en == "5% too much"
    assert [related.message.en for related in finding.related] == ["70-80%", "35%"]
    assert [related.span.column for related in finding.related] == [38, 65]


# --- the parts of an indicator ------------------------------------------------------------------------------


def parts(written: str) -> str:
    return HEAD + f"kpi_sets: [{{kpis: [{{name: 满意度, {written}}}]}}]\n"


PARTS = {
    "100": parts("weight: 30%, parts: [{name: a, weight: 60%}, {name: b, weight: 40%}]"),
    "its own weight": parts("weight: 30%, parts: [{name: a, weight: 20%}, {name: b, weight: 10%}]"),
    "one below its own weight": parts("weight: 30%, «parts»: [{name: a, weight: 20%}, {name: b, weight: 9%}]"),
    "one above its own weight": parts("weight: 30%, «parts»: [{name: a, weight: 20%}, {name: b, weight: 11%}]"),
    "its own range, lower end": parts("weight: 30-40%, parts: [{name: a, weight: 20%}, {name: b, weight: 10%}]"),
    "its own range, upper end": parts("weight: 30-40%, parts: [{name: a, weight: 20%}, {name: b, weight: 20%}]"),
    "above its own range": parts("weight: 30-40%, «parts»: [{name: a, weight: 20%}, {name: b, weight: 21%}]"),
    "a range about its own": parts("weight: 30%, parts: [{name: a, weight: 20-25%}, {name: b, weight: 5-10%}]"),
    "no weight of its own": parts("«parts»: [{name: a, weight: 20%}, {name: b, weight: 10%}]"),
    "no weights": parts("weight: 30%, parts: [{name: a}, {name: b}]"),
    "some have none": parts("weight: 30%, «parts»: [{name: a, weight: 20%}, {name: b}]"),
    "parts of parts": parts("parts: [{name: a, weight: 100%, «parts»: [{name: c, weight: 50%}]}]"),
    "no parts": parts("weight: 30%"),
    "of a shared one": HEAD.replace("weight: 40%}", "«parts»: [{name: a, weight: 90%}]}"),
    "of an abolished position": parts("parts: [{name: a, weight: 20%}]").replace("kpi_sets", "status: abolished\nkpi_sets"),
}  # fmt: skip


@pytest.mark.parametrize("example", PARTS.values(), ids=PARTS)
def test_parts(tmp_path: Path, example: str) -> None:
    assert len(check_marks(kpi_part_weight_not_100, tmp_path, example)) == example.count("«")


# what the indicator says; what is said of it
PARTS_SAID = [
    (
        "weight: 30%, «parts»: [{name: a, weight: 20%}]",
        "the weights of the parts must make 100% or the weight of the indicator; they make 20%",
        "make them add up to 100%, or to 30%", ["its own weight 30%", "20%"],
    ),
    (
        "weight: 100%, «parts»: [{name: a, weight: 20-30%}, {name: b}, {name: c}]",
        "the weights of the parts must make 100%; they make 20–30%; 2 of them have none",
        "70% more is needed", ["its own weight 100%", "20-30%"],
    ),
    (
        "«parts»: [{name: a, weight: 80%}, {name: b, weight: 30%}, {name: c}]",
        "the weights of the parts must make 100%; they make 110%; 1 of them has none",
        "10% too much", ["80%", "30%"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("written", "message", "way_out", "places"), PARTS_SAID)
def test_what_is_said_of_parts(tmp_path: Path, written: str, message: str, way_out: str, places: list[str]) -> None:
    (finding,) = check_marks(kpi_part_weight_not_100, tmp_path, parts(written))
    assert finding.message.en == message
    assert finding.hint is not None
    assert finding.hint.en == way_out
    assert [related.message.en for related in finding.related] == places


# --- several sheets -----------------------------------------------------------------------------------------


def several(*sheets: str, also: str = "", key: str = "kpi_sets") -> str:
    lines = "".join(f"  - {{{sheet}, kpis: [{{name: a}}]}}\n" for sheet in sheets)
    return HEAD + also + f"{key}:\n" + lines


WEIGHED = "competences: [{name: 诊断, weight: 50%}]\n"
SEVERAL = {
    "100": several("weight: 60%", "weight: 40%"),
    "99": several("weight: 60%", "weight: 39%", key="«kpi_sets»"),
    "101": several("weight: 60%", "weight: 41%", key="«kpi_sets»"),
    "none": several("title: a", "title: b"),
    "each 100": several("weight: 100%", "weight: 100%"),
    "one 100, another more": several("weight: 100%", "weight: 20%", key="«kpi_sets»"),
    "each a range about 100": several("weight: 90-100%", "weight: 100%"),
    "each period 100": several(
        "period: month, weight: 60%", "period: month, weight: 40%", "period: year, weight: 100%"
    ),
    "one period less": several(
        "period: month, weight: 60%", "period: month, weight: 30%", "period: year, weight: 100%", key="«kpi_sets»"
    ),
    "one alone": several("weight: 80%", key="«kpi_sets»"),
    "one alone and competences": several("weight: 80%", also=WEIGHED),
    "competences without weights": several("weight: 80%", also="competences: [诊断]\n", key="«kpi_sets»"),
    "more than 100 and competences": several("weight: 80%", "weight: 30%", also=WEIGHED, key="«kpi_sets»"),
    "a second without weight": several("weight: 100%", "title: b"),
    "abolished": several("weight: 80%", also="status: abolished\n"),
}


@pytest.mark.parametrize("example", SEVERAL.values(), ids=SEVERAL)
def test_several_sheets(tmp_path: Path, example: str) -> None:
    check_marks(kpi_sheet_weight_not_100, tmp_path, example)


def test_what_is_said_of_several_sheets(tmp_path: Path) -> None:
    example = several("weight: 60%", "weight: 30-35%", "title: c", key="«kpi_sets»")
    (finding,) = check_marks(kpi_sheet_weight_not_100, tmp_path, example)
    assert finding.message.en == "the weights of all sheets must add up to 100%; they make 90–95%; 1 of them has none"
    assert finding.message.zh.endswith("；有 1 项未写")
    assert finding.hint is not None
    assert finding.hint.en == "5% more is needed"
    assert [related.message.en for related in finding.related] == ["60%", "30-35%"]


# --- a composite score --------------------------------------------------------------------------------------


def composite(*weights: str, key: str = "composite") -> str:
    names = ("personal", "department", "company")
    made = ", ".join(f"{{part: {name}, weight: {weight}}}" for name, weight in zip(names, weights, strict=False))
    return HEAD + f"kpi_sets: [{{kpis: [{{name: a}}], {key}: [{made}]}}]\n"


COMPOSITES = {
    "100": composite("60%", "30%", "10%"),
    "99": composite("60%", "30%", "9%", key="«composite»"),
    "101": composite("60%", "30%", "11%", key="«composite»"),
    "ranges": composite("50-60%", "40-50%"),
    "only one": composite("60%", key="«composite»"),
    "none": composite(),
}


@pytest.mark.parametrize("example", COMPOSITES.values(), ids=COMPOSITES)
def test_a_composite_score(tmp_path: Path, example: str) -> None:
    for finding in check_marks(composite_weight_not_100, tmp_path, example):
        assert finding.hint is not None
        assert finding.related


# --- without a weight ---------------------------------------------------------------------------------------


WITHOUT = {
    "all have one": HEAD + "kpi_sets: [{kpis: [{name: a, weight: 60%}, {name: b, weight: 40%}]}]\n",
    "one of two": HEAD + "kpi_sets: [{kpis: [{name: a, weight: 60%}, {name: «b»}]}]\n",
    "two of three": HEAD + "kpi_sets: [{kpis: [{name: «a»}, {name: b, weight: 60%}, {use: «shared»}]}]\n",
    "a weight of 0": HEAD + "kpi_sets: [{kpis: [{name: a, weight: 100%}, {name: b, weight: 0}]}]\n",
    "one alone": HEAD + "kpi_sets: [{kpis: [{name: a}]}]\n",
    "none of two": HEAD + "kpi_sets: [{«kpis»: [{name: a}, {name: b}]}]\n",
    "competences and attitudes": HEAD
    + "kpi_sets: [{kpis: [{name: a, dimension: competence}, {name: b, dimension: attitude}]}]\n",
    "competences and another": HEAD
    + "kpi_sets: [{«kpis»: [{name: a, dimension: competence}, {name: b, dimension: qualitative}]}]\n",
    "an attitude among weights": HEAD
    + "kpi_sets: [{kpis: [{name: a, weight: 100%}, {name: «b», dimension: attitude}]}]\n",
    "planned": PLANNED + "kpi_sets: [{kpis: [{name: a}, {name: b}]}]\n",
    "abolished": ABOLISHED + "kpi_sets: [{kpis: [{name: a, weight: 60%}, {name: b}]}]\n",
    "taken over from a planned one": PLANNED
    + "kpi_sets: [{«kpis»: [{name: a}, {name: b}]}]\n## positions/service/b.yaml\nbased_on: manager\n",
    "parts": HEAD + "kpi_sets: [{kpis: [{name: a, weight: 100%, parts: [{name: c}, {name: d}]}]}]\n",
}


@pytest.mark.parametrize("example", WITHOUT.values(), ids=WITHOUT)
def test_without_a_weight(tmp_path: Path, example: str) -> None:
    assert len(check_marks(kpi_without_weight, tmp_path, example)) == example.count("«")


def test_what_is_said_of_one_without_a_weight(tmp_path: Path) -> None:
    example = HEAD + "kpi_sets: [{kpis: [{use: «shared»}, {name: b, weight: 60%}]}]\n"
    (finding,) = check_marks(kpi_without_weight, tmp_path, example)
    assert finding.message.en == "'shared' has no weight, though others of the sheet have one"
    (related,) = finding.related
    assert related.message.en == "this one has a weight"
    assert related.span.column == 53


def test_how_many_have_no_weight(tmp_path: Path) -> None:
    example = HEAD + "kpi_sets: [{«kpis»: [{name: a}, {name: b}, {name: c}]}]\n"
    (finding,) = check_marks(kpi_without_weight, tmp_path, example)
    assert finding.message.en == "none of the 3 indicators of this sheet has a weight"
