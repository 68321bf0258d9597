"""No content whatever makes reading or any rule raise: definitions of wrong values everywhere.

What is written follows the model, so that it gets past the first check of its shape; each value may then be right,
of another type, or out of its bounds.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posdoc.check import Checked, check
from posdoc.diagnostics import Span
from posdoc.model import (
    FieldInfo,
    Option,
    People,
    Position,
    PositionDefaults,
    Record,
    Reviews,
    Unit,
    Workspace,
    fields_of,
    types_of,
)
from posdoc.reporters import formats, reporter
from tests.reporters.findings import Lines

IDS = ["a", "b", "c", "service", "east", "G1", "end", "general-manager", "ghost"]
ODD = [
    "", " ", "~", "null", "no", "true", "nan", ".inf", "-1", "0.3", "05%", "101%", "40-30%", "1e9", "９９％", "2026-02-30", "甲",
    "x" * 300, "多\n行", "\u202e", "\x07", "a: b", "- a", "# a", "{", "[", "'", "*a", "&a", "!!python/object:os.system", "<<",
    "../../etc", 0, -1, 3.5, 10**30, True, None, [], {}, [[]], [None], [[None]], [{}], {"zh": None}, {"zh": []}, {"": 1},
    {"fr": "x"}, {"zh": "甲", "en": "A"}, ["a", ["b"]], {"position": "a"}, {"a": {"b": {"c": [1]}}},
]  # fmt: skip
odd = st.sampled_from(ODD)
ids = st.sampled_from(IDS)


def values_of(declared: Any, info: FieldInfo | None, depth: int) -> st.SearchStrategy[Any]:
    """Values for a field of the declared type: mostly of that type, now and then anything."""
    origin = get_origin(declared)
    if origin in (Union, UnionType):
        (inner,) = (part for part in get_args(declared) if part is not type(None))
        return values_of(inner, info, depth)
    if origin is tuple:
        inside = values_of(get_args(declared)[0], None if get_origin(get_args(declared)[0]) else info, depth)
        return st.one_of(st.lists(inside, max_size=3), odd)
    if origin is not None and issubclass(origin, Mapping):
        inside = st.one_of(values_of(get_args(declared)[1], None, depth), odd)
        return st.one_of(st.dictionaries(st.sampled_from(["position.title", "x", "a", "en"]), inside, max_size=2), odd)
    if issubclass(declared, PositionDefaults):
        return record_of(Position, depth - 1) if depth > 0 else odd
    if issubclass(declared, Record):
        return st.one_of(record_of(declared, depth - 1), ids, odd) if depth > 0 else st.one_of(ids, odd)
    if issubclass(declared, Option):
        return st.one_of(st.sampled_from([choice.value for choice in declared]), odd)
    good = st.just(info.example) if info else ids
    return st.one_of(good, ids, odd)


def record_of(cls: type[Record], depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with a few of the fields of ``cls``, and perhaps a key that there is not."""
    types = types_of(cls)
    fields = {info.name: values_of(types[info.attribute], info, depth) for info in fields_of(cls)}
    some = st.lists(st.sampled_from(sorted(fields)), max_size=6, unique=True)
    made = some.flatmap(lambda names: st.fixed_dictionaries({name: fields[name] for name in names}))
    stray = st.dictionaries(st.sampled_from(["职责", "titel", "zh", ""]), odd, max_size=1)
    return st.builds(lambda known, unknown: {**known, **unknown}, made, stray)


def file_of(cls: type[Record]) -> st.SearchStrategy[Any]:
    return st.one_of(record_of(cls, 3), record_of(cls, 3), odd)


WORKSPACES = st.fixed_dictionaries({
    "posdoc.yaml": file_of(Workspace),
    "people.yaml": file_of(People),
    "reviews.yaml": file_of(Reviews),
    "positions/service/unit.yaml": file_of(Unit),
    "positions/service/east/unit.yaml": file_of(Unit),
    "positions/service/a.yaml": file_of(Position),
    "positions/service/b.yaml": file_of(Position),
    "positions/service/east/c.yaml": file_of(Position),
})  # fmt: skip


def assert_sound(checked: Checked) -> None:
    """Every finding has a place in a file and can be reported in every format and language."""
    for finding in checked.findings:
        for span in (finding.span, *(related.span for related in finding.related)):
            assert span.path
            assert Span("", 1, 1) <= Span("", span.line, span.column) <= Span("", span.end_line, span.end_column)
    for name in formats():
        for language in ("zh", "en"):
            assert reporter(name).report(checked.findings, Lines("a" * 500), language, False)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(WORKSPACES)
def test_no_content_makes_checking_raise(files: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(content, ensure_ascii=False, indent=1)
            place.write_text(text, encoding="utf-8", errors="replace")
        assert_sound(check(Path(folder)))
