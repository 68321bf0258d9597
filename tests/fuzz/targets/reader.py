"""The YAML reader, from the bytes of one file: nodes and findings, each in its place, whatever the bytes are."""

from __future__ import annotations

from posdoc.diagnostics import Diagnostic
from posdoc.source import MapNode, Node, SourceFile, read_text
from posdoc.source.edits import scalars_in
from posdoc.source.emit import emit
from posdoc.source.files import decode
from posdoc.source.plain_data import data_of
from tests.conftest import ROOT
from tests.fuzz.judging import assert_inside

MOST_BYTES = 6000
WORDS = [
    "title:", "duties:", "- ", ": ", "：", "# ", "&a", "*a", "<<:", "!!str", "|", ">-", "|+2", "---", "...", "{", "}", "[", "]",
    ",", '"', "'", "\\u202e", "\\x00", "? ", "~", "null", "\t", "　", "\ufeff", "\u2028", "\u0085", "％", "，", "\r\n", "\n  ",
    "%YAML 1.2", "\ue000", "😀", "posdoc: ignore POS301",
]  # fmt: skip
HAZARDS = ["a: [1, {b: c}]\n", "? x\n: y\n", "a: &x 1\nb: *x\n", "a: |\n  甲\n\n  乙\nb: >-\n  c\n  d\n",
           "a：甲\n\tb: 1\n", 'a: "\\u202e\\x41"\n', "{a: b, c: [d]}\r\n", "\ufeffa: 1\n---\nb: 2\n", "- - - a\n  - b\n",
           "a: 'x\n  y'\n"]  # fmt: skip


def seeds() -> list[bytes]:
    files = sorted(ROOT.glob("positions/**/*.yaml"))[:20]
    return [path.read_bytes()[:3000] for path in files] + [text.encode() for text in HAZARDS]


def run(data: bytes) -> None:
    text = decode(data, "a.yaml")
    if isinstance(text, Diagnostic):
        prefix = data.decode("utf-8", "ignore") if text.span.column > 1 or text.span.line > 1 else ""
        assert_inside([text], {"a.yaml": prefix} if prefix else {})
        return
    root, findings = read_text(text, "a.yaml")
    assert root is not None or findings
    assert_inside(findings, {"a.yaml": text})
    assert read_text(text, "a.yaml")[1] == findings
    if root is not None:
        for node in scalars_in(root):
            _check_place(root.file, node)
        if not findings:
            _check_texts(root)
            _check_emitted(root)


def _check_place(file: SourceFile, node: Node) -> None:
    assert (node.line, node.column) <= (node.end_line, node.end_column)
    assert node.end_line <= len(file.lines)
    assert node.end_column <= len(file.line(node.end_line)) + 1


def _check_texts(root: Node) -> None:
    """A scalar of one line without quotes stands in the file as it is read, behind its anchor."""
    for node in scalars_in(root):
        if node.style == "" and node.line == node.end_line:
            start, end = (
                root.file.offset(*place) for place in ((node.line, node.column), (node.end_line, node.end_column))
            )
            assert root.file.text[start:end].endswith(node.text), (root.file.text[start:end], node.text)


def _check_emitted(root: Node) -> None:
    """What was read without a finding is the same when it is written and read again."""
    data = data_of(root)
    try:
        text = emit(data)
    except ValueError:
        assert isinstance(root, MapNode) or data, "only a key can be what is not written"
        return
    again, findings = read_text(text, "b.yaml")
    assert again is not None, (data, text, findings)
    assert data_of(again) == data, (data, text)
