"""Writes the reference pages into the folder that is named."""

import sys
from pathlib import Path

from posdoc.reference import all_pages

for name, text in all_pages().items():
    Path(sys.argv[1], name).write_text(text, encoding="utf-8")
