"""Without libyaml the same files give the same nodes and findings."""

from __future__ import annotations

import pytest
import yaml

from posdoc.source import Node, read_text
from posdoc.source.events import PythonParser, open_events

from .test_folding import CASES as FOLDING
from .test_hazards import CLEAN, DEEP, ONE_FINDING
from .test_nodes import CASES as NODES
from .test_nodes import outline
from .test_syntax import CASES as SYNTAX

ALL_CLEAN = [*CLEAN.values(), *(text for text, _ in [*FOLDING.values(), *NODES.values()])]
READABLE = [text for text in ALL_CLEAN if "\t" not in text]
"""PyYAML's own parser takes no tabs where libyaml takes them as blanks: it reports them."""
HAZARDS = [text for text, _ in [*ONE_FINDING.values(), *DEEP.values()]]


def read_with_python(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Node | None, list[str]]:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert isinstance(open_events(""), PythonParser)
    root, findings = read_text(text, "p.yaml")
    return root, [finding.code for finding in findings]


def test_libyaml_is_what_is_used() -> None:
    if yaml.__with_libyaml__:
        assert not isinstance(open_events(""), PythonParser)


@pytest.mark.parametrize("text", READABLE)
def test_the_same_nodes(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = outline(read_text(text, "p.yaml")[0])
    root, codes = read_with_python(text, monkeypatch)
    assert (outline(root), codes) == (expected, [])


@pytest.mark.parametrize("text", HAZARDS, ids=lambda text: text[:20])
def test_the_same_hazards(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [finding.code for finding in read_text(text, "p.yaml")[1]]
    assert read_with_python(text, monkeypatch)[1] == expected


@pytest.mark.parametrize("text", SYNTAX)
def test_the_same_syntax_errors(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_with_python(text, monkeypatch)[1] == [SYNTAX[text][0]]


def test_an_escape_beyond_unicode(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_with_python(r'a: "\UFFFFFFFF"', monkeypatch) == (None, ["POS001"])
