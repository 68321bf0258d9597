"""The table of changes in Word: exact, in both languages, valid, the same bytes every time, on a company's own form."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.build.office import to_pdf
from posdoc.build.plan import Choice, plan
from posdoc.diff import Difference, compare
from posdoc.diff.table_view import view_changes
from posdoc.documents import open_form
from posdoc.documents.of_changes import changes_document
from posdoc.errors import UsageError, WorkspaceError
from posdoc.load import load
from posdoc.template.marks import LONGEST
from posdoc.word.package import read_package
from tests.conftest import ROOT, Goldens
from tests.diff.test_cases import BASE, ENGINEER, written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = date(2026, 12, 1)
LANGUAGES = ("zh", "en", "zh+en")
HOSTILE = "& < > ' ]]> </w:t> {{ title }} {%p endfor %}"
REVISED = (
    ENGINEER.replace("headcount: 2", "headcount: 3")
    .replace("上门修理报修的机组。", "上门修理客户报修的机组。")
    .replace("修好机组。, en: Mend the units.", "修好所有机组。, en: Mend all units.")
    + 'document: {version: "1.1", revisions: [{version: "1.1", text: {zh: 客户要求, en: Customers asked}}]}\n'
)
CHANGES: dict[str, dict[str, str | None]] = {
    "few": {"positions/s/engineer.yaml": REVISED},
    "many": {
        "positions/s/engineer.yaml": REVISED,
        "positions/s/clerk.yaml": None,
        "positions/s/night/guard.yaml": f'title: "值班 {HOSTILE}"\nheadcount: 3\nreports_to: chief\n',
        "positions/s/night/unit.yaml": "title: 夜班组\n",
        **{f"positions/s/post-{number}.yaml": f"title: 岗位{number}\nheadcount: 2\nreports_to: chief\n"
           for number in range(40)},
    },
    "none": {},
}  # fmt: skip


@pytest.fixture(scope="module")
def differences(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Difference]:
    made = {}
    for name, changes in CHANGES.items():
        folder = tmp_path_factory.mktemp(name)
        new = {path: text for path, text in {**BASE, **changes}.items() if text is not None}
        made[name] = compare(load(written(folder / "old", BASE))[0], load(written(folder / "new", new))[0])
    return made


def document(difference: Difference, language: str, root: Path = ROOT, form: str = "changes") -> bytes:
    view = view_changes(difference, ("v1", ""), language, DAY)
    return changes_document(difference.new, view, open_form(root, form), language, DAY)


@pytest.fixture(scope="module")
def documents(differences: Mapping[str, Difference]) -> Mapping[tuple[str, str], bytes]:
    return {(name, tag): document(one, tag) for name, one in differences.items() for tag in LANGUAGES}


def root_of(made: bytes) -> Any:
    return etree.fromstring(read_package(made, "made")["word/document.xml"])


# --- what stands in it ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_goldens(goldens: Goldens, documents: Mapping[tuple[str, str], bytes], language: str) -> None:
    pretty = etree.tostring(root_of(documents["few", language]), encoding="unicode", pretty_print=True)
    goldens.check(f"few.{language}.xml", pretty)


def test_there_are_no_other_goldens(goldens: Goldens) -> None:
    goldens.check_orphans(f"few.{language}.xml" for language in LANGUAGES)


def test_what_was_deleted_is_struck_through_and_what_is_new_underlined(
    documents: Mapping[tuple[str, str], bytes],
) -> None:
    found: dict[str, list[str]] = {"Deleted": [], "Added": []}
    for run in root_of(documents["few", "zh"]).iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None and style.get(f"{W}val") in found:
            found[style.get(f"{W}val")].append("".join(run.itertext()))
    assert found == {"Deleted": ["2"], "Added": ["3", "所有", "客户"]}


def test_one_cell_holds_the_reason_of_all_rows(documents: Mapping[tuple[str, str], bytes]) -> None:
    merges = [merge.get(f"{W}val") for merge in root_of(documents["few", "zh"]).iter(f"{W}vMerge")]
    assert merges == ["restart", None, None]
    assert "".join(root_of(documents["few", "zh"]).itertext()).count("客户要求") == 1


def test_it_is_read_as_a_table(documents: Mapping[tuple[str, str], bytes]) -> None:
    read = docx.Document(io.BytesIO(documents["many", "zh"]))
    (section,) = read.sections
    assert (section.page_width, section.page_height) > (section.page_height, section.page_width)
    _, table, _ = read.tables
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "项目", "修订前", "修订后", "修订原因"]
    header = table.rows[0]._tr.find(f"{W}trPr")
    assert header.find(f"{W}tblHeader") is not None
    assert all(row._tr.find(f"{W}trPr/{W}cantSplit") is not None for row in table.rows)


def test_three_sign_at_the_end(documents: Mapping[tuple[str, str], bytes]) -> None:
    *_, signatures, dates = root_of(documents["many", "zh"]).iter(f"{W}tr")
    cells = [["".join(cell.itertext()) for cell in row.iter(f"{W}tc")] for row in (signatures, dates)]
    assert cells == [["拟订签名", "", "审核签名", "", "批准签名", ""], ["日期", ""] * 3]


def test_texts_of_definitions_stay_texts(documents: Mapping[tuple[str, str], bytes]) -> None:
    assert f"值班 {HOSTILE}" in "".join(root_of(documents["many", "en"]).itertext())


def test_where_nothing_differs_it_says_so(documents: Mapping[tuple[str, str], bytes]) -> None:
    read = docx.Document(io.BytesIO(documents["none", "zh"]))
    assert "没有不同。" in [paragraph.text for paragraph in read.paragraphs]
    assert len(read.tables) == 2


def test_marks_say_that_no_definition_holds_what_they_print(documents: Mapping[tuple[str, str], bytes]) -> None:
    marks = {tag.get(f"{W}val") for tag in root_of(documents["many", "zh"]).iter(f"{W}tag")}
    assert {"=before", "=after", "=reason"} <= marks
    assert all(mark.startswith("=") and 1 < len(mark) <= LONGEST for mark in marks)


def test_the_same_input_gives_the_same_bytes(
    differences: Mapping[str, Difference], documents: Mapping[tuple[str, str], bytes]
) -> None:
    assert document(differences["many"], "zh") == documents["many", "zh"]
    core = docx.Document(io.BytesIO(documents["few", "zh"])).core_properties
    assert (core.title, str(core.created)) == ("修订对照表", "2026-12-01 00:00:00+00:00")


# --- forms ---------------------------------------------------------------------------------------------------


def test_a_form_of_the_companys_own(differences: Mapping[str, Difference], tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    shutil.copy(ROOT / "templates" / "changes.docx", tmp_path / "templates" / "our-changes.docx")
    made = document(differences["few"], "zh", tmp_path, "our-changes")
    assert "修订对照表" in "".join(root_of(made).itertext())
    with pytest.raises(UsageError, match="is no table of changes"):
        document(differences["few"], "zh", tmp_path, "standard")


def test_build_refuses_it(sample_copy: Path) -> None:
    with pytest.raises(WorkspaceError, match="build cannot make it") as caught:
        plan(sample_copy, load(sample_copy)[0], Choice(form="changes"))
    assert caught.value.hint is not None
    assert "posdoc diff --format docx" in caught.value.hint.zh


# --- validators ----------------------------------------------------------------------------------------------


def test_openxml_audit_finds_nothing(documents: Mapping[tuple[str, str], bytes], tmp_path: Path) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    for (name, language), made in documents.items():
        path = tmp_path / f"{name}.{language}.docx"
        path.write_bytes(made)
        assert [str(error) for error in validator.validate(str(path)).errors] == [], path.name


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(
    documents: Mapping[tuple[str, str], bytes], tmp_path: Path, tool: Callable[[str], str]
) -> None:
    for language in LANGUAGES:
        path = tmp_path / "made.docx"
        path.write_bytes(documents["many", language])
        ended = subprocess.run(
            [tool("ooxml-validator"), str(path)], capture_output=True, encoding="utf-8", timeout=120, check=False
        )
        assert json.loads(ended.stdout)["errors"] == [], language


@pytest.mark.tool("soffice", "pdftotext")
def test_it_becomes_a_pdf_whose_heads_repeat(
    documents: Mapping[tuple[str, str], bytes], tmp_path: Path, tool: Callable[[str], str]
) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(to_pdf([documents["many", "zh"]])[0])
    text = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, encoding="utf-8", check=True).stdout
    pages = text.split("\f")[:-1]
    assert len(pages) > 2
    assert all("修订原因" in page for page in pages[:-1])
    assert "岗位39" in "".join(text.split())
