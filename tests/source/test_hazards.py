"""Every hazard of a hand-written YAML file: its code, its exact place, and that nothing else is said."""

from __future__ import annotations

import pytest

from posdoc.diagnostics import Severity
from posdoc.source import kinds, read_text
from posdoc.source.findings import LIMIT_PER_KIND
from posdoc.source.nodes import SourceFile


def found(text: str) -> list[str]:
    """The findings of ``text`` as ``POS001 2:3``, with the text under the span where it is on one line."""
    file = SourceFile("p.yaml", text.removeprefix("\ufeff"))
    lines = []
    for finding in read_text(text, "p.yaml")[1]:
        span = finding.span
        marked = file.text[file.offset(*span[1:3]) : file.offset(*span[3:5])]
        lines.append(f"{finding.code} {span.line}:{span.column} {marked}".rstrip(" "))
    return lines


ONE_FINDING = {
    "second colon": ("a: x: y", "POS001 1:5 :"),
    "unclosed quote": ('a: "x\nb: 1\n', 'POS001 1:4 "'),
    "empty": ("", "POS002 1:1"),
    "blank": (" \n\r\n", "POS002 1:1"),
    "comments only": ("# nothing\n", "POS002 1:1"),
    "marker only": ("---\n", "POS002 1:1"),
    "byte order mark only": ("\ufeff", "POS002 1:1"),
    "alias": ("a: 1\nb: *x", "POS004 2:4 *x"),
    "alias of an anchor": ("a: &x 1\nb: *x", "POS004 2:4 *x"),
    "anchor alone": ("a: &x 1", "POS004 1:4 &x"),
    "anchor of a list": ("a: &x\n  - 1", "POS004 1:4 &x"),
    "merge": ("a:\n  <<: *x\n  b: 1", "POS004 2:3 <<"),
    "merge of several": ("<<: [*x, *y]\nb: 1", "POS004 1:1 <<"),
    "duplicate": ("a: 1\nb: 2\na: 3", "POS005 3:1 a"),
    "duplicate in quotes": ("a: 1\n'a': 3", "POS005 2:1 'a'"),
    "duplicate in braces": ("x: {a: 1, a: 2}", "POS005 1:11 a"),
    "duplicate below": ("x:\n  - a: 1\n    a: 2\n", "POS005 3:5 a"),
    "mark in mid-file": ("a: 1\n\ufeffb: 2", "POS007 2:1 \ufeff"),
    "two marks at the start": ("\ufeff\ufeffa: 1", "POS007 1:1 \ufeff"),
    "mark in a text": ("a: 投\ufeff诉", "POS007 1:5 \ufeff"),
    "tab for a level": ("a:\n\tb: 1", "POS008 2:1 \t"),
    "tab behind spaces": ("a:\n  \tb: 1", "POS008 2:3 \t"),
    "tab before a continued text": ("a: b\n  \tc", "POS008 2:3 \t"),
    "tab in a block scalar's indentation": ("a: |\n\tx", "POS008 2:1 \t"),
    "tab behind a hyphen": ("-\t- b", "POS008 1:2 \t"),
    "tab in a list in brackets": ("a: [\n\tb]", "POS008 2:1 \t"),
    "ideographic spaces for a level": ("a:\n　　b: 1", "POS009 2:1 　　"),
    "no-break space for a level": ("a:\n  b: 1\n \u00a0c: 2", "POS009 3:2 \u00a0"),
    "ideographic spaces in a plain text": ("a: 甲\n  　　乙", "POS009 2:3 　　"),
    "ideographic space on a blank line": ("a: 1\n　\nb: 2", "POS009 2:1 　"),
    "full-width colon": ("a: 1\ntitle：x\nb: 2", "POS010 2:6 ："),
    "full-width colon on the first line": ("title：x\nb: 2", "POS010 1:6 ："),
    "full-width colon before a level": ("duties：\n  - area: x", "POS010 1:7 ："),
    "full-width colon, one line": ("标题：x", "POS010 1:3 ："),
    "full-width colon in a continued text": ("a: 甲\n  text：乙", "POS010 2:7 ："),
    "full-width colon in an item": ("- area：投诉", "POS010 1:7 ："),
    "full-width colon in brackets": ("a: [area：投诉]", "POS010 1:9 ："),
    "full-width colon after a space": ("a: 1\ntitle ：x\nb: 2", "POS010 2:7 ："),
    "full-width colon and a real one": ("area：投诉: 1", "POS010 1:5 ："),
    "full-width hyphen": ("a:\n  － 甲", "POS010 2:3 －"),
    "full-width hyphen with a key": ("－ area: x", "POS010 1:1 －"),
    "full-width number sign": ("a: 1\n＃ 注释\nb: 2", "POS010 2:1 ＃"),
    "full-width number sign, continuing a text": ("a: 1\n  ＃注释", "POS010 2:3 ＃"),
    "ideographic space behind a colon": ("a: 1\nb:　2\nc: 3", "POS010 2:3 　"),
    "ideographic space behind a hyphen": ("a:\n  -　甲", "POS010 2:4 　"),
    "control character": ("a: b\x07c", "POS011 1:5 \x07"),
    "null character": ("a: b\x00", "POS011 1:5 \x00"),
    "control character for a space": ("a:\x0b1\nb: 2", "POS011 1:3 \x0b"),
    "control character before a key": ("a: 1\n\x1b b: 2", "POS011 2:1 \x1b"),
    "C1 control character": ("a: \x80", "POS011 1:4 \x80"),
    "no character": ("a: \uffff", "POS011 1:4 \uffff"),
    "half a surrogate pair": ("a: \ud83d", "POS011 1:4 \ud83d"),
    "escape \\x": (r'a: "b\x07"', r"POS011 1:6 \x07"),
    "escape \\u": (r'a: "\\ \u000b"', r"POS011 1:8 \u000b"),
    "escape \\0": (r'a: "\0"', r"POS011 1:5 \0"),
    "escape \\e on a later line": ('a: "甲\n  乙\\e"', r"POS011 2:4 \e"),
    "escaped half of a surrogate pair": (r'a: "\ud83d"', r"POS011 1:5 \ud83d"),
    "direction override": ("a: b\u202ec", "POS012 1:5 \u202e"),
    "direction mark before a key": ("a: 1\n\u200eb: 2", "POS012 2:1 \u200e"),
    "direction isolate": ("a: \u2066b", "POS012 1:4 \u2066"),
    "Arabic letter mark": ("a: b\u061c", "POS012 1:5 \u061c"),
    "escaped direction override": (r'a: "\u202e"', r"POS012 1:5 \u202e"),
    "tag": ("a: !x b", "POS013 1:4 !x"),
    "standard tag": ("a: !!str 1", "POS013 1:4 !!str"),
    "Python tag": ("!!python/object:os.system {}", "POS013 1:1 !!python/object:os.system"),
    "verbatim tag": ("a: !<x:y> b", "POS013 1:4 !<x:y>"),
    "tag of no known handle": ("a: !x!y b", "POS013 1:4 !"),
    "tag with Chinese": ("- !重要 x", "POS013 1:3 !"),
    "two documents": ("a: 1\n---\nb: 2", "POS014 2:1 ---"),
    "empty second document": ("---\na: 1\n---\n", "POS014 3:1 ---"),
    "content behind the end mark": ("a: 1\n...\nb: 2", "POS014 3:1 b: 2"),
    "list as a key": ("? [a]\n: b", "POS017 1:3 [a]"),
    "mapping as a key": ("a: {{x: 1}: 2}", "POS017 1:5 {x: 1}"),
    "no key": (": a", "POS017 1:1 :"),
    "no key in braces": ("a: {: 1}", "POS017 1:5 :"),
    "empty quotes as a key": ('a: 1\n"": 2', 'POS017 2:1 ""'),
}


