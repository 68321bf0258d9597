"""Titles that are one title in two spellings, and titles that differ by little but mean two positions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from posdoc.rules import nearly_the_same_title
from posdoc.rules._names import slips, title_key, without_level
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
languages: [zh, en]
roots: [a, b]
"""
UNIT = "## positions/service/unit.yaml\ntitle: 售后部\n"


def two(first: str, second: str) -> str:
    return HEAD + UNIT + f"## positions/service/a.yaml\ntitle: {first}\n## positions/service/b.yaml\ntitle: {second}\n"


def marked(title: str) -> str:
    """The title with marks around the name that is compared."""
    return re.sub(r"(?<=zh: )[^,}]+|^[^{].*|(?<=^{en: )[^}]+", r"«\g<0>»", title, count=1)


THE_SAME = {
    "forms 3.21 旧件仓库员": ("旧件仓库员", "旧件仓管员"),
    "forms 3.21 新件库仓管": ("新件库仓管", "新件仓管员"),
    "forms 3.21 财务统计": ("财务统计", "财务统计员"),
    "forms 3.21 客尸主管": ("客户主管", "客尸主管"),
    "forms 3.21 售后工程师": ("售后工程师", "售后服务工程师"),
    "forms 3.21 售后服务部经理": ("售后服务经理", "售后服务部经理"),
    "forms 3.14 技术支持组主管": ("技术支持组主管", "技术服务组主管"),
    "forms 3.16 客服中心主任": ("客服中心主任", "客户服务主任"),
    "人员 and 员": ("维修技术人员", "维修技术员"),
    "another storekeeper": ("配件仓库保管员", "配件库管员"),
    "组组长": ("空调组组长", "空调组长"),
    "spaces and width": ("售后 经理", "售后经理"),
    "帐 and 账": ("往来帐会计", "往来账会计"),
    "a character too many": ("现场服务主管", "现场服务务主管"),
    "four characters and one more": ("客服主管", "客服务主管"),
    "a character too few": ("现场服务主管", "现场务主管"),
    "the wrong way round": ("现场服务主管", "现场务服主管"),
    "English words": ("{en: After-sales Service Mgr.}", "{en: After Sales Manager}"),
    "an English letter too few": ("{en: Field Service Engineer}", "{en: Field Service Enginer}"),
    "English letters the wrong way round": ("{en: Field Service Engineer}", "{en: Field Service Enginere}"),
    "Chinese decides where there is any": ("{zh: 财务统计, en: Clerk}", "{zh: 财务统计员, en: Statistician}"),
}
TWO_POSITIONS = {
    "forms 3.21 售后经理 and 部门经理": ("售后经理", "部门经理"),
    "forms 3.21 受理服务代表": ("受理服务代表", "受理岗位"),
    "forms 3.14 技术主管": ("技术支持组主管", "技术主管"),
    "the same title (POS206)": ("售后经理", "售后经理"),
    "levels": ("初级维修工程师", "高级维修工程师"),
    "numbered levels": ("一级维修技师", "二级维修技师"),
    "甲 and 乙": ("甲班维修组长", "乙班维修组长"),
    "A and B": ("维修A组组长", "维修B组组长"),
    "digits": ("维修1组组长", "维修2组组长"),
    "one more letter": ("维修组长A", "维修组长"),
    "a digit inside": ("维修中队队长", "维修中2队队长"),
    "deputy": ("现场服务经理", "现场服务副经理"),
    "chief": ("现场服务工程师", "现场服务总工程师"),
    "assistant": ("助理工程师", "工程师"),
    "regions": ("华东服务主管", "华南服务主管"),
    "districts": ("东区服务主管", "西区服务主管"),
    "products": ("空调维修组长", "通风维修组长"),
    "stores": ("新件仓管员", "旧件仓管员"),
    "parts and their store": ("售后配件主管", "售后配件库主管"),
    "kinds of unit": ("客服部主管", "客服组主管"),
    "head office": ("总部经理", "总经理"),
    "short": ("会计", "出纳"),
    "short, one more": ("客服长", "客服班长"),
    "at the beginning": ("服务现场主管", "大服务现场主管"),
    "at the end": ("现场维修工", "现场维修工甲"),
    "services and finance": ("公司服务主管", "公司财务主管"),
    "English levels": ("{en: Service Engineer I}", "{en: Service Engineer II}"),
    "English trades": ("{en: Service Trainer}", "{en: Service Trainee}"),
    "short English words": ("{en: Plan Manager}", "{en: Plant Manager}"),
    "English is alike, Chinese is not": ("{zh: 甲, en: Service Engineer}", "{zh: 乙, en: Service Enginer}"),
}


@pytest.mark.parametrize(("first", "second"), THE_SAME.values(), ids=THE_SAME)
def test_one_position_in_two_spellings(first: str, second: str, tmp_path: Path) -> None:
    (finding,) = check_marks(nearly_the_same_title, tmp_path / "a", two(first, marked(second)))
    assert [related.span.path for related in finding.related] == ["positions/service/a.yaml"]
    check_marks(nearly_the_same_title, tmp_path / "b", two(second, marked(first)))


