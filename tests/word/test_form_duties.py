"""The form ``duties``: each duty is a block of its own, with a row for what it states and for nothing else."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.documents import open_form, position_document
from posdoc.load import load
from tests.marks import fields_of_mark
from tests.views.full import full_position

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETTINGS = """\
organization: {name: {zh: 恒达设备有限公司, en: "Hengda Equipment Co., Ltd."}}
languages: [zh, en]
outside_positions: [{id: boss, title: {zh: 总经理, en: General Manager}}]
"""
SMALL = """\
title: {zh: 售后主管, en: After-sales Supervisor}
duties:
  - area: {zh: 售后服务, en: Service}
    text: {zh: 负责售后服务工作。, en: Answers for service.}
    time: 45%
    weight: 50%
    responsibility: organize
    tasks: [{zh: 处理投诉, en: Handle complaints}, {zh: 接听报修电话, en: Answer calls}]
    measures: [{zh: 投诉两小时内回复, en: Complaints answered within two hours}, {zh: 无差错, en: No errors}]
    frequency: {zh: 每日, en: Daily}
  - {number: 职责甲, text: {zh: 团队管理。, en: Runs the team.}, time: 10%, measures: [{zh: 无流失, en: Nobody leaves}]}
  - {zh: 其他工作。, en: Other work.}
