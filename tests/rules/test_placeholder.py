"""What templates leave behind, and what only looks like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import placeholder
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, SETTINGS, allowing, field, hint_of, one, purpose

FOUND = {
    "forms 3.28 click here": "负责«点击此处输入文字»",
    "forms 3.28 xxx": "姓名:«xxx»",
    "forms 3.28 a certain city": "驻«某某»市",
    "forms 3.28 year with dashes": "自«20--年»起，撰写时间:«20--年--月--日»，«20--年--月»",
    "click, other words": "«单击此处添加标题»",
    "choose": "«选择一项。»",
    "years": "«20××年»至«20XX年»、«20__年»、«20○○年»、«20xx»",
    "a year without the word": "«20XX»版",
    "month and day": "«X月X日»",
    "capital": "«XX»公司",
    "long": "«XXXX»公司",
    "signs": "«××»公司«×××»部",
    "full-width": "«ＸＸ»公司",
    "circles": "«○○»公司驻«○○»市",
    "stars": "«**»公司",
    "one star": "五*公司",
    "blanks": "共«____»人，«＿＿»人",
    "two blanks are a name": "a__b 共__人",
    "lenticular": "负责«【请填写产品】»、«【待定】»、«【由HR填写】»",
    "wide square": "负责«［此处填写产品］»",
    "round": "负责«（请填写产品）»«(待补充)»«（此处填写）»",
    "angle": "负责«<产品名称>»",
    "capitals": "«TODO» «FIXME» «TBD» «TBC»",
    "all of a text": "«待定»",
    "all of a text, with a full stop": "«待补充。»",
    "all of a text, an order": "«请填写岗位目的»",
    "inside a long one": "负责«XX»、«某某»",
    "one of two": "先说“XX”，再说«XX»",
}
SILENT = {
    "one certain": "某一部件、某些客户、某公司",
    "a model": "20XXX、120XX、AXX-200、XX-200、200XX、XX1、a.XX、XXL",
    "greeting": "“您好，我是XX”「某某」『○○』",
    "greeting in straight quotes": '说"您好，我是XX"',
    "waiting in a sentence": "状态为待定的工单",
    "order in a sentence": "请填写请假单，并请主管签字",
    "many words": "请填写一份长达十几个字以上的申请表格",
    "sign of times": "长×宽×高",
    "a year of circles": "二○○五年",
    "rating": "技能●○○级",
    "circles at the end": "○○",
    "comparison": "温度<30且湿度>10",
    "brackets with steps": "（填写维修单）【重要】［输入］",
    "list of things to do": "TODO清单、TODO 列表、TBD items、TBC清单、MYTODO、TODOS、ATBD、TBDs、MYFIXME、FIXMEs",
    "to sign on": "任职人签字：____ 日期：______",
    "two letters in a word": "Exxon、taxx1",
    "stars behind a number": "3**公司",
    "products": "2×××",
}
ENGLISH = {
    "lorem": "«Lorem ipsum» dolor",
    "company": "At «Your Company Name» and «your company's name»",
    "plain company": "Why our company and your company",
    "brackets": "Works for «[Your department]», «[Company]», «[Insert name]»; see [1] and [note]",
    "angles": "Works for «<insert company name>» and <b>",
    "click": "«Click or tap here to enter text»",
    "insert": "«Insert your job title here»",
    "insert a thing": "Insert the card here",
    "decided later": "«To be determined»",
    "confirmed later": "«To be confirmed.»",
    "decided later in a sentence": "To be determined by the customer",
    "a Roman number": "See Chapter XX and Annex XXX, part «xx»",
    "another X": "See «XX»",
}


def test_the_kind() -> None:
    assert (placeholder.KIND.code, placeholder.KIND.severity) == ("POS701", Severity.ERROR)


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found(text: str, tmp_path: Path) -> None:
    check_marks(placeholder, tmp_path, purpose(text))


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(placeholder, tmp_path, purpose(text)) == []


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english(text: str, tmp_path: Path) -> None:
    check_marks(placeholder, tmp_path, purpose(text, "en"))


def test_what_is_said(tmp_path: Path) -> None:
    finding = one(check_marks(placeholder, tmp_path, purpose("自«20XX»起")))
    assert finding.message == ("占位内容“20XX”没有改掉", "the placeholder '20XX' was never filled in")
    assert hint_of(finding).startswith("write what is meant")


def test_a_long_one_is_cut(tmp_path: Path) -> None:
    finding = one(check_marks(placeholder, tmp_path, purpose("[" + "«[Your " + "x" * 27 + "]»", "en")))
    assert finding.message.en == f"the placeholder '[Your {'x' * 18}…' was never filled in"


@pytest.mark.parametrize(
    "example",
    [
        HEAD + "document:\n  statement: 任职人____，日期____\n",
        HEAD + "document:\n  fill_notes: [请填写岗位编号]\n",
        HEAD + "document:\n  notes: [«请填写岗位编号»]\n",
        HEAD + "compensation: «待定»\n",
        SETTINGS + "## positions/service/unit.yaml\ntitle: «某某»部\n## positions/service/a.yaml\ntitle: 工程师\n",
        HEAD + "## people.yaml\npeople: [{name: 张«某某», posts: [engineer]}]\n",
    ],
    ids=["statement", "notes for completion", "other notes", "pay", "unit", "person"],
)
def test_other_fields(example: str, tmp_path: Path) -> None:
    check_marks(placeholder, tmp_path, example)


def test_words_allowed(tmp_path: Path) -> None:
    head = allowing(placeholder, "XX系列", "某某")
    check_marks(placeholder, tmp_path, head + field("purpose", "XX系列、«XX»型、系列«XX»、某某"))
