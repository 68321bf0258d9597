"""Files that came with a workspace and lie in wait for what posdoc writes (lines F of the threat model)."""

from __future__ import annotations

import json
import os
import sys
from hashlib import blake2b
from pathlib import Path

import pytest

from posdoc.build import lock, manifest
from tests.security.conftest import Posdoc, tree

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links are those of POSIX")


def _manifest(folder: Path, *paths: str, data: bytes = b"precious") -> None:
    """A manifest that claims that posdoc has made these files, and that they are as they were."""
    entry = {"digest": blake2b(data, digest_size=16).hexdigest(), "key": "x"}
    folder.mkdir(exist_ok=True)
    text = json.dumps({"format": 1, "inputs": "", "findings": 0, "files": dict.fromkeys(paths, entry)})
    (folder / manifest.NAME).write_text(text, encoding="utf-8")


@pytest.mark.threat("F1")
def test_a_manifest_removes_nothing_outside(workspace: Path, posdoc: Posdoc) -> None:
    victim = workspace.parent / "victim.txt"
    victim.write_bytes(b"precious")
    (workspace / "victim.txt").write_bytes(b"precious")
    names = [
        "../victim.txt",
        "../../victim.txt",
        str(victim),
        "a/../../victim.txt",
        "..\\victim.txt",
        ".",
        "",
        "C:victim.txt",
    ]
    if sys.platform != "win32":
        (workspace / "output").mkdir()
        (workspace / "output" / "link").symlink_to(workspace.parent)
        names.append("link/victim.txt")
    for name in names:
        _manifest(workspace / "output", name)
        assert posdoc("build").status == 0, name
        assert posdoc("build", "--check").status in (0, 1)
        assert victim.exists(), name
        assert (workspace / "victim.txt").exists(), name


@pytest.mark.threat("F2")
def test_a_file_that_is_not_as_posdoc_made_it_stays(workspace: Path, posdoc: Posdoc) -> None:
    _manifest(workspace / "output", "old.docx", "own.docx")
    (workspace / "output" / "old.docx").write_bytes(b"precious")
    (workspace / "output" / "own.docx").write_bytes(b"somebody's own work")
    (workspace / "output" / "notes.txt").write_bytes(b"precious")
    assert posdoc("build").status == 0
    left = {path.name for path in (workspace / "output").iterdir()}
    assert "own.docx" in left
    assert "notes.txt" in left
    assert "old.docx" not in left


@needs_links
@pytest.mark.threat("F3")
def test_links_lead_no_output_elsewhere(workspace: Path, posdoc: Posdoc) -> None:
    elsewhere = workspace.parent / "elsewhere"
    elsewhere.mkdir()
    (workspace / "output").symlink_to(elsewhere)
    assert posdoc("build").status == 2
    (workspace / "output").unlink()
    (workspace / "output").mkdir()
    (workspace / "output" / "en").symlink_to(elsewhere)
    assert posdoc("build").status == 2
    assert list(elsewhere.iterdir()) == []


@needs_links
@pytest.mark.threat("F4")
def test_a_link_in_the_place_of_an_output_is_replaced(workspace: Path, posdoc: Posdoc) -> None:
    assert posdoc("build").status == 0
    victim = workspace.parent / "victim"
    victim.write_bytes(b"precious")
    made = list((workspace / "output").rglob("*.docx"))
    for path in (*made, workspace / "output" / manifest.NAME):
        path.unlink()
        path.symlink_to(victim)
    assert posdoc("build").status == 0
    assert victim.read_bytes() == b"precious"
    assert made
    assert not any(path.is_symlink() for path in made)


@needs_links
@pytest.mark.threat("F5")
def test_a_link_in_the_place_of_the_lock_or_the_cache_empties_no_file(workspace: Path, posdoc: Posdoc) -> None:
    victim, folder = workspace.parent / "victim", workspace.parent / "folder"
    victim.write_bytes(b"precious")
    folder.mkdir()
    (workspace / "output").mkdir()
    (workspace / "output" / lock.NAME).symlink_to(victim)
    (workspace / ".posdoc").mkdir()
    (workspace / ".posdoc" / "cache").symlink_to(folder)
    assert posdoc("check").status == 0
    assert posdoc("build").status == 2
    assert victim.read_bytes() == b"precious"
    assert list(folder.iterdir()) == []


@pytest.mark.threat("F6")
def test_an_interrupted_write_leaves_the_old_file(
    workspace: Path, posdoc: Posdoc, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert posdoc("build").status == 0
    before = tree(workspace / "output")
    path = workspace / "positions" / "boss.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Leads", "Heads"), encoding="utf-8")
    monkeypatch.setattr(Path, "replace", _full_disk)
    assert posdoc("build").status == 2
    monkeypatch.undo()
    assert tree(workspace / "output") == before


def _full_disk(*_: object) -> Path:
    raise OSError(28, "No space left on device")


@pytest.mark.threat("F7")
def test_a_broken_manifest_counts_as_none(workspace: Path, posdoc: Posdoc) -> None:
    (workspace / "output").mkdir()
    for text in ("[" * 100_000, "{}", "[]", "\0", '{"format": 1, "inputs": "", "findings": 1e999, "files": {}}',
                 '{"format": 1, "inputs": [], "findings": "x", "files": []}'):  # fmt: skip
        (workspace / "output" / manifest.NAME).write_text(text, encoding="utf-8")
        assert posdoc("build").status == 0, text[:20]
        os.utime(workspace / "output")
