"""Comments that take a workspace as it is: each finding of today is suppressed where it stands (``--add-ignores``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from posdoc.check.suppressions import IGNORE, Suppression, read_suppressions
from posdoc.diagnostics import Diagnostic, Edit, Span
from posdoc.load.kinds import BAD_SUPPRESSION, UNUSED_SUPPRESSION
from posdoc.source import SourceFile, read_text
from posdoc.source.edits import apply_changes, same_content, scalars_in

_OF_COMMENTS = (UNUSED_SUPPRESSION, BAD_SUPPRESSION)
LONGEST = 110
"""A line longer than this gets its comment on the line above."""


def with_ignores(findings: Iterable[Diagnostic], sources: Mapping[str, SourceFile]) -> dict[str, str]:
    """The new text of each file in which comments can suppress the findings.

    What cannot be read cannot be suppressed; a file in which a comment would change what is said stays as it is.
    """
    rules: dict[str, dict[int, dict[str, None]]] = {}
    for finding in findings:
        if finding.span.path in sources and not finding.kind.is_about_reading and finding.kind not in _OF_COMMENTS:
            rules.setdefault(finding.span.path, {}).setdefault(finding.span.line, {})[finding.code] = None
    texts = {path: _with_comments(sources[path], lines) for path, lines in rules.items()}
    return {path: text for path, text in texts.items() if text is not None and text != sources[path].text}


def _with_comments(file: SourceFile, rules: Mapping[int, Mapping[str, None]]) -> str | None:
    node, _ = read_text(file.text, file.path)
    scalars = [scalar for scalar in scalars_in(node) if scalar.end_line > scalar.line]
    by_line: dict[int, dict[str, None]] = {}
    for line, codes in rules.items():
        home = next((s.line for s in scalars if s.line < line <= s.end_line), line)
        by_line.setdefault(home, {}).update(codes)
    there = {comment.lines.start: comment for comment in read_suppressions(file)[0] if comment.lines is not None}
    torn = {scalar.line for scalar in scalars if scalar.style not in ("|", ">")}
    changes = [_change(file, line, sorted(codes), there.get(line), torn) for line, codes in sorted(by_line.items())]
    text, made = apply_changes(file, [(change,) for change in changes])
    after, _ = read_text(text, file.path)
    return text if made and same_content(node, after) else None


def _change(file: SourceFile, line: int, codes: list[str], comment: Suppression | None, torn: set[int]) -> Edit:
    if comment is not None and comment.words:
        end = comment.words[-1][1]
        new = [code for code in codes if code not in {word for word, _ in comment.words}]
        return Edit(_behind(end), "".join(f", {code}" for code in new))
    content = file.line(line)
    text = f"# posdoc: {IGNORE} {', '.join(codes)}"
    if line in torn or len(content) > LONGEST:
        indent = content[: len(content) - len(content.lstrip(" "))]
        return Edit(Span(file.path, line, 1, line, 1), f"{indent}{text}{file.line_end}")
    end_column = len(content.rstrip()) + 1
    return Edit(Span(file.path, line, end_column, line, end_column), f"  {text}")


def _behind(span: Span) -> Span:
    return Span(span.path, span.end_line, span.end_column, span.end_line, span.end_column)
