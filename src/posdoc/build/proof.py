"""Proving that what is published is current, without making or writing anything (``build --check``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from posdoc.build.current import built_before, current_state
from posdoc.build.leftovers import leftovers_in
from posdoc.build.manifest import WITHOUT_PAGES, Entry, digest_of_file, read_manifest
from posdoc.build.request import Request
from posdoc.check.verdict import Report
from posdoc.diagnostics import Severity
from posdoc.phrases import Phrase


class Reason(Enum):
    """Why an output is not what it would be if it were made now."""

    MISSING = Phrase("缺失", "missing")
    UNRECORDED = Phrase("没有生成记录，无法证明", "no record of what it was made from")
    STALE = Phrase("已过时：定义、表单或设置已改", "stale: a definition, form or setting has changed since")
    EDITED = Phrase("生成后被改动", "edited since it was made")
    LEFT_OVER = Phrase("多余：已不再需要生成", "left over: nothing asks for it any longer")


@dataclass(frozen=True)
class Fault:
    """One output that is not current."""

    path: str
    reason: Reason


@dataclass(frozen=True)
class Proof:
    """What a look at the outputs has shown: what is wrong with them, and how many there have to be."""

    checked: Report
    folder: Path
    faults: tuple[Fault, ...] = ()
    count: int = 0

    @property
    def refused(self) -> bool:
        """Whether the definitions have errors, so that nothing can be said of outputs."""
        return bool(self.checked.at_least(Severity.ERROR))


def prove(request: Request) -> Proof:
    """Hold the outputs in a folder against what would be made now; nothing is made and nothing is written."""
    state = current_state(request)
    before = built_before(request, state)
    if before is not None:
        return Proof(before.checked, before.folder, count=len(before.unchanged))
    return _looked_at_closely(request)


def _looked_at_closely(request: Request) -> Proof:
    from posdoc.build.keys import Keys
    from posdoc.build.plan import plan
    from posdoc.build.run import folder_of
    from posdoc.check import check

    checked = check(request.root)
    proof = Proof(checked, folder_of(request, checked.organization))
    if proof.refused:
        return proof
    of = Keys(request.root, checked.organization).of
    keys = {job.path: of(job) for job in plan(request.root, checked.organization, request.choice)}
    files = read_manifest(proof.folder).files
    faults = [*_faults(proof.folder, keys, files)]
    if request.choice.is_everything:
        faults += _left_over(proof.folder, keys, files)
    return Proof(checked, proof.folder, tuple(faults), len(keys))


def _faults(folder: Path, keys: Mapping[str, str], files: Mapping[str, Entry]) -> Iterator[Fault]:
    for path, key in keys.items():
        entry, now = files.get(path), digest_of_file(folder, path)
        if not now:
            yield Fault(path, Reason.MISSING)
        elif entry is None:
            yield Fault(path, Reason.UNRECORDED)
        elif entry.key.removesuffix(WITHOUT_PAGES) != key:
            yield Fault(path, Reason.STALE)
        elif entry.digest != now:
            yield Fault(path, Reason.EDITED)


def _left_over(folder: Path, keys: Mapping[str, str], files: Mapping[str, Entry]) -> Iterator[Fault]:
    for path in leftovers_in(files, keys.keys()):
        if digest_of_file(folder, path):
            yield Fault(path, Reason.LEFT_OVER)
