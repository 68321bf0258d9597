"""The pages of the manual at the terminal."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from typing import Any

import click

from posdoc.cli.language import LANGUAGE, say
from posdoc.manual import Page, all_pages, matches, unknown_rule, unmarked
from posdoc.model import fields_of
from posdoc.phrases import Phrase
from posdoc.reporters.text import cells

OTHER = say("en", "zh")
"""The language that the interface does not speak: a page says what and why in both."""
PRESETS = {1: Phrase("从 legacy 起", "from legacy on"), 2: Phrase("从 default 起", "from default on"),
           3: Phrase("仅 strict", "strict only")}  # fmt: skip


def pages_named(words: Sequence[str]) -> list[Page]:
    """The pages of the kinds that the words mean, all without words. Raises a usage error for an unknown word."""
    for word in words:
        hint = unknown_rule(word)
        if hint is not None:
            raise click.UsageError(say(f"没有规则“{word}”；{hint.zh}", f"there is no rule '{word}'; {hint.en}"))
    return [page for page in all_pages() if not words or any(matches(page.kind, word) for word in words)]


def page_text(page: Page) -> str:
    """One page for the terminal, in the language of the interface."""
    kind, prose = page.kind, page.prose
    where = (
        say("只看一个文件", "one file is enough")
        if page.is_local
        else say("要看整个工作区", "needs the whole workspace")
    )
    parts = [
        f"{kind.code} {kind.name}",
        f"{kind.severity.label.in_(LANGUAGE)} · {PRESETS[kind.preset].in_(LANGUAGE)} · {where}",
        _section(say("什么", "What"), prose.what.in_(LANGUAGE)),
        _section(say("为什么", "Why"), prose.why.in_(LANGUAGE)),
        _section(say("错误的例子", "Wrong"), with_carets(prose.wrong)) if prose.wrong else "",
        _section(say("正确的例子", "Right"), prose.right.rstrip()) if prose.right else "",
        *_options(page),
        _section(say("怎样忽略", "To ignore it"), _ignoring(page)) if not kind.is_about_reading else "",
        _section(say("English", "中文"), f"{prose.what.in_(OTHER)}\n{prose.why.in_(OTHER)}"),
    ]
    return "\n\n".join(part for part in parts if part)


def _ignoring(page: Page) -> str:
    code = page.kind.code
    return (
        f"posdoc.yaml\n  rules:\n    ignore: [{code}]" if page.kind.is_about_templates else f"# posdoc: ignore {code}"
    )


def with_carets(example: str) -> str:
    """A wrong example with a line of carets under what is found in it."""
    lines = []
    for line in example.rstrip().splitlines():
        start = line.find("«")
        lines.append(unmarked(line))
        if start >= 0:
            inside = line[start + 1 :].partition("»")[0]
            lines.append(" " * cells(line[:start]) + "^" * max(1, cells(inside)))
    return "\n".join(lines)


def _section(title: str, text: str) -> str:
    return f"{title}\n{textwrap.indent(text, '  ')}"


def _options(page: Page) -> list[str]:
    infos = fields_of(page.options)
    if not infos:
        return []
    lines = [f"{info.name}: {info.meaning.in_(LANGUAGE)}" for info in infos]
    setting = json.dumps({info.name: info.example for info in infos}, ensure_ascii=False)
    example = f"posdoc.yaml\n  rules:\n    options:\n      {page.kind.name}: {setting}"
    return [_section(say("参数", "Parameters"), "\n".join([*lines, "", example]))]


def as_data(page: Page) -> dict[str, Any]:
    """One page as plain data, in both languages."""
    kind, prose = page.kind, page.prose
    return {
        "code": kind.code,
        "name": kind.name,
        "level": kind.severity.name.lower(),
        "preset": kind.preset.name.lower(),
        "local": page.is_local,
        "what": prose.what._asdict(),
        "why": prose.why._asdict(),
        "wrong": unmarked(prose.wrong),
        "right": prose.right,
        "options": [
            {"name": info.name, "meaning": info.meaning._asdict(), "example": info.example}
            for info in fields_of(page.options)
        ],
    }
