"""What a reader is told, by cases: each a change of one small department, and the lines that come of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc.diff import Difference, compare
from posdoc.diff.formats.text import write
from posdoc.load import load

SETTINGS = """organization: {name: 公司}
languages: [zh, en]
families: [{id: tech, title: 技术}]
outside_positions: [{id: gm, title: 总经理}]
parties: [{id: customers, title: 客户}, {id: finance, title: 财务部}]
kpis: [{id: csat, name: 客户满意度, target: ≥90%}]
"""
UNIT = "title: {zh: 售后部, en: Service}\n"
CHIEF = "title: 主管\nreports_to: gm\nheadcount: 1\n"
ENGINEER = """title: {zh: 工程师, en: Engineer}
aliases: [技工, 维修员]
headcount: 2
reports_to: chief
purpose: {zh: 修好机组。, en: Mend the units.}
duties:
  - {area: 维修, text: 上门修理报修的机组。, time: 60%, tasks: [查故障代码, 更换损坏的零件]}
  - {area: 保养, text: 每年两次保养机组。, time: 30%}
  - {area: 记录, text: 当日写清维修记录并上传。, time: 10%}
kpi_sets:
  - id: monthly
    title: 月度
    kpis:
      - {use: csat, weight: 60%}
      - {name: 一次修复率, target: ≥85%, weight: 40%}
