"""How long reading a Word file of 138 posts takes, against LibreOffice turning it into text.

The posts are a handbook that posdoc made, with a chart for each, read like a file from elsewhere; then they are tables made
by :mod:`benchmarks.word_posts`, once as Word saves them, once as bare as python-docx makes them, and at last headings and
paragraphs without a table. It is a measurement, not a test: no bound is an error.

    python -m benchmarks.import_word [ROUNDS]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.departments import write_department
from benchmarks.measuring import POSDOC, Figure, compiled, in_turn, run, table
from benchmarks.word_posts import make, make_text
from posdoc.build import Choice
from posdoc.build.plan import DocumentJob, plan
from posdoc.build.run import document_bytes
from posdoc.libreoffice import find_program
from posdoc.load import load
from posdoc.model import DocumentFormat
from posdoc.phrases import Phrase
from posdoc.word.package import read_own_package, write_package
from posdoc.word.properties import NAMESPACE

ROUNDS, POSTS = 5, 138


class Kind(NamedTuple):
    """What sort of Word file is read, and what writes one with ``POSTS`` posts."""

    name: Phrase
    write: Callable[[Path], None]


def _dressed(file: Path) -> None:
    make(POSTS, dressed=True).save(str(file))


def _bare(file: Path) -> None:
    make(POSTS).save(str(file))


def _text(file: Path) -> None:
    make_text(POSTS).save(str(file))


def _handbook(file: Path) -> None:
    """The handbook of a department; what posdoc notes in it for itself is given another name."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_department(Path(folder) / "department", POSTS)
        organization = load(root)[0]
        (job,) = plan(root, organization, Choice(form="handbook", formats=(DocumentFormat.DOCX,)))
        assert isinstance(job, DocumentJob)
        parts = read_own_package(document_bytes(root, organization, job))
    own = NAMESPACE.encode()
    file.write_bytes(write_package({name: part.replace(own, b"urn:example") for name, part in parts.items()}))


KINDS = (
    Kind(Phrase("一本手册，每个岗位有图", "a handbook with a chart for each"), _handbook),
    Kind(Phrase("表格，如 Word 保存的那样", "tables as Word saves them"), _dressed),
    Kind(Phrase("表格，只有文字", "tables with nothing but texts"), _bare),
    Kind(Phrase("标题和段落，没有表格", "headings and paragraphs, no table"), _text),
)


def figures(rounds: int, folder: Path) -> list[Figure]:
    """The whole command against LibreOffice; none where that is not installed. One post is read first, to warm up."""
    program = find_program()
    if program is None:
        return []
    single = folder / "single.docx"
    make(1).save(str(single))
    environment = compiled(folder)
    imported(single, folder, environment)
    run(*office_command(str(program), single, folder), environment=environment)
    return [_figure(kind, rounds, folder, environment, str(program)) for kind in KINDS]


def _figure(kind: Kind, rounds: int, folder: Path, environment: dict[str, str], program: str) -> Figure:
    file = folder / "posts.docx"
    kind.write(file)
    found = in_turn(
        {
            "posdoc": lambda: imported(file, folder, environment),
            "office": lambda: run(*office_command(program, file, folder), environment=environment).wall,
        },
        rounds,
    )
    what = Phrase(
        f"posdoc import，一个文件里 {POSTS} 个岗位，{kind.name.zh}",
        f"posdoc import of a Word file with {POSTS} posts, {kind.name.en}",
    )
    against = Phrase("LibreOffice 转成文本", "LibreOffice turning it into text")
    return Figure(what, against, found["posdoc"], found["office"], 0.1)


def imported(file: Path, folder: Path, environment: dict[str, str]) -> float:
    """How long the command takes, into a folder that is not there."""
    into = folder / "workspace"
    shutil.rmtree(into, ignore_errors=True)
    return run(POSDOC, "import", str(file), "--into", str(into), environment=environment).wall


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        print(table(figures(rounds, Path(folder))))


def office_command(program: str, file: Path, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    return [program, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(folder), str(file)]


if __name__ == "__main__":
    main()
