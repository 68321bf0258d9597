"""Targets that are broken numbers, and targets that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import broken_target, impossible_target
from tests.rules.marked import check_marks, found

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
kpis: []
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""


def one(target: str, name: str = "指标") -> str:
    return HEAD + f'kpi_sets: [{{kpis: [{{name: {name}, target: "{target}"}}]}}]\n'


RIGHT = [
    "100%", "≥95%", "≧95％", "≥ 95 %", "≥95%以上", "95%+", "５％", ">=95", "=100%", "≤2次", "0", "0次",
    "≤0.5%", "0.3‰", "100分", "0-1次", "0-1 次", "90-95%", "90%～95%", "90至95%", "1-2%", "±5%", "5±1",
    "-5%", "+5%", "~5%", "约5%", "1,000", "1,000件", "1 000 件", "1,000,000.5", "3/5以上", "3/5", "1:5",
    "≤00:30", "≤ 01:30", "≤00:00:45", "≤02:00小时",
    "24/7", "7*24", "12:30", "08:30", "8:30-17:30", "08:30-17:00", "2026/3/1前", "2026-03-01", "2026.3.1",
    "03-15", "05月底前完成", "05号前", "≥90%,≤100%", "≥90%/≥80%", "3次/月", "≤3/月", "3/次",
    "每月 2 次以内", "15 分钟内响应", "不超过2次", "至少 3 份", "达到95%", "A级", "ISO9001", "OK", "lol",
    "Oil", "10l", "≤5 l", "/", "-", "——", "…", "无", "及时、到位", "第1名", "80分以上得满分", "≥4h",
    "≥2个工作日", "≈5", "H2O≤5%", "2026年3月", "5级",
]  # fmt: skip


@pytest.mark.parametrize("target", RIGHT)
def test_a_right_target(tmp_path: Path, target: str) -> None:
    assert found(broken_target, tmp_path, one(target)) == []


MISSING = "write the number, such as ≥95% or ≤2"
SOMEHOW = "write 95%, ≥95% or 0-1, or say it in words"
BROKEN = {
    "05%": "did you mean '5%' or '0.5%'?",
    "≤05%": "did you mean '≤5%' or '≤0.5%'?",
    "≤05": "did you mean '≤5'?",
    "05次": "did you mean '5次'?",
    "不超过 05 次以内": "did you mean '不超过 5 次以内'?",
    "007": "did you mean '7'?",
    "00": "did you mean '0'?",
    "3/": "write what follows, or '3' alone",
    "95 - ": "write what follows, or '95' alone",
    "95-": "write what follows, or '95' alone",
    "90%～": "write what follows, or '90%' alone",
    "5:": "write what follows, or '5' alone",
    "95.": "write what follows, or '95' alone",
    ".5": "did you mean '0.5'?",
    "≤.5%": "did you mean '≤0.5%'?",
    "5.%": "did you mean '5%'?",
    "95%%": "did you mean '95%'?",
    "≥≥95%": "did you mean '≥95%'?",
    "=>95%": "did you mean '≥95%'?",
    "> = 95%": "did you mean '≥95%'?",
    "=<5次": "did you mean '≤5次'?",
    "< =5": "did you mean '≤5'?",
    "1O0%": "did you mean '100%'?",
    "10o%": "did you mean '100%'?",
    "l00%": "did you mean '100%'?",
    "≥I5%": "did you mean '≥15%'?",
    "9 5%": "did you mean '95%'?",
    "９ ５％": "did you mean '95%'?",
    "≥": MISSING,
    "≥%": MISSING,
    "%": MISSING,
    "≤次": MISSING,
    "95%90%": SOMEHOW,
    "9:0017:00": SOMEHOW,
    "<5%>": SOMEHOW,
    "1,00": SOMEHOW,
    "3//5": SOMEHOW,
    "≤08:001": SOMEHOW,
}


@pytest.mark.parametrize(("target", "way_out"), BROKEN.items(), ids=BROKEN)
def test_a_broken_target(tmp_path: Path, target: str, way_out: str) -> None:
    (finding,) = found(broken_target, tmp_path, one(target))
    assert finding.message.en == f"the target '{target.strip()}' is not a proper number"
    assert finding.hint is not None
    assert finding.hint.en == way_out


PLACES = {
    "of a period": HEAD
    + "kpi_sets: [{kpis: [{name: a, targets: {month: 3, quarter: «3/», half_year: «05%», year: 3}}]}]\n",
    "of a part": HEAD + "kpi_sets: [{kpis: [{name: a, parts: [{name: b, target: «05%»}]}]}]\n",
    "shared": HEAD.replace("kpis: []", "kpis: [{id: s, name: a, target: «05%»}]") + "kpi_sets: [{kpis: [{use: s}]}]\n",
    "in one language": HEAD + "kpi_sets: [{kpis: [{name: a, target: {zh: 5%, en: «05%»}}]}]\n",
    "in both": HEAD + "kpi_sets: [{kpis: [{name: a, target: {zh: «05次», en: «05 times»}}]}]\n",
    "restated": HEAD.replace("kpis: []", "kpis: [{id: s, name: a, target: 5%}]")
    + "kpi_sets: [{kpis: [{use: s, target: «1O%»}]}]\n",
    "taken over": HEAD
    + "kpi_sets: [{kpis: [{name: a, target: «05%»}]}]\n## positions/service/b.yaml\nbased_on: manager\n",
    "planned": HEAD + "status: planned\nkpi_sets: [{kpis: [{name: a, target: «05%»}]}]\n",
    "abolished": HEAD + "status: abolished\nkpi_sets: [{kpis: [{name: a, target: 05%}]}]\n",
}


@pytest.mark.parametrize("example", PLACES.values(), ids=PLACES)
def test_where_it_stands(tmp_path: Path, example: str) -> None:
    assert len(check_marks(broken_target, tmp_path, example)) == example.count("«")


# --- impossible ---------------------------------------------------------------------------------------------


POSSIBLE = [
    ("客户满意度", "100%"), ("客户满意度", "≥100%"), ("客户满意度", "≥105分"), ("客户满意度", ">99%"),
    ("客户满意度", "<100%"), ("满意度", "<1%"), ("满意度指数", "≥120%"), ("满意度提升率", "≥120%"),
    ("收入增长率", "≥120%"), ("年度目标达成率", "≥110%"), ("回款完成率", ">100%"), ("旧件回收率", "105%"),
    ("库存增长率", "<0"), ("服务成本增长率", "<0%"), ("成本", "<0"), ("投诉次数", "0"),
    ("投诉次数", "≤0次"), ("投诉次数", "<1次"), ("投诉次数变化", "-2次"), ("投诉次数同比", "<0次"),
    ("成本变动", "-5%"), ("温度", "-5"), ("投诉次数", ">0次"), ("差错率", "≤200ppm"), ("毛利", "-5%"),
    ("客户满意度", "达到行业前列"), ("偏差件数", "-2件"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "target"), POSSIBLE)
def test_a_possible_target(tmp_path: Path, name: str, target: str) -> None:
    assert found(impossible_target, tmp_path, one(target, name)) == []


OVER, BELOW = "can never be more than 100%", "can never be less than 0"
LESS, FULL = (
    "set a target of at most 100%; if growth is meant, the name should say so",
    "write 100% if nothing less will do",
)
ZERO = "write 0 if there must be none"
SIGN = "drop the minus sign; if a change is meant, the name should say so"
IMPOSSIBLE = [
    ("客户满意度", "≥105%", OVER, LESS),
    ("客户满意度", "100.1%", OVER, LESS),
    ("客户满意度", "≤120%", OVER, LESS),
    ("客户满意度（电话）", "≥105%", OVER, LESS),
    ("投诉按时关闭率", "≥105%", OVER, LESS),
    ("故障一次修复率", "≥105%", OVER, LESS),
    ("报修及时率", ">100%", OVER, FULL),
    ("Customer satisfaction", "≥105%", OVER, LESS),
    ("Reports on time", "≥105%", OVER, LESS),
    ("投诉次数", "<0", BELOW, ZERO),
    ("返修", "<0次", BELOW, ZERO),
    ("差错率", "<0%", BELOW, ZERO),
    ("返修", "-2件", BELOW, SIGN),
    ("返修", "≤ -2 次", BELOW, SIGN),
    ("差错率", "≤-1%", BELOW, SIGN),
    ("差错率", "－1％", BELOW, SIGN),
]


@pytest.mark.parametrize(("name", "target", "why", "way_out"), IMPOSSIBLE)
def test_an_impossible_target(tmp_path: Path, name: str, target: str, why: str, way_out: str) -> None:
    (finding,) = check_marks(impossible_target, tmp_path, one(f"«{target}»", name))
    assert finding.message.en == f"'{name}' {why}, but its target is '{target}'"
    assert finding.hint is not None
    assert finding.hint.en == way_out


SHARED = HEAD.replace("kpis: []", "kpis: [{id: s, name: 满意度, target: ≥90%}]")
ELSEWHERE = {
    "of a period": HEAD + "kpi_sets: [{kpis: [{name: 满意度, targets: {month: 95%, year: «101%»}}]}]\n",
    "restated": SHARED + "kpi_sets: [{kpis: [{use: s, target: «101%»}]}]\n",
    "the shared one": SHARED.replace("≥90%", "«101%»") + "kpi_sets: [{kpis: [{use: s}, {use: s}]}]\n",
    "another name": SHARED.replace("满意度", "完成率").replace("≥90%", "«101%»")
    + "kpi_sets: [{kpis: [{use: s, name: 及时率}]}]\n",
    "in another language": HEAD + "kpi_sets: [{kpis: [{name: {zh: 满意, en: accuracy}, target: «101%»}]}]\n",
    "a part": HEAD + "kpi_sets: [{kpis: [{name: a, parts: [{name: 满意度, target: «101%»}]}]}]\n",
}


@pytest.mark.parametrize("example", ELSEWHERE.values(), ids=ELSEWHERE)
def test_impossible_elsewhere(tmp_path: Path, example: str) -> None:
    assert len(check_marks(impossible_target, tmp_path, example)) == 1
