from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from posdoc.model import (
    Document,
    Duty,
    Environment,
    HeadCount,
    PartialDate,
    Percent,
    Position,
    Quantity,
    Target,
    Text,
    field_of,
    fields_of,
)
from tests.views.conftest import SETTINGS, PrinterOf

BOTH = Text({"zh": "总部", "en": "Headquarters"})
VALUES: list[tuple[Any, str, str]] = [
    (BOTH, "总部", "Headquarters"),
    (Text({"zh": "总部"}), "总部", "总部"),
    (Text({"en": "Headquarters"}), "Headquarters", "Headquarters"),
    (True, "是", "yes"),
    (False, "否", "no"),
    (3, "3", "3"),
    ("SH-010", "SH-010", "SH-010"),
    (Percent(Decimal(30), Decimal(30)), "30%", "30%"),
    (Percent(Decimal("2.5"), Decimal("2.50")), "2.5%", "2.5%"),
    (Percent(Decimal(35), Decimal(40)), "35–40%", "35–40%"),
    (HeadCount(2, 2), "2 人", "2"),
    (HeadCount(2, 3), "2–3 人", "2–3"),
    (HeadCount(text=Text({"zh": "数名", "en": "several"})), "数名", "several"),
    (PartialDate(2018), "2018年", "2018"),
    (PartialDate(2018, 5), "2018年5月", "May 2018"),
    (PartialDate(2018, 5, 3), "2018年5月3日", "3 May 2018"),
    (Environment.HARSH, "较恶劣", "Harsh"),
    (Target(Text({"zh": "≤2 次", "en": "≤2 times"}), "<=", Decimal(2), "次"), "≤2 次", "≤2 times"),
    (Decimal(100), "100", "100"),
    (Decimal("0.80"), "0.8", "0.8"),
    (Quantity(Decimal(3), "年"), "3年", "3年"),
]


@pytest.mark.parametrize(("value", "zh", "en"), VALUES, ids=[repr(value)[:60] for value, _, _ in VALUES])
def test_a_value_in_both_languages(value: Any, zh: str, en: str, printer_of: PrinterOf) -> None:
    assert [printer_of("title: 工程师", language).value(value) for language in ("zh", "en")] == [zh, en]


# Field of a position, what is written there, and how it prints in one line.
RECORDS: list[tuple[str, str, str, str]] = [
    ("dotted_to", "[quality-manager]", "质量经理", "Quality Manager"),
    (
        "dotted_to",
        "[{position: quality-manager, for: {zh: 质量信息反馈, en: quality feedback}}]",
        "质量经理（质量信息反馈）",
        "Quality Manager (quality feedback)",
    ),
    (
        "rotates_to",
        "[quality-manager, {position: it, note: {zh: 其他办事处, en: other offices}}]",
        "质量经理、工程师（其他办事处）",
        "Quality Manager, Engineer (other offices)",
    ),
    ("direct_reports", "{posts: 3}", "3 个岗位", "3 positions"),
    ("direct_reports", "{posts: 1}", "1 个岗位", "1 position"),
    ("direct_reports", "{people: 12}", "12 人", "12 people"),
    ("direct_reports", "{people: {zh: 数名, en: several}}", "数名", "several"),
    ("direct_reports", "{posts: 3, people: 12}", "3 个岗位，共 12 人", "3 positions, 12 people"),
    ("direct_reports", "{posts: 1, people: 1}", "1 个岗位，共 1 人", "1 position, 1 person"),
    ("direct_reports", "{posts: 3, people: 12-15}", "3 个岗位，共 12–15 人", "3 positions, 12–15 people"),
    ("direct_reports", "{posts: 0, people: 0}", "0 个岗位，共 0 人", "0 positions, 0 people"),
    (
        "direct_reports",
        "{positions: [quality-manager, it]}",
        "质量经理、工程师",
        "Quality Manager, Engineer",
    ),
    (
        "direct_reports",
        "{positions: [it], posts: 3, people: 9}",
        "3 个岗位，共 9 人：工程师",
        "3 positions, 9 people: Engineer",
    ),
    ("objectives", "[提升满意度]", "提升满意度", "提升满意度"),
    (
        "objectives",
        "[{title: 满意, text: 以客户为中心, points: [甲, 乙]}]",
        "满意：以客户为中心 甲；乙",
        "满意: 以客户为中心 甲; 乙",
    ),
    ("authority", "[现场减免]", "现场减免", "现场减免"),
    (
        "authority",
        "[{kind: financial, act: decide, text: {zh: 现场减免, en: Waivers}, limit: {zh: 500 元, en: CNY 500}}]",
        "决定：现场减免（限额：500 元）",
        "Decide: Waivers (Limit: CNY 500)",
    ),
    ("competences", "[{zh: 诊断, en: Diagnosis}]", "诊断", "Diagnosis"),
    (
        "competences",
        "[{name: {zh: 诊断, en: Diagnosis}, level: {zh: 熟练, en: Proficient}, weight: 20, text: {zh: 独立判断, en: Unaided}}]",
        "诊断（熟练、20%）：独立判断",
        "Diagnosis (Proficient, 20%): Unaided",
    ),
    (
        "training",
        "{induction: [{zh: 安全, en: Safety}, {zh: 制度, en: Rules}], subjects: [{zh: 维修, en: Repair}]}",
        "岗前培训：安全、制度；培训科目：维修",
        "Induction training: Safety, Rules; Training subjects: Repair",
    ),
    (
        "promotes_to",
        "[[quality-manager, general-manager], it]",
        "质量经理 → 总经理；工程师",
        "Quality Manager → General Manager; Engineer",
    ),
]


