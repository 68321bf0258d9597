"""Documents of the sample and of extreme definitions: whole, in both languages, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from posdoc.build.workspace import init_workspace
from posdoc.check import Selection, check
from posdoc.diagnostics import Severity
from posdoc.documents import digest_of, forms, open_form, position_document
from posdoc.errors import DefinitionError, UsageError
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import Organization, Position, Record, Text
from posdoc.model.record import fields_of, record_types
from posdoc.views.position import SECTIONS, view_position
from posdoc.word.package import read_package
from tests.marks import fields_of_mark

ROOT = Path(__file__).resolve().parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LANGUAGES = ("zh", "en")


def _documents(root: Path) -> dict[tuple[str, str], bytes]:
    organization, _ = load(root)
    form = open_form(root, "standard")
    return {
        (position.id, language): position_document(organization, position, form, language)
        for position in organization.positions
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def organization() -> Organization:
    return load(ROOT)[0]


@pytest.fixture(scope="module")
def documents() -> Mapping[tuple[str, str], bytes]:
    """Every document of the sample by position and language."""
    made = _documents(ROOT)
    assert len(made) >= 48
    return made


def _root(document: bytes, part: str = "word/document.xml") -> Any:
    return etree.fromstring(read_package(document, "made")[part])


def _text(node: Any) -> str:
    """The text of a part of a document as it is read, content controls included; white space does not count."""
    return "".join("".join(text.text or "" for text in node.iter(f"{W}t")).split())


def _all_text(document: bytes) -> str:
    """What python-docx reads: body, header and footer."""
    read = docx.Document(io.BytesIO(document))
    (section,) = read.sections
    return "".join(_text(part) for part in (read.element, section.header._element, section.footer._element))


# --- everything is there ------------------------------------------------------------------------------------


def _texts(record: Record) -> Iterator[tuple[str, Text]]:
    for info, value in record.stated():
        if info.printed:
            yield from ((info.name, text) for text in _texts_in(value))


def _texts_in(value: Any) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Record):
        yield from (text for _, text in _texts(value))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts_in(item)
    elif isinstance(getattr(value, "text", None), Text):
        yield value.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_a_definition_is_in_its_document(
    organization: Organization, documents: Mapping[tuple[str, str], bytes], language: str
) -> None:
    words = Words(organization, language)
    missing, count = [], 0
    for position in organization.positions:
        printed = _all_text(documents[position.id, language])
        for field, text in _texts(position):
            count += 1
            if "".join(words.text(text).split()).rstrip("。.") not in printed:
                missing.append((position.id, field, words.text(text)))
    assert count > 3000
    assert missing == []


def test_sections_are_there_only_if_filled_and_in_order(
    organization: Organization, documents: Mapping[tuple[str, str], bytes]
) -> None:
    seen: set[str] = set()
    for (identity, language), document in documents.items():
        words = Words(organization, language)
        view = view_position(organization, words, organization.by_id[identity])
        filled = [name for name in SECTIONS if view[name] is not None]
        expected = [f"{words.section_number(n)}{view[name]['title']}" for n, name in enumerate(filled, 1)]
        assert _headings(document) == ["".join(title.split()) for title in expected], identity
        seen |= set(filled)
    assert seen == set(SECTIONS)


def _headings(document: bytes) -> list[str]:
    paragraphs = _root(document).iter(f"{W}p")
    return [_text(p) for p in paragraphs if p.find(f"{W}pPr/{W}pStyle[@{W}val='Heading1']") is not None]


def test_there_are_no_empty_rows(documents: Mapping[tuple[str, str], bytes]) -> None:
    rows = 0
    for document in documents.values():
        for row in _root(document).iter(f"{W}tr"):
            rows += 1
            assert _text(row) or row.find(f".//{W}drawing") is not None or b"AlternateContent" in etree.tostring(row)
    assert rows > 3000


def test_every_cell_ends_with_a_paragraph_and_every_table_has_rows(
    documents: Mapping[tuple[str, str], bytes],
) -> None:
    for document in documents.values():
        root = _root(document)
        assert {cell[-1].tag for cell in root.iter(f"{W}tc")} <= {f"{W}p", f"{W}sdt"}
        assert all(table.find(f"{W}tr") is not None for table in root.iter(f"{W}tbl"))


def test_nothing_of_the_form_is_left_over(documents: Mapping[tuple[str, str], bytes]) -> None:
    for document in documents.values():
        for name, data in read_package(document, "made").items():
            assert b"posdoc-" not in data, name
            assert re.search(rb"\{\{|\}\}|\{%|%\}", data) is None, name
            assert b"Undefined" not in data, name


# --- what Word and a later import need ----------------------------------------------------------------------

FIELD_NAMES = {info.name for cls in record_types() for info in fields_of(cls)} | {"id", "unit"}


def test_content_controls_name_their_fields(documents: Mapping[tuple[str, str], bytes]) -> None:
    tags = [tag.get(f"{W}val") for d in documents.values() for tag in _root(d).iter(f"{W}tag")]
    assert len(tags) > 5000
    names = {name for tag in tags for name in fields_of_mark(tag)}
    assert names - FIELD_NAMES == set()
    assert {"title", "text", "required", "name", "target"} <= names


def test_the_custom_part_carries_id_and_digest(
    organization: Organization, documents: Mapping[tuple[str, str], bytes]
) -> None:
    for (identity, language), document in documents.items():
        item = _root(document, "customXml/item1.xml")
        assert (item.get("id"), item.get("language"), item.get("form")) == (identity, language, "standard")
        assert item.get("digest") == digest_of(organization.by_id[identity])


def test_the_digest_changes_with_the_definition_only(organization: Organization) -> None:
    digests = [digest_of(position) for position in organization.positions]
    assert len(set(digests)) == len(digests)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests)
    assert digests == [digest_of(position) for position in load(ROOT)[0].positions]


def _style(styles: Any, identity: str) -> Iterator[Any]:
    """A style and those that it is based on."""
    found = styles.find(f"{W}style[@{W}styleId='{identity}']")
    assert found is not None, identity
    yield found
    base = found.find(f"{W}basedOn")
    if base is not None:
        yield from _style(styles, base.get(f"{W}val"))


def test_every_style_in_use_has_chinese_fonts_and_a_language(documents: Mapping[tuple[str, str], bytes]) -> None:
    document = documents["after-sales-manager", "zh"]
    styles = _root(document, "word/styles.xml")
    parts = [_root(document, f"word/{name}.xml") for name in ("document", "header1", "footer1")]
    used = {style.get(f"{W}val") for part in parts for name in ("pStyle", "rStyle") for style in part.iter(W + name)}
    assert {"Title", "Heading1", "Header", "Footer"} <= used
    default = styles.find(f"{W}docDefaults//{W}lang")
    assert default.get(f"{W}eastAsia") == "zh-CN"
    for identity in used | {"Normal"}:
        fonts = next(f for style in _style(styles, identity) if (f := style.find(f"{W}rPr/{W}rFonts")) is not None)
        assert fonts.get(f"{W}eastAsia") in ("宋体", "黑体"), identity
        assert fonts.get(f"{W}ascii"), identity


def test_core_properties_say_what_it_is(organization: Organization, documents: Mapping[tuple[str, str], bytes]) -> None:
    for (identity, language), document in documents.items():
        words, position = Words(organization, language), organization.by_id[identity]
        properties = docx.Document(io.BytesIO(document)).core_properties
        assert properties.title == f"{words.text(position.title)} {words.phrase('job_description')}"
        assert (properties.identifier, properties.language) == (identity, language)
        assert properties.subject == words.name(position.unit)


def test_boxes_are_ticked_as_on_a_printed_form(documents: Mapping[tuple[str, str], bytes]) -> None:
    """Where all choices are printed, one of them is ticked; a yes or no has a box of its own."""
    rows = [_text(row) for document in documents.values() for row in _root(document).iter(f"{W}tr")]
    choices = [row for row in rows if row.count("□") + row.count("☑") > 1]
    assert len(choices) > 20
    assert [row for row in choices if row.count("☑") != 1] == []
    assert not re.search("[☐☒]", "".join(rows))


def test_head_rows_repeat_and_rows_do_not_break(documents: Mapping[tuple[str, str], bytes]) -> None:
    for document in documents.values():
        root = _root(document)
        assert all(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in root.iter(f"{W}tbl"))
        breaking = [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}cantSplit") is None]
        flows = [row for row in breaking if any(".steps." in tag.get(f"{W}val") for tag in row.iter(f"{W}tag"))]
        assert breaking == flows


def test_lists_count_anew_and_are_defined(documents: Mapping[tuple[str, str], bytes]) -> None:
    for document in documents.values():
        used = [n.get(f"{W}val") for n in _root(document).iter(f"{W}numId")]
        defined = {n.get(f"{W}numId") for n in _root(document, "word/numbering.xml").iter(f"{W}num")}
        assert set(used) <= defined
        assert len(set(used)) > 1


# --- the same bytes -----------------------------------------------------------------------------------------

_DIGESTS = """\
import hashlib, sys
from pathlib import Path
from posdoc.documents import open_form, position_document
from posdoc.load import load
root = Path(sys.argv[1])
organization, _ = load(root)
form = open_form(root, "standard")
for language in ("zh", "en"):
    for position in reversed(organization.positions):
        made = position_document(organization, position, form, language)
        print(position.id, language, hashlib.sha256(made).hexdigest())
