"""The report of an import for programs: JSON."""

from __future__ import annotations

import json
from typing import Any

from posdoc.importers.importing import Imported, ImportedFile

VERSION = 1


def report_json(imported: Imported, ui: str) -> str:
    """``{"version", "language", "files": [{name, positions, unread, findings, coverage}]}``; keys never change meaning."""
    files = [_file(report, ui) for report in imported.reports]
    return (
        json.dumps({"version": VERSION, "language": imported.language, "files": files}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _file(report: ImportedFile, ui: str) -> dict[str, Any]:
    lines = report.read.lines if report.read else []
    return {
        "name": report.name,
        "read": report.read is not None,
        "positions": [
            {
                "title": position.title,
                "path": position.path,
                "recognized": [
                    {
                        "field": trace.path,
                        "text": trace.text,
                        "place": trace.place.words.in_(ui),
                        "number": trace.place.number,
                        "confidence": trace.confidence.value,
                    }
                    for trace in position.traces
                ],
            }
            for position in report.positions
        ],
        "unread": [
            {"text": line.unread(), "place": line.place.words.in_(ui), "number": line.place.number}
            for line in lines
            if line.unread()
        ],
        "findings": [
            {
                "code": finding.kind.code,
                "name": finding.kind.name,
                "severity": finding.severity.name.lower(),
                "number": finding.span.line,
                "message": finding.message.in_(ui),
                "hint": finding.hint.in_(ui) if finding.hint else None,
            }
            for finding in report.findings
        ],
        "coverage": report.coverage._asdict(),
    }
