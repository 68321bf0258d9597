"""What starting posdoc costs, against a bare interpreter and a bare click group with the same commands.

The four are run in turn, round after round, so that a busy machine slows all of them alike. Prints a Markdown
table of medians. It is a measurement, not a test: it always ends with status 0.

    python benchmarks/startup.py [ROUNDS]
"""

from __future__ import annotations

import pkgutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from posdoc.cli import commands

ROUNDS = 15
FILES = 10

GROUP = """\
import click

@click.group()
@click.version_option("0")
def group():
    pass

{commands}
group()
"""
COMMAND = """\
@group.command("{name}", short_help="A command")
def {name}_():
    pass
"""
POSITION = """\
title: 岗位 {number}
code: P-{number}
{reports_to}
purpose: 解决客户的问题。
duties:
  - {{area: 受理, text: 受理并跟踪客户投诉。, time: 60%, tasks: [登记, 分析, 回复]}}
  - {{area: 回访, text: 回访客户。, time: 40%}}
"""


def bare_group(folder: Path) -> Path:
    """A script that declares a click group with posdoc's command names and nothing else."""
    names = [found.name for found in pkgutil.iter_modules(commands.__path__)]
    script = folder / "group.py"
    script.write_text(GROUP.format(commands="\n".join(COMMAND.format(name=name) for name in names)), encoding="utf-8")
    return script


def small_workspace(folder: Path) -> Path:
    """A workspace with ten positions in one unit."""
    root = folder / "workspace"
    unit = root / "positions" / "service"
    unit.mkdir(parents=True)
    (root / "posdoc.yaml").write_text("organization: 公司\n", encoding="utf-8")
    (unit / "unit.yaml").write_text("title: 售后部\n", encoding="utf-8")
    for number in range(FILES):
        reports_to = "reports_to: p0" if number else ""
        text = POSITION.format(number=number, reports_to=reports_to)
        (unit / f"p{number}.yaml").write_text(text, encoding="utf-8")
    return root


def seconds(command: list[str]) -> float:
    """How long one run takes."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - begin


def measure(cases: dict[str, list[str]], rounds: int) -> dict[str, float]:
    """The median of each case in milliseconds, all cases in turn in every round, after one round to warm up."""
    times: dict[str, list[float]] = {name: [] for name in cases}
    for current in range(rounds + 1):
        for name, command in cases.items():
            taken = seconds(command)
            if current:
                times[name].append(taken * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def table(medians: dict[str, float]) -> str:
    """A Markdown table of the medians and their ratios to the bare interpreter and to the bare group."""
    python, group = list(medians.values())[:2]
    lines = ["| run | median ms | × python | × click group |", "|---|---:|---:|---:|"]
    for name, median in medians.items():
        lines.append(f"| {name} | {median:.0f} | {median / python:.1f} | {median / group:.2f} |")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    rounds = max(7, int(sys.argv[1])) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        posdoc = [sys.executable, "-m", "posdoc"]
        cases = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "a bare click group, --help": [sys.executable, str(bare_group(folder)), "--help"],
            "posdoc --help": [*posdoc, "--help"],
            f"posdoc check, {FILES} files": [*posdoc, "-C", str(small_workspace(folder)), "check"],
        }
        print(table(measure(cases, rounds)))


if __name__ == "__main__":
    main()
