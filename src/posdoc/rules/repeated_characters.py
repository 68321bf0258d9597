"""The same character, word or punctuation mark several times for no reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.model import Hit, Manuscript, Organization
from posdoc.phrases import Phrase
from posdoc.rules._texts import AllowOptions, is_allowed, is_chinese, search_for

KIND = Kind("POS704", "repeated-characters", Severity.WARNING)
WHAT = Phrase(
    "无意义的重复：虚词写了两遍（的的、进行进行）、标点连写（，， 。。 ！！！），或随手敲出的长串数字。",
    "Senseless repetition: a function word twice (the the), a punctuation mark several times, or a long number that "
    "somebody just typed along.",
)
WHY = Phrase("多半是改稿或录入时留下的，读者会怀疑整份文件没有校对。", "It shows that nobody has read the text again.")
LOCAL = True
OPTIONS = AllowOptions
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 工程师
"""
PASSING = (
    _HEAD + "purpose: 为了了解客户的目的，天天看看工单，持有有效证件、以及及时回复……\n",
    _HEAD + "application: 电话 400-8888-8888，身份证号 320102198001011234。\n",
)
FAILING = (
    _HEAD + "purpose: 解决客户«的的»问题\n",
    _HEAD + "purpose: 及时解决问题«！！！»\n",
    _HEAD + "application: 电话 «12123455671234561234»\n",
)

_CHINESE = re.compile(
    "的(?<![目标]的)的(?!确)"
    "|了(?<![为不除]了)了(?![解之如结事却断当])"
    "|在(?<![实存现正所内潜外自好]在)在"
    "|和(?<![温平缓饱柔谐中共]和)和(?![美气谐睦平善])"
    "|是(?<![凡但可总还要于国]是)是(?![非否])"
    "|或或(?!许)|及(?<![以触顾普波]及)及(?![时格早物])|与(?<![参给赠]与)与(?![会其])"
    "|并(?<![合兼吞]并)并(?![购网])|于(?<![由关等]于)于"
    "|负责负责|进行进行|以及以及|按照按照|根据根据|对于对于|由于由于|通过通过|不断不断|协助协助|或者或者|并且并且"
    "|，，+|。。+|、、+|；；+|：：+|！！！+|？？？+"
)
"""Every branch begins with a plain character, which makes the search fast."""
_WORDS = (" the the", " of of", " and and", " for for", " with with", " by by", " from from")
_ENGLISH = tuple((words, re.compile(rf"{words.strip()}(?<![A-Za-z]{words.strip()})(?= )")) for words in _WORDS)
_SIGNS = ((",,", re.compile(",,+")), (";", re.compile(";;+")), ("!", re.compile("!!!+")), ("?", re.compile(r"\?\?\?+")))
_MARKS = ",;!?，。、；：！？"
_LONG = 12
"""Fewer digits may be a telephone number."""
_CLIMB = "1234"
_CLIMBS = re.compile(_CLIMB)
_DIGITS = re.compile(r"(?<![A-Za-z0-9_-])[0-9]+(?![A-Za-z0-9_-])")


def check(organization: Organization, options: AllowOptions) -> Iterator[Diagnostic]:
    """Each senseless repetition."""
    for language, manuscript in organization.manuscripts.items():
        for hit in _repetitions(manuscript, is_chinese(language)):
            if not is_allowed(hit, options.allow):
                yield _finding(hit)
        if _CLIMB in manuscript.text:
            yield from _typed_along(manuscript, options.allow)


def _repetitions(manuscript: Manuscript, chinese: bool) -> Iterator[Hit]:
    if chinese:
        yield from manuscript.search(_CHINESE)
    else:
        yield from search_for(manuscript, _ENGLISH)
    yield from search_for(manuscript, _SIGNS)


def _typed_along(manuscript: Manuscript, allow: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Long numbers in which the keys 1, 2, 3, 4 follow one another more than once."""
    for passage in {id(hit.passage): hit.passage for hit in manuscript.search(_CLIMBS)}.values():
        for number in _DIGITS.finditer(passage.text):
            is_typed = len(number[0]) >= _LONG and number[0].count(_CLIMB) > 1
            hit = Hit(passage, number, number.start(), number.end())
            if is_typed and not is_allowed(hit, allow):
                yield Diagnostic(
                    KIND,
                    hit.span,
                    Phrase(
                        f"“{number[0]}”像是随手敲出的数字",
                        f"'{number[0]}' looks like a number that was typed at random",
                    ),
                    Phrase("写上实际的号码，或删去", "write the real number, or delete it"),
                )


def _finding(hit: Hit) -> Diagnostic:
    found = hit.match[0]
    if found[0] in _MARKS:
        count = len(found)
        return Diagnostic(
            KIND,
            hit.span,
            Phrase(f"标点“{found[0]}”连写了 {count} 个", f"a punctuation mark stands {count} times in a row"),
            Phrase("只留一个；省略号写成“……”", "keep one of them"),
        )
    return Diagnostic(
        KIND,
        hit.span,
        Phrase(f"“{found}”重复了", f"'{found}' says the same twice"),
        Phrase(
            "删去多余的字；本来如此的用参数 allow 放行",
            "delete what is too much; the option 'allow' spares what is right",
        ),
    )
