"""The original documents, read where POSDOC_SOURCE_DOCUMENTS names the folder that holds them.

The forms are found by their lines. Facts, numbers and labels are asserted, no sentences: those are not ours to keep.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from posdoc.foreign import kinds
from posdoc.importers.gathering import gather
from posdoc.importers.pieces import Foreign
from posdoc.importers.plain import LINE_END, read_text
from posdoc.importers.posts import Draft, FileRead, read_posts, standard_labels

FOLDER = Path(os.environ["POSDOC_SOURCE_DOCUMENTS"])
COUNT = 5


@cache
def foreign(number: int) -> Foreign:
    (path,) = FOLDER.glob(f"{number:03d}_*.txt")
    return read_text(path.read_bytes(), path.name)


@cache
def read(number: int, *lines: tuple[int, int]) -> FileRead:
    """Some lines of a document, the others empty so that numbers stay."""
    (path,) = FOLDER.glob(f"{number:03d}_*.txt")
    texts = LINE_END.split(path.read_bytes().decode())
    wanted = {at for first, last in lines for at in range(first, last + 1)}
    kept = "\n".join(text if at in wanted else "" for at, text in enumerate(texts, 1))
    return read_posts(read_text(kept.encode(), path.name), standard_labels())


def only(read_file: FileRead) -> Draft:
    (draft,) = read_file.drafts
    return draft


def held(draft: Draft, *paths: str) -> dict[str, Any]:
    """The fields at some paths."""
    found = {}
    for path in paths:
        value: Any = draft.data
        for step in path.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        found[path] = value
    return found


def column(entries: list[dict[str, Any]], name: str) -> list[Any]:
    return [entry.get(name) for entry in entries]


def found(draft: Draft) -> list[str]:
    return [f"{finding.span.line} {finding.kind.name}" for finding in draft.findings]


def unread(draft: Draft) -> list[int]:
    return [line.place.number for line in draft.lines if line.unread()]


def items(draft: Draft) -> list[str]:
    return column(draft.data["qualifications"], "item")


def test_s0_f() -> None:
    manager, cut = read(0, (99, 116)).drafts
    assert held(manager, "title", "reports_to", "direct_reports.positions") == {
        "title": "售后服务经理", "reports_to": "客户服务部经理", "direct_reports.positions": ["售后服务专员"],
    }  # fmt: skip
    assert manager.unit == "客户服务部"
    assert len(manager.data["duties"]) == 7
    assert items(manager) == ["education", "work_experience", "skill", "certificate"]
    assert "CET6" in manager.data["qualifications"][3]["required"]
    assert "9:0017:00" in manager.data["conditions"]["hours"]
    assert set(manager.data["document"]) == {"attachments", "statement"}
    assert {"location", "compensation"} <= set(manager.data)
    assert found(manager) == ["112 garbled-text"]
    assert (cut.title, len(cut.data["duties"]), unread(manager), unread(cut)) == ("售后服务经理", 2, [], [])


def test_s0_g() -> None:
    draft = only(read(0, (117, 162)))
    duties = draft.data["duties"]
    assert column(duties, "time") == [None, "10%", "45%", "10%"]
    assert column(duties, "number") == [None, "6", None, "2"]
    assert [len(duty.get("tasks", ())) for duty in duties] == [2, 4, 6, 0]
    assert items(draft) == ["education", "major"]
    assert column(draft.data["contacts"], "scope") == ["internal"] * 3 + ["external"] * 4
    assert held(draft, "conditions.environment") == {"conditions.environment": "fair"}
    assert len(draft.data["training"]["subjects"]) == 2
    assert len(draft.data["records"]) == 5
    assert found(draft) == [
        "120 row-out-of-place", "120 sum-of-source", "122 numbering-of-source", "156 numbering-of-source",
    ]  # fmt: skip
    assert unread(draft) == [130, 131, 132]


def test_s0_h() -> None:
    draft = only(read(0, (163, 184)))
    assert draft.title == "售后服务主管"
    assert len(draft.data["background"]) > 50
    assert len(draft.data["duties"]) == 7
    assert all(column(draft.data["duties"], "area"))
    assert len(draft.data["qualifications"]) == 7
    assert "9:00" in draft.data["conditions"]["hours"]
    assert "location" not in draft.data
    assert found(draft) == ["180 placeholder-in-source"]
    assert unread(draft) == [180, 182]


def test_s0_i() -> None:
    draft = only(read(0, (185, 344)))
    assert draft.unit == "技术部"
    assert held(draft, "title", "headcount", "reports_to", "rotates_to", "promotes_to", "conditions") == {
        "title": "售后主管", "headcount": "1", "reports_to": "技术部经理", "rotates_to": ["售后技术支持"],
        "promotes_to": [["技术部经理"]], "conditions": {"travel": "50%", "environment": "fair", "hazard": "some"},
    }  # fmt: skip
    assert held(draft, "direct_reports.positions", "indirect_reports.positions", "document.signers") == {
        "direct_reports.positions": ["售后技术支持"], "indirect_reports.positions": ["质检部", "生产部"],
        "document.signers": ["author", "approver", "executor"],
    }  # fmt: skip
    whole = ["5%", None, "5%", "10%", "5%", "5%", "5%", "15%", None, "15%"]
    assert (column(draft.data["duties"], "weight"), column(draft.data["duties"], "time")) == (whole, whole)
    assert [entry["party"] for entry in draft.data["contacts"]] == [
        "财务部", "技术部", "质检部", "销售部", "生产部", "仓储部", "客户", "供应商",
    ]  # fmt: skip
    assert [name for name, entry in zip(items(draft), draft.data["qualifications"], strict=True) if "preferred" in entry] == [
        "age", "sex", "education", "computer", "ability", "work_experience", "management_experience",
        "industry_experience", "professional_experience", "skill",
    ]  # fmt: skip
    assert {"major", "other"} == set(items(draft)) - {
        name for name, entry in zip(items(draft), draft.data["qualifications"], strict=True) if "preferred" in entry
    }
    out_of_place = [int(one.split()[0]) for one in found(draft) if one.endswith("row-out-of-place")]
    assert out_of_place == [185, 187, 237, 239, 244, 249, 254, 259, 264, 269, 293, 312, 342]
    assert {kinds.GARBLED_TEXT, kinds.SUM_OF_SOURCE, kinds.PLACEHOLDER_IN_SOURCE} <= {
        one.kind for one in draft.findings
    }
    assert unread(draft) == [185, 220, 237, 294, 311, 312, 344]


def test_s1_b() -> None:
    source = read(1, (85, 101), (187, 215), (247, 263), (305, 305))
    posts = [(draft.title, draft.data.get("headcount"), len(draft.data.get("duties", ()))) for draft in source.drafts]
    assert posts == [
        ("售后经理", "1", 12), ("客户主管", "1", 7), ("售后经理", "1", 11), ("旧件仓库员", None, 8), ("新件库仓管", "1", 4),
        ("售后内勤", "1", 6), ("旧件仓库员", None, 5), ("财务统计", "1", 0), ("售后经理", "1", 12), ("客户主管", "1", 7),
        ("售后经理", "1", 12), ("客户主管", "1", 3),
    ]  # fmt: skip
    assert len(source.unit.data["functions"]) == 12
    assert {"95 numbering-of-source", "257 drawing-without-lines"} <= set(found(source.unit))


def test_s1_f() -> None:
    source = read(1, (264, 278))
    assert [(draft.title, len(draft.data["duties"])) for draft in source.drafts] == [("客服主管", 13), ("客服班长", 12)]
    assert [(post["title"], post["headcount"]) for post in source.unit.data["posts"]] == [
        ("客服主管", "1"), ("客服班长", "1"), ("客服前台", "2"), ("大堂助理", "7"), ("顶岗人员", "3"), ("客服吧台", "2"),
    ]  # fmt: skip


def test_s2_b() -> None:
    targets = {
        draft.title: column(draft.data["kpi_sets"][0]["kpis"], "target")[:-1] for draft in read(2, (105, 187)).drafts
    }
    assert {title: [re.sub(r"\D", "", target) for target in found] for title, found in targets.items()} == {
        "售后客服": ["90", "95", "100", "100"], "技术支持": ["95", "90", "90", "100"],
        "维修工程师": ["95", "", "100", "90", "100"],
    }  # fmt: skip
    for draft in read(2, (105, 187)).drafts:
        assert len(draft.data["duties"]) == 5
        assert draft.data["kpi_sets"][0]["kpis"][-1]["name"] == "工作态度"


def test_s3_a() -> None:
    draft = only(read(3, (11, 147)))
    assert draft.unit == "办事处"
    assert held(draft, "title", "reports_to", "rotates_to", "promotes_to", "tools") == {
        "title": "售后服务经理", "reports_to": "客户服务经理", "tools": ["电话"], "promotes_to": [["客户服务经理"]],
        "rotates_to": [{"position": "售后服务经理", "note": "其他办事处"}],
    }  # fmt: skip
    assert (len(draft.data["duties"]), len(draft.data["authority"])) == (9, 2)
    assert items(draft) == ["education", "age", "work_experience", "skill", "character", "other"]
    assert column(draft.data["contacts"], "scope") == ["external"] + ["internal"] * 3
    assert not {"headcount", "grade", "code", "substitute", "direct_reports", "kpi_sets"} & set(draft.data)
    assert (found(draft), unread(draft)) == ([], [])


def test_s3_b() -> None:
    draft = only(read(3, (157, 417)))
    assert draft.title == "售后服务部经理"
    (kpi_set,) = draft.data["kpi_sets"]
    assert column(kpi_set["kpis"], "weight") == ["15%", "20%", "15%", "8%", "15%", "8%", "10%", "4%", "5%"]
    months = [kpi["targets"]["month"] for kpi in kpi_set["kpis"]]
    assert months == ["05%", "3/", "95%", "95%", "99%", "70%", "0", "100%", "100%"]
    assert list(kpi_set["kpis"][6]["targets"].values()) == ["0", "0", "0", "1"]
    assert [(band["min"], band["max"]) for band in kpi_set["bands"]] == [
        ("90", "100"),
        ("70", "90"),
        ("60", "70"),
        ("0", "60"),
    ]
    assert draft.data["document"]["signers"] == ["author", "reviewer", "approver"]
    assert (found(draft), unread(draft)) == ([], [])


def test_s4_f() -> None:
    draft = only(read(4, (205, 213)))
    assert draft.unit == "营销中心"
    assert held(draft, "title", "headcount", "reports_to", "co_managed_by", "pay_type", "document.analysed") == {
        "title": "售后工程师", "headcount": "2", "reports_to": "营销中心总监", "co_managed_by": ["营销主管"],
        "pay_type": "月薪制", "document.analysed": "2018-05",
    }  # fmt: skip
    assert [len(duty.get("tasks", ())) for duty in draft.data["duties"]] == [1, 3, 4, 1, 3, 0]
    assert items(draft) == [
        "education", "major", "training", "work_experience", "knowledge", "skill", "character",
    ]  # fmt: skip
    assert len(draft.data["authority"]) == 4
    assert column(draft.data["contacts"], "scope") == ["internal"] + ["external"] * 3
    assert set(draft.data["conditions"]) == {"place", "hours", "notes"}
    assert len(draft.data["kpi_sets"][0]["kpis"]) == 3
    assert draft.data["document"]["signers"] == ["incumbent"]
    assert {"purpose", "tools", "records"} <= set(draft.data)
    assert (found(draft), unread(draft)) == ([], [])


def test_s4_h() -> None:
    draft = only(read(4, (273, 328)))
    assert draft.unit == "售后部"
    assert held(draft, "title", "headcount", "reports_to", "document.analysed", "document.signers") == {
        "title": "售后工程师", "headcount": "5", "reports_to": "售后主管", "document.analysed": "2015-05-03",
        "document.signers": ["author", "reviewer", "incumbent"],
    }  # fmt: skip
    assert len(draft.data["duties"]) == 10
    assert items(draft) == ["skill", "character", "education"]
    assert {"overview", "training"} <= set(draft.data)
    assert found(draft) == [f"{line} row-out-of-place" for line in (276, 308, 314, 322)]
    assert unread(draft) == [276]


def test_s4_k() -> None:
    draft = only(read(4, (411, 450)))
    assert (draft.title, draft.unit, draft.data["reports_to"]) == ("售后工程师", "客户服务部", "技术支持组主管")
    assert column(draft.data["duties"], "category") == ["内部治理类"] * 2
    assert len(draft.data["authority"]) == 2
    assert items(draft) == ["education", "work_experience", "knowledge", "ability"]
    assert {"purpose", "supervision_received", "peer_communication", "training"} <= set(draft.data)
    assert "supervision_given" not in draft.data
    assert found(draft) == ["414 row-out-of-place", "438 garbled-text"]
    assert unread(draft) == [411, 414, 415, 416, 417, 418, 438]


def test_s4_l() -> None:
    draft = only(read(4, (454, 520)))
    assert (draft.title, draft.unit) == ("售后工程师", "客户服务部")
    (kpi_set,) = draft.data["kpi_sets"]
    assert kpi_set["period"] == "quarter"
    assert column(kpi_set["kpis"], "weight") == ["60%", "20%", "10%", "10%"]
    assert column(draft.data["competences"], "kind") == ["core"] * 5 + ["reference"] * 4 + ["attitude"] * 3
    assert found(draft) == ["454 row-out-of-place", "458 row-out-of-place", "514 row-out-of-place"]
    assert unread(draft) == [456, 460, 461, *range(512, 521)]


# --- the whole documents


@cache
def everything() -> tuple[FileRead, ...]:
    return tuple(read_posts(foreign(number), standard_labels()) for number in range(COUNT))


def test_whole_documents_lose_nothing() -> None:
    gathered = gather([read_posts(foreign(number), standard_labels()) for number in range(COUNT)], "zh")
    kept = re.sub(r"\s", "", "".join(gathered.files.values()))
    assert sum(len(source.drafts) for source in everything()) > 30
    for source in everything():
        known = {id(line) for draft in (*source.drafts, source.unit) for line in draft.lines}
        for line in source.lines:
            assert id(line) in known, (source.foreign.name, line.text)
            assert re.sub(r"\s", "", line.unread()) in kept, (source.foreign.name, line.text)


def test_whole_documents_make_a_workspace(tmp_path: Path, cli: Callable[..., Any]) -> None:
    gathered = gather([read_posts(foreign(number), standard_labels()) for number in range(COUNT)], "zh")
    for path, text in gathered.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    checked = cli("check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    assert "error" not in checked.stdout


@pytest.mark.parametrize("number", range(COUNT))
def test_titles_are_no_sentences(number: int) -> None:
    for draft in everything()[number].drafts:
        assert len(draft.title) <= 16, draft.title
        assert not re.search(r"[，,。；;：:！!《》]|^条", draft.title)
