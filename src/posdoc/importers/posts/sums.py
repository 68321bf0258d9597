"""Adds up the shares that were read, and reports those that do not make 100 %."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from posdoc.diagnostics import Diagnostic, Span
from posdoc.foreign import kinds
from posdoc.importers.posts.draft import Draft
from posdoc.load.scalars import percent_of
from posdoc.model import Duty, Kpi, Record, field_of
from posdoc.phrases import Phrase


def report_sums(draft: Draft) -> None:
    """Report shares of duties, and weights of each set of indicators, whose sum is not 100."""
    _report(draft, draft.data.get("duties", ()), "duties", "time", Duty)
    _report(draft, draft.data.get("duties", ()), "duties", "weight", Duty)
    for place, one in enumerate(draft.data.get("kpi_sets", ())):
        _report(draft, one.get("kpis", ()), f"kpi_sets[{place}].kpis", "weight", Kpi)


def _report(draft: Draft, entries: Sequence[dict[str, Any]], path: str, name: str, cls: type[Record]) -> None:
    shares = [percent_of(str(entry[name])) for entry in entries if name in entry]
    total = _total(shares)
    info = field_of(cls, name)
    if total is None or total == 100 or info is None:
        return
    lacking = len(entries) - len(shares)
    zh = f"读出的{info.label.zh}合计 {total:f}%" + (f"，另有 {lacking} 条没有读出" if lacking else "，不是 100%")
    en = f"{info.label.en.lower()}: the shares that were read make {total:f}%" + (
        f"; {lacking} more have none" if lacking else ", not 100%")  # fmt: skip
    line = next((trace.place.number for trace in draft.traces if trace.path.startswith(f"{path}[")), 0)
    draft.findings.append(Diagnostic(kinds.SUM_OF_SOURCE, Span("", line, 1, line, 1), Phrase(zh, en)))


def _total(shares: Sequence[tuple[Decimal, Decimal] | None]) -> Decimal | None:
    """The sum; None where there is nothing to add, or where ranges leave it open."""
    if not shares:
        return None
    total = Decimal(0)
    for share in shares:
        if share is None or share[0] != share[1]:
            return None
        total += share[0]
    return total
