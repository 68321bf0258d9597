"""Units without positions, and units without a head of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.load import load
from posdoc.phrases import Phrase
from posdoc.rules import unit_without_head, unit_without_positions
from tests.example_files import write_files
from tests.rules.marked import check_marks

SETTINGS = "## posdoc.yaml\norganization: 公司\noutside_positions: [{id: boss, title: 总经理}]\n"
SERVICE = "## positions/service/unit.yaml\ntitle: 售后部\n## positions/service/manager.yaml\ntitle: 售后经理\n"
PARTS = "## positions/service/parts/unit.yaml\ntitle: %s\n"
KEEPER = "## positions/service/parts/keeper.yaml\ntitle: 仓管员\n"
STORE = "## positions/service/parts/store/unit.yaml\ntitle: %s\n"
EMPTY = {
    "all have positions": SETTINGS + SERVICE + PARTS % "配件组" + KEEPER,
    "one has none": SETTINGS + SERVICE + PARTS % "«配件组»",
    "positions only below": SETTINGS + SERVICE + PARTS % "配件组" + STORE % "仓库"
    + "## positions/service/parts/store/keeper.yaml\ntitle: 仓管员\n",
    "none below either is one finding": SETTINGS + SERVICE + PARTS % "«配件组»" + STORE % "仓库",
    "none below one that has some": SETTINGS + SERVICE + PARTS % "配件组" + KEEPER + STORE % "«仓库»",
    "a top unit": SETTINGS + SERVICE + "## positions/quality/unit.yaml\ntitle: «质量部»\n",
    "only planned": SETTINGS + SERVICE + PARTS % "配件组" + KEEPER + "status: planned\n",
    "only abolished": SETTINGS + SERVICE + PARTS % "配件组" + KEEPER + "status: abolished\n",
    "posts listed": SETTINGS + SERVICE + PARTS % "配件组" + "posts: [仓管员]\n",
    "posts listed below": SETTINGS + SERVICE + PARTS % "配件组" + STORE % "仓库" + "posts: [仓管员]\n",
    "the staff of another unit": SETTINGS + SERVICE + PARTS % "配件组" + "co_located_with: [service]\n",
    "no positions at all": SETTINGS + "## positions/service/unit.yaml\ntitle: 售后部\n",
}  # fmt: skip


@pytest.mark.parametrize("example", EMPTY.values(), ids=EMPTY)
def test_units_without_positions(tmp_path: Path, example: str) -> None:
    for finding in check_marks(unit_without_positions, tmp_path, example):
        assert finding.hint
        assert "posdoc new" in finding.hint.en


def test_the_message_names_the_unit(tmp_path: Path) -> None:
    (finding,) = check_marks(unit_without_positions, tmp_path, EMPTY["one has none"])
    assert finding.message == Phrase("部门“parts”没有任何岗位", "the unit 'parts' has no positions")


UNCLEAR = {
    "its only position has an id that is taken": PARTS % "配件组"
    + "## positions/service/parts/manager.yaml\ntitle: 配件经理\n",
    "its only position cannot be read": PARTS % "配件组" + "## positions/service/parts/keeper.yaml\ntitle: [\n",
    "the unit cannot be read": PARTS % "[",
}  # fmt: skip


@pytest.mark.parametrize("text", UNCLEAR.values(), ids=UNCLEAR)
def test_what_could_not_be_read_is_not_called_empty(tmp_path: Path, text: str) -> None:
    organization, _ = load(write_files(tmp_path, SETTINGS + SERVICE + text))
    assert list(unit_without_positions.check(organization)) == []


HEAD = SETTINGS + SERVICE.replace("售后部\n", "售后部\nhead: manager\n")
CLERK = "## positions/service/parts/clerk.yaml\ntitle: 打单员\n"
TEAM = KEEPER + "reports_to: manager\n" + CLERK + "reports_to: keeper\n"
QUALITY = "## positions/quality/unit.yaml\ntitle: 质量部\n%s## positions/quality/inspector.yaml\ntitle: 质检员\n"
HEADS = {
    "its own": HEAD + PARTS % "配件组" + "head: keeper\n" + TEAM,
    "none": HEAD + PARTS % "«配件组»" + TEAM,
    "none, of one position": HEAD + PARTS % "配件组" + KEEPER + "reports_to: manager\n",
    "none, of one position that there is": HEAD + PARTS % "配件组" + KEEPER + "reports_to: manager\n"
    + CLERK + "status: planned\n",
    "none, of positions below": HEAD + PARTS % "«配件组»" + STORE % "«仓库»" + "".join(
        f"## positions/service/parts/store/keeper{i}.yaml\ntitle: 仓管员{i}\n" for i in (1, 2)
    ),
    "none, of one position here and one below": HEAD + PARTS % "«配件组»" + KEEPER + STORE % "仓库"
    + "## positions/service/parts/store/packer.yaml\ntitle: 包装工\n",
    "none, without positions": HEAD + PARTS % "配件组",
    "that of the unit above": HEAD + PARTS % "配件组" + "head: manager\n" + TEAM,
    "outside": HEAD + PARTS % "配件组" + "head: boss\n" + TEAM,
    "below": SETTINGS + SERVICE.replace("售后部\n", "售后部\nhead: keeper\n") + PARTS % "配件组" + KEEPER,
    "a stranger": HEAD + PARTS % "配件组" + "head: «inspector»\n" + TEAM + QUALITY % "",
    "a stranger above a part of it": HEAD + PARTS % "配件组" + "head: inspector\n" + TEAM.replace("manager", "inspector")
    + QUALITY % "",
    "a stranger who shares premises": HEAD + PARTS % "配件组" + "head: inspector\nco_located_with: [quality]\n" + TEAM
    + QUALITY % "",
    "a stranger who shares premises the other way round": HEAD + PARTS % "配件组" + "head: inspector\n" + TEAM
    + QUALITY % "co_located_with: [parts]\n",
    "a stranger of one position": HEAD + PARTS % "配件组" + "head: inspector\n" + KEEPER + QUALITY % "",
    "somebody outside of units": HEAD + PARTS % "配件组" + "head: top\n" + TEAM + "## positions/top.yaml\ntitle: 总监\n",
    "the head of a unit beside it": HEAD + PARTS % "配件组" + "head: «fixer»\n" + TEAM
    + "## positions/service/repair/unit.yaml\ntitle: 维修组\n## positions/service/repair/fixer.yaml\ntitle: 维修主管\n",
}  # fmt: skip


@pytest.mark.parametrize("example", HEADS.values(), ids=HEADS)
def test_heads_of_units(tmp_path: Path, example: str) -> None:
    check_marks(unit_without_head, tmp_path, example)


HINTS = {
    "the one who reports out of the unit": (TEAM, "add a line, probably 'head: keeper'"),
    "two who do": (TEAM.replace("keeper\n", "manager\n"), "add 'head:' with the id of the position that leads it"),
    "an assistant does not lead": (
        TEAM.replace("to: keeper\n", "to: manager\nassistant: true\n"), "add a line, probably 'head: keeper'",
    ),
    "somebody planned does not lead": (
        TEAM + "## positions/service/parts/new.yaml\ntitle: 配件主管\nstatus: planned\nreports_to: manager\n",
        "add a line, probably 'head: keeper'",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("team", "hint"), HINTS.values(), ids=HINTS)
def test_who_is_likely_to_be_the_head(tmp_path: Path, team: str, hint: str) -> None:
    (finding,) = check_marks(unit_without_head, tmp_path, HEAD + PARTS % "«配件组»" + team)
    assert finding.message == Phrase("部门“parts”没有写负责人", "the unit 'parts' names no head")
    assert finding.hint
    assert finding.hint.en == hint


def test_it_shows_where_the_stranger_belongs(tmp_path: Path) -> None:
    (finding,) = check_marks(unit_without_head, tmp_path, HEADS["a stranger"])
    assert finding.message == Phrase(
        "负责人“inspector”不属于部门“parts”，也不是其中任何岗位的上级",
        "the head 'inspector' does not belong to the unit 'parts' and is above nobody in it",
    )
    assert finding.hint
    assert finding.hint.en.startswith("name a position of the unit or of one above")
    assert [(related.span.path, related.message.en) for related in finding.related] == [
        ("positions/quality/inspector.yaml", "it belongs to 'quality'")
    ]


def test_a_head_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    example = HEAD + PARTS % "配件组" + "head: [a]\n" + TEAM
    organization, findings = load(write_files(tmp_path, example))
    assert findings
    assert list(unit_without_head.check(organization)) == []


def test_a_unit_that_cannot_be_read_is_not_without_a_head(tmp_path: Path) -> None:
    organization, findings = load(write_files(tmp_path, HEAD + PARTS % "[" + TEAM))
    assert findings
    assert list(unit_without_head.check(organization)) == []
