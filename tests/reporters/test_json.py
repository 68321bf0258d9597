"""Findings as JSON, exactly."""

from __future__ import annotations

import json

import pytest

from posdoc.reporters.json import report
from tests.reporters.findings import EMPTY, FINDINGS, NOTE, SOURCE, TIME, finding

OUTPUT = """\
{
  "findings": [
    {
      "code": "POS301",
      "name": "duty-time-not-100",
      "severity": "error",
      "message": "the time of all duties must add up to 100%; it is 45%",
      "hint": "55% more is needed",
      "path": "positions/甲.yaml",
      "line": 2,
      "column": 1,
      "end_line": 2,
      "end_column": 7,
      "related": [
        {
          "message": "45%",
          "path": "positions/甲.yaml",
          "line": 3,
          "column": 11,
          "end_line": 3,
          "end_column": 14
        }
      ]
    },
    {
      "code": "POS106",
      "name": "empty-value",
      "severity": "warning",
      "message": "'售后主管' will not do",
      "hint": null,
      "path": "positions/甲.yaml",
      "line": 1,
      "column": 13,
      "end_line": 1,
      "end_column": 17,
      "related": []
    }
  ]
}
"""


def test_json() -> None:
    assert report(FINDINGS, SOURCE, "en", False) == OUTPUT


def test_messages_in_chinese() -> None:
    first, second = json.loads(report(FINDINGS, SOURCE, "zh", False))["findings"]
    assert (first["message"], first["hint"]) == ("各项职责的时间应合计 100%，现为 45%", "还差 55%")
    assert (second["severity"], second["message"]) == ("warning", "“售后主管”不妥")


def test_no_findings() -> None:
    assert report((), SOURCE, "en", False) == '{\n  "findings": []\n}\n'


@pytest.mark.parametrize("color", [True, False])
def test_it_is_never_coloured(color: bool) -> None:
    assert report(FINDINGS, SOURCE, "en", color) == OUTPUT


def test_severities_are_words() -> None:
    found = json.loads(report([finding(1, 1, 1, kind=kind) for kind in (TIME, EMPTY, NOTE)], SOURCE, "en", False))
    assert [entry["severity"] for entry in found["findings"]] == ["error", "warning", "info"]
