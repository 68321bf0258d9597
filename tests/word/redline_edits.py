"""Edits of a position, one for each kind of field, for the tests of redlines; and the documents made before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

from posdoc.documents.forms import open_form
from posdoc.documents.of_position import position_document
from posdoc.load import load
from posdoc.model import DocumentOutput, Environment, HeadCount, Organization, PartialDate, Percent, Position, Ref, Text
from posdoc.word.redline import redlined
from tests.conftest import ROOT

FORMS = ("standard", "duties", "narrative", "scorecard", "posting")
LANGUAGES = ("zh", "en", "zh+en")
POSITION = "call-centre-shift-leader"
AUTHOR, DATE = "人力资源 & Co.", datetime(2026, 3, 1, 9, 30)
Edit = Callable[[Position], Position]


@cache
def sample() -> Organization:
    return load(ROOT)[0]


def the_position() -> Position:
    return sample().by_id[POSITION]


def document(position: Position, form: str = "standard", language: str = "zh", **output: Any) -> bytes:
    """The document of a position of the sample that may have been edited."""
    settings = DocumentOutput(form=form, **output)
    positions = tuple(position if one.id == position.id else one for one in sample().positions)
    organization = replace(sample(), positions=positions)
    return position_document(organization, position, open_form(ROOT, form), language, settings)


def edited(edit: Edit, form: str = "standard", language: str = "zh") -> tuple[bytes, bytes, bytes]:
    """The document before and after an edit, and the redline of both."""
    old, new = document(the_position(), form, language), document(edit(the_position()), form, language)
    return old, new, redlined(old, new, AUTHOR, DATE)


def text(zh: str, en: str) -> Text:
    return Text({"zh": zh, "en": en})


def percent(number: int) -> Percent:
    return Percent(Decimal(number), Decimal(number))


def to(**fields: Any) -> Edit:
    """An edit that sets fields of the position."""
    return lambda position: replace(position, **fields)


def at(path: str, change: Callable[[Any], Any]) -> Edit:
    """An edit of what lies at a path, such as ``duties.0.tasks``."""
    return lambda position: _changed(position, path.split("."), change)


def _changed(value: Any, steps: list[str], change: Callable[[Any], Any]) -> Any:
    if not steps:
        return change(value)
    first, *rest = steps
    if isinstance(value, tuple):
        place = int(first)
        return (*value[:place], _changed(value[place], rest, change), *value[place + 1 :])
    return replace(value, **{first: _changed(getattr(value, first), rest, change)})


def put(place: int, *values: Any) -> Callable[[Any], Any]:
    return lambda entries: (*entries[:place], *values, *entries[place:])


def without(*places: int) -> Callable[[Any], Any]:
    return lambda entries: tuple(entry for place, entry in enumerate(entries) if place not in places)


def moved(place: int, to_place: int) -> Callable[[Any], Any]:
    return lambda entries: put(to_place, entries[place])(without(place)(entries))


def another(**fields: Any) -> Callable[[Any], Any]:
    """More entries: the first one again, with other fields, at the end."""
    return lambda entries: (*entries, replace(entries[0], **fields))


def both(*edits: Edit) -> Edit:
    def edit(position: Position) -> Position:
        for one in edits:
            position = one(position)
        return position

    return edit


def emptied(position: Position) -> Position:
    """Only what a position has to have."""
    return Position(id=position.id, unit=position.unit, path=position.path, title=position.title)


PURPOSE = text(
    "使每通来电都有人接、有人答，疑难问题当班解决。",
    "To see that every call is answered and that hard ones are settled.",
)
LONG = text(
    "实时掌握排队、座席与线路状态，随时调动人员，保证当班接通水平不低于公司标准；遇系统故障立即上报。",
    "Watch the queue, the lines and the state of each seat, move people at once so that calls are answered within the "
    "company's standard, and report a failing system without delay.",
)
FRESH = text("每周一汇总上周未结工单", "Sum up open jobs of last week every Monday")
DUTY: dict[str, Any] = {
    "id": "knowledge", "area": text("知识库维护", "Knowledge base"), "time": percent(5), "tasks": (FRESH,),
    "text": text("维护常见问题与标准答复。", "Keep the answers to common questions current."),
    "measures": (text("每月更新不少于10条", "At least 10 entries a month"),),
}  # fmt: skip
KPI: dict[str, Any] = {
    "id": "fresh", "name": text("客户满意度", "Customer satisfaction"), "weight": percent(15), "criteria": None,
    "source": text("回访问卷", "survey"), "formula": text("满意数÷回访数", "satisfied ÷ asked"),
}  # fmt: skip

EDITS: dict[str, Edit] = {
    "nothing": to(),
    "title": to(title=text("客服班组长", "Call Centre Team Leader")),
    "title and aliases": to(title=text("热线主管", "Hotline Head"), aliases=(text("班长", "Leader"), text("组长", "Head"))),
    "aliases gone": to(aliases=()),
    "code": to(code="SH-121"),
    "code gone": to(code=None),
    "head count": to(headcount=HeadCount(3, 5)),
    "grade and location": to(grade=Ref("G3"), location=text("上海", "Shanghai")),
    "valid from": to(valid_from=PartialDate(2026, 7, 1)),
    "superior": to(reports_to=Ref("after-sales-manager"), skip_level=None),
    "purpose": to(purpose=PURPOSE),
    "purpose gone": to(purpose=None),
    "overview in two paragraphs": at("overview", lambda _: text("带领一个班次。\n管话务。", "Leads one shift.\nTraffic too.")),
    "one language": at("purpose", lambda old: Text({**old.languages, "zh": "全部另写"})),
    "duty reworded a little": at("duties.0.text", lambda _: LONG),
    "duty reworded wholly": at("duties.0.text", lambda _: FRESH),
    "duty gone": at("duties", without(2)),
    "first duty gone": at("duties", without(0)),
    "last duty gone": at("duties", without(5)),
    "duty new": at("duties", put(1, None)),
    "duty new at the end": at("duties", put(6, None)),
    "duty moved down": at("duties", moved(1, 4)),
    "duty moved up": at("duties", moved(5, 0)),
    "duties turned round": at("duties", lambda duties: duties[::-1]),
    "duties gone": to(duties=()),
    "duty time": at("duties.3.time", lambda _: percent(35)),
    "duty time gone": at("duties.3.time", lambda _: None),
    "tasks": at("duties.0.tasks", lambda tasks: (FRESH, *tasks[1:])),
    "task new": at("duties.0.tasks", put(3, FRESH)),
    "task gone": at("duties.0.tasks", without(2)),
    "tasks gone": at("duties.0.tasks", lambda _: ()),
    "tasks moved": at("duties.1.tasks", lambda tasks: tasks[::-1]),
    "measures": at("duties.1.measures", lambda measures: (*measures, FRESH)),
    "measures gone": at("duties.1.measures", lambda _: ()),
    "KPI new": at("kpi_sets.0.kpis", another(**KPI)),
    "KPI gone": at("kpi_sets.0.kpis", without(1)),
    "KPIs fewer and other": both(at("kpi_sets.0.kpis", without(0, 1)), at("kpi_sets.0.kpis", another(**KPI))),
    "KPI target and weight": both(
        at("kpi_sets.0.kpis.0.target.text", lambda _: Text({"zh": "≥92%"})), at("kpi_sets.0.kpis.0.weight", lambda _: percent(25))
    ),
    "KPI column gone": at("kpi_sets.0.kpis", lambda kpis: tuple(replace(kpi, criteria=None, monitor=None) for kpi in kpis)),
    "KPI set gone": to(kpi_sets=()),
    "KPI set twice": at("kpi_sets", another(id="yearly", title=text("年度考核", "Yearly assessment"))),
    "authority": at("authority", another(text=text("客户补偿", "Compensation for customers"))),
    "authority gone": at("authority", without(2)),
    "contact new": at("contacts", another(content=text("月度例会", "Monthly meeting"))),
    "first contact of a group gone": at("contacts", without(3)),
    "last contact of a group gone": at("contacts", without(4)),
    "contacts gone": to(contacts=()),
    "contact group new": at("contacts", lambda contacts: (contacts[5], *contacts, replace(contacts[5], content=FRESH))),
    "qualifications": at("qualifications.1.required", lambda _: text("5年以上热线经验", "At least 5 years on a hotline")),
    "qualification gone": at("qualifications", without(0, 6)),
    "qualification preferred gone": at("qualifications.0.preferred", lambda _: None),
    "training": at("training.subjects", put(1, FRESH)),
    "training gone": to(training=None),
    "conditions": at("conditions", lambda old: replace(old, travel=percent(20), office_share=percent(80))),
    "check boxes": at("conditions", lambda old: replace(old, environment=Environment.HARSH, hazard=None)),
    "conditions gone": to(conditions=None),
    "tools": to(tools=(FRESH,)),
    "records more": at("records", put(2, FRESH)),
    "competence new": at("competences", another(name=text("学习", "Learning"), text=FRESH)),
    "promotion": to(promotes_to=((Ref("after-sales-manager"),), (Ref("service-quality-supervisor"),))),
    "promotion gone": to(promotes_to=(), promotes_from=(), demotes_to=()),
    "document number": at("document", lambda old: replace(old, number="SH-JD-99", version="2.0")),
    "document dates": at("document.effective", lambda _: PartialDate(2027, 1, 1)),
    "draft": at("document.status", lambda old: type(old)("draft")),
    "revision new": at("document.revisions", another(version="1.1", text=FRESH)),
    "revisions gone": at("document.revisions", lambda _: ()),
    "signers": at("document.signers", lambda signers: signers[:1]),
    "letters that markup has": to(purpose=text('<a> & "b" \u2014 ]]>', "a < b && c > d")),
    "all gone": emptied,
    "all new": lambda position: replace(sample().by_id["technical-support-engineer"], id=position.id),
}  # fmt: skip


def _with_new_duty(edit: Edit) -> Edit:
    def new(position: Position) -> Position:
        made = edit(position)
        duty = replace(position.duties[0], **DUTY)
        return replace(made, duties=tuple(duty if one is None else one for one in made.duties))

    return new


EDITS |= {name: _with_new_duty(EDITS[name]) for name in ("duty new", "duty new at the end")}
