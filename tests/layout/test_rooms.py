from dataclasses import replace

from posdoc.layout import place
from posdoc.layout.rooms import drawn_room, text_room
from tests.drawing.samples import SAMPLES


def test_everything_lies_in_the_room() -> None:
    placed = place(SAMPLES["styles"])
    room, wider = drawn_room(placed), drawn_room(placed, 5)
    rects = [*(box.rect for box in placed.boxes), text_room(placed.title), text_room(placed.note)]
    assert all(room.x <= rect.x and rect.right <= room.right for rect in rects)
    assert all(room.y <= rect.y and rect.bottom <= room.bottom for rect in rects)
    assert (wider.x, wider.right) == (room.x - 5, room.right + 5)


def test_the_title_can_be_left_out() -> None:
    placed = place(SAMPLES["styles"])
    assert drawn_room(placed, title=False).y > text_room(placed.title).bottom
    assert drawn_room(replace(placed, title=()), title=True) == drawn_room(placed, title=False)


def test_an_empty_chart_takes_no_room() -> None:
    empty = place(replace(SAMPLES["styles"], boxes=(), legend=(), title="", note=""))
    assert drawn_room(empty)[2:] == (0, 0)
