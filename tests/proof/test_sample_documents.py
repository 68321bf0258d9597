"""Every document of the sample, in every language: valid by two validators, a PDF from LibreOffice, the same bytes."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from posdoc.load import load
from posdoc.workspace_files import REVIEWS_FILE
from tests.conftest import find_tool
from tests.proof.validators import audited, found_in, validated

pytestmark = pytest.mark.proof

Tool = Callable[[str], str]


def _build(cli: Callable[..., Any], sample: Path, folder: Path, *options: str) -> Path:
    ended = cli("-C", sample, "build", "--output", folder, *options, timeout=1200)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stderr == ""
    return folder


@pytest.fixture(scope="module")
def built(cli: Callable[..., Any], sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``posdoc build`` makes of the sample."""
    return _build(cli, sample, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def documents(built: Path, sample: Path) -> list[Path]:
    """The Word documents; there is one for each position and language."""
    found = sorted(built.rglob("*.docx"))
    organization, _ = load(sample)
    assert len(organization.positions) >= 24
    assert len(found) > len(organization.positions) * len(organization.workspace.languages)
    return found


# --- the two validators -------------------------------------------------------------------------------------


def test_openxml_audit_finds_nothing(documents: list[Path]) -> None:
    assert found_in(audited, documents) == {}


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(documents: list[Path], tool: Tool) -> None:
    program = tool("ooxml-validator")
    assert found_in(lambda path: validated(program, path), documents) == {}


@pytest.mark.tool("ooxml-validator")
def test_the_handbook_is_valid_and_its_contents_are_filled_in(
    cli: Callable[..., Any], sample: Path, tmp_path: Path, tool: Tool
) -> None:
    (handbook,) = _build(cli, sample, tmp_path, "--form", "handbook", "--lang", "zh").rglob("*.docx")
    assert found_in(audited, [handbook]) == {}
    assert found_in(lambda path: validated(tool("ooxml-validator"), path), [handbook]) == {}
    entries = re.findall(
        r'w:val="TOC[12]"/></w:pPr>.*?</w:p>', zipfile.ZipFile(handbook).read("word/document.xml").decode()
    )
    organization, _ = load(sample)
    assert len(entries) > 2 * len(organization.positions)
    if find_tool("soffice"):
        assert all(re.search(r"PAGEREF .*?<w:t>\d+</w:t>", entry) for entry in entries)


@pytest.fixture
def faulty(documents: list[Path], tmp_path: Path) -> Path:
    """A document with an element in it that Word does not know."""
    path = tmp_path / "faulty.docx"
    with zipfile.ZipFile(documents[0]) as good, zipfile.ZipFile(path, "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body><w:nonsense/>", 1)
            bad.writestr(name, content)
    return path


def test_openxml_audit_would_find_a_fault(faulty: Path) -> None:
    assert audited(faulty) != []


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_would_find_a_fault(faulty: Path, tool: Tool) -> None:
    assert validated(tool("ooxml-validator"), faulty) != []


# --- PDF ----------------------------------------------------------------------------------------------------


@pytest.mark.tool("soffice", "pdftotext")
def test_libreoffice_makes_a_pdf_of_each_job_description(
    cli: Callable[..., Any], sample: Path, built: Path, documents: list[Path], tmp_path: Path, tool: Tool
) -> None:
    folder = _build(cli, sample, tmp_path / "pdf", "--form", "standard", "--format", "pdf")
    documents = [path for path in documents if len(path.relative_to(built).parts) == 3]  # language, unit, position
    organization, _ = load(sample)
    titles = {position.title.in_("zh") for position in organization.positions if position.title}
    made = {path.stem: path for path in folder.rglob("*.pdf")}
    assert {path.stem for path in documents} <= made.keys()
    texts = [_text(tool("pdftotext"), made[path.stem]) for path in documents]
    assert all(len(text) > 200 for text in texts)
    assert {title for title in titles if not any(title in text for text in texts)} == set()
    lost = {path.name: _lost(path, text) for path, text in zip(documents, texts, strict=True)}
    assert {name: paragraphs for name, paragraphs in lost.items() if paragraphs} == {}


@pytest.mark.long
@pytest.mark.tool("soffice", "pdftotext")
@pytest.mark.parametrize("form", ["handbook", "acknowledgement", "staffing"])
def test_libreoffice_makes_a_pdf_of_the_others(
    cli: Callable[..., Any], sample: Path, tmp_path: Path, form: str, tool: Tool
) -> None:
    folder = _build(cli, sample, tmp_path, "--form", form, "--format", "pdf")
    made = sorted(folder.rglob("*.pdf"))
    assert len(made) == 2
    assert all(len(_text(tool("pdftotext"), path)) > 500 for path in made)


def _lost(document: Path, text: str) -> list[str]:
    """The paragraphs of a document that do not stand in the text of its PDF as often as in the document.

    A paragraph over the edge of a page has header and footer in its middle, so its beginning is enough.
    """
    body = zipfile.ZipFile(document).read("word/document.xml").decode()
    body = re.sub(r"<mc:AlternateContent.*?</mc:AlternateContent>", "", body, flags=re.DOTALL)
    paragraphs = ["".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", p)) for p in body.split("</w:p>")]
    wanted = Counter("".join(unescape(paragraph).split())[:12] for paragraph in paragraphs)
    return [start for start, count in wanted.items() if start and text.count(start) < count]


def _text(program: str, path: Path) -> str:
    command = [program, "-raw", str(path), "-"]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return "".join(ended.stdout.split())


# --- the same bytes -----------------------------------------------------------------------------------------


def test_two_builds_are_identical(cli: Callable[..., Any], sample: Path, built: Path, tmp_path: Path) -> None:
    again = _build(cli, sample, tmp_path / "again", "--jobs", "1")
    first, second = _contents(built), _contents(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_build_elsewhere_is_identical(
    cli: Callable[..., Any], built: Path, sample: Path, sample_copy: Path, tmp_path: Path
) -> None:
    shutil.copy2(sample / REVIEWS_FILE, sample_copy)
    moved = shutil.move(sample_copy, tmp_path / "工作区 副本")
    elsewhere = _build(cli, Path(moved), tmp_path / "elsewhere")
    assert _contents(elsewhere) == _contents(built)


def _contents(folder: Path) -> dict[str, bytes]:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert len(files) > 50
    return files
