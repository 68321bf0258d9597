"""What operations make of data, and the smallest steps that come to the same."""

from __future__ import annotations

import pytest

from posdoc.source.operations import Insert, Move, NoSuchPlaceError, Operation, Remove, Set, changed, shown, steps
from posdoc.source.plain_data import Read

DATA: Read = {"title": "经理", "list": ["a", "b", "c"], "map": {"zh": "甲", "en": "A"}, "none": "", "empty": []}

CASES: dict[str, tuple[Operation, Operation | list[Operation]]] = {
    "a scalar": (Set(("title",), 5), Set(("title",), 5)),
    "the same": (Set(("title",), "经理"), []),
    "the same in another order": (Set(("map",), {"en": "A", "zh": "甲"}), []),
    "one of two languages": (Set(("map",), {"zh": "乙", "en": "A"}), Set(("map", "zh"), "乙")),
    "a language more and one less": (
        Set(("map",), {"zh": "甲", "fr": "B"}), [Set(("map", "fr"), "B"), Remove(("map", "en"))],
    ),
    "no key in common": (Set(("map",), {"id": "x"}), Set(("map",), {"id": "x"})),
    "another kind": (Set(("map",), "x"), Set(("map",), "x")),
    "a list with one more": (Set(("list",), ["a", "x", "b", "c"]), Insert(("list",), 1, "x")),
    "a list with one less": (Set(("list",), ["a", "c"]), Remove(("list", 1))),
    "a list with one changed": (Set(("list",), ["a", "x", "c"]), Set(("list", 1), "x")),
    "a list of which much is changed, from its end": (
        Set(("list",), ["x", "b", "y", "z"]), [Insert(("list",), 3, "z"), Set(("list", 2), "y"), Set(("list", 0), "x")],
    ),
    "behind the last item": (Set(("list", 3), "d"), Insert(("list",), 3, "d")),
    "parents that are missing": (Set(("new", "deep", 0, "x"), "y"), Set(("new",), {"deep": [{"x": "y"}]})),
    "what is empty counts as missing": (Set(("none", "zh"), "x"), Set(("none",), {"zh": "x"})),
    "the first item of an empty list": (Insert(("empty",), 0, "x"), Set(("empty",), ["x"])),
    "the first item of a list that is missing": (Insert(("new",), 0, "x"), Set(("new",), ["x"])),
    "an item": (Insert(("list",), 1, "x"), Insert(("list",), 1, "x")),
    "a removal": (Remove(("list", 0)), Remove(("list", 0))),
    "a move": (Move(("list",), 0, 2), Move(("list",), 0, 2)),
    "a move to where it is": (Move(("list",), 1, 1), []),
}  # fmt: skip


@pytest.mark.parametrize(("operation", "expected"), CASES.values(), ids=CASES)
def test_steps(operation: Operation, expected: Operation | list[Operation]) -> None:
    found = steps(DATA, operation)
    assert found == (expected if isinstance(expected, list) else [expected])
    data = DATA
    for step in found:
        data = changed(data, step)
    assert data == changed(DATA, operation)


def test_the_data_given_stay_as_they_are() -> None:
    before = repr(DATA)
    after = changed(DATA, Move(("list",), 2, 0))
    assert after == {**dict(DATA), "list": ["c", "a", "b"]}  # type: ignore[arg-type]
    assert repr(DATA) == before


REFUSED: list[tuple[Operation, str]] = [
    (Set(("title", "zh"), "x"), "title.zh"),
    (Set(("list", 4), "x"), "list[4]"),
    (Set(("list", "a"), "x"), "list.a"),
    (Set(("map", 0), "x"), "map[0]"),
    (Remove(("nothing",)), "nothing"),
    (Remove(("list", 3)), "list[3]"),
    (Remove(()), "."),
    (Insert(("map",), 0, "x"), "map"),
    (Insert(("list",), 4, "x"), "list[4]"),
    (Insert(("new",), 1, "x"), "new[1]"),
    (Insert(("list",), -1, "x"), "list[-1]"),
    (Move(("list",), 0, 3), "list[3]"),
    (Move(("list",), -1, 0), "list[-1]"),
    (Move(("new",), 0, 0), "new"),
]


@pytest.mark.parametrize(("operation", "place"), REFUSED, ids=[str(operation) for operation, _ in REFUSED])
def test_places_that_are_not_there(operation: Operation, place: str) -> None:
    with pytest.raises(NoSuchPlaceError) as raised:
        changed(DATA, operation)
    assert shown(raised.value.path) == place
