"""Contacts called superior, peer, subordinate, internal or external against what the definitions say."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import contact_scope_contradicts_line
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions:
  - {id: general-manager, title: 总经理}
  - {id: deputy, title: 副总经理, reports_to: general-manager}
  - {id: quality-manager, title: 质量经理}
  - {id: agent, title: 代理商驻点, reports_to: engineer}
parties:
  - {id: finance, title: 财务部, scope: internal}
  - {id: customers, title: 客户, scope: external}
  - {id: bureau, title: 质监局}
## positions/service/unit.yaml
title: 售后部
head: manager
## positions/service/manager.yaml
title: 售后经理
reports_to: deputy
## positions/service/lead.yaml
title: 班长
reports_to: supervisor
## positions/service/engineer.yaml
title: 工程师
reports_to: lead
## positions/service/peer.yaml
title: 配件主管
reports_to: manager
## positions/service/keeper.yaml
title: 仓管员
reports_to: peer
## positions/service/supervisor.yaml
title: 主管
reports_to: manager
"""


def contacts(*pairs: str) -> str:
    entries = "".join("  - {{scope: {}, party: {}}}\n".format(*pair.split()) for pair in pairs)
    return f"contacts:\n{entries}"


def other(name: str, text: str) -> str:
    return f"## positions/service/{name}.yaml\ntitle: {name}\n{text}\n"


RIGHT = (
    "superior manager", "superior deputy", "superior general-manager", "subordinate lead", "subordinate engineer",
    "subordinate agent", "peer peer", "peer keeper", "peer supervisor", "internal finance", "external customers",
)  # fmt: skip

