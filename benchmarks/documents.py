"""What a Word document costs: posdoc against docxtpl, on the same form with the same content.

Measured in turn, round after round, in one process: a job description without its chart, and with it (docxtpl gets a
PNG for which ``dot`` is started). Then the first document of a cold process. The texts of what both make are
compared first. Prints Markdown tables of medians. It is a measurement, not a test: it always ends with status 0.

    python -m benchmarks.documents [ROUNDS]
"""

from __future__ import annotations

import io
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from docx.shared import Pt
from docxtpl import DocxTemplate, InlineImage
from jinja2.sandbox import SandboxedEnvironment

from posdoc.charts import position as chart
from posdoc.documents import open_form
from posdoc.documents.illustrations import ROOM, Illustrator
from posdoc.documents.of_position import position_document
from posdoc.drawing import draw
from posdoc.layout import place
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import DocumentOutput, Organization, SectionName, SectionOutput
from posdoc.resources import sample_folder, templates_folder
from posdoc.views.position import view_position
from posdoc.views.sections import Presentation
from posdoc.word import Metadata

ROUNDS = 30
FORM = templates_folder() / "standard.docx"
POSITION = "call-centre-shift-leader"
NAMES = ("identity", "relations", "chart", "purpose", "duties", "authority", "contacts", "qualifications", "training",
         "conditions", "revisions", "signoff")  # fmt: skip
SECTIONS = tuple(SectionOutput(section=SectionName.of(name)) for name in NAMES)
METADATA = Metadata(identity=POSITION, title="岗位说明书")
View = dict[str, Any]


class KeysFirst(SandboxedEnvironment):
    """docxtpl with the look-up that the form needs: ``row.items`` is a field, not a method of dicts."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The key, else what Jinja does."""
        return obj[attribute] if isinstance(obj, dict) and attribute in obj else super().getattr(obj, attribute)


class Subject:
    """The one position that is printed again and again."""

    def __init__(self) -> None:
        self.organization: Organization = load(sample_folder())[0]
        self.words = Words(self.organization, "zh")
        self.position = self.organization.by_id[POSITION]
        self.presentation = Presentation(sections=SECTIONS)
        self.form = open_form(sample_folder(), "standard")

    def view(self) -> View:
        """What the form prints."""
        return view_position(self.organization, self.words, self.position, self.presentation)

    def graph(self) -> Any:
        """The chart of the position."""
        return chart.draw_position(self.organization, self.words, self.position)


def by_posdoc(subject: Subject, view: View, charted: bool) -> bytes:
    """A document by posdoc, with a native drawing of the chart or without it."""
    if charted:
        illustrator = Illustrator(subject.organization, subject.words)
        view["chart"]["drawing"] = view["parts"][2]["drawing"] = illustrator.draw(subject.graph(), ROOM, "chart")
    return subject.form.render(view, METADATA)


def with_view(subject: Subject, charted: bool) -> bytes:
    """A document by posdoc, its view made as well."""
    return by_posdoc(subject, subject.view(), charted)


def by_docxtpl(form: bytes, subject: Subject, view: View, charted: bool) -> bytes:
    """The same by docxtpl, with a picture that ``dot`` has made."""
    template = DocxTemplate(io.BytesIO(form))
    if charted:
        dot = draw(place(subject.graph()), "dot", dpi=96)
        png = subprocess.run(["dot", "-Tpng"], input=dot, capture_output=True, check=True).stdout
        view["chart"]["drawing"] = view["parts"][2]["drawing"] = InlineImage(template, io.BytesIO(png), width=Pt(400))
    template.render(view, KeysFirst(), autoescape=True)
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()


def form_for_docxtpl() -> bytes:
    """The same form; its chart is printed as docxtpl prints a picture."""
    made = io.BytesIO()
    with zipfile.ZipFile(FORM) as form, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in form.namelist():
            copy.writestr(name, form.read(name).replace(b"{{r chart.drawing }}", b"{{ chart.drawing }}"))
    return made.getvalue()


