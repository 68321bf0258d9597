"""The consistency rules: one module each, found by looking into this folder.

A rule module declares

``KIND``      the code, name and severity of its findings
``WHAT``      what it finds, and ``WHY`` it matters, in both languages: the text of the manual
``LOCAL``     whether it needs one position's file only
``PASSING``   definitions that it must leave alone, ``FAILING`` definitions that it must find

and has one function ``check(organization)`` that yields findings. In the examples each file begins with a
line ``## path``; in a failing one, ``«`` and ``»`` enclose exactly what the first finding points at.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Protocol

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.model import Organization
from posdoc.phrases import Phrase


class Rule(Protocol):
    """What a module in this folder has to offer."""

    KIND: Kind
    WHAT: Phrase
    WHY: Phrase
    LOCAL: bool
    PASSING: tuple[str, ...]
    FAILING: tuple[str, ...]

    def check(self, organization: Organization) -> Iterable[Diagnostic]:
        """Every finding of this rule."""
        ...


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order of their codes."""
    modules = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return tuple(sorted(modules, key=lambda module: module.KIND.code))
