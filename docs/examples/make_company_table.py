"""Write the example form ``company-table``: ``python docs/examples/make_company_table.py``.

It is written as Word writes: runs cut within words and tags, spelling marks, revision ids. The blank form and the
template are the same rows, without and with their tags.
"""

from __future__ import annotations

import itertools
import re
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from posdoc.word.package import write_package

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from templates.designers.parts import font_table, theme  # noqa: E402

HERE = Path(__file__).resolve().parent
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:r="{OFFICE}/relationships" xmlns:w="{W}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
THEME_TYPE = '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
COLUMNS, WIDTH = 12, 803
RSIDS = ("00A77427", "00C4310B", "004E1F62", "007D02A9")


class Cell(NamedTuple):
    """A cell: what the blank form says in it, and the paragraphs of the template (the same, if there are none)."""

    span: int
    blank: str = ""
    tags: tuple[str, ...] = ()
    bold: bool = False
    merge: str = ""
    """``restart`` or ``continue`` for a cell that goes over several rows."""


class Row(NamedTuple):
    """A row. ``only`` is where it is: in both forms, or just in ``blank`` or ``template``."""

    cells: tuple[Cell, ...]
    only: str = ""
    shade: str = ""


def label(text: str, span: int = 2, merge: str = "") -> Cell:
    """A label of the form."""
    return Cell(span, text, bold=True, merge=merge)


def value(*tags: str, span: int = 4, blank: str = "") -> Cell:
    """What is filled in."""
    return Cell(span, blank, tags)


def section(title: str, end: str = "") -> Row:
    """A row across the table."""
    return Row((Cell(COLUMNS, title, bold=True),), end, "D9E2F3")


def tag(text: str) -> Row:
    """A row that is nothing but a tag."""
    return Row((Cell(COLUMNS, "", (f"{{%tr {text} %}}",)),), "template")


def repeated(loop: str, *cells: Cell, blanks: int = 3) -> tuple[Row, ...]:
    """Empty rows in the blank form, a loop in the template."""
    empty = Row(tuple(Cell(cell.span) for cell in cells), "blank")
    return (empty,) * blanks + (tag(f"for {loop}"), Row(cells, "template"), tag("endfor"))


def heads(**spans: int) -> Row:
    """The heads of columns."""
    return Row(tuple(label(text, span) for text, span in spans.items()), shade="F2F2F2")


ENTRIES = '{% if cell.items %}{{ cell.items|join("；") }}{% else %}{{ cell.lines|join("；") }}{% endif %}'
TABLE: tuple[Row, ...] = (
    section("一、基本信息"),
    Row((label("岗位名称"), value("{{ position.title }}"), label("岗位编号"), value("{{ position.code }}"))),
    Row((label("所属部门"), value("{{ position.unit }}"), label("职等"), value("{{ position.grade }}"))),
    Row((label("定员"), value("{{ position.headcount }}"), label("工作地点"), value("{{ position.location }}"))),
    Row((label("生效日期"), value('{{ dates.effective|date("slash") }}'), label("版本"), value("{{ version }}"))),
    Row((label("汇报关系", merge="restart"), label("直接上级"), value("{{ position.reports_to }}", span=8))),
    Row((label("", merge="continue"), label("直接下级"), value("{{ position.direct_reports }}", span=8))),
    Row((label("", merge="continue"), label("职务代理人"), value("{{ position.substitute }}", span=8))),
    section("二、岗位目的"),
    Row((value("{{ position.purpose }}", span=COLUMNS),)),
    section("三、岗位职责"),
    heads(序号=1, 职责领域=3, 工作内容及衡量标准=7, 比重=1),
    tag("if duties"),
    *repeated(
        "duty in duties.duties",
        value("{{ duty.number }}", span=1),
        value("{{ duty.area }}", span=3),
        value(
            "{{ duty.text }}",
            "{%p if duty.tasks %}", "{{ duty.tasks|lines }}", "{%p endif %}",
            "{%p if duty.measures %}", "衡量标准：{{ duty.measures }}", "{%p endif %}",
            span=7,
        ),
        value("{% if duties.columns %}{{ duty.first_share|percent }}{% endif %}", span=1),
    ),
    tag("endif"),
    section("四、工作权限"),
    tag("if authority"),
    *repeated(
        "cell in authority.cells", value("{{ cell.label }}", span=2), value(ENTRIES, span=10)
    ),
    tag("endif"),
    section("五、任职资格"),
    heads(项目=2, 必备条件=5, 理想条件=5),
    tag("if qualifications"),
    *repeated(
        "line in qualifications.qualifications",
        value("{{ line.item }}", span=2),
        value("{{ line.required }}", span=5),
        value("{{ line.preferred }}", span=5),
    ),
    tag("endif"),
    section("六、考核指标"),
    heads(指标=6, 目标值=4, 权重=2),
    tag("for sheet in scorecard.sheets"),
    *repeated(
        "line in sheet.lines",
        value("{% if line.is_part %}其中：{% endif %}{{ line.name }}", span=6),
        value("{{ line.targets|lines }}"),
        value("{{ line.weight|percent }}", span=2),
    ),
    tag("endfor"),
    section("七、工作条件"),
    Row((
        label("工作条件", merge="restart"), label("工作环境"),
        value("{{ boxes.environment|boxes }}", span=8, blank="舒适□ 一般□ 较恶劣□"),
    )),
    Row((
        label("", merge="continue"), label("危险性"),
        value("{{ boxes.hazard|boxes }}", span=8, blank="无危险□ 一定危险□ 较大危险□"),
    )),
    Row((label("", merge="continue"), label("工具设备"), value("{{ position.tools|lines }}", span=8))),
    section("八、签署"),
    Row((label("任职人签字"), value(), label("直接上级签字"), value())),
    Row((label("日期"), value(), label("日期"), value())),
)  # fmt: skip


