"""The two organizations to compare: folders, git revisions, and the files as they are now; only what can differ is read."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from posdoc.diagnostics import Diagnostic
from posdoc.errors import OutputError, UsageError
from posdoc.load import load
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.source import read_text
from posdoc.source.files import leads_out, read_bytes
from posdoc.source.plain_data import Read, data_of
from posdoc.vcs import Repository
from posdoc.workspace_files import PEOPLE_FILE, POSITIONS_FOLDER, SETTINGS_FILE

_BELOW = (SETTINGS_FILE, PEOPLE_FILE, POSITIONS_FOLDER)
_BASED_ON = re.compile(rb"\bbased_on[\"']?\s*:\s*[\"']?([^\s\"'#,}]+)")
_HANDED_DOWN = ("defaults", "languages", "kpis")
"""Keys of settings and units on which positions depend that do not name them."""
_WORD = re.compile(r"[^\W_][\w-]*")


class Sides(NamedTuple):
    """Both organizations, what each is called, and what was wrong with their files."""

    old: Organization
    new: Organization
    names: tuple[str, str]
    findings: tuple[list[Diagnostic], list[Diagnostic]]


def sides(workspace: Path | None, old: str, new: str = "", *, whole: bool = False) -> Sides:
    """Read both sides. Each is a folder with a workspace or a revision; an empty ``new`` is ``workspace`` as it is now.

    Of two revisions only what can differ is read, unless ``whole`` asks for everything.

    Raises UsageError for what is neither, and for a revision where there is no workspace or no git.
    """
    places = [Path(name) if name and is_workspace(Path(name)) else None for name in (old, new)]
    if places[0] is not None and (places[1] is not None or (not new and workspace is not None)):
        other = places[1] or workspace
        assert other is not None
        return _folders(places[0], other, (old, new))
    if workspace is None:
        raise UsageError(
            Phrase(f"“{old}”不是工作区文件夹", f"'{old}' is no folder of a workspace"),
            Phrase("在工作区里运行，或写两个文件夹", "run it in a workspace, or name two folders"),
        )
    repository = Repository.around(workspace)
    if whole or places[0] is not None or places[1] is not None:
        return _revision_and_folder(repository, (old, new), places)
    found = between(repository, repository.commit(old), repository.commit(new) if new else "")
    return found._replace(names=(old, new))


def is_workspace(folder: Path) -> bool:
    """Whether a folder holds a workspace."""
    return (folder / SETTINGS_FILE).is_file()


def _folders(old: Path, new: Path, names: tuple[str, str]) -> Sides:
    (one, said), (other, said_of_other) = load(old), load(new)
    return Sides(one, other, names, (said, said_of_other))


def _revision_and_folder(repository: Repository, names: tuple[str, str], places: list[Path | None]) -> Sides:
    found = []
    for name, place in zip(names, places, strict=True):
        if place is not None:
            found.append(load(place))
        else:
            files = _Files(repository, repository.commit(name) if name else "")
            with files.written(files.names) as folder:
                found.append(load(folder))
    return Sides(found[0][0], found[1][0], names, (found[0][1], found[1][1]))


def between(repository: Repository, old: str, new: str, only: Collection[str] = ()) -> Sides:
    """Both sides of a change from one commit to another, by their ids; ``only`` are the files that matter."""
    before, after = _Files(repository, old), _Files(repository, new)
    changed = repository.changed(before.commit, after.commit, _BELOW)
    wanted = _needed(changed & set(only) if only else changed, before, after)
    with before.written(wanted) as one, after.written(wanted) as other:
        (was, said), (is_, said_of_it) = load(one), load(other)
    return Sides(was, is_, (old, new), (said, said_of_it))


# --- what has to be read ------------------------------------------------------------------------------------------


class _Files:
    """The definition files of one side: of a commit, or, with an empty id, as they are now."""

    def __init__(self, repository: Repository, commit: str) -> None:
        self.commit = commit
        self._repository = repository
        self._blobs = repository.files(commit, _BELOW) if commit else {}
        self._held: dict[str, bytes] = {}
        self.names = frozenset(self._blobs if commit else _names_in(repository.workspace))

    def read(self, names: Iterable[str]) -> dict[str, bytes]:
        """What those of the files hold that are on this side; one that cannot be read is left out."""
        wanted = [name for name in names if name in self.names]
        missing = [name for name in wanted if name not in self._held]
        if self.commit:
            contents = self._repository.contents(self._blobs[name] for name in missing)
            self._held |= dict(zip(missing, contents, strict=True))
        for name in [] if self.commit else missing:
            data = read_bytes(self._repository.workspace, name)
            if isinstance(data, bytes):
                self._held[name] = data
        return {name: self._held[name] for name in wanted if name in self._held}

    def bases(self, names: Iterable[str] | None = None) -> dict[str, str]:
        """By the ids of positions that are based on another the id of that: of all, or of those in some files."""
        if names is None:
            names = self._repository.holding("based_on", self.commit, [POSITIONS_FOLDER])
        found = ((name, _BASED_ON.search(text)) for name, text in self.read(names).items())
        return {_stem(name): match[1].decode("utf-8", "replace") for name, match in found if match}

    @contextmanager
    def written(self, names: Iterable[str]) -> Iterator[Path]:
        """A folder with some of the files, as long as it is asked for."""
        with TemporaryDirectory(prefix="posdoc-") as folder:
            for name, data in self.read(names).items():
                _write(Path(folder) / name, data)
            yield Path(folder)


def _write(path: Path, data: bytes) -> None:
    """Raises OutputError for a name that a tree of git can hold and no folder: one for a file and a folder, a long one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        name, why = path.name[:40], error.strerror
        raise OutputError(
            Phrase(f"版本中的文件“{name}”无法读出：{why}", f"the file '{name}' of a revision cannot be written: {why}"),
            Phrase("换一个版本比较", "compare another revision"),
        ) from error


