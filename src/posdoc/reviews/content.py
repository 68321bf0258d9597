"""What definitions say, as plain data that does not tell apart what means the same, and short digests of it.

Line ends and spaces of texts, the spelling of numbers, the order of keys, and the order of lists that say the same in any
order leave no trace. A position or unit that was renamed is known by its first id (``former_ids`` begins with that one).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from posdoc.model import (
    Document,
    HeadCount,
    Kpi,
    Option,
    Organization,
    Position,
    Record,
    Ref,
    Target,
    Text,
    Unit,
    fields_of,
    kept,
)
from posdoc.model.content import OF_PLACE, OF_VERSION

BYTES: Final = 6
"""How long a digest is: one line of a review is compared with one other, so that 48 bits are plenty."""
LEFT_OUT: Final[Mapping[type, frozenset[str]]] = {
    Position: OF_PLACE,
    Document: OF_VERSION,
}
"""Fields that are no part of what a definition says: its past, its place in lists, and the data of its version."""
IN_ANY_ORDER: Final = frozenset({
    "aliases", "authority", "benefits", "co_managed_by", "competences", "concurrent_posts", "contacts", "demotes_to",
    "dotted_to", "promotes_from", "promotes_to", "qualifications", "records", "rotates_to", "substitute", "tools",
})  # fmt: skip
"""Lists of a position that say the same in any order; that of duties and of what is under them is their weight."""


_written: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def digest_of(content: Any) -> str:
    """A short digest of plain data."""
    return digest_of_text(_written(content))


def digest_of_text(text: str) -> str:
    """A short digest of a text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=BYTES).hexdigest()


def in_any_order(items: Iterable[Any]) -> list[Any]:
    """Plain data as a list whose order says nothing."""
    return sorted(items, key=_written)


def flat(text: str) -> str:
    """A text without the line ends and spaces that a change of layout may move."""
    return " ".join(text.split())


@kept
def first_ids(organization: Organization) -> Mapping[str, str]:
    """The first id of each position and unit that was renamed, by the one it has now."""
    named: tuple[Position | Unit, ...] = (*organization.positions, *organization.units)
    return {one.id: str(one.former_ids[0]) for one in named if one.former_ids}


class Content:
    """Makes plain data of definitions: texts in the first language of the workspace, indicators as they stand there.

    The ``whole`` content has texts in every language that is written down, whatever the workspace prints, and
    indicators with what they share.
    """

    def __init__(self, organization: Organization, *, whole: bool = False) -> None:
        self.first_language = "" if whole else organization.languages[0]
        self.first_ids = first_ids(organization)
        self.shared = organization.shared_kpis if whole else {}
        self._open: set[str] = set()
        self.texts: list[Text] = []
        """Every text that was put so far."""

    def of(self, value: Any) -> Any:
        """A value of the model as plain data; what is not stated leaves no trace."""
        kind = type(value)
        if kind is Text:
            return self.text(value)
        if kind is tuple:
            return [self.of(item) for item in value]
        if kind is Kpi and self.shared:
            return self.kpi(value)
        if kind in _PLANS or isinstance(value, Record):
            return self.record(value)
        if kind is Target or (kind is HeadCount and value.text is not None):
            return self.text(value.text)
        name = value.value if isinstance(value, Option) else str(value)
        return self.first_ids.get(name, name) if kind is Ref else name

    def text(self, text: Text) -> Any:
        """A text in one language as a string, in several by language."""
        self.texts.append(text)
        if self.first_language:
            written = text.languages.get(self.first_language)
            return flat(text.in_() if written is None else written)
        written_down = {tag: flat(written) for tag, written in text.languages.items()}
        return written_down if len(written_down) > 1 else next(iter(written_down.values()), "")

    def record(self, record: Record, *names: str) -> dict[str, Any]:
        """The fields of a record that say something, or some of them."""
        cls, made = type(record), {}
        plan = _plan(cls)
        for attribute, value in record.__dict__.items():
            if value is None or attribute not in plan:
                continue
            name = plan[attribute]
            if not names or name in names:
                content = self.of(value)
                if content:
                    made[name] = in_any_order(content) if cls is Position and name in IN_ANY_ORDER else content
        return made

    def kpi(self, kpi: Kpi) -> dict[str, Any]:
        """An indicator with what it takes over from a shared one; restated values win, the weight is its own."""
        own = self.record(kpi)
        name = own.pop("use", "")
        shared = self.shared.get(name) if name not in self._open else None
        if shared is None:
            return own
        self._open.add(name)  # a shared one that takes over itself ends here
        over = self.record(shared)
        self._open.remove(name)
        return {**{key: content for key, content in over.items() if key not in ("id", "weight")}, **own}

    def parts(self, record: Record, *names: str) -> dict[str, Any]:
        """Some fields of a record, their lists in any order."""
        stated = self.record(record, *names)
        return {name: in_any_order(part) if isinstance(part, list) else part for name, part in stated.items()}


def texts_in(value: Any) -> Iterator[Text]:
    """Every text of what counts in a value of the model."""
    if type(value) is Text:
        yield value
    elif type(value) is tuple:
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, Record):
        plan = _plan(type(value))
        for attribute, part in value.__dict__.items():
            if attribute in plan:
                yield from texts_in(part)
    elif isinstance(value, (Target, HeadCount)) and value.text is not None:
        yield value.text


_PLANS: dict[type, dict[str, str]] = {}


def _plan(cls: type[Record]) -> dict[str, str]:
    """The names of the fields that count, by attribute."""
    if cls not in _PLANS:
        out = LEFT_OUT.get(cls, frozenset())
        _PLANS[cls] = {info.attribute: info.name for info in fields_of(cls) if info.name not in out}
    return _PLANS[cls]
