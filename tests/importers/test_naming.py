"""Ids from titles: readable, unique, and names of files everywhere."""

from __future__ import annotations

import pytest

from posdoc.importers.naming import MOST_CHARACTERS, Ids, id_of, same_name


@pytest.mark.parametrize(
    ("title", "identity"),
    [
        ("售后服务经理", "售后服务经理"),
        ("After-sales Service Manager", "after-sales-service-manager"),
        ("服务主管（华东）", "服务主管-华东"),
        ("  维修 / 安装 技师 ", "维修-安装-技师"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-1"),
        ("unit", "unit-1"),
        ("***", "position"),
        ("", "position"),
        ("_内部_", "内部"),
        ("ＡＢ主管", "AB主管"),
    ],
)
def test_a_title_gives_an_id(title: str, identity: str) -> None:
    assert id_of(title, "position") == identity


def test_an_id_is_no_longer_than_a_file_name_may_be() -> None:
    assert len(id_of("很长的名称" * 30, "position")) == MOST_CHARACTERS


def test_every_new_id_is_another_whatever_its_case() -> None:
    ids = Ids(["manager"])
    assert [ids.new("Manager", "x"), ids.new("MANAGER", "x"), ids.new("主管", "x"), ids.new("主管", "x")] == [
        "manager-2", "manager-3", "主管", "主管-2",
    ]  # fmt: skip


def test_ids_of_one_title_are_numbered_past_those_that_are_taken() -> None:
    ids = Ids(["维修工-2"])
    assert [ids.new("维修工", "position") for _ in range(3)] == ["维修工", "维修工-3", "维修工-4"]
    assert ids.exact("维修工-5") == "维修工-5"
    assert [ids.new("维修工", "position") for _ in range(2)] == ["维修工-6", "维修工-7"]


def test_names_are_compared_without_space_case_and_width() -> None:
    assert same_name("服务 主管（华东）") == same_name("服务主管(华东)")
    assert same_name("Service Manager") == same_name("service manager")
    assert same_name("主管") != same_name("经理")


@pytest.mark.parametrize("stated", ["../../etc/passwd", "a/b", "", "-x", "CON", "unit", "Manager", "长" * 100])
def test_an_id_that_a_document_states_is_not_taken_where_it_is_none_or_taken(stated: str) -> None:
    assert Ids(["manager"]).exact(stated) == ""


def test_an_id_that_a_document_states_is_taken_once() -> None:
    ids = Ids()
    assert ids.exact("Field_Engineer-2") == "Field_Engineer-2"
    assert ids.new("field_engineer-2", "x") == "field_engineer-2-2"
