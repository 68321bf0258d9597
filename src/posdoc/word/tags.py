"""The tags of a part, in the order in which they are carried out, each with what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from posdoc.phrases import Phrase
from posdoc.word.patch import IN_ATTRIBUTE, RUN, TAG, WHOLE, W, join_pieces, set_runs_apart, straight
from posdoc.word.places import place_of

_STATEMENT = re.compile(r"\{% (\w+)\b ?(.*?) ?%\}")
_PATCHED = re.compile(rf"\{{\{{ \((.*)\)\|(?:{RUN}|{IN_ATTRIBUTE}) \}}\}}", re.DOTALL)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, eq=False)
class Tag:
    """One tag: as it is ``written``, as Jinja sees it (``text``), and where it stands.

    ``kind`` is what it stands for: ``p``, ``tr``, ``tc``, ``r``, or nothing but itself. ``target`` is that paragraph,
    row, cell or run, None where there is none around it; ``node`` is what holds the tag.
    """

    written: str
    text: str
    kind: str
    node: Any
    target: Any
    part: str
    is_cut: bool = False

    @property
    def place(self) -> Phrase:
        """Where it stands, for a person."""
        return place_of(self.node, self.part)

    @property
    def is_curly(self) -> bool:
        """Whether Word made its quotation marks typographic."""
        return any(sign in self.written for sign in "“”‘’")

    @property
    def statement(self) -> tuple[str, str]:
        """The word of ``{% word … %}`` and what follows it; empty for a tag that prints."""
        match = _STATEMENT.fullmatch(self.text)
        return (match[1], match[2]) if match else ("", "")


def tags_of(root: Any, part: str) -> list[Tag]:
    """All tags of a part, whose pieces are put together in ``root``; comments are no tags."""
    cut = {paragraph: join_pieces(paragraph) for paragraph in root.iter(f"{W}p")}
    set_runs_apart(root)
    return [tag for node in root.iter(etree.Element) for tag in _tags_in(node, part, cut)]


def _tags_in(node: Any, part: str, cut: dict[Any, set[str]]) -> Iterator[Tag]:
    for value in node.attrib.values():
        for match in TAG.finditer(value):
            if not match.group().startswith("{#"):
                yield Tag(match.group(), plain(match.group()), "", node, node, part)
    if not node.text or "{" not in node.text:
        return
    paragraph = next(iter(node.iterancestors(f"{W}p")), None)
    for match in TAG.finditer(node.text):
        written = match.group()
        if not written.startswith("{#"):
            yield _tag(written, node, part, written in cut.get(paragraph, ()))


def _tag(written: str, node: Any, part: str, is_cut: bool) -> Tag:
    whole = WHOLE.fullmatch(written)
    kind = (whole[1] or whole[3]) if whole else ""
    if whole is None:
        return Tag(written, plain(written), "", node, node, part, is_cut)
    target = next(iter(node.iterancestors(f"{W}{kind}")), None)
    text = f"{{% {whole[2]} %}}" if whole[1] else f"{{{{ {whole[4]} }}}}"
    return Tag(written, plain(text), kind, node, target, part, is_cut)


def plain(tag: str) -> str:
    """A tag as Jinja sees it, on one line, without what patching adds to it and without needless spaces."""
    flat = _SPACES.sub(" ", straight(tag))
    match = _PATCHED.fullmatch(flat)
    inside = match[1] if match else flat[2:-2].strip("-")
    return f"{flat[:2]} {inside.strip()} {flat[-2:]}"


def unclosed(text: str) -> str:
    """The beginning of a tag that has no end in this text, or an end without a beginning; empty where there is none."""
    rest = TAG.sub(lambda match: "\0" * len(match.group()), text)
    for sign in ("{{", "{%", "{#", "}}", "%}"):
        at = rest.find(sign)
        if at >= 0:
            return text[at : at + 30] if sign[0] == "{" else text[max(0, at - 28) : at + 2]
    return ""
