"""From YAML nodes to records, as the declared types say. What does not fit becomes a finding.

A converter takes a node and the :class:`Reading`, and returns the value, or ``None`` where it had to report.
Converters are made once for each declared type.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from posdoc.diagnostics import Diagnostic, Kind
from posdoc.load import kinds, scalars
from posdoc.load.suggest import allowed_options, closest, key_hint
from posdoc.model import (
    FieldInfo,
    HeadCount,
    Option,
    PartialDate,
    Percent,
    Position,
    PositionDefaults,
    Quantity,
    Record,
    Ref,
    Stated,
    Target,
    Text,
    fields_of,
    types_of,
)
from posdoc.phrases import Phrase
from posdoc.source import ListNode, MapNode, Node, ScalarNode

NULLS = ("", "~", "null")


@dataclass
class Reading:
    """What converters need to know, and the findings that they leave."""

    languages: tuple[str, ...] = ("zh",)
    findings: list[Diagnostic] = field(default_factory=list)

    def report(self, kind: Kind, node: Node, message: Phrase, hint: Phrase | None = None) -> None:
        """Leave a finding at ``node``."""
        self.findings.append(Diagnostic(kind, node.span, message, hint))


Converter = Callable[[Node, Reading], Any]


class Fields(NamedTuple):
    """The values of a record that were read, by attribute, and where each stands, by key."""

    values: dict[str, Any]
    origins: dict[str, Any]


class Slot(NamedTuple):
    """A declared field and how it is read."""

    info: FieldInfo
    convert: Converter


def is_null(node: Node) -> bool:
    """Whether nothing stands there: ``key:``, ``~`` or ``null``."""
    return isinstance(node, ScalarNode) and not node.style and node.text in NULLS


def read_fields(cls: type[Record], node: Node, reading: Reading, *, partial: bool = False) -> Fields | None:
    """Read a mapping as the fields of ``cls``; ``partial`` does not ask for required ones."""
    if not isinstance(node, MapNode):
        wrong_type(node, reading, Phrase("若干“键: 值”", "a mapping of keys and values"))
        return None
    slots = slots_of(cls)
    values: dict[str, Any] = {}
    origins: dict[str, Any] = {"": node}
    for key, value_node in node.entries:
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
        origins[key.text] = Stated(key, value_node)
    if not partial:
        require(cls, origins, node, reading)
    return Fields(values, origins)


def require(cls: type[Record], origins: Mapping[str, Any], node: Node, reading: Reading) -> None:
    """Report each required field that is not there."""
    for info in fields_of(cls):
        if info.required and info.name not in origins:
            reading.report(
                kinds.MISSING_FIELD,
                node,
                Phrase(f"缺少“{info.label.zh}”（{info.name}）", f"'{info.name}' ({info.label.en.lower()}) is missing"),
                Phrase(f"补上一行，例如 {info.name}: …", f"add a line such as '{info.name}: …'"),
            )


_SLOTS: dict[type, Mapping[str, Slot]] = {}


def slots_of(cls: type) -> Mapping[str, Slot]:
    """How each key of a record class is read."""
    if cls not in _SLOTS:
        types = types_of(cls)
        _SLOTS[cls] = {info.name: Slot(info, converter_for(types[info.attribute])) for info in fields_of(cls)}
    return _SLOTS[cls]


def converter_for(declared: Any) -> Converter:
    """The converter of a declared type such as ``tuple[Duty, ...]`` or ``Percent | None``."""
    origin = get_origin(declared)
    if origin in (Union, UnionType):
        (inner,) = (part for part in get_args(declared) if part is not type(None))
        return converter_for(inner)
    if origin is tuple:
        return _list_of(get_args(declared)[0])
    if origin is not None and issubclass(origin, Mapping):
        return _texts_by_key
    if issubclass(declared, PositionDefaults):
        return _defaults
    if issubclass(declared, Record):
        return _record_of(declared)
    if issubclass(declared, Option):
        return _option_of(declared)
    return _SCALARS[declared.__name__]


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
                wrong_type(item, reading, Phrase("列表项不能为空", "an item that is not empty"))
                continue
            if chain and isinstance(item, ScalarNode):
                found.append((Ref(item.text, item),))
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
    if not isinstance(node, MapNode) or not node.entries:
        return False
    is_text = Text in get_args(types_of(cls)[short])
    return is_text and all(key.text in reading.languages for key, _ in node.entries)


def _option_of(cls: type[Option]) -> Converter:
    by_value = {choice.value: choice for choice in cls}

    def read(node: Node, reading: Reading) -> Any:
        text = scalar(node, reading)
        if text is None:
            return None
        found = by_value.get(text)
        if found is None:
            reading.report(
                kinds.UNKNOWN_OPTION, node, Phrase(f"没有“{text}”这个选项", f"'{text}' is not one of the choices"),
                allowed_options(cls, text),
            )  # fmt: skip
        return found

    return read


def _defaults(node: Node, reading: Reading) -> Any:
    fields = read_fields(Position, node, reading, partial=True)
    if fields is None:
        return None
    for slot in slots_of(Position).values():
        name = slot.info.name
        if not slot.info.inherited and name in fields.origins:
            reading.report(
                kinds.NOT_HANDED_DOWN, fields.origins[name].key,
                Phrase(f"“{name}”不能作为默认值", f"'{name}' cannot be a default"),
                Phrase("它属于单个岗位，请写在岗位文件中", "it belongs to one position; write it in the position's file"),
            )  # fmt: skip
            fields.values.pop(slot.info.attribute, None)
            del fields.origins[name]
    del fields.origins[""]
    return PositionDefaults.build({"values": fields.values}, {**fields.origins, "": node})


def _texts_by_key(node: Node, reading: Reading) -> Any:
    if not isinstance(node, MapNode):
        wrong_type(node, reading, Phrase("若干“键: 值”", "a mapping of keys and values"))
        return None
    read = {key.text: _text(value, reading) for key, value in node.entries if not is_null(value)}
    return {key: value for key, value in read.items() if value is not None}


def scalar(node: Node, reading: Reading) -> str | None:
    """The text of a single value, or a finding."""
    if isinstance(node, ScalarNode):
        return node.text.strip()
    wrong_type(node, reading, Phrase("单个值", "a single value"))
    return None


def _text(node: Node, reading: Reading) -> Any:
    if isinstance(node, ScalarNode):
        return Text({reading.languages[0]: node.text.strip()}, node)
    if not isinstance(node, MapNode):
        wrong_type(node, reading, Phrase("一段文字", "a text"))
        return None
    found = {}
    for key, value in node.entries:
        if key.text not in reading.languages:
            _unknown_language(key, reading)
        elif is_null(value):
            empty_value(key, reading)
        elif isinstance(value, ScalarNode):
            found[key.text] = value.text.strip()
        else:
            wrong_type(value, reading, Phrase("一段文字", "a text"))
    return Text(found, node) if found else None


def _unknown_language(key: ScalarNode, reading: Reading) -> None:
    languages = "、".join(reading.languages)
    near = closest(key.text, reading.languages)
    reading.report(
        kinds.UNKNOWN_LANGUAGE,
        key,
        Phrase(f"此处应为语言，“{key.text}”不是本工作区的语言", f"expected a language; '{key.text}' is none of this workspace"),
        Phrase(f"是否想写 {near}？", f"did you mean '{near}'?")
        if near
        else Phrase(f"可用的语言：{languages}（见 posdoc.yaml 的 languages）",
                    f"languages: {', '.join(reading.languages)} (see languages in posdoc.yaml)"),
    )  # fmt: skip


def _ref(node: Node, reading: Reading) -> Any:
    text = scalar(node, reading)
    return None if text is None else Ref(text, node)


def _value(parse: Callable[[str], Any], what: Phrase, hint: Phrase, make: Callable[[Any, Node], Any]) -> Converter:
    def read(node: Node, reading: Reading) -> Any:
        text = scalar(node, reading)
        if text is None:
            return None
        parsed = parse(text)
        if parsed is None:
            reading.report(kinds.BAD_VALUE, node, Phrase(f"“{text}”不是{what.zh}", f"'{text}' is not {what.en}"), hint)
            return None
        return make(parsed, node)

    return read


def _percent(node: Node, reading: Reading) -> Any:
    value = _raw_percent(node, reading)
    if value is not None and value.high > 100:
        reading.report(
            kinds.OUT_OF_RANGE, node, Phrase(f"{value} 超过 100%", f"{value} is more than 100 %"),
            Phrase("百分比应在 0 到 100 之间", "a percentage lies between 0 and 100"),
        )  # fmt: skip
        return None
    return value


def _headcount(node: Node, reading: Reading) -> Any:
    if isinstance(node, ScalarNode):
        numbers = scalars.whole_range_of(node.text)
        if numbers is not None:
            return HeadCount(*numbers)
        digits = any(character.isdigit() for character in scalars.half_width(node.text))
        if digits or node.text.lower() in ("true", "false", ".nan", ".inf", "nan", "inf"):
            reading.report(
                kinds.BAD_VALUE, node, Phrase(f"“{node.text}”不是人数", f"'{node.text}' is not a head count"),
                Phrase("写数字、范围（2-3）或文字（数名）", "write a number, a range (2-3) or words (several)"),
            )  # fmt: skip
            return None
    text = _text(node, reading)
    return HeadCount(text=text) if text else None


def _target(node: Node, reading: Reading) -> Any:
    text = _text(node, reading)
    return scalars.target_of(text) if text else None


_raw_percent = _value(
    scalars.percent_of, Phrase("百分比", "a percentage"),
    Phrase("写成 30、30% 或 35-40%", "write 30, 30% or 35-40%"), lambda pair, node: Percent(pair[0], pair[1], node),
)  # fmt: skip

_SCALARS: dict[str, Converter] = {
    "str": scalar,
    "Text": _text,
    "Ref": _ref,
    "Target": _target,
    "Percent": _percent,
    "HeadCount": _headcount,
    "int": _value(
        scalars.integer_of, Phrase("整数", "a whole number"), Phrase("写成 3", "write 3"), lambda v, _: v
    ),
    "Decimal": _value(
        scalars.decimal_of, Phrase("数字", "a number"), Phrase("写成 90 或 0.8", "write 90 or 0.8"), lambda v, _: v
    ),
    "bool": _value(
        scalars.boolean_of, Phrase("是非值", "true or false"), Phrase("写 true（是）或 false（否）", "write true or false"),
        lambda v, _: v,
    ),
    "PartialDate": _value(
        scalars.date_of, Phrase("日期", "a date"),
        Phrase("写成 2026-03-01、2026-03 或 2026", "write 2026-03-01, 2026-03 or 2026"), lambda v, _: v,
    ),
    "Quantity": _value(
        scalars.quantity_of, Phrase("带单位的数字", "a number with its unit"),
        Phrase("写成“3 年”", "write '3 years'"), lambda pair, _: Quantity(*pair),
    ),
}  # fmt: skip
assert {Text.__name__, Ref.__name__, Target.__name__, PartialDate.__name__} <= _SCALARS.keys()


def wrong_type(node: Node, reading: Reading, expected: Phrase, hint: Phrase | None = None) -> None:
    """Report that something else stands where ``expected`` belongs."""
    found = {
        ScalarNode: Phrase("单个值", "a single value"),
        ListNode: Phrase("列表", "a list"),
        MapNode: Phrase("“键: 值”", "a mapping"),
    }[type(node)]
    if is_null(node):
        found = Phrase("空", "nothing")
    reading.report(
        kinds.WRONG_TYPE,
        node,
        Phrase(f"此处应为{expected.zh}，却是{found.zh}", f"expected {expected.en}, found {found.en}"),
        hint,
    )


def unknown_key(cls: type[Record], key: ScalarNode, reading: Reading) -> None:
    """Report a key that the record does not have, with the likeliest one."""
    reading.report(
        kinds.UNKNOWN_KEY, key, Phrase(f"没有“{key.text}”这个键", f"unknown key '{key.text}'"), key_hint(cls, key.text)
    )


def empty_value(key: ScalarNode, reading: Reading) -> None:
    """Report a key with nothing behind it."""
    reading.report(
        kinds.EMPTY_VALUE, key, Phrase(f"“{key.text}”后面没有内容", f"nothing stands behind '{key.text}'"),
        Phrase("填写内容，或删除这一行", "fill it in, or delete the line"),
    )  # fmt: skip
