"""The fenced blocks of Markdown pages: what the tests of the documentation run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<text>.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """One fenced block. ``mark`` is what stands behind the language, such as ``position`` or ``no-run``."""

    path: Path
    line: int
    language: str
    mark: str
    text: str

    @property
    def name(self) -> str:
        """Where it is."""
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.line}"


def pages() -> list[Path]:
    """Every page that users or contributors read."""
    top = [ROOT / name for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")]
    return [path for path in top if path.is_file()] + sorted((ROOT / "docs").rglob("*.md"))


def blocks_in(path: Path) -> Iterator[Block]:
    """The blocks of a page."""
    page = path.read_text(encoding="utf-8")
    for found in FENCE.finditer(page):
        language, _, mark = found["info"].strip().partition(" ")
        yield Block(path, page.count("\n", 0, found.start()) + 1, language, mark.strip(), found["text"])


def blocks(*languages: str) -> list[Block]:
    """All blocks in some languages, each text once."""
    unique: dict[tuple[str, str, str], Block] = {}
    for path in pages():
        for block in blocks_in(path):
            if block.language in languages:
                unique.setdefault((block.language, block.mark, block.text), block)
    return list(unique.values())
