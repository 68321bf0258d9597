"""The figure of coverage is worked out from what is written: a text that went nowhere is lost, whatever the reader says."""

from __future__ import annotations

from posdoc.importers.coverage import coverage_of
from posdoc.importers.gathering import Gathered, gather
from posdoc.importers.plain import read_text
from posdoc.importers.posts import FileRead, read_posts, standard_labels

TEXT = "岗位名称：维修班长\n岗位职责：\n1、安排当日工单。\n没有归处的一句话，不属于任何编号\n"


def _read() -> tuple[FileRead, Gathered]:
    read = read_posts(read_text(TEXT.encode(), "a.txt"), standard_labels())
    return read, gather([read], "zh")


def test_every_character_is_in_a_field_in_a_label_or_in_a_note() -> None:
    coverage = coverage_of(*_read())
    assert coverage.all == len("".join(TEXT.split()))
    assert coverage == (
        len("维修班长安排当日工单。"),
        len("岗位名称：岗位职责：1、"),
        len("没有归处的一句话，不属于任何编号"),
        0,
    )


def test_a_note_that_is_not_written_is_lost() -> None:
    read, gathered = _read()
    path = next(path for path, text in gathered.files.items() if "没有归处" in text)
    gathered.files[path] = gathered.files[path].replace("没有归处的一句话", "")
    coverage = coverage_of(read, gathered)
    assert coverage.notes == 0
    assert coverage.neither == len("没有归处的一句话，不属于任何编号")


def test_a_value_that_is_not_written_is_lost() -> None:
    read, gathered = _read()
    for path in list(gathered.files):
        gathered.files[path] = gathered.files[path].replace("安排当日工单", "")
        gathered.data.get(path, {}).pop("duties", None)
    coverage = coverage_of(read, gathered)
    assert coverage.neither == len("安排当日工单。")
    assert coverage.fields == len("维修班长")