CASES = {
    "all right": HEAD + contacts(*RIGHT),
    "upside down": HEAD + contacts("«subordinate» manager", "«superior» lead"),
    "upside down, further away": HEAD + contacts("«superior» engineer", "«subordinate» deputy", "«subordinate» general-manager"),
    "somebody outside who is below": HEAD + contacts("«superior» agent"),
    "peers called something else": HEAD + contacts("«superior» peer", "«subordinate» peer"),
    "no relation at all": HEAD + contacts("«superior» keeper", "«subordinate» keeper"),
    "no peers": HEAD + contacts("«peer» manager", "«peer» deputy", "«peer» lead", "«peer» engineer"),
    "somebody outside about whom nothing is known": HEAD
    + contacts("superior quality-manager", "peer quality-manager", "subordinate quality-manager"),
    "itself": HEAD + contacts("«superior» supervisor", "«subordinate» supervisor", "peer supervisor"),
    "units and parties": HEAD
    + contacts("superior service", "peer service", "subordinate service", "superior bureau", "peer finance"),
    "a dotted superior": HEAD + "dotted_to: [peer]\n" + contacts("superior peer", "«subordinate» peer", "peer peer"),
    "a co-manager": HEAD + "co_managed_by: [peer]\n" + contacts("superior peer", "«subordinate» peer"),
    "above a dotted superior": HEAD + "dotted_to: [keeper]\n" + contacts("superior keeper", "superior peer"),
    "above a co-manager": HEAD + "co_managed_by: [keeper]\n" + contacts("superior peer"),
    "neither a dotted superior nor above one": HEAD
    + "dotted_to: [quality-manager, peer]\nco_managed_by: [agent]\n" + contacts("«superior» keeper"),
    "of a position in no unit": HEAD + "## positions/stray.yaml\ntitle: 文员\nreports_to: deputy\n"
    + contacts("«superior» keeper", "superior deputy"),
    "a dotted superior of the superior": HEAD.replace("title: 售后经理\n", "title: 售后经理\ndotted_to: [elder]\n")
    + contacts("superior elder") + other("elder", "reports_to: deputy"),
    "a dotted report": HEAD.replace("title: 配件主管\n", "title: 配件主管\ndotted_to: [supervisor]\n")
    + contacts("subordinate peer", "subordinate keeper", "«superior» peer"),
    "a co-managed report": HEAD.replace("title: 仓管员\n", "title: 仓管员\nco_managed_by: [supervisor]\n")
    + contacts("subordinate keeper", "«subordinate» peer"),
    "dotted to somebody else": HEAD.replace("title: 仓管员\n", "title: 仓管员\ndotted_to: [lead]\n")
    + contacts("subordinate keeper", "«superior» keeper").replace("subordinate keeper", "subordinate lead"),
    "the head of the unit, who is in no line of it": HEAD.replace("head: manager", "head: keeper")
    + contacts("superior keeper", "«subordinate» keeper"),
    "somebody in the unit that it heads": HEAD.replace("head: manager", "head: supervisor") + contacts("subordinate keeper"),
    "somebody in a circle": HEAD.replace("title: 仓管员\nreports_to: peer", "title: 仓管员\nreports_to: second")
    + contacts("superior keeper", "subordinate keeper") + other("second", "reports_to: keeper"),
    "in a circle itself": HEAD.replace("title: 主管\nreports_to: manager", "title: 主管\nreports_to: lead")
    + contacts("superior keeper", "subordinate manager"),
    "somebody abolished": HEAD.replace("title: 仓管员\n", "title: 仓管员\nstatus: abolished\n") + contacts("superior keeper"),
    "of a planned position": HEAD.replace("title: 主管\n", "title: 主管\nstatus: planned\n") + contacts("superior keeper"),
    "of an abolished position": HEAD + other("old", "reports_to: manager\nstatus: abolished\n" + contacts("superior keeper")),
    "nobody": HEAD + contacts("superior nobody", "external nobody", "internal nobody"),
    "no type": HEAD + "contacts: [{party: manager}, finance]\n",
    "inside and outside": HEAD
    + contacts("«internal» customers", "«external» finance", "internal bureau", "external bureau"),
    "the department called external": HEAD
    + contacts("«external» peer", "«external» service", "internal peer", "internal service"),
    "outside positions are either": HEAD + contacts("external deputy", "internal deputy"),
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_contacts(tmp_path: Path, example: str) -> None:
    check_marks(contact_scope_contradicts_line, tmp_path, example)


@pytest.mark.parametrize(
    ("written", "way_out"),
    [
        ("«subordinate» manager", "make it 'superior'"),
        ("«superior» engineer", "make it 'subordinate'"),
        ("«superior» peer", "make it 'peer'"),
        ("«superior» keeper", "make it 'internal'"),
        ("«peer» deputy", "make it 'superior'"),
    ],
)
def test_what_it_really_is(tmp_path: Path, written: str, way_out: str) -> None:
    (finding,) = check_marks(contact_scope_contradicts_line, tmp_path, HEAD + contacts(written))
    scope, target = written.replace("«", "").replace("»", "").split()
    assert finding.message.en == f"'{target}' is called a {scope}, which the reporting lines contradict"
    assert finding.hint
    assert finding.hint.en == way_out


def test_the_other_end_is_the_line_of_the_contact(tmp_path: Path) -> None:
    (finding,) = check_marks(contact_scope_contradicts_line, tmp_path, HEAD + contacts("«superior» keeper"))
    assert [(r.span.path, r.span.line) for r in finding.related] == [("positions/service/keeper.yaml", 2)]
    example = HEAD.replace("title: 配件主管\nreports_to: manager", "title: 配件主管") + contacts("«superior» peer")
    (finding,) = check_marks(contact_scope_contradicts_line, tmp_path / "2", example)
    assert [(r.span.path, r.span.line, r.span.column) for r in finding.related] == [
        ("positions/service/peer.yaml", 1, 8)
    ]
    assert finding.hint
    assert finding.hint.en == "make it 'internal'"


def test_two_tops_are_no_peers(tmp_path: Path) -> None:
    example = HEAD.replace("title: 配件主管\nreports_to: manager", "title: 配件主管") + other(
        "second", contacts("«superior» peer")
    )
    (finding,) = check_marks(contact_scope_contradicts_line, tmp_path, example)
    assert finding.hint
    assert finding.hint.en == "make it 'internal'"


def test_parties(tmp_path: Path) -> None:
    example = HEAD + contacts("«internal» customers", "«external» finance", "«external» peer")
    customers, finance, peer = check_marks(contact_scope_contradicts_line, tmp_path, example)
    assert customers.message.en == "'customers' is outside the company but called internal"
    assert finance.message.en == "'finance' is inside the company but called external"
    assert customers.hint
    assert customers.hint.en == "make it 'external'"
    assert finance.hint
    assert finance.hint.en == "make it 'internal'"
    assert [(r.span.path, r.span.line) for r in finance.related] == [("posdoc.yaml", 8)]
    assert peer.related == ()


def test_contacts_that_a_copy_takes_over_are_looked_at_only_where_they_stand(tmp_path: Path) -> None:
    copies = "".join(other(f"copy{i}", "based_on: supervisor\nreports_to: peer") for i in range(12))
    check_marks(
        contact_scope_contradicts_line, tmp_path, HEAD + contacts("superior manager", "subordinate lead") + copies
    )
