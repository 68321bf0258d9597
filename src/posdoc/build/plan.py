"""What a build has to make: one job for each file, known before the first is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from posdoc.build.files import check_collisions, file_name
from posdoc.charts import kinds
from posdoc.documents import open_form
from posdoc.drawing import formats
from posdoc.errors import UsageError, WorkspaceError
from posdoc.locales.words import Words
from posdoc.model import ChartOutput, DocumentFormat, DocumentOutput, Organization, Outputs, Position
from posdoc.phrases import Phrase

OF_ONE_POSITION = ("position",)
"""Charts that show one position; they stand in its document, or are drawn with ``posdoc chart``."""
DOCUMENT_NAME = "{language}/{unit}/{code}_{title}_{form}"
CHART_NAME = "{language}/{title}"
DEFAULT_DOCUMENTS = (DocumentOutput(form="standard"),)
DEFAULT_CHARTS = (ChartOutput(kind="org", formats=("svg", "pdf")),)


@dataclass(frozen=True)
class DocumentJob:
    """One document of one position. ``path`` is relative to the output folder."""

    path: str
    position: str
    form: str
    language: str
    format: DocumentFormat


@dataclass(frozen=True)
class ChartJob:
    """One chart in one format."""

    path: str
    kind: str
    language: str
    format: str
    title: str


Job = DocumentJob | ChartJob


@dataclass(frozen=True)
class Choice:
    """What the command line picks from the settings: empty means what the settings say."""

    positions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    form: str = ""
    formats: tuple[DocumentFormat, ...] = ()


def plan(root: Path, organization: Organization, choice: Choice) -> list[Job]:
    """Every file to make. Raises for unknown ids, languages and forms, and for names that collide."""
    outputs = organization.workspace.outputs or Outputs()
    _check_choice(organization, choice)
    jobs: list[Job] = []
    for output in _document_outputs(outputs, choice):
        open_form(root, output.form or "standard")
        jobs += _document_jobs(organization, output, choice)
    if not choice.positions and not choice.form and not choice.formats:
        for chart in outputs.charts if organization.workspace.outputs else DEFAULT_CHARTS:
            _check_chart(chart)
            jobs += _chart_jobs(organization, chart, choice)
    check_collisions(job.path for job in jobs)
    return jobs


def _check_choice(organization: Organization, choice: Choice) -> None:
    for position in choice.positions:
        if position not in organization.by_id:
            raise UsageError(
                Phrase(f"没有标识为“{position}”的岗位", f"there is no position with the id '{position}'"),
                Phrase(
                    "标识就是岗位文件的文件名（不带 .yaml）", "the id is the name of the position's file without .yaml"
                ),
            )
    for language in choice.languages:
        if language not in organization.languages:
            known = "、".join(organization.languages)
            raise UsageError(
                Phrase(f"本工作区没有语言“{language}”", f"this workspace has no language '{language}'"),
                Phrase(
                    f"可用的语言：{known}（见 posdoc.yaml 的 languages）",
                    f"languages: {', '.join(organization.languages)} (see languages in posdoc.yaml)",
                ),
            )


def _check_chart(chart: ChartOutput) -> None:
    """Refuse kinds and formats of charts that there are not, before anything is drawn."""
    known = [kind for kind in kinds() if kind not in OF_ONE_POSITION]
    if chart.kind not in known:
        raise _bad_output(Phrase(f"没有“{chart.kind}”这种图", f"there is no chart '{chart.kind}'"), known)
    for format_ in chart.formats:
        if format_ not in formats():
            raise _bad_output(
                Phrase(f"没有“{format_}”这种图的格式", f"there is no chart format '{format_}'"), formats()
            )


def _known_languages(organization: Organization, languages: tuple[str, ...]) -> tuple[str, ...]:
    for language in languages:
        if language not in organization.languages:
            message = Phrase(f"语言“{language}”不在 languages 中", f"the language '{language}' is not under languages")
            raise _bad_output(message, organization.languages)
    return languages or organization.languages


def _bad_output(message: Phrase, known: Sequence[str]) -> WorkspaceError:
    return WorkspaceError(
        Phrase(f"posdoc.yaml 的 outputs 有误：{message.zh}", f"outputs in posdoc.yaml are wrong: {message.en}"),
        Phrase(f"可用：{'、'.join(known)}", f"choose from: {', '.join(known)}"),
    )


def output_folder(root: Path, outputs: Outputs | None) -> Path:
    """The folder that ``posdoc.yaml`` names; it lies in the workspace and holds no definitions or forms."""
    name = (outputs.folder if outputs else None) or "output"
    folder = (root / name).resolve()
    sources = [root.resolve() / part for part in ("positions", "templates")]
    inside = folder.is_relative_to(root.resolve()) and folder != root.resolve()
    if not inside or any(folder.is_relative_to(source) for source in sources):
        raise _bad_output(
            Phrase(f"输出文件夹“{name}”应在工作区内，且不在 positions、templates 中",
                   f"the folder '{name}' has to lie in the workspace, outside positions and templates"),
            ["output"],
        )  # fmt: skip
    return root / name


def _document_outputs(outputs: Outputs, choice: Choice) -> Sequence[DocumentOutput]:
    documents = outputs.documents or DEFAULT_DOCUMENTS
    if not choice.form:
        return documents
    chosen = [output for output in documents if output.form == choice.form]
    return chosen or [DocumentOutput(form=choice.form)]


def _document_jobs(organization: Organization, output: DocumentOutput, choice: Choice) -> Iterator[DocumentJob]:
    form = output.form or "standard"
    formats = choice.formats or output.formats or (DocumentFormat.DOCX,)
    for language in choice.languages or _known_languages(organization, output.languages):
        words = Words(organization, language)
        for position in organization.positions:
            if choice.positions and position.id not in choice.positions:
                continue
            values = _document_values(words, position, form)
            for format_ in formats:
                path = file_name(output.name or DOCUMENT_NAME, values, format_.value)
                yield DocumentJob(path, position.id, form, language, format_)


def _document_values(words: Words, position: Position, form: str) -> dict[str, str]:
    document = position.document
    return {
        "id": position.id,
        "code": position.code or "",
        "title": words.text(position.title),
        "version": (document.version or "") if document else "",
        "unit": words.name(position.unit) if position.unit else "",
        "language": words.language,
        "form": words.phrase("job_description") if form == "standard" else form,
    }


def _chart_jobs(organization: Organization, output: ChartOutput, choice: Choice) -> Iterator[ChartJob]:
    kind = output.kind or "org"
    for language in choice.languages or _known_languages(organization, output.languages):
        words = Words(organization, language)
        title = words.text(output.title) or default_title(organization, words)
        for format_ in output.formats or ("svg",):
            values = {"kind": kind, "title": title, "language": language}
            yield ChartJob(file_name(output.name or CHART_NAME, values, format_), kind, language, format_, title)


def default_title(organization: Organization, words: Words) -> str:
    """The department's name and the words "organization chart"."""
    company = organization.workspace.organization
    department = words.text(company.department) if company else ""
    return " ".join(part for part in (department, words.phrase("org_chart")) if part).replace(
        " ", "" if words.language.startswith("zh") else " "
    )
