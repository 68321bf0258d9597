"""The form ``scorecard``: its columns in order, rows that fill the grid, and everything that a definition states."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.documents import open_form, position_document
from posdoc.load import load
from posdoc.model import DocumentOutput, Organization, SectionName, SectionOutput
from tests.conftest import ROOT
from tests.views.full import full_position

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETTINGS = """\
organization: {name: {zh: 恒达设备有限公司, en: "Hengda Equipment Co., Ltd."}}
languages: [zh, en]
outside_positions: [{id: boss, title: {zh: 总经理, en: General Manager}}]
parties: [{id: finance, title: {zh: 财务部, en: Finance}}]
"""
PERIODS = ("month", "quarter", "half_year", "year")
PERIOD_NAMES = ("月度", "季度", "半年", "年度")
FOUR_BANDS = (
    "[{label: 优, min: 90}, {label: 良, min: 80, max: 90}, {label: 中, min: 60, max: 80}, {label: 差, max: 60}]"
)
EXPLANATIONS = {"formula": ("数一数", "计算方式"), "criteria": ("扣两分", "评分标准"), "source": ("台账", "信息来源")}
NARROWEST = 950
"""A column for a text has room for four Chinese characters."""


def _organization(folder: Path, definition: str) -> Organization:
    unit = folder / "positions" / "stores"
    unit.mkdir(parents=True)
    (folder / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (unit / "unit.yaml").write_text("title: {zh: 仓储组, en: Warehouse}\n", encoding="utf-8")
    (unit / "it.yaml").write_text(definition, encoding="utf-8")
    return load(folder)[0]


def _made(folder: Path, definition: str, output: DocumentOutput | None = None, language: str = "zh") -> bytes:
    organization = _organization(folder, definition)
    return position_document(
        organization, organization.by_id["it"], open_form(folder, "scorecard"), language,
        output or DocumentOutput(form="scorecard"),
    )  # fmt: skip


def _sheets(folder: Path, kpi: str, more: str = "") -> Any:
    return docx.Document(
        io.BytesIO(_made(folder, f"title: 工程师\nkpi_sets: [{{kpis: [{kpi}]{more}}}]\n"))
    ).element.body


def _text(node: Any) -> str:
    return "".join(text.text or "" for text in node.iter(f"{W}t"))


def _rows(table: Any) -> list[list[str]]:
    return [[_text(cell) for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]


def _spans(row: Any) -> list[tuple[int, int]]:
    """The columns of the grid and the width that each cell of a row takes."""
    found = []
    for properties in row.iterfind(f"{W}tc/{W}tcPr"):
        span = properties.find(f"{W}gridSpan")
        width = int(properties.find(f"{W}tcW").get(f"{W}w"))
        found.append((1 if span is None else int(span.get(f"{W}val")), width))
    return found


@pytest.mark.parametrize("targets", range(5))
@pytest.mark.parametrize("stated", [*product((False, True), repeat=3)])
def test_the_columns_stand_in_order(tmp_path: Path, targets: int, stated: tuple[bool, ...]) -> None:
    given = [name for name, there in zip(EXPLANATIONS, stated, strict=True) if there]
    table = list(_sheets(tmp_path, _kpi(targets, given)).iter(f"{W}tbl"))[1]
    heads, *rest = _rows(table)
    labels = [EXPLANATIONS[name][1] if name in given else "" for name in EXPLANATIONS]
    expected = ["编号", "指标", labels[0], "目标" if targets else "", "权重", labels[1], labels[2], "实际完成", "得分"]
    assert heads == [each for each in expected if each]
    if targets > 1:
        assert [text for text in rest[0] if text] == list(PERIOD_NAMES[:targets])
    values = [EXPLANATIONS[name][0] if name in given else None for name in EXPLANATIONS]
    row = ["1", "甲", values[0], *["≥90%"] * targets, "60%", values[1], values[2], "", ""]
    assert rest[-2] == [each for each in row if each is not None]
    assert rest[-1] == ["合计", "60%", "", ""]


def _kpi(targets: int, given: list[str]) -> str:
    facts = [f"{name}: {EXPLANATIONS[name][0]}" for name in given] + ["name: 甲", "weight: 60%"]
    if targets == 1:
        facts.append("target: ≥90%")
    if targets > 1:
        facts.append(f"targets: {{{', '.join(f'{name}: ≥90%' for name in PERIODS[:targets])}}}")
    return f"{{{', '.join(facts)}}}"


@pytest.mark.parametrize("targets", range(5))
@pytest.mark.parametrize("banded", [False, True])
@pytest.mark.parametrize("given", [[], ["formula"], ["criteria"], ["source"], [*EXPLANATIONS]])
def test_every_row_fills_the_table(tmp_path: Path, targets: int, banded: bool, given: list[str]) -> None:
    more = f", bands: {FOUR_BANDS}, notes: 说明" if banded else ""
    for table in _sheets(tmp_path, f"{_kpi(targets, given)}, {{name: 乙, target: 及时}}", more).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for row in table.iterfind(f"{W}tr"):
            begin = 0
            for span, width in _spans(row):
                assert width == sum(grid[begin : begin + span])
                begin += span
            assert begin == len(grid)


def test_columns_for_texts_are_wide_enough(tmp_path: Path) -> None:
    table = list(_sheets(tmp_path, _kpi(4, [*EXPLANATIONS])).iter(f"{W}tbl"))[1]
    heads = table.findall(f"{W}tr")[0]
    narrow = [
        _text(cell)
        for cell, (_, width) in zip(heads.iterfind(f"{W}tc"), _spans(heads), strict=True)
        if width < NARROWEST
    ]
    assert narrow == ["编号", "权重"]


def test_bands_stand_between_targets_and_weight_and_what_explains_below(tmp_path: Path) -> None:
    body = _sheets(tmp_path, _kpi(2, [*EXPLANATIONS]), f", bands: {FOUR_BANDS}")
    above, below, row, explained, _ = _rows(list(body.iter(f"{W}tbl"))[1])
    assert above == ["编号", "指标", "目标", "评分等级", "权重", "实际完成", "得分"]
    assert below == ["", "", "月度", "季度", "优≥90", "良80–90", "中60–80", "差<60", "", "", ""]
    assert row == ["1", "甲", "≥90%", "≥90%", "", "", "", "", "60%", "", ""]
    assert explained == ["计算方式：数一数；评分标准：扣两分；信息来源：台账"]


def test_one_target_for_all_periods_stands_once(tmp_path: Path) -> None:
    body = _sheets(tmp_path, f"{_kpi(4, [])}, {{name: 乙, target: 及时}}")
    rows = _rows(list(body.iter(f"{W}tbl"))[1])
    assert rows[3] == ["2", "乙", "及时", "", "", ""]


def test_the_types_of_indicators_head_them(tmp_path: Path) -> None:
    body = _sheets(tmp_path, "{name: 甲, dimension: quantitative}, {name: 乙, dimension: qualitative}")
    rows = _rows(list(body.iter(f"{W}tbl"))[1])
    assert [row[:2] for row in rows[1:5]] == [["定量"], ["1", "甲"], ["定性"], ["2", "乙"]]


def test_a_sheet_without_indicators_says_so(tmp_path: Path) -> None:
    assert "尚未设定考核指标。" in _text(_sheets(tmp_path, ""))
    assert "尚未设定考核指标。" in _text(
        docx.Document(io.BytesIO(_made(tmp_path / "bare", "title: 工程师\n"))).element.body
    )


def test_signatures(tmp_path: Path) -> None:
    definition = (
        "title: 工程师\nkpi_sets: [{kpis: [{name: 甲}]}]\ndocument: {signers: [{role: author, name: 张三}, reviewer]}\n"
    )
    fixed = _rows(_tables(_made(tmp_path / "fixed", definition))[-1])
    assert [text for text in fixed[-2] if text] == ["被考核人签名", "考核人签名", "人力资源审核签名"]
    asked = DocumentOutput(form="scorecard", sections=(SectionOutput(section=SectionName.SIGNOFF),))
    named = _rows(_tables(_made(tmp_path / "named", definition, asked))[-1])
    assert named[-2:] == [["撰写人签名", "张三", "审核人签名", "", "", ""], ["日期", "", "日期", "", "", ""]]


def _tables(document: bytes) -> list[Any]:
    return list(docx.Document(io.BytesIO(document)).element.body.iter(f"{W}tbl"))


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Scorecards with everything that a definition may hold, and of sheets with all kinds of columns."""
    folder, made = tmp_path_factory.mktemp("hard"), []
    organization, form = load(ROOT)[0], open_form(ROOT, "scorecard")
    for language in ("zh", "en", "zh+en"):
        documents = {"full": _made(folder / f"definition-{language}", full_position(), language=language)}
        for name in ("after-sales-manager", "technical-support-engineer", "call-centre-agent"):
            documents[name] = position_document(organization, organization.by_id[name], form, language)
        for name, document in documents.items():
            made.append(folder / f"{name}-{language}.docx")
            made[-1].write_bytes(document)
    return made


def test_openxml_audit_finds_nothing(hard: list[Path]) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    found = {path.name: [str(error) for error in validator.validate(str(path)).errors] for path in hard}
    assert {name: errors for name, errors in found.items() if errors} == {}


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(hard: list[Path], tool: Callable[[str], str]) -> None:
    for path in hard:
        ended = subprocess.run(
            [tool("ooxml-validator"), str(path)], capture_output=True, encoding="utf-8", timeout=120, check=False
        )
        assert json.loads(ended.stdout)["errors"] == [], path.name
