"""The manual of all findings: what each finds, why it matters, and an example, from the prose beside the code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from posdoc.diagnostics import Kind, Prose
from posdoc.foreign import kinds as foreign_kinds
from posdoc.foreign.prose import PROSE as FOREIGN_PROSE
from posdoc.load import kinds as load_kinds
from posdoc.load.prose import PROSE as LOAD_PROSE
from posdoc.model.record import Options
from posdoc.phrases import Phrase
from posdoc.rules import NoOptions, Rule, all_rules, options_of
from posdoc.source import kinds as source_kinds
from posdoc.source.prose import PROSE as SOURCE_PROSE
from posdoc.template import kinds as template_kinds
from posdoc.template.prose import PROSE as TEMPLATE_PROSE


@dataclass(frozen=True)
class Page:
    """What the manual says of one kind of finding."""

    kind: Kind
    prose: Prose
    is_local: bool = True
    """Whether one file alone is enough to find it."""
    options: type[Options] = NoOptions
    """The record that declares its parameters."""


@cache
def all_pages() -> tuple[Page, ...]:
    """A page for every kind of finding, in the order of the codes."""
    proses = {**SOURCE_PROSE, **LOAD_PROSE, **TEMPLATE_PROSE, **FOREIGN_PROSE}
    pages = [Page(kind, prose) for kind, prose in proses.items()]
    pages += [_page(rule) for rule in all_rules()]
    return tuple(sorted(pages, key=lambda page: page.kind.code))


def _page(rule: Rule) -> Page:
    return Page(rule.KIND, Prose(rule.WHAT, rule.WHY, rule.FAILING[0], rule.PASSING[0]), rule.LOCAL, options_of(rule))


def unmarked(example: str) -> str:
    """An example without the signs around what is found in it."""
    return example.replace("«", "").replace("»", "")


@cache
def all_kinds() -> tuple[Kind, ...]:
    """Every kind of finding, in the order of the codes."""
    modules = (source_kinds, load_kinds, template_kinds, foreign_kinds)
    declared = (value for module in modules for value in vars(module).values())
    found = [value for value in declared if isinstance(value, Kind)]
    return tuple(sorted([*found, *(rule.KIND for rule in all_rules())], key=lambda kind: kind.code))


def matches(kind: Kind, wanted: str) -> bool:
    """Whether a word of the settings or the command line means this kind: a name, a code, or the beginning of one."""
    return kind.name == wanted or (len(wanted) > 3 and kind.code.startswith(wanted.upper()))


def unknown_rule(word: str) -> Phrase | None:
    """What to say of a word that means no kind of finding at all; None where it means one."""
    if any(matches(kind, word) for kind in all_kinds()):
        return None
    names: Iterable[str] = (name for kind in all_kinds() for name in (kind.name, kind.code))
    near = get_close_matches(word, list(names), 1, 0.6)
    if near and not re.fullmatch(r"(?i)pos\d*", word):  # a number that is wrong looks like many
        return Phrase(f"是否想写 {near[0]}？", f"did you mean '{near[0]}'?")
    return Phrase("用 posdoc rules 列出所有规则", "list all rules with: posdoc rules")
