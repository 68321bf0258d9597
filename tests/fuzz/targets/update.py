"""A document that posdoc made, after somebody was at its parts: read back into the definition as ``import --update`` does."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from posdoc.diagnostics import Severity
from posdoc.importers.definitions import read_definitions
from posdoc.importers.refusal import Refused
from posdoc.importers.updating import edits_of_document
from posdoc.load import load
from posdoc.source import read_text
from tests.fuzz import parts, smallest
from tests.fuzz.judging import written
from tests.fuzz.markup import mutated
from tests.fuzz.targets import word

__all__ = ["MOST_BYTES", "WORDS", "mutated", "run", "seeds"]

MOST_BYTES = 80_000
WORDS = [
    *word.WORDS[:18],
    "duties.0.text",
    "duties.1.tasks.0",
    "=duties",
    "duties.0.time",
    '<w:tag w:val="title"/>',
    "40%",
]
_LEFT_OUT = ("theme", "styles", "settings", "fontTable", "docProps/app")


def seeds() -> list[bytes]:
    """The document of the smallest department, as it is and with some of its texts changed."""
    made = parts.joined({name: data for name, data in _document().items() if not any(one in name for one in _LEFT_OUT)})
    new = {
        "收发配件。": "收发配件，登记台账。",
        "40%": "甲",
        "库管员": "",
        "盘点库存。": "\u202e盘点：\n- x",
        "大专": "{本科}",
    }
    return [made, *(made.replace(old.encode(), text.encode()) for old, text in new.items())]


@cache
def _document() -> dict[str, bytes]:
    return parts.unzipped(smallest.document())


def run(data: bytes) -> None:
    """What comes back is a definition that can be read; a value in it may be gone, but none is of a wrong shape."""
    if not data.startswith(b"PK"):
        data = parts.zipped({**_document(), **parts.split(data)})
    with TemporaryDirectory(prefix="posdoc-") as folder:
        root = written(Path(folder), smallest.FILES)
        organization, _ = load(root)
        try:
            edits = edits_of_document(data, "a.docx", organization, read_definitions(root), root)
        except Refused:
            return
        for path, text in edits.files.items():
            assert path in smallest.FILES
            node, findings = read_text(text, path)
            assert node is not None, text
            assert [one for one in findings if one.severity is Severity.ERROR] == [], text
            assert edits.changes
        written(root, {path: text.encode() for path, text in edits.files.items()})
        errors = {one.name for one in load(root)[1] if one.severity is Severity.ERROR}
        assert errors <= {"missing-field"}, edits.changes
