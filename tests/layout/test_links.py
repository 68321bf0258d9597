from posdoc.charts.graph import Link
from posdoc.layout.links import place_links
from posdoc.layout.placed import Rect
from posdoc.layout.tree import Tree

SIDE_BY_SIDE = {"a": Rect(0, 0, 80, 40), "b": Rect(100, 0, 80, 40), "above": Rect(0, -46, 180, 40)}


def test_a_label_that_does_not_fit_between_two_boxes_sends_the_line_another_way() -> None:
    (without,) = place_links([Link("a", "b")], Tree(180, 40, dict(SIDE_BY_SIDE)))
    (labelled,) = place_links([Link("a", "b", "质量信息反馈")], Tree(180, 40, dict(SIDE_BY_SIDE)))
    assert len(without.points) == 2
    assert len(labelled.points) > 2
    assert labelled.label_rect is not None
    assert not any(labelled.label_rect.overlaps(rect) for rect in SIDE_BY_SIDE.values())


def test_links_that_end_nowhere_are_left_out() -> None:
    assert place_links([Link("a", "x", "?"), Link("b", "b")], Tree(180, 40, dict(SIDE_BY_SIDE))) == []
    assert place_links([], Tree(0, 0)) == []
