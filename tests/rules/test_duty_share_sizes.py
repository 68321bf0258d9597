"""Single shares of time that are too small, too large, or only look exact; and how many duties there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import (
    Rule,
    duty_count_out_of_range,
    duty_share_not_a_multiple,
    duty_share_too_large,
    duty_share_too_small,
)
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""


def with_options(rule: Rule, options: str) -> str:
    if not options:
        return HEAD
    return HEAD.replace("公司\n", f"公司\nrules: {{options: {{{rule.KIND.name}: {{{options}}}}}}}\n", 1)


SMALL = {
    "at the limit": "duties: [{text: 甲, time: 95%}, {text: 乙, time: 5%}]\n",
    "just below": "duties: [{text: 甲, time: 95.1%}, {text: 乙, time: «4.9%»}]\n",
    "nothing at all": "duties: [{text: 甲, time: 100%}, {text: 乙, time: «0%»}]\n",
    "each of them": "duties: [{text: 甲, time: «3%»}, {text: 乙, time: «4%»}, {text: 丙, time: 93%}]\n",
    "a range that reaches it": "duties: [{text: 甲, time: 95-97%}, {text: 乙, time: 3-5%}]\n",
    "a range that does not": "duties: [{text: 甲, time: 96-97%}, {text: 乙, time: «3-4%»}]\n",
    "catch-all": "duties: [{text: 甲, time: 98%}, {area: 其他, time: 2%}]\n",
    "weights": "duties: [{text: 甲, weight: 98%}, {text: 乙, weight: 2%}]\n",
    "planned": "status: planned\nduties: [{text: 乙, time: 2%}]\n",
}


@pytest.mark.parametrize("duties", SMALL.values(), ids=SMALL)
def test_small_shares(duties: str, tmp_path: Path) -> None:
    check_marks(duty_share_too_small, tmp_path, HEAD + duties)


def test_another_minimum(tmp_path: Path) -> None:
    head = with_options(duty_share_too_small, "minimum: 8%")
    duties = "duties: [{text: 甲, time: 85%}, {area: 建档, text: 乙, time: «7%»}, {text: 丙, time: 8%}]\n"
    (finding,) = check_marks(duty_share_too_small, tmp_path, head + duties)
    assert finding.message == ("“建档”只占 7% 的时间，低于 8%", "'建档' takes only 7% of the time, under 8%")
    assert finding.hint
    assert finding.hint.en == "make it a task of a related duty, or check the figure"


LARGE = {
    "at the limit": "duties: [{text: 甲, time: 60%}, {text: 乙, time: 40%}]\n",
    "just above": "duties: [{text: 甲, time: «60.1%»}, {text: 乙, time: 39.9%}]\n",
    "a range that begins at it": "duties: [{text: 甲, time: 60-70%}, {text: 乙, time: 35%}]\n",
    "a range that begins above": "duties: [{text: 乙, time: 35%}, {text: 甲, time: «61-70%»}]\n",
    "the only duty": "duties: [{text: 甲, time: 100%}]\n",
    "the only one but a catch-all": "duties: [{text: 甲, time: 95%}, {text: 完成领导交办的其他任务, time: 5%}]\n",
    "another without time": "duties: [{text: 甲, time: «95%»}, 乙]\n",
    "weights": "duties: [{text: 甲, weight: 98%}, {text: 乙, weight: 2%}]\n",
    "abolished": "status: abolished\nduties: [{text: 甲, time: 98%}, 乙]\n",
}


@pytest.mark.parametrize("duties", LARGE.values(), ids=LARGE)
def test_large_shares(duties: str, tmp_path: Path) -> None:
    check_marks(duty_share_too_large, tmp_path, HEAD + duties)


def test_another_maximum(tmp_path: Path) -> None:
    head = with_options(duty_share_too_large, "maximum: 40%")
    duties = "duties: [{text: 甲, time: 40%}, {text: 乙, time: «41-45%»}, {text: 丙, time: 15-19%}]\n"
    (finding,) = check_marks(duty_share_too_large, tmp_path, head + duties)
    assert finding.message == ("“乙”一项就占 41-45% 的时间，高于 40%", "'乙' takes 41-45% of the time, over 40%")
    assert finding.hint
    assert finding.hint.en == "split it into the duties it is made of, or check the figure"


STEPS = {
    "multiples": "duties: [{text: 甲, time: 65%}, {text: 乙, time: 30%}, {text: 丙, time: 5%}]\n",
    "odd ones": "duties: [{text: 甲, time: «62%»}, {text: 乙, time: 30%}, {text: 丙, time: «8%»}]\n",
    "half a step": "duties: [{text: 甲, time: «62.5%»}, {text: 乙, time: «37.5%»}]\n",
    "a range": "duties: [{text: 甲, time: 61-66%}, {text: 乙, time: 34-39%}]\n",
    "nothing": "duties: [{text: 甲, time: 100%}, {text: 乙, time: 0%}]\n",
    "weights": "duties: [{text: 甲, weight: 67%}, {text: 乙, weight: 33%}]\n",
    "an even split": "duties: [{text: 甲, time: 33%}, {text: 乙, time: 33%}, {text: 丙, time: 34%}]\n",
    "sixths": f"duties: [{', '.join(f'{{text: {name}, time: 16.7}}' for name in '甲乙丙丁戊')}, {{text: 己, time: 16.5}}]\n",
    "not quite an even split": "duties: [{text: 甲, time: «33%»}, {text: 乙, time: «32.9%»}, {text: 丙, time: «34.1%»}]\n",
    "even but for one without": "duties: [{text: 甲, time: 33%}, {text: 乙, time: 33%}, 丙]\n",
}


@pytest.mark.parametrize("duties", STEPS.values(), ids=STEPS)
def test_steps(duties: str, tmp_path: Path) -> None:
    check_marks(duty_share_not_a_multiple, tmp_path, HEAD + duties)


def test_another_step(tmp_path: Path) -> None:
    head = with_options(duty_share_not_a_multiple, "step: 10%")
    duties = "duties: [{text: 甲, time: 70%}, {text: 乙, time: «25%»}, {text: 丙, time: «5%»}]\n"
    finding, _ = check_marks(duty_share_not_a_multiple, tmp_path, head + duties)
    assert finding.message == ("“乙”的时间 25% 不是 10% 的倍数", "the time of '乙', 25%, is no multiple of 10%")
    assert finding.hint == ("按 10% 一档取整，并调整其他职责", "round it to steps of 10% and adjust the other duties")


def test_no_step_at_all(tmp_path: Path) -> None:
    head = with_options(duty_share_not_a_multiple, "step: 0")
    check_marks(duty_share_not_a_multiple, tmp_path, head + "duties: [{text: 甲, time: 67%}, {text: 乙, time: 33%}]\n")


COUNTS = {
    "as many as may be": (f"duties: [{', '.join('甲' * 12)}]\n", ""),
    "one too many": (f"«duties»: [{', '.join('甲' * 13)}]\n", ""),
    "forms: S4-D has fifteen": (f"«duties»: [{', '.join('甲' * 15)}]\n", ""),
    "a single one": ("duties: [甲]\n", ""),
    "as few as may be": ("duties: [甲, 乙, 丙]\n", "minimum: 3"),
    "one too few": ("«duties»: [甲, 乙]\n", "minimum: 3"),
    "none at all": ("code: A\n", "minimum: 3"),
    "one for each category": ("duties: [{category: 业务, text: 甲}, {category: 管理, text: 乙}]\n", "minimum: 2"),
    "more than asked for": ("«duties»: [甲, 乙, 丙]\n", "maximum: 2"),
    "tasks do not count": ("duties: [{text: 甲, tasks: [一, 二, 三]}]\n", "maximum: 2"),
    "planned": ("status: planned\nduties: [甲, 乙, 丙]\n", "maximum: 2"),
}


@pytest.mark.parametrize(("duties", "options"), COUNTS.values(), ids=COUNTS)
def test_how_many_duties_there_are(duties: str, options: str, tmp_path: Path) -> None:
    check_marks(duty_count_out_of_range, tmp_path, with_options(duty_count_out_of_range, options) + duties)


def test_what_is_said_of_the_number_of_duties(tmp_path: Path) -> None:
    head = with_options(duty_count_out_of_range, "minimum: 2, maximum: 3")
    (many,) = check_marks(duty_count_out_of_range, tmp_path, head + "«duties»: [甲, 乙, 丙, 丁]\n")
    assert many.message == ("职责有 4 项，超过 3 项", "there are 4 duties, more than 3")
    assert many.hint
    assert many.hint.en == "put related ones together and make the details their tasks"
    (few,) = check_marks(duty_count_out_of_range, tmp_path, head + "«duties»: [甲]\n")
    assert few.message == ("职责只有 1 项，少于 2 项", "the number of duties is 1, less than 2")
    assert few.hint
    assert few.hint.en == "add the duties that are missing, or split the ones there are"
