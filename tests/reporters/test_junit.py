"""Findings as JUnit XML."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from posdoc.diagnostics import Diagnostic, Span
from posdoc.phrases import Phrase
from posdoc.reporters.junit import report
from tests.reporters.conftest import Examples
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


# --- as servers read it -------------------------------------------------------------------------------------

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "junit-10.xsd"))
OF_GITLAB = ("file", "line")
"""GitLab reads ``file`` of a test case and other servers ``line``. Jenkins skips what its schema does not name."""


def validated(xml: str) -> etree._Element:
    """The document, which the schema of Jenkins allows but for those attributes."""
    document = etree.fromstring(xml.encode())
    for case in document.iter("testcase"):
        for name in OF_GITLAB:
            case.attrib.pop(name, None)
    SCHEMA.assertValid(document)
    return document


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_finding_is_valid(examples: Examples, language: str) -> None:
    document = validated(report(examples.findings, examples.lines, language, False))
    assert len(list(document.iter("failure"))) == len(examples.findings)
    check_totals(document)


def test_no_finding_is_valid() -> None:
    check_totals(validated(report((), SOURCE, "zh", False)))


def check_totals(document: etree._Element) -> None:
    """What is above says how many there are below, and no test is named twice without a difference in place."""
    for node in document.iter("testsuites", "testsuite"):
        assert int(node.get("tests", "")) == len(list(node.iter("testcase")))
        assert int(node.get("failures", "")) == len(list(node.iter("failure")))
        assert (node.get("errors"), node.get("time")) == ("0", "0")


def test_what_gitlab_reads() -> None:
    (suite,) = ElementTree.fromstring(report(FINDINGS, SOURCE, "zh", False).encode())
    for case, finding in zip(suite, FINDINGS, strict=True):
        assert (case.get("file"), case.get("line")) == (finding.span.path, str(finding.span.line))
        assert case.get("time") == "0"


@settings(deadline=None)
@given(st.text(), st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_well_formed(path: str, message: str) -> None:
    found = Diagnostic(TIME, Span(path), Phrase(message, message), Phrase(message, message))
    validated(report([found], SOURCE, "en", False))


def test_a_sign_that_xml_cannot_hold_is_replaced() -> None:
    odd = Diagnostic(TIME, Span("a.yaml"), Phrase("甲", "it's \x1b[2J"))
    assert validated(report([odd], SOURCE, "en", False))[0][0][0].get("message") == "it's �[2J"
