"""Chinese in charts where the system has no fonts at all, where it has many, and where the user chose them."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.compatibility.conftest import Run, made, make, program, usual

NO_FONTS = '<?xml version="1.0"?>\n<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>\n'


@pytest.fixture
def no_fonts(tmp_path: Path) -> Path:
    """A folder with a configuration that lists a folder without fonts."""
    folder = tmp_path / "字体 配置"
    (folder / "empty").mkdir(parents=True)
    (folder / "fonts.conf").write_text(NO_FONTS.format(folder=folder / "empty"), encoding="utf-8")
    return folder


def _fonts_in(data: bytes) -> set[str]:
    pages = PdfReader(BytesIO(data)).pages
    return {str(font.get_object()["/BaseFont"]) for page in pages for font in page["/Resources"]["/Font"].values()}  # type: ignore[index]


def _fonts_in(data: bytes) -> set[str]:
    """The names of a PDF's fonts, without the letters that tell subsets apart."""
    pages = PdfReader(BytesIO(data)).pages
    found = [font.get_object()["/BaseFont"] for page in pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    return {str(name).lstrip("/").rpartition("+")[2] for name in found}


def _text_in(data: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def _chinese_chart(files: dict[str, bytes]) -> bytes:
    return files["zh/售后服务部组织架构图.pdf"]


@pytest.mark.parametrize("variables", ["FONTCONFIG_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH FONTCONFIG_FILE"])
def test_without_any_font_charts_are_set_in_the_one_that_posdoc_brings(
    run: Run, workspace: Path, tmp_path: Path, expected: dict[str, bytes], no_fonts: Path, variables: str
) -> None:
    """Pictures have other Latin and bold letters; nothing else that is made asks for a font."""
    named = {"FONTCONFIG_PATH": str(no_fonts), "FONTCONFIG_FILE": str(no_fonts / "fonts.conf")}
    if " " in variables:  # a name without a folder is looked for in those of the path
        named["FONTCONFIG_FILE"] = "fonts.conf"
    make(
        run, workspace, tmp_path / "out", env=usual(LANG="C.UTF-8", **{name: named[name] for name in variables.split()})
    )
    found = made(tmp_path / "out")
    assert set(found) == set(expected)
    assert [name for name in found if found[name] != expected[name] and not name.endswith((".pdf", ".png"))] == []
    chart = _chinese_chart(found)
    assert _fonts_in(chart) == {"NotoSansCJKsc-Regular", "CairoFont-0-0"}, "the second is the first, made bold"
    assert _text_in(chart) == _text_in(_chinese_chart(expected))
    assert "售后服务经理" in _text_in(chart)
    (picture,) = (name for name in found if name.endswith(".png"))
    assert found[picture][16:24] == expected[picture][16:24]


def test_among_several_chinese_fonts_it_is_still_that_one(expected: dict[str, bytes]) -> None:
    listed = subprocess.run(
        [program("fc-list"), ":lang=zh-cn", "family"], capture_output=True, encoding="utf-8", check=True
    )
    families = {line.partition(",")[0] for line in listed.stdout.splitlines()}
    if len(families) < 2:
        pytest.skip(f"fewer than two Chinese fonts are installed: {families}")
    chinese = {name for name in _fonts_in(_chinese_chart(expected)) if "CJK" in name}
    assert {"NotoSansCJKsc-Regular"} <= chinese <= {"NotoSansCJKsc-Regular", "NotoSansCJKsc-Bold"}
