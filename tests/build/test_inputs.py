"""Which files a build depends on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc import __version__
from posdoc.build import inputs
from posdoc.build.inputs import program, state_of_inputs
from posdoc.resources import templates_folder

Edit = Callable[[Path], object]


def _append(name: str) -> Edit:
    def edit(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        with open(root / name, "ab") as stream:
            stream.write(b"# x\n")

    return edit


MATTERS: dict[str, Edit] = {
    "settings": _append("posdoc.yaml"),
    "people": _append("people.yaml"),
    "people, misnamed": _append("People.yml"),
    "reviews": _append("reviews.yaml"),
    "a unit": _append("positions/after-sales/unit.yaml"),
    "a position": _append("positions/after-sales/after-sales-manager.yaml"),
    "a new position": _append("positions/after-sales/x.yaml"),
    "a folder": lambda root: (root / "positions" / "empty").mkdir(),
    "a position less": lambda root: (root / "positions/after-sales/after-sales-manager.yaml").unlink(),
    "a name": lambda root: (root / "positions/after-sales").rename(root / "positions/service"),
    "a form": _append("templates/own.docx"),
}
DOES_NOT: dict[str, Edit] = {
    "an output": _append("output/zh/x.docx"),
    "schemas": _append(".posdoc/schema/position.schema.json"),
    "a note of Word": _append("templates/~$own.docx"),
    "a time": lambda root: (root / "posdoc.yaml").touch(),
    "line ends": lambda root: (root / "posdoc.yaml").write_bytes(
        (root / "posdoc.yaml").read_bytes().replace(b"\n", b"\r\n")
    ),
}


@pytest.mark.parametrize("edit", MATTERS.values(), ids=MATTERS)
def test_what_matters(small: Path, edit: Edit) -> None:
    before = state_of_inputs(small)
    edit(small)
    assert state_of_inputs(small) != before


@pytest.mark.parametrize("edit", DOES_NOT.values(), ids=DOES_NOT)
def test_what_does_not(small: Path, edit: Edit) -> None:
    before = state_of_inputs(small)
    edit(small)
    assert state_of_inputs(small) == before


def test_a_copy_elsewhere_is_the_same(small: Path, tmp_path: Path) -> None:
    shutil.copytree(small, tmp_path / "copy")
    assert state_of_inputs(tmp_path / "copy") == state_of_inputs(small)


def test_an_unreadable_file_is_no_crash(small: Path) -> None:
    (small / "positions" / "dangling.yaml").symlink_to("nowhere")
    before = state_of_inputs(small)
    (small / "positions" / "dangling.yaml").unlink()
    assert state_of_inputs(small) != before


@pytest.fixture
def asked_anew() -> None:
    program.cache_clear()


@pytest.mark.usefixtures("asked_anew")
def test_an_installed_posdoc_is_known_by_its_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert program().startswith(f"{__version__}+")
    program.cache_clear()
    monkeypatch.setattr(inputs, "sample_folder", lambda: tmp_path)
    assert program() == __version__
    program.cache_clear()


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.parametrize(
    "name", ["src/posdoc/views/position.py", "src/posdoc/locales/zh.yaml", "templates/standard.docx"]
)
def test_a_checkout_is_known_by_its_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    for each in ("src/posdoc/views/position.py", "src/posdoc/locales/zh.yaml", "templates/standard.docx"):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_bytes(b"a")
    monkeypatch.setattr(inputs, "_PACKAGE", tmp_path / "src" / "posdoc")
    monkeypatch.setattr(inputs, "sample_folder", lambda: tmp_path)
    monkeypatch.setattr(inputs, "templates_folder", lambda: tmp_path / "templates")
    before = program()
    program.cache_clear()
    (tmp_path / "src/posdoc/__pycache__").mkdir()
    (tmp_path / "src/posdoc/__pycache__/x.pyc").write_bytes(b"x")
    assert program() == before
    program.cache_clear()
    (tmp_path / name).write_bytes(b"b")
    assert program() != before
    program.cache_clear()


def test_the_forms_that_ship_belong_to_posdoc() -> None:
    assert list(templates_folder().glob("*.docx"))
