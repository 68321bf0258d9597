"""Circles of reporting lines: each once, with its other places, at any size."""

from __future__ import annotations

import time

import pytest

from posdoc.diagnostics import Related, Span
from posdoc.phrases import Phrase
from posdoc.rules.reporting_cycle import check
from tests.rules.departments import department


def line_2(name: str) -> Span:
    return Span(f"positions/{name}.yaml", 2, 1, 2, 2)


def test_a_circle_of_three_shows_all_its_places() -> None:
    (finding,) = check(department({"a": "b", "b": "c", "c": "a"}))
    assert finding.span == line_2("a")
    assert finding.message == Phrase(
        "汇报关系绕成一圈：a → b → c → a", "reporting lines go round in a circle: a → b → c → a"
    )
    assert finding.related == (
        Related(line_2("b"), Phrase("b 的上级是 c", "b reports to c")),
        Related(line_2("c"), Phrase("c 的上级是 a", "c reports to a")),
    )


def test_those_below_a_circle_are_no_part_of_it() -> None:
    (finding,) = check(department({"below": "x", "x": "y", "y": "x", "also": "below"}))
    assert finding.message.en.endswith(": x → y → x")


def test_two_circles_are_two_findings() -> None:
    found = list(check(department({"a": "b", "b": "a", "c": "d", "d": "c", "e": "c"})))
    assert [finding.span.path for finding in found] == ["positions/a.yaml", "positions/c.yaml"]


def test_a_self_report_is_another_rule() -> None:
    assert list(check(department({"a": "a", "b": "a"}))) == []


def test_lines_that_leave_the_department_end() -> None:
    assert list(check(department({"a": "nobody", "b": "a", "c": None}))) == []


@pytest.mark.large
def test_a_chain_of_5000_with_a_circle_at_its_end() -> None:
    superiors: dict[str, str | None] = {f"p{i}": f"p{i + 1}" for i in range(5000)}
    superiors["p5000"] = "p4999"
    begin = time.process_time()
    (finding,) = check(department(superiors))
    assert time.process_time() - begin < 5
    assert finding.message.en.endswith(": p4999 → p5000 → p4999")


@pytest.mark.large
def test_a_circle_of_5000() -> None:
    begin = time.process_time()
    (finding,) = check(department({f"p{i}": f"p{(i + 1) % 5000}" for i in range(5000)}))
    assert time.process_time() - begin < 5
    begins = " → ".join(f"p{i}" for i in range(10))
    assert finding.message == Phrase(
        f"汇报关系绕成一圈：{begins} → …（略去 4989 个）→ p4999 → p0",
        f"reporting lines go round in a circle: {begins} → … (4989 more) → p4999 → p0",
    )
    assert [related.span for related in finding.related] == [line_2(f"p{i}") for i in range(1, 51)]


@pytest.mark.parametrize(
    ("size", "shown"),
    [(2, "p0 → p1 → p0"), (11, " → ".join(f"p{i}" for i in range(11)) + " → p0"),
     (12, " → ".join(f"p{i}" for i in range(10)) + " → … (1 more) → p11 → p0")],
)  # fmt: skip
def test_a_short_circle_is_named_whole(size: int, shown: str) -> None:
    (finding,) = check(department({f"p{i}": f"p{(i + 1) % size}" for i in range(size)}))
    assert finding.message.en == f"reporting lines go round in a circle: {shown}"
    assert len(finding.related) == size - 1


def test_all_places_of_a_circle_are_shown_up_to_51() -> None:
    for size, shown in ((51, 50), (52, 50)):
        (finding,) = check(department({f"p{i}": f"p{(i + 1) % size}" for i in range(size)}))
        assert len(finding.related) == shown
