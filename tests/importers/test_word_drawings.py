"""Text boxes, SmartArt, pictures, charts and objects of other programs."""

from __future__ import annotations

import pytest

from posdoc.importers.pieces import Diagram, DiagramKind, Paragraph, Part
from posdoc.importers.word import read_word
from tests.importers.word_files import (
    NAMESPACES,
    TYPES,
    codes,
    only_table,
    p,
    part,
    r,
    read,
    relations,
    tbl,
    tc,
    texts,
    tr,
    zipped,
)


def box(inside: str) -> str:
    return f"<w:txbxContent>{inside}</w:txbxContent>"


def drawing(inside: str, description: str = "") -> str:
    return (
        f'<w:drawing><wp:inline><wp:docPr id="1" name="Bild" descr="{description}"/><a:graphic><a:graphicData>{inside}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def shape(inside: str) -> str:
    return f"<wps:wsp><wps:txbx>{box(inside)}</wps:txbx></wps:wsp>"


def old_shape(inside: str) -> str:
    return f"<w:pict><v:shape><v:textbox>{box(inside)}</v:textbox></v:shape></w:pict>"


def both(inside: str) -> str:
    """A text box as Word writes it, for itself and for older programs."""
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing(shape(inside))}</mc:Choice>'
        f"<mc:Fallback>{old_shape(inside)}</mc:Fallback></mc:AlternateContent>"
    )


PICTURE = '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/></pic:nvPicPr></pic:pic>'


@pytest.mark.parametrize("make", [both, old_shape, lambda inside: drawing(shape(inside))], ids=["both", "old", "new"])
def test_a_text_box_stands_once_behind_its_paragraph(make: object) -> None:
    assert callable(make)
    file = read(p(r("前") + r(make(p("框内一") + p("框内二"))) + r("后")) + p("下一段"))
    assert [(line.text, line.part) for line in file.pieces if isinstance(line, Paragraph)] == [
        ("前后", Part.BODY),
        ("框内一", Part.TEXT_BOX),
        ("框内二", Part.TEXT_BOX),
        ("下一段", Part.BODY),
    ]
    assert file.pieces[1].place.words.zh == "文本框 1"
    assert codes(file) == []


def test_the_old_drawing_is_read_where_the_new_one_holds_no_text() -> None:
    empty = drawing("<wps:wsp/>")
    file = read(
        p(
            r(
                f"<mc:AlternateContent><mc:Choice>{empty}</mc:Choice><mc:Fallback>{old_shape(p('旧'))}</mc:Fallback></mc:AlternateContent>"
            )
        )
    )
    assert texts(file) == ["旧"]


def test_tables_and_boxes_in_text_boxes() -> None:
    file = read(p(r(both(p(r("外") + r(both(p("内")))) + tbl(tr("格"))))))
    assert texts(file) == ["外", "内", "格"]
    assert only_table(file).cells[0].pieces[0].place.words.en == "text box 1, table 1, row 1, cell 1"


def test_a_text_box_in_a_cell_stands_in_the_cell() -> None:
    table = only_table(read(tbl(tr(tc(p(r("前") + r(both(p("框")))))))))
    assert [piece.text for piece in table.cells[0].pieces if isinstance(piece, Paragraph)] == ["前", "框"]


def test_the_lines_between_text_boxes_are_not_known() -> None:
    group = drawing(
        f"<wpg:wgp>{shape(p('经理'))}{shape(p('主管'))}<wps:wsp><wps:cNvCnPr/></wps:wsp>{shape(p(''))}</wpg:wgp>"
    )
    file = read(p("组织架构图") + p(r(group)) + p("文") * 5 + p(r(both(p("单独")))) + p("文") * 5)
    assert [(finding.name, finding.span.line) for finding in file.findings] == [("drawing-without-lines", 1)]
    assert "2" in file.findings[0].message.zh
    assert texts(file)[1:3] == ["经理", "主管"]


def test_boxes_on_neighbouring_paragraphs_are_one_drawing() -> None:
    file = read(p(r(both(p("经理") + p("一名") + p("一级")))) + p("") + p(r(both(p("主管")))) + p("文") * 3)
    assert codes(file) == ["drawing-without-lines"]


def test_a_text_as_a_shape_is_read() -> None:
    file = read(p(r('<w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict>')))
    assert texts(file) == ["机密"]


PICTURES = {
    "a picture": (drawing(PICTURE), ()),
    "with a description": (drawing(PICTURE, "组织架构图"), ("组织架构图",)),
    "with its own description": (drawing(PICTURE.replace('name="x"', 'name="x" descr="售后部"')), ("售后部",)),
    "an old picture": ('<w:pict><v:shape alt="流程图"><v:imagedata r:id="r1"/></v:shape></w:pict>', ("流程图",)),
    "a chart": (drawing('<c:chart r:id="r1"/>', "人数"), ("人数",)),
    "an object": (
        '<w:object><v:shape alt="架构"><v:imagedata r:id="r1"/></v:shape><o:OLEObject ProgID="Visio.Drawing.15"/></w:object>',
        ("架构",),
    ),
    "a control": ('<w:object><v:shape><v:imagedata/></v:shape><w:control w:name="CheckBox1"/></w:object>', ()),
}


