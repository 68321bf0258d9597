"""Files with the structures of real job descriptions, taken through the whole import, and that nothing in them is lost."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from posdoc.importers.coverage import Written, coverage_of
from posdoc.importers.gathering import NO_UNIT, Gathered, gather
from posdoc.importers.importing import letters_of
from posdoc.importers.naming import same_name
from posdoc.importers.pieces import Diagram, DiagramKind, Foreign, Paragraph, Piece, Table
from posdoc.importers.posts import FileRead, read_posts, standard_labels
from posdoc.load import load
from posdoc.model import CompetenceKind, Dimension, Responsibility
from posdoc.model.requirements import Environment, Hazard
from tests.importers.word_files import p, r, tbl, tc, tr

Data = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """A file, and what is to become of it.

    ``positions`` are the definitions by title, without what says where they came from; ``unit`` what it says of the
    unit; ``kept`` what stands in comments; ``findings`` are the names of all that is reported.
    """

    foreign: Foreign
    positions: Mapping[str, Data]
    unit: Data = field(default_factory=dict)
    kept: Sequence[str] = ()
    findings: Sequence[str] = ()
    units: Collection[str] = ()
    """The units; the one for positions without any where none is said."""
    outside: Collection[str] = ()
    """Titles of positions and parties that had to be declared."""


def check(case: Case, folder: Path) -> None:
    """Import the file of a case, and compare everything that became of it."""
    read = read_posts(case.foreign, standard_labels())
    language = letters_of(case.foreign).language
    gathered = gather([read], language)
    positions = {one.draft.title: _own(gathered.data[gathered.paths[id(one.draft)]]) for one in gathered.positions}
    assert positions == case.positions
    assert len(gathered.positions) == len(case.positions)
    assert read.unit.data == case.unit
    assert kept(read) == [*case.kept]
    assert sorted(found(read)) == sorted(case.findings)
    units = {data["title"] for path, data in gathered.data.items() if path.endswith("/unit.yaml")}
    assert units == {*(case.units or [NO_UNIT[language]])}
    declared = {entry["title"] for entry in (*gathered.declared.outside_positions, *gathered.declared.parties)}
    assert declared == {*case.outside}
    assert_nothing_lost(case.foreign, read, gathered)
    assert_opens(gathered, folder)


def _own(data: Data) -> Data:
    """A definition without its title and without where it came from."""
    document = {name: value for name, value in data["document"].items() if name != "source"}
    own = {name: value for name, value in data.items() if name not in ("title", "document")}
    return {**own, **({"document": document} if document else {})}


def kept(read: FileRead) -> list[str]:
    """What was not understood, in order."""
    return [text for draft in (*read.drafts, read.unit) for line in draft.lines if (text := line.unread())]


def found(read: FileRead) -> list[str]:
    """The names of all findings of a file."""
    findings = [*read.foreign.findings, *read.unit.findings]
    for draft in read.drafts:
        findings += draft.findings
    return [finding.name for finding in findings]


def assert_opens(gathered: Gathered, folder: Path) -> None:
    """The files are a workspace that opens without an error of form."""
    for path, text in gathered.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    organization, findings = load(folder)
    assert organization is not None
    assert [str(finding) for finding in findings if finding.severity.name == "ERROR"] == []
    assert len(organization.positions) == len(gathered.positions)


# --- that nothing is lost -----------------------------------------------------------------------------------


def assert_nothing_lost(foreign: Foreign, read: FileRead, gathered: Gathered) -> None:
    """Every character stands in a field or in a comment, or named a field: by the count of posdoc itself, and by looking
    for every word of the source in what is written.
    """
    coverage = coverage_of(read, Written(gathered))
    assert coverage.neither == 0
    texts = _texts(foreign.pieces)
    drawings = _drawings(foreign.pieces)
    descriptions = [text for one in drawings if one.kind is DiagramKind.PICTURE for text in one.boxes]
    assert coverage.all == len("".join("".join([*texts, *descriptions]).split()))
    written = _squeezed("\n".join(gathered.files.values()))
    texts += [box for drawing in drawings for box in drawing.boxes]
    assert [text for text in texts if not _is_there(text, written)] == []


def _texts(pieces: Iterable[Piece]) -> list[str]:
    """The texts of paragraphs and of cells: a label may be broken over the paragraphs of a cell."""
    cells = [cell for piece in pieces if isinstance(piece, Table) for cell in piece.cells]
    inside = [text for cell in cells for text in _texts([one for one in cell.pieces if isinstance(one, Table)])]
    return [piece.text for piece in pieces if isinstance(piece, Paragraph)] + [cell.text for cell in cells] + inside


def _drawings(pieces: Iterable[Piece]) -> list[Diagram]:
    found = [piece for piece in pieces if isinstance(piece, Diagram)]
    tables = [piece for piece in pieces if isinstance(piece, Table)]
    return found + [one for table in tables for cell in table.cells for one in _drawings(cell.pieces)]


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", same_name(text))


_UNDERSTOOD = frozenset(
    _squeezed(label)
    for kind in (Environment, Dimension, Hazard, Responsibility, CompetenceKind)
    for choice in kind
    for label in (choice.label.zh, choice.label.en)
) | {"none", "na", "无", "暂无", "x", "march", "合计"}
"""What stands in a definition as the name of a choice."""
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz一二三四五六七八九十年月日分第条章人名个共约占的页第达到版")
"""Letters and numerals before an item, and words that only go with a number or a name."""


def _is_there(text: str, written: str) -> bool:
    """Whether a text is made of numbers and of few parts, two for each word, that stand in what is written or are labels."""
    plain = _squeezed(text)
    labels = standard_labels().words | _UNDERSTOOD
    parts: dict[int, int] = {0: 0}
    for start in range(len(plain)):
        for end in range(start + 1, len(plain) + 1) if start in parts else ():
            part = plain[start:end]
            is_small = part.isdigit() or part in _SMALL
            if is_small or part in labels or (len(part) > 1 and part in written):
                parts[end] = min(parts[start] + (not is_small), parts.get(end, len(plain)))
    return parts.get(len(plain), len(plain) + 1) <= 2 * len(re.findall(r"\w+", text))


# --- tables of Word -----------------------------------------------------------------------------------------


def cell(text: str, columns: int = 1, more: str = "") -> str:
    """A cell of a table, a paragraph for each line; markup stays as it is."""
    inside = text if text.startswith("<") else "".join(p(line) for line in text.split("\n"))
    return tc(inside, (f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else "") + more)


def down(text: str, columns: int = 1) -> str:
    """A cell that goes on in the rows below it, where ``on()`` stands in its place."""
    return cell(text, columns, '<w:vMerge w:val="restart"/>')


def on(columns: int = 1) -> str:
    """The part of a merged cell in a row below its first."""
    return cell("", columns, "<w:vMerge/>")


def section(text: str, columns: int) -> str:
    """A shaded row across the whole table, bold and in the middle."""
    centred = p(r(text, "<w:b/>"), '<w:jc w:val="center"/>')
    return tr(cell(centred, columns, '<w:shd w:val="clear" w:fill="D9D9D9"/>'))


def form(*rows: str | Sequence[str], columns: int) -> str:
    """A table of rows; a row of one text is a section."""
    return tbl(*(section(row, columns) if isinstance(row, str) and not row.startswith("<") else
                 row if isinstance(row, str) else tr(*(one if one.startswith("<") else cell(one) for one in row))
                 for row in rows), columns=columns)  # fmt: skip


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
