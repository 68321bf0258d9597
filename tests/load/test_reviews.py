"""``reviews.yaml`` as it is read: whole, broken, and with things in it that there are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.check import check
from posdoc.load import load
from posdoc.model import Approval, PartialDate
from tests.example_files import write_files

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/agent.yaml
title: 客服专员
## reviews.yaml
"""


def test_a_whole_file(tmp_path: Path) -> None:
    text = """\
positions:
  agent:
    by: 人力资源部
    date: 2026-03-10
    of: {self: 0012, superior/manager: 12e4}
    approved: {version: 1.0, digest: 3f2a}
translations: {en: {12e4: 0012 0013}}
"""
    organization, findings = load(write_files(tmp_path, HEAD + text))
    assert findings == []
    assert organization.reviews is not None
    stamp = (organization.reviews.positions or {})["agent"]
    assert (stamp.by, stamp.date) == ("人力资源部", PartialDate(2026, 3, 10))
    assert stamp.of == {"self": "0012", "superior/manager": "12e4"}
    assert stamp.approved == Approval(version="1.0", digest="3f2a")
    assert organization.reviews.translations == {"en": {"12e4": "0012 0013"}}


def test_without_the_file_there_are_no_stamps(tmp_path: Path) -> None:
    assert load(write_files(tmp_path, HEAD.removesuffix("## reviews.yaml\n")))[0].reviews is None


BROKEN = {
    "a conflict of a merge": ("positions:\n<<<<<<< ours\n  agent: {}\n=======\n>>>>>>> theirs\n", "POS001"),
    "one thing twice": ("positions:\n  agent: {of: {self: 00}}\n  agent: {of: {self: 01}}\n", "POS0"),
    "a list": ("[agent]\n", "POS102"),
    "a text": ("agent\n", "POS102"),
    "an unknown key": ("position: {agent: {}}\n", "POS101"),
    "a list of positions": ("positions: [agent]\n", "POS102"),
    "a stamp that is a text": ("positions: {agent: yes, other: {of: {self: 00}}}\n", "POS102"),
    "digests in a list": ("positions: {agent: {of: [self]}}\n", "POS102"),
    "a digest that is a mapping": ("positions: {agent: {of: {self: {a: b}}}}\n", "POS102"),
    "no date": ("positions: {agent: {date: yesterday, of: {self: 00}}}\n", "POS104"),
    "an approval without a version": ("positions: {agent: {approved: {digest: 00}}}\n", "POS103"),
    "translations that are a text": ("translations: {en: 00}\n", "POS102"),
    "nothing behind a key": ("positions:\n", "POS106"),
    "an unknown role": ("positions: {agent: {of: {self: 00, moon/x: 00, '/': 00, unit/: 00}}}\n", "POS941"),
    "an unknown position": ("positions: {agnet: {of: {self: 00}}}\n", "POS944"),
}


@pytest.mark.parametrize(("text", "code"), BROKEN.values(), ids=list(BROKEN))
def test_what_is_broken_is_found_in_its_place(tmp_path: Path, text: str, code: str) -> None:
    found = check(write_files(tmp_path, HEAD + text)).findings
    assert [finding for finding in found if finding.code.startswith(code)], [finding.code for finding in found]
    assert all(finding.span.path in ("reviews.yaml", "positions/service/agent.yaml") for finding in found)


def test_a_folder_in_its_place_is_found(tmp_path: Path) -> None:
    root = write_files(tmp_path, HEAD.removesuffix("## reviews.yaml\n"))
    (root / "reviews.yaml").mkdir()
    assert [(finding.span.path, finding.code) for finding in load(root)[1]] == [("reviews.yaml", "POS015")]