@pytest.mark.parametrize(("first", "second"), TWO_POSITIONS.values(), ids=TWO_POSITIONS)
def test_two_positions(first: str, second: str, tmp_path: Path) -> None:
    check_marks(nearly_the_same_title, tmp_path, two(first, second))


OUTSIDE = "outside_positions: [{id: o, title: «旧件仓管员»}]\n"
SETTLED = {
    "declared as an alias": two("旧件仓库员\naliases: [旧件仓管员]", "旧件仓管员"),
    "declared as an alias of the later": two("旧件仓库员", "旧件仓管员\naliases: [旧件仓库员]"),
    "based on it": two("旧件仓库员", "旧件仓管员\nbased_on: a"),
    "planned": two("旧件仓库员", "旧件仓管员\nstatus: planned"),
    "abolished": two("旧件仓库员\nstatus: abolished", "旧件仓管员"),
    "an alias of its own": two("旧件仓库员\naliases: [旧件库管员]", "文员"),
    "an alias of another": two("旧件仓库员", "文员\naliases: [«旧件仓管员»]"),
    "an outside position": HEAD + OUTSIDE + two("旧件仓库员", "文员").removeprefix(HEAD),
    "an alias of an outside position": HEAD
    + OUTSIDE.replace("title: «旧件仓管员»", "title: 总仓员, aliases: [«旧件仓管员»]")
    + two("旧件仓库员", "文员").removeprefix(HEAD),
    "a listed post": two("旧件仓库员", "文员").replace(
        "售后部\n", "售后部\nposts: [{title: «旧件仓管员», position: a}]\n"
    ),
    "a listed post, by an alias": two("旧件仓库员\naliases: [旧件仓管员]", "文员").replace(
        "售后部\n", "售后部\nposts: [旧件仓管员]\n"
    ),
    "excepted": two("旧件仓库员", "旧件仓管员").replace(
        "公司\n", "公司\nrules: {options: {nearly-the-same-title: {except: [旧件仓库员]}}}\n"
    ),
}


@pytest.mark.parametrize("example", SETTLED.values(), ids=SETTLED)
def test_where_names_stand_and_what_settles_them(example: str, tmp_path: Path) -> None:
    check_marks(nearly_the_same_title, tmp_path, example)


def test_one_finding_for_a_position_however_many_of_its_names(tmp_path: Path) -> None:
    example = two("旧件仓库员\naliases: [旧件统计]", "«旧件仓管员»\naliases: [旧件统计员]")
    (finding,) = check_marks(nearly_the_same_title, tmp_path, example)
    assert finding.message.en == (
        "'旧件仓管员' is nearly the same as '旧件仓库员', as if one position were written in two ways"
    )
    assert finding.message.zh == "“旧件仓管员”与“旧件仓库员”几乎相同，像是同一岗位的两种写法"
    assert finding.hint
    assert "under aliases of 'a'" in finding.hint.en
    assert finding.hint.en.endswith("name one under rules: options: nearly-the-same-title: except in posdoc.yaml")


def test_listed_posts_have_no_aliases_to_write(tmp_path: Path) -> None:
    example = HEAD.replace("[a, b]", "[a]") + UNIT + "posts: [财务统计员, «财务统计»]\n"
    (finding,) = check_marks(nearly_the_same_title, tmp_path, example + "## positions/service/a.yaml\ntitle: 经理\n")
    assert finding.hint
    assert "aliases" not in finding.hint.en


def test_a_base_between_does_not_hide_a_stranger(tmp_path: Path) -> None:
    example = two("旧件仓库员", "旧件仓管员\nbased_on: a").replace("[a, b]", "[a, b, c]")
    check_marks(nearly_the_same_title, tmp_path, example + "## positions/service/c.yaml\ntitle: «旧件库管员»\n")


def test_keys() -> None:
    assert title_key("技术支持组主管") == ("技术支持主管", "组")
    assert title_key("售后服务部副经理") == ("售后副经理", "部")
    assert title_key("文员") == ("文员", "")
    assert title_key("Warehouse & Parts Dept. Mgr.") == ("warehouse and parts department manager", "")


def test_slips() -> None:
    assert list(slips("客服主管")) == []
    assert list(slips("现场主管甲")) == ["现主管甲", "现场主甲", "场现主管甲", "现主场管甲", "现场管主甲", "现场主甲管"]
    assert list(slips("plan")) == []
    assert "field service" in list(slips("field servicee"))
    assert "field service" in list(slips("field sevrice"))


LEVELS = {
    ("高级维修工程师", ""): "维修工程师",
    ("三级技师", ""): "技师",
    ("2级技师", ""): "技师",
    ("技师II", ""): "技师",
    ("技师A", ""): "技师",
    ("维修工程师（华东）", ""): "维修工程师",
    ("东区主管", ""): "主管",
    ("空调组长", "空调组"): "组长",
    ("空调组", "空调组"): "组",
    ("高级", ""): "高级",
    ("高级（华东）", ""): "高级华东",
    ("Senior Service Engineer", ""): "serviceengineer",
}


@pytest.mark.parametrize(("given", "left"), LEVELS.items(), ids=str)
def test_titles_without_level(given: tuple[str, str], left: str) -> None:
    assert without_level(*given) == left
