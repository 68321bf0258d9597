"""What ``outputs`` in ``posdoc.yaml`` and the name of a chart's file may say; wrong ones stop before anything is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.build import Request, build
from posdoc.build.charts import ChartRequest, make_charts
from posdoc.build.workspace import EMPTY, init_workspace
from posdoc.errors import UsageError, WorkspaceError

SETTINGS = EMPTY["posdoc.yaml"].partition("outputs:")[0]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    init_workspace(tmp_path / "small", empty=True)
    return tmp_path / "small"


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        ("charts: [{kind: oorg}]", "there is no chart 'oorg'"),
        ("charts: [{kind: position}]", "say which position"),
        ("charts: [{kind: org, formats: [gif]}]", "there is no chart format 'gif'"),
        ("charts: [{kind: org, languages: [fr]}]", "the language 'fr' is not under languages"),
        ("documents: [{form: standard, languages: [fr]}]", "the language 'fr' is not under languages"),
        ("folder: ../elsewhere", "has to lie in the workspace"),
        ("folder: .", "has to lie in the workspace"),
        ("folder: positions/made", "has to lie in the workspace"),
        ("folder: templates", "has to lie in the workspace"),
    ],
)
def test_wrong_outputs(small: Path, outputs: str, said: str) -> None:
    (small / "posdoc.yaml").write_text(f"{SETTINGS}outputs: {{{outputs}}}\n", encoding="utf-8")
    before = sorted(small.rglob("*"))
    with pytest.raises(WorkspaceError) as raised:
        build(Request(small))
    assert said in raised.value.message.en
    assert raised.value.message.zh != raised.value.message.en
    assert raised.value.hint is not None
    assert sorted(small.rglob("*")) == before


def test_another_folder_in_the_workspace(small: Path) -> None:
    (small / "posdoc.yaml").write_text(f"{SETTINGS}outputs: {{folder: published/jd}}\n", encoding="utf-8")
    built = build(Request(small))
    assert built.made
    assert all((small / "published" / "jd" / path).is_file() for path in built.made)


@pytest.mark.parametrize(
    ("output", "formats", "begins"),
    [("a.png", (), b"\x89PNG"), ("a.PDF", (), b"%PDF"), ("a.svg", ("svg",), b"<?xml"), ("a.png", ("png",), b"\x89PNG")],
)
def test_the_name_of_the_file_says_the_format(
    small: Path, tmp_path: Path, output: str, formats: tuple[str, ...], begins: bytes
) -> None:
    _, (path,) = make_charts(ChartRequest(small, formats=formats, output=tmp_path / output))
    assert path == tmp_path / output
    assert path.read_bytes().startswith(begins)


@pytest.mark.parametrize(("output", "formats"), [("a.gif", ()), ("a.svg", ("png",)), ("a.docx", ("svg", "pdf"))])
def test_a_name_that_does_not_fit(small: Path, tmp_path: Path, output: str, formats: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="does not fit"):
        make_charts(ChartRequest(small, formats=formats, output=tmp_path / output))
    assert not (tmp_path / output).exists()
