"""What starting posdoc costs, against a bare interpreter and a bare click group with the same commands.

It is a measurement, not a test: no bound is an error.

    python -m benchmarks.startup [ROUNDS]
"""

from __future__ import annotations

import pkgutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import POSDOC, Figure, compiled, in_turn, program, run, table
from posdoc.cli import commands
from posdoc.phrases import Phrase

ROUNDS = 15
FILES = 10
PEERS = ("wireviz", "rendercv")
"""Programs that make charts or documents of text."""

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


def figures(rounds: int, folder: Path) -> list[Figure]:
    """The help page against a bare group and against peers, and a check of ten files against starting Python."""
    environment = compiled(folder)
    commands = {
        "python": [sys.executable, "-c", "pass"],
        "group": [sys.executable, str(bare_group(folder)), "--help"],
        "help": [POSDOC, "--help"],
        "check": [POSDOC, "-C", str(small_workspace(folder)), "check"],
        **{name: [path, "--help"] for name in PEERS if (path := program(name))},
    }
    cases = {
        name: lambda command=command: run(*command, environment=environment).wall for name, command in commands.items()
    }
    in_turn(cases, 1)  # the modules are compiled
    found = in_turn(cases, rounds)
    shown = Phrase("posdoc --help", "posdoc --help")
    checked = Phrase(f"posdoc check，{FILES} 个文件", f"posdoc check, {FILES} files")
    group = Phrase("同名命令的空 click 命令组", "a bare click group with the same commands")
    return [
        Figure(shown, group, found["help"], found["group"], 1.5),
        *(Figure(shown, Phrase(f"{name} --help", f"{name} --help"), found["help"], found[name], 1)
          for name in PEERS if name in found),
        Figure(checked, Phrase("python -c pass", "python -c pass"), found["check"], found["python"], 20),
    ]  # fmt: skip


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as made:
        print(table(figures(rounds, Path(made))))


if __name__ == "__main__":
    main()
