"""A whole workspace, each file behind a line ``## path``: loaded, checked, told, mended and given comments."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from posdoc.model import Position, Unit, Workspace, fields_of
from posdoc.rules import all_rules
from tests.example_files import unmarked
from tests.fuzz import parts
from tests.fuzz.judging import QUICK, assert_ignorable, assert_mendable, assert_sound, written
from tests.fuzz.targets import reader

MOST_BYTES = 4000
WORDS = [
    *reader.WORDS[:24], *(f"{info.name}: " for cls in (Position, Unit, Workspace) for info in fields_of(cls)),
    "## positions/a.yaml\n", "## posdoc.yaml\n", "## people.yaml\n", "## reviews.yaml\n", "## positions/x/unit.yaml\n",
    "zh: ", "en: ", "30%", "35-40%", "≥95%", "2026-02-30", "posdoc: ignore", "posdoc: ignore-file",
]  # fmt: skip
SETTINGS = b"## posdoc.yaml\norganization: {name: A}\nlanguages: [zh, en]\n"


def seeds() -> list[bytes]:
    """For each rule a workspace in which it finds something."""
    examples = [example for rule in all_rules() for example in rule.FAILING[:1]]
    return [unmarked(example).encode() for example in examples]


def run(data: bytes) -> None:
    files = parts.split(data if data.startswith(b"## ") else SETTINGS + b"## positions/a.yaml\n" + data)
    with TemporaryDirectory(prefix="posdoc-") as folder:
        root = written(Path(folder), files)
        checked = assert_sound(root, QUICK)
        assert_ignorable(checked)
        assert_mendable(root, checked)
