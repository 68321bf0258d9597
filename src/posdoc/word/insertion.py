"""A form inside another one: the job descriptions of a handbook, each set as their own form sets it.

The inner form's body comes to stand in the outer form's, in a loop over ``job_descriptions``, before anything is compiled; so
the whole handbook is one render. Its styles, lists and pictures come along under names of their own, so that a
company's form looks in the handbook as it does alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import basename
from typing import Any

from lxml import etree

from posdoc.word.patch import LIST_BEGIN, W, template_source
from posdoc.word.properties import DOCUMENT_RELATIONS, TYPES, related, with_default

TAG = "{% insert job_descriptions %}"
"""What stands, in a paragraph of its own, where the job descriptions are to come."""
JOBS, JOB = "job_descriptions", "_job"
"""The field that holds them, and the name of one in the loop: fields of the inner form are fields of it."""
DOCUMENT, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
_NEW_PAGE = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'
    '<w:r><w:br w:type="page"/></w:r></w:p>'
)
PREFIX, SHIFT = "Job", 5000
_STYLED = re.compile(r'<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"')
_SECTION = re.compile(r"<w:sectPr[ >].*?</w:sectPr>", re.DOTALL)
_RELATED = re.compile(r'\br:(embed|link|id|pict)="([^"]*)"')
_LIST = re.compile(r'<w:numId w:val="(?:0)?(\d+)(0posdoc)?"')


def with_insertion(parts: Mapping[str, bytes], inner: Mapping[str, bytes], source: str) -> tuple[str, dict[str, bytes]]:
    """The source of the outer form with the inner one in it, and its parts with what the inner one brings along."""
    body = _body_of(template_source(inner[DOCUMENT]))
    merged = dict(parts)
    body = _with_styles(body, merged, inner)
    body = _with_lists(body, merged, inner)
    body = _with_pictures(body, merged, inner)
    loop = f"{{% for {JOB} in {JOBS} %}}{{% if not loop.first %}}{_NEW_PAGE}{{% endif %}}{body}{{% endfor %}}"
    return _with_namespaces(source, inner[DOCUMENT]).replace(TAG, loop), merged


def _body_of(source: str) -> str:
    """What stands in the body, without the pages that it is set on."""
    inside = source[source.index(">", source.index("<w:body")) + 1 : source.rindex("</w:body>")]
    return _SECTION.sub("", inside)


def _with_namespaces(source: str, document: bytes) -> str:
    """The outer source, its root declaring what the inner one's does."""
    declared = {prefix: uri for prefix, uri in _root(document).nsmap.items() if prefix}
    start = re.search(r"<w:document[^>]*", source)
    assert start is not None
    more = "".join(f' xmlns:{p}="{uri}"' for p, uri in declared.items() if f"xmlns:{p}=" not in start[0])
    return source[: start.end()] + more + source[start.end() :]


def _root(part: bytes) -> Any:
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _written(root: Any) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + etree.tostring(root, encoding="utf-8")


def _with_styles(body: str, merged: dict[str, bytes], inner: Mapping[str, bytes]) -> str:
    if STYLES not in inner or STYLES not in merged:
        return body
    outer, added = _root(merged[STYLES]), _root(inner[STYLES])
    name = "subtitle" if _uses(body, added, "subtitle") else "title"
    for style in list(added.iter(f"{W}style")):
        outer.append(_renamed(style, name))
    merged[STYLES] = _written(outer)
    return _STYLED.sub(rf'<w:\1 w:val="{PREFIX}\2"', body)


def _uses(body: str, styles: Any, name: str) -> bool:
    ids = [style.get(f"{W}styleId", "") for style in styles.iter(f"{W}style") if _name_of(style) == name]
    return any(f'w:val="{identity}"' in body for identity in ids)


def _name_of(style: Any) -> str:
    name = style.find(f"{W}name")
    return str(name.get(f"{W}val", "")).lower() if name is not None else ""


