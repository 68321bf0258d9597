"""Sums that are to make 100 %: the time of duties, the weights of indicators."""

from __future__ import annotations

from decimal import Decimal

import pytest

from posdoc.load.scalars import percent_of
from posdoc.model import Duty, Kpi, KpiSet, Organization, Percent, Position, Workspace
from posdoc.rules import duty_time_not_100, kpi_weight_not_100


def percent(written: str) -> Percent | None:
    numbers = percent_of(written)
    return Percent(*numbers) if numbers else None


def duties(shares: list[str]) -> Organization:
    timed = tuple(Duty(time=percent(share)) for share in shares)
    return Organization(Workspace(), positions=(Position(duties=timed),))


def sheets(*sheets: list[str]) -> Organization:
    made = tuple(KpiSet(kpis=tuple(Kpi(weight=percent(share)) for share in shares)) for shares in sheets)
    return Organization(Workspace(), positions=(Position(kpi_sets=made),))


# shares of duties; None for what they must make no finding of, else the total and the way out
DUTIES = [
    ([], None),
    (["", ""], None),
    (["100"], None),
    (["33.3", "33.3", "33.4"], None),
    (["55-65", "40"], None),
    (["90-100"], None),
    (["100-100"], None),
    (["0", "100"], None),
    (["60", "30"], ("90%", "10% more is needed")),
    (["60", "50"], ("110%", "10% too much")),
    (["33.3", "33.3", "33.3"], ("99.9%", "0.1% more is needed")),
    (["0"], ("0%", "100% more is needed")),
    (["30-40", "20-30"], ("50–70%", "30% more is needed")),
    (["70-80", "40-50"], ("110–130%", "10% too much")),
    (["60", "", ""], ("60%; 2 of them have none", "40% more is needed")),
]


@pytest.mark.parametrize(("shares", "found"), DUTIES, ids=lambda value: str(value))
def test_the_time_of_duties(shares: list[str], found: tuple[str, str] | None) -> None:
    findings = list(duty_time_not_100.check(duties(shares)))
    if found is None:
        assert findings == []
        return
    (finding,) = findings
    total, way_out = found
    assert finding.message.en == f"the time of all duties must add up to 100%; it is {total}"
    assert finding.hint
    assert finding.hint.en == way_out
    assert [related.message.en for related in finding.related] == [str(percent(share)) for share in shares if share]


KPIS = [
    ([], None),
    (["", ""], None),
    (["15", "20", "15", "8", "15", "8", "10", "4", "5"], None),
    (["55-65", "40"], None),
    (["60", "30"], ("90%", "10% more is needed")),
    (["60", ""], ("60%", "40% more is needed")),
    (["60", "50"], ("110%", "10% too much")),
    (["70-80", "40-50"], ("110%", "10% too much")),
]


@pytest.mark.parametrize(("shares", "found"), KPIS, ids=lambda value: str(value))
def test_the_weights_of_indicators(shares: list[str], found: tuple[str, str] | None) -> None:
    findings = list(kpi_weight_not_100.check(sheets(shares)))
    if found is None:
        assert findings == []
        return
    (finding,) = findings
    total, way_out = found
    assert finding.message.en == f"the weights of all indicators must add up to 100%; they make {total}"
    assert finding.hint
    assert finding.hint.en == way_out


def test_each_sheet_is_summed_by_itself() -> None:
    found = kpi_weight_not_100.check(sheets(["100"], ["50"], ["100"], ["120"]))
    assert [finding.hint.en for finding in found if finding.hint] == ["50% more is needed", "20% too much"]


def test_a_share_that_could_not_be_read_is_not_missing_from_the_sum() -> None:
    broken = {"": None, "time": None, "weight": None}
    half = Percent(Decimal(50), Decimal(50))
    position = Position(
        duties=(Duty(time=half), Duty.build({}, broken)),  # type: ignore[arg-type]
        kpi_sets=(KpiSet(kpis=(Kpi(weight=half), Kpi.build({}, broken))),),  # type: ignore[arg-type]
    )
    organization = Organization(Workspace(), positions=(position,))
    assert list(duty_time_not_100.check(organization)) == []
    assert list(kpi_weight_not_100.check(organization)) == []
