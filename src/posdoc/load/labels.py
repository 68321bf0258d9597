"""Labels that a workspace prints in its own way, checked against the fields that exist."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from posdoc.diagnostics import Diagnostic
from posdoc.load.kinds import UNKNOWN_LABEL
from posdoc.load.suggest import closest
from posdoc.locales import locale_of
from posdoc.model import (
    Contact,
    Duty,
    Kpi,
    Option,
    Position,
    Qualification,
    Ref,
    Workspace,
    fields_of,
    label_prefix,
    record_types,
)
from posdoc.model.field_names import INCUMBENTS, SINCE, UNIT, position_field_names
from posdoc.phrases import Phrase


@cache
def label_keys() -> frozenset[str]:
    """Every name that ``labels`` may use: ``position.title``, ``duty.time``, ``contact_scope.internal``,
    ``section.duties`` …
    """
    of_fields = {f"{label_prefix(cls)}.{info.name}" for cls in record_types() for info in fields_of(cls)}
    of_choices = {f"{label_prefix(cls)}.{choice.value}" for cls in Option.__subclasses__() for choice in cls}
    own = {f"position.{name}" for name in (UNIT, INCUMBENTS, SINCE)}
    return frozenset(of_fields | of_choices | own | {f"section.{name}" for name in locale_of("zh").sections})


@cache
def import_paths() -> frozenset[str]:
    """Every path that ``import_labels`` may use: ``reports_to``, ``duties.time``, ``qualifications.education`` …"""
    found = set(position_field_names()) | {info.name for info in fields_of(Position)}
    for prefix, cls in (("duties", Duty), ("contacts", Contact), ("qualifications", Qualification), ("kpis", Kpi)):
        found |= {f"{prefix}.{info.name}" for info in fields_of(cls) if info.name != "id"}
    return frozenset(found - {INCUMBENTS})


def check_labels(workspace: Workspace) -> Iterator[Diagnostic]:
    """Report labels for fields that there are not."""
    for key in workspace.labels or ():
        if key not in label_keys():
            yield _unknown(workspace, "labels", key, label_keys())
    for key in workspace.import_labels or ():
        if key not in import_paths():
            yield _unknown(workspace, "import_labels", key, import_paths())


def _unknown(workspace: Workspace, field: str, key: str, known: frozenset[str]) -> Diagnostic:
    near = closest(key, known)
    return Diagnostic(
        UNKNOWN_LABEL,
        key.span if isinstance(key, Ref) else workspace.at(field),
        Phrase(f"没有“{key}”这个标签", f"there is no label '{key}'"),
        Phrase(f"是否想写 {near}？", f"did you mean '{near}'?") if near else None,
    )
