"""From YAML nodes to single values: texts, references, numbers, dates. What does not fit becomes a finding."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from posdoc.load import kinds, scalars
from posdoc.load.quoting import quoted
from posdoc.load.reading import Converter, Reading, empty_value, is_null, wrong_type
from posdoc.load.suggest import closest
from posdoc.model import HeadCount, PartialDate, Percent, Quantity, Ref, Target, Text, Unread, plain
from posdoc.phrases import Phrase
from posdoc.source import MapNode, Node, ScalarNode


def scalar(node: Node, reading: Reading) -> str | None:
    """The text of a single value, or a finding."""
    if isinstance(node, ScalarNode):
        return node.text.strip()
    wrong_type(node, reading, Phrase("单个值", "a single value"))
    return None


def text(node: Node, reading: Reading) -> Text | None:
    """A text in one language (the workspace's first) or in several."""
    if isinstance(node, ScalarNode):
        return Text({reading.languages[0]: node.text.strip()}, node)
    if not isinstance(node, MapNode):
        wrong_type(node, reading, Phrase("一段文字", "a text"), _ONE_TEXT)
        return None
    found = {}
    for key, value in node.entries:
        if key.text not in reading.languages and not reading.any_language:
            _unknown_language(key, reading)
        elif is_null(value):
            empty_value(key, reading)
        elif isinstance(value, ScalarNode):
            found[key.text] = value.text.strip()
        else:
            wrong_type(value, reading, Phrase("一段文字", "a text"), _ONE_TEXT)
    return Text(found, node) if found else None


_ONE_TEXT = Phrase(
    "写成一段文字，或按语言分写 {zh: …, en: …}", "write one text, or one for each language: {zh: …, en: …}"
)


def _unknown_language(key: ScalarNode, reading: Reading) -> None:
    near = closest(key.text, reading.languages)
    hint = Phrase(
        f"若这是一句话，整句加引号（“: ”在 YAML 中另有含义）；按语言分写可用：{'、'.join(reading.languages)}",
        f"put a sentence with a colon into quotes; languages are {', '.join(reading.languages)} (see posdoc.yaml)",
    )
    reading.report(
        kinds.UNKNOWN_LANGUAGE,
        key,
        Phrase(
            f"此处应为文字或语言，“{quoted(key.text)}”不是本工作区的语言",
            f"expected a text or a language; '{quoted(key.text)}' is not a language of this workspace",
        ),
        Phrase(f"是否想写 {near}？", f"did you mean '{near}'?") if near else hint,
    )


def _ref(node: Node, reading: Reading) -> Ref | None:
    name = scalar(node, reading)
    return None if name is None else Ref(name, node)


def _value(parse: Callable[[str], Any], what: Phrase, hint: Phrase, make: Callable[[Any, Node], Any]) -> Converter:
    def read(node: Node, reading: Reading) -> Any:
        written = scalar(node, reading)
        if written is None:
            return None
        parsed = parse(written)
        if parsed is None:
            message = Phrase(f"“{quoted(written)}”不是{what.zh}", f"'{quoted(written)}' is not {what.en}")
            reading.report(kinds.BAD_VALUE, node, message, hint)
            return None
        return make(parsed, node)

    return read


def _percent(node: Node, reading: Reading) -> Percent | None:
    written = scalar(node, reading)
    if written is None:
        return None
    numbers = scalars.percent_of(written)
    if numbers is None:
        reading.report(
            kinds.BAD_VALUE, node, Phrase(f"“{quoted(written)}”不是百分比", f"'{quoted(written)}' is not a percentage"),
            _percent_hint(written),
        )  # fmt: skip
        return None
    value = Percent(*numbers, node)
    if value.high > 100:
        reading.report(
            kinds.OUT_OF_RANGE, node, Phrase(f"{value} 超过 100%", f"{value} is more than 100%"),
            Phrase("百分比应在 0 到 100 之间", "a percentage lies between 0 and 100"),
        )  # fmt: skip
        return None
    return value


def _percent_hint(written: str) -> Phrase:
    number = scalars.decimal_of(written)
    if number is not None and 0 < number < 1:
        meant, literal = f"{plain(number * 100)}%", f"{plain(number)}%"
        return Phrase(
            f"是 {meant} 就写 {meant}，是 {literal} 就写 {literal}",
            f"write {meant} if that is meant, or {literal}",
        )
    return Phrase("写成 30、30% 或 35-40%", "write 30, 30% or 35-40%")


def _headcount(node: Node, reading: Reading) -> HeadCount | None:
    if isinstance(node, ScalarNode):
        written = node.text.strip()
        numbers = scalars.whole_range_of(written)
        if numbers is not None:
            return HeadCount(*numbers)
        if not scalars.may_be_headcount(written):
            reading.report(
                kinds.BAD_VALUE, node, Phrase(f"“{quoted(written)}”不是人数", f"'{quoted(written)}' is not a head count"),
                Phrase("写数字、范围（2-3）或文字（数名）", "write a number, a range (2-3) or words (several)"),
            )  # fmt: skip
            return None
    words = text(node, reading)
    return HeadCount(text=words) if words else None


def _target(node: Node, reading: Reading) -> Target | None:
    words = text(node, reading)
    return scalars.target_of(words) if words else None


VALUES: dict[type, Converter] = {
    str: scalar,
    Text: text,
    Ref: _ref,
    Target: _target,
    Unread: lambda node, _: Unread(node),
    Percent: _percent,
    HeadCount: _headcount,
    int: _value(
        scalars.integer_of, Phrase("整数", "a whole number"), Phrase("写成 3", "write 3"), lambda v, _: v
    ),
    Decimal: _value(
        scalars.decimal_of, Phrase("数字", "a number"), Phrase("写成 90 或 0.8", "write 90 or 0.8"), lambda v, _: v
    ),
    bool: _value(
        scalars.boolean_of, Phrase("是非值", "true or false"), Phrase("写 true（是）或 false（否）", "write true or false"),
        lambda v, _: v,
    ),
    PartialDate: _value(
        scalars.date_of, Phrase("日期", "a date"),
        Phrase("写成 2026-03-01、2026-03 或 2026", "write 2026-03-01, 2026-03 or 2026"), lambda v, _: v,
    ),
    Quantity: _value(
        scalars.quantity_of, Phrase("带单位的数字", "a number with its unit"),
        Phrase("写成“3 年”", "write '3 years'"), lambda pair, _: Quantity(*pair),
    ),
}  # fmt: skip
"""The converter of each type that is not a record, a list or a choice."""