@pytest.mark.parametrize(("text", "expected"), ONE_FINDING.values(), ids=ONE_FINDING)
def test_a_hazard_is_one_finding_in_its_place(text: str, expected: str) -> None:
    assert found(text) == [expected]


SEVERAL_FINDINGS = {
    "all of one kind": ("title：x\ncode：y", ["POS010 1:6 ：", "POS010 2:5 ："]),
    "hyphens": ("a:\n  － x\n  － y", ["POS010 2:3 －", "POS010 3:3 －"]),
    "several kinds": ("a: *x\na: !t 1\nb: \x07", ["POS004 1:4 *x", "POS005 2:1 a", "POS013 2:4 !t", "POS011 3:4 \x07"]),
    "indentation, then a character": ("a: 甲\n  　乙\nb: \u202e", ["POS009 2:3 　", "POS012 3:4 \u202e"]),
    "a far syntax error is told too": ("a: \u202e\nb: 1\nc: 2\nd: x: y", ["POS012 1:4 \u202e", "POS001 4:5 :"]),
    "aliases and an anchor": ("a: &x 1\nb: [*x, *x]", ["POS004 2:5 *x", "POS004 2:9 *x"]),
    "alias beside a merge": ("a: *x\nb: {<<: *y}", ["POS004 1:4 *x", "POS004 2:5 <<"]),
    "three times the same key": ("a: 1\na: 2\na: 3", ["POS005 2:1 a", "POS005 3:1 a"]),
    "colon behind a tag": ("- !t area：x", ["POS013 1:3 !t"]),
    "colon on the line after a tag": ("!t \n  text：", ["POS013 1:1 !t", "POS010 2:7 ："]),
    "wide space and colon": ("　title：x", ["POS009 1:1 　", "POS010 1:7 ："]),
}


