"""What a file is, by its bytes and not by its ending."""

from __future__ import annotations

from enum import Enum

from posdoc.importers.package import open_package
from posdoc.phrases import Phrase

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_WEB = (b"<html", b"<!doctype html", b"<table", b"<meta", b"mime-version:")
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_START = 512


class Content(Enum):
    """What is in a file. The value is the ending that such files have, as LibreOffice knows it."""

    DOCX = "docx"
    XLSX = "xlsx"
    DOC = "doc"
    RTF = "rtf"
    ODT = "odt"
    XLS = "xls"
    XLSB = "xlsb"
    ODS = "ods"
    TEXT = "txt"
    WEB = "html"
    XML = "xml"
    PDF = "pdf"
    PICTURE = "png"
    PRESENTATION = "pptx"
    ENCRYPTED = ""
    OTHER = "bin"

    @property
    def words(self) -> Phrase:
        """What it is called."""
        return _WORDS[self]


_WORDS = {
    Content.DOCX: Phrase("Word 文档（.docx）", "a Word document (.docx)"),
    Content.XLSX: Phrase("Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"),
    Content.DOC: Phrase("旧格式的 Word 文件（.doc）", "a Word file of the old format (.doc)"),
    Content.RTF: Phrase("RTF 文件（.rtf）", "an RTF file (.rtf)"),
    Content.ODT: Phrase("OpenDocument 文本（.odt）", "an OpenDocument text (.odt)"),
    Content.XLS: Phrase("旧格式的 Excel 文件（.xls）", "an Excel file of the old format (.xls)"),
    Content.XLSB: Phrase("二进制 Excel 工作簿（.xlsb）", "a binary Excel workbook (.xlsb)"),
    Content.ODS: Phrase("OpenDocument 表格（.ods）", "an OpenDocument spreadsheet (.ods)"),
    Content.TEXT: Phrase("文本文件（.txt、.csv）", "a text (.txt, .csv)"),
    Content.WEB: Phrase("网页（.html）", "a web page (.html)"),
    Content.XML: Phrase("XML 文件", "an XML file"),
    Content.PDF: Phrase("PDF 文件", "a PDF file"),
    Content.PICTURE: Phrase("图片", "a picture"),
    Content.PRESENTATION: Phrase("PowerPoint 演示文稿", "a PowerPoint presentation"),
    Content.ENCRYPTED: Phrase("加密的文件", "an encrypted file"),
    Content.OTHER: Phrase("其他程序的文件", "a file of another program"),
}


def content_of(data: bytes, name: str) -> Content:
    """What is in a file; ``name`` is for messages. Raises Refused for a zip file that is damaged or unsafe."""
    if data.startswith(_OLE):
        return _of_ole(data)
    if data.startswith(b"PK"):
        return _of_zip(data, name)
    start = data[:_START].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"{\\rtf"):
        return Content.RTF
    if start.startswith(b"%pdf"):
        return Content.PDF
    if data.startswith(_PICTURES):
        return Content.PICTURE
    if start.startswith(b"<?xml"):
        return Content.WEB if b"<html" in start else Content.XML
    return Content.WEB if start.startswith(_WEB) else Content.TEXT


def _of_ole(data: bytes) -> Content:
    """The old formats of Office, and what a password has closed, by the names in the directory (UTF-16)."""
    for stream, content in (
        ("EncryptedPackage", Content.ENCRYPTED),
        ("WordDocument", Content.DOC),
        ("Workbook", Content.XLS),
        ("Book", Content.XLS),
    ):
        if f"{stream}\0".encode("utf-16-le") in data:
            return content
    return Content.OTHER


def _of_zip(data: bytes, name: str) -> Content:
    if data[30 : 30 + len(_OPEN_DOCUMENT)] == _OPEN_DOCUMENT:
        kind = data[30 + len(_OPEN_DOCUMENT) :]
        return (
            Content.ODT
            if kind.startswith(b"text")
            else Content.ODS
            if kind.startswith(b"spreadsheet")
            else Content.OTHER
        )
    names = [part.lower() for part in open_package(data, name).names]
    if any(part.startswith("word/") for part in names):
        return Content.DOCX
    if any(part.startswith("xl/") for part in names):
        return Content.XLSB if "xl/workbook.bin" in names else Content.XLSX
    return Content.PRESENTATION if any(part.startswith("ppt/") for part in names) else Content.OTHER
