"""What differs inside two texts: words of Latin script, characters of Chinese, grouped so that one can read it."""

from __future__ import annotations

from random import Random

import pytest

from posdoc.diff.passages import Passage, passages
from tests.diff.edits import edited_text


def marked(side: list[Passage]) -> str:
    """A text with brackets around what the other one has not."""
    return "".join(f"[{one.text}]" if one.is_changed else one.text for one in side)


CASES = {
    "a figure in Chinese": ("每月不超过2次", "每月不超过3次", "每月不超过[2]次", "每月不超过[3]次"),
    "characters that are new": ("修理报修机组。", "修理客户报修机组。", "修理报修机组。", "修理[客户]报修机组。"),
    "whole words of English": ("Mend the unit", "Mend the units", "Mend the [unit]", "Mend the [units]"),
    "words that are gone": ("Check every old valve", "Check every valve", "Check every [old ]valve", "Check every valve"),
    "a percentage is one word": ("占 10% 左右时间", "占 15% 左右时间", "占 [10%] 左右时间", "占 [15%] 左右时间"),
    "changes with a sign between are one": ("登记甲、乙合同", "登记丙、丁合同", "登记[甲、乙]合同", "登记[丙、丁]合同"),
    "line by line": ("名称：甲\n编号：A-1", "名称：甲\n编号：A-2", "名称：甲\n编号：A-[1]", "名称：甲\n编号：A-[2]"),
    "nothing in common": ("总部", "办事处", "[总部]", "[办事处]"),
    "nothing before": ("", "全新", "", "[全新]"),
    "nothing after": ("旧的", "", "[旧的]", ""),
    "no change": ("一样", "一样", "一样", "一样"),
    "nothing at all": ("", "", "", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_differs_is_told_apart(name: str) -> None:
    before, after, old, new = CASES[name]
    assert tuple(map(marked, passages(before, after))) == (old, new)


def test_passages_are_the_texts_and_agree_on_what_stayed() -> None:
    random = Random(7)
    for _ in range(400):
        before = random.choice(
            ["每月检查一次机组并记录参数。", "Check the unit every month, and log it.", "甲\n乙\n丙", ""]
        )
        after = edited_text(edited_text(before, random), random)
        old, new = passages(before, after)
        assert "".join(one.text for one in old) == before
        assert "".join(one.text for one in new) == after
        stayed = ["".join(one.text for one in side if not one.is_changed) for side in (old, new)]
        assert stayed[0] == stayed[1]
        assert all(one.text for one in (*old, *new))
