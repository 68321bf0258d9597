"""What ``posdoc template`` does: the lists of forms and fields, and the check."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from posdoc.build.plan import is_known_language
from posdoc.check.selection import Selection
from posdoc.check.settings import effective
from posdoc.cli.language import LANGUAGE, say
from posdoc.cli.output import show_findings, write_utf8, written
from posdoc.diagnostics import Severity
from posdoc.documents.fields import Usable, subject_of, usable_fields
from posdoc.documents.forms import forms, path_of_form, read_form
from posdoc.documents.inspection import SHIPPED, inspect_templates, shown
from posdoc.errors import DefinitionError, UsageError
from posdoc.load import load
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.reporters.text import cells, visible
from posdoc.template.shape import Group, Leaf, Many, Shape
from posdoc.word.filters import MEANINGS
from posdoc.word.kind import subject_of_form

OTHER = say("en", "zh")
MOST_CELLS = 60
"""How much of a value is shown in a list."""
ABOUT = {
    "position": Phrase("岗位", "positions"),
    "unit": Phrase("部门", "units"),
    "department": Phrase("整个部门", "the department"),
    "changes": Phrase("修订对照", "changes"),
    "": Phrase("不能用，见 posdoc template check", "unusable: see posdoc template check"),
}


def list_lines(root: Path) -> Iterator[str]:
    """A line for each form: its name, what it is about, where it lies."""
    rows = [
        (name, ABOUT[_subject(path, name)].in_(LANGUAGE), _where(shown(root, path)))
        for name, path in sorted(forms(root).items())
    ]
    widths = [max(cells(row[column]) for row in rows) for column in (0, 1)]
    for name, about, where in rows:
        yield f"{_padded(name, widths[0])}  {_padded(about, widths[1])}  {where}"


def _where(path: str) -> str:
    return say("posdoc 自带", "posdoc's own") if path.startswith(SHIPPED) else path


def _subject(path: Path, name: str) -> str:
    try:
        return subject_of_form(read_form(path, name), name)
    except DefinitionError:
        return ""


def printing_command(root: Path, name: str) -> str:
    """The command that prints on a form: what is about changes needs two states of the definitions."""
    is_about_changes = _subject(path_of_form(root, name), name) == "changes"
    return f"posdoc diff --format docx --form {name}" if is_about_changes else f"posdoc build --form {name}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


# --- fields ---------------------------------------------------------------------------------------------------


class Wanted(NamedTuple):
    """What is asked of the list of fields."""

    words: tuple[str, ...]
    form: str
    identity: str
    language: str


def _fields(root: Path, wanted: Wanted, *, whole: bool) -> tuple[str, list[Usable]]:
    organization, _ = load(root)
    subject = _asked_subject(root, organization, wanted)
    language = _language(organization, wanted.language)
    example = _example_of_changes(language) if subject == "changes" else None
    found = usable_fields(organization, language, subject, wanted.identity, whole=whole, example=example)
    return subject, [one for one in found if _is_wanted(one, wanted.words)]


def _example_of_changes(language: str) -> dict[str, Any]:
    """What a form about changes sees of the sample department."""
    from posdoc.diff.example import example_of_changes

    return example_of_changes("zh" if language.startswith("zh") else "en")


def _language(organization: Organization, asked: str) -> str:
    """The language of the values: the one asked for, else that of the interface, else the workspace's first."""
    if not asked:
        return LANGUAGE if LANGUAGE in organization.languages else organization.languages[0]
    if not is_known_language(organization, asked):
        known = organization.languages
        raise UsageError(
            Phrase(f"本工作区没有语言“{asked}”", f"this workspace has no language '{asked}'"),
            Phrase(f"可用的语言：{'、'.join(known)}", f"languages: {', '.join(known)}"),
        )
    return asked


def _asked_subject(root: Path, organization: Organization, wanted: Wanted) -> str:
    if wanted.form:
        return subject_of_form(read_form(path_of_form(root, wanted.form), wanted.form), wanted.form)
    return subject_of(organization, wanted.identity) if wanted.identity else "position"


def _is_wanted(one: Usable, words: Sequence[str]) -> bool:
    path, field, _ = one.listed
    text = f"{path} {field.meaning.zh} {field.meaning.en}".casefold()
    return all(word.casefold() in text for word in words)


