"""What earlier builds have left: removed only if the manifest names it and nobody has touched it."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.build.leftovers import remove_leftovers, remove_unfinished
from posdoc.build.manifest import UNFINISHED, Entry, digest_of_output
from posdoc.errors import OutputError


def _made(folder: Path, *paths: str, on_request: bool = False) -> dict[str, Entry]:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(path.encode())
    return {path: Entry(digest_of_output(path, path.encode()), "key", on_request) for path in paths}


def _left_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_what_is_planned_stays_and_the_rest_goes_with_its_empty_folders(tmp_path: Path) -> None:
    files = _made(tmp_path, "zh/组/旧.docx", "zh/新.docx", "en/a/b/old.docx")
    assert remove_leftovers(tmp_path, files, {"zh/新.docx"}).removed == ("zh/组/旧.docx", "en/a/b/old.docx")
    assert _left_in(tmp_path) == ["zh", "zh/新.docx"]


def test_what_was_edited_is_left_alone_and_told(tmp_path: Path) -> None:
    files = _made(tmp_path, "a.docx", "b.docx")
    (tmp_path / "a.docx").write_bytes(b"signed")
    assert remove_leftovers(tmp_path, files, ()) == (("b.docx",), ("a.docx",))
    assert _left_in(tmp_path) == ["a.docx"]


def test_what_the_manifest_does_not_name_stays_and_so_does_its_folder(tmp_path: Path) -> None:
    files = _made(tmp_path, "zh/a.docx")
    (tmp_path / "zh" / "notes.txt").write_bytes(b"")
    remove_leftovers(tmp_path, files, ())
    assert _left_in(tmp_path) == ["zh", "zh/notes.txt"]


def test_what_was_made_on_request_stays(tmp_path: Path) -> None:
    files = _made(tmp_path, "a.docx", on_request=True)
    assert remove_leftovers(tmp_path, files, ()) == ((), ())
    assert _left_in(tmp_path) == ["a.docx"]


def test_what_is_gone_already_is_nothing(tmp_path: Path) -> None:
    files = _made(tmp_path, "a.docx")
    (tmp_path / "a.docx").unlink()
    assert remove_leftovers(tmp_path, files, ()) == ((), ())


def test_one_file_under_two_spellings(tmp_path: Path) -> None:
    """As on a file system that does not tell case: here a second name of the same file."""
    files = _made(tmp_path, "Manager.docx")
    (tmp_path / "manager.docx").hardlink_to(tmp_path / "Manager.docx")
    assert remove_leftovers(tmp_path, files, {"manager.docx"}) == ((), ())
    assert (tmp_path / "manager.docx").exists()


def test_nothing_is_removed_behind_a_link(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "output", tmp_path / "elsewhere"
    files = _made(elsewhere, "zh/a.docx")
    folder.mkdir()
    (folder / "zh").symlink_to(elsewhere / "zh", target_is_directory=True)
    assert remove_leftovers(folder, files, ()) == ((), ("zh/a.docx",))
    assert (elsewhere / "zh" / "a.docx").exists()


def test_a_file_that_cannot_be_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = _made(tmp_path, "a.docx")

    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.unlink", denied)
    with pytest.raises(OutputError, match="cannot write"):
        remove_leftovers(tmp_path, files, ())


def test_unfinished_files(tmp_path: Path) -> None:
    _made(tmp_path, f"{UNFINISHED}1", f"zh/{UNFINISHED}2", "zh/.posdoc-other", f"elsewhere/{UNFINISHED}3")
    remove_unfinished(tmp_path, ["zh/a.docx", "gone/b.docx"])
    assert _left_in(tmp_path) == ["elsewhere", f"elsewhere/{UNFINISHED}3", "zh", "zh/.posdoc-other"]
