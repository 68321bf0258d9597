"""Writing to the terminal or into a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from posdoc.cli.language import LANGUAGE
from posdoc.diagnostics import Diagnostic


class FileLines:
    """Lines of the workspace's files, read when they are quoted."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str:
        """Line ``number`` of a file, without its end; empty where there is none or it is not text."""
        if path not in self.files:
            self.files[path] = _lines_of(self.root / path)
        lines = self.files[path]
        return lines[number - 1] if 1 <= number <= len(lines) else ""


def _lines_of(path: Path) -> list[str]:
    if not path.is_file():
        return []
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def write_utf8(text: str) -> None:
    """Write to standard output as UTF-8, whatever the console's encoding: for what programs read."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def show_findings(findings: Sequence[Diagnostic], root: Path, *, err: bool = False) -> None:
    """Print findings as text, in colour on a terminal."""
    from posdoc.reporters import reporter

    stream = sys.stderr if err else sys.stdout
    text = reporter("text").report(findings, FileLines(root), LANGUAGE, stream.isatty())
    click.echo(text, nl=False, err=err)
