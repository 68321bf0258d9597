"""A new position: a file that checks clean as it is, whatever its title."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.build.new import NewPosition, new_position
from posdoc.check import Selection, check
from posdoc.diagnostics import Severity
from posdoc.errors import UsageError
from posdoc.load import load

TITLES = [
    "夜班客服",
    "Night-shift Agent",
    'The "boss"',
    "it's",
    "a: b",
    "a # b",
    "#1",
    "- dash",
    "? what",
    "*star",
    "&and",
    "!bang",
    "{curly}",
    "[square]",
    "a, b",
    "100%",
    "@home",
    "back\\slash",
    "yes",
    "no",
    "null",
    "~",
    "007",
    "12:30",
    "  spaces  ",
    "two\nlines",
    "tab\there",
    "bell\x07",
    "return\rhere",
    "next\x85line",
    "emoji 👩‍🔧",
    "岗位：全角",
    "x" * 300,
]


@pytest.mark.parametrize("title", TITLES)
def test_the_new_file_checks_clean_and_has_its_title(small: Path, title: str) -> None:
    path = new_position(small, NewPosition("night", title=title), "zh")
    assert path == "positions/after-sales/night.yaml"
    assert [finding.message.en for finding in check(small, Selection(ignore=("placeholder",))).findings] == []
    read = load(small)[0].by_id["night"].title
    assert read is not None
    expected = "".join(c if c.isprintable() else " " for c in title)
    assert read.in_("zh").strip() == expected.strip()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_comments_filled_in_check_clean(small: Path, language: str) -> None:
    path = small / new_position(small, NewPosition("night"), language)
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("# ")) + 1
    filled = [line.removeprefix("# ") for line in lines[start:] if "promotes_to" not in line]
    assert len(filled) > 8
    path.write_text("\n".join([*lines[:start], *filled]).replace("60%", "100%"), encoding="utf-8")
    in_one_language = Selection(ignore=("wrong-language",))  # the words of the comments are there to be replaced
    assert [finding.message.en for finding in check(small, in_one_language).findings] == []
    assert load(small)[0].by_id["night"].duties[0].tasks


def test_the_head_of_the_unit_is_its_superior(small: Path) -> None:
    new_position(small, NewPosition("night"), "zh")
    assert load(small)[0].by_id["night"].reports_to == "after-sales-manager"


def test_what_is_given_is_written(small: Path) -> None:
    new_position(small, NewPosition("first", title="First"), "en")
    new_position(small, NewPosition("second", "Second", "after-sales", "first", "after-sales-manager"), "en")
    made = load(small)[0].by_id["second"]
    assert (made.reports_to, made.unit) == ("first", "after-sales")
    assert made.duties == load(small)[0].by_id["after-sales-manager"].duties


def test_without_a_title_it_takes_that_of_its_base(small: Path) -> None:
    path = new_position(small, NewPosition("second", based_on="after-sales-manager"), "en")
    assert "title:" not in (small / path).read_text(encoding="utf-8").partition("#")[0]


REFUSED = [
    (NewPosition("after-sales-manager"), "the position 'after-sales-manager' exists"),
    (NewPosition("After-Sales-Manager"), "exists: positions/after-sales/after-sales-manager.yaml"),
    (NewPosition("unit"), "reserved"),
    (NewPosition("con"), "reserved"),
    (NewPosition("LPT1"), "reserved"),
    (NewPosition("a b"), "cannot be the id"),
    (NewPosition("../x"), "cannot be the id"),
    (NewPosition("a/b"), "cannot be the id"),
    (NewPosition("-x"), "cannot be the id"),
    (NewPosition(""), "cannot be the id"),
    (NewPosition("x.yaml"), "cannot be the id"),
    (NewPosition("x", unit="nowhere"), "there is no unit 'nowhere'"),
    (NewPosition("x", unit="../.."), "there is no unit '../..'"),
    (NewPosition("x", reports_to="nobody"), "no position with the id 'nobody'"),
    (NewPosition("x", based_on="nobody"), "no position with the id 'nobody'"),
]


@pytest.mark.parametrize(("new", "said"), REFUSED, ids=[str(new) for new, _ in REFUSED])
def test_is_refused_and_nothing_is_written(small: Path, new: NewPosition, said: str) -> None:
    before = {path: path.read_bytes() for path in small.rglob("*.yaml")}
    with pytest.raises(UsageError, match=said) as raised:
        new_position(small, new, "zh")
    assert raised.value.hint is not None
    assert {path: path.read_bytes() for path in small.rglob("*.yaml")} == before


@pytest.mark.parametrize("identity", ["夜班-客服", "a", "x_1", "9-to-5", "Ünit"])
def test_ids_in_any_letters(small: Path, identity: str) -> None:
    new_position(small, NewPosition(identity, title="x"), "zh")
    assert identity in load(small)[0].by_id


def test_with_several_units_one_has_to_be_named(sample_copy: Path) -> None:
    with pytest.raises(UsageError, match="say which unit") as raised:
        new_position(sample_copy, NewPosition("x"), "zh")
    assert raised.value.hint is not None
    assert "customer-service" in raised.value.hint.en
    assert new_position(sample_copy, NewPosition("x", "X", "parts"), "zh").endswith("parts/x.yaml")
    assert check(sample_copy).at_least(Severity.ERROR) == []
