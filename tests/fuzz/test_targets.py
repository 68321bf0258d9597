"""The fuzzers: their inputs, what they once found, and a run of each; see docs/quality.en.md."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.fuzz import parts
from tests.fuzz.judging import within
from tests.fuzz.markup import mutated
from tests.fuzz.run import FOUND, fuzz
from tests.fuzz.targets import names, target, word

BRIEFLY = 15
"""Seconds for each target in every proof, also in CI: a minute in all."""
HOUR = 3600
LONGEST = 120
MOST_SEEDS = 20
needs_atheris = pytest.mark.skipif(
    find_spec("atheris") is None,
    reason="atheris is not installed; 'make fuzz' installs it where there is a wheel of it",
)
KEPT = sorted(path for path in FOUND.iterdir() if path.suffix != ".md" and not path.name.startswith("."))


def test_the_targets_are_found() -> None:
    assert {"reader", "template", "word", "workspace"} <= set(names())


@pytest.mark.parametrize("name", names())
def test_what_a_fuzzer_begins_with_is_no_crash(name: str) -> None:
    seeds = target(name).seeds()
    assert len(seeds) >= 5
    for seed in seeds[:: len(seeds) // MOST_SEEDS + 1]:
        assert len(seed) <= target(name).MOST_BYTES
        with within(LONGEST):
            target(name).run(seed)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_was_found_once_is_mended(path: Path) -> None:
    with within(LONGEST):
        target(path.name.partition("-")[0]).run(path.read_bytes())


def test_files_in_one_string_come_apart_again() -> None:
    files = {"word/document.xml": b"<a>\n## b</a>\n", "posdoc.yaml": b"organization: A\n"}
    assert parts.split(parts.joined(files)) == files | {"word/document.xml": b"<a>\n", "b</a>": b""}
    assert parts.split(b"x\n## ../a\n1\n## /etc/a\n2\n## c:a\n3\n## b\n4") == {"b": b"4"}
    assert parts.unzipped(parts.zipped(files)) == files


def test_changed_markup_is_mostly_new_and_well_formed() -> None:
    seed = word.seeds()[0]
    made = {mutated(seed, word.MOST_BYTES, number) for number in range(40)}
    assert len(made) > 20
    assert {mutated(seed, word.MOST_BYTES, number) for number in range(40)} == made
    for changed in made:
        word.run(changed)


@pytest.mark.proof
@needs_atheris
@pytest.mark.parametrize("name", ["tests.fuzz.faulty", "tests.fuzz.faulty_seed"])
def test_a_fault_is_found_and_kept(tmp_path: Path, name: str) -> None:
    (kept,) = fuzz(name, 60, found=tmp_path)
    assert kept.name.startswith(f"{name}-crash-")
    assert "岗位".encode() in kept.read_bytes()


@pytest.mark.proof
@needs_atheris
@pytest.mark.parametrize("name", names())
def test_a_fuzzer_finds_nothing_in_seconds(name: str) -> None:
    assert fuzz(name, BRIEFLY) == []


@pytest.mark.proof
@pytest.mark.long
@needs_atheris
@pytest.mark.parametrize("name", names())
def test_a_fuzzer_finds_nothing_in_an_hour(name: str) -> None:
    """POSDOC_FUZZ_SECONDS says how long all of them take together; each begins elsewhere than the short runs."""
    seconds = int(os.environ.get("POSDOC_FUZZ_SECONDS", HOUR)) // len(names())
    assert fuzz(name, seconds, seed=int.from_bytes(os.urandom(3), "big") + 1) == []


@pytest.mark.proof
@pytest.mark.long
def test_the_properties_hold_for_many_examples() -> None:
    times = os.environ.get("POSDOC_FUZZ_TIMES", "20")
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "tests/fuzz/test_files.py", "tests/fuzz/test_departments.py"],
        cwd=ROOT, env={**os.environ, "POSDOC_FUZZ_TIMES": times}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout[-20_000:]
