"""``--add-ignores``: comments for every finding of today, and nothing else changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.check import Selection, check
from posdoc.check.adopt import with_ignores
from tests.example_files import files_of, write_files

HEAD = "## posdoc.yaml\norganization: 公司\n## positions/a.yaml\n"
ONLY = Selection(select=("POS005", "POS106", "POS191", "POS301", "POS302", "POS701", "POS201"))
LONG = "管" * 120

# before; after
CASES = {
    "at the end of the line": ("title: 经理\ncode:\n", "title: 经理\ncode:  # posdoc: ignore POS106\n"),
    "without a line end": ("title: 经理\ncode:", "title: 经理\ncode:  # posdoc: ignore POS106"),
    "after a comment": ("title: 经理\ncode: # 待定\n", "title: 经理\ncode: # 待定  # posdoc: ignore POS106\n"),
    "two rules": (
        "title: 经理\nduties: [{text: 管理, time: 45%}, {text: 培训}]\n",
        "title: 经理\nduties: [{text: 管理, time: 45%}, {text: 培训}]  # posdoc: ignore POS301, POS302\n",
    ),
    "one more rule in a comment": (
        "title: 经理\nduties: [{text: 管理, time: 45%}, {text: 培训}]  # posdoc: ignore POS301 -- 待测\n",
        "title: 经理\nduties: [{text: 管理, time: 45%}, {text: 培训}]  # posdoc: ignore POS301, POS302 -- 待测\n",
    ),
    "one more rule in a comment above": (
        "title: 经理\n# posdoc: ignore POS301\nduties: [{text: 管理, time: 45%}, {text: 培训}]\n",
        "title: 经理\n# posdoc: ignore POS301, POS302\nduties: [{text: 管理, time: 45%}, {text: 培训}]\n",
    ),
    "in a block text": (
        "title: 经理\npurpose: |\n  第一行\n  TODO 补写\n",
        "title: 经理\npurpose: |  # posdoc: ignore POS701\n  第一行\n  TODO 补写\n",
    ),
    "in a text over two lines": (
        'title: 经理\npurpose: "第一行\n  TODO 补写"\ncode: A\n',
        '# posdoc: ignore POS701\n'.join(["title: 经理\n", 'purpose: "第一行\n  TODO 补写"\ncode: A\n']),
    ),
    "a long line": (
        f"title: 经理\nduties:\n  - {{text: {LONG}, time: 45%}}\npurpose: TODO {LONG}\n",
        "title: 经理\nduties:  # posdoc: ignore POS301\n"
        f"  - {{text: {LONG}, time: 45%}}\n# posdoc: ignore POS701\npurpose: TODO {LONG}\n",
    ),
    "indented": (
        f"title: 经理\nduties:\n  - text: TODO {LONG}\n",
        f"title: 经理\nduties:\n  # posdoc: ignore POS701\n  - text: TODO {LONG}\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_comments(tmp_path: Path, before: str, after: str, line_end: str) -> None:
    write_files(tmp_path, HEAD + before)
    path = tmp_path / "positions" / "a.yaml"
    path.write_bytes(before.replace("\n", line_end).encode())
    checked = check(tmp_path, ONLY)
    assert checked.findings
    texts = with_ignores(checked.findings, checked.sources)
    assert texts == {"positions/a.yaml": after.replace("\n", line_end)}
    path.write_bytes(texts["positions/a.yaml"].encode())
    assert check(tmp_path, ONLY).findings == ()


LEFT = {
    "what cannot be read": "title: 经理\ntitle: 主管\n",
    "findings about comments": "title: 经理  # posdoc: ignore POS106\n",
    "nothing": "title: 经理\n",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_left_alone(tmp_path: Path, text: str) -> None:
    checked = check(write_files(tmp_path, HEAD + text), ONLY)
    assert with_ignores(checked.findings, checked.sources) == {}


def test_every_file_is_done(tmp_path: Path) -> None:
    text = HEAD + "title: 经理\ncode:\n## positions/b.yaml\ntitle: 主管\nreports_to: nobody\n"
    checked = check(write_files(tmp_path, text), ONLY)
    texts = with_ignores(checked.findings, checked.sources)
    assert sorted(texts) == ["positions/a.yaml", "positions/b.yaml"]
    assert files_of(text)["positions/b.yaml"].splitlines()[1] in texts["positions/b.yaml"]
