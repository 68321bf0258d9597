"""Findings as JUnit XML."""

from __future__ import annotations

from xml.etree import ElementTree

from posdoc.diagnostics import Diagnostic, Span
from posdoc.phrases import Phrase
from posdoc.reporters.junit import report
from tests.reporters.findings import FINDINGS, SOURCE, TIME


def test_junit() -> None:
    suites = ElementTree.fromstring(report(FINDINGS, SOURCE, "en", False).encode())
    assert (suites.get("tests"), suites.get("failures")) == ("2", "2")
    (suite,) = suites
    assert suite.get("name") == "positions/甲.yaml"
    cases = [(case.get("classname"), case.get("name"), case.get("line")) for case in suite]
    assert cases == [
        ("positions/甲.yaml", "POS301 duty-time-not-100 2:1", "2"),
        ("positions/甲.yaml", "POS106 empty-value 1:13", "1"),
    ]
    failure = suite[0][0]
    assert (failure.get("type"), failure.get("message")) == (
        "POS301", "the time of all duties must add up to 100%; it is 45%",
    )  # fmt: skip
    assert failure.text is not None
    assert failure.text.endswith("\n55% more is needed")


def test_each_file_is_one_suite() -> None:
    found = [Diagnostic(TIME, Span(path, line), Phrase("甲", "a")) for path, line in (("b", 1), ("a", 1), ("b", 2))]
    suites = ElementTree.fromstring(report(found, SOURCE, "en", False).encode())
    assert [(suite.get("name"), len(suite)) for suite in suites] == [("a", 1), ("b", 2)]


def test_nothing_is_one_test_that_passed() -> None:
    suites = ElementTree.fromstring(report((), SOURCE, "en", False).encode())
    assert (suites.get("tests"), suites.get("failures"), len(suites[0])) == ("1", "0", 1)


def test_markup_is_escaped() -> None:
    odd = Diagnostic(TIME, Span('a"<b>.yaml'), Phrase("<&>", "<&> \"'"))
    suites = ElementTree.fromstring(report((odd,), SOURCE, "en", False).encode())
    assert suites[0].get("name") == 'a"<b>.yaml'
    assert suites[0][0][0].get("message") == "<&> \"'"
