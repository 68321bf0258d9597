"""A presentation that slides are put into: its size, master, theme and properties, and its bytes.

It begins as python-pptx's own, which is of another shape, in other fonts, and says that it was made long ago on a Mac.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
from pptx.opc.package import OpcPackage
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.parts.presentation import PresentationPart
from pptx.slide import Slide, SlideMaster
from pptx.util import Emu

from posdoc.drawing._markup import language_tag
from posdoc.drawing._pptx_looks import CHINESE, LATIN
from posdoc.drawing.theme import Theme
from posdoc.layout.elbows import emu
from posdoc.layout.placed import Rect
from posdoc.layout.wrap import plain

WIDTH, HEIGHT = 960.0, 540.0
"""A slide of the usual size, in points."""
MARGIN = 30.0
TITLE = Rect(MARGIN, 14.0, WIDTH - 2 * MARGIN, 40.0)
"""Where the title stands on a slide of the usual size."""
TITLE_SIZE = 26.0
_BODY = Rect(MARGIN, 64.0, WIDTH - 2 * MARGIN, 434.0)
_FOOTERS = {
    "dt": Rect(30.0, 508.0, 200.0, 22.0),
    "ftr": Rect(300.0, 508.0, 360.0, 22.0),
    "sldNum": Rect(730.0, 508.0, 200.0, 22.0),
}
_LAYOUTS = {"Title and Content": "标题和内容", "Title Only": "仅标题", "Blank": "空白"}
"""The layouts that are kept: those that leave all places to the master."""
_DATE = datetime(1980, 1, 1)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_MOST_LETTERS = 255
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"


class Deck:
    """A presentation of slides of ``width`` by ``height`` points in the look of a theme."""

    def __init__(self, title: str, language: str, width: float, height: float, theme: Theme) -> None:
        self.presentation = pptx.Presentation()
        self.presentation.slide_width, self.presentation.slide_height = Emu(emu(width)), Emu(emu(height))
        self.package = self.presentation.part.package
        self._forget()
        self._name(title, language)
        self._set_theme(theme)
        self._set_master(self.presentation.slide_master, width / WIDTH, height / HEIGHT)
        self._keep_layouts(language)

    def add(self) -> Slide:
        """One more slide, with nothing on it but for the place of its title."""
        slide: Slide = self.presentation.slides.add_slide(self.presentation.slide_layouts[1])
        return slide

    def fill(self, slide: Slide, shapes: str) -> None:
        """Put shapes on a slide instead of those that it had."""
        tree = slide.shapes.element
        for shape in list(tree)[2:]:
            tree.remove(shape)
        for shape in parse_xml(f"<p:spTree {nsdecls('a', 'p', 'r')}>{shapes}</p:spTree>"):
            tree.append(shape)

    def link(self, source: Slide, target: Slide) -> str:
        """The relationship that leads from one slide to another."""
        return source.part.relate_to(target.part, RELATION.SLIDE)

    def save(self) -> bytes:
        """The presentation as a file; the same slides give the same bytes."""
        written = io.BytesIO()
        self.presentation.save(written)
        return _repacked(written.getvalue())

    def _forget(self) -> None:
        """Take out what the presentation keeps of the one that it was made from."""
        for home in (self.package, self.presentation.part):
            for kind in (RELATION.THUMBNAIL, RELATION.PRINTER_SETTINGS):
                _drop(home, kind)
        view = self.presentation.part.part_related_by(RELATION.VIEW_PROPS)
        view.blob = re.sub(rb"<p:guideLst>.*?</p:guideLst>", b"", view.blob)

    def _name(self, title: str, language: str) -> None:
        properties = self.presentation.core_properties
        properties.title = plain(title)[:_MOST_LETTERS]
        properties.language = language_tag(language)
        properties.author = properties.last_modified_by = "posdoc"
        properties.created = properties.modified = _DATE
        properties.comments, properties.revision = "", 1
        application = self.package.part_related_by(RELATION.EXTENDED_PROPERTIES)
        application.blob = (
            f'{_HEAD}<Properties xmlns="{_OFFICE}/extended-properties"><Application>posdoc</Application></Properties>'
        ).encode()

    def _set_theme(self, theme: Theme) -> None:
        part = self.presentation.slide_master.part.part_related_by(RELATION.THEME)
        xml = part.blob.decode()
        xml = re.sub(r"<a:clrScheme .*?</a:clrScheme>", lambda _: _colours(theme), xml, flags=re.DOTALL)
        xml = re.sub(r'(<a:theme [^>]*)name="[^"]*"', r'\1name="posdoc"', xml)
        families = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{CHINESE}"/>'
        part.blob = re.sub(r'<a:latin typeface="[^"]*"/><a:ea typeface="[^"]*"/>', families, xml).encode()

    def _set_master(self, master: SlideMaster, across: float, down: float) -> None:
        """Places and type sizes for slides of this size: everything on the master is as large as the slides are."""
        places = {"title": TITLE, "body": _BODY, **_FOOTERS}
        for shape in list(master.shapes):
            kind = str(shape.element.xpath(".//p:ph/@type")[0])
            rect = places[kind]
            shape.left, shape.top = Emu(emu(rect.x * across)), Emu(emu(rect.y * down))
            shape.width, shape.height = Emu(emu(rect.width * across)), Emu(emu(rect.height * down))
        styles = master.element.find(qn("p:txStyles"))
        title = styles.find(f"{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
        title.set("algn", "l")
        title.find(qn("a:defRPr")).set("sz", str(round(TITLE_SIZE * 100)))
        title.find(qn("a:defRPr")).set("b", "1")
        for style in styles.iter(qn("a:defRPr")):
            if style.get("sz"):
                style.set("sz", str(round(int(style.get("sz")) * min(across, down))))

    def _keep_layouts(self, language: str) -> None:
        layouts = self.presentation.slide_layouts
        for layout in list(layouts):
            if layout.name not in _LAYOUTS:
                layouts.remove(layout)
            elif language == "zh":
                layout.element.cSld.set("name", _LAYOUTS[layout.name])


def _drop(home: OpcPackage | PresentationPart, kind: str) -> None:
    for name, relation in list(home._rels.items()):
        if relation.reltype == kind:
            home._rels.pop(name)


def _colours(theme: Theme) -> str:
    """The colours that a program offers to who goes on drawing: those of the chart."""
    focus = theme.boxes["focus"].fill
    named = {
        "dk1": theme.texts["heading"],
        "lt1": theme.background,
        "dk2": focus,
        "lt2": theme.frame_fill(0),
        "accent1": focus,
        "accent2": theme.links["dotted"].rule,
        "accent3": theme.connector_rule,
        "accent4": theme.colour(3),
        "accent5": theme.colour(2),
        "accent6": theme.colour(5),
        "hlink": focus,
        "folHlink": theme.connector_rule,
    }
    inside = "".join(
        f'<a:{name}><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:{name}>' for name, colour in named.items()
    )
    return f'<a:clrScheme name="posdoc">{inside}</a:clrScheme>'


def _repacked(package: bytes) -> bytes:
    """The same package with its members in a fixed order and without the time at which they were written."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(file, "w") as new:
        for name in sorted(
            old.namelist(), key=lambda name: (not name.startswith("[Content"), not name.startswith("_rels"), name)
        ):
            entry = zipfile.ZipInfo(name, _ZIP_DATE)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            new.writestr(entry, old.read(name))
    return file.getvalue()
