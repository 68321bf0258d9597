"""``posdoc import`` and files made to break it: each ends in a coded message, and nothing is half-written."""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import Workbook

from posdoc.build.imported import write_new_workspace
from posdoc.cli.main import run
from posdoc.diagnostics import Severity
from posdoc.errors import OutputError
from posdoc.load import load
from posdoc.source import read_text
from posdoc.source.plain_data import data_of
from tests.importers.word_files import TYPES, p, part, r, relations, tbl, tr, word_file, zipped

Cli = Callable[..., Any]
DUTIES = "岗位职责：\n1、检查维修质量。\n"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)
BOMB = 8 * 1024 * 1024
SECONDS = 30
"""What a very busy machine may need for ten thousand tables."""


def docx(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_document(xml: str) -> bytes:
    """A Word file whose text is this XML."""
    return zipped({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": xml,
    })  # fmt: skip


def ole(stream: str) -> bytes:
    return OLE + f"{stream}\0".encode("utf-16-le")


def xlsx(fill: Callable[[Any], None]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"] = "岗位名称", "配件库管员"
    fill(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def protected(sheet: Any) -> None:
    sheet["A2"], sheet["B2"] = "直接上级", "配件主管"
    sheet.protection.set_password("geheim")
    sheet.protection.enable()


GOOD = docx("岗位名称：维修班长", "岗位职责", "1、检查维修质量。")
ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
REFUSED: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "炸弹.docx": ("POS904", lambda: word_file(p(" " * BOMB))),
    "bomb.xlsx": ("POS904", lambda: zipped({"[Content_Types].xml": " " * BOMB, "xl/workbook.xml": "<workbook/>"})),
    "实体.docx": ("POS902", lambda: with_document(f"{ENTITY}{part('document', '<w:body>&b;</w:body>')}")),
    "half.docx": ("POS902", lambda: GOOD[: len(GOOD) // 2]),
    "不是 XML.docx": ("POS902", lambda: with_document("岗位名称")),
    "nested.docx": ("POS90", lambda: with_document(part("document", "<w:p>" * 100_000))),
    "旧格式.docx": ("POS905", lambda: ole("WordDocument")),
    "workbook.docx": ("POS905", lambda: xlsx(lambda _: None)),
    "加密 🔒.docx": ("POS903", lambda: ole("EncryptedPackage")),
    "encrypted.xlsx": ("POS903", lambda: ole("EncryptedPackage")),
    "空.docx": ("POS907", lambda: b""),
    "no text.docx": ("POS907", lambda: docx("")),
    "a.zip.docx": ("POS905", lambda: zipped({"a.txt": "x"})),
    "文本.xlsx": ("POS905", lambda: "岗位,人数\n".encode()),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files that are refused, and two good ones among them."""
    folder = tmp_path_factory.mktemp("资 料")
    for name, (_, make) in REFUSED.items():
        (folder / name).write_bytes(make())
    (folder / "好 文件 😀.docx").write_bytes(GOOD)
    (folder / "zz.txt").write_text(f"岗位名称：维修主管\n{DUTIES}", encoding="utf-8")
    return folder


def names_below(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*")}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_bad_files_are_reported_and_good_ones_are_imported(
    cli: Cli, folder: Path, tmp_path: Path, language: str
) -> None:
    ended: subprocess.CompletedProcess[str] = cli("--ui-lang", language, "import", folder, "--into", tmp_path / "新")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stdout + ended.stderr
    for name, (code, _) in REFUSED.items():
        (line, *_) = [line for line in ended.stdout.splitlines() if line.startswith(f"{name}:") and "POS" in line]
        assert code in line, line
        is_chinese = re.search(r"[\u3400-\u9fff]", line.replace(name, "")) is not None
        assert is_chinese == (language == "zh"), line
    assert {path.stem for path in (tmp_path / "新" / "positions").rglob("*.yaml")} == {"维修班长", "维修主管", "unit"}
    assert [path.name for path in tmp_path.iterdir()] == ["新"]
    assert [finding for finding in load(tmp_path / "新")[1] if finding.severity is Severity.ERROR] == []


def test_nothing_but_bad_files_writes_nothing(cli: Cli, folder: Path, tmp_path: Path) -> None:
    ended = cli("import", folder / "half.docx", folder / "实体.docx", "--into", tmp_path / "new")
    assert ended.returncode == 1
    assert "POS902" in ended.stdout
    assert names_below(tmp_path) == set()


def test_bad_files_do_no_harm_to_a_workspace(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = tmp_path / "ws"
    assert run(["import", str(folder / "zz.txt"), "--into", str(workspace)]) == 0
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    capsys.readouterr()
    for name, (code, _) in REFUSED.items():
        for more, expected in (((), code), (("--update",), "POS9")):
            assert run(["-C", str(workspace), "import", str(folder / name), *more]) == 1, (name, more)
            assert f"{name}:1:1 error {expected}" in capsys.readouterr().out, (name, more)
    assert {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()} == before


ODD: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "protected.xlsx": (lambda: xlsx(protected), "reports_to: 配件主管"),
    "formulas.xlsx": (
        lambda: xlsx(lambda sheet: sheet.append(["定员", '=HYPERLINK("http://example.invalid/","1")'])), "title: 配件库管员",
    ),
    "links.docx": (
        lambda: word_file(
            p('<w:hyperlink r:id="h">' + r("岗位名称：配件库管员") + "</w:hyperlink>"),
            relations({"h": ("hyperlink", "http://example.invalid/a")}, external=True),
        ),
        "title: 配件库管员",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_odd_files_are_read(name: str, tmp_path: Path) -> None:
    make, expected = ODD[name]
    (tmp_path / name).write_bytes(make())
    assert run(["import", str(tmp_path / name), "--into", str(tmp_path / "new")]) == 0
    (file,) = (tmp_path / "new" / "positions").rglob("配件库管员.yaml")
    assert expected in file.read_text(encoding="utf-8")


def test_ten_thousand_tables(tmp_path: Path) -> None:
    tables = tbl(tr("使用工具", "扳手")) + p("")
    (tmp_path / "a.docx").write_bytes(word_file(p("岗位名称：技工") + tables * 10_000))
    start = time.process_time()
    assert run(["import", str(tmp_path / "a.docx"), "--into", str(tmp_path / "new")]) == 0
    assert time.process_time() - start < SECONDS
    assert len(list((tmp_path / "new" / "positions").rglob("技工*.yaml"))) == 1


# --- texts that are more than texts -------------------------------------------------------------------------

TEXTS = [
    "甲: 乙", "甲 # 乙", "- 甲", "{甲: 乙}", "[甲]", "&甲", "*甲", "!甲", "%甲", "@甲", "`甲`", "'甲", '"甲"', "? 甲", "| 甲",
    "> 甲", "true", "null", "~", "0x1F", "1_000", "12:30", "posdoc: ignore", "# posdoc: ignore-file POS101", "甲\u202e乙",
    "甲\u200b乙", "甲\u2028乙", "---", "...", "${甲}", "{{ 甲 }}", "{% for %}", "=1+1", "甲\\n乙", "<b>甲</b>",
]  # fmt: skip


def test_texts_with_the_signs_of_yaml_stay_what_they_are(tmp_path: Path) -> None:
    duties = "".join(p(r(f"{number}、{_escaped(one)}是一项工作。")) for number, one in enumerate(TEXTS, 1))
    loose = "".join(p(r(_escaped(one))) for one in TEXTS)
    broken = p(r("随便一句") + r("<w:br/>") + r("posdoc: ignore-file POS101") + r("<w:br/>") + r("based_on: 乙"))
    body = p(_escaped("岗位名称：技工 #1: {甲}")) + p("岗位职责") + duties + p("组织架构图") + loose + broken
    (tmp_path / "a.docx").write_bytes(word_file(body))
    assert run(["import", str(tmp_path / "a.docx"), "--into", str(tmp_path / "new")]) == 0
    organization, findings = load(tmp_path / "new")
    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []
    (position,) = organization.positions
    assert str(position.title.in_("zh")) == "技工 #1: {甲}"
    (file,) = (path for path in (tmp_path / "new" / "positions").rglob("*.yaml") if path.name != "unit.yaml")
    text = file.read_text(encoding="utf-8")
    root, _ = read_text(text, file.name)
    assert root is not None
    data: Any = data_of(root)
    assert set(data) == {"title", "duties", "document"}
    assert re.search("[\u202e\u200b\u2028]|\\\\u20", text) is None
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert not any(re.match(r"#\s*posdoc:", line) for line in comments)
    assert any("based_on: 乙" in line for line in comments)
    said = [f"{one.get('area', '')}{one['text']}" for one in data["duties"]]
    assert len(said) == len(TEXTS)
    for one, duty in zip(TEXTS, said, strict=True):
        assert re.sub(r"\W", "", duty) == re.sub(r"\W", "", f"{one}是一项工作"), one


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


# --- titles that are no names of files ----------------------------------------------------------------------

TITLES = {
    "../../x": "x", "CON": "con-1", "nul.txt": "nul-txt", "长" * 300: "长" * 40, "": "f4", ".": "f5", "a/b\\c": "a-b-c",
    "unit": "unit-1", "技工": "技工", "售后：主管": "售后-主管", "😀": "position",
}  # fmt: skip


def test_titles_make_good_names_of_files(tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.mkdir()
    for number, title in enumerate(TITLES):
        (source / f"f{number}.txt").write_text(f"岗位名称：{title}\n{DUTIES}", encoding="utf-8")
    assert run(["import", str(source), "--into", str(tmp_path / "new")]) == 0
    files = {path.relative_to(tmp_path / "new").as_posix() for path in (tmp_path / "new" / "positions").rglob("*.yaml")}
    assert files == {f"positions/未分部门/{name}.yaml" for name in (*TITLES.values(), "unit")}
    assert {path.name for path in tmp_path.iterdir()} == {"a", "new"}
    organization = load(tmp_path / "new")[0]
    titles = {str(one.id): str(one.title.in_("zh")) for one in organization.positions if one.title}
    assert {titles[name] for title, name in TITLES.items() if title not in ("", ".")} == set(TITLES) - {"", "."}


def test_titles_that_differ_in_case_only_and_units_outside(tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.mkdir()
    for name, title, unit in (("1", "Clerk", "../.."), ("2", "CLERK", "../.."), ("3", "clerk", "COM1")):
        text = f"Job title: {title}\nDepartment: {unit}\nDuties\n1. File papers.\n"
        (source / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(["import", str(source), "--into", str(tmp_path / "new")]) == 0
    names = [path.name for path in (tmp_path / "new" / "positions").rglob("*.yaml") if path.name != "unit.yaml"]
    assert sorted(names) == ["clerk-2.yaml", "clerk-3.yaml", "clerk.yaml"]
    assert {path.name for path in tmp_path.iterdir()} == {"a", "new"}
    assert len(load(tmp_path / "new")[0].positions) == 3


# --- places that cannot be read or written ------------------------------------------------------------------


def test_a_folder_without_files_is_told(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    (tmp_path / "空" / "scan.pdf").write_bytes(b"%PDF")
    ended = cli("--ui-lang", "zh", "import", tmp_path / "空", "--into", tmp_path / "new")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "没有可读的文件" in ended.stderr
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(f"岗位名称：技工\n{DUTIES}", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("x", encoding="utf-8")
    before = names_below(tmp_path)
    assert run(["import", str(tmp_path / "a.txt"), "--into", str(tmp_path / "mine")]) == 2
    assert "mine" in capsys.readouterr().err
    assert run(["import", str(tmp_path / "a.txt"), "--into", str(tmp_path / "a.txt")]) == 2
    assert run(["import", str(tmp_path / "a.txt"), "--into", str(tmp_path / "a.txt" / "new")]) == 2
    assert names_below(tmp_path) == before


def test_a_parent_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(OutputError, match="cannot write to .*Permission denied"):
        write_new_workspace(tmp_path / "new", {"posdoc.yaml": "x"})
    assert names_below(tmp_path) == set()


def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("posdoc.build.imported.init_workspace", full)
    with pytest.raises(OutputError, match="No space left"):
        write_new_workspace(tmp_path / "new", {"posdoc.yaml": "x", "positions/a/b.yaml": "y"})
    assert names_below(tmp_path) == set()
