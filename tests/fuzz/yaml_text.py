"""Hypothesis strategies for files as they arrive: right definitions, changed in what they say or letter by letter."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from posdoc.model import Position
from posdoc.source.emit import emit
from tests.fuzz.strategies import Data, balanced, languages, records, world_of
from tests.load.test_any_content import ODD

FILE = "positions/a.yaml"
SETTINGS = {
    "zh": b"organization: A\nlanguages: [zh]\n", "en": b"organization: A\nlanguages: [en]\n",
    "zh+en": b"organization: A\nlanguages: [zh, en]\n", "en+zh": b"organization: A\nlanguages: [en, zh]\n",
}  # fmt: skip
PIECES = [
    "\t", "　", " ", "  ", "\n", "\r\n", "\r", "：", ": ", ":", "，", "、", "－", "- ", "-", "％", "“", "”", "'", '"', "#", " # ",
    "&a ", "*a", "<<: ", "!!int ", "|", ">", "[", "]", "{", "}", "?", "~", "null", "yes", "\ufeff", "\u202e", "\u2066", "\u200b",
    "\u00a0", "\u2028", "\x85", "\x00", "\x07", "\x7f", "\ue000", "\uffff", "e\u0301", "😀", "𠮷", "---\n", "...\n", "＃",
    "posdoc: ignore", "# posdoc: ignore-file\n", "\\", "@", "`", "0x1F", "１２％", "05%",
]  # fmt: skip


@st.composite
def definitions(draw: st.DrawFn) -> tuple[str, Data]:
    """The name of settings of ``SETTINGS``, and a right definition of one position in their languages."""
    spoken = draw(languages())
    return "+".join(spoken), balanced(draw(records(Position, world_of(spoken, 1, 1))))


@st.composite
def odd_data(draw: st.DrawFn, data: Any) -> Any:
    """The data with a few places in it that are of another type, empty, too deep, or gone."""
    for _ in range(draw(st.integers(1, 3))):
        data = _changed(draw, data)
    return data


def _changed(draw: st.DrawFn, data: Any) -> Any:
    """One place in the data is another; the deeper, the rarer."""
    if isinstance(data, dict | list) and data and draw(st.integers(0, 3)):
        at = draw(st.sampled_from(sorted(data) if isinstance(data, dict) else range(len(data))))
        made: Any = data.copy()
        if draw(st.integers(0, 9)):
            made[at] = _changed(draw, data[at])
        else:
            del made[at]
        return made
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return _deep(data, draw(st.sampled_from([1, 5, 98, 99, 100, 300])))
    if kind == 1:
        return [data, data]
    return draw(st.sampled_from([odd for odd in ODD if odd is not None and not _has_none(odd)]))


def _deep(data: Any, levels: int) -> Any:
    for level in range(levels):
        data = [data] if level % 2 else {"zh": data}
    return data


def _has_none(data: Any) -> bool:
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return data is None or any(_has_none(one) for one in inside) or (isinstance(data, dict) and "" in data)


@st.composite
def spoilt(draw: st.DrawFn, text: str) -> str:
    """The text after some slips of the hand: characters gone, doubled, swapped, others put in, a piece moved, the end cut."""
    for _ in range(draw(st.integers(0, 6))):
        at, length = draw(st.integers(0, len(text))), draw(st.integers(1, 8))
        piece, rest = text[at : at + length], text[at + length :]
        text = text[:at] + draw(st.sampled_from([
            rest, piece + piece + rest, piece[::-1] + rest, draw(st.sampled_from(PIECES)) + piece + rest,
            draw(st.sampled_from(PIECES)) + rest, draw(st.text(max_size=3)) + piece + rest, rest + piece,
        ]))  # fmt: skip
    return draw(st.sampled_from([text, text, text, text.replace("\n", "\r\n"), "\ufeff" + text, text.replace("  ", "\t"),
                                 text[: len(text) // 2], text.replace(": ", "："), text.replace("\n", "\r")]))  # fmt: skip


@st.composite
def files(draw: st.DrawFn) -> dict[str, bytes]:
    """A workspace of one position, whose file is somehow wrong."""
    spoken, data = draw(definitions())
    if draw(st.booleans()):
        data = draw(odd_data(data))
    text = draw(spoilt(_emitted(data)))
    coding = draw(st.sampled_from(["utf-8", "utf-8", "utf-8", "utf-8", "utf-8", "gb18030", "utf-16", "utf-16-be"]))
    return {
        "posdoc.yaml": SETTINGS[spoken],
        FILE: text.encode(coding, "replace" if coding == "gb18030" else "surrogatepass"),
    }


def _emitted(data: Any) -> str:
    """The data as text; for what cannot be written, a text of the same sort."""
    try:
        return emit(data)
    except (ValueError, TypeError, RecursionError):
        return repr(data)
