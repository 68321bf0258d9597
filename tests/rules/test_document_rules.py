"""Documents: dates, versions, signers, reviews and revisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from posdoc.load import load, load_workspace
from posdoc.model import PartialDate
from posdoc.rules import (
    approved_without_approver,
    author_approves,
    effective_before_written,
    review_overdue,
    revision_dates_out_of_order,
    version_without_revision,
)
from posdoc.rules._documents import is_before, same_version
from tests.example_files import write_files
from tests.rules.documented import MANAGER, SETTINGS, UNIT, inherited, of_regulation, of_unit, with_document
from tests.rules.marked import check_marks, found

ABOLISHED = "status: abolished\n"
PLANNED = "status: planned\n"


# --- dates --------------------------------------------------------------------------------------------------

DATES = {
    "in order": with_document(
        "analysed: 2026-01, written: 2026-02-01, approved: 2026-02-10, effective: 2026-03-01, review_due: 2027"
    ),
    "all on one day": with_document("written: 2026-02-01, approved: 2026-02-01, effective: 2026-02-01"),
    "approved a day before it was written": with_document("written: 2026-02-02, approved: «2026-02-01»"),
    "in force before it was approved": with_document("approved: 2026-02-10, effective: «2026-02-01»"),
    "in force before it was written": with_document("written: 2026-02-10, effective: «2026-02-01»"),
    "written before it was analysed": with_document("analysed: 2026-03, written: «2026-02-28»"),
    "due before it was in force": with_document("effective: 2026-03-01, review_due: «2025-03»"),
    "a month against a day of it": with_document("written: 2026-03-20, effective: 2026-03, review_due: 2026"),
    "a month before": with_document("written: 2026-03-20, effective: «2026-02»"),
    "a year before": with_document("written: 2026-03-20, effective: «2025»"),
    "a month between two days in the wrong order": with_document(
        "written: 2026-03-10, approved: 2026-03, effective: «2026-03-05»"
    ),
    "one that is too late is reported once": with_document(
        "written: 2026-05-01, approved: «2026-02-10», effective: 2026-03-01"
    ),
    "two that are too late": with_document("written: 2026-05-01, approved: «2026-04-01», effective: «2026-03-01»"),
    "of a unit": of_unit("written: 2026-03-10, effective: «2026-03-01»"),
    "of a regulation": of_regulation("written: 2026-03-10, effective: «2026-03-01»"),
    "withdrawn": with_document("written: 2026-03-10, effective: 2026-03-01, status: withdrawn"),
    "abolished": with_document("written: 2026-03-10, effective: 2026-03-01", ABOLISHED),
    "one date": with_document("written: 2026-03-10"),
    "a default among them": inherited("analysed: 2026-03", "written: «2026-02-01»"),
    "forms S0-I written, in force, with a version": with_document(
        "written: 2018-05, effective: 2018-05-20, version: A"
    ),
}


@pytest.mark.parametrize("example", DATES.values(), ids=DATES)
def test_dates(tmp_path: Path, example: str) -> None:
    check_marks(effective_before_written, tmp_path, example)


def test_what_is_said_of_dates(tmp_path: Path) -> None:
    (finding,) = check_marks(effective_before_written, tmp_path, DATES["in force before it was written"])
    assert finding.message.en == "'effective' 2026-02-01 is before 'written' 2026-02-10"
    assert finding.message.zh == "生效日期 2026-02-01 早于撰写日期 2026-02-10"
    assert [(r.span.column, r.message.en) for r in finding.related] == [(21, "'written' is given here")]


BEFORE = [
    ((2025,), (2026,), True), ((2026,), (2026,), False), ((2027,), (2026,), False), ((2026, 3), (2026, 4), True),
    ((2026, 3), (2026, 3, 1), False), ((2026, 3, 1), (2026, 3), False), ((2026,), (2026, 1, 1), False),
    ((2026, 3, 1), (2026, 3, 2), True), ((2026, 3, 2), (2026, 3, 1), False), ((2026, 4, 1), (2026, 3, 2), False),
    ((2026, 3, 9), (2026, 4, 1), True), ((2026, 12), (2026,), False),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "expected"), BEFORE)
def test_before(first: tuple[int, ...], second: tuple[int, ...], expected: bool) -> None:
    assert is_before(PartialDate(*first), PartialDate(*second)) is expected


# --- versions -----------------------------------------------------------------------------------------------


def revised(version: str, *revisions: str, more: str = "") -> str:
    lines = "".join(f"    - {{{revision}, text: 修订}}\n" for revision in revisions)
    return f"{SETTINGS}{UNIT}{MANAGER}document:\n  version: {version}\n{more}" + (
        f"  revisions:\n{lines}" if lines else ""
    )


VERSIONS = {
    "the last": revised('"1.1"', "version: '1.0'", "version: '1.1'"),
    "the last, spelt otherwise": revised("V2.0", "version: '1.0'", "version: 第2版"),
    "none of them": revised('«"1.2"»', "version: '1.0'", "version: '1.1'"),
    "an older one": revised('«"1.0"»', "version: '1.0'", "version: '1.1'"),
    "the newest by date, which stands first": revised(
        "'1.1'", "version: '1.1', date: 2026-03-01", "version: '1.0', date: 2025-03-01"
    ),
    "the last of one day": revised("'1.1'", "version: '1.0', date: 2026-03-01", "version: '1.1', date: 2026-03-01"),
    "an older one by date": revised(
        "«'1.0'»", "version: '1.1', date: 2026-03-01", "version: '1.0', date: 2025-03-01"
    ),
    "a withdrawn document": revised("'1.2'", "version: '1.1'", more="  status: withdrawn\n"),
    "no version": with_document("revisions: [{version: '1.1', text: 修订}]"),
    "of a unit": of_unit("version: «'1.2'», revisions: [{version: '1.1', text: 修订}]"),
}  # fmt: skip
for first in ("1.0", "1", "01", "0.9", "A", "A/0", "V1.0", "第一版", "2026", "试行", "1.0.0"):
    VERSIONS[f"no revisions yet: {first}"] = revised(f"'{first}'")
for later in ("1.1", "2.0", "2", "B", "B/0", "A/1", "V3", "第2版", "1.0.1", "12"):
    VERSIONS[f"no revisions at all: {later}"] = revised(f"«'{later}'»")


@pytest.mark.parametrize("example", VERSIONS.values(), ids=VERSIONS)
def test_versions(tmp_path: Path, example: str) -> None:
    check_marks(version_without_revision, tmp_path, example)


@pytest.mark.parametrize(
    ("name", "message", "lines"),
    [
        ("none of them", "there is no revision with the version '1.2'", [6]),
        ("an older one", "version '1.0' is not the newest revision, '1.1'", [6]),
        ("an older one by date", "version '1.0' is not the newest revision, '1.1'", [5]),
        ("no revisions at all: 2.0", "version '2.0' is not a first one, and there are no revisions", []),
    ],
)
def test_what_is_said_of_a_version(tmp_path: Path, name: str, message: str, lines: list[int]) -> None:
    (finding,) = check_marks(version_without_revision, tmp_path, VERSIONS[name])
    assert (finding.message.en, [related.span.line for related in finding.related]) == (message, lines)
    assert finding.hint


@pytest.mark.parametrize(
    ("written", "same"),
    [("V1.0", "1"), ("v.1.0", "1"), ("Version 2.10", "2.10"), ("1.0.0", "1"), ("10", "10"), ("Ａ／1", "a/1"),
     ("第3版", "3"), ("1.0 版", "1"), ("1.0.1", "1.0.1"), ("Ver.2", "2"), ("V", "v")],
)  # fmt: skip
def test_one_spelling_of_versions(written: str, same: str) -> None:
    assert same_version(written) == same


def test_revisions_that_could_not_be_read_are_not_missing(tmp_path: Path) -> None:
    organization, findings = load(write_files(tmp_path, with_document("version: '2.0', revisions: 无")))
    assert findings
    assert list(version_without_revision.check(organization)) == []


# --- signers ------------------------------------------------------------------------------------------------

APPROVED = {
    "an approver": with_document("status: approved, signers: [approver]"),
    "no approver": with_document("status: «approved», signers: [author, reviewer]"),
    "no signers": with_document("status: «approved»"),
    "no signers on purpose": with_document("status: «approved», signers: []"),
    "a draft": with_document("status: draft, signers: [author]"),
    "no status": with_document("signers: [author]"),
    "inherited signers": inherited("signers: [approver]", "status: approved"),
    "inherited signers without one": inherited("signers: [author]", "status: «approved»"),
    "own signers in place of inherited ones": inherited("signers: [approver]", "status: «approved», signers: [author]"),
    "a unit without signers": of_unit("status: approved"),
    "a unit with signers": of_unit("status: «approved», signers: [author]"),
    "a regulation with signers": of_regulation("status: «approved», signers: [author]"),
    "abolished": with_document("status: approved", ABOLISHED),
}


@pytest.mark.parametrize("example", APPROVED.values(), ids=APPROVED)
def test_approved(tmp_path: Path, example: str) -> None:
    check_marks(approved_without_approver, tmp_path, example)


@pytest.mark.parametrize("signers", ["approver", "[{role: boss}]", "[{name: 王芳}]"])
def test_signers_that_could_not_be_read_are_not_missing(tmp_path: Path, signers: str) -> None:
    organization, findings = load(write_files(tmp_path, with_document(f"status: approved, signers: {signers}")))
    assert findings
    assert list(approved_without_approver.check(organization)) == []


@pytest.mark.parametrize(("name", "count"), [("no approver", 1), ("no signers", 0)])
def test_the_signers_are_shown(tmp_path: Path, name: str, count: int) -> None:
    (finding,) = check_marks(approved_without_approver, tmp_path, APPROVED[name])
    assert len(finding.related) == count


def signed(*signers: str) -> str:
    return with_document("signers: [" + ", ".join(f"{{{signer}}}" for signer in signers) + "]")


AUTHORS = {
    "two people": signed("role: author, name: 张敏", "role: approver, name: 王芳"),
    "one": signed("role: author, name: 张敏", "role: approver, name: «张敏»"),
    "one, spaced": signed("role: author, name: 张 敏", "role: approver, name: «张敏»"),
    "one in English": signed("role: author, name: {en: HR Manager}", "role: approver, name: «{zh: 人事经理, en: HR manager}»"),
    "blank": signed("role: author", "role: approver"),
    "a dash": signed("role: author, name: ——", "role: approver, name: ——"),
    "the reviewer is another matter": signed("role: author, name: 张敏", "role: reviewer, name: 张敏"),
    "the reviewer approves": signed("role: reviewer, name: 张敏", "role: approver, name: 张敏"),
    "somebody else approves as well": signed(
        "role: author, name: 张敏", "role: approver, name: 张敏", "role: approver, name: 王芳"
    ),
    "a blank approver as well": signed("role: author, name: 张敏", "role: approver, name: 张敏", "role: approver"),
    "the second author": signed("role: author, name: 张敏", "role: author, name: 王芳", "role: approver, name: «王芳»"),
    "both authors approve": signed(
        "role: author, name: 张敏", "role: author, name: 王芳", "role: approver, name: «王芳»", "role: approver, name: «张敏»"
    ),
    "inherited": inherited("signers: [{role: author, name: 张敏}, {role: approver, name: «张敏»}]", "version: A"),
    "withdrawn": signed("role: author, name: 张敏", "role: approver, name: 张敏").replace(
        "signers", "status: withdrawn, signers"
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", AUTHORS.values(), ids=AUTHORS)
def test_authors_who_approve(tmp_path: Path, example: str) -> None:
    check_marks(author_approves, tmp_path, example)


def test_the_author_is_shown(tmp_path: Path) -> None:
    (finding,) = check_marks(author_approves, tmp_path, AUTHORS["the second author"])
    assert finding.message.en == "'王芳' is both author and approver"
    assert [related.span.column for related in finding.related] == [69]


# --- reviews; every example is looked at on 2026-06-30 ------------------------------------------------------


def every(months: int, document: str) -> str:
    return with_document(document).replace(
        "languages:", f"rules: {{options: {{review-overdue: {{months: {months}}}}}}}\nlanguages:"
    )


REVIEWS = {
    "tomorrow": with_document("review_due: 2026-07-01"),
    "today": with_document("review_due: 2026-06-30"),
    "yesterday": with_document("review_due: «2026-06-29»"),
    "this month": with_document("review_due: 2026-06"),
    "last month": with_document("review_due: «2026-05»"),
    "this year": with_document("review_due: 2026"),
    "last year": with_document("review_due: «2025»"),
    "approved": with_document("status: approved, review_due: «2026-05»"),
    "a draft": with_document("status: draft, review_due: 2026-05"),
    "in review": with_document("status: in_review, review_due: 2026-05"),
    "withdrawn": with_document("status: withdrawn, review_due: 2026-05"),
    "abolished": with_document("review_due: 2026-05", ABOLISHED),
    "planned": with_document("review_due: 2026-05", PLANNED),
    "frozen": with_document("review_due: «2026-05»", "status: frozen\n"),
    "of a unit": of_unit("review_due: «2026-05»"),
    "of a regulation": of_regulation("review_due: «2026-05»"),
    "inherited": inherited("review_due: «2026-05»", "version: A"),
    "no date": with_document("effective: 2001-01-01"),
    "a year after, in time": every(12, "effective: 2025-06-30"),
    "a year after": every(12, "effective: «2025-06-29»"),
    "a year after a month": every(12, "effective: 2025-06"),
    "a year after another month": every(12, "effective: «2025-05»"),
    "a year after a year": every(12, "effective: 2025"),
    "two years after a year": every(24, "effective: «2023»"),
    "four months after the end of a long month": every(4, "effective: «2026-01-31»"),
    "a month after, over the year": every(6, "effective: 2025-12-31"),
    "never": every(0, "effective: 2001-01-01"),
    "the date itself comes first": every(12, "effective: 2001-01-01, review_due: 2027"),
}


@pytest.mark.parametrize("example", REVIEWS.values(), ids=REVIEWS)
def test_reviews(tmp_path: Path, example: str) -> None:
    for finding in check_marks(review_overdue, tmp_path, example):
        assert finding.hint


@pytest.mark.parametrize(
    ("document", "message", "related"),
    [
        (with_document("effective: 2025, review_due: 2026-05"), "the review was due on 2026-05", 1),
        (
            every(4, "effective: 2025-10-31"),
            "the review was due on 2026-02-28, 4 months after 'effective' 2025-10-31",
            0,
        ),
        (
            every(1, "effective: 2025-12-31"),
            "the review was due on 2026-01-31, 1 months after 'effective' 2025-12-31",
            0,
        ),
        (every(12, "effective: 2024"), "the review was due on 2025-12, 12 months after 'effective' 2024", 0),
    ],
)
def test_what_is_said_of_a_review(tmp_path: Path, document: str, message: str, related: int) -> None:
    (finding,) = found(review_overdue, tmp_path, document)
    assert (finding.message.en, len(finding.related)) == (message, related)


@pytest.mark.parametrize(("today", "count"), [(None, 0), (date(2026, 5, 31), 0), (date(2026, 6, 1), 1)])
def test_reviews_need_a_day(tmp_path: Path, today: date | None, count: int) -> None:
    organization, _, _ = load_workspace(write_files(tmp_path, with_document("review_due: 2026-05")), today)
    assert len(list(review_overdue.check(organization, review_overdue.ReviewOptions()))) == count


# --- revisions ----------------------------------------------------------------------------------------------

REVISIONS = {
    "old to new": revised("1", "version: '1.0', date: 2024", "version: '1.1', date: 2025-03", "version: '1.2', date: 2026-01"),
    "two on one day": revised("1", "version: '1.0', date: 2025-03-01", "version: '1.1', date: 2025-03-01"),
    "a day too early": revised("1", "version: '1.0', date: 2025-03-02", "version: '1.1', date: «2025-03-01»"),
    "a month and a day of it": revised("1", "version: '1.0', date: 2025-03-02", "version: '1.1', date: 2025-03"),
    "one without a date between": revised(
        "1", "version: '1.0', date: 2025-03-02", "version: '1.1'", "version: '1.2', date: «2025-01-02»"
    ),
    "from new to old": revised(
        "1", "version: '1.2', date: 2026-01-01", "version: '1.1', date: «2025-01-01»", "version: '1.0', date: 2024-01-01"
    ),
    "a version twice": revised("1", "version: '1.0', date: 2024", "version: «'1.0'», date: 2025"),
    "a version twice, spelt otherwise": revised("1", "version: '1.0'", "version: '1.1'", "version: «V1»"),
    "one": revised("1", "version: '1.0', date: 2024"),
    "withdrawn": revised("1", "version: '1.0'", "version: '1.0'", more="  status: withdrawn\n"),
}  # fmt: skip


@pytest.mark.parametrize("example", REVISIONS.values(), ids=REVISIONS)
def test_revisions(tmp_path: Path, example: str) -> None:
    for finding in check_marks(revision_dates_out_of_order, tmp_path, example):
        assert [related.span.line for related in finding.related] == [5]


def test_what_is_said_of_revisions(tmp_path: Path) -> None:
    (dated,) = check_marks(revision_dates_out_of_order, tmp_path / "1", REVISIONS["a day too early"])
    assert dated.message.en == "the revision of 2025-03-01 stands after that of 2025-03-02"
    (twice,) = check_marks(revision_dates_out_of_order, tmp_path / "2", REVISIONS["a version twice"])
    assert twice.message.en == "version '1.0' stands twice"
