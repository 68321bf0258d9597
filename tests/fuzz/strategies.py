"""Hypothesis strategies for what people write: definitions, and whole departments whose references resolve.

All of it follows the declarations of the model: a new field is generated from the day that it is declared.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st

from posdoc.model import (
    FieldInfo,
    HeadCount,
    Option,
    PartialDate,
    People,
    Percent,
    Position,
    Quantity,
    Record,
    Ref,
    Target,
    Text,
    Unit,
    Unread,
    fields_of,
    types_of,
)

Data = dict[str, Any]
Files = dict[str, Data]
"""The files of a workspace by path, as plain data."""

WORDS = {
    "zh": [
        "受理客户投诉", "库管员", "每月汇总各办事处的消耗", "（一）", "15％", "“加急”件", "《手册》", "一、登记\n二、分析",
        "按客户要求的时限和方式处理每一起投诉，" * 9, "http://a.b/?c=1&d=%20", " 前后有空格 ", "{{ x }}{% if %}",
    ],
    "en": [
        "handle complaints", "Parts Clerk", "3 days", "a & b", "<b>", "\"urgent\"", "it's", "R&D/QA", "x: y", "=1+1", "@a, #b",
        "1. First\n2. Second\n\nlast", "keep every promise made to a customer " * 6, "Donaudampfschifffahrt" * 4,
    ],
}  # fmt: skip
SIGNS = "".join(map(chr, range(0x21, 0x7F))) + "éñßœŁ×÷≥≤≠±→²³℃€™½√■□☑·…—“”‘’😀👷🏽"
CHINESE = "，。、；：？！（）《》【】～％＃＆－＋＝／｛｝｜岗位职责任部门售后服务第一二三四五条款项龥㐀𠮷𪚥ＡＢｃ１２"
"""What can be seen on paper and is of the language. What is not is left to the texts of YAML."""


@dataclass(frozen=True, eq=False)
class World:
    """What texts are written in, and what references may name, by the words of ``refers_to``."""

    languages: tuple[str, ...] = ("zh",)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def world_of(languages: tuple[str, ...], units: int, positions: int) -> World:
    """A world of so many units and positions; one is made once, and so are the strategies for it."""
    return World(languages, {
        "position": tuple(f"p{number}" for number in range(positions)), "unit": tuple(f"u{number}" for number in range(units)),
        "outside": ("boss",), "party": ("finance",), "kpi": ("k1",), "family": ("f1", "f2"), "grade": ("g1", "g2"),
        "level": ("l1",), "duty": ("d1", "d2"), "step": ("s1", "s2", "end"),
    })  # fmt: skip


@cache
def sentences(language: str) -> st.SearchStrategy[str]:
    """A few words of the language with any characters between them; never only blanks."""
    known = st.sampled_from(WORDS.get(language, WORDS["en"]))
    other = st.text(SIGNS + CHINESE * (language == "zh"), min_size=1, max_size=12)
    return st.one_of(
        known, other, st.builds(lambda *parts: ("" if language == "zh" else " ").join(parts), known, other, known)
    )


@cache
def texts(world: World) -> st.SearchStrategy[Any]:
    """A text in all languages of the world, or plain in its first."""
    by_language = st.fixed_dictionaries({language: sentences(language) for language in world.languages})
    return by_language if len(world.languages) > 1 else st.one_of(sentences(world.languages[0]), by_language)


PLAIN: Mapping[type, st.SearchStrategy[Any]] = {
    str: st.one_of(st.sampled_from(["1", "A-01", "SH/KF", "一"]), st.text(SIGNS, min_size=1, max_size=6)),
    int: st.integers(1, 99),
    bool: st.booleans(),
    Decimal: st.decimals(0, 100, places=1),
    Percent: st.sampled_from(["5%", "30", "30%", "１２％", "35-40%"]),
    Quantity: st.sampled_from(["3 年", "24 months", "2"]),
    Target: st.sampled_from(["≥95%", "≤2 次", "按时", "不低于 80 分", "within 3 days"]),
    PartialDate: st.sampled_from(["2024-03-01", "2024-03", "2023", "2024年5月"]),
    HeadCount: st.one_of(st.integers(1, 30), st.sampled_from(["2-3", "12 人", "数名"])),
}


def values_of(declared: Any, info: FieldInfo, world: World, depth: int) -> st.SearchStrategy[Any] | None:
    """Right values for a field of the declared type; None where there are none in this world."""
    origin = get_origin(declared)
    if origin in (Union, UnionType):
        (inner,) = (part for part in get_args(declared) if part is not type(None))
        return values_of(inner, info, world, depth)
    if origin is tuple:
        inside = values_of(get_args(declared)[0], info, world, depth)
        return None if inside is None else st.lists(inside, min_size=1, max_size=2 if depth < 3 else 3)
    if origin is not None or issubclass(declared, Unread):
        return None
    if declared is Text:
        return texts(world)
    if declared is Ref:
        names = [name for kind in info.refers_to for name in world.names.get(kind, ())]
        return st.sampled_from(names) if names else None
    if issubclass(declared, Option):
        return st.sampled_from([choice.value for choice in declared])
    if issubclass(declared, Record):
        return records(declared, world, depth - 1) if depth > 0 and fields_of(declared) else None
    return PLAIN[declared]


@cache
def records(
    cls: type[Record], world: World, depth: int = 3, leave: frozenset[str] = frozenset()
) -> st.SearchStrategy[Data]:
    """A mapping with the required fields of ``cls`` and a few of the others, without those to ``leave``."""
    types = types_of(cls)
    required, others = {}, {}
    for info in fields_of(cls):
        values = None if info.name in leave else values_of(types[info.attribute], info, world, depth)
        if values is not None:
            (required if info.required else others)[info.name] = values
    some = st.lists(st.sampled_from(sorted(others)), max_size=2 * depth, unique=True) if others else st.just([])
    return _mapping({**required, **others}, sorted(required), some)


@st.composite
def _mapping(draw: st.DrawFn, values: Mapping[str, Any], needed: list[str], some: st.SearchStrategy[list[str]]) -> Data:
    return {name: draw(values[name]) for name in [*needed, *draw(some)]}


# --- a department ---------------------------------------------------------------------------------------------


@cache
def languages() -> st.SearchStrategy[tuple[str, ...]]:
    return st.sampled_from([("zh",), ("en",), ("zh", "en"), ("en", "zh")])


@st.composite
def departments(draw: st.DrawFn, most: int = 5, spoken: st.SearchStrategy[tuple[str, ...]] | None = None) -> Files:
    """A department: units in units, positions in them, one line of reporting up to someone outside."""
    world = world_of(
        draw(languages() if spoken is None else spoken), draw(st.integers(1, 3)), draw(st.integers(1, most))
    )
    units, positions = world.names["unit"], world.names["position"]
    folders = _folders(draw, units)
    files: Files = {"posdoc.yaml": draw(settings_of(world))}
    for folder in folders.values():
        files[f"{folder}/unit.yaml"] = draw(records(Unit, world, 3, frozenset({"head", "former_ids", "defaults"})))
    for place, position in enumerate(positions):
        home = folders[draw(st.sampled_from(units))]
        superior = draw(st.sampled_from([*positions[:place], *(["boss"] if not place else [])]))
        made = draw(records(Position, world, 3, frozenset({"reports_to"})))
        files[f"{home}/{position}.yaml"] = balanced({**made, "reports_to": superior})
    if draw(st.booleans()):
        files["people.yaml"] = draw(records(People, world))
    return files


def _folders(draw: st.DrawFn, units: Sequence[str]) -> dict[str, str]:
    """Each unit lies in the folder of positions, or in that of a unit before it."""
    folders: dict[str, str] = {}
    for unit in units:
        folders[unit] = f"{draw(st.sampled_from(['positions', *folders.values()]))}/{unit}"
    return folders


@cache
def settings_of(world: World) -> st.SearchStrategy[Data]:
    """``posdoc.yaml``: what the world has, declared."""
    text = texts(world)
    titled = {name: st.lists(text, min_size=len(ids), max_size=len(ids)).map(
        lambda made, ids=ids: [{"id": one, "title": title} for one, title in zip(ids, made, strict=True)])
        for name, ids in {"families": ("f1", "f2"), "grades": ("g1", "g2"), "levels": ("l1",), "parties": ("finance",),
                          "outside_positions": ("boss",)}.items()}  # fmt: skip
    return st.fixed_dictionaries({
        "organization": st.fixed_dictionaries({"name": text, "department": text}),
        "languages": st.just(list(world.languages)),
        "kpis": st.fixed_dictionaries({"id": st.just("k1"), "name": text, "target": PLAIN[Target]}).map(lambda kpi: [kpi]),
        **titled,
    })  # fmt: skip


SHARED: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "duties": ("d", ("time", "weight")), "steps": ("s", ()), "kpis": ("", ("weight",)), "parts": ("", ("weight",)),
    "composite": ("", ("weight",)),
}  # fmt: skip
"""Lists by their names: the letter of the ids of their entries, if they have any, and the shares that make 100 %."""


def balanced(data: Any) -> Any:
    """The data with shares that make 100 % wherever several things have some, and with ids where something refers to them."""
    if isinstance(data, dict):
        made = {key: balanced(value) for key, value in data.items()}
        for key, (letter, shares) in SHARED.items():
            entries = made.get(key)
            if isinstance(entries, list) and entries and all(isinstance(entry, dict) for entry in entries):
                made[key] = [
                    _entry(entry, place, letter, _shares(shares, entries)) for place, entry in enumerate(entries)
                ]
        return made
    return [balanced(value) for value in data] if isinstance(data, list) else data


def _shares(names: tuple[str, ...], entries: list[Data]) -> dict[str, list[int]]:
    """Equal shares, the rest for the first, of what the first entry has a share of."""
    rest = 100 - 100 // len(entries) * (len(entries) - 1)
    return {name: [rest, *[100 // len(entries)] * (len(entries) - 1)] if name in entries[0] else [] for name in names}


def _entry(entry: Data, place: int, letter: str, shares: Mapping[str, list[int]]) -> Data:
    made = {key: value for key, value in entry.items() if key not in shares}
    made |= {name: f"{of[place]}%" for name, of in shares.items() if of}
    return {"id": f"{letter}{place + 1}", **made} if letter else made
