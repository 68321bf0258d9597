"""The print languages, read ahead of everything else because texts depend on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic
from posdoc.load.kinds import BAD_VALUE
from posdoc.phrases import Phrase
from posdoc.source import ListNode, MapNode, Node, ScalarNode

FIRST = "zh"
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NAMES = {
    "中文": "zh",
    "汉语": "zh",
    "简体中文": "zh",
    "chinese": "zh",
    "cn": "zh",
    "英文": "en",
    "英语": "en",
    "english": "en",
}


def languages_of(settings: Node) -> tuple[str, ...]:
    """The language tags of ``posdoc.yaml``, each once; Chinese where there are none."""
    tags = [item.text.strip() for item in _items(settings)]
    return tuple(dict.fromkeys(tag for tag in tags if _TAG.fullmatch(tag))) or (FIRST,)


def check_languages(settings: Node) -> Iterator[Diagnostic]:
    """Report what is no language tag, and languages that stand twice."""
    seen: set[str] = set()
    for item in _items(settings):
        tag = item.text.strip()
        if tag and not _TAG.fullmatch(tag):
            meant = _NAMES.get(tag.lower(), "")
            yield Diagnostic(
                BAD_VALUE,
                item.span,
                Phrase(f"“{tag}”不是语言代码", f"'{tag}' is not the tag of a language"),
                Phrase(f"请写 {meant}", f"write '{meant}'")
                if meant
                else Phrase("写成 zh、en 等", "write zh, en and so on"),
            )
        elif tag in seen:
            yield Diagnostic(
                BAD_VALUE, item.span, Phrase(f"语言“{tag}”写了两次", f"the language '{tag}' stands twice"),
                Phrase("删去一个", "delete one of them"),
            )  # fmt: skip
        seen.add(tag)


def _items(settings: Node) -> list[ScalarNode]:
    listed = settings.get("languages") if isinstance(settings, MapNode) else None
    return [item for item in listed.items if isinstance(item, ScalarNode)] if isinstance(listed, ListNode) else []
