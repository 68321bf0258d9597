"""Native drawings in a Word file of their own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from posdoc.resources import templates_folder
from tests.word.samples import W

_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1290" w:bottom="1134" w:left="1290" '
    'w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
)


def document(runs: Sequence[str]) -> bytes:
    """A Word file with a paragraph for each run, on upright A4 pages; styles and the like are the standard form's."""
    paragraphs = "".join(f"<w:p>{run}</w:p>" for run in runs)
    body = f"<w:document {W}><w:body>{paragraphs}{_PAGE}</w:body></w:document>"
    file = io.BytesIO()
    with zipfile.ZipFile(templates_folder() / "standard.docx") as form, zipfile.ZipFile(file, "w") as package:
        for name in form.namelist():
            package.writestr(name, body if name == "word/document.xml" else form.read(name))
    return file.getvalue()
