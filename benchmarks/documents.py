"""What a Word document costs: posdoc against docxtpl, on the same form with the same content.

Measured in turn, round after round, in one process: a job description without its chart, and with it (docxtpl gets a
PNG for which ``dot`` is started). Then the first document of a cold process. The texts of what both make are
compared first. It is a measurement, not a test: no bound is an error.

    python -m benchmarks.documents [ROUNDS]
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from docx.shared import Pt
from docxtpl import DocxTemplate, InlineImage
from jinja2.sandbox import SandboxedEnvironment

from benchmarks.measuring import Figure, compiled, in_turn, run, seconds, table
from posdoc.charts import position as chart
from posdoc.documents import open_form
from posdoc.documents.illustrations import ROOM, Illustrator
from posdoc.documents.of_position import position_document
from posdoc.drawing import draw
from posdoc.layout import place
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.model import DocumentOutput, Organization, SectionName, SectionOutput
from posdoc.phrases import Phrase
from posdoc.resources import sample_folder, templates_folder
from posdoc.template.marks import mark_of
from posdoc.views.position import view_position
from posdoc.views.sections import Presentation
from posdoc.word import Metadata

ROUNDS = 7
FORM = templates_folder() / "standard.docx"
POSITION = "call-centre-shift-leader"
NAMES = ("identity", "relations", "chart", "purpose", "duties", "authority", "contacts", "qualifications", "training",
         "conditions", "revisions", "signoff")  # fmt: skip
SECTIONS = tuple(SectionOutput(section=SectionName.of(name)) for name in NAMES)
METADATA = Metadata(identity=POSITION, title="岗位说明书")
View = dict[str, Any]


class KeysFirst(SandboxedEnvironment):
    """docxtpl with what the form needs: the filter of marks, and ``row.items`` as a field, not a method of dicts."""

    def __init__(self) -> None:
        super().__init__()
        self.filters["mark"] = mark_of

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
            part = form.read(name).replace(b"{{r chart.drawing }}", b"{{ chart.drawing }}")
            copy.writestr(name, part)
    return made.getvalue()


def text_of(document: bytes) -> str:
    """The text of a document, drawings left out."""
    body = zipfile.ZipFile(io.BytesIO(document)).read("word/document.xml").decode()
    body = re.sub(r"<mc:AlternateContent.*?</mc:AlternateContent>", "", body, flags=re.DOTALL)
    return "".join("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", body)).split())


def steady(subject: Subject, rounds: int) -> list[Figure]:
    """Many documents in one process."""
    ways: dict[str, Callable[[Subject, View, bool], bytes]] = {
        "posdoc": by_posdoc,
        "docxtpl": partial(by_docxtpl, form_for_docxtpl()),
    }
    if len({text_of(way(subject, subject.view(), False)) for way in ways.values()}) > 1:
        sys.exit("The documents compared have not the same text.")
    found = []
    for charted, bound in ((False, 20), (True, 40)) if shutil.which("dot") else ((False, 20),):
        taken = in_turn({name: partial(_once, way, subject, charted) for name, way in ways.items()}, rounds)
        what, against = CHARTED if charted else PLAIN
        found.append(Figure(what, against, taken["posdoc"], taken["docxtpl"], bound, faster=True))
    return found


def _once(way: Callable[[Subject, View, bool], bytes], subject: Subject, charted: bool) -> float:
    view = subject.view()
    return seconds(lambda: way(subject, view, charted))


PLAIN = (Phrase("一份三页的 Word 文件，不含图", "a Word document of three pages, without its chart"),
         Phrase("docxtpl 填同一模板", "docxtpl with the same form"))  # fmt: skip
CHARTED = (Phrase("同上，含岗位关系图", "the same with its chart"),
           Phrase("docxtpl 加上 dot 画的 PNG", "docxtpl with a PNG from dot"))  # fmt: skip


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
environment = KeysFirst()
environment.filters["mark"] = lambda value, name="": name
view = json.load(open(sys.argv[1], encoding="utf-8"))
template = DocxTemplate(sys.argv[2])
template.render(view, environment, autoescape=True)
template.save(io.BytesIO())
""",
}
"""The first document of a process: starting Python, importing, compiling the form, rendering a view that is given."""


def cold(subject: Subject, folder: Path, rounds: int) -> Figure:
    """The first document of a process."""
    data = folder / "view.json"
    data.write_text(json.dumps(subject.view(), ensure_ascii=False), encoding="utf-8")
    environment = compiled(folder)
    commands = {name: [sys.executable, "-c", script, str(data), str(FORM)] for name, script in COLD_ALONE.items()}
    cases = {
        name: lambda command=command: run(*command, environment=environment).wall for name, command in commands.items()
    }
    in_turn(cases, 1)
    found = in_turn(cases, rounds)
    what = Phrase("进程里的第一份文件", "the first document of a process")
    return Figure(what, Phrase("docxtpl", "docxtpl"), found["posdoc"], found["docxtpl"], 1)


def figures(rounds: int, folder: Path) -> list[Figure]:
    """Documents one after the other, and the first of a process."""
    subject = Subject()
    return [*steady(subject, rounds * 3), cold(subject, folder, rounds)]


def whole(subject: Subject, rounds: int) -> float:
    """A document as ``build`` makes it, with view, chart and properties, in milliseconds."""
    output = DocumentOutput(form="standard", sections=SECTIONS)
    job = partial(position_document, subject.organization, subject.position, subject.form, "zh", output)
    return in_turn({"whole": lambda: seconds(job)}, rounds)["whole"] * 1000


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        print(table(figures(rounds, Path(name))))
    print(f"\nA document as `build` makes it, with view, chart and properties: {whole(Subject(), rounds * 3):.2f} ms.")


if __name__ == "__main__":
    main()