def fields_text(root: Path, wanted: Wanted) -> str:
    """The list for people, with how fields are written before it and the filters behind it."""
    subject, found = _fields(root, wanted, whole=bool(wanted.words))
    lines = [*_introduction(subject)] if not wanted.words else []
    for one in found:
        lines += _lines_of(one)
    if not found:
        lines.append(say("没有这样的字段。", "There is no such field."))
    if not wanted.words:
        lines += [
            "",
            say("过滤器", "Filters"),
            *(f"  {name:8} {meaning.in_(LANGUAGE)}" for name, meaning in MEANINGS.items()),
        ]
    return "\n".join(lines) + "\n"


def _introduction(subject: str) -> Iterator[str]:
    about = ABOUT[subject]
    yield say(f"关于{about.zh}的表单可以用的字段", f"The fields of forms about {about.en}")
    yield say(
        "  position.title 写成 {{ position.title }}；图写成 {{r chart.drawing }}",
        "  position.title is written {{ position.title }}, a drawing {{r chart.drawing }}",
    )
    yield say(
        "  后面有 [] 的是列表，各标签独占一段：{%p for duty in duties.duties %}  {{ duty.text }}  {%p endfor %}",
        "  what has [] is a list, with a paragraph for each tag: "
        "{%p for duty in duties.duties %}  {{ duty.text }}  {%p endfor %}",
    )
    yield say(
        "  章节可能没有内容，先判断：{%p if duties %} … {%p endif %}",
        "  a section may be empty, so ask first: {%p if duties %} … {%p endif %}",
    )
    yield ""


def _lines_of(one: Usable) -> Iterator[str]:
    path, field, same_as = one.listed
    sign = "[]" if isinstance(field.shape, Many) else ""
    yield f"{path}{sign}{_kind(field.shape)}"
    yield f"  {field.meaning.in_(LANGUAGE)} | {field.meaning.in_(OTHER)}"
    if same_as:
        yield say(f"  其中的字段同 {same_as}", f"  its fields are those of {same_as}")
    shown_ = [(say("例", "e.g."), one.examples), (say("值", "now"), one.values)]
    texts = [f"{label}: {_short(values)}" for label, values in shown_ if values]
    if texts:
        yield "  " + "   ".join(texts)


def _kind(shape: Shape) -> str:
    return (
        {
            Leaf.DRAWING: say("（图）", " (drawing)"),
            Leaf.FLAG: say("（是非）", " (yes or no)"),
            Leaf.NUMBER: say("（数）", " (number)"),
        }.get(shape, "")
        if isinstance(shape, Leaf)
        else ""
    )


def _short(values: list[str]) -> str:
    text = visible(values[0].strip().replace("\n", " / "))
    while cells(text) > MOST_CELLS:
        text = text[:-2] + "…"
    return text + (say(f"（等 {len(values)} 项）", f" (and {len(values) - 1} more)") if len(values) > 1 else "")


def fields_json(root: Path, wanted: Wanted) -> str:
    """Every path, with everything that is known of it."""
    subject, found = _fields(root, wanted, whole=True)
    data = {
        "subject": subject,
        "fields": [_as_data(one) for one in found],
        "filters": {name: meaning._asdict() for name, meaning in MEANINGS.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _as_data(one: Usable) -> dict[str, Any]:
    path, field, _ = one.listed
    return {
        "path": path,
        "type": _type(field.shape),
        "meaning": field.meaning._asdict(),
        "examples": one.examples[:3],
        "values": one.values,
    }


def _type(shape: Shape) -> str:
    if isinstance(shape, Many):
        return "list"
    return "group" if isinstance(shape, Group) else shape.value


# --- check ----------------------------------------------------------------------------------------------------


def check_templates(root: Path, names: Sequence[str], format_: str, fail_level: str | None, *, unprinted: bool) -> int:
    """Check the forms of these names, print what is found, and return the exit status."""
    organization, _ = load(root)
    settings, _ = effective(organization.workspace, Selection())
    plain = [name.removesuffix(".docx").removeprefix("templates/") for name in names]
    found = settings.levelled(inspect_templates(root, organization, plain, unprinted=unprinted))
    if format_ == "text":
        show_findings(found, root)
    else:
        write_utf8(written(found, root, format_))
    level = Severity[fail_level.upper()] if fail_level else settings.fail_level
    return 1 if any(finding.severity >= level for finding in found) else 0
