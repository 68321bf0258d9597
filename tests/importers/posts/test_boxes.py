"""Which of some choices with boxes are ticked, where a field names something."""

from __future__ import annotations

import pytest

from posdoc.importers.posts import read_posts, standard_labels
from posdoc.importers.posts.boxes import ticked_among
from tests.importers.posts.texts import bit, foreign


@pytest.mark.parametrize(
    ("texts", "ticked"),
    [
        (["□管理 ☑技术 □营销"], ["技术"]),
        (["管理□ 技术√ 营销□"], ["技术"]),
        (["（ ）管理 （√）技术"], ["技术"]),
        (["[ ] Management [x] Technical"], ["Technical"]),
        (["□管理", "☑技术", "☑营销"], ["技术", "营销"]),
        (["☑管理 ☑技术"], ["☑管理 ☑技术"]),
        (["□管理 □技术"], ["□管理 □技术"]),
        (["● 会看图 ● 会焊接"], ["● 会看图 ● 会焊接"]),
        (["英语：良好□ 一般√"], ["英语：良好□ 一般√"]),
        (["□管理 ☑", "技术"], ["□管理 ☑", "技术"]),
        (["技术"], ["技术"]),
    ],
)
def test_ticked_choices(texts: list[str], ticked: list[str]) -> None:
    assert [one.text for one in ticked_among([bit(text) for text in texts])] == ticked


def test_the_other_options_of_a_reference_are_kept_in_the_comments() -> None:
    (draft,) = read_posts(foreign("岗位名称：维修工程师", "岗位类别：□管理 ☑技术 □营销"), standard_labels()).drafts
    assert draft.data["family"] == "技术"
    assert [line.unread() for line in draft.lines if line.unread()] == ["：□管理 ☑ … □营销"]
