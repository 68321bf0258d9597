"""The consistency rules: one module each, found by looking into this folder.

A rule module declares

``KIND``      the code, name, severity and first preset of its findings
``WHAT``      what it finds, and ``WHY`` it matters, in both languages: the text of the manual
``LOCAL``     whether it needs one position's file only
``PASSING``   definitions that it must leave alone, ``FAILING`` definitions that it must find

and has one function ``check(organization)`` that yields findings. A rule with parameters declares them as the
fields of a record ``OPTIONS`` and has ``check(organization, options)``; ``posdoc.yaml`` sets them. In the examples
each file begins with a line ``## path``; in a failing one, ``«`` and ``»`` enclose exactly what the first finding
points at. A module whose name begins with an underscore is no rule, but what several rules share.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Protocol

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.model.record import Options, record
from posdoc.phrases import Phrase


class Rule(Protocol):
    """What a module in this folder has to offer."""

    KIND: Kind
    WHAT: Phrase
    WHY: Phrase
    LOCAL: bool
    PASSING: tuple[str, ...]
    FAILING: tuple[str, ...]
    check: Callable[..., Iterable[Diagnostic]]
    """Every finding of this rule, from the organization and, where the rule has any, its options."""


@record
class NoOptions(Options):
    """The parameters of a rule that has none."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes."""
    names = (found.name for found in pkgutil.iter_modules(__path__))
    modules = [import_module(f"{__name__}.{name}") for name in names if not name.startswith("_")]
    return tuple(sorted(modules, key=lambda module: module.KIND.code))


def options_of(rule: Rule) -> type[Options]:
    """The record that declares the parameters of a rule, with their defaults."""
    declared: type[Options] = getattr(rule, "OPTIONS", NoOptions)
    return declared


def findings_of(rule: Rule, organization: Organization, options: Options | None = None) -> Iterable[Diagnostic]:
    """What a rule finds, with its default parameters unless others are given."""
    declared = options_of(rule)
    if declared is NoOptions:
        return rule.check(organization)
    return rule.check(organization, declared() if options is None else options)
