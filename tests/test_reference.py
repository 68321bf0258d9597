from __future__ import annotations

import re
from pathlib import Path

import pytest

from posdoc import reference as pages
from posdoc.model import PositionDefaults, Record, fields_of, record_types
from posdoc.reference import fields as reference
from posdoc.schema import KINDS

LANGUAGES = pages.LANGUAGES
RECORDS = [cls for cls in record_types() if cls is not PositionDefaults]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_committed_page_is_current(language: str, sample: Path) -> None:
    committed = (sample / "docs" / "reference" / f"fields.{language}.md").read_text(encoding="utf-8")
    assert committed == reference.page(language), "make it anew with: python -m posdoc.reference docs/reference"


def test_there_are_records() -> None:
    assert len(RECORDS) > 30


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cls", RECORDS, ids=[cls.__name__ for cls in RECORDS])
def test_every_field_of_every_record_has_a_row(cls: type[Record], language: str) -> None:
    rows = _rows(cls, language)
    assert sorted(row[0] for row in rows) == sorted(f"`{info.name}`" for info in fields_of(cls))
    for info in fields_of(cls):
        (row,) = (row for row in rows if row[0] == f"`{info.name}`")
        assert row[1] == info.label.in_(language)
        assert info.meaning.in_(language) in row[3]
        assert ("Required" in row[3] or "必填。**" in row[3]) == info.required


def _rows(cls: type[Record], language: str) -> list[list[str]]:
    """The cells of the rows of a record, whose table may be in several pieces."""
    chapters = re.split(r"^## ", reference.page(language), flags=re.MULTILINE)[1:]
    kinds = list(KINDS.values())
    chapter = (
        chapters[kinds.index(cls)] if cls in kinds else next(c for c in chapters if c.startswith(f"{cls.__name__} "))
    )
    lines = re.findall(r"^\| (`.*) \|$", chapter, flags=re.MULTILINE)
    return [re.split(r" \| ", line) for line in lines]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "zh",
            "| `responsibility` | 责任程度 | `full`、`organize`、`assist`、`partial` "
            '| 全责、组织、协助或部分负责。 | `"organize"` |',
        ),
        (
            "en",
            "| `responsibility` | Responsibility | `full`, `organize`, `assist`, `partial` "
            '| Degree of responsibility: full, organize, assist or partial. | `"organize"` |',
        ),
        ("zh", "| `signers` | 签署 | 列表：[Signer](#signer) |"),
        ("en", "| `signers` | Sign-off | list of [Signer](#signer) |"),
        ("en", "list of chains of ids"),
        ("en", "| text by key |"),
        ("en", "May be written as the value of `text` alone."),
    ],
)
def test_what_a_row_says(language: str, expected: str) -> None:
    assert expected in reference.page(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_heading(language: str) -> None:
    page = reference.page(language)
    links = set(re.findall(r"\]\(#(\w+)\)", page))
    assert "duty" in links
    assert links <= set(re.findall(r"\{#(\w+)\}", page))


def test_fields_without_a_section_come_last() -> None:
    headings = re.findall(r"^### (.*)$", reference.page("zh"), flags=re.MULTILINE)
    assert headings[0] == "基本信息"
    assert headings[-1] == "其他字段"
