"""The XML of a part: its bounds, and what is taken out of it before it is parsed."""

from __future__ import annotations

import time

import pytest

from posdoc.importers.pieces import Paragraph
from posdoc.importers.refusal import Refused
from posdoc.importers.word import looks, markup
from posdoc.importers.word.looks import without_looks, without_table_styles
from posdoc.importers.word.markup import parsed, whole
from tests.importers.word_files import W_NAMESPACE, p, part, r, tbl, tc, tr

OUT_OF_BOUNDS = {
    "too deep": b"<x>" * 300 + b"</x>" * 300,
    "a text of 11 MB": b"<x>" + b"a" * 11_000_000 + b"</x>",
    "an attribute of 11 MB": b'<x y="' + b"a" * 11_000_000 + b'"/>',
    "too many elements": b"<x>" + b"<y/>" * (markup.MOST_MARKS + 1) + b"</x>",
}


@pytest.mark.parametrize("data", OUT_OF_BOUNDS.values(), ids=OUT_OF_BOUNDS)
def test_what_is_out_of_bounds_is_refused_at_once(data: bytes) -> None:
    begin = time.process_time()
    with pytest.raises(Refused) as caught:
        parsed(data, "a.docx", "word/document.xml")
    assert caught.value.finding.name == "file-out-of-bounds"
    assert time.process_time() - begin < 2


def test_looking_for_a_doctype_takes_no_longer_than_the_part_is_long() -> None:
    begin = time.process_time()
    for data in (b"<!--" + b"-- " * 500_000, b"<!-- -->" * 300_000, b"<?" + b"?" * 1_000_000, b" " * 1_000_000):
        with pytest.raises(Refused):
            parsed(data, "a.docx", "x.xml")
    assert time.process_time() - begin < 2


def test_entities_are_never_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "' + b"b" * 100 + b'"><!ENTITY c "' + b"&a;" * 1000 + b'">]><x y="&c;">&c;</x>'
    with pytest.raises(Refused) as caught:
        parsed(bomb, "a.docx", "x.xml")
    assert "DOCTYPE" in caught.value.message.zh


@pytest.mark.parametrize(("text", "number"), [("12", 12), (None, 7), ("", 7), ("x", 7), ("9" * 5000, 7)])
def test_a_whole_number_in_an_attribute(text: str | None, number: int) -> None:
    assert whole(text, 7) == number


# --- what says only how the text looks

