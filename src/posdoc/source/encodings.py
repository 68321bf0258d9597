"""Guesses the encoding of a text that does not say it: UTF-8, UTF-16, UTF-32 or the Chinese national standard."""

from __future__ import annotations

from typing import Final, NamedTuple

_SAMPLE_BYTES: Final = 64 * 1024  # a multiple of four


class Encoding(NamedTuple):
    """``name`` is for people and empty if nothing fits; ``is_damaged`` if it is UTF-8 but for a few bytes.

    ``codec`` is Python's name for it, which takes a byte order mark away where there is one.
    """

    name: str = ""
    is_damaged: bool = False
    codec: str = ""


_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32 LE", "utf-32"),
    (b"\x00\x00\xfe\xff", "UTF-32 BE", "utf-32"),
    (b"\xff\xfe", "UTF-16 LE", "utf-16"),
    (b"\xfe\xff", "UTF-16 BE", "utf-16"),
)


def guess_encoding(data: bytes) -> Encoding:
    """What ``data`` is most likely encoded in; of UTF-8 that it is damaged if it does not decode."""
    wide = guess_wide_encoding(data)
    if wide:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return guess_narrow_encoding(data)
    return Encoding("UTF-8", codec="utf-8-sig")


def guess_wide_encoding(data: bytes) -> Encoding | None:
    """UTF-16 or UTF-32, by its mark or by the null bytes that ASCII characters have there."""
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            return Encoding(name, codec=codec)
    if b"\x00" not in data:
        return None
    sample = data[:_SAMPLE_BYTES]
    for codec, size in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if _looks_like_text(sample[: len(sample) // size * size], codec):
            return Encoding(f"{codec[:6].upper()} {codec[-2:].upper()}", codec=codec)
    return None


def _looks_like_text(sample: bytes, codec: str) -> bool:
    """Whether ``sample`` makes sense in ``codec``: without nulls, and with some variety of ASCII.

    Bytes of UTF-8 taken in pairs give ideographs of all sorts, hardly any ASCII.
    """
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:
            return False
        text = sample[: error.start].decode(codec)
    ascii_count = sum(character.isascii() for character in text)
    distinct = len({character for character in text if character.isascii()})
    return "\x00" not in text and distinct >= 3 and ascii_count * 10 >= len(text)


def guess_narrow_encoding(data: bytes) -> Encoding:
    """Of bytes that are no UTF-8 from end to end: UTF-8 with damage, GBK or GB18030, or nothing."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(not character.isascii() for character in text) - bad
    if good > 2 * bad:
        return Encoding("UTF-8", is_damaged=True, codec="utf-8-sig")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return Encoding()
    return Encoding("GBK/GB18030", codec="gb18030")
