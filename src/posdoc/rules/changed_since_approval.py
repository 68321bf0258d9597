"""An approved document says something else than what was approved as its version."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related
from posdoc.model import Approval, Document, Organization, Position
from posdoc.phrases import Phrase
from posdoc.reviews.standing import changed_since_approval

KIND = Kind("POS943", "changed-since-approval")
WHAT = Phrase(
    "文件状态为已批准，但内容与批准该版本时（reviews.yaml 中的 approved）不同，版本号却没有变。沿用、默认值和共享指标的"
    "变动也算；版本、日期、状态、签署人和修订记录本身不算。没有批准记录的岗位不检查。",
    "A document has the status approved, but says something else than when its version was approved (approved in "
    "reviews.yaml), and the version is still the same. What it takes over from other positions, from defaults and from "
    "shared indicators counts as well; version, dates, status, signers and revisions do not. Positions without a stamp of "
    "approval are not looked at.",
)
WHY = Phrase(
    "同一编号、同一版本出现两种内容，已签署的说明书就失去依据。",
    "Two documents of one number and one version say different things, and nobody knows which of them was signed.",
)
LOCAL = False
_HEAD = """\
## posdoc.yaml
organization: 公司
## reviews.yaml
positions:
  manager:
    approved:
      version: "1.0"
      digest: 6f84bc45fecd
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
purpose: """
PASSING = (
    _HEAD + "保证客户问题及时解决\ndocument: {status: approved, version: 1.0}\n",
    _HEAD + "降低维修成本\ndocument: {status: approved, version: 1.1}\n",
    _HEAD + "降低维修成本\ndocument: {status: in_review, version: 1.0}\n",
)
FAILING = (_HEAD + "降低维修成本\ndocument: {status: approved, version: «1.0»}\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each approved position that has changed without a new version."""
    if organization.reviews is not None:
        yield from (_finding(position, approval) for position, approval in changed_since_approval(organization))


def _finding(position: Position, approval: Approval) -> Diagnostic:
    document = position.document or Document()
    return Diagnostic(
        KIND,
        document.at("version"),
        Phrase(
            f"内容与批准的 {approval.version} 版不同，版本号却没有变",
            f"it says something else than what was approved as version {approval.version}",
        ),
        Phrase(
            f"升版：posdoc bump {position.id}；还没有定下来的，把 document 的 status 改为 draft 或 in_review",
            f"give it a new version: posdoc bump {position.id}; until it is ready set the status of the document to draft "
            "or in_review",
        ),
        (Related(approval.at("digest"), Phrase("批准记录", "the approval")),),
    )
