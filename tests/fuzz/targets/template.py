"""Word forms of strangers: the parts of one, each behind a line ``## path``, inspected, compiled and printed."""

from __future__ import annotations

from contextlib import suppress
from functools import cache

from posdoc.documents import position_document
from posdoc.errors import DefinitionError
from posdoc.views.catalogue import CATALOGUE
from posdoc.word import Form
from posdoc.word.inspection import inspect_form
from tests.conftest import ROOT
from tests.fuzz import parts, smallest
from tests.fuzz.markup import mutated
from tests.fuzz.targets import word
from tests.importers.word_files import p, tbl, tr, word_file

__all__ = ["MOST_BYTES", "WORDS", "mutated", "run", "seeds"]

MOST_BYTES = 40_000
TAGS = [
    "{{ position.title }}", "{%p if duties %}", "{%p endif %}", "{%tr for row in duties.rows %}", "{%tr endfor %}", "{{ row }}",
    "{{ a | join('、') }}", "{% for x in y %}", "{% else %}", "{{r org_chart }}", "{%tc if x %}", "{%r endif %}", "{# x #}",
    "{{ a[0] }}", "{{ loop.index }}", "{{ 1 + x }}", "{% set a = 1 %}", "{{ a.__class__ }}", "{{ 'a' * 9 }}", "｛｛ x ｝｝",
]  # fmt: skip
WORDS = [*TAGS, *word.WORDS[:12]]


def seeds() -> list[bytes]:
    bodies = [
        p("{{ position.title }}"),
        p("{%p if duties %}") + p("{{ duties.title }}") + p("{%p endif %}"),
        tbl(tr("{%tr for duty in duties.duties %}", ""), tr("{{ duty.number }}", "{{ duty.text }}"), tr("{%tr endfor %}", "")),
        p("{% if dates.approved %}{{ dates.approved }}{% else %}无{% endif %}") + p("{{r org_chart }}"),
        p("{{ organization.name }} {{ form_title }} ｛｛ 岗位 ｝｝ {{ position.title | upper }}"),
    ]  # fmt: skip
    return [
        parts.joined(parts.unzipped(word_file(body, styles="", header=p("{{ position.code }}")))) for body in bodies
    ]


def run(data: bytes) -> None:
    """A form is refused with a reason, or it prints; a finding of an error is given for whatever does not print."""
    if not data.startswith(b"PK"):
        data = parts.zipped({**word.frame(), **parts.split(data)})
    organization, inner = smallest.organization(), (_standard(), "standard")
    with suppress(DefinitionError):
        inspect_form(data, "a", CATALOGUE, inner)
    try:
        made = Form(data, "a", inner)
        document = position_document(organization, organization.positions[0], made, "zh")
    except DefinitionError:
        return
    assert parts.unzipped(document)


@cache
def _standard() -> bytes:
    return (ROOT / "templates/standard.docx").read_bytes()
