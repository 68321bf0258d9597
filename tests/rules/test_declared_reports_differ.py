"""Direct and indirect reports as a form states them, against those that follow from the reporting lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.rules import declared_reports_differ
from tests.example_files import write_files
from tests.rules.marked import check_marks

SETTINGS = """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: deputy, title: 副总经理}, {id: agent, title: 代理商驻点, reports_to: supervisor}]
"""
TEAM = """\
## positions/service/unit.yaml
title: 售后部
## positions/service/lead.yaml
title: 班长
reports_to: supervisor
headcount: 2
## positions/service/clerk.yaml
title: 内勤
reports_to: supervisor
headcount: 1-3
## positions/service/junior.yaml
title: 初级工程师
reports_to: lead
headcount: 4
## positions/service/senior.yaml
title: 高级工程师
reports_to: junior
headcount: 1-2
## positions/service/peer.yaml
title: 配件主管
reports_to: manager
headcount: 1
## positions/service/manager.yaml
title: 售后经理
reports_to: deputy
## positions/service/supervisor.yaml
title: 主管
reports_to: manager
headcount: 1
"""
HEAD = SETTINGS.replace(", reports_to: supervisor", "") + TEAM


def other(name: str, text: str) -> str:
    return f"## positions/service/{name}.yaml\ntitle: {name}\n{text}\n"


PLANNED = other("new", "reports_to: supervisor\nstatus: planned\nheadcount: 5")
FROZEN = PLANNED.replace("planned", "frozen")
UNKNOWN = other("many", "reports_to: supervisor\nheadcount: 数名")
UNSTATED = other("many", "reports_to: supervisor")
LED = other("led", "reports_to: manager\nco_managed_by: [supervisor]\nheadcount: 3") + other(
    "below-led", "reports_to: led\nheadcount: 7"
)

# what the supervisor states; what else there is. Direct: 2 positions, 3-5 people; indirect: 2 positions, 5-6 people
CASES = {
    "all right": ("direct_reports: {positions: [clerk, lead], posts: 2, people: 4}", ""),
    "all right, indirect": ("indirect_reports: {positions: [senior, junior], posts: 2, people: 5-6}", ""),
    "one position less": ("direct_reports: {posts: «1»}", ""),
    "one position more": ("direct_reports: {posts: «3»}", ""),
    "none, though there are some (forms 3.12, S3-A)": ("direct_reports: {posts: «0», people: «0»}", ""),
    "one position less, indirect": ("indirect_reports: {posts: «1»}", ""),
    "one position more, indirect": ("indirect_reports: {posts: «3»}", ""),
    "the fewest people": ("direct_reports: {people: 3}", ""),
    "the most people": ("direct_reports: {people: 5}", ""),
    "too few people": ("direct_reports: {people: «2»}", ""),
    "too many people": ("direct_reports: {people: «6»}", ""),
    "a range that touches from below": ("direct_reports: {people: 1-3}", ""),
    "a range that touches from above": ("direct_reports: {people: 5-9}", ""),
    "a range below": ("direct_reports: {people: «1-2»}", ""),
    "a range above": ("direct_reports: {people: «6-9»}", ""),
    "the fewest people, indirect": ("indirect_reports: {people: 5}", ""),
    "the most people, indirect": ("indirect_reports: {people: 6}", ""),
    "too few people, indirect": ("indirect_reports: {people: «4»}", ""),
    "too many people, indirect": ("indirect_reports: {people: «7»}", ""),
    "people in words": ("direct_reports: {people: 数名}", ""),
    "a head count in words": ("direct_reports: {posts: 3, people: 99}", UNKNOWN),
    "a head count not stated": ("direct_reports: {posts: 3, people: 99}", UNSTATED),
    "a head count in words, elsewhere": ("indirect_reports: {people: «99»}", UNKNOWN),
    "a head count in words, further down": (
        "direct_reports: {people: «99»}\nindirect_reports: {posts: 3, people: 99}",
        UNKNOWN.replace("reports_to: supervisor", "reports_to: lead"),
    ),
    "a planned one left out": ("direct_reports: {positions: [lead, clerk], posts: 2, people: 3}", PLANNED),
    "a planned one counted": ("direct_reports: {positions: [lead, clerk, new], posts: 3, people: 10}", PLANNED),
    "more than with a planned one": ("direct_reports: {posts: «4», people: «11»}", PLANNED),
    "less than without a planned one": ("direct_reports: {posts: «1», people: «2»}", PLANNED),
    "a planned one with an unknown head count": (
        "direct_reports: {posts: 2, people: 99}", PLANNED.replace("headcount: 5", "headcount: 若干"),
    ),
    "an abolished one": (
        "direct_reports: {positions: [lead, clerk], posts: 2, people: 3-5}",
        PLANNED.replace("planned", "abolished"),
    ),
    "an abolished one that is counted": ("direct_reports: {posts: «3»}", PLANNED.replace("planned", "abolished")),
    "an abolished one that is listed is another rule's": (
        "direct_reports: {positions: [lead, clerk, new]}", PLANNED.replace("planned", "abolished"),
    ),
    "a frozen one": ("direct_reports: {posts: 3, people: 8-10}", FROZEN),
    "a frozen one left out": ("direct_reports: {posts: «2», people: «3-7»}", FROZEN),
    "a co-managed one left out": ("direct_reports: {positions: [lead, clerk], posts: 2, people: 5}", LED),
    "a co-managed one counted": ("direct_reports: {positions: [lead, clerk, led], posts: 3, people: 8}", LED),
    "the fewest people, a co-managed one left out": ("direct_reports: {people: 3}", LED),
    "fewer people, a co-managed one left out": ("direct_reports: {people: «2»}", LED),
    "more than with a co-managed one": ("direct_reports: {posts: «4», people: «9»}", LED),
    "below a co-managed one": ("indirect_reports: {positions: [junior, senior, below-led], posts: 3, people: 13}", LED),
    "more than below a co-managed one": ("indirect_reports: {posts: «4», people: «14»}", LED),
    "below a co-managed one, called direct": ("direct_reports: {positions: [lead, clerk, «below-led»]}", LED),
    "a co-managed one that is abolished": (
        "direct_reports: {posts: «3»}", LED.replace("to: manager", "to: manager\nstatus: abolished"),
    ),
    "one of another's": ("direct_reports: {positions: [lead, clerk, «peer»]}", ""),
    "an indirect one called direct (forms 3.11)": ("direct_reports: {positions: [lead, clerk, «junior»]}", ""),
    "a direct one called indirect": ("indirect_reports: {positions: [junior, senior, «lead»]}", ""),
    "the superior": ("indirect_reports: {positions: [junior, senior, «manager»]}", ""),
    "itself": ("direct_reports: {positions: [lead, clerk, «supervisor»]}", ""),
    "somebody outside": ("direct_reports: {positions: [lead, clerk, «deputy»]}", ""),
    "nobody": ("direct_reports: {positions: [lead, clerk, nobody]}", ""),
    "twice": ("direct_reports: {positions: [lead, clerk, «lead»]}", ""),
    "one not listed": ("direct_reports: {«positions»: [lead]}", ""),
    "one not listed, indirect": ("indirect_reports: {«positions»: [senior]}", ""),
    "none listed": ("direct_reports: {positions: [], posts: 2}", ""),
    "nothing stated": ("", UNKNOWN),
}  # fmt: skip


@pytest.mark.parametrize(("text", "more"), CASES.values(), ids=CASES)
def test_what_is_stated(tmp_path: Path, text: str, more: str) -> None:
    check_marks(declared_reports_differ, tmp_path, f"{HEAD}{text}\n{more}")


OUTSIDE = {
    "left out": "direct_reports: {positions: [lead, clerk], posts: 2, people: 99}",
    "counted": "direct_reports: {positions: [lead, clerk, agent], posts: 3}",
    "one too many": "direct_reports: {posts: «4»}",
    "called indirect": "indirect_reports: {positions: [junior, senior, «agent»], posts: 2, people: 5}",
}


@pytest.mark.parametrize("text", OUTSIDE.values(), ids=OUTSIDE)
def test_a_report_outside_the_department(tmp_path: Path, text: str) -> None:
    check_marks(declared_reports_differ, tmp_path, f"{SETTINGS}{TEAM}{text}\n")


def test_reports_that_no_one_has(tmp_path: Path) -> None:
    example = HEAD + other("alone", "reports_to: manager\ndirect_reports: {posts: «3», people: «12»}")
    posts, people = check_marks(declared_reports_differ, tmp_path, example)
    assert posts.message.en == "the number of direct reports is given as '3'; by the reporting lines it is 0"
    assert (
        people.message.en
        == "the number of people who are direct reports is given as '12'; by the reporting lines it is 0"
    )
    assert posts.hint
    assert posts.hint.en == "make it 0, or leave posts out and have it derived"


def test_in_a_circle_nothing_is_compared(tmp_path: Path) -> None:
    example = HEAD.replace("reports_to: deputy", "reports_to: junior") + "direct_reports: {posts: 9}\n"
    check_marks(declared_reports_differ, tmp_path, example)


def test_an_abolished_position_is_not_compared(tmp_path: Path) -> None:
    check_marks(
        declared_reports_differ,
        tmp_path,
        HEAD + other("old", "status: abolished\nreports_to: manager\ndirect_reports: {posts: 9}"),
    )


def test_ranges_are_named_by_their_ends(tmp_path: Path) -> None:
    text = "direct_reports: {people: «9-10»}\nindirect_reports: {posts: «5», people: «9»}\n"
    direct, posts, people = check_marks(declared_reports_differ, tmp_path, HEAD + text)
    assert direct.message.zh == "直接下级人数写的是“9-10”，按汇报关系为 3-5"
    assert posts.message.zh == "间接下级岗位数写的是“5”，按汇报关系为 2"
    assert people.message.zh == "间接下级人数写的是“9”，按汇报关系为 5-6"
    assert people.hint
    assert people.hint.en == "make it 5-6, or leave people out and have it derived"


def test_the_superior_of_a_wrongly_listed_one_is_shown(tmp_path: Path) -> None:
    text = "direct_reports: {positions: [lead, clerk, «peer», «junior», «deputy»]}\n"
    peer, junior, deputy = check_marks(declared_reports_differ, tmp_path, HEAD + text)
    assert peer.message.en == "'peer' is no report of this position as it reports to 'manager'"
    assert junior.message.en == "'junior' is no direct report as it reports to 'lead'"
    assert deputy.message.en == "'deputy' is no report of this position"
    assert [(r.span.path, r.span.line) for r in peer.related] == [("positions/service/peer.yaml", 2)]
    assert deputy.related == ()
    assert {f.hint.en for f in (peer, junior, deputy) if f.hint} == {"take it out here, or correct its reports_to"}


def test_the_messages_of_a_repeated_and_of_a_direct_one(tmp_path: Path) -> None:
    text = "indirect_reports: {positions: [junior, senior, «junior», «lead»]}\n"
    twice, direct = check_marks(declared_reports_differ, tmp_path, HEAD + text)
    assert twice.message.en == "'junior' is listed twice"
    assert direct.message.en == "'lead' is a direct report, not an indirect one"


@pytest.mark.parametrize(
    ("count", "names", "shown"),
    [
        (1, "'a0'", 1),
        (5, "'a0', 'a1', 'a2', 'a3', 'a4'", 5),
        (6, "'a0', 'a1', 'a2', 'a3', 'a4' …", 5),
    ],
)
def test_those_not_listed_are_named_up_to_five(tmp_path: Path, count: int, names: str, shown: int) -> None:
    more = "".join(other(f"a{i}", "reports_to: supervisor") for i in range(count))
    example = f"{HEAD}direct_reports: {{«positions»: [lead, clerk]}}\n{more}"
    (finding,) = check_marks(declared_reports_differ, tmp_path, example)
    assert finding.message.en == f"these direct reports are not listed: {names}"
    zh = names.replace("'", "").replace(", ", "、").replace("…", "等")
    assert finding.message.zh == f"没有列出直接下级：{zh}"
    assert len(finding.related) == shown
    assert (finding.related[0].span.path, finding.related[0].span.line) == ("positions/service/a0.yaml", 2)
    assert finding.related[0].message.en == "the superior of 'a0'"


def test_indirect_ones_not_listed_are_called_so(tmp_path: Path) -> None:
    (finding,) = check_marks(declared_reports_differ, tmp_path, HEAD + "indirect_reports: {«positions»: [senior]}\n")
    assert finding.message.en == "these indirect reports are not listed: 'junior'"


UNCLEAR = {"a title": "主管", "nobody": "nobody", "unread": "[supervisor]"}


@pytest.mark.parametrize("superior", UNCLEAR.values(), ids=UNCLEAR)
def test_nothing_is_said_while_a_superior_is_unclear(tmp_path: Path, superior: str) -> None:
    """The reference has been reported; what follows from it would only bury it."""
    example = SETTINGS + TEAM.replace("title: 内勤\nreports_to: supervisor", f"title: 内勤\nreports_to: {superior}")
    write_files(tmp_path, example.rstrip() + "\ndirect_reports: {positions: [lead, clerk], posts: 2}\n")
    organization, _ = load(tmp_path)
    assert organization.by_id["supervisor"].direct_reports is not None
    assert list(declared_reports_differ.check(organization)) == []
