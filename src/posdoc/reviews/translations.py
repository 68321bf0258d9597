"""Which translations were confirmed, and against which source text: by digests of texts, wherever these stand.

The source is the text in the first language of the workspace. Where a text is moved to, or in which order it stands, makes
no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from posdoc.model import Organization, Passage, Position, Reviews, Text, kept
from posdoc.reviews.content import digest_of_text, flat, texts_in
from posdoc.reviews.coverage import coverage_of
from posdoc.reviews.standing import stamps

Confirmed = Mapping[str, Mapping[str, tuple[str, ...]]]
"""The digests of the sources of each translation, by language and by the digest of the translation."""


class Pair(NamedTuple):
    """A text in a further language, the language, and the digests of it and of its source."""

    text: Text
    language: str
    translation: str
    source: str


def pairs_of(texts: Iterable[Text], languages: tuple[str, ...]) -> Iterator[Pair]:
    """Each text with each of its translations; ``languages`` are those of the workspace, the first of which is the source."""
    source, *others = languages
    for text in texts:
        if not text.languages.get(source):
            continue
        for language in others:
            if text.languages.get(language):
                written, of = (digest_of_text(flat(text.languages[tag])) for tag in (language, source))
                yield Pair(text, language, written, of)


@kept
def all_pairs(organization: Organization) -> tuple[Pair, ...]:
    """Every translation of the workspace once."""
    texts = {id(passage.source): passage.source for passage in organization.passages}
    return tuple(pairs_of(texts.values(), organization.languages))


def texts_of(organization: Organization, position: Position) -> Iterator[Text]:
    """The texts that the review of a position covers: its own and those of the shared indicators that it uses."""
    yield from coverage_of(organization).texts(position)
    for role, identity in coverage_of(organization).things(position):
        if role == "kpi" and identity in organization.shared_kpis:
            yield from texts_in(organization.shared_kpis[identity])


def sources_in(reviews: Reviews | None) -> Confirmed:
    """What stamps say of translations."""
    stated = (reviews.translations if reviews else None) or {}
    return {
        str(language): {str(written): tuple(sources.split()) for written, sources in entries.items()}
        for language, entries in stated.items()
    }


@kept
def outdated(organization: Organization) -> tuple[Passage, ...]:
    """The translations that were confirmed against another source text than the one that they have now.

    One text may translate several: where it stands with a confirmed source as well, it counts only in positions that were
    reviewed, for there it has been confirmed too.
    """
    known = sources_in(organization.reviews)
    if not known:
        return ()
    in_force: set[tuple[str, str]] = set()
    doubtful: list[tuple[tuple[str, str], Passage]] = []
    first = organization.languages[0]
    for passage in organization.passages:
        entries = known.get(passage.language)
        source = passage.source.languages.get(first) if entries and passage.language != first else None
        if not entries or not source:
            continue
        translation = digest_of_text(flat(passage.text))
        sources = entries.get(translation)
        if sources is None:
            continue
        if digest_of_text(flat(source)) in sources:
            in_force.add((passage.language, translation))
        else:
            doubtful.append(((passage.language, translation), passage))
    reviewed = {name for name, stamp in stamps(organization).items() if stamp.of}
    return tuple(
        passage
        for pair, passage in doubtful
        if pair not in in_force or (isinstance(passage.owner, Position) and passage.owner.id in reviewed)
    )