@pytest.mark.parametrize(("inside", "boxes"), PICTURES.values(), ids=PICTURES)
def test_a_picture_is_reported_with_what_its_description_says(inside: str, boxes: tuple[str, ...]) -> None:
    file = read(p("前") + p(r(inside)) + p("后"))
    (found,) = (piece for piece in file.pieces if isinstance(piece, Diagram))
    assert (found.kind, found.boxes, found.lines) == (DiagramKind.PICTURE, boxes, ())
    assert file.pieces.index(found) == 1
    assert [(finding.name, finding.span.line) for finding in file.findings] == [("picture-not-read", 1)]
    assert found.place.words.en == "drawing 1 (at paragraph 1)"


def test_the_program_of_an_object_is_named() -> None:
    file = read(p(r('<w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>')))
    assert "Excel.Sheet.12" in file.findings[0].message.zh


def test_two_pictures_in_a_group_are_two() -> None:
    file = read(p(r(drawing(f"<wpg:wgp>{PICTURE}{PICTURE}</wpg:wgp>"))))
    assert codes(file) == ["picture-not-read", "picture-not-read"]


def point(identity: str, text: str = "", kind: str = "") -> str:
    inside = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("\n"))
    attribute = f' type="{kind}"' if kind else ""
    return f'<dgm:pt modelId="{identity}"{attribute}><dgm:t><a:bodyPr/>{inside}</dgm:t></dgm:pt>'


def line(above: str, below: str, order: int, kind: str = "") -> str:
    attribute = f' type="{kind}"' if kind else ""
    return f'<dgm:cxn modelId="c{above}{below}{order}" srcId="{above}" destId="{below}" srcOrd="{order}"{attribute}/>'


def smart_art(points: str, lines: str) -> Diagram:
    model = (
        f"<dgm:dataModel {NAMESPACES}><dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{lines}</dgm:cxnLst></dgm:dataModel>"
    )
    body = p("前") + p(r(drawing('<dgm:relIds r:dm="r1" r:lo="r2"/>', "架构")))
    file = read_word(
        zipped(
            {
                "[Content_Types].xml": TYPES,
                "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
                "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
                "word/_rels/document.xml.rels": relations([("diagramData", "diagrams/data1.xml")]),
                **({"word/diagrams/data1.xml": model} if points else {}),
            }
        ),
        "a.docx",
    )
    (found,) = (piece for piece in file.pieces if isinstance(piece, Diagram))
    assert codes(file) == ([] if points else ["picture-not-read"])
    return found


def test_smart_art_has_its_boxes_and_lines() -> None:
    points = (
        point("0", kind="doc") + point("3", "技术组") + point("1", "经理\n张三") + point("2", "客服组", "node")
        + point("4", "助理", "asst") + point("5", "线", "parTrans") + point("6", "x", "sibTrans") + point("7", "x", "pres")
        + point("8", "") + point("9", "学徒")
    )  # fmt: skip
    lines = (
        line("0", "1", 0) + line("1", "3", 2) + line("1", "2", 1, "parOf") + line("1", "4", 0) + line("7", "1", 0, "presOf")
        + line("2", "8", 0) + line("8", "9", 0)
    )  # fmt: skip
    found = smart_art(points, lines)
    assert found.kind is DiagramKind.SMART_ART
    assert found.boxes == ("经理\n张三", "助理", "客服组", "学徒", "技术组")
    assert found.lines == ((0, 1), (0, 2), (2, 3), (0, 4))


def test_smart_art_that_turns_in_a_circle_or_has_loose_boxes() -> None:
    found = smart_art(
        point("1", "甲") + point("2", "乙") + point("3", "丙"),
        line("1", "2", 0) + line("2", "1", 0) + line("2", "9", 0),
    )
    assert found.boxes == ("甲", "乙", "丙")
    assert found.lines == ((0, 1),)


def test_smart_art_without_its_data_is_a_picture() -> None:
    found = smart_art("", "")
    assert (found.kind, found.boxes) == (DiagramKind.PICTURE, ("架构",))


def test_smart_art_ten_thousand_deep() -> None:
    points = "".join(point(str(n), f"b{n}") for n in range(10_000))
    found = smart_art(points, "".join(line(str(n), str(n + 1), 0) for n in range(9_999)))
    assert len(found.boxes) == 10_000
    assert found.lines[-1] == (9_998, 9_999)
