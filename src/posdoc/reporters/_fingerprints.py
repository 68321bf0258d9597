"""A mark for each finding that stays the same while lines above it come and go."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from posdoc.diagnostics import Diagnostic
from posdoc.reporters import Sources


def fingerprints(findings: Sequence[Diagnostic], sources: Sources) -> list[str]:
    """By code, file, the text of the line and the message; the same once more gets another number."""
    seen: Counter[str] = Counter()
    marks = []
    for finding in findings:
        line = sources.line(finding.span.path, finding.span.line).strip()
        content = "\0".join((finding.code, finding.span.path, line, finding.message.en))
        seen[content] += 1
        marks.append(hashlib.sha256(f"{content}\0{seen[content]}".encode()).hexdigest()[:32])
    return marks