contacts: [{party: customers, content: 约时间}, {party: finance, content: 报销}]
tools: [万用表, 扳手]
promotes_to: [[chief, gm]]
"""
OTHER = "title: 文员\nreports_to: chief\nheadcount: 1\n"
BASE = {
    "posdoc.yaml": SETTINGS,
    "positions/s/unit.yaml": UNIT,
    "positions/s/chief.yaml": CHIEF,
    "positions/s/engineer.yaml": ENGINEER,
    "positions/s/clerk.yaml": OTHER,
    "positions/s/night/unit.yaml": "title: 夜班\n",
}
Compare = Callable[..., Difference]


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def difference(tmp_path: Path) -> Compare:
    def make(changes: dict[str, str | None]) -> Difference:
        new = {name: text for name, text in {**BASE, **changes}.items() if text is not None}
        return compare(load(written(tmp_path / "old", BASE))[0], load(written(tmp_path / "new", new))[0])

    return make


def engineer(*pairs: str) -> dict[str, str | None]:
    text = ENGINEER
    for before, after in zip(pairs[::2], pairs[1::2], strict=True):
        assert before in text
        text = text.replace(before, after, 1)
    return {"positions/s/engineer.yaml": text}


HEAD = "~ 岗位 工程师 (engineer)"
REPAIR = "  - {area: 维修, text: 上门修理报修的机组。, time: 60%, tasks: [查故障代码, 更换损坏的零件]}\n"
RECORDS = "  - {area: 记录, text: 当日写清维修记录并上传。, time: 10%}\n"
CASES: dict[str, tuple[dict[str, str | None], list[str]]] = {
    "a number": (engineer("headcount: 2", "headcount: 3"), [HEAD, "  ~ 岗位定员：2 人 → 3 人"]),
    "a text": (engineer("修好机组。", "按约修好机组。"), [HEAD, "  ~ 岗位目的：修好机组。 → 按约修好机组。"]),
    "a text in the other language": (
        engineer("Mend the units.", "Repair the units."),
        [HEAD, "  ~ 岗位目的（en）：Mend the units. → Repair the units."],
    ),
    "a field that comes": (engineer("headcount: 2", "headcount: 2\ncode: S-1"), [HEAD, "  + 岗位编号：S-1"]),
    "a field that goes": (engineer("headcount: 2\n", ""), [HEAD, "  - 岗位定员：2 人"]),
    "another superior": (engineer("reports_to: chief", "reports_to: gm"), [HEAD, "  ~ 直接上级：主管 → 总经理"]),
    "a share of time": (
        engineer("time: 60%", "time: 55%", "time: 30%", "time: 35%"),
        [HEAD, "  ~ 岗位职责第1项“维修” · 时间：60% → 55%", "  ~ 岗位职责第2项“保养” · 时间：30% → 35%"],
    ),
    "a duty reworded": (
        engineer("每年两次保养机组。", "每年三次保养机组。"),
        [HEAD, "  ~ 岗位职责第2项“保养” · 职责描述：每年两次保养机组。 → 每年三次保养机组。"],
    ),
    "a duty dropped": (
        engineer(REPAIR, ""),
        [HEAD, "  - 岗位职责第1项“维修”：关键成果领域：维修；职责描述：上门修理报修的机组；"
               "工作任务：查故障代码、更换损坏的零件；时间：60%"],
    ),
    "a duty added at the beginning moves nothing": (
        engineer("duties:\n", "duties:\n  - {area: 安全, text: 停送电挂牌。}\n"),
        [HEAD, "  + 岗位职责第1项“安全”：关键成果领域：安全；职责描述：停送电挂牌"],
    ),
    "a duty moved": (
        engineer(RECORDS, "", "duties:\n", f"duties:\n{RECORDS}"),
        [HEAD, "  ↕ 岗位职责第1项“记录”：第3位 → 第1位"],
    ),
    "a duty moved and reworded": (
        engineer(RECORDS, "", "duties:\n", f"duties:\n{RECORDS.replace('当日', '次日')}"),
        [HEAD, "  ↕ 岗位职责第1项“记录”：第3位 → 第1位",
         "  ~ 岗位职责第1项“记录” · 职责描述：当日写清维修记录并上传。 → 次日写清维修记录并上传。"],
    ),
    "a task reworded": (
        engineer("更换损坏的零件", "更换磨损的零件"),
        [HEAD, "  ~ 岗位职责第1项“维修” · 工作任务第2项：更换损坏的零件 → 更换磨损的零件"],
    ),
    "order that says nothing": (engineer("[技工, 维修员]", "[维修员, 技工]"), []),
    "the target of an indicator": (
        engineer("target: ≥85%", "target: ≥90%"),
        [HEAD, "  ~ 绩效考核第1项“月度” · 指标第2项“一次修复率” · 目标：≥85% → ≥90%"],
    ),
    "the weight of a shared indicator": (
        engineer("use: csat, weight: 60%", "use: csat, weight: 50%"),
        [HEAD, "  ~ 绩效考核第1项“月度” · 指标第1项“客户满意度” · 权重：60% → 50%"],
    ),
    "a step of promotion": (
        engineer("[[chief, gm]]", "[[chief], [gm]]"),
        [HEAD, "  ~ 可晋升岗位第1项：“主管 → 总经理” → “主管”", "  + 可晋升岗位第2项：总经理"],
    ),
    "a position that comes": (
        {"positions/s/tester.yaml": "title: 检验员\nheadcount: 1\nreports_to: chief\npurpose: 检验返修件。\n"},
        ["+ 岗位 检验员 (tester)"],
    ),
    "a position that goes": ({"positions/s/clerk.yaml": None}, ["- 岗位 文员 (clerk)"]),
    "a unit renamed, and nobody in it has moved": (
        {**{name: None for name in BASE if "/s/" in name},
         **{name.replace("/s/", "/service/"): text for name, text in BASE.items() if "/s/" in name},
         "positions/service/unit.yaml": UNIT + "former_ids: [s]\n"},
        ["~ 部门 售后部 (service)", "    标识由 s 改为 service"],
    ),
    "who was named is called by title, though renamed": (
        {"positions/s/chief.yaml": None, "positions/s/head.yaml": CHIEF + "former_ids: [chief]\n",
         "positions/s/clerk.yaml": None, **engineer("reports_to: chief", "reports_to: gm", "[[chief, gm]]", "[[gm]]")},
        [HEAD, "  ~ 直接上级：主管 → 总经理", "  + 可晋升岗位第1项：总经理", "  - 可晋升岗位第1项：主管 → 总经理",
         "~ 岗位 主管 (head)", "    标识由 chief 改为 head", "- 岗位 文员 (clerk)"],
    ),
    "a position renamed, and nobody who names it has changed": (
        {"positions/s/chief.yaml": None, "positions/s/head.yaml": CHIEF + "former_ids: [chief]\n",
         **engineer("reports_to: chief", "reports_to: head", "[[chief, gm]]", "[[head, gm]]"),
         "positions/s/clerk.yaml": OTHER.replace("chief", "head")},
        ["~ 岗位 主管 (head)", "    标识由 chief 改为 head"],
    ),
    "a position renamed that has another former id as well": (
        {"positions/s/chief.yaml": None, "positions/s/head.yaml": CHIEF + "former_ids: [chief, boss]\n",
         **engineer("reports_to: chief", "reports_to: head", "[[chief, gm]]", "[[head, gm]]"),
         "positions/s/clerk.yaml": OTHER.replace("chief", "head")},
        ["~ 岗位 主管 (head)", "    标识由 chief 改为 head", "  + 曾用标识：chief、boss"],
    ),
    "a position in another unit": (
        {"positions/s/clerk.yaml": None, "positions/s/night/clerk.yaml": OTHER},
        ["↕ 岗位 文员 (clerk)", "    由“售后部”划入“夜班”"],
    ),
    "a unit": ({"positions/s/unit.yaml": UNIT + "kind: department\n"}, ["~ 部门 售后部 (s)", "  + 类型：部门"]),
    "a shared indicator, and who uses it": (
        {"posdoc.yaml": SETTINGS.replace("target: ≥90%", "target: ≥92%")},
        ["~ 设置 工作区设置", "  ~ 共享指标第1项“客户满意度” · 目标：≥90% → ≥92%",
         HEAD, "    所用的共享指标“客户满意度”有改动"],
    ),
    "what a unit hands down": (
        {"positions/s/unit.yaml": UNIT + "defaults: {pay_type: 月薪制}\n"},
        ["~ 部门 售后部 (s)", "  + 下属岗位默认值：薪酬类型：月薪制",
         "~ 岗位 主管 (chief)", "    沿用“售后部”：同样改动 1 处",
         "~ 岗位 文员 (clerk)", "    沿用“售后部”：同样改动 1 处",
         HEAD, "    沿用“售后部”：同样改动 1 处"],
    ),
    "what the settings hand down, but not to who says it himself": (
        {"posdoc.yaml": SETTINGS + "defaults: {pay_type: 月薪制}\n",
         **engineer("headcount: 2", "headcount: 2\npay_type: 计件")},
        ["~ 设置 工作区设置", "  + 默认值：薪酬类型：月薪制",
         "~ 岗位 主管 (chief)", "    沿用“工作区设置”：同样改动 1 处",
         "~ 岗位 文员 (clerk)", "    沿用“工作区设置”：同样改动 1 处",
         HEAD, "  + 薪酬类型：计件"],
    ),
    "a person": (
        {"people.yaml": "people: [{name: 王芳, posts: [engineer]}]\n"},
        ["+ 人员 王芳"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_told(changes: dict[str, str | None], expected: list[str], difference: Compare) -> None:
    told = write(difference(changes), ("", ""), "zh", False).splitlines()
    assert ([line for line in told[:-1] if line] or told) == (expected or ["没有不同。"])


def test_people_of_one_name_are_not_taken_for_one(tmp_path: Path) -> None:
    both = "people: [{name: 王芳, posts: [engineer]}, {name: 王芳, posts: [clerk]}]\n"
    one = "people: [{name: 王芳, posts: [engineer]}]\n"
    old = load(written(tmp_path / "old", {**BASE, "people.yaml": both}))[0]
    assert compare(old, load(written(tmp_path / "same", {**BASE, "people.yaml": both}))[0]).subjects == ()
    (gone,) = compare(old, load(written(tmp_path / "new", {**BASE, "people.yaml": one}))[0]).subjects
    assert (gone.id, gone.new) == ("王芳 (2)", None)
