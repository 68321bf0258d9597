"""Which files of a workspace are definitions."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from posdoc.diagnostics import Diagnostic, Span
from posdoc.load.kinds import UNIT_WITHOUT_FILE
from posdoc.phrases import Phrase

POSITIONS_FOLDER = "positions"
UNIT_STEM = "unit"
EXTENSIONS = (".yaml", ".yml")


@dataclass
class DefinitionFiles:
    """The definition files below ``positions/``; paths have forward slashes, folders leave out ``positions/``."""

    folders: list[str] = field(default_factory=list)
    unit_files: dict[str, str] = field(default_factory=dict)
    position_files: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)


def find_definitions(root: Path) -> DefinitionFiles:
    """Look for units and positions, in a stable order. Hidden files and folders are passed over."""
    found = DefinitionFiles()
    top = root / POSITIONS_FOLDER
    for directory, folders, names in os.walk(top):
        as_files = sorted(name for name in folders if name.endswith(EXTENSIONS))
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in as_files)
        folder = Path(directory).relative_to(top).as_posix()
        folder = "" if folder == "." else folder
        files = sorted(name for name in (*names, *as_files) if name.endswith(EXTENSIONS) and not name.startswith("."))
        if folder:
            found.folders.append(folder)
        _sort_in(found, folder, files)
    return found


def _sort_in(found: DefinitionFiles, folder: str, names: list[str]) -> None:
    base = f"{POSITIONS_FOLDER}/{folder}/" if folder else f"{POSITIONS_FOLDER}/"
    positions = [base + name for name in names if name.rpartition(".")[0] != UNIT_STEM]
    found.position_files += positions
    unit_file = next((base + name for name in names if name.rpartition(".")[0] == UNIT_STEM), None)
    if unit_file and folder:
        found.unit_files[folder] = unit_file
    elif folder and positions:
        found.findings.append(
            Diagnostic(
                UNIT_WITHOUT_FILE,
                Span(base + "unit.yaml"),
                Phrase(f"文件夹“{folder}”里没有 unit.yaml", f"the folder '{folder}' has no unit.yaml"),
                Phrase(
                    "新建 unit.yaml，至少写上 title: 部门名称",
                    "add a unit.yaml with at least 'title: name of the unit'",
                ),
            )
        )
