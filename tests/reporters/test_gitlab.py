"""Findings as a GitLab code quality report."""

from __future__ import annotations

import json

from posdoc.reporters.gitlab import report
from tests.reporters.findings import FINDINGS, SOURCE, Lines, finding


def test_gitlab() -> None:
    first, second = json.loads(report(FINDINGS, SOURCE, "en", False))
    fingerprint = first.pop("fingerprint")
    assert first == {
        "description": "POS301 duty-time-not-100: the time of all duties must add up to 100%; it is 45%",
        "check_name": "duty-time-not-100",
        "severity": "major",
        "location": {
            "path": "positions/甲.yaml",
            "positions": {"begin": {"line": 2, "column": 1}, "end": {"line": 2, "column": 7}},
        },
    }
    assert second["severity"] == "minor"
    assert len({fingerprint, second["fingerprint"]}) == 2


def test_nothing() -> None:
    assert report((), SOURCE, "zh", False) == "[]\n"


def marks(*lines: str, at: int) -> list[str]:
    found = (finding(at, 1, 2), finding(at, 3, 4))
    return [issue["fingerprint"] for issue in json.loads(report(found, Lines(*lines), "en", False))]


def test_fingerprints_survive_lines_added_above() -> None:
    before = marks("title: a", at=1)
    after = marks("# a comment", "", "  title: a", at=3)
    assert before == after
    assert len(set(before)) == 2
    assert marks("title: b", at=1) != before
