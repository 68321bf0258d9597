"""Word files made from raw XML, as Word and other programs write it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from posdoc.importers.pieces import Foreign, Paragraph, Table, paragraphs_in
from posdoc.importers.word import read_word

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W_NAMESPACE,
        "r": OFFICE,
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    f'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/></Types>'
)


def relations(targets: Mapping[str, tuple[str, str]] | Iterable[tuple[str, str]], external: bool = False) -> str:
    """A part of relationships: id, kind and target of each; without ids they are ``r1``, ``r2``, …"""
    found = targets.items() if isinstance(targets, Mapping) else ((f"r{n}", each) for n, each in enumerate(targets, 1))
    mode = ' TargetMode="External"' if external else ""
    inside = "".join(
        f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for identity, (kind, target) in found
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def part(kind: str, inside: str) -> str:
    """A part of WordprocessingML such as ``styles``."""
    return f"<w:{kind} {NAMESPACES}>{inside}</w:{kind}>"


def word_file(body: str, rels: str | None = None, **parts: str) -> bytes:
    """A Word file; ``parts`` are the insides of further parts by their kind (``styles``, ``numbering``, ``header``)."""
    roots = {"header": "hdr", "footer": "ftr"}
    kinds = {kind: (kind, f"{kind}.xml") for kind in parts}
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": rels or relations(kinds),
            **{f"word/{kind}.xml": part(roots.get(kind, kind), inside) for kind, inside in parts.items()},
        }
    )


def read(body: str, rels: str | None = None, **parts: str) -> Foreign:
    return read_word(word_file(body, rels, **parts), "file.docx")


def texts(file: Foreign) -> list[str]:
    """The text of every paragraph in reading order, each behind its number."""
    return [f"{line.number} {line.text}".strip() for line in paragraphs_in(file.pieces)]


def only(file: Foreign) -> Paragraph:
    (line,) = paragraphs_in(file.pieces)
    return line


def only_table(file: Foreign) -> Table:
    (table,) = (piece for piece in file.pieces if isinstance(piece, Table))
    return table


def codes(file: Foreign) -> list[str]:
    return [finding.name for finding in file.findings]


def r(inside: str, properties: str = "") -> str:
    """A run; what is no markup is a text."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    text = inside if inside.startswith("<") else f'<w:t xml:space="preserve">{inside}</w:t>'
    return f"<w:r>{rpr}{text}</w:r>"


def p(inside: str, properties: str = "") -> str:
    """A paragraph; what is no markup is one run."""
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}{inside if inside.startswith('<') else r(inside)}</w:p>"


def tc(inside: str, properties: str = "") -> str:
    """A cell; what is no markup is one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside if inside.startswith('<') else p(inside)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    trpr = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{trpr}{''.join(cell if cell.startswith('<') else tc(cell) for cell in cells)}</w:tr>"


def tbl(*rows: str, columns: int = 2) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def sdt(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def field(instruction: str, result: str | None = None, begin: str = "") -> str:
    """A complex field; without a result it has no ``separate`` mark either. ``begin`` stands in its first mark."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{begin}</w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
