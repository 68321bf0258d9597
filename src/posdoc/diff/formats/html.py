"""A difference as one page that works without a network: a table for each subject, what differs in each text marked.

It runs but its own filter, and without that shows everything: the hashes in its Content-Security-Policy let nothing else
be loaded or executed, whatever definitions say.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files

from posdoc.diff.changes import Difference
from posdoc.diff.lines import Line, Mark, Teller, Told, figures
from posdoc.diff.passages import Passage, passages

LISTED = 4
"""From so many subjects on there is a list of them."""


def write(difference: Difference, names: tuple[str, str], language: str, color: bool) -> str:  # noqa: ARG001
    """The whole page."""
    return _Page(Teller(difference, language), names).text()


class _Page:
    """One page while it is put together."""

    def __init__(self, teller: Teller, names: tuple[str, str]) -> None:
        self.teller = teller
        self.names = names
        self.told = teller.all()

    def phrase(self, name: str, **values: object) -> str:
        """A phrase in the language of the page, as markup has it."""
        return escape(self.teller.new.words.phrase(name, **values))

    def text(self) -> str:
        """The whole page."""
        style, script, title = _part("changes.css"), _part("filter.js"), self.phrase("diff_title")
        old, new = escape(self.names[0]), escape(self.names[1]) or self.phrase("diff_working_tree")
        tag = "zh-CN" if self.teller.language == "zh" else escape(self.teller.language)
        return (
            f'<!DOCTYPE html>\n<html lang="{tag}"><head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'
            f'<meta name="viewport" content="width=device-width"><title>{title} {old} → {new}</title>'
            f"<style>{style}</style></head>\n<body><header><h1>{title}</h1>"
            f'<p class="sides"><code>{old}</code> → <code>{new}</code></p>{"".join(self._head())}</header>\n<main>'
            f"{''.join(self._section(number, one) for number, one in enumerate(self.told, 1))}</main>\n"
            f"<script>{script}</script></body></html>\n"
        )

    # --- the head

    def _head(self) -> Iterator[str]:
        if not self.told:
            yield f"<p>{self.phrase('diff_nothing')}</p>"
            return
        boxes = (
            f'<li class="{name}"><b>{count}</b>{self.phrase(f"diff_count_{name}")}</li>'
            for name, count in figures(self.told).items()
        )
        yield f'<ul class="figures">{"".join(boxes)}</ul>'
        yield self._filter()
        if len(self.told) >= LISTED:
            links = (
                f'<li class="{_class(one.heading.mark)}"><a href="#s{number}">{escape(one.heading.title)}</a></li>'
                for number, one in enumerate(self.told, 1)
            )
            yield f"<nav><ul>{''.join(links)}</ul></nav>"

    def _filter(self) -> str:
        """The filter, which the script shows: without it the filter does nothing."""
        kinds = "".join(
            f'<label class="{_class(mark)}"><input type="checkbox" value="{_class(mark)}" checked> '
            f"<span>{mark.value}</span> {self.phrase(f'diff_mark_{_class(mark)}')}</label>"
            for mark in Mark
        )
        search = self.phrase("diff_search")
        return (
            f'<form class="filter" hidden data-found="{self.phrase("diff_hits", count="{count}")}">'
            f'<input type="search" placeholder="{search}" aria-label="{search}">{kinds}<output></output></form>'
        )

    # --- subjects

    def _section(self, number: int, told: Told) -> str:
        heading, mark = told.heading, _class(told.heading.mark)
        kind = self.phrase(f"diff_kind_{heading.kind.value}")
        code = f"<code>{escape(heading.id)}</code>" if heading.id and heading.id != heading.title else ""
        remarks = [escape(remark) for remark in heading.remarks]
        remarks += [self.phrase("diff_handed", title=title, count=count) for title, count in told.handed]
        listed = f'<ul class="remarks">{"".join(f"<li>{remark}</li>" for remark in remarks)}</ul>' if remarks else ""
        return (
            f'\n<section id="s{number}" class="{mark}"><h2><small>{kind}</small>{escape(heading.title)}{code}'
            f'<span class="sign">{self.phrase(f"diff_mark_{mark}")}</span></h2>{listed}{self._table(told.lines)}</section>'
        )

    def _table(self, lines: Sequence[Line]) -> str:
        if not lines:
            return ""
        heads = "".join(f"<th>{self.phrase(f'diff_column_{name}')}</th>" for name in ("item", "before", "after"))
        rows = "\n".join(self._row(line) for line in lines)
        return (
            '<table><colgroup><col class="kind"><col class="item"><col><col></colgroup>'
            f"<thead><tr><th></th>{heads}</tr></thead>\n<tbody>{rows}</tbody></table>"
        )

    def _row(self, line: Line) -> str:
        kind = _class(line.mark)
        before, after = self.teller.sides(line)
        if line.mark is Mark.MOVED:
            cells = [escape(before), escape(after)]
        else:
            old, new = passages(before, after)
            cells = [_marked(old, "del"), _marked(new, "ins")]
        return (
            f'<tr class="{kind}"><td>{self.phrase(f"diff_mark_{kind}")}</td><td>{escape(self.teller.place(line))}</td>'
            f"<td>{cells[0]}</td><td>{cells[1]}</td></tr>"
        )


def _marked(side: Sequence[Passage], tag: str) -> str:
    """A text with what the other side has not in elements."""
    return "".join(f"<{tag}>{escape(one.text)}</{tag}>" if one.is_changed else escape(one.text) for one in side)


def _class(mark: Mark) -> str:
    return mark.name.lower()


def _policy(style: str, script: str) -> str:
    """A policy under which nothing but this style and this script counts, and nothing is fetched."""
    hashes = [f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in (style, script)]
    return f"default-src 'none'; style-src {hashes[0]}; script-src {hashes[1]}; base-uri 'none'; form-action 'none'"


@cache
def _part(name: str) -> str:
    return files("posdoc.diff").joinpath("page", name).read_text(encoding="utf-8")
