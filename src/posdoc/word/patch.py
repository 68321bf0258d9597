"""From a part of a Word file with tags in it to the source of a template.

Word cuts a tag into runs wherever it likes; the pieces are put together again. A tag may stand for the whole
paragraph, table row, table cell or run around it: ``{%p … %}``, ``{%tr … %}``, ``{%tc … %}``, ``{{r … }}``
(the dialect of docxtpl). A numbered paragraph inside a ``{%p for %}`` begins to count anew with each list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TAG = re.compile(r"\{\{(?:(?!\{\{).){0,2000}?\}\}|\{%(?:(?!\{%).){0,2000}?%\}|\{#(?:(?!\{#).){0,2000}?#\}", re.DOTALL)
"""A tag. It may not begin twice, nor be endless, so that looking for tags takes no longer than the text is long."""
WHOLE = re.compile(r"\{%-?\s*+(p|tr|tc)\s++(.*?)\s*-?%\}|\{\{\s*+(r)\s++([^\s|}].*?)\s*\}\}", re.DOTALL)
_MARKER = "posdoc-tag"
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "})
LISTS, IN_ATTRIBUTE, RUN = "_lists", "in_attribute", "run"
"""The names that patching adds: they begin with an underscore or are no filters to an author, so none can write them."""
MARK = "mark"
"""The filter that gives the mark of a value, for the tag of a content control; it is open to authors."""
LIST_BEGIN = "posdoc-list"
LIST_NUMBER = "0{}0posdoc"
_PLACED = re.compile(r"\{#posdoc (\w+)#\}\{\{(.{0,2100}?)\}\}", re.DOTALL)
_LIST_NUMBER = re.compile(r'w:val="0(\d+)0posdoc"')


def template_source(part: bytes) -> str:
    """The template of a part, with tags in the places of what they stand for."""
    root = parsed(part)
    for paragraph in root.iter(W + "p"):
        join_pieces(paragraph)
    set_runs_apart(root)
    for text in list(root.iter(W + "t")):
        if text.text and "{" in text.text:
            text.set(XML_SPACE, "preserve")
            _lift(text)
    for marker in _markers(root):
        _restart_lists(marker)
    _mark_attributes(root)
    return _with_tags(etree.tostring(root, encoding="unicode"))


def parsed(part: bytes) -> Any:
    """The root of a part. Raises ValueError or etree.XMLSyntaxError where it is none that Word writes."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    root = etree.fromstring(part, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a Word file has no DOCTYPE")
    return root


def numbered(source: str) -> str:
    """The source with a line end in every tag and nowhere else inside tags: so each tag begins on a line of its own."""
    return TAG.sub(lambda match: _on_own_line(match.group()), source)


def _on_own_line(tag: str) -> str:
    if tag.startswith("{#"):
        return tag
    flat = tag.replace("\n", " ")
    end = -3 if flat.endswith(("-%}", "-}}")) else -2
    return f"{flat[:end]}\n{flat[end:]}"


def _mark_attributes(root: Any) -> None:
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if "{{" in value and f"|{MARK}" not in value:
                element.set(name, value.replace("{{", f"{{#posdoc {IN_ATTRIBUTE}#}}{{{{"))


def _markers(root: Any) -> list[Any]:
    return [node for node in root.iter(etree.PI) if node.target == _MARKER]


def with_calls(source: str) -> str:
    """What posdoc adds to a source: lists that begin anew, and filters for values that do not stand in a text."""
    source = _PLACED.sub(r"{{ (\2)|\1 }}", source)
    source = re.sub(rf"<\?{LIST_BEGIN} (\d+)\?>", rf"{{{{ {LISTS}.begin(\1) }}}}", source)
    return _LIST_NUMBER.sub(rf'w:val="{{{{ {LISTS}.current(\1) }}}}"', source)


