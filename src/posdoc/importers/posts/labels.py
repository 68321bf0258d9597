"""What printed forms call the fields: the table of labels, those of posdoc and those of a workspace.

A label means the path of a field (``reports_to``, ``duties.time``, ``qualifications.education``). Some hold anywhere,
some only within a section. Space, case, colons, numbers before a label and a translation behind it do not count.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from string import ascii_letters
from typing import Any, NamedTuple

from posdoc.load.scalars import half_width
from posdoc.patterns import pattern

ANYWHERE = ("identity", "sections")
_LONGEST = 60
"""A text with more characters is no label."""
_MOST_REMEMBERED = 2000
"""How many texts of files that were read before are kept in mind: a template's headings, but not all that anybody wrote."""
_NUMBER = pattern(
    r"^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)?[、.．:：]?|[一二三四五六七八九十]{1,3}(?:[、.．:：]|\s)|[(（][一二三四五六七八九十\d]{1,3}[)）]、?|"
    r"[①-⑳]|\d{1,2}(?:[.．-]\d{1,2})*[、.．)）]?|\d{3}[、.．)）]|[A-Z][.．、)）]|[a-z][)）]|[IVX]{1,4}[.．、])\s*(?=\D)"
)
_BEGIN_NUMBERS = frozenset("第一二三四五六七八九十")
"""The Chinese characters that such a number begins with."""
_TRANSLATED = pattern(r"([\u3400-\u9fff][^A-Za-z:：]*+)([A-Za-z][A-Za-z /&,.'-]*+)[)）]?")
_BEFORE_TRANSLATION = ("/", "(", "（")
_ENDS_OF_TRANSLATION = frozenset(ascii_letters + " /&,.'-)）")
_AMOUNT = pattern(r"\d+(?:[.-]\d+)?\s+(?:hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
"""A number that belongs to what follows: 37 hours is no heading."""
_ASIDE = pattern(r"[(（][^()（）]*[)）]$")
_SPACE = pattern(r"[\s:：]+")


Groups = Mapping[str, Mapping[str, Iterable[str]]]
"""The words that mean each path, in the groups of the data files."""


class Match(NamedTuple):
    """A label that was found at the beginning of a text: what it means, and how many characters it has."""

    path: str
    length: int


class Labels:
    """The labels of the fields: what a text means as a label."""

    def __init__(self, paths: Mapping[str, Mapping[str, str]], english: Iterable[str]) -> None:
        """``paths`` tell what each bare word means, in the groups of the data files; ``english`` are words of labels."""
        self._paths = paths
        self._found: dict[tuple[str, str], str | None] = {}
        self._known_anywhere: dict[str, bool] = {}
        self.words = frozenset(word for known in paths.values() for word in known)
        self._longest = max(map(len, self.words), default=0)
        self.cuts: dict[tuple[str, str], list[tuple[int, int]]] = {}
        """Where texts are cut within a section: most headings of a file stand in it once for each post."""
        self._english = frozenset(english)
        self._first_signs = frozenset(word[:1] for word in self.words)
        self._ends = frozenset(word[-2:] for word in self.words)

    def forget(self) -> None:
        """Let go of what is remembered of the texts of other files, where it is much."""
        for remembered in (self._found, self._known_anywhere, self.cuts):
            if len(remembered) > _MOST_REMEMBERED:
                remembered.clear()

    def find(self, text: str, scope: str = "") -> str | None:
        """The path that a whole text means as a label, within a section; None where it is no label."""
        text = _unframed(text)
        if not text or len(text) > _LONGEST:
            return None
        if not self.may_know(text):
            return None
        key = (text, scope)
        if key not in self._found:
            self._found[key] = None if "\n" in text.strip() else self._find(text, scope)
        return self._found[key]

    def may_know(self, text: str) -> bool:
        """Whether a text is a label within some section or other; where it is not, no section needs to be asked."""
        text = _unframed(text)
        known = self._known_anywhere.get(text)
        if known is None:
            known = len(text) <= _LONGEST and self._may_begin(text[:1]) and self.may_end(text[-2:])
            known = known and any(form in self.words for form in _forms(text, self._english))
            self._known_anywhere[text] = known
        return known

    def _may_begin(self, sign: str) -> bool:
        """Whether a text that begins with a sign can be a label: a Chinese one begins a number, or some label."""
        return sign in self._first_signs or not "\u3400" <= sign <= "\u9fff" or sign in _BEGIN_NUMBERS

    def may_end(self, end: str) -> bool:
        """Whether a text with these two last characters can be a label: Chinese ones have to be the last of some label.

        This tells nearly all texts from labels, and takes no time.
        """
        is_chinese = all("\u3001" <= sign <= "\u9fff" for sign in end)
        return not is_chinese or end in self._ends

    def _find(self, text: str, scope: str) -> str | None:
        return next(filter(None, (self._known(form, scope) for form in _forms(text, self._english))), None)

    def starts(self, text: str, scope: str = "") -> Match | None:
        """The longest label that a text begins with, written without space in it."""
        if _folded(text[:1])[:1] not in self._first_signs:
            return None
        for length in range(min(self._longest, len(text)), 1, -1):
            word = _folded(text[:length])
            found = self._known(word, scope) if word in self.words else None
            if found:
                return Match(found, length)
        return None

    def ends(self, text: str, scope: str = "") -> str | None:
        """What the longest label of four characters or more means that a text ends with, the name of a unit or post
        being before it: 售后部部门组织架构图及部门职能.
        """
        for start in range(len(text) - 3 if self.may_end(text[-2:]) else 0):
            found = self._known(bare(text[start:]), scope)
            if found and not found.startswith("group.ignore"):
                return found
        return None

    def _known(self, word: str, scope: str) -> str | None:
        for group in (scope, *ANYWHERE):
            found = self._paths.get(group, {}).get(word)
            if found:
                return found
        return None


def _unframed(text: str) -> str:
    """A heading without the brackets or the sign that set it off: 【岗位职责】, ■ 岗位职责."""
    first = text[:1]
    if first in _FRAMES and text[-1:] == _FRAMES[first]:
        return text[1:-1].strip()
    return text[1:].lstrip() if first in _SET_OFF else text


_FRAMES = {"【": "】", "〖": "〗", "［": "］", "[": "]", "『": "』", "〔": "〕"}
_SET_OFF = frozenset("■◆●▶▌★")


def bare(text: str) -> str:
    """A label as it is compared: half-width, lower case, without space and colon."""
    return _folded(_SPACE.sub("", half_width(text)).rstrip("."))


def _all_bare(words: Iterable[str]) -> list[str]:
    """Labels as they are compared, all at once, which is many times faster."""
    joined = "\0".join(words)
    return [word.rstrip(".") for word in _folded(_SPACE.sub("", half_width(joined))).split("\0")] if joined else []


def _folded(text: str) -> str:
    return text.casefold().replace("(", "（").replace(")", "）")


def _forms(text: str, english: Container[str]) -> Iterator[str]:
    """The ways to read a text as a label: as it is, without its number, its translation, or what stands in brackets.

    A translation stands behind a sign, or has a word of the ``english`` labels: 工作地点 Shanghai has none.
    """
    plain = text.strip().rstrip(":：").strip()
    unnumbered = plain if _AMOUNT.match(plain) else _NUMBER.sub("", plain, count=1)
    unnumbered = unnumbered if len(unnumbered) > 1 else plain
    for form in dict.fromkeys((plain, unnumbered)):
        yield bare(form)
        translated = _TRANSLATED.fullmatch(form) if form[-1:] in _ENDS_OF_TRANSLATION else None
        if translated:
            chinese = translated[1].rstrip()
            if chinese.endswith(_BEFORE_TRANSLATION):
                yield bare(chinese[:-1].rstrip())
            elif any(word in english for word in _words(translated[2])):
                yield bare(chinese)
        if _ASIDE.search(form):
            yield bare(_ASIDE.sub("", form))


def paths_by_word(groups: Groups) -> dict[str, dict[str, str]]:
    """What each bare word means, group by group; the first path to claim a word has it."""
    found: dict[str, dict[str, str]] = {}
    for group, paths in groups.items():
        known = found.setdefault(group, {})
        for path, words in paths.items():
            for word in _all_bare(words):
                known.setdefault(word, path)
    return found


def english_words(groups: Groups) -> set[str]:
    """The English words that labels consist of."""
    return set(_words("\n".join(word for paths in groups.values() for words in paths.values() for word in words)))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())


def number_length(text: str) -> int:
    """How many characters of a text are a number before it, such as ``一、`` or ``1.``."""
    found = _NUMBER.match(text)
    return found.end() if found else 0


WORDS = "words"
TABLE = "labels.json"
"""The labels that posdoc knows, in the folder of words; see :mod:`posdoc.importers.posts.label_words`."""


@cache
def _table() -> Any:
    return json.loads(resources.files("posdoc.importers.posts").joinpath(WORDS, TABLE).read_bytes())


@cache
def standard_labels() -> Labels:
    """The labels that posdoc knows: those of its own forms and of the data files."""
    return labels_with({})


def labels_with(own: Mapping[str, Iterable[str]]) -> Labels:
    """The standard labels with those of a workspace, path by path, which come first."""
    known, groups = _table(), {ANYWHERE[0]: own}
    paths = {**known["paths"], ANYWHERE[0]: known["paths"][ANYWHERE[0]] | paths_by_word(groups)[ANYWHERE[0]]}
    return Labels(paths, english_words(groups).union(known["english"]))
