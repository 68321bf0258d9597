"""Building again and again in one process: the document of a changed position first, then everything as ever."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from posdoc.build import Choice, Request, build
from posdoc.build.manifest import read_manifest
from posdoc.build.session import Session
from tests.build.department import LEAD, state, write_small_department


@pytest.fixture(autouse=True)
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posdoc.build.run.has_office", lambda: False)
    monkeypatch.setattr("posdoc.libreoffice.find_program", lambda: None)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_small_department(tmp_path / "department")


@pytest.fixture
def session(root: Path) -> Session:
    session = Session(Request(root))
    session.build()
    return session


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _assert_as_if_made_anew(root: Path, tmp_path: Path) -> None:
    build(Request(root, output=tmp_path / "anew"))
    assert _files(root / "output") == _files(tmp_path / "anew")
    shutil.rmtree(tmp_path / "anew")


def test_a_reworded_purpose(session: Session, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state(root, LEAD, purpose="保证服务质量，逐日检查。")
    with monkeypatch.context() as patched:
        patched.setattr("posdoc.build.session.check", lambda *_: pytest.fail("everything was read"))
        made = session.build_at_once([LEAD])
    assert made
    assert all("主管" in path or "Supervisor" in path for path in made)
    assert read_manifest(root / "output").inputs == ""
    session.build()
    _assert_as_if_made_anew(root, tmp_path)


def test_again_and_again(session: Session, root: Path, tmp_path: Path) -> None:
    for number in range(3):
        state(root, LEAD, purpose=f"第 {number} 次。")
        assert session.build_at_once([LEAD])
    session.build()
    _assert_as_if_made_anew(root, tmp_path)


def test_a_new_title_concerns_neighbours(session: Session, root: Path, tmp_path: Path) -> None:
    state(root, LEAD, title={"zh": "组长", "en": "Team Leader"})
    made = session.build_at_once([LEAD])
    assert any("工程师" in path for path in made)
    built = session.build()
    assert any("主管" in path for path in built.removed)
    _assert_as_if_made_anew(root, tmp_path)


NOT_AT_ONCE = {
    "an error": {"titel": "x"},
    "a field missing": {"title": None},
    "another superior": {"reports_to": "helper"},
    "another place": {"order": 1},
    "another code": {"code": "A"},
    "abolished": {"status": "abolished"},
    "an unknown id": {"substitute": ["nobody"]},
    "a base": {"based_on": "engineer"},
}


@pytest.mark.parametrize("fields", NOT_AT_ONCE.values(), ids=NOT_AT_ONCE)
def test_what_takes_more_than_one_file_waits(session: Session, root: Path, fields: dict[str, object]) -> None:
    before = _files(root / "output")
    state(root, LEAD, **fields)
    assert session.build_at_once([LEAD]) == ()
    assert _files(root / "output") == before
    built = session.build()
    assert built.refused or built.made or not built.nothing_changed


OTHERS = [
    [],
    ["posdoc.yaml"],
    ["people.yaml"],
    ["positions/service/team/unit.yaml"],
    ["positions/service/team/engineer.yaml"],  # others are based on it
    ["positions/service/team/trainee.yaml"],  # it is based on another
    [LEAD, "positions/service/team/clerk.yaml"],
    ["positions/service/team/nobody.yaml"],
    ["templates/own.docx"],
]


@pytest.mark.parametrize("paths", OTHERS)
def test_other_files_wait(session: Session, paths: list[str]) -> None:
    assert session.build_at_once(paths) == ()


def test_what_editors_write_beside_it_does_not_count(session: Session, root: Path) -> None:
    state(root, LEAD, purpose="保证服务质量，逐日检查。")
    assert session.build_at_once([LEAD, "positions/service/team/.lead.yaml.swp", "positions/service/team/lead.yaml~"])


def test_nothing_before_the_first_build_or_after_errors(root: Path) -> None:
    session = Session(Request(root))
    assert session.build_at_once([LEAD]) == ()
    state(root, LEAD, titel="x")
    assert session.build().refused
    state(root, LEAD, titel=None)
    assert session.build_at_once([LEAD]) == ()
    assert not session.build().refused


def test_only_what_was_asked_for(root: Path) -> None:
    session = Session(Request(root, Choice(positions=("clerk",))))
    session.build()
    state(root, LEAD, purpose="保证服务质量，逐日检查。")
    assert session.build_at_once([LEAD]) == ()
    state(root, "positions/service/team/clerk.yaml", purpose="管理全部资料。")
    assert session.build_at_once(["positions/service/team/clerk.yaml"])


def test_a_read_again_definition_is_what_a_whole_reading_gives(root: Path) -> None:
    from posdoc.build.content import digest_of_value
    from posdoc.build.reread import reread
    from posdoc.load import load

    (root / "posdoc.yaml").write_text(
        (root / "posdoc.yaml").read_text(encoding="utf-8") + "defaults: {employment: 全职, location: 总部}\n",
        encoding="utf-8",
    )
    state(root, "positions/service/team/unit.yaml", defaults={"location": "上海", "document": {"version": "1.0"}})
    organization = load(root)[0]
    state(root, LEAD, purpose="另外的。", document={"number": "S-JD-2"})
    found = reread(organization, root, LEAD)
    assert found is not None
    whole = load(root)[0]
    assert [position.id for position in found[0].positions] == [position.id for position in whole.positions]
    assert digest_of_value(found[1]) == digest_of_value(whole.by_id["lead"])
    assert found[1].location is not None
    assert found[1].location.in_("zh") == "上海"
