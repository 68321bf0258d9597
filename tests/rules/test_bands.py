"""Grading bands, and ranges of scores in texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.rules import band_gap_or_overlap, score_ranges_share_ends
from tests.example_files import write_files
from tests.rules.marked import check_marks, found

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
kpis: []
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
EXACT = HEAD.replace("kpis: []", "rules: {options: {band-gap-or-overlap: {whole_scores: false}}}")


def bands(*written: str, head: str = HEAD) -> str:
    made = ", ".join(f"{{label: {chr(ord('A') + n)}, {ends}}}" for n, ends in enumerate(written))
    return head + f"kpi_sets: [{{kpis: [], bands: [{made}]}}]\n"


BANDS = {
    "falling": bands("min: 90, max: 100", "min: 60, max: 90", "min: 0, max: 60"),
    "rising": bands("min: 0, max: 60", "min: 60, max: 90", "min: 90, max: 100"),
    "a gap": bands("min: 90, max: 100", "min: 60, max: «80»", "min: 0, max: 60"),
    "a gap, rising": bands("min: 0, max: «50»", "min: 60, max: 90", "min: 90, max: 100"),
    "two gaps": bands("min: 90, max: 100", "min: 60, max: «80»", "min: 0, max: «50»"),
    "an overlap": bands("min: 90, max: 100", "min: 60, max: «91»", "min: 0, max: 60"),
    "two overlaps": bands("min: 90, max: 100", "min: 60, max: «91»", "min: 0, max: «61»"),
    "the same beginning": bands("min: 60, max: 100", "min: «60», max: 90", "min: 0, max: 60"),
    "whole scores": bands("min: 90, max: 100", "min: 60, max: 89", "min: 0, max: 59"),
    "whole scores, two apart": bands("min: 90, max: 100", "min: 60, max: «88»", "min: 0, max: 59"),
    "whole scores, exactly": bands("min: 90, max: 100", "min: 60, max: «89»", "min: 0, max: 60", head=EXACT),
    "exact scores": bands("min: 90, max: 100", "min: 60, max: 90", "min: 0, max: 60", head=EXACT),
    "tenths": bands("min: 90, max: 100", "min: 60, max: 89.9", "min: 0, max: 59.9"),
    "tenths, two apart": bands("min: 90, max: 100", "min: 60, max: «89.8»", "min: 0, max: 59.9"),
    "hundredths": bands("min: 0.8, max: 1", "min: 0.6, max: 0.79", "min: 0, max: 0.59"),
    "turned round": bands("min: 90, max: 100", "min: 90, max: «60»", "min: 0, max: 60"),
    "all turned round": bands("min: 100, max: «90»", "min: 90, max: «0»"),
    "one score": bands("min: 100, max: 100", "min: 0, max: 100"),
    "in no order": bands("min: 60, max: 90", "min: 90, max: 100", "min: «0», max: 60"),
    "in no order, falling first": bands("min: 90, max: 100", "min: 0, max: 60", "min: «60», max: 90"),
    "nothing below": bands("min: 90, max: 100", "min: «60», max: 90"),
    "from 1 on a scale of 5": bands("min: 4, max: 5", "min: 1, max: 4"),
    "from 1 on a scale of 10": bands("min: 4, max: 10", "min: 1, max: 4"),
    "from 1 on a scale of 11": bands("min: 4, max: 11", "min: «1», max: 4"),
    "from 2 on a scale of 5": bands("min: 4, max: 5", "min: «2», max: 4"),
    "below zero": bands("min: 0, max: 100", "min: -20, max: 0"),
    "only lower ends, down to 0": bands("min: 90", "min: 60", "min: 0"),
    "only lower ends": bands("min: 0.8", "min: «0.6»"),
    "only upper ends": bands("max: 60", "max: 80", "max: 100"),
    "open at both ends": bands("min: 90", "min: 60, max: 90", "max: 60"),
    "open at both ends, in no order": bands("min: 60, max: 90", "min: 90", "max: «60»"),
    "open at both ends, a gap": bands("min: 90", "min: 60, max: «80»", "max: 60"),
    "open at both ends, a gap below": bands("min: 90", "min: 60, max: 90", "max: «50»"),
    "open at both ends, an overlap": bands("min: 90", "min: 60, max: 90", "max: «70»"),
    "only upper ends, falling": bands("max: 100", "max: 80", "max: 60"),
    "only upper ends, in no order": bands("max: 80", "max: 100", "max: «60»"),
    "the same beginning, left open": bands("min: 60", "min: «60», max: 90", "min: 0, max: 60"),
    "no numbers": bands("consequence: x", "consequence: y"),
    "one without numbers": bands("min: 90, max: 100", "min: 60, max: 80", "consequence: y"),
    "one without numbers, an overlap": bands("min: 90, max: 100", "min: 60, max: «95»", "consequence: y"),
    "one alone": bands("min: 60, max: 100"),
    "none": HEAD + "kpi_sets: [{kpis: [], bands: []}]\n",
    "of an indicator": HEAD
    + "kpi_sets: [{kpis: [{name: x, bands: [{label: A, min: 90, max: 100}, {label: B, min: «60», max: 90}]}]}]\n",
    "of a shared indicator": HEAD.replace(
        "kpis: []", "kpis: [{id: x, name: x, bands: [{label: A, min: 90}, {label: B, min: «60», max: 90}]}]"
    )
    + "kpi_sets: [{kpis: [{use: x}, {use: x}]}]\n",
    "equal ends in a gap of two": bands("min: 3, max: 4", "min: 1, max: «1»"),
    "taken over": bands("min: 90, max: 100", "min: «60», max: 90") + "## positions/service/b.yaml\nbased_on: manager\n",
}


@pytest.mark.parametrize("example", BANDS.values(), ids=BANDS)
def test_bands(tmp_path: Path, example: str) -> None:
    assert len(check_marks(band_gap_or_overlap, tmp_path, example)) == example.count("«")


# the case; what is said; the way out; the other place
SAID = [
    (
        "a gap", "there is no band between 80 and 90", "let 'B' reach up to 90, or add a band", "'A' begins here",
    ),
    (
        "an overlap", "'B' and 'A' overlap from 90 on", "let the lower band end where the upper one begins",
        "'A' begins here",
    ),
    (
        "the same beginning", "'B' and 'A' overlap from 60 on", "let the lower band end where the upper one begins",
        "'A' begins here",
    ),
    (
        "turned round", "the upper end of 'B', 60, is below its lower end, 90", "turn them round: min: 60 and max: 90",
        "the lower end",
    ),
    (
        "in no order", "'C' breaks the order of the bands, which rises up to there",
        "put the bands in falling (or rising) order", "the band before it, 'B'",
    ),
    (
        "in no order, falling first", "'C' breaks the order of the bands, which falls up to there",
        "put the bands in falling (or rising) order", "the band before it, 'B'",
    ),
    (
        "only lower ends", "there is no band below 0.6",
        "add a band for scores below 0.6, or leave out the lower end if there are none", None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "message", "way_out", "other"), SAID)
def test_what_is_said(tmp_path: Path, case: str, message: str, way_out: str, other: str | None) -> None:
    (finding,) = check_marks(band_gap_or_overlap, tmp_path, BANDS[case])
    assert finding.message.en == message
    assert finding.hint is not None
    assert finding.hint.en == way_out
    assert [related.message.en for related in finding.related] == ([other] if other else [])


@pytest.mark.parametrize("ends", ["min: some, max: 80", "min: 60, max: some", "max: some, min: some"])
def test_bands_that_could_not_be_read_are_left_alone(tmp_path: Path, ends: str) -> None:
    organization, of_reading = load(write_files(tmp_path, bands("min: 95, max: 100", ends, "min: 10, max: 20")))
    assert of_reading
    assert list(band_gap_or_overlap.check(organization, band_gap_or_overlap.BandOptions())) == []


# --- ranges in texts ----------------------------------------------------------------------------------------


def notes(text: str) -> str:
    return HEAD + f'kpi_sets: [{{kpis: [], notes: "{text}"}}]\n'


CLEAR = [
    "100-90分，89-70分", "90-100，70-89", "90分以上优秀，70-90分良好", "90（含）-100，70-90",
    "[90-100]、[80-90)", "90-100，80-90，低于80", "90-100分、80-90分（不含90）", "9:00-12:00，12:00-13:00",
    "1-3月，3-5月", "2026-03-01至03-05", "电话 010-8888-8888", "90-100分", "每低1个百分点扣2分",
    "90-100 points, below 90 fails, 80-90 inclusive", "第1-3项各10分，第4-6项各5分",
    "3-5次扣5分，5-8次扣10分",
    "60-70分与相隔很远很远很远很远很远很远很远很远很远很远很远很远很远的 70-80分", "超过90-100分、80-90分",
]  # fmt: skip


@pytest.mark.parametrize("text", CLEAR)
def test_ranges_that_are_clear(tmp_path: Path, text: str) -> None:
    assert found(score_ranges_share_ends, tmp_path, notes(text)) == []


UNCLEAR = [
    "«90»-100，80-90", "优 «90»-100分；良 80-90分；差 0-80分", "90-100分，71-89分，60-«70»分，70-75分",
    "«9.5»-10 points, 8-9.5 points",
    "100-«90»分、90-70分、70-60分", "60-«70»分，70-90分，90-100分",
    "远超目标（100-«90»分），超过目标（90-70分）", "90％-«95»％，95％-100％", "0~«60» 60~80",
    "80到«90»分良好；90到100分优秀", "90-100分，89-«70»分，70-60分", "0—«59.5»分，59.5—100分",
    "60-«70» points, 70-80 points",
]  # fmt: skip


@pytest.mark.parametrize("text", UNCLEAR)
def test_ranges_that_share_an_end(tmp_path: Path, text: str) -> None:
    (finding,) = check_marks(score_ranges_share_ends, tmp_path, notes(text))
    end = text.partition("«")[2].partition("»")[0]
    assert finding.message.en == f"'{end}' belongs to two ranges at once"


def labels(*written: str, ends: str = "") -> str:
    return HEAD + "kpi_sets: [{kpis: [], bands: [" + ", ".join(f"{{label: {w}{ends}}}" for w in written) + "]}]\n"


ELSEWHERE = {
    "criteria": HEAD + "kpi_sets: [{kpis: [{name: x, criteria: 90-«80»分、80-70分}]}]\n",
    "formula": HEAD + "kpi_sets: [{kpis: [{name: x, formula: 90-«80»分、80-70分}]}]\n",
    "consequence": HEAD + "kpi_sets: [{kpis: [], bands: [{label: A, consequence: 90-«80»分、80-70分}]}]\n",
    "a shared indicator": HEAD.replace("kpis: []", "kpis: [{id: x, name: x, criteria: 90-«80»分、80-70分}]")
    + "kpi_sets: [{kpis: [{use: x}, {use: x}]}]\n",
    "both languages": HEAD + "kpi_sets: [{kpis: [], notes: {zh: 90-«80»分、80-70分, en: '90-«80», 80-70'}}]\n",
    "one language": HEAD + "kpi_sets: [{kpis: [], notes: {zh: 90-80分、79-70分, en: '90-«80», 80-70'}}]\n",
    "names of bands": labels("优90-100分", "良80-«90»分", "差0-«80»分"),
    "names of bands, falling": labels("优100-90分", "良«90»-80分", "差«80»-0分"),
    "names of bands with numbers": labels("优90-100分", "良80-90分", ends=", min: 1"),
    "names of bands, clear": labels("优90-100分", "良80-89分"),
    "names of bands that say which": labels("优90-100分（含90）", "良80-90分"),
    "names of bands alike": labels("优90-100分", "良90-100分"),
    "names of bands of an indicator": HEAD
    + "kpi_sets: [{kpis: [{name: x, bands: [{label: 90-100}, {label: 80-«90»}]}]}]\n",
    "abolished": HEAD + "status: abolished\nkpi_sets: [{kpis: [], notes: 90-80分、80-70分}]\n",
    "not about scores": HEAD + "purpose: 90-80分、80-70分\n",
}


@pytest.mark.parametrize("example", ELSEWHERE.values(), ids=ELSEWHERE)
def test_ranges_elsewhere(tmp_path: Path, example: str) -> None:
    assert len(check_marks(score_ranges_share_ends, tmp_path, example)) == example.count("«")


def test_the_band_before_is_shown(tmp_path: Path) -> None:
    findings = check_marks(score_ranges_share_ends, tmp_path, ELSEWHERE["names of bands"])
    assert [related.message.en for finding in findings for related in finding.related] == ["the band before it"] * 2
    assert findings[0].hint is not None
    assert findings[0].hint.en == "say which one it belongs to, such as '90 and over', or use bands with min and max"
