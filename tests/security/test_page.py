"""The threat model and its tests correspond, line by line."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).resolve().parent
LINE = re.compile(r"^\| ([A-Z]\d+) \| (\S.*) \| (\S.*) \|$", re.MULTILINE)
TEST = re.compile(r"^@pytest\.mark\.threat\(\"(\w+)\"\)$(?:\n@.*)*\ndef test_", re.MULTILINE)


def _lines(language: str) -> list[str]:
    page = (ROOT / "docs" / f"security.{language}.md").read_text(encoding="utf-8")
    return [match[1] for match in LINE.finditer(page)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_has_one_test_and_every_test_a_line(language: str) -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted(HERE.glob("test_*.py")) if path != Path(__file__)
    )
    tests = Counter(TEST.findall(sources))
    lines = _lines(language)
    assert len(lines) > 50
    assert Counter(lines) == tests
    assert set(tests.values()) == {1}
    assert sources.count("def test_") == len(lines), "a test here proves a line"


def test_the_lines_of_each_table_are_numbered() -> None:
    by_letter: dict[str, list[int]] = {}
    for line in _lines("en"):
        by_letter.setdefault(line[0], []).append(int(line[1:]))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_letter.values())
    assert _lines("en") == _lines("zh")


def test_it_is_told_how_to_report() -> None:
    told = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", told)
    assert links == ["docs/security.en.md", "docs/security.zh.md"]
    assert all((ROOT / link).is_file() for link in links)
