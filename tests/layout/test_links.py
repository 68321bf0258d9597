from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link
from posdoc.layout import place
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


def test_what_became_of_parts_is_kept_when_they_are_placed() -> None:
    boxes = (
        Box("a", (Line("a"),), group="g", state="kept"),
        Box("b", (Line("b"),), parent="a", group="h", state="added", line="added"),
        Box("c", (Line("c"),), parent="a", line="removed"),
    )
    groups = (Group("g", "g"), Group("h", "h", state="added"))
    placed = place(
        Graph("t", "zh", boxes, groups, (Link("b", "c", state="removed"),), (LegendEntry("solid", "x", state="added"),))
    )
    assert {box.id: box.state for box in placed.boxes} == {"a": "kept", "b": "added", "c": None}
    assert {frame.id: frame.state for frame in placed.frames} == {"g": None, "h": "added"}
    assert {line.target: line.state for line in placed.connectors} == {"b": "added", "c": "removed"}
    assert [link.state for link in placed.links] == ["removed"]
    assert [entry.state for entry in placed.legend] == ["added"]
