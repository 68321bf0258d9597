"""What a build has to make, known before anything is made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from posdoc.build.plan import ChartJob, Choice, DocumentJob, plan
from posdoc.errors import OutputError, UsageError, WorkspaceError
from posdoc.load import load
from posdoc.model import DocumentFormat, DocumentOutput, Organization, Outputs

NAME = "售后服务经理_岗位说明书.docx"


@pytest.fixture
def organization(small: Path) -> Organization:
    return load(small)[0]


def _with(organization: Organization, **outputs: object) -> Organization:
    workspace = replace(organization.workspace, outputs=Outputs(**outputs))  # type: ignore[arg-type]
    return replace(organization, workspace=workspace)


def _paths(root: Path, organization: Organization, choice: Choice | None = None) -> list[str]:
    return [job.path for job in plan(root, organization, choice or Choice())]


def test_everything_that_the_settings_say(small: Path, organization: Organization) -> None:
    assert _paths(small, organization) == [
        f"zh/售后服务部/{NAME}",
        "en/After-sales Service Department/After-sales Service Manager_Job Description.docx",
        "zh/售后服务部组织架构图.svg",
        "zh/售后服务部组织架构图.pdf",
        "en/After-sales Service Department Organization Chart.svg",
        "en/After-sales Service Department Organization Chart.pdf",
    ]


def test_without_settings_there_are_defaults(small: Path, organization: Organization) -> None:
    bare = replace(organization, workspace=replace(organization.workspace, outputs=None))
    assert _paths(small, bare) == _paths(small, organization)


CHOICES = [
    (
        Choice(languages=("zh",)),
        [f"zh/售后服务部/{NAME}", "zh/售后服务部组织架构图.svg", "zh/售后服务部组织架构图.pdf"],
    ),
    (Choice(positions=("after-sales-manager",), languages=("zh",)), [f"zh/售后服务部/{NAME}"]),
    (Choice(formats=(DocumentFormat.PDF,), languages=("zh",)), [f"zh/售后服务部/{NAME}".replace("docx", "pdf")]),
    (Choice(form="standard", languages=("zh",)), [f"zh/售后服务部/{NAME}"]),
]


@pytest.mark.parametrize(("choice", "expected"), CHOICES)
def test_a_choice_narrows_it(small: Path, organization: Organization, choice: Choice, expected: list[str]) -> None:
    assert _paths(small, organization, choice) == expected


def test_jobs_say_what_they_need(small: Path, organization: Organization) -> None:
    first, *_, last = plan(small, organization, Choice())
    output = DocumentOutput(form="standard")
    assert first == DocumentJob(f"zh/售后服务部/{NAME}", "after-sales-manager", output, "zh", DocumentFormat.DOCX)
    assert first.form == "standard"
    assert isinstance(last, ChartJob)
    assert (last.chart.wish.kind, last.chart.words.language, last.format) == ("org", "en", "pdf")


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice(positions=("nobody",)), "no position or unit with the id 'nobody'"),
        (Choice(languages=("fr",)), "no language 'fr'"),
        (Choice(form="fancy"), "no form named 'fancy'"),
    ],
)
def test_what_there_is_not(small: Path, organization: Organization, choice: Choice, said: str) -> None:
    with pytest.raises(UsageError, match=said) as raised:
        plan(small, organization, choice)
    assert raised.value.hint is not None
    assert "、" not in raised.value.hint.en


def test_two_documents_of_one_name(small: Path, organization: Organization) -> None:
    same = _with(organization, documents=(DocumentOutput(form="standard", name="{title}"),) * 2)
    with pytest.raises(OutputError, match="two outputs have one name: 售后服务经理.docx"):
        plan(small, same, Choice(languages=("zh",)))


def test_a_bad_pattern(small: Path, organization: Organization) -> None:
    with pytest.raises(WorkspaceError, match="there is no {titel}"):
        plan(small, _with(organization, documents=(DocumentOutput(form="standard", name="{titel}"),)), Choice())


def test_the_workspaces_own_form_comes_first(small: Path, organization: Organization) -> None:
    from posdoc.documents import forms
    from posdoc.resources import templates_folder

    own = small / "templates" / "standard.docx"
    own.parent.mkdir()
    own.write_bytes((templates_folder() / "standard.docx").read_bytes())
    (own.parent / "~$standard.docx").write_bytes(b"a lock of Word's")
    (own.parent / "公司.docx").write_bytes(own.read_bytes())
    assert forms(small)["standard"] == own
    assert {"standard", "公司"} < set(forms(small))
    chosen = plan(small, organization, Choice(form="公司", languages=("zh",)))
    assert [job.path for job in chosen] == ["zh/售后服务部/售后服务经理_公司.docx"]
