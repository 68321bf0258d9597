"""What a full build of 1,000 positions costs: against a script with docxtpl, and with two processes.

posdoc makes a document with a native chart for each position, and the org chart as SVG and PDF, in one process. The
script reads the same files with ``yaml.safe_load`` and fills the same form with docxtpl, without charts; what the form
prints of a definition is given to it, which it need not find out. It makes fewer documents, and what counts are documents
a second. Then the rendering of posdoc alone, in one process and in two. It is a measurement, not a test: no bound is an
error.

    python -m benchmarks.full_build [ROUNDS]
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections import deque
from pathlib import Path

from benchmarks.departments import write_department
from benchmarks.measuring import POSDOC, Figure, compiled, in_turn, run, seconds, table
from posdoc.build import Request
from posdoc.build.plan import DocumentJob, plan
from posdoc.build.run import results
from posdoc.load import load
from posdoc.locales.words import Words
from posdoc.phrases import Phrase
from posdoc.resources import templates_folder
from posdoc.views.position import view_position

ROUNDS = 3
POSITIONS, FEWER = 1000, 20
FORM = templates_folder() / "standard.docx"
PROCESSES = 1.7
"""How many times as fast two processes have to render as one."""
SCRIPT = """
import json, sys
from pathlib import Path
import yaml
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment
class KeysFirst(SandboxedEnvironment):
    def getattr(self, obj, attribute):
        return obj[attribute] if isinstance(obj, dict) and attribute in obj else super().getattr(obj, attribute)
environment = KeysFirst()
environment.filters["mark"] = lambda value, name="": name
form, views, made = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
for path in sys.argv[4:]:
    definition = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    view = json.loads((views / Path(path).with_suffix(".json").name).read_text(encoding="utf-8"))
    template = DocxTemplate(form)
    template.render(view, environment, autoescape=True)
    template.save(str(made / (definition["code"] + ".docx")))
"""


def figures(rounds: int, folder: Path) -> list[Figure]:
    """Documents a second against the script; one process against two."""
    root, environment = write_department(folder / "department", POSITIONS), compiled(folder)
    files = sorted((root / "positions").rglob("p*.yaml"))[:FEWER]
    views, made = write_views(root, files, folder / "views"), folder / "made"
    made.mkdir()
    script = [sys.executable, "-c", SCRIPT, str(FORM), str(views), str(made), *map(str, files)]
    run(POSDOC, "-C", str(root), "check", environment=environment)
    found = in_turn(
        {
            "posdoc": lambda: built(root, environment) / POSITIONS,
            "script": lambda: run(*script, environment=environment).wall / len(files),
        },
        rounds,
    )
    what = Phrase(
        f"完整生成 {POSITIONS:,} 个岗位的文件和图，每份",
        f"a full build of {POSITIONS:,} positions with charts, a document",
    )
    against = Phrase(
        "yaml.safe_load 加 docxtpl 的脚本，不画图", "a script with yaml.safe_load and docxtpl, without charts"
    )
    one, two = rendering(root, rounds)
    rendered = Phrase("生成文件，两个进程", "rendering the documents with two processes")
    return [
        Figure(what, against, found["posdoc"], found["script"], 20, faster=True),
        Figure(rendered, Phrase("一个进程", "one process"), two, one, PROCESSES, faster=True),
    ]


def write_views(root: Path, files: list[Path], folder: Path) -> Path:
    """What the form prints of some positions, for the script."""
    folder.mkdir()
    organization, _ = load(root)
    words = Words(organization, "zh")
    for path in files:
        view = view_position(organization, words, organization.by_id[path.stem])
        text = json.dumps(view, ensure_ascii=False, default=lambda _: "")
        (folder / f"{path.stem}.json").write_text(text, encoding="utf-8")
    return folder


def built(root: Path, environment: dict[str, str]) -> float:
    """A full build, in one process, into a folder that is not there."""
    shutil.rmtree(root / "output", ignore_errors=True)
    return run(POSDOC, "-C", str(root), "build", "--jobs", "1", environment=environment).wall


def rendering(root: Path, rounds: int) -> tuple[float, float]:
    """The documents alone, as a build makes them, in one process and in two, in turn."""
    organization, _ = load(root)
    jobs = [job for job in plan(root, organization, Request(root).choice) if isinstance(job, DocumentJob)]

    def made(processes: int) -> float:
        return seconds(lambda: deque(results(Request(root, jobs=processes), organization, jobs), 0))

    found = in_turn({"one": lambda: made(1), "two": lambda: made(2)}, rounds)
    return found["one"], found["two"]


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        print(table(figures(rounds, Path(name))))


if __name__ == "__main__":
    main()
