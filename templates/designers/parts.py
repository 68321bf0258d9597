"""The parts that every form has: styles, numbering, settings, header, footer, and the package around them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from posdoc.word.kind import PART as KIND_PART
from posdoc.word.kind import Kind, kind_part
from posdoc.word.package import read_package, write_package

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SERIF, SONG = "Times New Roman", "宋体"
SANS, HEI = "Arial", "黑体"
INK, GREY, RULE, SHADE = "000000", "4D4D4D", "404040", "EDEDED"


def fonts(latin: str, chinese: str) -> str:
    """All four font slots of a run."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def run_properties(latin: str, chinese: str, size: float, *, bold: bool = False, color: str = INK) -> str:
    """Fonts, weight, colour and size (points) of a run."""
    weight = "<w:b/><w:bCs/>" if bold else ""
    half = round(size * 2)
    return f'{fonts(latin, chinese)}{weight}<w:color w:val="{color}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def paragraph_style(
    identity: str, name: str, paragraph: str, run: str, *, based_on: str = "Normal", following: str = ""
) -> str:
    """One paragraph style."""
    after = f'<w:next w:val="{following}"/>' if following else ""
    custom = 'w:customStyle="1" ' if name.startswith("Form ") else ""
    return (
        f'<w:style w:type="paragraph" {custom}w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>{after}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def spacing(before: float = 0, after: float = 0, line: float = 1.15) -> str:
    """Space before and after in points, and the line spacing."""
    room = f'w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
    return f'<w:spacing {room} w:line="{round(240 * line)}" w:lineRule="auto"/>'


def styles() -> str:
    """The styles of all forms; every one names Latin and Chinese fonts."""
    body = run_properties(SERIF, SONG, 10.5)
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{body}"
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr><w:widowControl/>{spacing(1.5, 1.5)}</w:pPr><w:rPr>{body}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        + paragraph_style(
            "Title",
            "Title",
            f'<w:keepNext/>{spacing(0, 2, 1)}<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
            run_properties(SANS, HEI, 20, bold=True),
            following="Normal",
        )
        + paragraph_style(
            "Subtitle",
            "Subtitle",
            f'<w:keepNext/>{spacing(0, 8, 1)}<w:jc w:val="center"/>',
            run_properties(SANS, HEI, 12, color=GREY),
            following="Normal",
        )
        + paragraph_style(
            "Heading1",
            "heading 1",
            f'<w:keepNext/>{spacing(2.5, 2.5, 1.1)}<w:outlineLvl w:val="0"/>',
            run_properties(SANS, HEI, 11, bold=True),
            following="Normal",
        )
        + paragraph_style(
            "Heading2",
            "heading 2",
            f'<w:keepNext/>{spacing(2, 2, 1.1)}<w:outlineLvl w:val="1"/>',
            run_properties(SANS, HEI, 10, bold=True),
            following="Normal",
        )
        + paragraph_style("Label", "Form Label", spacing(1.5, 1.5, 1.1), run_properties(SANS, HEI, 9))
        + paragraph_style(
            "Column",
            "Form Column",
            f'<w:keepNext/>{spacing(1.5, 1.5, 1.1)}<w:jc w:val="center"/>',
            run_properties(SANS, HEI, 9.5),
        )
        + paragraph_style("Figure", "Form Figure", f'{spacing(1.5, 1.5)}<w:jc w:val="center"/>', body)
        + paragraph_style("Detail", "Form Detail", spacing(0, 1, 1.1), run_properties(SERIF, SONG, 9, color=GREY))
        + paragraph_style(
            "Item",
            "Form Item",
            f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{spacing(0.5, 0.5, 1.1)}',
            body,
        )
        + paragraph_style("Chart", "Form Chart", f'<w:keepNext/>{spacing(5, 5, 1)}<w:jc w:val="center"/>', body)
        + paragraph_style(
            "Gap",
            "Form Gap",
            '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
            run_properties(SERIF, SONG, 1),
        )
        + paragraph_style(
            "Header",
            "header",
            '<w:tabs><w:tab w:val="right" w:pos="9600"/></w:tabs>' + spacing(0, 0, 1),
            run_properties(SANS, HEI, 8.5, color=GREY),
        )
        + paragraph_style(
            "Footer", "footer", f'{spacing(0, 0, 1)}<w:jc w:val="center"/>', run_properties(SANS, HEI, 8.5, color=GREY)
        )
        + "</w:styles>"
    )


