from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import posdoc
from posdoc import locales
from posdoc.locales import Locale, available, locale_of
from posdoc.model import POSITION_SECTIONS, Option, SectionName, field_of, label_prefix, record_types
from posdoc.source import MapNode, read_text

SOURCE = Path(posdoc.__file__).parent
ENGLISH = locale_of("en")
TAGS = available()

CHOICE_OF_FIELDS = {
    "section_number": {"number", "chinese"},
    "outline_1": {"number", "chinese", "path"},
    "outline_2": {"number", "chinese", "path"},
    "outline_3": {"number", "chinese", "path"},
    "chapter_number": {"number", "chinese"},
    "article_number": {"number", "chinese"},
    "duty_number": {"number", "chinese"},
    "date_day": {"year", "month", "day", "month_name"},
    "date_month": {"year", "month", "month_name"},
}
"""Phrases that are given the same thing in two ways: a language takes the one that it writes."""


def test_chinese_and_english_are_there() -> None:
    assert {"zh", "en"} <= set(TAGS)


# --- the languages say the same -----------------------------------------------------------------------------


def _fields(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}


def _own(tag: str) -> Locale:
    """The locale as its file has it, with nothing taken from English."""
    text = (SOURCE / "locales" / f"{tag}.yaml").read_text(encoding="utf-8")
    node, findings = read_text(text, tag)
    assert findings == []
    assert isinstance(node, MapNode)
    return Locale(tag, locales._table(node, "phrases"), locales._table(node, "sections"))


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_has_every_phrase_and_no_other(tag: str) -> None:
    assert list(_own(tag).phrases) == list(ENGLISH.phrases)
    assert all(_own(tag).phrases.values())


@pytest.mark.parametrize("tag", TAGS)
def test_a_language_has_every_section_and_no_other(tag: str) -> None:
    own = _own(tag).sections
    assert sorted(own) == sorted(name.value for name in SectionName)
    of_position = [own[name.value] for name in POSITION_SECTIONS]
    assert len(set(of_position)) == len(of_position)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("name", ENGLISH.phrases)
def test_a_phrase_has_the_same_fields_in_every_language(tag: str, name: str) -> None:
    found = _fields(_own(tag).phrases[name])
    if name in CHOICE_OF_FIELDS:
        assert found
        assert found <= CHOICE_OF_FIELDS[name]
    else:
        assert found == _fields(ENGLISH.phrases[name])


@pytest.mark.parametrize("tag", TAGS)
def test_months_are_there_if_dates_name_them(tag: str) -> None:
    names_months = any("month_name" in _fields(phrase) for phrase in _own(tag).phrases.values())
    assert not names_months or len(set(locale_of(tag).months)) == 12


@pytest.mark.parametrize("tag", TAGS)
def test_labels_and_options_of_a_locale_are_those_of_the_model(tag: str) -> None:
    records = {label_prefix(cls): cls for cls in record_types()}
    for key in locale_of(tag).labels:
        prefix, _, name = key.partition(".")
        assert prefix in records, key
        assert field_of(records[prefix], name), key
    options = {f"{label_prefix(cls)}.{choice.value}" for cls in Option.__subclasses__() for choice in cls}
    assert len(options) > 50
    assert set(locale_of(tag).options) <= options


HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]")


def test_chinese_is_punctuated_in_chinese() -> None:
    own = _own("zh")
    assert [text for text in (*own.phrases.values(), *own.sections.values()) if HALF_WIDTH.search(text)] == []


# --- what the program asks for ------------------------------------------------------------------------------


def _asked() -> tuple[set[str], set[str], list[re.Pattern[str]]]:
    """The names of phrases in the source: those certain, those possible, and patterns from f-strings."""
    certain: set[str] = set()
    possible: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for path in SOURCE.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for name in _first_arguments(function):
                    certain |= {name.value} if isinstance(name, ast.Constant) else set()
                    possible |= set(_strings(name if not isinstance(name, ast.Name) else function))
                    patterns += [_pattern(part) for part in ast.walk(name) if isinstance(part, ast.JoinedStr)]
    return certain, possible, patterns


def _first_arguments(function: ast.FunctionDef) -> Iterator[ast.expr]:
    for call in ast.walk(function):
        if not isinstance(call, ast.Call):
            continue
        asked = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if asked in ("phrase", "counted"):
            yield call.args[0]


def _strings(node: ast.AST) -> Iterator[str]:
    return (part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str))


def _pattern(name: ast.JoinedStr) -> re.Pattern[str]:
    return re.compile("".join(re.escape(p.value) if isinstance(p, ast.Constant) else r"\w+" for p in name.values))


def test_every_phrase_that_the_program_asks_for_is_there() -> None:
    certain, _, _ = _asked()
    assert len(certain) > 20
    assert certain <= ENGLISH.phrases.keys()


def test_no_phrase_is_there_that_nothing_asks_for() -> None:
    _, possible, patterns = _asked()
    unused = ENGLISH.phrases.keys() - possible
    assert {name for name in unused if not any(pattern.fullmatch(name) for pattern in patterns)} == set()


# --- further languages --------------------------------------------------------------------------------------

FRENCH = """\
phrases:
  job_description: Fiche de poste
  date_month: "{month_name} {year}"
sections:
  identity: Identité
labels:
  position.title: Intitulé du poste
options:
  responsibility.full: entière
months: [janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of language files in place of posdoc's own: Chinese, English, and what a test adds."""
    for tag in ("en", "zh"):
        (tmp_path / f"{tag}.yaml").write_bytes((SOURCE / "locales" / f"{tag}.yaml").read_bytes())
    monkeypatch.setattr(locales, "files", lambda _: tmp_path)
    locale_of.cache_clear()
    yield tmp_path
    locale_of.cache_clear()


def test_a_further_file_is_a_further_language(folder: Path) -> None:
    (folder / "xx.yaml").write_text(FRENCH, encoding="utf-8")
    assert available() == ["en", "xx", "zh"]
    locale = locale_of("xx")
    assert locale.phrases["job_description"] == "Fiche de poste"
    assert locale.sections["identity"] == "Identité"
    assert locale.labels == {"position.title": "Intitulé du poste"}
    assert locale.options == {"responsibility.full": "entière"}
    assert locale.months[1] == "février"


def test_what_a_language_lacks_is_taken_from_english(folder: Path) -> None:
    (folder / "xx.yaml").write_text("phrases:\n  colon: ' : '\n", encoding="utf-8")
    locale, english = locale_of("xx"), locale_of("en")
    assert locale.phrases == {**english.phrases, "colon": " : "}
    assert (locale.sections, locale.months) == (english.sections, english.months)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("zh", "岗位说明书"), ("zh-TW", "岗位说明书"), ("en-GB", "Job Description"), ("fr", "Job Description")],
)
def test_a_tag_without_a_file_takes_that_of_its_language_or_english(tag: str, expected: str) -> None:
    locale = locale_of(tag)
    assert (locale.tag, locale.phrases["job_description"]) == (tag, expected)


@pytest.mark.parametrize("text", ["phrases: [", "- a list\n"])
def test_a_broken_file_says_which(text: str, folder: Path) -> None:
    (folder / "xx.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="locales/xx.yaml"):
        locale_of("xx")
