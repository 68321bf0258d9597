"""Signs of symbol fonts (Wingdings and the like), whose codes mean nothing without the font, as ordinary characters."""

from __future__ import annotations

from typing import Final

from posdoc.importers.pieces import CHECKED, UNCHECKED
from posdoc.patterns import pattern

PRIVATE: Final = pattern("[\uf020-\uf0ff]")
"""A sign of a symbol font as Word keeps it in a text."""
BULLET: Final = "•"
_UNKNOWN = "•"
_SIGNS: dict[str, dict[int, str]] = {
    "wingdings": {
        **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), UNCHECKED),
        **dict.fromkeys((0xFD, 0xFE), CHECKED),
        **dict(zip(range(0x80, 0x8B), "⓪①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
        **dict(zip(range(0x8B, 0x96), "⓿❶❷❸❹❺❻❼❽❾❿", strict=True)),
        0xFB: "×", 0xFC: "√", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0x74: "◆", 0x75: "◆",
        0x76: "❖", 0x77: "◆", 0x9F: "•", 0xAB: "★", 0xB6: "☆", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓",
        0xE8: "→", 0xE7: "←", 0xE9: "↑", 0xEA: "↓", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩", 0xF3: "↔", 0xF4: "↕",
        0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x45: "☜", 0x4A: "☺",
    },
    "wingdings 2": {
        0xA3: UNCHECKED, 0x2A: UNCHECKED, 0x30: UNCHECKED, **dict.fromkeys((0x51, 0x52, 0x53, 0x54), CHECKED),
        0x4F: "×", 0x50: "√", 0x97: "●", 0x98: "●", 0x99: "○", 0x9A: "○", 0xA2: "■",
        **dict(zip(range(0x69, 0x74), "⓪①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
        **dict(zip(range(0x75, 0x80), "⓿❶❷❸❹❺❻❼❽❾❿", strict=True)),
    },
    "wingdings 3": {0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x74: "◄", 0x75: "►", 0x7D: "►"},
    "webdings": {0x63: UNCHECKED, 0x67: "■", 0x6E: "●", 0x61: "√", 0x72: "×", 0x33: "◄", 0x34: "►", 0x35: "▲", 0x36: "▼"},
    "zapfdingbats": {
        **dict.fromkeys((0x6F, 0x70, 0x71, 0x72), UNCHECKED),
        0x33: "√", 0x34: "√", 0x35: "×", 0x36: "×", 0x37: "×", 0x38: "×", 0x6E: "■", 0x6C: "●", 0xD4: "→", 0xE8: "→",
        **dict(zip(range(0xAC, 0xB6), "①②③④⑤⑥⑦⑧⑨⑩", strict=True)),
    },
    "symbol": {
        0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xAE: "→", 0xAC: "←",
        0xAD: "↑", 0xAF: "↓", 0xDE: "⇒", 0xDB: "⇔", 0xAB: "↔", 0xA5: "∞", 0xE5: "∑", 0xD6: "√", 0xB0: "°", 0xA2: "′",
        0xB2: "″", 0xA4: "⁄", 0xD7: "⋅", 0xBC: "…", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0x2D: "−", 0x2A: "∗",
        0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
        **{code: chr(code) for code in (*range(0x20, 0x22), *range(0x25, 0x27), 0x28, 0x29, *range(0x2B, 0x2D))},
        **{code: chr(code) for code in (*range(0x2E, 0x40), 0x5B, 0x5D, 0x5F, *range(0x7B, 0x7E))},
        **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
        **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    },
}  # fmt: skip
_SIGNS["itc zapf dingbats"] = _SIGNS["zapf dingbats"] = _SIGNS["zapfdingbats"]
_SPACES = frozenset({0x20, 0xA0})


def is_symbol_font(font: str) -> bool:
    """Whether the codes of a font's signs are not those of ordinary characters."""
    return font.lower() in _SIGNS


def sign(code: int, font: str) -> str:
    """The character for a sign of a symbol font; a bullet for one that has none, the character itself in other fonts."""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    signs = _SIGNS.get(font.lower())
    if signs is not None and low < 0x100:
        return " " if low in _SPACES else signs.get(low, _UNKNOWN)
    if 0xE000 <= code <= 0xF8FF:
        return _UNKNOWN
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def signs_in(text: str, font: str) -> str:
    """A text in a symbol font with a character for each sign; what the font has no sign for (Chinese) stays."""
    return "".join(sign(ord(each), font) if ord(each) < 0x100 or PRIVATE.match(each) else each for each in text)


def bullet(text: str, font: str) -> str:
    """What stands before the paragraphs of a bulleted list: boxes are boxes, signs of symbol fonts ``•``."""
    if is_symbol_font(font) or PRIVATE.search(text):
        seen = signs_in(text, font)
        return seen if seen in (CHECKED, UNCHECKED) else BULLET
    return text or BULLET
