"""Sheets of indicators as real departments wrote them: what has to be found in them, and what must not be.

The facts (titles, numbers) are those of the forms S2-B, S3-B, S4-B, S4-G and S4-L; the words are ours.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.rules import (
    band_gap_or_overlap,
    broken_target,
    composite_weight_not_100,
    kpi_part_weight_not_100,
    kpi_sheet_weight_not_100,
    kpi_targets_differ,
    kpi_unit_mismatch,
    kpi_weight_not_100,
    kpi_without_name,
    kpi_without_target,
    kpi_without_weight,
    period_targets_contradict,
    score_ranges_share_ends,
)
from tests.example_files import write_files
from tests.rules.marked import check_marks, found

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后服务部
"""
NAMES = [
    "kpi_weight_not_100", "kpi_part_weight_not_100", "kpi_sheet_weight_not_100", "composite_weight_not_100",
    "kpi_without_weight", "broken_target", "impossible_target", "kpi_targets_differ", "kpi_direction_contradicts",
    "band_gap_or_overlap", "score_ranges_share_ends", "period_targets_contradict", "kpi_without_target",
    "kpi_unit_mismatch", "kpi_serves_no_duty", "kpi_monitor_unsuitable", "kpi_without_name", "duplicate_kpi",
]  # fmt: skip
RULES = [import_module(f"posdoc.rules.{name}") for name in NAMES]
SUMS = [kpi_weight_not_100, kpi_part_weight_not_100, kpi_sheet_weight_not_100, composite_weight_not_100]

S3_B = (
    HEAD
    + """\
## positions/service/department-manager.yaml
title: 售后服务部经理
kpi_sets:
  - title: 关键业绩指标
    kpis:
      - name: 服务费用率
        targets: {month: 05%, quarter: 05%, half_year: 05%, year: 05%}
        weight: 15%
      - name: 保修期平均服务次数
        targets: {month: 3/, quarter: 3/, half_year: 3/, year: 3/}
        weight: 20%
      - {name: 报修处理及时率, targets: {month: 95%, quarter: 95%, half_year: 95%, year: 95%}, weight: 15%}
      - {name: 调试及时率, targets: {month: 95%, quarter: 95%, half_year: 95%, year: 95%}, weight: 8%}
      - {name: 安装调试维修满意率, targets: {month: 99%, quarter: 99%, half_year: 99%, year: 99%}, weight: 15%}
      - {name: 拜访完成率, targets: {month: 70%, quarter: 70%, half_year: 70%, year: 70%}, weight: 8%}
      - {name: 客户投诉率, targets: {month: 0, quarter: 0, half_year: 0, year: 1}, weight: 10%}
      - {name: 投诉处理满意率, targets: {month: 100%, quarter: 100%, half_year: 100%, year: 100%}, weight: 4%}
      - {name: 报表及时准确率, targets: {month: 100%, quarter: 100%, half_year: 100%, year: 100%}, weight: 5%}
    bands:
      - {label: 远超目标 100-90分)}
      - {label: 超过目标 90-70分)}
      - {label: 达到目标 70-60分)}
      - {label: 未达目标 60-0分)}
"""
)
S3_B_MENDED = (
    S3_B.replace("05%", "≤5%")
    .replace("3/", "≤3次")
    .replace("客户投诉率, targets: {month: 0, quarter: 0, half_year: 0, year: 1}", "客户投诉次数, target: 0次")
    .replace("远超目标 100-90分)", "远超目标, min: 90, max: 100")
    .replace("超过目标 90-70分)", "超过目标, min: 70, max: 90")
    .replace("达到目标 70-60分)", "达到目标, min: 60, max: 70")
    .replace("未达目标 60-0分)", "未达目标, min: 0, max: 60")
)

S4_L = (
    HEAD
    + """\
## positions/service/technical-supervisor.yaml
title: 技术主管
## positions/service/technical-assistant.yaml
title: 技术助理
reports_to: technical-supervisor
## positions/service/engineer.yaml
title: 售后工程师
reports_to: technical-supervisor
kpi_sets:
  - title: 季度考核
    period: quarter
    kpis:
      - {number: 1, name: 安装维修维护合格率, weight: 60%, criteria: 到客户处抽查, monitor: technical-supervisor}
      - {number: 2, name: 客户对实施的满意度, weight: 20%, criteria: 电话回访, monitor: technical-assistant}
      - {number: 3, name: 安装维修维护数量, weight: 10%, monitor: technical-supervisor}
      - {number: 4, name: 质量反馈卡填写质量, weight: 10%, monitor: technical-assistant}
      - {number: 5}
  - title: 半年能力与态度
    period: half_year
    kpis:
      - {name: 了解客户需求, dimension: competence}
      - {name: 解决问题, dimension: competence}
      - {name: 创新, dimension: competence}
      - {name: 认真完成任务, dimension: attitude}
      - {name: 出勤, dimension: attitude}
"""
)
S4_L_MENDED = (
    S4_L.replace("name: 安装维修维护合格率", "name: 安装维修维护合格率, target: ≥98%")
    .replace("name: 客户对实施的满意度", "name: 客户对实施的满意度, target: ≥95%")
    .replace("name: 安装维修维护数量", "name: 安装维修维护数量, target: ≥45台")
    .replace("name: 质量反馈卡填写质量", "name: 质量反馈卡填写质量, target: 无漏项，无退回")
    .replace("      - {number: 5}\n", "")
    .replace("dimension: competence}", "dimension: competence, target: 达到熟练级}")
    .replace("dimension: attitude}", "dimension: attitude, target: 达到良好}")
)


