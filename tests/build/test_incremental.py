"""Building again: the folder is as if everything had been made anew, and what is current is not even opened."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from posdoc.build import Choice, Request, build, run
from posdoc.build.manifest import NAME, WITHOUT_PAGES, read_manifest
from posdoc.model import DocumentFormat
from tests.build.department import FILES, LEAD, state, write_small_department

CLERK, UNIT = "positions/service/team/clerk.yaml", "positions/service/team/unit.yaml"


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """Page numbers take LibreOffice seconds."""
    monkeypatch.setattr("posdoc.build.run.has_office", lambda: False)
    monkeypatch.setattr("posdoc.libreoffice.find_program", lambda: None)


@pytest.fixture
def department(tmp_path: Path) -> Path:
    return write_small_department(tmp_path / "department")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are really made."""
    made: list[str] = []
    make = run.document_bytes

    def told(*arguments: Any, **options: Any) -> bytes:
        made.append(arguments[2].path)
        return make(*arguments, **options)

    monkeypatch.setattr("posdoc.build.run.document_bytes", told)
    return made


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def assert_as_if_made_anew(root: Path) -> None:
    """The output folder and its manifest are those of a build into an empty folder; there are no other folders."""
    anew = root.parent / "anew"
    build(Request(root, output=anew))
    assert _files(root / "output") == _files(anew)
    assert sorted(path for path in (root / "output").rglob("*") if path.is_dir() and not any(path.iterdir())) == []
    shutil.rmtree(anew)


# --- the folder is as if everything had been made anew -------------------------------------------------------


def _rewrite(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def _own_form(root: Path) -> None:
    from posdoc.resources import templates_folder

    (root / "templates").mkdir()
    shutil.copy(templates_folder() / "narrative.docx", root / "templates" / "scorecard.docx")


def _nobody(root: Path) -> None:
    _rewrite("posdoc.yaml", "    - {kind: people, languages: [zh]}\n", "")(root)
    (root / "people.yaml").unlink()


EDITS: dict[str, Callable[[Path], object]] = {
    "a position less": lambda root: (root / CLERK.replace("clerk", "trainee")).unlink(),
    "a position more": lambda root: state(root, CLERK.replace("clerk", "porter"), title="搬运工", reports_to="lead"),
    "another code": lambda root: state(root, LEAD, code="S-9"),
    "another title": lambda root: state(root, LEAD, title="组长"),
    "another base": lambda root: state(root, CLERK.replace("clerk", "engineer"), purpose="装修设备。"),
    "another unit": lambda root: (root / "positions/service/helper.yaml").rename(root / "positions/service/team/helper.yaml"),
    "a unit renamed": _rewrite(UNIT, "服务组", "维修组"),
    "a language less": _rewrite("posdoc.yaml", "{form: standard, languages: [zh, zh+en]}", "{form: standard, languages: [zh]}"),
    "a document less": _rewrite("posdoc.yaml", "    - {form: posting, languages: [en]}\n", ""),
    "a chart less": _rewrite("posdoc.yaml", "    - {kind: people, languages: [zh]}\n", ""),
    "other names of files": _rewrite("posdoc.yaml", "form: posting,", "form: posting, name: 'ads/{id}',"),
    "other sections": _rewrite("posdoc.yaml", "form: posting,", "form: posting, sections: [identity],"),
    "another label": _rewrite("posdoc.yaml", "职位名称", "名称"),
    "another outside title": _rewrite("posdoc.yaml", "质量经理", "品质经理"),
    "another shared indicator": _rewrite("posdoc.yaml", "满意度", "客户满意度"),
    "another form": _own_form,
    "a hire": _rewrite("people.yaml", "李娜", "王芳"),
    "nobody known": _nobody,
    "nothing at all": bool,
    "only a comment": _rewrite(LEAD, "title:", "# a comment\ntitle:"),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_an_edit(department: Path, edit: Callable[[Path], object]) -> None:
    build(Request(department))
    edit(department)
    build(Request(department))
    assert_as_if_made_anew(department)


TEXTS = st.sampled_from(["安排工作。", "检查工作。", "Anything else."])
IDS = st.sampled_from(["boss", "helper", "lead", "engineer", "clerk", "trainee", "chief", "quality-manager"])
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["组长", "班长", {"zh": "员工", "en": "Worker"}]),
    "aliases": st.lists(TEXTS, max_size=1),
    "code": st.sampled_from(["X-1", "X-2"]),
    "order": st.integers(1, 9),
    "headcount": st.integers(1, 9),
    "grade": st.sampled_from(["G1", "G2", "G3"]),
    "status": st.sampled_from(["planned", "active", "frozen", "abolished"]),
    "reports_to": IDS,
    "co_managed_by": st.lists(IDS, max_size=2, unique=True),
    "substitute": st.lists(IDS, max_size=2, unique=True),
    "promotes_to": st.lists(st.lists(IDS, min_size=1, max_size=2, unique=True), max_size=2),
    "contacts": st.lists(st.fixed_dictionaries({"party": IDS, "content": TEXTS}), max_size=2),
    "purpose": TEXTS,
    "duties": st.lists(st.fixed_dictionaries({"area": TEXTS, "text": TEXTS}), min_size=1, max_size=2),
    "benefits": st.lists(TEXTS, max_size=2),
    "assistant": st.booleans(),
}
EDIT = st.tuples(st.sampled_from([name for name in FILES if name.startswith("positions/") and "unit" not in name]),
                 st.sampled_from(sorted(FIELDS))).flatmap(
    lambda chosen: st.tuples(st.just(chosen[0]), st.just(chosen[1]), FIELDS[chosen[1]] | st.none())
)  # fmt: skip
FEW = """\
  documents:
    - {form: standard, languages: [zh], name: "{language}/{id}"}
    - {form: staffing, languages: [zh]}
  charts: [{kind: org, languages: [zh]}]
"""