@pytest.mark.parametrize(
    ("name", "written", "zh", "en"), RECORDS, ids=[f"{name}: {text}" for name, text, *_ in RECORDS]
)
def test_a_field_in_one_line(name: str, written: str, zh: str, en: str, printer_of: PrinterOf) -> None:
    text = f"title: {{zh: 工程师, en: Engineer}}\n{name}: {written}"
    info = field_of(Position, name)
    assert info is not None
    printers = [printer_of(text, language) for language in ("zh", "en")]
    assert [printer.one_line(info, getattr(printer.position, name)) for printer in printers] == [zh, en]


def test_attachments_print_number_and_title(printer_of: PrinterOf) -> None:
    printer = printer_of("title: 工程师\ndocument: {attachments: [流程图, {number: A-01, title: 清单}]}")
    document, info = printer.position.document, field_of(Document, "attachments")
    assert document is not None
    assert info is not None
    assert printer.lines(info, document.attachments) == ["流程图", "A-01 清单"]


GRADES = """
families: [{id: service, title: {zh: 服务序列, en: Service}}]
grades: [G4, {id: G5, title: {zh: 五等, en: Grade 5}}]
levels: [{id: management, title: 管理层}]
"""
REFERENCES = [
    ("family: service", "family", "服务序列", "Service"),
    ("grade: G5", "grade", "五等", "Grade 5"),
    ("grade: G4", "grade", "G4", "G4"),
    ("grade: G9", "grade", "G9", "G9"),
    ("level: management", "level", "管理层", "管理层"),
    ("reports_to: general-manager", "reports_to", "总经理", "General Manager"),
    ("reports_to: nobody", "reports_to", "nobody", "nobody"),
]


@pytest.mark.parametrize(("text", "name", "zh", "en"), REFERENCES, ids=[text for text, *_ in REFERENCES])
def test_a_reference_prints_what_it_names(text: str, name: str, zh: str, en: str, printer_of: PrinterOf) -> None:
    info = field_of(Position, name)
    assert info is not None
    made = []
    for language in ("zh", "en"):
        printer = printer_of(f"title: 工程师\n{text}", language, settings=SETTINGS, more=GRADES)
        made.append(printer.one_line(info, getattr(printer.position, name)))
    assert made == [zh, en]


DUTIES = """\
title: 工程师
duties:
  - {id: a, area: {zh: 投诉处理, en: Complaints}, number: "1.1"}
  - {id: b, text: 培训, number: "1.2"}
  - {id: c, text: 其他}
"""


@pytest.mark.parametrize(
    ("reference", "expected"),
    [("a", "Complaints"), ("b", "1.2"), ("c", "3"), ("unknown", "unknown")],
    ids=["key result area", "its number", "its place", "no such duty"],
)
def test_the_name_of_a_duty(reference: str, expected: str, printer_of: PrinterOf) -> None:
    assert printer_of(DUTIES, "en").duty_name(reference) == expected


def test_details_are_the_printed_fields_that_have_no_place_of_their_own(printer_of: PrinterOf) -> None:
    printer = printer_of("""\
        title: 工程师
        duties:
          - {id: a, area: 投诉, text: 受理, responsibility: organize, essential: true, records: [处理单, 台账], frequency: 每日。}
    """)
    duty: Duty = printer.position.duties[0]
    assert printer.details(duty, "area", "text") == [
        {"label": "责任程度", "value": "组织", "field": "responsibility"},
        {"label": "基本职责", "value": "是", "field": "essential"},
        {"label": "频率", "value": "每日", "field": "frequency"},
        {"label": "记录文档", "value": "处理单、台账", "field": "records"},
    ]


def test_with_rest_adds_what_a_line_does_not_cover(printer_of: PrinterOf) -> None:
    printer = printer_of("title: 工程师\ndotted_to: [{position: quality-manager, for: 反馈}]")
    (line,) = printer.position.dotted_to
    assert printer.with_rest("质量经理", line, "position") == "质量经理；事项：反馈"
    assert printer.with_rest("质量经理", line, "position", "for") == "质量经理"
    assert printer.with_rest("", line, "position") == "事项：反馈"


def test_every_field_of_a_position_can_be_written_in_one_line(printer_of: PrinterOf) -> None:
    """Forms that place fields one by one get each as one text; the empty list is no text at all."""
    printer = printer_of("title: 工程师")
    assert {printer.one_line(info, ()) for info in fields_of(Position)} == {""}
