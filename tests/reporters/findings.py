"""Findings for the tests of reporters, and the lines that they quote."""

from __future__ import annotations

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity, Span
from posdoc.phrases import Phrase

TIME = Kind("POS301", "duty-time-not-100")
EMPTY = Kind("POS106", "empty-value", Severity.WARNING)
NOTE = Kind("POS799", "just-so", Severity.INFO)


class Lines:
    """Sources that hold the given lines, whatever the path."""

    def __init__(self, *lines: str) -> None:
        self.lines = lines

    def line(self, path: str, number: int) -> str:
        return self.lines[number - 1] if path and 1 <= number <= len(self.lines) else ""


def finding(line: int, column: int, end_column: int, end_line: int = 0, kind: Kind = TIME) -> Diagnostic:
    """A finding without hint in ``甲.yaml``."""
    return Diagnostic(
        kind,
        Span("positions/甲.yaml", line, column, end_line or line, end_column),
        Phrase("合计不对", "the sum is wrong"),
    )


SOURCE = Lines("title: {zh: 售后主管, en: Head}", "duties:", "  - time: 45%")
FINDINGS = (
    Diagnostic(
        TIME,
        Span("positions/甲.yaml", 2, 1, 2, 7),
        Phrase("各项职责的时间应合计 100%，现为 45%", "the time of all duties must add up to 100%; it is 45%"),
        Phrase("还差 55%", "55% more is needed"),
        (Related(Span("positions/甲.yaml", 3, 11, 3, 14), Phrase("45%", "45%")),),
    ),
    Diagnostic(
        EMPTY, Span("positions/甲.yaml", 1, 13, 1, 17), Phrase("“售后主管”不妥", "'售后主管' will not do"),
    ),
)  # fmt: skip
