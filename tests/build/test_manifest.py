"""The manifest: the same for the same, stable for git, and never trusted further than it says what it has to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from posdoc.build.manifest import (
    NAME,
    Entry,
    Manifest,
    digest_of_file,
    digest_of_output,
    read_manifest,
    write_manifest,
)
from posdoc.build.workspace import IGNORED

SAID = Manifest(
    "1a",
    3,
    {"zh/乙.docx": Entry("d2", "k2"), "zh/甲.svg": Entry("d1", "k1"), "x.docx": Entry("d3", "k3", on_request=True)},
)
WRITTEN = """\
{
 "format": 1,
 "inputs": "1a",
 "findings": 3,
 "files": {
  "x.docx": {"digest": "d3", "key": "k3", "on_request": true},
  "zh/乙.docx": {"digest": "d2", "key": "k2"},
  "zh/甲.svg": {"digest": "d1", "key": "k1"}
 }
}
"""


def test_one_line_for_each_file_in_order(tmp_path: Path) -> None:
    assert write_manifest(tmp_path, SAID)
    assert (tmp_path / NAME).read_text(encoding="utf-8") == WRITTEN
    assert read_manifest(tmp_path) == SAID
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_the_same_is_not_written_again(tmp_path: Path) -> None:
    write_manifest(tmp_path, SAID)
    assert not write_manifest(tmp_path, SAID)


def test_an_empty_one(tmp_path: Path) -> None:
    write_manifest(tmp_path, Manifest())
    assert read_manifest(tmp_path) == Manifest(files={})


def test_git_sees_it_and_not_what_is_temporary() -> None:
    assert ".posdoc-*" in IGNORED.splitlines()
    assert not NAME.startswith(".posdoc-")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"format": 2, "inputs": "", "findings": 0, "files": {}}',
        '{"format": 1, "inputs": "", "findings": 0}',
        '{"format": 1, "inputs": "", "findings": "many", "files": {}}',
        '{"format": 1, "inputs": "", "findings": 0, "files": []}',
        '{"format": 1, "inputs": "", "findings": 0, "files": {"a": 1}}',
        "<<<<<<< ours\n" + WRITTEN,
        *(
            json.dumps({"format": 1, "inputs": "", "findings": 0, "files": {path: {"digest": "d", "key": "k"}}})
            for path in ("../a", "/a", "a/../../b", "C:/a", "..\\a", ".posdoc-lock", NAME)
        ),
    ],
)
def test_what_cannot_be_read_or_leads_outside_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert read_manifest(tmp_path) == Manifest()


def test_no_manifest_and_a_folder_in_its_place(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == Manifest()
    (tmp_path / NAME).mkdir()
    assert read_manifest(tmp_path) == Manifest()


@pytest.mark.parametrize(("path", "same"), [("a.svg", True), ("a.html", True), ("a.docx", False), ("a.png", False)])
def test_line_ends_of_texts_do_not_count(path: str, same: bool) -> None:
    assert (digest_of_output(path, b"a\r\nb\r\n") == digest_of_output(path, b"a\nb\n")) is same


def test_the_digest_of_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_bytes(b"a\r\n")
    assert digest_of_file(tmp_path, "a.svg") == digest_of_output("a.svg", b"a\n")
    assert digest_of_file(tmp_path, "b.svg") == ""
    (tmp_path / "c.svg").mkdir()
    assert digest_of_file(tmp_path, "c.svg") == ""
