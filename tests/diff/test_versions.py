"""Versions: what raises them and how far, how they are counted, and what the revision says."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from posdoc.diff import SubjectKind, compare
from posdoc.diff.versions import Version, content_changes, is_major, is_other, next_version, revision_text
from posdoc.load import load
from posdoc.reviews.content import first_ids
from posdoc.reviews.standing import approved_digest
from tests.diff.edits import edited
from tests.diff.test_cases import BASE, ENGINEER, SETTINGS, written
from tests.diff.test_compare import sample

COUNTED: list[tuple[Version, str, str]] = [
    (Version(""), "1.0", "1.0"),
    (Version("1.3"), "1.4", "2.0"),
    (Version("1.9"), "1.10", "2.0"),
    (Version("2"), "2.1", "3"),
    (Version("1.3", "2"), "1.3/3", "2.0/0"),
    (Version("1.3", "b"), "1.4/b", "2.0/b"),
    (Version("V2", "1"), "V2/2", "V3/0"),
    (Version("A"), "B", "B"),
    (Version("1.2.3"), "1.2.4", "2.0.0"),
    (Version("V1.0"), "V1.1", "V2.0"),
    (Version("V3"), "V3.1", "V4"),
    (Version("第2版"), "第2.1版", "第3版"),
    (Version("A", "0"), "A/1", "B/0"),
    (Version("2", "9"), "2/10", "3/0"),
]


@pytest.mark.parametrize(("now", "minor", "major"), COUNTED, ids=[str(case[0]) for case in COUNTED])
def test_the_next_version(now: Version, minor: str, major: str) -> None:
    assert (str(next_version(now, major=False)), str(next_version(now, major=True))) == (minor, major)


@pytest.mark.parametrize(
    ("now", "major"), [(Version("初版"), False), (Version("Z", "0"), True), (Version("初版", "1"), True)]
)
def test_one_that_cannot_be_counted_on(now: Version, major: bool) -> None:
    with pytest.raises(ValueError, match=now.version):
        next_version(now, major=major)


RAISED: dict[str, tuple[str, str, bool | None]] = {
    "a text": ("修好机组。", "按约修好机组。", False),
    "a superior": ("reports_to: chief", "reports_to: gm", True),
    "a share of time": ("time: 60%", "time: 55%", True),
    "a duty without a share": ("duties:\n", "duties:\n  - {area: 安全, text: 停送电挂牌。}\n", False),
    "a duty with a share": ("  - {area: 记录, text: 当日写清维修记录并上传。, time: 10%}\n", "", True),
    "a weight": ("use: csat, weight: 60%", "use: csat, weight: 50%", True),
    "another name": ("[技工, 维修员]", "[技工]", False),
    "its place in lists": ("headcount: 2", "headcount: 2\norder: 7", None),
    "its own version": ("headcount: 2", "headcount: 2\ndocument: {version: '1.1', status: approved}", None),
    "what its document says": ("headcount: 2", "headcount: 2\ndocument: {version: '1.1', statement: 已阅}", False),
}


@pytest.mark.parametrize(("before", "after", "major"), RAISED.values(), ids=RAISED)
def test_what_raises_a_version(before: str, after: str, major: bool | None, tmp_path: Path) -> None:
    assert before in ENGINEER
    new = {**BASE, "positions/s/engineer.yaml": ENGINEER.replace(before, after, 1)}
    difference = compare(load(written(tmp_path / "old", BASE))[0], load(written(tmp_path / "new", new))[0])
    (subject,) = difference.of(SubjectKind.POSITION)
    changes = content_changes(subject)
    assert (is_major(changes, difference.new.workspace) if changes else None) == major


def test_the_workspace_says_what_is_major(tmp_path: Path) -> None:
    settings = SETTINGS + "versions: {major: [purpose]}\n"
    new = {**BASE, "posdoc.yaml": settings, "positions/s/engineer.yaml": ENGINEER.replace("修好机组。", "修好。")}
    difference = compare(load(written(tmp_path / "old", BASE))[0], load(written(tmp_path / "new", new))[0])
    (subject,) = difference.of(SubjectKind.POSITION)
    assert is_major(content_changes(subject), difference.new.workspace)


def test_what_a_revision_says(tmp_path: Path) -> None:
    text = ENGINEER.replace("time: 60%", "time: 55%").replace("reports_to: chief", "reports_to: gm")
    text = text.replace("修好机组。", "按约上门，把机组修好、调好、保养好。").replace("扳手", "扳手, 钳子")
    new = {**BASE, "positions/s/engineer.yaml": text}
    difference = compare(load(written(tmp_path / "old", BASE))[0], load(written(tmp_path / "new", new))[0])
    (subject,) = difference.of(SubjectKind.POSITION)
    assert revision_text(difference, subject, ["zh", "en"], "年度复审") == {
        "zh": "年度复审：直接上级由 主管 改为 总经理；岗位目的改写；岗位职责第1项“维修”时间由 60% 改为 55%；"
        "增加使用工具设备第3项",
        "en": "年度复审: Reports to from 主管 to 总经理; Purpose reworded; Duties 1 '维修', Time from 60% to 55%; "
        "Tools and equipment 3 added",
    }


def test_of_many_changes_the_revision_table_says_how_many_more_there_are(tmp_path: Path) -> None:
    text = ENGINEER.replace("headcount: 2", "headcount: 3\ncode: S-1").replace("time: 60%", "time: 50%")
    text = text.replace("time: 30%", "time: 40%").replace("修好机组。", "按约修好机组。").replace("≥85%", "≥90%")
    text = text.replace("扳手]", "扳手, 梯子]").replace("报销}", "报账}")
    new = {**BASE, "positions/s/engineer.yaml": text}
    difference = compare(load(written(tmp_path / "old", BASE))[0], load(written(tmp_path / "new", new))[0])
    (subject,) = difference.of(SubjectKind.POSITION)
    said = revision_text(difference, subject, ["zh", "en"])
    assert said["zh"].endswith(
        "岗位职责第2项“保养”时间由 30% 改为 40%；工作联系第2项“财务部”联系内容由 报销 改为 报账；另有 2 处改动"
    )
    assert said["en"].endswith(
        "Duties 2 '保养', Time from 30% to 40%; Contacts 2 '财务部', Purpose from 报销 to 报账; and 2 more"
    )


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
@example(562424)  # former ids in another order
@example(1025)  # the workspace no longer prints one of its languages
def test_whatever_counts_as_changed_since_its_approval_can_be_raised(seed: int) -> None:
    """Else ``check`` would ask for a new version that ``bump`` does not see."""
    old = sample()
    new = edited(old, Random(seed), 2)
    difference = compare(old, new)
    assume(not difference.renamed)  # the edits leave references to the old id behind, which name nothing
    assume(first_ids(old) == first_ids(new))  # who changes these changes by what reviews know a position
    told = {subject.id for subject in difference.of(SubjectKind.POSITION) if is_other(subject)}
    both = [position for position in old.positions if position.id in new.by_id]
    other = {one.id for one in both if approved_digest(old, one) != approved_digest(new, new.by_id[one.id])}
    assert other <= told


def test_a_shared_indicator_raises_the_version_of_who_uses_it(tmp_path: Path) -> None:
    new = {**BASE, "posdoc.yaml": SETTINGS.replace("target: ≥90%", "target: ≥92%")}
    difference = compare(load(written(tmp_path / "old", BASE))[0], load(written(tmp_path / "new", new))[0])
    (subject,) = difference.of(SubjectKind.POSITION)
    assert (subject.id, is_other(subject), content_changes(subject)) == ("engineer", True, ())
    assert revision_text(difference, subject, ["zh"]) == {"zh": "所用的共享指标“客户满意度”有改动"}
