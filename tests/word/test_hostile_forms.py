"""Forms that mean harm: each ends in a finding with a code and in a plain error of the build, soon, and in little memory."""

from __future__ import annotations

import io
import resource
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import escape
from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.errors import DefinitionError
from posdoc.views.catalogue import CATALOGUE
from posdoc.word import Form
from posdoc.word.grammar import MOST_TAGS
from posdoc.word.inspection import Found, inspect_form
from posdoc.word.package import read_package, write_package
from tests.conftest import ROOT
from tests.word.samples import METADATA, PARTS, W, package, paragraph, part, text_of

SECONDS, MEGABYTES = 20, 400
"""What looking through one form may take, on a slow machine."""
RELATIONS = "word/_rels/document.xml.rels"


@pytest.fixture(autouse=True)
def bounded() -> Iterator[None]:
    """Assert that a test took neither long nor much."""
    tracemalloc.start()
    started = time.perf_counter()
    yield
    took, peak = time.perf_counter() - started, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert took < SECONDS
    assert peak < MEGABYTES * 1024 * 1024
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 3 * 1024 * 1024  # kilobytes


def _refused(data: bytes) -> list[Found]:
    """What is found in a form; asserts that it has errors, and that the build refuses it in plain words."""
    found = inspect_form(data, "bad", CATALOGUE).found
    assert [one for one in found if one.kind.severity is Severity.ERROR]
    assert all(one.kind.code.startswith("POS8") for one in found)
    with pytest.raises(DefinitionError) as raised:
        Form(data, "bad").render({}, METADATA)
    assert raised.value.exit_code == 1
    for message in (raised.value.message, *(one.message for one in found)):
        assert not any(word in message.en for word in ("Traceback", "jinja", "lxml", "object at", "<class"))
    return found


# --- what a tag tries -------------------------------------------------------------------------------------------

ESCAPES = [
    "{{ ''.__class__.__mro__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ company|attr('__class__') }}",
    "{{ company|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ company|map(attribute='__class__')|list }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ self }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ company.format }}",
    "{{ '{0.__class__}'.format(company) }}",
    "{{ company['__class__'] }}",
    "{{ _lists.begin(1) }}",
    "{{ _turns.left }}",
    "{{ range(10) }}",
    "{{ 'a'*10**9 }}",
    "{{ 9**9**9 }}",
    "{{ 'a' ~ 'b' }}",
    "{{ [company]|join }}",
    "{{ dict(a=1) }}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'x' %}",
    "{% set x = company %}",
    "{% macro m() %}{% endmacro %}",
    "{% call m() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% for x in company recursive %}{{ loop(x) }}{% endfor %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% do company %}",
    "{% debug %}",
]


@pytest.mark.parametrize("tag", ESCAPES)
def test_a_tag_that_tries_to_get_out(tag: str) -> None:
    found = _refused(package(paragraph(escape(tag, quote=False))))
    assert {one.kind.name for one in found} <= {"tag-not-allowed", "bad-tag", "unknown-form-field", "block-not-closed"}
    assert found[0].place is not None


def _loops(depth: int, over: str = "parts") -> str:
    return "".join(f"{{% for x{n} in {over} %}}" for n in range(depth)) + "x" + "{% endfor %}" * depth


@pytest.mark.parametrize(
    "text",
    [
        _loops(13),
        _loops(500),
        "{% if company %}" * 2000 + "{% endif %}" * 2000,
        "{{ " + "(" * 900 + "company" + ")" * 900 + " }}",
        "{{ " + "(" * 5000 + "company" + ")" * 5000 + " }}",
        "{% if " + "not " * 400 + "company %}{% endif %}",
        "{{ company" + "|join" * 300 + " }}",
        "{{ a" + ".a" * 900 + " }}",
    ],
    ids=["loops", "many loops", "conditions", "brackets", "a long tag", "not", "filters", "dots"],
)  # fmt: skip
def test_deep_nesting(text: str) -> None:
    _refused(package(paragraph(text)))


