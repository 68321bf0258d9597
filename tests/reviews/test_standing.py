"""What makes a review suspect, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.model import DocumentStatus, Organization, PartialDate, ReviewStamp
from posdoc.phrases import Phrase
from posdoc.reviews.stamping import approve
from posdoc.reviews.standing import (
    Change,
    How,
    approved_digest,
    changed_since_approval,
    made_when,
    new_ids,
    span_of,
    standings,
    told,
)
from posdoc.reviews.writing import reviews_text
from tests.reviews.samples import DEPARTMENT, changed, organization_of, reviewed

SERVICE = "positions/service/"
AGENT, MANAGER, CLERK, LEAD = (f"{SERVICE}{name}.yaml" for name in ("agent", "manager", "clerk", "lead"))
SETTINGS = "posdoc.yaml"


def changes_after(root: Path, path: str, old: str, new: str, name: str = "agent") -> list[str]:
    """What a change of a file does to the review of a position, in short."""
    reviewed(root)
    organization = organization_of(root, changed(DEPARTMENT, old, new, path))
    marks = {How.CHANGED: "", How.NEW: "+", How.GONE: "-"}
    return [marks[change.how] + change.key for change in standings(organization)[name].changes]


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        # itself
        (AGENT, "zh: 接听热线", "zh: 接听热线并建单", ["self"]),
        (AGENT, "headcount: 3", "headcount: 4", ["self"]),
        (AGENT, "en: Answers calls", "en: Takes calls", ["translation/en"]),
        (AGENT, "review_due: 2027-03", "statement: 已读", ["self"]),
        # its unit
        (f"{SERVICE}unit.yaml", "zh: 售后部", "zh: 服务部", ["unit/service"]),
        # its superior, which is a step of promotion as well
        (MANAGER, "zh: 解决客户的问题", "zh: 控制成本", ["superior/manager"]),
        (MANAGER, "text: 带领班组", "text: 考核班组", ["superior/manager"]),
        (MANAGER, "2000元以内", "500元以内", ["superior/manager"]),
        (MANAGER, "zh: 售后经理", "zh: 服务经理", ["superior/manager", "step/manager"]),
        (MANAGER, "required: 本科", "required: 硕士", ["step/manager"]),
        # the shared indicator, who supplies its figures, and who assesses
        (SETTINGS, "target: ≥95%", "target: ≥97%", ["kpi/satisfaction"]),
        (SETTINGS, "zh: 财务部", "zh: 财务中心", ["supplier/finance"]),
        (CLERK, "回访记录", "来电记录", ["supplier/clerk"]),
        (SETTINGS, "supplied_by: finance", "supplied_by: customers",
         ["kpi/satisfaction", "+supplier/customers", "-supplier/finance"]),
        (SETTINGS, "zh: 总监", "zh: 副总", ["step/director"]),
        (AGENT, ", monitor: director", "", ["self"]),
        # the steps of promotion
        (SETTINGS, "grade: G3", "grade: G2", ["step/director"]),
        (AGENT, ", [director]", "", ["self", "+monitor/director", "-step/director"]),
        # another superior, and one more
        (AGENT, "reports_to: manager", "reports_to: manager\nco_managed_by: [director]", ["self", "+superior/director"]),
        (AGENT, "reports_to: manager", "reports_to: clerk", ["self", "+superior/clerk", "-superior/manager"]),
    ],
)  # fmt: skip
def test_what_makes_it_suspect(tmp_path: Path, path: str, old: str, new: str, expected: list[str]) -> None:
    assert changes_after(tmp_path, path, old, new) == expected


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        # people, versions, dates and who signs
        ("people.yaml", "[{name: 张伟, posts: [agent]}]", "[{name: 李娜, posts: [agent, clerk]}]"),
        (AGENT, 'version: "1.0", status: approved', 'version: "2.0", status: draft, signers: [approver]'),
        (AGENT, "review_due: 2027-03", "review_due: 2028-03"),
        # order and layout
        (AGENT, "[客服, 坐席]", "[坐席, 客服]"),
        (AGENT, "[[lead, manager], [director]]", "[[director], [lead, manager]]"),
        (AGENT, "[{item: education, required: 大专}, {item: skill, required: 打字}]",
         "[{required: 打字, item: skill}, {item: education, required: 大专}]"),
        (AGENT, "overview: {zh: 接听来电 建单, en: Answers calls}",
         "overview:\n  en: >-\n    Answers\n    calls\n  zh: |-\n    接听来电\n    建单"),
        (AGENT, "title: {zh: 客服专员, en: Service Agent}\naliases", "title: {en: Service Agent, zh: 客服专员}\naliases"),
        (AGENT, "time: 100%", "time: 100"),
        (AGENT, "headcount: 3", "headcount: 3\norder: 7"),
        (MANAGER, "  - {area: 投诉, text: 处理投诉, time: 60%}\n  - {area: 团队, text: 带领班组, time: 40%}",
         "  - {area: 团队, text: 带领班组, time: 40%}\n  - {area: 投诉, text: 处理投诉, time: 60%}"),
        # what does not matter of others
        (MANAGER, "time: 60%", "time: 55%"),
        (MANAGER, "tools: [电脑]", "tools: [电话]"),
        (MANAGER, "en: Solve problems", "en: To solve problems"),
        (CLERK, "title: 统计员", "title: 统计员\npurpose: 统计"),
        (SETTINGS, "weight: 10%", "weight: 20%"),
        (SETTINGS, "title: 客户", "title: 用户"),
    ],
)  # fmt: skip
def test_what_leaves_it_current(tmp_path: Path, path: str, old: str, new: str) -> None:
    assert changes_after(tmp_path, path, old, new) == []


def test_what_a_position_is_based_on(tmp_path: Path) -> None:
    found = changes_after(tmp_path, AGENT, "zh: 接听热线", "zh: 接听热线并建单", "lead")
    assert found == ["self", "based_on/agent"]
    assert changes_after(tmp_path, AGENT, "zh: 客服专员", "zh: 客服代表", "lead") == ["based_on/agent"]


def renamed(text: str, old: str, new: str, identity: str) -> str:
    text = text.replace(f"/{old}.yaml", f"/{new}.yaml").replace(f"{identity}\n", f"{identity}\nformer_ids: [{old}]\n")
    return text.replace(f"reports_to: {old}", f"reports_to: {new}").replace(f"based_on: {old}", f"based_on: {new}")


def test_a_renamed_position_keeps_its_review_and_those_of_others(tmp_path: Path) -> None:
    reviewed(tmp_path)
    (tmp_path / AGENT).unlink()
    text = renamed(DEPARTMENT, "agent", "hotline", "title: {zh: 客服专员, en: Service Agent}")
    organization = organization_of(tmp_path, text.replace("posts: [agent]", "posts: [hotline]"))
    found = standings(organization)
    assert new_ids(organization) == {"agent": "hotline"}
    assert found["hotline"].stamp is not None
    assert [(name, one.changes) for name, one in found.items() if one.is_suspect] == []


def test_a_renamed_superior_makes_nothing_suspect(tmp_path: Path) -> None:
    reviewed(tmp_path)
    (tmp_path / MANAGER).unlink()
    text = renamed(DEPARTMENT, "manager", "head", "title: {zh: 售后经理, en: Service Manager}")
    text = text.replace("[[lead, manager]", "[[lead, head]").replace("[[manager]]", "[[head]]")
    found = standings(organization_of(tmp_path, text.replace("head: manager", "head: head")))
    assert found["head"].stamp is not None
    assert [(name, one.changes) for name, one in found.items() if one.is_suspect] == []


def test_positions_that_were_never_reviewed_or_are_no_more(tmp_path: Path) -> None:
    reviewed(tmp_path, "agent")
    text = changed(DEPARTMENT, "title: 统计员", "title: 统计员\nstatus: abolished", CLERK)
    found = standings(organization_of(tmp_path, text))
    assert "clerk" not in found
    assert [name for name, one in found.items() if one.stamp is None] == ["manager", "lead"]
    assert [change.key for change in found["agent"].changes] == ["supplier/clerk"]


def test_a_kpi_that_takes_over_itself_ends(tmp_path: Path) -> None:
    text = changed(DEPARTMENT, "supplied_by: clerk}]", "supplied_by: clerk}, {use: satisfaction}]", SETTINGS)
    organization = organization_of(tmp_path, text)
    assert len(approved_digest(organization, organization.by_id["agent"])) == 12
    assert standings(organization)["agent"].stamp is None


# --- what is said ----------------------------------------------------------------------------------------------------


def test_changes_are_told_in_words() -> None:
    changes = (Change("self"), Change("superior/manager"), Change("step/lead", How.GONE), Change("kpi/calls", How.NEW))
    assert told(changes) == Phrase(
        "岗位本身、上级 manager、原来的晋升岗位 lead、新增的共享指标 calls",
        "the position itself, the superior 'manager', the step of promotion 'lead' (no longer), "
        "the shared indicator 'calls' (new)",
    )
    assert Change("superior/manager").told("售后经理") == Phrase("上级 售后经理", "the superior 售后经理")
    assert Change("moon/x").told() == Phrase("moon x", "moon 'x'")


@pytest.mark.parametrize(
    ("stamp", "zh", "en"),
    [
        (ReviewStamp(by="甲", date=PartialDate(2026, 3, 10)), "2026-03-10（甲）", " of 2026-03-10 by 甲"),
        (ReviewStamp(date=PartialDate(2026, 3)), "2026-03 ", " of 2026-03"),
        (ReviewStamp(by="HR"), "HR", " by HR"),
        (ReviewStamp(), "", ""),
    ],
)
def test_when_and_by_whom(stamp: ReviewStamp, zh: str, en: str) -> None:
    assert made_when(stamp) == Phrase(zh, en)


def test_the_place_of_what_has_changed(tmp_path: Path) -> None:
    organization, _ = reviewed(tmp_path)
    agent = organization.by_id["agent"]
    places = {key: span_of(organization, Change(key), agent) for key in (
        "self", "translation/en", "superior/manager", "kpi/satisfaction", "unit/service", "supplier/nobody", "moon/x",
    )}  # fmt: skip
    assert {key: place.path for key, place in places.items() if place} == {
        "superior/manager": MANAGER, "kpi/satisfaction": "posdoc.yaml", "unit/service": f"{SERVICE}unit.yaml",
    }  # fmt: skip


# --- approval --------------------------------------------------------------------------------------------------------


def approved(root: Path) -> Organization:
    organization, reviews = reviewed(root)
    reviews = approve(reviews, organization, organization.by_id["agent"], "1.0")
    (root / "reviews.yaml").write_text(reviews_text(reviews), encoding="utf-8")
    return organization_of(root)


@pytest.mark.parametrize(
    ("path", "old", "new", "is_changed"),
    [
        (AGENT, "zh: 接听热线", "zh: 接听热线并建单", True),
        (AGENT, "en: Answer the hotline", "en: Take calls", True),
        (SETTINGS, "target: ≥95%", "target: ≥97%", True),
        (SETTINGS, "en: Satisfaction", "en: Contentment", True),
        (SETTINGS, "weight: 10%", "weight: 20%", False),
        (AGENT, "review_due: 2027-03", "statement: 已读", True),
        (AGENT, "review_due: 2027-03", "review_due: 2028-03, signers: [approver], revisions: [{version: 1.0}]", False),
        (AGENT, 'version: "1.0"', 'version: "1.1"', False),
        (AGENT, "[客服, 坐席]", "[坐席, 客服]", False),
        (MANAGER, "zh: 售后经理", "zh: 服务经理", False),
    ],
)
def test_what_is_changed_since_approval(tmp_path: Path, path: str, old: str, new: str, is_changed: bool) -> None:
    assert changed_since_approval(approved(tmp_path)) == ()
    organization = organization_of(tmp_path, changed(DEPARTMENT, old, new, path))
    assert [position.id for position, _ in changed_since_approval(organization)] == ["agent"] * is_changed


@pytest.mark.parametrize("status", [status.value for status in DocumentStatus])
def test_only_an_approved_document_has_been_approved(tmp_path: Path, status: str) -> None:
    approved(tmp_path)
    text = changed(DEPARTMENT, "zh: 接听热线", "zh: 建单", AGENT)
    organization = organization_of(tmp_path, changed(text, "status: approved", f"status: {status}", AGENT))
    assert bool(changed_since_approval(organization)) == (status == "approved")


def test_another_version_may_say_something_else(tmp_path: Path) -> None:
    approved(tmp_path)
    text = changed(DEPARTMENT, "zh: 接听热线", "zh: 建单", AGENT)
    organization = organization_of(tmp_path, changed(text, 'version: "1.0"', 'version: "1.1"', AGENT))
    assert changed_since_approval(organization) == ()


def test_the_weight_of_a_shared_indicator_is_none_of_the_position(tmp_path: Path) -> None:
    text = changed(DEPARTMENT, "{use: satisfaction, weight: 100%, ", "{use: satisfaction, ", AGENT)
    other = changed(text, "weight: 10%", "weight: 20%", SETTINGS)
    digests = set()
    for each in (text, other):
        organization = organization_of(tmp_path, each)
        digests.add(approved_digest(organization, organization.by_id["agent"]))
    assert len(digests) == 1
