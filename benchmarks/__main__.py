"""Measures everything, and writes what it finds into ``docs/performance``: ``make bench`` is this.

python -m benchmarks [--rounds N] [--most N] [--only NAME]... [--no-write]
"""

from __future__ import annotations

import argparse
import tempfile
from datetime import date
from pathlib import Path

from benchmarks import (
    build_incremental,
    charts,
    check,
    diff,
    documents,
    full_build,
    import_word,
    startup,
    whole_jobs,
)
from benchmarks.measuring import ROOT, Figure, machine, program, run_text, table, versions

SCRIPTS = {
    "startup": (startup, 15),
    "check": (check, 5),
    "documents": (documents, 7),
    "full_build": (full_build, 5),
    "build_incremental": (build_incremental, 5),
    "charts": (charts, 5),
    "diff": (diff, 7),
    "import_word": (import_word, 5),
}
"""What compares, and how many rounds it takes."""
PACKAGES = ("click", "docxtpl", "Jinja2", "lxml", "pygraphviz", "python-docx", "PyYAML")
BEGIN, END = "<!-- {} -->\n\n", "<!-- / -->"


def compare(names: list[str], rounds: int | None) -> list[Figure]:
    """What each script finds, told as it comes."""
    found: list[Figure] = []
    for name in names:
        script, usual = SCRIPTS[name]
        with tempfile.TemporaryDirectory() as folder:
            figures = script.figures(rounds or usual, Path(folder))
        print(f"{name}\n{table(figures)}\n", flush=True)
        found += figures
    return found


def conditions(language: str) -> str:
    """The day, the machine and the versions, as a sentence."""
    peers = ", ".join(
        f"{name} {said}" for name in ("dot", "soffice", "git", "wireviz", "rendercv", "yamllint", "check-jsonschema")
        if (said := _version(name))
    )  # fmt: skip
    day = date.today().isoformat()
    return {
        "en": f"{day}, on {machine()}; {versions(*PACKAGES)}; {peers}.",
        "zh": f"{day}，机器：{machine()}；{versions(*PACKAGES)}；{peers}。",
    }[language]


def _version(name: str) -> str:
    """The version that a program says it has; empty where it is not installed."""
    found = program(name)
    words = run_text(found, "-V" if name == "dot" else "--version").split() if found else []
    return next((word.strip("(),") for word in words if word[:1].isdigit()), "")


def write(page: str, parts: dict[str, str]) -> None:
    """Put tables between the comments that name them in a page."""
    path = ROOT / "docs" / page
    text = path.read_text(encoding="utf-8")
    for name, part in parts.items():
        begin = BEGIN.format(name)
        before, _, rest = text.partition(begin)
        text = before + begin + part + "\n\n" + rest[rest.index(END) :]
    path.write_text(text, encoding="utf-8", newline="\n")


def with_rows(page: str, rows: str) -> str:
    """The ratios of a page with these rows of a table in the place of those of the same names; new ones come last."""
    begin = BEGIN.format("ratios")
    table_before = page.partition(begin)[2].partition("\n\n" + END)[0]
    found = {_named(line): line for line in table_before.splitlines()}
    return "\n".join((found | {_named(line): line for line in rows.splitlines()}).values())


def _named(line: str) -> str:
    return "|".join(line.split("|")[:3])


def _is_of_here(page: str, language: str) -> bool:
    """Whether a page was measured with this machine and these versions, on whatever day."""
    return conditions(language).partition("," if language == "en" else "，")[2] in page


def main() -> None:
    """Measure, print and write. What only some scripts find goes into the page if the rest of it is of this machine."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--rounds", type=int, help="rounds of each comparison (default: as many as each needs)")
    parser.add_argument("--most", type=int, default=whole_jobs.SIZES[-1], help="the largest department of whole jobs")
    parser.add_argument("--only", action="append", choices=[*SCRIPTS, "whole_jobs"], help="only this; repeatable")
    parser.add_argument("--no-write", action="store_true", help="leave docs/performance as it is")
    wish = parser.parse_args()
    names = wish.only or [*SCRIPTS, "whole_jobs"]
    found = compare([name for name in names if name in SCRIPTS], wish.rounds)
    costs = []
    if "whole_jobs" in names:
        with tempfile.TemporaryDirectory() as folder:
            costs = whole_jobs.costs(Path(folder), wish.most)
        print(whole_jobs.tables(costs))
    missed = [f"{one.what.en}: {one.ratio:.3g}" for one in found if not one.is_kept] + whole_jobs.missed(costs)
    print("\nMissed bounds: " + ("; ".join(missed) or "none"))
    if not wish.no_write:
        for language in ("en", "zh"):
            page = (ROOT / "docs" / f"performance.{language}.md").read_text(encoding="utf-8")
            if set(names) >= SCRIPTS.keys():
                parts = {"ratios": table(found, language)}
            else:
                is_to_be_written = found and _is_of_here(page, language)
                parts = {"ratios": with_rows(page, table(found, language))} if is_to_be_written else {}
            parts |= {"jobs": whole_jobs.tables(costs, language)} if costs else {}
            if parts:
                write(f"performance.{language}.md", {**parts, "conditions": conditions(language)})


if __name__ == "__main__":
    main()
