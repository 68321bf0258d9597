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


@pytest.mark.parametrize("is_named_in_full", [True, False])
def test_a_file_that_the_user_chose_takes_the_place_of_the_systems(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, is_named_in_full: bool
) -> None:
    chosen = tmp_path / "of the user" / "mine.conf"
    chosen.parent.mkdir()
    chosen.write_text("")
    name = str(chosen) if is_named_in_full else chosen.name
    monkeypatch.setenv("FONTCONFIG_FILE", name)
    monkeypatch.setenv("FONTCONFIG_PATH", os.pathsep.join([str(tmp_path), str(chosen.parent)]))
    monkeypatch.setattr(fonts, "_cache_folder", lambda: tmp_path / "posdoc")
    fonts._config_file.cache_clear()
    with fonts.chinese_fonts():
        text = Path(os.environ["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
    assert f">{chosen}</include>" in text
    assert "noto_cjk_sans_otc" in text
    assert "fonts.conf" not in text
    assert os.environ["FONTCONFIG_FILE"] == name
    fonts._config_file.cache_clear()


def test_without_a_home_folder_the_file_goes_with_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(fonts, "_cache_folder", no_home)
    monkeypatch.setattr(fonts.tempfile, "mkdtemp", lambda prefix: str(tmp_path / prefix))
    gone: list[object] = []
    monkeypatch.setattr(fonts.atexit, "register", lambda *call, **_: gone.append(call[1]))
    fonts._config_file.cache_clear()
    assert fonts._config_file().parent == tmp_path / "posdoc-"
    assert gone == [tmp_path / "posdoc-"]
    fonts._config_file.cache_clear()


def test_where_no_cache_can_be_written_a_temporary_folder_serves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    monkeypatch.setattr(fonts, "_cache_folder", lambda: blocked / "posdoc")
    fonts._config_file.cache_clear()
    assert fonts._config_file().is_file()
    fonts._config_file.cache_clear()
