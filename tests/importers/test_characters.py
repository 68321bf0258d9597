"""What is kept of the characters of a text that somebody else wrote."""

from __future__ import annotations

import pytest

from posdoc.importers.characters import MOST_SPACES, as_seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("岗位\r\n职责\x0b一\u2028二", "岗位\n职责\n一\n二"),
        ("经\u200b理\ufeff", "经理"),
        ("a\ud800b", "a\ufffdb"),
        ("岗位：" + " " * MOST_SPACES + "x", "岗位：" + " " * MOST_SPACES + "x"),
        ("岗位：" + " " * 3 * MOST_SPACES + "x", "岗位：" + " " * MOST_SPACES + "x"),
        ("岗位：" + "\u3000" * 3 * MOST_SPACES, "岗位：" + "\u3000" * MOST_SPACES),
        ("- a\n" + " " * 3 * MOST_SPACES + "- b", "- a\n" + " " * 3 * MOST_SPACES + "- b"),
        ("a" + "\t" * 3 * MOST_SPACES + "b", "a" + "\t" * 3 * MOST_SPACES + "b"),
    ],
)
def test_what_is_kept(text: str, seen: str) -> None:
    assert as_seen(text) == seen
