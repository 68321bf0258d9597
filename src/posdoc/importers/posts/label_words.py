"""The words that posdoc knows as labels, gathered into one table: of its data files, its model, and its own forms.

Reading files that others made begins with the table as it lies in ``words/labels.json``: gathering it takes longer than
reading a file. After a change of a word, ``python -m posdoc.importers.posts.label_words`` writes it anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import get_args

from posdoc.importers.posts.labels import TABLE, WORDS, Groups, english_words, paths_by_word
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
from posdoc.source import ListNode, MapNode, ScalarNode, read_text


def table() -> str:
    """The text of the table: what each bare word means in each group, and the English words that labels consist of."""
    groups = _merged(_of_files(), _of_model(), _of_locales())
    known = {"paths": paths_by_word(groups), "english": sorted(english_words(groups))}
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def _merged(*sources: Groups) -> dict[str, dict[str, list[str]]]:
    merged: dict[str, dict[str, list[str]]] = {}
    for source in sources:
        for group, paths in source.items():
            for path, words in paths.items():
                merged.setdefault(group, {}).setdefault(path, []).extend(words)
    return merged


def _of_files() -> Groups:
    groups: dict[str, dict[str, list[str]]] = {}
    for language in ("zh", "en"):
        text = resources.files("posdoc.importers.posts").joinpath(WORDS, f"{language}.yaml").read_text("utf-8")
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
    own["authority.heads"] = _fields(Authority, "authority.")
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


if __name__ == "__main__":
    Path(__file__).with_name(WORDS).joinpath(TABLE).write_text(table(), encoding="utf-8", newline="\n")
