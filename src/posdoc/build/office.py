"""PDF files through LibreOffice, many documents in one call."""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from posdoc.errors import MissingToolError, OutputError
from posdoc.phrases import Phrase

BATCH = 40
SECONDS_A_DOCUMENT, SECONDS_TO_START = 20, 120
BYTES_A_SECOND = 2_000
"""The least that LibreOffice gets done: a handbook of a department with its drawings takes it minutes."""
_WINDOWS = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_MAC = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)


def find_office() -> str:
    """The LibreOffice program. Raises MissingToolError where it is not installed."""
    places = {"win32": _WINDOWS, "darwin": _MAC}.get(sys.platform, ())
    found = os.environ.get("POSDOC_SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    found = found or next((place for place in places if Path(place).is_file()), None)
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
    try:
        return bool(find_office())
    except MissingToolError:
        return False


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
        made += _convert(office, documents[start : start + BATCH])
    return made


def _convert(office: str, documents: Sequence[bytes]) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="posdoc-pdf-") as name:
        folder = Path(name)
        sources = [folder / f"{number}.docx" for number in range(len(documents))]
        for source, data in zip(sources, documents, strict=True):
            source.write_bytes(data)
        _run(office, folder, sources)
        results = [source.with_suffix(".pdf") for source in sources]
        missing = next((result for result in results if not result.is_file()), None)
        if missing is not None:
            raise OutputError(
                Phrase("LibreOffice 没有生成 PDF", "LibreOffice made no PDF"),
                Phrase("关闭正在运行的 LibreOffice 后再试", "close LibreOffice if it is open, and try again"),
            )
        return [result.read_bytes() for result in results]


def _run(office: str, folder: Path, sources: Sequence[Path]) -> None:
    """Run LibreOffice with a profile of its own, so that an open window does not get in the way."""
    profile = (folder / "profile").as_uri()
    command = [office, "--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
    size = sum(source.stat().st_size for source in sources)
    seconds = SECONDS_TO_START + SECONDS_A_DOCUMENT * len(sources) + size / BYTES_A_SECOND
    try:
        _wait([*command, "--outdir", str(folder), *map(str, sources)], seconds)
    except subprocess.TimeoutExpired as error:
        raise OutputError(Phrase("LibreOffice 没有在限定时间内完成", "LibreOffice did not finish in time")) from error
    except OSError as error:
        raise MissingToolError(Phrase(f"无法运行 {office}", f"cannot run {office}")) from error


def _wait(command: Sequence[str], seconds: float) -> None:
    """Run a program to its end; whatever interrupts that ends the program too, and what it has started."""
    null, own_group = subprocess.DEVNULL, sys.platform != "win32"
    with subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=own_group) as process:
        try:
            process.wait(seconds)
        except BaseException:
            if own_group:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            raise
