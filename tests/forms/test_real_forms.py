"""The 33 forms that after-sales departments really write: each is defined in ``real/`` and printed as it is.

``expected.txt`` holds, one a line and in order, every section title, label, number and option of the form. White
space does not count; ``# `` begins a comment, ``== PART`` turns to the document whose file name has ``PART`` in it, and what
stands behind ``! `` is not in that document: a label that posdoc knows and the form has not.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from posdoc.build import Request, build
from posdoc.diagnostics import Severity
from tests.conftest import ROOT

FOLDER = Path(__file__).parent / "real"
COUNTS = {"S0": "ABCDEFGHI", "S1": "ABCDEFGH", "S2": "AB", "S3": "AB", "S4": "ABCDEFGHIJKL"}
IDS = tuple(f"{file}-{letter}" for file, letters in COUNTS.items() for letter in letters)
FOUND = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
ORIGINALS = ROOT.parent / "shared" / "source-documents"
"""The forms as they were found; they lie outside the repository."""
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
LONGEST_COPY, LONGEST_NAME = 11, 20
"""Chinese characters in a row that a sentence, and a title or label, may share with an original."""
NAMES = ("title", "label", "labels", "area", "name", "post", "unit", "term")
CHINESE = re.compile(f"[\u4e00-\u9fff]{{{LONGEST_COPY + 1},}}")


def test_every_form_is_there() -> None:
    assert len(IDS) == 33
    assert FOUND, "no form was found"
    assert set(FOUND) == set(IDS)


@pytest.mark.parametrize("form", FOUND)
def test_a_real_form_is_printed_as_it_is(form: str, tmp_path: Path) -> None:
    documents = made_of(form, tmp_path)
    expected = (FOLDER / form / "expected.txt").read_text("utf-8").splitlines()
    assert missing(expected, documents) == []


@pytest.mark.parametrize("form", FOUND)
def test_what_is_special_about_a_form_is_said(form: str) -> None:
    about = yaml.safe_load((FOLDER / form / "about.yaml").read_text("utf-8"))
    assert sorted(about) == ["notes", "post", "template"]
    assert all(about[part][language].strip() for part in ("post", "notes") for language in ("zh", "en"))
    assert (ROOT / "templates" / f"{about['template']}.docx").is_file()
    forms = yaml.safe_load((FOLDER / form / "posdoc.yaml").read_text("utf-8"))["outputs"]["documents"]
    assert about["template"] in [document["form"] for document in forms]


@pytest.mark.parametrize("form", FOUND)
def test_no_sentence_of_a_form_is_copied(form: str) -> None:
    originals = "\n".join(squeezed(path.read_text("utf-8")) for path in sorted(ORIGINALS.glob("*.txt")))
    values = [value for path in sorted((FOLDER / form).rglob("*.yaml")) for value in values_of(path)]
    assert values
    assert [copy for value in values for copy in copies(value, originals)] == []


def test_what_is_missing_is_said() -> None:
    documents = {"zh/a.docx": "一、职责二、要求1人", "zh/b.docx": "要求"}
    right = ["# first", "== a.docx", "一、 职责", "二、要求", "1 人", "! 备注", "== b.docx", "要求"]
    assert missing(right, documents) == []
    wrong = ["== a.docx", "二、要求", "一、职责", "三、备注", "! 1人"]
    assert missing(wrong, documents) == [
        "'一、职责' does not stand after '二、要求', only before it",
        "'三、备注' does not stand after '二、要求' or anywhere else",
        "'1人' stands there",
    ]


def made_of(form: str, tmp_path: Path) -> dict[str, str]:
    """The texts of the documents that the workspace of a form makes, by their paths in the output folder."""
    root = tmp_path / form
    shutil.copytree(FOLDER / form, root)
    built = build(Request(root=root, output=tmp_path / "output", jobs=1))
    findings = [f"{f.code} {f.span.path}:{f.span.line} {f.message.en}" for f in built.checked.at_least(Severity.ERROR)]
    assert not findings, "\n".join(findings)
    texts = {path: text_of(tmp_path / "output" / path) for path in built.made if path.endswith(".docx")}
    assert texts, "no document was made"
    return texts


def text_of(document: Path) -> str:
    """All text of a Word document without white space: that of its headers, of its body with drawings, of its footers."""
    with zipfile.ZipFile(document) as package:
        names = package.namelist()
        order = [name for part in ("header", "document", "footer") for name in sorted(names) if part_of(name) == part]
        roots = [ElementTree.fromstring(package.read(name)) for name in order]  # noqa: S314  (made by posdoc itself)
    return squeezed("".join(text.text or "" for root in roots for text in root.iter(TEXT)))


def part_of(name: str) -> str:
    """``header`` for ``word/header1.xml`` and so on; empty for anything else."""
    found = re.fullmatch(r"word/(header|document|footer)\d*\.xml", name)
    return found[1] if found else ""


def missing(expected: list[str], documents: dict[str, str]) -> list[str]:
    """What does not stand where it should: each line as a sentence that says after which line it was looked for."""
    text, place, before, failures = "", 0, "the beginning", []
    if not any(line.startswith("== ") for line in expected):
        assert len(documents) == 1, f"expected.txt has to name a document with '== ': {', '.join(documents)}"
        text = next(iter(documents.values()))
    for line in expected:
        if line.startswith("== "):
            text, place, before = document_named(line.removeprefix("== ").strip(), documents), 0, "the beginning"
        elif line.startswith("! "):
            failures += [f"'{line.removeprefix('! ')}' stands there"] if squeezed(line[2:]) in text else []
        elif (wanted := squeezed(line)) and not line.startswith("# "):
            found = text.find(wanted, place)
            if found < 0:
                where = f"after '{before}'" + (", only before it" if wanted in text else " or anywhere else")
                failures.append(f"'{line}' does not stand {where}")
            else:
                place, before = found + len(wanted), line
    return failures


def document_named(part: str, documents: dict[str, str]) -> str:
    """The text of the one document whose name has ``part`` in it."""
    found = [text for path, text in documents.items() if part in path]
    assert len(found) == 1, f"'== {part}' is found in {len(found)} names of {', '.join(documents)}"
    return found[0]


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def values_of(path: Path) -> Iterator[tuple[str, str]]:
    """Every text of a YAML file with the key that it stands under; below ``labels`` that key."""

    def walk(value: Any, key: str) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            for inner, part in value.items():
                yield from walk(part, key if key == "labels" or inner in ("zh", "en") else str(inner))
        elif isinstance(value, list):
            for part in value:
                yield from walk(part, key)
        else:
            yield key, str(value)

    yield from walk(yaml.safe_load(path.read_text("utf-8")), "")


def copies(entry: tuple[str, str], originals: str) -> Iterator[str]:
    """The runs of Chinese characters that a text has from an original; a short title or label is none."""
    key, value = entry
    value = squeezed(value)
    if key in NAMES and len(value) <= LONGEST_NAME:
        return
    for run in CHINESE.findall(value):
        for start in range(len(run) - LONGEST_COPY):
            if (copied := run[start : start + LONGEST_COPY + 1]) in originals:
                yield copied
                break
