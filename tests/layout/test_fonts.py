import os
from pathlib import Path
from xml.dom.minidom import parseString

import pytest

from posdoc.layout import fonts


def test_the_file_lists_the_bundled_folder_and_the_system() -> None:
    text = fonts.fontconfig(Path("/a & b"), ["/etc/fonts/fonts.conf"])
    parsed = parseString(text.replace('<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">', ""))
    assert [node.firstChild.data for node in parsed.getElementsByTagName("dir")] == [str(Path("/a & b"))]  # type: ignore[union-attr]
    (include,) = parsed.getElementsByTagName("include")
    assert include.getAttribute("ignore_missing") == "yes"


def test_without_the_bundled_font_only_the_system_is_listed() -> None:
    assert "<dir>" not in fonts.fontconfig(None, ["/etc/fonts/fonts.conf"])


def test_the_environment_is_changed_only_while_drawing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    fonts._config_file.cache_clear()
    with fonts.chinese_fonts():
        path = Path(os.environ["FONTCONFIG_FILE"])
        assert path.parent == tmp_path / "posdoc"
        assert "noto_cjk_sans_otc" in path.read_text(encoding="utf-8")
    assert "FONTCONFIG_FILE" not in os.environ
    fonts._config_file.cache_clear()


def test_a_file_that_the_user_chose_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "mine.conf")
    with fonts.chinese_fonts():
        assert os.environ["FONTCONFIG_FILE"] == "mine.conf"
    assert os.environ["FONTCONFIG_FILE"] == "mine.conf"


def test_where_no_cache_can_be_written_a_temporary_folder_serves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    monkeypatch.setattr(fonts, "_cache_folder", lambda: blocked / "posdoc")
    fonts._config_file.cache_clear()
    assert fonts._config_file().is_file()
    fonts._config_file.cache_clear()
