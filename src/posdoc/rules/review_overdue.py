"""A document should have been reviewed by now."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Document, DocumentStatus, Organization, PartialDate
from posdoc.model.record import Options, declare, record
from posdoc.phrases import Phrase
from posdoc.rules._documents import documents, is_before

KIND = Kind("POS805", "review-overdue", Severity.WARNING)
WHAT = Phrase(
    "文件的复审日期（review_due）已过。设置参数 months 后，没有写复审日期的文件按生效日期加上若干个月计算。"
    "草案、审核中和已作废的文件，以及拟设、已撤销的岗位不检查。",
    "The review date of a document has passed. With the option 'months', documents without one are due so many months "
    "after they came into force. Drafts, documents in review or withdrawn, and planned or abolished positions are left "
    "alone.",
)
WHY = Phrase(
    "岗位说明书会过时。到期不复审，职责、指标和任职资格就与实际脱节。",
    "Job descriptions age. Without a review duties, indicators and requirements no longer fit the work.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
"""
_MANAGER = """\
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD + _MANAGER + "document: {review_due: 2026-06}\n",
    _HEAD + _MANAGER + "document: {effective: 2020-01-01}\n",
)
FAILING = (
    _HEAD + _MANAGER + "document: {effective: 2025-03-01, review_due: «2026-03»}\n",
    _HEAD + "rules: {options: {review-overdue: {months: 12}}}\n" + _MANAGER + "document: {effective: «2025-03-01»}\n",
)


@record
class ReviewOptions(Options):
    """When documents that do not say so have to be reviewed."""

    months: int = declare(
        "复审周期（月）", "Months between reviews", "没有写复审日期时，生效后多少个月应复审；0 为不检查。",
        "After how many months in force a document without a review date has to be reviewed; 0 for never.",
        24, default=0)  # fmt: skip


OPTIONS = ReviewOptions


def check(organization: Organization, options: ReviewOptions) -> Iterator[Diagnostic]:
    """Each document in force whose review is overdue on the day of the organization."""
    if organization.as_of is None:
        return
    today = PartialDate(organization.as_of.year, organization.as_of.month, organization.as_of.day)
    for document, _, position in documents(organization):
        is_in_force = document.status in (None, DocumentStatus.APPROVED)
        if is_in_force and (position is None or position.is_current):
            yield from _of_document(document, today, options.months)


def _of_document(document: Document, today: PartialDate, months: int) -> Iterator[Diagnostic]:
    if document.states("review_due"):
        if document.review_due is not None and is_before(document.review_due, today):
            due = document.review_due
            yield _finding(document, "review_due", Phrase(f"复审日期 {due} 已过", f"the review was due on {due}"))
    elif months > 0 and document.effective is not None:
        due = _after(document.effective, months)
        if is_before(due, today):
            message = Phrase(
                f"生效日期 {document.effective} 后 {months} 个月（{due}）应复审，现已过期",
                f"the review was due on {due}, {months} months after 'effective' {document.effective}",
            )
            yield _finding(document, "effective", message)


def _after(date: PartialDate, months: int) -> PartialDate:
    """So many months later; a date without a month counts from December, the last day of a month stays in it."""
    count = date.year * 12 + (date.month or 12) - 1 + months
    year, month = count // 12, count % 12 + 1
    return PartialDate(year, month, min(date.day, monthrange(year, month)[1]))


def _finding(document: Document, key: str, message: Phrase) -> Diagnostic:
    related = document.states("effective") and key != "effective"
    return Diagnostic(
        KIND,
        document.at(key),
        message,
        Phrase(
            "复审后更新 review_due（需修改时一并升版）",
            "review it, then set a new 'review_due' (and version, if it changes)",
        ),
        (Related(document.at("effective"), Phrase("生效日期", "in force from here")),) if related else (),
    )
