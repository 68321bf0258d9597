"""Running LibreOffice: where it is looked for, what it is given, and what is said where it fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from posdoc import libreoffice
from posdoc.errors import MissingToolError, OutputError
from posdoc.libreoffice import convert, find_program
from tests.soffice import CONVERT, stand_in


def test_places_that_are_looked_at(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(libreoffice.shutil, "which", lambda _: None)
    monkeypatch.delenv("POSDOC_SOFFICE", raising=False)
    monkeypatch.setattr(libreoffice.sys, "platform", "linux")
    assert find_program() is None
    program = tmp_path / "soffice.exe"
    program.write_bytes(b"")
    monkeypatch.setattr(libreoffice, "_WINDOWS", (str(tmp_path / "missing.exe"), str(program)))
    monkeypatch.setattr(libreoffice.sys, "platform", "win32")
    assert find_program() == str(program)
    monkeypatch.setenv("POSDOC_SOFFICE", "/chosen/soffice")
    assert find_program() == "/chosen/soffice"


def test_documents_stay_in_order(tmp_path: Path) -> None:
    made = convert(stand_in(tmp_path, CONVERT), [b"one", b"two"], ("doc", "docx"))
    assert made == [b"%DOCX one", b"%DOCX two"]


SETTINGS = """
profile = next(arg for arg in sys.argv if arg.startswith("-env:UserInstallation=file://"))
settings = pathlib.Path(profile.partition("file://")[2]) / "user" / "registrymodifications.xcu"
outdir = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
(outdir / "0.docx").write_bytes(settings.read_bytes() if settings.exists() else b"none")
"""


def test_files_from_elsewhere_run_no_macros_and_fetch_nothing(tmp_path: Path) -> None:
    program = stand_in(tmp_path, SETTINGS)
    (settings,) = convert(program, [b"x"], ("doc", "docx"), with_caution=True)
    assert b"DisableMacrosExecution" in settings
    assert b"BlockUntrustedRefererLinks" in settings
    assert convert(program, [b"x"], ("doc", "docx")) == [b"none"]


@pytest.mark.parametrize(
    ("source", "said"),
    [("sys.exit(1)", "LibreOffice made no PDF"), ("time.sleep(30)", "did not finish in time")],
)
def test_a_failure_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str, said: str) -> None:
    monkeypatch.setattr(libreoffice, "SECONDS_TO_START", 0.5)
    monkeypatch.setattr(libreoffice, "SECONDS_A_DOCUMENT", 0)
    with pytest.raises(OutputError, match=said):
        convert(stand_in(tmp_path, source), [b"x"], ("docx", "pdf"))


def test_a_program_that_cannot_be_run(tmp_path: Path) -> None:
    with pytest.raises(MissingToolError, match="cannot run"):
        convert(str(tmp_path / "missing"), [b"x"], ("docx", "pdf"))


SHARE = (
    CONVERT
    + """
profile = next(arg for arg in sys.argv if arg.startswith("-env:")).rpartition("/")[2]
(pathlib.Path(__file__).parent / profile).write_text(" ".join(pathlib.Path(name).stem for name in names))
"""
)


def test_processes_share_the_documents(tmp_path: Path) -> None:
    documents = [str(number).encode() for number in range(5)]
    made = convert(stand_in(tmp_path, SHARE), documents, ("doc", "pdf"), at_once=2)
    assert made == [b"%PDF " + document for document in documents]
    assert {path.name: path.read_text() for path in tmp_path.glob("profile-*")} == {
        "profile-0": "0 2 4",
        "profile-1": "1 3",
    }
    assert convert(stand_in(tmp_path, SHARE), [b"one"], ("doc", "pdf"), at_once=4) == [b"%PDF one"]


LATE = """
import os
own = pathlib.Path(__file__).parent / str(os.getpid())
own.write_text("begun")
time.sleep(30)
own.write_text("ended")
"""


def test_where_time_is_up_no_process_goes_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(libreoffice, "SECONDS_TO_START", 3)
    monkeypatch.setattr(libreoffice, "SECONDS_A_DOCUMENT", 0)
    with pytest.raises(OutputError, match="did not finish in time"):
        convert(stand_in(tmp_path, LATE), [b"x", b"y"], ("docx", "pdf"), at_once=2)
    begun = [path for path in tmp_path.iterdir() if path.name.isdecimal()]
    assert len(begun) == 2
    for path in begun:
        with pytest.raises(ProcessLookupError):
            os.kill(int(path.name), 0)
