"""``posdoc template``: as HR uses it, from a copy of a form to a document on it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Goldens
from tests.example_files import write_files
from tests.word.notation import form

Cli = Callable[..., Any]
WORKSPACE = """\
## posdoc.yaml
organization: {name: {zh: 恒达公司, en: Hengda}, department: {zh: 售后部, en: Service}}
languages: [zh, en]
## positions/service/unit.yaml
title: {zh: 维修组, en: Repairs}
## positions/service/engineer.yaml
title: {zh: 维修工程师, en: Service Engineer}
code: SH-020
location: {zh: 总部, en: Headquarters}
duties:
  - {area: {zh: 维修, en: Repairs}, text: {zh: 上门维修。, en: Repairs on site.}, time: 60%}
  - {text: {zh: 培训客户。, en: Trains customers.}, time: 40%}
document: {effective: 2026-03-01}
"""
WRONG = """\
{{ company }} {{ position.titel }}
{{ 岗位编号 }} {{ posi¦tion.title }}
｛｛ position.code ｝｝
| {%tr for duty in duties.duties %} | 职责 |
| {{ duty.text }} | {{ duty.tasks|join(“；”) }} {{ duty.block }} |
| {%tr endfor %} | |

| {%p if chart %} | {{ chart.drawing }} {%p endif %} |
{{ position.title.upper() }}
{%p if position.code %}
{{ position.title
"""
RIGHT = """\
{{ company }} {{ position.title }}（{{ position.code }}） {{ dates.effective|date }}
{%p if duties %}
| {%tr for duty in duties.duties %} | |
| {{ loop.index|chinese }}、 | {{ duty.text }} |
| {%tr endfor %} | |
{%p endif %}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_files(tmp_path, WORKSPACE)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "wrong.docx").write_bytes(form(WRONG))
    (tmp_path / "templates" / "right.docx").write_bytes(form(RIGHT))
    return tmp_path


GOLDENS = {
    "check.{}.txt": ("check", "wrong"),
    "check_unprinted.{}.txt": ("check", "right", "--unprinted"),
    "fields.{}.txt": ("fields", "position.", "--position", "engineer"),
    "fields_dates.{}.txt": ("fields", "dates", "--position", "engineer"),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", GOLDENS)
def test_what_is_said(name: str, language: str, cli: Cli, root: Path, goldens: Goldens) -> None:
    ended = cli("template", *GOLDENS[name], "--ui-lang", language, cwd=root)
    assert ended.stderr == ""
    goldens.check(name.format(language), _without_examples(ended.stdout))


def _without_examples(text: str) -> str:
    """What is said without the examples, which come from the sample department and change with it."""
    alone = re.compile(r"^  (?:例|e\.g\.): (?!.*   (?:值|now): ).*\n", re.MULTILINE)
    before = re.compile(r"^  (?:例|e\.g\.): .*   (?=(?:值|now): )", re.MULTILINE)
    return before.sub("  ", alone.sub("", text))


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", [["right", "岗位", "templates/right.docx"], ["staffing", "部门", "posdoc", "自带"]]),
        ("en", [["right", "positions", "templates/right.docx"], ["staffing", "units", "posdoc's", "own"]]),
    ],
)
def test_list(language: str, lines: list[list[str]], cli: Cli, root: Path) -> None:
    (root / "templates" / "broken.docx").write_bytes(b"nothing")
    listed = [line.split() for line in cli("template", "list", "--ui-lang", language, cwd=root).stdout.splitlines()]
    assert [line for line in lines if line not in listed] == []
    assert [line[0] for line in listed] == sorted(line[0] for line in listed)
    assert [line[0] for line in listed if "check" in line] == ["broken"]


def test_no_golden_is_left_over(goldens: Goldens) -> None:
    goldens.check_orphans(name.format(language) for name in GOLDENS for language in ("zh", "en"))


# --- new, and all the way ---------------------------------------------------------------------------------------


