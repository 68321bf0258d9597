"""Comments that suppress findings, and what is wrong with such comments."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.check import Selection, check
from posdoc.check.fixes import fixed
from tests.example_files import unmarked, write_files
from tests.rules.marked import marks_of

ONLY = Selection(select=("POS0", "POS1", "POS301", "POS302", "POS701"))
DUTIES = "duties: [{text: 管理, time: 45%}, {text: 培训}]"
HEAD = "## posdoc.yaml\norganization: 公司\n## positions/a.yaml\n"

SUPPRESSED = {
    "on the line": "title: 经理\ncode:  # posdoc: ignore POS106\n",
    "by name": "title: 经理\ncode:  # posdoc: ignore empty-value\n",
    "by the beginning of a code": "title: 经理\ncode:  # posdoc: ignore POS1\n",
    "in small letters": "title: 经理\ncode:  # posdoc: ignore pos106\n",
    "with a reason": "title: 经理\ncode:  # posdoc: ignore POS106 -- 编号待总部下发\n",
    "with a Chinese dash and colon": "title: 经理\ncode:  # posdoc：ignore POS106 —— 编号待下发\n",
    "without space": "title: 经理\ncode:  #posdoc:ignore POS106\n",
    "after another comment": "title: 经理\ncode:  # 待定 # posdoc: ignore POS106\n",
    "before another comment": "title: 经理\ncode:  # posdoc: ignore POS106 # 待定\n",
    "on the line above": "title: 经理\n# posdoc: ignore POS106\ncode:\n",
    "above, with lines between": "title: 经理\n# posdoc: ignore POS106\n\n# 编号\ncode:\n",
    "above, indented": "title: 经理\n  # posdoc: ignore POS106\ncode:\n",
    "several rules": f"title: 经理\n# posdoc: ignore POS301, POS302\n{DUTIES}\n",
    "several rules with a Chinese comma": f"title: 经理\n# posdoc: ignore POS301，POS302\n{DUTIES}\n",
    "two comments": f"title: 经理\n# posdoc: ignore POS301\n{DUTIES} # posdoc: ignore POS302\n",
    "for the file": "# posdoc: ignore-file POS106, POS301\ntitle: 经理\ncode:\nduties: [{text: 管理, time: 45%}]\n",
    "for the file, at its end": "title: 经理\ncode:\n# posdoc: ignore-file POS106\n",
    "inside a text that begins on the line": "title: 经理\npurpose: |  # posdoc: ignore POS701\n  第一行\n  TODO 补写\n",
}


@pytest.mark.parametrize("text", SUPPRESSED.values(), ids=SUPPRESSED)
def test_suppressed(tmp_path: Path, text: str) -> None:
    assert check(write_files(tmp_path, HEAD + text), ONLY).findings == ()


KEPT = {
    "another line": ("title: 经理\n# posdoc: ignore POS106\nheadcount: 1\ncode:\n", ["POS191", "POS106"]),
    "another rule": ("title: 经理\ncode:  # posdoc: ignore POS301\n", ["POS106", "POS191"]),
    "the line below a comment at the end of a line": (
        "title: 经理  # posdoc: ignore POS106\ncode:\n", ["POS191", "POS106"],
    ),
    "inside a text": ('title: "经理 # posdoc: ignore POS106"\ncode:\n', ["POS106"]),
    "inside a block text": ("title: 经理\npurpose: |\n  # posdoc: ignore POS106\n  负责管理\ncode:\n", ["POS106"]),
    "what cannot be read": ("title: 经理\ntitle: 主管  # posdoc: ignore POS005\n", ["POS005", "POS192"]),
    "a file that cannot be read": ("# posdoc: ignore-file POS001\ntitle: [\n", ["POS001"]),
    "without a rule": ("title: 经理\ncode:  # posdoc: ignore\n", ["POS106", "POS192"]),
    "an unknown rule": ("title: 经理\ncode:  # posdoc: ignore POS1O6\n", ["POS106", "POS192"]),
    "an unknown word": ("title: 经理\ncode:  # posdoc: disable POS106\n", ["POS106", "POS192"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), KEPT.values(), ids=KEPT)
def test_kept(tmp_path: Path, text: str, codes: list[str]) -> None:
    assert [finding.code for finding in check(write_files(tmp_path, HEAD + text), ONLY).findings] == codes


def test_another_file_is_another_matter(tmp_path: Path) -> None:
    text = HEAD + "title: 经理\n# posdoc: ignore-file POS106\n## positions/b.yaml\ntitle: 主管\nreports_to: a\ncode:\n"
    checked = check(write_files(tmp_path, text), ONLY)
    assert [(f.code, f.span.path) for f in checked.findings] == [
        ("POS191", "positions/a.yaml"), ("POS106", "positions/b.yaml"),
    ]  # fmt: skip


# a comment with what is found in it marked; the code; what is left when the fix is made
FAULTS = {
    "unused at the end of a line": ("title: 经理  # posdoc: ignore «POS106»\n", "POS191", "title: 经理\n"),
    "unused with a reason": ("title: 经理  # posdoc: ignore «POS106» -- 待定\n", "POS191", "title: 经理\n"),
    "unused on a line of its own": ("# posdoc: ignore «POS106»\ntitle: 经理\n", "POS191", "title: 经理\n"),
    "unused at the end of the file": ("title: 经理\n# posdoc: ignore-file «POS106»", "POS191", "title: 经理\n"),
    "unused, before another comment": (
        "title: 经理 # posdoc: ignore «POS106» # 主管\n", "POS191", "title: 经理# 主管\n",
    ),
    "one of two, the first": (
        "title: 经理\ncode:  # posdoc: ignore «POS301», POS106\n", "POS191",
        "title: 经理\ncode:  # posdoc: ignore POS106\n",
    ),
    "one of two, the last": (
        "title: 经理\ncode:  # posdoc: ignore POS106, «POS301» -- 待定\n", "POS191",
        "title: 经理\ncode:  # posdoc: ignore POS106 -- 待定\n",
    ),
    "an unknown rule": ("title: 经理  # posdoc: ignore «POS1O6»\n", "POS192", None),
    "an unknown word": ("title: 经理  # posdoc: «noqa» POS106\n", "POS192", None),
    "no rule": ("title: 经理  «# posdoc: ignore»\n", "POS192", None),
    "a rule that cannot be suppressed": ("title: 经理  # posdoc: ignore «POS001»\n", "POS192", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "mended"), FAULTS.values(), ids=FAULTS)
def test_faults_in_comments(tmp_path: Path, text: str, code: str, mended: str | None) -> None:
    checked = check(write_files(tmp_path, HEAD + text), ONLY)
    (finding,) = checked.findings
    assert finding.code == code
    assert [finding.span] == marks_of(HEAD + text)
    texts, _ = fixed(checked.findings, checked.sources)
    assert texts.get("positions/a.yaml", None) == mended


def test_an_unused_comment_for_a_rule_that_is_off_is_not_in_vain(tmp_path: Path) -> None:
    root = write_files(tmp_path, HEAD + "title: 经理  # posdoc: ignore POS301\n")
    assert [finding.code for finding in check(root).findings] == ["POS191"]
    for selection in (Selection(ignore=("POS301",)), Selection(select=("POS1",))):
        assert check(root, selection).findings == ()


def test_unused_comments_can_be_told_off_like_any_finding(tmp_path: Path) -> None:
    root = write_files(tmp_path, HEAD + "title: 经理  # posdoc: ignore POS301\n")
    assert check(root, Selection(ignore=("unused-suppression",))).findings == ()


def test_the_marks_of_these_tests_are_no_part_of_the_files() -> None:
    assert "«" not in unmarked(FAULTS["no rule"][0])
