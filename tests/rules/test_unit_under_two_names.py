"""Units that are entered twice, and units that only have like names."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import unit_under_two_names
from posdoc.rules._names import abbreviation, unit_key
from tests.rules.marked import check_marks

HEAD = "## posdoc.yaml\norganization: 公司\nlanguages: [zh, en]\n"


def two(first: str, second: str) -> str:
    return HEAD + f"## positions/a/unit.yaml\ntitle: {first}\n## positions/b/unit.yaml\ntitle: {second}\n"


def below(parents: tuple[str, str], titles: tuple[str, str]) -> str:
    return HEAD + "".join(
        f"## positions/{name}/unit.yaml\ntitle: {parent}\n## positions/{name}/{name}-1/unit.yaml\ntitle: {title}\n"
        for name, parent, title in zip("ab", parents, titles, strict=True)
    )


def party(unit: str, entry: str) -> str:
    return (
        f"## posdoc.yaml\norganization: 公司\nparties: [{{id: p, {entry}}}]\n## positions/a/unit.yaml\ntitle: {unit}\n"
    )


CASES = {
    "forms 3.20 电子开发部 twice": two("电子开发部", "«电子开发部»"),
    "forms 3.20 电子开发部 under different parents": below(("业务部", "企划部"), ("电子开发部", "«电子开发部»")),
    "forms 3.21 客户服务部 and 客服部": two("客户服务部", "«客服部»"),
    "forms 3.21 质检部 and 质检部门": two("质检部", "«质检部门»"),
    "forms 3.21 售后工程部 and 售后部": two("售后工程部", "«售后部»"),
    "售后服务部 and 售后部": two("售后部", "«售后服务部»"),
    "质量检验部 and 质检部": two("质量检验部", "«质检部»"),
    "an abbreviation": two("人力资源部", "«人资部»"),
    "an abbreviation first": two("人资部", "«人力资源部»"),
    "the case of English names": two("{en: R&D Dept.}", "{en: «R & D Department»}"),
    "an alias of another": two("客服部", "呼叫部\naliases: [«客户服务部»]"),
    "aliases of one": two("客户服务部\naliases: [客服部]", "文印室"),
    "a party": party("客户服务部", "title: «客服部», scope: internal"),
    "a party without scope": party("客户服务部", "title: 呼叫部, aliases: [«客服部»]"),
    "a party outside": party("客户服务部", "title: 客服部, scope: external"),
    "two parties": HEAD
    + "parties: [{id: p, title: 质检部}, {id: q, title: «质检部门»}]\n## positions/a/unit.yaml\ntitle: 售后部\n",
    "co-located with a party": party("客户服务部\nco_located_with: [p]", "title: 客服部"),
    "co-located": two("客户服务部\nco_located_with: [b]", "客服部"),
    "co-located, the other way": two("客户服务部", "客服部\nco_located_with: [a]"),
    "offices": two("华东办事处", "华南办事处"),
    "another kind": two("客服部", "客服组"),
    "technical support": two("技术部", "技术支持部"),
    "projects": two("项目部", "项目管理部"),
    "sales support": two("销售部", "销售支持部"),
    "one below the other, nearly": HEAD
    + "## positions/a/unit.yaml\ntitle: 售后部\n## positions/a/b/unit.yaml\ntitle: 售后工程部\n",
    "one two levels below the other": HEAD
    + "## positions/a/unit.yaml\ntitle: 售后部\n## positions/a/b/unit.yaml\ntitle: 甲组\n"
    + "## positions/a/b/c/unit.yaml\ntitle: 售后工程部\n",
    "one below the other, the same": HEAD
    + "## positions/a/unit.yaml\ntitle: 售后部\n## positions/a/b/unit.yaml\ntitle: «售后部»\n",
    "in two offices": below(("华东办事处", "华南办事处"), ("维修组", "维修组")),
    "in two offices, nearly": below(("华东办事处", "华南办事处"), ("客户服务组", "客服组")),
    "in offices by their kind": below(("上海\nkind: office", "广州\nkind: office"), ("维修组", "维修组")),
    "in companies by their kind": below(("上海\nkind: company", "广州\nkind: company"), ("维修组", "维修组")),
    "in one office only": below(("华东办事处", "调度部"), ("维修组", "«维修组»")),
    "in English offices": below(("{en: East Office}", "{en: South Office}"), ("{en: Repair}", "{en: Repair}")),
    "in one office twice": HEAD + "## positions/a/unit.yaml\ntitle: 华东办事处\n"
    "## positions/a/b/unit.yaml\ntitle: 维修组\n## positions/a/c/unit.yaml\ntitle: «维修组»\n",
    "in two towns": two("维修组\nlocation: 上海", "维修组\nlocation: 广州"),
    "in one town": two("维修组\nlocation: 上海", "«维修组»\nlocation: 上海"),
    "in a town, and who knows": two("维修组\nlocation: 上海", "«维修组»"),
}


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_units(example: str, tmp_path: Path) -> None:
    check_marks(unit_under_two_names, tmp_path, example)


def test_what_is_said(tmp_path: Path) -> None:
    (finding,) = check_marks(unit_under_two_names, tmp_path / "a", two("客户服务部", "«客服部»"))
    assert finding.message.en == "'客服部' and '客户服务部' look like two names of one unit"
    assert finding.message.zh == "“客服部”与“客户服务部”像是同一个部门的两种叫法"
    assert [(related.span.path, related.span.line) for related in finding.related] == [("positions/a/unit.yaml", 1)]
    (finding,) = check_marks(unit_under_two_names, tmp_path / "b", two("客服部", "«客服部»"))
    assert finding.message.en == "the name '客服部' is used for two units"
    assert finding.message.zh == "部门名称“客服部”用了两次"


def test_one_finding_for_each_further_unit(tmp_path: Path) -> None:
    example = two("客服部\naliases: [呼叫部]", "«客服部»\naliases: [呼叫部]")
    check_marks(unit_under_two_names, tmp_path, example + "## positions/c/unit.yaml\ntitle: «客户服务部»\n")


KEYS = {
    "客户服务部": "客服部",
    "质检部门": "质检部",
    "质量检查部": "质检部",
    "售后服务中心": "售后中心",
    "技术部": "技术部",
}


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_keys(name: str, key: str) -> None:
    assert unit_key(name) == key


SHORT = {
    "人力资源部": "人资部",
    "研究开发中心": "研开中心",
    "质量部": None,
    "客服部": None,
    "安全环保监察科": "安环监科",
}


@pytest.mark.parametrize(("key", "short"), SHORT.items())
def test_abbreviations(key: str, short: str | None) -> None:
    assert abbreviation(key) == short
