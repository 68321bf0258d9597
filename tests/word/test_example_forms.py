"""The example forms of the tutorial: they are as the script makes them, sound, and print what a position says."""

from __future__ import annotations

import io
import json
import runpy
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.documents import open_form, position_document
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import Organization, Position
from posdoc.views.position import view_position
from posdoc.word.package import read_package

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"
FORMS = ("company-table", "plain")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BARE = (
    "organization: {name: 甲公司}\nlanguages: [zh]\noutside_positions: [{id: boss, title: 总经理}]\n",
    "title: 空岗位\nreports_to: boss\n",
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with next to nothing in its position, and with both forms."""
    folder = tmp_path_factory.mktemp("examples")
    for name in ("positions", "templates"):
        (folder / name).mkdir()
    (folder / "posdoc.yaml").write_text(BARE[0], encoding="utf-8")
    (folder / "positions" / "bare.yaml").write_text(BARE[1], encoding="utf-8")
    for form in FORMS:
        (folder / "templates" / f"{form}.docx").write_bytes((EXAMPLES / f"{form}.docx").read_bytes())
    return folder


@pytest.fixture(scope="module")
def organization() -> Organization:
    return load(ROOT)[0]


def _lines(data: bytes) -> list[str]:
    """The paragraphs of the body, tables included."""
    body = docx.Document(io.BytesIO(data)).element.body
    return ["".join(_text(one) for one in paragraph.iter(f"{W}t", f"{W}br")) for paragraph in body.iter(f"{W}p")]


def _text(element: etree._Element) -> str:
    return "\n" if element.tag == f"{W}br" else element.text or ""


def _expected(form: str, view: dict[str, Any]) -> list[str]:
    """Texts of a position that a form has to print."""
    position, duties, needs = view["position"], view["duties"], view["qualifications"]
    texts = [position[name] for name in ("title", "code", "unit", "reports_to", "headcount")]
    texts += [text for duty in duties["duties"] for text in (duty["text"], *duty["tasks"])] if duties else []
    texts += [one[name] for one in needs["qualifications"] for name in ("required", "preferred")] if needs else []
    if form == "company-table":
        texts += [position["purpose"], view["document_number"] and view["version"]]
        texts += [line["name"] for sheet in view["scorecard"]["sheets"] for line in sheet["lines"]]
        texts += [item for cell in (view["authority"] or {"cells": []})["cells"] for item in cell["items"]]
    else:
        texts += [one["content"] for one in (view["contacts"] or {"contacts": []})["contacts"]]
    return [text for text in texts if text not in ("", "—")]


def _made(organization: Organization, position: Position, form: str, language: str, root: Path) -> bytes:
    return position_document(organization, position, open_form(root, form), language)


@pytest.mark.parametrize("form", FORMS)
def test_every_position_is_printed_with_what_it_says(form: str, organization: Organization, workspace: Path) -> None:
    opened = open_form(workspace, form)
    for position in organization.positions:
        language = organization.languages[len(position.id) % len(organization.languages)]
        printed = "\n".join(_lines(position_document(organization, position, opened, language)))
        view = view_position(organization, Words(organization, language), position)
        assert [text for text in _expected(form, view) if text not in printed] == [], position.id
        assert "{{" not in printed
        assert "{%" not in printed


@pytest.mark.parametrize("form", FORMS)
def test_a_position_with_next_to_nothing_leaves_the_labels_of_the_blank_form(form: str, workspace: Path) -> None:
    bare = load(workspace)[0]
    printed = _lines(_made(bare, bare.positions[0], form, "zh", workspace))
    assert "空岗位" in "".join(printed)
    assert "".join(printed).count("□") == (6 if form == "company-table" else 3)
    assert [label for label in _labels(form) if not any(line.startswith(label) for line in printed)] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_blank_form_and_the_template_have_the_same_labels(form: str) -> None:
    template = _lines((EXAMPLES / f"{form}.docx").read_bytes())
    assert len(_labels(form)) > 10
    assert [label for label in _labels(form) if not any(line.startswith(label) for line in template)] == []


def _labels(form: str) -> list[str]:
    """What the blank form says, without boxes and without what only shows where something is to be filled in."""
    lines = _lines((EXAMPLES / f"{form}-blank.docx").read_bytes())
    kept = [line for line in lines if line and "……" not in line and not line.startswith(("（", "联系对象"))]
    return [line.partition("：")[0] if "□" in line else line for line in kept if "□" not in line or "：" in line]


def test_the_check_finds_nothing_worse_than_a_remark(workspace: Path, cli: Callable[..., Any]) -> None:
    ended = cli("-C", workspace, "template", "check", *FORMS, "--fail-level", "warning")
    assert ended.returncode == 0, ended.stdout


def test_tags_that_word_cut_into_pieces_are_remarked_on(workspace: Path, cli: Callable[..., Any]) -> None:
    assert "mended-tag" in cli("-C", workspace, "template", "check", "company-table").stdout


@pytest.mark.parametrize("form", FORMS)
def test_openxml_audit_finds_nothing(form: str, organization: Organization, workspace: Path, tmp_path: Path) -> None:
    assert {path.name: _errors(path) for path in _files(form, organization, workspace, tmp_path) if _errors(path)} == {}


def _errors(path: Path) -> list[str]:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    return [str(error) for error in validator.validate(str(path)).errors]


@pytest.mark.tool("ooxml-validator")
@pytest.mark.parametrize("form", FORMS)
def test_the_open_xml_sdk_finds_nothing(
    form: str, organization: Organization, workspace: Path, tmp_path: Path, tool: Callable[[str], str]
) -> None:
    for path in _files(form, organization, workspace, tmp_path):
        ended = subprocess.run(
            [tool("ooxml-validator"), str(path)], capture_output=True, encoding="utf-8", timeout=120, check=False
        )
        assert json.loads(ended.stdout)["errors"] == [], path.name


def _files(form: str, organization: Organization, workspace: Path, folder: Path) -> list[Path]:
    """The template, and a full and a bare position printed on it."""
    bare = load(workspace)[0]
    full = organization.by_id["after-sales-manager"]
    made = {
        "template": (EXAMPLES / f"{form}.docx").read_bytes(),
        "full": _made(organization, full, form, "zh", workspace),
        "bare": _made(bare, bare.positions[0], form, "zh", workspace),
    }
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    return [folder / f"{name}.docx" for name in made]


def test_the_files_are_what_the_script_makes() -> None:
    """If not: run ``docs/examples/make_company_table.py`` and ``docs/examples/make_plain.py``."""
    table = runpy.run_path(str(EXAMPLES / "make_company_table.py"))["company_table"]
    plain = runpy.run_path(str(EXAMPLES / "make_plain.py"))["plain"]
    made = {"company-table-blank": table(template=False), "company-table": table(template=True), "plain": plain()}
    for name, parts in made.items():
        assert _texts(read_package((EXAMPLES / f"{name}.docx").read_bytes(), name)) == _texts(parts), name


def _texts(parts: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """The parts that are not pictures: how far these are compressed is the computer's business."""
    plain = {name: part.encode() if isinstance(part, str) else part for name, part in parts.items()}
    return {name: part for name, part in plain.items() if not name.endswith(".png")}
