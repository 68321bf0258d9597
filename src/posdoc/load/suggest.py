"""What somebody probably meant: the nearest key, option or id, also when written as a Chinese label."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from posdoc.model import Option, Record, fields_of
from posdoc.phrases import Phrase


def closest(word: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The candidate most like ``word``, or None."""
    return next(iter(get_close_matches(word, list(candidates), 1, cutoff)), None)


def key_hint(cls: type[Record], word: str) -> Phrase:
    """Which key of ``cls`` was meant by ``word``: a misspelt key, or a label in either language."""
    infos = fields_of(cls)
    labels = {label: info.name for info in infos for label in (info.label.zh, info.label.en.lower())}
    asked = word.strip().lower().replace("-", "_")
    found = labels.get(asked.replace("_", " ")) or closest(asked, [info.name for info in infos])
    if found is None:
        containing = sorted((label for label in labels if asked and asked in label), key=len)
        found = labels[containing[0]] if containing else None
    if found is None:
        near = closest(asked, labels, 0.5)
        found = labels[near] if near else None
    if found is None:
        names = ", ".join(info.name for info in infos)
        return Phrase(f"可用的键：{names}", f"keys: {names}")
    label = next(info.label for info in infos if info.name == found)
    return Phrase(f"是否想写 {found}（{label.zh}）？", f"did you mean '{found}' ({label.en.lower()})?")


def allowed_options(cls: type[Option], word: str) -> Phrase:
    """Which choice was meant by ``word``, or all of them."""
    for choice in cls:
        if word.strip().lower() in (choice.label.zh, choice.label.en.lower()):
            return Phrase(
                f"请写 {choice.value}（{choice.label.zh}）", f"write '{choice.value}' ({choice.label.en.lower()})"
            )
    near = closest(word, [choice.value for choice in cls])
    if near:
        return Phrase(f"是否想写 {near}（{cls.of(near).label.zh}）？", f"did you mean '{near}'?")
    zh = "、".join(f"{choice.value}（{choice.label.zh}）" for choice in cls)
    return Phrase(f"可选：{zh}", f"choose from: {', '.join(choice.value for choice in cls)}")
