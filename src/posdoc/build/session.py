"""Building again and again in one process (``build --watch``): what the last build has read stays in memory.

Most changes are of one definition. Its documents are made from what is known of the others, before the whole
workspace is read and checked again; that follows, and sets right whatever else the change concerns.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from posdoc.build.content import Kept
from posdoc.build.current import current_state
from posdoc.build.keys import Keys
from posdoc.build.lock import locked
from posdoc.build.manifest import Manifest, read_manifest, write_manifest
from posdoc.build.plan import DocumentJob, document_jobs, outputs_about_positions
from posdoc.build.request import Built, Progress, Request
from posdoc.build.reread import reread
from posdoc.build.run import Update, build_checked, folder_of
from posdoc.check import check
from posdoc.model import DocumentFormat, Organization, Position


class Session:
    """One workspace that is built again on every change."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self._kept = Kept()
        self._organization: Organization | None = None

    def build(self, progress: Progress | None = None) -> Built:
        """Read and check everything, and bring all outputs up to date."""
        state = current_state(self.request)
        checked = check(self.request.root)
        self._organization = None
        built = build_checked(self.request, checked, state, progress, self._kept)
        if not built.refused:
            organization = self._organization = checked.organization
            records = (organization.workspace, *organization.units, *organization.positions, *organization.people)
            self._kept.forget_all_but([*records, *(post for person in organization.people for post in person.posts)])
        return built

    def build_at_once(self, paths: Collection[str]) -> tuple[str, ...]:
        """Make the documents of positions that a change of these files concerns, if that can be told from them alone.

        Returns the files that differ from what was there. Nothing is made where the whole workspace has to be read
        first: then, and for charts and all other documents, :meth:`build` has to follow.
        """
        changed = [path for path in paths if _is_definition(path)]
        if self._organization is None or len(changed) != 1:
            return ()
        found = reread(self._organization, self.request.root, changed[0])
        if found is None:
            return ()
        before = self._organization.by_id[found[1].id]
        self._organization, position = found
        if not self._refers_to_known(before, position):
            return ()
        is_alone = self._kept.card(before) == self._kept.card(position)
        return self._make(self._jobs(position if is_alone else None))

    def _refers_to_known(self, before: Position, position: Position) -> bool:
        """Whether whatever it newly refers to is there: what is not would be an error."""
        assert self._organization is not None
        new = set(self._kept.references(position)) - set(self._kept.references(before))
        return all(self._organization.title_of(name) is not None for name in new)

    def _jobs(self, only: Position | None) -> list[DocumentJob]:
        """The Word documents about positions, or about one of them, that the request asks for."""
        assert self._organization is not None
        root, choice = self.request.root, self.request.choice
        if only is not None:
            if choice.positions and only.id not in choice.positions:
                return []
            choice = replace(choice, positions=(only.id,))
        outputs = outputs_about_positions(root, self._organization, choice)
        jobs = (job for output in outputs for job in document_jobs(root, self._organization, output, choice))
        return [job for job in jobs if job.format is DocumentFormat.DOCX]

    def _make(self, jobs: Sequence[DocumentJob]) -> tuple[str, ...]:
        """Make those that are not current, and let the manifest say so, and that not all is known to be current."""
        assert self._organization is not None
        of = Keys(self.request.root, self._organization, self._kept).of
        folder = folder_of(self.request, self._organization)
        update = Update(self.request, self._organization, folder, jobs, {job.path: of(job) for job in jobs})
        with locked(folder):
            update.files = dict(read_manifest(folder).files)
            made = update.make(update.stale(update.files, jobs))
            write_manifest(folder, Manifest(files=update.files))
        return tuple(made)


def _is_definition(path: str) -> bool:
    """Whether a file is read; editors leave others beside it for a moment."""
    name = PurePosixPath(path).name
    return name.endswith((".yaml", ".yml", ".docx")) and not name.startswith((".", "~$"))
