"""The findings of the last check: used as long as nothing has changed, and never else."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from posdoc.check import Report, Selection, cache, check, report
from posdoc.diagnostics import Preset
from tests.example_files import write_files

TEXT = """\
## posdoc.yaml
organization: 公司
rules: {fail_level: warning}
## positions/a.yaml
title: 经理
code:
duties: [{text: 管理, time: 45%}]
reports_to: b
## positions/b.yaml
title: 主管
reports_to: a
"""
DAY = date(2026, 6, 30)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_files(tmp_path, TEXT)


def is_kept(root: Path, selection: Selection | None = None, day: date | None = DAY) -> bool:
    selection = selection or Selection()
    return cache.read(root, cache.state_of(root, selection, day)) is not None


def test_what_is_kept_is_what_was_found(root: Path) -> None:
    assert not is_kept(root)
    first = report(root, today=DAY)
    assert is_kept(root)
    second = report(root, today=DAY)
    assert type(second) is Report
    assert (second.findings, second.fail_level) == (first.findings, first.fail_level)
    assert second.findings == check(root, today=DAY).findings
    assert len(second.findings) >= 3
    assert any(finding.related for finding in second.findings)


def test_fixes_and_levels_are_kept(root: Path) -> None:
    write_files(
        root,
        TEXT.replace("fail_level: warning", "levels: {POS301: info}").replace(
            "code:", "code: A # posdoc: ignore POS106"
        ),
    )
    first = report(root, today=DAY)
    assert any(finding.fix for finding in first.findings)
    assert any(finding.level for finding in first.findings)
    assert report(root, today=DAY).findings == first.findings


def rename(root: Path) -> None:
    (root / "positions" / "b.yaml").rename(root / "positions" / "c.yaml")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a definition": lambda root: (root / "positions" / "a.yaml").write_text("title: 总监\n", encoding="utf-8"),
    "the settings": lambda root: (root / "posdoc.yaml").write_text("organization: 工厂\n", encoding="utf-8"),
    "people": lambda root: (root / "people.yaml").write_text("people: []\n", encoding="utf-8"),
    "a misnamed file of people": lambda root: (root / "people.yml").write_text("people: []\n", encoding="utf-8"),
    "another position": lambda root: (root / "positions" / "c.yaml").write_text("title: 总监\n", encoding="utf-8"),
    "a position less": lambda root: (root / "positions" / "b.yaml").unlink(),
    "a name": rename,
    "a folder": lambda root: (root / "positions" / "east").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_makes_it_check_again(root: Path, change: Callable[[Path], object]) -> None:
    report(root, today=DAY)
    change(root)
    assert not is_kept(root)


def test_another_day_or_selection_is_another_matter(root: Path) -> None:
    report(root, today=DAY)
    assert not is_kept(root, day=date(2026, 7, 1))
    assert not is_kept(root, Selection(select=("POS3",)))
    assert not is_kept(root, Selection(ignore=("POS3",)))
    assert not is_kept(root, Selection(preset=Preset.STRICT))


def test_files_that_a_check_does_not_read_do_not_matter(root: Path) -> None:
    report(root, today=DAY)
    (root / "README.md").write_text("x", encoding="utf-8")
    assert is_kept(root)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"state": 1}', '{"state": "STATE", "findings": [[]]}', "\ufffd"])
def test_a_cache_that_cannot_be_read_is_done_without(root: Path, content: str) -> None:
    findings = report(root, today=DAY).findings
    path = root / cache.FOLDER / "check.json"
    path.write_text(content.replace("STATE", cache.state_of(root, Selection(), DAY)), encoding="utf-8")
    assert report(root, today=DAY).findings == findings
    assert json.loads(path.read_text(encoding="utf-8"))["state"]


def test_a_place_that_cannot_be_written_to_is_done_without(root: Path) -> None:
    (root / ".posdoc").write_text("a file where the folder should be", encoding="utf-8")
    assert report(root, today=DAY).findings == check(root, today=DAY).findings


def test_git_does_not_see_it(root: Path) -> None:
    report(root, today=DAY)
    assert (root / cache.FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert sorted(path.name for path in (root / cache.FOLDER).iterdir()) == [".gitignore", "check.json"]


def test_no_rule_is_imported_where_nothing_has_changed(root: Path) -> None:
    report(root, today=DAY)
    program = (
        "import sys; from datetime import date; from pathlib import Path; from posdoc.check import report\n"
        f"report(Path({str(root)!r}), today=date(2026, 6, 30))\n"
        "print([name for name in sys.modules if name.startswith('posdoc.rules.')])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


def test_reviews_count(root: Path) -> None:
    report(root, today=DAY)
    (root / "reviews.yaml").write_text("positions: {c: {date: 2026-03-10}}\n", encoding="utf-8")
    assert not is_kept(root)
    assert "POS944" in {finding.code for finding in report(root, today=DAY).findings}
    assert is_kept(root)
    (root / "reviews.yaml").unlink()
    assert not is_kept(root)
