"""Redlines of what Word documents may hold beside posdoc's own forms: fields, lists, styles, pictures, notes and merged cells."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from lxml import etree

from posdoc.word.package import write_package
from posdoc.word.redline import redlined
from tests.word.redline_edits import AUTHOR, DATE, document, the_position
from tests.word.tracked import accepted, marks, parts_of, rejected, stories, texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W[1:-1]}" xmlns:r="{_R}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


@cache
def _base() -> dict[str, bytes]:
    return parts_of(document(the_position(), "posting"))


def made(body: str, **parts: str) -> bytes:
    """A document with this body; ``parts`` are others in ``word/``, their names without ``.xml``."""
    main = f"<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"
    named = {f"word/{name}.xml": data.encode() for name, data in parts.items()}
    return write_package({**_base(), **named, "word/document.xml": main.encode()})


def t(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def control(tag: str, content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def cell(content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="100"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def field(instruction: str, result: str) -> str:
    return f'{_BEGIN}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{_SEPARATE}{t(result)}{_END}'


RESTART, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def merged(*groups: tuple[str, list[str]]) -> str:
    """A table with the name of each group beside its entries, in one cell."""
    rows = []
    for name, entries in groups:
        for place, entry in enumerate(entries):
            lead = cell(p(t(name)), RESTART) if place == 0 else cell(p(""), ON)
            rows.append(row(lead, cell(p(t(entry)))))
    return table(*rows)


LINK = '<w:hyperlink r:id="rId1">{}</w:hyperlink>'
CASES: dict[str, tuple[str, str]] = {
    "paragraphs at the end": (p(t("one")), p(t("one")) + p(t("two")) + p(t("three"))),
    "paragraphs gone at the end": (p(t("one")) + p(t("two")) + p(t("three")), p(t("one"))),
    "all paragraphs other": (p(t("one")) + p(t("two")), p(t("七")) + p(t("八")) + p(t("九"))),
    "a table at the end": (p(t("one")), p(t("one")) + table(row(cell(p(t("a"))), cell(p(t("b"))))) + p("")),
    "a table gone": (p(t("one")) + table(row(cell(p(t("a"))), cell(p("")))) + p(t("end")), p(t("one")) + p(t("end"))),
    "another grid": (table(row(cell(p(t("a"))))) + p(""), table(row(cell(p(t("a")))), columns=3) + p("")),
    "a table in a cell": (
        table(row(cell(table(row(cell(p(t("in"))))) + p("")), cell(p(t("b"))))) + p(""),
        table(row(cell(table(row(cell(p(t("out"))))) + p("")), cell(p(t("b"))))) + p(""),
    ),
    "paragraphs in a cell": (
        table(row(cell(p(t("a")) + p(t("b"))), cell(p("")))) + p(""), table(row(cell(p(t("a"))), cell(p(t("c"))))) + p("")
    ),
    "the first of a group gone": (merged(("in", ["a", "b", "c"]), ("out", ["d"])), merged(("in", ["b", "c"]), ("out", ["d"]))),
    "the middle of a group gone": (merged(("in", ["aa", "bb", "cc"])), merged(("in", ["aa", "cc"]))),
    "a group new": (merged(("in", ["aa", "bb"])), merged(("by", ["xx", "yy"]), ("in", ["aa", "bb"]))),
    "a group in another order": (merged(("in", ["aa", "bb", "cc"])), merged(("in", ["cc", "bb", "aa"]))),
    "a control on the new side": (p(t("none")), p(control("code", t("SH-1")))),
    "a control on the old side": (p(t("No. ") + control("code", t("SH-1"))), p(t("No. none"))),
    "controls moved": (
        p(control("aliases.0", t("甲甲")) + t("、") + control("aliases.1", t("乙乙"))), p(control("aliases.0", t("乙乙")))
    ),
    "a control in a control": (
        p(control("a", control("b", t("inner")) + t(" and outer"))), p(control("a", control("b", t("other")) + t(" and outer")))
    ),
    "a control around paragraphs": (
        control("notes", p(t("first note"))) + p(""), control("notes", p(t("first note here")) + p(t("二"))) + p("")
    ),
    "a control around rows": (
        table(control("rows", row(cell(p(t("aaa"))), cell(p(""))))) + p(""),
        table(control("rows", row(cell(p(t("xyz"))), cell(p(""))) + row(cell(p(t("aaa"))), cell(p(""))))) + p(""),
    ),
    "a link": (p(t("see ") + LINK.format(t("the page"))), p(t("see ") + LINK.format(t("the other page")))),
    "a link gone": (p(t("see ") + LINK.format(t("the page"))), p(t("see nothing"))),
    "a field new": (p(t("page")), p(t("page ") + field("PAGE", "1"))),
    "a field gone": (p(t("page ") + field("PAGE", "1")), p(t("page"))),
    "a short field gone": (p(t("page ") + '<w:fldSimple w:instr="PAGE">' + t("1") + "</w:fldSimple>"), p(t("page"))),
    "another field": (p(field("PAGE", "1") + t(" a b")), p(field("NUMPAGES", "1") + t(" a c"))),
    "tabs and breaks": (p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r>"), p("<w:r><w:t>a</w:t><w:br/><w:t>c</w:t></w:r>")),
    "bookmarks": (
        p('<w:bookmarkStart w:id="1" w:name="x"/>' + t("a") + '<w:bookmarkEnd w:id="1"/>') + p(t("b")), p(t("c")) + p(t("b"))
    ),
}  # fmt: skip


@pytest.mark.parametrize("back", [False, True], ids=["on", "back"])
@pytest.mark.parametrize("name", CASES)
def test_both_bodies_are_in_a_redline(name: str, back: bool) -> None:
    old, new = (made(body) for body in (CASES[name][::-1] if back else CASES[name]))
    redline = redlined(old, new, AUTHOR, DATE)
    assert texts(accepted(redline)) == texts(new)
    assert texts(rejected(redline)) == texts(old)
    assert marks(redline)
    numbers = [mark.get(f"{W}id") for mark in stories(redline)["word/document.xml"].iter() if mark.get(f"{W}author")]
    assert len(set(numbers)) == len(numbers)


def redline_of(old: str, new: str, **parts: str) -> Any:
    return stories(redlined(made(old, **parts), made(new, **parts), AUTHOR, DATE))["word/document.xml"]


def said(root: Any, name: str) -> list[str]:
    return ["".join(node.itertext()) for node in root.iter(f"{W}{name}")]


def test_looks_alone_are_no_change() -> None:
    old = p(t("Answer calls"), '<w:jc w:val="left"/>')
    new = p(
        '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Answer </w:t></w:r>' + t("calls"), '<w:jc w:val="right"/>'
    )
    assert marks(redlined(made(old), made(new), AUTHOR, DATE)) == []


def test_each_side_keeps_the_looks_of_its_runs() -> None:
    old = p(t("Answer ") + "<w:r><w:rPr><w:i/></w:rPr><w:t>calls</w:t></w:r>" + t(" at once and be kind"))
    new = p(t("Answer ") + "<w:r><w:rPr><w:b/></w:rPr><w:t>mails</w:t></w:r>" + t(" at once and be kind"))
    root = redline_of(old, new)
    (gone,), (came,) = root.iter(f"{W}del"), root.iter(f"{W}ins")
    assert (gone.find(f"{W}r/{W}rPr/{W}i") is not None, came.find(f"{W}r/{W}rPr/{W}b") is not None) == (True, True)
    assert (said(root, "del"), said(root, "ins")) == (["calls"], ["mails"])


def test_a_table_of_contents_is_that_of_the_new_document() -> None:
    def contents(*entries: str) -> str:
        start = f'{_BEGIN}<w:r><w:instrText xml:space="preserve"> TOC </w:instrText></w:r>{_SEPARATE}'
        return "".join(p((start if not place else "") + t(entry)) for place, entry in enumerate(entries)) + p(_END)

    old, new = contents("One", "Two") + p(t("a")), contents("One", "Three", "Four") + p(t("b"))
    redline = redlined(made(old), made(new), AUTHOR, DATE)
    said_by_new = texts(made(new))["word/document.xml"]
    assert texts(accepted(redline))["word/document.xml"] == said_by_new
    assert texts(rejected(redline))["word/document.xml"] == [*said_by_new[:-1], "a"]


STYLES = f'<w:styles xmlns:w="{W[1:-1]}">{{}}</w:styles>'


def style(identity: str, base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{identity}"/>{based}</w:style>'


@pytest.mark.parametrize(("used", "wanted"), [("Kept", "Kept"), ("Gone", "Kept"), ("Lost", None), ("Ring", None)])
def test_a_style_that_is_not_there_gives_way_to_its_base(used: str, wanted: str | None) -> None:
    known = style("Kept") + style("Gone", "Far") + style("Far", "Kept") + style("Lost") + style("Ring", "Ring")
    old = made(p(t("旧段落"), f'<w:pStyle w:val="{used}"/>') + p(t("end")), styles=STYLES.format(known))
    new = made(p(t("end")), styles=STYLES.format(style("Kept")))
    root = stories(redlined(old, new, AUTHOR, DATE))["word/document.xml"]
    found = root.find(f"{W}body/{W}p/{W}pPr/{W}pStyle")
    assert (None if found is None else found.get(f"{W}val")) == wanted


def numbering(kinds: str, *lists: tuple[int, int]) -> str:
    kind = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:nsid w:val="0000000{n}"/><w:lvl w:ilvl="0"><w:lvlText w:val="{text}"/></w:lvl>'
        "</w:abstractNum>"
        for n, text in enumerate(kinds)
    )
    made_lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{of}"/></w:num>' for n, of in lists)
    return f'<w:numbering xmlns:w="{W[1:-1]}">{kind}{made_lists}</w:numbering>'


def entry(words: str, number: int) -> str:
    return p(t(words), f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def test_an_entry_that_went_stays_in_its_list() -> None:
    old = made(entry("第一条", 5) + entry("second entry", 5) + p(t("end")), numbering=numbering("a", (5, 0)))
    new = made(entry("second entry", 2) + p(t("end")), numbering=numbering("a", (1, 0), (2, 0)))
    redline = redlined(old, new, AUTHOR, DATE)
    root = stories(redline)["word/document.xml"]
    assert [node.get(f"{W}val") for node in root.iter(f"{W}numId")] == ["2", "2"]
    assert parts_of(redline)["word/numbering.xml"] == parts_of(new)["word/numbering.xml"]


def test_a_list_that_went_is_brought_along_with_its_kind() -> None:
    old = made(entry("甲", 1) + entry("乙", 2) + p(t("end")), numbering=numbering("ab", (1, 0), (2, 1)))
    new = made(p(t("end")), numbering=numbering("b", (7, 0)))
    redline = redlined(old, new, AUTHOR, DATE)
    root = stories(redline)["word/document.xml"]
    assert [node.get(f"{W}val") for node in root.iter(f"{W}numId")] == ["8", "9"]
    lists = etree.fromstring(parts_of(redline)["word/numbering.xml"])
    assert [node.tag[len(W) :] for node in lists] == ["abstractNum", "abstractNum", "num", "num", "num"]
    kinds = {node.get(f"{W}numId"): node.find(f"{W}abstractNumId").get(f"{W}val") for node in lists.iter(f"{W}num")}
    assert kinds == {"7": "0", "8": "1", "9": "0"}
    assert len(list(lists.iter(f"{W}nsid"))) == 1


# --- pictures and parts -------------------------------------------------------------------------------------

RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def related(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_R}/{kind}" Target="{target}"/>'


def with_picture(picture: bytes, kind: str = "image", number: int = 1) -> bytes:
    drawing = (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="picture"/><a:graphic><a:graphicData><a:blip r:embed="rIdP"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    parts = parts_of(made(p(drawing)))
    relations = RELATIONS.format(related("rIdP", kind, "media/image1.png"))
    return write_package(
        {**parts, "word/_rels/document.xml.rels": relations.encode(), "word/media/image1.png": picture}
    )


def test_a_picture_that_went_comes_along() -> None:
    old, new = with_picture(b"old"), with_picture(b"new")
    redline = redlined(old, new, AUTHOR, DATE)
    parts, root = parts_of(redline), stories(redline)["word/document.xml"]
    assert [parts[f"word/media/{name}.png"] for name in ("image1", "deleted1")] == [b"new", b"old"]
    targets = {node.get("Id"): node.get("Target") for node in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    shown = [
        targets[node.get(f"{{{_R}}}embed")]
        for node in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    ]
    assert shown == ["media/deleted1.png", "media/image1.png"]
    assert b'Extension="png"' in parts["[Content_Types].xml"]
    numbers = [node.get("id") for node in root.iter() if str(node.tag).endswith("}docPr")]
    assert len(set(numbers)) == 2


def test_the_same_picture_under_another_number_is_no_change() -> None:
    assert marks(redlined(with_picture(b"same"), with_picture(b"same", number=9), AUTHOR, DATE)) == []


def test_what_has_parts_of_its_own_is_not_brought_back() -> None:
    redline = redlined(with_picture(b"old", "chart"), with_picture(b"new", "chart"), AUTHOR, DATE)
    assert [mark.tag for mark in marks(redline)] == [f"{W}ins"]


def test_shapes_of_two_watermarks_have_two_names() -> None:
    def marked(word: str) -> str:
        return p(f'<w:r><w:pict><v:shape id="Watermark" o:spid="_x0000_s2049" alt="{word}"/></w:pict></w:r>')

    root = redline_of(marked("draft"), marked("void"))
    shapes = [node.get("id") for node in root.iter("{urn:schemas-microsoft-com:vml}shape")]
    assert shapes == ["Deleted1", "Watermark"]


def test_headers_and_notes_are_compared_too() -> None:
    def whole(header: str, note: str, name: str) -> bytes:
        parts = parts_of(made(p(t("same"))))
        body = p(t("same")) + '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr>'
        main = f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
        notes = f'<w:footnotes {_NAMESPACES}><w:footnote w:id="1">{p(t(note))}</w:footnote></w:footnotes>'
        return write_package({
            **{key: data for key, data in parts.items() if "header" not in key}, "word/document.xml": main.encode(),
            "word/_rels/document.xml.rels": RELATIONS.format(related("rIdH", "header", name)).encode(),
            f"word/{name}": f"<w:hdr {_NAMESPACES}>{p(t(header))}</w:hdr>".encode(), "word/footnotes.xml": notes.encode(),
        })  # fmt: skip

    old, new = (
        whole("Version 1.0 of the form", "A note", "header7.xml"),
        whole("Version 1.1 of the form", "Any note", "header2.xml"),
    )
    redline = redlined(old, new, AUTHOR, DATE)
    assert list(texts(accepted(redline)).values()) == list(texts(new).values())
    assert texts(rejected(redline))["word/header2.xml"] == ["Version 1.0 of the form"]
    assert texts(rejected(redline))["word/footnotes.xml"] == [["A note"]]
    numbers = [mark.get(f"{W}id") for mark in marks(redline)]
    assert len(set(numbers)) == len(numbers) == 4
