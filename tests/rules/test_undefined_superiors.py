"""The undefined superiors of real forms: found by ``unknown-reference``."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import unknown_reference
from tests.rules.marked import check_marks

HEAD = "## posdoc.yaml\norganization: 公司\n"
CASES = {
    "forms 3.16 S1-B: the manager of the service centre": HEAD
    + "## positions/manager.yaml\ntitle: 售后经理\nreports_to: «客服中心经理»\n",
    "forms 3.16 S1-F: three names for one superior": HEAD
    + "## positions/supervisor.yaml\ntitle: 客服主管\nreports_to: «客服中心主任»\n"
    "## positions/leader.yaml\ntitle: 客服班长\nreports_to: supervisor\nskip_level: «服务中心主任»\n"
    "promotes_to: [[supervisor, «服务中心经理»]]\n",
    "forms 3.16 S1-E: the director": HEAD + "## positions/manager.yaml\ntitle: 部门经理\nreports_to: «总监»\n",
    "forms 3.16: declared outside, they are known": HEAD + "outside_positions: [{id: 总监, title: 总监}]\n"
    "## positions/manager.yaml\ntitle: 部门经理\nreports_to: 总监\n",
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_superiors(tmp_path: Path, example: str) -> None:
    check_marks(unknown_reference, tmp_path, example)
