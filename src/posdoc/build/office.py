"""PDF files through LibreOffice, many documents in one call."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from posdoc.errors import MissingToolError
from posdoc.libreoffice import convert, find_program
from posdoc.phrases import Phrase

BATCH = 40


def find_office() -> str:
    """The LibreOffice program. Raises MissingToolError where it is not installed."""
    found = find_program()
    if found is None:
        raise MissingToolError(
            Phrase(
                "生成 PDF 需要 LibreOffice，本机没有找到", "PDF needs LibreOffice, which was not found on this machine"
            ),
            Phrase(
                "安装 LibreOffice（libreoffice.org），或只生成 docx 后在 Word 中另存为 PDF",
                "install LibreOffice (libreoffice.org), or make docx and save as PDF from Word",
            ),
        )
    return found


def has_office() -> bool:
    """Whether LibreOffice is there."""
    return find_program() is not None


def headings_of(pdf: bytes) -> list[tuple[str, int]]:
    """The headings of a PDF that LibreOffice has made, in order, each with its page from 1."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    found: list[tuple[str, int]] = []
    waiting: list[Any] = list(reversed(reader.outline))
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, list):
            waiting += reversed(entry)
        else:
            page = reader.get_destination_page_number(entry)
            found.append((str(entry.title), (page if page is not None else -1) + 1))
    return found


def to_pdf(documents: Sequence[bytes]) -> list[bytes]:
    """Each Word document as a PDF, in their order."""
    office = find_office()
    made: list[bytes] = []
    for start in range(0, len(documents), BATCH):
        made += convert(office, documents[start : start + BATCH], ("docx", "pdf"))
    return made
