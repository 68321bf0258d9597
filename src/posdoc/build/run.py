"""Running a plan: what is current stays, the rest is made, in one process or several, and written as it is made."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

from posdoc.build.content import Kept
from posdoc.build.files import inside, write_atomically
from posdoc.build.keys import Keys
from posdoc.build.leftovers import Leftovers, remove_leftovers, remove_unfinished
from posdoc.build.lock import locked
from posdoc.build.manifest import (
    UNFINISHED,
    WITHOUT_PAGES,
    Entry,
    Manifest,
    digest_of_file,
    digest_of_output,
    read_manifest,
    write_manifest,
)
from posdoc.build.office import find_office, has_office, headings_of, to_pdf
from posdoc.build.plan import ChartJob, DocumentJob, Job, is_asked_for, job_form_of, output_folder, plan
from posdoc.build.request import Built, Progress, Request
from posdoc.check import Checked
from posdoc.errors import OutputError
from posdoc.model import DocumentFormat, Organization

WORTH_PROCESSES = 240
"""From how many documents on a second process earns its start."""
CHUNK = 16
OFFICES = 2
"""How many times LibreOffice may run at once where nobody says how many processes there are to be."""


def folder_of(request: Request, organization: Organization) -> Path:
    """The folder that outputs go to."""
    return request.output or output_folder(request.root, organization.workspace.outputs)


def build_checked(
    request: Request, checked: Checked, state: str, progress: Progress | None = None, kept: Kept | None = None
) -> Built:
    """Bring the outputs of a workspace that was checked up to date; nothing is made while it has errors.

    ``state`` is that of its files before it was read. ``kept`` are digests that may be known already.
    """
    organization = checked.organization
    built = Built(checked, folder_of(request, organization), findings=len(checked.findings))
    if built.refused:
        return built
    jobs = plan(request.root, organization, request.choice)
    keys = Keys(request.root, organization, kept)
    update = Update(request, organization, built.folder, jobs, {job.path: keys.of(job) for job in jobs}, progress)
    update.check_tools()
    with locked(built.folder):
        return update.run(built, state)


def is_current(folder: Path, path: str, key: str, entry: Entry | None) -> bool:
    """Whether an output was made from what it would be made from now, and lies there as it was made."""
    return entry is not None and has_key(entry, key) and digest_of_file(folder, path) == entry.digest


def has_key(entry: Entry, key: str) -> bool:
    """Whether an output was made from what ``key`` stands for; better page numbers can be had only from LibreOffice."""
    return entry.key == key or (entry.key == key + WITHOUT_PAGES and not has_office())


@dataclass
class Update:
    """Bringing an output folder up to date. While it runs, its caller holds the lock of the folder."""

    request: Request
    organization: Organization
    folder: Path
    jobs: Sequence[Job]
    keys: Mapping[str, str]
    """The keys of the outputs by their paths."""
    progress: Progress | None = None
    files: dict[str, Entry] = field(default_factory=dict)
    """What the manifest is going to say of each file."""

    def check_tools(self) -> None:
        """Raise MissingToolError where PDF files are to be made and cannot be, before anything is written."""
        pdf = [job for job in self.jobs if isinstance(job, DocumentJob) and job.format is DocumentFormat.PDF]
        if self.stale(read_manifest(self.folder).files if pdf else {}, pdf):
            find_office()

    def stale(self, files: Mapping[str, Entry], jobs: Sequence[Job]) -> list[Job]:
        """Which of these outputs have to be made, given what a manifest says."""
        return [job for job in jobs if not is_current(self.folder, job.path, self.keys[job.path], files.get(job.path))]

    def run(self, built: Built, state: str) -> Built:
        """Make what is not current, remove what nobody asks for any longer, and write the manifest last.

        Where it cannot go on, the manifest tells what was done until then.
        """
        before = read_manifest(self.folder)
        self.files = dict(before.files)
        remove_unfinished(self.folder, [*before.files, *self.keys])
        try:
            made = self.make(self.stale(before.files, self.jobs))
            leftovers = self._remove_leftovers()
        except BaseException:
            with suppress(OutputError):
                write_manifest(self.folder, Manifest(files=self.files))
            raise
        write_manifest(self.folder, self._manifest(before, state, built.findings))
        unchanged = tuple(job.path for job in self.jobs if job.path not in made)
        return replace(built, made=tuple(made), unchanged=unchanged, removed=leftovers.removed, left=leftovers.left)

    def make(self, stale: Sequence[Job]) -> dict[str, None]:
        """Make these outputs; returns the paths of those that differ from what was there, in the order of making."""
        made: dict[str, None] = {}
        for done, (job, data) in enumerate(results(self.request, self.organization, stale), 1):
            if write_atomically(inside(self.folder, job.path), data, prefix=UNFINISHED):
                made[job.path] = None
            self.files[job.path] = self._entry(job, data)
            if self.progress:
                self.progress(done, len(stale))
        return made

    def _entry(self, job: Job, data: bytes) -> Entry:
        key = self.keys[job.path] + (WITHOUT_PAGES if _lacks_pages(self.request.root, job) else "")
        return Entry(digest_of_output(job.path, data), key, not is_asked_for(self.organization, job))

    def _remove_leftovers(self) -> Leftovers:
        if not self.request.choice.is_everything:
            return Leftovers((), ())
        planned = self.keys.keys()
        leftovers = remove_leftovers(self.folder, self.files, planned)
        self.files = {
            path: entry._replace(on_request=path not in planned)
            for path, entry in self.files.items()
            if path in planned or (entry.on_request and digest_of_file(self.folder, path))
        }
        return leftovers

    def _manifest(self, before: Manifest, state: str, findings: int) -> Manifest:
        """What the manifest says in the end. After a build of a part, not everything is of one state any longer."""
        if self.request.choice.is_everything:
            return Manifest(state, findings, self.files)
        return replace(before if _usual(before.files) == _usual(self.files) else Manifest(), files=self.files)


def _usual(files: Mapping[str, Entry]) -> dict[str, Entry]:
    return {path: entry for path, entry in files.items() if not entry.on_request}


def _lacks_pages(root: Path, job: Job) -> bool:
    """Whether a document has a table of contents whose page numbers nobody could tell."""
    from posdoc.documents import open_form

    if isinstance(job, ChartJob) or has_office():
        return False
    return open_form(root, job.form, job_form_of(root, job.output)).has_contents


def results(request: Request, organization: Organization, jobs: Sequence[Job]) -> Iterator[tuple[Job, bytes]]:
    """Each output with what it consists of: Word documents in their order, then PDF files, then charts."""
    documents = [job for job in jobs if isinstance(job, DocumentJob)]
    charts = [job for job in jobs if isinstance(job, ChartJob)]
    word = [job for job in documents if job.format is DocumentFormat.DOCX]
    pdf = [job for job in documents if job.format is DocumentFormat.PDF]
    yield from zip(word, _word_documents(request, organization, word), strict=True)
    yield from zip(pdf, _pdfs(_word_documents(request, organization, pdf), request.jobs) if pdf else [], strict=True)
    for chart in charts:
        yield chart, chart.chart.in_format(chart.format)


def _word_documents(request: Request, organization: Organization, jobs: Sequence[DocumentJob]) -> Iterator[bytes]:
    workers = request.jobs or (2 if len(jobs) >= WORTH_PROCESSES else 1)
    if workers == 1 or len(jobs) < 2:
        for job in jobs:
            yield _with_page_numbers(request.root, organization, request.jobs, job)
        return
    with _pool(workers, request, organization) as pool:
        yield from pool.map(_in_worker, jobs, chunksize=CHUNK)


def _pool(workers: int, request: Request, organization: Organization) -> ProcessPoolExecutor:
    """Worker processes. A copy of this one has the organization; one that begins anew has to read it.

    A process is copied only where it has no other threads, which might hold locks that nobody in the copy gives back.
    """
    if sys.platform == "linux" and threading.active_count() == 1:
        return ProcessPoolExecutor(workers, get_context("fork"), _begin_worker, (request, organization))
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin_worker, (request, None))


_given: tuple[Path, Organization, int] | None = None
"""What a worker process makes documents of."""


def _begin_worker(request: Request, organization: Organization | None) -> None:
    global _given
    if organization is None:
        from posdoc.load import load

        organization = load(request.root)[0]
    _given = request.root, organization, request.jobs


def _in_worker(job: DocumentJob) -> bytes:
    assert _given is not None
    return _with_page_numbers(*_given, job)


def document_bytes(
    root: Path,
    organization: Organization,
    job: DocumentJob,
    pages: Sequence[tuple[str, int]] | None = None,
    *,
    room_only: bool = False,
) -> bytes:
    """One Word document; for ``pages`` and ``room_only`` see :func:`~posdoc.documents.department_document`."""
    from posdoc.documents import department_document, open_form, position_document, unit_document

    form = open_form(root, job.form, job_form_of(root, job.output))
    if form.kind.subject == "department":
        return department_document(organization, form, job.language, job.output, pages, room_only=room_only)
    if form.kind.subject == "unit":
        return unit_document(organization, organization.units_by_id[job.subject], form, job.language, job.output)
    return position_document(organization, organization.by_id[job.subject], form, job.language, job.output)


def _pdfs(documents: Iterable[bytes], processes: int) -> list[bytes]:
    from posdoc.word.for_libreoffice import for_libreoffice

    return to_pdf([for_libreoffice(document) for document in documents], processes or OFFICES)


def _with_page_numbers(root: Path, organization: Organization, processes: int, job: DocumentJob) -> bytes:
    """A document whose table of contents has page numbers, where LibreOffice can tell them."""
    from posdoc.documents import open_form
    from posdoc.word.portions import in_portions

    if not open_form(root, job.form, job_form_of(root, job.output)).has_contents or not has_office():
        return document_bytes(root, organization, job)
    portions = in_portions(document_bytes(root, organization, job, room_only=True))
    return document_bytes(root, organization, job, headings_of(_pdfs(portions, processes)))
