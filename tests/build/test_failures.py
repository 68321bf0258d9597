"""What goes wrong while outputs are written: every file is whole, the next build sets right the rest."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc.build import Request, build, lock
from posdoc.build.manifest import NAME, UNFINISHED, read_manifest
from posdoc.errors import OutputError

POSITIONS = 24
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and limits")


@pytest.fixture
def many(small: Path) -> Path:
    """A workspace that takes a moment to build."""
    for number in range(POSITIONS):
        path = small / "positions" / "after-sales" / f"p{number}.yaml"
        path.write_text(f"title: 岗位{number}\nreports_to: after-sales-manager\nheadcount: 1\n", encoding="utf-8")
    return small


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _outputs(folder: Path) -> dict[str, bytes]:
    """The files without the manifest, which says of what source posdoc was when a process of its own made it."""
    return {name: data for name, data in _files(folder).items() if name != NAME}


def _reword(root: Path, word: str) -> None:
    for number in range(POSITIONS):
        path = root / "positions" / "after-sales" / f"p{number}.yaml"
        head = path.read_text(encoding="utf-8").partition("purpose:")[0]
        path.write_text(f"{head}purpose: {word}\n", encoding="utf-8")


def _start(root: Path, *arguments: str, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "posdoc", "-C", str(root), "build", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", preexec_fn=before
    )  # fmt: skip


# --- kill -9 -------------------------------------------------------------------------------------------------


def _kill_and_repair(root: Path, times: int, seed: int) -> None:
    """Kill builds at random moments; what is there is old or new and whole, and the next build puts it right."""
    chance = random.Random(seed)
    folder, states = root / "output", []
    for word in ("旧的", "新的"):
        _reword(root, word)
        build(Request(root))
        states.append(_files(folder))
    old, new = states
    began = time.monotonic()
    _reword(root, "旧的")
    process = _start(root)
    process.communicate()
    assert process.returncode == 0
    whole = time.monotonic() - began
    for number in range(times):
        _reword(root, ("新的", "旧的")[number % 2])
        process = _start(root)
        time.sleep(chance.uniform(0.2, 1.1) * whole)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        for path, data in _files(folder).items():
            if not Path(path).name.startswith(".posdoc"):
                assert data in (old[path], new[path]), path
        assert read_manifest(folder).files
    _reword(root, "新的")
    build(Request(root))
    assert _files(folder) == new


@ON_POSIX
def test_killed_at_any_moment(many: Path) -> None:
    _kill_and_repair(many, 12, seed=1)


@ON_POSIX
@pytest.mark.proof
@pytest.mark.long
def test_killed_at_a_hundred_moments(many: Path) -> None:
    _kill_and_repair(many, 100, seed=2)


def test_what_a_killed_build_left_unfinished_is_removed(small: Path) -> None:
    build(Request(small))
    expected = _files(small / "output")
    for place in ("", "zh", "zh/售后服务部"):
        (small / "output" / place / f"{UNFINISHED}abc").write_bytes(b"half")
    (small / "output" / lock.NAME).write_text("1")
    (small / "people.yaml").write_text("people: [{name: 王芳, posts: [after-sales-manager]}]\n", encoding="utf-8")
    build(Request(small))
    assert set(_files(small / "output")) == set(expected)


# --- two at once ---------------------------------------------------------------------------------------------


def test_two_builds_at_once_in_two_processes(many: Path, tmp_path: Path) -> None:
    expected = _outputs(build(Request(many, output=tmp_path / "expected")).folder)
    processes = [_start(many) for _ in range(2)]
    ended = [process.communicate() for process in processes]
    codes = [process.returncode for process in processes]
    assert set(codes) <= {0, 2}, ended
    assert 0 in codes
    assert all("another posdoc build" in errors for code, (_, errors) in zip(codes, ended, strict=True) if code == 2)
    assert _outputs(many / "output") == expected
    assert set(read_manifest(many / "output").files) == set(expected)


def test_a_build_that_has_to_wait_too_long(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.1)
    with lock.locked(small / "output"), pytest.raises(OutputError, match="another posdoc build"):
        build(Request(small))
    assert list((small / "output").iterdir()) == []


# --- nothing can be written ----------------------------------------------------------------------------------


def _limit_size() -> None:
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))


@ON_POSIX
def test_a_full_disk(small: Path) -> None:
    """Simulated by a limit to the size of files: charts fit, documents do not."""
    build(Request(small))
    before = _files(small / "output")
    path = small / "positions" / "after-sales" / "after-sales-manager.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("妥善", "彻底"), encoding="utf-8")
    process = _start(small, before=_limit_size)
    _, errors = process.communicate()
    assert process.returncode == 2
    assert errors.startswith("error: cannot write '")
    assert "File too large" in errors
    assert _outputs(small / "output") == {name: data for name, data in before.items() if name != NAME}
    assert build(Request(small)).made
    assert set(_files(small / "output")) == set(before)


def test_an_error_in_the_middle_is_remembered_as_far_as_it_went(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from posdoc.build import run

    make, made = run.document_bytes, []

    def fails(*arguments: object, **options: object) -> bytes:
        if len(made) == 5:
            raise OutputError(run_error)
        made.append(arguments)
        return make(*arguments, **options)  # type: ignore[arg-type]

    from posdoc.phrases import Phrase

    run_error = Phrase("磁盘已满", "the disk is full")
    monkeypatch.setattr(run, "document_bytes", fails)
    with pytest.raises(OutputError, match="full"):
        build(Request(many))
    assert len(read_manifest(many / "output").files) == 5
    assert read_manifest(many / "output").inputs == ""
    monkeypatch.setattr(run, "document_bytes", make)
    built = build(Request(many))
    assert len(built.made) == len(built.unchanged) + len(built.made) - 5


def test_a_folder_that_may_only_be_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(Request(small))
    before = _files(small / "output")
    (small / "people.yaml").write_text("people: [{name: 王芳, posts: [after-sales-manager]}]\n", encoding="utf-8")

    def denied(path: Path) -> int:
        raise PermissionError(13, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(lock, "_opened", denied)
        with pytest.raises(OutputError, match="cannot write .*Permission denied") as raised:
            build(Request(small))
    assert raised.value.exit_code == 2
    assert _files(small / "output") == before


def test_current_outputs_in_a_folder_that_may_only_be_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(Request(small))
    monkeypatch.setattr("posdoc.build.files.tempfile.mkstemp", lambda **_: pytest.fail("something was written"))
    assert build(Request(small)).nothing_changed


def test_a_folder_in_the_place_of_an_output(small: Path) -> None:
    built = build(Request(small))
    (small / "output" / built.made[0]).unlink()
    (small / "output" / built.made[0] / "precious").mkdir(parents=True)
    with pytest.raises(OutputError, match="cannot write"):
        build(Request(small))
    assert (small / "output" / built.made[0] / "precious").is_dir()
    shutil.rmtree(small / "output" / built.made[0])
    assert build(Request(small)).made == (built.made[0],)


def test_a_file_held_open_by_another_program(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Word holds a document open on Windows."""
    build(Request(small))
    before = _files(small / "output")
    path = small / "positions" / "after-sales" / "after-sales-manager.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("妥善", "彻底"), encoding="utf-8")
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.suffix == ".docx":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr("pathlib.Path.replace", held)
        with pytest.raises(OutputError) as raised:
            build(Request(small))
    assert raised.value.hint is not None
    assert "close it" in raised.value.hint.en
    assert {name for name, data in _files(small / "output").items() if data != before[name]} <= {NAME}
    assert len(build(Request(small)).made) == 2


def test_a_file_in_the_place_of_the_output_folder(small: Path) -> None:
    (small / "output").write_bytes(b"precious")
    with pytest.raises(OutputError, match="cannot write"):
        build(Request(small))
    assert (small / "output").read_bytes() == b"precious"
