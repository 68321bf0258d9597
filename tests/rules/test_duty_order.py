"""Duties in the order of their time, and time that contradicts weight."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import duties_not_in_order, time_and_weight_contradict
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""

ORDER = {
    "falling": "duties: [{text: 甲, time: 50%}, {text: 乙, time: 30%}, {text: 丙, time: 20%}]\n",
    "equal": "duties: [{text: 甲, time: 50%}, {text: 乙, time: 50%}]\n",
    "rising": "duties: [{text: 甲, time: 30%}, {text: 乙, time: «50%»}, {text: 丙, time: 20%}]\n",
    "only the first is told": "duties: [{text: 甲, time: 10%}, {text: 乙, time: «20%»}, {text: 丙, time: 70%}]\n",
    "by a little": "duties: [{text: 甲, time: 49.4%}, {text: 乙, time: «50.6%»}]\n",
    "shared out evenly": "duties: [{text: 甲, time: 33%}, {text: 乙, time: 33%}, {text: 丙, time: 34%}]\n",
    "shared out evenly, with a range": "duties: [{text: 甲, time: 49-50%}, {text: 乙, time: «50%»}]\n",
    "equal middles": "duties: [{text: 甲, time: 40-60%}, {text: 乙, time: 50%}]\n",
    "rising middles": "duties: [{text: 甲, time: 40-60%}, {text: 乙, time: «45-56%»}]\n",
    "falling middles": "duties: [{text: 甲, time: 40-60%}, {text: 乙, time: 49-50%}]\n",
    "catch-all last": "duties: [{text: 甲, time: 5%}, {text: 上级交办的其他工作, time: 95%}]\n",
    "catch-all earlier": "duties: [{text: 甲, time: 5%}, {area: 其他, time: «90%»}, {text: 乙, time: 5%}]\n",
    "one without time between": "duties: [{text: 甲, time: 30%}, {text: 乙}, {text: 丙, time: 70%}]\n",
    "each category by itself": """\
duties:
  - {category: 业务, text: 甲, time: 30%}
  - {category: 业务, text: 乙, time: 20%}
  - {category: 管理, text: 丙, time: 40%}
  - {category: 管理, text: 丁, time: 10%}
""",
    "within a category": """\
duties:
  - {category: 业务, text: 甲, time: 30%}
  - {category: 管理, text: 丙, time: 20%}
  - {category: 管理, text: 丁, time: «50%»}
""",
    "in the order of rank": "duties: [{text: 甲, time: 30%, rank: 1}, {text: 乙, time: 70%, rank: 2}]\n",
    "against the order of rank": "duties: [{text: 甲, time: 30%, rank: 2}, {text: 乙, time: «70%», rank: 1}]\n",
    "not all are ranked": "duties: [{text: 甲, time: 30%, rank: 1}, {text: 乙, time: «70%»}]\n",
    "not all of three are ranked": """\
duties: [{text: 甲, time: 30%, rank: 1}, {text: 乙, time: «40%», rank: 2}, {text: 丙, time: 30%}]
""",
    "in the order of weight": "duties: [{text: 甲, time: 30%, weight: 60%}, {text: 乙, time: 70%, weight: 40%}]\n",
    "against the order of weight": """\
duties: [{text: 甲, time: 30%, weight: 40%}, {text: 乙, time: «70%», weight: 60%}]
""",
    "equal weights are no order": """\