def _own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The texts of a paragraph, without those of paragraphs inside it (text boxes)."""
    for child in paragraph:
        if child.tag == W + "t":
            yield child
        elif child.tag != W + "p":
            yield from _own_texts(child)


def join_pieces(paragraph: etree._Element) -> set[str]:
    """Put tags that are cut into runs into the run that they begin in; returns those that were cut."""
    texts = list(_own_texts(paragraph))
    whole = "".join(text.text or "" for text in texts)
    if "{" not in whole:
        return set()
    owners = [place for place, text in enumerate(texts) for _ in text.text or ""]
    pieces: list[list[str]] = [[] for _ in texts]
    end, cut = 0, set()
    for match in TAG.finditer(whole):
        if owners[match.start()] != owners[match.end() - 1]:
            cut.add(match.group())
        for offset in range(end, match.start()):
            pieces[owners[offset]].append(whole[offset])
        pieces[owners[match.start()]].append(match.group())
        end = match.end()
    for offset in range(end, len(whole)):
        pieces[owners[offset]].append(whole[offset])
    for text, parts in zip(texts, pieces, strict=True):
        piece = "".join(parts)
        if (text.text or "") != piece:
            text.text = piece
            text.set(XML_SPACE, "preserve")
    return cut


def set_runs_apart(root: Any) -> None:
    """Give every tag that stands for a run a run of its own: LibreOffice puts it into one with what is beside it."""
    for run in [*root.iter(W + "r")]:
        inside = [child for child in run if child.tag != W + "rPr"]
        parts = [part for child in inside for part in _parts_of(child)]
        if any(map(_stands_for_run, parts)) and len(inside) + len(parts) > 2:
            for piece in _pieces_of(run):
                if len(piece) > (piece.find(W + "rPr") is not None):
                    run.addprevious(piece)
            run.getparent().remove(run)


def _stands_for_run(tag: str) -> bool:
    match = WHOLE.fullmatch(tag) if TAG.fullmatch(tag) else None  # which no long text gets past
    return match is not None and bool(match[3])


def _parts_of(child: Any) -> list[str]:
    """A text in parts, the tags that stand for a run apart from what is around them; nothing of what is no text."""
    if child.tag != W + "t":
        return []
    whole, parts, end = child.text or "", [], 0
    for match in TAG.finditer(whole):
        if _stands_for_run(match.group()):
            parts += [whole[end : match.start()], match.group()]
            end = match.end()
    return [part for part in (*parts, whole[end:]) if part]


def _pieces_of(run: Any) -> Iterator[Any]:
    """The runs that a run becomes, each as it is formatted; those of tags hold nothing else."""
    piece = _like(run)
    for child in [*run]:
        for part in _parts_of(child):
            if _stands_for_run(part):
                yield piece
                yield _with_text(_like(run), part)
                piece = _like(run)
            else:
                _with_text(piece, part)
        if child.tag not in (W + "t", W + "rPr"):
            piece.append(deepcopy(child))
    yield piece


def _like(run: Any) -> Any:
    """An empty run that is formatted like another."""
    made = etree.Element(run.tag, run.attrib)
    properties = run.find(W + "rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def _with_text(run: Any, text: str) -> Any:
    made = etree.SubElement(run, W + "t")
    made.text = text
    made.set(XML_SPACE, "preserve")
    return run


def _lift(text: etree._Element) -> None:
    """Put tags that stand for a paragraph, row, cell or run in its place."""
    tags = (WHOLE.fullmatch(tag.group()) for tag in TAG.finditer(text.text or ""))
    for match in filter(None, tags):
        kind = match[1] or match[3]
        tag = f"{{% {match[2]} %}}" if match[1] else f"{{#posdoc {RUN}#}}{{{{ {match[4]} }}}}"
        target = next(text.iterancestors(W + kind), None)
        if target is None or target.getparent() is None:
            continue
        marker = etree.ProcessingInstruction(_MARKER, tag)
        target.addprevious(marker)
        target.set("lifted", "1")
    for ancestor in text.iterancestors():
        if ancestor.get("lifted"):
            parent = ancestor.getparent()
            if parent is not None:
                parent.remove(ancestor)


def _restart_lists(marker: Any) -> None:
    if not (marker.text or "").startswith("{% for "):
        return
    depth = 0
    numbers: set[str] = set()
    for sibling in marker.itersiblings():
        if sibling.tag is etree.PI:
            depth += (sibling.text or "").startswith("{% for ") - (sibling.text or "").startswith("{% endfor")
            if depth < 0:
                break
        elif depth == 0 and sibling.tag == W + "p":
            for number in sibling.iterfind(f"{W}pPr/{W}numPr/{W}numId"):
                numbers.add(number.get(W + "val", ""))
                number.set(W + "val", LIST_NUMBER.format(number.get(W + "val", "")))
    for begun in sorted(numbers):
        marker.addprevious(etree.ProcessingInstruction(LIST_BEGIN, begun))


def _with_tags(xml: str) -> str:
    """Markers become their tags; what XML escaped inside a tag, or Word made typographic, is undone."""
    xml = re.sub(rf"<\?{_MARKER} (.*?)\?>", lambda match: match[1], xml, flags=re.DOTALL)
    return TAG.sub(lambda match: straight(unescape(match.group())), xml)


def straight(tag: str) -> str:
    """A tag with what Word made typographic undone."""
    return tag.translate(_STRAIGHT)
