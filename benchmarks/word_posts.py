"""A Word file with many posts, as departments have them: a table for each, with merged section rows.

It is always the same. Its texts are as long as those of forms in use, with numbers and Latin letters between the Chinese
characters. ``dressed`` files have what Word itself saves: revision numbers, borders, widths, fonts and sizes with every
cell, paragraph and run, and a run of its own wherever the script changes. Others are as bare as python-docx makes them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from benchmarks.departments import SEED, WORDS

Row = Sequence[str]
"""The texts of the cells of a row; a line of a text is a paragraph."""

SHARES = ("25%", "20%", "20%", "15%", "10%", "5%", "5%")
AREAS = ("故障处理", "安装调试", "巡检保养", "资料归档", "技术支援", "配件管理", "安全与改进")
AMOUNTS = (
    "24 小时",
    "ISO 9001",
    "95%",
    "3 个工作日",
    "SAP",
    "2 次",
    "GB/T 19001",
    "50 km",
    "CRM",
    "10 kV",
    "8 台",
    "R410A",
)
CONTACTS = ("配件组", "客服中心", "研发部", "用户", "外协网点")
QUALIFICATIONS = (
    ("学历", "中专及以上，机电类专业", "大专，制冷与空调专业"),
    ("工作经验", "2 年以上现场经验", "5 年以上同类机组经验"),
    ("专业技能", "能看懂电路图，会用万用表和钳形表", "能改 PLC 程序，会用示波器"),
    ("证书", "电工证", "制冷工证、登高证"),
    ("综合能力", "能独立与用户沟通，写清现场报告", "能带徒弟"),
    ("计算机", "会用 Excel 和 CRM 系统", "会做数据透视表"),
)
INDICATORS = (
    ("首次修复率", "一次修好的工单 / 全部工单", "≥ 92%", "30%"),
    ("响应及时率", "2 小时内联系用户的工单 / 全部工单", "≥ 98%", "25%"),
    ("用户满意度", "回访评分的平均值", "≥ 4.6", "25%"),
    ("资料完整率", "资料齐全的工单 / 抽查的工单", "≥ 99%", "20%"),
)
HEADS = DUTY_HEADS, CONTACT_HEADS, QUALIFICATION_HEADS, INDICATOR_HEADS = (
    ("序号", "关键成果领域", "职责", "时间"),
    ("联系对象", "联系内容"),
    ("项目", "必备条件", "理想条件"),
    ("指标名称", "计算公式", "目标值", "权重"),
)
WIDTHS = (1242, 2268, 4111, 1701)
"""Of the columns, in twentieths of a point."""
SPANS = {1: (4,), 2: (2, 2), 3: (1, 1, 2), 4: (1, 1, 1, 1)}
"""How many columns the cells of a row cover, by their number."""
FONTS = 'w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" w:hAnsi="Times New Roman" w:cs="Times New Roman"'
LOOK = '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right")
)
DRESS_OF_CELL = (
    f'<w:tcBorders>{EDGES}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:vAlign w:val="center"/>'
)
DRESS_OF_PARAGRAPH = (
    '<w:pPr><w:widowControl/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
    f'<w:spacing w:line="360" w:lineRule="exact"/><w:jc w:val="left"/><w:rPr><w:rFonts {FONTS}/>{LOOK}</w:rPr></w:pPr>'
)
RSID = ' w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"'


def make(posts: int, *, dressed: bool = False) -> WordDocument:
    """A document with a heading and a table for each post."""
    chance = random.Random(SEED)
    document = Document()
    for number in range(1, posts + 1):
        _add(document, number, chance, dressed)
    return document


def make_text(posts: int) -> WordDocument:
    """A document without tables: the same posts as headings by style, labelled lines, and numbered texts."""
    chance = random.Random(SEED)
    document = Document()
    for number in range(1, posts + 1):
        title = f"第{number // 12 + 1}组服务工程师{number}"
        document.add_heading(f"{title}岗位说明书", 1)
        for row in _rows(title, number, chance):
            if len(row) == 1 and "、" in row[0][:2]:
                document.add_heading(row[0], 2)
            elif row not in HEADS:
                for line in _as_text(row):
                    document.add_paragraph(line)
    return document


def _as_text(row: Row) -> Iterator[str]:
    first, *rest = row
    if first.isdecimal():
        area, text, share = rest
        yield from f"{first}、{area}（{share}）：{text}".split("\n")
    elif len(row) == 4 and first not in {name for name, *_ in INDICATORS}:
        yield from (f"{first}：{rest[0]}", f"{rest[1]}：{rest[2]}")
    elif rest:
        yield f"{first}：{'，'.join(rest)}"
    else:
        yield from first.split("\n")


def write_folder(folder: Path, posts: int) -> None:
    """Write a document for each post, with a line below its table that belongs to no field."""
    chance = random.Random(SEED)
    folder.mkdir()
    for number in range(1, posts + 1):
        document = Document()
        _add(document, number, chance, dressed=False)
        document.add_paragraph(f"本页由综合科整理，第 {number} 页，仅供查阅。")
        document.save(str(folder / f"{number}.docx"))


def _add(document: WordDocument, number: int, chance: random.Random, dressed: bool) -> None:
    title = f"第{number // 12 + 1}组服务工程师{number}"
    document.add_heading(f"{number}. {title}岗位说明书", 1)
    document.element.body.sectPr.addprevious(parse_xml(_table(_rows(title, number, chance), dressed)))


def _rows(title: str, number: int, chance: random.Random) -> Iterator[Row]:
    unit = f"第{number // 12 + 1}服务组"
    yield ("一、基本信息",)
    yield ("岗位名称", title, "岗位编号", f"SH-{number:03d}")
    yield ("所属部门", unit, "岗位定员", str(number % 5 + 1))
    yield ("直接上级", f"{unit}主管", "直接下级", "无")
    yield ("二、岗位目的",)
    yield (f"在{unit}主管领导下，{_sentence(chance)}{_sentence(chance)}",)
    yield ("三、岗位职责",)
    yield DUTY_HEADS
    for place, (area, share) in enumerate(zip(AREAS, SHARES, strict=True), 1):
        text = "\n".join((_sentence(chance), f"1）{_sentence(chance)}", f"2）{_sentence(chance)}"))
        yield (str(place), area, text, share)
    yield ("四、权限",)
    yield ("\n".join(f"{place}、{_sentence(chance)}" for place in range(1, 5)),)
    yield ("五、工作联系",)
    yield CONTACT_HEADS
    yield from ((party, _sentence(chance)) for party in CONTACTS)
    yield ("六、任职资格",)
    yield QUALIFICATION_HEADS
    yield from QUALIFICATIONS
    yield ("七、绩效指标",)
    yield INDICATOR_HEADS
    yield from INDICATORS


def _sentence(chance: random.Random) -> str:
    """A sentence of some forty characters, with a number or a Latin word in it."""
    when, does, what, end = (chance.choice(WORDS[kind]) for kind in ("when", "does", "what", "end"))
    other, amount = chance.choice(WORDS["what"]), chance.choice(AMOUNTS)
    return f"{when}{does}{what}与{other}，按 {amount} 的要求核实后{end}。"


def _table(rows: Iterator[Row], dressed: bool) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    head = f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    return f"<w:tbl {nsdecls('w')}>{head}{''.join(_row(row, dressed) for row in rows)}</w:tbl>"


def _row(texts: Row, dressed: bool) -> str:
    cells, column = [], 0
    for text, span in zip(texts, SPANS[len(texts)], strict=True):
        width = sum(WIDTHS[column : column + span])
        merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        dress = DRESS_OF_CELL if dressed else ""
        paragraphs = "".join(_paragraph(line, dressed) for line in text.split("\n"))
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}{dress}</w:tcPr>{paragraphs}</w:tc>')
        column += span
    return f"<w:tr{RSID if dressed else ''}>{''.join(cells)}</w:tr>"


def _paragraph(text: str, dressed: bool) -> str:
    if not dressed:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    runs = "".join(map(_run, re.findall(r"[ -~]+|[^ -~]+", text)))
    return f"<w:p{RSID}>{DRESS_OF_PARAGRAPH}{runs}</w:p>"


def _run(text: str) -> str:
    hint = "" if text.isascii() else ' w:hint="eastAsia"'
    return f'<w:r><w:rPr><w:rFonts{hint} {FONTS}/>{LOOK}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
