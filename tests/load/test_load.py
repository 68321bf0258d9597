"""A whole workspace: which files are read, how they are named, and every finding of several broken files."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from posdoc.diagnostics import Diagnostic, Related, Span
from posdoc.load import load, load_settings
from posdoc.model import Organization, Text
from posdoc.phrases import Phrase
from tests.example_files import marked_span_of, write_files

SETTINGS = "## posdoc.yaml\norganization: 公司\n"
UNIT = "## positions/service/unit.yaml\ntitle: 售后部\n"
WHOLE = SETTINGS + UNIT
NAME_HINT = Phrase(
    "只用文字、数字、- 和 _，且以文字或数字开头", "use letters, digits, - and _, beginning with a letter or digit"
)


def loaded(root: Path, example: str) -> tuple[Organization, list[Diagnostic]]:
    return load(write_files(root, example))


def codes(findings: list[Diagnostic]) -> list[tuple[str, str]]:
    return sorted((finding.span.path, finding.code) for finding in findings)


# --- what is read -------------------------------------------------------------------------------------------


def test_a_whole_workspace(tmp_path: Path) -> None:
    organization, findings = loaded(tmp_path, WHOLE + """\
## people.yaml
people: [{name: 张伟, posts: [engineer]}]
## positions/chief.yaml
title: 总管
## positions/service/east/unit.yml
title: 华东
## positions/service/east/engineer.yml
title: 工程师
## positions/service/经理.YAML
title: 经理
""")  # fmt: skip
    assert findings == []
    assert [(p.id, p.unit, p.path) for p in organization.positions] == [
        ("chief", "", "positions/chief.yaml"),
        ("经理", "service", "positions/service/经理.YAML"),
        ("engineer", "east", "positions/service/east/engineer.yml"),
    ]
    assert [(u.id, u.parent, u.path) for u in organization.units] == [
        ("service", "", "service"), ("east", "service", "service/east"),
    ]  # fmt: skip
    assert [person.name for person in organization.people] == [Text({"zh": "张伟"})]


def test_units_and_positions_are_in_reading_order(tmp_path: Path) -> None:
    organization, findings = loaded(tmp_path, SETTINGS + """\
## positions/b/unit.yaml
{title: 乙, order: 1, head: z}
## positions/b/a.yaml
title: 组员一
## positions/b/c.yaml
{title: 组员二, code: A-2}
## positions/b/d.yaml
{title: 组员三, code: A-1}
## positions/b/z.yaml
title: 组长
## positions/a/unit.yaml
{title: 甲, order: 2}
## positions/a/inner/unit.yaml
title: 甲下
## positions/c/unit.yaml
title: 丙
""")  # fmt: skip
    assert findings == []
    assert [unit.id for unit in organization.units] == ["b", "a", "inner", "c"]
    assert [position.id for position in organization.positions] == ["z", "d", "c", "a"]


def test_hidden_and_other_files_and_empty_folders_are_passed_over(tmp_path: Path) -> None:
    organization, findings = loaded(tmp_path, WHOLE + """\