def _renamed(style: Any, heading: str) -> Any:
    """A style under a name of its own. That called ``heading`` names the position; headings go two levels down."""
    was = _name_of(style)
    style.attrib.pop(f"{W}default", None)
    style.set(f"{W}styleId", PREFIX + style.get(f"{W}styleId", ""))
    style.set(f"{W}customStyle", "1")
    for name in style.findall(f"{W}name"):
        name.set(f"{W}val", f"{PREFIX} {name.get(f'{W}val', '')}")
    for kind in ("basedOn", "next", "link"):
        for reference in style.iter(f"{W}{kind}"):
            reference.set(f"{W}val", PREFIX + reference.get(f"{W}val", ""))
    for number in style.iter(f"{W}numId"):
        number.set(f"{W}val", _shifted(number.get(f"{W}val", "0")))
    _set_level(style, was, heading)
    return style


def _set_level(style: Any, was: str, heading: str) -> None:
    properties = style.find(f"{W}pPr")
    if properties is None:
        return
    for outline in properties.findall(f"{W}outlineLvl"):
        level = int(outline.get(f"{W}val", "0")) + 2
        properties.remove(outline)
        if was not in ("title", heading):
            properties.append(etree.Element(f"{W}outlineLvl", {f"{W}val": str(min(level, 8))}))
    if was == heading:
        properties.append(etree.Element(f"{W}outlineLvl", {f"{W}val": "1"}))


def _shifted(number: str) -> str:
    return str(int(number) + SHIFT) if number.isdigit() and number != "0" else number


def _with_lists(body: str, merged: dict[str, bytes], inner: Mapping[str, bytes]) -> str:
    if NUMBERING not in inner or NUMBERING not in merged:
        return body
    outer, added = _root(merged[NUMBERING]), _root(inner[NUMBERING])
    place = next((index for index, node in enumerate(outer) if node.tag == f"{W}num"), len(outer))
    for abstract in added.findall(f"{W}abstractNum"):
        abstract.set(f"{W}abstractNumId", _shifted_id(abstract.get(f"{W}abstractNumId", "0")))
        for mark in (*abstract.findall(f"{W}nsid"), *abstract.findall(f"{W}tmpl")):
            abstract.remove(mark)
        outer.insert(place, abstract)
        place += 1
    for instance in added.findall(f"{W}num"):
        instance.set(f"{W}numId", _shifted(instance.get(f"{W}numId", "0")))
        reference = instance.find(f"{W}abstractNumId")
        reference.set(f"{W}val", _shifted_id(reference.get(f"{W}val", "0")))
        outer.insert(place, instance)
        place += 1
    merged[NUMBERING] = _written(outer)
    body = re.sub(rf"<\?{LIST_BEGIN} (\d+)\?>", lambda m: f"<?{LIST_BEGIN} {_shifted(m[1])}?>", body)
    return _LIST.sub(_list_number, body)


def _shifted_id(number: str) -> str:
    """Abstract lists count from nought."""
    return str(int(number) + SHIFT)


def _list_number(match: re.Match[str]) -> str:
    if match[2]:
        return f'<w:numId w:val="0{_shifted(match[1])}0posdoc"'
    return f'<w:numId w:val="{_shifted(match[1])}"'


def _with_pictures(body: str, merged: dict[str, bytes], inner: Mapping[str, bytes]) -> str:
    """Pictures of the inner body come along; other relationships (links) do not."""
    used = set(_RELATED.findall(body))
    if not used or DOCUMENT_RELATIONS not in inner:
        return body
    for entry in _root(inner[DOCUMENT_RELATIONS]):
        name, target = entry.get("Id", ""), f"word/{entry.get('Target', '')}"
        if target not in inner or not any(name == identity for _, identity in used):
            continue
        copy = f"media/job-{basename(target)}"
        merged[f"word/{copy}"] = inner[target]
        merged[DOCUMENT_RELATIONS] = related(
            merged.get(DOCUMENT_RELATIONS, b""), entry.get("Type", ""), (PREFIX + name, copy)
        )
        extension = copy.rpartition(".")[2].lower()
        merged[TYPES] = with_default(merged[TYPES], extension, f"image/{'jpeg' if extension == 'jpg' else extension}")
    return _RELATED.sub(rf'r:\1="{PREFIX}\2"', body)
