"""Attachments that have the name of the document itself, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import attachment_names_the_document
from tests.rules.documented import MANAGER, SETTINGS, UNIT, inherited, of_regulation, of_unit, with_document
from tests.rules.marked import check_marks


def attached(*titles: str) -> str:
    return with_document(f"attachments: [{', '.join(titles)}]", "aliases: [{zh: 服务部经理, en: Service Manager}]\n")


ATTACHMENTS = {
    "forms 3.28 the attachment of a job description is called by its name": attached("«售后经理岗位说明书附件»"),
    "forms S1-H a numbered list of attachments": attached("1-组织架构图", "2-售后服务流程图", "3-常见问题解决方案库"),
    "the title": attached("«售后经理»"),
    "the title and its kind": attached("«《售后经理岗位说明书》»", "«售后经理职位说明书»", "«售后经理 工作说明书»"),
    "an alias": attached(
        "«服务部经理岗位说明书»", "«Service manager job description»", "«Job description of Service Manager»"
    ),
    "its kind alone": attached("«岗位说明书»", "«本岗位说明书»", "«Job description»"),
    "only attachment": attached(
        "«附件»", "«附件1»", "«附件 一»", "«见附件»", "«附表2»", "«Attachment»", "«Appendix A»", "«annex 2»"
    ),
    "another language says nothing": attached("«{zh: 附件, en: Flow chart}»"),
    "what it is": attached(
        "附件1：服务流程图", "售后经理授权书", "客服代表岗位说明书", "附件清单", "产品说明书", "岗位交接清单"
    ),
    "of a unit": f"{SETTINGS}{UNIT}attachments: [«售后部», 售后部组织架构图]\n{MANAGER}",
    "of the document of a unit": of_unit("attachments: [«售后部», «附件1»]"),
    "of a regulation": of_regulation("attachments: [«考勤制度», 考勤表]"),
    "of another position, by default": inherited("attachments: [客服代表岗位说明书]", "version: A"),
    "withdrawn": with_document("status: withdrawn, attachments: [附件1]"),
}


@pytest.mark.parametrize("example", ATTACHMENTS.values(), ids=ATTACHMENTS)
def test_attachments(tmp_path: Path, example: str) -> None:
    check_marks(attachment_names_the_document, tmp_path, example)


def test_what_is_said_of_attachments(tmp_path: Path) -> None:
    findings = check_marks(attachment_names_the_document, tmp_path, ATTACHMENTS["of the document of a unit"])
    assert [finding.message.en for finding in findings] == [
        "the name '售后部' of the attachment is the name of the document itself",
        "the name '附件1' of the attachment says nothing about what is attached",
    ]