def test_from_a_copy_to_a_document(cli: Cli, root: Path) -> None:
    made = cli("template", "new", "my-form", cwd=root)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.splitlines()[1:] == ["  posdoc template check my-form", "  posdoc build --form my-form"]
    checked = cli("template", "check", "my-form", cwd=root)
    assert (checked.returncode, checked.stdout) == (0, "No problems found.\n")
    built = cli("build", "--form", "my-form", cwd=root)
    assert (built.returncode, built.stderr) == (0, "")


def test_a_form_about_changes(cli: Cli, root: Path) -> None:
    made = cli("template", "new", "my-changes", "--from", "changes", cwd=root)
    assert made.stdout.splitlines()[1:] == [
        "  posdoc template check my-changes",
        "  posdoc diff --format docx --form my-changes",
    ]
    assert cli("template", "check", "my-changes", cwd=root).stdout == "No problems found.\n"
    assert ["my-changes", "changes", "templates/my-changes.docx"] in [
        line.split() for line in cli("template", "list", cwd=root).stdout.splitlines()
    ]
    said = cli("template", "fields", "--form", "my-changes", "reason", "--lang", "zh", cwd=root).stdout
    assert "subjects[].reason\n  the reason: the entry that is new among the revisions" in said
    refused = cli("build", "--form", "my-changes", cwd=root)
    assert (refused.returncode, "posdoc diff --format docx --form my-changes" in refused.stderr) == (2, True)
    other = cli("template", "fields", "--form", "my-changes", "--position", "engineer", cwd=root)
    assert (other.returncode, "is not about one position or unit" in other.stderr) == (2, True)


def test_a_document_on_the_companys_own_form(cli: Cli, root: Path) -> None:
    assert cli("build", "--form", "right", "--lang", "zh", cwd=root).returncode == 0
    (path,) = (root / "output").rglob("*.docx")
    text = zipfile.ZipFile(path).read("word/document.xml").decode()
    assert "恒达公司 维修工程师（SH-020） 2026年3月1日" in text
    assert [number for number in "一二三" if f">{number}、<" in text] == ["一", "二"]


def test_a_form_that_is_wrong_stops_the_build_and_names_the_way_out(cli: Cli, root: Path) -> None:
    ended = cli("build", "--form", "wrong", cwd=root)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "posdoc template check wrong" in ended.stderr
    assert not list(root.rglob("output/**/*.docx"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["new", "right"], "the form templates/right.docx exists and is left alone"),
        (["new", "a b"], "'a b' cannot be the name of a form"),
        (["new", "x", "--from", "standart"], "did you mean 'standard'?"),
        (["check", "nothing"], "there is no form named 'nothing'"),
        (["fields", "--form", "nothing"], "there is no form named 'nothing'"),
        (["fields", "--position", "nobody"], "there is no position or unit with the id 'nobody'"),
        (
            ["fields", "--form", "staffing", "--position", "engineer"],
            "the form is about a unit, which 'engineer' is not",
        ),
        (["fields", "--lang", "xx", "--position", "engineer"], "this workspace has no language 'xx'"),
        (["frob"], "No such command 'frob'"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str, cli: Cli, root: Path) -> None:
    ended = cli("template", *arguments, cwd=root)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert message in ended.stderr


def test_outside_a_workspace(cli: Cli, tmp_path: Path) -> None:
    for command in (["list"], ["new", "x"], ["check"], ["fields"]):
        assert cli("template", *command, cwd=tmp_path).returncode == 2


# --- check ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["right"], 0), (["wrong"], 1), ([], 1), (["right", "--unprinted"], 0),
     (["right", "--unprinted", "--fail-level", "info"], 1), (["right.docx"], 0), (["templates/right.docx"], 0)],
)  # fmt: skip
def test_the_exit_status(arguments: list[str], status: int, cli: Cli, root: Path) -> None:
    assert cli("template", "check", *arguments, cwd=root).returncode == status


def test_check_in_other_formats(cli: Cli, root: Path) -> None:
    findings = json.loads(cli("template", "check", "wrong", "--format", "json", cwd=root).stdout)["findings"]
    assert {finding["path"] for finding in findings} == {"templates/wrong.docx"}
    assert all(finding["code"].startswith("POS8") for finding in findings)
    for format_ in ("concise", "github", "gitlab", "junit", "sarif"):
        ended = cli("template", "check", "wrong", "--format", format_, cwd=root)
        assert ended.returncode == 1
        assert "POS811" in ended.stdout


