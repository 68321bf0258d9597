"""The key of each output: one digest of everything that its content depends on.

Two outputs of one name and one key have the same bytes, on any machine and on any day. Not in it are the programs and
fonts of the machine: LibreOffice makes PDF files and page numbers, and what it made elsewhere is not made again here.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from posdoc.build.charts import Chart
from posdoc.build.content import Kept, digest, digest_of_value
from posdoc.build.dependencies import Dependencies
from posdoc.build.inputs import program
from posdoc.build.plan import ChartJob, DocumentJob, Job, job_form_of
from posdoc.documents.forms import open_form, path_of_form, read_form
from posdoc.drawing import shows_details
from posdoc.model import ChartOutput, DocumentOutput, Organization

_OF_THE_FILE = frozenset(("languages", "formats", "name", "only"))
"""What the settings say of an output that is not in its content."""


class Keys:
    """The keys of the outputs of one organization."""

    def __init__(self, root: Path, organization: Organization, kept: Kept | None = None) -> None:
        self.root = root
        self.dependencies = Dependencies(organization, kept)
        self._outputs: dict[int, tuple[DocumentOutput | ChartOutput, str]] = {}
        self._forms: dict[str, str] = {}
        self._graphs: dict[int, tuple[Chart, str]] = {}

    def of(self, job: Job) -> str:
        """The key of an output."""
        return self._of_chart(job) if isinstance(job, ChartJob) else self._of_document(job)

    def _of_document(self, job: DocumentJob) -> str:
        job_form = job_form_of(self.root, job.output)
        return digest(
            program(),
            self._form(job.form),
            self._form(job_form) if job_form else "",
            self._asked(job.output),
            job.language,
            job.format.value,
            job.subject,
            self._depended_on(job, job_form),
        )

    def _depended_on(self, job: DocumentJob, job_form: str) -> str:
        organization = self.dependencies.organization
        subject = open_form(self.root, job.form, job_form).kind.subject
        if subject == "position":
            return self.dependencies.of_position(organization.by_id[job.subject])
        if subject == "unit":
            return self.dependencies.of_unit(organization.units_by_id[job.subject])
        return self.dependencies.everything

    def _of_chart(self, job: ChartJob) -> str:
        """A chart depends on its graph, which is known before it is laid out, and on what its pages are to say."""
        chart = job.chart
        if id(chart) not in self._graphs:
            self._graphs[id(chart)] = chart, digest(repr(chart.graph), self._asked(chart.wish), self._labels)
        drawn = repr(_detailed(chart)) if shows_details(job.format) else ""
        return digest(program(), job.format, chart.words.language, self._graphs[id(chart)][1], drawn)

    @cached_property
    def _labels(self) -> str:
        return digest_of_value(self.dependencies.organization.workspace.labels)

    def _asked(self, output: DocumentOutput | ChartOutput) -> str:
        if id(output) not in self._outputs:
            self._outputs[id(output)] = output, digest_of_value(output, _OF_THE_FILE)
        return self._outputs[id(output)][1]

    def _form(self, name: str) -> str:
        if name not in self._forms:
            self._forms[name] = digest(name, read_form(path_of_form(self.root, name), name))
        return self._forms[name]


def _detailed(chart: Chart) -> object:
    from posdoc.charts.details import with_details

    return with_details(chart.graph, chart.organization, chart.words, names=chart.wish.names is not False)
