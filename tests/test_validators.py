"""A sample of documents through two validators and LibreOffice. All of them: tests/proof."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from posdoc.build.office import to_pdf
from posdoc.documents import open_form, position_document
from posdoc.load import load
from posdoc.locales.words import Words

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Documents of a few positions in both languages, by the title that they print."""
    organization, _ = load(ROOT)
    form, folder = open_form(ROOT, "standard"), tmp_path_factory.mktemp("documents")
    made = {}
    for position in organization.positions[::8]:
        for language in organization.languages:
            path = folder / f"{position.id}.{language}.docx"
            path.write_bytes(position_document(organization, position, form, language))
            made[Words(organization, language).text(position.title)] = path
    assert len(made) >= 8
    return made


def test_openxml_audit_finds_nothing(documents: dict[str, Path]) -> None:
    validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365)
    found = {path.name: [str(error) for error in validator.validate(str(path)).errors] for path in documents.values()}
    assert {name: errors for name, errors in found.items() if errors} == {}


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(documents: dict[str, Path], tool: Callable[[str], str]) -> None:
    for path in documents.values():
        ended = subprocess.run(
            [tool("ooxml-validator"), str(path)], capture_output=True, encoding="utf-8", timeout=120, check=False
        )
        assert json.loads(ended.stdout)["errors"] == [], path.name


@pytest.mark.tool("soffice", "pdftotext")
def test_libreoffice_makes_pdfs_in_one_batch(
    documents: dict[str, Path], tmp_path: Path, tool: Callable[[str], str]
) -> None:
    made = to_pdf([path.read_bytes() for path in documents.values()])
    for title, data in zip(documents, made, strict=True):
        assert data.startswith(b"%PDF")
        path = tmp_path / "made.pdf"
        path.write_bytes(data)
        ended = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, encoding="utf-8", check=True)
        assert "".join(title.split()) in "".join(ended.stdout.split())
        assert ended.stdout.count("\f") >= 1
