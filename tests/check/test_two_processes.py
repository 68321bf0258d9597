"""Work shared with a second process: the same findings, whatever happens to the child."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from posdoc.check import check, run
from posdoc.check.two_processes import can_fork, found_together
from posdoc.diagnostics import Diagnostic, Edit, Kind, Related, Severity, Span
from posdoc.phrases import Phrase
from tests.example_files import write_files

KIND = Kind("POS999", "a-name", Severity.WARNING)


def finding(line: int) -> Diagnostic:
    return Diagnostic(
        KIND, Span("甲.yaml", line), Phrase(f"“{line}”", f"'{line}'"), None,
        (Related(Span("b.yaml"), Phrase("乙", "b")),), (Edit(Span("甲.yaml"), "丙"),), Severity.INFO,
    )  # fmt: skip


pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


def test_findings_come_back_as_they_were() -> None:
    assert found_together(lambda: [finding(1)], lambda: [finding(2), finding(3)]) == [finding(n) for n in (1, 2, 3)]


def test_much_comes_back_whole() -> None:
    many = [finding(line) for line in range(5000)]
    assert found_together(list, lambda: many) == many


def in_the_child(parent: int, action: Callable[[], object]) -> list[Diagnostic]:
    if os.getpid() != parent:
        action()
    return [finding(2)]


def fail() -> None:
    raise ValueError


ENDS = {
    "an exception": fail,
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "gone": lambda: os._exit(3),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_the_parent_does_what_a_child_could_not(end: Callable[[], object], capfd: pytest.CaptureFixture[str]) -> None:
    parent = os.getpid()
    assert found_together(lambda: [finding(1)], lambda: in_the_child(parent, end)) == [finding(1), finding(2)]
    assert capfd.readouterr().err == ""


def test_a_bug_in_the_other_share_comes_out() -> None:
    with pytest.raises(ValueError):
        found_together(list, fail)  # type: ignore[arg-type, return-value]


def test_no_child_is_left_when_the_parent_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[int] = []
    fork = os.fork

    def watched() -> int:
        child = fork()
        if child:
            children.append(child)
        return child

    monkeypatch.setattr(os, "fork", watched)
    with pytest.raises(ValueError):
        found_together(fail, lambda: [finding(1)])  # type: ignore[arg-type, return-value]
    assert len(children) == 1
    with pytest.raises(ChildProcessError):
        os.waitpid(children[0], os.WNOHANG)


def test_a_workspace_has_the_same_findings_with_and_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "## posdoc.yaml\norganization: 公司\n## positions/a.yaml\ntitle: 经理\npurpose: TODO\n"
    text += "## positions/b.yaml\ntitle: 主管\nreports_to: 经理\nduties: [{text: 管理, time: 45%}]\n"
    alone = check(write_files(tmp_path, text)).findings
    assert {finding.code for finding in alone} >= {"POS207", "POS301", "POS701"}
    monkeypatch.setattr(run, "MANY", 1)
    if can_fork():
        assert check(tmp_path).findings == alone
