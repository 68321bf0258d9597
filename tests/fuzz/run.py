"""Runs the fuzzers: ``python -m tests.fuzz.run --seconds 20 --target reader``; without a target, all, one after the other.

An input that makes one stop (an exception that is none of posdoc's findings, a hang, too much memory) is kept in
``tests/fuzz/found/``, and the tests replay it from then on. The status is 1 where there is any.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT
from tests.fuzz.targets import names, target

FOUND = Path(__file__).with_name("found")
LONGEST = 20
"""Seconds that one input may take; instrumented code runs some times slower than other code."""
MEGABYTES = 2048
FULL = 200_000_000


def fuzz(name: str, seconds: int, *, found: Path = FOUND, corpus: Path | None = None, seed: int = 1) -> list[Path]:
    """Fuzz one target for some seconds, and return the files of what was found. Raises RuntimeError where it did not run."""
    with TemporaryDirectory(prefix="posdoc-") as made:
        folder = Path(made)
        for inner in ("corpus", "found"):
            (folder / inner).mkdir()
        for data in target(name).seeds():
            (folder / "corpus" / hashlib.sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
        (folder / "words").write_text("".join(f'"{_escaped(word)}"\n' for word in target(name).WORDS), encoding="ascii")
        corpora = [corpus, folder / "corpus"] if corpus else [folder / "corpus"]
        ended = _run(name, folder, seconds, seed, [str(path) for path in corpora])
        left = sorted((folder / "found").iterdir())
        print(f"{name}: {_summary(ended.stderr)}", flush=True)
        if ended.returncode and not left:
            raise RuntimeError(f"{name} did not run:\n{_traceback(ended.stdout + ended.stderr)}")
        if left:
            print(_traceback(ended.stdout + ended.stderr), flush=True)
        return [_kept(name, path, found) for path in left]


def _run(name: str, folder: Path, seconds: int, seed: int, corpora: Sequence[str]) -> subprocess.CompletedProcess[str]:
    options = {"max_total_time": seconds, "timeout": LONGEST, "rss_limit_mb": MEGABYTES, "seed": seed,
               "max_len": target(name).MOST_BYTES, "artifact_prefix": f"{folder / 'found'}{os.sep}",
               "dict": folder / "words", "print_final_stats": 1, "verbosity": 1}  # fmt: skip
    arguments = [*(f"-{key}={value}" for key, value in options.items()), *corpora]
    return subprocess.run(
        [sys.executable, "-m", "tests.fuzz.loop", name, *arguments],
        cwd=ROOT, env={**os.environ, "TMPDIR": str(folder)}, capture_output=True, encoding="utf-8", errors="replace",
        timeout=seconds + 600, check=False,
    )  # fmt: skip


def _escaped(word: str) -> str:
    r"""A word as dictionaries of libFuzzer have it: ``\xe7`` for what is not ASCII."""
    plain = (chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word.encode())
    return "".join(plain)


def _summary(text: str) -> str:
    """How many inputs were tried, and how much memory that took."""
    stats = [line.split("::")[1] for line in text.splitlines() if line.startswith("stat::")]
    return ", ".join(" ".join(stat.split()) for stat in stats) or "no statistics"


def _traceback(text: str) -> str:
    """What libFuzzer tells of the end, without the progress before it."""
    lines = [line for line in text.splitlines() if not line.startswith(("#", "INFO", "\tNEW_FUNC", "NEW_FUNC"))]
    return "\n".join(lines[-80:])


def _kept(name: str, path: Path, found: Path) -> Path:
    """Keep an input under the name of its target and what it did: ``reader-crash-0123456789``."""
    kept = found / f"{name}-{path.name[: path.name.index('-') + 11]}"
    found.mkdir(exist_ok=True)
    kept.write_bytes(path.read_bytes())
    return kept


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("--target", choices=names(), action="append", help="what to fuzz; may be given several times")
    parser.add_argument("--seconds", type=int, default=60, help="how long, for each target (60)")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins (1)")
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what reached something new, for the next time")
    parser.add_argument("--found", type=Path, default=FOUND, help="where inputs that make a target stop are kept")
    asked = parser.parse_args(arguments)
    found: list[Path] = []
    for name in asked.target or names():
        corpus = asked.corpus / name if asked.corpus else None
        if corpus:
            corpus.mkdir(parents=True, exist_ok=True)
        found += fuzz(name, asked.seconds, found=asked.found, corpus=corpus, seed=asked.seed)
    for path in found:
        print(f"found: {path}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
