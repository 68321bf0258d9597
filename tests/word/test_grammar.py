"""What a form may not say is refused before anything of it runs."""

from __future__ import annotations

import re
from html import escape
from typing import Any

import pytest

from posdoc.errors import DefinitionError
from posdoc.word import Form
from posdoc.word.grammar import MOST_BLOCKS, MOST_LOOPS
from tests.word.samples import METADATA, package, paragraph, text_of

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ a.__class__ }}",
    "{{ a['__class__'] }}",
    '{{ a["__cl" "ass__"] }}',
    "{{ a|attr('__class__') }}",
    "{{ a|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ a|map(attribute='__class__')|join }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ joiner.__init__ }}",
    "{{ namespace.__init__ }}",
    "{{ url_for.__globals__ }}",
    "{{ config.__class__ }}",
    "{{ request.application.__globals__ }}",
    "{{ ().__class__.__bases__[0] }}",
    "{{ [].__class__ }}",
    "{{ {}.__class__ }}",
    "{{ dict(__class__=1) }}",
    "{{ (1).__class__ }}",
    "{{ '%s'|format(a) }}",
    "{{ '{0.__class__}'.format(a) }}",
    "{{ '{0.__class__}'.format_map(a) }}",
    "{{ a.format('x') }}",
    "{{ a.pop() }}",
    "{{ a.update(b) }}",
    "{{ a.append(1) }}",
    "{% for x in a recursive %}{{ loop(x) }}{% endfor %}",
    "{{ loop.cycle('a', 'b') }}",
    "{{ loop.__class__ }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "{{ caller() }}",
    "{{ varargs }}{{ kwargs.x() }}",
    "{{ self }}",
    "{{ _lists }}",
    "{{ _lists.begin }}",
    "{{ _turns }}",
    "{{ a._b }}",
]
ARITHMETIC = [
    "{{ 'a'*10**9 }}",
    "{{ 9**9**9 }}",
    "{{ 1 + 1 }}",
    "{{ 1 - 1 }}",
    "{{ 1 / 0 }}",
    "{{ 7 // 2 }}",
    "{{ 7 % 2 }}",
    "{{ -1 }}",
    "{{ +a }}",
    "{% if a * 2 > 3 %}x{% endif %}",
]
PROGRAMS = {
    "{{ a ~ b }}": "~",
    "{% set x = 1 %}": "set",
    "{% set x %}y{% endset %}": "set",
    "{% macro m() %}x{% endmacro %}": "macro",
    "{% call m() %}x{% endcall %}": "call",
    "{{ range(10) }}": "round brackets",
    "{% for i in range(1000000000) %}x{% endfor %}": "round brackets",
    "{{ a() }}": "round brackets",
    "{{ a.b(1) }}": "round brackets",
    "{{ a[0] }}": "square or curly brackets",
    "{{ a['b'] }}": "square or curly brackets",
    "{{ a[1:2] }}": "square or curly brackets",
    "{% for x in [1, 2] %}x{% endfor %}": "square or curly brackets",
    "{{ {'a': 1} }}": "square or curly brackets",
    "{% for k, v in a %}x{% endfor %}": "separated by commas",
    "{{ 1, 2 }}": "separated by commas",
    "{{ a if b else c }}": "an if within a line",
    "{% if a is defined %}x{% endif %}": "tests with is",
    "{% include 'x' %}": "include",
    "{% import 'x' as y %}": "import",
    "{% from 'x' import y %}": "import",
    "{% extends 'x' %}": "extends",
    "{% block b %}x{% endblock %}": "block",
    "{% with a = 1 %}x{% endwith %}": "with",
    "{% filter upper %}x{% endfilter %}": "filter",
    "{% autoescape false %}x{% endautoescape %}": "autoescape",
    "{% for x in a if x %}x{% endfor %}": "if or recursive",
}
FILTERS = ["{{ a|safe }}", "{{ a|upper }}", "{{ a|tojson }}", "{{ a|run }}", "{{ a|in_attribute }}", "{{ a|counted }}"]
UNREADABLE = {
    "{% if a %}": "without its endif",
    "{% for x in a %}": "without its endif",
    "{% endif %}": "'endif' is not known",
    "{% do a %}": "'do' is not known",
    "{%tr if a %}": "'tr' is not known",
    "{% debug %}": "'debug' is not known",
    "{{ a b }}": "not written right",
    "{{ a. }}": "not written right",
    "{{ }}": "not written right",
    "{# open": "not written right",
}
NEVER = {"a": "untouched"}


def _refusal(tag: str) -> DefinitionError:
    with pytest.raises(DefinitionError) as raised:
        Form(package(paragraph(escape(tag, quote=False))), "我的表单")
    return raised.value


@pytest.mark.parametrize("tag", [*ESCAPES, *ARITHMETIC, *PROGRAMS, *FILTERS, *UNREADABLE])
def test_is_refused_with_a_plain_message(tag: str) -> None:
    error = _refusal(tag)
    assert error.exit_code == 1
    assert error.message.zh.startswith("表单“我的表单”无法使用：")
    assert error.message.en.startswith("the form '我的表单' cannot be used: ")
    assert error.hint is not None
    assert not re.search(r"Traceback|jinja|nodes\.|object at|<class", error.message.en + error.message.zh)


