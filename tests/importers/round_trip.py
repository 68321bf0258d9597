"""Documents without their hidden marks, the fields that they print, and which of those an import gives back.

A field is a leaf of a definition: one text, one entry of a list, one share, date, choice, number or name. A document
prints it if its printed text stands in the content control of the field, or of what the field is a part of; or outside
of all such controls, for a text of some length. It is given back if the draft holds the
same value at the same path: names of what an id refers to as they are printed, for ids are not; shares, dates, numbers and
choices by what they say. A number that counting gives as well is no field. Entries that a form puts together by
kinds are compared in the order in which it prints
them, and a full stop at the end, which forms leave out before other words, does not count.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple, get_args, get_origin

from lxml import etree

from posdoc.importers.posts import Draft, FileRead, read_posts, standard_labels
from posdoc.importers.word import read_word
from posdoc.load.scalars import percent_of
from posdoc.locales.numerals import chinese_number
from posdoc.locales.words import Words
from posdoc.model import (
    HeadCount,
    Kpi,
    Option,
    Organization,
    PartialDate,
    Position,
    Record,
    Ref,
    Text,
    fields_of,
    types_of,
)
from posdoc.model.field_names import kind_of
from posdoc.model.kpi import PeriodTargets
from posdoc.template.marks import LINE, WORKED_OUT
from posdoc.template.marks import of_position as owner_of
from posdoc.views.assessment import full_kpi
from posdoc.views.printer import Printer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTENTS = f"{W}docPartObj"
BOX = f"{W}txbxContent"
MANY = 30
"""With so many bytes (ten Chinese characters) a text does not stand in a document by chance."""
BY_KIND = {"authority": "kind", "contacts": "scope", "competences": "kind"}
"""Lists whose entries forms print kind by kind."""
_FIGURES = {"minimum": "required", "maximum": "required", "preferred_minimum": "preferred"}
"""Figures of a requirement that are printed only where there are no words for it."""
PRINTED_ALL_THE_SAME = ("number", "label", "application")
"""Fields that are declared as not printed of themselves, and are printed in another place."""


class Leaf(NamedTuple):
    """One field: where it stands in the definition, what is printed of it, and what an import should read."""

    path: str
    text: str
    value: str
    is_text: bool = False


class Given(NamedTuple):
    """What an import gives back of the fields that a document prints."""

    printed: int
    lost: list[str]

    @property
    def share(self) -> float:
        """The share of them that is given back, from 0 to 1."""
        return 1 - len(self.lost) / self.printed if self.printed else 1.0


# --- documents --------------------------------------------------------------------------------------------------


def without_marks(document: bytes) -> bytes:
    """A document without its content controls and without the part that names its definition."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(document)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as plain:
        for name in package.namelist():
            if not name.startswith(("customXml/", "docProps/custom")):
                data = package.read(name)
                plain.writestr(name, _unwrapped(data) if name.startswith("word/") and name.endswith(".xml") else data)
    return made.getvalue()