def numbering() -> str:
    """One kind of list: 1. 2. 3., hanging, in the fonts of the text."""
    return (
        f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="400"/></w:tabs>'
        f'<w:ind w:left="400" w:hanging="400"/></w:pPr><w:rPr>{fonts(SERIF, SONG)}</w:rPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings() -> str:
    """Word 2013 and later behaviour, Chinese line-breaking rules."""
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        '</w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def font_table() -> str:
    """The fonts in use, with what to take where one is missing."""
    known = ((SERIF, "", "roman"), (SONG, "SimSun", "auto"), (SANS, "", "swiss"), (HEI, "SimHei", "modern"))
    entries = "".join(
        f'<w:font w:name="{name}">'
        + (f'<w:altName w:val="{other}"/>' if other else "")
        + f'<w:charset w:val="{"86" if other else "00"}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, other, family in known
    )
    return f"{HEAD}<w:fonts {W}>{entries}</w:fonts>"


def theme() -> str:
    """The theme that Word asks for: greys, and the fonts of the styles."""
    colors = {"dk1": INK, "lt1": "FFFFFF", "dk2": RULE, "lt2": SHADE, "hlink": "1F3864", "folHlink": GREY}
    colors |= {
        f"accent{number}": shade
        for number, shade in enumerate(("1F3864", "595959", "7F7F7F", "A6A6A6", "BFBFBF", "D9D9D9"), 1)
    }
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    scheme = "".join(f'<a:{name}><a:srgbClr val="{colors[name]}"/></a:{name}>' for name in names)

    def pair(kind: str, latin: str, chinese: str) -> str:
        return f'<a:{kind}><a:latin typeface="{latin}"/><a:ea typeface="{chinese}"/><a:cs typeface=""/></a:{kind}>'

    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>' * 3
    line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>' * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="posdoc"><a:themeElements>'
        f'<a:clrScheme name="posdoc">{scheme}</a:clrScheme><a:fontScheme name="posdoc">{pair("majorFont", SANS, HEI)}'
        f'{pair("minorFont", SERIF, SONG)}</a:fontScheme><a:fmtScheme name="posdoc"><a:fillStyleLst>{fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst><a:bgFillStyleLst>{fill}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def field(instruction: str) -> str:
    """A field such as PAGE, with 1 in it until Word works it out."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def header(width: int = 9600) -> str:
    """Company at the left, number and version of the document at the right of a text so wide."""
    tabs = (
        ""
        if width == 9600
        else f'<w:tabs><w:tab w:val="clear" w:pos="9600"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    )
    return (
        f'{HEAD}<w:hdr {W} {R}><w:p><w:pPr><w:pStyle w:val="Header"/><w:pBdr>'
        f'<w:bottom w:val="single" w:sz="4" w:space="3" w:color="{GREY}"/></w:pBdr>{tabs}</w:pPr>'
        "<w:r><w:t>{{r watermark }}</w:t></w:r><w:r><w:t>{{ company }}</w:t></w:r><w:r><w:tab/></w:r>"
        "<w:r><w:t>{{ document_number }}</w:t></w:r>"
        '<w:r><w:t xml:space="preserve">{% if version %}  {{ version }}{% endif %}</w:t></w:r></w:p></w:hdr>'
    )


def footer() -> str:
    """Page x of y, in the words of the language."""
    return (
        f'{HEAD}<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{{{{ page.before }}}}</w:t></w:r>{field("PAGE")}'
        f'<w:r><w:t xml:space="preserve">{{{{ page.between }}}}</w:t></w:r>{field("NUMPAGES")}'
        '<w:r><w:t xml:space="preserve">{{ page.after }}</w:t></w:r></w:p></w:ftr>'
    )


UPRIGHT, LEVEL = (11906, 16838), (16838, 11906)
"""A4 upright and lying, in twentieths of a point."""


def page(size: tuple[int, int] = UPRIGHT, *, cover: bool = False) -> str:
    """The page of a section: A4, text 9600 twentieths of a point wide when upright. With header and footer.

    A section that begins with a ``cover`` has none on its first page.
    """
    lying = size == LEVEL
    references = (
        f'<w:headerReference w:type="default" r:id="{_LYING if lying else "rId10"}"/>'
        '<w:footerReference w:type="default" r:id="rId11"/>'
    )
    turned = ' w:orient="landscape"' if lying else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{size[0]}" w:h="{size[1]}"{turned}/>'
        '<w:pgMar w:top="1304" w:right="1153" w:bottom="1134" w:left="1153" w:header="680" w:footer="567" w:gutter="0"/>'
        f"{'<w:titlePg/>' if cover else ''}</w:sectPr>"
    )


_LYING = "rId12"
"""The header of pages that lie on their side."""


def with_own(standard: str, own: str) -> str:
    """The styles of all forms, and those of a form: one of its own takes the place of another with its id."""
    found = re.findall(r'<w:style [^>]*w:styleId="([^"]*)".*?</w:style>', own)
    for identity in found:
        standard = re.sub(rf'<w:style [^>]*w:styleId="{identity}".*?</w:style>', "", standard)
    return standard.replace("</w:styles>", f"{own}</w:styles>")


def package(body: str, kind: Kind, *, sheet: str = "", more_styles: str = "") -> bytes:
    """The Word file of a form with this body, about what ``kind`` says, on pages of ``sheet``, with styles of its own."""
    document = f"{HEAD}<w:document {W} {R}><w:body>{body}{sheet or page()}</w:body></w:document>"
    named = {
        "styles": with_own(styles(), more_styles),
        "numbering": numbering(),
        "settings": settings(),
        "fontTable": font_table(),
    }
    parts = {"word/document.xml": document, "word/header1.xml": header(), "word/footer1.xml": footer()}
    lying = [(_LYING, "header", "header2.xml")] if f'"{_LYING}"' in document else []
    if lying:
        parts["word/header2.xml"] = header(LEVEL[0] - 2 * 1153)
    parts |= {f"word/{name}.xml": text for name, text in named.items()}
    parts["[Content_Types].xml"] = _content_types(list(named), lying=bool(lying))
    parts["word/theme/theme1.xml"] = theme()
    parts["_rels/.rels"] = _relations(
        [
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId3", "extended-properties", "docProps/app.xml"),
            ("rId4", "custom-properties", KIND_PART),
        ],
        (
            '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
            'core-properties" Target="docProps/core.xml"/>'
        ),
    )
    parts["word/_rels/document.xml.rels"] = _relations(
        [(f"rId{number}", name, f"{name}.xml") for number, name in enumerate(named, 1)]
        + [
            ("rId9", "theme", "theme/theme1.xml"),
            ("rId10", "header", "header1.xml"),
            ("rId11", "footer", "footer1.xml"),
            *lying,
        ]
    )
    parts["docProps/app.xml"] = (
        f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>posdoc</Application></Properties>"
    )
    parts[KIND_PART] = kind_part(kind)
    parts["docProps/core.xml"] = (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    )
    return write_package({name: text.encode("utf-8") for name, text in parts.items()})


def with_parts(form: bytes, own: Mapping[str, str]) -> bytes:
    """The form with parts of its own in the place of those that all forms have."""
    parts = read_package(form, "designed")
    assert own.keys() <= parts.keys(), sorted(own)
    return write_package({**parts, **{name: text.encode("utf-8") for name, text in own.items()}})


def character_style(identity: str, name: str, run: str) -> str:
    """One character style."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
    )


def list_level(identity: int, text: str, left: int, hanging: int, *, kind: str = "decimal") -> str:
    """A kind of list: its number or mark, hanging before a text that is indented ``left``."""
    return (
        f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{fonts(SERIF, SONG)}</w:rPr></w:lvl></w:abstractNum>"
    )


def _relations(entries: list[tuple[str, str, str]], more: str = "") -> str:
    inside = "".join(f'<Relationship Id="{i}" Type="{TYPE}/{kind}" Target="{target}"/>' for i, kind, target in entries)
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}{more}</Relationships>'


def _content_types(named: list[str], *, lying: bool) -> str:
    overrides = [("/word/document.xml", f"{WML}.document.main+xml")]
    overrides += [(f"/word/{name}.xml", f"{WML}.{name}+xml") for name in named]
    overrides += [("/word/header1.xml", f"{WML}.header+xml"), ("/word/footer1.xml", f"{WML}.footer+xml")]
    overrides += [("/word/header2.xml", f"{WML}.header+xml")] if lying else []
    overrides += [
        ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        (f"/{KIND_PART}", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
    ]
    inside = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides)
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inside}</Types>'
    )
