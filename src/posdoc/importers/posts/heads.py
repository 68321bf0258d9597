"""Rows of heads in tables: which field each column holds, and of what the table is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from posdoc.importers.pieces import Cell
from posdoc.importers.posts.labels import Labels
from posdoc.patterns import pattern

UNKNOWN = "ignore.unknown"
_MOST_UNKNOWN, _LONGEST_HEAD = 2, 14
_NO_HEAD = pattern(r"\d|[。；;，,、：:≥≤><□☐☑√]")
"""What stands in values, and in no head of a column."""
SCOPES = ("duties", "kpis", "contacts", "qualifications", "competences", "revisions", "signers", "bands", "authority")
Heads = dict[int, str]
"""What the columns hold, by the first column of the grid that each takes."""


def heads_of(cells: Sequence[Cell], labels: Labels, scope: str, text_of: Callable[[Cell], str]) -> Heads | None:
    """What the columns of a row of heads hold; None where the row is none. One head among three, two among six may be
    unknown: what stands below them is not read.
    """
    named: dict[int, str] = {}
    unknown: list[int] = []
    for cell in cells:
        text = _head(text_of(cell), labels)
        if text:
            named[cell.column] = text
            if not labels.may_know(text):
                unknown.append(cell.column)
                if len(unknown) > _MOST_UNKNOWN or not _may_be_head(text):
                    return None
    if len(named) < 2:
        return None
    partly: list[Heads] = []
    for candidate in dict.fromkeys((scope, *SCOPES) if scope in SCOPES else SCOPES):
        found = {column: _meaning(text, labels, candidate) for column, text in named.items()}
        known = {
            column: path for column, path in found.items() if path.startswith("ignore.") or is_column(path, candidate)
        }
        own = [path for path in known.values() if not path.startswith("ignore.")]
        if len(set(own)) == len(own) >= 2 and _says_enough(own, candidate) and _are_heads(named, known):
            partly.append(known)
            if len(known) == len(named):
                return known
    if not partly:
        return None
    best: Heads = max(partly, key=len)
    return {**dict.fromkeys(named, UNKNOWN), **best}


def _head(text: str, labels: Labels) -> str:
    """The text of a cell as a head: of one in two languages, a line each, the first line where it is known alone."""
    first, _, rest = text.partition("\n")
    whole = text.replace("\n", " ")
    return first if rest and not labels.may_know(whole) and labels.may_know(first) else whole


def _meaning(text: str, labels: Labels, scope: str) -> str:
    """What a head means in a grid of this sort; some words mean it there only, and not as the title of a section."""
    as_head = labels.find(text, f"{scope}.heads") or ""
    return as_head if as_head.startswith(f"{scope}.") else labels.find(text, scope) or ""


def _are_heads(named: Mapping[int, str], known: Mapping[int, str]) -> bool:
    """Whether a row with some known heads is one of heads, and none of labels with their values."""
    unknown = [column for column in named if column not in known]
    if len(unknown) > len(named) // 3 or len(unknown) > _MOST_UNKNOWN:
        return False
    return all(_may_be_head(named[column]) for column in unknown) and (len(named) > 3 or unknown in ([], [max(named)]))


def _may_be_head(text: str) -> bool:
    """Whether a text that nobody knows may be the head of a column."""
    return len(text) <= (_LONGEST_HEAD * 2 if text.isascii() else _LONGEST_HEAD) and not _NO_HEAD.search(text)


def is_column(path: str, scope: str) -> bool:
    """Whether a path is one that a column of such a grid holds, and not the name of a row."""
    first, _, name = path.partition(".")
    return first == scope and name in _COLUMNS.get(scope, (name,)) and bool(name)


_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "qualifications": ("item", "number", "required", "preferred"),
    "contacts": ("party", "content", "scope"),
    "authority": ("number", "kind", "act", "text", "limit"),
    "competences": ("number", "name", "text", "level", "weight"),
}


def _says_enough(paths: Sequence[str], scope: str) -> bool:
    """Whether heads can be those of a grid, and not two labels of a pair."""
    names = {path.partition(".")[2] for path in paths}
    needed = {
        "duties": ({"text"}, {"area", "time"}, {"tasks", "time"}, {"area", "weight"}),
        "kpis": ({"name"},),
        "contacts": ({"party", "content"}, {"party", "scope"}),
        "qualifications": ({"required"}, {"item", "required"}),
        "competences": ({"name"},),
        "revisions": ({"version", "text"}, {"date", "text"}),
        "signers": ({"role", "name"}, {"role", "date"}),
        "bands": ({"label", "score"},),
        "authority": ({"text"},),
    }[scope]
    return any(need <= names for need in needed) and len(names) >= 2
