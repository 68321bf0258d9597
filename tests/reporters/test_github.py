"""Findings as workflow commands of GitHub Actions, exactly."""

from __future__ import annotations

import re

import pytest

from posdoc.diagnostics import Diagnostic, Span
from posdoc.phrases import Phrase
from posdoc.reporters.github import report
from tests.reporters.conftest import Examples
from tests.reporters.findings import FINDINGS, NOTE, SOURCE, finding

OUTPUT = (
    "::error file=positions/甲.yaml,line=2,endLine=2,title=POS301 duty-time-not-100,col=1,endColumn=6::"
    "the time of all duties must add up to 100%25; it is 45%25%0A55%25 more is needed\n"
    "::warning file=positions/甲.yaml,line=1,endLine=1,title=POS106 empty-value,col=13,endColumn=16::"
    "'售后主管' will not do\n"
)


def test_github() -> None:
    assert report(FINDINGS, SOURCE, "en", False) == OUTPUT


def test_a_span_of_several_lines_has_no_columns() -> None:
    """GitHub refuses columns where the first line is not the last."""
    assert report((finding(1, 3, 2, 4),), SOURCE, "en", False) == (
        "::error file=positions/甲.yaml,line=1,endLine=4,title=POS301 duty-time-not-100::the sum is wrong\n"
    )


def test_what_would_break_a_command_is_escaped() -> None:
    odd = Diagnostic(NOTE, Span("a,b:c.yaml", 1, 1, 1, 1), Phrase("甲\r\n::乙", "one\r\n::two"))
    assert report((odd,), SOURCE, "en", False) == (
        "::notice file=a%2Cb%3Ac.yaml,line=1,endLine=1,title=POS799 just-so,col=1,endColumn=1::one%0D%0A::two\n"
    )


COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.+)")
DOCUMENTED = {"file", "line", "endLine", "col", "endColumn", "title"}


def _unescaped(text: str) -> str:
    for sign, escape in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(escape, sign)
    return text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_finding_points_at_its_line(examples: Examples, language: str) -> None:
    """Read as the runner reads it: one command a line, properties between commas, then what is escaped."""
    lines = report(examples.findings, examples.lines, language, False).splitlines()
    for line, found in zip(lines, examples.findings, strict=True):
        command = COMMAND.fullmatch(line)
        assert command is not None, line
        pairs = [part.split("=", 1) for part in command[2].split(",")]
        properties = {name: _unescaped(value) for name, value in pairs}
        assert len(pairs) == len(properties)
        assert properties.keys() <= DOCUMENTED
        assert (properties["file"], int(properties["line"])) == (found.span.path, found.span.line)
        assert int(properties["endLine"]) >= int(properties["line"])
        assert _unescaped(command[3]).startswith(found.message.in_(language))
