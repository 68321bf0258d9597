"""Which lines and branches of posdoc the tests reach, those included that run in processes which a test starts.

It exits with 1 where they are fewer than they have to be. Some tests look at what posdoc imports or how soon it answers:
they fail while they are watched, which says nothing.

    python -m benchmarks.coverage_of_tests [ARGUMENTS OF PYTEST ...]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LINES, BRANCHES = 95.0, 90.0
"""How many of a hundred have to be reached."""
PYTEST = ("-m", "pytest", "-n", "auto", "--dist", "worksteal", "--tb=short")


def shares(report: dict[str, dict[str, float]]) -> tuple[float, float]:
    """How many of a hundred lines, and of a hundred branches, a report of coverage says were reached."""
    totals = report["totals"]
    lines = 100 * totals["covered_lines"] / totals["num_statements"]
    return lines, 100 * totals["covered_branches"] / max(1, totals["num_branches"])


def measured(arguments: list[str], folder: Path) -> tuple[float, float]:
    """Run the tests and say what they reached."""
    environment = {
        **os.environ, "COVERAGE_FILE": str(folder / ".coverage"), "COVERAGE_RCFILE": str(ROOT / "pyproject.toml"),
    }  # fmt: skip
    report = folder / "coverage.json"

    def coverage(*command: str, check: bool = True) -> None:
        subprocess.run((sys.executable, "-m", "coverage", *command), cwd=ROOT, env=environment, check=check)

    coverage("run", *PYTEST, *arguments, check=False)
    coverage("combine", "--quiet")
    coverage("json", "--quiet", "-o", str(report))
    return shares(json.loads(report.read_bytes()))


def main() -> None:
    """Measure, print, and exit."""
    with tempfile.TemporaryDirectory() as folder:
        lines, branches = measured(sys.argv[1:], Path(folder))
    print(f"{lines:.1f} % of lines (at least {LINES:.0f} %), {branches:.1f} % of branches (at least {BRANCHES:.0f} %)")
    sys.exit(lines < LINES or branches < BRANCHES)


if __name__ == "__main__":
    main()
