"""Page numbers that came along with a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import page_mark
from tests.rules.marked import check_marks
from tests.rules.wording import hint_of, one, purpose

FOUND = {
    "forms 3.29 alone": "«-2-»",
    "forms 3.29 of pages": "解决问题\n«页码1/4»",
    "forms 3.29 of pages, with spaces": "解决问题\n«页码 1 / 4»",
    "with spaces": "解决问题。«- 12 -»\n带好队伍",
    "other dashes": "解决问题 «—2—»\n带好队伍 «– 3 –»",
    "in words": "解决问题。«第 2 页 共 4 页»\n«第2页/共4页»\n«共 4 页，第 2 页»",
    "only the page": "解决问题\n«第 2 页»\n带好队伍",
    "English": "To solve problems. «Page 2 of 4»\n«Page 2/4»",
}
SILENT = {
    "in a sentence": "-2- 第 2 页 共 4 页的合同，Page 2 of 4 pages",
    "codes": "柜号 A-2-\n型号 3-2-\n从 ——2——",
    "a page of something": "见第 2 页",
    "more digits": "-2026-\n第 1234 页",
    "without a number": "页码\n页码1\n共 4 页\nPage 2",
    "negative": "-2",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found(text: str, tmp_path: Path) -> None:
    findings = check_marks(page_mark, tmp_path, purpose(text))
    assert len(findings) == text.count("«")


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(page_mark, tmp_path, purpose(text)) == []


def test_what_is_said(tmp_path: Path) -> None:
    finding = one(check_marks(page_mark, tmp_path, purpose("«第 2 页 共 4 页»")))
    assert finding.message == (
        "“第 2 页 共 4 页”是从别处带来的页码",
        "'第 2 页 共 4 页' is a page number of another document",
    )
    assert hint_of(finding) == "delete it; pages are numbered when they are printed"
    assert finding.severity is Severity.WARNING
