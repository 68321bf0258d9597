"""A Word or Excel file from anywhere, given to ``posdoc import`` (lines I of the threat model)."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from posdoc.libreoffice import convert
from posdoc.load import load
from tests.fuzz.judging import within
from tests.importers.word_files import p, relations, tbl, tr, word_file
from tests.importers.workbooks import data, row, text, value, workbook
from tests.security.conftest import Ended, Posdoc, tree
from tests.soffice import CONVERT, stand_in

Imported = Callable[[str, bytes], Ended]
DUTIES = p("岗位名称：配件主管") + p("岗位职责：") + p("1、检查维修质量。")


@pytest.fixture
def imported(workspace: Path, posdoc: Posdoc) -> Imported:
    """Import one file into a new workspace beside this one; nothing is ever written elsewhere."""
    numbers = iter(range(1_000))

    def run(name: str, content: bytes) -> Ended:
        folder = workspace.parent / f"from{next(numbers)}"
        folder.mkdir()
        (folder / name).write_bytes(content)
        before = tree(workspace.parent)
        ended = posdoc("import", folder / name, "--into", folder / "new")
        new = {path for path, held in tree(workspace.parent).items() if before.get(path) != held}
        assert all(Path(path).parts[:2] == (folder.name, "new") for path in new)
        return ended

    return run


def _bomb(name: str, good: bytes, megabytes: int = 300) -> bytes:
    stream = io.BytesIO(good)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as member:
        for _ in range(megabytes):
            member.write(bytes(2**20))
    return stream.getvalue()


def _with(good: bytes, more: dict[str, bytes | str]) -> bytes:
    stream = io.BytesIO(good)
    with zipfile.ZipFile(stream, "a") as archive:
        for name, held in more.items():
            archive.writestr(name, held)
    return stream.getvalue()


@pytest.mark.threat("I1")
def test_zip_bombs_are_refused(imported: Imported) -> None:
    for name, good in (("a.docx", word_file(DUTIES)), ("a.xlsx", workbook(data(row(1, text("A1", "岗位")))))):
        ended = imported(name, _bomb("word/media/image1.png", good))
        assert ended.status == 1
        assert "POS904" in ended.said


@pytest.mark.threat("I2")
def test_entities_are_refused(imported: Imported, workspace: Path) -> None:
    secret = workspace / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    laughs = "<!ENTITY a0 'x'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    for entity in (f'<!ENTITY a11 SYSTEM "{secret.as_uri()}">', laughs):
        body = f"<!DOCTYPE x [{entity}]><x>&a11;</x>"
        for name, good, inner in (
            ("a.docx", word_file(p("x")), "word/document.xml"),
            ("a.xlsx", workbook(data(row(1, text("A1", "x")))), "xl/worksheets/sheet1.xml"),
        ):
            stream = io.BytesIO()
            with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(stream, "w") as new:
                for member in old.namelist():
                    new.writestr(member, body if member == inner else old.read(member))
            ended = imported(name, stream.getvalue())
            assert ended.status == 1
            assert "POS90" in ended.said
            assert "the secret" not in ended.said


@pytest.mark.threat("I3")
def test_what_a_file_links_to_is_not_fetched(
    imported: Imported, workspace: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.docx"
    secret.write_bytes(word_file(p("the secret")))
    opened: list[str] = []
    real = os.open
    monkeypatch.setattr(os, "open", lambda path, *a, **k: (opened.append(str(path)), real(path, *a, **k))[1])
    links = [
        ("image", "http://127.0.0.1:1/x.png"),
        ("subDocument", secret.as_uri()),
        ("attachedTemplate", secret.as_uri()),
    ]
    body = DUTIES + '<w:p><w:subDoc r:id="r2"/></w:p>'
    assert imported("a.docx", word_file(body, relations(links, external=True))).status in (0, 1)
    made = tree(workspace.parent / "from0" / "new")
    assert made
    assert not [path for path, held in made.items() if b"the secret" in held]
    assert [path for path in opened if path.endswith("a.docx")]
    assert str(secret) not in opened


@pytest.mark.threat("I4")
def test_formulas_are_not_computed(imported: Imported, workspace: Path) -> None:
    cells = (text("A1", "岗位名称"), text("B1", "岗位目的")), (text("A2", "配件主管"),
             value("B2", "存储的结果", "str", formula="WEBSERVICE(&quot;http://127.0.0.1:1/&quot;)"))  # fmt: skip
    assert imported("a.xlsx", workbook(data(*(row(n, *each) for n, each in enumerate(cells, 1))))).status in (0, 1)
    told = b"".join(tree(workspace.parent / "from0" / "new").values())
    assert "配件主管".encode() in told
    assert b"WEBSERVICE" not in told


@pytest.mark.threat("I5")
def test_macros_and_objects_are_left_where_they_are(imported: Imported, workspace: Path) -> None:
    more: dict[str, bytes | str] = {"word/vbaProject.bin": b"Shell calc", "word/embeddings/o.bin": b"MZ calc"}
    rels = relations([("vbaProject", "vbaProject.bin"), ("oleObject", "embeddings/o.bin")])
    assert imported("a.docx", _with(word_file(DUTIES, rels), more)).status in (0, 1)
    made = tree(workspace.parent / "from0" / "new")
    assert made
    assert not [path for path, held in made.items() if b"calc" in held or path.endswith(".bin")]


@pytest.mark.threat("I6")
def test_what_is_no_plain_office_file_is_refused(imported: Imported) -> None:
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage\0".encode("utf-16-le")
    for content, code in ((ole, "POS903"), (b"{\\rtf1 x}", "POS9"), (b"MZ\x90", "POS90"), (b"PK\x03\x04", "POS902"),
                          (word_file(DUTIES)[:300], "POS902")):  # fmt: skip
        ended = imported("a.docx", content)
        assert ended.status == 1
        assert code in ended.said


@pytest.mark.threat("I7")
def test_deep_and_endless_content_ends(imported: Imported) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 3_000 + p("x") + "</w:tc></w:tr></w:tbl>" * 3_000
    assert imported("a.docx", word_file(deep)).status == 1
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    assert imported("a.xlsx", workbook(data(row(1, text("A1", "甲")), after=merged))).status in (0, 1)


@pytest.mark.threat("I8")
def test_names_in_the_file_lead_nowhere(imported: Imported) -> None:
    for name in ("../../evil", "/etc/evil", "C:/evil", "..\\evil", "word/../../evil"):
        assert imported("a.docx", _with(word_file(DUTIES), {name: "x"})).status == 1, name


@pytest.mark.threat("I9")
def test_titles_become_files_of_the_workspace(imported: Imported, workspace: Path) -> None:
    titles = ("../../../evil", "/etc/cron.d/evil", "C:\\evil", "CON", "..", ".git/hooks/x", "a\tb", "x" * 500, "unit")
    for number, title in enumerate(titles):
        body = p(f"岗位名称：{title}") + p("所属部门：../../evil") + p("岗位职责：") + p("1、检查维修质量。")
        assert imported("a.docx", word_file(body)).status in (0, 1)
        for path in tree(workspace.parent / f"from{number}" / "new"):
            assert ".." not in Path(path).parts
            assert not path.endswith((".docx", "x.exe"))
            assert ".git" not in Path(path).parts


@pytest.mark.threat("I10")
def test_a_text_becomes_no_yaml(imported: Imported, workspace: Path) -> None:
    hostile = ("!!python/object/apply:os.system [id]", "*alias", "&anchor x", "a: b # c", "- x", "{a: b}", "'\"|>%@`")
    lines = "".join(p(f"{number}、{text.replace('&', '&amp;')}。") for number, text in enumerate(hostile, 1))
    assert imported("a.docx", word_file(p("岗位名称：配件主管") + p("岗位职责：") + lines)).status in (0, 1)
    organization, findings = load(workspace.parent / "from0" / "new")
    assert not [one for one in findings if one.code.startswith("POS00") or one.code.startswith("POS01")]
    assert len(organization.positions) == 1
    said = json.dumps([str(duty) for duty in organization.positions[0].duties], ensure_ascii=False)
    assert "os.system [id]" in said
    assert "*alias" in said


@pytest.mark.threat("I11")
def test_invisible_characters_stay_outside(imported: Imported, workspace: Path) -> None:
    body = p("岗位名称：配件\u202e主管\u2066") + p("岗位职责：") + p("1、检查\u200b维修\u202e质量\x9b。")
    ended = imported("a.docx", word_file(body))
    assert ended.status in (0, 1)
    told = b"".join(tree(workspace.parent / "from0" / "new").values()).decode() + ended.said
    assert "配件主管" in told
    assert not set(told) & set("\u202e\u2066\x9b\x1b")


@pytest.mark.threat("I12")
def test_libreoffice_runs_no_macro_and_follows_no_link(tmp_path: Path) -> None:
    """It gets a profile of its own, which says so; what posdoc gives it is a copy by another name."""
    look = 'profile = next(a for a in sys.argv if a.startswith("-env:UserInstallation="))[len("-env:UserInstallation=file://"):]'
    source = f'{look}\nsaid = pathlib.Path(profile, "user", "registrymodifications.xcu").read_bytes()\n{CONVERT}'
    source = source.replace("path.read_bytes())", "said + repr(sys.argv[1:]).encode())")
    (made,) = convert(stand_in(tmp_path, source), [b"x"], ("doc", "docx"), with_caution=True)
    assert b'DisableMacrosExecution" oor:op="fuse"><value>true' in made
    assert b'BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in made
    assert b"--headless" in made
    assert b"posdoc-office-" in made.partition(b"-env:UserInstallation=")[2]


@pytest.mark.threat("I13")
def test_the_report_of_an_import_is_text(posdoc: Posdoc, workspace: Path) -> None:
    book = Workbook()
    book.active.append(["岗位名称", "岗位目的"])
    book.active.append(["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>"])
    stream = io.BytesIO()
    book.save(stream)
    path = workspace / "<b>x.xlsx"
    path.write_bytes(stream.getvalue())
    report = workspace.parent / "report.html"
    posdoc("import", path, "--into", workspace.parent / "new", "--report", "html", "--report-file", report)
    page = report.read_text(encoding="utf-8") if report.is_file() else ""
    assert "Content-Security-Policy" in page
    for tag in ("<img src=x", "<script>alert", "<b>x"):
        assert tag not in page


WITHOUT_END = [
    "总经理" * 30 + "ac", "经理助理" * 400 + "。", "岗位职责" + " " * 20_000 + "x", "1.1." * 2000 + "x", "（" * 3000,
    "a-" * 3000 + "岗位说明书", "100%" * 2000, "一、" * 2000 + "x",
]  # fmt: skip


@pytest.mark.threat("I14")
@pytest.mark.parametrize("words", WITHOUT_END)
def test_no_text_makes_a_search_try_for_ever(imported: Imported, words: str) -> None:
    """Thirty times 总经理 once took a minute, and each one more twice as long."""
    body = p("岗位说明书") + p(f"岗位名称：{words}") + p(words) + tbl(tr("岗位职责", words), tr(words, "1"))
    with within(30):
        assert imported(f"{'1.' * 60}x.docx", word_file(body)).status in (0, 1)
