"""What git knows of a workspace: the files of a revision, what differs, who changed what; the only place that runs git.

Nothing is checked out and no index is touched: revisions are read from git's own store. A name that somebody gives for a
revision never becomes an option of git.

A repository may come from a stranger: none of the programs that its settings name is run, nothing is fetched, and
what its store holds cannot lead out of a folder that it is written to.
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

_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # what older ones know instead: a protocol that there is not
}
_SETTINGS = {
    "core.quotepath": "off",
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "diff.autoRefreshIndex": "false",  # it would write the index, and run a hook
    "log.showSignature": "false",  # it would run gpg.program
    "safe.bareRepository": "explicit",  # a folder among the files of a clone is no repository with settings of its own
}
"""What git is told, whatever the settings of a repository say."""
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""What git calls a tree without files: what was there before the first commit."""


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
            if kind == "blob" and mode != "120000" and _stays_inside(path):
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
            head = data[at:end].split()
            if len(head) < 3:  # "… missing"
                raise _incomplete(head[0].decode("ascii", "replace"))
            size = int(head[2])
            yield data[end + 1 : end + 1 + size]
            at = end + size + 2

    def changed(self, old: str, new: str = "", below: Sequence[str] = ()) -> set[str]:
        """The files that differ between two commits, or between one and the working tree, files that git does not yet
        know of among them.
        """
        paths = [f":(top,literal){self.prefix}{path}" for path in below] or ["."]
        filters = {} if new else self._filters_off()
        names = self._output("diff", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv", "-z", "--relative",
                             "--ignore-submodules=all", old, *([new] if new else []), "--", *paths, settings=filters)  # fmt: skip
        found = set(_items(names))
        if not new:
            found |= set(_items(self._output("ls-files", "--others", "--exclude-standard", "-z", "--", *paths)))
        return found

    def holding(self, text: str, commit: str = "", below: Sequence[str] = ()) -> list[str]:
        """The files of a commit, or of the working tree, that hold a text anywhere."""
        paths = [f":(top,literal){self.prefix}{path}" for path in below] or ["."]
        where = [commit] if commit else ["--untracked"]
        form = ("-l", "-z", "-F", "--no-color", "--no-recurse-submodules")
        ended = _run(self.workspace, "grep", *form, "-e", text, *where, "--", *paths)
        if ended.returncode == 1 and not ended.stderr:
            return []
        names = _items(_checked(ended).decode("utf-8", "surrogateescape"))
        return [name.removeprefix(f"{commit}:") if commit else name for name in names]

    def follow(self, path: str, until: str = "HEAD") -> Iterator[Step]:
        """The commits that touched a file, newest first, also those from when it had another name or lay elsewhere."""
        form = "--format=%H%x00%an%x00%as%x00%s%x00"
        written = self._output("log", "-z", "--follow", "-M50%", "--no-ext-diff", "--no-textconv", "--name-status", form,
                               until, "--", f":(top,literal){self.prefix}{path}")  # fmt: skip
        for (commit, author, date, subject), names in _records(written.split("\0")):
            found = tuple(one.removeprefix(self.prefix) for one in names)
            if found and all(map(_stays_inside, found)):
                yield Step(Commit(commit, author, date, subject, found), found[-1], found[0] if len(found) > 1 else "")

    def parent(self, commit: str) -> str:
        """The commit before one; the empty tree before the first."""
        ended = _run(self.workspace, "rev-parse", "--verify", "--quiet", f"{commit}^")
        return EMPTY_TREE if ended.returncode else ended.stdout.decode("ascii").strip()

    def author(self) -> str:
        """Who works here, as git calls them; empty where git does not know."""
        ended = _run(self.workspace, "config", "user.name")
        return "" if ended.returncode else ended.stdout.decode("utf-8", "replace").strip()

    def _filters_off(self) -> dict[str, str]:
        """Settings that let git run none of the filters that the repository itself names, to clean files for a look."""
        asked = _run(self.workspace, "config", "-z", "--show-scope", "--name-only", "--get-regexp", r"^filter\.")
        items = _items(asked.stdout.decode("utf-8", "surrogateescape"))
        own = [name for scope, name in zip(items[::2], items[1::2], strict=True) if scope in ("local", "worktree")]
        return {name: "false" if name.endswith(".required") else "" for name in own}

    def _output(self, *arguments: str, settings: Mapping[str, str] | None = None) -> str:
        ended = _run(self.workspace, *arguments, settings=settings)
        return _checked(ended).decode("utf-8", "surrogateescape")


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


def _stays_inside(path: str) -> bool:
    """Whether a path of the store stays below the folder that it is relative to; a tree can hold any name."""
    parts = (path.replace("\\", "/") if os.name == "nt" else path).split("/")
    return not any(part in ("", ".", "..") or (os.name == "nt" and ":" in part) for part in parts)


def _records(items: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The fields of each commit in what ``git log -z`` wrote, and the one file it names: by two names when it moved."""
    at = 0
    while at + 5 < len(items):
        fields, status, at = items[at : at + 4], items[at + 5], at + 5
        count = 0 if not status.startswith("\n") else 2 if status[1:2] in ("R", "C") else 1
        yield fields, items[at + 1 : at + 1 + count]
        at += count + 1 if count else 0


def _run(
    folder: Path, *arguments: str, given: bytes | None = None, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = ["git", *(part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")), *arguments]
    environment = _environment(settings or {})
    try:
        return subprocess.run(command, cwd=folder, env=environment, input=given or b"", capture_output=True)
    except FileNotFoundError:
        raise MissingToolError(
            Phrase("没有找到 git", "git was not found"),
            Phrase("安装 git，或比较两个文件夹", "install git, or compare two folders"),
        ) from None


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    """The environment for git, with settings whose names may hold any sign; it takes them before those of files."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_DIR", "GIT_WORK_TREE"))}
    if settings:
        kept["GIT_CONFIG_COUNT"] = str(len(settings))
    for number, (name, value) in enumerate(settings.items()):
        kept |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return kept | _ENVIRONMENT


def _checked(ended: subprocess.CompletedProcess[bytes]) -> bytes:
    if ended.returncode:
        said = ended.stderr.decode("utf-8", "replace").strip()
        raise UsageError(Phrase(f"git 出错：{said}", f"git failed: {said}"))
    return ended.stdout


def _incomplete(blob: str) -> UsageError:
    return UsageError(
        Phrase(f"git 仓库里缺少内容 {blob}", f"the git repository lacks the content {blob}"),
        Phrase("posdoc 不会联网取回；若是部分克隆，请先运行 git fetch --refetch",
               "posdoc fetches nothing; in a partial clone run git fetch --refetch first"),
    )  # fmt: skip


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
