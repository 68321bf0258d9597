"""What click itself says, in Chinese. Click asks gettext for its sentences; this answers in its place."""

from __future__ import annotations

from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

_CHINESE = {
    "Usage: ": "用法：",
    "[OPTIONS]": "[选项]",
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Show this message and exit.": "显示本说明。",
    "Show the version and exit.": "显示版本号。",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "Error: {message}": "错误：{message}",
    "Try '{command} {option}' for help.": "输入“{command} {option}”查看说明。",
    "No such option: {name}": "没有选项 {name}",
    "No such command {name!r}.": "没有命令 {name!r}。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing command.": "缺少命令。",
    "Choose from:\n\t{choices}": "可选：\n\t{choices}",
    "Did you mean {possibility}?": "是否想写 {possibility}？",
    "Option {name!r} requires an argument.": "选项 {name!r} 需要一个值。",
    "Option {name!r} does not take a value.": "选项 {name!r} 不带值。",
    "Invalid value: {message}": "值无效：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值无效：{message}",
    "{value!r} is not a valid {number_type}.": "{value!r} 不是有效的数字。",
    "Got unexpected extra argument ({args})": "多余的参数（{args}）",
    "Got unexpected extra arguments ({args})": "多余的参数（{args}）",
    "Got unexpected extra argument{s} ({args})": "多余的参数（{args}）",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "{name} {filename!r} does not exist.": "{name} {filename!r} 不存在。",
    "{name} {filename!r} is a file.": "{name} {filename!r} 是文件。",
    "{value!r} is not {choice}.": "{value!r} 不是 {choice}。",
    "{value!r} is not one of {choices}.": "{value!r} 不在可选值之中：{choices}。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 之内。",
    "Aborted!": "已中止。",
}


def speak_chinese() -> None:
    """Make click's own sentences Chinese; one that is not known here stays English."""

    def translated(message: str) -> str:
        return _CHINESE.get(message, message)

    def translated_plural(singular: str, plural: str, count: int) -> str:
        return _CHINESE.get(singular if count == 1 else plural, singular if count == 1 else plural)

    for module in (click, core, decorators, exceptions, formatting, parser, termui, types):
        names: dict[str, Any] = vars(module)
        if "_" in names:
            names["_"] = translated
        if "ngettext" in names:
            names["ngettext"] = translated_plural
