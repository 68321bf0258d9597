"""Collects the findings of one file: at most a page of each kind, and in the order of the file."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from posdoc.diagnostics import Diagnostic, Kind, Related, Span
from posdoc.phrases import Phrase

LIMIT_PER_KIND = 20
"""A binary file named .yaml would else have a finding for every byte."""


class Findings:
    """The findings of one file. What goes beyond the limit of a kind is counted and told by the last one."""

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []
        self._counts: Counter[Kind] = Counter()

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(
        self,
        kind: Kind,
        span: Span,
        message: Phrase,
        hint: Phrase | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        """Note one finding."""
        self._counts[kind] += 1
        if self._counts[kind] <= LIMIT_PER_KIND:
            self._found.append(Diagnostic(kind, span, message, hint, related))

    def takes(self, kind: Kind) -> bool:
        """Whether one more finding of this kind would be kept; if not, it is counted here and now.

        For callers that may find millions: it spares them the making of a finding that is not kept.
        """
        if self._counts[kind] < LIMIT_PER_KIND:
            return True
        self._counts[kind] += 1
        return False

    def has(self, *kinds: Kind) -> bool:
        """Whether anything of these kinds was found."""
        return any(self._counts[kind] for kind in kinds)

    def any_between(self, kinds: tuple[Kind, ...], first_line: int, last_line: int) -> bool:
        """Whether a finding of these kinds begins on one of these lines (both inclusive)."""
        return any(finding.kind in kinds and first_line <= finding.span.line <= last_line for finding in self._found)

    def result(self) -> list[Diagnostic]:
        """All findings, sorted by place and code."""
        found = list(self._found)
        for kind, count in self._counts.items():
            if count > LIMIT_PER_KIND:
                last = max(index for index, finding in enumerate(found) if finding.kind == kind)
                found[last] = _with_rest(found[last], count - LIMIT_PER_KIND)
        return sorted(found, key=lambda finding: (finding.span, finding.code))


def _with_rest(finding: Diagnostic, rest: int) -> Diagnostic:
    zh, en = finding.message
    noun = "place" if rest == 1 else "places"
    message = Phrase(f"{zh}（本文件另有 {rest} 处同类问题）", f"{en} (and {rest} more {noun} in this file)")
    return replace(finding, message=message)
