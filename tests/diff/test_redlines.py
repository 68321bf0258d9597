"""Redlines of positions that were there and are there: in whose name, on which form, also of one that was renamed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from posdoc.diff import compare
from posdoc.diff.redlines import Reviser, redlines
from posdoc.documents import open_form
from posdoc.load import load
from posdoc.model import DocumentOutput
from tests.conftest import ROOT
from tests.diff.test_cases import BASE, CHIEF, engineer, written

REVISER = Reviser("王芳", datetime(2026, 3, 4, 5, 6, 7))


def test_each_position_that_has_changed(tmp_path: Path) -> None:
    old, _ = load(written(tmp_path / "old", BASE))
    changes = {
        **engineer("headcount: 2", "headcount: 3", "修好机组。", "按约修好机组。"),
        "positions/s/chief.yaml": None,
        "positions/s/head.yaml": CHIEF.replace("主管", "主任") + "former_ids: [chief]\n",
        "positions/s/clerk.yaml": None,
        "positions/s/tester.yaml": "title: 检验员\n",
    }
    new, _ = load(written(tmp_path / "new", {k: v for k, v in {**BASE, **changes}.items() if v is not None}))
    made = list(redlines(compare(old, new), old, open_form(ROOT, "standard"), "zh", DocumentOutput(), REVISER))
    assert [one.position.id for one in made] == ["engineer", "head"]
    engineer_document, head_document = (_body(one.data) for one in made)
    assert _tracked(engineer_document, "ins")[:1] == ["3"]
    assert "按约" in _tracked(engineer_document, "ins")
    assert "任" in "".join(_tracked(head_document, "ins"))
    assert "管" in "".join(_tracked(head_document, "del"))
    assert set(re.findall(r'w:author="([^"]*)" w:date="([^"]*)"', engineer_document)) == {
        ("王芳", "2026-03-04T05:06:07Z")
    }


def test_a_position_of_which_nothing_printed_has_changed_has_none(tmp_path: Path) -> None:
    old, _ = load(written(tmp_path / "old", BASE))
    renamed = {
        **{name: text.replace("reports_to: chief", "reports_to: head") for name, text in BASE.items()},
        "positions/s/head.yaml": CHIEF + "former_ids: [chief]\norder: 3\n",
    }
    del renamed["positions/s/chief.yaml"]
    new, _ = load(written(tmp_path / "new", renamed))
    difference = compare(old, new)
    assert "head" in [subject.id for subject in difference.subjects]
    made = redlines(difference, old, open_form(ROOT, "standard"), "zh", DocumentOutput(), REVISER)
    assert "head" not in [one.position.id for one in made]


def _body(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode("utf-8")


def _tracked(document: str, kind: str) -> list[str]:
    """The texts of all insertions or deletions."""
    found = re.findall(rf"<w:{kind} .*?</w:{kind}>", document, re.DOTALL)
    return ["".join(re.findall(r"<w:(?:t|delText)[^>]*>([^<]*)<", one)) for one in found]
