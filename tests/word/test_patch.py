"""From a part with tags to the source of a template: tags in pieces, tags for what is around them, lists."""

from __future__ import annotations

import pytest
from lxml import etree

from posdoc.word.patch import template_source
from tests.word.samples import NUMBERING, W, body_of, made_from, paragraph, part, run, text_of

TAG = "{{ a.b }}"
ONE_CUT = [(TAG[:at], TAG[at:]) for at in range(1, len(TAG))]
TWO_CUTS = [(TAG[:i], TAG[i:j], TAG[j:]) for i in range(1, len(TAG)) for j in range(i + 1, len(TAG))]


@pytest.mark.parametrize("pieces", [*ONE_CUT, *TWO_CUTS, tuple(TAG)], ids="|".join)
def test_a_tag_cut_into_runs_is_one_tag(pieces: tuple[str, ...]) -> None:
    assert text_of(paragraph("from ", *pieces, " on"), a={"b": "X"}) == "from X on"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("{{ a }}{", "{ b }}"), "12"),
        (("{", "{ a }", "} and {", "{ b }} end"), "1 and 2 end"),
        (("a { b } c ", "{{ a }}"), "a { b } c 1"),
        (("{", "{", " a ", "}", "}", " rest"), "1 rest"),
        (("{% if", " a %}yes{% ", "else %}no{% endif %}"), "yes"),
        (("{# a ", "comment #}", "{{ b }}"), "2"),
    ],
)
def test_what_stands_around_a_cut_tag_stays(texts: tuple[str, ...], expected: str) -> None:
    assert text_of(paragraph(*texts), a="1", b="2") == expected


def test_a_space_behind_a_cut_tag_is_kept() -> None:
    made = body_of(paragraph("{{ a", " }} rest"), a="1")
    assert [(t.text, t.get("{http://www.w3.org/XML/1998/namespace}space")) for t in _texts(made)] == [
        ("1", "preserve"),
        (" rest", "preserve"),
    ]


def _texts(body: str) -> list[etree._Element]:
    return [node for node in etree.fromstring(part(body)).iter() if str(node.tag).endswith("}t")]


def test_a_tag_is_joined_over_marks_that_word_puts_in() -> None:
    marks = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="1" w:name="x"/><w:bookmarkEnd w:id="1"/>'
    styled = "<w:r><w:rPr><w:b/></w:rPr><w:t>itle }}</w:t></w:r>"
    assert text_of(f"<w:p>{run('{{ t')}{marks}{styled}</w:p>", title="X") == "X"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ names|join(“, ”) }}", "甲, 乙"),
        ("{{ names|join(‘/’) }}", "甲/乙"),
        ("{% if n &lt; 3 %}few{% endif %}", "few"),
        ("{% if n &gt; 1 and n &lt;= 2 %}two{% endif %}", "two"),
        ("{% if kind == &quot;a&amp;b&quot; %}same{% endif %}", "same"),
        ("{{\u00a0kind\u00a0}}", "a&b"),
    ],
)
def test_what_word_makes_typographic_or_xml_escapes_is_undone(tag: str, expected: str) -> None:
    assert text_of(paragraph(tag), names=["甲", "乙"], n=2, kind="a&b") == expected


def test_quotation_marks_outside_tags_stay() -> None:
    assert text_of(paragraph("“{{ a }}” &lt;b&gt;"), a="1") == "“1” <b>"


# --- tags that stand for what is around them ----------------------------------------------------------------

ROW = "<w:tr><w:tc>{}</w:tc></w:tr>"


def _rows(*texts: str) -> str:
    return f"<w:tbl>{''.join(ROW.format(paragraph(text)) for text in texts)}</w:tbl>"


def test_p_takes_its_paragraph_away() -> None:
    body = paragraph("{%p if a %}") + paragraph("shown") + paragraph("{%p else %}") + paragraph("hidden")
    assert body_of(body + paragraph("{%p endif %}"), a=True) == paragraph("shown")


@pytest.mark.parametrize("tag", ["{%p if a %}", "{%- p if a -%}", "{% p if a %}", "{%p  if a%}"])
def test_p_may_be_written_with_or_without_spaces(tag: str) -> None:
    assert body_of(paragraph(tag) + paragraph("x") + paragraph("{%p endif %}"), a=False) == ""


def test_p_may_be_cut_into_runs() -> None:
    body = paragraph("{", "%p if", " a %", "}") + paragraph("x") + paragraph("{%", "p end", "if %}")
    assert body_of(body, a=1) == paragraph("x")


def test_tr_repeats_rows() -> None:
    body = _rows("head", "{%tr for x in xs %}", "{{ x }}", "{%tr endfor %}")
    made = body_of(body, xs=["1", "2", "3"])
    assert made.count("<w:tr>") == 4
    assert text_of(body, xs=["1", "2", "3"]) == "head\n1\n2\n3"


