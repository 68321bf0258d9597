"""The rules about reviews: where their findings point, and what they show beside."""

from __future__ import annotations

from pathlib import Path

from posdoc.diagnostics import Diagnostic
from posdoc.load import load
from posdoc.reviews.stamping import approve
from posdoc.reviews.writing import reviews_text
from posdoc.rules import (
    Rule,
    changed_since_approval,
    findings_of,
    outdated_translation,
    review_of_nothing,
    suspect_review,
)
from tests.reviews.samples import DEPARTMENT, changed, organization_of, reviewed

SERVICE = "positions/service/"
RULES: tuple[Rule, ...] = (suspect_review, outdated_translation, changed_since_approval, review_of_nothing)


def found(rule: Rule, root: Path, *changes: tuple[str, str, str]) -> list[Diagnostic]:
    text = DEPARTMENT
    for path, old, new in changes:
        text = changed(text, old, new, path)
    return list(findings_of(rule, organization_of(root, text)))


def test_without_reviews_nothing_is_found(tmp_path: Path) -> None:
    organization = organization_of(tmp_path)
    assert [list(findings_of(rule, organization)) for rule in RULES] == [[], [], [], []]


def test_one_finding_for_each_position_names_all_that_has_changed_and_shows_where(tmp_path: Path) -> None:
    reviewed(tmp_path)
    findings = found(
        suspect_review,
        tmp_path,
        (f"{SERVICE}manager.yaml", "zh: 解决客户的问题", "zh: 控制成本"),
        ("posdoc.yaml", "target: ≥95%", "target: ≥97%"),
        (f"{SERVICE}unit.yaml", "zh: 售后部", "zh: 服务部"),
    )
    by_path = {finding.span.path.removeprefix(SERVICE): finding for finding in findings}
    assert sorted(by_path) == ["agent.yaml", "clerk.yaml", "lead.yaml", "manager.yaml"]
    agent = by_path["agent.yaml"]
    assert agent.message.zh == (
        "2026-03-10（人力资源部）复审以后有变动：部门 service、上级 manager、共享指标 satisfaction"
    )
    assert agent.hint is not None
    assert agent.hint.en.endswith("posdoc review agent")
    assert [related.span.path for related in agent.related] == [
        f"{SERVICE}unit.yaml", f"{SERVICE}manager.yaml", "posdoc.yaml", "reviews.yaml",
    ]  # fmt: skip


def test_a_position_without_a_title_of_its_own_is_found_in_its_own_file(tmp_path: Path) -> None:
    text = DEPARTMENT.replace("title: {zh: 客服班长, en: Shift Leader}\n", "")
    organization_of(tmp_path, text)
    (tmp_path / "reviews.yaml").write_text("positions: {lead: {of: {self: 00}}}\n", encoding="utf-8")
    organization, _ = load(tmp_path)
    (finding,) = findings_of(suspect_review, organization)
    assert finding.span.path == f"{SERVICE}lead.yaml"
    assert finding.message.zh.startswith("复审以后有变动：岗位本身、")
    assert finding.message.en.startswith("changed since the review: the position itself, ")


def test_a_translation_is_found_where_it_stands_with_its_source_beside(tmp_path: Path) -> None:
    reviewed(tmp_path)
    agent = (f"{SERVICE}agent.yaml", "zh: 接听热线", "zh: 建单")
    shared = ("posdoc.yaml", "zh: 满意度", "zh: 满意率")
    of_shared, of_agent = found(outdated_translation, tmp_path, agent, shared)
    assert (of_shared.span.path, of_agent.span.path) == ("posdoc.yaml", f"{SERVICE}agent.yaml")
    assert of_agent.message.zh == "英文“Answer the hotline”确认以后，原文改过"
    (source,) = of_agent.related
    assert (source.span.line, source.span.column) < (of_agent.span.line, of_agent.span.column)
    assert [finding.hint and finding.hint.zh.rpartition("：")[2] for finding in (of_shared, of_agent)] == [
        "posdoc review --all", "posdoc review agent",
    ]  # fmt: skip


def test_an_approved_version_is_shown_with_its_approval(tmp_path: Path) -> None:
    organization, reviews = reviewed(tmp_path)
    reviews = approve(reviews, organization, organization.by_id["agent"], "1.0")
    (tmp_path / "reviews.yaml").write_text(reviews_text(reviews), encoding="utf-8")
    assert found(changed_since_approval, tmp_path) == []
    (finding,) = found(changed_since_approval, tmp_path, (f"{SERVICE}agent.yaml", "zh: 接听热线", "zh: 建单"))
    assert finding.span.path == f"{SERVICE}agent.yaml"
    assert [related.span.path for related in finding.related] == ["reviews.yaml"]


def test_a_near_id_is_named(tmp_path: Path) -> None:
    organization_of(tmp_path)
    (tmp_path / "reviews.yaml").write_text(
        "positions: {agents: {of: {self: 00}}, x: {of: {self: 00}}}\n", encoding="utf-8"
    )
    first, second = findings_of(review_of_nothing, load(tmp_path)[0])
    assert first.hint is not None
    assert "若已改名为 agent，" in first.hint.zh
    assert second.hint is not None
    assert "agent" not in second.hint.zh


def test_stamps_of_all_languages_that_there_are(tmp_path: Path) -> None:
    reviewed(tmp_path, "agent")
    text = changed(DEPARTMENT, "languages: [zh, en]", "languages: [zh, en, ja]", "posdoc.yaml")
    text = changed(text, "en: Answers calls", "en: Answers calls, ja: 電話", f"{SERVICE}agent.yaml")
    (finding,) = findings_of(suspect_review, organization_of(tmp_path, text))
    assert finding.message.en.endswith("the translation 'ja' (new)")
