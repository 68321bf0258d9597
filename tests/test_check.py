"""Checking a whole workspace: which findings, in what order, each once."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.check import check
from posdoc.diagnostics import Severity
from tests.example_files import write_files

SETTINGS = "## posdoc.yaml\norganization: 公司\n"


def test_a_clean_workspace(tmp_path: Path) -> None:
    checked = check(write_files(tmp_path, SETTINGS + "## positions/a.yaml\ntitle: 经理\n"))
    assert checked.findings == ()
    assert checked.root == tmp_path
    assert [position.id for position in checked.organization.positions] == ["a"]
    assert not checked.settings_are_bad


def test_causes_come_first_and_then_the_order_of_the_files(tmp_path: Path) -> None:
    checked = check(write_files(tmp_path, SETTINGS + """\
## positions/a.yaml
title: 经理
headcount: x1
code:
## positions/b.yaml
title: 工程师
reports_to: nobody
codee: 1
## positions/east/unit.yaml
title: 华东
## positions/east/engineer.yaml
title: 技师
reports_to: a
## positions/south/unit.yaml
title: 华南
## positions/south/engineer.yaml
title: 技师
reports_to: a
## positions/z.yaml
title: [
"""))  # fmt: skip
    assert [(f.span.path.removeprefix("positions/"), f.span.line, f.code) for f in checked.findings] == [
        ("south/engineer.yaml", 1, "POS205"),
        ("z.yaml", 1, "POS001"),
        ("a.yaml", 2, "POS104"),
        ("a.yaml", 3, "POS106"),
        ("b.yaml", 2, "POS201"),
        ("b.yaml", 3, "POS101"),
    ]


def test_what_several_positions_take_over_is_reported_once(tmp_path: Path) -> None:
    checked = check(write_files(tmp_path, SETTINGS + """\
## positions/a.yaml
title: 经理
duties: [{text: 管理, time: 50%}]
family: nobody
## positions/b.yaml
based_on: a
reports_to: a
## positions/c.yaml
based_on: a
reports_to: a
"""))  # fmt: skip
    assert [(finding.code, finding.span.path) for finding in checked.findings] == [
        ("POS301", "positions/a.yaml"), ("POS201", "positions/a.yaml"),
    ]  # fmt: skip


def test_at_least(tmp_path: Path) -> None:
    checked = check(write_files(tmp_path, SETTINGS + "## positions/a.yaml\ntitle: 经理\nheadcount: x1\ncode:\n"))
    assert [len(checked.at_least(level)) for level in (Severity.INFO, Severity.WARNING, Severity.ERROR)] == [2, 2, 1]


BAD_SETTINGS = {
    "missing": ("## positions/a.yaml\ntitle: 甲\n", True),
    "empty": ("## posdoc.yaml\n# nothing\n", True),
    "broken": ("## posdoc.yaml\norganization: [\n", True),
    "a list": ("## posdoc.yaml\n- 公司\n", True),
    "unknown key": (SETTINGS + "organisation: 公司\n", True),
    "no organization": ("## posdoc.yaml\nlanguages: [zh]\n", True),
    "twice the same key": (SETTINGS + "organization: 公司\n", True),
    "only a warning": (SETTINGS + "roots:\n", False),
    "an unknown reference": (SETTINGS + "roots: [nobody]\n", False),
    "a bad position": (SETTINGS + "## positions/a.yaml\ntitel: 甲\n", False),
}


@pytest.mark.parametrize(("example", "are_bad"), BAD_SETTINGS.values(), ids=BAD_SETTINGS)
def test_whether_the_settings_are_bad(tmp_path: Path, example: str, are_bad: bool) -> None:
    checked = check(write_files(tmp_path, example))
    assert checked.findings
    assert checked.settings_are_bad is are_bad


def test_without_settings_nothing_is_said_of_references(tmp_path: Path) -> None:
    checked = check(write_files(tmp_path, """\
## posdoc.yaml
families: [
## positions/a.yaml
title: {zh: 甲, en: A}
family: service
## positions/b.yaml
titel: 乙
"""))  # fmt: skip
    assert [(finding.span.path, finding.code) for finding in checked.findings] == [
        ("posdoc.yaml", "POS001"), ("positions/b.yaml", "POS101"), ("positions/b.yaml", "POS103"),
    ]  # fmt: skip
