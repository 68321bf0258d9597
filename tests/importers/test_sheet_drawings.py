"""What lies on the cells of a sheet: comments, text boxes, pictures, charts, SmartArt, boxes to tick."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.importers.pieces import Diagram, DiagramKind, Foreign, Part, Table
from posdoc.importers.sheets import read_workbook
from tests.importers.shown import found, paragraphs
from tests.importers.workbooks import MAIN, data, relation, relationships, row, text, workbook

SHEET = data(row(1, text("A1", "岗位"), text("B1", "主管")))
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
DGM = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    f'{A} xmlns:c="c" {DGM} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">%s</xdr:wsDr>'
)
OF_SHEET, OF_DRAWING = "xl/worksheets/_rels/sheet1.xml.rels", "xl/drawings/_rels/d.xml.rels"


def read(relations: str, parts: Mapping[str, str]) -> Foreign:
    """What is read of a sheet with these relationships."""
    return read_workbook(workbook(SHEET, parts={OF_SHEET: relationships(relations), **parts}), "定编.xlsx")


def drawn(*things: str, relations: str = "", parts: Mapping[str, str] | None = None) -> Foreign:
    """What is read of a sheet with these things drawn on it, each two rows below the one before."""
    anchors = "".join(
        f"<xdr:oneCellAnchor><xdr:from><xdr:col>3</xdr:col><xdr:row>{2 * place}</xdr:row></xdr:from>{thing}</xdr:oneCellAnchor>"
        for place, thing in enumerate(things, 1)
    )
    more = {"xl/drawings/d.xml": DRAWING % anchors, OF_DRAWING: relationships(relations), **(parts or {})}
    return read(relation("d", "drawing", "../drawings/d.xml"), more)


def shape(*lines: str, more: str = "") -> str:
    inside = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="a"{more}/></xdr:nvSpPr><xdr:txBody>{inside}</xdr:txBody></xdr:sp>'
    )


def test_text_boxes_stand_behind_the_cells() -> None:
    group = f"<xdr:grpSp>{shape('经理', '1 人')}{shape('主管')}</xdr:grpSp>"
    choice = f"<mc:Choice>{shape('技师')}</mc:Choice><mc:Fallback>{shape('技师')}</mc:Fallback>"
    choice = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    foreign = drawn(group, choice, shape("Check Box 1", more=' hidden="1"'), shape())
    assert isinstance(foreign.pieces[0], Table)
    assert [(p.text, p.part, p.place.words.en) for p in paragraphs(foreign)] == [
        ("经理", Part.TEXT_BOX, "sheet 'Sheet1', D3, text box"),
        ("1 人", Part.TEXT_BOX, "sheet 'Sheet1', D3, text box"),
        ("主管", Part.TEXT_BOX, "sheet 'Sheet1', D3, text box"),
        ("技师", Part.TEXT_BOX, "sheet 'Sheet1', D5, text box"),
    ]
    assert found(foreign) == []


def test_lines_between_text_boxes_are_said() -> None:
    assert found(drawn(shape("经理"), shape("主管"), "<xdr:cxnSp/>")) == [("drawing-without-lines", 1)]
    assert found(drawn(shape("经理"), "<xdr:cxnSp/>")) == []


def test_pictures_and_charts_are_said_to_be_there() -> None:
    picture = '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" descr="组织图"/></xdr:nvPicPr></xdr:pic>'
    chart = '<xdr:graphicFrame><c:chart r:id="c"/></xdr:graphicFrame>'
    foreign = drawn(
        picture,
        chart,
        relations=relation("c", "chart", "../charts/c.xml")
        + relation("i", "image", "http://a.example/x", outside=True),
        parts={"xl/charts/c.xml": f"<c {A}><title><a:p><a:r><a:t>编制</a:t></a:r></a:p></title></c>"},
    )
    diagrams = [piece for piece in foreign.pieces if isinstance(piece, Diagram)]
    assert [(d.kind, d.boxes, d.place.words.zh) for d in diagrams] == [
        (DiagramKind.PICTURE, ("组织图",), "工作表“Sheet1”D3的图片"),
        (DiagramKind.PICTURE, ("编制",), "工作表“Sheet1”D5的图表"),
    ]
    assert [name for name, _ in found(foreign)] == ["picture-not-read", "picture-not-read", "link-not-followed"]


def test_smart_art_has_boxes_and_lines() -> None:
    points = "".join(
        f'<dgm:pt modelId="{key}"{kind}><dgm:t><a:p><a:r><a:t>{word}</a:t></a:r></a:p></dgm:t></dgm:pt>'
        for key, kind, word in (("0", ' type="doc"', ""), ("1", "", "经理"), ("2", "", "主管"))
    )
    lines = "".join(f'<dgm:cxn srcId="{above}" destId="{below}"/>' for above, below in (("0", "1"), ("1", "2")))
    foreign = drawn(
        '<xdr:graphicFrame><dgm:relIds r:dm="m"/></xdr:graphicFrame>',
        relations=relation("m", "diagramData", "../diagrams/data1.xml"),
        parts={
            "xl/diagrams/data1.xml": f"<dgm:dataModel {DGM} {A}><dgm:ptLst>{points}</dgm:ptLst>"
            f"<dgm:cxnLst>{lines}</dgm:cxnLst></dgm:dataModel>"
        },
    )
    (diagram,) = (piece for piece in foreign.pieces if isinstance(piece, Diagram))
    assert (diagram.kind, diagram.boxes, diagram.lines) == (DiagramKind.SMART_ART, ("经理", "主管"), ((0, 1),))
    assert found(foreign) == []


VML = """<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<v:shape><v:textbox><div><font>有<br></font></div></v:textbox><x:ClientData ObjectType="Checkbox">
<x:Anchor>1, 15, 4, 2, 3, 1, 5, 1</x:Anchor><x:Checked>1</x:Checked></x:ClientData></v:shape>
<v:shape><v:textbox><div>无</div></v:textbox><x:ClientData ObjectType="Radio"/></v:shape>
<v:shape><v:textbox><div>说明</div></v:textbox><x:ClientData ObjectType="Label"/></v:shape>
<v:shape><v:textbox><div>批注</div></v:textbox><x:ClientData ObjectType="Note"/></v:shape></xml>"""


def test_boxes_to_tick() -> None:
    foreign = read(relation("v", "vmlDrawing", "../drawings/v.vml"), {"xl/drawings/v.vml": VML})
    assert [(p.text, p.place.words.zh) for p in paragraphs(foreign)] == [
        ("☑ 有", "工作表“Sheet1”B5的文本框"),
        ("□ 无", "工作表“Sheet1”的文本框"),
        ("说明", "工作表“Sheet1”的文本框"),
    ]


COMMENTS = (
    f"<comments {MAIN}><commentList><comment ref='A1'><text><r><t>人事：</t></r><r><t>\n请核对</t></r></text></comment>"
    "<comment ref='B1'><text><t>[Threaded comment] 旧</t></text></comment></commentList></comments>"
)
TALKS = (
    "<ThreadedComments><threadedComment ref='B1'><text>几人？</text></threadedComment>"
    "<threadedComment ref='B1'><text>两人</text></threadedComment></ThreadedComments>"
)


def test_comments_stand_behind_their_sheet() -> None:
    relations = relation("c", "comments", "../comments1.xml") + relation("t", "threadedComment", "../threads/t.xml")
    foreign = read(relations, {"xl/comments1.xml": COMMENTS, "xl/threads/t.xml": TALKS})
    assert [(p.text, p.part, p.place.words.zh) for p in paragraphs(foreign)] == [
        ("几人？", Part.COMMENT, "工作表“Sheet1”B1的批注"),
        ("两人", Part.COMMENT, "工作表“Sheet1”B1的批注"),
        ("人事：", Part.COMMENT, "工作表“Sheet1”A1的批注"),
        ("请核对", Part.COMMENT, "工作表“Sheet1”A1的批注"),
    ]
