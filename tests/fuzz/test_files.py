"""Whatever a file says: no crash, an end, the same answer twice, findings that lie in it, and fixes that lose nothing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from posdoc.diagnostics import Severity
from posdoc.load import load
from posdoc.source import read_text
from posdoc.source.emit import emit
from posdoc.source.plain_data import as_read, data_of
from tests.fuzz.examples import examples
from tests.fuzz.judging import (
    assert_ignorable,
    assert_inside,
    assert_mendable,
    assert_sound,
    texts_below,
    within,
    written,
)
from tests.fuzz.strategies import Data
from tests.fuzz.targets import reader
from tests.fuzz.yaml_text import FILE, SETTINGS, definitions, files

LONGEST = 60


@examples(120)
@given(files())
def test_any_text_is_read(made: dict[str, bytes]) -> None:
    with within(LONGEST):
        reader.run(made[FILE])


@examples(40)
@given(files())
def test_any_text_is_loaded(made: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder, within(LONGEST):
        root = written(Path(folder), made)
        organization, findings = load(root)
        assert_inside(findings, texts_below(root))
        assert load(root) == (organization, findings)


@examples(30)
@given(files())
def test_any_text_is_checked_mended_and_given_comments(made: dict[str, bytes]) -> None:
    with TemporaryDirectory() as folder, within(LONGEST):
        root = written(Path(folder), made)
        checked = assert_sound(root)
        assert_ignorable(checked)
        assert_mendable(root, checked)


@examples(40)
@given(definitions())
def test_what_is_written_is_read_again(made: tuple[str, Data]) -> None:
    """A definition comes back from its text, and what is loaded from it is the same after another time."""
    settings, data = made
    text = emit(data)
    root, findings = read_text(text, FILE)
    assert findings == []
    assert root is not None
    assert data_of(root) == as_read(data)
    with TemporaryDirectory() as folder:
        place = written(Path(folder), {"posdoc.yaml": SETTINGS[settings], FILE: text.encode()})
        organization, found = load(place)
        written(place, {FILE: emit(data_of(root)).encode()})
        assert load(place) == (organization, found)
        assert [one for one in found if one.severity is Severity.ERROR and one.code < "POS100"] == []
