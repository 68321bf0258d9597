"""``reviews.yaml`` keeps the review of a position that there is not."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Severity
from posdoc.load.suggest import closest
from posdoc.model import Organization, Ref
from posdoc.phrases import Phrase
from posdoc.reviews.standing import new_ids

KIND = Kind("POS944", "review-of-nothing", Severity.WARNING)
WHAT = Phrase(
    "reviews.yaml 里有一个岗位标识，没有这样的岗位，也不是哪个岗位的曾用标识（former_ids）。",
    "reviews.yaml has the id of a position that does not exist, and that no position had before (former_ids).",
)
WHY = Phrase(
    "岗位改名而没有写曾用标识时，它的复审记录就丢了。",
    "Where a position was renamed without a note of its former id, its review is lost.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
_REVIEW = """\
## reviews.yaml
positions:
  {}:
    date: 2026-03-10
    of:
      self: 3f2a91bc0d4e
"""
PASSING = (_HEAD + "former_ids: [service-manager]\n" + _REVIEW.format("service-manager"),)
FAILING = (_HEAD + _REVIEW.format("«service-manager»"),)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each id in ``reviews.yaml`` that means no position."""
    written = (organization.reviews.positions if organization.reviews else None) or {}
    for name in written:
        if name not in organization.by_id and new_ids(organization).get(name) not in organization.by_id:
            yield _finding(organization, name)


def _finding(organization: Organization, name: str) -> Diagnostic:
    near = closest(name, organization.by_id)
    return Diagnostic(
        KIND,
        name.span if isinstance(name, Ref) else organization.workspace.span,
        Phrase(f"没有标识为“{name}”的岗位", f"there is no position with the id '{name}'"),
        Phrase(
            f"若已改名为 {near}，在该岗位写上 former_ids: [{name}]；否则不用管，下次 posdoc review 写入时删去",
            f"if it is '{near}' now, add former_ids: [{name}] there; else the next posdoc review removes it",
        )
        if near
        else Phrase(
            "若岗位改了名，在新的岗位文件里写上 former_ids；否则不用管，下次 posdoc review 写入时删去",
            "if it was renamed, add former_ids to the position; else the next posdoc review removes it",
        ),
    )
