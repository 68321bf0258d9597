"""Shares that look odd and are right: no rule about time and weight has anything to say of them, in any preset."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import (
    catch_all_duty,
    duty_share_not_a_multiple,
    duty_share_too_large,
    duty_share_too_small,
    duty_time_not_100,
    duty_weight_not_100,
    duty_without_time,
    duty_without_weight,
    time_and_weight_contradict,
)
from tests.rules.marked import found

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""
RULES = (
    catch_all_duty,
    duty_share_not_a_multiple,
    duty_share_too_large,
    duty_share_too_small,
    duty_time_not_100,
    duty_weight_not_100,
    duty_without_time,
    duty_without_weight,
    time_and_weight_contradict,
)

RIGHT = {
    "ranges around 100": "duties: [{text: 甲, time: 35-40%}, {text: 乙, time: 55-65%}]\n",
    "ranges whose low ends make 100": "duties: [{text: 甲, time: 40-50%}, {text: 乙, time: 60-70%}]\n",
    "ranges whose high ends make 100": "duties: [{text: 甲, time: 30-40%}, {text: 乙, time: 50-60%}]\n",
    "a range and a figure": "duties: [{text: 甲, time: 38-42%}, {text: 乙, time: 60%}]\n",
    "one duty": "duties: [{text: 甲, time: 100%, weight: 100%}]\n",
    "thirds": "duties: [{text: 甲, time: 33.3%}, {text: 乙, time: 33.3%}, {text: 丙, time: 33.4%}]\n",
    "whole thirds": "duties: [{text: 甲, time: 33}, {text: 乙, time: 33}, {text: 丙, time: 34}]\n",
    "full width": "duties: [{text: 甲, time: ６０％}, {text: 乙, time: ３５－４０％}]\n",
    "words for a range": "duties: [{text: 甲, time: 55至60%}, {text: 乙, time: 40～45%}]\n",
    "no signs": "duties: [{text: 甲, time: 60}, {text: 乙, time: 40}]\n",
    "no shares": "duties: [甲, 乙]\n",
    "no duties": "code: A\n",
    "the same figures as weights": "duties: [{text: 甲, weight: 35-40%}, {text: 乙, weight: 55-65%}]\n",
    "forms 3.5: S0-I with row nine whole": """\
duties:
  - {area: 流程优化, weight: 5%, time: 5%}
  - {area: 投诉处理, weight: 5%, time: 5%}
  - {area: 问题汇总, weight: 5%, time: 5%}
  - {area: 成本控制, weight: 10%, time: 10%}
  - {area: 安全管理, weight: 5%, time: 5%}
  - {area: 工作计划, weight: 5%, time: 5%}
  - {area: 人员管理, weight: 5%, time: 5%}
  - {area: 制度建设, weight: 15%, time: 15%}
  - {area: 售后服务, weight: 30%, time: 30%}
  - {area: 客户培训, weight: 15%, time: 15%}
""",
    "two halves of a job share": """\
duties: [{text: 受理, time: 60%}, {text: 回访, time: 40%}]
## people.yaml
people:
  - {name: 王, posts: [{position: engineer, share: 50%, job_share: true}]}
  - {name: 李, posts: [{position: engineer, share: 50%, job_share: true}]}
""",
    "copies that restate nothing": """\
duties: [{text: 受理, time: 60%}, {text: 回访, time: 40%}]
## positions/service/east.yaml
title: 华东工程师
based_on: engineer
## positions/service/west.yaml
title: 华西工程师
based_on: engineer
""",
    "a planned position, half written": "status: planned\nduties: [{text: 甲, time: 3%, weight: 67%}, {text: 乙}]\n",
    "an abolished position": "status: abolished\nduties: [{text: 甲, time: 97%}, {text: 乙, weight: 5%}]\n",
}


@pytest.mark.parametrize("duties", RIGHT.values(), ids=RIGHT)
def test_right_shares(duties: str, tmp_path: Path) -> None:
    assert [finding for rule in RULES for finding in found(rule, tmp_path, HEAD + duties)] == []
