from dataclasses import replace

from posdoc.layout.family import Family
from tests.layout.samples import box, chain, graph


def test_reports_below_their_superiors() -> None:
    family = Family(graph(box("1"), box("2", "1"), box("3", "1"), box("4", "3"), box("5", "nobody")))
    assert family.roots == ("1", "5")
    assert family.reports == {"1": ("2", "3"), "2": (), "3": ("4",), "4": (), "5": ()}
    assert family.superior == {"1": None, "2": "1", "3": "1", "4": "3", "5": None}
    assert family.below == {"1": 3, "2": 0, "3": 1, "4": 0, "5": 0}
    assert family.size(["3", "2"]) == 3


def test_assistants_come_first_and_units_stay_together() -> None:
    reports = [box("2", "1", "a"), box("3", "1", "b"), box("4", "1", "a"), box("5", "1", assistant=True)]
    assert Family(graph(box("1"), *reports)).reports["1"] == ("5", "2", "4", "3")


def test_all_under_some_boxes_each_after_its_superior() -> None:
    family = Family(graph(box("1"), box("2", "1"), box("3", "1"), box("4", "2"), box("5", "3")))
    assert family.all_under(["1"]) == ["1", "2", "4", "3", "5"]
    assert family.all_under(["3", "2"]) == ["3", "5", "2", "4"]


def test_a_circle_is_cut_at_its_first_box() -> None:
    family = Family(graph(box("0"), box("1", "3"), box("2", "1"), box("3", "2")))
    assert family.roots == ("0", "1")
    assert family.superior["1"] is None
    assert family.reports["3"] == ()
    assert family.below["1"] == 2


def test_boxes_in_the_order_of_the_chart_each_once() -> None:
    assert Family(graph(box("b"), box("a"), box("c"))).in_order(["c", "a", "c", "b"]) == ("b", "a", "c")


def test_of_boxes_with_one_id_the_last_counts() -> None:
    family = Family(graph(box("1"), box("2"), replace(box("2", "1"), short="last")))
    assert family.boxes["2"].short == "last"
    assert family.roots == ("1",)


def test_a_chain_of_thousands() -> None:
    family = Family(chain(20_000))
    assert family.below["岗位0"] == 19_999
    assert len(family.all_under(family.roots)) == 20_000