@pytest.fixture
def reduced(department: Path) -> Callable[[], Path]:
    """The department with fewer outputs, built; as it was each time one asks for it."""
    text = (department / "posdoc.yaml").read_text(encoding="utf-8")
    (department / "posdoc.yaml").write_text(text.partition("  documents:")[0] + FEW, encoding="utf-8")
    build(Request(department))
    work = department.parent / "work"

    def anew() -> Path:
        shutil.rmtree(work, ignore_errors=True)
        return Path(shutil.copytree(department, work))

    return anew


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([(LEAD, "status", "abolished")])
@example([("positions/service/team/engineer.yaml", "order", 1)])
@given(st.lists(EDIT, min_size=1, max_size=3))
def test_after_edits_at_random(reduced: Callable[[], Path], edits: list[tuple[str, str, Any]]) -> None:
    root = reduced()
    for name, field, value in edits:
        state(root, name, **{field: value})
    if not build(Request(root)).refused:
        assert_as_if_made_anew(root)


def test_one_edit_after_the_other(department: Path) -> None:
    for number in range(3):
        state(department, LEAD, purpose=f"第 {number} 次。", title=f"主管{number % 2}")
        build(Request(department))
    assert_as_if_made_anew(department)


# --- and what is current is not made -------------------------------------------------------------------------


