"""One build at a time: the second waits, then says so; a lock ends with the process that held it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from posdoc.build import lock
from posdoc.build.lock import NAME, locked
from posdoc.errors import OutputError

HOLD = """
import sys, time
from pathlib import Path
from posdoc.build.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def _holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_it_makes_the_folder_and_leaves_no_trace(tmp_path: Path) -> None:
    with locked(tmp_path / "a" / "b"):
        assert (tmp_path / "a" / "b" / NAME).read_text() == str(os.getpid())
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_a_second_one_says_who_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.2)
    process = _holder(tmp_path)
    try:
        with pytest.raises(OutputError) as raised, locked(tmp_path):
            pytest.fail("it was held")
    finally:
        process.kill()
        process.communicate()
    assert raised.value.exit_code == 2
    assert raised.value.message.en == f"another posdoc build (process {process.pid}) is writing into '{tmp_path}'"
    assert f"进程 {process.pid}" in raised.value.message.zh
    assert raised.value.hint is not None


def test_a_second_one_waits(tmp_path: Path) -> None:
    order: list[str] = []

    def first() -> None:
        with locked(tmp_path):
            started.set()
            time.sleep(0.2)
            order.append("first")

    started = threading.Event()
    thread = threading.Thread(target=first)
    thread.start()
    started.wait()
    with locked(tmp_path):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    process = _holder(tmp_path)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert (tmp_path / NAME).exists()
    with locked(tmp_path):
        assert (tmp_path / NAME).read_text() == str(os.getpid())
    assert not (tmp_path / NAME).exists()


def test_an_error_inside_releases_it(tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), locked(tmp_path):
            raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="another call locks there")
def test_a_file_system_without_locks_is_used_without_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", unsupported)
    with locked(tmp_path):
        pass


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot write"), locked(tmp_path / "file" / "output"):
        pytest.fail("there is no such folder")


def test_nobody_may_write_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", str(tmp_path / NAME))

    monkeypatch.setattr("os.open", denied)
    with pytest.raises(OutputError, match="cannot write.*Permission denied"), locked(tmp_path):
        pytest.fail("it may not be written")
