"""What tests ask of the marks in documents: the field that one names, and the value that it leads to."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from posdoc.model import CompetenceKind, Organization, Position, Record, Text, Unit, field_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PATH = re.compile(r"(?:(?P<kind>[pu]):(?P<owner>[^/]+)/)?(?P<path>[^#@]+)(?P<rest>(?:#\d+)?(?:@[\w-]+)?)")


def fields_of_mark(mark: str) -> list[str]:
    """The names of the fields in it: ``duties`` and ``tasks`` of ``duties.0.tasks.3``, ``unit`` of ``=unit``."""
    return [step for step in re.split(r"[.#@=/]", mark) if step and not step.isdigit() and ":" not in step]


def resolved(subject: Record, path: str, organization: Organization) -> Any:
    """The value at a path of a document about ``subject``. Raises LookupError where there is no such place."""
    match = _PATH.fullmatch(path)
    if match is None:
        raise LookupError(path)
    value: Any = subject
    if match["kind"]:
        owners: dict[str, Any] = {"p": organization.by_id, "u": organization.units_by_id}
        value = owners[match["kind"]][match["owner"]]
    for step in match["path"].split("."):
        value = _step(value, step, path)
    return value


def _step(value: Any, step: str, path: str) -> Any:
    if step.isdigit():
        if isinstance(value, tuple) and int(step) < len(value):
            return value[int(step)]
    elif isinstance(value, tuple):  # all of one kind
        chosen = tuple(one for one in value if step in (getattr(one, "kind", None), getattr(one, "scope", None)))
        if chosen or step == CompetenceKind.CORE:
            return chosen
    elif isinstance(value, Record):
        info = field_of(type(value), step)
        if info is not None:
            return getattr(value, info.attribute)
    elif value is None:
        return None  # a record that nobody has stated, or that is taken over from a shared indicator
    raise LookupError(f"{path}: no {step}")


def text_leaves(value: Any, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every printed text of a record with its path."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Record):
        for info, part in value.stated():
            if info.printed or isinstance(value, Unit | Position):
                yield from text_leaves(part, f"{path}.{info.name}" if path else info.name)
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for place, item in enumerate(value):
            yield from text_leaves(item, f"{path}.{place}")


def edited(document: bytes, *changes: tuple[str, str], part: str = "word/document.xml") -> bytes:
    """A document with pieces of a part replaced; each has to be there."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text = data.decode("utf-8")
                for before, after in changes:
                    assert before in text, before
                    text = text.replace(before, after, 1)
                data = text.encode("utf-8")
            new.writestr(name, data)
    return made.getvalue()


def body_of(document: bytes) -> Any:
    """The root of the main part of a document."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def with_body(document: bytes, root: Any) -> bytes:
    """A document whose main part is another."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(root) if name == "word/document.xml" else old.read(name))
    return made.getvalue()


def control_of(root: Any, mark: str) -> Any:
    """The first content control with a mark."""
    return next(tag for tag in root.iter(f"{W}tag") if tag.get(f"{W}val") == mark).getparent().getparent()
