"""Reads the whole of a workspace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from posdoc.collector import collector_off
from posdoc.diagnostics import Diagnostic, Related, Span
from posdoc.load import kinds
from posdoc.load.convert import Fields, read_fields, require
from posdoc.load.files import UNIT_STEM, DefinitionFiles, find_definitions
from posdoc.load.inherit import apply_defaults, default_layers, resolve_bases
from posdoc.load.labels import check_labels
from posdoc.load.languages import check_languages, languages_of
from posdoc.load.reading import Reading
from posdoc.load.reviews import read_reviews
from posdoc.model import Organization, People, Person, Position, Reviews, Unit, Workspace
from posdoc.phrases import Phrase
from posdoc.source import Node, SourceFile, read_file
from posdoc.workspace_files import PEOPLE_FILE, REVIEWS_FILE, SETTINGS_FILE, is_id


def load(root: Path) -> tuple[Organization, list[Diagnostic]]:
    """Read the whole workspace in ``root``.

    The organization holds whatever could be read; the findings say what could not, in no particular order.
    """
    with collector_off():
        return _Loader(root).load()


class Loaded(NamedTuple):
    """What a workspace holds: the organization, what was wrong with its files, and the files that could be read."""

    organization: Organization
    findings: list[Diagnostic]
    sources: Mapping[str, SourceFile]
    """By path, relative to the workspace."""


def load_workspace(root: Path, as_of: date | None = None) -> Loaded:
    """Read the whole workspace in ``root`` as :func:`load` does; ``as_of`` is the day to look at it."""
    with collector_off():
        loader = _Loader(root)
        organization, findings = loader.load(as_of)
        return Loaded(organization, findings, loader.sources)


def load_settings(root: Path) -> tuple[Workspace, list[Diagnostic]]:
    """Read ``posdoc.yaml`` alone."""
    loader = _Loader(root)
    return loader.settings(), loader.reading.findings


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.reading = Reading()
        self.duplicates: list[tuple[str, str, Fields]] = []
        self.sources: dict[str, SourceFile] = {}

    def load(self, as_of: date | None = None) -> tuple[Organization, list[Diagnostic]]:
        workspace = self.settings()
        files = find_definitions(self.root)
        self.reading.findings += files.findings
        units = self.units(files)
        own, homes = self.positions(files)
        positions = self.resolved(own, homes, units, workspace)
        organization = Organization(
            workspace=workspace,
            positions=_in_reading_order(positions, units),
            units=tuple(units.values()),
            people=self.people(),
            duplicates=tuple(
                Position.build({**fields.values, "id": stem, "unit": "", "path": path}, fields.origins)
                for stem, path, fields in self.duplicates
            ),
            as_of=as_of,
            reviews=self.reviews(),
        )
        return organization, self.reading.findings

    def node(self, path: str) -> Node | None:
        node, findings = read_file(self.root, path)
        self.reading.findings += findings
        if node is not None:
            self.sources[path] = node.file
        return node

    def settings(self) -> Workspace:
        node = self.node(SETTINGS_FILE)
        if node is None:
            self.reading.languages, self.reading.any_language = ("zh", "en"), True
            return Workspace()
        self.reading.languages = languages_of(node)
        self.reading.findings += check_languages(node)
        fields = read_fields(Workspace, node, self.reading)
        if fields is None:
            return Workspace()
        fields.values["languages"] = self.reading.languages
        workspace = Workspace.build(*fields)
        self.reading.findings += check_labels(workspace)
        return workspace

    def people(self) -> tuple[Person, ...]:
        if not (self.root / PEOPLE_FILE).exists():
            self.reading.findings += _misnamed_people(self.root)
            return ()
        node = self.node(PEOPLE_FILE)
        fields = read_fields(People, node, self.reading) if node is not None else None
        return fields.values.get("people", ()) if fields else ()

    def reviews(self) -> Reviews | None:
        node = self.node(REVIEWS_FILE) if (self.root / REVIEWS_FILE).exists() else None
        return read_reviews(node, self.reading) if node is not None else None

    def units(self, files: DefinitionFiles) -> dict[str, Unit]:
        units: dict[str, Unit] = {}
        for folder in files.folders:
            path = files.unit_files.get(folder, "")
            node = self.node(path) if path else None
            fields = (read_fields(Unit, node, self.reading) if node is not None else None) or Fields({}, {})
            parent, _, name = folder.rpartition("/")
            values = {**fields.values, "id": name, "parent": parent.rpartition("/")[2], "path": folder}
            if not is_id(name):
                self.reading.findings.append(_bad_name(path or f"positions/{folder}", name, _UNIT))
            if name in units:
                self.duplicate_unit(name, folder, units[name].path)
                continue
            units[name] = Unit.build(values, fields.origins or {"": _Place(path or f"positions/{folder}")})
        return dict(sorted(units.items(), key=lambda item: _unit_key(item[1], units)))

    def duplicate_unit(self, name: str, folder: str, first: str) -> None:
        self.reading.findings.append(
            Diagnostic(
                kinds.BAD_FILE_NAME,
                Span(f"positions/{folder}/{UNIT_STEM}.yaml"),
                Phrase(f"部门文件夹“{name}”已在别处使用", f"the unit folder '{name}' is already in use elsewhere"),
                Phrase("给文件夹另取名字", "give the folder another name"),
                (Related(Span(f"positions/{first}/{UNIT_STEM}.yaml"), Phrase("第一处", "the first one")),),
            )
        )

    def positions(self, files: DefinitionFiles) -> tuple[dict[str, Fields], dict[str, tuple[str, str]]]:
        own: dict[str, Fields] = {}
        homes: dict[str, tuple[str, str]] = {}
        for path in files.position_files:
            folder, _, name = path.removeprefix("positions/").rpartition("/")
            stem = name.rpartition(".")[0]
            node = self.node(path)
            fields = read_fields(Position, node, self.reading, partial=True) if node is not None else None
            if not is_id(stem):
                self.reading.findings.append(_bad_name(path, stem, _POSITION))
                continue
            if fields is None:
                fields = Fields({}, {"": _Place(path)})
            if stem in own:
                self.duplicates.append((stem, path, fields))
            else:
                own[stem] = fields
                homes[stem] = (folder.rpartition("/")[2], path)
        return own, homes

    def resolved(
        self,
        own: dict[str, Fields],
        homes: dict[str, tuple[str, str]],
        units: dict[str, Unit],
        workspace: Workspace,
    ) -> list[Position]:
        based, findings = resolve_bases(own)
        self.reading.findings += findings
        found = []
        for stem, (unit, path) in homes.items():
            fields = based[stem]
            node = fields.origins[""]
            if not isinstance(node, _Place):
                fields = apply_defaults(fields, default_layers(unit, units, workspace))
                if _is_readable(fields.values.get("based_on"), own):
                    require(Position, fields.origins, node, self.reading)
            found.append(Position.build({**fields.values, "id": stem, "unit": unit, "path": path}, fields.origins))
        return found


def _is_readable(base: str | None, own: dict[str, Fields]) -> bool:
    """Whether what a position takes over, if anything, is known; else nothing can be called missing."""
    return base is None or (base in own and not isinstance(own[base].origins[""], _Place))


class _Place:
    """The beginning of a file that could not be read."""

    def __init__(self, path: str) -> None:
        self.span = Span(path)


_POSITION = Phrase("文件名“{}”不能作岗位标识", "the file name '{}' cannot be the id of a position")
_UNIT = Phrase("文件夹名“{}”不能作部门标识", "the folder name '{}' cannot be the id of a unit")


def _bad_name(path: str, name: str, message: Phrase) -> Diagnostic:
    return Diagnostic(
        kinds.BAD_FILE_NAME,
        Span(path),
        Phrase(message.zh.format(name), message.en.format(name)),
        Phrase(
            "只用文字、数字、- 和 _，且以文字或数字开头",
            "use letters, digits, - and _, beginning with a letter or digit",
        ),
    )


def _misnamed_people(root: Path) -> Iterator[Diagnostic]:
    for name in ("people.yml", "People.yaml", "People.yml"):
        if (root / name).is_file():
            yield Diagnostic(
                kinds.BAD_FILE_NAME,
                Span(name),
                Phrase(
                    f"“{name}”不会读取：人员名单的文件名是 {PEOPLE_FILE}",
                    f"'{name}' is not read: the file is {PEOPLE_FILE}",
                ),
                Phrase(f"改名为 {PEOPLE_FILE}", f"rename it to {PEOPLE_FILE}"),
            )
            return


def _unit_key(unit: Unit, units: dict[str, Unit]) -> tuple[tuple[int, str], ...]:
    """Units sort below their parents, by ``order`` and then by name."""
    line: list[tuple[int, str]] = []
    current: Unit | None = unit
    while current is not None:
        line.append((current.order if current.order is not None else 10**6, current.id))
        current = units.get(current.parent)
    return tuple(reversed(line))


def _in_reading_order(positions: list[Position], units: dict[str, Unit]) -> tuple[Position, ...]:
    """By unit, its head first, then by order, code and id."""
    rank = {unit: place for place, unit in enumerate(units)}

    def key(position: Position) -> tuple[int, bool, int, str, str]:
        unit = units.get(position.unit)
        is_head = unit is not None and unit.head == position.id
        return rank.get(position.unit, -1), not is_head, position.order or 10**6, position.code or "~", position.id

    return tuple(sorted(positions, key=key))
