"""The manual: its examples are executed, so that what it says is what happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.check import Selection, check
from posdoc.importers.reading import read_foreign
from posdoc.manual import Page, all_pages
from posdoc.views.catalogue import CATALOGUE
from posdoc.word.inspection import Found, inspect_form
from tests.example_files import files_of, unmarked, write_files
from tests.rules.marked import marks_of
from tests.word.notation import form

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


# --- findings in templates --------------------------------------------------------------------------------------

TEMPLATES = [page for page in all_pages() if page.kind.is_about_templates]
NOT_A_TEXT = {"unusable-form", "unprinted-field", "style-without-chinese-font", "external-file", "tag-in-deleted-text"}
"""What stands in the file and not in its text, or is about several forms; see tests/word/test_inspection.py."""


def _found(example: str) -> list[Found]:
    (text,) = files_of(unmarked(example)).values()
    return inspect_form(form(text), "my-form", CATALOGUE).found


def test_there_are_pages_about_templates() -> None:
    assert len(TEMPLATES) == 16
    assert {page.kind.name for page in TEMPLATES if not page.prose.wrong} == NOT_A_TEXT


@pytest.mark.parametrize("page", [page for page in TEMPLATES if page.prose.wrong], ids=lambda page: page.kind.name)
def test_the_wrong_template_is_found_in_the_marked_line(page: Page) -> None:
    found = _found(page.prose.wrong)
    of_kind = [one for one in found if one.kind == page.kind]
    assert of_kind, [one.message.en for one in found]
    line = next(line for line in page.prose.wrong.splitlines()[1:] if "«" in line)
    assert of_kind[0].place is not None
    assert of_kind[0].place.en.startswith("table" if line.startswith("|") else "paragraph")


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.kind.name)
def test_nothing_is_found_in_the_right_template(page: Page) -> None:
    assert _found(page.prose.right) == []


# --- findings in files of other programs ------------------------------------------------------------------------

FOREIGN = [page for page in all_pages() if page.kind.is_about_imports]
SHOWN_BY_A_READER = {"picture-not-read", "garbled-text"}
"""What is found when a text is read, before anything is looked for in it."""


def test_there_are_pages_about_files_of_other_programs() -> None:
    assert len(FOREIGN) == 26
    assert {page.kind.is_about_reading for page in FOREIGN} == {True}, "no setting can switch them off"
    assert {page.kind.name for page in FOREIGN if page.prose.wrong} > SHOWN_BY_A_READER


@pytest.mark.parametrize("page", FOREIGN, ids=lambda page: page.kind.name)
def test_examples_of_files_can_be_read(page: Page, tmp_path: Path) -> None:
    assert bool(page.prose.wrong) == bool(page.prose.right)
    for number, example in enumerate(filter(None, (page.prose.wrong, page.prose.right))):
        is_wrong = number == 0
        assert ("«" in example) == is_wrong
        (path,) = write_files(tmp_path / str(number), example).iterdir()
        found = [finding.kind for finding in read_foreign(path).findings]
        assert found == ([page.kind] if is_wrong and page.kind.name in SHOWN_BY_A_READER else [])
