from posdoc.charts.graph import Graph, Group
from posdoc.layout.blocks import Block, Options, Spacing
from posdoc.layout.measure import Measuring
from posdoc.layout.metrics import text_width
from posdoc.layout.nest import nest
from posdoc.layout.sizes import measure_boxes
from tests.layout.samples import box, graph


def top_block(drawn: Graph) -> Block:
    top, order = nest(drawn)
    titles = {group.id: group.title for group in drawn.groups}
    return Measuring(order, measure_boxes(drawn), titles, Spacing()).blocks(Options())[id(top[0])]


def test_a_box_without_reports_is_its_own_block() -> None:
    found = top_block(graph(box("1")))
    assert (found.width, found.height) == (found.root and found.root.width, found.root and found.root.height)


def test_a_frame_keeps_clear_of_its_box_and_holds_its_title() -> None:
    found = top_block(graph(box("1", None, "g"), groups=(Group("g", "配件组"),)))
    assert found.kind == "frame"
    assert found.rect is not None
    assert found.root is not None
    assert found.root.x >= 10
    assert found.root.y >= 12
    assert found.rect.width > text_width("配件组", 9, bold=True)


def test_a_long_title_of_a_hanging_frame_ends_before_the_line_from_above() -> None:
    drawn = graph(box("0"), box("1", "0", "g"), groups=(Group("g", "Spare Parts and Extraordinarily-long Logistics"),))
    frame = top_block(drawn).parts[0].block
    assert len(frame.title) > 1
    assert max(text_width(line, 9, bold=True) for line in frame.title) + 8 < frame.inlet.x


def test_no_word_of_a_title_is_broken() -> None:
    drawn = graph(box("top"), box("1", "top", "g"), groups=(Group("g", "Internationalization Group"),))
    (part,) = top_block(drawn).parts
    assert part.block.title == ("Internationalization", "Group")


def test_a_report_outside_the_frame_hangs_below_it() -> None:
    drawn = graph(box("1", None, "g"), box("2", "1", "g"), box("3", "1"), groups=(Group("g", "组"),))
    framed, tail = top_block(drawn).parts
    assert framed.block.kind == "frame"
    assert tail.block.kind == "tail"
    assert tail.y > framed.y + framed.block.height


def test_boxes_of_one_level_are_equally_high() -> None:
    drawn = graph(box("0"), box("1", "0"), box("非常非常非常非常非常非常非常长的岗位名称", "0"))
    heights = {part.block.height for part in top_block(drawn).parts}
    assert len(heights) == 1
