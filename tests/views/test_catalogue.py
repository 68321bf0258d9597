"""The catalogue of fields holds what views hold, no more and no less; and posdoc's own forms use nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from posdoc.diff.example import example_of_changes
from posdoc.documents.fields import texts_at, usable_fields
from posdoc.documents.of_department import JOB_SECTIONS
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import Organization, Position, SectionName, SectionOutput, Unit, fields_of
from posdoc.template.shape import Field, Group, Leaf, Many, Shape, listed, paths
from posdoc.views.arrange import finished
from posdoc.views.catalogue import CATALOGUE
from posdoc.views.department import content_of_department
from posdoc.views.position import view_position
from posdoc.views.sections import Presentation
from posdoc.views.unit import view_unit
from tests.views.conftest import SETTINGS
from tests.views.full import full_position

View = dict[str, Any]
EVERY_SECTION = Presentation(sections=tuple(SectionOutput(section=name) for name in SectionName), sign=True)
PEOPLE = "people:\n  - {name: 王芳, number: '7', posts: [{position: it, since: 2026-01-01}]}\n"
UNIT = """\
title: 售后服务部
head: it
kind: department
background: 背景。
value_proposition: 价值。
functions: [{title: 维修, functions: [{title: 上门, text: 二十四小时内到达。}]}]
staffing_principles: [精简]
resources: [{title: 工具, text: 每人一套。, points: [万用表, 钳子]}]
sections: [{title: 纪律, points: [守时, 整洁]}]
glossary: [{term: 工单, definition: 一次服务。}]
attachments: [{title: 附表}]
notes: [备注]
regulations:
  - title: 考勤制度
    document: {number: G-1}
    chapters: [{title: 总则, articles: [{text: 准时。, items: [不迟到, 不早退]}]}]
posts: [{title: 司机, headcount: 1}]
document:
  number: D-1
  version: "1.0"
  statement: 同意。
  revisions: [{version: "1.0", text: 新建}]
  signers: [{role: author, name: 张三}]
"""


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> dict[str, list[View]]:
    """Views of the sample and of definitions that fill everything, by subject."""
    root = tmp_path_factory.mktemp("full")
    for name, text in {
        "posdoc.yaml": SETTINGS, "people.yaml": PEOPLE,
        "positions/service/unit.yaml": UNIT, "positions/service/it.yaml": full_position(),
    }.items():  # fmt: skip
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    full, findings = load(root)
    assert [finding.message.en for finding in findings] == []
    found: dict[str, list[View]] = {subject: [] for subject in CATALOGUE}
    found["changes"] = [example_of_changes(language) for language in ("zh", "en")]
    for organization in (full, load(sample)[0]):
        for subject, view in _views(organization):
            found[subject].append(view)
    return found


def _views(organization: Organization) -> Iterator[tuple[str, View]]:
    words = Words(organization, "zh")
    for position in organization.positions:
        yield "position", view_position(organization, words, position)
    for unit in organization.units:
        for presentation in (Presentation(), EVERY_SECTION):
            yield "unit", view_unit(organization, words, unit, presentation)
    jobs = Presentation(sections=JOB_SECTIONS)
    for presentation in (Presentation(), EVERY_SECTION):
        content = content_of_department(organization, words, presentation, jobs)
        yield "department", finished(content, words.join, "zh")


def _walk(value: Any, shape: Shape, path: str, reached: set[Field]) -> Iterator[str]:
    """What of a view the catalogue does not have, or has as something else; ``reached`` is what it does have."""
    if value is None:
        return
    if isinstance(shape, Leaf):
        kinds = ((bool, "flag"), (int, "number"), (str, "text"))
        kind = next((name for kind, name in kinds if isinstance(value, kind)), type(value).__name__)
        if kind != ("text" if shape is Leaf.DRAWING else shape.value):
            yield f"{path} is a {kind}"
    elif isinstance(shape, Many):
        if not isinstance(value, list):
            yield f"{path} is no list"
            return
        for item in value:
            yield from _walk(item, shape.item, f"{path}[]", reached)
    elif not isinstance(value, dict):
        yield f"{path} is no group"
    else:
        for name, part in value.items():
            if name not in shape.fields:
                yield f"{path}.{name} is not declared"
                continue
            reached.add(shape.fields[name])
            yield from _walk(part, shape.fields[name].shape, f"{path}.{name}", reached)


def test_the_catalogue_holds_all_that_views_hold_and_nothing_else(views: dict[str, list[View]]) -> None:
    assert all(len(found) >= 2 for found in views.values())
    reached: set[Field] = set()
    wrong = {fault for subject, found in views.items() for view in found
             for fault in _walk(view, CATALOGUE[subject], subject, reached)}  # fmt: skip
    assert sorted(wrong) == []
    declared = {one.field: f"{subject}: {one.path}" for subject, whole in CATALOGUE.items() for one in paths(whole)}
    assert sorted(path for field, path in declared.items() if field not in reached) == []


@pytest.mark.parametrize("subject", CATALOGUE)
def test_every_meaning_is_said_in_both_languages(subject: str) -> None:
    for path, field, _ in paths(CATALOGUE[subject]):
        assert field.meaning.zh, path
        assert field.meaning.en, path
        assert not set(field.meaning.en) & set("，。（）"), path


def test_fields_of_the_model_have_the_meaning_that_the_model_declares() -> None:
    for whole, name, cls in (("position", "position", Position), ("unit", "fields", Unit)):
        group = CATALOGUE[whole].fields[name].shape
        assert isinstance(group, Group)
        for info in fields_of(cls):
            assert info.meaning.zh in group.fields[info.name].meaning.zh
            assert info.meaning.en in group.fields[info.name].meaning.en


def test_a_list_names_every_field_once_and_leads_from_there_to_the_rest() -> None:
    once, all_ = list(listed(CATALOGUE["position"])), list(paths(CATALOGUE["position"]))
    assert len(once) < len(all_) / 2
    assert {one.field for one in once} == {one.field for one in all_}
    places = {one.same_as for one in once if one.same_as}
    assert places <= {f"{one.path}{'[]' if isinstance(one.field.shape, Many) else ''}" for one in once}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a", ["1"]),
        ("b.c", ["x", "y"]),
        ("d[].e", ["p", "q"]),
        ("d[].f[].g", ["r"]),
        ("h", []),
        ("nothing.there", []),
        ("d", []),
    ],
)
def test_texts_at_a_path(path: str, expected: list[str]) -> None:
    view = {"a": 1, "b": {"c": ["x", "y"]}, "d": [{"e": "p", "f": [{"g": "r"}]}, {"e": "q", "f": []}], "h": ""}
    assert texts_at(view, path) == expected


@pytest.mark.parametrize("subject", CATALOGUE)
def test_most_fields_have_an_example(subject: str, sample: Path) -> None:
    """Of the sample department, so that nobody has to write or translate it."""
    organization, _ = load(sample)
    example = example_of_changes("zh") if subject == "changes" else None
    usable = usable_fields(organization, "zh", subject, example=example)
    printed = [one for one in usable if isinstance(one.listed.field.shape, Leaf)]
    with_example = [one for one in printed if one.examples]
    assert len(with_example) > 0.7 * len(printed)
