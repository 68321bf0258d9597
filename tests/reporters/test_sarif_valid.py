"""SARIF against the official schema, Microsoft's multitool, and the files that it speaks of."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from posdoc.diagnostics import Diagnostic, Edit, Kind, Related, Span
from posdoc.manual import all_kinds
from posdoc.phrases import Phrase
from posdoc.reporters.sarif import report
from posdoc.source import SourceFile
from posdoc.source.edits import apply_changes
from tests.conftest import ROOT
from tests.reporters.conftest import Examples
from tests.reporters.findings import Lines

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def errors(sarif: str) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(json.loads(sarif))]


# --- the schema ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_of_finding_is_valid(examples: Examples, language: str) -> None:
    assert errors(report(examples.findings, examples.lines, language, False)) == []


def test_no_finding_is_valid() -> None:
    assert errors(report((), Lines(), "zh", False)) == []


def test_the_schema_would_notice() -> None:
    assert errors(report((), Lines(), "en", False).replace("unicodeCodePoints", "unicode")) != []


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
PHRASES = st.builds(Phrase, TEXT, TEXT)
PLACES = st.tuples(st.integers(1, 9), st.integers(1, 9))
KINDS = st.sampled_from(all_kinds())


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted([draw(PLACES), draw(PLACES)])
    return Span("positions/" + draw(TEXT), *first, *last)


FINDINGS = st.builds(
    Diagnostic,
    KINDS,
    spans(),
    PHRASES,
    st.none() | PHRASES,
    st.lists(st.builds(Related, spans(), PHRASES), max_size=3).map(tuple),
    st.lists(st.builds(Edit, spans(), TEXT), max_size=3).map(tuple),
)


QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate)  # to make a failure simpler takes minutes


@settings(max_examples=40, deadline=None, phases=QUICKLY, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FINDINGS, max_size=4), st.lists(TEXT, max_size=10))
def test_any_finding_is_valid(findings: list[Diagnostic], lines: list[str]) -> None:
    sarif = json.loads(report(findings, Lines(*lines), "en", False))
    sarif["runs"][0]["tool"]["driver"]["rules"] = []  # always the same, and much the largest part
    assert list(VALIDATOR.iter_errors(sarif)) == []
    for place in places_of(sarif):
        check_context(place)


# --- the multitool ------------------------------------------------------------------------------------------

NOTED = {
    "SARIF2002": "messages by number: they quote the definitions, and the whole text is what servers show",
    "SARIF2003": "versionControlProvenance: whoever uploads the file knows the repository; posdoc does not ask git",
    "SARIF2006": "the address of the schema cannot be fetched: there is no network in a test",
    "SARIF2010": "snippet: an empty file, or one that is no text, cannot be quoted",
    "SARIF2011": "contextRegion: a file of one line has nothing around it",
    "SARIF2012": "helpUri: the manual has no public address; each rule carries its page of it as 'help'",
}
"""Notes, which are advice; errors and warnings there must be none but this one, and its reason must still hold."""
HAS_NO_ADDRESS = ("SARIF2005", "Warning_ProvideToolnformationUri")


def multitool(program: str, files: list[Path]) -> list[dict[str, Any]]:
    """What ``validate`` reports. Its starter loses quotes, so the program beside it is called."""
    output = files[0].parent / "validation.sarif"
    ended = subprocess.run(
        [Path(program).resolve().with_name("Sarif.Multitool"), "validate", *(file.name for file in files),
         "--output", output.name, "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"],
        cwd=output.parent, env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr
    (run,) = json.loads(output.read_text(encoding="utf-8-sig"))["runs"]
    assert run["invocations"][0]["executionSuccessful"]
    assert "toolExecutionNotifications" not in run["invocations"][0]
    rules = run["tool"]["driver"]["rules"]
    return [{"level": "warning", **result, "rule": rules[result["ruleIndex"]]["id"]} for result in run["results"]]


@pytest.mark.tool("sarif-multitool")
def test_the_multitool_has_nothing_to_say(examples: Examples, tmp_path: Path, tool: Callable[[str], str]) -> None:
    files = [tmp_path / "所有 findings.sarif", tmp_path / "none.sarif"]
    files[0].write_text(report(examples.findings, examples.lines, "zh", False), encoding="utf-8")
    files[1].write_text(report((), examples.lines, "en", False), encoding="utf-8")
    found = multitool(tool("sarif-multitool"), files)
    graver = [one for one in found if one["level"] != "note"]
    assert {(one["rule"], one["message"]["id"]) for one in graver} == {HAS_NO_ADDRESS}
    assert {one["rule"] for one in found if one["level"] == "note"} <= NOTED.keys()


def test_there_is_still_no_address_to_give() -> None:
    """As soon as the project has one, it belongs into 'informationUri', and HAS_NO_ADDRESS out of here."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "urls" not in project


