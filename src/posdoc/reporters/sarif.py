"""Findings as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from posdoc import __version__
from posdoc.diagnostics import Diagnostic, Edit, Severity, Span
from posdoc.manual import Page, all_pages, unmarked
from posdoc.reporters import Sources
from posdoc.reporters._fingerprints import fingerprints
from posdoc.reporters.text import MOST_RELATED, RELATED, place

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_BASE = "WORKSPACE"
_BASE_TEXT = "Where the paths begin: the folder that holds posdoc.yaml, or the one above it that posdoc was run in."
MOST_LINES = 20
"""What goes over more lines than this is not quoted."""


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """One run; a column counts code points, addresses are relative to where :class:`Span` paths begin."""
    pages = all_pages()
    rules = {page.kind.code: number for number, page in enumerate(pages)}
    marks = fingerprints(findings, sources)
    results = [_result(f, sources, language) for f in findings]
    for finding, result, mark in zip(findings, results, marks, strict=True):
        result["ruleIndex"] = rules[finding.code]
        result["partialFingerprints"] = {"posdoc/v1": mark}
    run = {
        "tool": {
            "driver": {
                "name": "posdoc",
                "fullName": f"posdoc {__version__}",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(page, language) for page in pages],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": _BASE_TEXT}}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(page: Page, language: str) -> dict[str, Any]:
    kind, prose = page.kind, page.prose
    what, why = prose.what.in_(language), prose.why.in_(language)
    example = f"\n\n```yaml\n{unmarked(prose.wrong)}```" if prose.wrong else ""
    return {
        "id": kind.code,
        "name": "".join(word.capitalize() for word in kind.name.split("-")),
        "shortDescription": {"text": what},
        "fullDescription": {"text": f"{what} {why}"},
        "help": {"text": f"{what}\n\n{why}", "markdown": f"{what}\n\n{why}{example}"},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(finding: Diagnostic, sources: Sources, language: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _text(finding, language)},
        "locations": [{"physicalLocation": _quoted(finding.span, sources)}],
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _without_links(related.message.in_(language))},
                "physicalLocation": _quoted(related.span, sources),
            }
            for number, related in enumerate(finding.related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding, language)]
    return result


# --- messages -----------------------------------------------------------------------------------------------


def _text(finding: Diagnostic, language: str) -> str:
    """Message and way out, and links to the related places: GitHub shows only those that the text links to."""
    lines = [_without_links(finding.message.in_(language))]
    if finding.hint:
        lines.append(_without_links(finding.hint.in_(language)))
    for number, related in enumerate(finding.related[:MOST_RELATED], 1):
        words = re.sub(r"([\\\[\]])", r"\\\1", f"{place(related.span)} {related.message.in_(language)}")
        lines.append(f"{RELATED.in_(language)}: [{words}]({number})")
    return "\n".join(lines)


def _without_links(text: str) -> str:
    """The text, in which ``[…](…)`` out of a definition must not be taken for a link."""
    return re.sub(r"\[(?=[^\[\]]*\]\()|\](?=\()", r"\\\g<0>", text)


# --- places -------------------------------------------------------------------------------------------------


def _quoted(span: Span, sources: Sources) -> dict[str, Any]:
    """A place with its text and the lines around it, where the file can be quoted."""
    region, found = _region(span), {"artifactLocation": _artifact(span.path)}
    lines = [sources.line(span.path, number) for number in range(span.line, span.end_line + 1)]
    if not any(lines) or len(lines) > MOST_LINES:
        return {**found, "region": region}
    first, last = max(1, span.line - 1), span.end_line
    around = [sources.line(span.path, span.line - 1)] * (span.line - first) + lines
    if following := sources.line(span.path, span.end_line + 1):
        around, last = [*around, following], last + 1
    text = "\n".join(around)
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    region["snippet"] = {"text": "\n".join(lines)}
    if text != region["snippet"]["text"]:  # the region around has to be larger than the region
        found["contextRegion"] = {"startLine": first, "endLine": last, "snippet": {"text": text}}
    return {**found, "region": region}


def _artifact(path: str) -> dict[str, Any]:
    return {"uri": quote(path), "uriBaseId": _BASE}


def _region(span: Span) -> dict[str, Any]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


# --- fixes --------------------------------------------------------------------------------------------------


def _fix(finding: Diagnostic, language: str) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in finding.fix:
        changes.setdefault(edit.span.path, []).append(_replacement(edit))
    return {
        "description": {"text": _without_links((finding.hint or finding.message).in_(language))},
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": replacements}
            for path, replacements in changes.items()
        ],
    }


def _replacement(edit: Edit) -> dict[str, Any]:
    replacement: dict[str, Any] = {"deletedRegion": _region(edit.span)}
    if edit.text:
        replacement["insertedContent"] = {"text": edit.text}
    return replacement
