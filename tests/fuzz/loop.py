"""The process that fuzzes: ``python -m tests.fuzz.loop TARGET`` and then what libFuzzer is given.

posdoc is instrumented wherever it is imported, also in the midst of a run; what is not posdoc is not.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

import atheris


def main(name: str, arguments: list[str]) -> None:
    with atheris.instrument_imports(include=["posdoc"]):
        from tests.fuzz.targets import target

        fuzzed: Any = target(name)
        for seed in fuzzed.seeds():
            with suppress(Exception):  # the same inputs come again in the corpus, and one that fails is kept then
                fuzzed.run(seed)  # what is imported on the way is imported now
        options: dict[str, Any] = {}
        if hasattr(fuzzed, "mutated"):
            options["custom_mutator"] = lambda data, most, seed: _mutated(fuzzed, data, most, seed)
        atheris.Setup([sys.argv[0], *arguments], fuzzed.run, **options)
        atheris.Fuzz()


def _mutated(fuzzed: Any, data: bytes, most: int, seed: int) -> bytes:
    """Now as the target changes its inputs, now as libFuzzer changes any bytes."""
    if seed % 3 == 0:
        return bytes(atheris.Mutate(data, most))
    return bytes(fuzzed.mutated(data, most, seed))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
