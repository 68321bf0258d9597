"""Indicators as they stand in a line of text: 首次修复率≥92%，权重30%；响应及时率（40%）：98%以上."""

from __future__ import annotations

import re

from posdoc.importers.posts.items import titled
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import share_of
from posdoc.patterns import pattern

_PERCENT = r"\d{1,3}(?:\.\d+)?\s*+[%％]"
_WEIGHT_IN_BRACKETS = pattern(
    r"\s*+[（(【\[［]\s*+(?P<word>权重|占比|比重|占|分值|weight(?:ed)?)?\s*+[:：]?\s*+"
    rf"(?P<share>{_PERCENT}|\d{{1,3}}\s*+分)\s*+[)）】\]］]",
    re.IGNORECASE,
)
_WEIGHT_AT_END = pattern(
    r"(?:[，,；;、]\s*+|\s++)(?:权重|占比|比重|分值|weight)\s*+(?:为|of)?\s*+[:：]?\s*+"
    rf"(?P<share>{_PERCENT}|\d{{1,3}}\s*+分)$",
    re.IGNORECASE,
)
_TARGET = pattern(
    r"(?P<name>[^≥≤><=＝≧≦\d:：]{2,40}?)\s*+(?P<target>(?:[≥≤><=＝≧≦]+|不[低高]于|不[少多大小超]于|不超过|大于|小于|高于|低于|超过|至少|达到?"
    r"|控制在|at least|at most|no less than|no more than|above|below|within|under|over)\s*+\d.*"
    r"|\d[\d.]*+\s*+[%％]及?以[上下内].*)",
    re.IGNORECASE,
)
_SPACED = pattern(
    r"(?P<name>[^\d:：，。；;,]{2,24}?)\s++(?P<target>\d[\d.]*+\s*+[%％](?:及?以[上下内])?)"
    rf"(?:\s++(?P<weight>{_PERCENT}))?"
)
_CRITERIA = pattern(
    r"[，,；;。]\s*+(?=(?:每|未|低于|高于|不足|少于|超过|超出|达不到|否则)\D{0,12}\d|each |for each |per )"
)
"""Before how points are given or taken off: 每低1%扣5分."""
_POINTS = pattern(r"[\W_]*+(?:权重|占比|比重|分值)?[\W_]*+为?\s*+(\d{1,2}(?:\.\d+)?|100)\s*+分[\W_]*+")
_LISTED = pattern(r"[、，,；;]\s*")
_NAME_ENDS = "率度数量额比值性质时间次成本"
_LONGEST_NAME = 14


def indicator_in(body: Bit) -> dict[str, list[Bit]] | None:
    """The name, target, weight and criteria of an indicator in one text; None where there is nothing but a name in it."""
    body = body.stripped("；;。")
    criteria = _CRITERIA.search(body.text)
    cells = {"criteria": [body.part(criteria.end())]} if criteria else {}
    weight, parts = _without_weight(body.part(0, criteria.start()) if criteria else body)
    if weight:
        cells["weight"] = [weight]
    if len(parts) == 2:
        return {"name": [parts[0]], "target": [parts[1]], **cells}
    (rest,) = parts
    parted = titled(rest)
    if parted:
        return {"name": [parted[0]], "target": [parted[1]], **cells} if cells else None
    match = _TARGET.fullmatch(rest.text) or _SPACED.fullmatch(rest.text)
    if match:
        found = {name: [rest.part(*match.span(name))] for name in match.re.groupindex if match[name]}
        return {**cells, **found}
    return {"name": [rest], **cells} if cells and not re.search(r"\d", rest.text) else None


def _without_weight(body: Bit) -> tuple[Bit | None, list[Bit]]:
    """The weight, and the text without it; in two parts where the weight stands between a name and its target."""
    text = body.text
    match = _WEIGHT_AT_END.search(text) or next(iter(_WEIGHT_IN_BRACKETS.finditer(text)), None)
    if match is None or weight_of(match["share"]) is None or not text[: match.start()].strip():
        return None, [body]
    weight, before, behind = body.part(match.start(), match.end()), body.part(0, match.start()), body.part(match.end())
    if not behind:
        is_weight = "word" not in match.groupdict() or match["word"] or re.search(r"\d", before.text)
        return (weight, [before]) if is_weight else (None, [body])
    if behind.text[0] in ":：" and behind.part(1):
        return weight, [before, behind.part(1)]
    return (
        (weight, [before, behind]) if match["word"] and before and re.match(r"\W*\d", behind.text) else (None, [body])
    )


def weight_of(text: str) -> str | None:
    """A weight, also in points of a hundred: ``30%`` for 30 分."""
    points = _POINTS.fullmatch(text)
    return f"{points[1]}%" if points else share_of(text)


def indicators_listed(body: Bit) -> list[Bit]:
    """The names of several indicators in one text: 首次修复率、响应及时率; none where they are no plain names."""
    cuts = [match.span() for match in _LISTED.finditer(body.text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(body.text)]
    names = [bit for bit in map(body.part, starts, ends) if bit]
    plain = [bit for bit in names if 2 <= len(bit.text) <= _LONGEST_NAME and bit.text[-1] in _NAME_ENDS]
    return names if len(names) > 1 and len(plain) == len(names) and not re.search(r"[\d:：]", body.text) else []
