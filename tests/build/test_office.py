"""PDF through LibreOffice, and what is said where it is missing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc import libreoffice
from posdoc.build import Request, build, office
from posdoc.build.office import find_office, has_office, to_pdf
from posdoc.build.plan import Choice
from posdoc.errors import MissingToolError
from posdoc.model import DocumentFormat
from tests.soffice import CONVERT, stand_in


def test_where_it_is_missing_the_message_says_the_ways_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice.shutil, "which", lambda _: None)
    monkeypatch.delenv("POSDOC_SOFFICE", raising=False)
    monkeypatch.setattr(libreoffice.sys, "platform", "linux")
    assert not has_office()
    with pytest.raises(MissingToolError) as raised:
        find_office()
    assert raised.value.exit_code == 2
    assert raised.value.hint is not None
    assert "libreoffice.org" in raised.value.hint.zh
    assert "docx" in raised.value.hint.en


def test_documents_are_converted_in_batches_and_stay_in_order(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POSDOC_SOFFICE", stand_in(tmp_path, CONVERT))
    monkeypatch.setattr(office, "BATCH", 3)
    documents = [f"document {number}".encode() for number in range(8)]
    assert to_pdf(documents) == [b"%PDF " + data for data in documents]
    assert to_pdf([]) == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("cores", "each", "at_once"), [(8, 10, 1), (8, 20, 2), (8, 200, 3), (2, 200, 2), (None, 200, 1)]
)
def test_processes_are_as_many_as_there_is_work_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cores: int | None, each: int, at_once: int
) -> None:
    asked: list[int] = []

    def convert(_: str, documents: list[bytes], _endings: tuple[str, str], *, at_once: int) -> list[bytes]:
        asked.append(at_once)
        return documents

    monkeypatch.setenv("POSDOC_SOFFICE", stand_in(tmp_path, CONVERT))
    monkeypatch.setattr(office, "convert", convert)
    monkeypatch.setattr(office, "WORTH_A_PROCESS", 100)
    monkeypatch.setattr(office.os, "cpu_count", lambda: cores)
    documents = [b"x" * each] * 10
    assert to_pdf(documents, 3) == documents
    assert asked == [at_once]


@pytest.mark.tool("soffice", "pdftotext")
def test_a_real_pdf(small: Path, tool: Callable[[str], str]) -> None:
    built = build(Request(small, Choice(languages=("zh",), formats=(DocumentFormat.PDF,))))
    (path,) = (built.folder / name for name in built.made)
    assert path.suffix == ".pdf"
    text = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, encoding="utf-8", check=True).stdout
    assert "售后服务经理" in text
    assert "岗位说明书" in text
