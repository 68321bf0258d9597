"""Digests of what goes into a build: the files of the workspace as they lie there, and posdoc itself.

No file is understood, and no time of a file is looked at: two clones of one repository have the same digests.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

from posdoc import __version__
from posdoc.resources import sample_folder, templates_folder
from posdoc.workspace_files import POSITIONS_FOLDER, SETTINGS_FILE, open_regular

FORMS_FOLDER = "templates"
_SIZE = 16
_PACKAGE = Path(__file__).resolve().parents[1]
_NOT_SOURCE = "__pycache__"


def state_of_inputs(root: Path) -> str:
    """A digest of everything that the outputs of the workspace in ``root`` depend on, however little it means."""
    digest = blake2b(program().encode(), digest_size=_SIZE)
    for name, path in _files_of(str(root)):
        digest.update(b"\0" + os.fsencode(name) + b"\0" + _digest_of(path))
    return digest.hexdigest()


def _files_of(root: str) -> Iterator[tuple[str, str]]:
    """The files that a check or a build of everything reads, in a fixed order, by their names in the workspace."""
    for name in sorted(os.listdir(root)):
        if name == SETTINGS_FILE or name.lower().startswith(("people.", "reviews.")):
            yield name, f"{root}/{name}"
    yield from _below(f"{root}/{POSITIONS_FOLDER}", POSITIONS_FOLDER)
    forms = f"{root}/{FORMS_FOLDER}"
    if os.path.isdir(forms):
        yield from (
            (f"{FORMS_FOLDER}/{name}", f"{forms}/{name}") for name in sorted(os.listdir(forms)) if _is_form(name)
        )


def _is_form(name: str) -> bool:
    return name.endswith(".docx") and not name.startswith("~$")


def _below(folder: str, name: str) -> Iterator[tuple[str, str]]:
    """Every file below a folder, and the folders themselves: an empty one is a unit without a file."""
    for around, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if each != _NOT_SOURCE)
        at = name + around.removeprefix(folder).replace(os.sep, "/")
        yield at, around
        yield from ((f"{at}/{each}", f"{around}/{each}") for each in sorted(names))


def _digest_of(path: str) -> bytes:
    """A digest of a file's text, whatever its line ends; the kind of error where it is no file or cannot be read."""
    try:
        with open_regular(path) as stream:
            return blake2b(stream.read().replace(b"\r\n", b"\n"), digest_size=_SIZE).digest()
    except OSError as error:
        return type(error).__name__.encode()


@cache
def program() -> str:
    """Which posdoc it is: its version; in a checkout of its own source, where that changes daily, its source."""
    if not sample_folder().samefile(_PACKAGE.parent.parent):
        return __version__
    digest = blake2b(digest_size=_SIZE)
    for home in (_PACKAGE, templates_folder()):
        for name, path in _below(str(home), home.name):
            if not name.rpartition("/")[2].startswith(("~$", ".")):
                digest.update(b"\0" + os.fsencode(name) + b"\0" + _digest_of(path))
    return f"{__version__}+{digest.hexdigest()}"
