"""With which Pythons, packages and Graphviz posdoc works, and whether it makes the same files with all of them.

For each Python from 3.11 on that is installed here, on the PATH or by pyenv, the wheel of this tree is installed into two
fresh environments: with the newest packages that pyproject.toml allows, and with the oldest. In each, one job goes through
the installed command in an empty folder: a workspace, check, documents, the handbook, charts in every format, workbooks,
import, and diff in a repository. Its files are compared byte for byte with those of the oldest Python with the newest
packages. Where there is a program `dot`, the job runs once more with that in place of the embedded Graphviz.

Prints Markdown tables, writes them into docs/compatibility.en.md and .zh.md unless versions are named, and ends with
status 1 if a command fails, or if a file differs that no other Graphviz accounts for.
Needs uv (`make compatibility` installs it), git, and a package index. It takes some minutes.

    python -m benchmarks.compatibility [3.12 ...]
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.compatibility_job import JobError, differences, job, ran
from posdoc.phrases import Phrase

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = ROOT / "pyproject.toml"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
RESOLUTIONS = {
    "highest": Phrase("最新", "newest"),
    "lowest-direct": Phrase("最旧", "oldest"),
}
"""What uv calls the two. What posdoc does not import itself is always the newest that the others allow."""
BEGIN, END = "<!-- benchmarks/compatibility.py -->", "<!-- / -->"
_GRAPHVIZ = "from pygraphviz import AGraph; print(AGraph('graph{a}').draw(format='svg', prog='dot').decode())"


@dataclass
class Case:
    """One environment, the folder of its job, and what became of it."""

    python: str
    resolution: str
    folder: Path
    programs: Path
    dot: str = ""
    """The program that draws instead of the embedded Graphviz."""
    graphviz: str = ""
    packages: dict[str, str] = field(default_factory=dict)
    failure: str = ""
    count: int = 0
    pictures: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether all ran, and nothing differs but pictures."""
        return not self.failure and not self.others


# --- Pythons and environments -------------------------------------------------------------------------------


def _uv() -> str:
    beside = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if beside is None:
        sys.exit("uv is not installed: run make compatibility, or pip install uv")
    return beside


def interpreter(uv: str, version: str) -> str | None:
    """A Python of that version: one that uv finds, else one of pyenv's."""
    found = subprocess.run([uv, "python", "find", "--system", "--no-python-downloads", version],
                           capture_output=True, encoding="utf-8", cwd=tempfile.gettempdir())  # fmt: skip
    if found.returncode == 0:
        return found.stdout.strip()
    pyenv = shutil.which("pyenv")
    if pyenv is None:
        return None
    names = [name.strip() for name in ran([pyenv, "versions", "--bare"]).splitlines()]
    wanted = [name for name in names if re.fullmatch(rf"{re.escape(version)}\.\d+", name)]
    if not wanted:
        return None
    newest = max(wanted, key=lambda name: int(name.rpartition(".")[2]))
    return str(Path(ran([pyenv, "prefix", newest]).strip(), "bin", "python"))


def wheel(uv: str, folder: Path) -> Path:
    """The wheel of this tree."""
    ran([uv, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT])
    (made,) = folder.glob("posdoc-*.whl")
    return made


def install(uv: str, python: str, made: Path, case: Case) -> None:
    """Make the environment of a case, from wheels alone, and note what is in it."""
    home = case.programs.parent
    ran([uv, "venv", "--quiet", "--no-project", "--python", python, home])
    into: list[str | Path] = ["--python", case.programs / "python"]
    ran([uv, "pip", "install", "--quiet", *into, "--only-binary", ":all:", "--resolution", case.resolution,
         "--requirements", PYPROJECT, made])  # fmt: skip
    lines = ran([uv, "pip", "freeze", "--quiet", *into]).splitlines()
    case.packages = dict(line.split("==") for line in lines if "==" in line)
    case.python = ran([case.programs / "python", "-c", "import platform; print(platform.python_version())"]).strip()
    case.graphviz = _version_in(ran([case.programs / "python", "-c", _GRAPHVIZ]))


def has_wheels(uv: str, version: str, resolution: str) -> bool:
    """Whether every package that is needed has a wheel for a Python that need not be installed."""
    command = [uv, "pip", "compile", "--quiet", "--python-version", version, "--only-binary", ":all:",
               "--resolution", resolution, "--no-header", str(PYPROJECT)]  # fmt: skip
    return subprocess.run(command, capture_output=True).returncode == 0


def _version_in(text: str) -> str:
    found = re.search(r"graphviz version (\d[\d.]*)", text)
    return found[1].strip(".") if found else "?"


# --- cases --------------------------------------------------------------------------------------------------


def run(uv: str, python: str, made: Path, case: Case) -> Case:
    """Install and go through the job; what fails is noted in the case."""
    print(f"... Python {case.python}, {RESOLUTIONS[case.resolution].en}", file=sys.stderr)
    try:
        install(uv, python, made, case)
        job(case.programs, case.folder)
    except JobError as error:
        case.failure = str(error)
    return case


def run_with_dot(reference: Case, folder: Path) -> list[Case]:
    """The job in the environment of the reference, with the machine's own Graphviz, where there is one."""
    program = shutil.which("dot")
    if program is None or reference.failure:
        return []
    said = subprocess.run([program, "-V"], capture_output=True, encoding="utf-8").stderr
    case = Case(reference.python, reference.resolution, folder, reference.programs, program, _version_in(said))
    print(f"... dot {case.graphviz}", file=sys.stderr)
    try:
        job(case.programs, case.folder, POSDOC_DOT=program)
    except JobError as error:
        case.failure = str(error)
    return [case]


