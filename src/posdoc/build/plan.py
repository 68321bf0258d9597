"""What a build has to make: one job for each file, known before the first is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from posdoc.build.charts import Chart
from posdoc.build.files import check_collisions, file_name
from posdoc.build.request import Choice as Choice
from posdoc.charts import kinds
from posdoc.documents.forms import holds_jobs, open_form, path_of_form
from posdoc.drawing import formats
from posdoc.errors import UsageError, WorkspaceError
from posdoc.locales.pair import BOTH, words_of
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, DocumentFormat, DocumentOutput, Organization, Outputs, Position, Unit
from posdoc.phrases import Phrase
from posdoc.views.department import root_unit

DOCUMENT_NAMES = {
    "position": "{language}/{unit}/{code}_{title}_{form}",
    "unit": "{language}/{title}_{form}",
    "department": "{language}/{title}_{form}",
}
CHART_NAME = "{language}/{title}"
DEFAULT_DOCUMENTS = (DocumentOutput(form="standard"),)
DEFAULT_CHARTS = (ChartOutput(kind="org", formats=("svg", "pdf")),)


@dataclass(frozen=True)
class DocumentJob:
    """One document. ``path`` is relative to the output folder; ``subject`` the id of the position or unit that it is
    about, empty for the department; ``output`` what the workspace asks of it.
    """

    path: str
    subject: str
    output: DocumentOutput
    language: str
    format: DocumentFormat

    @property
    def form(self) -> str:
        """The name of its form."""
        return self.output.form or "standard"


@dataclass(frozen=True)
class ChartJob:
    """One chart in one format."""

    path: str
    chart: Chart
    format: str


Job = DocumentJob | ChartJob


def plan(root: Path, organization: Organization, choice: Choice) -> list[Job]:
    """Every file to make. Raises for unknown ids, languages and forms, and for names that collide."""
    outputs = organization.workspace.outputs or Outputs()
    _check_choice(organization, choice)
    jobs: list[Job] = []
    for output in _document_outputs(outputs, choice):
        jobs += document_jobs(root, organization, output, choice)
    if not choice.positions and not choice.form and not choice.formats:
        for chart in outputs.charts if organization.workspace.outputs else DEFAULT_CHARTS:
            _check_chart(chart)
            jobs += _chart_jobs(organization, chart, choice)
    check_collisions(job.path for job in jobs)
    return jobs


def is_asked_for(organization: Organization, job: Job) -> bool:
    """Whether the settings themselves ask for an output, so that a build of everything makes a file of its name."""
    outputs = organization.workspace.outputs or Outputs()
    if isinstance(job, ChartJob):
        return True
    return any(
        output.form == job.output.form
        and job.format in (output.formats or (DocumentFormat.DOCX,))
        and job.language in (output.languages or organization.languages)
        and (not output.only or job.subject in output.only)
        for output in outputs.documents or DEFAULT_DOCUMENTS
    )


def _check_choice(organization: Organization, choice: Choice) -> None:
    for position in choice.positions:
        if position not in organization.by_id and position not in organization.units_by_id:
            raise UsageError(
                Phrase(f"没有标识为“{position}”的岗位或部门", f"there is no position or unit with the id '{position}'"),
                Phrase(
                    "标识就是岗位文件的文件名（不带 .yaml）；部门的标识是文件夹名",
                    "the id is the name of the position's file without .yaml; of a unit, that of its folder",
                ),
            )
    for language in choice.languages:
        if not is_known_language(organization, language):
            known = "、".join(organization.languages)
            raise UsageError(
                Phrase(f"本工作区没有语言“{language}”", f"this workspace has no language '{language}'"),
                Phrase(
                    f"可用的语言：{known}（见 posdoc.yaml 的 languages）；两种对照写 {_pair(organization)}",
                    f"languages: {', '.join(organization.languages)} (see languages in posdoc.yaml); "
                    f"for both in one write {_pair(organization)}",
                ),
            )


def is_known_language(organization: Organization, language: str) -> bool:
    """Whether it is a language of the workspace, or two different ones of them (``zh+en``)."""
    tags = language.split(BOTH)
    return len(tags) == len(set(tags)) <= 2 and all(tag in organization.languages for tag in tags)


def _pair(organization: Organization) -> str:
    return BOTH.join(organization.languages[:2]) if len(organization.languages) > 1 else "zh+en"


def _check_chart(chart: ChartOutput) -> None:
    """Refuse kinds and formats of charts that there are not, before anything is drawn."""
    if chart.kind not in kinds():
        raise _bad_output(Phrase(f"没有“{chart.kind}”这种图", f"there is no chart '{chart.kind}'"), kinds())
    for format_ in chart.formats:
        if format_ not in formats():
            raise _bad_output(
                Phrase(f"没有“{format_}”这种图的格式", f"there is no chart format '{format_}'"), formats()
            )


def _known_languages(organization: Organization, languages: tuple[str, ...]) -> tuple[str, ...]:
    for language in languages:
        if not is_known_language(organization, language):
            message = Phrase(f"语言“{language}”不在 languages 中", f"the language '{language}' is not under languages")
            raise _bad_output(message, organization.languages)
    return languages or organization.languages


def _bad_output(message: Phrase, known: Sequence[str] = (), hint: Phrase | None = None) -> WorkspaceError:
    return WorkspaceError(
        Phrase(f"posdoc.yaml 的 outputs 有误：{message.zh}", f"outputs in posdoc.yaml are wrong: {message.en}"),
        Phrase(f"可用：{'、'.join(known)}", f"choose from: {', '.join(known)}") if known else hint,
    )


def output_folder(root: Path, outputs: Outputs | None) -> Path:
    """The folder that ``posdoc.yaml`` names; it lies in the workspace and holds no definitions or forms."""
    name = (outputs.folder if outputs else None) or "output"
    folder = (root / name).resolve()
    sources = [root.resolve() / part for part in ("positions", "templates")]
    inside = folder.is_relative_to(root.resolve()) and folder != root.resolve()
    hidden = inside and any(part.startswith(".") for part in folder.relative_to(root.resolve()).parts)  # such as .git
    if not inside or hidden or any(folder.is_relative_to(source) for source in sources):
        raise _bad_output(
            Phrase(f"输出文件夹“{name}”应在工作区内，且不在 positions、templates 和隐藏文件夹中",
                   f"the folder '{name}' has to lie in the workspace, outside positions, templates and hidden folders"),
            ["output"],
        )  # fmt: skip
    return root / name


def _document_outputs(outputs: Outputs, choice: Choice) -> Sequence[DocumentOutput]:
    documents = outputs.documents or DEFAULT_DOCUMENTS
    if choice.form:
        documents = tuple(output for output in documents if output.form == choice.form) or (
            DocumentOutput(form=choice.form),
        )
    if choice.sign is None:
        return documents
    return [DocumentOutput.build({**output.__dict__, "sign": choice.sign}) for output in documents]


def outputs_about_positions(root: Path, organization: Organization, choice: Choice) -> list[DocumentOutput]:
    """The documents asked for whose forms are about a position."""
    outputs = _document_outputs(organization.workspace.outputs or Outputs(), choice)
    return [
        one
        for one in outputs
        if open_form(root, one.form or "standard", job_form_of(root, one)).kind.subject == "position"
    ]


def document_jobs(
    root: Path, organization: Organization, output: DocumentOutput, choice: Choice
) -> Iterator[DocumentJob]:
    """The documents on one form: one for each position or unit that it is about, or one for the department."""
    form = open_form(root, output.form or "standard", job_form_of(root, output))
    if form.kind.subject == "changes":
        raise _not_for_build(form.name)
    formats = choice.formats or output.formats or (DocumentFormat.DOCX,)
    name = output.name or DOCUMENT_NAMES[form.kind.subject]
    for language in choice.languages or _known_languages(organization, output.languages):
        words = words_of(organization, language)
        own = words.form_title(form.name) if form.kind.form == form.name else form.name
        for subject, values in _subjects(organization, words, form.kind.subject, choice, output.only):
            values |= {"language": language, "form": words.text(output.title) or own}
            for format_ in formats:
                yield DocumentJob(file_name(name, values, format_.value), subject, output, language, format_)


def _not_for_build(form: str) -> WorkspaceError:
    """The error for a form of what is about two states of the definitions: build has but one."""
    return WorkspaceError(
        Phrase(f"表单“{form}”是修订对照表，不能用 build 生成", f"the form '{form}' is a table of changes: build cannot make it"),
        Phrase(f"运行 posdoc diff --format docx --form {form}", f"run: posdoc diff --format docx --form {form}"),
    )  # fmt: skip


def job_form_of(root: Path, output: DocumentOutput) -> str:
    """The form of the job descriptions in a handbook; empty where the form holds none."""
    path = path_of_form(root, output.form or "standard")
    return (output.job_form or "standard") if holds_jobs(path, path.stat().st_mtime_ns) else ""


def _subjects(
    organization: Organization, words: Words, subject: str, choice: Choice, only: Sequence[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """What documents of a form are about: ids, with what names of files can say of them."""
    wanted = [identity for identity in choice.positions if not only or identity in only] if choice.positions else only
    if subject == "position":
        for position in organization.positions:
            if position.id in wanted or not (wanted or choice.positions):
                yield position.id, _values_of(words, position)
    elif subject == "unit":
        for unit in organization.units:
            if unit.id in wanted or not (wanted or choice.positions):
                yield unit.id, _values_of(words, unit)
    elif not choice.positions:
        unit = root_unit(organization)
        company = organization.workspace.organization
        department = words.text(company.department) if company and company.department else words.text(unit.title)
        yield "", {**_values_of(words, unit), "title": department, "unit": ""}


def _values_of(words: Words, subject: Position | Unit) -> dict[str, str]:
    document = subject.document
    above = subject.unit if isinstance(subject, Position) else subject.parent
    return {
        "id": subject.id,
        "code": subject.code or "",
        "title": words.text(subject.title),
        "version": (document.version or "") if document else "",
        "unit": words.name(above) if above else "",
    }


def _chart_jobs(organization: Organization, output: ChartOutput, choice: Choice) -> Iterator[ChartJob]:
    for language in choice.languages or _known_languages(organization, output.languages):
        try:
            chart = Chart(organization, language, output)
        except UsageError as error:
            raise _bad_output(error.message, hint=error.hint) from None
        values = {"kind": output.kind or "org", "title": chart.name, "language": language}
        for format_ in output.formats or ("svg",):
            yield ChartJob(file_name(output.name or CHART_NAME, values, format_), chart, format_)
