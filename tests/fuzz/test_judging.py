"""The judges of the fuzzers can say no."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from posdoc.diagnostics import Diagnostic, Edit, Kind, Related, Severity, Span
from posdoc.phrases import Phrase
from posdoc.source import SourceFile
from tests.fuzz import smallest
from tests.fuzz.judging import assert_inside, assert_kept, assert_mendable, assert_sound, within
from tests.fuzz.mending import mended
from tests.fuzz.strategies import balanced

TEXTS = {"a.yaml": "\ufefftitle: 甲\ncode: A\n"}
WORDS = Phrase("甲", "a")
KIND = Kind("POS001", "a-b")


def finding(*place: int, path: str = "a.yaml") -> Diagnostic:
    return Diagnostic(KIND, Span(path, *place), WORDS)


@pytest.mark.parametrize("place", [(1, 1, 1, 1), (1, 8, 1, 9), (3, 1, 3, 1), (1, 1, 2, 8)])
def test_places_that_exist(place: tuple[int, ...]) -> None:
    assert_inside([finding(*place)], TEXTS)


@pytest.mark.parametrize("place", [(1, 8, 1, 10), (4, 1, 4, 1), (0, 1, 1, 1), (2, 3, 2, 2), (1, 1, 2, 9), (1, 0, 1, 1)])
def test_places_that_do_not_exist(place: tuple[int, ...]) -> None:
    with pytest.raises(AssertionError, match="outside its file"):
        assert_inside([finding(*place)], TEXTS)
    with pytest.raises(AssertionError, match="outside its file"):
        assert_inside(
            [Diagnostic(KIND, Span("a.yaml"), WORDS, related=(Related(Span("a.yaml", *place), WORDS),))], TEXTS
        )
    with pytest.raises(AssertionError, match="outside its file"):
        assert_inside([Diagnostic(KIND, Span("a.yaml"), WORDS, fix=(Edit(Span("a.yaml", *place), ""),))], TEXTS)


def test_a_finding_without_a_file() -> None:
    with pytest.raises(AssertionError, match="has no file"):
        assert_inside([finding(path="")], TEXTS)


def test_what_an_edit_does_not_touch_is_kept() -> None:
    file = SourceFile("a.yaml", "title: 甲\ncode: A\n")
    one = Diagnostic(KIND, Span("a.yaml"), WORDS, fix=(Edit(Span("a.yaml", 1, 8, 1, 9), "乙"),))
    assert_kept(file, [one], "title: 乙\ncode: A\n")
    for text in ("title: 乙\n", "title: 乙\ncode: B\n", "code: A\ntitle: 乙\n"):
        with pytest.raises(AssertionError, match="is lost"):
            assert_kept(file, [one], text)


@pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="this system has no alarm")
def test_what_goes_on_for_ever_is_stopped() -> None:
    with pytest.raises(AssertionError, match="not at an end"), within(1):
        time.sleep(30)


def test_fixes_are_made_in_rounds(tmp_path: Path) -> None:
    (tmp_path / "positions").mkdir()
    (tmp_path / "posdoc.yaml").write_bytes(b"organization: A\n")
    (tmp_path / "positions/a.yaml").write_bytes(
        "title: 甲\nduties:\n- text: 受理投诉,跟踪\n- text: 编制 月报,上报\n".encode()
    )
    assert assert_mendable(tmp_path, assert_sound(tmp_path)) == 1
    assert "受理投诉，跟踪" in (tmp_path / "positions/a.yaml").read_text(encoding="utf-8")


def test_an_error_is_taken_out_of_a_department(tmp_path: Path) -> None:
    files = {
        "posdoc.yaml": {"organization": "A"},
        "positions/a.yaml": {"title": "甲", "grade": "G9", "substitute": ["ghost"], "duties": [{"text": "收发配件"}]},
    }
    checked = mended(tmp_path, files)
    assert checked is not None
    assert not checked.at_least(Severity.ERROR)
    assert files["positions/a.yaml"] == {"title": "甲", "duties": [{"text": "收发配件"}]}
    assert mended(tmp_path, {**files, "positions/a.yaml": {"title": "甲", "reports_to": "ghost"}}) is None


def test_shares_are_made_a_hundred() -> None:
    made = balanced({"duties": [{"text": "a", "time": "5%"}, {"text": "b"}, {"text": "c", "weight": "2%"}]})["duties"]
    assert [duty.get("time") for duty in made] == ["34%", "33%", "33%"]
    assert [duty.get("weight") for duty in made] == [None, None, None]
    assert [duty["id"] for duty in made] == ["d1", "d2", "d3"]


def test_the_smallest_department_prints() -> None:
    assert len(smallest.organization().positions) == 1
    assert smallest.document().startswith(b"PK")
