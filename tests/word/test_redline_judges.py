"""Redlines before other judges: two validators, and LibreOffice, which opens them and accepts or rejects what they hold."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc.model import ChartForm
from posdoc.word.redline import redlined
from tests.proof.validators import audited, found_in, validated
from tests.word.libreoffice_tracked import ACCEPT, LEAVE, REJECT, texts_by_libreoffice
from tests.word.redline_edits import AUTHOR, DATE, EDITS, document, edited, emptied, the_position

SOME = [
    ("superior", "standard", "zh"),
    ("duty moved down", "duties", "en"),
    ("contact group new", "standard", "en"),
    ("overview in two paragraphs", "narrative", "zh+en"),
    ("KPIs fewer and other", "scorecard", "zh"),
    ("draft", "standard", "zh"),
    ("all gone", "standard", "en"),
    ("all new", "narrative", "zh"),
    ("all new", "posting", "en"),
]
UNRELATED = ("all new",)
"""Edits that make another position of it, see :func:`_telling`."""


@pytest.fixture(scope="module")
def redlines(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("redlines")
    paths = []
    for name, form, language in SOME:
        paths.append(folder / f"{name} {form} {language}.docx".replace(" ", "-"))
        paths[-1].write_bytes(edited(EDITS[name], form, language)[2])
    pictures = [document(position, charts=ChartForm.PICTURE) for position in (the_position(), emptied(the_position()))]
    for name, pair in (("gone", pictures), ("new", pictures[::-1])):
        paths.append(folder / f"pictures-{name}.docx")
        paths[-1].write_bytes(redlined(*pair, AUTHOR, DATE))
    return paths


def test_openxml_audit_finds_nothing(redlines: list[Path]) -> None:
    assert found_in(audited, redlines) == {}


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing(redlines: list[Path], tool: Callable[[str], str]) -> None:
    program = tool("ooxml-validator")
    assert found_in(lambda path: validated(program, path), redlines) == {}


def _telling(lines: list[str]) -> list[str]:
    """The lines that say something, without the numbers of lists.

    A redline of two positions that have nothing in common is left out: where words came at the end of a paragraph and
    whole paragraphs behind it, LibreOffice 7.4 rejects an end too many. It also leaves an empty row where one with content
    controls was rejected, an empty paragraph between tables, and counts a list on whose first entry it has taken away.
    """
    bare = (re.sub(r"^\s*(?:[\d.]+|\W)\s+", "", line).strip() for line in lines)
    return [line for line in bare if line]


def _difference(wanted: list[str], found: list[str]) -> list[str]:
    return [line for line in difflib.ndiff(wanted, found) if not line.startswith(" ")]


def _agree(program: str, folder: Path, named: list[tuple[str, str, str]]) -> None:
    cases = [edited(EDITS[name], form, language) for name, form, language in named]
    jobs = [
        job for old, new, redline in cases for job in ((redline, ACCEPT), (new, LEAVE), (redline, REJECT), (old, LEAVE))
    ]
    lines = [_telling(one) for one in texts_by_libreoffice(program, folder, jobs)]
    assert all(len(one) > 5 for one in lines)
    found = {}
    for place, case in enumerate(named):
        accepted, new, rejected, old = lines[4 * place : 4 * place + 4]
        found[case] = (_difference(new, accepted), _difference(old, rejected))
    assert {case: differences for case, differences in found.items() if differences != ([], [])} == {}


@pytest.mark.tool("soffice")
def test_libreoffice_finds_both_documents(tmp_path: Path, tool: Callable[[str], str]) -> None:
    _agree(tool("soffice"), tmp_path, [case for case in SOME if case[0] not in UNRELATED])


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.tool("soffice")
def test_libreoffice_finds_both_documents_after_every_edit(tmp_path: Path, tool: Callable[[str], str]) -> None:
    _agree(tool("soffice"), tmp_path, [(name, "standard", "zh") for name in EDITS if name not in UNRELATED])


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.tool("ooxml-validator")
def test_the_validators_find_nothing_after_every_edit(tmp_path: Path, tool: Callable[[str], str]) -> None:
    paths = [tmp_path / f"{place}.docx" for place, _ in enumerate(EDITS)]
    for path, edit in zip(paths, EDITS.values(), strict=True):
        path.write_bytes(edited(edit, "standard", "zh")[2])
    program = tool("ooxml-validator")
    assert found_in(audited, paths) == {}
    assert found_in(lambda path: validated(program, path), paths) == {}
