"""Records: frozen, compared by what they say, made quickly, and knowing their places."""

from __future__ import annotations

import dataclasses

import pytest

from posdoc.diagnostics import Span
from posdoc.model import (
    Contact,
    DottedLine,
    Duty,
    Kpi,
    KpiSet,
    Option,
    PartyScope,
    Position,
    Record,
    Ref,
    Responsibility,
    Stated,
    Text,
    Workspace,
    field_of,
    fields_of,
    label_prefix,
    record_types,
    types_of,
)
from posdoc.model.record import Options, record
from posdoc.phrases import Phrase


class At:
    """A place for tests."""

    def __init__(self, line: int, column: int = 1) -> None:
        self.span = Span("a.yaml", line, column, line, column + 1)


ORIGINS = {"": At(1), "text": Stated(At(2), At(2, 7)), "time": Stated(At(3), At(3, 7))}


def text(zh: str) -> Text:
    return Text({"zh": zh})


def test_records_are_frozen() -> None:
    duty = Duty(text=text("管理"))
    with pytest.raises(dataclasses.FrozenInstanceError):
        duty.text = text("别的")  # type: ignore[misc]


def test_a_record_has_all_its_fields_and_no_others() -> None:
    with pytest.raises(TypeError, match="Duty has no 'area_of_work'"):
        Duty(text=Text({"zh": "管理"}), area_of_work="a")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Ranked needs 'name'"):
        Ranked()  # type: ignore[call-arg]
    assert Ranked(name="a") != Ranked(name="b")
    assert repr(Ranked(name="a")) == "Ranked(name='a', rank=1)"


@record
class Ranked(Options):
    name: str
    rank: int = 1


def test_build_makes_the_same_as_the_constructor() -> None:
    assert Duty.build({"text": text("管理")}) == Duty(text=text("管理"))
    assert Duty.build({}) == Duty()
    assert Duty.build({}).tasks == ()
    assert Workspace.build({}).languages == ("zh",)
    with pytest.raises(dataclasses.FrozenInstanceError):
        Duty.build({}).text = text("别的")  # type: ignore[misc]


def test_places_do_not_count_when_comparing() -> None:
    here = Duty.build({"text": Text({"zh": "管理"}, At(2))}, ORIGINS)
    assert here == Duty(text=text("管理"))
    assert here != Duty(text=text("检查"))
    assert hash(here) == hash(Duty(text=text("管理")))
    assert here != text("管理")


def test_records_of_different_types_differ() -> None:
    assert Contact() != DottedLine()


def test_where_a_field_stands() -> None:
    duty = Duty.build({"text": text("管理")}, ORIGINS)
    assert duty.span == Span("a.yaml", 1, 1, 1, 2)
    assert duty.at("text") == Span("a.yaml", 2, 7, 2, 8)
    assert duty.key_at("text") == Span("a.yaml", 2, 1, 2, 2)
    assert duty.at("weight") == duty.key_at("weight") == duty.span
    assert duty.states("text")
    assert duty.states("time"), "also where the value could not be read"
    assert not duty.states("weight")


def test_a_record_from_nowhere() -> None:
    assert Duty().span == Duty().at("text") == Duty().key_at("text") == Span("")
    assert not Duty().states("text")


def test_what_is_stated_comes_in_the_order_of_declaration() -> None:
    duty = Duty(tasks=(text("检查"),), area=text("质量"), records=(), essential=False)
    assert [(info.name, value) for info, value in duty.stated()] == [
        ("area", text("质量")), ("tasks", (text("检查"),)), ("essential", False),
    ]  # fmt: skip
    assert list(Position(id="a", unit="b").stated()) == []


def test_fields_are_declared_in_one_place() -> None:
    info = field_of(DottedLine, "for")
    assert info is not None
    assert (info.name, info.attribute, info.label) == ("for", "for_", Phrase("事项", "For"))
    assert field_of(DottedLine, "for_") is None
    assert field_of(Position, "id") is None, "supplied, not declared"
    assert fields_of(DottedLine) is fields_of(DottedLine)
    assert set(types_of(DottedLine)) >= {"position", "for_"}


def test_record_types_are_found() -> None:
    found = record_types()
    assert {Position, Duty, Kpi, KpiSet, Workspace} <= set(found)
    assert found == sorted(found, key=lambda cls: cls.__name__)
    assert all(issubclass(cls, Record) and cls is not Record for cls in found)


@pytest.mark.parametrize(
    ("cls", "prefix"), [(Position, "position"), (KpiSet, "kpi_set"), (DottedLine, "dotted_line")], ids=str
)
def test_label_prefix(cls: type[Record], prefix: str) -> None:
    assert label_prefix(cls) == prefix


def test_choices_are_their_words() -> None:
    assert Responsibility.of("full") is Responsibility.FULL
    assert Responsibility.FULL == "full"
    assert Responsibility.FULL.label == Phrase("全责", "Full")
    with pytest.raises(ValueError, match="'x' is not a PartyScope"):
        PartyScope.of("x")


def test_every_choice_has_a_word_and_labels_of_its_own() -> None:
    found = Option.__subclasses__()
    assert len(found) > 10
    for cls in found:
        choices = list(cls)
        assert len(choices) > 1
        for words in ([c.value for c in choices], [c.label.zh for c in choices], [c.label.en.lower() for c in choices]):
            assert len(set(words)) == len(choices), cls
            assert all(words)


def test_a_reference_is_its_text() -> None:
    assert Ref("a", At(1)) == "a"
    assert {Ref("a"): 1}["a"] == 1
