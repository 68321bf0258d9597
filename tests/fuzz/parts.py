"""Several files in one string of bytes, each behind a line ``## path``: the inputs of the fuzzers stay readable."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO

_HEAD = re.compile(rb"^## (.+)\n", re.MULTILINE)
MOST_FILES = 40


def split(data: bytes) -> dict[str, bytes]:
    """The files by path. What stands before the first head is left out, and so is a path that leaves the folder."""
    pieces = _HEAD.split(data)[: 2 * MOST_FILES + 1]
    named = zip(pieces[1::2], pieces[2::2], strict=True)
    files = {name.decode("utf-8", "replace").strip(): data for name, data in named}
    return {path: data for path, data in files.items() if _is_inside(path)}


def _is_inside(path: str) -> bool:
    steps = re.split(r"[/\\]", path)
    return len(steps) <= 8 and "\0" not in path and not any(step in ("", ".", "..") or ":" in step for step in steps)


def joined(files: Mapping[str, bytes]) -> bytes:
    """The files as :func:`split` takes them apart; each then ends with a line end."""
    return b"".join(b"## " + path.encode() + b"\n" + data.removesuffix(b"\n") + b"\n" for path, data in files.items())


def zipped(files: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path), data)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
