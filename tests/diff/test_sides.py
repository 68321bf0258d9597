"""Where the two sides come from: only what can differ is read, and the result is that of reading everything."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc.diff import compare
from posdoc.diff.recipe import recipe_of
from posdoc.diff.sides import sides
from posdoc.errors import UsageError
from posdoc.load import load
from tests.conftest import ROOT
from tests.diff.workspaces import versioned_sample
from tests.test_vcs import git

pytestmark = pytest.mark.tool("git")
ENGINEER = "field-service/east-office/east-field-engineer.yaml"
Edit = Callable[[Path], None]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return versioned_sample(tmp_path / "workspace")


def replaced(name: str, before: str, after: str) -> Edit:
    def edit(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")

    return edit


def renamed(old: str, new: str) -> Edit:
    def edit(folder: Path) -> None:
        (folder / "positions/after-sales" / new).parent.mkdir(parents=True, exist_ok=True)
        (folder / "positions/after-sales" / old).rename(folder / "positions/after-sales" / new)

    return edit


def removed(name: str) -> Edit:
    return lambda folder: (folder / name).unlink()


def added(name: str, text: str) -> Edit:
    def edit(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")

    return edit


IN = "positions/after-sales/"
EDITS: dict[str, list[Edit]] = {
    "nothing": [],
    "one field": [replaced(f"{IN}after-sales-clerk.yaml", "code: SH-", "code: XX-")],
    "what others are based on": [replaced(IN + ENGINEER, "time: 35-40%", "time: 40%")],
    "what a unit hands down": [replaced(f"{IN}warranty/unit.yaml", "title:", "defaults: {pay_type: 计件}\ntitle:")]
    if "defaults" not in (ROOT / f"{IN}warranty/unit.yaml").read_text(encoding="utf-8")
    else [replaced(f"{IN}warranty/unit.yaml", "defaults:\n", "defaults:\n  pay_type: 计件\n")],
    "what a unit hands down, in one line": [
        added(f"{IN}warranty/unit.yaml", "{title: 三包组, defaults: {pay_type: 计件}}\n")],
    "a shared indicator": [replaced("posdoc.yaml", "kpis:\n", "kpis:\n  - {id: new-one, name: 新指标}\n")],
    "a unit": [replaced(f"{IN}warranty/unit.yaml", "三包组", "三包一组")],
    "the languages": [replaced("posdoc.yaml", "languages: [zh, en]", "languages: [en, zh]")],
    "people": [replaced("people.yaml", "people:", "people:\n  - {name: 新人, posts: [dispatcher]}")],
    "a new id": [renamed("parts/parts-dispatch-clerk.yaml", "parts/sender.yaml")],
    "another unit": [renamed("parts/parts-order-clerk.yaml", "warranty/parts-order-clerk.yaml")],
    "a new unit": [added(f"{IN}parts/night/unit.yaml", "title: 夜班\n"),
                   renamed("parts/parts-order-clerk.yaml", "parts/night/parts-order-clerk.yaml")],
    "a position goes": [removed(f"{IN}service-finance-clerk.yaml")],
    "a position comes": [added(f"{IN}parts/新.yaml", "title: 新\nreports_to: parts-supervisor\nbased_on: parts-order-clerk\n")],
}  # fmt: skip


@pytest.mark.parametrize("edits", EDITS.values(), ids=EDITS)
def test_reading_a_part_tells_the_same_as_reading_all(edits: list[Edit], workspace: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copytree(workspace, old)
    for edit in edits:
        edit(workspace)
    whole = compare(load(old)[0], load(workspace)[0])
    part = sides(workspace, "HEAD")
    assert recipe_of(compare(part.old, part.new)) == recipe_of(whole)
    assert bool(whole.subjects) == bool(edits)
    if edits:
        assert len(part.new.positions) + len(part.old.positions) <= len(whole.new.positions) + len(whole.old.positions)
    git(workspace, "add", "-A")
    git(workspace, "commit", "-q", "-m", "two", "--allow-empty")
    committed = sides(workspace, "HEAD~1", "HEAD")
    assert recipe_of(compare(committed.old, committed.new)) == recipe_of(whole)
    folders = sides(None, str(old), str(workspace))
    assert recipe_of(compare(folders.old, folders.new)) == recipe_of(whole)
    mixed = sides(workspace, "HEAD~1", str(workspace))
    assert recipe_of(compare(mixed.old, mixed.new)) == recipe_of(whole)


def test_a_small_change_reads_little(workspace: Path) -> None:
    replaced(f"{IN}after-sales-clerk.yaml", "code: SH-", "code: XX-")(workspace)
    found = sides(workspace, "HEAD")
    assert 1 <= len(found.new.positions) < 12 < len(load(workspace)[0].positions)


@pytest.mark.parametrize(("old", "new"), [("HEAD", ""), ("HEAD~1", "HEAD")])
def test_everything_is_read_where_the_whole_is_asked_for(old: str, new: str, workspace: Path) -> None:
    replaced(f"{IN}after-sales-clerk.yaml", "code: SH-", "code: XX-")(workspace)
    if new:
        git(workspace, "commit", "-q", "-a", "-m", "two")
    whole, part = sides(workspace, old, new, whole=True), sides(workspace, old, new)
    assert len(whole.old.positions) == len(whole.new.positions) == len(load(workspace)[0].positions)
    assert whole.names == part.names == (old, new)
    assert recipe_of(compare(whole.old, whole.new)) == recipe_of(compare(part.old, part.new))


def test_what_is_no_side_is_told(workspace: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no revision 'nonsense'"):
        sides(workspace, "nonsense")
    with pytest.raises(UsageError, match="no folder of a workspace"):
        sides(None, str(tmp_path))
