"""Written numbers: how they are read, and where they do not count on."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.rules import numbering_broken
from posdoc.rules._numbers import Number, as_outline, first_between, follows, number_of
from tests.rules.marked import check_marks

HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
"""
POSITION = HEAD + "## positions/service/supervisor.yaml\ntitle: 客户主管\n"

READ = [
    ("7", (7,), "1"),
    ("７", (7,), "1"),
    ("07", (7,), "1"),
    ("7.", (7,), "1"),
    ("7、", (7,), "1"),
    ("(7)", (7,), "(1)"),
    ("（7）", (7,), "(1)"),
    ("7)", (7,), "1)"),
    ("⑦", (7,), "○1"),
    ("⑫", (12,), "○1"),
    ("❷", (2,), "○1"),
    ("㊂", (3,), "○一"),
    ("⑺", (7,), "(1)"),
    ("⒎", (7,), "1"),
    ("七", (7,), "一"),
    ("十", (10,), "一"),
    ("十二、", (12,), "一"),
    ("二十", (20,), "一"),
    ("二十一", (21,), "一"),
    ("一百零三", (103,), "一"),
    ("一百一十", (110,), "一"),
    ("一〇三", (103,), "一"),
    ("（三）", (3,), "(一)"),
    ("第七条", (7,), "第一条"),
    ("第 7 条", (7,), "第1条"),
    ("第7条", (7,), "第1条"),
    ("第十二章", (12,), "第一章"),
    ("第一部分", (1,), "第一部分"),
    ("职责三", (3,), "职责一"),
    ("Article 7", (7,), "article1"),
    ("No. 7", (7,), "no.1"),
    ("§ 7", (7,), "§1"),
    ("1.2", (1, 2), "1"),
    ("1-2", (1, 2), "1"),
    ("1.0", (1, 0), "1"),
    ("6.1.10", (6, 1, 10), "1"),
    ("三.2", (3, 2), "一"),
    (" 7 ", (7,), "1"),
    ("C-01", None, ""),
    ("A1", None, ""),
    ("1a", None, ""),
    ("2024-01", None, ""),
    ("第七条之一", None, ""),
    ("十十", None, ""),
    ("十百", None, ""),
    ("二三十", None, ""),
    ("甲", None, ""),
    ("½", None, ""),
    ("", None, ""),
]


@pytest.mark.parametrize(("written", "parts", "form"), READ)
def test_numbers(written: str, parts: tuple[int, ...] | None, form: str) -> None:
    number = number_of(written)
    if parts is None:
        assert number is None
    else:
        assert number is not None
        assert (number.parts, number.form) == (parts, form)


STYLES = [
    ("1.", "2.", True),
    ("1．", "2.", True),
    ("（1）", "(2)", True),
    ("1.1", "2.3", True),
    ("1.", "2、", False),
    ("1", "2.", False),
    ("1.1", "1-2", False),
    ("第一条", "第2条", False),
    ("①", "②", True),
    ("⑨", "⑩", True),
    ("①", "㊁", False),
]


@pytest.mark.parametrize(("one", "other", "same"), STYLES)
def test_styles(one: str, other: str, same: bool) -> None:
    first, second = number_of(one), number_of(other)
    assert first
    assert second
    assert (first.style == second.style) is same


FOLLOWS = [
    ((1,), (2,), True),
    ((1,), (1,), False),
    ((1,), (3,), False),
    ((2,), (1,), False),
    ((1,), (1, 1), True),
    ((1,), (1, 0), True),
    ((1,), (1, 2), False),
    ((1,), (2, 1), True),
    ((1,), (2, 2), False),
    ((1, 2), (1, 3), True),
    ((1, 9), (1, 10), True),
    ((1, 2), (1, 4), False),
    ((1, 2), (2,), True),
    ((1, 2), (2, 0), True),
    ((1, 2), (2, 1), True),
    ((1, 2), (2, 2), False),
    ((1, 2), (3,), False),
    ((1, 2), (1,), False),
    ((1, 2, 3), (1, 3), True),
    ((1,), (1, 1, 1), True),
    ((1,), (1, 1, 2), False),
]


