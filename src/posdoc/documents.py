"""Putting one document together: which form, which view, which charts."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from posdoc.charts import position as position_chart
from posdoc.errors import DefinitionError, UsageError
from posdoc.layout import place
from posdoc.locales.words import Words
from posdoc.model import Organization, PartialDate, Position, Record, Text
from posdoc.phrases import Phrase
from posdoc.resources import templates_folder
from posdoc.views.position import view_position
from posdoc.word import Form, Metadata, draw_inline

CHART_WIDTH, CHART_HEIGHT = 466.0, 280.0
"""The room for a chart in a form, in points."""


def forms(root: Path) -> dict[str, Path]:
    """The Word forms by name: those that ship with posdoc, and the workspace's own, which come first."""
    found: dict[str, Path] = {}
    for folder in (templates_folder(), root / "templates"):
        for path in sorted(folder.glob("*.docx")):
            if not path.name.startswith("~$"):
                found[path.stem] = path
    return found


def open_form(root: Path, name: str) -> Form:
    """The form of a name, compiled once in a process."""
    known = forms(root)
    if name not in known:
        names = "、".join(known)
        raise UsageError(
            Phrase(f"没有名为“{name}”的表单", f"there is no form named '{name}'"),
            Phrase(f"可用的表单：{names}", f"forms: {', '.join(known)}"),
        )
    return _compiled(known[name], name, known[name].stat().st_mtime_ns)


@cache
def _compiled(path: Path, name: str, stamp: int) -> Form:  # noqa: ARG001 - the stamp makes a changed file a new one
    try:
        return Form(path.read_bytes(), name)
    except OSError as error:
        raise DefinitionError(
            Phrase(f"无法读取表单“{name}”：{error.strerror}", f"cannot read the form '{name}': {error.strerror}"),
            Phrase(f"检查文件 {path}", f"look at the file {path}"),
        ) from error


def position_document(organization: Organization, position: Position, form: Form, language: str) -> bytes:
    """The Word document of one position in one language."""
    words = Words(organization, language)
    view = view_position(organization, words, position)
    drawings = {}
    if view["chart"] is not None:
        placed = place(position_chart.draw(organization, words, position.id))
        description = position_chart.describe(organization, words, position.id)
        drawings["position_chart"] = draw_inline(
            placed, width=CHART_WIDTH, height=CHART_HEIGHT, description=description
        )
    return form.render(view, _metadata(organization, words, position, form.name), drawings)


def _metadata(organization: Organization, words: Words, position: Position, form: str) -> Metadata:
    document = position.document
    company = organization.workspace.organization
    return Metadata(
        identity=position.id,
        title=f"{words.text(position.title)} {words.phrase('job_description')}",
        subject=words.name(position.unit) if position.unit else "",
        company=words.text(company.name) if company else "",
        keywords=words.join([position.code or "", words.text(position.title)]),
        version=(document.version or "") if document else "",
        status=words.option(document.status) if document and document.status else "",
        language=words.language,
        form=form,
        digest=digest_of(position),
        date=_date(position),
    )


def _date(position: Position) -> str:
    """The day of the document as the definition has it: effective, approved or written, the first of a month or year."""
    document = position.document
    date = (document.effective or document.approved or document.written) if document else None
    return f"{date.year:04d}-{date.month or 1:02d}-{date.day or 1:02d}" if date else ""


def digest_of(position: Position) -> str:
    """A digest of everything that the definition says, inherited values included, wherever its file lies."""
    content = json.dumps(_plain(position), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()


def _plain(value: Any) -> Any:
    """A value of the model as plain data; fields that are not stated leave no trace."""
    if isinstance(value, Record):
        return {info.name: _plain(part) for info, part in value.stated()}
    if isinstance(value, PartialDate):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value.languages) if isinstance(value, Text) else str(value)