def test_loops_that_never_end_end() -> None:
    data = package(paragraph(_loops(8)))
    assert inspect_form(data, "f", CATALOGUE).found == []
    with pytest.raises(DefinitionError, match="turn too often"):
        Form(data, "f").render({"parts": [{}] * 50}, METADATA)


def test_a_text_without_end_ends() -> None:
    data = package(paragraph("{% for x in parts %}" + "long " * 20_000 + "{% endfor %}"))
    with pytest.raises(DefinitionError, match="makes too much"):
        Form(data, "f").render({"parts": [{}] * 1000}, METADATA)


def test_more_tags_than_anybody_writes() -> None:
    found = _refused(package(paragraph("{{ company }}" * (MOST_TAGS + 1))))
    assert found[0].message.en == "it has too many tags"


ENDLESS = {
    "beginnings": "{{" * 80_000,
    "beginnings of statements": "{%" * 80_000,
    "beginnings of comments": "{#" * 80_000,
    "all beginnings": "{{{%{#" * 30_000,
    "spaces": "{%p x" + " " * 80_000 + "y %}",
    "spaces in a tag": "{{ company" + " " * 80_000 + "}}",
    "full width": "｛ " * 80_000,
    "one brace": "{ " * 80_000,
    "marks of our own": "{#posdoc run#}{{" * 20_000,
    "rows that do not fit": "{% if company %}{% endfor %}" * 3_000,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_text_that_is_hard_to_look_through(text: str) -> None:
    data = package(paragraph(text))
    inspect_form(data, "f", CATALOGUE)
    with suppress(DefinitionError):
        Form(data, "f").render({"company": "x"}, METADATA)


# --- what a value tries -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value", ["</w:t></w:r><w:r><w:t>x", "<w:br/>", "]]><x/>", "&lt;&#60;", "{{ company }}", "{%p if x %}", "<?xml?>"]
)
def test_a_value_is_text_and_nothing_else(value: str) -> None:
    assert text_of(paragraph("{{ company }}"), company=value) == value
    assert text_of(paragraph("{{r company }}"), company=value) == value


# --- what the file tries ----------------------------------------------------------------------------------------

BILLION = "<!ENTITY a0 'x'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))


def _typed(declarations: str, reference: str = "", name: str = "w:document") -> bytes:
    inside = f"<w:body>{paragraph('{{ company }}' + reference)}</w:body>"
    return f"<!DOCTYPE {name} [{declarations}]><{name} {W}>{inside}</{name}>".encode()


