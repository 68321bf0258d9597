"""A form of the company's own: a copy of another one, to be changed in Word."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from posdoc.build.files import write_atomically
from posdoc.documents.forms import forms, path_of_form, read_form
from posdoc.errors import UsageError
from posdoc.phrases import Phrase
from posdoc.workspace_files import is_device, is_id

MOST_CHARACTERS = 60


def new_form(root: Path, name: str, original: str) -> str:
    """Copy a form into the workspace and return the path of the copy there; an existing form is left alone."""
    name, original = name.removesuffix(".docx"), original.removesuffix(".docx")
    _check_name(name)
    path = f"templates/{name}.docx"
    taken = {form.stem.casefold(): form.name for form in (root / "templates").glob("*.docx")}
    if name.casefold() in taken:
        raise UsageError(
            Phrase(
                f"表单 templates/{taken[name.casefold()]} 已存在，没有改动",
                f"the form templates/{taken[name.casefold()]} exists and is left alone",
            ),
            Phrase("换一个名称，或先把它改名", "choose another name, or rename that one first"),
        )
    data = read_form(_original(root, original), original)
    write_atomically(root / path, data)
    return path


def _check_name(name: str) -> None:
    if not is_id(name) or is_device(name) or len(name) > MOST_CHARACTERS:
        raise UsageError(
            Phrase(f"“{name}”不能作表单名称", f"'{name}' cannot be the name of a form"),
            Phrase("只用文字、数字、- 和 _，且以文字或数字开头，如 my-form",
                   "use letters, digits, - and _, beginning with a letter or digit, such as my-form"),
        )  # fmt: skip


def _original(root: Path, name: str) -> Path:
    known = forms(root)
    near = [] if name in known else get_close_matches(name, known, 1, 0.6)
    if near:
        raise UsageError(
            Phrase(f"没有名为“{name}”的表单", f"there is no form named '{name}'"),
            Phrase(f"是否想写 {near[0]}？", f"did you mean '{near[0]}'?"),
        )
    return path_of_form(root, name)
