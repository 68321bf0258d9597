from posdoc.layout.clutter import Clutter
from posdoc.layout.labels import best_spot, label_lines, label_texts, line_rects
from posdoc.layout.placed import Point, Rect

WAY = (Point(0, 0), Point(200, 0), Point(200, 50))
EMPTY = Clutter([])


def test_a_label_stands_above_the_middle_of_the_longest_level_piece() -> None:
    spot = best_spot(("质量反馈",), WAY, EMPTY, EMPTY)
    assert spot.clear
    assert spot.room == Rect(82, -12.5, 36, 11)


def test_a_label_gives_way_to_boxes_and_lines() -> None:
    above = Clutter([Rect(0, -40, 300, 39)])
    assert best_spot(("质量反馈",), WAY, above, EMPTY).room.y > 0
    spot = best_spot(("质量反馈",), WAY, above, Clutter([Rect(100, 1, 2, 40)]))
    assert spot.clear
    assert not spot.room.overlaps(Rect(100, 1, 2, 40))


def test_where_all_is_taken_the_cost_says_so() -> None:
    full = Clutter([Rect(-500, -500, 1500, 1500)])
    assert not best_spot(("质量反馈",), WAY, full, EMPTY).clear


def test_long_labels_are_broken_and_none_has_no_lines() -> None:
    assert label_lines("") == ()
    assert len(label_lines("support on difficult failures in the field, worldwide")) == 2


def test_texts_are_centred_in_their_room() -> None:
    (text,) = label_texts(("质量",), Rect(10, 20, 40, 11))
    assert (text.x, text.anchor) == (30, "middle")
    assert 20 < text.y < 31


def test_lines_as_thin_rectangles() -> None:
    assert line_rects([WAY]) == [Rect(-1, -1, 202, 2), Rect(199, -1, 2, 52)]