FONT, SYMBOLS = '<w:rFonts w:ascii="宋体"/>', '<w:rFonts w:ascii="WingDings 2"/>'
PLAIN = {
    "sizes and colours": (
        '<w:r><w:rPr><w:b/><w:sz w:val="21"/><w:color w:val="FF0000"/></w:rPr></w:r>',
        "<w:r><w:rPr><w:b/></w:rPr></w:r>",
    ),
    "properties that are left empty": (
        '<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:sz w:val="21"/></w:rPr></w:pPr></w:p>',
        "<w:p></w:p>",
    ),
    "borders of a cell": (
        '<w:tcPr><w:tcBorders><w:top w:val="single"/></w:tcBorders><w:vMerge/></w:tcPr>',
        "<w:tcPr><w:vMerge/></w:tcPr>",
    ),
    "fonts": (f"<w:r><w:rPr>{FONT}</w:rPr></w:r>", "<w:r></w:r>"),
    "fonts of symbols stay": (f"<w:r><w:rPr>{SYMBOLS}</w:rPr></w:r>", f"<w:r><w:rPr>{SYMBOLS}</w:rPr></w:r>"),
    "names that begin alike": ("<w:tab/><w:br/><w:szX/><w:instrText/>", "<w:tab/><w:br/><w:szX/><w:instrText/>"),
    "with content": ("<w:jc><w:t>a</w:t></w:jc>", "<w:jc><w:t>a</w:t></w:jc>"),
    "in a text": ("<w:t>w:sz w:val=&quot;1&quot;/&gt;</w:t>", "<w:t>w:sz w:val=&quot;1&quot;/&gt;</w:t>"),
    "signs in an attribute": ('<w:tcPr><w:shd w:x="a>b/"/><w:vMerge/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>"),
    "runs that nothing tells apart": (
        '<w:p><w:r><w:rPr><w:sz/></w:rPr><w:t xml:space="preserve">在 </w:t></w:r><w:r><w:t>24</w:t></w:r>'
        "<w:r><w:rPr></w:rPr><w:t>小时</w:t></w:r></w:p>",
        '<w:p><w:r><w:t xml:space="preserve">在 24小时</w:t></w:r></w:p>',
    ),
    "runs that something tells apart": (
        "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r><w:r><w:tab/></w:r>"
        '<w:r><w:t/></w:r><w:r><w:t x="1">d</w:t></w:r><w:r><w:t>e</w:t><w:br/></w:r><w:r w:x="1"><w:t>f</w:t></w:r>',
        "<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r><w:r><w:t>c</w:t></w:r><w:r><w:tab/></w:r>"
        '<w:r><w:t/></w:r><w:r><w:t x="1">d</w:t></w:r><w:r><w:t>e</w:t><w:br/></w:r><w:r w:x="1"><w:t>f</w:t></w:r>',
    ),
    "runs with something between them": (
        "<w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:p><w:r><w:t>c</w:t></w:r></w:p>",
        "<w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:p><w:r><w:t>c</w:t></w:r></w:p>",
    ),
    "a run that is not closed": ("<w:r><w:t>a</w:t></w:r><w:r><w:t>b", "<w:r><w:t>ab"),
    "outside of properties": ('<w:ind w:x="1"/>', '<w:ind w:x="1"/>'),
    "as it was before a change": (
        "<w:rPr><w:b/><w:sz/><w:rPrChange><w:rPr><w:i/><w:sz/></w:rPr></w:rPrChange></w:rPr>",
        "<w:rPr><w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>",
    ),
    "nothing before a change": (
        "<w:rPr><w:sz/><w:rPrChange><w:rPr><w:sz/></w:rPr></w:rPrChange></w:rPr>",
        "<w:rPr><w:rPrChange></w:rPrChange></w:rPr>",
    ),
}


@pytest.mark.parametrize(("body", "left"), PLAIN.values(), ids=PLAIN)
def test_what_says_only_how_the_text_looks_is_taken_out(body: str, left: str) -> None:
    assert without_looks(part("document", body).encode()) == part("document", left).encode()


SIZE = '<w:rPr><w:sz w:val="1"/></w:rPr>'
TABLE_STYLE = '<w:style w:type="table" w:styleId="T"><w:rPr><w:b/></w:rPr></w:style>'
LEFT_ALONE = {
    "a comment": f'<w:a xmlns:w="{W_NAMESPACE}"><!-- -->{SIZE}</w:a>',
    "CDATA": f'<w:a xmlns:w="{W_NAMESPACE}"><w:t><![CDATA[{SIZE}]]></w:t></w:a>',
    "another namespace": f'<w:a xmlns:w="urn:other">{SIZE}</w:a>',
    "two namespaces": f'<w:a xmlns:w="{W_NAMESPACE}"><b xmlns:w="urn:other">{SIZE}</b></w:a>',
    "another encoding": f'<?xml version="1.0" encoding="GBK"?><w:a xmlns:w="{W_NAMESPACE}">{SIZE}</w:a>',
    "no namespace": f"<w:a>{SIZE}</w:a>",
    "a root in single quotes": f"<w:a xmlns:w='{W_NAMESPACE}'>{SIZE}</w:a>",
}


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_a_part_stays_as_it_is_where_tags_alone_do_not_tell(text: str) -> None:
    assert without_looks(text.encode()) == text.encode()
    with_style = text.replace(SIZE, TABLE_STYLE).encode()
    assert without_table_styles(with_style) == with_style


@pytest.mark.parametrize(
    "declaration", ["", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n', "\ufeff<?xml version='1.0'?>"]
)
def test_a_part_in_utf_8_is_made_shorter(declaration: str) -> None:
    text = f'{declaration}<w:a xmlns:w="{W_NAMESPACE}">{{}}</w:a>'
    assert without_looks(text.format(SIZE).encode()) == text.format("").encode()


def test_styles_of_tables_are_left_out() -> None:
    of_text = '<w:style w:type="paragraph" w:styleId="P"><w:name w:val="w:type=&quot;table&quot;"/></w:style>'
    whole = part(
        "styles", f"<w:docDefaults/>{TABLE_STYLE}\r\n{of_text}{TABLE_STYLE}{TABLE_STYLE}{of_text}{TABLE_STYLE}"
    )
    left = part("styles", f"<w:docDefaults/>{of_text}{of_text}{TABLE_STYLE}")
    assert without_table_styles(whole.encode()) == left.encode()


def test_a_style_of_tables_is_none_of_a_paragraph() -> None:
    from posdoc.importers.word import read_word
    from tests.importers.word_files import word_file

    for styles in (TABLE_STYLE, TABLE_STYLE + TABLE_STYLE.replace('"T"', '"U"')):
        (paragraph,) = read_word(word_file(p(r("甲"), '<w:pStyle w:val="T"/>'), styles=styles), "a.docx").pieces
        assert isinstance(paragraph, Paragraph)
        assert not paragraph.bold


def test_reading_gives_the_same_with_and_without_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    from posdoc.importers.word import parts, read_word
    from tests.importers.word_files import word_file

    heavy = f'{FONT}<w:b/><w:sz w:val="21"/><w:vanish w:val="0"/>'
    body = p(r("甲", heavy), f'<w:spacing w:line="1"/><w:outlineLvl w:val="1"/><w:rPr>{heavy}</w:rPr>') + tbl(
        tr(tc(p(r("乙", "<w:sz/>")), '<w:tcW w:w="1"/><w:gridSpan w:val="2"/><w:shd/>'), properties="<w:trHeight/>")
    )
    data = word_file(body)
    shorter = read_word(data, "a.docx")
    monkeypatch.setattr(parts, "without_looks", lambda part: part)
    assert read_word(data, "a.docx") == shorter
    assert looks.without_looks(part("document", body).encode()) != part("document", body).encode()
