"""Names of outputs, and writing them: whole, inside their folder, and never over one another."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest

from posdoc.build import files
from posdoc.build.files import check_collisions, file_name, inside, write_atomically
from posdoc.errors import OutputError, WorkspaceError

VALUES = {"code": "SH-010", "title": "售后主管", "version": "1.0", "unit": "客服组", "language": "zh"}
NAMES = [
    ("{code}_{title}_岗位说明书_V{version}", {}, "SH-010_售后主管_岗位说明书_V1.0.docx"),
    ("{language}/{unit}/{title}", {}, "zh/客服组/售后主管.docx"),
    ("{title}（{code}）", {}, "售后主管（SH-010）.docx"),
    ("plain", {}, "plain.docx"),
    # what is empty leaves nothing behind
    ("{code}_{title}", {"code": ""}, "售后主管.docx"),
    ("{title}_{code}", {"code": ""}, "售后主管.docx"),
    ("{title}-{code}-{version}", {"code": ""}, "售后主管-1.0.docx"),
    ("{title}-{code}-{version}", {"code": "", "version": ""}, "售后主管.docx"),
    ("{title} - {code}", {"code": ""}, "售后主管.docx"),
    ("{code}_{title}_岗位说明书_V{version}", {"code": "", "version": ""}, "售后主管_岗位说明书.docx"),
    ("{code}_{title}_岗位说明书_V{version}", {"version": ""}, "SH-010_售后主管_岗位说明书.docx"),
    ("{title}（{code}）", {"code": ""}, "售后主管.docx"),
    ("{title}({code})[{version}]", {"code": "", "version": ""}, "售后主管.docx"),
    ("{language}/{unit}/{title}", {"unit": ""}, "zh/售后主管.docx"),
    ("{unit}/{title}", {"unit": "  "}, "售后主管.docx"),
    # what file systems do not take
    ("{title}", {"title": 'a<b>c:d"e/f\\g|h?i*j'}, "a_b_c_d_e_f_g_h_i_j.docx"),
    ("{title}", {"title": "a\x00b\x1fc\x7fd\ne"}, "a_b_c_d_e.docx"),
    ("{title}", {"title": "??"}, None),
    ("{title}", {"title": " ends in a dot. "}, "ends in a dot.docx"),
    ("{title}", {"title": ".hidden"}, "hidden.docx"),
    ("{title}", {"title": "CON"}, "_CON.docx"),
    ("{title}", {"title": "aux"}, "_aux.docx"),
    ("{title}", {"title": "com1.old"}, "_com1.old.docx"),
    ("{title}", {"title": "console"}, "console.docx"),
    ("{unit}/{title}", {"unit": "nul"}, "_nul/售后主管.docx"),
    # what would lead out of the folder
    ("{title}", {"title": "../../x"}, "x.docx"),
    ("{title}", {"title": "..\\..\\x"}, "x.docx"),
    ("{title}", {"title": "/etc/passwd"}, "etc_passwd.docx"),
    ("{title}", {"title": "C:\\x"}, "C_x.docx"),
    ("{unit}/{title}", {"unit": ".."}, "售后主管.docx"),
    ("../{title}", {}, "售后主管.docx"),
    ("/etc/{title}", {}, "etc/售后主管.docx"),
    ("a/./b/../{title}", {}, "a/b/售后主管.docx"),
    # values are data
    ("{title}", {"title": "{code} {0} {unit.x}"}, "{code} {0} {unit.x}.docx"),
    ("{title}", {"title": "a__b - c"}, "a__b - c.docx"),
    ("{title}", {"title": normalize("NFD", "café")}, normalize("NFC", "café") + ".docx"),
]


@pytest.mark.parametrize(("pattern", "values", "expected"), NAMES)
def test_names(pattern: str, values: dict[str, str], expected: str | None) -> None:
    if expected is None:
        with pytest.raises(WorkspaceError):
            file_name(pattern, {**VALUES, **values}, "docx")
    else:
        assert file_name(pattern, {**VALUES, **values}, "docx") == expected


@pytest.mark.parametrize("character", ["岗", "é", "x", "👩"])
@pytest.mark.parametrize("start", range(4))
def test_a_name_fits_into_255_bytes_and_ends_with_a_whole_character(character: str, start: int) -> None:
    name = file_name("{title}_V{version}", {**VALUES, "title": "a" * start + character * 300}, "docx")
    assert len(name.encode()) <= 255 - len(".posdoc-")
    assert len(name.encode()) > 150
    assert set(name.removesuffix(".docx").lstrip("a")) == {character}


BAD = [
    ("{name}", "{name}"),
    ("{title.__class__}", "{title.__class__}"),
    ("{title[0]}", "{title[0]}"),
    ("{}", "{}"),
    ("{0}", "{0}"),
    ("{title", "brace"),
    ("title}", "brace"),
    ("{{title}}", "brace"),
    ("{title!r}", "only the name of a field"),
    ("{title:>999999999999}", "only the name of a field"),
    ("", "nothing is left"),
    ("///", "nothing is left"),
    ("..", "nothing is left"),
]


@pytest.mark.parametrize(("pattern", "said"), BAD)
def test_a_bad_pattern_is_an_error_that_names_it(pattern: str, said: str) -> None:
    with pytest.raises(WorkspaceError) as raised:
        file_name(pattern, VALUES, "docx")
    assert f"'{pattern}'" in raised.value.message.en
    assert said in raised.value.message.en
    assert f"“{pattern}”" in raised.value.message.zh
    assert raised.value.hint is not None


# --- collisions ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "paths",
    [
        ["a.docx", "a.docx"],
        ["zh/Manager.docx", "zh/manager.docx"],
        ["straße.docx", "STRASSE.docx"],
        [normalize("NFC", "café.docx"), normalize("NFD", "CAFÉ.docx")],
    ],
)
def test_names_that_are_one_somewhere_collide(paths: list[str]) -> None:
    with pytest.raises(OutputError) as raised:
        check_collisions(["other.docx", *paths])
    assert all(path in raised.value.message.en for path in paths)
    assert "{id}" in raised.value.hint.en if raised.value.hint else pytest.fail("no hint")


def test_other_names_do_not() -> None:
    check_collisions(["a/b.docx", "a/c.docx", "b/b.docx", "b/b.pdf"])


# --- staying inside -----------------------------------------------------------------------------------------


def test_inside(tmp_path: Path) -> None:
    assert inside(tmp_path, "zh/a.docx") == tmp_path / "zh" / "a.docx"


@pytest.mark.parametrize("relative", ["../a.docx", "zh/../../a.docx", "link/a.docx", "link/deeper/a.docx"])
def test_nothing_is_written_outside(tmp_path: Path, relative: str) -> None:
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(OutputError, match="not inside the output folder"):
        inside(folder, relative)


def test_a_link_in_place_of_a_file_is_replaced_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious.txt"
    precious.write_bytes(b"precious")
    target = tmp_path / "output" / "a.docx"
    target.parent.mkdir()
    target.symlink_to(precious)
    write_atomically(target, b"new")
    assert precious.read_bytes() == b"precious"
    assert (target.read_bytes(), target.is_symlink()) == (b"new", False)


# --- writing ------------------------------------------------------------------------------------------------


def test_writes_and_makes_folders(tmp_path: Path) -> None:
    assert write_atomically(tmp_path / "a" / "b" / "c.txt", b"1") is True
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"1"
    assert list((tmp_path / "a" / "b").iterdir()) == [tmp_path / "a" / "b" / "c.txt"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_atomically(path, b"same")
    os.utime(path, (1, 1))
    assert write_atomically(path, b"same") is False
    assert path.stat().st_mtime == 1
    assert write_atomically(path, b"same size"[:4][::-1]) is True
    assert path.stat().st_mtime != 1


FAILURES = {
    "write": "os.fdopen",
    "chmod": "pathlib.Path.chmod",
    "replace": "pathlib.Path.replace",
}


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("place", FAILURES.values(), ids=FAILURES)
def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, error: BaseException
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*args: object, **_: object) -> None:
        if isinstance(args[0], int):
            os.close(args[0])
        raise error

    monkeypatch.setattr(place, fail)
    with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else OutputError):
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["a.txt"]


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_permissions_follow_the_umask(tmp_path: Path, mask: int) -> None:
    os.umask(mask)
    write_atomically(tmp_path / "a.txt", b"x")
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o666 & ~mask
    assert os.umask(mask) == mask


def _denied(*_: object, **__: object) -> None:
    raise PermissionError(errno.EACCES, "Permission denied")


def test_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.tempfile, "mkstemp", _denied)
    with pytest.raises(OutputError) as raised:
        write_atomically(tmp_path / "a.docx", b"x")
    assert raised.value.message.en == f"cannot write '{tmp_path / 'a.docx'}': Permission denied"
    assert raised.value.hint is not None
    assert "permissions of the folder" in raised.value.hint.en


def test_a_file_that_is_open_in_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    monkeypatch.setattr("pathlib.Path.replace", _denied)
    with pytest.raises(OutputError) as raised:
        write_atomically(path, b"new")
    assert raised.value.hint is not None
    assert raised.value.hint.zh == "若文件正在 Word 中打开，请先关闭"


@pytest.mark.parametrize("blocked", ["file/a.docx", "folder"])
def test_something_else_stands_in_the_way(tmp_path: Path, blocked: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder" / "inner").mkdir(parents=True)
    with pytest.raises(OutputError) as raised:
        write_atomically(tmp_path / blocked, b"x")
    assert str(tmp_path / blocked) in raised.value.message.en
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder"}
