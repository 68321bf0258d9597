"""The figure of coverage is worked out from what is written: a text that went nowhere is lost, whatever the reader says."""

from __future__ import annotations

from dataclasses import replace

from posdoc.importers.coverage import Written, coverage_of
from posdoc.importers.gathering import Gathered, gather
from posdoc.importers.pieces import Paragraph, Place
from posdoc.importers.plain import read_text
from posdoc.importers.posts import FileRead, read_posts, standard_labels
from posdoc.phrases import Phrase

TEXT = "岗位名称：维修班长\n岗位职责：\n1、安排当日工单。\n没有归处的一句话，不属于任何编号\n"


def _read() -> tuple[FileRead, Gathered]:
    read = read_posts(read_text(TEXT.encode(), "a.txt"), standard_labels())
    return read, gather([read], "zh")


def test_every_character_is_in_a_field_in_a_label_or_in_a_note() -> None:
    read, gathered = _read()
    coverage = coverage_of(read, Written(gathered))
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
    coverage = coverage_of(read, Written(gathered))
    assert coverage.notes == 0
    assert coverage.neither == len("没有归处的一句话，不属于任何编号")


def test_a_value_that_is_not_written_is_lost() -> None:
    read, gathered = _read()
    for path in list(gathered.files):
        gathered.files[path] = gathered.files[path].replace("安排当日工单", "")
        gathered.data.get(path, {}).pop("duties", None)
    coverage = coverage_of(read, Written(gathered))
    assert coverage.neither == len("安排当日工单。")
    assert coverage.fields == len("维修班长")


def test_a_note_that_goes_over_several_lines_is_kept_line_by_line() -> None:
    foreign = read_text(b"", "a.txt")
    paragraph = Paragraph("岗位名称：维修班长", Place(1, Phrase("第 1 段", "paragraph 1")))
    note = Paragraph("没有归处的一句话\n  [注] 它的第二行 … 和后半行", Place(2, Phrase("第 2 段", "paragraph 2")))
    read = read_posts(replace(foreign, pieces=(paragraph, note)), standard_labels())
    gathered = gather([read], "zh")
    length = len("".join(note.text.split()))
    assert coverage_of(read, Written(gathered)).notes == length
    for path, text in gathered.files.items():
        gathered.files[path] = text.replace("它的第二行", "")
    assert coverage_of(read, Written(gathered)).neither == length


def test_the_files_of_one_import_are_looked_through_together() -> None:
    """A superior who is described in another file stands there, and not in the file of who reports to him."""
    texts = ("岗位名称：维修主管\n", "岗位名称：维修班长\n直接上级：维修 主管\n")
    reads = [read_posts(read_text(text.encode(), f"{at}.txt"), standard_labels()) for at, text in enumerate(texts)]
    gathered = gather(reads, "zh")
    path = gathered.paths[id(reads[1].drafts[0])]
    assert gathered.data[path]["reports_to"] == "维修主管"
    gathered.data[path]["reports_to"] = "x"
    gathered.files[path] = gathered.files[path].replace("维修主管", "x")
    assert [coverage_of(read, Written(gathered)).neither for read in reads] == [0, 0]
