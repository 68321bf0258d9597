"""The findings of the last check, kept so that a check with nothing changed need not be made again.

They hold for one state of everything that they depend on: the bytes of all files, the names of the files that
there are, the day, the selection, and posdoc itself. The cache is a convenience: what cannot be read from it or
written to it is done without.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from tempfile import NamedTemporaryFile
from typing import Any, NamedTuple

from posdoc import __version__
from posdoc.check.selection import Selection
from posdoc.diagnostics import Diagnostic, Edit, Kind, Preset, Related, Severity, Span
from posdoc.phrases import Phrase
from posdoc.workspace_files import POSITIONS_FOLDER, REVIEWS_FILE, SETTINGS_FILE

FOLDER = ".posdoc/cache"
_FILE = "check.json"
_FORMAT = 1


def state_of(root: Path, selection: Selection, today: date | None) -> str:
    """A digest of everything that the findings depend on."""
    digest = blake2b(repr((_FORMAT, __version__, _program(), selection, today)).encode(), digest_size=20)
    for path in _names(root):
        digest.update(b"\0" + os.fsencode(path) + b"\0" + _digest_of(root / path))
    return digest.hexdigest()


def _digest_of(path: Path) -> bytes:
    """A digest of a file's content; of what else it is where it is no regular file or cannot be read."""
    try:
        mode = path.stat().st_mode
        return blake2b(path.read_bytes()).digest() if S_ISREG(mode) else repr(mode).encode()
    except OSError as error:
        return repr(error.errno).encode()


def _names(root: Path) -> Iterator[str]:
    """What a check reads, and what it only sees the name of, in a fixed order."""
    yield SETTINGS_FILE
    yield REVIEWS_FILE
    yield from sorted(name for name in os.listdir(root) if name.lower().startswith("people."))
    for folder, folders, names in os.walk(root / POSITIONS_FOLDER):
        folders.sort()
        place = Path(folder).relative_to(root).as_posix()
        yield place
        yield from (f"{place}/{name}" for name in sorted(names))


@cache
def _program() -> int:
    """Which posdoc it is, for whoever works on it: the time of the newest of its files."""
    home = Path(__file__).resolve().parents[1]
    return max(path.stat().st_mtime_ns for path in home.rglob("*.py"))


class Kept(NamedTuple):
    """What the cache keeps of a check."""

    findings: tuple[Diagnostic, ...]
    fail_level: Severity


def read(root: Path, state: str) -> Kept | None:
    """What was found the last time, if it was in this state."""
    try:
        kept = json.loads((root / FOLDER / _FILE).read_bytes())
        if kept["state"] != state or kept["place"] != _place(root / FOLDER):
            return None
        return Kept(tuple(finding_of(data) for data in kept["findings"]), Severity(kept["fail_level"]))
    except (OSError, ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None


def write(root: Path, state: str, kept: Kept) -> None:
    """Keep what was found. A workspace that cannot be written to is checked anew each time."""
    folder = root / FOLDER
    data = {"state": state, "fail_level": int(kept.fail_level), "findings": [plain(f) for f in kept.findings]}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if folder.resolve() != root.resolve() / FOLDER:
            return  # a link that came with the workspace, to somewhere else
        if not os.path.lexists(folder / ".gitignore"):
            (folder / ".gitignore").write_bytes(b"*\n")
        data["place"] = _place(folder)
        with NamedTemporaryFile(dir=folder, prefix=".check-", delete=False) as stream:
            stream.write(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        os.replace(stream.name, folder / _FILE)
    except OSError:
        return


def _place(folder: Path) -> list[int]:
    """What tells this folder from any other: a cache that came with a clone, and may say anything, has another one."""
    status = os.lstat(folder / ".gitignore")
    return [status.st_ino, status.st_ctime_ns]


def plain(finding: Diagnostic) -> list[Any]:
    """A finding as lists, numbers and strings."""
    kind = finding.kind
    return [
        [kind.code, kind.name, int(kind.severity), int(kind.preset)],
        finding.span,
        finding.message,
        finding.hint,
        [[related.span, related.message] for related in finding.related],
        [[edit.span, edit.text] for edit in finding.fix],
        finding.level,
    ]


def finding_of(data: list[Any]) -> Diagnostic:
    """The finding that :func:`plain` made into data."""
    (code, name, severity, preset), span, message, hint, related, fix, level = data
    return Diagnostic(
        Kind(code, name, Severity(severity), Preset(preset)),
        Span(*span),
        Phrase(*message),
        Phrase(*hint) if hint is not None else None,
        tuple(Related(Span(*place), Phrase(*text)) for place, text in related),
        tuple(Edit(Span(*place), text) for place, text in fix),
        Severity(level) if level is not None else None,
    )