def _names_in(workspace: Path) -> Iterator[str]:
    yield from (name for name in (SETTINGS_FILE, PEOPLE_FILE) if (workspace / name).is_file())
    if leads_out(workspace, workspace / POSITIONS_FOLDER):
        return
    for folder, _, names in os.walk(workspace / POSITIONS_FOLDER):
        place = Path(folder).relative_to(workspace).as_posix()
        yield from (f"{place}/{name}" for name in names)


def _needed(changed: set[str], old: _Files, new: _Files) -> frozenset[str]:
    """The files that differ, and those that matter for what the positions in them say: what they take over and name."""
    both = old.names | new.names
    seeds = frozenset(name for name in changed if name in both)
    before, after = old.read(seeds), new.read(seeds)
    if any(_concerns_all(name, before.get(name, b""), after.get(name, b"")) for name in seeds):
        return both
    wanted = set(seeds) | {SETTINGS_FILE}
    if any(name.startswith(POSITIONS_FOLDER) for name in seeds):
        wanted |= _related(seeds, both, (old, new))
    folders = {str(folder) for name in wanted for folder in PurePosixPath(name).parents}
    return frozenset(wanted | {f"{folder}/unit.yaml" for folder in folders} & both)


def _concerns_all(name: str, before: bytes, after: bytes) -> bool:
    """Whether other definitions depend on what differs in a file: defaults, shared indicators, the language of texts."""
    if name != SETTINGS_FILE and _stem(name) != "unit":
        return False
    old, new = (_data(name, text) for text in (before, after))
    return any(old.get(key) != new.get(key) for key in _HANDED_DOWN)


def _data(name: str, text: bytes) -> dict[str, Read]:
    node, _ = read_text(text.decode("utf-8", "replace"), name)
    data = data_of(node) if node is not None else {}
    return data if isinstance(data, dict) else {}


def _related(seeds: frozenset[str], both: frozenset[str], sides: tuple[_Files, _Files]) -> set[str]:
    """The positions that seeds are based on, those that are based on them, and those that any of these name."""
    by_id = {_stem(name): name for name in sorted(both) if name.startswith(POSITIONS_FOLDER)}
    old, new = sides
    based = {*old.bases().items(), *new.bases(seeds).items()}  # files that do not differ say the same on both sides
    wanted = {_stem(name) for name in seeds}
    before = -1
    while len(wanted) > before:
        before = len(wanted)
        wanted |= {other for pair in based if wanted & set(pair) for other in pair}
    texts = [text for side in sides for text in side.read(by_id[one] for one in wanted if one in by_id).values()]
    named = {word for text in texts for word in _WORD.findall(text.decode("utf-8", "replace"))}
    return {by_id[one] for one in wanted | named if one in by_id}


def _stem(name: str) -> str:
    return PurePosixPath(name).stem
