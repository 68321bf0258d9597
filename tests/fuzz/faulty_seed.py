"""A target that fails with the very inputs it begins with: they are kept, too."""

from __future__ import annotations

from tests.fuzz.faulty import MOST_BYTES, WORDS, run

__all__ = ["MOST_BYTES", "WORDS", "run", "seeds"]


def seeds() -> list[bytes]:
    return ["岗位".encode()]
