"""Demands that employment law forbids, and everything that only looks like one."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from posdoc.diagnostics import Diagnostic
from posdoc.model import Duty, Organization, Position, Qualification, QualificationItem, Text, Workspace
from posdoc.model.position import PositionStatus
from posdoc.model.values import Quantity
from posdoc.rules import unlawful_requirement
from posdoc.rules._employment_law import GROUNDS, Ground
from posdoc.rules._texts import shown
from posdoc.rules.unlawful_requirement import check
from tests.rules.marked import check_marks
from tests.rules.unlawful_phrases import FOUND, NOT_TOLD, SILENT, TOLD

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""


def language_of(text: str) -> str:
    return "zh" if any("\u4e00" <= character <= "\u9fff" for character in text) else "en"


def asked(text: str, **more: object) -> list[Diagnostic]:
    """What the rule finds in a qualification."""
    words = Text({language_of(text): text})
    qualification = Qualification(item=QualificationItem.OTHER, required=words, **more)  # type: ignore[arg-type]
    return list(check(Organization(Workspace(), positions=(Position(qualifications=(qualification,)),))))


def told(text: str) -> list[Diagnostic]:
    """What the rule finds in a duty."""
    duty = Duty(text=Text({language_of(text): text}))
    return list(check(Organization(Workspace(), positions=(Position(duties=(duty,)),))))


def quoted(findings: list[Diagnostic]) -> list[str]:
    return [finding.message.en[1:].partition("'")[0] for finding in findings]


def unmarked(text: str) -> str:
    return text.replace("«", "").replace("»", "")


def marked(text: str) -> str:
    return text.partition("«")[2].partition("»")[0]


def test_there_are_enough_phrases() -> None:
    for language in ("zh", "en"):
        assert len([text for text, _ in FOUND if language_of(text) == language]) >= 45
        assert len([text for text in SILENT if language_of(text) == language]) >= 45


@pytest.mark.parametrize(("text", "ground"), FOUND, ids=[unmarked(text) for text, _ in FOUND])
def test_a_demand_in_a_qualification(text: str, ground: str) -> None:
    first = asked(unmarked(text))[0]
    assert first.message.en.startswith(f"'{shown(marked(text))}' {ground}")
    assert first.message.zh.startswith(f"“{shown(marked(text))}”")


@pytest.mark.parametrize("text", SILENT)
def test_no_demand(text: str) -> None:
    assert asked(text) == []
    assert told(text) == []


@pytest.mark.parametrize("text", TOLD, ids=unmarked)
def test_a_clear_demand_in_a_duty(text: str) -> None:
    assert quoted(told(unmarked(text))) == [shown(marked(text))]
    assert quoted(asked(unmarked(text)))[0] in (shown(marked(text)), shown(unmarked(text)))


@pytest.mark.parametrize("text", NOT_TOLD)
def test_in_a_duty_only_what_is_clear_counts(text: str) -> None:
    assert told(text) == []


# under a heading (an item or a printed label): what is required, and whether it is found
UNDER_HEADINGS = [
    ("item: sex", "男", True),
    ("item: sex", "女性", True),
    ("item: sex", "Male", True),
    ("item: sex", "以男性为主", True),
    ("item: sex", "不限", False),
    ("item: sex", "男女均可", False),
    ("item: sex", "男/女", False),
    ("item: sex", "无", False),
    ("item: sex", "——", False),
    ("item: sex", "any", False),
    ("item: sex", "male/female", False),
    ("item: sex", "因国家规定的矿山井下作业限男性", False),
    ("item: age", "25～40", True),
    ("item: age", "35以下", True),
    ("item: age", "中青年", True),
    ("item: age", "under 40", True),
    ("item: age", "19", True),
    ("item: age", "59", True),
    ("item: age", "18", False),
    ("item: age", "18-60周岁", False),
    ("item: age", "不限", False),
    ("item: age", "年满18周岁，不超过法定退休年龄55岁", False),
    ("item: age", "22周岁以上（机动车驾驶证申领规定）", False),
    ("item: age", "成熟稳重", False),
    ("item: other, label: 性别", "男", True),
    ("item: other, label: 性别", "不限", False),
    ("item: other, label: 年龄要求", "45以下", True),
    ("item: other, label: 婚姻状况", "已婚", True),
    ("item: other, label: 婚姻状况", "因出差已婚", True),
    ("item: other, label: 民族", "汉", True),
    ("item: other, label: 民族", "不限", False),
    ("item: other, label: 户籍", "杭州", True),
    ("item: other, label: 宗教信仰", "佛教", True),
    ("item: other, label: 身高", "170以上", True),
    ("item: other, label: 既往病史", "须说明", True),
    ("item: other, label: '性别：'", "男", True),
    ("item: other, label: {zh: 其他, en: Gender}", "男", True),
    ("item: other, label: 视力", "5.0", False),
]


@pytest.mark.parametrize(("heading", "text", "is_found"), UNDER_HEADINGS)
@pytest.mark.parametrize("field", ["required", "preferred"])
def test_under_a_heading(heading: str, text: str, is_found: bool, field: str, tmp_path: Path) -> None:
    marked_text = f"«{text}»" if is_found else text
    language = "zh" if language_of(text) == "zh" or not text.isascii() or text[0].isdigit() else "en"
    check_marks(
        unlawful_requirement,
        tmp_path,
        f"{HEAD}qualifications: [{{{heading}, {field}: {{{language}: {marked_text}}}}}]\n",
    )


FIGURES = [
    ("minimum: 18 岁", "no"),
    ("minimum: «19 岁»", "yes"),
    ("minimum: «24 岁»", "forms 2, S3-A: at least 24"),
    ("preferred_minimum: 18 岁", "no"),
    ("preferred_minimum: «19 岁»", "yes"),
    ("maximum: 60 岁", "retirement"),
    ("maximum: «59 岁»", "yes"),
    ("minimum: «20 岁», maximum: «35 岁»", "both"),
    ("required: «20-35岁», minimum: 20 岁, maximum: 35 岁", "the words are enough"),
    ("required: 身体健康, minimum: «20 岁»", "the words say nothing of age"),
    ("required: 驾驶大客车（公安部规定）, minimum: 22 岁", "with a reason"),
    ("preferred: {zh: 依法, en: By law}, minimum: 22 岁", "with a reason in what is preferred"),
]


@pytest.mark.parametrize(("fields", "why"), FIGURES)
def test_figures_of_age(fields: str, why: str, tmp_path: Path) -> None:
    assert why
    check_marks(unlawful_requirement, tmp_path, f"{HEAD}qualifications: [{{item: age, {fields}}}]\n")


def test_figures_of_anything_else_are_no_age(tmp_path: Path) -> None:
    fields = "{item: work_experience, minimum: 24 月}, {item: other, label: 身高, required: 不限, minimum: 24 cm}"
    check_marks(unlawful_requirement, tmp_path, f"{HEAD}qualifications: [{fields}]\n")


PLACES = {
    "several, each in its place": "qualifications: [{item: other, required: '«限男性»，«35岁以下»，«未婚»'}]\n",
    "how to apply": "application: 请发送简历，«形象良好»\n",
    "overview": "overview: 本岗位«限男性»\n",
    "a section": "sections: [{title: 要求, points: [«五官端正»]}]\n",
    "training": "training: {induction: [«35岁以下»]}\n",
    "conditions": "conditions: {notes: «男性优先»}\n",
    "a duty's task": "duties: [{text: 维修, tasks: [«男性优先»]}]\n",
    "an indicator is none of these": "kpi_sets: [{kpis: [{name: 限男性, target: 1}]}]\n",
    "a revision either": "document: {revisions: [{version: '1', text: 删去限男性}]}\n",
    "both languages": "overview: {zh: «限男性», en: «male only»}\n",
    "abolished": "status: abolished\nqualifications: [{item: sex, required: 男}, {item: other, required: 限男性}]\n",
    "planned": "status: planned\nqualifications: [{item: sex, required: «男»}, {item: other, required: «限男性»}]\n",
    "forms 2 S0-I: a form with rows for age and sex": (
        "qualifications: [{item: age, required: «25-40岁»}, {item: sex, required: «男»}]\n"
    ),
    "forms 2 S3-A: at least 24": "qualifications: [{item: age, required: «24岁以上»}]\n",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_places(text: str, tmp_path: Path) -> None:
    check_marks(unlawful_requirement, tmp_path, HEAD + text)


REASONS = [
    ("限男性。因国家规定", True),
    ("限男性，因国家规定", False),
    ("因国家规定；限男性", True),
    ("男性优先\n依法", True),
    ("male only. Required by law", True),
    ("male only, required by law", False),
    ("male only, required by our board", True),
    ("无色盲。会驾驶", True),
    ("会驾驶，无色盲", False),
    ("会驾驶，限男性", True),
    ("依法，已婚已育", True),
    ("依法，限汉族", True),
    ("依法，无宗教信仰", True),
    ("依法，本市户籍", False),
    ("依法，形象佳", False),
]


@pytest.mark.parametrize(("text", "is_found"), REASONS)
def test_a_reason_settles_what_it_can(text: str, is_found: bool) -> None:
    assert bool(asked(text)) is is_found


def test_others_in_another_clause_settle_nothing() -> None:
    assert quoted(asked("有客户服务经验，35岁以下")) == ["35岁以下"]
    assert quoted(asked("性别不限，35岁以下")) == ["35岁以下"]
    assert quoted(asked("35岁以下，性别不限；限本市户籍")) == ["35岁以下", "本市户籍"]
    assert quoted(asked("Serves customers, under 35")) == ["under 35"]


def test_it_names_the_law_of_the_language(tmp_path: Path) -> None:
    zh, en = check_marks(unlawful_requirement, tmp_path, HEAD + "overview: {zh: «限男性», en: «male only»}\n")
    assert zh.hint
    assert en.hint
    assert "《妇女权益保障法》第四十三条" in zh.hint.zh
    assert "Protection of Women" in zh.hint.en
    assert "《2010年平等法》第11、39条" in en.hint.zh
    assert "Title VII" in en.hint.en
    assert zh.message.zh == "“限男性”限定了性别，没有说明理由"
    assert en.message.en == "'male only' asks for a sex and gives no reason"


def test_where_no_reason_helps_none_is_asked_for() -> None:
    assert asked("未婚")[0].message == ("“未婚”限定了婚姻或生育状况", "'未婚' asks about marriage or children")


def test_a_figure_in_an_english_workspace_meets_western_law() -> None:
    qualification = Qualification(item=QualificationItem.AGE, minimum=Quantity(Decimal(24), "years"))
    position = Position(qualifications=(qualification,))
    for languages, law in ((("en", "zh"), "ADEA"), (("zh", "en"), "Employment Promotion"), (("en-GB",), "ADEA")):
        (finding,) = check(Organization(Workspace(languages=languages), positions=(position,)))
        assert finding.hint
        assert law in finding.hint.en
        assert finding.message.en == "'24 years' sets a limit of age and gives no reason"


def test_what_several_positions_take_over_is_found_once() -> None:
    sex = Qualification(item=QualificationItem.SEX, required=Text({"zh": "男"}))
    positions = (Position(id="a", qualifications=(sex,)), Position(id="b", qualifications=(sex,)))
    assert len(list(check(Organization(Workspace(), positions=positions)))) == 1


def test_other_languages_have_no_law_here() -> None:
    sex = Qualification(item=QualificationItem.SEX, required=Text({"de": "Mann", "zh-Hant": "男"}))
    other = Qualification(item=QualificationItem.OTHER, required=Text({"fr": "male only", "zh-Hant": "限男性"}))
    position = Position(qualifications=(sex, other), status=PositionStatus.FROZEN)
    found = check(Organization(Workspace(), positions=(position,)))
    assert quoted(list(found)) == ["男", "限男性"]


@pytest.mark.parametrize("ground", GROUNDS, ids=lambda ground: ground.says.en)
def test_patterns_have_no_groups_and_laws_are_named(ground: Ground) -> None:
    for wording in (ground.zh, ground.en):
        assert wording.anchors
        for pattern in (wording.asked, wording.clear):
            assert re.compile(pattern).groups == 0
    assert "法" in ground.chinese_law.zh
    assert "China" in ground.chinese_law.en
    assert "英国" in ground.western_law.zh
    assert "(UK)" in ground.western_law.en