def compare(reference: Case, case: Case) -> None:
    """Note which files of a case are not those of the reference; the same Graphviz has to draw the same pictures."""
    if case.failure or reference.failure:
        return
    case.count, case.pictures, case.others = differences(reference.folder, case.folder)
    if not case.dot and case.packages["pygraphviz"] == reference.packages["pygraphviz"]:
        case.pictures, case.others = [], case.others + case.pictures


# --- what is printed ----------------------------------------------------------------------------------------

_HEAD = Phrase(
    "| Python | 依赖 | Graphviz | 命令 | 文件 |\n|---|---|---|---|---|",
    "| Python | dependencies | Graphviz | commands | files |\n|---|---|---|---|---|",
)
_NONE = Phrase("未测：本机没有", "not run: it is not on this machine")


def row(case: Case, reference: Case, language: str) -> str:
    """A case as one row."""
    drawn = Phrase(f"{case.graphviz}（dot）", f"{case.graphviz} (dot)") if case.dot else Phrase(*[case.graphviz] * 2)
    went = Phrase("失败", "failed") if case.failure else Phrase("全部通过", "all work")
    cells = [case.python, RESOLUTIONS[case.resolution].in_(language), drawn.in_(language), went.in_(language)]
    return f"| {' | '.join([*cells, _files(case, reference).in_(language)])} |"


def _files(case: Case, reference: Case) -> Phrase:
    if case is reference:
        return Phrase("（以此为准）", "(what the others are held against)")
    if not case.count:
        return Phrase("—", "—")
    if not case.pictures and not case.others:
        return Phrase(f"{case.count} 个全部逐字节相同", f"all {case.count} the same, byte for byte")
    same = case.count - len(case.pictures) - len(case.others)
    zh, en = f"{case.count} 个中 {same} 个相同", f"{same} of {case.count} the same"
    if case.pictures:
        zh, en = (
            f"{zh}；Graphviz 画的 {len(case.pictures)} 个不同",
            f"{en}; {len(case.pictures)} drawn by Graphviz differ",
        )
    if case.others:
        zh, en = f"{zh}；**{len(case.others)} 个不该不同**", f"{en}; **{len(case.others)} differ that must not**"
    return Phrase(zh, en)


def without_interpreter(uv: str, version: str, language: str) -> str:
    """The row of a Python that is not on this machine: whether its packages can be had at least."""
    ready = [RESOLUTIONS[one].in_(language) for one in RESOLUTIONS if has_wheels(uv, version, one)]
    found = Phrase(
        f"依赖有现成安装包：{'、'.join(ready) or '无'}", f"packages have wheels for it: {', '.join(ready) or 'no'}"
    )
    return f"| {version} | — | — | {_NONE.in_(language)} | {found.in_(language)} |"


def versions(cases: list[Case], language: str) -> str:
    """Which versions were in the environments, of what posdoc needs itself."""
    declared = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in declared]
    shown = [case for case in cases if not case.dot]
    heads = [f"{case.python} {RESOLUTIONS[case.resolution].in_(language)}" for case in shown]
    lines = [f"| {Phrase('依赖', 'package').in_(language)} | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    lines += [f"| {name} | {' | '.join(case.packages.get(name, '—') for case in shown)} |" for name in names]
    return "\n".join(lines)


def details(cases: list[Case]) -> str:
    """What failed, and which files differ."""
    lines = []
    for case in cases:
        name = f"Python {case.python}, {RESOLUTIONS[case.resolution].en}{', dot' if case.dot else ''}"
        lines += [f"{name}: {case.failure}"] if case.failure else []
        lines += [f"{name}: {path} differs" for path in case.others]
        lines += [f"{name}: {path} is drawn otherwise" for path in case.pictures]
    return "\n".join(lines)


def write(language: str, tables: str) -> None:
    """Put the tables, with the day and the system, into the page."""
    path = ROOT / "docs" / f"compatibility.{language}.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    system = f"{platform.system()} {platform.machine()}"
    text = f"{BEGIN}\n\n{date.today().isoformat()}, {system}.\n\n{tables}\n{rest[rest.index(END) :]}"
    path.write_text(before + text, encoding="utf-8", newline="\n")


def main(wanted: list[str]) -> int:
    """Run all, print the tables, and return the exit status."""
    uv = _uv()
    with tempfile.TemporaryDirectory(prefix="compatibility-") as name:
        work = Path(name)
        made = wheel(uv, work / "dist")
        cases: list[Case] = []
        missing = []
        for version in wanted or PYTHONS:
            python = interpreter(uv, version)
            if python is None:
                missing.append(version)
                continue
            for resolution in RESOLUTIONS:
                place = work / f"{version} {resolution}"
                programs = place / "env" / ("Scripts" if sys.platform == "win32" else "bin")
                cases.append(run(uv, python, made, Case(version, resolution, place / "job", programs)))
        if not cases:
            sys.exit("none of these Pythons was found: " + ", ".join(missing))
        reference = cases[0]
        cases += run_with_dot(reference, work / "dot" / "job")
        for case in cases[1:]:
            compare(reference, case)
    for language in ("en", "zh"):
        rows = [row(case, reference, language) for case in cases]
        rows += [without_interpreter(uv, version, language) for version in missing]
        tables = "\n".join([_HEAD.in_(language), *rows, "", versions(cases, language), ""])
        print(tables)
        if not wanted:
            write(language, tables)
    print(details(cases), file=sys.stderr)
    return 0 if all(case.is_good for case in cases) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
