"""Every form with extreme definitions, and the documents of the 33 real forms: valid, a PDF, and all their text back."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from posdoc.build import Request, build
from posdoc.build.plan import Choice
from posdoc.documents import forms, open_form
from posdoc.model import DocumentFormat
from tests.proof.validators import audited, found_in, validated

pytestmark = pytest.mark.proof
ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT / "tests" / "forms" / "real"
FORMS = sorted(forms(ROOT).keys() - {"changes"})  # of two states: tests/diff/test_changes_document.py
LANGUAGES = ("zh", "en", "zh+en")
Tool = Callable[[str], str]

SETTINGS = """\
organization: {name: {zh: "甲 & 乙 <公司>", en: "A & B <Company>"}, department: {zh: 售后部, en: After-sales}}
languages: [zh, en]
rules: {preset: legacy}
"""
MARKS = "& < > \\\" ' ]]> &amp; </w:t> {{ title }} 👩‍🔧 مدير שירות 𠮷"
"""What no value may do harm with, as it stands in YAML between double quotes."""
LONG = "很长的一段文字，说明这项职责怎样做、做到什么程度。" * 130


def _duties(count: int, text: str) -> str:
    share = 100 / count
    return "".join(
        f'  - {{area: 领域{n}, text: "{text}", time: {share:.1f}%, tasks: [甲{n}, 乙{n}]}}\n' for n in range(count)
    )


def _kpis(count: int) -> str:
    return "".join(
        f'      - {{name: 指标{n}, target: "≥{n}%", weight: {100 / count:.2f}%, formula: 算法{n}, criteria: 标准{n}}}\n'
        for n in range(count)
    )


DEFINITIONS = {
    "least": ("title: 只有名称\n", ["只有名称"]),
    "much": (
        f"title: 很多\nduties:\n{_duties(60, '做事')}kpi_sets:\n  - title: 考核\n    kpis:\n{_kpis(30)}",
        ["领域59"],
    ),
    "long": (f"title: 很长\npurpose: {LONG}\nduties:\n{_duties(3, LONG)}", ["领域2"]),
    "marks": (f'title: "{MARKS}"\npurpose: "{MARKS}"\nduties:\n{_duties(2, MARKS)}', ["👩‍🔧", "𠮷", "مدير"]),
    "title": (f"title: {'售' * 100}\nduties:\n{_duties(1, '做事')}", ["售" * 100]),
}
QUICK = ("marks",)
"""The definitions that CI proves; the others are for ``make proof``."""
CASES = [
    pytest.param(form, language, name, marks=() if name in QUICK else pytest.mark.long)
    for form in FORMS
    for language in LANGUAGES
    for name in DEFINITIONS
]
UNIT = "title: {zh: 售后部, en: After-sales}\nbackground: 为明确职责。\nfunctions: [受理, {title: 维修, functions: [上门]}]\n"


def _workspace(folder: Path, name: str) -> Path:
    (folder / "positions" / "service").mkdir(parents=True)
    (folder / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "positions" / "service" / "unit.yaml").write_text(UNIT, encoding="utf-8")
    (folder / "positions" / "service" / "one.yaml").write_text(DEFINITIONS[name][0], encoding="utf-8")
    return folder


def _built(root: Path, choice: Choice) -> list[Path]:
    built = build(Request(root, choice, root / "out"))
    assert not built.refused, [str(finding.message.en) for finding in built.checked.findings]
    return sorted((root / "out").rglob("*.docx")) or sorted((root / "out").rglob("*.pdf"))


@pytest.mark.tool("ooxml-validator", "soffice")
@pytest.mark.parametrize(("form", "language", "name"), CASES)
def test_an_extreme_definition_on_each_form(form: str, language: str, name: str, tmp_path: Path, tool: Tool) -> None:
    root = _workspace(tmp_path, name)
    choice = Choice(languages=(language,), form=form)
    documents = _built(root, choice)
    assert found_in(audited, documents) == {}
    assert found_in(lambda path: validated(tool("ooxml-validator"), path), documents) == {}
    if open_form(root, form, "standard").kind.subject == "position":
        text = _text(documents[0])
        assert [expected for expected in DEFINITIONS[name][1] if expected not in text and form != "scorecard"] == []
    pdfs = build(Request(root, Choice(languages=(language,), form=form, formats=(DocumentFormat.PDF,)), root / "pdf"))
    assert all((root / "pdf" / path).read_bytes().startswith(b"%PDF") for path in pdfs.made)
    assert pdfs.made


def _text(path: Path) -> str:
    read = docx.Document(io.BytesIO(path.read_bytes()))
    texts = (
        node.text or "" for node in read.element.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    )
    return "".join("".join(texts).split())


@pytest.fixture(scope="module")
def real_documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The documents of all real forms."""
    folder = tmp_path_factory.mktemp("real")
    return [path for form in _forms() for path in _real(form, folder)]


def _forms() -> Iterator[Path]:
    found = sorted(path for path in REAL.iterdir() if path.is_dir())
    assert len(found) == 33
    yield from found


def _real(form: Path, folder: Path) -> list[Path]:
    root = Path(shutil.copytree(form, folder / form.name))
    found = _built(root, Choice())
    named = [path.rename(path.with_name(f"{form.name} {path.name}")) for path in found]
    assert named
    return named


def test_openxml_audit_finds_nothing_in_the_real_forms(real_documents: list[Path]) -> None:
    assert found_in(audited, real_documents) == {}


@pytest.mark.tool("ooxml-validator")
def test_the_open_xml_sdk_finds_nothing_in_the_real_forms(real_documents: list[Path], tool: Tool) -> None:
    assert found_in(lambda path: validated(tool("ooxml-validator"), path), real_documents) == {}


@pytest.mark.long
@pytest.mark.tool("soffice")
def test_the_real_forms_become_pdfs(real_documents: list[Path]) -> None:
    from posdoc.build.office import to_pdf
    from posdoc.word.for_libreoffice import for_libreoffice

    made = to_pdf([for_libreoffice(path.read_bytes()) for path in real_documents])
    assert [pdf[:4] for pdf in made] == [b"%PDF"] * len(real_documents)