@pytest.mark.parametrize("form", [S3_B, S4_L], ids=["S3-B", "S4-L"])
@pytest.mark.parametrize("rule", SUMS, ids=lambda rule: rule.KIND.name)
def test_forms_3_5_sheets_that_make_100(tmp_path: Path, form: str, rule: object) -> None:
    assert found(rule, tmp_path, form) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [S3_B_MENDED, S4_L_MENDED], ids=["S3-B", "S4-L"])
@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_mended_forms_have_no_findings(tmp_path: Path, form: str, rule: object) -> None:
    assert form not in (S3_B, S4_L)
    assert found(rule, tmp_path, form) == []  # type: ignore[arg-type]


S2_B = (
    HEAD
    + """\
## positions/service/agent.yaml
title: 售后客服
kpi_sets:
  - «kpis»:
      - {name: 客户满意度, target: 90%以上}
      - {name: 问题解决率, target: 95%以上}
      - {name: 工作态度, dimension: attitude, target: 积极主动}
"""
)
S4_G = """\
## positions/service/malt-engineer.yaml
title: 售后服务工程师
kpi_sets:
  - kpis:
      - {name: 客户满意度, target: ≥90%}
      - {name: 客户投诉率, target: ≤10%}
      - {name: 客诉处理效率, target: 及时、到位}
    composite: [{part: personal, weight: 60%}, {part: department, weight: 20%}]
"""
SUPPORT = """\
## positions/service/support.yaml
title: 技术支持
kpi_sets:
  - kpis: [{name: 问题解决率, target: «90%以上»}, {name: 客户满意度, target: 90%以上}]
"""
REPAIR = """\
## positions/service/repair.yaml
title: 维修工程师
kpi_sets:
  - kpis: [{name: 维修质量, target: ≥95%}, {name: 维修进度, target: «按时完成维修任务»}]
"""
CASES = {
    "forms 3.4 a line without a name": (kpi_without_name, S4_L.replace("{number: 5}", "{«number»: 5}")),
    "forms 3.4 indicators without weights": (kpi_without_weight, S2_B),
    "forms 3.4 no weights, with a composite score": (kpi_without_weight, HEAD + S4_G.replace("- kpis", "- «kpis»")),
    "forms 3.4 a composite score without one of its parts": (
        composite_weight_not_100, HEAD + S4_G.replace("composite", "«composite»"),
    ),
    "forms 3.6 bands that share their ends": (
        score_ranges_share_ends,
        S3_B.replace(" 90-70", " «90»-70").replace(" 70-60", " «70»-60").replace(" 60-0", " «60»-0"),
    ),
    "forms 3.7 broken targets": (broken_target, S3_B.replace("05%", "«05%»").replace("3/", "«3/»")),
    "forms 3.7 a rate that is counted": (kpi_unit_mismatch, S3_B.replace("year: 1}", "year: «1»}")),
    "forms 3.7 none in a half-year, one in the year": (
        period_targets_contradict, S3_B.replace("year: 1}", "year: «1»}"),
    ),
    "forms 3.8 nothing below 0.6": (
        band_gap_or_overlap,
        HEAD + "## positions/service/clerk.yaml\ntitle: 受理岗位\nkpi_sets: [{kpis: [], bands: "
        "[{label: A, min: 0.8, consequence: 全额}, {label: B, min: «0.6», consequence: 半额}]}]\n",
    ),
    "forms 3.9 one indicator, two targets": (kpi_targets_differ, S2_B.replace("«", "").replace("»", "") + SUPPORT),
    "forms 3.10 on time": (kpi_without_target, HEAD + REPAIR),
    "forms 3.10 in time and in place": (kpi_without_target, HEAD + S4_G.replace("及时、到位", "«及时、到位»")),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "example"), CASES.values(), ids=CASES)
def test_real_faults(tmp_path: Path, rule: object, example: str) -> None:
    assert check_marks(rule, tmp_path, example)  # type: ignore[arg-type]


def test_forms_3_9_satisfaction_of_90_and_of_99(tmp_path: Path) -> None:
    manager = S3_B.replace("安装调试维修满意率", "客户满意度")
    engineer = S4_G.replace("≥90%", "«≥90%»").replace("≤10%", "«≤10%»")
    findings = check_marks(kpi_targets_differ, tmp_path, manager + engineer)
    assert [finding.message.en for finding in findings] == [
        "the target of '客户满意度' is '≥90%' here and '99%' elsewhere",
        "the target of '客户投诉率' is '≤10%' here and '0' elsewhere",
    ]


def test_forms_3_4_weights_of_a_composite_score_left_blank_are_found_in_reading(tmp_path: Path) -> None:
    blank = S4_G.replace(", weight: 60%", "").replace(", weight: 20%", "")
    organization, of_reading = load(write_files(tmp_path, HEAD + blank))
    assert {finding.code for finding in of_reading} == {"POS103"}
    assert list(composite_weight_not_100.check(organization)) == []


def test_which_rules_need_more_than_one_file() -> None:
    beyond = {rule.KIND.code for rule in RULES if not rule.LOCAL}
    assert beyond == {"POS407", "POS408", "POS409", "POS412", "POS413", "POS414", "POS416"}
    assert [rule.KIND.code for rule in RULES] == [f"POS{code}" for code in range(401, 419)]
