"""Reads one YAML file: text in, nodes and findings out. Bad content is a finding, never an exception."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import Final

from yaml import YAMLError

from posdoc.diagnostics import Diagnostic, Span
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.characters import SUSPECT, StandIns, check_characters, check_escapes
from posdoc.source.events import TOO_DEEP_FOR_LIBYAML, EventSource, PythonParser, open_events
from posdoc.source.failure import Failure, locate_failure
from posdoc.source.files import MAX_BYTES, decode, read_bytes, too_large
from posdoc.source.findings import Findings
from posdoc.source.line_heads import check_line_heads, check_whole_file
from posdoc.source.nodes import Node, ScalarNode, SourceFile
from posdoc.source.syntax import explain_failure
from posdoc.source.tree import TreeBuilder

_EXPLAIN_SYNTAX: Final = (
    kinds.MISPLACED_BOM,
    kinds.TAB_INDENTATION,
    kinds.WIDE_SPACE_INDENTATION,
    kinds.FULL_WIDTH_SYNTAX,
    kinds.FORBIDDEN_CHARACTER,
    kinds.BIDI_CONTROL,
)
"""Findings that are the reason of a syntax error next to them."""


def read_file(root: Path, relative: str) -> tuple[Node | None, list[Diagnostic]]:
    """Read ``root / relative``: its root node, and what is wrong with it, in the order of the file.

    The node is None if nothing usable could be read. Where there are findings *and* a node, the node
    holds what could be read: a repeated key and ``<<`` are left out, an alias is its own text.
    """
    path = PurePath(relative).as_posix()
    data = read_bytes(root, path)
    if isinstance(data, Diagnostic):
        return None, [data]
    text = decode(data, path)
    if isinstance(text, Diagnostic):
        return None, [text]
    return _read(text, path)


def read_text(text: str, path: str) -> tuple[Node | None, list[Diagnostic]]:
    """Read ``text`` as :func:`read_file` reads a file; ``path`` is what the findings name."""
    size = len(text) if len(text) > MAX_BYTES else len(text.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        return None, [too_large(path, size)]
    return _read(text, path)


def _read(text: str, path: str) -> tuple[Node | None, list[Diagnostic]]:
    findings = Findings()
    content = text.removeprefix("\ufeff")
    file = SourceFile(path, content, has_bom=len(content) < len(text))
    is_suspect = SUSPECT.search(content) is not None
    stand_ins = check_characters(file, findings) if is_suspect else StandIns(content, {})
    root, scalars, failure = _parse(file, stand_ins, findings)
    if is_suspect:
        check_line_heads(file, scalars, findings, failure)
    if "\\" in content:
        check_escapes(file, scalars, findings)
    if failure:
        _report_failure(failure, findings)
    elif check_whole_file(root, findings):
        root = None
    elif _is_empty(root) and not findings:
        root = None
        _report_empty(file, findings)
    return root, findings.result()


def _parse(
    file: SourceFile,
    stand_ins: StandIns,
    findings: Findings,
    open_text: Callable[[str], EventSource] = open_events,
) -> tuple[Node | None, list[ScalarNode], Failure | None]:
    """The root, the scalars read, and the failure if YAML gave up."""
    builder = TreeBuilder(file, open_text(stand_ins.text), findings, stand_ins.restore)
    try:
        return builder.build(), builder.scalars, None
    except YAMLError as error:
        if getattr(error, "problem", "") == TOO_DEEP_FOR_LIBYAML:
            return _parse(file, stand_ins, findings, PythonParser)
        last = builder.scalars[-1] if builder.scalars else None
        return None, builder.scalars, locate_failure(error, file, last)


def _report_failure(failure: Failure, findings: Findings) -> None:
    """Report the syntax error, unless something already found next to it is the reason."""
    if not findings.any_between(_EXPLAIN_SYNTAX, failure.first_line, failure.line):
        explain_failure(failure, findings)


def _is_empty(root: Node | None) -> bool:
    return root is None or (isinstance(root, ScalarNode) and not root.text and not root.style)


def _report_empty(file: SourceFile, findings: Findings) -> None:
    findings.add(
        kinds.EMPTY_FILE,
        Span(file.path),
        Phrase("文件是空的，或者只有注释", "the file is empty or holds comments only"),
        Phrase("写上内容，或删去这个文件", "write a definition into it, or delete the file"),
    )