# --- as Word writes ---------------------------------------------------------------------------------------------


class Word:
    """Writes paragraphs as Word does: with an id and a revision each, and runs that end anywhere."""

    def __init__(self) -> None:
        self._ids = itertools.count(0x1A2B3C40)
        self._rsids = itertools.cycle(RSIDS)

    def paragraph(self, text: str, *, bold: bool = False, size: int = 21, center: bool = False) -> str:
        """A paragraph."""
        look = (
            '<w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
            f'{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
        )
        align = '<w:jc w:val="center"/>' if center else ""
        layout = f"<w:pPr>{'<w:keepNext/>' if bold else ''}{align}{look}</w:pPr>"
        rsid = next(self._rsids)
        start = (
            f'<w:p w14:paraId="{next(self._ids):08X}" w14:textId="77777777" w:rsidR="{rsid}" w:rsidRDefault="{rsid}">'
        )
        return start + layout + "".join(self._runs(text, look)) + "</w:p>"

    def _runs(self, text: str, look: str) -> Iterator[str]:
        """Words of Chinese fall into two runs, tags into three, with spelling marks around a field's name."""
        for piece in re.findall(r"\{[{%].*?[}%]\}|[^{]+", text):
            if piece.startswith("{"):
                middle = max(piece.find(".") + 1, 5)
                yield self._run(piece[:3], look) + '<w:proofErr w:type="spellStart"/>'
                yield (
                    self._run(piece[3:middle], look)
                    + '<w:proofErr w:type="spellEnd"/>'
                    + self._run(piece[middle:], look)
                )
            else:
                yield self._run(piece[:1], look) + (self._run(piece[1:], look) if piece[1:] else "")

    def _run(self, text: str, look: str) -> str:
        hint = look if text.isascii() else look.replace("<w:rFonts ", '<w:rFonts w:hint="eastAsia" ')
        return f'<w:r w:rsidRPr="{next(self._rsids)}">{hint}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def cell(self, cell: Cell, shade: str, *, template: bool) -> str:
        """A cell, across columns and down rows."""
        merge = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}.get(cell.merge, "")
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        texts = cell.tags if template and cell.tags else (cell.blank,)
        center = cell.bold and cell.span < COLUMNS
        content = "".join(self.paragraph(text, bold=cell.bold, center=center) for text in texts)
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{cell.span * WIDTH}" w:type="dxa"/>{span}{merge}{fill}<w:vAlign w:val="center"/>'
            f"</w:tcPr>{content}</w:tc>"
        )

    def row(self, row: Row, *, template: bool) -> str:
        """A row."""
        cells = "".join(self.cell(cell, row.shade, template=template) for cell in row.cells)
        rsid = next(self._rsids)
        return (
            f'<w:tr w:rsidR="{rsid}" w:rsidTr="00B35D1E"><w:trPr><w:trHeight w:val="454"/><w:jc w:val="center"/></w:trPr>'
            f"{cells}</w:tr>"
        )


def document(*, template: bool) -> str:
    """The main part."""
    word, unwanted = Word(), "blank" if template else "template"
    rows = "".join(word.row(row, template=template) for row in TABLE if row.only != unwanted)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = f'<w:gridCol w:w="{WIDTH}"/>' * COLUMNS
    return (
        f"{HEAD}<w:document {SPACES}><w:body>{word.paragraph('岗位说明书', bold=True, size=36, center=True)}"
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH * COLUMNS}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{sides}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f'{rows}</w:tbl><w:p w14:paraId="5C6D7E01" w14:textId="77777777" w:rsidR="00A77427" w:rsidRDefault="00A77427">'
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/></w:p><w:sectPr w:rsidR="00A77427">'
        '<w:headerReference w:type="default" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1134" w:bottom="1134" w:left="1134" '
        'w:header="567" w:footer="567" w:gutter="0"/><w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="312"/>'
        "</w:sectPr></w:body></w:document>"
    )