@pytest.mark.parametrize(("before", "after", "expected"), FOLLOWS)
def test_what_follows(before: tuple[int, ...], after: tuple[int, ...], expected: bool) -> None:
    assert follows(before, after) is expected


def test_unwritten_numbers_are_counted() -> None:
    assert follows((1,), (3,), unwritten=1)
    assert follows((1,), (2,), unwritten=1)
    assert not follows((1,), (4,), unwritten=1)
    assert follows((1, 1), (1, 4), unwritten=2)


BETWEEN = [
    ((1,), (4,), (2,)),
    ((1, 2), (1, 4), (1, 3)),
    ((1, 2), (3,), (2,)),
    ((1, 2), (2, 2), (2, 1)),
    ((1,), (1, 3), (1, 1)),
    ((1,), (1, 1, 2), (1, 1, 1)),
    ((0,), (1, 2), (1, 1)),
]


@pytest.mark.parametrize(("before", "after", "expected"), BETWEEN)
def test_what_stands_first_between(before: tuple[int, ...], after: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert first_between(before, after) == expected


OUTLINES = [
    ("1 2 3", [(1,), (2,), (3,)]),
    ("1 1.1 2", [(1,), (1, 1), (2,)]),
    ("一、 1. 2. 二、 1.", [(1,), (1, 1), (1, 2), (2,), (2, 1)]),
    ("一、 （一） ① ② （二） 二、", [(1,), (1, 1), (1, 1, 1), (1, 1, 2), (1, 2), (2,)]),
    ("一、 （一） ① 二、 ①", [(1,), (1, 1), (1, 1, 1), (2,), (2, 0, 1)]),
    ("1. (2) 3.", None),
    ("(1) (2) 3.", None),
    ("一、 1.1 二、", None),
]


@pytest.mark.parametrize(("written", "expected"), OUTLINES)
def test_outlines(written: str, expected: list[tuple[int, ...]] | None) -> None:
    numbers = [number for sign in written.split() if (number := number_of(sign))]
    assert len(numbers) == len(written.split())
    outline = as_outline(numbers)
    assert (outline and [number.parts for number in outline]) == expected


def test_an_outline_keeps_how_numbers_are_written() -> None:
    numbers = [Number((1,), "a", "a."), Number((1,), "b", "b.")]
    assert as_outline(numbers) == [numbers[0], Number((1, 1), "b", "b.")]


def duties(numbers: str) -> str:
    """Duties with the numbers of a text; ``_`` is one without, ``|`` the beginning of another category."""
    lines = ["duties:"]
    category = 1
    for sign in numbers.split():
        if sign == "|":
            category += 1
            continue
        plain = sign.strip("«»")
        value = f'"{plain}"'
        number = f"number: {f'«{value}»' if plain != sign else value}, " if plain != "_" else ""
        lines.append(f"  - {{{number}category: 第{category}类, text: 职责{len(lines)}}}")
    return "\n".join(lines) + "\n"


# the duties' numbers; «» encloses what is found, _ has no number, | begins a category
DUTIES = {
    "in order": "1 2 3",
    "from nought": "0 1 2",
    "many": " ".join(str(n) for n in range(1, 13)),
    "Chinese": "一 二 三 四 五 六 七 八 九 十 十一 十二",
    "circled": "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪",
    "as articles": "职责一 职责二 职责三",
    "none is written": "_ _ _",
    "one is written": "_ 2 _",
    "unwritten ones are counted": "1 _ 3 _ _ 6",
    "an unwritten one is not counted": "1 _ 2",
    "more than the unwritten ones": "1 _ «4»",
    "levels": "1.1 1.2 2.1 2.2 3.1",
    "levels with headings": "1 1.1 1.2 2 2.1",
    "levels from nought": "1.0 1.1 1.2 2.0 2.1",
    "through all categories": "1 2 | 3 4 | 5",
    "anew in each category": "(1) (2) (3) | (1) (2) | (1)",
    "anew, and a gap": "1 2 | 1 «3» | 1",
    "anew, and one does not begin": "1 2 | 1 2 | «2» 3 | 1",
    "half of them anew": "1 2 | 3 | «1»",
    "an outline": "一、 1. 2. 二、 1. 2.",
    "codes": "C-01 C-01 A-7",
    "a code among numbers": "1 1 A",
    "forms 3.25: 客户主管, 5 twice": "1、 2、 3、 4、 5、 «5、» 6、",
    "forms 3.25: 售后内勤, 2 twice": "1、 2、 «2、» 3、 4、 5、",
    "forms 3.25: 新件库仓管, 6 is missing and 10 stands twice": "1 2 3 4 5 «7» 8 9 10 «10»",
    "forms 3.25: S1-D, 3 is missing": "1 2 «4» 5 6 7 8 9 10 11 12 13 14",
    "forms 3.25: S4-H, two to five come last": "1 6 7 8 9 10 «2» 3 4 5",
    "forms 3.25: S0-I, rows shuffled": "3 4 5 6 7 8 9 10 «1» 2",
    "forms 3.25: S0-D, 10 and 17 are lost": "1 «11» «18» 19",
    "forms 3.25: two signs": "1. 2. «3、» 4、",
    "forms 3.25: 1-1 and 1.0": "1-1 1-2 «2.0» 2.1",
    "brackets among points": "1. «(2)» 3.",
    "one that was meant as the next": "1 2 «2» 4 5",
    "three times": "1 2 «2» «2» 3",
    "twice from the beginning": "1 2 3 «1» 2 3",
    "levels twice": "1.1 1.2 «1.1» 1.2",
    "levels, one missing": "1.1 «1.3» 1.4",
    "a whole level is missing": "1.1 1.2 «3.1»",
    "the first of a level is missing": "1.1 1.2 «2.2»",
    "the first of all is missing": "«1.2» 1.3",
    "begins late": "«3» 4 5",
    "back twice is told once": "3 «2» 1",
    "back and forth": "1 3 «2» 4",
    "a gap after going back": "1 3 «2» 4 «7»",
    "a first number that comes later": "2 «1» 3",
    "a mixture is judged by its values too": "1. «2、» «4.»",
    "the longer number goes back": "1.1 2 «1.2»",
}


@pytest.mark.parametrize("numbers", DUTIES.values(), ids=DUTIES)
def test_numbers_of_duties(numbers: str, tmp_path: Path) -> None:
    check_marks(numbering_broken, tmp_path, POSITION + duties(numbers))


SAID = [
    ("1 2 «2»", "序号“2”重复", "number '2' stands twice", 4),
    ("1 3 «2»", "序号“2”排在“3”之后", "number '2' comes after '3'", 4),
    ("1 2 «4»", "“2”之后直接是“4”，中间缺号", "after number '2' comes '4', with a gap between them", 4),
    ("1. 2. «3、»", "序号“3、”与“1.”的写法不一致", "number '3、' is not written like '1.'", 3),
    ("«3» 4", "序号从“3”开始", "the first number is '3'", None),
]


@pytest.mark.parametrize(("numbers", "zh", "en", "related_line"), SAID)
def test_what_is_said(numbers: str, zh: str, en: str, related_line: int | None, tmp_path: Path) -> None:
    (finding,) = check_marks(numbering_broken, tmp_path, POSITION + duties(numbers))
    assert finding.message == (zh, en)
    assert finding.hint == (
        "改正序号，并核对是否漏了内容；全部不写 number 则自动编号",
        "correct the number and see whether something was lost; without any numbers they are counted",
    )
    assert [related.span.line for related in finding.related] == ([related_line] if related_line else [])
    assert all(related.message == ("另一个在此", "the other one") for related in finding.related)


def test_positions_not_in_force_are_left_alone(tmp_path: Path) -> None:
    broken = duties("1 1 5") + "kpi_sets: [{kpis: [{number: 1, name: 甲}, {number: 1, name: 乙}]}]\n"
    for status in ("planned", "abolished"):
        check_marks(numbering_broken, tmp_path / status, POSITION + f"status: {status}\n{broken}")


def test_what_others_take_over_is_looked_at_once(tmp_path: Path) -> None:
    broken = duties("1 «1»") + "kpi_sets: [{kpis: [{number: 1, name: 甲}, {number: «1», name: 乙}]}]\n"
    copy = "## positions/service/east.yaml\ntitle: 华东主管\nbased_on: supervisor\n"
    assert len(check_marks(numbering_broken, tmp_path, POSITION + broken.replace('«"1"»', '«"1"»') + copy)) == 2


def sheets(numbers: str) -> str:
    """Sheets of indicators with the numbers of a text; ``_`` has none, ``|`` begins another sheet."""
    made = []
    for sheet in numbers.split("|"):
        kpis = []
        for sign in sheet.split():
            value = f'"{sign.strip("«»")}"'
            marked = f"«{value}»" if "«" in sign else value
            kpis.append(f"{{name: 指标{len(kpis)}{', number: ' + marked if sign != '_' else ''}}}")
        made.append(f"{{kpis: [{', '.join(kpis)}]}}")
    return f"kpi_sets: [{', '.join(made)}]\n"


KPIS = {
    "in order": "1 2 3",
    "repeated": "1 2 «2»",
    "a gap": "1 2 «4»",
    "the second sheet": "1 2 | 1 «3»",
    "the second sheet goes on": "1 2 | 3 4",
    "the second sheet goes on with a gap": "1 2 | 3 «5»",
    "the third sheet goes on": "1 2 | 3 | 4 «6»",
    "no number on the first sheet": "_ _ | 1 «1»",
    "codes": "C-01 C-01 | C-03",
    "levels": "6.1.1 6.1.3 6.1.3",
    "out of a list": "3 7 12",
    "a code among them": "1 1 A-1",
}


@pytest.mark.parametrize("numbers", KPIS.values(), ids=KPIS)
def test_numbers_of_indicators(numbers: str, tmp_path: Path) -> None:
    check_marks(numbering_broken, tmp_path, POSITION + sheets(numbers))


def regulation(text: str) -> str:
    """A regulation: a line for each chapter, its number and those of its articles; ``_`` has none."""
    lines = ["regulations:", "  - title: 售后人员管理制度", "    chapters:"]
    for line in text.strip().splitlines():
        chapter, *articles = (
            f'number: {"«" if "«" in sign else ""}"{sign.strip("«»")}"{"»" if "«" in sign else ""}, '
            if sign != "_"
            else ""
            for sign in line.split()
        )
        listed = ", ".join(f"{{{number}text: 条文}}" for number in articles)
        lines.append(f"      - {{{chapter}title: 章, articles: [{listed}]}}")
    return "\n".join(lines) + "\n"


REGULATIONS = {
    "through all chapters": "第一章 第一条 第二条\n第二章 第三条 第四条",
    "anew in each chapter": "第一章 第一条 第二条\n第二章 第一条\n第三章 第一条 第二条",
    "by levels": "1 1.1 1.2\n2 2.1",
    "nothing is written": "_ _ _\n_ _",
    "articles alone": "_ 1 2\n_ 3",
    "chapters alone": "第一章 _ _\n第二章 _",
    "forms 3.25: 第七条 twice": """\
第一章 第一条 第二条 第三条
第二章 第四条 第五条 第六条 第七条 «第七条»
第三章 第八条 第九条 第十条""",
    "a chapter is missing": "第一章 第一条\n«第三章» 第二条",
    "a chapter twice": "第一章 第一条\n«第一章» 第二条",
    "chapters in two styles": "第一章 第一条\n«第2章» 第二条",
    "articles in two styles": "第一章 第一条 «第2条»\n第二章 第三条",
    "an article is missing between chapters": "第一章 第一条\n第二章 «第三条»",
    "an article is missing in one that begins anew": "第一章 第一条 第二条\n第二章 第一条 «第三条»",
    "anew by levels": "1 1.1 1.2\n2 1.1 «1.3»",
}


@pytest.mark.parametrize("text", REGULATIONS.values(), ids=REGULATIONS)
def test_regulations(text: str, tmp_path: Path) -> None:
    check_marks(numbering_broken, tmp_path, HEAD + regulation(text))


def test_each_regulation_counts_by_itself(tmp_path: Path) -> None:
    first = regulation("第一章 第一条")
    check_marks(numbering_broken, tmp_path, HEAD + first + first.partition("\n")[2])
