"""Findings as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from posdoc import __version__
from posdoc.diagnostics import Diagnostic, Severity, Span
from posdoc.manual import Page, all_pages, unmarked
from posdoc.reporters import Sources
from posdoc.reporters._fingerprints import fingerprints

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """One run; a column counts code points, addresses are relative to the workspace."""
    pages = all_pages()
    places = {page.kind.code: place for place, page in enumerate(pages)}
    marks = fingerprints(findings, sources)
    run = {
        "tool": {
            "driver": {
                "name": "posdoc",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(page, language) for page in pages],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"WORKSPACE": {"description": {"text": "The folder that holds posdoc.yaml."}}},
        "results": [_result(f, places[f.code], mark, language) for f, mark in zip(findings, marks, strict=True)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(page: Page, language: str) -> dict[str, Any]:
    kind, prose = page.kind, page.prose
    what, why = prose.what.in_(language), prose.why.in_(language)
    return {
        "id": kind.code,
        "name": "".join(word.capitalize() for word in kind.name.split("-")),
        "shortDescription": {"text": what},
        "fullDescription": {"text": f"{what} {why}"},
        "help": {"text": f"{what}\n\n{why}", "markdown": f"{what}\n\n{why}\n\n```yaml\n{unmarked(prose.wrong)}```"},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(finding: Diagnostic, rule: int, fingerprint: str, language: str) -> dict[str, Any]:
    text = finding.message.in_(language)
    if finding.hint:
        text += f"\n{finding.hint.in_(language)}"
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(finding.span)}],
        "partialFingerprints": {"posdoc/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": place, "message": {"text": r.message.in_(language)}, "physicalLocation": _location(r.span)}
            for place, r in enumerate(finding.related, 1)
        ]
    return result


def _location(span: Span) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(span.path), "uriBaseId": "WORKSPACE"},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }
