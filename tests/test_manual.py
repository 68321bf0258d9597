"""The manual: its examples are executed, so that what it says is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.check import Selection, check
from posdoc.manual import Page, all_pages
from tests.example_files import write_files
from tests.rules.marked import marks_of

PAGES = [page for page in all_pages() if page.kind.code < "POS200"]
WITHOUT_EXAMPLE = {"not-utf8", "unreadable-file", "file-too-large"}
"""What a text cannot show."""


def test_there_are_pages() -> None:
    assert len(PAGES) >= 30
    assert {page.kind.name for page in PAGES if not page.prose.wrong} == WITHOUT_EXAMPLE


@pytest.mark.parametrize("page", [page for page in PAGES if page.prose.wrong], ids=lambda page: page.kind.name)
def test_the_wrong_example_is_found_where_it_is_marked(page: Page, tmp_path: Path) -> None:
    write_files(tmp_path, page.prose.wrong)
    found = [f for f in check(tmp_path, Selection(select=("POS0", "POS1"))).findings if f.kind == page.kind]
    assert found
    if "«" in page.prose.wrong:
        assert [found[0].span] == marks_of(page.prose.wrong)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.kind.name)
def test_the_right_example_has_no_such_finding(page: Page, tmp_path: Path) -> None:
    write_files(tmp_path, page.prose.right)
    assert [f for f in check(tmp_path).findings if f.kind == page.kind] == []
