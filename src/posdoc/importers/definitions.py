"""The definition files of a workspace as text and as plain data, for edits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from posdoc.load.files import find_definitions
from posdoc.source import read_file
from posdoc.source.plain_data import Read, data_of
from posdoc.workspace_files import PEOPLE_FILE, SETTINGS_FILE

Definitions = Mapping[str, tuple[str, Read]]
"""The text and the plain data of each file, by its path in the workspace."""


def read_definitions(root: Path) -> Definitions:
    """Every definition file that can be read; one that cannot is left out, since it cannot be edited either."""
    files = find_definitions(root)
    paths = [SETTINGS_FILE, *files.unit_files.values(), *files.position_files]
    if (root / PEOPLE_FILE).is_file():
        paths.append(PEOPLE_FILE)
    found: dict[str, tuple[str, Read]] = {}
    for path in paths:
        node, _ = read_file(root, path)
        if node is not None:
            found[path] = (node.file.text, data_of(node))
    return found