def _with(**parts: bytes) -> bytes:
    return write_package(
        {
            **read_package(package(paragraph("x")), "f"),
            **{name.replace("__", "/") + ".xml": data for name, data in parts.items()},
        }
    )


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    for declaration in (
        f'<!ENTITY x SYSTEM "{secret.as_uri()}">',
        '<!ENTITY x SYSTEM "http://127.0.0.1:1/x">',
        "<!ENTITY x 'text'>",
    ):
        found = _refused(package(_typed(declaration, "&x;")))
        assert [one.kind.name for one in found] == ["unusable-form"]
        assert "secret" not in found[0].message.en


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_any_encoding(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + _typed("<!ENTITY x 'y'>").decode()
    _refused(package(text.encode(encoding)))


@pytest.mark.parametrize("place", ["text", "attribute"])
def test_a_billion_laughs(place: str) -> None:
    document = _typed(BILLION, "&a11;")
    if place == "attribute":
        document = document.replace(b"<w:body>", b'<w:body w:x="&a11;">')
    _refused(package(document))


@pytest.mark.parametrize(
    "name", ["word__styles", "word__numbering", "docProps__custom", "word__header1", "word__settings"]
)
def test_a_billion_laughs_in_another_part(name: str) -> None:
    data = _with(**{name: _typed(BILLION, "&a11;", "w:styles")})
    inspect_form(data, "f", CATALOGUE)
    with suppress(DefinitionError):
        Form(data, "f").render({}, METADATA)


def _zip(parts: Mapping[str, bytes], names: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in [*parts.items(), *names.items()]:
            archive.writestr(name, data)
    return stream.getvalue()


def _parts() -> dict[str, bytes]:
    return {**{name: text.encode() for name, text in PARTS.items()}, "word/document.xml": part(paragraph("x"))}


@pytest.mark.parametrize(
    "name", ["/etc/x", "../x", "word/../../x", "..\\x", "C:/x", "C:\\x", "\\\\host\\x", "word//x", "WORD/document.xml"]
)
def test_a_name_that_leads_out_of_the_file(name: str) -> None:
    found = _refused(_zip(_parts(), {name: b"x"}))
    assert [one.kind.name for one in found] == ["unusable-form"]


def test_a_part_without_a_name() -> None:
    """The library that reads the directory cannot write such a file; a fuzzer could."""
    _refused((ROOT / "tests/fuzz/found/word-crash-b231c5a5c0").read_bytes())


def test_the_same_name_twice() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = _zip(_parts(), {"word/document.xml": b"other"})
    _refused(data)


def test_a_zip_bomb() -> None:
    bomb = b"<w:document>" + b" " * (40 * 1024 * 1024)
    assert [one.kind.name for one in _refused(_zip({**_parts(), "word/document.xml": bomb}, {}))] == ["unusable-form"]


def test_a_zip_bomb_that_lies_about_its_size() -> None:
    whole = _zip(_parts(), {"word/media/x.bin": b"\0" * 1_000_000})
    for size in (1_000_000).to_bytes(4, "little"), zlib.crc32(b"\0" * 1_000_000).to_bytes(4, "little"):
        _refused(whole.replace(size, b"\x10\0\0\0"))


def test_many_parts() -> None:
    _refused(_zip(_parts(), {f"word/media/{number}": b"" for number in range(2_100)}))


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"no zip at all", b"PK\x03\x04" + b"\0" * 100, package(paragraph("x"))[:-30]],
    ids=["empty", "PK", "text", "header", "cut"],
)  # fmt: skip
def test_what_is_no_word_file(data: bytes) -> None:
    assert [one.kind.name for one in _refused(data)] == ["unusable-form"]


def _related(kind: str, target: str, mode: str = "External") -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    type_ = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    return (
        f'<Relationships xmlns="{namespace}"><Relationship Id="r1" Type="{type_}" Target="{target}" '
        f'TargetMode="{mode}"/></Relationships>'
    )


@pytest.mark.parametrize(
    ("kind", "target"),
    [("image", "file:///C:/x.png"), ("image", "http://example.com/x.png"), ("oleObject", "\\\\host\\share\\x"),
     ("frame", "http://example.com"), ("subDocument", "file:///etc/passwd"), ("aFChunk", "http://example.com")],
)  # fmt: skip
def test_a_file_outside(kind: str, target: str) -> None:
    found = _refused(package(paragraph("x"), {RELATIONS: _related(kind, target)}))
    assert [one.kind.name for one in found] == ["external-file"]
    assert target in found[0].message.zh


def test_a_link_is_no_file() -> None:
    data = package(paragraph("x"), {RELATIONS: _related("hyperlink", "https://example.com")})
    assert inspect_form(data, "f", CATALOGUE).found == []
    Form(data, "f").render({}, METADATA)


def test_the_template_of_its_author_is_left_out() -> None:
    settings = f'<w:settings {W} xmlns:r="urn:r"><w:attachedTemplate r:id="r1"/><w:zoom w:percent="100"/></w:settings>'
    more = {
        "word/settings.xml": settings,
        "word/_rels/settings.xml.rels": _related("attachedTemplate", "http://example.com/x.dotm"),
    }
    data = package(paragraph("x"), more)
    assert inspect_form(data, "f", CATALOGUE).found == []
    made = read_package(Form(data, "f").render({}, METADATA), "f")
    assert b"example.com" not in made["word/_rels/settings.xml.rels"]
    assert b"attachedTemplate" not in made["word/settings.xml"]
    assert b"w:zoom" in made["word/settings.xml"]


def test_the_job_description_in_a_handbook_is_looked_at_as_well() -> None:
    inner = package(paragraph("x"), {RELATIONS: _related("image", "http://example.com/x.png")})
    with pytest.raises(DefinitionError, match="outside"):
        Form(package(paragraph("{%p insert job_descriptions %}")), "handbook", (inner, "job"))
