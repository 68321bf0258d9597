"""The file of stamps."""

from __future__ import annotations

import pytest

from posdoc.load.reading import Reading
from posdoc.load.reviews import read_reviews
from posdoc.model import Approval, PartialDate, Reviews, ReviewStamp
from posdoc.reviews.writing import HEAD, reviews_text
from posdoc.source import read_text

REVIEWS = Reviews(
    positions={
        "经理": ReviewStamp(by="HR: the office", date=PartialDate(2026, 3, 10), of={"unit/a": "12e4", "self": "00ff"}),
        "agent": ReviewStamp(approved=Approval(version="1.0", digest="0012")),
    },
    translations={"fr": {}, "en": {"b0": "01 02", "a0": "03"}},
)
TEXT = """\
positions:
  agent:
    approved:
      version: "1.0"
      digest: "0012"
  经理:
    by: "HR: the office"
    date: 2026-03-10
    of:
      self: 00ff
      unit/a: "12e4"
translations:
  en:
    a0: "03"
    b0: 01 02
"""


def test_a_line_for_each_thing_in_order() -> None:
    assert reviews_text(REVIEWS) == HEAD + TEXT


def test_what_is_written_reads_back() -> None:
    node, findings = read_text(reviews_text(REVIEWS), "reviews.yaml")
    assert (findings, node is not None) == ([], True)
    reading = Reading(("zh", "en"))
    assert node is not None
    found = read_reviews(node, reading)
    assert reading.findings == []
    assert found is not None
    assert reviews_text(found) == reviews_text(REVIEWS)
    assert found.positions == REVIEWS.positions


@pytest.mark.parametrize(
    ("old", "head"),
    [
        ("", HEAD),
        ("positions: {}\n# later\n", HEAD),
        ("# 我们的说明\n\n# second\n\npositions: {}\n", "# 我们的说明\n\n# second\n"),
        ("\ufeff# one\r\npositions: {}\r\n", "# one\n"),
        ("\n\npositions: {}\n", HEAD),
    ],
)
def test_comments_at_the_head_are_kept(old: str, head: str) -> None:
    assert reviews_text(REVIEWS, old) == head + TEXT