"""


@pytest.mark.parametrize(("seed", "zone"), [("1", "Asia/Shanghai"), ("4242", "America/Los_Angeles")])
def test_another_process_makes_the_same_bytes(
    documents: Mapping[tuple[str, str], bytes], seed: str, zone: str, tmp_path: Path
) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _DIGESTS, str(ROOT)],
        env={"PYTHONHASHSEED": seed, "TZ": zone, "LANG": "C", "HOME": str(tmp_path), "PATH": ""},
        capture_output=True, encoding="utf-8", cwd=tmp_path, check=False,
    )  # fmt: skip
    assert ended.stderr == ""
    theirs = {tuple(line.split()[:2]): line.split()[2] for line in ended.stdout.splitlines()}
    assert theirs == {key: hashlib.sha256(made).hexdigest() for key, made in documents.items()}


# --- definitions at the edge --------------------------------------------------------------------------------


def _workspace(folder: Path, definition: str, name: str = "edge") -> tuple[Organization, Position]:
    """A small workspace with one more position."""
    init_workspace(folder, empty=True)
    path = folder / "positions" / "after-sales" / f"{name}.yaml"
    path.write_text(definition, encoding="utf-8")
    checked = check(folder, Selection(ignore=("POS7",)))  # what is at the edge is not what a person would write
    assert [f.message.en for f in checked.at_least(Severity.ERROR)] == []
    return checked.organization, checked.organization.by_id[name]


def _made(folder: Path, definition: str, language: str) -> bytes:
    organization, position = _workspace(folder, definition)
    return position_document(organization, position, open_form(folder, "standard"), language)


BASE = "title: {title}\nreports_to: after-sales-manager\n"


def _duties(count: int) -> str:
    share = {60: "1.6%"}
    rest = 100 - 1.6 * (count - 1)
    lines = [BASE.format(title="很多职责"), "duties:"]
    for number in range(count):
        time = f"{rest:.1f}%" if number == 0 else share[count]
        lines.append(
            f"  - {{area: 领域{number}, text: 职责第{number}项。, time: {time}, tasks: [甲{number}, 乙{number}]}}"
        )
    return "\n".join(lines) + "\n"


HOSTILE = "& < > \\\" ' ]]> &amp; </w:t> {{ title }} {%p if x %} {# c #} <?pi ?>"
EDGES = {
    "only a title": ("title: 只有名称\nreports_to: after-sales-manager\n", ["只有名称"]),
    "60 duties": (_duties(60), ["领域59", "职责第0项。", "甲59", "乙30"]),
    "a long text": (BASE.format(title="长文") + f"purpose: {'很长的一段文字。' * 400}\n", ["很长的一段文字。" * 400]),
    "a long word": (BASE.format(title="长词") + f"purpose: {'x' * 3000}\n", ["x" * 3000]),
    "marks": (
        BASE.format(title=f'"{HOSTILE}"') + f'purpose: "{HOSTILE}"\n',
        ["".join(HOSTILE.replace('\\"', '"').split())],
    ),
    "emoji": (BASE.format(title="客服 👩‍🔧🇨🇳") + "purpose: 服务 😀\n", ["👩‍🔧🇨🇳", "😀"]),
    "right to left": (BASE.format(title="مدير خدمة ما بعد البيع") + "purpose: שירות לקוחות\n", ["مدير", "שירות"]),
    "a long title": (BASE.format(title="售" * 100), ["售" * 100]),
    "lines": (BASE.format(title="多行") + "purpose: |\n  第一行\n  第二行\n\n  第四行\n", ["第一行第二行第四行"]),
    "rare characters": (BASE.format(title="𠮷野家 䶮 ﷽") + "purpose: a\u200bb\u00adc\n", ["𠮷野家", "a\u200bb\u00adc"]),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("definition", "expected"), EDGES.values(), ids=EDGES)
def test_extreme_definitions_print(tmp_path: Path, definition: str, expected: list[str], language: str) -> None:
    document = _made(tmp_path, definition, language)
    printed = _all_text(document)
    assert [text for text in expected if text not in printed] == []
    assert all(_text(row) or row.find(f".//{W}drawing") is not None for row in _root(document).iter(f"{W}tr"))


def test_a_position_with_only_a_title_has_few_sections(tmp_path: Path) -> None:
    document = _made(tmp_path, EDGES["only a title"][0], "zh")
    assert _headings(document) == ["一、基本信息", "二、汇报关系", "三、岗位在组织中的位置"]


def test_a_text_in_another_language_is_printed_where_one_is_missing(tmp_path: Path) -> None:
    definition = "title: {en: Only English}\nreports_to: after-sales-manager\n"
    assert "OnlyEnglish" in _all_text(_made(tmp_path, definition, "zh"))


# --- forms --------------------------------------------------------------------------------------------------


def test_an_unknown_form(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no form named 'fancy'") as raised:
        open_form(tmp_path, "fancy")
    assert raised.value.hint is not None
    assert "standard" in raised.value.hint.en


def test_a_form_that_changes_is_read_again(tmp_path: Path) -> None:
    init_workspace(tmp_path, empty=True)
    own = tmp_path / "templates" / "own.docx"
    own.parent.mkdir()
    own.write_bytes(forms(ROOT)["standard"].read_bytes())
    first = open_form(tmp_path, "own")
    assert open_form(tmp_path, "own") is first
    own.write_bytes(b"not a form")
    with pytest.raises(DefinitionError, match="the form 'own' cannot be used"):
        open_form(tmp_path, "own")


def test_a_form_that_is_added_or_taken_away_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    init_workspace(tmp_path, empty=True)
    folder = tmp_path / "templates"
    folder.mkdir(exist_ok=True)

    def settle(years: int) -> None:
        """Let it seem long ago that the folder changed."""
        os.utime(folder, (1_000_000_000 + years * 31_000_000,) * 2)

    settle(1)
    assert "own" not in forms(tmp_path)
    now = time.time_ns()
    os.utime(folder, ns=(now, now))
    assert "own" not in forms(tmp_path)
    (folder / "own.docx").touch()
    os.utime(folder, ns=(now, now))
    assert "own" in forms(tmp_path)  # seen though the folder tells the same time: it has only just changed
    settle(2)
    assert "own" in forms(tmp_path)
    monkeypatch.setattr(Path, "glob", None)
    assert "own" in forms(tmp_path)  # not listed again
    monkeypatch.undo()
    forms(tmp_path).clear()
    assert "own" in forms(tmp_path)  # nobody can spoil what is remembered
    (folder / "own.docx").unlink()
    assert "own" not in forms(tmp_path)


def test_a_form_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "templates" / "odd.docx").mkdir(parents=True)
    with pytest.raises(DefinitionError, match="cannot read the form 'odd'"):
        open_form(tmp_path, "odd")


# --- goldens ------------------------------------------------------------------------------------------------

SMALL = """\
title: {zh: 夜班客服, en: Night-shift Agent}
code: SH-099
headcount: 2
reports_to: after-sales-manager
"""
FILLED = """\
title: {zh: 备件管理员, en: Parts Storekeeper}
code: SH-098
headcount: 1-2
reports_to: after-sales-manager
purpose: {zh: "保证备件账实相符 & 及时发出。", en: "To keep parts & records in step."}
duties:
  - area: {zh: 收货, en: Receiving}
    text: {zh: 验收到货。, en: Check deliveries.}
    time: 60%
    tasks: [{zh: 点数, en: Count}, {zh: 入账, en: Book}]
    measures: [{zh: 差错不超过 1%, en: "errors below 1 %"}]
  - area: {zh: 发货, en: Dispatch}
    text: {zh: 按单发货。, en: Dispatch to order.}
    time: 40%
qualifications:
  - {item: education, required: {zh: 高中, en: Secondary school}, preferred: {zh: 大专, en: College}}
document:
  number: DOC-1
  version: "1.2"
  effective: 2024-05
  signers: [{role: incumbent}, {role: approver, name: {zh: 张三, en: Zhang San}}]
"""
GOLDEN = {"small": SMALL, "filled": FILLED}


def _pretty(document: bytes) -> str:
    root = _root(document)
    return etree.tostring(root, encoding="unicode", pretty_print=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", GOLDEN)
def test_goldens(tmp_path: Path, goldens: Any, name: str, language: str) -> None:
    goldens.check(f"{name}.{language}.xml", _pretty(_made(tmp_path, GOLDEN[name], language)))


def test_there_are_no_other_goldens(goldens: Any) -> None:
    goldens.check_orphans(f"{name}.{language}.xml" for name in GOLDEN for language in LANGUAGES)