duties: [{text: 甲, time: 30%, weight: 50%}, {text: 乙, time: «70%», weight: 50%}]
""",
    "abolished": "status: abolished\nduties: [{text: 甲, time: 30%}, {text: 乙, time: 70%}]\n",
}


@pytest.mark.parametrize("duties", ORDER.values(), ids=ORDER)
def test_order(duties: str, tmp_path: Path) -> None:
    check_marks(duties_not_in_order, tmp_path, HEAD + duties)


def test_what_is_said_of_the_order(tmp_path: Path) -> None:
    duties = "duties:\n  - {text: 甲, time: 20-30%}\n  - {area: 保养, text: 乙, time: «75%»}\n"
    (finding,) = check_marks(duties_not_in_order, tmp_path, HEAD + duties)
    assert finding.message == (
        "“保养”占 75%，却排在 20-30% 的职责之后",
        "'保养' takes 75%, but comes after a duty of 20-30%",
    )
    assert finding.hint == ("把它移到前面", "move it up")
    (related,) = finding.related
    assert (related.span.line, related.span.column, related.message.en) == (3, 21, "the duty before it")


def shares(*pairs: tuple[str, str]) -> str:
    duties = (f"{{text: 第{i}项, time: {time}, weight: {weight}}}" for i, (time, weight) in enumerate(pairs))
    return f"duties: [{', '.join(duties)}]\n"


CONTRADICTIONS = {
    "time 30, weight 5": shares(("30%", "«5%»"), ("40%", "50%"), ("30%", "45%")),
    "time 29": shares(("29%", "5%"), ("41%", "50%"), ("30%", "45%")),
    "weight 6": shares(("30%", "6%"), ("40%", "50%"), ("30%", "44%")),
    "weight 30, time 5": shares(("5%", "«30%»"), ("50%", "40%"), ("45%", "30%")),
    "weight 29": shares(("5%", "29%"), ("50%", "41%"), ("45%", "30%")),
    "time 6": shares(("6%", "30%"), ("50%", "40%"), ("44%", "30%")),
    "a range that begins at 30": shares(("30-35%", "«3-5%»"), ("40%", "50%"), ("30%", "45%")),
    "a range that begins below": shares(("29-35%", "3-5%"), ("41%", "50%"), ("30%", "45%")),
    "a range that ends above": shares(("30-35%", "3-6%"), ("40%", "50%"), ("30%", "45%")),
    "both ways": shares(("50%", "«5%»"), ("5%", "«50%»"), ("45%", "45%")),
    "most time, least weight": shares(("50%", "«10%»"), ("20%", "40%"), ("20%", "30%"), ("10%", "20%")),
    "exactly twice the median": shares(("40%", "«10%»"), ("20%", "50%"), ("20%", "20%"), ("20%", "20%")),
    "not twice the median": shares(("39%", "10%"), ("20%", "50%"), ("21%", "20%"), ("20%", "20%")),
    "weight as low as another": shares(("50%", "10%"), ("20%", "50%"), ("20%", "30%"), ("10%", "10%")),
    "another takes more time": shares(("24%", "10%"), ("52%", "40%"), ("12%", "30%"), ("12%", "20%")),
    "forms 3.5: S0-I": shares(*((f"{n}%", f"{n}%") for n in (5, 5, 5, 10, 5, 5, 5, 15, 30, 15))),
    "forms 3.5: S0-I, times nearly the same": shares(
        *(
            (f"{t}%", f"{w}%")
            for t, w in zip((5, 10, 5, 10, 5, 5, 5, 10, 35, 10), (5, 5, 5, 10, 5, 5, 5, 15, 30, 15), strict=True)
        )
    ),
    "one duty": shares(("100%", "5%")),
    "one without weight": shares(("90%", "5%"), ("5%", "95%")).replace(", weight: 95%", ""),
    "one without time": shares(("90%", "5%"), ("5%", "95%")).replace("time: 5%, ", ""),
    "planned": "status: planned\n" + shares(("90%", "5%"), ("10%", "95%")),
}


@pytest.mark.parametrize("duties", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_contradictions(duties: str, tmp_path: Path) -> None:
    check_marks(time_and_weight_contradict, tmp_path, HEAD + duties)


def test_what_is_said_of_a_contradiction(tmp_path: Path) -> None:
    duties = shares(("45%", "«5%»"), ("55%", "95%"))
    (finding,) = check_marks(time_and_weight_contradict, tmp_path, HEAD + duties)
    assert finding.message == (
        "“第0项”占 45% 的时间，权重却是 5%",
        "'第0项' takes 45% of the time, yet its weight is 5%",
    )
    assert finding.hint == ("核对时间和权重是否填错", "check whether time and weight are what is meant")
    (related,) = finding.related
    assert (related.span.column, related.message.en) == (duties.index("45%") + 1, "its time")
