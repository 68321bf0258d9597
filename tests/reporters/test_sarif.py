"""Findings as SARIF."""

from __future__ import annotations

import json
from typing import Any

import pytest

from posdoc.manual import all_pages
from posdoc.reporters.sarif import report
from tests.reporters.findings import FINDINGS, SOURCE


def run_of(language: str = "en", findings: Any = FINDINGS) -> dict[str, Any]:
    log = json.loads(report(findings, SOURCE, language, False))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_results() -> None:
    run = run_of()
    first, second = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert (first["ruleId"], first["level"], second["ruleId"], second["level"]) == (
        "POS301",
        "error",
        "POS106",
        "warning",
    )
    assert first["message"]["text"] == (
        "the time of all duties must add up to 100%; it is 45%\n55% more is needed\nrelated: [positions/甲.yaml:3:11 45%](1)"
    )
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "positions/%E7%94%B2.yaml", "uriBaseId": "WORKSPACE"},
                "contextRegion": {
                    "startLine": 1,
                    "endLine": 3,
                    "snippet": {"text": "title: {zh: 售后主管, en: Head}\nduties:\n  - time: 45%"},
                },
                "region": {
                    "startLine": 2,
                    "startColumn": 1,
                    "endLine": 2,
                    "endColumn": 7,
                    "snippet": {"text": "duties"},
                },
            }
        }
    ]
    (related,) = first["relatedLocations"]
    assert (related["id"], related["message"]["text"]) == (1, "45%")
    assert "relatedLocations" not in second
    assert first["partialFingerprints"]["posdoc/v1"] != second["partialFingerprints"]["posdoc/v1"]


def test_every_result_points_at_its_rule() -> None:
    run = run_of()
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["POS301", "POS106"]


def test_all_kinds_of_findings_are_described_even_without_findings() -> None:
    rules = {rule["id"]: rule for rule in run_of(findings=())["tool"]["driver"]["rules"]}
    assert sorted(rules) == [page.kind.code for page in all_pages()]
    assert rules["POS301"]["name"] == "DutyTimeNot100"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_manual_is_in_the_language(language: str) -> None:
    rules = {rule["id"]: rule for rule in run_of(language)["tool"]["driver"]["rules"]}
    for page in all_pages():
        what, why = page.prose.what.in_(language), page.prose.why.in_(language)
        assert rules[page.kind.code]["shortDescription"]["text"] == what
        assert rules[page.kind.code]["fullDescription"]["text"] == f"{what} {why}"
        assert rules[page.kind.code]["help"]["text"] == f"{what}\n\n{why}"
        assert "«" not in rules[page.kind.code]["help"]["markdown"]
