"""Comments that suppress findings: on the line, on the line above, or for a whole file.

``# posdoc: ignore POS303`` at the end of a line suppresses what is found on that line, and in a text that begins
there; on a line of its own it goes for the next line with content. ``# posdoc: ignore-file POS711`` goes for the
file. Rules are named by name, code, or the beginning of a code, several with commas; after ``--`` stands the reason.
What suppresses nothing is itself a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from posdoc.diagnostics import Diagnostic, Edit, Kind, Span
from posdoc.load import kinds
from posdoc.manual import all_kinds, matches, unknown_rule
from posdoc.phrases import Phrase
from posdoc.source import ScalarNode, SourceFile, read_text
from posdoc.source.edits import scalars_in

MARK = re.compile(
    r"#[ \t]*posdoc[:：][ \t]*(?P<verb>[\w-]*)(?P<rules>[^\n\r]*?)(?=[ \t]*(?:--|——|[#\r\n]|\Z))", re.MULTILINE
)
_WORD = re.compile(r"[^\s,，、]+")
IGNORE, IGNORE_FILE = "ignore", "ignore-file"


@dataclass
class Suppression:
    """One comment: where it stands, which rules it names, and for which lines; no lines mean the whole file."""

    file: SourceFile
    start: int
    end: int
    words: list[tuple[str, Span]]
    lines: range | None
    used: set[str] = field(default_factory=set)

    def word_for(self, finding: Diagnostic) -> str | None:
        """The word by which this comment suppresses ``finding``, if it does."""
        if self.lines is not None and finding.span.line not in self.lines:
            return None
        return next((word for word, _ in self.words if matches(finding.kind, word)), None)


def suppress(
    findings: Iterable[Diagnostic], sources: Mapping[str, SourceFile], is_on: Callable[[Kind], bool]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings that no comment suppresses, and what is wrong with the comments themselves.

    ``is_on`` says whether findings of a kind are looked at: a comment for one that is not has not been in vain.
    """
    comments: dict[str, list[Suppression]] = {}
    problems: list[Diagnostic] = []
    for path, file in sources.items():
        if "posdoc" in file.text and MARK.search(file.text):
            comments[path], found = read_suppressions(file)
            problems += found
    if not comments:
        return list(findings), problems
    kept = [finding for finding in findings if not _is_suppressed(finding, comments.get(finding.span.path, ()))]
    for comment in (comment for found in comments.values() for comment in found):
        problems += _unused(comment, is_on)
    return kept, problems


def _is_suppressed(finding: Diagnostic, comments: Sequence[Suppression]) -> bool:
    if finding.kind.is_about_reading:
        return False
    is_suppressed = False
    for comment in comments:
        word = comment.word_for(finding)
        if word is not None:
            comment.used.add(word)
            is_suppressed = True
    return is_suppressed


def read_suppressions(file: SourceFile) -> tuple[list[Suppression], list[Diagnostic]]:
    """The comments of a file that suppress findings, and what is wrong with them."""
    node, _ = read_text(file.text, file.path)
    scalars = scalars_in(node)
    inside = [(_start(file, s), file.offset(s.end_line, s.end_column)) for s in scalars]
    last_lines: dict[int, int] = {}
    for scalar in scalars:
        last_lines[scalar.line] = max(last_lines.get(scalar.line, 0), scalar.end_line)
    found: list[Suppression] = []
    problems: list[Diagnostic] = []
    for match in MARK.finditer(file.text):
        if not any(start <= match.start() < end for start, end in inside):
            comment = _comment(file, match, last_lines)
            problems += _problems(comment, match)
            found.append(comment)
    return found, problems


def _start(file: SourceFile, scalar: ScalarNode) -> int:
    """Where the text of a scalar begins: that of a block on the line after its sign, which a comment may follow."""
    if scalar.style in ("|", ">"):
        return file.offset(scalar.line + 1, 1)
    return file.offset(scalar.line, scalar.column)


