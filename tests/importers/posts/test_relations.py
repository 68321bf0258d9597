"""Superiors and reports as forms state them: by name, by number, or both, also under labels of their own."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.importers.markdown import read_markdown
from posdoc.importers.posts import read_posts, standard_labels
from tests.importers.posts.texts import foreign


def _read(*lines: str) -> dict[str, Any]:
    (draft,) = read_posts(foreign("岗位名称：维修工程师", *lines), standard_labels()).drafts
    assert [line.unread() for line in draft.lines if line.unread()] == []
    return draft.data


@pytest.mark.parametrize(
    ("lines", "reports"),
    [
        (("直接下级：学徒工",), {"positions": ["学徒工"]}),
        (("直接下级：学徒工（2人）",), {"positions": ["学徒工"], "people": "2"}),
        (("直接下级：学徒工(2)、安装工3名",), {"positions": ["学徒工", "安装工"], "people": "5"}),
        (("直接下级：学徒工（2人）、安装工",), {"positions": ["学徒工", "安装工"]}),
        (("下属人数：3-5人",), {"people": "3-5"}),
        (("下属人数：3",), {"people": "3"}),
        (("下属人数：3人", "下属岗位：学徒工、安装工"), {"positions": ["学徒工", "安装工"], "people": "3"}),
        (
            ("直接下级：2个岗位，共5人：学徒工、安装工",),
            {"positions": ["学徒工", "安装工"], "posts": "2", "people": "5"},
        ),
        (("Direct reports: Apprentice (2), Fitter (3)",), {"positions": ["Apprentice", "Fitter"], "people": "5"}),
        (("Number of direct reports: 4", "Subordinates: Fitter"), {"positions": ["Fitter"], "people": "4"}),
    ],
)
def test_direct_reports(lines: tuple[str, ...], reports: dict[str, Any]) -> None:
    assert _read(*lines)["direct_reports"] == reports


def test_what_is_stated_twice_is_taken_once() -> None:
    (draft,) = read_posts(
        foreign("岗位名称：维修工程师", "直接下级：学徒工", "下属岗位：安装工"), standard_labels()
    ).drafts
    assert draft.data["direct_reports"] == {"positions": ["学徒工"]}
    assert [line.unread() for line in draft.lines] == ["", "", "下属岗位：安装工"]


@pytest.mark.parametrize(
    ("label", "path"),
    [
        ("汇报上级", "reports_to"), ("虚线汇报", "dotted_to"), ("代理岗位", "substitute"), ("轮岗方向", "rotates_to"),
        ("Reporting to", "reports_to"),
    ],
)  # fmt: skip
def test_labels_of_relations(label: str, path: str) -> None:
    assert path in _read(f"{label}：安装工程师")


def test_a_superior_in_two_languages_is_one() -> None:
    text = (
        "岗位名称：客服代表\n\n| 汇报对象 | 客服主管<br>Customer Service Supervisor |\n|---|---|\n| 工作地点 | 上海 |\n"
    )
    (draft,) = read_posts(read_markdown(text.encode(), "a.md"), standard_labels()).drafts
    assert (draft.data["reports_to"], draft.data.get("co_managed_by")) == ("客服主管", None)
