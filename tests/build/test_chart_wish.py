"""What can be asked of charts of people, of units and of all ladders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from posdoc.build.chart_wish import check_wish
from posdoc.build.charts import ChartRequest, make_charts
from posdoc.errors import UsageError
from posdoc.model import ChartOutput, Organization, Ref
from tests.charts.samples import CAREERS, DEPARTMENT


@pytest.mark.parametrize(
    ("organization", "wish"),
    [
        (DEPARTMENT, ChartOutput(kind="people")),
        (DEPARTMENT, ChartOutput(kind="people", unit=Ref("field"))),
        (DEPARTMENT, ChartOutput(kind="units", names=False, depth=1)),
        (CAREERS, ChartOutput(kind="career")),
        (CAREERS, ChartOutput(kind="career", position="engineer")),
    ],
)
def test_what_can_be_drawn(organization: Organization, wish: ChartOutput) -> None:
    check_wish(organization, wish)


@pytest.mark.parametrize(
    ("organization", "wish", "message", "hint"),
    [
        (
            DEPARTMENT,
            ChartOutput(kind="people", names=False),
            "is of people and cannot leave out names",
            "chart org --no-names",
        ),
        (replace(DEPARTMENT, people=()), ChartOutput(kind="people"), "there are no people to draw", "people.yaml"),
        (DEPARTMENT, ChartOutput(kind="people", position="clerk"), "is of the whole department", "--focus clerk"),
        (DEPARTMENT, ChartOutput(kind="career"), "no position states a promotion, rotation or demotion", "promotes_to"),
        (CAREERS, ChartOutput(kind="career", position="x"), "there is no position with the id 'x'", "such as"),
        (CAREERS, ChartOutput(kind="position"), "say which position with --position", "such as"),
    ],
)
def test_what_cannot_and_what_could(organization: Organization, wish: ChartOutput, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_wish(organization, wish)
    assert message in caught.value.message.en
    assert caught.value.hint is not None
    assert hint in caught.value.hint.en
    assert not caught.value.message.zh.isascii()


@pytest.mark.parametrize(
    ("kind", "name"),
    [("units", "售后服务部机构设置图"), ("people", "售后服务部人员架构图"), ("career", "售后服务部晋升通道图")],
)
def test_charts_of_the_department_are_written_under_their_titles(
    sample: Path, tmp_path: Path, kind: str, name: str
) -> None:
    _, written = make_charts(ChartRequest(sample, ChartOutput(kind=kind), ("svg", "json"), output=tmp_path))
    assert [path.name for path in written] == [f"{name}.svg", f"{name}.json"]
