"""Findings one to a line, exactly."""

from __future__ import annotations

import pytest

from posdoc.reporters.concise import report
from tests.reporters.findings import FINDINGS, SOURCE

CHINESE = """\
positions/甲.yaml:2:1: 错误 POS301 各项职责的时间应合计 100%，现为 45%
positions/甲.yaml:1:13: 警告 POS106 “售后主管”不妥
"""
ENGLISH = """\
positions/甲.yaml:2:1: error POS301 the time of all duties must add up to 100%; it is 45%
positions/甲.yaml:1:13: warning POS106 '售后主管' will not do
"""


@pytest.mark.parametrize(("language", "expected"), [("zh", CHINESE), ("en", ENGLISH)])
def test_concise(language: str, expected: str) -> None:
    assert report(FINDINGS, SOURCE, language, False) == expected


def test_nothing() -> None:
    assert report((), SOURCE, "en", False) == ""
