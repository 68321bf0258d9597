"""``build --check``: what is current, what is not and why; nothing is made and nothing is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc.build import Choice, Request, build
from posdoc.build.manifest import NAME, read_manifest, write_manifest
from posdoc.build.proof import Fault, Proof, Reason, prove

MANAGER = "positions/after-sales/after-sales-manager.yaml"
DOCUMENT = "zh/售后服务部/售后服务经理_岗位说明书.docx"
ENGLISH = "en/After-sales Service Department/After-sales Service Manager_Job Description.docx"
CHART = "zh/售后服务部组织架构图.svg"


@pytest.fixture
def published(small: Path) -> Path:
    build(Request(small))
    return small


def _snapshot(folder: Path) -> dict[Path, tuple[int, bytes]]:
    return {p: (p.stat().st_mtime_ns, p.read_bytes() if p.is_file() else b"") for p in folder.rglob("*")}


def _faults(proof: Proof) -> dict[str, Reason]:
    return {fault.path: fault.reason for fault in proof.faults}


def _reword(root: Path) -> None:
    path = root / MANAGER
    path.write_text(path.read_text(encoding="utf-8").replace("妥善的解决", "彻底的解决"), encoding="utf-8")


def _rename(root: Path) -> None:
    path = root / MANAGER
    path.write_text(path.read_text(encoding="utf-8").replace("售后服务经理", "服务经理"), encoding="utf-8")


def _forget(root: Path) -> None:
    manifest = read_manifest(root / "output")
    files = {path: entry for path, entry in manifest.files.items() if path != DOCUMENT}
    write_manifest(root / "output", type(manifest)(files=files))


EDITS: dict[str, tuple[Callable[[Path], object], dict[str, Reason]]] = {
    "nothing": (bool, {}),
    "a comment": (lambda root: (root / MANAGER).write_bytes((root / MANAGER).read_bytes() + b"# x\n"), {}),
    "missing": (lambda root: (root / "output" / DOCUMENT).unlink(), {DOCUMENT: Reason.MISSING}),
    "edited": (lambda root: (root / "output" / DOCUMENT).write_bytes(b"x"), {DOCUMENT: Reason.EDITED}),
    "stale": (_reword, {DOCUMENT: Reason.STALE, ENGLISH: Reason.STALE}),  # both carry the digest of the definition
    "not in the manifest": (_forget, {DOCUMENT: Reason.UNRECORDED}),
    "a file of somebody else": (lambda root: (root / "output" / "notes.txt").write_bytes(b"x"), {}),
    "line ends of a text": (
        lambda root: (root / "output" / CHART).write_bytes(
            (root / "output" / CHART).read_bytes().replace(b"\n", b"\r\n")
        ),
        {},
    ),
}


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_faults(published: Path, edit: Callable[[Path], object], expected: dict[str, Reason]) -> None:
    edit(published)
    before = _snapshot(published)
    proof = prove(Request(published))
    assert _faults(proof) == expected
    assert proof.count == 6
    assert _snapshot(published) == before
    build(Request(published))
    assert prove(Request(published)).faults == ()


def test_every_reason_has_a_case_and_two_languages() -> None:
    cases = {reason for _, faults in EDITS.values() for reason in faults.values()} | {Reason.LEFT_OVER}
    assert cases == set(Reason)
    assert all(reason.value.zh and reason.value.en for reason in Reason)


def test_left_over(published: Path) -> None:
    _rename(published)
    faults = prove(Request(published)).faults
    assert Fault(DOCUMENT, Reason.LEFT_OVER) in faults
    assert Fault(DOCUMENT.replace("售后服务经理", "服务经理"), Reason.MISSING) in faults
    assert prove(Request(published, Choice(languages=("zh",)))).faults != ()
    assert Reason.LEFT_OVER not in _faults(prove(Request(published, Choice(languages=("zh",))))).values()


def test_a_clone_elsewhere_is_current(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(published, tmp_path / "clone")
    monkeypatch.setattr("posdoc.check.check", lambda *_: pytest.fail("definitions were read"))
    assert prove(Request(tmp_path / "clone")) == Proof(
        prove(Request(tmp_path / "clone")).checked, tmp_path / "clone" / "output", (), 6
    )


def test_another_folder(published: Path, tmp_path: Path) -> None:
    shutil.move(published / "output", tmp_path / "published")
    assert prove(Request(published, output=tmp_path / "published")).faults == ()
    assert set(_faults(prove(Request(published))).values()) == {Reason.MISSING}
    assert not (published / "output").exists()


def test_without_a_manifest_nothing_is_proved(published: Path) -> None:
    (published / "output" / NAME).unlink()
    assert set(_faults(prove(Request(published))).values()) == {Reason.UNRECORDED}


def test_definitions_with_errors_prove_nothing(published: Path) -> None:
    (published / MANAGER).write_text("titel: x\n", encoding="utf-8")
    proof = prove(Request(published))
    assert proof.refused
    assert proof.faults == ()


def test_a_part(published: Path) -> None:
    _reword(published)
    assert prove(Request(published, Choice(form="standard", languages=("zh",)))).faults == (
        Fault(DOCUMENT, Reason.STALE),
    )