@pytest.mark.parametrize(("text", "expected"), SEVERAL_FINDINGS.values(), ids=SEVERAL_FINDINGS)
def test_all_hazards_of_a_file_are_reported(text: str, expected: list[str]) -> None:
    assert found(text) == expected


CLEAN = {
    "leading byte order mark": "\ufeffa: 1\n",
    "CRLF": "a: 1\r\nb:\r\n  - x\r\n",
    "lone CR": "a: 1\rb:\r  - x\r",
    "wide spaces in a block scalar": "a: |\n  　　第一段\n  　　第二段\n",
    "blank line of wide spaces in a block scalar": "a: |\n  甲\n  　　\nb: 1\n",
    "signs in a block scalar": "a: >\n  area：x\n  － y\n  ＃ z\n  \tw\nb: 1\n",
    "signs in double quotes": 'a: "甲\n  area：x\n  － y\n  ＃ z\n\tw\n　　v"\nb: 1\n',
    "signs in single quotes": "a: '甲\n  area：x\n\t－ y'\nb: 1\n",
    "quoted from the start": "- 'area：x'\n- \"－ y\"\n",
    "signs in a comment": "a: 1  # area：x\n# area：y\n#\t　－ z\n",
    "tab before a comment": "a: 1\n  \t# c\nb: 2\n",
    "tab behind a value": "a: 1\t\nb: 2\t# c\n",
    "tab in a value": "a: x\ty\n",
    "full-width colon in a text": "a: 说明：按流程办理\n- b".replace("\n- b", "\n"),
    "capitals before a full-width colon": "a: KPI：满意度\n",
    "full-width hyphen in a text": "a: 3－5 次\nb: －5\n",
    "ideographic space in a name": "a: 张　三\n",
    "no-break space in a name": "a: A\u00a0B\n",
    "a document's own marks": "%YAML 1.1\n---\na: 1\n...\n",
    "quoted merge key": "'<<': 1\n",
    "quoted star": "a: '*x'\nb: '!x'\nc: '&x'\n",
    "harmless escapes": r'a: "x\t\n\"\\ \u4e2d"' + "\n",
    "separators": "a: b\u2028c\u2029d\x85e\n",
    "beyond the basic plane": "a: 𠮷😀\n",
    "words that YAML could take for something else": "a: no\nb: 12:30\nc: 0012\nd: ~\ne:\nf: .nan\n",
    "explicit indentation": "a: |2\n    x\n",
}


