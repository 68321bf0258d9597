"""Targets in words: which of them can be measured, and which say nothing."""

from __future__ import annotations

import re
from unicodedata import normalize

_MEASURABLE = re.compile(
    r"\d|[零〇无未二两三四五六七八九十百千每各半]|不(?![断懈])|(?<![进统])一(?![流贯致定般])|全(?:部|员|年|数)"
    r"|\b(?:no|none|nothing|zero|never|without|all|every|each|one|two|three|four|five|ten|half|once|twice)\b",
    re.IGNORECASE,
)
_DASHES = re.compile(r"[\s/\-–—―−~*.…]+|n/?a", re.IGNORECASE)
_VAGUE_WORDS = (
    "持续改进|不断提高|不断改进|按要求|按时|按期|及时|准时|到位|积极|主动|"
    "认真|负责|良好|较好|高效|全面|准确|客观|完整|按需|尽快|尽力"
)
_VAGUE_PHRASES = (
    "as required|as needed|on time|in time|timely|in place|good|well|satisfactory|proactive|diligent|responsible|"
    "accurate|complete|objective|efficient|as soon as possible|asap"
)
_VAGUE = re.compile(
    rf"(?:(?:{_VAGUE_WORDS})(?:完成\w{{0,8}})?|(?:{_VAGUE_PHRASES})\b|\band\b|[\s,，、;；.。/和且并])+", re.IGNORECASE
)


def is_left_blank(words: str) -> bool:
    """Whether a target is only the dash of a form that has nothing to say."""
    return _DASHES.fullmatch(words) is not None


def is_measurable(words: str) -> bool:
    """Whether the words name an amount of any kind: a digit, 零, 无, 全部, none, every."""
    return _MEASURABLE.search(normalize("NFKC", words)) is not None


def is_vague(words: str) -> bool:
    """Whether the words are nothing but praise that no one can check: 及时、到位, 积极主动, as required."""
    return _VAGUE.fullmatch(words.strip()) is not None