@pytest.mark.tool("sarif-multitool")
def test_the_multitool_would_notice(tmp_path: Path, tool: Callable[[str], str]) -> None:
    findings = [Diagnostic(all_kinds()[0], Span("positions/a.yaml", 1, 3, 1, 5), Phrase("甲", "a"))]
    sarif = report(findings, Lines("title: 甲"), "en", False)
    (tmp_path / "bad.sarif").write_text(sarif.replace('"endColumn": 5', '"endColumn": 2'), encoding="utf-8")
    assert "error" in {one["level"] for one in multitool(tool("sarif-multitool"), [tmp_path / "bad.sarif"])}


# --- what it says of the files ------------------------------------------------------------------------------


def places_of(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if "artifactLocation" in node and "region" in node:
            yield node
        for value in node.values():
            yield from places_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from places_of(value)


def check_context(place: dict[str, Any]) -> None:
    """The region around is larger than the region, and holds it."""
    context, region = place.get("contextRegion"), place["region"]
    if context is not None:
        assert context["startLine"] <= region["startLine"] <= region["endLine"] <= context["endLine"]
        assert region["snippet"]["text"] in context["snippet"]["text"]
        assert len(context["snippet"]["text"]) > len(region["snippet"]["text"])


def offset(text: str, line: int, column: int) -> int:
    return sum(map(len, text.splitlines(keepends=True)[: line - 1])) + column - 1


def ends(text: str, region: dict[str, int]) -> tuple[int, int]:
    return (
        offset(text, region["startLine"], region["startColumn"]),
        offset(text, region["endLine"], region["endColumn"]),
    )


def test_snippets_are_what_stands_there(examples: Examples) -> None:
    sarif = json.loads(report(examples.findings, examples.lines, "zh", False))
    quoted = 0
    for place in places_of(sarif):
        check_context(place)
        assert place["artifactLocation"]["uriBaseId"] in sarif["runs"][0]["originalUriBaseIds"]
        path = examples.root / unquote(place["artifactLocation"]["uri"])
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        if "snippet" in place["region"]:
            start, end = ends(text, place["region"])
            assert place["region"]["snippet"]["text"] == text[start:end], path
            quoted += 1
    assert quoted > 300


def test_addresses_are_relative_and_escaped(examples: Examples) -> None:
    for place in places_of(json.loads(report(examples.findings, examples.lines, "zh", False))):
        uri = place["artifactLocation"]["uri"]
        assert uri.isascii()
        assert not set(uri) & set(" :?#")
        assert not uri.startswith("/")


def test_fixes_make_what_posdoc_would_make(examples: Examples) -> None:
    results = json.loads(report(examples.findings, examples.lines, "en", False))["runs"][0]["results"]
    pairs = [(f, r["fixes"]) for f, r in zip(examples.findings, results, strict=True) if "fixes" in r]
    assert len(pairs) >= 5
    for finding, ((fix,),) in ((finding, (fixes,)) for finding, fixes in pairs):
        (change,) = fix["artifactChanges"]
        path = unquote(change["artifactLocation"]["uri"])
        text = (examples.root / path).read_bytes().decode("utf-8")
        expected, made = apply_changes(SourceFile(path, text), [finding.fix])
        assert made == 1
        for replacement in sorted(change["replacements"], key=lambda r: ends(text, r["deletedRegion"]), reverse=True):
            start, end = ends(text, replacement["deletedRegion"])
            text = text[:start] + replacement.get("insertedContent", {"text": ""})["text"] + text[end:]
        assert text == expected


def test_fingerprints_are_unique(examples: Examples) -> None:
    results = json.loads(report(examples.findings, examples.lines, "zh", False))["runs"][0]["results"]
    assert len({result["partialFingerprints"]["posdoc/v1"] for result in results}) == len(results) > 300


# --- links in messages --------------------------------------------------------------------------------------


def message(text: str, *related: str) -> str:
    places = tuple(Related(Span("b.yaml", 2, 3, 2, 4), Phrase("此", one)) for one in related)
    found = Diagnostic(Kind("POS301", "duty-time-not-100"), Span("a.yaml"), Phrase("甲", text), None, places)
    (result,) = json.loads(report([found], Lines(), "en", False))["runs"][0]["results"]
    sent: str = result["message"]["text"]
    return sent


@pytest.mark.parametrize(
    ("text", "related", "sent"),
    [
        ("a", ["here"], "a\nrelated: [b.yaml:2:3 here](1)"),
        ("a", ["one", "two"], "a\nrelated: [b.yaml:2:3 one](1)\nrelated: [b.yaml:2:3 two](2)"),
        ("a", ["[x] \\"], "a\nrelated: [b.yaml:2:3 \\[x\\] \\\\](1)"),
        ("'[甲](1)' is odd", [], "'\\[甲\\](1)' is odd"),
        ("[甲] (1) and ](", [], "[甲] (1) and \\]("),
    ],
)
def test_links_lead_to_related_places_and_nowhere_else(text: str, related: list[str], sent: str) -> None:
    assert message(text, *related) == sent


def test_at_most_twelve_links() -> None:
    assert message("a", *["here"] * 14).count("\nrelated: ") == 12


def test_a_named_kind_that_has_no_page_would_be_noticed() -> None:
    with pytest.raises(KeyError):
        report([Diagnostic(Kind("POS999", "no-such-rule"), Span("a.yaml"), Phrase("甲", "a"))], Lines(), "en", False)
