"""Work shared with a second process, where the system can fork one.

The child inherits everything that was read, at no cost, and sends back what it found. Whatever goes wrong with it,
the parent does the child's share as well, so that nothing but time is lost.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress

from posdoc.check.cache import finding_of, plain
from posdoc.diagnostics import Diagnostic

Work = Callable[[], Iterable[Diagnostic]]


def can_fork() -> bool:
    """Whether a second process helps: two processors, and a system on which a fork is safe and cheap."""
    return sys.platform.startswith("linux") and len(os.sched_getaffinity(0)) > 1


def found_together(own: Work, other: Work) -> list[Diagnostic]:
    """What both pieces of work find, ``other`` in a child process meanwhile."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _send(other, writing)
    os.close(writing)
    try:
        found = list(own())
        with os.fdopen(reading, "rb", closefd=False) as stream:
            sent = stream.read()
    except BaseException:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        raise
    finally:
        os.close(reading)
        _, status = os.waitpid(child, 0)
    return found + ([finding_of(data) for data in json.loads(sent)] if status == 0 else list(other()))


def _send(work: Work, writing: int) -> None:
    """Do the child's share, send it, and end without a trace of the parent's affairs."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        data = json.dumps([plain(finding) for finding in work()]).encode("ascii")
        with os.fdopen(writing, "wb") as stream:
            stream.write(data)
        status = 0
    finally:
        os._exit(status)