@pytest.mark.parametrize("text", CLEAN.values(), ids=CLEAN)
def test_what_is_allowed_has_no_finding(text: str) -> None:
    root, findings = read_text(text, "p.yaml")
    assert findings == []
    assert root is not None


DEEP = {
    "flow lists": ("[" * 100_000, (1, 65)),
    "flow mappings": ("{a: " * 100_000, (1, 257)),
    "block lists on one line": ("- " * 100_000, (1, 129)),
    "block lists": ("".join(" " * i + "-\n" for i in range(3_000)), (65, 65)),
    "block mappings": ("".join(" " * i + "a:\n" for i in range(3_000)), (65, 65)),
    "keys in keys": ("? " * 100_000, (1, 129)),
    "closed brackets": ("[" * 100_000 + "]" * 100_000, (1, 65)),
}


@pytest.mark.parametrize(("text", "place"), DEEP.values(), ids=DEEP)
def test_deep_nesting_is_a_finding(text: str, place: tuple[int, int]) -> None:
    root, findings = read_text(text, "p.yaml")
    assert root is None
    assert [finding.code for finding in findings] == ["POS003"]
    assert findings[0].span[1:3] == place


def test_64_levels_are_read() -> None:
    assert found("[" * 64 + "]" * 64) == []
    assert found("[" * 65 + "]" * 65) == ["POS003 1:65"]


def test_a_duplicate_key_names_the_first_place() -> None:
    (finding,) = read_text("title: a\ncode: b\ntitle: c\n", "p.yaml")[1]
    assert "“title”" in finding.message.zh
    assert '"title"' in finding.message.en
    (related,) = finding.related
    assert related.span == ("p.yaml", 1, 1, 1, 6)
    assert related.message.en == "first used on line 1"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a: \x07", "U+0007"),
        (r'a: "\x07"', "U+0007"),
        ("a: \ud83d", "U+D83D"),
        ("a: \u202e", "U+202E"),
        ("a:\n\u2003b: 1", "U+2003"),
    ],
)
def test_an_invisible_character_is_named(text: str, name: str) -> None:
    (finding,) = read_text(text, "p.yaml")[1]
    assert name in finding.message.zh
    assert name in finding.message.en


def test_a_file_full_of_hazards_has_a_page_of_findings_and_a_count() -> None:
    findings = read_text("a: " + "\x07" * 100, "p.yaml")[1]
    assert len(findings) == LIMIT_PER_KIND
    assert findings[-1].message.en.endswith("(and 80 more places in this file)")
    assert "80" in findings[-1].message.zh


def test_separators_do_not_shift_lines() -> None:
    assert found("a: b\u2028c\u2029\x85\nd: 1\nd: 2\n") == ["POS005 3:1 d"]


def test_every_finding_is_an_error_in_two_languages_with_a_hint() -> None:
    texts = [text for text, _ in [*ONE_FINDING.values(), *SEVERAL_FINDINGS.values(), *DEEP.values()]]
    findings = [finding for text in texts for finding in read_text(text, "p.yaml")[1]]
    assert len(findings) > 80
    for finding in findings:
        assert finding.severity is Severity.ERROR
        assert finding.hint is not None
        for phrase in (finding.message, finding.hint):
            assert any("\u4e00" <= character <= "\u9fff" for character in phrase.zh)
            assert phrase.en.strip()
            assert phrase.en[0] == phrase.en[0].lower()


def test_kinds_are_unique() -> None:
    all_kinds = [value for name, value in vars(kinds).items() if name.isupper()]
    assert sorted(kind.code for kind in all_kinds) == [f"POS{number:03}" for number in range(1, 18)]
    assert len({kind.name for kind in all_kinds}) == len(all_kinds)
