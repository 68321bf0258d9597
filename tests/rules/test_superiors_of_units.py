"""Superiors in other units (POS215) and past the head of one's own (POS223); never both of one position."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import skips_unit_head, superior_in_unrelated_unit
from tests.rules.marked import check_marks, found

HEAD = """\
## posdoc.yaml
organization: 公司
outside_positions:
  - {id: general-manager, title: 总经理}
  - {id: deputy, title: 分管副总经理, reports_to: general-manager}
  - {id: sales-director, title: 销售总监, reports_to: general-manager}
## positions/service/unit.yaml
title: 售后部
head: manager
## positions/service/manager.yaml
title: 售后经理
reports_to: deputy
## positions/service/parts/unit.yaml
title: 配件组
head: parts-supervisor
## positions/service/parts/parts-supervisor.yaml
title: 配件主管
reports_to: manager
## positions/service/parts/keeper.yaml
title: 仓管员
reports_to: parts-supervisor
## positions/service/field/unit.yaml
title: 现场服务组
head: field-manager
## positions/service/field/field-manager.yaml
title: 现场经理
reports_to: manager
## positions/service/field/east/unit.yaml
title: 华东办事处
head: east-supervisor
## positions/service/field/east/east-supervisor.yaml
title: 华东主管
reports_to: field-manager
"""
EAST_HEAD = "title: 华东主管\nreports_to: field-manager"
LED_BY_KEEPER = "title: 华东主管\nreports_to: keeper"
EAST = "## positions/service/field/east/{}.yaml\ntitle: {}\n{}\n"


def east(text: str, name: str = "zengineer") -> str:
    return EAST.format(name, name, text)


HEADLESS = HEAD.replace("head: east-supervisor\n", "")

TOP_ELSEWHERE = (
    HEAD.replace("reports_to: deputy\n", "")
    .replace(
        "## positions/service/manager", "## positions/office/unit.yaml\ntitle: 办公室\n## positions/office/manager"
    )
    .replace("head: manager\n", "")
    + "## positions/service/clerk.yaml\ntitle: 内勤\nreports_to: manager\n"
    + "## positions/service/trainer.yaml\ntitle: 讲师\nreports_to: keeper\n"
)

UNRELATED = {
    "the head of the unit": HEAD + east("reports_to: east-supervisor"),
    "another of the unit": HEAD + east("reports_to: east-supervisor", "lead") + east("reports_to: lead"),
    "the unit above": HEAD + east("reports_to: field-manager"),
    "two units above": HEAD + east("reports_to: manager"),
    "somebody outside": HEAD + east("reports_to: sales-director"),
    "a sister of the unit above": HEAD + east("reports_to: «parts-supervisor»"),
    "a mere member of another unit": HEAD + east("reports_to: «keeper»"),
    "a unit below": HEAD + "## positions/service/clerk.yaml\ntitle: 内勤\nreports_to: keeper\n",
    "two units below": HEAD + "## positions/service/clerk.yaml\ntitle: 内勤\nreports_to: east-supervisor\n",
    "an assistant": HEAD + east("reports_to: parts-supervisor\nassistant: true"),
    "no assistant": HEAD + east("reports_to: «parts-supervisor»\nassistant: false"),
    "planned": HEAD + east("reports_to: parts-supervisor\nstatus: planned"),
    "abolished": HEAD + east("reports_to: parts-supervisor\nstatus: abolished"),
    "frozen": HEAD + east("reports_to: «parts-supervisor»\nstatus: frozen"),
    "co-managed at home": HEAD + east("reports_to: parts-supervisor\nco_managed_by: [east-supervisor]"),
    "co-managed in the unit above": HEAD + east("reports_to: parts-supervisor\nco_managed_by: [field-manager]"),
    "co-managed in a third place": HEAD + east("reports_to: «parts-supervisor»\nco_managed_by: [keeper, sales-director]"),
    "guided at home": HEAD + east("reports_to: parts-supervisor\ndotted_to: [east-supervisor]"),
    "guided by nobody known": HEAD + east("reports_to: «parts-supervisor»\ndotted_to: [nobody]"),
    "co-located, said here": HEAD.replace("head: east-supervisor", "head: east-supervisor\nco_located_with: [parts]")
    + east("reports_to: parts-supervisor"),
    "co-located, said above": HEAD.replace("head: field-manager", "head: field-manager\nco_located_with: [parts]")
    + east("reports_to: parts-supervisor"),
    "co-located, said there": HEAD.replace("head: parts-supervisor", "head: parts-supervisor\nco_located_with: [east]")
    + east("reports_to: parts-supervisor"),
    "co-located with a third": HEAD.replace("head: east-supervisor", "head: east-supervisor\nco_located_with: [service]")
    + east("reports_to: «parts-supervisor»"),
    "who leads the head": HEAD.replace(EAST_HEAD, LED_BY_KEEPER.replace("keeper", "parts-supervisor"))
    + east("reports_to: parts-supervisor"),
    "who leads the head at one remove": HEAD.replace(
        EAST_HEAD, LED_BY_KEEPER
    )
    + east("reports_to: parts-supervisor"),
    "who co-manages the head": HEAD.replace(
        "title: 华东主管\nreports_to: field-manager", "title: 华东主管\nreports_to: field-manager\nco_managed_by: [keeper]"
    )
    + east("reports_to: keeper"),
    "who leads the head of the unit above": HEAD.replace(
        "title: 现场经理\nreports_to: manager", "title: 现场经理\nreports_to: keeper"
    )
    + east("reports_to: keeper"),
    "the head, who is at home elsewhere": HEAD.replace("head: east-supervisor", "head: keeper") + east("reports_to: keeper"),
    "the top of the department": TOP_ELSEWHERE,
    "the top of the department, whose superior is outside": TOP_ELSEWHERE.replace("售后经理\n", "售后经理\nreports_to: deputy\n"),
    "with a head, two led from elsewhere (forms 3.13)": HEAD
    + east("reports_to: «parts-supervisor»") + east("reports_to: «parts-supervisor»", "zz"),
    "with a planned head, the only way out": HEAD.replace(EAST_HEAD, EAST_HEAD + "\nstatus: planned")
    + east("reports_to: «keeper»"),
    "no head, the only way out of several": HEADLESS.replace(EAST_HEAD, LED_BY_KEEPER) + east("reports_to: east-supervisor"),
    "no head, the only way out, one without a superior": HEADLESS.replace(EAST_HEAD, LED_BY_KEEPER) + east(""),
    "a position in no unit": HEAD + "## positions/stray.yaml\ntitle: 文员\nreports_to: keeper\n",
    "to a position in no unit": HEAD + "## positions/stray.yaml\ntitle: 文员\nreports_to: deputy\n" + east("reports_to: stray"),
    "no head, the only way out": HEADLESS.replace(EAST_HEAD, LED_BY_KEEPER),
    "no head, all to one": HEADLESS.replace(EAST_HEAD, LED_BY_KEEPER)
    + east("reports_to: keeper"),
    "no head, one to another place": HEADLESS + east("reports_to: «keeper»"),
    "no head, one to another place, one inside": HEADLESS + east("reports_to: «keeper»") + east("reports_to: zengineer", "zz"),
    "no head, one planned": HEADLESS.replace(EAST_HEAD, EAST_HEAD + "\nstatus: planned") + east("reports_to: keeper"),
    "a head that is nobody": HEAD.replace("head: east-supervisor", "head: nobody") + east("reports_to: «keeper»"),
    "in a circle": HEAD.replace("title: 配件主管\nreports_to: manager", "title: 配件主管\nreports_to: keeper")
    + east("reports_to: keeper"),
    "forms 3.15: the service supervisor lies with the engineers, the superior in sales": """\
