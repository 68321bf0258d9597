"""What git knows of a workspace: the files of a revision, what differs, who changed what; the only place that runs git.

Nothing is checked out and no index is touched: revisions are read from git's own store. A name that somebody gives for a
revision never becomes an option of git.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from posdoc.errors import MissingToolError, UsageError
from posdoc.phrases import Phrase

_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""What git calls a tree without files: what was there before the first commit."""
_RECORD, _FIELD = "\x1e", "\x1f"


class Commit(NamedTuple):
    """A commit that touched the workspace. ``date`` is that of its author, as YYYY-MM-DD."""

    id: str
    author: str
    date: str
    subject: str
    paths: tuple[str, ...]
    """The files of the workspace that it changed, relative to the workspace."""


class Step(NamedTuple):
    """A commit in the life of one file: where that was after it, and before it if that was another place."""

    commit: Commit
    path: str
    was: str


@dataclass(frozen=True)
class Repository:
    """The git repository around a workspace. All paths are relative to the workspace, with forward slashes."""

    workspace: Path
    prefix: str
    """Where the workspace lies in the repository, with a slash at the end; empty where it is the whole of it."""

    @classmethod
    def around(cls, workspace: Path) -> Repository:
        """The repository that a folder lies in. Raises UsageError where there is none, MissingToolError without git."""
        ended = _run(workspace, "rev-parse", "--show-prefix")
        if ended.returncode:
            raise _no_repository(workspace, ended.stderr.decode("utf-8", "replace"))
        return cls(workspace, ended.stdout.decode("utf-8", "surrogateescape").rstrip("\n"))

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names. Raises UsageError where it names none."""
        ended = _run(self.workspace, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if ended.returncode:
            raise UsageError(
                Phrase(f"git 中没有版本“{revision}”", f"git knows no revision '{revision}'"),
                Phrase(
                    "写提交号、分支、标签，或 HEAD~1；浅克隆请先取回历史（git fetch --unshallow）",
                    "name a commit, a branch, a tag, or HEAD~1; in a shallow clone fetch the history first "
                    "(git fetch --unshallow)",
                ),
            )
        return ended.stdout.decode("ascii").strip()

    def files(self, commit: str, below: Sequence[str] = ()) -> dict[str, str]:
        """The files of a commit with the ids of their contents; ``below`` are files and folders to keep to."""
        paths = [f"{self.prefix}{path}" for path in below] or ([self.prefix] if self.prefix else [])
        listed = self._output("ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
        found = {}
        for entry in _items(listed):
            head, _, path = entry.partition("\t")
            mode, kind, blob = head.split()
            if kind == "blob" and mode != "120000":
                found[path.removeprefix(self.prefix)] = blob
        return found

    def contents(self, blobs: Iterable[str]) -> Iterator[bytes]:
        """What the store holds under ids, in their order."""
        asked = "".join(f"{blob}\n" for blob in blobs).encode("ascii")
        if not asked:
            return
        data = _checked(_run(self.workspace, "cat-file", "--batch", given=asked))
        at = 0
        while at < len(data):
            end = data.index(b"\n", at)
            size = int(data[at:end].split()[2])
            yield data[end + 1 : end + 1 + size]
            at = end + size + 2

    def changed(self, old: str, new: str = "", below: Sequence[str] = ()) -> set[str]:
        """The files that differ between two commits, or between one and the working tree, files that git does not yet
        know of among them.
        """
        paths = [f":(top,literal){self.prefix}{path}" for path in below] or ["."]
        names = self._output("diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "-z", "--relative",
                             old, *([new] if new else []), "--", *paths)  # fmt: skip
        found = set(_items(names))
        if not new:
            found |= set(_items(self._output("ls-files", "--others", "--exclude-standard", "-z", "--", *paths)))
        return found

    def holding(self, text: str, commit: str = "", below: Sequence[str] = ()) -> list[str]:
        """The files of a commit, or of the working tree, that hold a text anywhere."""
        paths = [f":(top,literal){self.prefix}{path}" for path in below] or ["."]
        where = [commit] if commit else ["--untracked"]
        ended = _run(self.workspace, "grep", "-l", "-z", "-F", "-e", text, *where, "--", *paths)
        if ended.returncode == 1 and not ended.stderr:
            return []
        names = _items(_checked(ended).decode("utf-8", "surrogateescape"))
        return [name.removeprefix(f"{commit}:") if commit else name for name in names]

    def follow(self, path: str, until: str = "HEAD") -> Iterator[Step]:
        """The commits that touched a file, newest first, also those from when it had another name or lay elsewhere."""
        form = f"--format={_RECORD}%H{_FIELD}%an{_FIELD}%as{_FIELD}%s{_FIELD}"
        written = self._output("log", "-z", "--follow", "-M50%", "--name-status", form, until, "--",
                               f":(top,literal){self.prefix}{path}")  # fmt: skip
        for record in written.split(_RECORD)[1:]:
            commit, author, date, subject, names = record.split(_FIELD, 4)
            _, *paths = _items(names.strip("\n\0")) or [""]
            found = tuple(one.strip("\n").removeprefix(self.prefix) for one in paths)
            if found:
                yield Step(Commit(commit, author, date, subject, found), found[-1], found[0] if len(found) > 1 else "")

    def parent(self, commit: str) -> str:
        """The commit before one; the empty tree before the first."""
        ended = _run(self.workspace, "rev-parse", "--verify", "--quiet", f"{commit}^")
        return EMPTY_TREE if ended.returncode else ended.stdout.decode("ascii").strip()

    def author(self) -> str:
        """Who works here, as git calls them; empty where git does not know."""
        ended = _run(self.workspace, "config", "user.name")
        return "" if ended.returncode else ended.stdout.decode("utf-8", "replace").strip()

    def _output(self, *arguments: str) -> str:
        return _checked(_run(self.workspace, *arguments)).decode("utf-8", "surrogateescape")


def is_versioned(workspace: Path) -> bool:
    """Whether there is a git, and a repository around the folder."""
    try:
        return _run(workspace, "rev-parse", "--git-dir").returncode == 0
    except MissingToolError:
        return False


def write_files(repository: Repository, files: Mapping[str, str], folder: Path) -> None:
    """Write files of the store, by path with the ids of their contents, below a folder."""
    for (path, _), data in zip(files.items(), repository.contents(files.values()), strict=True):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _items(text: str) -> list[str]:
    return [item for item in text.split("\0") if item]


def _run(folder: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", *arguments]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_DIR", "GIT_WORK_TREE"))}
    try:
        return subprocess.run(command, cwd=folder, env=kept | _ENVIRONMENT, input=given or b"", capture_output=True)
    except FileNotFoundError:
        raise MissingToolError(
            Phrase("没有找到 git", "git was not found"),
            Phrase("安装 git，或比较两个文件夹", "install git, or compare two folders"),
        ) from None


def _checked(ended: subprocess.CompletedProcess[bytes]) -> bytes:
    if ended.returncode:
        said = ended.stderr.decode("utf-8", "replace").strip()
        raise UsageError(Phrase(f"git 出错：{said}", f"git failed: {said}"))
    return ended.stdout


def _no_repository(workspace: Path, said: str) -> UsageError:
    if "dubious ownership" in said:
        return UsageError(
            Phrase(f"git 不信任文件夹“{workspace}”，它属于别的用户",
                   f"git does not trust '{workspace}': it belongs to another user"),
            Phrase(f"git config --global --add safe.directory {workspace.resolve()}",
                   f"git config --global --add safe.directory {workspace.resolve()}"),
        )  # fmt: skip
    return UsageError(
        Phrase(f"“{workspace}”不在 git 仓库里", f"'{workspace}' is not in a git repository"),
        Phrase("在仓库里运行（git init 新建一个）；posdoc diff 也可比较两个文件夹：posdoc diff 旧文件夹 新文件夹",
               "run it in a repository (git init makes one); posdoc diff also compares two folders: posdoc diff OLD NEW"),
    )  # fmt: skip