def _comment(file: SourceFile, match: re.Match[str], last_lines: Mapping[int, int]) -> Suppression:
    offset = match.start("rules")
    words = [
        (word[0], file.span(offset + word.start(), offset + word.end())) for word in _WORD.finditer(match["rules"])
    ]
    lines = None
    if match["verb"] != IGNORE_FILE:
        line = _line_meant(file, match.start())
        lines = range(line, max(line, last_lines.get(line, line)) + 1)
    return Suppression(file, match.start(), match.end(), words, lines)


def _line_meant(file: SourceFile, offset: int) -> int:
    """The line of the comment; where nothing else stands on it, the next one with content."""
    line, column = file.position(offset)
    if file.line(line)[: column - 1].strip(" \t"):
        return line
    for number in range(line + 1, len(file.lines) + 1):
        content = file.line(number).strip()
        if content and not content.startswith("#"):
            return number
    return line


def _problems(comment: Suppression, match: re.Match[str]) -> Iterator[Diagnostic]:
    if match["verb"] not in (IGNORE, IGNORE_FILE):
        yield Diagnostic(
            kinds.BAD_SUPPRESSION,
            comment.file.span(match.start("verb"), match.end("verb")),
            Phrase(f"posdoc 注释只有 ignore 和 ignore-file，没有“{match['verb']}”",
                   f"a posdoc comment says ignore or ignore-file, not '{match['verb']}'"),
            Phrase("写成 # posdoc: ignore POS303", "write: # posdoc: ignore POS303"),
        )  # fmt: skip
        comment.words.clear()
    elif not comment.words:
        yield Diagnostic(
            kinds.BAD_SUPPRESSION,
            comment.file.span(match.start(), match.end()),
            Phrase("没有写明忽略哪些规则", "it does not say which rules to ignore"),
            Phrase("写出规则，如 # posdoc: ignore POS303", "name them, such as: # posdoc: ignore POS303"),
        )
    for word, span in comment.words:
        hint = unknown_rule(word) or _not_suppressible(word)
        if hint is not None:
            message = Phrase(f"“{word}”不是可以忽略的规则", f"'{word}' is no rule that can be ignored")
            yield Diagnostic(kinds.BAD_SUPPRESSION, span, message, hint)
            comment.used.add(word)


def _not_suppressible(word: str) -> Phrase | None:
    if any(matches(kind, word) and not kind.is_about_reading for kind in all_kinds()):
        return None
    return Phrase("读取文件时的问题不能忽略，请改正文件", "what cannot be read cannot be ignored; mend the file")


def _unused(comment: Suppression, is_on: Callable[[Kind], bool]) -> Iterator[Diagnostic]:
    vain = [
        (word, span)
        for word, span in comment.words
        if word not in comment.used and all(is_on(kind) for kind in all_kinds() if matches(kind, word))
    ]
    for word, span in vain:
        whole = len(vain) == len(comment.words)
        yield Diagnostic(
            kinds.UNUSED_SUPPRESSION,
            span,
            Phrase(f"此处没有“{word}”可忽略", f"there is no '{word}' to ignore here"),
            Phrase("删去它，以免日后掩盖真正的问题", "remove it, lest it hide a real one some day"),
            fix=(_removal(comment) if whole else _word_removal(comment, span),),
        )


def _removal(comment: Suppression) -> Edit:
    """Take the comment out, with the space before it; the whole line where nothing else stands on it."""
    text, start, end = comment.file.text, comment.start, comment.end
    rest = re.compile(r"[^\n\r#]*").match(text, end)
    end = rest.end() if rest else end
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    is_alone = (start == 0 or text[start - 1] in "\r\n") and (end == len(text) or text[end] in "\r\n")
    if is_alone and end < len(text):
        end += 2 if text.startswith("\r\n", end) else 1
    return Edit(comment.file.span(start, end), "")


def _word_removal(comment: Suppression, span: Span) -> Edit:
    """Take one word out, with the comma after it, or before it where it is the last."""
    text = comment.file.text
    start, end = comment.file.offset(span.line, span.column), comment.file.offset(span.end_line, span.end_column)
    behind = re.compile(r"[ \t]*[,，、][ \t]*").match(text, end)
    if behind:
        return Edit(comment.file.span(start, behind.end()), "")
    before = re.compile(r"[ \t,，、]*\Z").search(text, 0, start)
    return Edit(comment.file.span(before.start() if before else start, end), "")
