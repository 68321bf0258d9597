"""A Word file as a whole: contents, headers, footers, notes, comments, links, and files as other programs write them."""

from __future__ import annotations

import io

import docx
import pytest

from posdoc.importers.pieces import Part, paragraphs_in
from posdoc.importers.refusal import Refused
from posdoc.importers.word import read_word
from tests.importers.word_files import (
    OFFICE,
    TYPES,
    W_NAMESPACE,
    codes,
    field,
    only,
    p,
    part,
    r,
    read,
    relations,
    sdt,
    tbl,
    texts,
    tr,
    word_file,
    zipped,
)


def parts_of(file: object) -> list[tuple[str, Part]]:
    return [(line.text, line.part) for line in paragraphs_in(file.pieces)]  # type: ignore[attr-defined]


def test_a_file_that_python_docx_made() -> None:
    document = docx.Document()
    document.add_heading("售后服务主管", 1)
    document.add_paragraph("处理投诉", style="List Number")
    document.add_paragraph("编制报告", style="List Number")
    document.add_paragraph("要点", style="List Bullet")
    document.add_paragraph().add_run("任职资格").bold = True
    document.sections[0].header.paragraphs[0].text = "公司"
    stream = io.BytesIO()
    document.save(stream)
    file = read_word(stream.getvalue(), "岗位.docx")
    assert (file.name, file.format, file.findings) == ("岗位.docx", "docx", ())
    assert [(line.text, line.number, line.heading, line.bold, line.part) for line in paragraphs_in(file.pieces)] == [
        ("售后服务主管", "", 1, True, Part.BODY),
        ("处理投诉", "1.", 0, False, Part.BODY),
        ("编制报告", "2.", 0, False, Part.BODY),
        ("要点", "•", 0, False, Part.BODY),
        ("任职资格", "", 0, True, Part.BODY),
        ("公司", "", 0, False, Part.HEADER),
    ]


# --- tables of contents

TOC_STYLES = (
    '<w:style w:styleId="10"><w:name w:val="toc 1"/></w:style><w:style w:styleId="11"><w:name w:val="TOC Heading"/></w:style>'
    '<w:style w:styleId="12"><w:name w:val="heading 1"/></w:style>'
)
BEGIN, END = field("TOC \\o", r("一\t1")).rsplit("<w:r><w:fldChar", 1)
CONTENTS = {
    "a field over paragraphs": p(BEGIN) + p("二\t2") + p(f"<w:r><w:fldChar{END}"),
    "a field that ends in its last line": p(BEGIN) + p(f"{r('二')}<w:r><w:fldChar{END}"),
    "a simple field": p(f'<w:fldSimple w:instr=" TOC ">{r("一")}</w:fldSimple>'),
    "styles": p("目录", '<w:pStyle w:val="11"/>') + p("一\t1", '<w:pStyle w:val="10"/>'),
    "a part of Word's gallery": sdt(
        p("目录") + p(f'<w:hyperlink w:anchor="a">{r("一")}{r(field("PAGEREF a", r("1")))}</w:hyperlink>'),
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
    ),
}


@pytest.mark.parametrize("contents", CONTENTS.values(), ids=CONTENTS)
def test_a_table_of_contents_is_told_apart(contents: str) -> None:
    found = parts_of(read(p("前") + contents + p("一", '<w:pStyle w:val="12"/>'), styles=TOC_STYLES))
    assert found[0] == ("前", Part.BODY)
    assert found[-1] == ("一", Part.BODY)
    assert {kind for _, kind in found[1:-1]} == {Part.CONTENTS}


def test_a_title_in_the_line_where_the_contents_end_is_text() -> None:
    assert parts_of(read(p(BEGIN) + p(f"<w:r><w:fldChar{END}{r('第一章')}")))[-1] == ("第一章", Part.BODY)


def test_contents_that_never_end_do_not_swallow_the_document() -> None:
    assert parts_of(read(p(BEGIN) + p("正文")))[-1] == ("正文", Part.BODY)


# --- page headers and footers


