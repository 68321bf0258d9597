"""A workbook as a package of parts: what openpyxl leaves undone is done, and the same parts give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

CONTENT_TYPES = "[Content_Types].xml"
SHEETS = "xl/worksheets/"
_DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip file knows."""
_SPREADSHEET = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRINGS = "xl/sharedStrings.xml"
_APP_PART = "docProps/app.xml"
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>posdoc</Application></Properties>"
)


class Parts:
    """Takes what openpyxl would write to a zip file, by name."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def writestr(self, name: str, data: str | bytes) -> None:
        """Take a part."""
        self.contents[name] = data.encode("utf-8") if isinstance(data, str) else data

    def write(self, path: str, name: str) -> None:
        """Take a part from a file."""
        self.contents[name] = Path(path).read_bytes()

    def namelist(self) -> list[str]:
        """The names of the parts so far."""
        return list(self.contents)

    def close(self) -> None:
        """Nothing is open."""


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """A zip file with these parts: content types first, the rest sorted, every date the same."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = info.external_attr = 0
            archive.writestr(info, parts[name])
    return stream.getvalue()


def is_as_written(data: bytes) -> bool:
    """Whether a workbook is still as posdoc wrote it, and no other program has saved it since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.read(_APP_PART) == _APP
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        return False


def finish(parts: Mapping[str, bytes], values: Mapping[str, Mapping[str, bytes | int | float]]) -> dict[str, bytes]:
    """The parts as Excel would have written them.

    Formulas get the value that they come to (``values``, by the name of the part and of the cell; a text as escaped
    XML), texts go to the table of shared strings, and what stands in styles stands in the order of the schema.
    """
    done = {**parts, _APP_PART: _APP, "xl/styles.xml": _FONT.sub(_in_order, parts["xl/styles.xml"])}
    strings = _Strings()
    for name in sorted(parts):
        if name.startswith(SHEETS) and name.endswith(".xml"):
            done[name] = strings.taken_from(_unmarked(_with_values(parts[name], values.get(name, {}))))
    done[_STRINGS] = strings.part()
    done[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(b"</Types>", _STRINGS_TYPE + b"</Types>")
    relations = "xl/_rels/workbook.xml.rels"
    done[relations] = parts[relations].replace(b"</Relationships>", _STRINGS_RELATION + b"</Relationships>")
    return done


# --- formulas -----------------------------------------------------------------------------------------------

_CALCULATED = re.compile(rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>[^<]*</f>)<v\s*(?:/>|></v>)</c>')


def _with_values(xml: bytes, values: Mapping[str, bytes | int | float]) -> bytes:
    def filled(match: re.Match[bytes]) -> bytes:
        cell, attributes, formula = match.groups()
        value = values.get(cell.decode())
        if value is None:
            return match[0]
        kind = b' t="str"' if isinstance(value, bytes) else b""
        text = value if isinstance(value, bytes) else repr(value).encode()
        return b'<c r="%s"%s%s>%s<v>%s</v></c>' % (cell, attributes, kind, formula, text)

    return _CALCULATED.sub(filled, xml)


_DIMENSION = re.compile(rb'<dimension ref="([A-Z0-9:]+)" ?/>')


def _unmarked(xml: bytes) -> bytes:
    """A sheet whose texts that look like numbers (codes, ids) are not marked as mistakes."""
    area = _DIMENSION.search(xml)
    if area is None or b"<drawing" in xml or b"<tableParts" in xml:
        return xml
    ignored = b'<ignoredErrors><ignoredError sqref="%s" numberStoredAsText="1"/></ignoredErrors>' % area[1]
    return xml.replace(b"</worksheet>", ignored + b"</worksheet>")


# --- texts --------------------------------------------------------------------------------------------------

_INLINE = re.compile(
    rb'(<c r="[A-Z]+[0-9]+"[^>]*?) t="inlineStr"(?:/>|></c>|><is>(<t[ >].*?</t>|<t\s*/>)</is></c>)', re.DOTALL
)
_STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_STRINGS_RELATION = (
    b'<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
    b'Target="sharedStrings.xml" Id="rIdStrings"/>'
)


class _Strings:
    """The table of shared strings."""

    def __init__(self) -> None:
        self.places: dict[bytes, int] = {}
        self.used = 0

    def taken_from(self, xml: bytes) -> bytes:
        """A sheet with references to the table in place of its texts."""
        return _INLINE.sub(self._taken, xml)

    def _taken(self, match: re.Match[bytes]) -> bytes:
        head, text = match.groups()
        if text is None:
            return bytes(head) + b"/>"
        self.used += 1
        place = self.places.setdefault(text, len(self.places))
        return b'%s t="s"><v>%d</v></c>' % (head, place)

    def part(self) -> bytes:
        """The table itself."""
        head = b'<sst xmlns="%s" count="%d" uniqueCount="%d">' % (_SPREADSHEET, self.used, len(self.places))
        return head + b"".join(b"<si>%s</si>" % text for text in self.places) + b"</sst>"


# --- styles -------------------------------------------------------------------------------------------------

_FONT = re.compile(rb"(<font>)(.*?)(</font>)", re.DOTALL)
_PROPERTY = re.compile(rb"<(\w+)[^>]*/>")
_ORDER = (b"b", b"i", b"strike", b"u", b"vertAlign", b"sz", b"color", b"name", b"family", b"charset", b"scheme")


def _in_order(match: re.Match[bytes]) -> bytes:
    found = sorted(_PROPERTY.finditer(match[2]), key=lambda one: _ORDER.index(one[1]))
    return match[1] + b"".join(one[0] for one in found) + match[3]
