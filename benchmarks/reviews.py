"""What review stamps add to ``posdoc check``: the sample department, and a large one, with and without a reviews.yaml.

Both are measured in turn, round after round, so that a busy machine slows them alike. Prints a Markdown table of medians.
It is a measurement, not a test: it always ends with status 0.

    python -m benchmarks.reviews [ROUNDS]
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.check import DAY, collected
from benchmarks.departments import write_department
from posdoc.check import check
from posdoc.load import load
from posdoc.model import PartialDate
from posdoc.reviews.stamping import Signature, confirm_rest, review
from posdoc.reviews.writing import reviews_text
from posdoc.workspace_files import PEOPLE_FILE, POSITIONS_FOLDER, REVIEWS_FILE, SETTINGS_FILE

ROOT = Path(__file__).resolve().parents[1]
POSITIONS = 2000
ROUNDS = 7


def sample(folder: Path) -> Path:
    """A copy of the definitions of the sample department."""
    for name in (SETTINGS_FILE, PEOPLE_FILE):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / POSITIONS_FOLDER, folder / POSITIONS_FOLDER)
    return folder


def stamps_of(root: Path) -> str:
    """The stamps of a review of everything."""
    organization, _ = load(root)
    reviews = review(organization, organization.positions, Signature("HR", PartialDate(2026, 3, 10)))
    return reviews_text(confirm_rest(reviews, organization))


def measure(name: str, root: Path, rounds: int) -> str:
    """One line of the table."""
    text, path = stamps_of(root), root / REVIEWS_FILE
    found: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(rounds):
        for has_stamps in found:
            path.write_text(text, encoding="utf-8") if has_stamps else path.unlink(missing_ok=True)
            found[has_stamps].append(collected(lambda: check(root, today=DAY)))
    with_stamps, without = (statistics.median(found[has_stamps]) for has_stamps in (True, False))
    return f"| {name} | {text.count(chr(10))} | {without:.3f} | {with_stamps:.3f} | {with_stamps / without:.2f} |"


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    print("| department | lines of stamps | check, s | with stamps, s | ratio |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        print(measure("sample", sample(Path(folder)), rounds))
    with tempfile.TemporaryDirectory() as folder:
        print(measure(f"{POSITIONS} positions", write_department(Path(folder), POSITIONS), max(1, rounds // 2)))


if __name__ == "__main__":
    main()
