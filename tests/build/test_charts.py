"""``posdoc chart`` of flows and careers: what ``--position`` may name, and what is said where it may not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from posdoc.build.chart_wish import check_wish
from posdoc.build.charts import Chart, ChartRequest, make_charts
from posdoc.errors import UsageError
from posdoc.layout.paging import paginate
from posdoc.layout.placed import Page
from posdoc.load import load
from posdoc.model import BoxContent, ChartOutput, ColourBy, Organization, Paper, PartialDate, Ref
from tests.charts.samples import CAREERS, COMPLAINTS, DEPARTMENT, step
from tests.example_files import write_files

DATED = """\
## posdoc.yaml
organization: {name: 恒达设备有限公司, department: 售后服务部}
languages: [zh]
## people.yaml
people:
  - {name: 赵一, posts: [{position: clerk, until: 2026-06-30}]}
  - {name: 钱二, posts: [clerk]}
## positions/service/unit.yaml
title: 服务部
head: clerk
## positions/service/clerk.yaml
title: 文员
headcount: 2
duties: [{text: 登记来访客户。, time: 100%}]
"""
FLOWLESS = Organization(workspace=CAREERS.workspace, positions=DEPARTMENT.positions)


@pytest.mark.parametrize(
    ("kind", "focus"),
    [
        ("org", ""),
        ("position", "clerk"),
        ("career", "engineer"),
        ("flow", "manager"),
        ("flow", "manager/short"),
        ("flow", "service/complaints"),
    ],
)
def test_what_can_be_drawn(kind: str, focus: str) -> None:
    check_wish(CAREERS, ChartOutput(kind=kind, position=focus or None))


@pytest.mark.parametrize(
    ("kind", "focus", "message", "hint"),
    [
        (
            "org",
            "clerk",
            "a chart of the kind org is of the whole department",
            "posdoc chart position --position clerk",
        ),
        ("position", "", "say which position with --position", "such as"),
        ("position", "nobody-here", "there is no position with the id 'nobody-here'", "such as"),
        ("career", "service", "there is no position with the id 'service'", "such as"),
        ("career", "clerk", "the position 'clerk' states no promotion, rotation or demotion", "promotes_to"),
        ("flow", "", "say which position or flow with --position", "POSITION/FLOW"),
        ("flow", "/complaints", "say which position or flow", "POSITION/FLOW"),
        ("flow", "nowhere/x", "there is no position or unit with the id 'nowhere'", "such as"),
        ("flow", "clerk", "'clerk' has no work flow", "these have one, for example: manager, service"),
        ("flow", "clerk/x", "'clerk' has no flow with the id 'x'", "its flows: none"),
        ("flow", "manager/x", "'manager' has no flow with the id 'x'", "its flows: complaints, short"),
        ("flow", "service", "'service' has no work flow", "manager"),
    ],
)
def test_what_cannot_and_what_could(kind: str, focus: str, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_wish(CAREERS, ChartOutput(kind=kind, position=focus or None))
    assert message in caught.value.message.en
    assert caught.value.hint is not None
    assert hint in caught.value.hint.en
    assert not caught.value.message.zh.isascii()


def test_where_nobody_has_a_flow_the_hint_says_how_to_write_one() -> None:
    with pytest.raises(UsageError) as caught:
        check_wish(FLOWLESS, ChartOutput(kind="flow", position="clerk"))
    assert caught.value.hint is not None
    assert caught.value.hint.en == "state flows under flows"
    assert COMPLAINTS.steps[0] != step("", "x")


@pytest.mark.parametrize(
    ("kind", "position", "name"),
    [
        ("flow", "after-sales-manager", "重大投诉处理流程.svg"),
        ("flow", "after-sales/service-flow", "报修服务总体流程.svg"),
        ("career", "senior-field-engineer", "高级现场服务工程师的职业发展.svg"),
        ("position", "senior-field-engineer", "高级现场服务工程师在组织中的位置.svg"),
    ],
)
def test_a_chart_is_written_under_its_title(sample: Path, tmp_path: Path, kind: str, position: str, name: str) -> None:
    _, written = make_charts(ChartRequest(sample, ChartOutput(kind=kind, position=position), output=tmp_path))
    assert [path.name for path in written] == [name]
    assert written[0].read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("wish", "message", "hint"),
    [
        (ChartOutput(root=Ref("enginer")), "--root: there is no position with the id 'enginer'", "'engineer'"),
        (ChartOutput(focus=Ref("nobody-here")), "--focus: there is no position", "for example: manager"),
        (ChartOutput(unit=Ref("fields")), "--unit: there is no unit with the id 'fields'", "'field'"),
        (ChartOutput(levels=(Ref("x"),)), "--level: there is no level with the id 'x'", "there is none"),
        (ChartOutput(collapse=(Ref("servic"),)), "--collapse: there is no position or unit", "'service'"),
        (ChartOutput(depth=0), "the depth has to be at least 1", ""),
        (ChartOutput(unit=Ref("empty")), "nothing is left to draw", "--unit"),
        (ChartOutput(dpi=10), "between 24 and 1200", ""),
        (ChartOutput(theme="pink"), "there is no theme 'pink'", "standard"),
    ],
)
def test_a_part_that_cannot_be_drawn(wish: ChartOutput, message: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        Chart(DEPARTMENT, "en", wish)
    assert message in caught.value.message.en
    assert hint in (caught.value.hint.en if caught.value.hint else "")


def test_several_formats_in_one_run(sample: Path, tmp_path: Path) -> None:
    wish = ChartOutput(kind="org", unit=Ref("field-service"), as_of=PartialDate(2026, 6))
    _, written = make_charts(ChartRequest(sample, wish, ("svg", "dot", "json"), "en", output=tmp_path))
    assert [path.name for path in written] == [
        f"Field Service Group Organization Chart.{end}" for end in ("svg", "dot", "json")
    ]
    assert all(path.stat().st_size > 1000 for path in written)


@pytest.mark.parametrize(
    ("wish", "option"),
    [
        (ChartOutput(kind="flow", position="manager", depth=2), "--depth"),
        (ChartOutput(kind="flow", position="manager", show=(BoxContent.TITLE,)), "--show"),
        (ChartOutput(kind="career", position="engineer", colour_by=ColourBy.GRADE), "--colour-by"),
        (ChartOutput(kind="position", position="clerk", focus=Ref("clerk")), "--focus"),
        (ChartOutput(kind="position", position="clerk", collapse=(Ref("service"),)), "--collapse"),
    ],
)
def test_an_option_that_would_have_no_effect_is_refused(wish: ChartOutput, option: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_wish(CAREERS, wish)
    assert caught.value.message.en.startswith(f"{option} has no meaning")


def test_who_has_left_by_today_is_not_in_a_chart_that_is_drawn_today(tmp_path: Path) -> None:
    write_files(tmp_path, DATED)

    def svg(today: date | None, **wished: Any) -> str:
        wish = ChartOutput(kind="org", **wished)
        _, (path,) = make_charts(ChartRequest(tmp_path, wish, output=tmp_path / "a.svg", today=today))
        return path.read_text(encoding="utf-8")

    assert "赵一" in svg(None)
    assert "赵一" in svg(date(2026, 1, 1))
    assert "赵一" not in svg(date(2027, 1, 1))
    assert "赵一" in svg(date(2027, 1, 1), as_of=PartialDate(2026))


@pytest.mark.parametrize(("kind", "noun"), [("org", "posts"), ("people", "boxes"), ("units", "units")])
def test_pages_count_what_the_boxes_of_the_kind_are(
    kind: str, noun: str, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Any, ...]] = []

    def recorded(*arguments: Any) -> list[Page]:
        asked.append(arguments)
        return paginate(*arguments)

    monkeypatch.setattr("posdoc.layout.paging.paginate", recorded)
    Chart(load(sample)[0], "zh", ChartOutput(kind=kind, paper=Paper.A4)).in_format("pdf")
    ((_, paper, _, counted),) = asked
    assert (paper, counted) == (Paper.A4, noun)
