"""What click itself says, in Chinese. Click asks gettext for its sentences; this answers in its place."""

from __future__ import annotations

import re
from typing import Any

import click
from click import core, decorators, exceptions, formatting, parser, termui, types

CHINESE = {
    "Usage: ": "用法: ",
    "Usage:": "用法:",
    "[OPTIONS]": "[选项]",
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Positional arguments": "参数",
    "Show this message and exit.": "显示本说明。",
    "Show the version and exit.": "显示版本号。",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
    "default: {default}": "默认: {default}",
    "env var: {var}": "环境变量: {var}",
    "required": "必填",
    "(dynamic)": "（自动）",
    "deprecated": "不再推荐",
    "Error: {message}": "错误: {message}",
    "Try '{command} {option}' for help.": "运行 {command} {option} 查看用法。",
    "No such option: {name}": "没有选项 {name}。",
    "No such option {name!r}.": "没有选项 {name!r}。",
    "No such command {name!r}.": "没有命令 {name!r}。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少 {param_type}",
    "Missing parameter: {param_name}": "缺少参数 {param_name}",
    "Missing command.": "缺少命令。",
    "Choose from:\n\t{choices}": "可选:\n\t{choices}",
    "Did you mean {possibility}?": "是否想写 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是否想写其中之一: {possibilities}？",
    "(Possible options: {possibilities})": "是否想写其中之一: {possibilities}？",
    "Option {name!r} requires an argument.": "选项 {name!r} 后面要写一个值。",
    "Option {name!r} requires {nargs} arguments.": "选项 {name!r} 后面要写 {nargs} 个值。",
    "Option {name!r} does not take a value.": "选项 {name!r} 后面不能写值。",
    "Argument {name!r} takes {nargs} values.": "参数 {name!r} 要写 {nargs} 个值。",
    "Takes {nargs} values but 1 was given.": "要写 {nargs} 个值，只写了 1 个。",
    "Takes {nargs} values but {len} were given.": "要写 {nargs} 个值，写了 {len} 个。",
    "Invalid value: {message}": "值无效: {message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值无效: {message}",
    "{value!r} is not a valid {number_type}.": "{value!r} 不是整数。",
    "{value!r} is not a valid boolean. Recognized values: {states}": "{value!r} 不是“是”或“否”，可写 {states}。",
    "{value!r} is not a valid UUID.": "{value!r} 不是有效的 UUID。",
    "{value!r} does not match the format {format}.": "{value!r} 不符合格式 {format}。",
    "{value!r} does not match the formats {formats}.": "{value!r} 不符合格式 {formats}。",
    "{len_type} values are required, but {len_value} was given.": "要写 {len_type} 个值，写了 {len_value} 个。",
    "{len_type} values are required, but {len_value} were given.": "要写 {len_type} 个值，写了 {len_value} 个。",
    "Got unexpected extra argument ({args})": "多写了参数: {args}",
    "Got unexpected extra arguments ({args})": "多写了参数: {args}",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "File": "文件",
    "Directory": "文件夹",
    "Path": "路径",
    "{name} {filename!r} does not exist.": "{name} {filename!r} 不存在。",
    "{name} {filename!r} is a file.": "{filename!r} 是文件，这里要写文件夹。",
    "{name} {filename!r} is a directory.": "{filename!r} 是文件夹，这里要写文件。",
    "{name} {filename!r} is not readable.": "{name} {filename!r} 无法读取。",
    "{name} {filename!r} is not writable.": "{name} {filename!r} 无法写入。",
    "{name} {filename!r} is not executable.": "{name} {filename!r} 无法执行。",
    "Could not open file {filename!r}: {message}": "无法打开文件 {filename!r}: {message}",
    "unknown error": "原因不明",
    "{value!r} is not {choice}.": "{value!r} 不是 {choice}。",
    "{value!r} is not one of {choices}.": "没有 {value!r} 这一项，可选 {choices}。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 之内。",
    "Aborted!": "已中止。",
}
_QUOTED = re.compile(r"'([^']*)'")


def speak_chinese() -> None:
    """Make click's own sentences Chinese; one that is not known here stays English."""

    def translated(message: str) -> str:
        return CHINESE.get(message, message)

    def translated_plural(singular: str, plural: str, count: int) -> str:
        return CHINESE.get(singular if count == 1 else plural, singular if count == 1 else plural)

    for module in (click, core, decorators, exceptions, formatting, parser, termui, types):
        names: dict[str, Any] = vars(module)
        if "_" in names:
            names["_"] = translated
        if "ngettext" in names:
            names["ngettext"] = translated_plural


def in_chinese_quotes(message: str) -> str:
    """A sentence of click's with Chinese quotation marks, separators and full stop."""
    message = _QUOTED.sub(r"“\1”", message).replace("”, “", "”、“")
    message = re.sub(r"”\.(?=\s|$)", "”。", message).replace("。 ", "。")
    message = re.sub(r"(?<=[\u4e00-\u9fff]) (?=“)|(?<=”) (?=[\u4e00-\u9fff])", "", message)
    message = re.sub(r"(\d+)<=x<=(\d+)", r"\1 至 \2", message)
    return re.sub(r",\n\t", "、", message).replace("可选:\n\t", "可选: ")
