"""Numbers and bullets typed at the beginning of items."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import typed_numbering
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, hint_of, one, repaired


def tasks(*items: str) -> str:
    return HEAD + "duties:\n  - text: 巡检\n    tasks:\n" + "".join(f"      - {item}\n" for item in items)


MARKS = [
    "1、", "12、", "1.", "1. ", "1．", "1)", "1）", "(1)", "（1）", "(一)", "（十二）", "(a) ", "①", "①、", "⑴", "⒈", "❶", "㈠",
    "一、", "十二、", "三．", "a)", "A、", "b）", "Ⅰ、", "Ⅱ．", "第七条 ", "第1条：", "第一章\u3000", "第二节、", "– ", "— ",
    "•", "• ", "●", "■ ", "◆", "▪", "◦", "➢", "►", "▶", "·", "‧", "∙", "1.1.1 ", "1.1.1.2、", "1.2.3检",
]  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_marks(mark: str, tmp_path: Path) -> None:
    mark, rest = (mark[:-1], mark[-1]) if mark[-1] == "检" else (mark, "")
    example = tasks(f"«{mark}»{rest}检查机组")
    findings = check_marks(typed_numbering, tmp_path, example)
    assert one(findings).message.en == f"the item begins with a typed '{mark.strip()}'"
    assert repaired(typed_numbering, tmp_path, example).endswith(f"      - {rest}检查机组\n")


@pytest.mark.parametrize("mark", ["- ", "* ", "1. "])
def test_marks_in_quotes(mark: str, tmp_path: Path) -> None:
    example = tasks(f"'«{mark}»检查机组'")
    assert repaired(typed_numbering, tmp_path, example).endswith("      - '检查机组'\n")


RIGHT = [
    "1.5 小时内到场", "2026年起执行", "3个月内回访", "24小时待命", "1、2号机组各检一次", "一、二级故障", "十佳员工评比",
    "一次修复", "1、2.5 吨吊车",
    "1.5吨以下吊装", "100. 以上", "123、检查", "5S 管理", "A、B 类客户", "ab) 检查", "(24 小时)待命", "（含节假日）检查",
    "（一二三四）检查", "第七条规定的处罚", "第三方检测", "'-5℃ 启动'", "'*重要'", "●●●○", "••", "1:1 复核", "1-3 年", "2-3 次",
    "√ 合格", "No. 1", "1.", "3.0 版", "A级客户", "0.5%",
]  # fmt: skip


@pytest.mark.parametrize("item", RIGHT)
def test_right_beginnings(item: str, tmp_path: Path) -> None:
    findings = check_marks(typed_numbering, tmp_path, tasks(f"«{item}»") if item == "1." else tasks(item))
    assert [finding.fix for finding in findings] == ([()] if item == "1." else [])


STEPPED = {
    "forms 3.25 1-1": ["«1-1 »组织架构", "«1-2 »服务流程", "2-6 评估"],
    "forms 3.25 1.0": ["«1.0 »主管", "«2.0 »班长", "4.0 前台"],
    "decimals of one chapter": ["«1.1 »检查", "«1.2、»记录", "«1.3»回访", "1.5 上报", "2.4 归档"],
    "quantities": ["1.5 小时内到场", "1.6 小时内修复", "1.1吨", "1.2吨", "1-2 人", "1-3 人"],
    "English quantities": ["1.5 hours on site", "1.6 hours in all", "2.1 kW", "2.2 kW"],
    "different signs": ["1.1 检查", "1-2 记录"],
    "zeros far apart": ["1.0 主管", "3.0 班长"],
    "other chapters": ["1.1 检查", "2.1 记录"],
}


@pytest.mark.parametrize("items", STEPPED.values(), ids=STEPPED)
def test_stepped_numbers_count_where_one_follows_another(items: list[str], tmp_path: Path) -> None:
    check_marks(typed_numbering, tmp_path, tasks(*items))


ELSEWHERE = {
    "other fields": "tools: [1.1 型扳手]\nbenefits: [1.2 倍工资]\nrecords: [1.2 型记录]\n",
    "another position": "tools: [1.1 型扳手]\n## positions/service/fitter.yaml\ntitle: 装配工\ntools: [1.2 型扳手]\n",
    "other records": "duties: [1.1 型检查]\nflows: [{title: 检查, steps: [1.2 型检查]}]\n",
}


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_neighbour_stands_in_the_same_list(text: str, tmp_path: Path) -> None:
    assert check_marks(typed_numbering, tmp_path, HEAD + text) == []


FIELDS = {
    "duties": "duties: [«1、»检查, {text: «2、»记录, area: «一、»质量, measures: [«(1)»及时]}]\n",
    "sections": "sections: [{title: 一、方法, text: 1、先电话, points: [«1.»先电话]}]\n",
    "single texts": "purpose: 1、解决问题\nlocation: 3)号楼\nconditions: {hours: 1. 白班}\n",
    "aliases and benefits": "aliases: [«1、»主管]\nbenefits: [«①»保险]\n",
    "flow": "flows: [{title: (1)受理, steps: [«1.»登记, {text: «2.»回复, output: 3.记录}]}]\n",
    "indicators": "kpi_sets: [{title: 一、季度, kpis: [{name: «1、»满意度, weight: 100%}]}]\ncompetences: [«1、»诊断]\n",
    "authority": "authority: [«1、»减免费用]\ndocument: {attachments: [«1、»流程图], notes: [«1、»备注]}\n",
}


@pytest.mark.parametrize("text", FIELDS.values(), ids=FIELDS)
def test_fields(text: str, tmp_path: Path) -> None:
    check_marks(typed_numbering, tmp_path, HEAD + text)


def test_units(tmp_path: Path) -> None:
    unit = """\
