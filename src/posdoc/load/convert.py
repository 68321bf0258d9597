"""From YAML nodes to records, as the declared types say. What does not fit becomes a finding.

A converter takes a node and the :class:`Reading`, and returns the value, or ``None`` where it had to report.
Converters are made once for each declared type.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from posdoc.load import kinds
from posdoc.load.quoting import quoted
from posdoc.load.reading import Converter, Reading, empty_item, empty_value, is_null, unknown_key, wrong_type
from posdoc.load.suggest import allowed_options
from posdoc.load.values import VALUES, scalar
from posdoc.model import (
    FieldInfo,
    Option,
    Position,
    PositionDefaults,
    Record,
    Ref,
    Stated,
    Text,
    fields_of,
    types_of,
)
from posdoc.phrases import Phrase
from posdoc.source import ListNode, MapNode, Node, ScalarNode


class Fields(NamedTuple):
    """The values of a record that were read, by attribute, and where each stands, by key."""

    values: dict[str, Any]
    origins: dict[str, Any]


class Slot(NamedTuple):
    """A declared field and how it is read."""

    info: FieldInfo
    convert: Converter


def read_fields(cls: type[Record], node: Node, reading: Reading, *, partial: bool = False) -> Fields | None:
    """Read a mapping as the fields of ``cls``; ``partial`` does not ask for required ones."""
    if not isinstance(node, MapNode):
        wrong_type(node, reading, Phrase("若干“键: 值”", "a mapping of keys and values"))
        return None
    slots = slots_of(cls)
    values: dict[str, Any] = {}
    origins: dict[str, Any] = {"": node}
    for entry in node.entries:
        key, value_node = entry
        slot = slots.get(key.text)
        if slot is None:
            unknown_key(cls, key, reading)
            continue
        if is_null(value_node):
            empty_value(key, reading)
            continue
        value = slot.convert(value_node, reading)
        if value is not None:
            values[slot.info.attribute] = value
        origins[key.text] = entry
    if not partial:
        require(cls, origins, node, reading)
    return Fields(values, origins)


def require(cls: type[Record], origins: Mapping[str, Any], node: Node, reading: Reading) -> None:
    """Report each required field that is not there."""
    for info in _required(cls):
        if info.name not in origins:
            reading.report(
                kinds.MISSING_FIELD,
                node,
                Phrase(f"缺少“{info.label.zh}”（{info.name}）", f"'{info.name}' ({info.label.en.lower()}) is missing"),
                Phrase(f"补上一行，例如 {info.name}: …", f"add a line such as '{info.name}: …'"),
            )


_REQUIRED: dict[type, tuple[FieldInfo, ...]] = {}


def _required(cls: type) -> tuple[FieldInfo, ...]:
    if cls not in _REQUIRED:
        _REQUIRED[cls] = tuple(info for info in fields_of(cls) if info.required)
    return _REQUIRED[cls]


_SLOTS: dict[type, Mapping[str, Slot]] = {}


def slots_of(cls: type) -> Mapping[str, Slot]:
    """How each key of a record class is read."""
    if cls not in _SLOTS:
        types = types_of(cls)
        _SLOTS[cls] = {
            info.name: Slot(info, _OWN_WAY.get((cls, info.name)) or converter_for(types[info.attribute]))
            for info in fields_of(cls)
        }
    return _SLOTS[cls]


def _one_superior(node: Node, reading: Reading) -> Any:
    """The one superior; of several, the others are sent to ``co_managed_by``."""
    if not isinstance(node, ListNode):
        return VALUES[Ref](node, reading)
    names = [item.text.strip() for item in node.items if isinstance(item, ScalarNode) and not is_null(item)]
    if len(names) > 1:
        first, others = quoted(names[0]), quoted(", ".join(names[1:]))
        hint = Phrase(
            f"直接上级只有一个；共同领导写成 reports_to: {first} 和 co_managed_by: [{others}]",
            f"there is one superior; for shared leadership write reports_to: {first} and co_managed_by: [{others}]",
        )
    else:
        hint = Phrase("直接上级只有一个，不写成列表", "there is one superior; write it without a list")
    wrong_type(node, reading, Phrase("单个值", "a single value"), hint)
    return None


_OWN_WAY: Mapping[tuple[type, str], Converter] = {(Position, "reports_to"): _one_superior}
"""The fields that are not read as their types alone say."""


def converter_for(declared: Any) -> Converter:
    """The converter of a declared type such as ``tuple[Duty, ...]`` or ``Percent | None``."""
    origin = get_origin(declared)
    if origin in (Union, UnionType):
        (inner,) = (part for part in get_args(declared) if part is not type(None))
        return converter_for(inner)
    if origin is tuple:
        return _list_of(get_args(declared)[0])
    if origin is not None and issubclass(origin, Mapping):
        return _by_key(converter_for(get_args(declared)[1]))
    if issubclass(declared, PositionDefaults):
        return _defaults
    if issubclass(declared, Record):
        return _record_of(declared)
    if issubclass(declared, Option):
        return _option_of(declared)
    return VALUES[declared]


def _list_of(inner: Any) -> Converter:
    chain = get_origin(inner) is tuple
    convert = converter_for(inner)

    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node, ListNode):
            wrong_type(
                node, reading, Phrase("列表", "a list"),
                Phrase("每项写成一行“- …”，或写成 [甲, 乙]", "write each item on a line with '- ', or as [a, b]"),
            )  # fmt: skip
            return None
        found = []
        for item in node.items:
            if is_null(item):
                empty_item(item, reading)
                continue
            if chain and isinstance(item, ScalarNode):
                found.append((Ref(item.text.strip(), item),))
                continue
            value = convert(item, reading)
            if value is not None:
                found.append(value)
        return tuple(found)

    return read


def _record_of(cls: type[Record]) -> Converter:
    def read(node: Node, reading: Reading) -> Any:
        short = cls.shorthand
        if short and (isinstance(node, ScalarNode) or _is_text_by_language(cls, short, node, reading)):
            slot = slots_of(cls)[short]
            value = slot.convert(node, reading)
            return (
                None
                if value is None
                else cls.build({slot.info.attribute: value}, {"": node, short: Stated(node, node)})
            )
        fields = read_fields(cls, node, reading)
        return None if fields is None else cls.build(*fields)

    return read


def _is_text_by_language(cls: type[Record], short: str, node: Node, reading: Reading) -> bool:
    if not isinstance(node, MapNode) or Text not in get_args(types_of(cls)[short]):
        return False
    keys = [key.text for key, _ in node.entries]
    return any(key in reading.languages for key in keys) and slots_of(cls).keys().isdisjoint(keys)


def _option_of(cls: type[Option]) -> Converter:
    by_value = {choice.value: choice for choice in cls}

    def read(node: Node, reading: Reading) -> Any:
        written = scalar(node, reading)
        if written is None:
            return None
        found = by_value.get(written)
        if found is None:
            shown = quoted(written)
            reading.report(
                kinds.UNKNOWN_OPTION, node, Phrase(f"没有“{shown}”这个选项", f"'{shown}' is not one of the choices"),
                allowed_options(cls, written),
            )  # fmt: skip
        return found

    return read


def _defaults(node: Node, reading: Reading) -> Any:
    fields = read_fields(Position, node, reading, partial=True)
    if fields is None:
        return None
    values, origins = _handed_down(Position, fields, reading)
    return PositionDefaults.build({"values": values}, origins)


def _handed_down(cls: type[Record], fields: Fields, reading: Reading) -> Fields:
    """The fields without those that belong to one position only, each of which is reported."""
    values, origins = dict(fields.values), dict(fields.origins)
    for info in fields_of(cls):
        value = values.get(info.attribute)
        if info.inherited and isinstance(value, Record):
            inner = Fields(_values_of(value), dict(value.origins))
            values[info.attribute] = type(value).build(*_handed_down(type(value), inner, reading))
        elif not info.inherited and info.name in origins:
            values.pop(info.attribute, None)
            reading.report(
                kinds.NOT_HANDED_DOWN, origins.pop(info.name).key,
                Phrase(f"“{info.name}”不能作为默认值", f"'{info.name}' cannot be a default"),
                Phrase("它属于单个岗位，请写在岗位文件中", "it belongs to one position; write it in the position's file"),
            )  # fmt: skip
    return Fields(values, origins)


def _values_of(record: Record) -> dict[str, Any]:
    return {attribute: value for attribute, value in record.__dict__.items() if attribute != "origins"}


def _by_key(convert: Converter) -> Converter:
    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node, MapNode):
            wrong_type(node, reading, Phrase("若干“键: 值”", "a mapping of keys and values"))
            return None
        found = {}
        for key, value_node in node.entries:
            if is_null(value_node):
                empty_value(key, reading)
                continue
            value = convert(value_node, reading)
            if value is not None:
                found[Ref(key.text, key)] = value
        return found

    return read
