"""One build at a time in an output folder.

The lock is one of the operating system on an open file, so that it ends with the process that holds it, however that
ends; a file that merely exists would outlive a killed process. The file says who holds the lock and is taken away
when the build is done.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from posdoc.build.files import cannot_write
from posdoc.errors import OutputError
from posdoc.phrases import Phrase

NAME = ".posdoc-lock"
WAIT = 5.0
"""How many seconds a build waits for another one, which most often has nothing to do and is done soon."""
PAUSE = 0.05
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""Through a link that came with a workspace the lock would empty a file that lies anywhere."""
_UNSUPPORTED = (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock of an output folder, which is made where there is none.

    Raises OutputError where another build holds it for longer than ``WAIT``, and where nothing can be written. A
    folder on a file system without locks is used without one.
    """
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = _opened(path)
    except OSError as error:
        raise cannot_write(folder if error.filename is None else Path(error.filename), error) from error
    try:
        yield
    finally:
        _release(path, descriptor)


def _opened(path: Path) -> int:
    """The open file, locked. It is looked at once more whether it is still the one that others would lock."""
    until = time.monotonic() + WAIT
    while True:
        descriptor = os.open(path, _FLAGS, 0o666)
        try:
            if _is_locked_by_us(descriptor) and _is_still(path, descriptor):
                _say_who(descriptor)
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        holder = _holder(descriptor)
        os.close(descriptor)
        if time.monotonic() > until:
            raise _busy(path.parent, holder)
        time.sleep(PAUSE)


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the file was not taken away by the build before, between our opening and our locking it."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(descriptor))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    _PLACE = 1 << 30
    """The byte that is locked lies far behind the text, which stays readable."""

    def _is_locked_by_us(descriptor: int) -> bool:
        try:
            os.lseek(descriptor, _PLACE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno in _UNSUPPORTED
        return True

    def _release(path: Path, descriptor: int) -> None:
        os.close(descriptor)
        with suppress(OSError):  # another build has it open already, and will take it away
            path.unlink()

else:
    import fcntl

    def _is_locked_by_us(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno in _UNSUPPORTED:
                return True
            raise
        return True

    def _release(path: Path, descriptor: int) -> None:
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _say_who(descriptor: int) -> None:
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, str(os.getpid()).encode())


def _holder(descriptor: int) -> str:
    with suppress(OSError, ValueError):
        os.lseek(descriptor, 0, os.SEEK_SET)
        return str(int(os.read(descriptor, 20)))
    return ""


def _busy(folder: Path, holder: str) -> OutputError:
    number = Phrase(f"（进程 {holder}）", f" (process {holder})") if holder else Phrase("", "")
    return OutputError(
        Phrase(
            f"另一个 posdoc build{number.zh} 正在写入“{folder}”",
            f"another posdoc build{number.en} is writing into '{folder}'",
        ),
        Phrase(
            "等它结束再运行，或用 --output 写到别处",
            "run it again when that has ended, or write elsewhere with --output",
        ),
    )
