"""The fields that templates can use, with an example and the value that each has for something of the workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from posdoc.documents.of_department import JOB_SECTIONS
from posdoc.documents.views import in_languages
from posdoc.errors import UsageError
from posdoc.load import load
from posdoc.model import Organization
from posdoc.phrases import Phrase
from posdoc.resources import sample_folder
from posdoc.template.shape import Listed, listed, paths
from posdoc.views.catalogue import CATALOGUE
from posdoc.views.department import content_of_department
from posdoc.views.position import content_of_position
from posdoc.views.sections import Presentation
from posdoc.views.unit import content_of_unit

View = dict[str, Any]


class Usable(NamedTuple):
    """A field that a template can use, with texts from the sample department and from what was asked for."""

    listed: Listed
    examples: list[str]
    values: list[str]


def usable_fields(
    organization: Organization,
    language: str,
    subject: str,
    identity: str = "",
    *,
    whole: bool = False,
    example: View | None = None,
) -> Iterator[Usable]:
    """The fields of a subject, with their values for the position or unit of this id, or for the department.

    What stands in several places is listed once, unless the ``whole`` list is asked for. ``example`` is a view to take
    examples from, where it is not one of the sample department. Raises UsageError where there is nothing of that id.
    """
    own = view_of(organization, language, subject, identity) if identity or subject == "department" else {}
    example = _example(subject, language) if example is None else example
    for one in (paths if whole else listed)(CATALOGUE[subject]):
        yield Usable(one, texts_at(example, one.path), texts_at(own, one.path))


def subject_of(organization: Organization, identity: str) -> str:
    """Whether an id is one of a position or of a unit. Raises UsageError where it is neither."""
    if identity in organization.by_id:
        return "position"
    if identity in organization.units_by_id:
        return "unit"
    raise UsageError(
        Phrase(f"没有标识为“{identity}”的岗位或部门", f"there is no position or unit with the id '{identity}'"),
        Phrase(
            "标识就是文件名或文件夹名，见 positions 文件夹", "an id is the name of a file or folder below positions"
        ),
    )


def view_of(organization: Organization, language: str, subject: str, identity: str) -> View:
    """What a form about this subject sees. Raises UsageError where the id does not name what the subject says."""
    if subject not in _ABOUT and subject != "department":
        raise UsageError(
            Phrase("这份表单不关于某个岗位或部门", "the form is not about one position or unit"),
            Phrase("去掉 --position", "leave out --position"),
        )
    if subject != "department" and subject_of(organization, identity) != subject:
        known = organization.by_id if subject == "position" else organization.units_by_id
        raise UsageError(
            Phrase(
                f"这份表单关于{_ABOUT[subject].zh}，“{identity}”不是",
                f"the form is about {_ABOUT[subject].en}, which '{identity}' is not",
            ),
            Phrase(f"例如 --position {next(iter(known), '')}", f"such as: --position {next(iter(known), '')}"),
        )
    return in_languages(organization, language, lambda words: {
        "position": lambda: content_of_position(organization, words, organization.by_id[identity]),
        "unit": lambda: content_of_unit(organization, words, organization.units_by_id[identity]),
        "department": lambda: content_of_department(organization, words, jobs=Presentation(sections=JOB_SECTIONS)),
    }[subject]())  # fmt: skip


_ABOUT = {"position": Phrase("岗位", "a position"), "unit": Phrase("部门", "a unit")}


@cache
def _sample() -> Organization:
    return load(sample_folder())[0]


def _example(subject: str, language: str) -> View:
    """What a form sees of the sample department; of several positions or units the one that fills most."""
    sample = _sample()
    tag = "zh" if language.startswith("zh") else "en"
    ids: Iterable[str] = sample.by_id if subject == "position" else sample.units_by_id
    if subject == "department":
        return view_of(sample, tag, subject, "")
    return {"several": [view_of(sample, tag, subject, identity) for identity in ids]}


def texts_at(view: View, path: str) -> list[str]:
    """The texts at a path of the catalogue, of all items where there are lists; of several views those of the first."""
    if "several" in view:
        each = (texts_at(one, path) for one in view["several"])
        return next(filter(None, each), [])
    found: list[Any] = [view]
    for step in path.split("."):
        name = step.removesuffix("[]")
        found = [value[name] for value in found if isinstance(value, dict) and name in value]
        found = [item for value in found for item in (value if isinstance(value, list) else [value])]
    return [_text(value) for value in found if value != "" and isinstance(value, str | int)]


def _text(value: str | int) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
