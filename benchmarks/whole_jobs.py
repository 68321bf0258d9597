"""What whole jobs cost, from 10 to 10,000 positions: time, processors, memory, and how each grows with the size.

Each job is the command as people run it, in a process of its own: ``check`` for the first time and again, ``build`` into
an empty folder, with nothing changed and with one duty reworded, ``chart``, the handbook, ``import`` of a Word file with so
many posts, of a folder with so many Word files and of a list with so many rows, and ``diff`` of the last commit. The
handbook and the imports of Word stop at 1,000. It is a measurement, not a test: no bound is an error.

    python -m benchmarks.whole_jobs [MOST]
"""

from __future__ import annotations

import csv
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from benchmarks.departments import write_department
from benchmarks.diff import write_history
from benchmarks.measuring import MEBIBYTE, POSDOC, Use, compiled, duration, exponent, run
from benchmarks.word_posts import make, write_folder
from posdoc.check.cache import FOLDER
from posdoc.phrases import Phrase

SIZES = (10, 100, 1000, 10_000)
MOST_IN_ONE_FILE = 1000
LINEAR, MEMORY = 1.1, 1536
"""The greatest power of growth, and the most memory in MiB that 10,000 positions may take."""
CHANGED = "positions/unit-0/p1.yaml"
FOLDER_OF_POSTS, LIST = "posts", "list.csv"


class Job(NamedTuple):
    """A job: its name, what is done before it, its arguments, and up to which size it is done."""

    name: Phrase
    prepare: Callable[[Path], object]
    arguments: tuple[str, ...]
    most: int = SIZES[-1]
    with_office: bool = False


class Cost(NamedTuple):
    """What a job used, by the number of positions."""

    job: Job
    uses: dict[int, Use]

    @property
    def growth(self) -> float | None:
        """The power of the size with which its processor time grows, from 100 positions on."""
        grown = {size: use.processor for size, use in self.uses.items() if size >= SIZES[1]}
        return exponent(grown) if len(grown) > 1 else None


def _nothing(_: Path) -> None:
    pass


def _forget_check(root: Path) -> None:
    shutil.rmtree(root / FOLDER, ignore_errors=True)


def _forget_outputs(root: Path) -> None:
    shutil.rmtree(root / "output", ignore_errors=True)


def _forget_import(root: Path) -> None:
    shutil.rmtree(root / "imported", ignore_errors=True)


def _forget_handbook(root: Path) -> None:
    shutil.rmtree(root / "handbook", ignore_errors=True)


def _reword(root: Path) -> None:
    path = root / CHANGED
    path.write_text(
        path.read_text(encoding="utf-8").replace("purpose: |\n", "purpose: |\n  改写一句。\n"), encoding="utf-8"
    )


def _commit(root: Path) -> None:
    write_history(root, 2)


HANDBOOK = ("build", "--form", "handbook", "--output", "handbook")
IMPORT = ("import", "posts.docx", "--into", "imported")
IMPORT_FOLDER = ("import", FOLDER_OF_POSTS, "--into", "imported")
IMPORT_LIST = ("import", LIST, "--into", "imported")
PLAIN_WORD = Phrase("import，Word（只有文字和表格）", "import of Word, nothing but texts and tables")
"""As Word itself saves a thousand posts, a file is too long to be read."""
OFFICE = Phrase("手册，由 LibreOffice 排页码", "handbook, page numbers by LibreOffice")
JOBS = (
    Job(Phrase("check，首次", "check, the first"), _forget_check, ("check",)),
    Job(Phrase("check，没有变化", "check, nothing changed"), _nothing, ("check",)),
    Job(Phrase("build，全部", "build, everything"), _forget_outputs, ("build",)),
    Job(Phrase("build，没有变化", "build, nothing changed"), _nothing, ("build",)),
    Job(Phrase("build，改写一项职责", "build, one duty reworded"), _reword, ("build",)),
    Job(Phrase("chart，SVG", "chart as SVG"), _nothing, ("chart", "--output", "chart.svg")),
    Job(Phrase("手册，不排页码", "handbook, without page numbers"), _forget_handbook, HANDBOOK, MOST_IN_ONE_FILE),
    Job(OFFICE, _forget_handbook, HANDBOOK, MOST_IN_ONE_FILE, True),
    Job(PLAIN_WORD, _forget_import, IMPORT, MOST_IN_ONE_FILE),
    Job(Phrase("import，一个文件夹的 Word 文件", "import of a folder of Word files"), _forget_import, IMPORT_FOLDER,
        MOST_IN_ONE_FILE),
    Job(Phrase("import，CSV 名单", "import of a list as CSV"), _forget_import, IMPORT_LIST),
    Job(Phrase("diff HEAD~1", "diff HEAD~1"), _commit, ("diff", "HEAD~1", "HEAD")),
)  # fmt: skip


