import subprocess
import sys
from pathlib import Path

import pytest

from posdoc.errors import MissingToolError
from posdoc.layout import engine
from posdoc.layout.engine import DrawingError, render

PINNED = 'digraph { layout=nop2; n [pos="50,50!" label="售后"]; }'


@pytest.mark.parametrize(("format", "head"), [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")])
def test_formats(format: str, head: bytes) -> None:
    assert render(PINNED, format).startswith(head)


def test_dpi_sets_the_size_of_pictures() -> None:
    small, large = (render(PINNED, "png", dpi) for dpi in (72, 144))
    assert int.from_bytes(large[16:20]) > 1.8 * int.from_bytes(small[16:20])


def test_a_pdf_has_no_hour_in_it() -> None:
    data = render(PINNED, "pdf")
    assert data.count(b"/CreationDate (D:19800101000000Z)") == 1
    assert data == render(PINNED, "pdf")


@pytest.mark.parametrize(
    ("dot", "format", "said"),
    [
        ("digraph { a -> ", "svg", "syntax error"),
        ("digraph { layout=nop2; a }", "svg", "no position"),
        (PINNED, "nonsense", "Graphviz cannot draw"),
    ],
)
def test_an_error_of_graphviz_is_raised_with_its_text(dot: str, format: str, said: str) -> None:
    with pytest.raises(DrawingError, match=said):
        render(dot, format)


def test_nothing_reaches_stderr(capfd: pytest.CaptureFixture[str]) -> None:
    tiny = PINNED.replace("label", 'fixedsize=true width=0.01 height=0.01 fontname="No such font" label')
    assert render(tiny, "svg")
    assert capfd.readouterr().err == ""


def test_stderr_works_again_after_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(DrawingError):
        render("digraph {", "svg")
    print("still here", file=sys.stderr)
    assert capfd.readouterr().err == "still here\n"


def test_without_pygraphviz_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(MissingToolError) as caught:
        render(PINNED, "png")
    assert caught.value.hint is not None
    assert "POSDOC_DOT" in caught.value.hint.zh


def test_a_program_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(engine.DOT_VARIABLE, "no-such-dot")
    with pytest.raises(MissingToolError, match="no-such-dot"):
        render(PINNED, "svg")


def test_a_chosen_program_draws_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], **more: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        assert more["input"] == PINNED.encode()
        return subprocess.CompletedProcess(command, 0, b"<svg/>", b"Warning: something\n")

    monkeypatch.setattr(subprocess, "run", run)
    assert render(PINNED, "svg", 96, program="dot") == b"<svg/>"
    assert asked == [["dot", "-Knop2", "-Tsvg", "-Gdpi=96"]]


NO_LAYOUT = b"""Error: Layout type: "nop2" not recognized. Use one of: dot
Error: Layout was not done.  Missing layout plugins?
"""
"""What dot 14 says where Debian's package graphviz stands alone."""


def test_a_program_without_the_layout_is_told_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.CompletedProcess[bytes]([], 1, b"", NO_LAYOUT)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: ended)
    with pytest.raises(DrawingError, match="Missing layout plugins") as caught:
        render(PINNED, "svg", program="dot")
    assert caught.value.hint is not None
    assert "libgvplugin-neato-layout8" in caught.value.hint.en
    assert "libgvplugin-neato-layout8" in caught.value.hint.zh
    with pytest.raises(DrawingError) as caught:
        render("digraph { a -> ", "svg")
    assert caught.value.hint is None


def test_chinese_is_drawn_where_the_system_has_no_fonts(tmp_path: Path) -> None:
    script = f"from posdoc.layout.engine import render; import sys; sys.stdout.buffer.write(render({PINNED!r}, 'svg'))"
    source = Path(engine.__file__).parents[2]
    environment = {"PYTHONPATH": str(source), "FONTCONFIG_PATH": str(tmp_path), "HOME": str(tmp_path), "PATH": ""}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=False)
    assert done.stderr == b""
    assert "售后".encode() in done.stdout
    (config,) = tmp_path.glob(".cache/posdoc/*.conf")
    assert "noto_cjk_sans_otc" in config.read_text(encoding="utf-8")
