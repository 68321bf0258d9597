"""``posdoc import`` as a user runs it."""

from __future__ import annotations

import json
import re
import subprocess
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from posdoc.load import load
from tests.importers.test_updating import Edited

Cli = Callable[..., Any]
LEADER = """岗位名称：维修班长
所属部门：维修组
直接上级：维修主管
定员：2人
一、岗位职责
1、安排当日工单。
2、检查维修质量。
二、任职要求
1. 学历要求：中专及以上
2. 工作经验：三年以上
统筹计划，与客户的沟通技巧
"""
CHIEF = "岗位名称：维修主管\n所属部门：维修组\n岗位职责：\n1、负责维修组的日常管理。\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    folder = tmp_path / "旧 资料"
    (folder / "班组").mkdir(parents=True)
    (folder / "班组" / "班长.txt").write_text(LEADER, encoding="gb18030")
    (folder / "主管.md").write_text(CHIEF.replace("\n", "\n\n"), encoding="utf-8")
    return folder


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.yaml"))
        if not path.relative_to(folder).as_posix().startswith(".")
    }


def test_a_folder_becomes_a_workspace(cli: Cli, old: Path, tmp_path: Path) -> None:
    ended = cli("--ui-lang", "zh", "import", old, "--into", tmp_path / "新")
    assert ended.returncode == 0, ended.stderr
    assert _files(tmp_path / "新") == {
        "posdoc.yaml": (
            "# 导入的工作区。公司名称、语言、职等的次序请核对；检查先用 legacy（只查结构），改好之后去掉。\n"
            "organization: {name: 公司名称, department: 维修组}\nlanguages: [zh]\nrules: {preset: legacy}\n"
        ),
        "positions/维修组/unit.yaml": "title: 维修组\n",
        "positions/维修组/维修主管.yaml": (
            "# 由 posdoc import 从“主管.md”读出，请核对。\ntitle: 维修主管\nduties:\n  - {text: 负责维修组的日常管理。}\n"
            "document:\n  source: {file: 主管.md, line: 1}\n"
        ),
        "positions/维修组/维修班长.yaml": (
            "# 由 posdoc import 从“班组/班长.txt”读出，请核对。\ntitle: 维修班长\nheadcount: 2\nreports_to: 维修主管\nduties:\n"
            "  - {text: 安排当日工单。}\n  - {text: 检查维修质量。}\nqualifications:\n"
            "  - {item: education, required: 中专及以上}\n  - {item: work_experience, required: 三年以上}\n"
            "document:\n  source: {file: 班组/班长.txt, line: 1}\n\n"
            "# 以下原文没有归入字段（按原文顺序），核对后请移入字段或删除：\n# [第 11 行] 统筹计划，与客户的沟通技巧\n"
        ),
    }  # fmt: skip
    assert (tmp_path / "新" / ".posdoc" / "schema").is_dir()
    checked = cli("-C", tmp_path / "新", "check")
    assert checked.returncode == 0, checked.stdout
    assert "遗漏 0 字" in ended.stdout
    assert "维修班长 → positions/维修组/维修班长.yaml" in ended.stdout


def test_a_dry_run_writes_nothing(cli: Cli, old: Path, tmp_path: Path) -> None:
    ended = cli("import", old, "--into", tmp_path / "new", "--dry-run")
    assert ended.returncode == 0
    assert not (tmp_path / "new").exists()
    assert "0 lost" in ended.stdout


def test_the_report_for_programs(cli: Cli, old: Path, tmp_path: Path) -> None:
    ended = cli("--ui-lang", "zh", "import", old, "--into", tmp_path / "new", "--report", "json")
    report = json.loads(ended.stdout)
    leader = next(one for one in report["files"] if one["name"] == "班组/班长.txt")
    assert leader["positions"][0]["path"] == "positions/维修组/维修班长.yaml"
    found = {
        one["field"]: (one["text"], one["place"], one["confidence"]) for one in leader["positions"][0]["recognized"]
    }
    assert found["reports_to"] == ("维修主管", "第 3 行", "certain")
    assert leader["unread"] == [{"text": "统筹计划，与客户的沟通技巧", "place": "第 11 行", "number": 11}]
    assert leader["coverage"]["neither"] == 0
    assert sum(leader["coverage"].values()) == len(re.sub(r"\s", "", LEADER))


