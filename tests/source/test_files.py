"""Files that are no readable UTF-8 text: each is one finding, and none makes posdoc wait."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from posdoc.diagnostics import Diagnostic
from posdoc.source import files, read_file, read_text
from posdoc.source.files import MAX_BYTES

TEXT = "title: 售后服务主管\nduties:\n  - 受理投诉，分析原因\n"


def read_bytes(folder: Path, data: bytes) -> list[Diagnostic]:
    (folder / "p.yaml").write_bytes(data)
    root, findings = read_file(folder, "p.yaml")
    assert root is not None or findings
    return findings


ENCODINGS = {
    "GBK": (TEXT.encode("gbk"), "GBK/GB18030", (1, 8)),
    "GB18030": (TEXT.replace("受理", "㐀𠮷").encode("gb18030"), "GBK/GB18030", (1, 8)),
    "UTF-16 LE with mark": (b"\xff\xfe" + TEXT.encode("utf-16-le"), "UTF-16 LE", (1, 1)),
    "UTF-16 BE with mark": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16 BE", (1, 1)),
    "UTF-16 LE": (TEXT.encode("utf-16-le"), "UTF-16 LE", (1, 1)),
    "UTF-16 BE": (TEXT.encode("utf-16-be"), "UTF-16 BE", (1, 1)),
    "UTF-16 LE, ASCII": (b"t\0i\0t\0l\0e\0:\0 \0x\0", "UTF-16 LE", (1, 1)),
    "UTF-16 LE, long": ((TEXT * 4000).encode("utf-16-le"), "UTF-16 LE", (1, 1)),
    "UTF-32 LE with mark": (TEXT.encode("utf-32"), "UTF-32 LE", (1, 1)),
    "UTF-32 BE with mark": (b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"), "UTF-32 BE", (1, 1)),
    "UTF-32 LE": (TEXT.encode("utf-32-le"), "UTF-32 LE", (1, 1)),
    "UTF-32 BE": (TEXT.encode("utf-32-be"), "UTF-32 BE", (1, 1)),
    "broken UTF-8": (TEXT.encode().replace(b"\n  - ", b"\n  - \xff"), "broken bytes", (3, 5)),
    "cut UTF-8": (TEXT.encode()[:-2], "broken bytes", (3, 13)),
    "Latin-1": ("title: caf\xe9\n".encode("latin-1"), "nor any encoding", (1, 11)),
    "broken behind a mark": (b"\xef\xbb\xbfa: \xff\n", "nor any encoding", (1, 4)),
}


@pytest.mark.parametrize(("data", "expected", "place"), ENCODINGS.values(), ids=ENCODINGS)
def test_not_utf8(tmp_path: Path, data: bytes, expected: str, place: tuple[int, int]) -> None:
    (finding,) = read_bytes(tmp_path, data)
    assert finding.code == "POS006"
    assert expected in finding.message.en
    assert finding.span[1:3] == place
    assert finding.hint is not None
    assert "UTF-8" in finding.hint.zh


@pytest.mark.parametrize("data", [TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.replace("\n", "\r\n").encode()])
def test_utf8(tmp_path: Path, data: bytes) -> None:
    assert read_bytes(tmp_path, data) == []


def test_a_stray_null_is_a_character_and_no_encoding(tmp_path: Path) -> None:
    assert [finding.code for finding in read_bytes(tmp_path, b"title: a\0b\n")] == ["POS011"]


def unreadable(root: Path, relative: str) -> str:
    """The English message of the one finding."""
    node, findings = read_file(root, relative)
    assert node is None
    (finding,) = findings
    assert (finding.code, finding.span) == ("POS015", (relative, 1, 1, 1, 1))
    return finding.message.en


def test_vanished(tmp_path: Path) -> None:
    assert "not there" in unreadable(tmp_path, "positions/p.yaml")


def test_directory(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").mkdir()
    assert "a directory" in unreadable(tmp_path, "p.yaml")


def test_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("a: 1")
    assert "p.yaml/q.yaml" in unreadable(tmp_path, "p.yaml/q.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.yaml")
    assert "not a regular file" in unreadable(tmp_path, "p.yaml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of POSIX")
def test_a_pipe_put_in_place_meanwhile_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "p.yaml").write_text("a: 1")
    status = os.stat(tmp_path / "p.yaml")
    (tmp_path / "p.yaml").unlink()
    os.mkfifo(tmp_path / "p.yaml")
    monkeypatch.setattr(files.os, "stat", lambda _: status)
    assert "not a regular file" in unreadable(tmp_path, "p.yaml")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (PermissionError(13, "Permission denied"), "permission denied"),
        (FileNotFoundError(2, "No such file"), "not there"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_errors_while_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, expected: str) -> None:
    def fail(*_: object) -> int:
        raise error

    (tmp_path / "p.yaml").write_text("a: 1")
    monkeypatch.setattr(files.os, "open", fail)
    assert expected in unreadable(tmp_path, "p.yaml")


def test_a_path_with_a_null_character(tmp_path: Path) -> None:
    assert "null" in unreadable(tmp_path, "p\0.yaml")


def test_links_that_go_in_circles(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").symlink_to(tmp_path / "p.yaml")
    assert "cannot read" in unreadable(tmp_path, "p.yaml")


def test_too_large(tmp_path: Path) -> None:
    (finding,) = read_bytes(tmp_path, b"#" * (MAX_BYTES + 1))
    assert finding.code == "POS016"
    assert "10 MB" in finding.message.en


def test_large_enough(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"a: 1\n".ljust(MAX_BYTES, b"\n")) == []


@pytest.mark.parametrize("text", ["#" * (MAX_BYTES + 1), "##" + "中" * (MAX_BYTES // 3)])
def test_text_too_large(text: str) -> None:
    assert [finding.code for finding in read_text(text, "p.yaml")[1]] == ["POS016"]
