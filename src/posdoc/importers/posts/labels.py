"""What printed forms call the fields: the table of labels, from the model, from data files, and from a workspace.

A label means the path of a field (``reports_to``, ``duties.time``, ``qualifications.education``). Some hold anywhere,
some only within a section. Space, case, colons, numbers before a label and a translation behind it do not count.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from string import ascii_letters
from typing import NamedTuple, get_args

from posdoc.load.scalars import half_width
from posdoc.locales import locale_of
from posdoc.model import (
    Competence,
    Contact,
    Document,
    Duty,
    Flow,
    Kpi,
    Option,
    Position,
    Qualification,
    Record,
    Revision,
    Signer,
    Training,
    WorkConditions,
    fields_of,
    types_of,
)
from posdoc.model.field_names import kind_of
from posdoc.model.flow import FlowScope
from posdoc.model.kpi import Band, CompetenceKind, KpiSet, PeriodTargets
from posdoc.model.relations import Authority, AuthorityAct
from posdoc.patterns import pattern
from posdoc.source import ListNode, MapNode, ScalarNode, read_text

ANYWHERE = ("identity", "sections")
_LONGEST = 60
"""A text with more characters is no label."""
_NUMBER = pattern(
    r"^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)?[、.．:：]?|[一二三四五六七八九十]{1,3}(?:[、.．:：]|\s)|[(（][一二三四五六七八九十\d]{1,3}[)）]、?|"
    r"[①-⑳]|\d{1,2}(?:[.．-]\d{1,2})*[、.．)）]?|[A-Z][.．、]|[IVX]{1,4}[.．、])\s*(?=\D)"
)
_BEGIN_NUMBERS = frozenset("第一二三四五六七八九十")
"""The Chinese characters that such a number begins with."""
_TRANSLATED = pattern(r"([\u3400-\u9fff][^A-Za-z:：]*?)\s*([/(（]?)\s*([A-Za-z][A-Za-z /&,.'-]*)[)）]?$")
_ENDS_OF_TRANSLATION = frozenset(ascii_letters + " /&,.'-)）")
_ASIDE = pattern(r"[(（][^()（）]*[)）]$")
_SPACE = pattern(r"[\s:：]+")


class Match(NamedTuple):
    """A label that was found at the beginning of a text: what it means, and how many characters it has."""

    path: str
    length: int


class Labels:
    """The labels of the fields: what a text means as a label."""

    def __init__(self, groups: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        """``groups`` are the words of each path, in the groups of the data files; the first to claim a word has it."""
        self._paths: dict[str, dict[str, str]] = {}
        for group, paths in groups.items():
            known = self._paths.setdefault(group, {})
            for path, words in paths.items():
                for word in _all_bare(words):
                    known.setdefault(word, path)
        self._found: dict[tuple[str, str], str | None] = {}
        self._known_anywhere: dict[str, bool] = {}
        self._longest = max((len(word) for known in self._paths.values() for word in known), default=0)
        self.cuts: dict[tuple[str, str], list[tuple[int, int]]] = {}
        """Where texts are cut within a section: most headings of a file stand in it once for each post."""
        listed = [word for paths in groups.values() for words in paths.values() for word in words]
        self._english = frozenset(_words("\n".join(listed)))
        self.words = frozenset(word for known in self._paths.values() for word in known)
        self._first_signs = frozenset(word[:1] for word in self.words)
        self._ends = frozenset(word[-2:] for word in self.words)

    def find(self, text: str, scope: str = "") -> str | None:
        """The path that a whole text means as a label, within a section; None where it is no label."""
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
    unnumbered = _NUMBER.sub("", plain, count=1)
    unnumbered = unnumbered if len(unnumbered) > 1 else plain
    for form in dict.fromkeys((plain, unnumbered)):
        yield bare(form)
        translated = _TRANSLATED.fullmatch(form) if form[-1:] in _ENDS_OF_TRANSLATION else None
        if translated and (translated[2] or any(word in english for word in _words(translated[3]))):
            yield bare(translated[1])
        if _ASIDE.search(form):
            yield bare(_ASIDE.sub("", form))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())


def number_length(text: str) -> int:
    """How many characters of a text are a number before it, such as ``一、`` or ``1.``."""
    found = _NUMBER.match(text)
    return found.end() if found else 0


@cache
def standard_labels() -> Labels:
    """The labels that posdoc knows: those of its own forms and of the data files."""
    return Labels(_merged(_of_files(), _of_model(), _of_locales()))


def labels_with(own: Mapping[str, Iterable[str]]) -> Labels:
    """The standard labels with those of a workspace, path by path, which come first."""
    return Labels(_merged({"identity": own}, _of_files(), _of_model(), _of_locales()))


Groups = Mapping[str, Mapping[str, Iterable[str]]]


def _merged(*sources: Groups) -> dict[str, dict[str, list[str]]]:
    merged: dict[str, dict[str, list[str]]] = {}
    for source in sources:
        for group, paths in source.items():
            for path, words in paths.items():
                merged.setdefault(group, {}).setdefault(path, []).extend(words)
    return merged


@cache
def _of_files() -> Groups:
    groups: dict[str, dict[str, list[str]]] = {}
    for language in ("zh", "en"):
        text = resources.files("posdoc.importers.posts").joinpath("words", f"{language}.yaml").read_text("utf-8")
        root, findings = read_text(text, f"{language}.yaml")
        assert isinstance(root, MapNode), findings
        for group, paths in root.entries:
            assert isinstance(paths, MapNode), group
            for path, words in paths.entries:
                assert isinstance(words, ListNode), path
                known = groups.setdefault(group.text, {}).setdefault(path.text, [])
                known += [word.text for word in words.items if isinstance(word, ScalarNode)]
    return groups


_SCOPES: Mapping[str, tuple[str, type[Record]]] = {
    "duties": ("duties", Duty), "contacts": ("contacts", Contact), "qualifications": ("qualifications", Qualification),
    "conditions": ("conditions", WorkConditions), "kpis": ("kpis", Kpi), "competences": ("competences", Competence),
    "training": ("training", Training), "document": ("document", Document),
    "revisions": ("revisions", Revision), "signers": ("signers", Signer), "flows": ("flows", Flow),
}  # fmt: skip


def _of_model() -> Groups:
    """The labels that posdoc's own forms print."""
    own: dict[str, dict[str, list[str]]] = {"identity": _fields(Position, "")}
    for scope, (prefix, cls) in _SCOPES.items():
        own[scope] = _fields(cls, f"{prefix}.")
    own["kpis"] |= _fields(PeriodTargets, "kpis.targets.")
    for scope, cls, attribute in (("qualifications", Qualification, "item"), ("contacts", Contact, "scope"),
                                  ("authority", Authority, "kind")):  # fmt: skip
        own.setdefault(scope, {}).update(_choices(kind_of(cls, attribute), f"{scope}."))
    own["bands"] = _fields(Band, "bands.")
    own["kpis"] |= {
        f"kpi_sets.{name}": words
        for name, words in ((path.partition(".")[2], words) for path, words in _fields(KpiSet, "kpi_sets.").items())
        if name in ("period", "composite", "notes")
    }
    own["authority"] |= _choices(AuthorityAct, "authority.act.")
    own["flows"] |= _choices(FlowScope, "flows.")
    own["competences"] |= _choices(CompetenceKind, "competences.")
    own["identity"] |= {path: words for path, words in own["conditions"].items() if path != "conditions.notes"}
    items = _choices(kind_of(Qualification, "item"), "qualifications.")
    own["identity"] |= {path: [word for word in words if word != "专业"] for path, words in items.items()}
    own["identity"] |= own["training"] | {f"{path}": words for path, words in own["document"].items()}
    return own


