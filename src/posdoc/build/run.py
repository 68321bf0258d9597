"""Running a plan: in one process or several, files written as they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from posdoc.build.files import inside, write_atomically
from posdoc.build.office import find_office, has_office, headings_of, to_pdf
from posdoc.build.plan import ChartJob, Choice, DocumentJob, Job, job_form_of, output_folder, plan
from posdoc.check import Checked, check
from posdoc.diagnostics import Severity
from posdoc.model import DocumentFormat, Organization

WORTH_PROCESSES = 240
"""From how many documents on a second process earns its start."""
CHUNK = 16


@dataclass(frozen=True)
class Request:
    """What to build. ``output`` is a folder; None means what the settings say. ``jobs`` 0 means as many as help."""

    root: Path
    choice: Choice = field(default_factory=Choice)
    output: Path | None = None
    jobs: int = 0


@dataclass(frozen=True)
class Built:
    """What a build did. Nothing is made when ``checked`` has errors."""

    checked: Checked
    folder: Path
    made: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the definitions have errors, so that nothing was made."""
        return bool(self.checked.at_least(Severity.ERROR))


Progress = Callable[[int, int], None]


def build(request: Request, progress: Progress | None = None) -> Built:
    """Check the workspace and make its outputs; ``progress`` is told how many of how many files are done."""
    checked = check(request.root)
    outputs = checked.organization.workspace.outputs
    folder = request.output or output_folder(request.root, outputs)
    built = Built(checked, folder)
    if built.refused:
        return built
    jobs = plan(request.root, checked.organization, request.choice)
    if any(isinstance(job, DocumentJob) and job.format is DocumentFormat.PDF for job in jobs):
        find_office()
    made: list[str] = []
    unchanged: list[str] = []
    for done, (job, data) in enumerate(_results(request, checked.organization, jobs), 1):
        (made if write_atomically(inside(folder, job.path), data) else unchanged).append(job.path)
        if progress:
            progress(done, len(jobs))
    return replace(built, made=tuple(made), unchanged=tuple(unchanged))


def _results(request: Request, organization: Organization, jobs: Sequence[Job]) -> Iterator[tuple[Job, bytes]]:
    documents = [job for job in jobs if isinstance(job, DocumentJob)]
    charts = [job for job in jobs if isinstance(job, ChartJob)]
    word = [job for job in documents if job.format is DocumentFormat.DOCX]
    pdf = [job for job in documents if job.format is DocumentFormat.PDF]
    yield from zip(word, _word_documents(request, organization, word), strict=True)
    yield from zip(pdf, _pdfs(_word_documents(request, organization, pdf)) if pdf else [], strict=True)
    for chart in charts:
        yield chart, chart.chart.in_format(chart.format)


def _word_documents(request: Request, organization: Organization, jobs: Sequence[DocumentJob]) -> Iterator[bytes]:
    workers = request.jobs or (2 if len(jobs) >= WORTH_PROCESSES else 1)
    if workers == 1 or len(jobs) < 2:
        for job in jobs:
            yield _with_page_numbers(request.root, organization, job)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_in_worker, [str(request.root)] * len(jobs), jobs, chunksize=CHUNK)


def _in_worker(root: str, job: DocumentJob) -> bytes:
    return _with_page_numbers(Path(root), _organization_of(root), job)


@lru_cache(maxsize=1)
def _organization_of(root: str) -> Organization:
    """The organization, read once in each worker process."""
    from posdoc.load import load

    return load(Path(root))[0]


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


def _pdfs(documents: Iterable[bytes]) -> list[bytes]:
    from posdoc.word.for_libreoffice import for_libreoffice

    return to_pdf([for_libreoffice(document) for document in documents])


def _with_page_numbers(root: Path, organization: Organization, job: DocumentJob) -> bytes:
    """A document whose table of contents has page numbers, where LibreOffice can tell them."""
    from posdoc.documents import open_form

    if not open_form(root, job.form, job_form_of(root, job.output)).has_contents or not has_office():
        return document_bytes(root, organization, job)
    (pages,) = _pdfs([document_bytes(root, organization, job, room_only=True)])
    return document_bytes(root, organization, job, headings_of(pages))