"""
ZH = """\
岗位说明书
售后主管
一、基本信息
岗位名称 | 售后主管
二、岗位职责
职责一 | 售后服务
职责描述 | 负责售后服务工作。
时间 | 45% | 权重 | 50% | 责任程度 | 组织
工作任务 | 1. 处理投诉 / 2. 接听报修电话
衡量标准 | 1. 投诉两小时内回复 / 2. 无差错
频率：每日
职责甲
职责描述 | 团队管理。
时间 | 10%
衡量标准 | 无流失
职责三
职责描述 | 其他工作。
"""
EN = """\
Job Description
After-sales Supervisor
1. Position Details
Position title | After-sales Supervisor
2. Duties
Duty 1 | Service
Duty | Answers for service.
Time | 45% | Weight | 50% | Responsibility | Organize
Tasks | 1. Handle complaints / 2. Answer calls
Measures | 1. Complaints answered within two hours / 2. No errors
Frequency: Daily
职责甲
Duty | Runs the team.
Time | 10%
Measures | Nobody leaves
Duty 3
Duty | Other work.
"""


def _made(folder: Path, definition: str, language: str = "zh") -> bytes:
    (folder / "positions").mkdir(exist_ok=True)
    (folder / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "positions" / "it.yaml").write_text(definition, encoding="utf-8")
    organization, _ = load(folder)
    return position_document(organization, organization.by_id["it"], open_form(folder, "duties"), language)


def _lines(document: bytes) -> str:
    """A line for each row of a table, ``|`` between cells, and for each paragraph outside tables."""
    body = docx.Document(io.BytesIO(document)).element.body
    lines = []
    for node in body:
        rows = node.iter(W + "tr") if node.tag == W + "tbl" else [node]
        lines += [" | ".join(filter(None, map(_text, row.findall(W + "tc") or [row]))) for row in rows]
    return "".join(f"{line}\n" for line in lines if line)


def _text(node: Any) -> str:
    """The paragraphs in a cell; those that are numbered with their numbers."""
    return " / ".join(_numbered(node))


def _numbered(node: Any) -> Iterator[str]:
    counts: dict[str, int] = {}
    for paragraph in node.iter(W + "p"):
        text = "".join(piece.text or "" for piece in paragraph.iter(W + "t"))
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            counts[number.get(W + "val")] = counts.get(number.get(W + "val"), 0) + 1
            text = f"{counts[number.get(W + 'val')]}. {text}"
        if text:
            yield text


def test_a_small_definition_in_chinese(tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, SMALL)) == ZH


def test_a_small_definition_in_english(tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, SMALL, "en")) == EN


def test_two_languages(tmp_path: Path) -> None:
    lines = _lines(_made(tmp_path, SMALL, "zh+en"))
    assert "职责一 Duty 1 | 售后服务 Service\n" in lines
    assert "职责甲\n" in lines


def test_without_duties_there_is_no_section_for_them(tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, "title: 工程师")) == "岗位说明书\n工程师\n一、基本信息\n岗位名称 | 工程师\n"


FACTS = [
    ("{text: 甲, time: 30, weight: 40, responsibility: full}", "时间 | 30% | 权重 | 40% | 责任程度 | 全责"),
    ("{text: 甲, weight: 40, responsibility: full}", "权重 | 40% | 责任程度 | 全责"),
    ("{text: 甲, responsibility: assist}", "责任程度 | 协助"),
    ("{area: 甲, time: 35-40%}", "时间 | 35–40%"),
]


@pytest.mark.parametrize(("duty", "expected"), FACTS)
def test_the_facts_share_a_row(duty: str, expected: str, tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, f"title: 工程师\nduties: [{duty}]")).endswith(f"{expected}\n")


def test_a_duty_that_is_only_a_key_result_area(tmp_path: Path) -> None:
    assert _lines(_made(tmp_path, "title: 工程师\nduties: [{area: 甲}]")).endswith("二、岗位职责\n职责一 | 甲\n")


def test_categories_stand_above_their_duties(tmp_path: Path) -> None:
    duties = "[{category: 业务类, text: 甲}, {category: 业务类, text: 乙}, {category: 管理类, text: 丙}]"
    lines = _lines(_made(tmp_path, f"title: 工程师\nduties: {duties}"))
    assert lines.endswith(
        "二、岗位职责\n业务类\n职责一\n职责描述 | 甲\n职责二\n职责描述 | 乙\n管理类\n职责三\n职责描述 | 丙\n"
    )


def test_numbering_begins_anew_in_each_list(tmp_path: Path) -> None:
    body = docx.Document(io.BytesIO(_made(tmp_path, SMALL))).element.body
    lists = [number.get(W + "val") for number in body.iter(W + "numId")]
    assert len(lists) == 4
    assert lists[0] == lists[1] != lists[2] == lists[3]


def test_the_head_of_a_block_stays_with_what_follows(tmp_path: Path) -> None:
    body = docx.Document(io.BytesIO(_made(tmp_path, SMALL))).element.body
    kept = {_text(row): [bool(p.xpath("w:pPr/w:keepNext | self::w:p[w:pPr/w:pStyle/@w:val='Heading2']"))
                         for p in row.iter(W + "p")] for row in body.iter(W + "tr")}  # fmt: skip
    for line in ("职责一 / 售后服务", "职责描述 / 负责售后服务工作。", "职责三"):
        assert all(kept[line]), line
    assert not any(kept["职责描述 / 其他工作。"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_value_stands_in_a_control_that_names_its_field(language: str, tmp_path: Path) -> None:
    xml = docx.Document(io.BytesIO(_made(tmp_path, SMALL, language))).element.xml
    fields = {name for tag in re.findall(r'<w:tag w:val="([^"]*)"', xml) for name in fields_of_mark(tag)}
    assert fields >= {"number", "area", "text", "time", "weight", "responsibility", "tasks", "measures", "frequency"}


# --- the validators ------------------------------------------------------------------------------------------

HARD = "& < > \" ' {{ x }} {% y %} 😀"


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Documents with nothing, with everything, and with many long and awkward texts, in each language."""
    folder = tmp_path_factory.mktemp("duties")
    text = json.dumps((HARD + "甲" * 40) * 60, ensure_ascii=False)
    duty = f"{{area: {json.dumps(HARD)}, text: {text}, tasks: [{text}, 乙], measures: [{text}], time: 1%}}"
    definitions = {
        "least": "title: {zh: 工程师, en: Engineer}",
        "full": full_position(),
        "long": f"title: {json.dumps(HARD)}\nduties: [{', '.join([duty] * 60)}]",
    }
    made = []
    for name, definition in definitions.items():
        for language in ("zh", "en", "zh+en"):
            path = folder / f"{name}.{language}.docx"
            path.write_bytes(_made(folder, definition, language))
            made.append(path)
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