def edge(kind: str, inside: str) -> str:
    return part("hdr" if kind == "header" else "ftr", inside)


def section(*references: tuple[str, str, str], more: str = "") -> str:
    """The properties of a section: kind, type and id of its headers and footers."""
    inside = "".join(f'<w:{kind}Reference w:type="{which}" r:id="{identity}"/>' for kind, which, identity in references)
    return f"<w:sectPr>{inside}{more}</w:sectPr>"


def with_edges(body: str, edges: dict[str, tuple[str, str]], **more: str) -> bytes:
    """A file with page headers and footers: kind and inside by id."""
    rels = {identity: (kind, f"{identity}.xml") for identity, (kind, _) in edges.items()}
    rels |= {kind: (kind, f"{kind}.xml") for kind in more}
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(rels),
            **{f"word/{identity}.xml": edge(kind, inside) for identity, (kind, inside) in edges.items()},
            **{f"word/{kind}.xml": part(kind, inside) for kind, inside in more.items()},
        }
    )


def test_headers_and_footers_stand_behind_the_body_each_text_once() -> None:
    ends = [section(("header", "default", "h1"), ("footer", "default", "f1")), section(("header", "default", "h2"))]
    page = p(r("第") + field("PAGE", r("{}")) + r("页"))
    file = read_word(
        with_edges(
            p("一") + p("", ends[0]) + p("二") + ends[1],
            {
                "h1": ("header", p("公司") + p("部门甲")),
                "h2": ("header", p("公司") + p("部门乙") + tbl(tr("编号"))),
                "f1": ("footer", page.format(1)),
            },
        ),
        "a.docx",
    )
    assert parts_of(file) == [
        ("一", Part.BODY),
        ("二", Part.BODY),
        ("公司", Part.HEADER),
        ("部门甲", Part.HEADER),
        ("部门乙", Part.HEADER),
        ("编号", Part.HEADER),
        ("第1页", Part.FOOTER),
    ]
    lines = list(paragraphs_in(file.pieces))
    assert [line.place.number for line in lines] == [1, 2, 3, 4, 5, 6, 7]
    assert [line.place.words.zh for line in lines[4:]] == ["页眉", "页眉，表 1 第 1 行第 1 格", "页脚"]


def test_footers_that_differ_only_in_the_number_of_the_page_are_one() -> None:
    def footer(text: str, page: int) -> tuple[str, str]:
        simple = f'<w:fldSimple w:instr=" NUMPAGES ">{r("9")}</w:fldSimple>'
        return "footer", p(r(f"{text} ") + field("PAGE \\* MERGEFORMAT", r(str(page))) + r("/") + simple)

    body = "".join(p(name, section(("footer", "default", name))) for name in ("f1", "f2", "f3"))
    file = read_word(with_edges(body, {"f1": footer("V1", 1), "f2": footer("V1", 7), "f3": footer("V2", 7)}), "a.docx")
    assert [text for text, kind in parts_of(file) if kind is Part.FOOTER] == ["V1 1/9", "V2 7/9"]


def test_headers_that_are_not_printed_are_not_read() -> None:
    edges = {name: ("header", p(name)) for name in ("first", "even", "default")}
    references = [("header", name, name) for name in edges]
    assert texts(read_word(with_edges(section(*references), edges), "a.docx")) == ["default"]
    titled = with_edges(section(*references, more="<w:titlePg/>"), edges)
    assert texts(read_word(titled, "a.docx")) == ["first", "default"]
    even = with_edges(section(*references), edges, settings="<w:evenAndOddHeaders/>")
    assert texts(read_word(even, "a.docx")) == ["even", "default"]


def test_a_text_box_in_a_footer_belongs_to_the_footer() -> None:
    box = f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('第 1 页')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    file = read_word(with_edges(section(("footer", "default", "f")), {"f": ("footer", p(r(box)))}), "a.docx")
    assert parts_of(file) == [("第 1 页", Part.FOOTER)]


