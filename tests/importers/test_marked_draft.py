"""What is taken from the marks of a document that somebody edited: of values in several places, and of what has no mark."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from posdoc.importers.importing import Wishes, import_files
from posdoc.importers.marked import read_marks
from posdoc.importers.marked_draft import take_marks
from posdoc.importers.posts import read_posts, standard_labels
from posdoc.importers.word import read_word
from tests.fuzz import smallest
from tests.marks import W, body_of, control_of, with_body

TITLE = "库管员"


def _title_after(*changes: str) -> str:
    """The title that comes back when what is printed of it, in the heading and in the table, is changed."""
    root = body_of(smallest.document())
    printed = [text for text in root.iter(f"{W}t") if text.text == TITLE]
    assert len(printed) == 2
    for text, change in zip(printed, changes, strict=True):
        text.text = change
    document = with_body(smallest.document(), root)
    found = read_posts(read_word(document, "a.docx"), standard_labels())
    marks = read_marks(document, "a.docx")
    assert marks is not None
    take_marks(found, marks)
    (draft,) = found.drafts
    title = draft.data["title"]
    return title if isinstance(title, str) else title["zh"]


@pytest.mark.parametrize(
    ("heading", "table", "title"),
    [(TITLE, TITLE, TITLE), ("主管", TITLE, "主管"), (TITLE, "主管", "主管"), ("主管", "主管", "主管")],
)
def test_what_somebody_wrote_is_taken_wherever_it_was(heading: str, table: str, title: str) -> None:
    assert _title_after(heading, table) == title


def test_of_two_that_somebody_wrote_the_marks_say_nothing() -> None:
    """Then it is what the form says without them: the label stands before the one in the table."""
    assert _title_after("主管", "经理") == "经理"


# --- what somebody typed below what was printed ---------------------------------------------------------------


def _without_controls(element: Any) -> Any:
    """A copy of a row or paragraph as somebody types one: its texts without marks."""
    made = deepcopy(element)
    for control in list(made.iter(f"{W}sdt")):
        for child in list(control.find(f"{W}sdtContent")):
            control.addprevious(child)
        control.getparent().remove(control)
    return made


def _imported(change: Callable[[Any], None], folder: Path) -> tuple[dict[str, Any], int]:
    """The definition that comes back from the document after a change, and how many characters of it are lost."""
    root = body_of(smallest.document())
    change(root)
    path = folder / "a.docx"
    path.write_bytes(with_body(smallest.document(), root))
    imported = import_files([(path.name, path)], standard_labels(), Wishes())
    (data,) = (data for name, data in imported.gathered.data.items() if name.endswith("/a.yaml"))
    return data, imported.reports[0].coverage.neither


def _row_of(root: Any, text: str) -> Any:
    return next(row for row in root.iter(f"{W}tr") if text in [one.text for one in row.iter(f"{W}t")])


def test_a_row_that_somebody_typed_is_a_new_duty(tmp_path: Path) -> None:
    def add(root: Any) -> None:
        row = _row_of(root, "收发配件。")
        new = _without_controls(row)
        for text in new.iter(f"{W}t"):
            text.text = {"收发配件。": "受理退货。", "收发": "退货", "40%": "20%", "登记": "验收", "核对": "入账"}.get(
                text.text, ""
            )
        row.addnext(new)

    data, lost = _imported(add, tmp_path)
    assert [duty["text"] for duty in data["duties"]] == ["收发配件。", "盘点库存。", "受理退货。"]
    assert [duty.get("time") for duty in data["duties"]] == ["40%", None, "20%"]
    assert data["duties"][2]["area"] == "退货"
    assert lost == 0


def test_a_paragraph_that_somebody_typed_is_a_new_task(tmp_path: Path) -> None:
    def add(root: Any) -> None:
        paragraph = next(one for one in root.iter(f"{W}p") if [text.text for text in one.iter(f"{W}t")] == ["登记"])
        new = _without_controls(paragraph)
        next(new.iter(f"{W}t")).text = "归档"
        paragraph.addnext(new)

    data, lost = _imported(add, tmp_path)
    assert [duty["text"] for duty in data["duties"]] == ["收发配件。", "盘点库存。"]
    assert sorted(data["duties"][0]["tasks"]) == ["归档", "核对", "登记"]
    assert lost == 0


# --- what somebody deleted ------------------------------------------------------------------------------------


def test_a_contact_without_a_party_is_left_out_and_its_words_are_kept(tmp_path: Path) -> None:
    """Somebody emptied the cell: a definition with such an entry would not pass a check."""
    root = body_of(smallest.document())
    for text in control_of(root, "contacts.0.party").iter(f"{W}t"):
        text.text = ""
    path = tmp_path / "a.docx"
    path.write_bytes(with_body(smallest.document(), root))
    imported = import_files([(path.name, path)], standard_labels(), Wishes())
    (made,) = (text for name, text in imported.files.items() if name.endswith("/a.yaml"))
    assert "\ncontacts:" not in made
    assert made.count("对账") == 1
    assert "# [表 4 第 3 行第 3 格] 对账" in made
    assert imported.reports[0].coverage.neither == 0
