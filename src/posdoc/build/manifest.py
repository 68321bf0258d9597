"""The manifest of an output folder: what posdoc made there, from what, so that the rest need not be made again.

It lies among the outputs, so that a clone of a repository that keeps them has it too, and says nothing of times and
places: the same inputs give the same bytes, and a change of one definition changes few lines. Its name does not begin
with ``.posdoc-``, which workspaces tell git to ignore as temporary.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, NamedTuple

from posdoc.build.files import write_atomically
from posdoc.workspace_files import open_regular

NAME = ".posdoc.manifest.json"
UNFINISHED = ".posdoc-build-"
"""How the names of files begin that a build has not finished writing. Nobody writes one without the lock."""
FORMAT = 1
TEXTS = frozenset(("dot", "drawio", "html", "json", "mermaid", "mmd", "svg", "txt", "xml"))
"""The endings of text files, whose line ends git may convert."""
WITHOUT_PAGES = "-"
"""Behind the key of a document whose table of contents has no page numbers, since LibreOffice was not there."""
_SIZE = 16


class Entry(NamedTuple):
    """One file that posdoc made."""

    digest: str
    """Of its content."""
    key: str
    """Of everything that its content depends on."""
    on_request: bool = False
    """Whether the settings do not ask for it, only somebody on the command line."""


@dataclass(frozen=True)
class Manifest:
    """What stands in a manifest; nothing where there is none."""

    inputs: str = ""
    """A digest of everything that the last build of all outputs depended on; empty while they are not all current."""
    findings: int = 0
    """How many findings the check of that build had."""
    files: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    """By path relative to the output folder, with forward slashes."""


def digest_of_output(path: str, data: bytes) -> str:
    """A digest of the content of an output; that of a text does not depend on its line ends."""
    if path.rpartition(".")[2] in TEXTS:
        data = data.replace(b"\r\n", b"\n")
    return blake2b(data, digest_size=_SIZE).hexdigest()


def digest_of_file(folder: Path, path: str) -> str:
    """The digest of what lies there now; empty where there is no file, or none that can be read."""
    try:
        with open_regular(f"{folder}/{path}") as stream:
            return digest_of_output(path, stream.read())
    except OSError:
        return ""


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an output folder. One that cannot be read, or of a later posdoc, counts as none."""
    try:
        data = json.loads((folder / NAME).read_bytes())
        if data["format"] != FORMAT:
            return Manifest()
        files = {path: _entry(path, stated) for path, stated in data["files"].items()}
        return Manifest(str(data["inputs"]), int(data["findings"]), files)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return Manifest()


def _entry(path: str, stated: Any) -> Entry:
    """Raises ValueError for a path that leads out of the folder: somebody else may have written the manifest."""
    place = PurePosixPath(path)
    if place.is_absolute() or ".." in place.parts or "\\" in path or ":" in path or path.startswith(".posdoc"):
        raise ValueError(path)
    return Entry(str(stated["digest"]), str(stated["key"]), bool(stated.get("on_request", False)))


def write_manifest(folder: Path, manifest: Manifest) -> bool:
    """Write the manifest through to the disk, whole or not at all; False if it already said the same."""
    return write_atomically(folder / NAME, _written(manifest).encode(), prefix=UNFINISHED, is_durable=True)


def _written(manifest: Manifest) -> str:
    """JSON with one line for each file, sorted, so that few lines differ where little has changed."""
    head = {"format": FORMAT, "inputs": manifest.inputs, "findings": manifest.findings}
    lines = [f" {json.dumps(name)}: {json.dumps(value)}," for name, value in head.items()]
    files = ",\n".join(f"  {_text(path)}: {_line(entry)}" for path, entry in sorted(manifest.files.items()))
    return "\n".join(["{", *lines, ' "files": {', files, " }", "}", ""])


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _line(entry: Entry) -> str:
    stated: dict[str, Any] = {"digest": entry.digest, "key": entry.key}
    return _text(stated | ({"on_request": True} if entry.on_request else {}))  # type: ignore[arg-type]
