"""Making stamps."""

from __future__ import annotations

from pathlib import Path

from posdoc.model import Approval, PartialDate, Reviews, ReviewStamp
from posdoc.reviews.stamping import Signature, approve, confirm_rest, review, reviews_of, tidied
from posdoc.reviews.standing import standings
from posdoc.reviews.translations import outdated, sources_in
from posdoc.reviews.writing import reviews_text
from tests.reviews.samples import DAY, DEPARTMENT, changed, organization_of, reviewed

AGENT = "positions/service/agent.yaml"


def test_only_the_positions_that_are_named_are_stamped(tmp_path: Path) -> None:
    organization, reviews = reviewed(tmp_path, "agent")
    assert list(reviews.positions or {}) == ["agent"]
    again = review(organization, [organization.by_id["clerk"]], Signature("", PartialDate(2026, 4, 1)))
    stamps = again.positions or {}
    assert list(stamps) == ["agent", "clerk"]
    assert (stamps["agent"].by, stamps["agent"].date) == ("人力资源部", DAY)
    assert (stamps["clerk"].by, stamps["clerk"].date) == (None, PartialDate(2026, 4, 1))


def test_a_second_review_confirms_the_new_source_and_forgets_the_old(tmp_path: Path) -> None:
    _, before = reviewed(tmp_path)
    organization = organization_of(tmp_path, changed(DEPARTMENT, "zh: 接听热线", "zh: 建单", AGENT))
    assert len(outdated(organization)) == 1
    after = review(organization, [organization.by_id["agent"]], Signature("", DAY))
    (tmp_path / "reviews.yaml").write_text(reviews_text(after), encoding="utf-8")
    organization = organization_of(tmp_path, changed(DEPARTMENT, "zh: 接听热线", "zh: 建单", AGENT))
    assert outdated(organization) == ()
    assert not standings(organization)["agent"].is_suspect
    assert standings(organization)["lead"].is_suspect
    counts = [sum(map(len, sources_in(one)["en"].values())) for one in (before, after)]
    assert counts[0] == counts[1] > 5


def test_one_translation_of_two_sources(tmp_path: Path) -> None:
    text = changed(DEPARTMENT, "area: 热线", "area: {zh: 线路, en: Service Manager}", AGENT)
    organization = organization_of(tmp_path, text)
    reviews = review(organization, organization.positions, Signature("", DAY))
    assert [sources for sources in sources_in(reviews)["en"].values() if len(sources) == 2]
    (tmp_path / "reviews.yaml").write_text(reviews_text(reviews), encoding="utf-8")
    assert outdated(organization_of(tmp_path, text)) == ()


def test_the_rest_are_units_and_settings(tmp_path: Path) -> None:
    organization, reviews = reviewed(tmp_path)
    whole = confirm_rest(reviews, organization)
    assert len(sources_in(whole)["en"]) == len(sources_in(reviews)["en"]) + 3  # the unit, the director, finance


def test_an_approval_keeps_the_review_and_a_review_the_approval(tmp_path: Path) -> None:
    organization, reviews = reviewed(tmp_path)
    agent = organization.by_id["agent"]
    reviews = approve(reviews, organization, agent, "1.0")
    stamp = (reviews.positions or {})["agent"]
    assert stamp.approved is not None
    assert (stamp.approved.version, stamp.by) == ("1.0", "人力资源部")
    (tmp_path / "reviews.yaml").write_text(reviews_text(reviews), encoding="utf-8")
    organization = organization_of(tmp_path)
    again = review(organization, [organization.by_id["agent"]], Signature("别人", DAY))
    assert (again.positions or {})["agent"].approved == stamp.approved


def test_an_approval_without_a_review(tmp_path: Path) -> None:
    organization = organization_of(tmp_path)
    reviews = approve(Reviews(), organization, organization.by_id["agent"], "1.0")
    (stamp,) = (reviews.positions or {}).values()
    assert (stamp.of, stamp.by) == (None, None)
    (tmp_path / "reviews.yaml").write_text(reviews_text(reviews), encoding="utf-8")
    assert standings(organization_of(tmp_path))["agent"].stamp is None


def test_what_is_no_more_goes_and_what_was_renamed_comes_along(tmp_path: Path) -> None:
    _, reviews = reviewed(tmp_path)
    stamps = {**(reviews.positions or {}), "gone": ReviewStamp(date=DAY, of={"self": "0"})}
    kept = Reviews(positions=stamps, translations={**(reviews.translations or {}), "fr": {"a": "b"}})
    (tmp_path / "reviews.yaml").write_text(reviews_text(kept), encoding="utf-8")
    (tmp_path / "positions/service/clerk.yaml").unlink()
    text = DEPARTMENT.replace("/clerk.yaml\n", "/counter.yaml\nformer_ids: [clerk]\n").replace(
        "by: clerk", "by: counter"
    )
    organization = organization_of(tmp_path, text)
    tidy = tidied(reviews_of(organization), organization)
    assert sorted(tidy.positions or {}) == ["agent", "counter", "lead", "manager"]
    assert (tidy.translations or {})["fr"] == {}
    assert sources_in(tidy)["en"] == sources_in(reviews)["en"]


def test_approvals_of_other_versions_are_kept_as_they_are() -> None:
    stamp = ReviewStamp(approved=Approval(version="0.9", digest="00"))
    assert '      version: "0.9"\n' in reviews_text(Reviews(positions={"a": stamp}))