## posdoc.yaml
organization: 公司
outside_positions: [{id: deputy, title: 副总}]
## positions/sales/unit.yaml
title: 销售部
head: sales-manager
## positions/sales/sales-manager.yaml
title: 销售经理
reports_to: general
## positions/company/unit.yaml
title: 公司
## positions/company/general.yaml
title: 总经理
## positions/engineering/unit.yaml
title: 技术部
head: engineering-manager
## positions/engineering/engineering-manager.yaml
title: 技术部经理
reports_to: general
## positions/engineering/service-supervisor.yaml
title: 售后主管
reports_to: «sales-manager»
""",
    "forms 3.13, S3-A: a post of the office, led by another department": """\
## posdoc.yaml
organization: 公司
## positions/company/unit.yaml
title: 公司
## positions/company/general.yaml
title: 总经理
## positions/sales/unit.yaml
title: 销售部
head: sales-director
## positions/sales/sales-director.yaml
title: 销售总监
reports_to: general
## positions/sales/office/unit.yaml
title: 办事处
head: office-manager
## positions/sales/office/office-manager.yaml
title: 办事处经理
reports_to: sales-director
## positions/sales/office/service-engineer.yaml
title: 驻外售后工程师
reports_to: «service-manager»
## positions/service/unit.yaml
title: 售后部
head: service-manager
## positions/service/service-manager.yaml
title: 售后服务部经理
reports_to: general
""",
}  # fmt: skip


@pytest.mark.parametrize("example", UNRELATED.values(), ids=UNRELATED)
def test_superiors_in_other_units(tmp_path: Path, example: str) -> None:
    check_marks(superior_in_unrelated_unit, tmp_path, example)
    if "«" in example:
        assert found(skips_unit_head, tmp_path, example) == []


def test_the_message_and_the_way_out_of_an_unrelated_unit(tmp_path: Path) -> None:
    (finding,) = check_marks(superior_in_unrelated_unit, tmp_path, HEAD + east("reports_to: «parts-supervisor»"))
    assert finding.message.en == "'zengineer' is in 'east', but its superior 'parts-supervisor' is in 'parts'"
    assert finding.hint
    assert finding.hint.en == (
        "make it 'east-supervisor', move the file to 'parts', or say co_managed_by if both lead it"
    )
    assert [(r.span.path, r.span.line) for r in finding.related] == [
        ("positions/service/parts/parts-supervisor.yaml", 1)
    ]
    assert finding.hint.zh == "改为“east-supervisor”，或把文件移到 parts；若是两地共管，写明 co_managed_by"
    (finding,) = check_marks(superior_in_unrelated_unit, tmp_path / "2", HEADLESS + east("reports_to: «keeper»"))
    assert finding.hint
    assert finding.hint.zh == "改为本部门的上级，或把文件移到 parts；若是两地共管，写明 co_managed_by"
    assert finding.hint.en.startswith("make it a superior of its own unit, move")


def test_the_head_itself_is_not_asked_to_report_to_itself(tmp_path: Path) -> None:
    example = HEAD.replace("title: 配件主管\nreports_to: manager", "title: 配件主管\nreports_to: east-supervisor")
    check_marks(superior_in_unrelated_unit, tmp_path, example)


PAST = {
    "the head": HEAD + east("reports_to: east-supervisor"),
    "the head itself": HEAD,
    "the head's superior": HEAD + east("reports_to: «field-manager»"),
    "higher": HEAD + east("reports_to: «manager»"),
    "outside": HEAD + east("reports_to: «deputy»"),
    "outside and higher": HEAD + east("reports_to: «general-manager»"),
    "outside, but not above": HEAD + east("reports_to: sales-director"),
    "elsewhere": HEAD + east("reports_to: keeper"),
    "nobody": HEAD + east("reports_to: nobody"),
    "a top": HEAD + east(""),
    "an assistant": HEAD + east("reports_to: field-manager\nassistant: true"),
    "no assistant": HEAD + east("reports_to: «field-manager»\nassistant: false"),
    "co-managed by the head": HEAD + east("reports_to: field-manager\nco_managed_by: [deputy, east-supervisor]"),
    "co-managed by another": HEAD + east("reports_to: «field-manager»\nco_managed_by: [keeper]"),
    "guided by the head": HEAD + east("reports_to: field-manager\ndotted_to: [east-supervisor]"),
    "guided by another": HEAD + east("reports_to: «field-manager»\ndotted_to: [keeper]"),
    "planned": HEAD + east("reports_to: field-manager\nstatus: planned"),
    "abolished": HEAD + east("reports_to: field-manager\nstatus: abolished"),
    "frozen": HEAD + east("reports_to: «field-manager»\nstatus: frozen"),
    "a planned head": HEAD.replace("title: 华东主管", "title: 华东主管\nstatus: planned") + east("reports_to: field-manager"),
    "an abolished head": HEAD.replace(EAST_HEAD, EAST_HEAD + "\nstatus: abolished") + east("reports_to: field-manager"),
    "no head": HEADLESS + east("reports_to: field-manager"),
    "a head at home elsewhere": HEAD.replace("head: east-supervisor", "head: keeper") + east("reports_to: manager"),
    "a head outside": HEAD.replace("head: east-supervisor", "head: deputy") + east("reports_to: general-manager"),
    "a director of the unit, above its head": HEAD.replace(
        "title: 售后经理\nreports_to: deputy", "title: 售后经理\nreports_to: director"
    )
    + "## positions/service/director.yaml\ntitle: 售后总监\nreports_to: deputy\n",
    "to a director of the unit, above its head": HEAD.replace(
        "title: 售后经理\nreports_to: deputy", "title: 售后经理\nreports_to: director"
    )
    + "## positions/service/director.yaml\ntitle: 售后总监\nreports_to: deputy\n"
    + "## positions/service/secretary.yaml\ntitle: 秘书\nreports_to: director\n",
    "forms 3.15, S0-D: the deputy general manager, past the service manager": HEAD
    + "## positions/service/clerk.yaml\ntitle: 售后专员\nreports_to: «deputy»\n",
    "a single unit, no heads at all": HEADLESS.replace("head: parts-supervisor\n", "")
    .replace("head: field-manager\n", "")
    .replace("head: manager\n", "")
    + east("reports_to: manager"),
}  # fmt: skip


@pytest.mark.parametrize("example", PAST.values(), ids=PAST)
def test_superiors_past_the_head(tmp_path: Path, example: str) -> None:
    check_marks(skips_unit_head, tmp_path, example)
    if "«" in example:
        assert found(superior_in_unrelated_unit, tmp_path, example) == []


def test_the_message_and_the_way_out_past_the_head(tmp_path: Path) -> None:
    (finding,) = check_marks(skips_unit_head, tmp_path, HEAD + east("reports_to: «manager»"))
    assert finding.message.en == "'zengineer' reports to 'manager', past 'east-supervisor', the head of its unit"
    assert finding.hint
    assert finding.hint.en == (
        "make it 'east-supervisor', or say co_managed_by: [east-supervisor] if the two lead it together"
    )
    assert [(r.span.path, r.span.line, r.span.column) for r in finding.related] == [
        ("positions/service/field/east/unit.yaml", 2, 7)
    ]


def offices(engineer: str) -> str:
    """Twelve offices, each with a supervisor and an engineer, who are based on those of the first."""
    return "".join(
        f"## positions/service/field/office-{i}/unit.yaml\ntitle: 办事处{i}\nhead: supervisor-{i}\n"
        f"## positions/service/field/office-{i}/supervisor-{i}.yaml\ntitle: 主管{i}\nbased_on: east-supervisor\n"
        f"## positions/service/field/office-{i}/engineer-{i}.yaml\ntitle: 工程师{i}\n{engineer.replace('?', str(i))}\n"
        for i in range(12)
    )


def test_copies_in_twelve_offices(tmp_path: Path) -> None:
    first = HEAD + east("reports_to: east-supervisor")
    right = first + offices("based_on: zengineer\nreports_to: supervisor-?")
    assert found(skips_unit_head, tmp_path, right) == found(superior_in_unrelated_unit, tmp_path, right) == []
    wrong = first + offices("based_on: «zengineer»")
    assert len(check_marks(superior_in_unrelated_unit, tmp_path / "2", wrong)) == 12
    past = (
        HEAD
        + east("reports_to: east-supervisor\nco_managed_by: [east-supervisor]")
        + offices("based_on: zengineer\nreports_to: «manager»")
    )
    assert len(check_marks(skips_unit_head, tmp_path / "3", past)) == 12