def test_a_picture_in_every_header_is_reported_once() -> None:
    logo = p(r('<w:pict><v:shape alt="Logo"><v:imagedata/></v:shape></w:pict>'))
    body = p("a", section(("header", "default", "h1"))) + section(("header", "default", "h2"))
    file = read_word(with_edges(body, {"h1": ("header", logo), "h2": ("header", logo)}), "a.docx")
    assert codes(file) == ["picture-not-read"]


# --- notes and comments


def test_footnotes_endnotes_and_comments_stand_behind_the_body() -> None:
    ref = "<w:footnoteReference w:id='2'/><w:endnoteReference w:id='2'/><w:commentReference w:id='0'/>"
    footnotes = (
        f'<w:footnote w:type="separator" w:id="0">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r("注一"))}{p("续")}</w:footnote>'
        f'<w:footnote w:id="3">{p(r("* 注二"))}</w:footnote>'
    )
    file = read(
        p(r("正文") + r(ref)),
        footnotes=footnotes,
        endnotes=f'<w:endnote w:id="2">{p("<w:r><w:endnoteRef/></w:r>" + r("尾注"))}</w:endnote>',
        comments=f'<w:comment w:id="0" w:author="王经理">{p("请改")}</w:comment><w:comment w:id="1">{p("好")}</w:comment>',
    )
    lines = list(paragraphs_in(file.pieces))
    assert [(line.text, line.number, line.part, line.place.words.zh) for line in lines] == [
        ("正文", "", Part.BODY, "第 1 段"),
        ("注一", "1", Part.NOTE, "脚注 1"),
        ("续", "", Part.NOTE, "脚注 1"),
        ("* 注二", "", Part.NOTE, "脚注"),
        ("尾注", "i", Part.NOTE, "尾注 i"),
        ("请改", "", Part.COMMENT, "批注 1（王经理）"),
        ("好", "", Part.COMMENT, "批注 2"),
    ]


def test_the_format_of_note_numbers() -> None:
    note = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>" + r("注"))}</w:footnote>'
    form = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr>'
    assert texts(read(p("a"), footnotes=note, settings=form)) == ["a", "① 注"]
    assert texts(read(p("a") + f"<w:sectPr>{form}</w:sectPr>", footnotes=note)) == ["a", "① 注"]


# --- files as other programs write them


def test_the_main_part_is_found_by_its_relationship() -> None:
    document = part("document", f"<w:body>{p('x')}</w:body>")
    file = zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations([("officeDocument", "/doc/Main.xml")]),
            "Doc/main.xml": document,
            "doc/_rels/Main.xml.rels": relations([("styles", "../other/styles.xml")]),
            "other/styles.xml": part(
                "styles", '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:rPr><w:b/></w:rPr></w:style>'
            ),
        }
    )
    assert only(read_word(file, "a.DOCM")).bold
    assert read_word(file, "a.DOCM").format == "docm"


def test_names_with_backslashes_are_understood() -> None:
    file = zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels\\.rels": relations([("officeDocument", "word/document.xml")]),
            "word\\document.xml": part("document", f"<w:body>{p('x')}</w:body>"),
        }
    )
    assert texts(read_word(file, "a.docx")) == ["x"]


def test_a_strict_file_is_read_like_any_other() -> None:
    strict = "http://purl.oclc.org/ooxml"
    body = p(r("甲", "<w:b/>")) + tbl(tr("乙")) + p(r("http://purl.oclc.org/ooxml/wordprocessingml/main"))
    document = part("document", f"<w:body>{body}</w:body>").replace(W_NAMESPACE, f"{strict}/wordprocessingml/main")
    rels = relations([("officeDocument", "word/document.xml")]).replace(
        OFFICE, f"{strict}/officeDocument/relationships"
    )
    file = read_word(
        zipped({"[Content_Types].xml": TYPES, "_rels/.rels": rels, "word/document.xml": document}), "a.docx"
    )
    assert texts(file) == ["甲", "乙", "http://purl.oclc.org/ooxml/wordprocessingml/main"]
    assert next(paragraphs_in(file.pieces)).bold


