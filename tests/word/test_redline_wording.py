"""What changed between two texts, as a reader is shown it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posdoc.word.redline.alignment import aligned, filled
from posdoc.word.redline.likeness import likeness_of_tagged, likeness_of_texts
from posdoc.word.redline.wording import OBJECT, changes, tokens


def shown(old: list[str], new: list[str]) -> str:
    """The changes with ``[-what went-]`` and ``{+what came+}``."""
    made = ""
    for change in changes(old, new):
        before, after = "".join(old[change.old]), "".join(new[change.new])
        if change.kept:
            assert before == after
            made += after
        else:
            made += (f"[-{before}-]" if before else "") + (f"{{+{after}+}}" if after else "")
    return made


WORDINGS = [
    ("", "", ""),
    ("", "新", "{+新+}"),
    ("旧", "", "[-旧-]"),
    ("负责投诉处理工作", "负责投诉处理工作", "负责投诉处理工作"),
    ("负责投诉的登记、分派与回访", "负责投诉的登记、核实、分派与回访", "负责投诉的登记、{+核实、+}分派与回访"),
    ("月度投诉不超过 2 次", "月度投诉不超过 3 次", "月度投诉不超过 [-2-]{+3+} 次"),
    ("接通率不低于90%", "接通率不低于92.5%", "接通率不低于[-90%-]{+92.5%+}"),
    ("Answer every call", "Answer every email", "Answer every [-call-]{+email+}"),
    ("the old big house stands", "the new small house stands", "the [-old big-]{+new small+} house stands"),
    ("customer's call-back", "customers call-back", "[-customer's-]{+customers+} call-back"),
    ("甲乙丙丁戊己庚", "子乙丑丁寅己卯", "[-甲乙丙丁戊己庚-]{+子乙丑丁寅己卯+}"),
    ("编制班次草案，控制加班", "全部另写的一段文字", "[-编制班次草案，控制加班-]{+全部另写的一段文字+}"),
    ("培训科目：通话质检校准、劳动用工常识", "培训科目：", "培训科目：[-通话质检校准、劳动用工常识-]"),
    ("实时掌握排队状态。", "实干为要，此外全部另写一遍。", "[-实时掌握排队状态-]{+实干为要，此外全部另写一遍+}。"),
    ("带领班次\nLeads a shift", "带领两个班次\nLeads a shift", "带领{+两个+}班次\nLeads a shift"),
    ("管话务\nLeads a shift", "另写\nLeads a shift", "[-管话务-]{+另写+}\nLeads a shift"),
    ("甲\n乙乙乙乙", "乙乙乙乙", "[-甲\n-]乙乙乙乙"),
]


@pytest.mark.parametrize(("old", "new", "wanted"), WORDINGS, ids=[wanted for *_, wanted in WORDINGS])
def test_changes_that_can_be_read(old: str, new: str, wanted: str) -> None:
    assert shown(tokens(old), tokens(new)) == wanted


def test_an_object_that_stayed_is_kept_between_any_changes() -> None:
    drawing = f"{OBJECT}drawing"
    assert shown(["甲", drawing, "乙"], ["子", drawing, "丑"]) == f"[-甲-]{{+子+}}{drawing}[-乙-]{{+丑+}}"


@given(st.text("甲乙丙丁 ab1,\n", max_size=30), st.text("甲乙丙丁 ab1,\n", max_size=30))
def test_both_texts_are_in_the_changes(old: str, new: str) -> None:
    before, after = tokens(old), tokens(new)
    found = changes(before, after)
    assert "".join("".join(before[change.old]) for change in found) == old
    assert "".join("".join(after[change.new]) for change in found) == new
    shown(before, after)


# --- what belongs together ----------------------------------------------------------------------------------


def pairs_of(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    pairs = aligned(old, new, str.__eq__, lambda a, b: alike if (alike := likeness_of_texts(a, b)) > 0.4 else 0.0)
    return [(old[i], new[j]) for i, j in pairs]


def test_what_stayed_is_found_and_what_was_reworded_between() -> None:
    assert pairs_of(["a", "bcde", "f"], ["a", "x", "bcdf", "f"]) == [("a", "a"), ("bcde", "bcdf"), ("f", "f")]
    assert pairs_of(["a", "b"], []) == []


def test_one_that_stayed_counts_more_than_two_that_are_a_little_alike() -> None:
    assert pairs_of(["abcdwxyz", "mnopmnop"], ["mnopmnop", "mnopqrst"]) == [("mnopmnop", "mnopmnop")]


def test_gaps_are_filled_by_another_likeness() -> None:
    found = filled([(1, 2)], ["a", "b", "c"], ["x", "A", "b", "C"], lambda a, b: float(a.upper() == b))
    assert found == [(0, 1), (1, 2), (2, 3)]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (("甲", {"purpose"}), ("乙", {"purpose"}), True),
        (("甲", {"duties.0.text"}), ("乙", {"duties.0.text"}), False),
        (("甲乙丙", {"duties.0.text"}), ("甲乙丁", {"duties.4.text"}), True),
        (("直接上级：甲乙", {"reports_to"}), ("隔级上级：甲乙", {"skip_level"}), False),
        (("甲 乙", {"code", "grade"}), ("丙 丁", {"code", "level"}), True),
        (("甲", {"=number"}), ("乙", {"=number"}), False),
        (("甲", {""}), ("乙", {""}), False),
    ],
)
def test_one_field_stays_itself_and_entries_of_lists_are_told_by_their_texts(
    old: tuple[str, set[str]], new: tuple[str, set[str]], wanted: bool
) -> None:
    assert (likeness_of_tagged(old, new) > 0) is wanted
