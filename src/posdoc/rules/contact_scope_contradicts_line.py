"""A contact is called superior, peer or subordinate, inside or outside, against what the definitions say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Contact, ContactScope, Organization, PartyScope, Position, Ref
from posdoc.phrases import Phrase
from posdoc.rules._lines import anyone, is_own, whole_lines

KIND = Kind("POS222", "contact-scope-contradicts-line", Severity.WARNING)
WHAT = Phrase(
    "工作联系的类别与汇报关系或往来单位的范围矛盾：写作上级、同级、下级的岗位并非如此，写作内部、外部的单位正相反。"
    "业务上级和共管上级也算上级。",
    "The type of a contact contradicts the reporting lines or the scope of the party: a position called superior, peer "
    "or subordinate is none, a party called internal is outside the company or the other way round. Dotted lines and "
    "co-managers count as superiors.",
)
WHY = Phrase(
    "同一份说明书里，联系对象在“汇报关系”中是上级、在“工作联系”中成了同级，读者无所适从。",
    "One document that calls somebody a superior here and a peer there leaves its reader at a loss.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
parties: [{id: finance, title: 财务部, scope: internal}, {id: suppliers, title: 供应商, scope: external}]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
## positions/service/clerk.yaml
title: 内勤
reports_to: manager
## positions/service/supervisor.yaml
title: 主管
reports_to: manager
"""
PASSING = (
    _HEAD + "contacts:\n  - {scope: superior, party: manager}\n  - {scope: peer, party: clerk}\n"
    "  - {scope: internal, party: finance}\n  - {scope: external, party: suppliers}\n",
    _HEAD + "dotted_to: [clerk]\ncontacts: [{scope: superior, party: clerk}]\n",
)
FAILING = (
    _HEAD + "contacts: [{scope: «subordinate», party: clerk}]\n",
    _HEAD + "contacts: [{scope: «superior», party: clerk}]\n",
    _HEAD + "contacts: [{scope: «peer», party: manager}]\n",
    _HEAD + "contacts: [{scope: «external», party: finance}]\n",
    _HEAD + "contacts: [{scope: «internal», party: suppliers}]\n",
    _HEAD + "contacts: [{scope: «external», party: clerk}]\n",
)
_LINES = (ContactScope.SUPERIOR, ContactScope.PEER, ContactScope.SUBORDINATE)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each contact of a current position, written in its own file, whose scope is contradicted."""
    relations = _Relations(organization)
    for position in organization.positions:
        if position.contacts and position.is_current and is_own(position, position.at("contacts")):
            for contact in position.contacts:
                if contact.scope is not None and contact.party is not None:
                    yield from _of(relations, position, contact, contact.scope, contact.party)


def _of(
    relations: _Relations, position: Position, contact: Contact, scope: ContactScope, target: Ref
) -> Iterator[Diagnostic]:
    if scope in _LINES:
        if relations.contradict(position.id, scope, target):
            yield _against_line(relations, position, contact, scope, target)
        return
    party = relations.organization.parties_by_id.get(target)
    if party is not None:
        if party.scope is not None and party.scope.value != scope.value:
            yield _against_party(contact, scope, party.scope, target, Related(party.at("scope"), _DECLARED))
    elif scope is ContactScope.EXTERNAL and (
        target in relations.organization.by_id or target in relations.organization.units_by_id
    ):
        yield _against_party(contact, scope, PartyScope.INTERNAL, target, None)


_DECLARED = Phrase("在此声明", "it is declared here")


class _Relations:
    """Who leads whom, by solid lines, dotted lines and co-management."""

    def __init__(self, organization: Organization) -> None:
        self.organization = organization
        self._lines = whole_lines(organization)
        self._guided: dict[str, list[str]] = defaultdict(list)
        """Those with a dotted line to a position, or co-managed by it, by its id."""
        for position in organization.positions:
            for line in position.dotted_to:
                self._guided[line.position or ""].append(position.id)
            for leader in position.co_managed_by:
                self._guided[leader].append(position.id)

    def is_led(self, member: str, leader: str) -> bool:
        """Whether ``leader`` is above ``member`` in any way."""
        if self._lines.is_above(leader, member):
            return True
        return any(
            guided == member or self._lines.is_above(guided, member) for guided in self._guided.get(leader, ())
        ) or self._above_a_guide(member, leader)

    def contradict(self, member: str, scope: ContactScope, target: str) -> bool:
        """Whether the lines say otherwise. What has no place in them (a unit, a party, a circle) contradicts nothing."""
        if not (self._lines.has_place(member) and self._lines.has_place(target)):
            return False
        if scope is ContactScope.PEER:
            return self._lines.is_above(target, member) or self._lines.is_above(member, target)
        leader, led = (target, member) if scope is ContactScope.SUPERIOR else (member, target)
        if target in self.organization.outside_by_id:
            return self._lines.is_above(led, leader)
        return not self.is_led(led, leader) and not self._heads_home(leader, led)

    def actual(self, position: Position, target: str) -> ContactScope:
        """What ``target`` is to ``position`` by the lines."""
        if self.is_led(position.id, target):
            return ContactScope.SUPERIOR
        if self.is_led(target, position.id):
            return ContactScope.SUBORDINATE
        other = anyone(self.organization, target)
        is_peer = other is not None and position.reports_to is not None and other.reports_to == position.reports_to
        return ContactScope.PEER if is_peer else ContactScope.INTERNAL

    def _above_a_guide(self, member: str, leader: str) -> bool:
        """Whether ``leader`` is above somebody who leads ``member`` by a dotted line or together with another."""
        position = self.organization.by_id.get(member)
        if position is None:
            return False
        guides = (*position.co_managed_by, *(line.position for line in position.dotted_to))
        return any(guide is not None and self._lines.is_above(leader, guide) for guide in guides)

    def _heads_home(self, leader: str, member: str) -> bool:
        """Whether ``leader`` heads the unit of ``member``, or one above it."""
        position = self.organization.by_id.get(member)
        unit = self.organization.units_by_id.get(position.unit) if position else None
        return unit is not None and any(one.head == leader for one in self.organization.line_of(unit))


def _against_line(
    relations: _Relations, position: Position, contact: Contact, scope: ContactScope, target: Ref
) -> Diagnostic:
    organization = relations.organization
    other = organization.by_id.get(target) or organization.outside_by_id[target]
    key = "reports_to" if other.states("reports_to") else "title"
    return Diagnostic(
        KIND,
        contact.at("scope"),
        Phrase(
            f"“{target}”写作{scope.label.zh}，与汇报关系不符",
            f"'{target}' is called a {scope.label.en.lower()}, which the reporting lines contradict",
        ),
        _way_out(relations.actual(position, target)),
        (Related(other.at(key), Phrase(f"{target} 在此", f"'{target}' is here")),),
    )


def _against_party(
    contact: Contact, scope: ContactScope, actual: PartyScope, target: Ref, declared: Related | None
) -> Diagnostic:
    where = (
        Phrase("公司内的", "inside the company")
        if actual is PartyScope.INTERNAL
        else Phrase("公司外的", "outside the company")
    )
    return Diagnostic(
        KIND,
        contact.at("scope"),
        Phrase(f"“{target}”是{where.zh}，却写作{scope.label.zh}", f"'{target}' is {where.en} but called {scope.value}"),
        _way_out(ContactScope.of(actual.value)),
        (declared,) if declared else (),
    )


def _way_out(scope: ContactScope) -> Phrase:
    return Phrase(f"改为 {scope.value}（{scope.label.zh}）", f"make it '{scope.value}'")
