"""What a difference says in each form of text, whole: a small department in which everything that can happen happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diff import Difference, SubjectKind, compare
from posdoc.diff.example import example_of_changes
from posdoc.diff.formats import format_named, formats
from posdoc.diff.formats.text import LONGEST, around_difference, lines_of
from posdoc.load import load
from tests.conftest import Goldens
from tests.diff.test_cases import BASE, SETTINGS, engineer, written

LONG = "先听用户把话讲完，再看机组，" * 12
EVERYTHING: dict[str, str | None] = {
    **engineer(
        "headcount: 2", "headcount: 3\ncode: S-1",
        "Mend the units.", "Mend <the> units | `all` of_them.",
        "修理报修的机组。", "修理客户报修的机组。",
        "  - {area: 记录, text: 当日写清维修记录并上传。, time: 10%}\n", "",
        "duties:\n", "duties:\n  - {area: 记录, text: 当日写清维修记录并上传。, time: 10%}\n",
        "[查故障代码, 更换损坏的零件]", f"[查故障代码, 更换磨损的零件, 扫场, 签字, 收费, 拍照, 回访, 交旧件, {LONG}]",
        "target: ≥85%", "target: ≥90%",
        "[[chief, gm]]", "[[chief], [gm]]",
        "tools: [万用表, 扳手]\n", "",
    ),
    "positions/s/clerk.yaml": None,
    "positions/s/chief.yaml": None,
    "positions/s/head.yaml": "title: 主管\nreports_to: gm\nheadcount: 1\nformer_ids: [chief]\n",
    "positions/s/engineer-2.yaml": "title: '*二级*工程师'\npurpose: 值班。\nreports_to: head\n",
    "positions/s/night/unit.yaml": "title: 夜班组\n",
    "posdoc.yaml": SETTINGS.replace("≥90%", "≥92%"),
}  # fmt: skip
"""One position with a dozen changes and more, one that comes, goes, is renamed; a unit and a shared indicator."""


def _difference(folder: Path, changes: dict[str, str | None]) -> Difference:
    new = {name: text for name, text in {**BASE, **changes}.items() if text is not None}
    if "positions/s/head.yaml" in new:
        new = {name: text.replace("chief", "head") if "engineer.yaml" in name else text for name, text in new.items()}
    return compare(load(written(folder / "old", BASE))[0], load(written(folder / "new", new))[0])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["json", "markdown", "text"])
@pytest.mark.parametrize("case", ["everything", "nothing", "little"])
def test_the_text_of_a_difference(name: str, language: str, case: str, tmp_path: Path, goldens: Goldens) -> None:
    changes = {"everything": EVERYTHING, "nothing": {}, "little": engineer("headcount: 2", "headcount: 3")}[case]
    difference = _difference(tmp_path, changes)
    made = format_named(name).write(difference, ("v`1", "" if case == "everything" else "v2"), language, False)
    goldens.check(f"{case}.{language}.{name}.txt", made)


def test_in_colours_and_without_the_heading(tmp_path: Path, goldens: Goldens) -> None:
    difference = _difference(tmp_path, EVERYTHING)
    goldens.check("everything.colours.txt", format_named("text").write(difference, ("a", "b"), "zh", True))
    parts = [f"== {subject.id}\n" + "\n".join(lines_of(difference, subject, "zh")) for subject in difference.subjects]
    goldens.check("everything.lines.txt", "\n".join(parts) + "\n")


def test_all_golden_files_are_in_use(goldens: Goldens) -> None:
    texts = [f"{case}.{language}.{name}.txt" for case in ("everything", "nothing", "little")
             for language in ("zh", "en") for name in ("json", "markdown", "text")]  # fmt: skip
    goldens.check_orphans([*texts, "everything.colours.txt", "everything.lines.txt"])
    assert set(formats()) == {"html", "json", "markdown", "text"}


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("a" * LONGEST, "b", ("a" * LONGEST, "b")),
        ("a" * (LONGEST + 1), "", ("a" * LONGEST + "…", "")),
        ("", "b" * (LONGEST + 1), ("", "b" * LONGEST + "…")),
        ("a" * 30 + "x" + "c" * 80, "a" * 30 + "y", ("…" + "a" * 25 + "x" + "c" * 74 + "…", "…" + "a" * 25 + "y")),
        ("a" * 20 + "x" * 81, "a" * 20, ("a" * 20 + "x" * 80 + "…", "a" * 20)),
        ("a" * 150, "a" * 120 + "b", ("…" + "a" * 55, "…" + "a" * 25 + "b")),
    ],
)
def test_long_texts_are_shown_around_what_differs(before: str, after: str, shown: tuple[str, str]) -> None:
    assert around_difference(before, after) == shown


def test_the_example_of_changes_has_something_of_each_sort() -> None:
    view = example_of_changes("zh")
    assert (view["old"], view["new"], view["date"]) == ("v1.0", "v1.1", "2026年3月1日")
    (position,) = view["subjects"]
    assert position["about"] == "岗位"


def test_subjects_of_one_kind(tmp_path: Path) -> None:
    difference = _difference(tmp_path, EVERYTHING)
    assert {one.id for one in difference.of(SubjectKind.UNIT)} == {"night"}
