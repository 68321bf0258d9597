"""What a tag prints: keys of dicts only, text escaped, nothing for what is not stated, an error for what is not there."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.errors import DefinitionError
from tests.word.samples import body_of, paragraph, text_of


@pytest.mark.parametrize(
    "name", ["items", "keys", "values", "get", "pop", "update", "copy", "clear", "format", "upper"]
)
def test_a_field_may_have_the_name_of_a_method(name: str) -> None:
    assert text_of(paragraph(f"{{{{ a.{name} }}}}"), a={name: "mine"}) == "mine"
    assert text_of(paragraph(f"{{% for x in a.{name} %}}{{{{ x }}}}{{% endfor %}}"), a={name: ["p", "q"]}) == "pq"


@pytest.mark.parametrize("name", ["lists", "loop", "self", "range", "dict", "turns", "run"])
def test_a_field_may_have_any_name(name: str) -> None:
    assert text_of(paragraph(f"{{{{ a.{name} }}}}"), a={name: "mine"}) == "mine"


@pytest.mark.parametrize("name", ["lists", "range", "dict", "turns", "run", "cycler"])
def test_so_may_one_at_the_top(name: str) -> None:
    assert text_of(paragraph(f"{{{{ {name} }}}}"), **{name: "mine"}) == "mine"


MISSING: list[tuple[str, dict[str, Any], str]] = [
    ("{{ tittle }}", {"title": "x"}, "tittle"),
    ("{{ a.tittle }}", {"a": {"title": "x"}}, "tittle"),
    ("{{ a.b.c }}", {"a": {}}, "b"),
    ("{{ a.b }}", {"a": None}, "b"),
    ("{{ a.b }}", {"a": "text"}, "b"),
    ("{{ a.upper }}", {"a": "text"}, "upper"),
    ("{{ a.append }}", {"a": []}, "append"),
    ("{{ a.items }}", {"a": {}}, "items"),
    ("{% if missing %}{% endif %}", {}, "missing"),
    ("{% if not missing %}{% endif %}", {}, "missing"),
    ("{% if missing == 1 %}{% endif %}", {}, "missing"),
    ("{% for x in missing %}{% endfor %}", {}, "missing"),
    ("{{ missing|join }}", {}, "missing"),
    ("{{r missing }}", {}, "missing"),
    ("{% for x in a %}{{ loop.depth }}{% endfor %}", {"a": ["1"]}, "depth"),
    ("{% for x in a %}{{ loop.cycle }}{% endfor %}", {"a": ["1"]}, "cycle"),
    ("{% for x in a %}{{ loop.nextitem }}{% endfor %}", {"a": ["1"]}, "nextitem"),
    ("{{ range }}", {}, "range"),
]


@pytest.mark.parametrize(("tag", "view", "field"), MISSING, ids=[tag for tag, _, _ in MISSING])
def test_a_field_that_is_not_there_is_an_error(tag: str, view: dict[str, Any], field: str) -> None:
    with pytest.raises(DefinitionError) as raised:
        body_of(paragraph(tag), **view)
    assert raised.value.message.en == f"the form 'small' uses a field that is not there: '{field}' (paragraph 1)"
    assert raised.value.message.zh == f"表单“small”用了不存在的字段“{field}”（第 1 段）"


WRONG = [
    ("{% for x in a %}{% endfor %}", {"a": 3}),
    ("{{ a|join }}", {"a": 3}),
    ("{% if a > b %}{% endif %}", {"a": "x", "b": None}),
    ("{% if 1 in a %}{% endif %}", {"a": 3}),
]


@pytest.mark.parametrize(("tag", "view"), WRONG, ids=[tag for tag, _ in WRONG])
def test_a_field_treated_as_what_it_is_not_is_an_error(tag: str, view: dict[str, Any]) -> None:
    with pytest.raises(DefinitionError, match="treats a field as what it is not"):
        body_of(paragraph(tag), **view)


PRINTED = [
    ("a & b", "a &amp; b"),
    ("<w:p/>", "&lt;w:p/&gt;"),
    ("</w:t></w:r><w:r><w:br/>", "&lt;/w:t&gt;&lt;/w:r&gt;&lt;w:r&gt;&lt;w:br/&gt;"),
    ("\"quoted\" 'so'", "&#34;quoted&#34; &#39;so&#39;"),
    ("]]>", "]]&gt;"),
    ("&amp;", "&amp;amp;"),
    ("{{ b }}", "{{ b }}"),
    ("{% if b %}", "{% if b %}"),
    ("one\ntwo", 'one</w:t><w:br/><w:t xml:space="preserve">two'),
    ("a<\n>b", 'a&lt;</w:t><w:br/><w:t xml:space="preserve">&gt;b'),
    (None, ""),
    ("", ""),
    (0, "0"),
    (3.5, "3.5"),
    ("  spaces  ", "  spaces  "),
    ("👩‍🔧 مرحبا עברית", "👩‍🔧 مرحبا עברית"),
]


@pytest.mark.parametrize(("value", "expected"), PRINTED, ids=[str(value) for value, _ in PRINTED])
def test_what_is_printed_of_a_value(value: Any, expected: str) -> None:
    assert body_of(paragraph("{{ a }}"), a=value) == f'<w:p><w:r><w:t xml:space="preserve">{expected}</w:t></w:r></w:p>'


def test_join_escapes_its_values_and_its_separator() -> None:
    made = body_of(paragraph("{{ a|join(&quot;&lt;&quot;) }}"), a=["<b>", "&"])
    assert "&lt;b&gt;&lt;&amp;" in made


@pytest.mark.parametrize(("value", "expected"), [([], ""), (["x"], "x"), (["x", "y"], "x、y"), ([1, 2], "1、2")])
def test_join(value: list[Any], expected: str) -> None:
    assert text_of(paragraph("{{ a|join }}"), a=value) == expected


def test_the_order_of_a_view_does_not_matter() -> None:
    tag = paragraph("{{ a }}{{ b }}")
    assert body_of(tag, a=1, b=2) == body_of(tag, b=2, a=1)
