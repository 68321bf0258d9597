"""The text of a paragraph: what is seen of it, once, and nothing that is not."""

from __future__ import annotations

import pytest

from posdoc.importers.pieces import CHECKED, UNCHECKED
from tests.importers.word_files import codes, field, only, p, r, read, sdt, texts

CHECKBOX = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
GLYPH = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic"/>'


def _form_box(inside: str) -> str:
    return field("FORMCHECKBOX", begin=f"<w:ffData><w:name/><w:enabled/><w:checkBox>{inside}</w:checkBox></w:ffData>")


def _list(result: str) -> str:
    entries = "".join(f'<w:listEntry w:val="{each}"/>' for each in ("本科", "大专"))
    return field("FORMDROPDOWN", begin=f"<w:ffData><w:ddList>{result}{entries}</w:ddList></w:ffData>")


SEEN = {
    "runs": (r("岗位") + r("名称"), "岗位名称"),
    "spaces stay": (r(" 性　　别 "), " 性　　别 "),
    "tab and positional tab": (r("<w:tab/><w:t>a</w:t><w:ptab/>"), "\ta\t"),
    "soft line ends": (r("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t>"), "a\nb\nc"),
    "a page ends within": (r('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>'), "a\nb"),
    "a page ends before": (r('<w:br w:type="page"/><w:t>b</w:t>'), "b"),
    "hyphens": (r("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>"), "a-bc"),
    "smart tag": (f"<w:smartTag><w:smartTagPr/>{r('北京')}</w:smartTag>", "北京"),
    "hyperlink": (f'<w:hyperlink r:id="r9">{r("网站")}</w:hyperlink>', "网站"),
    "custom XML, direction": (f"<w:customXml><w:bdo><w:dir>{r('甲')}</w:dir></w:bdo></w:customXml>", "甲"),
    "simple field": (f'<w:fldSimple w:instr="DATE">{r("2020")}<w:fldData>QQ==</w:fldData></w:fldSimple>', "2020"),
    "complex field": (r("第") + field("REF a", r("3")) + r("条"), "第3条"),
    "field in an instruction": (field(f'IF {field("REF a", r("b"))} = "b"', r("是")), "是"),
    "field in a result": (field("REF a", r("甲") + field("REF b", r("乙"))), "甲乙"),
    "field that does not end": (r('<w:fldChar w:fldCharType="begin"/>') + r("留下"), "留下"),
    "field that does not begin": (r('<w:fldChar w:fldCharType="end"/>') + r("留下"), "留下"),
    "field without result": (r("a") + field("SET x 5") + r("b"), "ab"),
    "enclosed number": (field(r"eq \o\ac(○,3)"), "③"),
    "enclosed character": (field(r"eq \o\ac(□,检)"), "检"),
    "phonetic guide": (field(r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(gǎng),岗)'), "岗(gǎng)"),
    "fraction": (field(r"EQ \f(1,2)"), "1/2"),
    "symbol field": (field(r'SYMBOL 254 \f "Wingdings" \s 12'), CHECKED),
    "button": (field("MACROBUTTON NoMacro [姓名]"), "[姓名]"),
    "inserted, moved here": (f"<w:ins>{r('新')}</w:ins><w:moveTo>{r('移')}</w:moveTo>", "新移"),
    "Wingdings boxes": (
        "".join(r(f'<w:sym w:font="Wingdings" w:char="{code}"/>') for code in ("F0FE", "F0A8", "F06F", "00FD")),
        CHECKED + UNCHECKED + UNCHECKED + CHECKED,
    ),
    "Wingdings 2": (r('<w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings 2" w:char="F0A3"/>'), "☑□"),
    "other signs": (
        r('<w:sym w:font="Wingdings" w:char="F0E0"/>')
        + r('<w:sym w:font="Symbol" w:char="F0B3"/><w:sym w:font="Symbol" w:char="F061"/>'),
        "→≥α",
    ),
    "a sign without a meaning": (
        r('<w:sym w:font="Wingdings" w:char="F04E"/><w:sym w:font="Wingdings" w:char="?"/>'),
        "••",
    ),
    "a sign that is a character": (r('<w:sym w:font="宋体" w:char="2610"/>'), "☐"),
    "text in a symbol font": (r("\uf0fe是\uf0a8否", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "☑是□否"),
    "letters in a symbol font": (r("o", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), UNCHECKED),
    "typed boxes stay": (r("☑ ☒ ■ □ ○ ● (√)"), "☑ ☒ ■ □ ○ ● (√)"),
    "ticked control": (sdt(r("☒", GLYPH), CHECKBOX.format(1)) + r("是"), "☑是"),
    "control not ticked": (sdt(r("☐", GLYPH), CHECKBOX.format(0)) + r("否"), "□否"),
    "control with a sign": (sdt(r('<w:sym w:font="Wingdings" w:char="F0FE"/>'), CHECKBOX.format("true")), CHECKED),
    "control in Wingdings": (sdt(r("\uf0a8", '<w:rFonts w:ascii="Wingdings"/>'), CHECKBOX.format(0)), UNCHECKED),
    "form box": (_form_box('<w:default w:val="0"/>'), UNCHECKED),
    "form box, ticked": (_form_box('<w:default w:val="0"/><w:checked/>'), CHECKED),
    "form box, ticked at first": (_form_box('<w:default w:val="1"/>'), CHECKED),
    "form list": (_list('<w:result w:val="1"/>'), "大专"),
    "form list, first entry": (_list(""), "本科"),
    "drop-down": (sdt(r("本科"), '<w:dropDownList><w:listItem w:value="1"/></w:dropDownList>'), "本科"),
    "ruby": (f"<w:r><w:ruby><w:rt>{r('gǎng')}</w:rt><w:rubyBase>{r('岗')}</w:rubyBase></w:ruby></w:r>", "岗(gǎng)"),
    "emoji": (
        r(
            '<mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F60A"/></mc:Choice>'
            "<mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>"
        ),
        "😊",
    ),
    "alternatives": (
        f"<mc:AlternateContent><mc:Choice>{r('甲')}</mc:Choice><mc:Fallback>{r('甲')}</mc:Fallback></mc:AlternateContent>",
        "甲",
    ),
    "alternatives, the first without a text": (
        f'<mc:AlternateContent><mc:Choice Requires="q"/><mc:Fallback>{r("乙")}</mc:Fallback></mc:AlternateContent>',
        "乙",
    ),
}


@pytest.mark.parametrize(("inside", "seen"), SEEN.values(), ids=SEEN)
def test_what_is_seen_of_a_paragraph_is_its_text(inside: str, seen: str) -> None:
    file = read(p(inside))
    assert only(file).text == seen
    assert file.findings == ()


FORMULAS = {
    "text": ("<m:r><m:t>a+b</m:t></m:r>", "a+b"),
    "fraction": ("<m:f><m:num>{实际}</m:num><m:den>{目标}</m:den></m:f>", "实际/目标"),
    "fraction of sums": ("<m:f><m:num>{a+b}</m:num><m:den>{c}</m:den></m:f>", "(a+b)/c"),
    "brackets": ("<m:d><m:e>{x}</m:e></m:d>", "(x)"),
    "other brackets": ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{x}</m:e></m:d>', "[x]"),
    "sum": (
        '<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{i}</m:sub><m:sup>{n}</m:sup><m:e>{x}</m:e></m:nary>',
        "∑_i^nx",
    ),
    "root": ("<m:rad><m:deg/><m:e>{x+1}</m:e></m:rad>", "√(x+1)"),
    "power": ("<m:sSup><m:e>{x}</m:e><m:sup>{2}</m:sup></m:sSup>", "x^2"),
}


@pytest.mark.parametrize(("inside", "seen"), FORMULAS.values(), ids=FORMULAS)
def test_a_formula_is_one_line_of_text(inside: str, seen: str) -> None:
    inside = inside.replace("{", "<m:r><w:rPr/><m:t>").replace("}", "</m:t></m:r>")
    assert only(read(p(f"{r('达成率=')}<m:oMath>{inside}</m:oMath>"))).text == f"达成率={seen}"


def test_a_formula_of_its_own_is_a_paragraph() -> None:
    formula = "<m:oMathPara><m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath></m:oMathPara>"
    assert texts(read(p(formula) + formula)) == ["a=b", "a=b"]


def test_deleted_text_is_left_out_and_counted() -> None:
    deleted = "<w:del><w:r><w:delText>旧的</w:delText></w:r></w:del>"
    file = read(p("一") + p(r("新") + deleted + f"<w:moveFrom>{r('移走的')}</w:moveFrom>") + p(deleted))
    assert texts(file) == ["一", "新"]
    (finding,) = file.findings
    assert (finding.name, finding.span.line) == ("deleted-text", 2)
    assert "7" in finding.message.zh
    assert "7" in finding.message.en


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next_one() -> None:
    mark = "<w:rPr><w:del/></w:rPr>"
    assert texts(read(p("前半", mark) + p("后半") + p("又", mark))) == ["前半后半", "又"]


def test_hidden_text_is_left_out_and_counted() -> None:
    hidden = '<w:style w:type="character" w:styleId="h"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p(r("a") + r("藏", "<w:vanish/>") + r("起来", '<w:rStyle w:val="h"/>') + r("b", '<w:vanish w:val="0"/>'))
    file = read(body, styles=hidden)
    assert only(file).text == "ab"
    (finding,) = file.findings
    assert finding.name == "deleted-text"
    assert "3" in finding.message.zh


def test_a_hidden_field_ends_where_it_ends() -> None:
    hidden = field("XE x").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    assert only(read(p(r("a") + hidden + r("b")))).text == "ab"


PROMPT_STYLE = '<w:style w:type="character" w:styleId="a4"><w:name w:val="Placeholder Text"/></w:style>'
PROMPTING = "<w:showingPlcHdr/>"


def test_a_prompt_that_nobody_filled_in_is_no_text() -> None:
    styled = sdt(r("填写岗位职责概述", '<w:rStyle w:val="a4"/>'), PROMPTING)
    plain = sdt(r("单击或点击此处输入文字。"), PROMPTING)
    file = read(p(r("概述：") + styled) + p(r("日期：") + plain), styles=PROMPT_STYLE)
    assert texts(file) == ["概述：", "日期："]
    (finding,) = file.findings
    assert finding.name == "placeholder-in-source"
    assert "填写岗位职责概述" in finding.message.zh
    assert finding.span.line == 1


def test_a_text_in_a_control_that_a_program_filled_in_is_no_prompt() -> None:
    file = read(p(sdt(r("服务主管"), PROMPTING)), styles=PROMPT_STYLE)
    assert texts(file) == ["服务主管"]
    assert codes(file) == []


def test_a_field_goes_on_over_paragraphs() -> None:
    begin, end = field("IF 1 = 1 x", r("一")).rsplit("<w:r><w:fldChar", 1)
    file = read(p(begin) + p("二") + p(f"<w:r><w:fldChar{end}"))
    assert texts(file) == ["一", "二"]


def test_an_instruction_over_paragraphs_is_not_seen() -> None:
    begin, rest = field("IF 1 = 1", r("结果")).split("<w:r><w:instrText", 1)
    file = read(p(begin + r("指令一")) + p("指令二") + p(f"<w:r><w:instrText{rest}"))
    assert texts(file) == ["结果"]