## positions/service/.draft.yaml
[broken
## positions/.trash/old.yaml
[broken
## positions/service/notes.txt
[broken
## positions/service/engineer.yaml.bak
[broken
## positions/pictures/logo.svg
[broken
""")  # fmt: skip
    (tmp_path / "positions" / "empty" / "below").mkdir(parents=True)
    assert load(tmp_path) == (organization, findings)
    assert findings == []
    assert organization.positions == ()
    assert [unit.id for unit in organization.units] == ["service"]


def test_no_positions_and_no_people(tmp_path: Path) -> None:
    organization, findings = loaded(tmp_path, SETTINGS)
    assert findings == []
    assert (organization.positions, organization.units, organization.people) == ((), (), ())


def test_settings_alone(tmp_path: Path) -> None:
    workspace, findings = load_settings(write_files(tmp_path, SETTINGS + "languages: [en, zh]\n" + UNIT + "x: [\n"))
    assert findings == []
    assert (workspace.languages, workspace.organization and workspace.organization.name) == (
        ("en", "zh"), Text({"en": "公司"}),
    )  # fmt: skip


@pytest.mark.parametrize("was_on", [True, False])
def test_the_cycle_collector_is_left_as_it_was(tmp_path: Path, was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        load(tmp_path)
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()


# --- names of files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("stem", ["-a", "_a", "a b", "a.b", "a,b", "岗位（一）", "a+b", "😀"])
def test_a_file_name_that_cannot_be_an_id(tmp_path: Path, stem: str) -> None:
    organization, (finding,) = loaded(tmp_path, f"{WHOLE}## positions/service/{stem}.yaml\ntitle: 甲\n")
    assert (finding.code, finding.name) == ("POS108", "bad-file-name")
    assert finding.span == Span(f"positions/service/{stem}.yaml")
    assert finding.message == Phrase(
        f"文件名“{stem}”不能作岗位标识", f"the file name '{stem}' cannot be the id of a position"
    )
    assert finding.hint == NAME_HINT
    assert organization.positions == ()


@pytest.mark.parametrize("stem", ["a", "a-b", "a_b", "9a", "售后主管", "SH-010", "é", "Ünit"])
def test_file_names_that_can(tmp_path: Path, stem: str) -> None:
    organization, findings = loaded(tmp_path, f"{WHOLE}## positions/service/{stem}.yaml\ntitle: 甲\n")
    assert findings == []
    assert [position.id for position in organization.positions] == [stem]


def test_a_badly_named_file_is_read_all_the_same(tmp_path: Path) -> None:
    _, findings = loaded(tmp_path, WHOLE + "## positions/service/a b.yaml\ntitel: 甲\n")
    assert [finding.code for finding in findings] == ["POS101", "POS108"]


def test_a_folder_name_that_cannot_be_an_id(tmp_path: Path) -> None:
    _, (finding,) = loaded(tmp_path, SETTINGS + "## positions/a b/unit.yaml\ntitle: 甲\n")
    assert finding.code == "POS108"
    assert finding.span == Span("positions/a b/unit.yaml")
    assert finding.message == Phrase("文件夹名“a b”不能作部门标识", "the folder name 'a b' cannot be the id of a unit")


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
@pytest.mark.parametrize("place", ["positions/service", "positions"], ids=["file", "folder"])
def test_a_name_in_another_encoding(tmp_path: Path, place: str) -> None:
    write_files(tmp_path, WHOLE)
    name = os.fsencode(tmp_path / place) + b"/\xbc\xd7"
    try:
        if place == "positions":
            os.mkdir(name)
        else:
            with open(name + b".yaml", "wb"):
                pass
    except OSError:
        pytest.skip("this file system takes only names in UTF-8")
    organization, (finding,) = load(tmp_path)
    assert finding.code == "POS108"
    assert finding.span.path.encode("utf-8").startswith(f"{place}/??".encode())
    assert finding.message.en.endswith("is not encoded as UTF-8")
    assert organization.positions == ()


def test_a_folder_without_unit_file(tmp_path: Path) -> None:
    organization, (finding,) = loaded(tmp_path, SETTINGS + "## positions/east/engineer.yaml\ntitle: 工程师\n")
    assert (finding.code, finding.name) == ("POS109", "unit-without-file")
    assert finding.span == Span("positions/east/unit.yaml")
    assert finding.message == Phrase("文件夹“east”里没有 unit.yaml", "the folder 'east' has no unit.yaml")
    assert finding.hint == Phrase(
        "新建 unit.yaml，至少写上 title: 部门名称", "add a unit.yaml with at least 'title: name of the unit'"
    )
    assert [unit.id for unit in organization.units] == ["east"]


def test_a_folder_in_between_without_unit_file(tmp_path: Path) -> None:
    _, findings = loaded(tmp_path, SETTINGS + "## positions/outer/inner/unit.yaml\ntitle: 内\n")
    assert codes(findings) == [("positions/outer/unit.yaml", "POS109")]


def test_a_unit_file_outside_any_unit(tmp_path: Path) -> None:
    organization, (finding,) = loaded(tmp_path, SETTINGS + "## positions/unit.yaml\ntitle: 甲\n")
    assert (finding.code, finding.span) == ("POS108", Span("positions/unit.yaml"))
    assert finding.message.en == "unit.yaml belongs in the folder of a unit, and this is none"
    assert organization.units == ()


def test_two_unit_files_in_a_folder(tmp_path: Path) -> None:
    organization, (finding,) = loaded(tmp_path, WHOLE + "## positions/service/unit.yml\ntitle: 另一个\n")
    assert (finding.code, finding.span) == ("POS108", Span("positions/service/unit.yml"))
    assert finding.related == (
        Related(Span("positions/service/unit.yaml"), Phrase("读取的是这个", "this one is read")),
    )  # fmt: skip
    assert [unit.title for unit in organization.units] == [Text({"zh": "售后部"})]


def test_two_folders_of_one_name(tmp_path: Path) -> None:
    organization, (finding,) = loaded(tmp_path, SETTINGS + """\
## positions/a/unit.yaml
title: 甲
## positions/a/office/unit.yaml
title: 甲办
## positions/b/unit.yaml
title: 乙
## positions/b/office/unit.yaml
title: 乙办
""")  # fmt: skip
    assert (finding.code, finding.span) == ("POS108", Span("positions/b/office/unit.yaml"))
    assert finding.message == Phrase(
        "部门文件夹“office”已在别处使用", "the unit folder 'office' is already in use elsewhere"
    )
    assert finding.related == (Related(Span("positions/a/office/unit.yaml"), Phrase("第一处", "the first one")),)
    assert [unit.id for unit in organization.units] == ["a", "office", "b"]


def test_folders_that_hold_one_another_by_turns_end(tmp_path: Path) -> None:
    organization, findings = loaded(
        tmp_path,
        SETTINGS + "".join(f"## positions/{f}/unit.yaml\ntitle: 甲\n" for f in ("a", "a/b", "a/b/a", "b", "b/a")),
    )
    assert [finding.code for finding in findings] == ["POS108"] * 3
    assert [unit.id for unit in organization.units] == ["a", "b"]


def test_two_positions_of_one_name(tmp_path: Path) -> None:
    organization, findings = loaded(
        tmp_path, WHOLE + "## positions/service/a.yaml\ntitle: 甲\n## positions/service/a.yml\ntitle: 乙\n"
    )
    assert findings == []
    assert [position.path for position in organization.positions] == ["positions/service/a.yaml"]
    assert [(d.id, d.path) for d in organization.duplicates] == [("a", "positions/service/a.yml")]


# --- what cannot be read ------------------------------------------------------------------------------------


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    write_files(tmp_path, WHOLE)
    (tmp_path / "positions" / "service" / "x.yaml").mkdir()
    (tmp_path / "people.yaml").mkdir()
    organization, findings = load(tmp_path)
    assert codes(findings) == [("people.yaml", "POS015"), ("positions/service/x.yaml", "POS015")]
    assert [position.id for position in organization.positions] == ["x"]


def test_positions_is_a_file(tmp_path: Path) -> None:
    _, findings = loaded(tmp_path, SETTINGS + "## positions\ntitle: 甲\n")
    assert codes(findings) == [("positions", "POS015")]


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(tmp_path, WHOLE)
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("service"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    _, (finding,) = load(tmp_path)
    assert (finding.code, finding.span) == ("POS015", Span("positions/service"))
    assert finding.message == Phrase(
        "无法读取文件夹“positions/service”", "the folder 'positions/service' cannot be read"
    )


@pytest.mark.parametrize("name", ["people.yml", "People.yml"])
def test_a_people_file_of_another_name_is_not_silently_left_out(tmp_path: Path, name: str) -> None:
    _, (finding,) = loaded(tmp_path, f"{SETTINGS}## {name}\npeople: []\n")
    assert (finding.code, finding.span) == ("POS108", Span(name))
    assert finding.message == Phrase(
        f"“{name}”不会读取：人员名单的文件名是 people.yaml", f"'{name}' is not read: the file is people.yaml"
    )
    assert finding.hint == Phrase("改名为 people.yaml", "rename it to people.yaml")


def test_empty_files(tmp_path: Path) -> None:
    (tmp_path / "positions" / "a").mkdir(parents=True)
    for path in ("posdoc.yaml", "people.yaml", "positions/a/unit.yaml", "positions/a/b.yaml"):
        (tmp_path / path).write_bytes(b"# nothing yet\n")
    organization, findings = load(tmp_path)
    assert codes(findings) == [
        ("people.yaml", "POS002"), ("posdoc.yaml", "POS002"),
        ("positions/a/b.yaml", "POS002"), ("positions/a/unit.yaml", "POS002"),
    ]  # fmt: skip
    assert [position.id for position in organization.positions] == ["b"]
    assert organization.positions[0].span == Span("positions/a/b.yaml")


def test_every_finding_of_several_broken_files(tmp_path: Path) -> None:
    organization, findings = loaded(tmp_path, """\
## posdoc.yaml
organisation: 公司
languages: [zh, en]
## people.yaml
people: [{name: 张伟}]
## positions/service/unit.yaml
titel: 售后部
## positions/service/a.yaml
title: 甲
title: 乙
## positions/service/b.yaml
title: [
## positions/service/c.yaml
title: 丙
duties: [{text: 管理, time: 05%}]
## positions/service/d.yaml
- 丁
""")  # fmt: skip
    assert codes(findings) == [
        ("people.yaml", "POS103"),
        ("posdoc.yaml", "POS101"), ("posdoc.yaml", "POS103"),
        ("positions/service/a.yaml", "POS005"),
        ("positions/service/b.yaml", "POS001"),
        ("positions/service/c.yaml", "POS104"),
        ("positions/service/d.yaml", "POS102"),
        ("positions/service/unit.yaml", "POS101"), ("positions/service/unit.yaml", "POS103"),
    ]  # fmt: skip
    assert [position.id for position in organization.positions] == ["a", "b", "c", "d"]


def test_a_broken_file_takes_no_defaults(tmp_path: Path) -> None:
    example = WHOLE.replace("公司\n", "公司\ndefaults: {location: 总部}\n") + "## positions/service/a.yaml\ntitle: [\n"
    organization, _ = loaded(tmp_path, example)
    assert list(organization.positions[0].stated()) == []


# --- settings -----------------------------------------------------------------------------------------------


def test_no_settings(tmp_path: Path) -> None:
    _, findings = load(tmp_path)
    assert codes(findings) == [("posdoc.yaml", "POS015")]


def test_settings_that_cannot_be_read_cause_no_findings_about_languages(tmp_path: Path) -> None:
    organization, findings = loaded(
        tmp_path, "## posdoc.yaml\nlanguages: [zh\n" + UNIT + "## positions/service/a.yaml\n"
        "title: {zh: 甲, fr: A}\nduties: [{zh: 管理, en: Lead}]\nheadcont: 1\n",
    )  # fmt: skip
    assert codes(findings) == [("posdoc.yaml", "POS001"), ("positions/service/a.yaml", "POS101")]
    assert organization.languages == ("zh",)


@pytest.mark.parametrize(
    ("line", "languages", "message", "hint"),
    [
        ("languages: [«中文», en]", ("en",), "'中文' is not the tag of a language", "write 'zh'"),
        ("languages: [zh, «English»]", ("zh",), "'English' is not the tag of a language", "write 'en'"),
        ("languages: [zh, «../..»]", ("zh",), "'../..' is not the tag of a language", "write zh, en and so on"),
        ("languages: [zh, «zh»]", ("zh",), "the language 'zh' stands twice", "delete one of them"),
    ],
)
def test_bad_languages(tmp_path: Path, line: str, languages: tuple[str, ...], message: str, hint: str) -> None:
    example = f"{SETTINGS}{line}\n"
    organization, (finding,) = loaded(tmp_path, example)
    assert organization.languages == languages
    assert (finding.code, finding.message.en) == ("POS104", message)
    assert finding.hint
    assert finding.hint.en == hint
    assert finding.span == marked_span_of(example)


@pytest.mark.parametrize(
    ("line", "code"), [("languages: zh", "POS102"), ("languages:", "POS106"), ("languages: []", None)], ids=str
)
def test_without_usable_languages_it_is_chinese(tmp_path: Path, line: str, code: str | None) -> None:
    organization, findings = loaded(tmp_path, f"{SETTINGS}{line}\n")
    assert organization.languages == ("zh",)
    assert [finding.code for finding in findings] == ([code] if code else [])


def test_other_languages_than_chinese_and_english(tmp_path: Path) -> None:
    organization, findings = loaded(
        tmp_path, SETTINGS.replace("公司", "{zh-TW: 公司, de: Firma}") + "languages: [zh-TW, de]\n"
    )
    assert findings == []
    assert organization.languages == ("zh-TW", "de")


def test_a_label_for_a_field_that_there_is_not(tmp_path: Path) -> None:
    example = SETTINGS + "labels: {«position.titel»: 职位, position.code: 编号, section.duties: 职责, x: 甲}\n"
    _, (first, second) = loaded(tmp_path, example)
    assert (first.code, first.span) == ("POS113", marked_span_of(example))
    assert first.message == Phrase("没有“position.titel”这个标签", "there is no label 'position.titel'")
    assert first.hint == Phrase("是否想写 position.title？", "did you mean 'position.title'?")
    assert (second.code, second.hint) == ("POS113", None)
