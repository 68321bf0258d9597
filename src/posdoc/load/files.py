"""Which files of a workspace are definitions."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from posdoc.diagnostics import Diagnostic, Related, Span
from posdoc.load.kinds import BAD_FILE_NAME, UNIT_WITHOUT_FILE
from posdoc.phrases import Phrase
from posdoc.source.files import leads_out, link_out
from posdoc.source.kinds import UNREADABLE_FILE
from posdoc.workspace_files import POSITIONS_FOLDER

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
    """Look for units and positions, in a stable order. Hidden files and folders are passed over, empty ones too."""
    found = DefinitionFiles()
    top = root / POSITIONS_FOLDER
    if top.is_symlink() and leads_out(root, top):
        found.findings.append(link_out(POSITIONS_FOLDER))
        return found
    listed: list[tuple[str, list[str]]] = []
    for directory, folders, names in os.walk(top, onerror=lambda error: _report_unreadable(error, root, found)):
        as_files = {name for name in folders if _is_definition(name)}
        files = sorted(name for name in (*names, *as_files) if _is_definition(name) and not name.startswith("."))
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in as_files)
        place = Path(directory).relative_to(root).as_posix()
        folders[:] = _spelt_in_unicode(folders, place, found)
        listed.append((place, _spelt_in_unicode(files, place, found)))
    in_use = {str(above) for place, files in listed if files for above in (place, *PurePosixPath(place).parents)}
    for place, files in listed:
        if place in in_use:
            _sort_in(found, place, files)
    return found


def _is_definition(name: str) -> bool:
    return name.lower().endswith(EXTENSIONS)


def _report_unreadable(error: OSError, root: Path, found: DefinitionFiles) -> None:
    path = Path(error.filename or root).relative_to(root).as_posix()
    if path == POSITIONS_FOLDER and isinstance(error, FileNotFoundError):
        return
    found.findings.append(
        Diagnostic(
            UNREADABLE_FILE,
            Span(path),
            Phrase(f"无法读取文件夹“{path}”", f"the folder '{path}' cannot be read"),
            Phrase("检查文件夹的访问权限", "check who may read the folder"),
        )
    )


def _spelt_in_unicode(names: list[str], place: str, found: DefinitionFiles) -> list[str]:
    """The names that are text; a name in some other encoding is reported and left out."""
    kept = []
    for name in names:
        shown = name.encode("utf-8", "replace").decode("utf-8")
        if shown == name:
            kept.append(name)
            continue
        found.findings.append(
            Diagnostic(
                BAD_FILE_NAME,
                Span(f"{place}/{shown}"),
                Phrase(f"文件名“{shown}”不是 UTF-8 编码", f"the name '{shown}' is not encoded as UTF-8"),
                Phrase("给它改名", "rename it"),
            )
        )
    return kept


def _sort_in(found: DefinitionFiles, place: str, names: list[str]) -> None:
    folder = place.removeprefix(POSITIONS_FOLDER).removeprefix("/")
    unit_files = [f"{place}/{name}" for name in names if name.rpartition(".")[0] == UNIT_STEM]
    found.position_files += [f"{place}/{name}" for name in names if name.rpartition(".")[0] != UNIT_STEM]
    if not folder:
        found.findings += [_misplaced_unit(path) for path in unit_files]
        return
    found.folders.append(folder)
    if unit_files:
        found.unit_files[folder] = unit_files[0]
        found.findings += [_second_unit_file(path, unit_files[0]) for path in unit_files[1:]]
    else:
        found.findings.append(_missing_unit_file(folder))


def _misplaced_unit(path: str) -> Diagnostic:
    return Diagnostic(
        BAD_FILE_NAME,
        Span(path),
        Phrase(
            "unit.yaml 应放在部门的文件夹里，这里不是", "unit.yaml belongs in the folder of a unit, and this is none"
        ),
        Phrase(
            "在 positions 下为部门建一个文件夹，把它移进去",
            "make a folder for the unit below positions and move it there",
        ),
    )


def _second_unit_file(path: str, first: str) -> Diagnostic:
    return Diagnostic(
        BAD_FILE_NAME,
        Span(path),
        Phrase("一个文件夹里有两个部门文件，这个不会读取", "the folder has two unit files; this one is not read"),
        Phrase("把两个文件合成一个 unit.yaml", "make one unit.yaml of the two"),
        (Related(Span(first), Phrase("读取的是这个", "this one is read")),),
    )


def _missing_unit_file(folder: str) -> Diagnostic:
    return Diagnostic(
        UNIT_WITHOUT_FILE,
        Span(f"{POSITIONS_FOLDER}/{folder}/{UNIT_STEM}.yaml"),
        Phrase(f"文件夹“{folder}”里没有 unit.yaml", f"the folder '{folder}' has no unit.yaml"),
        Phrase("新建 unit.yaml，至少写上 title: 部门名称", "add a unit.yaml with at least 'title: name of the unit'"),
    )
