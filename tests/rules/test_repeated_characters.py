"""Senseless repetition, and doubled words that are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import repeated_characters
from tests.rules.marked import check_marks
from tests.rules.wording import allowing, field, hint_of, one, purpose

CHINESE = {
    "forms 3.26 typed along": "电话 «12123455671234561234»",
    "twelve digits": "«123412341234»、«991234551234»",
    "words": "客户«的的»问题，完成«了了»，安排«在在»周一，保养«和和»维修，都«是是»主管，电话«或或»邮件",
    "more words": "培训«及及»考核，客户«与与»公司，记录«并并»上报，服务«于于»客户",
    "long words": "«负责负责»维修，«进行进行»检查，培训«以及以及»考核，«按照按照»制度，«根据根据»规定，«对于对于»客户",
    "more long words": "«由于由于»天气，«通过通过»电话，«不断不断»改进，«协助协助»主管，«或者或者»邮件，«并且并且»上报",
    "marks": "一«，，»二«。。。»三«、、»四«；；»五«：：»六«！！！»七«？？？？»",
    "half-width marks": "a«,,»b«;;»c«!!!»d«???»",
}
CHINESE_RIGHT = {
    "reduplication": "天天看看，常常谢谢，多多研究研究，人人有责，的的确确，实实在在，和和气气，是是非非，不了了之，从从容容",
    "across words": "目的的实现，标的的价值，为了了解客户，除了了却，现在在岗，存在在用，温和和蔼，凡是是主管，总是是否，或或许",
    "more across words": "以及及时，涉及及格，参与与否，给与与会，合并并网，由于于今，核对对账单，持有有效证件，申请请假，按按钮",
    "two marks": "好！！真？？吗……——？！",
    "numbers": "400-8888-8888、320102198001011234、1234123、12341234123、1000000000000、AB123412341234、123412341234X",
    "a number with hyphens": "1234-1234-1234-1234、SN_123412341234",
}
ENGLISH = {
    "words": "See to «the the» needs «of of» users «and and» staff «for for» it «with with» care, «by by» post «from from» here",
    "right": "proof of it, the then, bathe the cat, that that, had had, an and, form from, or for fortune, log on on Monday",
    "marks": "Well«!!!» Now«,,» then, so; «;;»",
    "dots": "Wait... and so on; really?? yes!!",
}


@pytest.mark.parametrize("text", CHINESE.values(), ids=CHINESE)
def test_chinese(text: str, tmp_path: Path) -> None:
    check_marks(repeated_characters, tmp_path, purpose(text))


@pytest.mark.parametrize("text", CHINESE_RIGHT.values(), ids=CHINESE_RIGHT)
def test_chinese_that_is_right(text: str, tmp_path: Path) -> None:
    assert check_marks(repeated_characters, tmp_path, purpose(text)) == []


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english(text: str, tmp_path: Path) -> None:
    check_marks(repeated_characters, tmp_path, purpose(text, "en"))


def test_each_language_has_its_own_words(tmp_path: Path) -> None:
    assert check_marks(repeated_characters, tmp_path, purpose("with the the best", "zh")) == []
    assert check_marks(repeated_characters, tmp_path, purpose("的的", "en")) == []


WORDINGS = [
    ("客户«的的»", "'的的' says the same twice", "delete what is too much; the option 'allow' spares what is right"),
    ("好«！！！！»", "a punctuation mark stands 4 times in a row", "keep one of them"),
    (
        "«123412341234»",
        "'123412341234' looks like a number that was typed at random",
        "write the real number, or delete it",
    ),
]


@pytest.mark.parametrize(("text", "message", "hint"), WORDINGS)
def test_what_is_said(text: str, message: str, hint: str, tmp_path: Path) -> None:
    finding = one(check_marks(repeated_characters, tmp_path, purpose(text)))
    assert (finding.message.en, hint_of(finding)) == (message, hint)
    assert finding.severity is Severity.WARNING


def test_words_allowed(tmp_path: Path) -> None:
    head = allowing(repeated_characters, "是是", '"123412341234"')
    check_marks(repeated_characters, tmp_path, head + field("purpose", "是是，«的的»，123412341234，«123412341235»"))
