"""From departments that chance made to ones without an error: what an error is about is taken out, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from posdoc.check import Checked, check
from posdoc.diagnostics import Diagnostic, Severity
from posdoc.source import MapNode, read_text
from posdoc.source.emit import emit
from tests.fuzz.judging import TODAY, written
from tests.fuzz.strategies import Files

MOST_ROUNDS = 8


def write(root: Path, files: Files) -> dict[str, str]:
    """Write the files, and return their texts."""
    texts = {path: emit(data) for path, data in files.items()}
    written(root, {path: text.encode("utf-8") for path, text in texts.items()})
    return texts


def mended(root: Path, files: Files) -> Checked | None:
    """The workspace in ``root``, without an error; None where there is one that cannot be taken out."""
    for _ in range(MOST_ROUNDS):
        texts = write(root, files)
        checked = check(root, today=TODAY)
        errors = [one for one in checked.findings if one.severity is Severity.ERROR]
        if not errors:
            return checked
        if not _take_out(errors, texts, files):
            return None
    return None


def _take_out(errors: Iterable[Diagnostic], texts: dict[str, str], files: Files) -> bool:
    """Whether a field was taken out of ``files`` for at least one of the errors."""
    done = False
    for error in errors:
        path = error.span.path
        root, _ = read_text(texts[path], path) if path in texts else (None, [])
        for key, value in root.entries if isinstance(root, MapNode) else ():
            if key.line <= error.span.line <= value.end_line and key.text not in NEEDED:
                done |= files[path].pop(key.text, None) is not None
    return done


NEEDED = ("title", "reports_to", "organization", "languages", "outside_positions", "people")
