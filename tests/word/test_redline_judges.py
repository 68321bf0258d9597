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


@pytest.mark.tool("soffice")
def test_libreoffice_finds_both_documents(tmp_path: Path, tool: Callable[[str], str]) -> None:
    named = [case for case in SOME if case[0] != "all new"]
    cases = [edited(EDITS[name], form, language) for name, form, language in named]
    jobs = [
        job for old, new, redline in cases for job in ((redline, ACCEPT), (new, LEAVE), (redline, REJECT), (old, LEAVE))
    ]
    lines = [_telling(one) for one in texts_by_libreoffice(tool("soffice"), tmp_path, jobs)]
    assert all(len(one) > 5 for one in lines)
    for place, case in enumerate(named):
        accepted, new, rejected, old = lines[4 * place : 4 * place + 4]
        assert (case, _difference(new, accepted)) == (case, [])
        assert (case, _difference(old, rejected)) == (case, [])
