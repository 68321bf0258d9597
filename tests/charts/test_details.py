from __future__ import annotations

from decimal import Decimal

from posdoc.charts.details import with_details
from posdoc.charts.graph import Box, Detail, Graph, Line
from posdoc.locales.words import Words
from posdoc.model import Duty, Organization, OutsidePosition, Percent, Ref, Text, Workspace
from tests.charts.samples import UNITS, person, position, post, text

WHOLE = Percent(Decimal(60), Decimal(60))
ORGANIZATION = Organization(
    workspace=Workspace(
        languages=("zh", "en"),
        outside_positions=(OutsidePosition(id=Ref("boss"), title=text("总监", "Director"), aliases=(text("老总"),)),),
    ),
    units=UNITS,
    positions=(
        position(
            "head", "主管", "boss", 2, unit="field", code="A-1", aliases=(text("头儿"),), purpose=text("让客户满意。", "Happy."),
            duties=(
                Duty(area=text("投诉", "Complaints"), text=text("受理投诉。", "Take them."), time=WHOLE),
                Duty(text=text("写报告。", "Reports.")),
                Duty(area=text("会议", "Meetings")),
            ),
        ),
    ),
    people=(person("赵", post("head", acting=True)),),
)  # fmt: skip
GRAPH = Graph("", "zh", tuple(Box(name, (Line(name),)) for name in ("head", "boss", "more:reports")))


def test_the_details_of_a_position() -> None:
    head, boss, more = with_details(GRAPH, ORGANIZATION, Words(ORGANIZATION, "zh")).boxes
    assert head.details == (
        Detail("岗位编号", ("A-1",)),
        Detail("所属部门", ("现场组",)),
        Detail("岗位定员", ("2 人",)),
        Detail("在岗人员", ("赵（代理）",)),
        Detail("岗位目的", ("让客户满意。",)),
        Detail("岗位职责", ("投诉：受理投诉。（60%）", "写报告。", "会议")),
    )
    assert head.keywords == ("head", "A-1", "主管", "Head", "头儿", "赵")
    assert (boss.details, boss.keywords) == ((), ("总监", "Director", "老总"))
    assert more == GRAPH.boxes[2]


def test_in_english_and_without_names() -> None:
    head = with_details(GRAPH, ORGANIZATION, Words(ORGANIZATION, "en"), names=False).boxes[0]
    assert "赵" not in head.keywords
    assert [detail.label for detail in head.details if "赵" in detail.values] == []
    assert head.details[-1].values == ("Complaints: Take them. (60%)", "Reports.", "Meetings")
    assert isinstance(Text({"zh": "x"}), Text)
