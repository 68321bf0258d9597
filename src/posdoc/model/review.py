"""Review stamps: what was read through and found right, when, and by whom. posdoc writes them into ``reviews.yaml``.

A stamp holds short digests of what a review covers, so that a later change of any of it can be told and named; see
:mod:`posdoc.reviews`, which works them out.
"""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.model.record import Record, declare, record
from posdoc.model.values import PartialDate


@record
class Approval(Record):
    """What was approved: a version, and the digest of what the definition said then."""

    version: str | None = declare(
        "版本", "Version", "批准时的版本号。", "The version that was approved.", "1.0", required=True)
    digest: str | None = declare(
        "摘要", "Digest", "批准时定义内容的摘要。", "Digest of what the definition said then.", "3f2a91bc0d4e",
        required=True)


@record
class ReviewStamp(Record):
    """What is kept of one position: its last review, and its last approval."""

    by: str | None = declare(
        "复审人", "Reviewed by", "谁复审的。", "Who reviewed it.", "人力资源部")
    date: PartialDate | None = declare(
        "日期", "Date", "复审日期。", "When it was reviewed.", "2026-03-10")
    of: Mapping[str, str] | None = declare(
        "复审内容", "Covers", "复审涵盖的内容，各有一个摘要：self 是岗位本身，其余写明是什么、标识是什么。",
        "What the review covers, each with a digest: 'self' is the position, the others say what they are and their ids.",
        {"self": "3f2a91bc0d4e", "superior/after-sales-manager": "90ab12cd34ef"})
    approved: Approval | None = declare(
        "批准", "Approved", "最近一次批准的版本及其内容摘要。", "The version approved last, and the digest of what it said.",
        {"version": "1.0", "digest": "3f2a91bc0d4e"})


@record
class Reviews(Record):
    """The file ``reviews.yaml``."""

    positions: Mapping[str, ReviewStamp] | None = declare(
        "岗位", "Positions", "各岗位的复审与批准记录，按岗位标识。", "Reviews and approvals of positions, by their ids.",
        {"after-sales-manager": {"date": "2026-03-10", "of": {"self": "3f2a91bc0d4e"}}})
    translations: Mapping[str, Mapping[str, str]] | None = declare(
        "译文", "Translations", "各语言中确认过的译文：译文的摘要，后面是所译原文的摘要（一种译文可以有几处原文，以空格分开）。",
        "Translations that were confirmed, by language: the digest of a text, and that of the text it translates "
        "(several with spaces between).",
        {"en": {"5e6f708192a3": "3f2a91bc0d4e"}})