def _unwrapped(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for control in [one for one in root.iter(f"{W}sdt") if one.find(f".//{CONTENTS}") is None]:
        parent, place = control.getparent(), control.getparent().index(control)
        parent[place : place + 1] = list(control.find(f"{W}sdtContent"))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def read(document: bytes, name: str) -> FileRead:
    """What an import makes of a document without its marks."""
    return read_posts(read_word(without_marks(document), name), standard_labels())


class Printed:
    """What stands in a document: the text of its content controls by the paths in their marks, and all other text.

    Texts in drawings repeat names and steps; they are left out.
    """

    def __init__(self, document: bytes) -> None:
        self._controls: dict[str, str] = {}
        with zipfile.ZipFile(BytesIO(document)) as package:
            names = [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
            roots = [etree.fromstring(package.read(name)) for name in names]
        self._rest = squeezed("".join("".join(self._walk(root, "")) + "\n" for root in roots))
        self._controls = {mark: squeezed(text) for mark, text in self._controls.items()}

    def _walk(self, element: Any, mark: str) -> Iterator[str]:
        """The text outside controls with paths; that inside is noted under the innermost of them."""
        if element.tag == BOX:
            return
        if element.tag == f"{W}t":
            if mark:
                self._controls[mark] = self._controls.get(mark, "") + (element.text or "")
            else:
                yield element.text or ""
            return
        inner = mark
        if element.tag == f"{W}sdt":
            tag = element.find(f"{W}sdtPr/{W}tag")
            own = tag.get(f"{W}val") if tag is not None else WORKED_OUT
            inner = mark if own.startswith(WORKED_OUT) else own.partition(LINE)[0]
        for child in element:
            yield from self._walk(child, inner)

    def holds(self, leaf: Leaf, owner: str = "") -> bool:
        """Whether it prints a field; ``owner`` is what stands in marks before the paths of the definition."""
        wanted = squeezed(leaf.text)
        if not wanted:
            return False
        if any(wanted in self._controls.get(f"{owner}{path}", "") for path in _around(leaf.path)):
            return True
        return leaf.is_text and len(wanted.encode()) >= MANY and wanted in self._rest


def _around(path: str) -> Iterator[str]:
    """A path and those of what it is a part of."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def squeezed(text: str) -> str:
    """A text without white space and without a full stop at its end."""
    return "".join(text.split()).rstrip("。.")


# --- what a definition says ------------------------------------------------------------------------------------


def leaves_of(record: Record, printer: Printer, at: str = "", *, in_own_order: bool = False) -> Iterator[Leaf]:
    """The fields of a record that may be printed."""
    for info, value in record.stated():
        if (
            info.refers_to == ("step",)
            or (not info.printed and info.name not in PRINTED_ALL_THE_SAME)
            or getattr(record, _FIGURES.get(info.name, ""), None)
        ):
            continue
        path = f"{at}.{info.name}" if at else info.name
        ordered = value if in_own_order or type(value) is not tuple else in_printed_order(info.name, value)
        entries = enumerate(ordered) if type(value) is tuple else [("", value)]
        for place, entry in entries:
            where = f"{path}.{place}" if place != "" else path
            if type(entry) is tuple:
                for step, name in enumerate(entry):
                    yield Leaf(f"{where}.{step}", printer.reference(info, name), printer.reference(info, name))
            elif isinstance(entry, Record):
                whole = full_kpi(printer, entry) if isinstance(entry, Kpi) else entry
                yield from leaves_of(whole, printer, where, in_own_order=in_own_order)
            elif isinstance(entry, Ref):
                yield Leaf(where, printer.reference(info, entry), printer.reference(info, entry))
            elif not (info.name == "number" and _unnumbered(str(entry)) == _counted(at)):
                yield Leaf(where, printer.value(entry), value_of(entry, printer.words), isinstance(entry, Text))


def _counted(at: str) -> str:
    """The number that a form gives to an entry that has none of its own."""
    place = at.rpartition(".")[2]
    return str(int(place) + 1) if place.isdigit() else ""


def in_printed_order(name: str, entries: Any) -> Any:
    """The entries of a list as forms print them."""
    if name not in BY_KIND:
        return entries
    cls = type(entries[0])
    order = [*kind_of(cls, BY_KIND[name])]
    default = order[0] if name == "competences" else None

    def place(entry: Any) -> int:
        kind = getattr(entry, BY_KIND[name]) or default
        return order.index(kind) if kind else len(order)

    return sorted(entries, key=place)


def value_of(value: Any, words: Words) -> str:
    """A single value as an import should read it."""
    if isinstance(value, Text):
        return words.text(value)
    if isinstance(value, Option):
        return value.value
    if isinstance(value, HeadCount):
        return words.text(value.text) if value.low is None else str(value)
    if hasattr(value, "text") and isinstance(value.text, Text):
        return words.text(value.text)
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


# --- what a draft says -----------------------------------------------------------------------------------------


def flat(cls: Any, data: Any, at: str = "") -> dict[str, str]:
    """The leaves of the data of a draft by path; a text in place of a record is its shorthand."""
    if isinstance(cls, type) and issubclass(cls, Record):
        whole = data if isinstance(data, Mapping) else {cls.shorthand: data}
        found: dict[str, str] = {}
        for name, part in whole.items():
            info = next((one for one in fields_of(cls) if one.name == name), None)
            assert info is not None, f"{cls.__name__} has no field {name} ({at})"
            found |= flat(types_of(cls)[info.attribute], part, f"{at}.{name}" if at else name)
        return found
    kind = _plain_type(cls)
    if get_origin(kind) is tuple and kind is not PartialDate:
        entries = data if isinstance(data, list) else [data]
        items = (flat(get_args(kind)[0], entry, f"{at}.{place}") for place, entry in enumerate(entries))
        return {path: text for item in items for path, text in item.items()}
    if isinstance(kind, type) and issubclass(kind, Record):
        return flat(kind, data, at)
    return {at: str(data)}


def _plain_type(declared: Any) -> Any:
    if type(None) in get_args(declared):
        return next(part for part in get_args(declared) if part is not type(None))
    return declared


def given_back(
    record: Record, printer: Printer, printed: Printed, draft: Draft | None, owner: str = "", *,
    in_own_order: bool = False,
) -> Given:  # fmt: skip
    """Which of the fields of a definition that a document prints the draft holds: ``in_own_order`` also with the entries
    that a form puts together by kinds where the definition has them.
    """
    held = flat(type(record), draft.data) if draft else {}
    leaves = leaves_of(record, printer, in_own_order=in_own_order)
    wanted = [leaf for leaf in leaves if printed.holds(leaf, owner)]
    lost = [leaf for leaf in wanted if not _is_held(leaf, held)]
    return Given(len(wanted), [f"{leaf.path}: {leaf.value!r} != {held.get(leaf.path)!r}" for leaf in lost])


def _is_held(leaf: Leaf, held: Mapping[str, str]) -> bool:
    if any(same(leaf.value, held.get(path, "")) for path in _places_of(leaf.path)):
        return True
    whole, _, name = leaf.path.rpartition(".")
    if name == "label":
        item = held.get(f"{whole}.item")
        meant = standard_labels().find(leaf.value, "qualifications") or ""
        return item is not None and item in (meant.rpartition(".")[2], meant.partition(".")[0])
    if name in ("title", "number"):
        return bool(held.get(leaf.path)) and _unnumbered(leaf.value) == _unnumbered(held[leaf.path])
    return False


def _unnumbered(text: str) -> str:
    """A title without the number before it; a number without the words and signs around it, in digits."""
    plain = re.sub(r"职责|duty|[()（）、.．\s]", "", text, flags=re.IGNORECASE)
    if plain and all(sign in "一二三四五六七八九十" for sign in plain):
        return str(next(number for number in range(100) if chinese_number(number) == plain))
    return plain if plain.isdigit() else re.sub(r"^\d{1,2}(?:\.\d{1,2})*[、.．]?\s*", "", text)


def _places_of(path: str) -> list[str]:
    """Where the value of a field may be read: a target for all periods may stand in the column of one."""
    periods = [f"{path}s.{info.name}" for info in fields_of(PeriodTargets)] if path.endswith(".target") else []
    return [path, *periods]


def same(wanted: str, got: str) -> bool:
    """Whether two values say the same."""
    share = percent_of(wanted) if wanted.endswith("%") else None
    if share is not None and share == percent_of(got):
        return True
    return _tidy(wanted) == _tidy(got)


def _tidy(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip().rstrip("。.").split("\n")]


def draft_of(read: FileRead, title: str) -> Draft | None:
    """The draft of the position with a title, as it is printed; where a form does not print it, the fullest draft."""
    named = [one for one in read.drafts if _tidy(one.title) == _tidy(title)]
    return max(named or read.drafts, key=lambda one: len(one.traces), default=None)


def checked(organization: Organization, words: Words, document: bytes, position: Position) -> tuple[Given, FileRead]:
    """What an import gives back of a document about one position, and what it read."""
    found = read(document, "document.docx")
    draft = draft_of(found, words.text(position.title))
    return given_back(position, Printer(organization, words, position), Printed(document), draft), found


def of_positions(
    organization: Organization,
    words: Words,
    document: bytes,
    found: FileRead | None = None,
    *,
    in_own_order: bool = False,
) -> Given:
    """What an import gives back of all positions in a document about a unit or the department; ``found`` is what it read.

    A title alone is given back if the unit lists it.
    """
    printed, found = Printed(document), found or read(document, "document.docx")
    listed = [post if isinstance(post, str) else post["title"] for post in found.unit.data.get("posts", ())]
    given = Given(0, [])
    for position in organization.positions:
        title = words.text(position.title)
        draft = next((one for one in found.drafts if _tidy(one.title) == _tidy(title)), None)
        if draft is None and title in listed:
            draft = Draft(data={"title": title})
        own = given_back(position, Printer(organization, words, position), printed, draft, owner_of(position.id),
                         in_own_order=in_own_order)  # fmt: skip
        given = Given(given.printed + own.printed, given.lost + [f"{position.id}: {one}" for one in own.lost])
    return given
