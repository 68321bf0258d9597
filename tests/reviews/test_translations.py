"""Translations whose source has changed since they were confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.reviews.translations import outdated
from tests.reviews.samples import DEPARTMENT, changed, organization_of, reviewed

AGENT = "positions/service/agent.yaml"


def outdated_after(root: Path, path: str, old: str, new: str) -> list[str]:
    organization = organization_of(root, changed(DEPARTMENT, old, new, path))
    return [passage.text for passage in outdated(organization)]


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (AGENT, "zh: 接听热线", "zh: 接听热线并建单", ["Answer the hotline"]),
        ("posdoc.yaml", "zh: 满意度", "zh: 满意率", ["Satisfaction"]),
        (AGENT, "{zh: 接听热线, en: Answer the hotline}", "{zh: 建单, en: Book jobs}", []),
        (AGENT, "{zh: 接听热线, en: Answer the hotline}", "接听", []),
        (AGENT, "en: Answer the hotline", "en: Answer calls", []),
        # moved, set in another way, or given a second time
        (AGENT, "{zh: 接听来电 建单, en: Answers calls}", "{zh: 接听热线, en: Answer the hotline}", []),
        (AGENT, "{zh: 接听热线, en: Answer the hotline}", '{en: "Answer the  hotline", zh: 接听热线}', []),
        # the same words for another source, in a position that was reviewed
        (AGENT, "area: 热线", "area: {zh: 线路, en: Service Manager}", ["Service Manager"]),
    ],
)
def test_what_is_outdated(tmp_path: Path, path: str, old: str, new: str, expected: list[str]) -> None:
    reviewed(tmp_path)
    assert outdated_after(tmp_path, path, old, new) == expected


def test_words_that_are_confirmed_elsewhere_are_no_sign_in_a_position_that_was_never_reviewed(tmp_path: Path) -> None:
    reviewed(tmp_path, "manager")
    assert outdated_after(tmp_path, AGENT, "area: 热线", "area: {zh: 线路, en: Service Manager}") == []


def test_nothing_is_outdated_where_nothing_was_confirmed(tmp_path: Path) -> None:
    assert outdated(organization_of(tmp_path)) == ()
