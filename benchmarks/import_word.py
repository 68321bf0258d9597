"""How long reading a Word file of 138 posts takes, against LibreOffice turning it into text.

The file is made by :mod:`benchmarks.word_posts`: once as Word saves it, once as bare as python-docx makes it. It is a
measurement, not a test: no bound is an error.

    python -m benchmarks.import_word [ROUNDS]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.measuring import POSDOC, Figure, compiled, in_turn, run, table
from benchmarks.word_posts import make
from posdoc.libreoffice import find_program
from posdoc.phrases import Phrase

ROUNDS, POSTS = 5, 138


class Kind(NamedTuple):
    """What sort of Word file is read."""

    name: Phrase
    dressed: bool


KINDS = (
    Kind(Phrase("如 Word 保存的那样", "as Word saves it"), True),
    Kind(Phrase("只有文字和表格", "nothing but texts and tables"), False),
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
    make(POSTS, dressed=kind.dressed).save(str(file))
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
