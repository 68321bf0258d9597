"""A program that stands in for LibreOffice."""

from __future__ import annotations

import sys
from pathlib import Path

CONVERT = """
outdir = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
names = sys.argv[sys.argv.index("--outdir") + 2:]
after = sys.argv[sys.argv.index("--convert-to") + 1]
print("noise"); print("more noise", file=sys.stderr)
for name in names:
    path = pathlib.Path(name)
    (outdir / (path.stem + "." + after)).write_bytes(b"%" + after.upper().encode() + b" " + path.read_bytes())
"""
"""Writes each document again, behind the name of its new format."""


def stand_in(folder: Path, source: str) -> str:
    """A program in ``folder`` that runs some lines of Python."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\nimport sys, pathlib, time\n{source}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)
