"""Two documents of the same form as one, with the changes from the old to the new one tracked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from posdoc.word.package import read_package, write_package
from posdoc.word.patch import W
from posdoc.word.redline.blocks import Comparison
from posdoc.word.redline.carrying import Carrier, Styles
from posdoc.word.redline.lists import Lists
from posdoc.word.redline.media import Media, Numbers
from posdoc.word.redline.pieces import spell_out
from posdoc.word.redline.revisions import Revisions, first_free_number
from posdoc.word.redline.sources import REFERENCE, Source, parsed, written

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_NOTES = {"word/footnotes.xml": f"{W}footnote", "word/endnotes.xml": f"{W}endnote"}
_MARGINS = (f"{W}headerReference", f"{W}footerReference")


def redlined(old: bytes, new: bytes, author: str, date: datetime) -> bytes:
    """The document ``new`` with what is other in it than in ``old`` as tracked changes of ``author`` at ``date``.

    With all changes accepted it says what ``new`` says, with all rejected what ``old`` says: in its body, in the headers,
    footers and notes that both have. Only what is said is compared. How paragraphs, tables and pages look, the document's
    properties and posdoc's own part are those of ``new``, and so are page numbers and other results of fields, and
    a table of contents. A chart made of parts of its own is not brought back by rejecting. ``date`` is written as it is,
    as Word writes the local time. Equal input gives equal bytes. Raises DefinitionError for what is no Word document.
    """
    before, after = read_package(old, "old"), read_package(new, "new")
    roots = {name: parsed(after[name]) for name in after if _has_shapes(name)}
    stories = list(_stories(before, after, roots))
    revisions = Revisions(author, date, first_free_number(roots.values()))
    styles, lists, numbers = (
        Styles(before.get(STYLES), after.get(STYLES)),
        Lists(before, after),
        Numbers(roots.values()),
    )
    made = dict(after)
    changed = set()
    for name, old_name, containers in stories:
        source = Source(before, old_name)
        carrier = Carrier(styles, lists, Media(source, made, name, numbers))
        comparison = Comparison(revisions, carrier, (source.key, Source(after, name).key))
        before_it = revisions.given
        for old_container, new_container in containers:
            comparison.contents(old_container, new_container)
        if revisions.given > before_it:
            changed.add(name)
    made |= lists.settle() | {name: written(roots[name]) for name in changed}
    return write_package(made)


def _has_shapes(name: str) -> bool:
    """Whether a part is text, with numbers that no other part may have: the document, its margins and notes."""
    return (
        name == DOCUMENT or name in _NOTES or name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
    )


Containers = list[tuple[Any, Any]]


def _stories(
    before: Mapping[str, bytes], after: Mapping[str, bytes], roots: Mapping[str, Any]
) -> Iterator[tuple[str, str, Containers]]:
    """Each part with text that both documents have: its name in the new and in the old one, and what is compared."""
    old = parsed(before[DOCUMENT])
    for name, old_name in [(DOCUMENT, DOCUMENT), *_margins(before, after, old, roots[DOCUMENT])]:
        old_root = old if old_name == DOCUMENT else parsed(before[old_name])
        pair = (old_root, roots[name])
        for root in pair:
            spell_out(root)
        yield name, old_name, [tuple(root.find(f"{W}body") for root in pair)] if name == DOCUMENT else [pair]
    for name, tag in _NOTES.items():
        if name in before and name in roots:
            known = {note.get(f"{W}id"): note for note in parsed(before[name]).iterchildren(tag)}
            notes = [note for note in roots[name].iterchildren(tag) if note.get(f"{W}id") in known]
            yield name, name, [(known[note.get(f"{W}id")], note) for note in notes]


def _margins(before: Mapping[str, bytes], after: Mapping[str, bytes], old: Any, new: Any) -> Iterator[tuple[str, str]]:
    """The headers and footers of the same kind in the same section: their names in the new and in the old document."""
    known = _margins_of(before, old)
    seen = set()
    for place, name in _margins_of(after, new).items():
        if place in known and name not in seen:
            seen.add(name)
            yield name, known[place]


def _margins_of(parts: Mapping[str, bytes], root: Any) -> dict[tuple[int, str, str], str]:
    """The parts of headers and footers by section, element and type."""
    targets = Source(parts, DOCUMENT).targets
    found = {}
    for section, properties in enumerate(root.iter(f"{W}sectPr")):
        for reference in properties.iterchildren(*_MARGINS):
            target = targets.get(reference.get(f"{REFERENCE}id", ""))
            if target is not None and target.name in parts:
                found[section, reference.tag, reference.get(f"{W}type", "default")] = target.name
    return found
