"""The collection of findings: sorted, and limited without being silent about it."""

from __future__ import annotations

from posdoc.diagnostics import Kind, Span
from posdoc.phrases import Phrase
from posdoc.source.findings import LIMIT_PER_KIND, Findings

ONE, TWO = Kind("POS998", "one"), Kind("POS999", "two")


def add(findings: Findings, kind: Kind, line: int) -> None:
    findings.add(kind, Span("p", line, 1, line, 2), Phrase("某事", "something"))


def test_findings_are_sorted_by_place_and_code() -> None:
    findings = Findings()
    assert not findings
    for kind, line in [(TWO, 2), (ONE, 2), (ONE, 1)]:
        add(findings, kind, line)
    assert findings
    assert [(found.kind, found.span.line) for found in findings.result()] == [(ONE, 1), (ONE, 2), (TWO, 2)]


def test_the_rest_of_a_kind_is_counted() -> None:
    findings = Findings()
    for line in range(1, LIMIT_PER_KIND + 2):
        add(findings, ONE, line)
    add(findings, TWO, 1)
    assert not findings.takes(ONE)
    assert findings.takes(TWO)
    result = [found for found in findings.result() if found.kind is ONE]
    assert len(result) == LIMIT_PER_KIND
    assert result[-1].message == Phrase("某事（本文件另有 2 处同类问题）", "something (and 2 more places in this file)")
    assert result[-2].message.en == "something"


def test_any_between() -> None:
    findings = Findings()
    add(findings, ONE, 3)
    assert findings.any_between((ONE, TWO), 3, 3)
    assert not findings.any_between((ONE,), 4, 9)
    assert not findings.any_between((TWO,), 1, 9)
    assert findings.has(TWO, ONE)
    assert not findings.has(TWO)
