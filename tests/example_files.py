"""Examples in tests: several files in one text, and marks for the exact place of a finding."""

from __future__ import annotations

import re
from pathlib import Path

from posdoc.diagnostics import Span

_HEAD = re.compile(r"^## (.+)\n", re.MULTILINE)


def files_of(example: str) -> dict[str, str]:
    """The files of an example, in which each begins with a line ``## path``."""
    parts = _HEAD.split(example)
    assert parts[0] == "", "an example begins with '## path'"
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def write_files(root: Path, example: str) -> Path:
    """Write the files of an example below ``root``, without their marks, and return ``root``."""
    for path, text in files_of(example).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(unmarked(text).encode("utf-8"))
    return root


def unmarked(text: str) -> str:
    return text.replace("«", "").replace("»", "")


def marked_span(text: str, path: str) -> Span:
    """What «» encloses, as a span of the text without the marks."""
    assert text.count("«") == text.count("»") == 1, f"one pair of marks in {path}"
    before, _, rest = text.partition("«")
    inside = rest.partition("»")[0]
    return Span(path, *_place(before), *_place(before + inside))


def marked_span_of(example: str) -> Span:
    """The span marked in one of the files of an example."""
    (path,) = (path for path, text in files_of(example).items() if "«" in text)
    return marked_span(files_of(example)[path], path)


def _place(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - text.rfind("\n")
