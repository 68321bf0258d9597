"""A small department, as values, that the tests of charts draw."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from posdoc.locales.words import Words
from posdoc.model import (
    Company,
    DottedLine,
    HeadCount,
    Organization,
    OutsidePosition,
    Percent,
    Person,
    Position,
    PositionStatus,
    Post,
    Ref,
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

ZH, EN = (Words(DEPARTMENT, language) for language in ("zh", "en"))
