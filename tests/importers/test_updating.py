"""Documents that were edited in Word, taken back: exactly what changed, merged with what changed meanwhile, or told."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from posdoc.documents.forms import open_form
from posdoc.documents.of_position import position_document
from posdoc.importers.definitions import read_definitions
from posdoc.importers.edits import Edits
from posdoc.importers.updating import edits_of_document
from posdoc.load import load
from tests.conftest import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEADER = "positions/after-sales/customer-service/call-centre-shift-leader.yaml"
Change = Callable[["Edited"], None]


class Edited:
    """The main part of a document, changed as Word changes it."""

    def __init__(self, document: bytes) -> None:
        with zipfile.ZipFile(BytesIO(document)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self._parts["word/document.xml"])

    def control(self, path: str, number: int = 0) -> Any:
        found = [one for one in self.root.iter(f"{W}sdt") if self.tag(one) == path]
        assert found, path
        return found[number]

    def tag(self, control: Any) -> str:
        tag = control.find(f"{W}sdtPr/{W}tag")
        return "" if tag is None else str(tag.get(f"{W}val"))

    def write(self, path: str, text: str, number: int = 0) -> None:
        first, *rest = self.control(path, number).iter(f"{W}t")
        first.text = text
        for other in rest:
            other.text = ""

    def around(self, path: str, name: str) -> Any:
        return next(self.control(path).iterancestors(f"{W}{name}"))

    def remove(self, path: str, name: str) -> None:
        element = self.around(path, name)
        element.getparent().remove(element)

    def copy_row(self, path: str, **texts: str) -> None:
        """Copy the row that a path stands in, and write other texts into the copy by the last steps of their paths."""
        row = self.around(path, "tr")
        new = deepcopy(row)
        row.addnext(new)
        for control in new.iter(f"{W}sdt"):
            name = self.tag(control).rpartition(".")[2]
            if name in texts:
                for place, text in enumerate(control.iter(f"{W}t")):
                    text.text = texts[name] if place == 0 else ""

    def press_enter(self, path: str, text: str) -> None:
        """A new paragraph behind that of a path, looked like it and without its control."""
        paragraph = self.around(path, "p")
        new = deepcopy(paragraph)
        control = new.find(f"{W}sdt")
        run = deepcopy(control.find(f"{W}sdtContent/{W}r"))
        new.replace(control, run)
        next(run.iter(f"{W}t")).text = text
        paragraph.addnext(new)

    def data(self) -> bytes:
        self._parts["word/document.xml"] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in self._parts.items():
                package.writestr(name, data)
        return made.getvalue()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("updating")
    for name in ("posdoc.yaml", "people.yaml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "positions", folder / "positions")
    return folder


@pytest.fixture(scope="module")
def documents(workspace: Path) -> Callable[[str, str], bytes]:
    organization = load(workspace)[0]

    def made(form: str, language: str) -> bytes:
        position = organization.by_id["call-centre-shift-leader"]
        return position_document(organization, position, open_form(workspace, form), language)

    return made


def _edits(document: bytes, root: Path) -> Edits:
    return edits_of_document(document, "a.docx", load(root)[0], read_definitions(root), root)


def _changed(edits: Edits) -> list[tuple[str, str, str]]:
    return [(change.place, change.before, change.after) for change in edits.changes]


@pytest.mark.parametrize("form", ["standard", "duties", "narrative", "scorecard"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_nobody_edited_changes_nothing(
    workspace: Path, documents: Callable[[str, str], bytes], form: str, language: str
) -> None:
    edits = _edits(documents(form, language), workspace)
    assert (edits.files, edits.changes, edits.findings) == ({}, [], [])


VALUES = [
    ("purpose", "使每通来电都有人接。", "purpose.zh", "使每通来电都有人接。"),
    ("headcount", "3 人", "headcount", "3"),
    ("headcount", "2–3 人", "headcount", "2-3"),
    ("reports_to", "服务质量主管", "reports_to", "service-quality-supervisor"),
    ("grade", "三等", "grade", "G3"),
    ("duties.0.time", "35%", "duties[0].time", "35%"),
    ("duties.0.responsibility", "组织", "duties[0].responsibility", "organize"),
    ("duties.1.tasks.0", "每名座席每周抽听五通", "duties[1].tasks[0].zh", "每名座席每周抽听五通"),
    ("document.written", "2026年2月1日", "document.written", "2026-02-01"),
    ("conditions.hours", "8:00—17:00", "conditions.hours.zh", "8:00—17:00"),
]


@pytest.mark.parametrize(
    ("path", "text", "place", "after"), VALUES, ids=[f"{path} {text}" for path, text, _, _ in VALUES]
)
def test_a_changed_text_changes_its_value(
    workspace: Path, documents: Callable[[str, str], bytes], path: str, text: str, place: str, after: str
) -> None:
    edited = Edited(documents("standard", "zh"))
    edited.write(path, text)
    edits = _edits(edited.data(), workspace)
    assert [(changed, new) for changed, _, new in _changed(edits)] == [(place, after)]
    assert not edits.findings
    assert list(edits.files) == [LEADER]
    before = (workspace / LEADER).read_text(encoding="utf-8").splitlines()
    lines = edits.files[LEADER].splitlines()
    assert sum(one != other for one, other in zip(before, lines, strict=True)) == 1


def test_the_other_language_is_left_alone(workspace: Path, documents: Callable[[str, str], bytes]) -> None:
    edited = Edited(documents("standard", "en"))
    edited.write("duties.0.text", "Keep an eye on the queue.")
    assert _changed(_edits(edited.data(), workspace))[0][0] == "duties[0].text.en"


def test_lists_shrink_and_grow(workspace: Path, documents: Callable[[str, str], bytes]) -> None:
    edited = Edited(documents("standard", "zh"))
    edited.remove("duties.0.tasks.1", "p")
    edited.press_enter("duties.1.tasks.2", "新写的任务")
    edited.copy_row("duties.5.text", area="应急演练", text="每季度演练一次。", time="5%")
    edited.remove("duties.4.text", "tr")
    edits = _edits(edited.data(), workspace)
    assert not edits.findings
    (workspace / "out").mkdir(exist_ok=True)
    target = Path(shutil.copytree(workspace, workspace / "out" / "ws", ignore=shutil.ignore_patterns("out")))
    (target / LEADER).write_text(edits.files[LEADER], encoding="utf-8")
    before, after = (load(root)[0].by_id["call-centre-shift-leader"].duties for root in (workspace, target))
    shutil.rmtree(workspace / "out")
    areas = [duty.area.in_("zh") for duty in after if duty.area]
    assert areas == [*(duty.area.in_("zh") for duty in (*before[:4], before[5]) if duty.area), "应急演练"]
    assert after[0].tasks == (before[0].tasks[0], before[0].tasks[2])
    assert [task.in_("zh") for task in after[1].tasks] == [*(task.in_("zh") for task in before[1].tasks), "新写的任务"]
    assert after[4] == before[5]
    assert str(after[5].time) == "5%"


def _moved(workspace: Path, tmp_path: Path, old: str, new: str) -> Path:
    root = Path(shutil.copytree(workspace, tmp_path / "moved"))
    text = (root / LEADER).read_text(encoding="utf-8")
    assert old in text
    (root / LEADER).write_text(text.replace(old, new), encoding="utf-8")
    return root


def test_a_definition_that_moved_on_elsewhere_is_merged(
    workspace: Path, documents: Callable[[str, str], bytes], tmp_path: Path
) -> None:
    edited = Edited(documents("standard", "zh"))
    edited.write("headcount", "3 人")
    edits = _edits(edited.data(), _moved(workspace, tmp_path, "code: SH-120", "code: SH-129"))
    assert _changed(edits) == [("headcount", "2", "3")]
    assert "code: SH-129" in edits.files[LEADER]
    assert not edits.findings


def test_what_changed_on_both_sides_is_a_conflict_and_not_written(
    workspace: Path, documents: Callable[[str, str], bytes], tmp_path: Path
) -> None:
    edited = Edited(documents("standard", "zh"))
    edited.write("headcount", "3 人")
    edited.write("purpose", "使每通来电都有人接。")
    edits = _edits(edited.data(), _moved(workspace, tmp_path, "headcount: 2", "headcount: 4"))
    assert [place for place, _, _ in _changed(edits)] == ["purpose.zh"]
    assert [finding.kind.name for finding in edits.findings] == ["changed-on-both-sides"]
    assert "4 人" in edits.findings[0].message.zh
    assert "3 人" in edits.findings[0].message.zh


def test_the_same_change_on_both_sides_is_no_conflict(
    workspace: Path, documents: Callable[[str, str], bytes], tmp_path: Path
) -> None:
    edited = Edited(documents("standard", "zh"))
    edited.write("headcount", "3 人")
    edits = _edits(edited.data(), _moved(workspace, tmp_path, "headcount: 2", "headcount: 3"))
    assert (edits.changes, edits.findings) == ([], [])


def test_a_name_of_nobody_is_told(workspace: Path, documents: Callable[[str, str], bytes]) -> None:
    edited = Edited(documents("standard", "zh"))
    edited.write("reports_to", "某某总监")
    edits = _edits(edited.data(), workspace)
    assert not edits.files
    assert [finding.kind.name for finding in edits.findings] == ["change-not-possible"]


def test_a_document_of_somebody_else_is_told(workspace: Path) -> None:
    package = BytesIO()
    source = zipfile.ZipFile(ROOT / "docs/examples/plain-blank.docx")
    with source, zipfile.ZipFile(package, "w") as made:
        for name in source.namelist():
            made.writestr(name, source.read(name))
    edits = _edits(package.getvalue(), workspace)
    assert [finding.kind.name for finding in edits.findings] == ["document-unknown"]


def test_a_document_that_has_lost_its_marks_changes_nothing(
    workspace: Path, documents: Callable[[str, str], bytes]
) -> None:
    edited = Edited(documents("standard", "zh"))
    for control in [*edited.root.iter(f"{W}sdt")]:
        tag = control.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            tag.getparent().remove(tag)
    edits = _edits(edited.data(), workspace)
    assert (edits.files, edits.changes) == ({}, [])
    assert [finding.kind.name for finding in edits.findings] == ["document-unknown"]