## positions/service/unit.yaml
title: 1、售后部
functions: [«一、»受理, {title: «二、»维修, text: «1、»上门, functions: [«(1)»诊断]}]
regulations:
  - title: 制度
    chapters: [{title: «第一章 »总则, articles: [«第一条 »守时, {text: «第七条 »保密, items: [«1、»密码]}]}]
glossary: [{term: «1、»三包, definition: 1、包修}]
"""
    settings = "## posdoc.yaml\norganization: 公司\n"
    check_marks(typed_numbering, tmp_path, settings + unit + "## positions/service/a.yaml\ntitle: 1、工程师\n")


LISTS = {
    "numbers": "1、受理投诉；2、跟踪",
    "numbers in brackets": "(1)受理投诉；(2)跟踪",
    "dots": "9. 受理投诉 10. 跟踪",
    "circles": "①受理投诉；②跟踪",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_whole_list_in_one_text(text: str, tmp_path: Path) -> None:
    end = 1 if text[0] == "①" else 3 if text[:2] in ("(1", "9.") else 2
    finding = one(check_marks(typed_numbering, tmp_path, tasks(f"«{text[:end]}»{text[end:]}")))
    assert hint_of(finding) == "make several items of it, one each, without numbers"
    assert finding.fix == ()


@pytest.mark.parametrize("rest", ["检查 12、13 号机组", "检查 0、2 号", "检查"])
def test_other_numbers_do_not_make_a_list(rest: str, tmp_path: Path) -> None:
    finding = one(check_marks(typed_numbering, tmp_path, tasks(f"«1、»{rest}")))
    assert hint_of(finding) == "delete it; items are numbered when they are printed"
    assert finding.severity is Severity.WARNING
    assert len(finding.fix) == 1


@pytest.mark.parametrize("rest", ['"满意"服务', "[保内]维修", "*重要*", "#1 机组", "'好'评", "- 检查"])
def test_no_fix_that_would_break_the_yaml(rest: str, tmp_path: Path) -> None:
    finding = one(check_marks(typed_numbering, tmp_path, tasks(f"«1、»{rest}")))
    assert finding.fix == ()
