"""Assistants to whom somebody reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.phrases import Phrase
from posdoc.rules import assistant_with_reports
from tests.rules.marked import check_marks

HEAD = "## posdoc.yaml\norganization: 公司\n## positions/manager.yaml\ntitle: 经理\n"
ASSISTANT = "## positions/assistant.yaml\ntitle: 助理\nreports_to: manager\nassistant: %s\n"
CLERK = "## positions/clerk.yaml\ntitle: 内勤\nreports_to: assistant\n"
CASES = {
    "nobody reports to it": HEAD + ASSISTANT % "true",
    "somebody does": HEAD + ASSISTANT % "«true»" + CLERK,
    "it is none": HEAD + ASSISTANT % "false" + CLERK,
    "somebody planned": HEAD + ASSISTANT % "true" + CLERK + "status: planned\n",
    "somebody abolished": HEAD + ASSISTANT % "true" + CLERK + "status: abolished\n",
    "an abolished assistant": HEAD + ASSISTANT % "true" + "status: abolished\n" + CLERK,
    "an assistant's assistant": HEAD + ASSISTANT % "«true»" + CLERK + "assistant: true\n",
    "marked where it is taken over": HEAD + ASSISTANT % "true"
    + "## positions/second.yaml\nbased_on: «assistant»\ntitle: 助理二\n"
    + CLERK.replace("to: assistant", "to: second"),
}  # fmt: skip


@pytest.mark.parametrize("example", CASES.values(), ids=CASES)
def test_assistants(tmp_path: Path, example: str) -> None:
    check_marks(assistant_with_reports, tmp_path, example)


@pytest.mark.parametrize(
    ("number", "shown", "message"),
    [
        (
            1,
            1,
            Phrase("“assistant”是助理岗位，却有 1 个直接下级", "'assistant' is an assistant, but has 1 direct report"),
        ),
        (
            6,
            5,
            Phrase("“assistant”是助理岗位，却有 6 个直接下级", "'assistant' is an assistant, but has 6 direct reports"),
        ),
    ],
)
def test_it_shows_up_to_five_reports(tmp_path: Path, number: int, shown: int, message: Phrase) -> None:
    clerks = "".join(CLERK.replace("clerk", f"clerk{i}") for i in range(number))
    (finding,) = check_marks(assistant_with_reports, tmp_path, HEAD + ASSISTANT % "«true»" + clerks)
    assert finding.message == message
    assert [(related.span.path, related.span.line) for related in finding.related] == [
        (f"positions/clerk{i}.yaml", 2) for i in range(shown)
    ]
    assert finding.related[0].message == Phrase("clerk0 的上级在此", "clerk0 reports to it here")
