"""A small department, as values, that the tests of charts draw."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import (
    Branch,
    Company,
    DottedLine,
    Flow,
    HeadCount,
    Organization,
    OutsidePosition,
    Percent,
    Person,
    Position,
    PositionStatus,
    Post,
    Ref,
    Rotation,
    Step,
    Text,
    Unit,
    Workspace,
)

WORKSPACE = Workspace(
    organization=Company(name=Text({"zh": "恒达"}), department=Text({"zh": "售后服务部", "en": "After-sales"})),
    languages=("zh", "en"),
    outside_positions=(
        OutsidePosition(
            id=Ref("director"),
            title=Text({"zh": "总监", "en": "Director"}),
            department=Text({"zh": "总经办", "en": "Office"}),
        ),
        OutsidePosition(id=Ref("quality"), title=Text({"zh": "质量经理", "en": "Quality Manager"})),
        OutsidePosition(id=Ref("unused"), title=Text({"zh": "无关岗位"})),
    ),
)
UNITS = (
    Unit(id="service", title=Text({"zh": "服务部", "en": "Service"})),
    Unit(id="field", title=Text({"zh": "现场组", "en": "Field"}), parent="service"),
    Unit(id="east", title=Text({"zh": "华东", "en": "East"}), parent="field"),
    Unit(id="empty", title=Text({"zh": "空组"}), parent="service"),
)


def position(
    name: str, title: str, superior: str | None = None, count: int | HeadCount | None = None, **more: Any
) -> Position:
    """A position with a title in Chinese and its id as the English one."""
    return Position(
        id=name,
        title=Text({"zh": title, "en": name.title()}),
        reports_to=Ref(superior) if superior else None,
        headcount=HeadCount(count, count) if isinstance(count, int) else count,
        **more,
    )


def person(name: str, *posts: Post) -> Person:
    """A person, named in Chinese, who holds posts."""
    return Person(name=Text({"zh": name}), posts=posts)


def post(name: str, share: int = 0, **more: Any) -> Post:
    """A post, with a share of time in per cent if not all of it."""
    percent = Percent(Decimal(share), Decimal(share)) if share else None
    return Post(position=Ref(name), share=percent, **more)


DEPARTMENT = Organization(
    workspace=WORKSPACE,
    units=UNITS,
    positions=(
        position("manager", "经理", "director", 1, unit="service", code="SH-1"),
        position("clerk", "文员", "manager", 1, unit="service"),
        position("secretary", "助理", "manager", unit="service", assistant=True),
        position(
            "engineer", "工程师", "manager", 3, unit="east",
            dotted_to=(DottedLine(position=Ref("quality"), for_=Text({"zh": "质量反馈", "en": "feedback"})),),
        ),
        position("trainer", "讲师", "manager", 1, unit="service", status=PositionStatus.PLANNED),
        position("typist", "打字员", "manager", 2, unit="empty", status=PositionStatus.ABOLISHED),
    ),
    people=(
        person("韩", post("manager", acting=True)),
        person("苏", post("clerk", 50, job_share=True)),
        person("陆", post("clerk", 50, job_share=True)),
        person("田", post("engineer")),
        person("顾", post("engineer")),
    ),
)  # fmt: skip


def text(chinese: str, english: str = "") -> Text:
    """A text in Chinese, and in English if it is given."""
    return Text({"zh": chinese, **({"en": english} if english else {})})


def step(name: str, said: str, *ways: tuple[str, str], **more: Any) -> Step:
    """A step with the ways that lead on from it, each with its condition."""
    branches = tuple(Branch(to=Ref(to), when=text(when) if when else None) for to, when in ways)
    return Step(id=Ref(name) if name else None, text=text(said), next=branches, **more)


COMPLAINTS = Flow(
    id=Ref("complaints"),
    title=text("投诉处理", "Complaints"),
    steps=(
        step("", "登记投诉", role=Ref("clerk"), output=text("投诉单", "form")),
        step("judge", "判断原因", ("repair", "质量问题"), ("reply", "误用"), ("reply", "磨损"), ("end", "撤诉")),
        step("repair", "上门修复", role=Ref("engineer")),
        step("reply", "回复客户", ("end", ""), ("judge", "客户不认可")),
    ),
)
CAREERS = Organization(
    workspace=WORKSPACE,
    units=(Unit(id="service", title=text("服务部"), flows=(Flow(title=text("空流程")), COMPLAINTS)),),
    positions=(
        position("manager", "经理", flows=(COMPLAINTS, Flow(id=Ref("short"), title=text("短"), steps=(step("", "受理"),)))),
        position("clerk", "文员"),
        position(
            "engineer", "工程师",
            promotes_from=(Ref("clerk"), Ref("trainee"), Ref("engineer")),
            promotes_to=((Ref("lead"), Ref("manager")), (Ref("lead"), Ref("director")), (Ref("quality"),), ()),
            rotates_to=(Rotation(position=Ref("trainer")), Rotation(position=Ref("trainer"))),
            demotes_to=(Ref("clerk"), Ref("helper")),
        ),
        position("lead", "组长", promotes_to=((Ref("manager"),),)),
        position("trainer", "讲师"),
        position("trainee", "学徒"),
        position("helper", "助手"),
        position("nobody", "闲职", promotes_to=((),)),
    ),
)  # fmt: skip
CAREERS_ZH, CAREERS_EN = (Words(CAREERS, language) for language in ("zh", "en"))
ZH, EN = (Words(DEPARTMENT, language) for language in ("zh", "en"))
