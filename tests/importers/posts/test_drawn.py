"""Text boxes that are parts of drawings begin nothing, and count as understood where they repeat what is known."""

from __future__ import annotations

from posdoc.importers.pieces import Foreign, Paragraph, Part, Place
from posdoc.importers.posts import read_posts, standard_labels
from posdoc.phrases import Phrase


def paragraph(number: int, text: str, box: int = 0) -> Paragraph:
    words = Phrase(f"文本框 {box}", f"text box {box}") if box else Phrase(f"第 {number} 段", f"paragraph {number}")
    return Paragraph(text, Place(number, words), part=Part.TEXT_BOX if box else Part.BODY)


def unread(*boxes: tuple[int, str]) -> list[str]:
    """What stays unread of text boxes between two fields of a post."""
    pieces = [
        paragraph(1, "岗位名称：维修组长"),
        paragraph(2, "直接上级：服务经理"),
        *(paragraph(3 + place, text, box) for place, (box, text) in enumerate(boxes)),
        paragraph(99, "岗位编号：W-1"),
    ]
    read = read_posts(Foreign("a.docx", "docx", tuple(pieces)), standard_labels())
    (draft,) = read.drafts
    assert draft.data == {"title": "维修组长", "reports_to": "服务经理", "code": "W-1"}
    return [line.unread() for line in draft.lines if line.unread()]


def test_boxes_that_repeat_names_and_numbers_are_understood() -> None:
    assert unread((1, "服务经理"), (2, "维修组"), (2, "长"), (2, "1 人")) == []


def test_a_name_that_stands_nowhere_else_stays_unread() -> None:
    assert unread((1, "服务经理"), (2, "维修组长"), (3, "维修员"), (3, "3 人")) == ["维修员", "3 人"]


def test_a_part_of_a_name_is_not_the_name() -> None:
    assert unread((1, "服务"), (2, "维修组长")) == ["服务"]