def test_tc_repeats_cells() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"))
    made = body_of(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", xs=["1", "2"])
    assert made.count("<w:tc>") == 2


def test_r_is_a_run_of_its_own() -> None:
    made = body_of(paragraph("before ", "{{r mark }}", " after"), mark="a<b\nc")
    assert made == (
        f'<w:p>{run("before ")}<w:r><w:t xml:space="preserve">a&lt;b</w:t><w:br/><w:t xml:space="preserve">c</w:t></w:r>'
        f"{run(' after')}</w:p>"
    )


BOLD = "<w:r><w:rPr><w:b/></w:rPr>{}</w:r>"
TEXT = '<w:t xml:space="preserve">{}</w:t>'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:t>a {{r x }} b</w:t>", [TEXT.format("a "), "X", TEXT.format(" b")]),
        (
            "<w:t>{{r x }}{{ y }}</w:t><w:tab/><w:t>{{ y }}</w:t>",
            ["X", f"{TEXT.format('Y')}<w:tab/>{TEXT.format('Y')}"],
        ),
        ("<w:br/><w:t>{{r x }}</w:t>", ["<w:br/>", "X"]),
        ("<w:t>{{r x }}{{r x }}</w:t>", ["X", "X"]),
        ("<w:t>{{r x }}</w:t>", ["X"]),
    ],
)
def test_what_stands_in_the_run_of_such_a_tag_stays_beside_it(inside: str, expected: list[str]) -> None:
    made = body_of(f"<w:p>{BOLD.format(inside)}</w:p>", x="X", y="Y")
    runs = [f"<w:r>{TEXT.format('X')}</w:r>" if one == "X" else BOLD.format(one) for one in expected]
    assert made == f"<w:p>{''.join(runs)}</w:p>"


def test_a_field_named_r_is_a_field() -> None:
    assert text_of(paragraph("{{ r }}{{ r|join }}"), r="x") == "xx"


def test_a_nested_table_row_belongs_to_the_inner_table() -> None:
    inner = _rows("{%tr if a %}", "inner", "{%tr endif %}")
    outer = f"<w:tbl><w:tr><w:tc>{inner}{paragraph('outer')}</w:tc></w:tr></w:tbl>"
    assert text_of(outer, a=False) == "outer"


@pytest.mark.parametrize("cell", ["<w:tc>{}</w:tc>", "<w:tc><w:tcPr/>{}</w:tc>", "<w:tc><w:tcPr></w:tcPr>{}</w:tc>"])
def test_a_cell_is_never_without_a_paragraph(cell: str) -> None:
    inside = paragraph("{%p if a %}") + paragraph("x") + paragraph("{%p endif %}")
    made = body_of(f"<w:tbl><w:tr>{cell.format(inside)}</w:tr></w:tbl>", a=False)
    assert made.endswith("<w:p/></w:tc></w:tr></w:tbl>")


# --- attributes, text boxes, lists --------------------------------------------------------------------------


def test_a_tag_in_an_attribute() -> None:
    control = '<w:sdt><w:sdtPr><w:tag w:val="{{ field }}"/></w:sdtPr></w:sdt>'
    made = body_of(control, field='a"b<c>&\nd')
    (tag,) = etree.fromstring(part(made)).iter("{*}tag")
    assert [*tag.attrib.values()] == ['a"b<c>& d']


def test_a_filter_in_an_attribute() -> None:
    made = body_of('<w:tag w:val="{{ names|join(&quot;/&quot;) }}-{{ one }}"/>', names=["a", "b"], one=1)
    assert made == '<w:tag w:val="a/b-1"/>'


def test_text_boxes_are_paragraphs_of_their_own() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('{{ in', 'side }}')}</w:txbxContent></w:pict></w:r>"
    body = f"<w:p>{run('{{ out')}{box}{run('side }}')}</w:p>"
    made = body_of(body, inside="I", outside="O")
    assert [text.text for text in _texts(made) if text.text] == ["O", "I"]


ITEM = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
    "<w:r><w:t>{{ item }}</w:t></w:r></w:p>"
)
LIST = paragraph("{%p for item in list %}") + ITEM + paragraph("{%p endfor %}")
LISTS = paragraph("{%p for list in lists %}") + LIST + paragraph("{%p endfor %}")


def _numbers(document: str) -> list[str]:
    return [n.attrib.values()[0] for n in etree.fromstring(document.encode()).iter("{*}numId")]


def test_each_list_counts_anew() -> None:
    made = made_from(LISTS, {"lists": [["a", "b"], ["c"]]}, {"word/numbering.xml": NUMBERING})
    assert _numbers(made["word/document.xml"]) == ["4", "4", "5"]
    assert made["word/numbering.xml"].count("<w:num ") == 3


def test_a_numbered_paragraph_outside_a_loop_keeps_its_list() -> None:
    made = made_from(ITEM, {"item": "x"}, {"word/numbering.xml": NUMBERING})
    assert _numbers(made["word/document.xml"]) == ["3"]
    assert made["word/numbering.xml"] == NUMBERING


def test_two_documents_of_one_form_count_alike() -> None:
    from posdoc.word import Form
    from tests.word.samples import METADATA, package

    form = Form(package(LISTS, {"word/numbering.xml": NUMBERING}), "small")
    view = {"lists": [["a"], ["b"]]}
    assert form.render(view, METADATA) == form.render(view, METADATA)


def test_a_part_without_tags_is_as_it_was() -> None:
    xml = f"<w:document {W}><w:body><w:p><w:r><w:t>a &amp; b “c”</w:t></w:r></w:p></w:body></w:document>"
    assert template_source(xml.encode()) == xml
