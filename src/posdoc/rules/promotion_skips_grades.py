"""One step of a promotion skips many grades."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Preset, Severity
from posdoc.model import Organization
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._careers import Move, grade_places, grades, promotions, rise

KIND = Kind("POS608", "promotion-skips-grades", Severity.INFO, Preset.STRICT)
WHAT = Phrase(
    "晋升的一步跨过太多职等。默认一步最多跨过 2 个职等（如从 G2 到 G5）。",
    "One step of a promotion skips many grades; by default it may skip 2 (from G2 to G5).",
)
WHY = Phrase(
    "跨度太大的晋升很少发生，多半是漏写了中间的一步或职等写错。",
    "Such leaps hardly ever happen; mostly a step between is missing, or a grade is wrong.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
grades: [G1, G2, G3, G4, G5]
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
grade: G5
"""
PASSING = (_HEAD + "## positions/service/engineer.yaml\ntitle: 售后工程师\ngrade: G2\npromotes_to: [[manager]]\n",)
FAILING = (_HEAD + "## positions/service/trainee.yaml\ntitle: 见习工程师\ngrade: G1\npromotes_to: [[«manager»]]\n",)


@record
class SkipOptions(Options):
    """How many grades one step may skip."""

    maximum: int = declare(
        "最多跨过职等", "Grades skipped", "晋升的一步最多可跨过的职等数。", "How many grades one step of a promotion may skip.",
        1, default=2)  # fmt: skip


OPTIONS = SkipOptions


def check(organization: Organization, options: SkipOptions) -> Iterator[Diagnostic]:
    """Each step that skips more grades than allowed."""
    for move in promotions(organization):
        up = rise(organization, move.start, move.end)
        if up is not None and up - 1 > options.maximum:
            yield _finding(organization, move, up - 1)


def _finding(organization: Organization, move: Move, skipped: int) -> Diagnostic:
    low, high = grades(organization, move.start, move.end)
    towards = move.direction
    return Diagnostic(
        KIND,
        move.ref.span,
        Phrase(
            f"{towards.zh}“{move.ref}”由 {low} 直升 {high}，跨过 {skipped} 个职等",
            f"{towards.en} '{move.ref}' leads from grade {low} to {high} and skips {skipped} grades",
        ),
        Phrase(
            "补上中间的晋升步骤，或改正职等；确需如此可调整参数 maximum",
            "add the step between, or correct the grades; if it is meant, set the option 'maximum'",
        ),
        (*grade_places(organization, move.start, move.end), *move.taken_over),
    )
