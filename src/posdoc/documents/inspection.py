"""Checking the templates of a workspace: every finding with its place, as values like those of any other check."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from posdoc.diagnostics import Diagnostic, Severity, Span
from posdoc.documents.forms import forms, path_of_form, read_form
from posdoc.errors import DefinitionError, PosdocError
from posdoc.model import Organization, Position, Workspace, fields_of
from posdoc.phrases import Phrase
from posdoc.template import kinds
from posdoc.views.catalogue import CATALOGUE
from posdoc.word import inserts_jobs
from posdoc.word.inspection import Found, Inspected, inspect_form

SHIPPED = "posdoc:"
"""What stands before the name of a form that posdoc brings along, in place of a folder."""
_OF_DOCUMENT = ("dates.", "document_number", "version")
_PRINTING = ("rows", "cells")
"""The parts of a section that print all its fields."""


def inspect_templates(
    root: Path, organization: Organization, names: Sequence[str] = (), *, unprinted: bool = False
) -> list[Diagnostic]:
    """What is wrong in the forms of these names; without names, in all forms. Raises UsageError for an unknown name.

    ``unprinted`` also tells which fields that positions fill are printed by none of them.
    """
    found: list[Diagnostic] = []
    about_positions: list[tuple[str, Inspected]] = []
    for name in names or sorted(forms(root)):
        path = path_of_form(root, name)
        inspected = _inspected(root, organization.workspace, name, path)
        found += [_diagnostic(shown(root, path), one) for one in inspected.found]
        if inspected.subject == "position" and not _has_errors(inspected):
            about_positions.append((shown(root, path), inspected))
    if about_positions and (unprinted or not names):
        found += _unprinted(organization, about_positions)
    return found


def shown(root: Path, path: Path) -> str:
    """The path of a form in the workspace, or that it is posdoc's own."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else f"{SHIPPED}{path.name}"


def _has_errors(inspected: Inspected) -> bool:
    return any(one.kind.severity is Severity.ERROR for one in inspected.found)


def _inspected(root: Path, workspace: Workspace, name: str, path: Path) -> Inspected:
    try:
        data = read_form(path, name)
        return inspect_form(data, name, CATALOGUE, _inner(root, workspace, name, data))
    except PosdocError as error:
        return Inspected([Found(kinds.UNUSABLE, error.message, error.hint)])


def _inner(root: Path, workspace: Workspace, name: str, data: bytes) -> tuple[bytes, str] | None:
    """The form of the job descriptions in a handbook, as the outputs name it."""
    try:
        if not inserts_jobs(data, name):
            return None
    except (DefinitionError, ValueError):
        return None  # the inspection says so
    outputs = workspace.outputs.documents if workspace.outputs else ()
    chosen = next((one.job_form for one in outputs if one.form == name and one.job_form), None) or "standard"
    return read_form(path_of_form(root, chosen), chosen), chosen


def _diagnostic(path: str, found: Found) -> Diagnostic:
    message, place = found.message, found.place
    if place is not None:
        message = Phrase(f"{place.zh}：{message.zh}", f"{place.en}: {message.en}")
    return Diagnostic(found.kind, Span(path), message, found.hint)


# --- fields that are not printed ------------------------------------------------------------------------------


def _unprinted(organization: Organization, forms_: Sequence[tuple[str, Inspected]]) -> Iterator[Diagnostic]:
    """The fields that some position fills and that none of these forms prints."""
    used = {path for _, inspected in forms_ for path in inspected.used}
    missing = [info for info in fields_of(Position) if info.printed and not _is_printed(info.name, info.group, used)]
    filled = _filled(organization.positions)
    missing = [info for info in missing if info.name in filled]
    if missing:
        zh = "、".join(f"{info.label.zh}（{info.name}）" for info in missing)
        en = ", ".join(f"{info.label.en.lower()} ({info.name})" for info in missing)
        yield Diagnostic(
            kinds.UNPRINTED,
            Span(forms_[0][0]),
            Phrase(
                f"{_these(forms_, 'zh')}不印这些已填写的字段：{zh}",
                f"{_these(forms_, 'en')} not print these fields, which are filled: {en}",
            ),
            Phrase(
                "需要时写 {{ position.字段 }}，或印出它所在的章节",
                "write {{ position.field }} where they are wanted, or print the section that they are in",
            ),
        )


def _these(forms_: Sequence[tuple[str, Inspected]], language: str) -> str:
    if language == "zh":
        return "表单" if len(forms_) == 1 else f"这 {len(forms_)} 份表单都"
    return "the form does" if len(forms_) == 1 else f"these {len(forms_)} forms do"


def _is_printed(name: str, group: str, used: Collection[str]) -> bool:
    """Whether a field is placed by itself, or the section that it is in is printed, by its name or among all ``parts``."""
    sections = [group, name, "parts[]"]
    if name == "document" and any(path.startswith(_OF_DOCUMENT) for path in used):
        return True
    whole = any(f"{section}.{part}" in used for section in sections for part in _PRINTING)
    return f"position.{name}" in used or whole or any(path.startswith(f"{name}.{name}[]") for path in used)


def _filled(positions: Iterable[Position]) -> set[str]:
    return {info.name for position in positions for info, _ in position.stated()}
