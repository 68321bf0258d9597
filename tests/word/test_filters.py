"""The filters of forms: what each makes of a value, and what it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest

from posdoc.errors import DefinitionError
from posdoc.word import Form
from posdoc.word.filters import FILTERS, MEANINGS, TICKED
from tests.word.samples import METADATA, body_of, package, paragraph, text_of

BOXES = [{"mark": "☑", "label": "一般"}, {"mark": "□", "label": "舒适"}]
CASES: list[tuple[str, Any, str]] = [
    ("a|join", ["x", "y"], "x、y"),
    ("a|join('/')", ["x", "y"], "x/y"),
    ("a|join", [], ""),
    ("a|join", "text", "text"),
    ("a|date", "2026-03-01", "2026年3月1日"),
    ("a|date", "2026-03", "2026年3月"),
    ("a|date", "2026", "2026年"),
    ("a|date", " 2026-3-1 ", "2026年3月1日"),
    ("a|date('iso')", "2026-3-1", "2026-03-01"),
    ("a|date('slash')", "2026-03-01", "2026/03/01"),
    ("a|date('month')", "2026-03-01", "2026年3月"),
    ("a|date('month')", "2026", "2026年"),
    ("a|date", "2026年3月", "2026年3月"),
    ("a|date", "尽快", "尽快"),
    ("a|date", "", ""),
    ("a|chinese", 1, "一"),
    ("a|chinese", "12", "十二"),
    ("a|chinese", "105", "一百零五"),
    ("a|chinese", "0012", "十二"),
    ("a|chinese", "数名", "数名"),
    ("a|chinese", "123456", "123456"),
    ("a|chinese", "-3", "-3"),
    ("a|percent", "30", "30%"),
    ("a|percent", "35-40", "35–40%"),
    ("a|percent", "35 ~ 40", "35–40%"),
    ("a|percent", "12.5", "12.5%"),
    ("a|percent", 30, "30%"),
    ("a|percent", "30%", "30%"),
    ("a|percent", "35–40%", "35–40%"),
    ("a|percent", "大部分", "大部分"),
    ("a|percent", "", ""),
    ("a|boxes", BOXES, "☑ 一般  □ 舒适"),
    ("a|boxes('舒适、一般、较恶劣')", "一般", "□ 舒适  ☑ 一般  □ 较恶劣"),
    ("a|boxes('good, fair')", "fair", "□ good  ☑ fair"),
    ("a|boxes('舒适、一般')", "一般、舒适", "☑ 舒适  ☑ 一般"),
    ("a|boxes('舒适、一般')", "", "□ 舒适  □ 一般"),
    ("a|boxes('舒适、一般')", "特殊", "□ 舒适  □ 一般"),
    ("a|boxes", "一般", "☑ 一般"),
    ("a|boxes", "", ""),
    ("a|boxes", [], ""),
    ("a|lines", ["x", "y"], "x\ny"),
    ("a|lines", "甲、乙；丙", "甲\n乙\n丙"),
    ("a|lines('/')", "甲、乙/丙", "甲、乙\n丙"),
    ("a|lines", "", ""),
]


@pytest.mark.parametrize(("tag", "value", "expected"), CASES, ids=[f"{tag} of {value}" for tag, value, _ in CASES])
def test_a_filter(tag: str, value: Any, expected: str) -> None:
    printed = body_of(paragraph(f"{{{{ {tag} }}}}"), a=value)
    assert printed.replace('</w:t><w:br/><w:t xml:space="preserve">', "\n") == (
        f'<w:p><w:r><w:t xml:space="preserve">{expected}</w:t></w:r></w:p>'
    )


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("value", ["</w:t></w:r><w:r><w:br/>", "{{ x }}", "<&>", '"/><w:x w:y="'])
def test_no_value_becomes_xml(name: str, value: str) -> None:
    assert text_of(paragraph(f"{{{{ a|{name} }}}}"), a=value).replace(f"{TICKED} ", "") == value


@pytest.mark.parametrize("name", FILTERS)
def test_a_missing_field_is_missed(name: str) -> None:
    with pytest.raises(DefinitionError, match="not there: 'missing'"):
        body_of(paragraph(f"{{{{ missing|{name} }}}}"))


@pytest.mark.parametrize(
    ("tag", "value"), [("a|join", 3), ("a|join", {"b": 1}), ("a|boxes", 3), ("a|lines", {"b": 1}), ("a|boxes", ["x"])]
)
def test_what_a_filter_does_not_take_is_an_error(tag: str, value: Any) -> None:
    with pytest.raises(DefinitionError, match="treats a field as what it is not"):
        body_of(paragraph(f"{{{{ {tag} }}}}"), a=value)


@pytest.mark.parametrize("tag", ["a|join('x', 'y')", "a|date(style='iso')", f"a|join('{'x' * 500}')"])
def test_a_filter_takes_one_short_value(tag: str) -> None:
    with pytest.raises(DefinitionError, match="one value at most|too long"):
        Form(package(paragraph(f"{{{{ {tag} }}}}")), "f")


def test_filters_may_follow_one_another() -> None:
    assert text_of(paragraph("{{ a|lines|join }}"), a="甲、乙") == "甲乙"
    assert text_of(paragraph("{{ a|date|date }}"), a="2026-03-01") == "2026年3月1日"


def test_a_filter_in_an_attribute_and_in_a_run() -> None:
    assert body_of('<w:tag w:val="{{ a|lines }}"/>', a=["x", "y"]) == '<w:tag w:val="x y"/>'
    assert "<w:br/>" in body_of(paragraph("{{r a|lines }}"), a=["x", "y"])


def test_a_long_list_is_not_longer_than_it_is() -> None:
    form = Form(package(paragraph("{% for x in a %}{{ a|join }}{% endfor %}")), "f")
    with pytest.raises(DefinitionError, match="makes too much"):
        form.render({"a": ["x" * 1000] * 1000}, METADATA)


def test_every_filter_is_explained_in_both_languages() -> None:
    assert MEANINGS.keys() == FILTERS.keys()
    for zh, en in MEANINGS.values():
        assert zh
        assert en
