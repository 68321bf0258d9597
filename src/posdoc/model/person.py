"""People: who holds which position. Kept apart so that a hire changes no definition."""

from __future__ import annotations

from posdoc.model.record import Record, declare, record
from posdoc.model.values import PartialDate, Percent, Ref, Text


@record
class Post(Record):
    """One position that a person holds."""

    shorthand = "position"

    position: Ref | None = declare("岗位", "Position", "任职岗位。", "The position held.", "field-engineer", required=True,
                                   refers_to="position outside")
    share: Percent | None = declare("时间比例", "Share of time", "用于该岗位的时间比例；不写为 100%。",
                                    "Share of working time; 100% when left out.", "50%")
    acting: bool | None = declare("代理", "Acting", "是否代理。", "Whether the post is held as acting.", True)
    job_share: bool | None = declare("分担", "Job share", "是否与他人分担同一岗位。",
                                     "Whether the post is shared with another person.", True)
    since: PartialDate | None = declare("任职日期", "Since", "任职日期。", "When the person took the post.", "2023-04")
    until: PartialDate | None = declare("离任日期", "Until", "离任日期。", "When the person leaves the post.", "2027-03")


@record
class Person(Record):
    """One person and the posts held."""

    name: Text | None = declare("姓名", "Name", "姓名。", "Name.", {"zh": "张伟", "en": "Zhang Wei"}, required=True)
    number: str | None = declare("工号", "Staff no.", "工号。", "Staff number.", "1024")
    posts: tuple[Post, ...] = declare("任职", "Posts", "任职岗位，可多个。", "The posts held, one or more.",
                                      ["field-engineer"], default=(), required=True)


@record
class People(Record):
    """The file ``people.yaml``."""

    people: tuple[Person, ...] = declare("人员", "People", "人员名单。", "The people.",
                                         [{"name": "张伟", "posts": ["field-engineer"]}], default=(), required=True)