def test_the_report_as_a_page(cli: Cli, old: Path, tmp_path: Path) -> None:
    hostile = "岗位名称：<script>alert(1)</script>\n岗位职责：\n1、<img src=x onerror=y>\n"
    (old / "<b>坏<b>.txt").write_text(hostile, encoding="utf-8")
    page = tmp_path / "report.html"
    ended = cli("import", old, "--into", tmp_path / "new", "--report", "html", "--report-file", page)
    assert ended.returncode == 0, ended.stderr
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text
    assert "<img" not in text
    assert "default-src 'none'" in text
    assert text.index("维修班长") < text.index("统筹计划")
    assert '<span class="unread">统筹计划，与客户的沟通技巧</span>' in text


def test_new_positions_join_a_workspace_and_touch_nothing(cli: Cli, old: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    assert cli("import", old / "主管.md", "--into", workspace).returncode == 0
    before = _files(workspace)
    ended = cli("-C", workspace, "import", old / "班组")
    assert ended.returncode == 0, ended.stderr
    after = _files(workspace)
    assert {path: after[path] for path in before} == before
    assert set(after) - set(before) == {"positions/维修组/维修班长.yaml"}
    assert "reports_to: 维修主管\n" in after["positions/维修组/维修班长.yaml"]
    again = cli("-C", workspace, "import", old / "班组")
    assert again.returncode == 0
    assert set(_files(workspace)) - set(after) == {"positions/维修组/维修班长-2.yaml"}


def test_what_nobody_describes_is_declared(cli: Cli, old: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    assert cli("import", old / "班组", "--into", workspace).returncode == 0
    organization = load(workspace)[0]
    assert [str(one.id) for one in organization.workspace.outside_positions] == ["维修主管"]
    shutil_chief = cli("-C", workspace, "import", old / "主管.md")
    assert shutil_chief.returncode == 0


def test_titles_that_fit_several_are_left_to_a_person(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.mkdir()
    for unit in ("甲组", "乙组"):
        (source / f"{unit}.txt").write_text(
            f"岗位名称：班长\n所属部门：{unit}\n岗位职责：\n1、带班。\n", encoding="utf-8"
        )
    (source / "丙.txt").write_text(
        "岗位名称：技工\n所属部门：甲组\n直接上级：班长\n岗位职责：\n1、修理。\n", encoding="utf-8"
    )
    ended = cli("--ui-lang", "zh", "import", source, "--into", tmp_path / "ws")
    text = (tmp_path / "ws/positions/甲组/技工.yaml").read_text(encoding="utf-8")
    assert "\nreports_to:" not in text
    assert "# reports_to: 班长（班长、班长-2）" in text
    assert "POS926" in ended.stdout


def test_words_of_the_workspace_are_known(cli: Cli, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    assert cli("init", "--empty", workspace).returncode == 0
    settings = workspace / "posdoc.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "import_labels:\n  reports_to: [带班领导]\n", encoding="utf-8"
    )
    source = tmp_path / "技工.txt"
    source.write_text("岗位名称：技工\n带班领导：售后服务经理\n岗位职责：\n1、修理。\n", encoding="utf-8")
    assert cli("-C", workspace, "import", source).returncode == 0
    assert load(workspace)[0].by_id["技工"].reports_to == "after-sales-manager"


LIST = "岗位编号,岗位名称,上级编号,部门,编制,任职人\nM1,维修主管,,维修组,1,周敏\nM2,维修技师,M1,维修组,6,\n"


def test_a_list_makes_positions_and_people_and_then_updates_them(cli: Cli, tmp_path: Path) -> None:
    source, workspace = tmp_path / "编制.csv", tmp_path / "ws"
    source.write_text(LIST, encoding="utf-8")
    assert cli("import", source, "--into", workspace).returncode == 0
    organization = load(workspace)[0]
    assert organization.by_id["维修技师"].reports_to == "维修主管"
    assert [str(person.name.in_("zh")) for person in organization.people if person.name] == ["周敏"]
    before = _files(workspace)
    source.write_text(LIST.replace("维修组,6,", "维修组,8,钱进"), encoding="utf-8")
    preview = cli("--ui-lang", "zh", "-C", workspace, "import", source, "--dry-run")
    assert "positions/维修组/维修技师.yaml headcount: 6 → 8" in preview.stdout
    assert _files(workspace) == before
    asked = cli("--ui-lang", "zh", "-C", workspace, "import", source)
    assert "--yes" in asked.stderr
    assert _files(workspace) == before
    made = cli("-C", workspace, "import", source, "--yes")
    assert made.returncode == 0
    changed = {path for path, text in _files(workspace).items() if before.get(path) != text}
    assert changed == {"positions/维修组/维修技师.yaml", "people.yaml"}
    assert load(workspace)[0].filled(load(workspace)[0].by_id["维修技师"]) == 1


def test_what_is_said_of_a_unit_that_exists_is_kept_beside_it(cli: Cli, old: Path, tmp_path: Path) -> None:
    workspace, notes = tmp_path / "ws", tmp_path / "ws/positions/维修组"
    assert cli("import", old / "主管.md", "--into", workspace).returncode == 0
    unit = (notes / "unit.yaml").read_bytes()
    source = tmp_path / "说明.txt"
    source.write_text(
        "维修组部门职责\n\n一、部门职能\n1、负责全部上门维修。\n2、管理备件。\n\n" + LEADER, encoding="utf-8"
    )
    assert cli("-C", workspace, "import", source).returncode == 0
    first = (notes / "说明-txt.import.txt").read_text(encoding="utf-8")
    assert "负责全部上门维修" in first
    assert (notes / "unit.yaml").read_bytes() == unit
    source.write_text("维修组部门职责\n\n一、部门职能\n1、另一条职能。\n\n" + LEADER, encoding="utf-8")
    assert cli("-C", workspace, "import", source).returncode == 0
    assert (notes / "说明-txt.import.txt").read_text(encoding="utf-8") == first
    assert "另一条职能" in (notes / "说明-txt-2.import.txt").read_text(encoding="utf-8")


def test_a_superior_that_a_list_names_and_nobody_knows_is_told(cli: Cli, tmp_path: Path) -> None:
    source, workspace = tmp_path / "编制.csv", tmp_path / "ws"
    source.write_text(LIST, encoding="utf-8")
    assert cli("import", source, "--into", workspace).returncode == 0
    before = _files(workspace)
    source.write_text(
        "岗位名称,上级岗位,部门\n维修主管,,维修组\n维修技师,班长,维修组\n班长,,甲组\n班长,,乙组\n", encoding="utf-8"
    )
    said = cli("--ui-lang", "zh", "-C", workspace, "import", source, "--yes")
    assert "“班长”不能作 reports_to" in said.stdout + said.stderr
    assert _files(workspace)["positions/维修组/维修技师.yaml"] == before["positions/维修组/维修技师.yaml"]


def test_what_a_list_says_of_known_positions_is_taken_or_told(cli: Cli, tmp_path: Path) -> None:
    source, workspace = tmp_path / "编制.csv", tmp_path / "ws"
    source.write_text(LIST, encoding="utf-8")
    assert cli("import", source, "--into", workspace).returncode == 0
    again = cli("--ui-lang", "zh", "-C", workspace, "import", source)
    assert "POS934" not in again.stdout
    source.write_text(
        LIST.replace("维修技师", "维修工程师").replace("M2,维修工程师,M1,维修组,6,", "M2,维修工程师,M1,备件组,6,周敏"),
        encoding="utf-8",
    )
    said = cli("--ui-lang", "zh", "-C", workspace, "import", source, "--yes")
    assert "positions/维修组/维修技师.yaml title: 维修技师 → 维修工程师" in said.stdout
    assert "名单里属于“备件组”，定义在“维修组”，没有改动" in said.stdout
    assert "名单里周敏任 维修技师，这里是 维修主管，没有改动" in said.stdout
    organization = load(workspace)[0]
    assert organization.by_id["维修技师"].title.in_("zh") == "维修工程师"
    assert len(organization.people) == 1
    source.write_text(LIST.replace("维修主管", "维修经理").replace("维修技师", "维修工程师"), encoding="utf-8")
    said = cli("--ui-lang", "zh", "-C", workspace, "import", source, "--yes")
    assert "共 1 处改动" in said.stdout
    assert "POS9" not in said.stdout
    assert load(workspace)[0].by_id["维修技师"].reports_to == "维修主管"


def test_a_title_that_another_unit_has_as_well_is_a_new_position(cli: Cli, tmp_path: Path) -> None:
    source, workspace = tmp_path / "编制.csv", tmp_path / "ws"
    source.write_text(LIST, encoding="utf-8")
    assert cli("import", source, "--into", workspace).returncode == 0
    source.write_text("岗位名称,所属部门,定员\n维修技师,维修组,6\n维修技师,安装组,3\n", encoding="utf-8")
    said = cli("--ui-lang", "zh", "-C", workspace, "import", source, "--yes")
    assert "POS934" not in said.stdout, "one is meant, and the other is new: nothing has moved"
    positions = [(one.unit, one.headcount) for one in load(workspace)[0].positions if "维修技师" in one.id]
    assert {unit: str(number) for unit, number in positions} == {"维修组": "6", "安装组": "3"}


ENGLISH = """Job title: Bench Technician
Department: Workshop
Reports to: Workshop Manager
Key responsibilities
1. Repairs pumps and compressors on the bench.
2. Records each repair on the day.
"""


def test_each_file_says_its_language(cli: Cli, old: Path, tmp_path: Path) -> None:
    (old / "technician.txt").write_text(ENGLISH, encoding="utf-8")
    assert cli("import", old, "--into", tmp_path / "new").returncode == 0
    files = _files(tmp_path / "new")
    assert "languages: [zh, en]" in files["posdoc.yaml"]
    assert "title: {en: Workshop Manager}" in files["posdoc.yaml"], (
        "who is outside is named in the language of the file"
    )
    assert files["positions/workshop/unit.yaml"] == "title: {en: Workshop}\n"
    position = load(tmp_path / "new")[0].by_id["bench-technician"]
    assert position.title.languages == {"en": "Bench Technician"}
    assert [duty.text.languages for duty in position.duties if duty.text] == [
        {"en": "Repairs pumps and compressors on the bench."}, {"en": "Records each repair on the day."}]  # fmt: skip
    assert "title: 维修班长\n" in files["positions/维修组/维修班长.yaml"]
    assert cli("-C", tmp_path / "new", "check").returncode == 0


def test_a_file_joins_a_workspace_in_its_own_language(cli: Cli, old: Path, tmp_path: Path) -> None:
    workspace, file = tmp_path / "ws", tmp_path / "technician.txt"
    file.write_text(ENGLISH, encoding="utf-8")
    assert cli("init", workspace).returncode == 0
    assert cli("-C", workspace, "import", file, "--yes").returncode == 0
    assert load(workspace)[0].by_id["bench-technician"].title.languages == {"en": "Bench Technician"}
    assert cli("import", old, "--into", tmp_path / "zh").returncode == 0
    assert cli("-C", tmp_path / "zh", "import", file, "--lang", "en", "--yes").returncode == 0
    position = load(tmp_path / "zh")[0].by_id["bench-technician"]
    assert position.title.languages == {"zh": "Bench Technician"}, "a workspace without English keeps its one language"


def test_a_definition_that_a_list_changes_keeps_its_mark_and_permissions(cli: Cli, tmp_path: Path) -> None:
    source, workspace = tmp_path / "编制.csv", tmp_path / "ws"
    source.write_text(LIST, encoding="utf-8")
    assert cli("import", source, "--into", workspace).returncode == 0
    technician = workspace / "positions/维修组/维修技师.yaml"
    technician.write_bytes(BOM_UTF8 + technician.read_bytes())
    technician.chmod(0o640)
    source.write_text(LIST.replace("维修组,6,", "维修组,8,"), encoding="utf-8")
    assert cli("-C", workspace, "import", source, "--yes").returncode == 0
    assert technician.read_bytes().startswith(BOM_UTF8)
    assert b"headcount: 8" in technician.read_bytes()
    assert technician.stat().st_mode & 0o777 == 0o640


BAD: Mapping[str, tuple[list[str], int, str]] = {
    "no such file": (["import", "nothing.docx", "--into", "x"], 2, "nothing.docx"),
    "no workspace": (["import", "旧 资料"], 2, "posdoc.yaml"),
    "a folder that is taken": (["import", "旧 资料", "--into", "旧 资料"], 2, "旧 资料"),
    "a mapping of nothing": (["import", "旧 资料", "--into", "x", "--map", "甲"], 2, "--map"),
}


@pytest.mark.parametrize(("arguments", "status", "said"), BAD.values(), ids=BAD)
def test_wrong_words_are_told(cli: Cli, old: Path, arguments: list[str], status: int, said: str) -> None:
    ended: subprocess.CompletedProcess[str] = cli(*arguments, cwd=old.parent)
    assert ended.returncode == status
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not (old.parent / "x").exists()


def test_one_bad_file_does_not_stop_the_others(cli: Cli, old: Path, tmp_path: Path) -> None:
    (old / "坏.docx").write_bytes(b"PK\x03\x04 not a file of Word")
    ended = cli("import", old, "--into", tmp_path / "ws")
    assert ended.returncode == 1
    assert "坏.docx" in ended.stdout
    assert "POS90" in ended.stdout
    assert (tmp_path / "ws/positions/维修组/维修班长.yaml").is_file()


# --- documents that were edited in Word ----------------------------------------------------------------------


def test_an_edited_document_is_shown_and_then_taken_back(cli: Cli, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    assert cli("init", workspace).returncode == 0
    built = cli(
        "-C", workspace, "build", "call-centre-agent", "--form", "standard", "--lang", "zh", "--output", tmp_path / "b"
    )
    assert built.returncode == 0, built.stderr
    source = next((tmp_path / "b").rglob("*.docx"))
    edited = Edited(source.read_bytes())
    edited.write("headcount", "12 人")
    document = tmp_path / "改过.docx"
    document.write_bytes(edited.data())
    file = workspace / "positions/after-sales/customer-service/call-centre-agent.yaml"
    before = file.read_text(encoding="utf-8")
    shown = cli("--ui-lang", "zh", "-C", workspace, "import", "--update", document)
    assert "headcount: 10 → 12" in shown.stdout
    assert "--yes" in shown.stderr
    assert file.read_text(encoding="utf-8") == before
    made = cli("-C", workspace, "import", "--update", document, "--yes")
    assert made.returncode == 0, made.stderr
    assert file.read_text(encoding="utf-8") == before.replace("headcount: 10", "headcount: 12")
    again = cli("--ui-lang", "zh", "-C", workspace, "import", "--update", document)
    assert "没有改动" in again.stdout


def test_an_id_that_a_document_states_stays_as_it_is(cli: Cli, tmp_path: Path) -> None:
    workspace, identity = tmp_path / "ws", "East_Asia-Regional-Customer-Service-Agent-2"
    assert cli("init", workspace).returncode == 0
    for file in [*workspace.glob("*.yaml"), *(workspace / "positions").rglob("*.yaml")]:
        file.write_text(file.read_text(encoding="utf-8").replace("call-centre-agent", identity), encoding="utf-8")
    folder = workspace / "positions/after-sales/customer-service"
    (folder / "call-centre-agent.yaml").rename(folder / f"{identity}.yaml")
    assert cli("-C", workspace, "build", identity, "--form", "standard", "--lang", "zh", "--output",
               tmp_path / "b").returncode == 0  # fmt: skip
    assert cli("import", next((tmp_path / "b").rglob("*.docx")), "--into", tmp_path / "new").returncode == 0
    assert identity in load(tmp_path / "new")[0].by_id


def test_a_document_of_posdoc_keeps_the_id_in_another_workspace(cli: Cli, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    assert cli("init", workspace).returncode == 0
    assert cli("-C", workspace, "build", "call-centre-agent", "--form", "standard", "--lang", "zh", "--output",
               tmp_path / "b").returncode == 0  # fmt: skip
    ended = cli("import", next((tmp_path / "b").rglob("*.docx")), "--into", tmp_path / "new")
    assert ended.returncode == 0, ended.stderr
    there, here = (load(root)[0].by_id["call-centre-agent"] for root in (workspace, tmp_path / "new"))
    said = [[duty.text.in_("zh") for duty in one.duties if duty.text] for one in (here, there)]
    assert said[0] == said[1]
    assert cli("-C", tmp_path / "new", "check").returncode == 0
