"""Writes what mutation testing found into docs/quality.zh.md and docs/quality.en.md: of the rules a table, of another
part of posdoc, the one that ``POSDOC_PART`` names, a line.

`make mutation` runs it behind mutmut; it reads what mutmut left in mutants/.

    python benchmarks/mutation_summary.py
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.metadata import version
from math import sqrt
from pathlib import Path

from posdoc.phrases import Phrase
from posdoc.reference.rules import GROUPS
from posdoc.rules import all_rules

ROOT = Path(__file__).resolve().parents[1]
RULES = "rules"
PART = os.environ.get("POSDOC_PART", RULES)
RESULTS = ROOT / "mutants" / "src" / "posdoc" / PART
SHARED = Phrase("几条规则共用的", "shared by several rules")
ALL = Phrase("合计", "all")
HEAD = Phrase(
    "| 规则 | 变异体 | 发现 | 超时 | 漏过 | 发现率 |", "| rules | mutants | killed | timeout | survived | found |"
)
BELOW = Phrase(
    "{day}，mutmut {version}。超时的变异体陷入死循环，也算发现；没有测试走到的算漏过。",
    "{day}, mutmut {version}. One that timed out ran in circles, so it was found; one that no test reaches survived.",
)
LINE = Phrase(
    "- `{part}`：{all:,} 个变异体，发现 {share:.1f} %（{day}，mutmut {version}）。",
    "- `{part}`: {all:,} mutants, {share:.1f} % found ({day}, mutmut {version}).",
)
SAMPLE_LINE = Phrase(
    "- `{part}`：从 {of:,} 个变异体中抽签 {all:,} 个，发现 {share:.1f} %（置信度 95 %，±{margin:.1f}；{day}，"
    "mutmut {version}）。",
    "- `{part}`: of {of:,} mutants {all:,} drawn by lot, {share:.1f} % found (±{margin:.1f} at a confidence of 95 %; {day}, "
    "mutmut {version}).",
)
BEGIN, END = "<!-- benchmarks/mutation_summary.py{} -->", "<!-- / -->"

KILLED, TIMEOUT, SURVIVED, NOT_TRIED = "killed", "timeout", "survived", "not tried"
UNTESTED = 33
MEANING = {
    None: NOT_TRIED,
    1: KILLED,
    3: KILLED,
    0: SURVIVED,
    UNTESTED: SURVIVED,
    24: TIMEOUT,
    -24: TIMEOUT,
    36: TIMEOUT,
    152: TIMEOUT,
}
"""mutmut's exit codes of the tests of a mutant."""


def results(folder: Path = RESULTS, *, some: bool = bool(os.environ.get("POSDOC_SAMPLE"))) -> dict[str, Counter[str]]:
    """How the mutants of each module ended; ``some`` were drawn by lot, and the others need not have been tried."""
    found = {}
    for path in sorted(folder.rglob("*.py.meta")):
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        if None in codes.values() and not some:
            raise SystemExit(f"{path.name}: not every mutant was tried; run mutmut to its end")
        found[path.relative_to(folder).as_posix().removesuffix(".py.meta")] = Counter(
            MEANING.get(code, str(code)) for code in codes.values()
        )
    return found


def by_group(modules: Mapping[str, Counter[str]]) -> list[tuple[Phrase, Counter[str]]]:
    """The mutants of each group of rules, of what rules share, and of all of them."""
    group_of = {rule.__name__.rpartition(".")[2]: rule.KIND.code[:4] for rule in all_rules()}  # type: ignore[attr-defined]
    groups = {beginning: Counter[str]() for beginning in sorted(set(group_of.values()))}
    shared: Counter[str] = Counter()
    for module, counts in modules.items():
        groups.get(group_of.get(module, ""), shared).update(counts)
    named = [
        (Phrase(f"{code[3:]}xx {GROUPS[code].zh}", f"{code[3:]}xx {GROUPS[code].en}"), counts)
        for code, counts in groups.items()
    ]
    return [*named, (SHARED, shared), (ALL, sum(groups.values(), shared))]


def table(rows: Iterable[tuple[Phrase, Counter[str]]], language: str) -> str:
    """A Markdown table of the groups."""
    lines = [HEAD.in_(language), "|---|---:|---:|---:|---:|---:|"]
    for name, counts in rows:
        count = [f"{counts[what]:,}" for what in (KILLED, TIMEOUT, SURVIVED)]
        lines.append(
            f"| {name.in_(language)} | {counts.total():,} | {' | '.join(count)} | {share_found(counts):.1f} % |"
        )
    return "\n".join(lines)


def tried(counts: Counter[str]) -> int:
    """How many mutants the tests have been run with, or would have been if there were any."""
    return counts.total() - counts[NOT_TRIED]


def share_found(counts: Counter[str]) -> float:
    """The percentage of mutants that a test noticed."""
    return 100 * (counts[KILLED] + counts[TIMEOUT]) / max(1, tried(counts))


def margin(counts: Counter[str]) -> float:
    """How far, in percent, the share among all is from that among those drawn by lot, in 95 of 100 draws at most."""
    share, of = share_found(counts) / 100, counts.total()
    among = (of - tried(counts)) / max(1, of - 1)
    return 100 * 1.96 * sqrt(share * (1 - share) / max(1, tried(counts)) * among)


def with_summary(page: str, summary: str, part: str = RULES) -> str:
    """The page with the summary of a part between its marks."""
    begin = BEGIN.format("" if part == RULES else f" {part}")
    changed, count = re.subn(f"{begin}.*?{END}", lambda _: f"{begin}\n{summary}\n{END}", page, flags=re.DOTALL)
    if count != 1:
        raise ValueError(f"a page has one place for the summary, {begin} … {END}")
    return changed


def summary_of(found: Mapping[str, Counter[str]], language: str, day: date) -> str:
    """What is written of the part in a page."""
    if PART == RULES:
        below = BELOW.in_(language).format(day=day, version=version("mutmut"))
        return f"\n{table(by_group(found), language)}\n\n{below}\n"
    counts = sum(found.values(), Counter[str]())
    line = SAMPLE_LINE if counts[NOT_TRIED] else LINE
    return line.in_(language).format(
        part=PART, all=tried(counts), of=counts.total(), share=share_found(counts), margin=margin(counts), day=day,
        version=version("mutmut"),
    )  # fmt: skip


def main() -> None:
    found = results()
    day = date.fromtimestamp(max(path.stat().st_mtime for path in RESULTS.rglob("*.py.meta")))
    for language in ("zh", "en"):
        path = ROOT / "docs" / f"quality.{language}.md"
        page = with_summary(path.read_text(encoding="utf-8"), summary_of(found, language, day), PART)
        path.write_text(page, encoding="utf-8", newline="\n")
    print(summary_of(found, "en", day))


if __name__ == "__main__":
    main()
