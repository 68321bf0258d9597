"""Findings as a GitLab code quality report."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from posdoc.reporters.gitlab import report
from tests.reporters.conftest import Examples
from tests.reporters.findings import FINDINGS, SOURCE, Lines, finding


def test_gitlab() -> None:
    first, second = json.loads(report(FINDINGS, SOURCE, "en", False))
    fingerprint = first.pop("fingerprint")
    assert first == {
        "description": "POS301 duty-time-not-100: the time of all duties must add up to 100%; it is 45%",
        "check_name": "duty-time-not-100",
        "severity": "major",
        "location": {"path": "positions/甲.yaml", "lines": {"begin": 2, "end": 2}},
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


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


DOCUMENTED = Draft202012Validator({
    "type": "array",
    "items": _object(
        description={"type": "string", "minLength": 1},
        check_name={"type": "string", "minLength": 1},
        fingerprint={"type": "string", "minLength": 1},
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=_object(
            path={"type": "string", "pattern": "^[^/.]"},
            lines=_object(begin={"type": "integer", "minimum": 1}),
        ),
    ),
})  # fmt: skip
"""What GitLab's manual asks of a code quality report."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_finding_is_as_documented(examples: Examples, language: str) -> None:
    issues = json.loads(report(examples.findings, examples.lines, language, False))
    assert list(DOCUMENTED.iter_errors(issues)) == []
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) > 300
