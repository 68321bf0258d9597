"""Finds tables whose cells were copied out line by line, as web pages do it: a line for each cell, in or out of order.

A row is taken only where it is whole: what cannot be told apart (one share for two columns, a cell without its row)
stays unread and is reported, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from posdoc.importers.posts.heads import is_column
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit, Line
from posdoc.importers.posts.values import is_nothing, share_of
from posdoc.patterns import pattern

_NUMBER = pattern(r"\d{1,2}")
_SHARE = pattern(r"\d{1,3}(?:\.\d+)?\s*[%％]")
_GOES_ON = ("，", ",", "、", "；", ";")
_LONGEST_AREA = 24


class Row(NamedTuple):
    """A row: what it is about, its cells by field, and the lines it takes. ``missing`` are the fields of which no cell
    was found, or not for certain; ``is_out_of_place`` is a row before its heads or out of the order of its numbers;
    ``run_on`` is one that stood in the line of another; ``behind`` is the number before its own in the order of numbers
    where that is not one less: a gap, or the same again.
    """

    scope: str
    cells: Mapping[str, list[Bit]]
    lines: Sequence[int]
    missing: tuple[str, ...] = ()
    is_out_of_place: bool = False
    run_on: bool = False
    behind: int | None = None


class Head(NamedTuple):
    """A run of lines that are the heads of a table: the first and the last, what it is about, and its columns."""

    first: int
    last: int
    scope: str
    columns: tuple[str, ...]


def flat_rows(lines: Sequence[Line], labels: Labels) -> tuple[list[Head], list[Row]]:
    """The heads and rows of all such tables among the lines of one post."""
    heads = list(_heads(lines, labels))
    rows: list[Row] = []
    for head in heads:
        if head.scope == "duties":
            rows += _numbered(lines, head, labels)
        elif head.scope == "qualifications":
            rows += _labelled(lines, head, labels, heads)
        elif head.scope == "contacts":
            rows += _pairs(lines, head, labels)
        else:
            rows += _indicators(lines, head, labels)
    return heads, rows


_SECTION = pattern(r"[一二三四五六七八九十]{1,3}[、.．]")
_RUNS: Mapping[str, tuple[frozenset[str], int]] = {
    "duties": (frozenset({"number", "text"}), 2),
    "kpis": (frozenset({"name", "weight"}), 3),
    "qualifications": (frozenset({"required", "preferred"}), 2),
    "contacts": (frozenset({"party", "content"}), 2),
}


def _heads(lines: Sequence[Line], labels: Labels) -> list[Head]:
    found: list[Head] = []
    taken: set[int] = set()
    for scope, (needed, least) in _RUNS.items():
        at = 0
        while at < len(lines):
            end = at
            columns: list[str] = []
            while end < len(lines) and end not in taken:
                text = lines[end].text.strip()
                path = None if _SECTION.match(text) else labels.find(text, scope)
                known = path is not None and (path.startswith("ignore.") or is_column(path, scope))
                if not (known or (columns and _is_band(lines[end].text))):
                    break
                columns.append(path.partition(".")[2] if path and path.startswith(f"{scope}.") else "")
                end += 1
            names = [name for name in columns if name]
            if len(columns) >= least and needed <= set(names) and len(set(names)) == len(names):
                found.append(Head(at, end - 1, scope, tuple(columns)))
                taken |= set(range(at, end))
            at = max(end, at + 1)
    return found


def _is_band(text: str) -> bool:
    """The head of a grading band: ``100-90分)``."""
    return re.fullmatch(r"[（(]?\s*\d{1,3}\s*[-–—]\s*\d{1,3}\s*分?\s*[)）]?", text.strip()) is not None


def _is_label(line: Line, labels: Labels, scope: str) -> bool:
    return labels.find(line.text.strip(), scope) is not None


def _numbered(lines: Sequence[Line], head: Head, labels: Labels) -> list[Row]:
    """Rows of duties: a line that is a number, then the cells."""
    shares = [name for name in head.columns if name in ("weight", "time")]
    rows: list[Row] = []
    for at, line in enumerate(lines):
        if not _NUMBER.fullmatch(line.text.strip()) or at == len(lines) - 1:
            continue
        end = at + 1
        while end < len(lines) and end - at <= 12 and end != head.first and not _NUMBER.fullmatch(lines[end].text.strip()) and (
            not _is_end(lines[end], labels) or (end == at + 1 and "area" in head.columns)
        ):  # fmt: skip
            end += 1
        rows += _duty(lines, at, end, head, shares)
    return _marked(rows, head)


def _is_end(line: Line, labels: Labels) -> bool:
    """Whether a line is a heading, a label, or a line of labels: no cell of a row."""
    text = line.text.strip()
    first = re.split(r"[:：]", text, maxsplit=1)[0]
    return _is_label(line, labels, "qualifications") or (first != text and labels.find(first) is not None)


def _duty(lines: Sequence[Line], at: int, end: int, head: Head, shares: Sequence[str]) -> list[Row]:
    """The row that begins with the number in a line, and one that was run together with it."""
    body = list(range(at + 1, end))
    tail = [place for place in body if _SHARE.fullmatch(lines[place].text.strip())]
    if tail:
        body = body[: body.index(tail[0])]
    tail = tail[: len(shares)]
    cells: dict[str, list[Bit]] = {"number": [lines[at].whole()]}
    texts = list(body)
    if "area" in head.columns:
        if len(texts) < 2 or len(lines[texts[0]].text.strip()) > _LONGEST_AREA:
            return []
        cells["area"] = [lines[texts.pop(0)].whole()]
    if not texts:
        return []
    text, further = _own(lines[texts[0]], int(lines[at].text))
    cells["text"] = [text]
    is_whole = len(tail) == len(shares)
    if is_whole:
        cells |= {name: [lines[place].whole()] for name, place in zip(shares, tail, strict=True)}
    row = Row("duties", cells, [at, *body[: len(body) - len(texts) + 1], *tail], () if is_whole else tuple(shares))
    return [row, *(Row("duties", one, [], tuple(shares), run_on=True) for one in further)]


def _own(line: Line, number: int) -> tuple[Bit, list[dict[str, list[Bit]]]]:
    """The text of a row without the next row, whose number was run together with it: …服务质量。10完成…"""
    bit = line.whole()
    match = re.search(rf"(?<=[。；;])\s*({number + 1})(?=[\u3400-\u9fff])", bit.text)
    if match is None:
        return bit, []
    further = {"number": [bit.part(*match.span(1))], "text": [bit.part(match.end())]}
    return bit.part(0, match.start()), [further]


def _marked(rows: Sequence[Row], head: Head) -> list[Row]:
    """Rows that stand before their heads, or whose number does not follow the one before, are out of place."""
    found: list[Row] = []
    last, before = 0, True
    numbers = [int(row.cells["number"][0].text) for row in rows]
    for place, (row, number) in enumerate(zip(rows, numbers, strict=True)):
        behind = number if number in numbers[:place] else max((one for one in numbers if one < number), default=0)
        if before and row.lines and row.lines[0] > head.last:
            last, before = 0, False
        out = before or number not in (last + 1, last)
        found.append(row._replace(is_out_of_place=out, behind=None if behind == number - 1 else behind))
        last = number
    return found


def _labelled(lines: Sequence[Line], head: Head, labels: Labels, heads: Sequence[Head]) -> list[Row]:
    """Rows of qualifications: a label, then what is required and what is preferred."""
    rows: list[Row] = []
    columns = [name for name in head.columns if name in ("required", "preferred")]
    in_heads = {at for one in heads for at in range(one.first, one.last + 1)}
    at = 0
    while at < len(lines):
        path = labels.find(lines[at].text.strip(), "qualifications")
        if at in in_heads or not path or not _is_item(path) or _after_number(lines, at):
            at += 1
            continue
        end = at + 1
        while end < len(lines) and end not in in_heads and not _stops(lines[end], labels):
            end += 1
        values = _joined([lines[place] for place in range(at + 1, end)])
        if 1 <= len(values) <= len(columns) + 1:
            is_whole = len(values) >= len(columns)
            names = columns if is_whole else columns[:0]
            cells = {"item": [lines[at].whole()]} | dict(zip(names, values, strict=False))
            used = range(at, end) if len(values) <= len(columns) else [at, *(place for place in range(at + 1, end) if any(
                lines[place] is bit.line for bits in values[: len(names)] for bit in bits))]  # fmt: skip
            rows.append(Row("qualifications", cells, used, () if is_whole else tuple(columns)))
        at = end
    return rows


def _is_item(path: str) -> bool:
    first, _, rest = path.partition(".")
    return first == "qualifications" and rest not in ("", "item", "required", "preferred", "number", "label")


def _after_number(lines: Sequence[Line], at: int) -> bool:
    """Whether a word that is a label elsewhere stands as the area of a duty: 10, 其他, …, 15 %."""
    return at > 0 and _NUMBER.fullmatch(lines[at - 1].text.strip()) is not None


def _stops(line: Line, labels: Labels) -> bool:
    text = line.text.strip()
    first = re.split(r"[:：]", text, maxsplit=1)[0]
    return (
        labels.find(text, "qualifications") is not None
        or (first != text and labels.find(first) is not None)
        or bool(_NUMBER.fullmatch(text))
    )


def _joined(lines: Sequence[Line]) -> list[list[Bit]]:
    """The lines of cells: one that ends with a comma goes on in the next."""
    cells: list[list[Bit]] = []
    goes_on = False
    for line in lines:
        bit = line.whole()
        if goes_on and not is_nothing(bit.text):
            cells[-1].append(bit)
        else:
            cells.append([bit])
        goes_on = bit.text.endswith(_GOES_ON)
    return cells


def _pairs(lines: Sequence[Line], head: Head, labels: Labels) -> list[Row]:
    """Rows of contacts: a party, then what it is about; 公司内 and 公司外 stand between."""
    rows: list[Row] = []
    at = head.last + 1
    while at + 1 < len(lines):
        path = labels.find(lines[at].text.strip(), "contacts")
        if path and path.startswith("contacts."):
            rows.append(Row("contacts", {"scope": [lines[at].whole()]}, [at]))
            at += 1
            continue
        if path or labels.find(lines[at + 1].text.strip(), "contacts") or len(lines[at].text.strip()) > 16:
            break
        cells = {"party": [lines[at].whole()], "content": [lines[at + 1].whole()]}
        rows.append(Row("contacts", cells, [at, at + 1]))
        at += 2
    return rows


def _indicators(lines: Sequence[Line], head: Head, labels: Labels) -> list[Row]:
    """Rows of indicators: a name with its targets, and its weight; the last share of a row is the weight."""
    rows: list[Row] = []
    numbered = head.columns[0] == "number"
    if numbered:
        return _shared(lines, head, labels)
    at = head.last + 1
    while at < len(lines):
        if _is_end(lines[at], labels):
            break
        name = at
        at += 1
        while at < len(lines) and not (_is_end(lines[at], labels) or _is_words(lines[at].text.strip())):
            at += 1
        row = _indicator(lines, name, name, at, head)
        if row:
            rows.append(row)
    return rows


def _shared(lines: Sequence[Line], head: Head, labels: Labels) -> list[Row]:
    """Rows of indicators with numbers, wherever they stand: a name with its weight in the next line."""
    rows: list[Row] = []
    for name, line in enumerate(lines):
        if not _is_words(line.text.strip()) or not _is_share(lines, name + 1) or _is_end(line, labels):
            continue
        start = name - 1 if name and _NUMBER.fullmatch(lines[name - 1].text.strip()) else name
        most = min(name + sum(column not in ("", "number") for column in head.columns), len(lines))
        most = min(most, head.first) if name < head.first else most
        end = name + 2
        while end < most and not (
            _is_end(lines[end], labels) or _NUMBER.fullmatch(lines[end].text.strip()) or _is_share(lines, end + 1)
        ):
            end += 1
        row = _indicator(lines, start, name, end, head)
        if row:
            number = {"number": [lines[start].whole()]} if start < name else {}
            rows.append(row._replace(cells={**number, **row.cells}, is_out_of_place=start < head.first))
    return rows


def bands_of(lines: Sequence[Line], head: Head, labels: Labels) -> list[tuple[Bit, Bit]]:
    """The names of grading bands in the heads with their scores, where there are as many of both."""
    inside = lines[head.first : head.last + 1]
    names = [line.whole() for line in inside if labels.find(line.text.strip(), head.scope) == "ignore.band"]
    scores = [line.whole() for line in inside if _is_band(line.text)]
    return list(zip(names, scores, strict=True)) if len(names) == len(scores) else []


def _is_words(text: str) -> bool:
    return re.search(r"[\u3400-\u9fffA-Za-z]{2}", text) is not None and not text[:1].isdecimal()


def _is_share(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and _SHARE.fullmatch(lines[at].text.strip()) is not None


def _indicator(lines: Sequence[Line], start: int, name: int, end: int, head: Head) -> Row | None:
    targets = [column for column in head.columns if column.startswith("targets.")]
    body = list(range(name + 1, end))
    if not _is_words(lines[name].text) or not body:
        return None
    cells: dict[str, list[Bit]] = {"name": [lines[name].whole()]}
    if targets:
        columns = [*targets, "weight"]
        is_whole = len(body) == len(columns) and share_of(lines[body[-1]].text) is not None
    else:
        columns = [column for column in head.columns if column not in ("number", "name", "")]
        is_whole = len(body) == len(columns)
        if not is_whole and _is_share(lines, body[0]) and columns and columns[0] == "weight":
            cells["weight"] = [lines[body[0]].whole()]
            return Row("kpis", cells, range(start, end), tuple(columns[1:]))
    if not is_whole:
        return Row("kpis", cells, range(start, end), tuple(columns))
    cells |= {column: [lines[place].whole()] for column, place in zip(columns, body, strict=True)}
    return Row("kpis", cells, [*range(start, name + 1), *body])


def stray_shares(lines: Sequence[Line], heads: Sequence[Head], rows: Sequence[Row]) -> list[int]:
    """The lines that are a share and no more, and belong to no row, where a table has shares."""
    if not any(name in ("weight", "time") for head in heads for name in head.columns):
        return []
    taken = {at for row in rows for at in row.lines}
    return [at for at in range(len(lines)) if at not in taken and _is_share(lines, at)]