@pytest.mark.parametrize(("tag", "word"), [*PROGRAMS.items(), *UNREADABLE.items()])
def test_the_message_says_what_is_not_allowed(tag: str, word: str) -> None:
    assert word in _refusal(tag).message.en


@pytest.mark.parametrize("tag", ARITHMETIC)
def test_arithmetic_is_called_so(tag: str) -> None:
    message = _refusal(tag).message
    assert "arithmetic" in message.en
    assert "算术运算" in message.zh


@pytest.mark.parametrize("tag", [*ESCAPES, *ARITHMETIC, *PROGRAMS, *FILTERS])
def test_chinese_messages_are_chinese(tag: str) -> None:
    said = _refusal(tag).message.zh.partition("：")[2]
    assert re.search(r"[\u4e00-\u9fff]", said)


def test_nothing_runs_before_all_is_checked() -> None:
    with pytest.raises(DefinitionError):
        Form(package(paragraph("{{ a }}") + paragraph("{% if false %}{{ a.b() }}{% endif %}")), "f")


def test_tags_in_headers_and_footnotes_are_checked_too() -> None:
    from tests.word.samples import W

    for name in ("header1", "footer2", "footnotes", "endnotes"):
        header = f"<w:hdr {W}>{paragraph('{{ a() }}')}</w:hdr>"
        with pytest.raises(DefinitionError):
            Form(package(paragraph("x"), {f"word/{name}.xml": header}), "f")


# --- what is allowed ----------------------------------------------------------------------------------------

ALLOWED: list[tuple[str, dict[str, Any], str]] = [
    ("{{ a }}", {"a": "x"}, "x"),
    ("{{ a.b.c }}", {"a": {"b": {"c": 1}}}, "1"),
    ("{{ a|join('+') }}", {"a": ["1", "2"]}, "1+2"),
    (
        "{% for x in a %}{{ loop.index }}{{ x }}{% if not loop.last %};{% endif %}{% endfor %}",
        {"a": ["p", "q"]},
        "1p;2q",
    ),
    ("{% for x in a %}{{ x }}{% else %}none{% endfor %}", {"a": []}, "none"),
    ("{% if a == 1 or b != 2 %}y{% elif c %}e{% else %}n{% endif %}", {"a": 2, "b": 2, "c": 0}, "n"),
    ("{% if a in b and not c %}y{% endif %}", {"a": "x", "b": ["x"], "c": None}, "y"),
    ("{{ 'a' }}{{ 1 }}{{ true }}", {}, "a1True"),
]


@pytest.mark.parametrize(("tag", "view", "expected"), ALLOWED, ids=[tag for tag, _, _ in ALLOWED])
def test_is_allowed(tag: str, view: dict[str, Any], expected: str) -> None:
    assert text_of(paragraph(tag), **view) == expected


def _nested(depth: int) -> str:
    loops = "".join(f"{{% for x{level} in a %}}" for level in range(depth))
    return loops + "x" + "{% endfor %}" * depth


def test_loops_may_be_nested_but_not_deep() -> None:
    assert text_of(paragraph(_nested(MOST_LOOPS)), a=["1"]) == "x"
    assert "nested too deep" in _refusal(_nested(MOST_LOOPS + 1)).message.en


def _conditions(depth: int) -> str:
    return "{% if a %}" * depth + "x" + "{% endif %}" * depth


DEEP = {
    "conditions": _conditions(MOST_BLOCKS + 1),
    "many conditions": _conditions(5000),
    "not": "{% if " + "not " * 5000 + "a %}x{% endif %}",
    "brackets": "{{ " + "(" * 5000 + "a" + ")" * 5000 + " }}",
    "and": "{% if " + " and ".join("a" * 400) + " %}x{% endif %}",
}


@pytest.mark.parametrize("tag", DEEP.values(), ids=DEEP)
def test_very_deep_nesting_is_refused(tag: str) -> None:
    assert "nested too deep" in _refusal(tag).message.en


def test_conditions_may_be_nested() -> None:
    assert text_of(paragraph(_conditions(MOST_BLOCKS)), a=1) == "x"


def test_loops_that_turn_too_often_are_refused() -> None:
    form = Form(package(paragraph(_nested(6))), "f")
    with pytest.raises(DefinitionError, match="turn too often"):
        form.render({"a": ["x"] * 40}, METADATA)


def test_a_document_about_many_positions_may_be_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posdoc.word.form.MOST_CHARACTERS", 10_000)
    monkeypatch.setattr("posdoc.word.environment.MOST_TURNS", 10)
    form = Form(package(paragraph("{% for x in a %}{{ x }}{% endfor %}")), "f")
    assert form.render({"a": ["x" * 100] * 200}, METADATA, positions=1)
    with pytest.raises(DefinitionError, match="turn too often"):
        form.render({"a": ["x"] * 20}, METADATA)


def test_more_than_a_document_can_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("posdoc.word.form.MOST_CHARACTERS", 10_000)
    form = Form(package(paragraph("{% for x in a %}{{ x }}{% endfor %}")), "f")
    with pytest.raises(DefinitionError, match="makes too much"):
        form.render({"a": ["x" * 100] * 200}, METADATA)
