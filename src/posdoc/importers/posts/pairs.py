"""Labels with their values in one text: behind a colon, or run together."""

from __future__ import annotations

import re

from posdoc.importers.posts.filling import Filler
from posdoc.importers.posts.items import item_of
from posdoc.importers.posts.labels import Labels
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import share_of
from posdoc.patterns import pattern

PAIR = pattern(r"\s*+(.{1,40}?)\s*+[:：]\s*+", re.DOTALL)
"""A label and a colon, behind which its value stands."""
FRAMED = pattern(r"(【[^】\n]{2,20}】)\s*+(?=[^\s:：])")
"""A label that brackets set off from its value: 【工作时间】五天八小时."""
_BLANK_REPORTS = pattern(r"[\s_]*个岗位\s*[,，]?\s*共[\s_]*人?")
"""The numbers of reports, not filled in."""
_CLAUSE = pattern(r"[；;]")
_SHARES = ("conditions.travel", "conditions.office_share", "conditions.field_share")


def fill_value(filler: Filler, path: str, label: Bit, value: Bit) -> None:
    """Send a label with its value, which may be empty, to where it belongs."""
    if value and filler.goes_on_with_points(path, label, value):
        return
    if not value:
        filler.heading(path, label)
        if path.startswith("document.signers."):
            filler.pair(path, label, [])
    elif path.split(".")[0] in ("duties", "authority", "kpi_sets") and "." not in path:
        filler.heading(path, label)
        filler.text(item_of(value))
    else:
        filler.pair(path, label, [value])


def fill_unseparated(filler: Filler, labels: Labels, bit: Bit, scope: str) -> bool:
    """``岗位名称售后工程师``: a label of a form whose cells were run together, cut out by a chain of labels."""
    found = labels.starts(bit.text, scope)
    if found is None:
        return False
    label, value = bit.part(0, found.length), bit.part(found.length)
    if _BLANK_REPORTS.fullmatch(bit.text, found.length):
        bit.label()
        return True
    is_cut = bit.line.text.strip() != bit.text and (bit.start > 0 or bit.end < len(bit.line.text))
    if is_cut and found.path == "duties.tasks" and value:
        filler.pair(found.path, label, _clauses(value))
        return True
    is_share = found.path in _SHARES and share_of(value.text) is not None
    if not is_share and (not is_cut or found.path.startswith(("unit.", "group."))):
        return False
    fill_value(filler, found.path, label, value)
    return True


def _clauses(bit: Bit) -> list[Bit]:
    """The tasks of a text in which they were run together, parted by semicolons; those in brackets part nothing."""
    found, start, depth = [], 0, 0
    for at, sign in enumerate(bit.text):
        depth += (sign in "(（") - (sign in ")）" and depth > 0)
        if not depth and _CLAUSE.match(sign):
            found.append(bit.part(start, at))
            start = at + 1
    return [part for part in (*found, bit.part(start)) if part]


def fill_labelled_item(filler: Filler, body: Bit) -> bool:
    """A requirement with a label of its own that no table knows, below 任职资格."""
    if filler.scope != "qualifications":
        return False
    match = re.match(r"([^\s:：，。；（(]{2,8}|[A-Z][A-Za-z &/-]{2,28})[:：]\s*(?=\S)", body.text)
    if match is None:
        return False
    filler.qualifications.labelled(body.part(0, match.end(1)), body.part(match.end()))
    return True
