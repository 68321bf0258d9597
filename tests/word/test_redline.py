"""Redlines: accepted they say what the new document says, rejected what the old one says."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posdoc.errors import DefinitionError
from posdoc.model import Branch, ChartForm, Position
from posdoc.word.redline import redlined
from tests.word.redline_edits import (
    AUTHOR,
    DATE,
    EDITS,
    FORMS,
    FRESH,
    LANGUAGES,
    Edit,
    at,
    document,
    edited,
    moved,
    put,
    sample,
    text,
    the_position,
    without,
)  # fmt: skip
from tests.word.tracked import accepted, marks, parts_of, rejected, stories, texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def check(old: bytes, new: bytes, redline: bytes) -> None:
    assert texts(accepted(redline)) == texts(new)
    assert texts(rejected(redline)) == texts(old)
    assert (marks(redline) == []) is (texts(old) == texts(new))


def test_there_are_edits_that_change_something() -> None:
    assert len(EDITS) >= 60
    for name, edit in EDITS.items():
        assert (edit(the_position()) == the_position()) is (name == "nothing"), name


def _each_other_form_in_turn() -> list[tuple[str, str, str]]:
    """Every third edit; all of them on every form and in every language are in the proof."""
    return [(name, FORMS[1 + at % 4], LANGUAGES[at // 4 % 3]) for at, name in enumerate(EDITS) if at % 3 == 0]


@pytest.mark.parametrize(("name", "form", "language"), _each_other_form_in_turn())
def test_both_documents_are_in_a_redline(name: str, form: str, language: str) -> None:
    check(*edited(EDITS[name], form, language))


@pytest.mark.parametrize("name", EDITS)
def test_both_documents_are_in_a_redline_of_the_form_with_everything(name: str) -> None:
    check(*edited(EDITS[name], "standard", "zh"))


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize(("name", "form", "language"), list(product(EDITS, FORMS, LANGUAGES)))
def test_both_documents_are_in_every_redline(name: str, form: str, language: str) -> None:
    check(*edited(EDITS[name], form, language))


FLOWS: dict[str, Edit] = {
    "step reworded": at("flows.0.steps.1.text", lambda _: text("打电话确认时间", "Call and agree the time")),
    "step gone": at("flows.0.steps", without(1)),
    "step new": at("flows.0.steps", lambda steps: put(1, replace(steps[0], id="fresh", text=FRESH, next=()))(steps)),
    "branch": at("flows.0.steps.0.next", lambda _: (Branch(to=None, when=FRESH),)),
    "flows gone": at("flows", lambda _: ()),
}


@pytest.mark.parametrize("name", FLOWS)
@pytest.mark.parametrize("form", ["standard", "narrative"])
def test_flows(name: str, form: str) -> None:
    position = sample().by_id["dispatcher"]
    old, new = document(position, form), document(FLOWS[name](position), form)
    redline = redlined(old, new, AUTHOR, DATE)
    check(old, new, redline)
    if name != "branch":
        assert marks(redline)


def test_what_is_another_language_is_all_other() -> None:
    old, new = document(the_position(), "standard", "zh"), document(the_position(), "standard", "en")
    check(old, new, redlined(old, new, AUTHOR, DATE))


LISTS = ("duties", "duties.0.tasks", "kpi_sets.0.kpis", "contacts", "qualifications", "authority", "tools", "records")


def _edit_of_a_list(path: str, kind: str, place: int, other: int) -> Edit:
    def change(entries: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(entries) < 2:
            return entries
        first, second = place % len(entries), other % len(entries)
        return {"move": moved(first, second), "drop": without(first), "copy": put(second, entries[first])}[kind](
            entries
        )

    def edit(position: Position) -> Position:
        if path.startswith("duties.") and not position.duties:
            return position
        return at(path, change)(position)

    return edit


_ONE = st.builds(
    _edit_of_a_list,
    st.sampled_from(LISTS),
    st.sampled_from(["move", "drop", "copy"]),
    st.integers(0, 9),
    st.integers(0, 9),
)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(before=st.lists(_ONE, max_size=4), after=st.lists(_ONE, max_size=6), form=st.sampled_from(FORMS))
def test_edits_at_random(before: list[Edit], after: list[Edit], form: str) -> None:
    versions = []
    for edits in (before, after):
        position = the_position()
        for edit in edits:
            position = edit(position)
        versions.append(document(position, form, "en"))
    check(*versions, redlined(*versions, AUTHOR, DATE))


# --- the marks and the package ------------------------------------------------------------------------------


def test_every_mark_says_who_and_when_and_has_a_number_of_its_own() -> None:
    _, _, redline = edited(EDITS["all new"])
    found = marks(redline)
    assert len(found) > 100
    assert {mark.get(f"{W}author") for mark in found} == {AUTHOR}
    assert {mark.get(f"{W}date") for mark in found} == {"2026-03-01T09:30:00Z"}
    assert len({mark.get(f"{W}id") for mark in found}) == len(found)


def test_an_author_that_xml_cannot_hold_is_cut() -> None:
    old, new, _ = edited(EDITS["code"])
    found = marks(redlined(old, new, "A\x00\x1b" + "B" * 300, DATE))
    assert {mark.get(f"{W}author") for mark in found} == {"A" + "B" * 254}


def test_numbers_of_shapes_are_given_once() -> None:
    _, _, redline = edited(EDITS["superior"])
    root = stories(redline)["word/document.xml"]
    numbers = [node.get("id") for node in root.iter() if str(node.tag).endswith(("}docPr", "}cNvPr"))]
    assert len(numbers) > 20
    assert len(set(numbers)) == len(numbers)


def test_the_rest_of_the_package_is_that_of_the_new_document() -> None:
    old, new, redline = edited(EDITS["duty reworded a little"])
    made, wanted = parts_of(redline), parts_of(new)
    assert set(made) == set(wanted)
    assert {name for name in wanted if made[name] != wanted[name]} == {"word/document.xml"}
    assert b"trackRevisions" not in made["word/settings.xml"]


def test_the_same_documents_give_the_same_bytes() -> None:
    old, new, redline = edited(EDITS["all new"])
    assert redlined(old, new, AUTHOR, DATE) == redline
    assert parts_of(redlined(new, new, AUTHOR, DATE)) == parts_of(new)


def test_controls_stay_where_both_have_them() -> None:
    _, new, redline = edited(EDITS["purpose"])
    (control,) = [
        node for node in stories(redline)["word/document.xml"].iter(f"{W}sdt")
        if node.find(f"{W}sdtPr/{W}tag").get(f"{W}val") == "purpose"
    ]  # fmt: skip
    assert {child.tag for child in control.find(f"{W}sdtContent")} >= {f"{W}ins", f"{W}del"}
    tags = [
        [node.get(f"{W}val") for node in stories(one)["word/document.xml"].iter(f"{W}tag")] for one in (new, redline)
    ]
    assert tags[0] == tags[1]


def test_what_is_no_document_is_refused() -> None:
    document_, _, _ = edited(EDITS["nothing"])
    with pytest.raises(DefinitionError):
        redlined(b"PK", document_, AUTHOR, DATE)
    with pytest.raises(DefinitionError):
        redlined(document_, b"", AUTHOR, DATE)


def test_charts_that_are_pictures() -> None:
    old, new = (
        document(position, charts=ChartForm.PICTURE) for position in (the_position(), EDITS["superior"](the_position()))
    )
    redline = redlined(old, new, AUTHOR, DATE)
    check(old, new, redline)
    before, after, made = (
        {data for name, data in parts_of(one).items() if name.startswith("word/media/")} for one in (old, new, redline)
    )
    assert before != after
    assert made == before | after
