"""A small department with everything that workbooks show, and how they are read again."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from posdoc.documents.digests import digest_of
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import Organization
from posdoc.tables.excel import write_pages
from posdoc.tables.workbooks import Wish, kind, kinds

FILES = {
    "posdoc.yaml": """\
organization: {name: {zh: 恒达, en: Hengda}, department: {zh: 售后部, en: After-sales}}
languages: [zh, en]
families: [{id: service, title: {zh: 服务, en: Service}}]
grades: [G1, {id: G2, title: {zh: 同名, en: Same}}, {id: G3, title: {zh: 同名, en: Same}}]
outside_positions: [{id: director, title: {zh: 总监, en: Director}}]
kpis:
  - {id: shared, number: C-1, name: {zh: 满意度, en: Satisfaction}, target: "≥95%", formula: 满意 ÷ 全部}
defaults: {employment: {zh: 全职, en: Full-time}}
labels: {position.headcount: 定编}
""",
    "people.yaml": """\
people:
  - {name: {zh: 甲一, en: Jia Yi}, posts: [boss]}
  - {name: 乙二, posts: [engineer]}
  - {name: 丙三, posts: [{position: engineer, since: 2030-01-01}]}
  - {name: 丁四, posts: [helper]}
""",
    "positions/service/unit.yaml": "title: {zh: 服务部, en: Service}\nhead: boss\nheadcount: 9\n",
    "positions/service/boss.yaml": """\
title: {zh: =经理, en: "=Manager"}
code: "0012"
grade: G3
family: service
headcount: 1
reports_to: director
purpose: "@负责全部"
valid_from: 2024-05-01
valid_to: 2028-12
document: {version: "1.0", effective: 2026-03-01}
duties: [{text: {zh: 带领, en: Lead}, time: 60%}, {text: 计划, time: 40%}]
dotted_to: [{position: director, for: {zh: 预算, en: budget}}]
promotes_to: [[director]]
kpi_sets:
  - title: {zh: 季度, en: Quarter}
    weight: 60%
    kpis:
      - use: shared
        weight: 40%
        targets: {quarter: "≥94%", year: "≥95%"}
        parts: [{name: 电话, weight: 50%}, {name: 现场, weight: 50%}]
      - {name: {zh: 费用, en: Cost}, weight: 60%, criteria: 每超扣分, source: 账目}
    bands: [{label: 优, min: 90, max: 100}, {label: 良, min: 75, max: 85}, {label: 差, max: 75, consequence: 约谈}]
    notes: 每季公布
  - title: {zh: 年度, en: Year}
    weight: 40%
    kpis: [{name: 利润, weight: 100%}]
    composite: [{part: personal, weight: 70%}, {part: department, weight: 30%, formula: 部门得分}]
    bands: [{label: 超额, min: 100, max: 120}, {label: 达标, min: 0, max: 100}]
""",
    "positions/service/field/unit.yaml": "title: {zh: 现场组, en: Field}\nhead: engineer\n",
    "positions/service/field/engineer.yaml": """\
title: {zh: 工程师, en: Engineer}
headcount: 2-3
reports_to: boss
duties: [{text: 维修, time: 35-40%}, {text: 报告, time: 60%}]
tools: [万用表, SAP ERP]
kpi_sets: [{kpis: [{name: 及时率}, {name: 回访, weight: 30-40%}]}]
""",
    "positions/service/field/night.yaml": """\
based_on: engineer
title: {zh: 夜班工程师, en: Night Engineer}
status: frozen
headcount: 2
kpi_sets: [{kpis: [{name: 值守, weight: 100%}], bands: [{label: 好}, {label: 坏}]}]
""",
    "positions/service/field/helper.yaml": """\
title: {zh: 工程师, en: Engineer}
headcount: 数名
reports_to: engineer
kpi_sets: [{kpis: [{name: 协助, weight: 100%}]}]
""",
}
DAY = date(2026, 3, 1)


@pytest.fixture(scope="session")
def organization(tmp_path_factory: pytest.TempPathFactory) -> Organization:
    root: Path = tmp_path_factory.mktemp("workbooks")
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded, findings = load(root)
    assert [finding.message.en for finding in findings] == []
    return loaded


def wish_for(organization: Organization, language: str = "zh", **more: Any) -> Wish:
    digests = {position.id: digest_of(position) for position in organization.positions}
    unit = organization.units_by_id[more.pop("unit")] if "unit" in more else None
    return Wish(organization, Words(organization, language), DAY, unit, digests=digests, **more)


def data_of(name: str, organization: Organization, language: str = "zh", **more: Any) -> bytes:
    return write_pages(kind(name).make(wish_for(organization, language, **more)))


def workbook_of(name: str, organization: Organization, language: str = "zh", **more: Any) -> Workbook:
    return load_workbook(io.BytesIO(data_of(name, organization, language, **more)))


FILLED = {
    "=经理": {"I9": 80, "I10": 90, "I11": 90, "I22": 100, "I25": 90},
    "工程师": {"D7": 0.5, "D8": 0.5, "F7": 70},
    "工程师 (2)": {"F7": 85},
}
"""Scores as somebody fills them in, by sheet and cell."""


@pytest.fixture(scope="session")
def worked_out(
    organization: Organization, tmp_path_factory: pytest.TempPathFactory, tool: Callable[[str], str]
) -> Mapping[str, Workbook]:
    """What LibreOffice works out of each workbook without the values that it carries, and of ``filled`` scorecards."""
    folder: Path = tmp_path_factory.mktemp("worked-out")
    books = {name: workbook_of(name, organization) for name in kinds()}
    books["filled"] = workbook_of("scorecards", organization)
    for sheet, cells in FILLED.items():
        for cell, value in cells.items():
            books["filled"][sheet][cell] = value
    for name, book in books.items():
        book.save(folder / f"{name}.xlsx")
    profile, out = f"-env:UserInstallation={(folder / 'profile').as_uri()}", folder / "out"
    paths = [folder / f"{name}.xlsx" for name in books]
    subprocess.run(
        [tool("soffice"), profile, "--headless", "--convert-to", "xlsx", "--outdir", out, *paths],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    if not any(out.glob("*.xlsx")):
        pytest.skip("LibreOffice is here without Calc")
    return {name: load_workbook(out / f"{name}.xlsx", data_only=True) for name in books}
