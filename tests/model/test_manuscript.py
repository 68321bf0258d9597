"""Every text of a workspace, searched at once, with its place in the file to the character."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.model import Organization
from tests.example_files import write_files
from tests.rules.marked import marks_of

EXAMPLE = """\
## posdoc.yaml
organization: {name: 公司, department: 星号部*}
languages: [zh, en]
labels: {position.title: 不查}
defaults: {location: {zh: 默认*地点, en: default* place}}
parties: [{id: finance, title: 财务*}]
## people.yaml
people: [{name: 张*, posts: [a]}]
## positions/service/unit.yaml
title: {zh: 售后部, en: Service*}
headcount: 数*名
functions: [{title: 职能*, functions: [分项*]}]
## positions/service/a.yaml
title: 甲
duties:
  - text: {zh: 普*通, en: "plain* text"}
    tasks: ["引*号", '单*引号', {zh: 任务*, en: task}]
purpose: |
  第一行
  第二*行
overview: >-
  折叠
  的*一段
kpi_sets: [{kpis: [{name: 指标, target: 每*月一次, targets: {year: 按*年}}]}]
## positions/service/b.yaml
title: 乙
based_on: a
"""


def organization_of(root: Path, example: str = EXAMPLE) -> Organization:
    organization, findings = load(write_files(root, example))
    assert findings == []
    return organization


def test_every_star_is_found_once_at_its_place(tmp_path: Path) -> None:
    organization = organization_of(tmp_path)
    found = [hit.span for text in organization.manuscripts.values() for hit in text.search(re.compile(r"\*"))]
    assert len(found) == EXAMPLE.count("*")
    assert sorted(found) == sorted(marks_of(EXAMPLE.replace("*", "«*»")))


def test_a_hit_knows_its_text_its_field_and_its_definition(tmp_path: Path) -> None:
    manuscript = organization_of(tmp_path).manuscripts["en"]
    hits = {hit.match[0]: hit for hit in manuscript.search(re.compile(r"\w+\*"))}
    assert sorted(hits) == ["Service*", "default*", "plain*"]
    passage = hits["plain*"].passage
    assert (passage.text, passage.language, passage.field.name) == ("plain* text", "en", "text")
    assert (type(passage.holder).__name__, type(passage.owner).__name__) == ("Duty", "Position")
    assert hits["default*"].start == 0
    assert hits["Service*"].passage.owner.path == "service"  # type: ignore[attr-defined]


def test_ends_of_lines_are_ends_of_texts(tmp_path: Path) -> None:
    manuscript = organization_of(tmp_path).manuscripts["zh"]
    found = [hit.match[0] for hit in manuscript.search(re.compile(r"^第.行|^甲$|行$", re.MULTILINE))]
    assert found == ["甲", "第一行", "行"]


PLACES = {
    "plain": "title: 前«中»后\n",
    "plain with a space before": "title:   前«中»后  # 注\n",
    "plain over two lines": "title: 前面的\n  «后面»的\n",
    "plain, the fold itself": "title: word«\n  »next\n",
    "plain with an empty line": "title: 前面\n\n  «后面»\n",
    "single quotes": "title: '前«中»后'\n",
    "single quotes, a doubled one": "title: '它''s «中»后'\n",
    "double quotes": 'title: "前«中»后"\n',
    "double quotes, an escape before": 'title: "\\u4e00 \\"x\\" «中»后"\n',
    "double quotes, the escape itself": 'title: "前«\\u4e2d»后"\n',
    "double quotes, a fold with a backslash": 'title: "前面\\\n    «中»后"\n',
    "literal": "title: |\n  第一\n  前«中»后\n",
    "literal, deeper": "title: |\n  第一\n    前«中»后\n",
    "literal with an indicator": "title: |2-\n    前«中»后\n",
    "folded": "title: >\n  第一\n  前«中»后\n\n  段\n",
    "a value in quotes with space inside": 'title: "  前«中»后"\n',
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_places_inside_a_text(tmp_path: Path, text: str, line_end: str) -> None:
    head = (
        "## posdoc.yaml\norganization: 公司\n## positions/service/unit.yaml\ntitle: 部\n## positions/service/a.yaml\n"
    )
    (expected,) = marks_of(head + text)
    folder = tmp_path / "positions" / "service"
    write_files(tmp_path, head + text)
    path = folder / "a.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", line_end.encode()))
    organization, findings = load(tmp_path)
    assert findings == []
    (position,) = organization.positions
    assert position.title
    words = position.title.in_()
    inside = "中" if "中" in words else " " if "word" in words else "后面" if "后面" in words else "后"
    start = words.index(inside)
    assert position.title.span_of("zh", start, start + len(inside)) == expected
