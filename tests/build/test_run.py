"""Running a plan: the same bytes in one process and in two, nothing while there are errors, no harm from two at once."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from posdoc.build import Request, build
from posdoc.build.manifest import NAME
from posdoc.build.plan import Choice
from posdoc.errors import MissingToolError
from posdoc.model import DocumentFormat
from posdoc.word.package import read_package


def _files(folder: Path) -> dict[str, bytes]:
    """The outputs in a folder, without the manifest."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_makes_everything_and_says_what(small: Path) -> None:
    built = build(Request(small))
    assert built.folder == small / "output"
    assert sorted(built.made) == sorted(_files(small / "output"))
    assert len(built.made) == 6
    assert (built.unchanged, built.refused) == ((), False)


def test_a_second_build_changes_nothing(small: Path) -> None:
    first = build(Request(small))
    before = {path: path.stat().st_mtime_ns for path in (small / "output").rglob("*")}
    again = build(Request(small))
    assert (again.made, sorted(again.unchanged)) == ((), sorted(first.made))
    assert {path: path.stat().st_mtime_ns for path in (small / "output").rglob("*")} == before


def test_what_is_missing_or_damaged_is_made_again(small: Path) -> None:
    built = build(Request(small))
    damaged, missing = (small / "output" / name for name in sorted(built.made)[:2])
    damaged.write_bytes(b"damaged")
    missing.unlink()
    assert len(build(Request(small)).made) == 2
    assert damaged.read_bytes() != b"damaged"


def test_progress_counts_to_the_end(small: Path) -> None:
    told: list[tuple[int, int]] = []
    build(Request(small), lambda done, total: told.append((done, total)))
    assert told == [(number, 6) for number in range(1, 7)]


def test_one_process_and_two_give_the_same_bytes(sample_copy: Path, tmp_path: Path) -> None:
    choice = Choice(languages=("zh",), form="standard")
    one = build(Request(sample_copy, choice, tmp_path / "one", jobs=1))
    two = build(Request(sample_copy, choice, tmp_path / "two", jobs=2))
    assert one.made == two.made
    assert len(one.made) >= 24
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


ERRORS = {
    "position": ("positions/after-sales/after-sales-manager.yaml", "titel: x\n"),
    "settings": ("posdoc.yaml", "languages: [zh\n"),
    "reference": ("positions/after-sales/other.yaml", "title: x\nreports_to: nobody\n"),
}


@pytest.mark.parametrize(("path", "text"), ERRORS.values(), ids=ERRORS)
def test_nothing_is_made_while_there_are_errors(small: Path, path: str, text: str) -> None:
    (small / path).write_text(text, encoding="utf-8")
    built = build(Request(small))
    assert built.refused
    assert built.made == ()
    assert not (small / "output").exists()


def test_old_output_stays_while_there_are_errors(small: Path) -> None:
    build(Request(small))
    before = _files(small / "output")
    (small / "posdoc.yaml").write_text("nonsense: 1\n", encoding="utf-8")
    assert build(Request(small)).refused
    assert _files(small / "output") == before


def test_two_builds_at_once_do_not_corrupt(small: Path, tmp_path: Path) -> None:
    expected = _files(build(Request(small, output=tmp_path / "expected")).folder)
    failures: list[BaseException] = []

    def run() -> None:
        try:
            for _ in range(3):
                build(Request(small, choice=Choice(form="standard")))
        except BaseException as error:  # noqa: BLE001 - shown below
            failures.append(error)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    made = _files(small / "output")
    assert made == {name: data for name, data in expected.items() if name.endswith(".docx")}


def test_pdf_is_refused_before_anything_is_made(small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("posdoc.libreoffice.shutil.which", lambda _: None)
    monkeypatch.delenv("POSDOC_SOFFICE", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(MissingToolError, match="needs LibreOffice"):
        build(Request(small, Choice(formats=(DocumentFormat.DOCX, DocumentFormat.PDF)), tmp_path / "out"))
    assert not (tmp_path / "out").exists()


def test_the_output_folder_of_the_settings(small: Path) -> None:
    settings = (small / "posdoc.yaml").read_text(encoding="utf-8")
    (small / "posdoc.yaml").write_text(
        settings.replace("outputs:\n", "outputs:\n  folder: 成品/今年\n"), encoding="utf-8"
    )
    built = build(Request(small))
    assert built.folder == small / "成品" / "今年"
    assert len(_files(small / "成品")) == 6


def test_every_document_made_is_a_word_file(small: Path) -> None:
    built = build(Request(small))
    documents = [name for name in built.made if name.endswith(".docx")]
    assert len(documents) == 2
    for name in documents:
        assert "docProps/core.xml" in read_package((built.folder / name).read_bytes(), name)
