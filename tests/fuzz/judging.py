"""What has to hold of findings and of edits whatever a file says: places that exist, the same answer twice, an end."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from posdoc.check import Checked, Selection, check
from posdoc.check.adopt import with_ignores
from posdoc.check.fixes import fixed
from posdoc.diagnostics import Diagnostic, Preset, Span
from posdoc.reporters import formats, reporter
from posdoc.source import SourceFile, read_text
from posdoc.source.edits import same_content

TODAY = date(2026, 3, 1)
ALL = Selection(preset=Preset.STRICT)
"""Every rule: most of those that can mend something are matters of style."""
MOST_ROUNDS = 20
"""As many rounds of fixes as the command makes."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where something goes on for ever. The bound is far from what anything takes; Windows has no such alarm."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_: Any) -> None:
        raise AssertionError(f"not at an end after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# --- places ---------------------------------------------------------------------------------------------------


def spans_of(finding: Diagnostic) -> list[Span]:
    related = [one.span for one in finding.related]
    return [finding.span, *related, *(edit.span for edit in finding.fix)]


def assert_inside(findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
    """Every place of a finding exists: its line is one of the file, its columns are in the line or at its end.

    A finding on a file that has no text (a folder, broken bytes) is about its beginning.
    """
    files = {path: SourceFile(path, text.removeprefix("\ufeff")) for path, text in texts.items()}
    for finding in findings:
        for span in spans_of(finding):
            assert span.path, f"{finding.name} has no file"
            lines = files[span.path].lines if span.path in files else None
            assert _is_place(span, lines), f"{finding.name} is outside its file: {span}"


def _is_place(span: Span, lines: list[str] | None) -> bool:
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    if lines is None:
        return (1, 1) <= start <= end
    return start <= end and all(
        1 <= row <= len(lines) and 1 <= at <= len(lines[row - 1]) + 1 for row, at in (start, end)
    )


class Lines:
    """The lines of files, as reporters ask for them."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def line(self, path: str, number: int) -> str:
        return SourceFile(path, self.texts.get(path, "")).line(number)


QUICK = tuple(name for name in formats() if name != "sarif")
"""The formats without the one that brings the whole manual along, for those who ask many times."""


def assert_told(findings: tuple[Diagnostic, ...], texts: Mapping[str, str], told: Sequence[str]) -> None:
    """The findings can be told in these formats, in every language."""
    for name in told:
        for language in ("zh", "en"):
            assert reporter(name).report(findings, Lines(texts), language, False) is not None


# --- a whole workspace ----------------------------------------------------------------------------------------


def written(root: Path, files: Mapping[str, bytes]) -> Path:
    """Write files below ``root``; what cannot be a file there is left out."""
    for path, data in files.items():
        try:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        except (OSError, ValueError):
            continue
    return root


def texts_below(root: Path) -> dict[str, str]:
    """The texts of all files that are UTF-8."""
    found = {}
    for path in root.rglob("*"):
        if path.is_file():
            try:
                found[path.relative_to(root).as_posix()] = path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                continue
    return found


def assert_sound(root: Path, told: Sequence[str] = tuple(formats())) -> Checked:
    """Checking the workspace ends with findings that lie in its files and can be told, twice the same."""
    checked = check(root, ALL, TODAY)
    texts = texts_below(root)
    assert_inside(checked.findings, texts)
    assert_told(checked.findings, texts, told)
    assert check(root, ALL, TODAY).findings == checked.findings
    return checked


def assert_mendable(root: Path, checked: Checked) -> int:
    """``--fix`` comes to an end, loses nothing beside the places of its edits, and then has nothing more to do.

    Returns in how many rounds it changed something.
    """
    for made in range(MOST_ROUNDS):
        texts, _ = fixed(checked.findings, checked.sources)
        if not texts:
            return made
        for path, text in texts.items():
            assert_kept(checked.sources[path], checked.findings, text)
            (root / path).write_bytes(text.encode("utf-8"))
        checked = check(root, ALL, TODAY)
    raise AssertionError(f"fixes go on after {MOST_ROUNDS} rounds: {sorted(texts)}")


def assert_kept(file: SourceFile, findings: Iterable[Diagnostic], text: str) -> None:
    """What no edit touches is still there, in its order."""
    edits = [edit.span for one in findings for edit in one.fix if edit.span.path == file.path]
    places = sorted((file.offset(s.line, s.column), file.offset(s.end_line, s.end_column)) for s in edits)
    at = here = 0
    for start, end in [*places, (len(file.text), len(file.text))]:
        kept = file.text[here : max(start, here)]
        found = text.find(kept, at)
        assert found >= 0, f"{file.path}: {kept!r} is lost"
        at, here = found + len(kept), max(here, end)


def assert_ignorable(checked: Checked) -> None:
    """With the comments of ``--add-ignores`` a file says the same as before."""
    for path, text in with_ignores(checked.findings, checked.sources).items():
        before, after = read_text(checked.sources[path].text, path), read_text(text, path)
        assert same_content(before[0], after[0]), path
