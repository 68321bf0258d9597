"""A position asks for what employment law forbids to ask, or asks for it without a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from posdoc.diagnostics import Diagnostic, Kind, Severity, Span
from posdoc.model import Article, Duty, Organization, Position, Qualification, QualificationItem, Text, Unit
from posdoc.model.manuscript import Manuscript, Passage
from posdoc.model.relations import Points
from posdoc.model.requirements import Training, WorkConditions
from posdoc.model.values import Quantity
from posdoc.phrases import Phrase
from posdoc.rules import _employment_law as law
from posdoc.rules._employment_law import AGE, DISABILITY, GROUNDS, HEALTH, SEX, Ground
from posdoc.rules._languages import base_of
from posdoc.rules._passages import field_marks, holding, is_abolished, matching, within
from posdoc.rules._texts import shown

KIND = Kind("POS710", "unlawful-requirement", Severity.WARNING)
WHAT = Phrase(
    "岗位对性别、年龄、婚育、外貌、户籍、民族、宗教、残疾或健康提出了法律禁止的、或没有说明理由的要求。中文对照中国法律，英文对照美国、"
    "英国和欧盟法律。",
    "A position asks for a sex, an age, a family status, looks, an origin, a race, a religion, the absence of a disability "
    "or a state of health, which the law forbids or admits for a stated reason only. Chinese texts are held against Chinese "
    "law, English ones against that of the United States, the United Kingdom and the European Union.",
)
WHY = Phrase(
    "《就业促进法》第三条、《人力资源市场暂行条例》第二十四条不许招聘条件含有歧视性内容；岗位说明书一旦用于招聘或成为劳动争议的证据，这样的"
    "条件会带来处罚和赔偿。有法定或作业上的理由时，把理由写进同一句话，本规则即不再报告。",
    "Job descriptions become advertisements and evidence; a discriminating condition costs fines and damages (Title VII, "
    "ADEA, ADA; Equality Act 2010; Directive 2000/78/EC; PRC Employment Promotion Law). A reason that is stated in the same "
    "sentence, such as a rule of safety law, settles the matter. This is no legal advice.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
"""
PASSING = (
    _HEAD
    + """\
qualifications:
  - {item: sex, required: 男女不限}
  - {item: age, required: 年满18周岁, minimum: 18 岁}
  - {item: physical, required: 身体健康，能适应高处作业}
  - {item: physical, required: 因低压电工作业，须无色盲（《特种作业人员安全技术培训考核管理规定》）}
  - {item: language, required: {zh: 英语达到母语水平, en: Native-level English}}
""",
    _HEAD
    + "duties: [{text: {zh: 为60岁以上客户提供上门服务, en: Fit male connectors only where the drawing says so}}]\n",
)
FAILING = (
    _HEAD + "qualifications: [{item: other, required: «限男性»，能驾驶}]\n",
    _HEAD + "qualifications: [{item: age, required: «25-35岁»}]\n",
    _HEAD + "qualifications: [{item: age, minimum: «24 岁»}]\n",
    _HEAD + "qualifications: [{item: physical, required: 身体健康，«无乙肝»}]\n",
    _HEAD + "duties: [{text: {zh: 现场维修, en: 'On-site repair, «male candidates only»'}}]\n",
)
_ASKED = field_marks(Qualification, "required", "preferred") | field_marks(Position, "application")
"""The fields that ask something of the incumbent."""
_TOLD = frozenset[int]().union(
    *(field_marks(cls) for cls in (Duty, Points, Training, WorkConditions, Position, Article, Unit))
) - field_marks(Position, "application")
"""The fields in whose texts a demand may stand as well."""
LANGUAGES = ("zh", "en")
_CLAUSE = {"zh": re.compile(r"[，,；;。！？\n]"), "en": re.compile(r"[,;\n]|[.!?](?=\s|$)")}
_SENTENCE = {"zh": re.compile(r"[；;。！？\n]"), "en": re.compile(r"[;\n]|[.!?](?=\s|$)")}
_LIMIT_OF_AGE = re.compile(r"(?<!\d)(?:19|[2-5]\d)(?!\d)|年轻|青年|young|recent", re.IGNORECASE)
_OLDEST_MINIMUM, _RETIREMENT = 18, 60


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each demand on one of the grounds, unless it is open to all, about somebody else, or has its reason."""
    yield from _under_their_headings(organization)
    for language, manuscript in organization.manuscripts.items():
        base = base_of(language)
        if base in LANGUAGES:
            for ground, passage in _candidates(manuscript, base):
                if not is_abolished(passage.owner):
                    yield from _in_passage(passage, ground, base)


def _candidates(manuscript: Manuscript, base: str) -> Iterator[tuple[Ground, Passage]]:
    """The passages that may hold a demand, told by single words. Chinese is short enough to be searched whole."""
    if base == "zh":
        passages, fields = matching(manuscript, _any_anchor()), _ASKED | _TOLD
    else:
        passages, fields = holding(manuscript, law.ANCHORS_IN_RUNNING_ENGLISH), _TOLD
        asked = within(manuscript, _ASKED)
        yield from ((ground, passage) for ground in GROUNDS for passage in holding(asked, ground.en.anchors))
    for passage in passages:
        if id(passage.field) in fields:
            yield from ((ground, passage) for ground in GROUNDS if _holds_anchor(passage.text, ground, base))


@cache
def _any_anchor() -> re.Pattern[str]:
    return re.compile("|".join(anchor for ground in GROUNDS for anchor in ground.zh.anchors))


def _holds_anchor(text: str, ground: Ground, base: str) -> bool:
    return any(anchor in text for anchor in ground.wording(base).anchors)


def _in_passage(passage: Passage, ground: Ground, base: str) -> Iterator[Diagnostic]:
    if isinstance(passage.holder, Qualification) and _heading_of(passage.holder) is ground:
        return
    lowered = passage.text.lower()
    if len(lowered) != len(passage.text):
        lowered = passage.text
    for match in _pattern(ground, base, is_asked=id(passage.field) in _ASKED).finditer(lowered):
        if _is_demand(passage.text, match.start(), match.end(), ground, base):
            words = passage.text[match.start() : match.end()]
            yield _finding(passage.span(match.start(), match.end()), words, ground, base)


@cache
def _pattern(ground: Ground, base: str, *, is_asked: bool) -> re.Pattern[str]:
    """What a demand looks like in lower case."""
    wording = ground.wording(base)
    return re.compile(f"{wording.clear}|{wording.asked}" if is_asked else wording.clear, re.MULTILINE)


@cache
def _words(kind: str, base: str) -> re.Pattern[str]:
    tables = {"open": law.OPEN, "others": law.OTHERS, "reason": law.REASON, "work": law.WORK}
    return re.compile(tables[kind][base], 0 if kind == "reason" else re.IGNORECASE)


def _is_demand(text: str, start: int, end: int, ground: Ground, base: str) -> bool:
    clause = _around(_CLAUSE[base], text, start, end)
    if _words("open", base).search(clause) or _words("others", base).search(clause):
        return False
    return not _has_reason(_around(_SENTENCE[base], text, start, end), ground, base)


def _has_reason(sentence: str, ground: Ground, base: str) -> bool:
    if ground in (HEALTH, DISABILITY) and _words("work", base).search(sentence):
        return True
    return ground.reason_settles and _words("reason", base).search(sentence) is not None


def _around(ends: re.Pattern[str], text: str, start: int, end: int) -> str:
    """The stretch between two ends, in which the characters from ``start`` to ``end`` lie."""
    first = max((match.end() for match in ends.finditer(text, 0, start)), default=0)
    last = ends.search(text, end)
    return text[first : last.start() if last else len(text)]


def _under_their_headings(organization: Organization) -> Iterator[Diagnostic]:
    """Qualifications that are about sex, age and the like by their item or printed label."""
    seen: set[int] = set()
    for position in organization.positions:
        for qualification in position.qualifications:
            ground = _heading_of(qualification)
            if ground is not None and id(qualification) not in seen and not is_abolished(position):
                seen.add(id(qualification))
                found = list(_of_heading(qualification, ground))
                yield from found or _of_figures(qualification, ground, organization.languages[0])


def _heading_of(qualification: Qualification) -> Ground | None:
    if qualification.item is QualificationItem.SEX:
        return SEX
    if qualification.item is QualificationItem.AGE:
        return AGE
    if qualification.label is None:
        return None
    labels = [label.strip(" ：:") for label in qualification.label.languages.values()]
    return next((ground for ground in GROUNDS for label in labels if _label(ground).fullmatch(label)), None)


@cache
def _label(ground: Ground) -> re.Pattern[str]:
    return re.compile(ground.label, re.IGNORECASE)


def _of_heading(qualification: Qualification, ground: Ground) -> Iterator[Diagnostic]:
    for text in (qualification.required, qualification.preferred):
        for language, written in text.languages.items() if text else ():
            base = base_of(language)
            if base in LANGUAGES and not law.NOTHING.search(written) and not _is_settled(written, ground, base):
                yield _finding(text.span_of(language) if text else Span(""), written, ground, base)


def _is_settled(written: str, ground: Ground, base: str) -> bool:
    if ground is AGE and not _LIMIT_OF_AGE.search(written):
        return True
    return _words("open", base).search(written) is not None or _has_reason(written, ground, base)


def _of_figures(qualification: Qualification, ground: Ground, language: str) -> Iterator[Diagnostic]:
    if ground is not AGE or _gives_reason((qualification.required, qualification.preferred)):
        return
    base = base_of(language)
    for key, figure in (("minimum", qualification.minimum), ("preferred_minimum", qualification.preferred_minimum)):
        if figure is not None and figure.value > _OLDEST_MINIMUM:
            yield _figure(qualification, key, figure, base)
    highest = qualification.maximum
    if highest is not None and highest.value < _RETIREMENT:
        yield _figure(qualification, "maximum", highest, base)


def _gives_reason(texts: Iterable[Text | None]) -> bool:
    return any(
        _has_reason(written, AGE, base_of(language))
        for text in texts
        for language, written in (text.languages.items() if text else ())
        if base_of(language) in LANGUAGES
    )


def _figure(qualification: Qualification, key: str, figure: Quantity, base: str) -> Diagnostic:
    return _finding(qualification.at(key), str(figure), AGE, base)


def _finding(place: Span, words: str, ground: Ground, base: str) -> Diagnostic:
    source = ground.western_law if base == "en" else ground.chinese_law
    quote = shown(words.strip())
    without_zh, without_en = ("，没有说明理由", " and gives no reason") if ground.reason_settles else ("", "")
    return Diagnostic(
        KIND,
        place,
        Phrase(f"“{quote}”{ground.says.zh}{without_zh}", f"'{quote}' {ground.says.en}{without_en}"),
        Phrase(f"{ground.way_out.zh}。参见{source.zh}", f"{ground.way_out.en} (see {source.en})"),
    )
