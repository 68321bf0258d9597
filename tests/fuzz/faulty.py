"""A target with a fault that a fuzzer has to find: the proof that the fuzzers would notice one in posdoc."""

from __future__ import annotations

MOST_BYTES = 64
WORDS = ["岗位"]


def seeds() -> list[bytes]:
    return [b"title: A\n"]


def run(data: bytes) -> None:
    if "岗位".encode() in data:
        raise KeyError("岗位")