_SECTIONS = {
    "identity": "group.identity", "relations": "group.relations", "chart": "group.chart", "duties": "duties",
    "authority": "authority", "contacts": "contacts", "qualifications": "qualifications", "training": "training",
    "conditions": "conditions", "assessment": "kpi_sets", "flows": "flows", "career": "group.career",
    "reward": "group.reward", "sections": "sections", "document": "group.document", "revisions": "document.revisions",
    "signoff": "document.signers", "unit_chart": "unit.chart", "unit": "unit.about", "background": "unit.background",
    "functions": "unit.functions", "staffing": "unit.posts", "posts": "unit.descriptions", "resources": "unit.resources",
    "regulations": "unit.regulations", "glossary": "unit.glossary",
}  # fmt: skip
"""What the titles of the sections mean that posdoc prints."""


_BY_HAND = frozenset(
    f"scorecard_{name}"
    for name in ("incumbent", "period", "assessor", "result", "grade", "comments", "assessed", "reviewer")
)
"""What is filled in by hand when somebody is assessed."""


def _of_locales() -> Groups:
    """The titles of sections that posdoc's own forms print."""
    titles = [locale_of(language).sections for language in ("zh", "en")]
    forms = [locale_of(language).phrases for language in ("zh", "en")]
    sections = {"group.ignore": [text for known in forms for name, text in known.items() if name.startswith("title_")]}
    by_hand = [text for known in forms for name, text in known.items() if name in _BY_HAND]
    signed = [f"{text}{known['signature']}" for known in forms for name, text in known.items() if name in _BY_HAND]
    sections["ignore.by_hand"] = [*by_hand, *signed]
    for name, path in _SECTIONS.items():
        sections.setdefault(path, []).extend(known[name] for known in titles)
    return {"sections": sections}


def _fields(cls: type[Record], prefix: str) -> dict[str, list[str]]:
    return {
        f"{prefix}{info.name}": [info.label.zh, info.label.en]
        for info in fields_of(cls)
        if info.printed and not (info.name == "id" or _is_record_of_its_own(cls, info.attribute))
    }


def _is_record_of_its_own(cls: type[Record], attribute: str) -> bool:
    """Whether a field holds one record, whose own fields are printed in its place."""
    parts = get_args(types_of(cls)[attribute])
    return any(isinstance(part, type) and part in (Document, PeriodTargets) for part in parts)


def _choices(kind: type[Option], prefix: str) -> dict[str, list[str]]:
    return {f"{prefix}{choice.value}": [choice.label.zh, choice.label.en] for choice in kind}
