"""Texts where they are written, once."""

from __future__ import annotations

from dataclasses import replace

from posdoc.locales.words import Words
from posdoc.model import Organization, PartialDate
from posdoc.reviews.stamping import Signature, review
from posdoc.template.marks import digest_of_text
from posdoc.views.translations import Written, view_translations
from tests.views.conftest import MakeOrganization

MORE = """\
kpis: [{id: shared, name: {zh: 满意度, en: Satisfaction}, target: "≥95%", formula: 满意 ÷ 全部}]
defaults: {employment: 全职, document: {statement: 本人已读}}
labels: {position.headcount: 编制}
"""
UNIT = "title: {en: Service, zh: 服务部}\ndefaults: {location: 总部}\n"
BASE = """\
title: {zh: 工程师, en: Engineer}
headcount: 数名
tools: [SAP ERP, 万用表, Modbus RTU]
duties:
  - {text: 维修, time: 60%, tasks: [看, {zh: 修, en: Repair}]}
  - text: |
      第一行
      第二行
kpi_sets: [{kpis: [{use: shared, target: 按时}]}]
document: {version: "1.0", revisions: [{version: "1.0", text: 首版}]}
"""
ABOVE = "based_on: zz-base\ntitle: 早读的岗位\ndocument: {version: '2.0'}\n"
FILES = {"service/unit": UNIT, "service/zz-base": BASE, "service/aa": ABOVE}


def found_in(organization: Organization, language: str = "zh", **more: object) -> dict[str, Written]:
    unit = organization.units_by_id["service"] if more.pop("in_unit", False) else None
    with_names = bool(more.pop("with_names", False))
    texts = view_translations(organization, Words(organization, language), unit, with_names=with_names)
    places = [f"{text.file.removeprefix('positions/service/')}#{text.path}" for text in texts]
    assert len(set(places)) == len(places)
    return dict(zip(places, texts, strict=True))


def test_every_text_has_its_place(organization_of: MakeOrganization) -> None:
    found = found_in(organization_of(FILES, more=MORE))
    assert [place for place in found if place.startswith("zz-base")] == [
        "zz-base.yaml#title",
        "zz-base.yaml#headcount",
        "zz-base.yaml#tools[1]",
        "zz-base.yaml#duties[0].text",
        "zz-base.yaml#duties[0].tasks[0]",
        "zz-base.yaml#duties[0].tasks[1]",
        "zz-base.yaml#duties[1].text",
        "zz-base.yaml#kpi_sets[0].kpis[0].target",
        "zz-base.yaml#document.revisions[0].text",
    ]
    assert found["zz-base.yaml#duties[1].text"].texts == {"zh": "第一行\n第二行"}
    assert found["zz-base.yaml#duties[0].tasks[1]"].field == "岗位职责 › 工作任务"
    assert found["zz-base.yaml#duties[0].tasks[1]"].owner == "工程师"


def test_what_is_taken_over_stands_where_it_is_written(organization_of: MakeOrganization) -> None:
    found = found_in(organization_of(FILES, more=MORE))
    assert [place for place in found if place.startswith("aa.yaml")] == ["aa.yaml#title"]
    settings = [place.partition("#")[2] for place in found if place.startswith("posdoc.yaml")]
    assert settings[-5:] == [
        "kpis[0].name",
        "kpis[0].formula",
        "defaults.employment",
        "defaults.document.statement",
        "labels.position.headcount",
    ]
    assert found["posdoc.yaml#labels.position.headcount"].field == "标签 › position.headcount"
    assert found["unit.yaml#defaults.location"].field == "下属岗位默认值 › 工作地点"


def test_a_plain_text_is_in_the_first_language(organization_of: MakeOrganization) -> None:
    found = found_in(organization_of(FILES, more=MORE))
    assert found["unit.yaml#title"].texts == {"zh": "服务部", "en": "Service"}
    assert list(found["unit.yaml#title"].texts) == ["zh", "en"]
    assert found["aa.yaml#title"].texts == {"zh": "早读的岗位"}
    assert found["unit.yaml#title"].digests == f"zh:{digest_of_text('服务部')} en:{digest_of_text('Service')}"


def test_the_files_come_in_their_order(organization_of: MakeOrganization) -> None:
    people = "people: [{name: 张三, posts: [aa]}]\n"
    organization = organization_of(FILES, more=MORE, people=people)
    files = list(dict.fromkeys(text.file for text in found_in(organization, with_names=True).values()))
    assert files == [
        "posdoc.yaml",
        "positions/service/unit.yaml",
        "positions/service/aa.yaml",
        "positions/service/zz-base.yaml",
        "people.yaml",
    ]
    assert "people.yaml" not in {text.file for text in found_in(organization).values()}


def test_one_unit_has_only_its_own(organization_of: MakeOrganization) -> None:
    found = found_in(organization_of(FILES, more=MORE), in_unit=True)
    assert {text.file.rpartition("/")[2] for text in found.values()} == {"unit.yaml", "aa.yaml", "zz-base.yaml"}


def test_every_text_of_the_sample_is_there_once(sample: object) -> None:
    from pathlib import Path

    from posdoc.load import load

    organization, _ = load(Path(str(sample)))
    written = view_translations(organization, Words(organization, "en"), with_names=True)
    places = {(text.file, text.path) for text in written}
    texts = {said for text in written for said in text.texts.values()}
    chinese = {
        passage.text for passage in organization.passages if any("\u4e00" <= c <= "\u9fff" for c in passage.text)
    }
    assert len(places) == len(written) > 3000
    assert chinese <= texts


def test_translations_whose_source_has_changed(organization_of: MakeOrganization) -> None:
    organization = organization_of(FILES, more=MORE)
    stamps = review(organization, organization.positions, Signature("", PartialDate(2026, 3, 10)))
    assert not [text for text in found_in(replace(organization, reviews=stamps)).values() if text.is_outdated]
    changed = {**FILES, "service/zz-base": BASE.replace("zh: 工程师", "zh: 技师").replace("zh: 修,", "zh: 检修,")}
    after = replace(organization_of(changed, more=MORE.replace("满意度", "满意率")), reviews=stamps)
    assert [place for place, text in found_in(after).items() if text.is_outdated] == [
        "posdoc.yaml#kpis[0].name", "zz-base.yaml#title", "zz-base.yaml#duties[0].tasks[1]",
    ]  # fmt: skip
