from dataclasses import replace

from posdoc.charts.graph import LegendEntry
from posdoc.layout.surroundings import moved_legend, moved_texts, surroundings
from tests.layout.samples import graph, text_rect


def test_nothing_takes_no_room() -> None:
    around = surroundings(graph(title=""), 400)
    assert (around.title, around.legend, around.note, around.head, around.foot) == ((), (), (), 0, 0)


def test_the_title_stands_in_the_middle() -> None:
    around = surroundings(graph(title="售后服务部组织架构图"), 400)
    (line,) = around.title
    assert (line.x, line.anchor) == (200, "middle")
    assert line.y < around.head


def test_a_title_too_long_for_a_line_is_broken_before_the_name_of_the_page() -> None:
    title = "Yuanlan Group Organization Chart · Director of Sales (page 2 of 9)"
    assert len(surroundings(graph(title=title), 900).title) == 1
    lines = [line.text for line in surroundings(graph(title=title), 300).title]
    assert lines == ["Yuanlan Group Organization Chart", "Director of Sales (page 2 of 9)"]
    assert len(surroundings(graph(title=title), 150).title) > 2


def test_a_long_legend_goes_on_in_the_next_row_and_the_note_stands_below() -> None:
    legend = tuple(LegendEntry("normal", f"第 {number} 种岗位的含义") for number in range(7))
    around = surroundings(replace(graph(), legend=legend, note="数据截至 2024-06-30"), 300)
    assert len({entry.rect.y for entry in around.legend}) > 1
    assert all(text_rect(text).right <= 300 for entry in around.legend for text in entry.texts)
    assert around.note[0].y > around.legend[-1].rect.bottom
    assert around.note[-1].y < around.foot


def test_moving() -> None:
    around = surroundings(replace(graph(), legend=(LegendEntry("normal", "岗位"),), note="附注"), 300)
    (entry,) = moved_legend(around.legend, 10, 20)
    assert (entry.rect.x, entry.rect.y) == (10, 20)
    assert entry.texts[0].x == around.legend[0].texts[0].x + 10
    assert moved_texts(around.note, 1, 2)[0][4:6] == (around.note[0].x + 1, around.note[0].y + 2)
