"""What earlier builds have left in an output folder and nobody asks for any longer.

Only what the manifest names is ever removed, and only while it has the very bytes that posdoc wrote. Files that a
build had not finished writing when it was killed have a name that nobody else uses.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from unicodedata import normalize

from posdoc.build.files import cannot_write, inside
from posdoc.build.manifest import UNFINISHED, Entry, digest_of_file
from posdoc.errors import OutputError


class Leftovers(NamedTuple):
    """Files that nobody asks for: those that were removed, and those left alone since somebody has edited them."""

    removed: tuple[str, ...]
    left: tuple[str, ...]


def leftovers_in(files: Mapping[str, Entry], planned: Collection[str]) -> dict[str, Entry]:
    """The files of a manifest that a build of everything no longer makes; those made on request stay."""
    return {path: entry for path, entry in files.items() if path not in planned and not entry.on_request}


def remove_leftovers(folder: Path, files: Mapping[str, Entry], planned: Collection[str]) -> Leftovers:
    """Remove what is left of former builds, and the folders that this empties.

    Raises OutputError for a file that cannot be removed, such as one that is open in Word on Windows.
    """
    removed, left = [], []
    by_name = {_folded(path): path for path in planned}
    for path, entry in leftovers_in(files, planned).items():
        now = digest_of_file(folder, path)
        if not now or _is_one_file(folder, path, by_name.get(_folded(path))):
            continue
        if now == entry.digest and _remove(folder, path):
            removed.append(path)
        else:
            left.append(path)
    return Leftovers(tuple(removed), tuple(left))


def _folded(path: str) -> str:
    return normalize("NFC", path).casefold()


def _is_one_file(folder: Path, path: str, planned: str | None) -> bool:
    """Whether a planned file of nearly the same name is the same file, as on Windows one that differs by case is."""
    with suppress(OSError):
        return planned is not None and os.path.samefile(folder / path, folder / planned)
    return False


def _remove(folder: Path, path: str) -> bool:
    """Remove one file and the folders above it that are empty then; False where it lies elsewhere, behind a link."""
    try:
        target = inside(folder, path)
    except OutputError:
        return False
    try:
        target.unlink()
    except OSError as error:
        raise cannot_write(target, error) from error
    for above in PurePosixPath(path).parents:
        if above.parts:
            try:
                (folder / above).rmdir()
            except OSError:
                break
    return True


def remove_unfinished(folder: Path, paths: Iterable[str]) -> None:
    """Remove what builds that were killed had not finished, in the folders of these files.

    Only whoever holds the lock may: nobody else is writing then.
    """
    for place in {folder, *(folder / PurePosixPath(path).parent for path in paths)}:
        with suppress(OSError), os.scandir(place) as found:
            for entry in found:
                if entry.name.startswith(UNFINISHED) and entry.is_file(follow_symlinks=False):
                    os.unlink(entry.path)
