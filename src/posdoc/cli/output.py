"""Writing to the terminal or into a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from posdoc.cli.language import LANGUAGE
from posdoc.diagnostics import Diagnostic, Span


class FileLines:
    """Lines of the workspace's files, read when they are quoted."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, list[str]] = {}

    def line(self, path: str, number: int) -> str:
        """Line ``number`` of a file, without its end; empty where there is none or it is not text."""
        if path not in self.files:
            self.files[path] = _lines_of(self.root, path)
        lines = self.files[path]
        return lines[number - 1] if 1 <= number <= len(lines) else ""


def _lines_of(root: Path, path: str) -> list[str]:
    from posdoc.source.files import read_bytes

    data = read_bytes(root, path)
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else ""
    except UnicodeDecodeError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def write_utf8(text: str) -> None:
    """Write to standard output as UTF-8, whatever the console's encoding: for what programs read."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def show_findings(findings: Sequence[Diagnostic], root: Path, *, err: bool = False) -> None:
    """Print findings as text, in colour on a terminal."""
    stream = sys.stderr if err else sys.stdout
    click.echo(written(findings, root, "text", color=stream.isatty()), nl=False, err=err)


def written(findings: Sequence[Diagnostic], root: Path, format_: str, *, color: bool = False) -> str:
    """The findings in a format. Where the workspace lies below the current folder, paths begin there, so that
    terminals and pipelines find the files.
    """
    from posdoc.reporters import reporter

    prefix = _prefix(root)
    if prefix:
        findings = [moved(finding, prefix) for finding in findings]
    lines = FileLines(Path.cwd() if prefix else root)
    return reporter(format_).report(findings, lines, LANGUAGE, color)


def _prefix(root: Path) -> str:
    try:
        prefix = root.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return ""
    return "" if prefix == "." else f"{prefix}/"


def moved(finding: Diagnostic, prefix: str) -> Diagnostic:
    """The finding with ``prefix`` before all its paths."""
    related = tuple(replace(one, span=_span(one.span, prefix)) for one in finding.related)
    fix = tuple(replace(edit, span=_span(edit.span, prefix)) for edit in finding.fix)
    return replace(finding, span=_span(finding.span, prefix), related=related, fix=fix)


def _span(span: Span, prefix: str) -> Span:
    return span._replace(path=prefix + span.path)
