"""What a position says beside its solid line: dotted lines, co-managers, skip level, substitutes, superiors not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.model import DottedLine, Organization, Position, Ref, Workspace
from posdoc.phrases import Phrase
from posdoc.rules import (
    co_manager_in_own_line,
    pointless_dotted_line,
    skip_level_differs,
    substitute_unsuitable,
    superior_not_current,
    superior_vacant,
)
from tests.rules.marked import check_marks

SETTINGS = """\
## posdoc.yaml
organization: 公司
outside_positions:
  - {id: general-manager, title: 总经理}
  - {id: deputy, title: 副总经理, reports_to: general-manager}
  - {id: sales-director, title: 销售总监}
"""
HEAD = (
    SETTINGS
    + """\
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
reports_to: deputy
## positions/service/supervisor.yaml
title: 主管
reports_to: manager
## positions/service/engineer.yaml
title: 工程师
reports_to: supervisor
"""
)


def other(name: str, text: str) -> str:
    return f"## positions/service/{name}.yaml\ntitle: {name}\n{text}\n"


def of_supervisor(text: str) -> str:
    return HEAD.replace("reports_to: manager\n", f"reports_to: manager\n{text}\n")


def path_of(name: str) -> str:
    return f"positions/service/{name}.yaml"


# POS211 ---------------------------------------------------------------------------------------------------------------

DOTTED = {
    "outside": HEAD + "dotted_to: [sales-director]\n",
    "to the superior's superior": HEAD + "dotted_to: [manager, deputy]\n",
    "to a peer of the superior": HEAD + "dotted_to: [other]\n" + other("other", "reports_to: manager"),
    "to the superior": HEAD + "dotted_to: [sales-director, «supervisor»]\n",
    "to a superior outside": HEAD + other("clerk", "reports_to: deputy\ndotted_to: [{position: «deputy», for: 报表}]"),
    "to itself": HEAD + "dotted_to: [«engineer»]\n",
    "to a report": of_supervisor("dotted_to: [«engineer»]"),
    "to a report of a report": HEAD.replace("reports_to: deputy\n", "reports_to: deputy\ndotted_to: [«engineer»]\n"),
    "to somebody outside who is below": HEAD.replace("title: 销售总监", "title: 销售总监, reports_to: engineer")
    + "dotted_to: [«sales-director»]\n",
    "twice": HEAD + "dotted_to: [{position: sales-director, for: 甲}, deputy, {position: «sales-director», for: 乙}]\n",
    "three times": HEAD + "dotted_to: [deputy, «deputy», «deputy»]\n",
    "the superior twice": HEAD + "dotted_to: [«supervisor», «supervisor»]\n",
    "of an abolished one": HEAD + other("old", "reports_to: manager\nstatus: abolished\ndotted_to: [manager]"),
    "of a planned one": HEAD + other("new", "reports_to: manager\nstatus: planned\ndotted_to: [«manager»]"),
    "to nobody": of_supervisor("dotted_to: [nobody]"),
    "of the only top": HEAD.replace("reports_to: deputy", "dotted_to: [deputy]"),
    "of the only top but for a planned one": HEAD.replace("reports_to: deputy", "dotted_to: [deputy]")
    + other("new", "status: planned"),
    "of a second top": HEAD + other("quality", "«dotted_to»: [manager]"),
    "of a second top that is planned": HEAD + other("quality", "status: planned\ndotted_to: [manager]"),
    "of a declared second top": HEAD.replace("公司\n", "公司\nroots: [manager, quality]\n", 1)
    + other("quality", "dotted_to: [deputy]"),
    "of a planned third top": HEAD.replace("公司\n", "公司\nroots: [manager, quality]\n", 1)
    + other("quality", "purpose: 质量") + other("new", "status: planned\ndotted_to: [manager]"),
    "of a position whose superior is nobody": HEAD + other("quality", "reports_to: nobody\ndotted_to: [manager]"),
}  # fmt: skip


@pytest.mark.parametrize("example", DOTTED.values(), ids=DOTTED)
def test_dotted_lines(tmp_path: Path, example: str) -> None:
    check_marks(pointless_dotted_line, tmp_path, example)


def test_each_dotted_line_has_its_message_and_its_other_end(tmp_path: Path) -> None:
    example = of_supervisor("dotted_to: [«manager», «supervisor», «engineer», deputy, «deputy»]")
    superior, itself, below, twice = check_marks(pointless_dotted_line, tmp_path, example)
    assert superior.message.en == "the dotted line leads to 'manager', the direct superior"
    assert itself.message.en == "the dotted line of 'supervisor' leads to itself"
    assert below.message.en == "the dotted line leads to 'engineer', which is below 'supervisor'"
    assert twice.message.en == "there are two dotted lines to 'deputy'"
    take_out = Phrase("从 dotted_to 中删去", "take it out of dotted_to")
    assert (superior.hint, itself.hint) == (take_out, take_out)
    assert [(related.span.line, related.span.column) for related in superior.related] == [(2, 13)]
    assert [related.message.en for related in superior.related] == ["the solid line"]
    assert itself.related == below.related == ()
    assert [(related.span.line, related.span.column) for related in twice.related] == [(3, 44)]


def test_a_dotted_line_that_is_wrong_only_in_a_copy_is_found_there(tmp_path: Path) -> None:
    example = HEAD + "dotted_to: [sales-director]\n" + other("copy", "based_on: engineer\nreports_to: «sales-director»")
    (finding,) = check_marks(pointless_dotted_line, tmp_path, example)
    assert finding.hint == Phrase("在此岗位文件中另写 dotted_to", "restate dotted_to in the file of this position")
    assert [(related.span.path, related.message.en) for related in finding.related] == [
        (path_of("engineer"), "the dotted line")
    ]
    example = HEAD + "dotted_to: [copy]\n" + other("copy", "based_on: «engineer»\nreports_to: manager")
    (finding,) = check_marks(pointless_dotted_line, tmp_path / "2", example)
    assert finding.message.en == "the dotted line of 'copy' leads to itself"
    assert [related.span.path for related in finding.related] == [path_of("engineer")]


def test_a_dotted_line_that_copies_take_over_whole_is_one_finding(tmp_path: Path) -> None:
    example = HEAD + "dotted_to: [«supervisor»]\n" + "".join(other(f"copy{i}", "based_on: engineer") for i in range(3))
    findings = check_marks(pointless_dotted_line, tmp_path, example)
    assert len({(finding.span, finding.message) for finding in findings}) == 1


def test_a_loose_copy(tmp_path: Path) -> None:
    base = other("quality", "«dotted_to»: [deputy]")
    (_, finding) = sorted(
        check_marks(pointless_dotted_line, tmp_path, HEAD + base + other("zcopy", "based_on: «quality»")),
        key=lambda finding: finding.span.path,
    )
    assert finding.message.en == "'zcopy' has a dotted line but no direct superior"
    assert [related.span.path for related in finding.related] == [path_of("quality")]


# POS212 ---------------------------------------------------------------------------------------------------------------

CO_MANAGED = {
    "somebody outside": HEAD + "co_managed_by: [sales-director]\n",
    "the superior's superior": HEAD + "co_managed_by: [manager, deputy]\n",
    "a peer": HEAD + "co_managed_by: [other]\n" + other("other", "reports_to: supervisor"),
    "itself": HEAD + "co_managed_by: [«engineer»]\n",
    "the superior": HEAD + "co_managed_by: [sales-director, «supervisor»]\n",
    "a report": of_supervisor("co_managed_by: [«engineer»]"),
    "a report of a report": HEAD.replace("reports_to: deputy\n", "reports_to: deputy\nco_managed_by: [«engineer»]\n"),
    "twice": HEAD + "co_managed_by: [sales-director, «sales-director», deputy]\n",
    "an abolished position": HEAD + other("old", "reports_to: manager\nstatus: abolished\nco_managed_by: [manager]"),
    "a planned position": HEAD + other("new", "reports_to: manager\nstatus: planned\nco_managed_by: [«manager»]"),
    "somebody outside who is below": HEAD.replace("title: 销售总监", "title: 销售总监, reports_to: engineer")
    + "co_managed_by: [«sales-director»]\n",
}  # fmt: skip


@pytest.mark.parametrize("example", CO_MANAGED.values(), ids=CO_MANAGED)
def test_co_managers(tmp_path: Path, example: str) -> None:
    check_marks(co_manager_in_own_line, tmp_path, example)


def test_each_co_manager_has_its_message(tmp_path: Path) -> None:
    example = of_supervisor("co_managed_by: [«manager», «supervisor», «engineer», deputy, «deputy»]")
    superior, itself, below, twice = check_marks(co_manager_in_own_line, tmp_path, example)
    assert superior.message.en == "the co-manager 'manager' is the direct superior"
    assert [(related.span.line, related.span.column) for related in superior.related] == [(2, 13)]
    assert itself.message.en == "'supervisor' is its own co-manager"
    assert below.message.en == "the co-manager 'engineer' is below 'supervisor'"
    assert twice.message.en == "the co-manager 'deputy' is named twice"
    assert [(related.span.line, related.span.column) for related in twice.related] == [(3, 48)]
    assert {f.hint for f in (superior, itself, below, twice)} == {
        Phrase("从 co_managed_by 中删去", "take it out of co_managed_by")
    }


def test_a_co_manager_who_is_wrong_only_in_a_copy_is_found_there(tmp_path: Path) -> None:
    base = HEAD + "co_managed_by: [sales-director, copy-2, below]\n"
    example = (
        base
        + other("copy-1", "based_on: engineer\nreports_to: «sales-director»")
        + other("copy-2", "based_on: «engineer»\nreports_to: manager")
        + other("copy-3", "based_on: «engineer»\nreports_to: manager")
        + other("below", "reports_to: copy-3")
    )
    findings = check_marks(co_manager_in_own_line, tmp_path, example)
    assert [finding.message.en for finding in findings] == [
        "the co-manager 'sales-director' is the direct superior",
        "'copy-2' is its own co-manager",
        "the co-manager 'below' is below 'copy-3'",
    ]
    for finding in findings:
        assert finding.hint
        assert finding.hint.en == "restate co_managed_by in the file of this position"
        assert [related.span.path for related in finding.related] == [path_of("engineer")]


# POS214 ---------------------------------------------------------------------------------------------------------------

SKIP_LEVEL = {
    "right": HEAD + "skip_level: manager\n",
    "right, outside": of_supervisor("skip_level: deputy"),
    "right, both outside": HEAD.replace("reports_to: deputy\n", "reports_to: deputy\nskip_level: general-manager\n"),
    "the superior": HEAD + "skip_level: «supervisor»\n",
    "a level higher": HEAD + "skip_level: «deputy»\n",
    "wrong, both outside": HEAD.replace("reports_to: deputy\n", "reports_to: deputy\nskip_level: «sales-director»\n"),
    "of a superior outside about whom no more is said": HEAD + other("a", "reports_to: sales-director\nskip_level: deputy"),
    "of a superior at the top": HEAD.replace("reports_to: deputy\n", "")
    + other("a", "reports_to: manager\nskip_level: «general-manager»"),
    "of a superior whose superior is nobody": HEAD.replace("reports_to: deputy\n", "reports_to: nobody\n")
    + other("a", "reports_to: manager\nskip_level: general-manager"),
    "of a superior that is its own": HEAD.replace("reports_to: deputy\n", "reports_to: manager\n")
    + other("a", "reports_to: manager\nskip_level: general-manager"),
    "of one that is its own superior": HEAD + other("a", "reports_to: a\nskip_level: general-manager"),
    "without a superior": HEAD + other("a", "skip_level: «general-manager»"),
    "with a superior who is nobody": HEAD + other("a", "reports_to: nobody\nskip_level: general-manager"),
    "that is nobody": HEAD + "skip_level: nobody\n",
    "a co-manager of the superior": of_supervisor("co_managed_by: [sales-director]") + "skip_level: sales-director\n",
    "the superior of a co-manager": HEAD + "co_managed_by: [sales-director, deputy]\nskip_level: general-manager\n",
    "a co-manager who is nobody": HEAD + "co_managed_by: [nobody]\nskip_level: «deputy»\n",
    "a co-manager": HEAD + "co_managed_by: [sales-director]\nskip_level: «sales-director»\n",
    "of an abolished position": HEAD + other("a", "status: abolished\nreports_to: manager\nskip_level: sales-director"),
    "of a planned position": HEAD + other("a", "status: planned\nreports_to: manager\nskip_level: «sales-director»"),
}  # fmt: skip


@pytest.mark.parametrize("example", SKIP_LEVEL.values(), ids=SKIP_LEVEL)
def test_skip_levels(tmp_path: Path, example: str) -> None:
    check_marks(skip_level_differs, tmp_path, example)


def test_the_actual_skip_level_is_named_and_shown(tmp_path: Path) -> None:
    (finding,) = check_marks(skip_level_differs, tmp_path, HEAD + "skip_level: «deputy»\n")
    assert finding.message.en == "the skip-level superior is given as 'deputy', but 'supervisor' reports to 'manager'"
    assert finding.hint == Phrase("改为 manager，或删去 skip_level", "make it 'manager', or leave skip_level out")
    assert [(r.span.path, r.span.line, r.message.en) for r in finding.related] == [
        (path_of("supervisor"), 2, "whom 'supervisor' reports to")
    ]


def test_a_top_and_a_missing_superior_have_their_own_messages(tmp_path: Path) -> None:
    top = HEAD.replace("reports_to: deputy\n", "") + other("a", "reports_to: manager\nskip_level: «deputy»")
    (finding,) = check_marks(skip_level_differs, tmp_path, top)
    assert finding.message.en == "the skip-level superior is given as 'deputy', but 'manager' has no superior"
    assert finding.hint
    assert finding.hint.en == "add 'reports_to: deputy' to 'manager', or leave skip_level out"
    assert [(r.span.path, r.span.line) for r in finding.related] == [(path_of("manager"), 1)]
    (finding,) = check_marks(skip_level_differs, tmp_path / "2", HEAD + other("a", "skip_level: «deputy»"))
    assert finding.message.en == "there is a skip-level superior 'deputy' but no direct one"
    assert finding.hint
    assert finding.hint.en == "add reports_to, or leave skip_level out"


def test_a_skip_level_taken_over(tmp_path: Path) -> None:
    example = HEAD + "skip_level: manager\n" + other("copy", "based_on: engineer\nreports_to: «manager»")
    (finding,) = check_marks(skip_level_differs, tmp_path, example)
    assert [related.span.path for related in finding.related] == [path_of("manager"), path_of("engineer")]
    example = HEAD + "skip_level: «deputy»\n" + "".join(other(f"copy{i}", "based_on: engineer") for i in range(3))
    findings = check_marks(skip_level_differs, tmp_path / "2", example)
    assert len({(finding.span, finding.message) for finding in findings}) == 1


# POS216 ---------------------------------------------------------------------------------------------------------------

SUBSTITUTES = {
    "a peer": HEAD + "substitute: [other]\n" + other("other", "reports_to: supervisor"),
    "the superior": HEAD + "substitute: [supervisor]\n",
    "a report": of_supervisor("substitute: [engineer]"),
    "a superior outside": HEAD.replace("reports_to: deputy\n", "reports_to: deputy\nsubstitute: [deputy]\n"),
    "somebody outside": HEAD + "substitute: [sales-director]\n",
    "itself": HEAD + "substitute: [supervisor, «engineer»]\n",
    "itself, one person": HEAD + "substitute: [«engineer»]\nheadcount: 1\n",
    "itself, several people": HEAD + "substitute: [engineer]\nheadcount: 2\n",
    "itself, one or two": HEAD + "substitute: [engineer]\nheadcount: 1-2\n",
    "itself, as many as words say": HEAD + "substitute: [engineer]\nheadcount: 数名\n",
    "the superior's superior": HEAD + "substitute: [«manager»]\n",
    "higher still, outside": HEAD + "substitute: [«deputy», «general-manager»]\n",
    "above a superior outside": HEAD.replace("deputy\n", "deputy\nsubstitute: [«general-manager»]\n", 1),
    "twice": HEAD + "substitute: [supervisor, «supervisor»]\n",
    "of a planned position": HEAD + other("a", "reports_to: supervisor\nstatus: planned\nsubstitute: [manager]"),
    "of an abolished position": HEAD + other("a", "reports_to: supervisor\nstatus: abolished\nsubstitute: [a]"),
    "of a frozen position": HEAD + other("a", "reports_to: supervisor\nstatus: frozen\nsubstitute: [«a»]"),
    "of one without a superior": HEAD + other("a", "substitute: [manager]"),
}  # fmt: skip


@pytest.mark.parametrize("example", SUBSTITUTES.values(), ids=SUBSTITUTES)
def test_substitutes(tmp_path: Path, example: str) -> None:
    check_marks(substitute_unsuitable, tmp_path, example)


def test_each_substitute_has_its_message(tmp_path: Path) -> None:
    example = HEAD + "substitute: [«engineer», «manager», supervisor, «supervisor»]\n"
    itself, above, twice = check_marks(substitute_unsuitable, tmp_path, example)
    assert itself.message.en == "'engineer' is its own substitute"
    assert above.message.en == "the substitute 'manager' is above the direct superior"
    assert twice.message.en == "the substitute 'supervisor' is named twice"
    assert itself.related == above.related == ()
    assert [(related.span.line, related.span.column) for related in twice.related] == [(3, 33)]
    assert {f.hint.en for f in (itself, above, twice) if f.hint} == {
        "take it out of substitute; name a peer, a report or the superior"
    }


def test_a_substitute_taken_over(tmp_path: Path) -> None:
    example = (
        HEAD
        + "substitute: [copy-1, manager]\n".replace("manager", "sales-director")
        + other("copy-1", "based_on: «engineer»")
        + other("copy-2", "based_on: engineer\nreports_to: «below»")
        + other("below", "reports_to: sales-director")
    )
    itself, above = check_marks(substitute_unsuitable, tmp_path, example)
    assert itself.message.en == "'copy-1' is its own substitute"
    assert above.message.en == "the substitute 'sales-director' is above the direct superior"
    for finding in (itself, above):
        assert finding.hint
        assert finding.hint.en.startswith("restate substitute in the file of this position")
        assert [related.span.path for related in finding.related] == [path_of("engineer")]


def test_a_superior_that_could_not_be_read_is_not_missing() -> None:
    nowhere = Ref("manager")
    origins = {"": nowhere, "reports_to": nowhere}
    dotted = {"id": "a", "dotted_to": (DottedLine(position=Ref("b")),), "skip_level": Ref("b")}
    positions = (Position.build(dotted, origins), Position.build({"id": "b"}, {"": nowhere}))
    for rule in (pointless_dotted_line, skip_level_differs):
        assert list(rule.check(Organization(Workspace(), positions=positions))) == []
    positions = (Position.build(dotted, {"": nowhere}), positions[1])
    for rule in (pointless_dotted_line, skip_level_differs):
        assert len(list(rule.check(Organization(Workspace(), positions=positions)))) == 1


# POS209 and POS210 ----------------------------------------------------------------------------------------------------

OLD = "status: abolished\n"
NOT_CURRENT = {
    "frozen": HEAD.replace("reports_to: manager\n", "reports_to: manager\nstatus: frozen\n"),
    "planned": HEAD.replace("reports_to: manager\n", "reports_to: manager\nstatus: planned\n"),
    "active": HEAD.replace("reports_to: manager\n", "reports_to: manager\nstatus: active\n"),
    "abolished": HEAD.replace("manager\n", "manager\nstatus: abolished\n", 1).replace(
        "to: supervisor", "to: «supervisor»"
    ),
    "abolished, and the report too": HEAD.replace("manager\n", "manager\nstatus: abolished\n", 1) + OLD,
    "abolished, and the report planned": HEAD.replace("manager\n", "manager\nstatus: abolished\n", 1).replace(
        "to: supervisor", "to: «supervisor»"
    )
    + "status: planned\n",
    "outside": HEAD,
    "nobody": HEAD + other("a", "reports_to: nobody"),
}


@pytest.mark.parametrize("example", NOT_CURRENT.values(), ids=NOT_CURRENT)
def test_superiors_that_are_abolished(tmp_path: Path, example: str) -> None:
    check_marks(superior_not_current, tmp_path, example)


@pytest.mark.parametrize(
    ("old", "way_out"),
    [
        ("reports_to: manager\nstatus: abolished", "name the superior that it has now; that one reported to 'manager'"),
        ("status: abolished", "name the superior that it has now"),
        ("reports_to: old\nstatus: abolished", "name the superior that it has now"),
        ("reports_to: older\nstatus: abolished", "name the superior that it has now"),
    ],
)
def test_the_way_out_of_an_abolished_superior(tmp_path: Path, old: str, way_out: str) -> None:
    example = HEAD + other("old", old) + other("older", "status: abolished") + other("a", "reports_to: «old»")
    (finding,) = check_marks(superior_not_current, tmp_path, example)
    assert finding.message == Phrase("直接上级“old”已撤销", "the superior 'old' is abolished")
    assert finding.hint
    assert finding.hint.en == way_out
    (related,) = finding.related
    assert (related.span.path, related.span.line) == (path_of("old"), 1 + len(old.splitlines()))


def people(*posts: str) -> str:
    entries = "".join(f"  - {{name: 人{i}, posts: [{post}]}}\n" for i, post in enumerate(posts))
    return f"## people.yaml\npeople:\n{entries}"


VACANT = {
    "no people at all": HEAD,
    "all held": HEAD + people("manager", "supervisor"),
    "acting": HEAD + people("{position: manager, acting: true}", "supervisor"),
    "two vacant": HEAD.replace("售后经理", "«售后经理»").replace("主管", "«主管»") + people("engineer"),
    "frozen": HEAD.replace("title: 主管", "title: «主管»\nstatus: frozen") + people("manager"),
    "planned": HEAD.replace("title: 主管", "title: 主管\nstatus: planned") + people("manager"),
    "abolished": HEAD.replace("title: 主管", "title: 主管\nstatus: abolished") + people("manager"),
    "only planned reports": HEAD + "status: planned\n" + people("manager"),
    "always held by whoever holds another": HEAD.replace("deputy\n", "deputy\nconcurrent_posts: [supervisor]\n", 1)
    + people("manager"),
    "held together with a post that is vacant": HEAD.replace("售后经理", "«售后经理»")
    .replace("主管", "«主管»")
    .replace("deputy\n", "deputy\nconcurrent_posts: [supervisor]\n", 1)
    + people("engineer"),
}


@pytest.mark.parametrize("example", VACANT.values(), ids=VACANT)
def test_vacant_superiors(tmp_path: Path, example: str) -> None:
    check_marks(superior_vacant, tmp_path, example)


def test_a_vacant_superior_shows_its_reports_up_to_five(tmp_path: Path) -> None:
    more = "".join(other(f"e{i}", "reports_to: supervisor") for i in range(5))
    example = HEAD.replace("主管", "«主管»") + more + people("manager")
    (finding,) = check_marks(superior_vacant, tmp_path, example)
    assert finding.message.en == "nobody holds 'supervisor', to which 6 positions report"
    assert [related.message.en for related in finding.related] == [
        f"'{n}' reports to it" for n in ("e0", "e1", "e2", "e3", "e4")
    ]
    (finding,) = check_marks(superior_vacant, tmp_path / "2", HEAD.replace("主管", "«主管»") + people("manager"))
    assert finding.message == Phrase(
        "“supervisor”无人任职，却有 1 个岗位向它汇报", "nobody holds 'supervisor', to which 1 position reports"
    )
    assert [(r.span.path, r.span.line) for r in finding.related] == [(path_of("engineer"), 2)]