def test_nothing_is_read_when_nothing_has_changed(department: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(Request(department))
    monkeypatch.setattr("posdoc.check.check", lambda *_: pytest.fail("definitions were read"))
    again = build(Request(department))
    assert again.nothing_changed
    assert not first.nothing_changed
    assert sorted(again.unchanged) == sorted((*first.made, *first.unchanged))
    assert again.findings == first.findings


def test_a_reworded_duty(department: Path, opened: list[str]) -> None:
    build(Request(department))
    opened.clear()
    state(department, CLERK, benefits=["班车"])
    built = build(Request(department))
    assert sorted(opened) == sorted(
        path for path in opened if "文员" in path or "Clerk" in path or "服务部" in path or "服务组" in path
    )
    assert set(built.made) <= set(opened)
    assert len(opened) < len(built.unchanged)


def test_a_changed_form_only_its_documents(department: Path, opened: list[str]) -> None:
    build(Request(department))
    opened.clear()
    _own_form(department)
    build(Request(department))
    assert len(opened) == 6
    assert all(path.endswith("_scorecard.docx") for path in opened), opened


def test_a_comment_makes_nothing(department: Path, opened: list[str]) -> None:
    build(Request(department))
    opened.clear()
    _rewrite(LEAD, "title:", "# a comment\ntitle:")(department)
    assert not build(Request(department)).nothing_changed
    assert opened == []
    assert build(Request(department)).nothing_changed


@pytest.mark.parametrize("edit", [Path.unlink, lambda path: path.write_bytes(b"edited")])
def test_what_is_missing_or_edited_is_made_again(
    department: Path, opened: list[str], edit: Callable[[Path], object]
) -> None:
    build(Request(department))
    opened.clear()
    path = next(path for path in read_manifest(department / "output").files if path.endswith(".docx"))
    edit(department / "output" / path)
    assert build(Request(department)).made == (path,)
    assert opened == [path]
    assert_as_if_made_anew(department)


def test_without_the_manifest_everything_is_made_and_found_the_same(department: Path) -> None:
    first = build(Request(department))
    (department / "output" / NAME).unlink()
    again = build(Request(department))
    assert (again.made, len(again.unchanged)) == ((), len(first.made))
    assert_as_if_made_anew(department)


def test_the_manifest_says_nothing_of_times_and_places(department: Path, tmp_path: Path) -> None:
    build(Request(department))
    shutil.copytree(department, tmp_path / "elsewhere" / "clone")
    assert build(Request(tmp_path / "elsewhere" / "clone")).nothing_changed
    assert str(tmp_path) not in (department / "output" / NAME).read_text(encoding="utf-8")


def test_findings_are_remembered(department: Path) -> None:
    _rewrite("posdoc.yaml", "preset: legacy", "preset: strict")(department)
    first = build(Request(department))
    assert first.findings > 0
    assert build(Request(department)).findings == first.findings


def test_page_numbers_are_made_up_for(department: Path, monkeypatch: pytest.MonkeyPatch, opened: list[str]) -> None:
    build(Request(department))
    files = read_manifest(department / "output").files
    (handbook,) = (path for path, entry in files.items() if entry.key.endswith(WITHOUT_PAGES))
    opened.clear()
    monkeypatch.setattr("posdoc.build.run.has_office", lambda: True)
    monkeypatch.setattr("posdoc.libreoffice.find_program", lambda: "soffice")
    monkeypatch.setattr("posdoc.build.run._pdfs", lambda documents, _: [b"" for _ in documents])
    monkeypatch.setattr("posdoc.build.run.headings_of", lambda _: [("x", 1)])
    build(Request(department))
    assert set(opened) == {handbook}
    assert not read_manifest(department / "output").files[handbook].key.endswith(WITHOUT_PAGES)
    monkeypatch.setattr("posdoc.build.run.has_office", lambda: False)
    opened.clear()
    build(Request(department, Choice(form="handbook")))
    assert opened == []


# --- builds of a part ----------------------------------------------------------------------------------------

PARTS = {
    "a position": Choice(positions=("lead",)),
    "a form": Choice(form="scorecard"),
    "a language": Choice(form="standard", languages=("zh",)),
    "a format": Choice(formats=(DocumentFormat.DOCX,)),
}


@pytest.mark.parametrize("choice", PARTS.values(), ids=PARTS)
def test_a_part_changes_its_own_entries_and_removes_none(department: Path, choice: Choice) -> None:
    everything = set(build(Request(department)).made)
    (department / CLERK.replace("clerk", "trainee")).unlink()
    state(department, LEAD, purpose="另外的。")
    before = read_manifest(department / "output").files
    part = build(Request(department, choice))
    after = read_manifest(department / "output").files
    assert part.removed == ()
    assert part.made
    assert {path for path in before if before[path] != after[path]} <= set(part.made) | set(part.unchanged)
    assert set(after) == set(before) == everything
    build(Request(department))
    assert_as_if_made_anew(department)


def test_a_part_with_another_look_is_made_as_usual_by_the_next_build(department: Path) -> None:
    build(Request(department))
    assert build(Request(department, Choice(positions=("lead",), sign=True))).made
    assert not build(Request(department)).nothing_changed
    assert_as_if_made_anew(department)


def test_what_was_asked_for_on_the_command_line_stays(department: Path) -> None:
    build(Request(department))
    (extra,) = build(Request(department, Choice(positions=("lead",), form="narrative", languages=("en",)))).made
    assert read_manifest(department / "output").files[extra].on_request
    assert build(Request(department)).nothing_changed
    state(department, LEAD, purpose="另外的。")
    assert build(Request(department)).removed == ()
    assert (department / "output" / extra).is_file()
    (department / "output" / extra).unlink()
    state(department, LEAD, purpose="还有另外的。")
    build(Request(department))
    assert_as_if_made_anew(department)


def test_a_part_that_is_current_is_not_made(department: Path, opened: list[str]) -> None:
    build(Request(department))
    opened.clear()
    build(Request(department, Choice(form="scorecard")))
    assert opened == []
    assert build(Request(department)).nothing_changed


# --- leftovers -----------------------------------------------------------------------------------------------


def test_an_edited_leftover_is_told_once_and_stays(department: Path) -> None:
    build(Request(department))
    old = next(path for path in read_manifest(department / "output").files if "见习生" in path)
    (department / "output" / old).write_bytes(b"signed")
    (department / CLERK.replace("clerk", "trainee")).unlink()
    built = build(Request(department))
    assert built.left == (old,)
    assert built.removed
    assert (department / "output" / old).read_bytes() == b"signed"
    assert build(Request(department)).nothing_changed


def test_nothing_is_removed_while_definitions_have_errors(department: Path) -> None:
    build(Request(department))
    before = _files(department / "output")
    (department / CLERK.replace("clerk", "trainee")).unlink()
    state(department, LEAD, titel="x")
    assert build(Request(department)).refused
    assert _files(department / "output") == before
