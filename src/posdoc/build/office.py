"""PDF files through LibreOffice, many documents in one call."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Sequence
from typing import Any

from posdoc.errors import MissingToolError
from posdoc.libreoffice import convert, find_program
from posdoc.phrases import Phrase

BATCH = 40
WORTH_A_PROCESS = 100_000
"""The length of documents in bytes that is worth the start of a process: some five job descriptions."""


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


def headings_of(pdfs: Iterable[bytes]) -> list[tuple[str, int]]:
    """The headings of PDFs that LibreOffice has made of the portions of a document, in order, each with its page from 1."""
    from pypdf import PdfReader

    found: list[tuple[str, int]] = []
    pages_before = 0
    for pdf in pdfs:
        reader = PdfReader(io.BytesIO(pdf))
        waiting: list[Any] = list(reversed(reader.outline))
        while waiting:
            entry = waiting.pop()
            if isinstance(entry, list):
                waiting += reversed(entry)
            else:
                page = reader.get_destination_page_number(entry)
                found.append((str(entry.title), pages_before + (page if page is not None else -1) + 1))
        pages_before += len(reader.pages)
    return found


def to_pdf(documents: Sequence[bytes], processes: int = 1) -> list[bytes]:
    """Each Word document as a PDF, in their order; made by so many processes at once, where there is enough to do."""
    office = find_office()
    at_once = max(1, min(processes, os.cpu_count() or 1, sum(map(len, documents)) // WORTH_A_PROCESS))
    batch = BATCH * at_once
    made: list[bytes] = []
    for start in range(0, len(documents), batch):
        made += convert(office, documents[start : start + batch], ("docx", "pdf"), at_once=at_once)
    return made
