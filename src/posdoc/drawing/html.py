"""HTML: one page that works offline, to look around in a chart: move, zoom, search, collapse, read details, print.

The page is the chart as SVG, its data as JSON, and the parts in the folder ``_page``. It runs only those: the hashes in
its Content-Security-Policy let nothing else be loaded or executed, whatever the texts of a chart look like.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import count
from string import Template
from typing import Any

from posdoc.drawing._strokes import Stroke
from posdoc.drawing._viewer_data import chart_data
from posdoc.drawing.svg import Picture
from posdoc.layout.placed import Placed, PlacedLegend, PlacedLink
from posdoc.locales import locale_of

EXTENSION = "html"
MEDIA_TYPE = "text/html"
DETAILS = True

_SCRIPTS = ("chart", "strips", "sheet", "view", "gestures", "search", "panel", "signs", "keyboard", "viewer")
"""The parts of the script, in the order in which they need one another."""
_IN_PAGE = (
    "search", "search_hint", "collapse_all", "expand_all", "levels", "zoom_in", "zoom_out", "fit", "print", "keys",
    "close", "details", "key_arrows", "key_enter", "key_space", "key_zoom", "key_fit", "key_search", "key_escape",
)  # fmt: skip
_IN_SCRIPT = (
    "results", "results_one", "results_many", "no_results", "all_levels", "down_to", "expand", "collapse", "below",
    "superior", "reports", "dotted", "next", "previous", "promotion_to", "promotion_from", "rotation", "demotion_to",
    "demotion_from", "contact",
)  # fmt: skip
_DANGEROUS = "<>&\u2028\u2029"


def draw(placed: Placed, *, dpi: int = 144) -> bytes:  # noqa: ARG001
    """The chart as one HTML page (UTF-8). ``dpi`` has no meaning here."""
    return _Page(placed).text().encode("utf-8", "replace")


class _Page:
    """One page while it is put together."""

    def __init__(self, placed: Placed) -> None:
        self.placed = placed
        self.chart = _Chart(replace(placed, title=(), legend=(), note=()))

    def phrase(self, name: str) -> str:
        """A phrase in the language of the chart."""
        return locale_of(self.placed.language).phrases[name]

    def text(self) -> str:
        """The whole page."""
        placed = self.placed
        style, script = _style(self.chart.theme.background), _script()
        words = {name: escape(self.phrase(f"viewer_{name}")) for name in _IN_PAGE}
        return Template(_part("page.html")).substitute(
            words,
            language=escape(placed.language),
            policy=_policy(style, script),
            title=escape(placed.name),
            style=style,
            script=script,
            chart="\n".join(self.chart.markup()),
            legend="".join(self.chart.legend(placed.legend)),
            note=escape(" ".join(text.text for text in placed.note)),
            data=self.data(),
        )

    def data(self) -> str:
        """What the script knows, as JSON in which nothing can end the element around it."""
        words = {name: self.phrase(f"viewer_{name}") for name in _IN_SCRIPT}
        data: Mapping[str, Any] = {"words": words, **chart_data(self.placed)}
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        for char in _DANGEROUS:
            text = text.replace(char, f"\\u{ord(char):04x}")
        return text


class _Chart(Picture):
    """The SVG of the page. Other than in a picture, what moves as one is one element: lN a link, tN its label."""

    def __init__(self, placed: Placed) -> None:
        super().__init__(placed)
        self._labels = count(1)

    def markup(self) -> Iterator[str]:
        """The chart without its title, legend and note, which the page shows by itself."""
        size = f"{self.placed.width:g} {self.placed.height:g}"
        yield f'<svg id="chart" viewBox="0 0 {size}" font-family="{self.families()}">'
        yield from self.body()
        yield "</svg>"

    def legend(self, entries: Sequence[PlacedLegend]) -> Iterator[str]:
        """Each entry with its sample."""
        for entry in entries:
            x, y, width, height = entry.rect
            view = f"{x - 1:g} {y - 1:g} {width + 2:g} {height + 2:g}"
            sample = "".join(self._legend(replace(entry, texts=())))
            text = escape(" ".join(text.text for text in entry.texts))
            yield f'<li><svg viewBox="{view}" aria-hidden="true">{sample}</svg>{text}</li>'

    def _link(self, number: int, link: PlacedLink, pieces: Sequence[Stroke]) -> Iterator[str]:
        yield f'<g id="l{number}">'
        yield from super()._link(number, link, pieces)
        yield "</g>"

    def _label(self, link: PlacedLink) -> Iterator[str]:
        yield f'<g id="t{next(self._labels)}">'
        yield from super()._label(link)
        yield "</g>"


def _policy(style: str, script: str) -> str:
    """A policy under which nothing but this style and this script counts, and nothing is fetched."""
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _style(background: str) -> str:
    return f":root {{ --ground: {background}; }}\n{_part('viewer.css')}"


@cache
def _script() -> str:
    parts = "\n".join(_part(f"{name}.js") for name in _SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


@cache
def _part(name: str) -> str:
    return files(__package__).joinpath("_page", name).read_text(encoding="utf-8")
