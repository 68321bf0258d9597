"""Findings as SARIF 2.1.0, the format of code scanning."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from posdoc import __version__
from posdoc.diagnostics import Diagnostic, Kind, Severity, Span
from posdoc.phrases import Phrase
from posdoc.reporters import Sources
from posdoc.reporters._fingerprints import fingerprints
from posdoc.rules import all_rules

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report(findings: Sequence[Diagnostic], sources: Sources, language: str, color: bool) -> str:  # noqa: ARG001
    """One run; a column counts code points, addresses are relative to the workspace."""
    rules = _rules(findings)
    places = {kind.code: place for place, (kind, _, _) in enumerate(rules)}
    marks = fingerprints(findings, sources)
    run = {
        "tool": {
            "driver": {
                "name": "posdoc",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(kind, what, why, language) for kind, what, why in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"WORKSPACE": {"description": {"text": "The folder that holds posdoc.yaml."}}},
        "results": [_result(f, places[f.code], mark, language) for f, mark in zip(findings, marks, strict=True)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(findings: Sequence[Diagnostic]) -> list[tuple[Kind, Phrase | None, Phrase | None]]:
    """All rules, and the kinds of findings of reading and shape that occur, by code."""
    known: dict[str, tuple[Kind, Phrase | None, Phrase | None]] = {
        finding.code: (finding.kind, None, None) for finding in findings
    }
    known |= {rule.KIND.code: (rule.KIND, rule.WHAT, rule.WHY) for rule in all_rules()}
    return [known[code] for code in sorted(known)]


def _rule(kind: Kind, what: Phrase | None, why: Phrase | None, language: str) -> dict[str, Any]:
    described = what.in_(language) if what else kind.name.replace("-", " ")
    rule: dict[str, Any] = {
        "id": kind.code,
        "name": "".join(word.capitalize() for word in kind.name.split("-")),
        "shortDescription": {"text": described},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }
    if why:
        rule["fullDescription"] = {"text": why.in_(language)}
        rule["help"] = {"text": why.in_(language)}
    return rule


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
