"""What YAML has beyond plain data, and posdoc refuses: anchors, aliases, merge keys and tags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from posdoc.diagnostics import Span
from posdoc.phrases import Phrase
from posdoc.source import kinds
from posdoc.source.findings import Findings
from posdoc.source.nodes import ScalarNode, SourceFile

_TOKEN_END: Final = r"[^\s,\[\]{}]*"
_ANCHOR: Final = re.compile(rf"(?:!{_TOKEN_END}\s+)?(?P<token>&{_TOKEN_END})")
_TAG: Final = re.compile(rf"(?:&{_TOKEN_END}\s+)?(?P<token>!(?:<[^>\s]*>|{_TOKEN_END}))")

_SHARE_HINT: Final = Phrase(
    "把内容写全，或用 based_on、defaults 共用；如果“*”“&”本来就是正文，请给整段文字加引号",
    'write it out, or share it with based_on or defaults; if the "*" or "&" is part of a text, quote the text',
)


def find_token(file: SourceFile, offset: int, pattern: re.Pattern[str]) -> tuple[str, Span]:
    """The property that ``pattern`` names among those that begin at ``offset``, and where it stands."""
    match = pattern.match(file.text, offset)
    start, end = match.span("token") if match else (offset, offset)
    return file.text[start:end], file.span(start, end)


def report_tag(findings: Findings, file: SourceFile, offset: int) -> None:
    """Report the tag among the properties that begin at ``offset``."""
    token, span = find_token(file, offset, _TAG)
    findings.add(
        kinds.YAML_TAG,
        span,
        Phrase(f"这里用了 YAML 标签“{token}”", f'the YAML tag "{token}" is used'),
        Phrase(
            "删去标签，类型由字段决定；如果“!”本来就是正文，请给整段文字加引号",
            'delete the tag, the field decides the type; if the "!" is part of a text, quote the text',
        ),
    )


def report_anchor(file: SourceFile, offset: int) -> Span:
    """Where the anchor stands, among the properties that begin at ``offset``."""
    return find_token(file, offset, _ANCHOR)[1]


def report_merge_key(findings: Findings, key: ScalarNode) -> None:
    """Report ``<<:``."""
    findings.add(
        kinds.ALIAS_OR_MERGE,
        key.span,
        Phrase("这里用了 YAML 的合并键“<<”", 'the YAML merge key "<<" is used'),
        _SHARE_HINT,
    )


def report_aliases(findings: Findings, aliases: Iterable[ScalarNode], anchors: Iterable[Span]) -> None:
    """Report every alias; if there is none, and no merge key either, every anchor."""
    for alias in aliases:
        if not findings.takes(kinds.ALIAS_OR_MERGE):
            continue
        message = Phrase(f"这里用了 YAML 引用“{alias.text}”", f'the YAML alias "{alias.text}" is used')
        findings.add(kinds.ALIAS_OR_MERGE, alias.span, message, _SHARE_HINT)
    if findings.has(kinds.ALIAS_OR_MERGE):
        return
    for span in anchors:
        message = Phrase("这里定义了 YAML 锚点“&…”，但没有地方用它", 'a YAML anchor "&…" is defined and never used')
        findings.add(kinds.ALIAS_OR_MERGE, span, message, _SHARE_HINT)
