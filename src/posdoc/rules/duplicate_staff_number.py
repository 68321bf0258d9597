"""Two entries for people have one staff number."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Person
from posdoc.phrases import Phrase

KIND = Kind("POS513", "duplicate-staff-number", Severity.WARNING)
WHAT = Phrase(
    "两条人员记录的工号相同。姓名相同而工号不同的是两个人，不算问题。",
    "Two entries in people.yaml have the same staff number. People of one name with different numbers are two people "
    "and all right.",
)
WHY = Phrase(
    "工号一人一个。多半是同一个人写了两条（应合为一条、列出各任职），或复制后没有改工号。",
    "A staff number belongs to one person. Usually somebody was entered twice, and ought to be one entry with several "
    "posts, or an entry was copied and its number not changed.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/engineer.yaml
title: 售后工程师
## people.yaml
people:
  - {name: 张伟, number: YL0112, posts: [engineer]}
"""
PASSING = (_HEAD + "  - {name: 张伟, number: YL0113, posts: [engineer]}\n",)
FAILING = (
    _HEAD + "  - {name: 王芳, number: «YL0112», posts: [engineer]}\n",
    _HEAD + "  - {name: 张伟, number: «yl0112», posts: [engineer]}\n",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each entry with a staff number that an earlier one has."""
    first_use: dict[str, Person] = {}
    for person in organization.people:
        number = "".join(normalize("NFKC", person.number or "").casefold().split())
        if any(character in "123456789" for character in number):
            first = first_use.setdefault(number, person)
            if first is not person:
                yield _finding(first, person)


def _finding(first: Person, second: Person) -> Diagnostic:
    return Diagnostic(
        KIND,
        second.at("number"),
        Phrase(f"工号“{second.number}”重复", f"the staff number '{second.number}' is used twice"),
        Phrase("合成一条，在 posts 中列出各任职", "make one entry of the two, with all posts in it")
        if first.name == second.name
        else Phrase("改正其中一个工号", "correct one of the two numbers"),
        (Related(first.at("number"), Phrase("第一次使用在此", "used first here")),),
    )
