"""Content controls: boxes to tick, and prompts that nobody has filled in."""

from __future__ import annotations

import re
from typing import Final

from posdoc.importers.pieces import CHECKED, UNCHECKED
from posdoc.importers.word.markup import W14, Element, W, is_on, value_of
from posdoc.importers.word.styles import Styles
from posdoc.patterns import pattern

_TEXT: Final = W + "t"
_RUN: Final = W + "r"
_ON = frozenset({"1", "true", "on"})
_PROMPT = pattern(
    r"\s*(?:[\[［]?(?:请)?(?:单击|点击|键入|选择一?项|选取日期)|click (?:here|or tap)|choose an? |select an? |enter )",
    re.IGNORECASE,
)
"""How the prompts begin that Word itself writes."""
CONTENTS_GALLERY: Final = "Table of Contents"


def opened(control: Element, styles: Styles) -> tuple[Element | None, list[str]]:
    """What a content control holds, and the prompts that were taken out of it.

    A box to tick holds ``CHECKED`` or ``UNCHECKED`` afterwards, whatever sign it showed. A prompt is what Word shows in
    a control that is not filled in; a text that a program has put in without saying so is no prompt, and stays.
    """
    properties = next(control.iterchildren(W + "sdtPr"), None)
    content = next(control.iterchildren(W + "sdtContent"), None)
    if properties is None or content is None:
        return content, []
    box = next(properties.iterchildren(W14 + "checkbox"), None)
    if box is not None:
        _tick(content, box)
        return content, []
    prompt = next(properties.iterchildren(W + "showingPlcHdr"), None)
    return content, _without_prompts(content, styles) if prompt is not None and is_on(prompt) else []


def is_contents(control: Element) -> bool:
    """Whether a content control is a table of contents from Word's gallery."""
    properties = next(control.iterchildren(W + "sdtPr"), None)
    part = None if properties is None else next(properties.iterchildren(W + "docPartObj"), None)
    return part is not None and value_of(part, W + "docPartGallery") == CONTENTS_GALLERY


def _tick(content: Element, box: Element) -> None:
    state = next(box.iterchildren(W14 + "checked"), None)
    is_ticked = state is not None and state.get(W14 + "val", "1") in _ON
    shown = next(content.iter(_TEXT, W + "sym"), None)
    if shown is not None:
        rest = (shown.text or "")[1:] if shown.tag == _TEXT else ""
        for name in shown.attrib:
            del shown.attrib[name]
        shown.tag, shown.text = _TEXT, (CHECKED if is_ticked else UNCHECKED) + rest
        _without_font(shown.getparent())


def _without_font(run: Element) -> None:
    """The box is an ordinary character now, whatever font its sign was in."""
    for properties in run.iterchildren(W + "rPr"):
        for fonts in [*properties.iterchildren(W + "rFonts")]:
            properties.remove(fonts)


def _without_prompts(content: Element, styles: Styles) -> list[str]:
    runs = list(content.iter(_RUN))
    prompts = [run for run in runs if _is_prompt(run, styles)]
    if not prompts and _PROMPT.match(_text_of(runs)):
        prompts = runs
    text = _text_of(prompts)
    for run in prompts:
        for each in run.iterchildren(_TEXT):
            each.text = ""
    return [text.strip()] if text.strip() else []


def _is_prompt(run: Element, styles: Styles) -> bool:
    properties = next(run.iterchildren(W + "rPr"), None)
    style = "" if properties is None else value_of(properties, W + "rStyle")
    return bool(style) and styles.look(style).is_prompt


def _text_of(runs: list[Element]) -> str:
    return "".join(text.text or "" for run in runs for text in run.iterchildren(_TEXT))
