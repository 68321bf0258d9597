import sys
from pathlib import Path
from subprocess import run

import pytest

from posdoc import drawing
from posdoc.errors import UsageError
from posdoc.layout import place
from tests.layout.samples import teams

ALL = drawing.formats()


def test_formats_are_found() -> None:
    assert {"dot", "pdf", "png", "svg"} <= set(ALL)
    assert "theme" not in ALL


def test_every_module_of_the_folder_is_a_format_or_says_that_it_is_none() -> None:
    folder = Path(drawing.__file__).parent
    modules = {path.stem for path in folder.glob("*.py") if not path.stem.startswith("_")}
    assert modules - {"theme"} == set(ALL)


def test_looking_for_formats_imports_none() -> None:
    script = "import sys; from posdoc import drawing; drawing.formats(); print(*sys.modules)"
    loaded = run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert "posdoc.drawing" in loaded
    assert not {"graphviz", "pygraphviz", "posdoc.drawing.svg", "posdoc.layout"} & set(loaded)


@pytest.mark.parametrize("name", ALL)
def test_every_format_draws(name: str) -> None:
    module = drawing.load_format(name)
    assert module.EXTENSION.lower().lstrip(".") == module.EXTENSION
    assert "/" in module.MEDIA_TYPE
    assert len(drawing.draw(place(teams()), name)) > 300


@pytest.mark.parametrize("name", ALL)
def test_the_same_chart_gives_the_same_bytes(name: str) -> None:
    placed = place(teams())
    assert drawing.draw(placed, name) == drawing.draw(placed, name)


@pytest.mark.parametrize("name", ["bmp", "theme", "_strokes", "../svg", ""])
def test_an_unknown_format_is_refused_with_the_known_ones(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        drawing.load_format(name)
    assert caught.value.hint is not None
    assert "svg" in caught.value.hint.zh
