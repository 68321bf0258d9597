"""What somebody probably meant: the nearest key, option or id, also when written as a Chinese label."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import get_args, get_origin

from posdoc.load.form_labels import KEYS_BY_WORD, NOT_WRITTEN
from posdoc.model import FieldInfo, Option, Record, field_of, fields_of, types_of
from posdoc.phrases import Phrase


def closest(word: str, candidates: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The candidate most like ``word``, or None."""
    return next(iter(get_close_matches(word, list(candidates), 1, cutoff)), None)


def key_hint(cls: type[Record], word: str) -> Phrase:
    """Which key of ``cls`` was meant by ``word``: a misspelt key, or a label in either language.

    A word that names a part of ``document``, ``conditions`` and the like is sent there.
    """
    needless = NOT_WRITTEN.get(cls, {}).get(word.strip().lower())
    if needless is not None:
        return needless
    found = _named(cls, word)
    if found is None:
        deeper = _named_within(cls, word)
        if deeper is not None:
            outer, inner = deeper
            return Phrase(
                f"{inner.name}（{inner.label.zh}）应写在 {outer.name}（{outer.label.zh}）下面",
                f"'{inner.name}' ({inner.label.en.lower()}) belongs under '{outer.name}'",
            )
        found = _like(cls, word)
    if found is None:
        names = ", ".join(info.name for info in fields_of(cls))
        return Phrase(f"可用的键：{names}", f"keys: {names}")
    return Phrase(
        f"是否想写 {found.name}（{found.label.zh}）？", f"did you mean '{found.name}' ({found.label.en.lower()})?"
    )


def _named(cls: type[Record], word: str) -> FieldInfo | None:
    """The field that has ``word`` for its key or label, or that a form calls so."""
    asked = word.strip().lower().replace("-", "_").replace(" ", "_")
    chinese = "".join(word.split())
    for info in fields_of(cls):
        if asked == info.name or asked.replace("_", " ") == info.label.en.lower() or chinese == info.label.zh:
            return info
    known = (field_of(cls, key) for key in KEYS_BY_WORD.get(chinese, ()))
    return next((info for info in known if info), None)


def _named_within(cls: type[Record], word: str) -> tuple[FieldInfo, FieldInfo] | None:
    """A field of a record that ``cls`` holds one of, such as ``document``, and the field that holds it."""
    for outer in fields_of(cls):
        declared = types_of(cls)[outer.attribute]
        for part in () if get_origin(declared) is tuple else get_args(declared):
            inner = _named(part, word) if isinstance(part, type) and issubclass(part, Record) else None
            if inner is not None:
                return outer, inner
    return None


def _like(cls: type[Record], word: str) -> FieldInfo | None:
    """The field whose key or label is most like ``word``."""
    by_name = {info.name: info for info in fields_of(cls)}
    labels = {label: info for info in fields_of(cls) for label in (info.label.zh, info.label.en.lower())}
    asked = word.strip().lower().replace("-", "_")
    near = closest(asked, by_name)
    if near is not None:
        return by_name[near]
    containing = sorted((label for label in labels if asked and asked in label), key=len)
    label = containing[0] if containing else closest(asked, labels, 0.5)
    return labels[label] if label else None


def allowed_options(cls: type[Option], word: str) -> Phrase:
    """Which choice was meant by ``word``, or all of them."""
    for choice in cls:
        if word.strip().lower() in (choice.label.zh, choice.label.en.lower()):
            return Phrase(
                f"请写 {choice.value}（{choice.label.zh}）", f"write '{choice.value}' ({choice.label.en.lower()})"
            )
    near = closest(word.lower(), [choice.value for choice in cls])
    if near is None:
        near = next((choice.value for choice in cls if word and _overlap(word, choice.label.zh)), None)
    if near:
        return Phrase(f"是否想写 {near}（{cls.of(near).label.zh}）？", f"did you mean '{near}'?")
    zh = "、".join(f"{choice.value}（{choice.label.zh}）" for choice in cls)
    return Phrase(f"可选：{zh}", f"choose from: {', '.join(choice.value for choice in cls)}")


def _overlap(word: str, label: str) -> bool:
    """Whether one Chinese word is a part of the other: 决定权 and 决定."""
    return not word.isascii() and (word in label or label in word)