def costs(folder: Path, most: int | None = None) -> list[Cost]:
    """Every job at every size up to ``most``, if that is given."""
    environment = {**compiled(folder), "PATH_WITHOUT_OFFICE": _without_office(folder / "programs")}
    found: dict[Job, dict[int, Use]] = {job: {} for job in JOBS}
    for size in (size for size in SIZES if most is None or size <= most):
        root = write_department(folder / str(size), size)
        if size <= MOST_IN_ONE_FILE:
            make(size).save(str(root / "posts.docx"))
            write_folder(root / FOLDER_OF_POSTS, size)
        _write_list(root / LIST, size)
        if size == SIZES[0]:  # every module is compiled once before it counts
            _every_job(root, environment)
        for job, uses in found.items():
            if size <= job.most:
                uses[size] = _use(job, root, environment)
        shutil.rmtree(root)
    return [Cost(job, uses) for job, uses in found.items()]


def _write_list(file: Path, size: int) -> None:
    """A list of an organization: ten report to one, twenty are a unit, and each post has two people."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("岗位编号", "岗位名称", "上级编号", "部门", "编制", "在岗人员"))
        for at in range(size):
            boss = f"P{at // 10}" if at else ""
            rows.writerow((f"P{at}", f"工程师{at}", boss, f"第{at // 20 + 1}组", 2, f"员工{at}甲、员工{at}乙"))


def _use(job: Job, root: Path, environment: dict[str, str]) -> Use:
    job.prepare(root)
    alone = {**environment, "PATH": environment["PATH_WITHOUT_OFFICE"]}
    return run(POSDOC, *job.arguments, folder=root, environment=environment if job.with_office else alone)


def _without_office(folder: Path) -> str:
    """A folder of programs in which there is git and nothing else."""
    folder.mkdir()
    (folder / "git").symlink_to(shutil.which("git") or "git")
    return str(folder)


def _every_job(root: Path, environment: dict[str, str]) -> None:
    for job in JOBS:
        _use(job, root, environment)
    shutil.rmtree(root / ".git")


def tables(found: list[Cost], language: str = "en") -> str:
    """Markdown: the time that each job takes with its growth, then processors and memory at each size."""
    sizes = sorted({size for cost in found for size in cost.uses})
    heads = " | ".join(f"{size:,}" for size in sizes)
    growth, time, processors, memory = {
        "en": ("growth: n to the power of", "time", "processors", "memory, MiB"),
        "zh": ("增长：n 的幂", "时间", "处理器时间", "内存，MiB"),
    }[language]
    lines = [f"| {time} | {heads} | {growth} |", f"|---|{'---:|' * len(sizes)}---:|"]
    for cost in found:
        power = "" if cost.growth is None else f"{cost.growth:.2f}"
        lines.append(f"| {_row(cost, sizes, language, lambda use: duration(use.wall))} | {power} |")
    lines += ["", f"| {processors} | {heads} |", f"|---|{'---:|' * len(sizes)}"]
    lines += [f"| {_row(cost, sizes, language, lambda use: duration(use.processor))} |" for cost in found]
    lines += ["", f"| {memory} | {heads} |", f"|---|{'---:|' * len(sizes)}"]
    lines += [f"| {_row(cost, sizes, language, lambda use: f'{use.memory / MEBIBYTE:.0f}')} |" for cost in found]
    return "\n".join(lines)


def _row(cost: Cost, sizes: list[int], language: str, shown: Callable[[Use], str]) -> str:
    cells = [shown(cost.uses[size]) if size in cost.uses else "" for size in sizes]
    return " | ".join([getattr(cost.job.name, language), *cells])


def missed(found: list[Cost]) -> list[str]:
    """What grows faster than it may, or takes more memory."""
    said = [f"{cost.job.name.en}: n^{cost.growth:.2f}" for cost in found if cost.growth and cost.growth > LINEAR]
    large = [(cost, use.memory / MEBIBYTE) for cost in found for use in cost.uses.values()]
    return said + [f"{cost.job.name.en}: {memory:.0f} MiB" for cost, memory in large if memory > MEMORY]


def main() -> None:
    """Measure and print."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1]
    with tempfile.TemporaryDirectory() as name:
        found = costs(Path(name), most)
    print(tables(found))
    print("\nMissed bounds: " + ("; ".join(missed(found)) or "none"))


if __name__ == "__main__":
    main()
