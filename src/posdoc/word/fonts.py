"""Styles that name no font for Chinese: Word then takes whatever the reader's system has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from posdoc.word.insertion import STYLES
from posdoc.word.patch import W, parsed

_FONTS = f"{W}rPr/{W}rFonts"


def styles_without_font(parts: Mapping[str, bytes], roots: Iterable[Any]) -> list[str]:
    """The names of the styles that paragraphs with text use and that name no Chinese font, of themselves or by inheritance."""
    if STYLES not in parts:
        return []
    root = parsed(parts[STYLES])
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault")
    if defaults is not None and _names_font(defaults):
        return []
    styles = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    usual = next((key for key, one in styles.items() if _is_default(one)), "")
    used = dict.fromkeys(key for part in roots for key in _used(part, usual))
    return [_name(styles[key]) for key in used if key in styles and not _has_font(styles, key)]


def _used(root: Any, usual: str) -> Iterable[str]:
    """The styles of paragraphs with a text that says nothing of its font itself."""
    for paragraph in root.iter(f"{W}p"):
        runs = [run for run in paragraph.findall(f"{W}r") if run.find(f"{W}t") is not None]
        if any(not _names_font(run) for run in runs):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            yield style.get(f"{W}val", "") if style is not None else usual


def _is_default(style: Any) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def _has_font(styles: Mapping[str, Any], key: str) -> bool:
    seen: set[str] = set()
    while key in styles and key not in seen:
        seen.add(key)
        if _names_font(styles[key]):
            return True
        base = styles[key].find(f"{W}basedOn")
        key = base.get(f"{W}val", "") if base is not None else ""
    return False


def _names_font(holder: Any) -> bool:
    fonts = holder.find(_FONTS)
    return fonts is not None and bool(fonts.get(f"{W}eastAsia") or fonts.get(f"{W}eastAsiaTheme"))


def _name(style: Any) -> str:
    name = style.find(f"{W}name")
    return str(name.get(f"{W}val", "")) if name is not None else str(style.get(f"{W}styleId", ""))