def test_the_settings_hold(cli: Cli, root: Path) -> None:
    settings = (root / "posdoc.yaml").read_text(encoding="utf-8")
    (root / "posdoc.yaml").write_text(settings + "rules: {ignore: [POS8]}\n", encoding="utf-8")
    assert cli("template", "check", "wrong", cwd=root).stdout == "No problems found.\n"


# --- fields -----------------------------------------------------------------------------------------------------


def _values(cli: Cli, root: Path, *arguments: str) -> dict[str, list[str]]:
    ended = cli("template", "fields", "--format", "json", *arguments, cwd=root)
    assert (ended.returncode, ended.stderr) == (0, "")
    return {field["path"]: field["values"] for field in json.loads(ended.stdout)["fields"]}


def test_the_values_of_a_position_in_a_language(cli: Cli, root: Path) -> None:
    chinese = _values(cli, root, "--position", "engineer", "--lang", "zh")
    assert chinese["position.title"] == ["维修工程师"]
    assert chinese["duties.duties[].text"] == ["上门维修。", "培训客户。"]
    assert chinese["dates.effective"] == ["2026-03-01"]
    english = _values(cli, root, "--position", "engineer", "--lang", "en")
    assert english["duties.duties[].text"] == ["Repairs on site.", "Trains customers."]
    assert _values(cli, root, "--position", "engineer", "--lang", "zh+en")["position.title"] == [
        "维修工程师 Service Engineer"
    ]


def test_the_values_of_a_unit_and_of_the_department(cli: Cli, root: Path) -> None:
    assert _values(cli, root, "--form", "staffing", "--position", "service", "--lang", "zh")["fields.title"] == [
        "维修组"
    ]
    department = _values(cli, root, "--form", "handbook", "--lang", "zh")
    assert department["job_descriptions[].position.title"] == ["维修工程师"]


@pytest.mark.parametrize(
    ("identity", "subject", "field"),
    [("engineer", "positions", "parts[].duties[].text"), ("service", "units", "fields.title")],
)
def test_the_whole_list(identity: str, subject: str, field: str, cli: Cli, root: Path) -> None:
    lines = cli("template", "fields", "--position", identity, cwd=root).stdout.splitlines()
    assert lines[0] == f"The fields of forms about {subject}"
    assert lines.count(field) == 1
    assert "  its fields are those of parts[].rows[].left" in lines
    assert lines[lines.index("Filters") + 1].startswith("  join ")
    assert len(lines) < 1600


def test_a_word_that_no_field_has(cli: Cli, root: Path) -> None:
    assert cli("template", "fields", "zzz", cwd=root).stdout == "There is no such field.\n"


def test_what_json_says_of_a_field(cli: Cli, root: Path) -> None:
    ended = json.loads(cli("template", "fields", "title", "--format", "json", "--lang", "zh", cwd=root).stdout)
    assert ended["subject"] == "position"
    assert "date" in ended["filters"]
    (field,) = (field for field in ended["fields"] if field["path"] == "position.title")
    assert field["type"] == "text"
    assert field["meaning"] == {
        "zh": "岗位名称：正式印出的岗位名称。",
        "en": "Position title: The printed name of the position.",
    }
    assert field["examples"]
    assert field["values"] == []


# --- help -------------------------------------------------------------------------------------------------------


def _commands(text: str) -> Iterator[str]:
    return (line.split()[0] for line in text.splitlines() if line.startswith("  ") and line[2] not in " -")


@pytest.mark.parametrize(("language", "title"), [("zh", "命令:"), ("en", "Commands:")])
def test_help(language: str, title: str, cli: Cli) -> None:
    shown = cli("template", "--help", "--ui-lang", language).stdout.partition(title)[2]
    assert list(_commands(shown)) == ["check", "fields", "list", "new"]
    for command in _commands(shown):
        assert cli("template", command, "--help", "--ui-lang", language).returncode == 0
