"""Checking the templates of a workspace: all of them or some, a handbook's job descriptions, fields that nothing prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.build.new_form import new_form
from posdoc.documents.inspection import inspect_templates
from posdoc.errors import UsageError
from posdoc.load import load
from posdoc.resources import templates_folder
from tests.example_files import write_files
from tests.word.notation import form

WORKSPACE = """\
## posdoc.yaml
organization: {name: 公司}
## positions/it.yaml
title: 工程师
code: A-1
location: 总部
duties: [{text: 维修, time: 100%}]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path, WORKSPACE)


def _add(root: Path, name: str, text: str) -> None:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / f"{name}.docx").write_bytes(form(text))


def _found(root: Path, *names: str, unprinted: bool = False) -> list[tuple[str, str, str]]:
    findings = inspect_templates(root, load(root)[0], names, unprinted=unprinted)
    return [(finding.span.path, finding.name, finding.message.en) for finding in findings]


SHIPPED = sorted(path.stem for path in templates_folder().glob("*.docx"))


def test_there_are_forms() -> None:
    assert {"standard", "handbook", "staffing"} <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_wrong_with_a_form_of_posdocs_own(name: str, root: Path) -> None:
    assert _found(root, name) == []


def test_without_names_all_forms_are_checked(root: Path) -> None:
    _add(root, "standard", "{{ position.titel }}")
    _add(root, "other", "{{ x }}")
    assert [(path, name) for path, name, _ in _found(root)] == [
        ("templates/other.docx", "unknown-form-field"),
        ("templates/standard.docx", "unknown-form-field"),
    ]


def test_with_names_only_those(root: Path) -> None:
    _add(root, "one", "{{ x }}")
    _add(root, "two", "{{ y }}")
    assert [path for path, _, _ in _found(root, "two")] == ["templates/two.docx"]
    with pytest.raises(UsageError, match="no form named 'three'"):
        _found(root, "three")


def test_the_message_begins_with_the_place(root: Path) -> None:
    _add(root, "mine", "a\n{{ position.titel }}")
    assert _found(root, "mine") == [
        ("templates/mine.docx", "unknown-form-field", "paragraph 2: there is no field 'position.titel'")
    ]


def test_a_file_that_is_no_form(root: Path) -> None:
    (root / "templates").mkdir()
    (root / "templates" / "mine.docx").write_bytes(b"nothing")
    assert [name for _, name, _ in _found(root, "mine")] == ["unusable-form"]


def test_a_handbook_is_tried_with_the_form_that_the_outputs_name(root: Path) -> None:
    with (root / "posdoc.yaml").open("a", encoding="utf-8") as settings:
        settings.write("outputs: {documents: [{form: handbook, job_form: mine}]}\n")
    ((_, name, message),) = _found(root, "handbook")
    assert (name, message) == ("unusable-form", "there is no form named 'mine'")
    _add(root, "mine", "{{ position.title.upper() }}")
    assert [name for _, name, _ in _found(root, "handbook")] == ["unusable-form"]
    _add(root, "mine", "{{ position.title }}")
    assert _found(root, "handbook") == []


PRINTED = {
    "{{ position.title }}": ["code", "location", "duties"],
    "{{ position.title }} {{ position.location }} {{ position.duties }}": ["code"],
    "{%p if identity %}\n{%p for row in identity.rows %}\n{{ row.label }}\n{%p endfor %}\n{%p endif %}": ["duties"],
    "{%p for part in parts %}\n{%p for cell in part.cells %}\n{{ cell.label }}\n{%p endfor %}\n{%p endfor %}": [],
    "{{ position.title }}{{ position.code }}{{ position.location }}\n"
    "{%p if duties %}\n{%p for duty in duties.duties %}\n{{ duty.text }}\n{%p endfor %}\n{%p endif %}": [],
}


@pytest.mark.parametrize(("text", "expected"), PRINTED.items())
def test_fields_that_are_not_printed(text: str, expected: list[str], root: Path) -> None:
    _add(root, "mine", text)
    assert _found(root, "mine") == []
    found = _found(root, "mine", unprinted=True)
    names = [word.strip("(),") for _, _, message in found for word in message.split() if word.startswith("(")]
    assert names == expected


def test_a_field_that_nobody_fills_is_not_missed(root: Path) -> None:
    _add(root, "mine", "{{ position.title }}")
    ((_, name, message),) = _found(root, "mine", unprinted=True)
    assert name == "unprinted-field"
    assert "grade" not in message


# --- a copy of a form -------------------------------------------------------------------------------------------


def test_a_copy_is_the_form_itself_and_checks_out(root: Path) -> None:
    assert new_form(root, "mine", "standard") == "templates/mine.docx"
    assert (root / "templates" / "mine.docx").read_bytes() == (templates_folder() / "standard.docx").read_bytes()
    assert _found(root, "mine") == []
    assert new_form(root, "mine2.docx", "mine") == "templates/mine2.docx"


def test_a_form_may_have_the_name_of_one_of_posdocs_own(root: Path) -> None:
    assert new_form(root, "standard", "standard") == "templates/standard.docx"


@pytest.mark.parametrize("name", ["mine", "MINE", "mine.docx"])
def test_a_form_that_exists_is_left_alone(name: str, root: Path) -> None:
    _add(root, "mine", "{{ position.title }}")
    before = (root / "templates" / "mine.docx").read_bytes()
    with pytest.raises(UsageError, match="exists and is left alone"):
        new_form(root, name, "standard")
    assert (root / "templates" / "mine.docx").read_bytes() == before


@pytest.mark.parametrize("name", ["", "a b", "../x", "a/b", "/x", "~$x", "con", "NUL", ".x", "_x", "x" * 61, "a\nb"])
def test_a_name_that_is_none(name: str, root: Path) -> None:
    with pytest.raises(UsageError, match="cannot be the name of a form"):
        new_form(root, name, "standard")
    assert not (root / "templates").exists()


def test_a_form_that_is_not_there_cannot_be_copied(root: Path) -> None:
    with pytest.raises(UsageError, match="no form named 'standart'") as raised:
        new_form(root, "mine", "standart")
    assert raised.value.hint is not None
    assert raised.value.hint.en == "did you mean 'standard'?"
    with pytest.raises(UsageError, match="no form named 'zzz'"):
        new_form(root, "mine", "zzz")
