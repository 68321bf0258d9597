"""What Word does with tracked changes: all accepted, all rejected. And what a document says, by its structure.

Written from how Word treats the markup, and apart from the code that makes it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_RANGES = ("customXmlInsRange", "customXmlDelRange")
Block = Any
"""The text of a paragraph, or the rows of a table: lists of cells, which are lists of blocks."""


def accepted(document: bytes) -> bytes:
    """The document with all tracked changes accepted."""
    return _with_stories(document, lambda root: _settle(root, "del", "ins"))


def rejected(document: bytes) -> bytes:
    """The document with all tracked changes rejected."""
    return _with_stories(document, lambda root: _settle(root, "ins", "del"))


def parts_of(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def stories(document: bytes) -> dict[str, Any]:
    """The roots of all parts with text, by name; not of headers that no page has."""
    parts = parts_of(document)
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    used = {entry.get("Target") for entry in relations if f'"{entry.get("Id")}"'.encode() in parts["word/document.xml"]}
    return {
        name: etree.fromstring(parts[name])
        for name in sorted(parts)
        if _STORY.fullmatch(name) and (not name.startswith(("word/header", "word/footer")) or name[5:] in used)
    }


def marks(document: bytes) -> list[Any]:
    """All marks of tracked changes, in order."""
    names = [f"{W}ins", f"{W}del", f"{W}customXmlInsRangeStart"]
    return [mark for root in stories(document).values() for mark in root.iter(*names)]


def _with_stories(document: bytes, change: Any) -> bytes:
    parts = parts_of(document)
    for name, root in stories(document).items():
        change(root)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return made.getvalue()


# --- settling changes ---------------------------------------------------------------------------------------


def _settle(root: Any, gone: str, kept: str) -> None:
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}{gone}") is not None]:
        _remove_row(row)
    ended = [mark.getparent().getparent().getparent() for mark in root.iter(f"{W}{gone}") if _is_of_an_end(mark)]
    _settle_controls(root, gone)
    for mark in list(root.iter(f"{W}{gone}")):
        mark.getparent().remove(mark)
    for mark in list(root.iter(f"{W}{kept}")):
        for child in list(mark):
            mark.addprevious(child)
        mark.getparent().remove(mark)
    for name, text in (("delText", "t"), ("delInstrText", "instrText")):
        for node in root.iter(f"{W}{name}"):
            node.tag = f"{W}{text}"
    for paragraph in ended:
        _merge(paragraph)


def _remove_row(row: Any) -> None:
    table = next(row.iterancestors(f"{W}tbl"), None)
    row.getparent().remove(row)
    if table is not None and next(table.iter(f"{W}tr"), None) is None and table.getparent() is not None:
        table.getparent().remove(table)


def _is_of_an_end(mark: Any) -> bool:
    around = mark.getparent()
    return bool(around.tag == f"{W}rPr" and around.getparent().tag == f"{W}pPr")


def _settle_controls(root: Any, gone: str) -> None:
    """Controls between marks of insertion: they go, or the marks do."""
    starts = list(root.iter(f"{W}customXmlInsRangeStart"))
    for start in starts:
        control = start.getnext()
        if gone == "ins" and control is not None and control.tag == f"{W}sdt":
            for child in list(control.find(f"{W}sdtContent")):
                control.addprevious(child)
            control.getparent().remove(control)
    for node in list(root.iter(etree.Element)):
        if etree.QName(node).localname.startswith(_RANGES):
            node.getparent().remove(node)


def _merge(paragraph: Any) -> None:
    """A paragraph whose end has gone: what is left of it stands in the one that follows."""
    content = [child for child in paragraph if child.tag != f"{W}pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == f"{W}p":
        place = 1 if len(following) and following[0].tag == f"{W}pPr" else 0
        following[place:place] = content
    elif _text(paragraph):
        return
    paragraph.getparent().remove(paragraph)


# --- what a document says -----------------------------------------------------------------------------------


def texts(document: bytes) -> dict[str, list[Block]]:
    """What the parts of a document say. Fails for what Word would have to repair."""
    return {name: _said(root) for name, root in stories(document).items()}


def _said(root: Any) -> list[Block]:
    _check_fields(root)
    body = root.find(f"{W}body")
    if root.tag in (f"{W}footnotes", f"{W}endnotes"):
        return [_blocks(note) for note in root]
    return _blocks(root if body is None else body)


def _check_fields(root: Any) -> None:
    depth = 0
    for mark in root.iter(f"{W}fldChar"):
        depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType"), 0)
        assert depth >= 0, "a field ends that has not begun"
    assert depth == 0, "a field does not end"


def _blocks(container: Any) -> list[Block]:
    found: list[Block] = []
    for child in container:
        if child.tag == f"{W}p":
            found.append(_text(child))
        elif child.tag == f"{W}tbl":
            rows = list(_rows(child))
            assert rows, "a table without a row"
            found.append(rows)
        elif child.tag == f"{W}sdt":
            found += _blocks(child.find(f"{W}sdtContent"))
    return found


def _inner(container: Any, tag: str) -> Iterator[Any]:
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag == f"{W}sdt":
            yield from _inner(child.find(f"{W}sdtContent"), tag)


def _rows(table: Any) -> Iterator[list[list[Block]]]:
    merged: set[int] = set()
    for row in _inner(table, f"{W}tr"):
        cells, column, open_columns = [], 0, set()
        for cell in _inner(row, f"{W}tc"):
            blocks = _blocks(cell)
            assert blocks, "a cell without a paragraph"
            assert isinstance(blocks[-1], str), "a cell that does not end in a paragraph"
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None:
                assert merge.get(f"{W}val") == "restart" or column in merged, "a cell that goes on from none"
                open_columns.add(column)
            cells.append(blocks)
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            column += int(span.get(f"{W}val")) if span is not None else 1
        merged = open_columns
        assert cells, "a row without a cell"
        yield cells


_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN = ("drawing", "pict", "AlternateContent", "object")


def _text(element: Any) -> str:
    said = ""
    for child in element:
        name = etree.QName(child).localname
        if name in _DRAWN:
            said += f"[{'|'.join(text.text or '' for text in child.iter(f'{W}t'))}]"
        elif name in ("t", "delText"):
            said += child.text or ""
        elif name in _CHARACTERS:
            said += _CHARACTERS[name]
        elif name not in ("pPr", "rPr", "sdtPr", "instrText"):
            said += _text(child)
    return said