def test_a_part_in_utf_16_is_read() -> None:
    document = part("document", f"<w:body>{p('岗位')}</w:body>")
    text = f'<?xml version="1.0" encoding="UTF-16"?>{document}'.encode("utf-16")
    rels = relations([("officeDocument", "word/document.xml")])
    file = read_word(zipped({"[Content_Types].xml": TYPES, "_rels/.rels": rels, "word/document.xml": text}), "a.docx")
    assert texts(file) == ["岗位"]


def test_a_file_without_text_has_no_pieces() -> None:
    assert read("").pieces == ()
    assert read(p("") + p(r("　 "))).pieces == ()


def test_text_between_paragraphs_is_not_lost() -> None:
    assert texts(read(p("a") + r("b") + f"<w:hyperlink>{r('c')}</w:hyperlink>" + p("d"))) == ["a", "b", "c", "d"]


def test_elements_that_are_not_known_are_looked_into() -> None:
    inside = f"<w:newer>{r('a')}</w:newer>"
    assert texts(read(f"<w:unheard><w:of>{p(inside)}</w:of></w:unheard>")) == ["a"]


def test_alternatives_between_paragraphs_are_read_once() -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice>{p('a')}</mc:Choice><mc:Fallback>{p('a')}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(read(both)) == ["a"]
    empty = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{p('b')}</mc:Fallback></mc:AlternateContent>"
    assert texts(read(empty)) == ["b"]


def test_content_outside_of_the_file_is_reported_and_not_fetched() -> None:
    rels = relations(
        {"a": ("image", "https://example.org/x.png"), "b": ("hyperlink", "https://example.org")}, external=True
    )
    file = read(p(r('<w:pict><v:shape><v:imagedata r:id="a"/></v:shape></w:pict>')), rels)
    assert codes(file) == ["picture-not-read", "link-not-followed"]
    assert "https://example.org/x.png" in file.findings[1].message.en


def test_another_file_that_is_inserted_is_reported() -> None:
    file = read(p("a") + '<w:altChunk r:id="x"/>', relations({"x": ("aFChunk", "part.html")}))
    assert codes(file) == ["link-not-followed"]
    assert "part.html" in file.findings[0].message.zh


def main_part(data: bytes | str) -> bytes:
    rels = relations([("officeDocument", "word/document.xml")])
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": rels, "word/document.xml": data})


BAD_XML = {
    "cut off": ("<w:document", "file-damaged"),
    "nothing": ("", "file-damaged"),
    "another root": ("<x/>", "file-damaged"),
    "a DOCTYPE": ("<!DOCTYPE x><x/>", "file-damaged"),
    "a DOCTYPE behind comments": ("<!-- a --><?b?> <!-- c --><!DOCTYPE x><x/>", "file-damaged"),
    "a DOCTYPE in UTF-16": ("<!DOCTYPE x><x/>".encode("utf-16"), "file-damaged"),
    "entities": ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>', "file-damaged"),
    "an entity from outside": ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', "file-damaged"),
    "an Excel workbook": ("<workbook/>", "wrong-ending"),
    "a presentation": ("<presentation/>", "wrong-ending"),
}


@pytest.mark.parametrize(("data", "name"), BAD_XML.values(), ids=BAD_XML)
def test_xml_that_word_does_not_write_is_refused(data: str | bytes, name: str) -> None:
    with pytest.raises(Refused) as caught:
        read_word(main_part(data), "坏.docx")
    assert caught.value.finding.name == name
    assert "坏.docx" in caught.value.message.zh
    assert caught.value.hint is not None


def test_a_file_without_a_document_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read_word(zipped({"[Content_Types].xml": TYPES}), "a.docx")
    assert caught.value.finding.name == "file-damaged"


def test_half_a_word_file_is_refused() -> None:
    data = word_file(p("x"))
    with pytest.raises(Refused) as caught:
        read_word(data[: len(data) // 2], "a.docx")
    assert caught.value.finding.name == "file-damaged"
