"""Reads back what a Word document that posdoc made says now: the text under each hidden mark, and what is new.

What a mark is stands in the decision 0010. What a person would not see is not read: deleted text that is still tracked,
and the prompts that Word shows in empty content controls.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from posdoc.importers.characters import as_seen
from posdoc.importers.marked_walk import Control, Found, walked
from posdoc.importers.own_part import own_part
from posdoc.importers.package import Package, open_package
from posdoc.importers.word.markup import Element, W, parsed
from posdoc.patterns import pattern
from posdoc.template.marks import WORKED_OUT, digest_of_text
from posdoc.word.printed import is_mark, printed_of_lines
from posdoc.word.properties import NAMESPACE, PRINTED

_DOCUMENT: Final = pattern(r"word/document\d*\.xml", re.IGNORECASE)
_IN_LIST = pattern(r"\.\d+(?:\.|$)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A content control with what a person sees in it. ``path`` begins with ``=`` where no definition holds what it prints.

    ``paragraphs`` are its texts, soft line ends as line ends; mostly it is one. ``row`` counts the rows of all tables
    from 1 (0 outside of tables) and ``paragraph`` the paragraphs, so that what belongs together is known by them.
    ``before`` and ``behind`` are what stands beside it in its paragraph, up to the next control: a label, or what
    somebody typed beside the control.
    """

    path: str
    paragraphs: tuple[str, ...]
    is_unchanged: bool
    """Whether it is what was printed."""
    is_copy: bool
    """Whether it is there more often than it was printed, as when somebody copies a row of a table.

    Of what no definition holds that is not asked.
    """
    row: int
    paragraph: int
    before: str = ""
    behind: str = ""

    @property
    def text(self) -> str:
        """What a person sees in it, a line for each paragraph."""
        return "\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Untagged:
    """A new paragraph without a content control that stands behind one which has the path ``after``.

    It is looked like that one: somebody pressed Enter in a list, or put a new row into a table, where ``after`` is the
    path in the same column of the row above. Where there is only one behind it, ``after`` is empty and ``ahead`` is
    the path of that.
    """

    text: str
    after: str
    ahead: str
    row: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What a document says of itself, and its content controls in their order.

    ``gone`` are the paths that were printed and are not there any more. ``printed`` has the digests of what was printed
    under each path.
    """

    identity: str
    form: str
    language: str
    version: str
    digest: str
    controls: tuple[Mark, ...]
    untagged: tuple[Untagged, ...]
    gone: tuple[str, ...]
    printed: Mapping[str, Sequence[str]]


def read_marks(data: bytes, name: str) -> Marks | None:
    """The marks of a Word file; None where posdoc did not make it. Raises Refused for what is no Word file."""
    package = open_package(data, name)
    item = own_part(package)
    document = None if item is None else _document(package)
    if item is None or document is None:
        return None
    element = next(iter(item.iter(f"{{{NAMESPACE}}}{PRINTED}")), None)
    known = printed_of_lines(element.text or "") if element is not None else {}
    found = walked(document, lambda tag: _is_own(tag, known))
    controls = [control for control in found.controls if not control.is_gone]
    here = {control.path for control in controls}
    return Marks(
        identity=item.get("id", ""),
        form=item.get("form", ""),
        language=item.get("language", ""),
        version=item.get("version", ""),
        digest=item.get("digest", ""),
        controls=tuple(_marks(controls, known)),
        untagged=tuple(_untagged(found)),
        gone=tuple(path for path in known if path not in here and not path.startswith(WORKED_OUT)),
        printed=known,
    )


def _document(package: Package) -> Element | None:
    name = next((part for part in package.names if _DOCUMENT.fullmatch(part)), None)
    data = package.part(name) if name else None
    if name is None or data is None:
        return None
    return next(parsed(data, package.name, name).iterchildren(W + "body"), None)


def _is_own(tag: str, known: Mapping[str, Sequence[str]]) -> bool:
    """Whether a tag is a mark: one that was printed, or one of a list that came from another document by copying."""
    return tag in known or (is_mark(tag) and _IN_LIST.search(tag) is not None)


def _marks(controls: Sequence[Control], known: Mapping[str, Sequence[str]]) -> Iterator[Mark]:
    unchanged = {id(one): digest_of_text(one.text) in known.get(one.path, ()) for one in controls}
    copies = _copies(controls, known, unchanged)
    for one in controls:
        texts = one.texts if unchanged[id(one)] else map(as_seen, one.texts)
        yield Mark(
            one.path, tuple(texts), unchanged[id(one)], id(one) in copies, one.row, one.paragraph,
            as_seen(one.before), as_seen(one.behind),
        )  # fmt: skip


def _copies(controls: Sequence[Control], known: Mapping[str, Sequence[str]], unchanged: Mapping[int, bool]) -> set[int]:
    """Those that are there more often than they were printed.

    What was printed is taken to be the one in whose row most is as it was, then the one that is as it was itself, then
    the first.
    """
    same: dict[str, list[Control]] = defaultdict(list)
    in_row: dict[int, int] = defaultdict(int)
    for one in controls:
        same[one.path].append(one)
        in_row[one.row] += unchanged[id(one)]
    found: set[int] = set()
    for path, group in same.items():
        printed = len(known.get(path, ()))
        if len(group) > printed and not path.startswith(WORKED_OUT):
            ranked = sorted(group, key=lambda one: (-in_row[one.row], not unchanged[id(one)]))
            found |= {id(one) for one in ranked[printed:]}
    return found


def _untagged(found: Found) -> Iterator[Untagged]:
    for one in found.loose:
        yield Untagged(as_seen(one.text), one.after, one.ahead, one.row, one.paragraph)