def header(*, template: bool) -> str:
    """The logo, the company and the number of the document."""
    company, number = ("{{ company }}", "{{ document_number }}") if template else ("远岚环境设备股份有限公司", "")
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    picture = (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="288000" cy="288000"/><wp:docPr id="1" name="图片 1" descr="公司标志"/>'
        f'<a:graphic xmlns:a="{space}/main"><a:graphicData uri="{space}/picture"><pic:pic xmlns:pic="{space}/picture">'
        '<pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="288000" cy="288000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    words = Word().paragraph(f" {company}　　文件编号：{number}", size=18)
    return f"{HEAD}<w:hdr {SPACES}>{words.replace('<w:r w', picture + '<w:r w', 1)}</w:hdr>"


def footer() -> str:
    """The number of the page, as a field that Word works out."""
    marks = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inside}'
        for kind, inside in (
            ("begin", '<w:r><w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText></w:r>'),
            ("separate", "<w:r><w:t>1</w:t></w:r>"),
            ("end", ""),
        )
    )
    return (
        f'{HEAD}<w:ftr {SPACES}><w:p w14:paraId="5C6D7E02" w14:textId="77777777" w:rsidR="004E1F62" '
        f'w:rsidRDefault="004E1F62"><w:pPr><w:pStyle w:val="a3"/></w:pPr>{marks}</w:p></w:ftr>'
    )


STYLES = (
    f'{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:eastAsia="宋体" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:kern w:val="2"/><w:sz w:val="21"/>'
    '<w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:widowControl w:val="0"/></w:pPr></w:style><w:style w:type="table" w:default="1" '
    'w:styleId="a1"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="footer"/><w:basedOn w:val="a"/><w:pPr><w:jc '
    'w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style></w:styles>'
)
SETTINGS = (
    f'{HEAD}<w:settings {SPACES}><w:zoom w:percent="100"/><w:proofState w:spelling="clean" w:grammar="clean"/>'
    '<w:defaultTabStop w:val="420"/><w:drawingGridVerticalSpacing w:val="156"/><w:characterSpacingControl '
    'w:val="compressPunctuation"/><w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:rsids><w:rsidRoot w:val="00A77427"/>'
    + "".join(f'<w:rsid w:val="{rsid}"/>' for rsid in RSIDS)
    + '</w:rsids><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator '
    'w:val=","/></w:settings>'
)


def logo() -> bytes:
    """A little picture, as PNG: three bars in a square."""
    rows = b"".join(
        b"\0" + b"".join(b"\xff\xff\xff" if x % 10 > 6 or y < 22 - x // 10 * 8 else b"\x1f\x38\x64" for x in range(28))
        for y in range(28)
    )
    chunks = ((b"IHDR", struct.pack(">2I5B", 28, 28, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


def relation(identity: str, kind: str, target: str) -> str:
    """One thing that a part refers to."""
    return f'<Relationship Id="{identity}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'


def relations(*entries: tuple[str, str, str]) -> str:
    """What a part refers to: id, kind, target."""
    lines = "".join(relation(*entry) for entry in entries)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def company_table(*, template: bool) -> dict[str, str | bytes]:
    """The parts of the file."""
    names = {
        "document": "document.main",
        "styles": "styles",
        "settings": "settings",
        "fontTable": "fontTable",
        "header1": "header",
        "footer1": "footer",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{MAIN}.{kind}+xml"/>' for name, kind in names.items()
    )
    types = (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{overrides}'
        f"{THEME_TYPE}</Types>"
    )
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": document(template=template),
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml"),
            ("rId3", "fontTable", "fontTable.xml"), ("rId4", "theme", "theme/theme1.xml"),
            ("rId5", "header", "header1.xml"), ("rId6", "footer", "footer1.xml"),
        ),
        "word/header1.xml": header(template=template),
        "word/_rels/header1.xml.rels": relations(("rId1", "image", "media/image1.png")),
        "word/footer1.xml": footer(),
        "word/styles.xml": STYLES,
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": font_table(),
        "word/theme/theme1.xml": theme(),
        "word/media/image1.png": logo(),
    }  # fmt: skip


def packed(parts: dict[str, str | bytes]) -> bytes:
    """The Word file; the same bytes each time."""
    return write_package({name: part.encode() if isinstance(part, str) else part for name, part in parts.items()})


if __name__ == "__main__":
    (HERE / "company-table-blank.docx").write_bytes(packed(company_table(template=False)))
    (HERE / "company-table.docx").write_bytes(packed(company_table(template=True)))
