"""What a definition states of its document when its version is raised, and when that is approved."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.diff.raising import Signature, approved, is_pending, raised
from posdoc.diff.versions import Version

DOCUMENT = {
    "number": "D-1",
    "version": "1.0",
    "status": "approved",
    "approved": "2026-01-02",
    "effective": "2026-02-01",
}
DAY = Signature("2026-03-04")


def _document(**values: Any) -> dict[str, Any]:
    return {"title": "工程师", "document": values}


@pytest.mark.parametrize(
    ("held", "version", "text", "signature", "made"),
    [
        (
            _document(**DOCUMENT), Version("1.1"), {"zh": "改了职责。"}, DAY,
            _document(number="D-1", version="1.1", status="in_review", written="2026-03-04",
                      revisions=[{"version": "1.1", "date": "2026-03-04", "text": "改了职责。"}]),
        ),
        (
            _document(**DOCUMENT, revisions=[{"version": "1.0", "date": "2025-01-01"}]), Version("1.1"),
            {"zh": "改了职责。", "en": "Duties changed."}, Signature("2026-03-04", "王芳"),
            _document(number="D-1", version="1.1", status="in_review", written="2026-03-04",
                      revisions=[{"version": "1.0", "date": "2025-01-01"},
                                 {"version": "1.1", "date": "2026-03-04",
                                  "text": {"zh": "改了职责。", "en": "Duties changed."}, "author": "王芳"}]),
        ),
        (
            {"title": "工程师"}, Version("A", "1"), {"zh": "", "en": ""}, DAY,
            _document(version="A", revision="1", status="in_review", written="2026-03-04",
                      revisions=[{"version": "A/1", "date": "2026-03-04"}]),
        ),
        (
            _document(version="1.0", revisions="none", written="2020-01-01"), Version("2.0"), {}, DAY,
            _document(version="2.0", status="in_review", written="2026-03-04",
                      revisions=[{"version": "2.0", "date": "2026-03-04"}]),
        ),
        (
            {"title": "工程师", "document": "D-1"}, Version("1.0"), {"zh": "新。"}, DAY,
            _document(version="1.0", status="in_review", written="2026-03-04",
                      revisions=[{"version": "1.0", "date": "2026-03-04", "text": "新。"}]),
        ),
    ],
)  # fmt: skip
def test_a_raised_version(held: Any, version: Version, text: dict[str, str], signature: Signature, made: Any) -> None:
    before = repr(held)
    assert raised(held, version, text, signature) == made
    assert repr(held) == before, "what was read is left as it is"


def test_the_version_comes_before_what_is_said_of_it() -> None:
    """As a person would write it: a file that is written anew keeps its order."""
    assert list(raised(_document(**DOCUMENT), Version("1.1"), {}, DAY)["document"]) == [  # type: ignore[call-overload]
        "number", "version", "status", "written", "revisions",
    ]  # fmt: skip


@pytest.mark.parametrize(("asked", "effective"), [("", "2026-03-04"), ("2026-04-01", "2026-04-01")])
def test_an_approved_version(asked: str, effective: str) -> None:
    held = _document(number="D-1", version="1.1", status="in_review", effective="2020-01-01")
    assert approved(held, DAY, asked) == _document(
        number="D-1", version="1.1", status="approved", effective=effective, approved="2026-03-04"
    )


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (_document(version="1.0", status="draft"), True),
        (_document(version="1.0", status="in_review"), True),
        (_document(version="1.0", status="approved"), False),
        (_document(version="1.0"), False),
        (_document(status="draft"), False),
        (_document(version="", status="draft"), False),
        ({"title": "工程师"}, False),
        ({"document": ["draft"]}, False),
        ("工程师", False),
        (None, False),
    ],
)
def test_whether_a_version_waits_for_approval(held: Any, expected: bool) -> None:
    assert is_pending(held) is expected


def test_a_file_that_holds_no_mapping_becomes_one() -> None:
    assert approved("工程师", DAY) == {  # type: ignore[arg-type]
        "document": {"status": "approved", "approved": "2026-03-04", "effective": "2026-03-04"}
    }