def text_of(document: bytes) -> str:
    """The text of a document, drawings left out."""
    body = zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode()
    body = re.sub(r"<mc:AlternateContent.*?</mc:AlternateContent>", "", body, flags=re.DOTALL)
    return "".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body)).split())


def seconds(action: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def steady(subject: Subject, rounds: int) -> None:
    """Many documents in one process."""
    form = form_for_docxtpl()
    ours, theirs = by_posdoc(subject, subject.view(), False), by_docxtpl(form, subject, subject.view(), False)
    same = text_of(ours) == text_of(theirs)
    with_dot = shutil.which("dot") is not None
    print(f"{len(text_of(ours))} characters of text, the same in both: {same}; {rounds} rounds\n")
    print("| | posdoc, ms | with its view, ms | docxtpl, ms | times as fast | bound |\n|---|---:|---:|---:|---:|---:|")
    for charted, bound in ((False, 20), (True, 40)):
        if charted and not with_dot:
            print("| with the chart | `dot` is not installed | | | | 40 |")
            continue
        own, whole, other = [], [], []
        for _ in range(rounds):
            own.append(seconds(partial(by_posdoc, subject, subject.view(), charted)))
            whole.append(seconds(partial(with_view, subject, charted)))
            other.append(seconds(partial(by_docxtpl, form, subject, subject.view(), charted)))
        ours_ms, whole_ms, theirs_ms = (statistics.median(times) * 1000 for times in (own, whole, other))
        name = "with the chart" if charted else "without the chart"
        print(f"| {name} | {ours_ms:.2f} | {whole_ms:.2f} | {theirs_ms:.1f} | {theirs_ms / ours_ms:.0f} | {bound} |")


COLD_ALONE = {
    "posdoc": """
import json, sys
from posdoc.word.form import Form, Metadata
view = json.load(open(sys.argv[1], encoding="utf-8"))
Form(open(sys.argv[2], "rb").read(), "standard").render(view, Metadata(identity="p", title="t"))
""",
    "docxtpl": """
import io, json, sys
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment
class KeysFirst(SandboxedEnvironment):
    def getattr(self, obj, attribute):
        return obj[attribute] if isinstance(obj, dict) and attribute in obj else super().getattr(obj, attribute)
view = json.load(open(sys.argv[1], encoding="utf-8"))
template = DocxTemplate(sys.argv[2])
template.render(view, KeysFirst(), autoescape=True)
template.save(io.BytesIO())
""",
}
"""The first document of a process: starting Python, importing, compiling the form, rendering a view that is given."""


def cold(subject: Subject, folder: Path, rounds: int) -> None:
    """The first document of a process."""
    import json

    data = folder / "view.json"
    data.write_text(json.dumps(subject.view(), ensure_ascii=False), encoding="utf-8")
    times: dict[str, list[float]] = {name: [] for name in COLD_ALONE}
    for _ in range(rounds):
        for name, script in COLD_ALONE.items():
            command = [sys.executable, "-c", script, str(data), str(FORM)]
            times[name].append(seconds(partial(subprocess.run, command, check=True)))
    medians = {name: statistics.median(values) * 1000 for name, values in times.items()}
    print("\n| the first document of a process | ms |\n|---|---:|")
    for name, value in medians.items():
        print(f"| {name} | {value:.0f} |")
    print(f"\nBound: posdoc's is no slower. Here: {medians['posdoc'] / medians['docxtpl']:.2f} of docxtpl's.")


def floor(subject: Subject, rounds: int) -> None:
    """A whole document as ``build`` makes it, for comparison."""
    output = DocumentOutput(form="standard", sections=SECTIONS)
    times = [
        seconds(lambda: position_document(subject.organization, subject.position, subject.form, "zh", output))
        for _ in range(rounds)
    ]
    print(f"\nAs `build` makes it, with view, chart and properties: {statistics.median(times) * 1000:.2f} ms.")


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    subject = Subject()
    steady(subject, rounds)
    floor(subject, rounds)
    with tempfile.TemporaryDirectory() as name:
        cold(subject, Path(name), max(3, rounds // 4))


if __name__ == "__main__":
    main()
