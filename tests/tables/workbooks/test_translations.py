"""The texts side by side."""

from __future__ import annotations

from dataclasses import replace

from openpyxl.workbook import Workbook

from posdoc.model import Organization, PartialDate
from posdoc.reviews.stamping import Signature, review
from posdoc.template.marks import digest_of_text
from tests.tables.workbooks.conftest import workbook_of
from tests.tables.workbooks.test_register import columns


def by_place(workbook: Workbook) -> dict[str, dict[str, object]]:
    table, found = workbook.worksheets[0], columns(workbook)
    made = {}
    for row in range(2, table.max_row + 1):
        values = {path: table[f"{place}{row}"].value for path, place in found.items()}
        made[str(values["place"])] = values
    return made


def test_a_row_is_a_text_where_it_is_written(organization: Organization) -> None:
    found = by_place(workbook_of("translations", organization))
    one = found["positions/service/boss.yaml#duties[1].text"]
    assert (one["file"], one["path"]) == ("positions/service/boss.yaml", "duties[1].text")
    assert (one["owner"], one["field"]) == ("=经理", "岗位职责 › 职责描述")
    assert (one["text.zh"], one["text.en"]) == ("计划", None)
    assert one["digest"] == f"zh:{digest_of_text('计划')}"
    assert found["posdoc.yaml#defaults.employment"]["text.en"] == "Full-time"
    assert not [place for place in found if place.startswith("people.yaml")]


def test_the_state_follows_what_is_filled_in(organization: Organization) -> None:
    sheet = workbook_of("translations", organization)["翻译对照表"]
    assert sheet["G2"].value == '=IF(COUNTBLANK(E2:F2)=0,"已译","缺译")'
    assert [sheet.column_dimensions[name].hidden for name in "GHI"] == [False, True, True]
    (rule,) = [rule for rules in sheet.conditional_formatting for rule in rules.rules]
    assert rule.type == "containsBlanks"
    assert sheet.auto_filter.ref == f"A1:I{sheet.max_row}"


def test_the_notes_count_the_texts(organization: Organization) -> None:
    workbook = workbook_of("translations", organization)
    rows = [[cell.value for cell in row] for row in workbook["说明"].iter_rows()]
    last = workbook["翻译对照表"].max_row
    assert rows[-2][:2] == ["已译", f"=COUNTIF('翻译对照表'!$G$2:$G${last},\"已译\")"]
    assert rows[-1][0] == "缺译"


def test_people_are_there_with_names(organization: Organization) -> None:
    found = by_place(workbook_of("translations", organization, "en", with_names=True))
    assert found["people.yaml#people[0].name"]["text.en"] == "Jia Yi"


def test_a_translation_whose_source_has_changed(organization: Organization) -> None:
    stamps = review(organization, organization.positions, Signature("", PartialDate(2026, 3, 10)))
    sources = {language: dict.fromkeys(found, "another") for language, found in (stamps.translations or {}).items()}
    changed = replace(organization, reviews=replace(stamps, translations=sources))
    workbook = workbook_of("translations", changed)
    found = by_place(workbook)
    states = {place: str(row["state"]) for place, row in found.items()}
    assert states["positions/service/boss.yaml#title"].endswith('=0,"原文已改","缺译")')
    assert states["positions/service/boss.yaml#duties[1].text"].endswith('=0,"已译","缺译")')
    rows = [[cell.value for cell in row] for row in workbook["说明"].iter_rows()]
    assert [row[0] for row in rows[-3:]] == ["已译", "原文已改", "缺译"]
    assert any("原文已改" in str(row[0]) for row in rows[:-3])
