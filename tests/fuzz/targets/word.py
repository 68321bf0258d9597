"""The import of Word files: the parts of one, each behind a line ``## path``, or the bytes of a whole file."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from posdoc.errors import PosdocError
from posdoc.importers.importing import Wishes, import_files
from posdoc.importers.marked import read_marks
from posdoc.importers.posts import standard_labels
from posdoc.importers.refusal import Refused
from posdoc.load import load
from tests.fuzz import parts, smallest
from tests.fuzz.markup import mutated
from tests.importers.structures import form, numbered
from tests.importers.word_files import field, p, r, relations, sdt, tbl, tr, word_file, zipped

__all__ = ["MOST_BYTES", "WORDS", "mutated", "run", "seeds"]

MOST_BYTES = 80_000
WORDS = [
    "<w:p>", "</w:p>", "<w:r>", "<w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "<w:vMerge/>", '<w:gridSpan w:val="3"/>', "<w:sdt>",
    "<w:numPr>", '<w:numId w:val="1"/>', '<w:fldChar w:fldCharType="begin"/>', "<w:txbxContent>", "<w:del>", "<w:ins>",
    "岗位名称", "岗位职责", "任职资格", "直接上级", "序号", "100%", "一、", "（1）", "&#x202e;", "<!DOCTYPE a>", "&a;",
]  # fmt: skip


def seeds() -> list[bytes]:
    made = [parts.joined(_texts_of(one)) for one in _small_files()]
    return [*made, *_small_files()[:2], parts.joined(_texts_of(smallest.document()))]


def _texts_of(file: bytes) -> dict[str, bytes]:
    """The parts that say something."""
    found = parts.unzipped(file)
    return {name: data for name, data in found.items() if name.endswith((".xml", ".rels")) and "theme" not in name}


@cache
def _small_files() -> list[bytes]:
    lists = "".join(
        f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="decimal"/><w:lvlText w:val="%{n + 1}."/></w:lvl>' for n in (0, 1)
    )
    kind = f'<w:abstractNum w:abstractNumId="0">{lists}</w:abstractNum>'
    numbering = f'{kind}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    table = form("岗位基本信息", ["岗位名称", "维修班长", "所属部门", "售后部"], "岗位职责", ["序号", "职责", "时间", "权重"],
                 ["1", "安排工单；核对配件。", "40%", "30%"], columns=4)  # fmt: skip
    box = (
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        + p("总经理")
        + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    in_list = numbered("收发配件") + numbered("盘点", level=1)
    revised = "<w:del>" + r("旧") + "</w:del><w:ins>" + r("新") + "</w:ins>"
    link = p('<w:hyperlink r:id="r1">' + r("x") + "</w:hyperlink>")
    return [
        word_file(p("岗位说明书") + table, numbering=numbering),
        word_file(p("岗位名称：配件库管员") + p("岗位职责") + in_list, numbering=numbering),
        word_file(
            p("Job title: Clerk") + p(r("bold", "<w:b/>")) + p(field("PAGE", r("1"))) + sdt(p("x")), header=p("页眉")
        ),
        word_file(p(box) + p(revised) + tbl(tr("a", "b"), tr("c", "d"))),
        word_file(link, relations([("hyperlink", "http://a.b")], external=True)),
        zipped({"word/document.xml": "<a/>"}),
    ]


@cache
def frame() -> dict[str, bytes]:
    """What makes a file one of Word: taken where the parts do not have it."""
    return {name: data for name, data in parts.unzipped(word_file("")).items() if name != "word/document.xml"}


def run(data: bytes) -> None:
    """Read the file as ``posdoc import`` does; what was read is either written, or said to be left out.

    In a document of posdoc's own the marks have the last word: what they displace is counted as lost, and the report says so.
    """
    if not data.startswith(b"PK"):
        data = parts.zipped({**frame(), **parts.split(data)})
    with TemporaryDirectory(prefix="posdoc-") as folder:
        path = Path(folder, "a.docx")
        path.write_bytes(data)
        try:
            imported = import_files([("a.docx", path)], standard_labels(), Wishes())
        except (Refused, PosdocError):
            return
        (report,) = imported.reports
        assert report.is_refused or report.coverage.neither == 0 or _has_marks(data), report.coverage
        for name, text in imported.files.items():
            target = Path(folder, "workspace", name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        if imported.files:
            _, findings = load(Path(folder, "workspace"))
            assert [one for one in findings if one.severity.name == "ERROR"] == []


def _has_marks(data: bytes) -> bool:
    return read_marks(data, "a.docx") is not None
