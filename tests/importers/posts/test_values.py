"""From what forms say to what definitions hold: boxes, shares, numbers of people, dates, names."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.posts.values import (
    data_of,
    has_arrow,
    is_nothing,
    names_in,
    option_of,
    people_of,
    share_of,
    steps_in,
    with_aside,
)
from posdoc.model.requirements import Environment, Hazard


@pytest.mark.parametrize(
    "text",
    [
        "舒适( )、一般( √ )、较恶劣( )", "舒适（）、一般（√）、较恶劣（）", "舒适( ) 一般(√) 较恶劣( )", "□舒适 ☑一般 □较恶劣",
        "□ 舒适　■ 一般　□ 较恶劣", "舒适□ 一般☑ 较恶劣□", "○舒适 ●一般 ○较恶劣",
        "舒适 [ ] 一般 [x] 较恶劣 [ ]", "舒适【】一般【V】较恶劣【】",
        "□舒适√一般□较恶劣", "一般", "一般。",
    ],
)  # fmt: skip
def test_ticked_boxes(text: str) -> None:
    assert option_of(Environment, text) == "fair"


@pytest.mark.parametrize(
    "text",
    [
        "舒适( )、一般( )、较恶劣( )", "□舒适 □一般 □较恶劣", "☑舒适 ☑一般 □较恶劣",
        "舒适（√）、一般（√）", "舒适、一般、较恶劣", "",
        "经常出差", "比较一般的环境",
    ],
)  # fmt: skip
def test_boxes_of_which_not_one_is_ticked(text: str) -> None:
    assert option_of(Environment, text) is None


def test_boxes_whose_names_contain_one_another() -> None:
    assert option_of(Hazard, "无危险( )、一定危险( √ )、较大危险( )") == "some"
    assert option_of(Hazard, "无危险(√)、一定危险( )、较大危险( )") == "none"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30%", "30%"), ("30 %", "30%"), ("３０％", "30%"), ("30％", "30%"), ("(30%)", "30%"), ("（30%", "30%"), ("占30%", "30%"),
        ("约占 50 %", "50%"), ("工作时间百分比:10%", "10%"), ("35-40%", "35-40%"), ("35%~40%", "35%~40%"), ("12.5%", "12.5%"),
        ("30", "30%"), ("05%", None), ("", None), ("经常", None), ("一半", None), ("外勤60%，内勤40%", None), ("3/", None),
    ],
)  # fmt: skip
def test_shares(text: str, expected: str | None) -> None:
    found = share_of(text)
    assert (found.replace(" ", "") if found else found) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", "3"), ("3人", "3"), ("３ 人", "3"), ("3名", "3"), ("共3人", "3"), ("2-3", "2-3"),
        ("2～3人", "2-3"), ("2至3名", "2-3"),
        ("数名", "数名"), ("若干", "若干"), ("007", "7"),
    ],
)  # fmt: skip
def test_numbers_of_people(text: str, expected: str) -> None:
    assert people_of(text) == expected


@pytest.mark.parametrize(
    "text", ["", "/", "／", "——", "－－－", "-------------", "无", "没有", "无。"[:1], "N/A", "none", "…", "____"]
)
def test_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["无锡办事处", "0", "无经验要求", "A", "无需出差"])
def test_something(text: str) -> None:
    assert not is_nothing(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("财务部、技术部", ["财务部", "技术部"]), ("财务部/技术部；质检部", ["财务部", "技术部", "质检部"]),
        ("财务部，无", ["财务部"]),
        ("技术部经理。", ["技术部经理"]), ("", []), ("/", []), ("QA and Finance", ["QA", "Finance"]),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[str]) -> None:
    assert names_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("接收→分析→报告", ["接收", "分析", "报告"]), ("接收 -> 分析 —> 报告", ["接收", "分析", "报告"]),
        ("接收------分析", ["接收", "分析"]),
        ("接收——分析", ["接收", "分析"]), ("维修主管", ["维修主管"]),
    ],
)  # fmt: skip
def test_steps(text: str, expected: list[str]) -> None:
    assert steps_in(text) == expected
    assert has_arrow(text) is (len(expected) > 1)


def test_asides() -> None:
    assert with_aside("驻外经理(其他办事处)") == ("驻外经理", "其他办事处")
    assert with_aside("驻外经理") == ("驻外经理", "")
    assert with_aside("(其他)") == ("(其他)", "")


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("headcount", "2 人", "2"),
        ("headcount", "数名", "数名"),
        ("headcount", "2 人≥99%", None),
        ("headcount", "5-2", None),
        ("headcount", "99999999999", None),
        ("headcount", "No", None),
        ("conditions.travel", "约占 50 %", "50%"),
        ("conditions.environment", "舒适( )、一般( √ )", "fair"),
        ("document.analysed", "2018年5月", "2018-05"),
        ("document.analysed", "2015年05月03日", "2015-05-03"),
        ("document.effective", "2020.1.2", "2020-01-02"),
        ("document.written", "20--年--月--日", None),
        ("reports_to", "技术部经理", "技术部经理"),
        ("co_managed_by", "张经理、李经理", ["张经理", "李经理"]),
        ("purpose", " 让用户满意。 ", "让用户满意。"),
        ("kpis.weight", "15%", "15%"),
        ("nothing_of_the_kind", "x", None),
    ],
)
def test_data_of_fields(path: str, text: str, expected: Any) -> None:
    assert data_of(path, text) == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12.05.2026", "2026-05-12"), ("18/09/2026", "2026-09-18"), ("09/18/2026", "2026-09-18"), ("05/05/2026", "2026-05-05"),
        ("05/09/2026", None), ("01-Apr-2026", "2026-04-01"), ("4 March 2026", "2026-03-04"), ("March 4, 2026", "2026-03-04"),
        ("2026.5.8", "2026-05-08"), ("31.13.2026", None),
    ],
)  # fmt: skip
def test_dates_of_every_country(text: str, date: str | None) -> None:
    assert data_of("document.approved", text) == date
