"""The examples of every rule, executed: what passes has no finding, what fails has one exactly at the marks."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from posdoc.diagnostics import Kind
from posdoc.load import kinds as load_kinds
from posdoc.rules import Rule, all_rules
from posdoc.source import kinds as source_kinds
from tests.example_files import files_of, marked_span_of
from tests.rules.marked import found

RULES = all_rules()
PASSING = [(rule, example) for rule in RULES for example in rule.PASSING]
FAILING = [(rule, example) for rule in RULES for example in rule.FAILING]


def names(cases: list[tuple[Rule, str]]) -> list[str]:
    seen: Counter[str] = Counter()
    found = []
    for rule, _ in cases:
        seen[rule.KIND.name] += 1
        found.append(f"{rule.KIND.name}-{seen[rule.KIND.name]}")
    return found


def test_there_are_rules_and_each_has_examples() -> None:
    assert len(RULES) >= 8
    for rule in RULES:
        assert rule.PASSING, rule.KIND.name
        assert rule.FAILING, rule.KIND.name
        assert isinstance(rule.LOCAL, bool)


@pytest.mark.parametrize(("rule", "example"), PASSING, ids=names(PASSING))
def test_passing(rule: Rule, example: str, tmp_path: Path) -> None:
    assert "«" not in example
    assert found(rule, tmp_path, example) == []


@pytest.mark.parametrize(("rule", "example"), FAILING, ids=names(FAILING))
def test_failing(rule: Rule, example: str, tmp_path: Path) -> None:
    findings = found(rule, tmp_path, example)
    assert findings
    assert findings[0].span == marked_span_of(example)
    assert {finding.kind for finding in findings} == {rule.KIND}
    assert all(finding.hint for finding in findings)


@pytest.mark.parametrize(("rule", "example"), FAILING, ids=names(FAILING))
def test_findings_speak_both_languages_and_point_into_the_files(rule: Rule, example: str, tmp_path: Path) -> None:
    for finding in found(rule, tmp_path, example):
        for phrase in (finding.message, finding.hint):
            assert phrase
            assert re.search(r"[\u4e00-\u9fff]", phrase.zh)
            assert not re.search(r"[，。：；“”]", phrase.en)
            assert not phrase.en.endswith(".")
        places = [finding.span, *(related.span for related in finding.related)]
        assert {place.path for place in places} <= set(files_of(example))


@pytest.mark.parametrize(("rule", "example"), FAILING, ids=names(FAILING))
def test_a_local_rule_needs_only_the_file_it_reports(rule: Rule, example: str, tmp_path: Path) -> None:
    if rule.LOCAL:
        findings = found(rule, tmp_path, example)
        assert {r.span.path for f in findings for r in f.related} <= {f.span.path for f in findings}


KINDS: list[Kind] = [
    *(rule.KIND for rule in RULES),
    *(value for module in (load_kinds, source_kinds) for value in vars(module).values() if isinstance(value, Kind)),
]


def test_codes_and_names_are_unique() -> None:
    assert len(KINDS) >= 30
    for values in ([kind.code for kind in KINDS], [kind.name for kind in KINDS]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


def test_codes_and_names_have_their_shape() -> None:
    for kind in KINDS:
        assert re.fullmatch(r"POS\d{3}", kind.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.name)
    assert all(rule.KIND.code >= "POS200" for rule in RULES)


def test_rules_come_in_the_order_of_their_codes() -> None:
    codes = [rule.KIND.code for rule in RULES]
    assert codes == sorted(codes)
    assert RULES is all_rules()
