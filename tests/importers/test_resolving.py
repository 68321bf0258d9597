"""Titles become ids: of positions, of units and parties, of what has to be declared; what fits several is left out."""

from __future__ import annotations

from typing import Any

from posdoc.importers.naming import Ids
from posdoc.importers.posts import Draft, Title
from posdoc.importers.resolving import Named, Resolver
from posdoc.load import load
from tests.conftest import ROOT


def _named(identity: str, title: str, data: dict[str, Any] | None = None, *aliases: str) -> Named:
    return Named(Draft({"title": title, **(data or {})}), identity, "u", [title, *aliases])


def _resolver(*positions: Named, units: dict[str, str] | None = None) -> Resolver:
    return Resolver(positions, units or {}, Ids([one.id for one in positions]))


def test_a_title_or_an_alias_becomes_the_id() -> None:
    head, worker = (
        _named("head", "维修主管", None, "维修组长"),
        _named("worker", "技工", {"reports_to": Title("维修 组长")}),
    )
    assert _resolver(head, worker).resolve(worker) == []
    assert worker.draft.data["reports_to"] == "head"


def test_what_nobody_is_called_is_declared_once() -> None:
    one = _named(
        "a", "甲", {"reports_to": Title("总经理"), "substitute": [Title("总经理")], "promotes_to": [[Title("总监")]]}
    )
    resolver = _resolver(one)
    resolver.resolve(one)
    assert one.draft.data["reports_to"] == one.draft.data["substitute"][0] == "总经理"
    assert resolver.declared.outside_positions == [{"id": "总经理", "title": "总经理"}, {"id": "总监", "title": "总监"}]
    assert [finding.kind.name for finding in one.draft.findings] == ["title-unknown"] * 2


def test_what_fits_several_is_left_out_and_told() -> None:
    first, second = _named("a", "班长"), _named("b", "班长")
    worker = _named(
        "c", "技工", {"reports_to": Title("班长"), "contacts": [{"party": Title("班长"), "content": "交班"}]}
    )
    left = _resolver(first, second, worker).resolve(worker)
    assert left == ["reports_to: 班长（a、b）", "party: 班长（a、b）：交班"]
    assert "reports_to" not in worker.draft.data
    assert "contacts" not in worker.draft.data or worker.draft.data["contacts"] == []
    assert {finding.kind.name for finding in worker.draft.findings} == {"title-ambiguous"}


def test_of_very_many_that_fit_the_first_are_told_and_how_many_there_are() -> None:
    many = [_named(f"p{number}", "班长") for number in range(12)]
    worker = _named("c", "技工", {"reports_to": Title("班长")})
    (left,) = _resolver(*many, worker).resolve(worker)
    assert left == "reports_to: 班长（p0、p1、p2、p3、p4、p5、p6、p7、p8、p9 等 12 个）"
    (finding,) = worker.draft.findings
    assert "p9 等 12 个，" in finding.message.zh
    assert "p8, p9 and 2 more; " in finding.message.en


def test_a_position_that_names_its_own_title_means_the_other_one() -> None:
    here, there = (
        _named("a", "经理", {"rotates_to": [{"position": Title("经理"), "note": "其他办事处"}]}),
        _named("b", "经理"),
    )
    _resolver(here, there).resolve(here)
    assert here.draft.data["rotates_to"] == [{"position": "b", "note": "其他办事处"}]


def test_parties_are_units_positions_or_declared_with_their_side() -> None:
    one = _named("a", "甲", {"contacts": [
        {"scope": "internal", "party": Title("维修组")}, {"scope": "external", "party": Title("用户")}, {"party": Title("乙")},
    ]})  # fmt: skip
    other = _named("b", "乙")
    resolver = _resolver(one, other, units={"维修组": "repairs"})
    resolver.resolve(one)
    assert [contact["party"] for contact in one.draft.data["contacts"]] == ["repairs", "用户", "b"]
    assert resolver.declared.parties == [{"id": "用户", "title": "用户", "scope": "external"}]


def test_a_workspace_that_exists_is_known() -> None:
    sample = load(ROOT)[0]
    one = _named("x", "新岗位", {
        "reports_to": Title("售后主管经理"), "grade": Title("四等"), "skip_level": Title("After-sales Service Manager"),
        "contacts": [{"party": Title("财务")}],
    })  # fmt: skip
    resolver = Resolver([one], {}, Ids(["x", *sample.by_id]), sample)
    resolver.resolve(one)
    data = one.draft.data
    assert (data["grade"], data["skip_level"], data["contacts"]) == (
        "G4",
        "after-sales-manager",
        [{"party": "finance"}],
    )
    assert [entry["title"] for entry in resolver.declared.outside_positions] == ["售后主管经理"]
    assert not resolver.declared.grades
