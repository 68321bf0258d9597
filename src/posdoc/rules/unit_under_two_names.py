"""Two units, or a unit and a party, have the same name or nearly the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Party, PartyScope, Text, Unit, UnitKind
from posdoc.phrases import Phrase
from posdoc.rules._names import abbreviation, name_of, place_of, unit_key

KIND = Kind("POS508", "unit-under-two-names", Severity.WARNING)
WHAT = Phrase(
    "两个部门（或部门与公司内往来单位）名称或别名相同，或只是全称与简称之别：客户服务部与客服部、质检部与质检部门、"
    "售后工程部与售后部。写在同一条目 aliases 中的、合署办公的、各办事处下的同名部门不算。",
    "Two units, or a unit and a party inside the company, have the same name or alias, or one the full and the other "
    "the short form of it: 客户服务部 and 客服部, 质检部门 and 质检部. Aliases of one entry, units that share "
    "premises, and units of one name in several offices are left alone.",
)
WHY = Phrase(
    "同一部门写成两个条目，架构图上就多出一个部门，岗位、编制和工作联系也分散在两处。",
    "A unit that is entered twice stands in the chart twice, and its positions, people and contacts are spread over "
    "two places.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 客户服务部
"""
PASSING = (
    _HEAD + "aliases: [客服部]\n",
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东办事处
## positions/east/east-repair/unit.yaml
title: 维修组
## positions/south/unit.yaml
title: 华南办事处
## positions/south/south-repair/unit.yaml
title: 维修组
""",
)
FAILING = (
    _HEAD
    + """\
## positions/support/unit.yaml
title: «客服部»
""",
    """\
## posdoc.yaml
organization: 公司
## positions/business/unit.yaml
title: 业务部
## positions/business/electronics/unit.yaml
title: 电子开发部
## positions/planning/unit.yaml
title: 企划部
## positions/planning/electronics-2/unit.yaml
title: «电子开发部»
""",
)
COMPARED = 4
"""With how many of the units that use one name each other one is compared."""
_PLACE = re.compile(
    r"办事处|分公司|子公司|分部|分厂|工厂|基地|[东南西北中]部?区|大区|区域|分店|门店"
    r"|\b(?:office|branch|plant|region|store)\b",
    re.IGNORECASE,
)


class _Use(NamedTuple):
    """One name of a unit or a party."""

    place: int
    entry: Unit | Party
    text: Text


def check(organization: Organization) -> Iterator[Diagnostic]:
    """A finding for each entry one of whose names is that of an earlier one."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for place, entry in enumerate(_entries(organization)):
        for text in (entry.title, *entry.aliases):
            if name_of(text) and text is not None:
                uses[unit_key(name_of(text))].append(_Use(place, entry, text))
    reported = set()
    for later, earlier in sorted(_pairs(uses), key=lambda pair: (pair[0].place, pair[1].place)):
        if later.place not in reported and not _is_settled(organization, later, earlier):
            reported.add(later.place)
            yield _finding(later, earlier)


def _entries(organization: Organization) -> Iterator[Unit | Party]:
    yield from organization.units
    yield from (party for party in organization.workspace.parties if party.scope is not PartyScope.EXTERNAL)


def _pairs(uses: Mapping[str, list[_Use]]) -> Iterator[tuple[_Use, _Use]]:
    """Uses of one name, or of a name and its abbreviation, the later first."""
    for key, own in uses.items():
        for place, later in enumerate(own[1:], 1):
            yield from ((later, earlier) for earlier in own[: min(place, COMPARED)])
        short = abbreviation(key)
        for one in own[:COMPARED]:
            for other in uses.get(short, ())[:COMPARED] if short else ():
                yield (one, other) if one.place > other.place else (other, one)


def _is_settled(organization: Organization, later: _Use, earlier: _Use) -> bool:
    """Whether they are one entry, or there is a reason why two have such names."""
    one, other = later.entry, earlier.entry
    if one is other or other.id in _company(one) or one.id in _company(other):
        return True
    if not isinstance(one, Unit) or not isinstance(other, Unit):
        return False
    if name_of(later.text) != name_of(earlier.text) and _is_nested(organization, one, other):
        return True
    return _are_apart(organization, one, other)


def _company(entry: Unit | Party) -> tuple[str, ...]:
    return entry.co_located_with if isinstance(entry, Unit) else ()


def _is_nested(organization: Organization, one: Unit, other: Unit) -> bool:
    """Whether one lies within the other: 售后部 may well have a 售后服务部."""
    return any(unit is other for unit in organization.line_of(one)) or any(
        unit is one for unit in organization.line_of(other)
    )


def _are_apart(organization: Organization, one: Unit, other: Unit) -> bool:
    """Whether they lie in different places: in two offices, or where their locations differ."""
    if one.location is not None and other.location is not None and one.location != other.location:
        return True
    parents = [organization.units_by_id.get(unit.parent) for unit in (one, other)]
    return parents[0] is not parents[1] and all(parent is not None and _is_place(parent) for parent in parents)


def _is_place(unit: Unit) -> bool:
    if unit.kind in (UnitKind.OFFICE, UnitKind.COMPANY):
        return True
    return unit.title is not None and any(_PLACE.search(title) for title in unit.title.languages.values())


def _finding(later: _Use, earlier: _Use) -> Diagnostic:
    name, other = name_of(later.text), name_of(earlier.text)
    message = Phrase(
        f"“{name}”与“{other}”像是同一个部门的两种叫法", f"'{name}' and '{other}' look like two names of one unit"
    )
    if name == other:
        message = Phrase(f"部门名称“{name}”用了两次", f"the name '{name}' is used for two units")
    return Diagnostic(
        KIND,
        place_of(later.text),
        message,
        Phrase(
            "若是同一部门，只留一个条目，另一个名称写入它的 aliases；合署办公写 co_located_with；若是两个部门，改成能区分的名称",
            "if they are one unit, keep one entry and give the other name under its aliases; units that work as one say "
            "so with co_located_with; two units need names that tell them apart",
        ),
        (Related(place_of(earlier.text), Phrase(f"“{other}”在此", f"'{other}' is here")),),
    )
