"""The field reference: a page of all fields, made from the declarations of the model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

from posdoc.locales import locale_of
from posdoc.model import FieldInfo, Option, PositionDefaults, Record, fields_of, types_of
from posdoc.phrases import Phrase
from posdoc.schema import KINDS

_FILES = {
    "position": Phrase("岗位文件 `positions/…/<岗位标识>.yaml`", "A position: `positions/…/<position-id>.yaml`"),
    "unit": Phrase("部门文件 `positions/…/unit.yaml`", "A unit: `positions/…/unit.yaml`"),
    "people": Phrase("人员文件 `people.yaml`", "People: `people.yaml`"),
    "workspace": Phrase("工作区设置 `posdoc.yaml`", "The workspace: `posdoc.yaml`"),
    "reviews": Phrase("复审记录 `reviews.yaml`（由 posdoc 写入）", "Review stamps: `reviews.yaml` (written by posdoc)"),
}
_TYPES = {
    "Text": Phrase("文字", "text"),
    "Target": Phrase("目标值", "target"),
    "str": Phrase("字符", "characters"),
    "Ref": Phrase("标识", "id"),
    "int": Phrase("整数", "whole number"),
    "Decimal": Phrase("数字", "number"),
    "bool": Phrase("true / false", "true / false"),
    "PartialDate": Phrase("日期", "date"),
    "Percent": Phrase("百分比", "percentage"),
    "HeadCount": Phrase("人数", "head count"),
    "Quantity": Phrase("数值与单位", "number with unit"),
    "PositionDefaults": Phrase("岗位的任意字段", "any fields of a position"),
    "Unread": Phrase("参数", "parameters"),
}
_TITLE = Phrase("字段参考", "Field reference")
_INTRODUCTION = Phrase(
    "本页由模型中的声明生成，列出每个文件可写的全部字段。“文字”可写成一段文字，也可按语言分写 `{zh: …, en: …}`；"
    "标“必填”的字段不可省略。",
    "This page is made from the declarations in the model and lists every field of every file. A *text* is written as "
    "it is, or by language: `{zh: …, en: …}`. Fields marked *required* cannot be left out.",
)
_HEAD = Phrase("| 键 | 名称 | 类型 | 说明 | 例 |", "| key | label | type | meaning | example |")
_LIST = Phrase("列表：{}", "list of {}")
_CHAINS = Phrase("标识链的列表", "list of chains of ids")
_REQUIRED = Phrase("**必填。**", "**Required.** ")
_BY_KEY = Phrase("键与值：{}", "{} by key")
_SHORT = Phrase("可简写为 `{}` 的值。", "May be written as the value of `{}` alone.")


def page(language: str) -> str:
    """The whole reference in Chinese or English, as Markdown."""
    parts = [f"# {_TITLE.in_(language)}", _INTRODUCTION.in_(language)]
    for kind, cls in KINDS.items():
        parts += _kind(_FILES[kind].in_(language), cls, language)
    seen: list[type[Record]] = list(KINDS.values())
    for cls in seen:
        for nested in _nested(cls):
            if nested not in seen:
                seen.append(nested)
                parts += [f"## {nested.__name__} {{#{nested.__name__.lower()}}}", *_body(nested, language)]
    return "\n\n".join(parts) + "\n"


def _kind(title: str, cls: type[Record], language: str) -> list[str]:
    if not any(info.group for info in fields_of(cls)):
        return [f"## {title}", *_body(cls, language)]
    sections = locale_of(language).sections
    parts = [f"## {title}"]
    for group in sorted(dict.fromkeys(info.group for info in fields_of(cls)), key=lambda group: not group):
        rows = [info for info in fields_of(cls) if info.group == group]
        heading = sections.get(group, "") or Phrase("其他字段", "Other fields").in_(language)
        parts += [f"### {heading}", table(cls, rows, language)]
    return parts


def _body(cls: type[Record], language: str) -> list[str]:
    short = [_SHORT.in_(language).format(cls.shorthand)] if cls.shorthand else []
    return [*short, table(cls, list(fields_of(cls)), language)]


def table(cls: type[Record], infos: list[FieldInfo], language: str) -> str:
    """The fields as a table in Markdown."""
    types = types_of(cls)
    lines = [_HEAD.in_(language), "|---|---|---|---|---|"]
    for info in infos:
        meaning = (_REQUIRED.in_(language) if info.required else "") + info.meaning.in_(language)
        example = json.dumps(info.example, ensure_ascii=False)
        written = _type(types[info.attribute], language)
        cells = (f"`{info.name}`", info.label.in_(language), written, meaning, f"`{example}`")
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)


def _type(declared: Any, language: str) -> str:
    origin = get_origin(declared)
    if origin in (Union, UnionType):
        return _type(next(part for part in get_args(declared) if part is not type(None)), language)
    if origin is tuple:
        inner = get_args(declared)[0]
        return (
            _CHAINS.in_(language) if get_origin(inner) is tuple else _LIST.in_(language).format(_type(inner, language))
        )
    if origin is not None:
        return _BY_KEY.in_(language).format(_type(get_args(declared)[1], language))
    if issubclass(declared, Option):
        return "、".join(f"`{choice.value}`" for choice in declared) if language == "zh" else _choices(declared)
    if declared.__name__ in _TYPES:
        return _TYPES[declared.__name__].in_(language)
    return f"[{declared.__name__}](#{declared.__name__.lower()})"


def _choices(cls: type[Option]) -> str:
    return ", ".join(f"`{choice.value}`" for choice in cls)


def _nested(cls: type[Record]) -> Iterator[type[Record]]:
    """The record classes that fields of ``cls`` hold."""
    types = types_of(cls)
    for info in fields_of(cls):
        yield from _records_of(types[info.attribute])


def _records_of(declared: Any) -> Iterator[type[Record]]:
    if isinstance(declared, type):
        if issubclass(declared, Record) and declared is not PositionDefaults:
            yield declared
        return
    for part in get_args(declared):
        if part is not ...:
            yield from _records_of(part)
