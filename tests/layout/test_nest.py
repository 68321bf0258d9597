import pytest

from posdoc.charts.graph import Graph, Group
from posdoc.layout.nest import Node, nest
from tests.layout.samples import box, chain, crossing, graph, teams

AB = (Group("a", "A"), Group("b", "B", "a"), Group("c", "C"))


def shape(node: Node) -> str:
    """A node in brackets: [frame], <wire>, box(reports), assistants after a plus sign."""
    inner = " ".join(shape(child) for child in node.children)
    beside = "".join(f"+{shape(one)}" for one in node.assistants)
    if node.kind == "frame":
        return f"[{node.name}: {inner}]"
    if node.kind == "wire":
        return f"<{inner}>"
    return f"{node.name}{beside}({inner})" if inner or beside else node.name


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (graph(), ""),
        (graph(box("1"), box("2", "1"), box("3", "1")), "1(2 3)"),
        (graph(box("1"), box("2", "nobody")), "1 2"),
        (graph(box("1", "1")), "1"),
        (graph(box("1", "2"), box("2", "1"), box("3", "2")), "1(2(3))"),
        (graph(box("1", None, "a"), box("2", "1", "b"), box("3", "1", "a"), groups=AB), "[a: 1([b: 2] 3)]"),
        (graph(box("1"), box("2", "1", "c"), box("3", "1"), box("4", "1", "c"), groups=AB), "1([c: 2 4] 3)"),
        (graph(box("1", None, "a"), box("2", "1", "c"), groups=AB), "[a: 1(<[c: 2]>)]"),
        (graph(box("1", None, "b"), box("2", "1", "a"), box("3", "1"), groups=AB), "[a: [b: 1(<2> <3>)]]"),
        (graph(box("1"), box("2", "1", assistant=True), box("3", "1")), "1+2(3)"),
        (graph(box("1"), box("2", "1", "a", assistant=True), groups=AB), "1+[a: 2]()"),
        (graph(box("1", None, "unknown"), groups=AB), "1"),
        (graph(box("1", None, "x"), groups=(Group("x", "X", "y"), Group("y", "Y", "x"))), "[y: [x: 1]]"),
    ],
)
def test_shape(drawn: Graph, expected: str) -> None:
    top, _ = nest(drawn)
    assert " ".join(shape(node) for node in top) == expected


def test_an_assistant_whose_report_stands_elsewhere_becomes_a_plain_report() -> None:
    drawn = graph(box("1", None, "a"), box("2", "1", "a", assistant=True), box("3", "2", "c"), groups=AB)
    assert shape(nest(drawn)[0][0]) == "[a: 1(2(<[c: 3]>))]"


@pytest.mark.parametrize("drawn", [crossing(), teams(), chain(3000)], ids=["crossing", "teams", "chain"])
def test_every_box_is_there_once_and_after_its_superior(drawn: Graph) -> None:
    _, order = nest(drawn)
    names = [node.name for node in order if node.kind == "box"]
    places = {name: index for index, name in enumerate(names)}
    assert sorted(names) == sorted(one.id for one in drawn.boxes)
    assert all(places[one.parent] < places[one.id] for one in drawn.boxes if one.parent)
