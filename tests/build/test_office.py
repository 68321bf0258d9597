"""PDF through LibreOffice, and what is said where it is missing or fails."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc.build import Request, build, office
from posdoc.build.office import find_office, to_pdf
from posdoc.build.plan import Choice
from posdoc.errors import MissingToolError, OutputError
from posdoc.model import DocumentFormat


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    monkeypatch.delenv("POSDOC_SOFFICE", raising=False)
    monkeypatch.setattr(office.sys, "platform", "linux")
    return monkeypatch


def test_where_it_is_missing_the_message_says_the_ways_out(no_office: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    with pytest.raises(MissingToolError) as raised:
        find_office()
    assert raised.value.exit_code == 2
    assert raised.value.hint is not None
    assert "libreoffice.org" in raised.value.hint.zh
    assert "docx" in raised.value.hint.en


def test_places_that_are_looked_at(no_office: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "soffice.exe"
    program.write_bytes(b"")
    no_office.setattr(office, "_WINDOWS", (str(tmp_path / "missing.exe"), str(program)))
    no_office.setattr(office.sys, "platform", "win32")
    assert find_office() == str(program)
    no_office.setenv("POSDOC_SOFFICE", "/chosen/soffice")
    assert find_office() == "/chosen/soffice"


def _stand_in(folder: Path, source: str) -> str:
    """A program that stands in for LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport sys, pathlib, time\n{source}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


CONVERT = """
outdir = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
names = sys.argv[sys.argv.index("--outdir") + 2:]
print("noise"); print("more noise", file=sys.stderr)
for name in names:
    path = pathlib.Path(name)
    (outdir / (path.stem + ".pdf")).write_bytes(b"%PDF " + path.read_bytes())
"""


def test_documents_are_converted_in_batches_and_stay_in_order(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("POSDOC_SOFFICE", _stand_in(tmp_path, CONVERT))
    monkeypatch.setattr(office, "BATCH", 3)
    documents = [f"document {number}".encode() for number in range(8)]
    assert to_pdf(documents) == [b"%PDF " + data for data in documents]
    assert to_pdf([]) == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("source", "kind", "said"),
    [
        ("sys.exit(1)", OutputError, "LibreOffice made no PDF"),
        ("time.sleep(30)", OutputError, "did not finish in time"),
    ],
)
def test_a_failure_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str, kind: type[Exception], said: str
) -> None:
    monkeypatch.setenv("POSDOC_SOFFICE", _stand_in(tmp_path, source))
    monkeypatch.setattr(office, "SECONDS_TO_START", 0.5)
    monkeypatch.setattr(office, "SECONDS_A_DOCUMENT", 0)
    with pytest.raises(kind, match=said):
        to_pdf([b"x"])


def test_a_program_that_cannot_be_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POSDOC_SOFFICE", str(tmp_path / "missing"))
    with pytest.raises(MissingToolError, match="cannot run"):
        to_pdf([b"x"])


@pytest.mark.tool("soffice", "pdftotext")
def test_a_real_pdf(small: Path, tool: Callable[[str], str]) -> None:
    built = build(Request(small, Choice(languages=("zh",), formats=(DocumentFormat.PDF,))))
    (path,) = (built.folder / name for name in built.made)
    assert path.suffix == ".pdf"
    text = subprocess.run([tool("pdftotext"), str(path), "-"], capture_output=True, encoding="utf-8", check=True).stdout
    assert "售后服务经理" in text
    assert "岗位说明书" in text
