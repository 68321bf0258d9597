"""Findings for people: place, code and name, message, the source line with a caret, and the way out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from unicodedata import category, combining, east_asian_width

from posdoc.diagnostics import Diagnostic, Related, Severity, Span
from posdoc.patterns import pattern
from posdoc.phrases import Phrase
from posdoc.reporters import Sources

Paint = Callable[[str, str], str]
_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
HINT = Phrase("建议", "hint")
RELATED = Phrase("相关", "related")
MOST_RELATED = 12
LONGEST_LINE = 240
_PICTURES = {code: 0x2400 + code for code in range(32) if code != 9} | {127: "␡"}
_PICTURES |= dict.fromkeys([*range(0x80, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)], "�")


_COMMAND = pattern(r"##(?=\w*\[)")


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:
    """The findings one after the other, and a line that counts them."""
    paint = _painter(color)
    blocks = ["\n".join(_lines(finding, sources, language, paint)) for finding in findings]
    blocks.append(summary(findings).in_(language))
    return "\n\n".join(blocks) + "\n"


def summary(findings: Sequence[Diagnostic]) -> Phrase:
    """How many findings of which severity there are."""
    if not findings:
        return Phrase("没有发现问题。", "No problems found.")
    counts = Counter(finding.severity for finding in findings)
    zh = "，".join(f"{counts[level]} 个{level.label.zh}" for level in sorted(counts, reverse=True))
    en = ", ".join(
        f"{counts[level]} {level.label.en}{'s' if counts[level] > 1 and level is not Severity.INFO else ''}"
        for level in sorted(counts, reverse=True)
    )
    fixable = len({finding.fix for finding in findings if finding.fix})
    if fixable:
        zh += f"；其中 {fixable} 个可用 posdoc check --fix 改正"
        en += f"; {fixable} can be mended with: posdoc check --fix"
    return Phrase(f"共发现 {zh}。", f"Found {en}.")


def _painter(color: bool) -> Paint:
    return (lambda text, code: f"\x1b[{code}m{text}\x1b[0m") if color else (lambda text, code: text)  # noqa: ARG005


def _lines(finding: Diagnostic, sources: Sources, language: str, paint: Paint) -> list[str]:
    span, shade = finding.span, _COLORS[finding.severity]
    level = paint(finding.severity.label.in_(language), shade)
    lines = [f"{place(span)} {level} {finding.code} {finding.name}: {visible(finding.message.in_(language))}"]
    lines += _quote(span, sources, lambda text: paint(text, shade))
    if finding.hint:
        lines.append(f"  {HINT.in_(language)}: {visible(finding.hint.in_(language))}")
    for related in finding.related[:MOST_RELATED]:
        lines.append(_related(related, language))
    if len(finding.related) > MOST_RELATED:
        lines.append("  …")
    return lines


def place(span: Span) -> str:
    """``path:line:column``, as editors and terminals make links of it."""
    return f"{visible(span.path)}:{span.line}:{span.column}"


def _related(related: Related, language: str) -> str:
    return f"  {RELATED.in_(language)}: {place(related.span)} {visible(related.message.in_(language))}"


def _quote(span: Span, sources: Sources, mark: Callable[[str], str]) -> list[str]:
    """The source line and a caret under exactly the span; nothing where the file has no such line."""
    line = sources.line(span.path, span.line)
    if not line.strip():
        return []
    end = span.end_column if span.end_line == span.line else len(line) + 1
    shown, start, end = _excerpt(line, span.column - 1, max(end - 1, span.column))
    before = "".join("\t" if c == "\t" else " " * _width(c) for c in shown[:start])
    length = max(1, cells(shown[start:end]))
    gutter = f"  {span.line} | "
    return [gutter + shown.rstrip(), " " * (len(gutter) - 2) + "| " + before + mark("^" * length)]


def _excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Of a very long line the part around the span, and where in it the span begins and ends."""
    if len(line) <= LONGEST_LINE:
        return visible(line), start, end
    first = max(0, start - LONGEST_LINE // 4)
    last = first + LONGEST_LINE
    head, tail = "…" if first else "", "…" if last < len(line) else ""
    moved = len(head) - first
    return head + visible(line[first:last]) + tail, start + moved, min(end, last) + moved


def visible(text: str) -> str:
    """The text with signs that would disturb a terminal made visible; as many characters as before.

    What some CI services take for a command wherever in a line it stands, ``##[…]`` and ``##vso[…]``, gets another sign.
    """
    shown = text.translate(_PICTURES)
    return _COMMAND.sub("#＃", shown) if "##" in shown else shown


def cells(text: str) -> int:
    """How many cells a text takes on a terminal."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    """How many cells a character takes on a terminal; ambiguous ones (“ ” …) take one."""
    if combining(character) or category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
