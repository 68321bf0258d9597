"""What stands under the marks of a document that was edited in Word."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from posdoc.documents import department_document, open_form, position_document, unit_document
from posdoc.importers.marked import Mark, Marks, read_marks
from posdoc.importers.refusal import Refused
from posdoc.load import load
from posdoc.model import Organization
from tests.marks import W, body_of, control_of, edited, with_body

ROOT = Path(__file__).resolve().parents[2]
OF_POSITIONS = ("standard", "duties", "narrative", "scorecard", "posting")
POSITION = "after-sales-clerk"


@cache
def organization() -> Organization:
    return load(ROOT)[0]


@cache
def document(form: str = "standard", language: str = "zh", identity: str = POSITION) -> bytes:
    if form == "staffing":
        unit = organization().units_by_id["customer-service"]
        return unit_document(organization(), unit, open_form(ROOT, form), language)
    if form in ("handbook", "acknowledgement"):
        job_form = "standard" if form == "handbook" else ""
        return department_document(organization(), open_form(ROOT, form, job_form), language)
    return position_document(organization(), organization().by_id[identity], open_form(ROOT, form), language)


def marks_of(data: bytes) -> Marks:
    found = read_marks(data, "售后内勤.docx")
    assert found is not None
    return found


def by_path(marks: Marks) -> dict[str, Mark]:
    return {one.path: one for one in reversed(marks.controls)}


def changed(marks: Marks) -> dict[str, str]:
    return {one.path: one.text for one in marks.controls if not one.is_unchanged}


# --- nothing was edited ---------------------------------------------------------------------------------------

UNTOUCHED = [
    *((form, language) for form in OF_POSITIONS for language in ("zh", "en", "zh+en")),
    ("staffing", "zh"),
    ("staffing", "zh+en"),
    ("handbook", "zh"),
    ("acknowledgement", "en"),
]


@pytest.mark.parametrize(("form", "language"), UNTOUCHED)
def test_nothing_is_new_in_an_untouched_document(form: str, language: str) -> None:
    for identity in (POSITION, "after-sales-manager") if form in OF_POSITIONS else ("",):
        marks = marks_of(document(form, language, identity))
        assert (marks.form, marks.language) == (form, language)
        assert len(marks.controls) > (20 if form == "posting" else 40)
        assert changed(marks) == {}
        assert [one for one in marks.controls if one.is_copy] == []
        assert (marks.untagged, marks.gone) == ((), ())


def test_what_a_document_says_of_itself() -> None:
    marks = marks_of(document())
    position = organization().by_id[POSITION]
    assert position.document is not None
    assert (marks.identity, marks.version) == (POSITION, position.document.version)
    assert len(marks.digest) == 64


def test_a_file_that_posdoc_did_not_make_has_no_marks() -> None:
    assert read_marks((ROOT / "docs/examples/plain.docx").read_bytes(), "plain.docx") is None


def test_a_form_of_somebody_has_no_marks_but_says_what_it_is_of() -> None:
    path = ROOT / "docs/examples/company-table.docx"
    form = position_document(organization(), organization().by_id[POSITION], open_form(ROOT, "standard"), "zh")
    assert read_marks(path.read_bytes(), path.name) is None
    assert read_marks(form, path.name) is not None


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_marks(data, "x.docx")


@pytest.mark.parametrize("part", ["word/document.xml", "customXml/item1.xml"])
def test_a_broken_part_is_refused(part: str) -> None:
    with pytest.raises(Refused, match="damaged"):
        read_marks(edited(document(), ("</", "<//"), part=part), "x.docx")


# --- texts ----------------------------------------------------------------------------------------------------

TEXT = "duties.0.text"


def _with(mark: str, change: Any, form: str = "standard") -> Marks:
    """The marks after ``change`` was made to a control and the paragraph around it."""
    root = body_of(document(form))
    control = control_of(root, mark)
    change(control, next(control.iterancestors(f"{W}p")))
    return marks_of(with_body(document(form), root))


def _content(control: Any) -> Any:
    return control.find(f"{W}sdtContent")


def _fill(control: Any, xml: str) -> None:
    content = _content(control)
    for child in list(content):
        content.remove(child)
    namespaces = f'xmlns:w="{W[1:-1]}"'
    for child in etree.fromstring(f"<x {namespaces}>{xml}</x>"):
        content.append(child)


def _run(text: str) -> str:
    return f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


FILLED = {
    "a new text in several runs": (_run("甲") + _run("乙 "), "甲乙 "),
    "a soft line end and a tab": (
        "<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/></w:r>",
        "甲\n乙\t丙-",
    ),
    "a page end is no line end": ('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>', "甲乙"),
    "what nobody sees is left out": (_run("\u202e甲\u200b\ufeff") + _run("乙\u2066\u2028丙"), "甲乙\n丙"),
    "inserted text counts": (f'{_run("甲")}<w:ins w:id="1" w:author="a">{_run("乙")}</w:ins>', "甲乙"),
    "deleted text does not": (
        f'{_run("甲")}<w:del w:id="1" w:author="a"><w:r><w:delText>乙</w:delText></w:r></w:del>',
        "甲",
    ),
    "nor text that was moved away": (f'{_run("甲")}<w:moveFrom w:id="1" w:author="a">{_run("乙")}</w:moveFrom>', "甲"),
    "a link": (f'<w:hyperlink w:anchor="x">{_run("甲")}</w:hyperlink>', "甲"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("xml", "expected"), FILLED.values(), ids=FILLED)
def test_what_a_person_sees(xml: str, expected: str) -> None:
    marks = _with(TEXT, lambda control, _: _fill(control, xml))
    assert changed(marks) == {TEXT: expected}
    assert marks.untagged == ()
    assert marks.gone == ()


def test_the_prompt_of_an_empty_control_is_no_text() -> None:
    def emptied(control: Any, _: Any) -> None:
        _fill(control, _run("单击或点击此处输入文字。"))
        etree.SubElement(control.find(f"{W}sdtPr"), f"{W}showingPlcHdr")

    assert changed(_with(TEXT, emptied)) == {TEXT: ""}


def test_other_runs_of_the_same_text_are_no_change() -> None:
    text = by_path(marks_of(document()))[TEXT].text
    marks = _with(TEXT, lambda control, _: _fill(control, _run(text[:3]) + _run(text[3:])))
    assert changed(marks) == {}


def test_word_may_put_the_control_around_the_paragraph() -> None:
    """As it does where somebody presses Enter in it: both paragraphs are in the control."""

    def outside(control: Any, paragraph: Any) -> None:
        second = deepcopy(paragraph)
        for copy in (paragraph, second):
            inside = next(copy.iter(f"{W}sdt"))
            for run in list(_content(inside)):
                inside.addprevious(run)
            copy.remove(inside)
        paragraph.addprevious(control)
        _content(control).append(paragraph)
        _content(control).append(second)
        next(second.iter(f"{W}t")).text = "第二段"

    before = by_path(marks_of(document()))[TEXT]
    after = by_path(_with(TEXT, outside))[TEXT]
    assert after.paragraphs == (before.text, "第二段")
    assert after.text == f"{before.text}\n第二段"
    assert not after.is_unchanged
    assert (after.row, after.paragraph) == (before.row, before.paragraph)


def test_text_beside_a_control() -> None:
    def typed(control: Any, _: Any) -> None:
        control.addnext(etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:t>（补充）</w:t></w:r>'))

    one = by_path(_with(TEXT, typed))[TEXT]
    assert (one.is_unchanged, one.before, one.behind) == (True, "", "（补充）")
    measures = by_path(marks_of(document()))["duties.0.measures"]
    assert (measures.before, measures.behind) == ("衡量标准：", "")


def test_a_worked_out_value_that_was_edited_is_seen_as_well() -> None:
    assert changed(_with("=unit", lambda control, _: _fill(control, _run("别的部门")))) == {"=unit": "别的部门"}


# --- more and fewer -------------------------------------------------------------------------------------------


def _row_of(element: Any) -> Any:
    return next(element.iterancestors(f"{W}tr"))


def _copied_row(root: Any, mark: str, **texts: str) -> Any:
    """A copy of the row of a control below it, in which controls have new texts."""
    row = _row_of(control_of(root, mark))
    copy = deepcopy(row)
    row.addnext(copy)
    for path, text in texts.items():
        _fill(control_of(copy, path.replace("__", ".")), _run(text))
    return copy


def test_a_copied_row() -> None:
    root = body_of(document())
    _copied_row(root, TEXT, duties__0__text="新的职责")
    marks = marks_of(with_body(document(), root))
    copies = [one for one in marks.controls if one.is_copy]
    assert {one.row for one in copies} == {by_path(marks)[TEXT].row + 1}
    assert {"duties.0.area", TEXT, "duties.0.tasks.0", "duties.0.time"} <= {one.path for one in copies}
    assert [one.text for one in copies if not one.is_unchanged] == ["新的职责"]
    assert marks.gone == ()


def test_the_original_of_a_copied_row_is_the_one_that_is_as_it_was() -> None:
    root = body_of(document())
    row = _row_of(control_of(root, TEXT))
    row.addprevious(deepcopy(row))
    _fill(control_of(root, TEXT), _run("新的职责"))
    found = [one for one in marks_of(with_body(document(), root)).controls if one.path == TEXT]
    assert [(one.is_copy, one.is_unchanged) for one in found] == [(True, False), (False, True)]


def test_a_row_from_another_document_is_a_copy() -> None:
    root = body_of(document())
    row = _row_of(control_of(root, TEXT))
    foreign = etree.tostring(row, encoding="unicode").replace("duties.0.", "duties.30.")
    row.addnext(etree.fromstring(foreign))
    copies = [one for one in marks_of(with_body(document(), root)).controls if one.is_copy]
    assert {one.path for one in copies} >= {"duties.30.area", "duties.30.text", "duties.30.time"}


def test_a_deleted_row_is_gone() -> None:
    root = body_of(document())
    row = _row_of(control_of(root, TEXT))
    row.getparent().remove(row)
    gone = marks_of(with_body(document(), root)).gone
    assert {"duties.0.area", TEXT, "duties.0.tasks.0", "duties.0.time"} <= set(gone)
    assert all(path.startswith("duties.0.") for path in gone)


def test_a_row_whose_deletion_is_tracked_is_gone() -> None:
    root = body_of(document())
    properties = _row_of(control_of(root, TEXT)).find(f"{W}trPr")
    etree.SubElement(properties, f"{W}del", {f"{W}id": "1", f"{W}author": "a"})
    assert TEXT in marks_of(with_body(document(), root)).gone


def test_a_paragraph_whose_deletion_is_tracked_is_gone() -> None:
    def deleted(control: Any, paragraph: Any) -> None:
        _fill(control, '<w:del w:id="1" w:author="a"><w:r><w:delText>x</w:delText></w:r></w:del>')
        mark = etree.SubElement(paragraph.find(f"{W}pPr"), f"{W}rPr")
        etree.SubElement(mark, f"{W}del", {f"{W}id": "2", f"{W}author": "a"})

    assert _with("duties.0.tasks.1", deleted).gone == ("duties.0.tasks.1",)


def test_what_is_printed_twice_is_gone_with_both() -> None:
    marks = _with("title", lambda control, paragraph: paragraph.remove(control))
    assert marks.gone == ()


# --- new paragraphs and rows ----------------------------------------------------------------------------------


def _plain_copy(paragraph: Any, text: str) -> Any:
    """A paragraph that looks the same, without a control."""
    copy = deepcopy(paragraph)
    for child in list(copy):
        if child.tag != f"{W}pPr":
            copy.remove(child)
    copy.append(etree.fromstring(f'<w:r xmlns:w="{W[1:-1]}"><w:t>{text}</w:t></w:r>'))
    return copy


@pytest.mark.parametrize("form", ["standard", "duties", "narrative"])
def test_new_items_of_a_list(form: str) -> None:
    def entered(_: Any, paragraph: Any) -> None:
        paragraph.addnext(_plain_copy(paragraph, "乙"))
        paragraph.addnext(_plain_copy(paragraph, "甲"))

    marks = _with("duties.0.tasks.1", entered, form)
    place = by_path(marks)["duties.0.tasks.1"]
    assert [(one.text, one.after, one.ahead) for one in marks.untagged] == [
        ("甲", "duties.0.tasks.1", ""),
        ("乙", "duties.0.tasks.1", ""),
    ]
    assert [one.paragraph - place.paragraph for one in marks.untagged] == [1, 2]
    assert {one.row for one in marks.untagged} == {place.row}
    assert changed(marks) == {}


def test_a_new_item_before_the_first() -> None:
    marks = _with("training.induction.0", lambda _, paragraph: paragraph.addprevious(_plain_copy(paragraph, "甲")))
    assert [(one.text, one.after, one.ahead) for one in marks.untagged] == [("甲", "", "training.induction.0")]


def test_a_new_paragraph_that_looks_otherwise_is_no_item() -> None:
    def entered(_: Any, paragraph: Any) -> None:
        copy = _plain_copy(paragraph, "甲")
        copy.find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Heading2")
        paragraph.addnext(copy)

    assert _with("duties.0.tasks.1", entered).untagged == ()


def test_a_new_row() -> None:
    """As Word makes it with "insert row below": it looks the same, and has no content controls."""
    whole = document("standard", "zh", "after-sales-manager")
    root = body_of(whole)
    copy = _copied_row(root, TEXT)
    for cell, text in zip(copy.iter(f"{W}tc"), ("九", "领域", "职责", "5%", "10%"), strict=True):
        paragraphs = cell.findall(f"{W}p")
        cell.replace(paragraphs[0], _plain_copy(paragraphs[0], text))
        for rest in paragraphs[1:]:
            cell.remove(rest)
    marks = marks_of(with_body(whole, root))
    row = by_path(marks)[TEXT].row + 1
    assert [(one.text, one.after, one.row) for one in marks.untagged] == [
        ("九", "=number", row),
        ("领域", "duties.0.area", row),
        ("职责", "duties.0.text", row),
        ("5%", "duties.0.weight", row),
        ("10%", "duties.0.time", row),
    ]
