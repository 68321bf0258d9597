"""Runs LibreOffice, which turns documents of one format into another, many in one call."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from posdoc.errors import MissingToolError, OutputError
from posdoc.phrases import Phrase

SECONDS_A_DOCUMENT, SECONDS_TO_START = 20, 120
BYTES_A_SECOND = 2_000
"""The least that LibreOffice gets done: a handbook of a department with its drawings takes it minutes."""
_WINDOWS = (
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_MAC = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
_CAUTION = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">\
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" \
oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop>\
</item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop>\
</item>
</oor:items>
"""
"""Settings for files from elsewhere: no macros, and nothing is fetched that a file links to."""


def find_program() -> str | None:
    """The LibreOffice program, or None where it is not installed."""
    places = {"win32": _WINDOWS, "darwin": _MAC}.get(sys.platform, ())
    found = os.environ.get("POSDOC_SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in places if Path(place).is_file()), None)


def convert(
    program: str, documents: Sequence[bytes], endings: tuple[str, str], *, with_caution: bool = False, at_once: int = 1
) -> list[bytes]:
    """Each document turned from the first format of ``endings`` (such as ``docx``) into the second, in their order.

    ``with_caution`` is for files from elsewhere; ``at_once`` is how many processes share the work. Raises OutputError
    where LibreOffice makes nothing or takes too long.
    """
    before, after = endings
    with tempfile.TemporaryDirectory(prefix="posdoc-office-") as name:
        folder = Path(name)
        sources = [folder / f"{number}.{before}" for number in range(len(documents))]
        for source, data in zip(sources, documents, strict=True):
            source.write_bytes(data)
        made = folder / "made"
        made.mkdir()
        profiles = [
            _profile(folder / f"profile-{number}", with_caution) for number in range(min(at_once, len(sources)))
        ]
        _run(program, (profiles, made), sources, after)
        results = [made / f"{source.stem}.{after}" for source in sources]
        if not all(result.is_file() for result in results):
            raise OutputError(
                Phrase(f"LibreOffice 没有生成 {after.upper()}", f"LibreOffice made no {after.upper()}"),
                Phrase("关闭正在运行的 LibreOffice 后再试", "close LibreOffice if it is open, and try again"),
            )
        return [result.read_bytes() for result in results]


def _profile(folder: Path, with_caution: bool) -> Path:
    """Settings of its own for a process, so that neither an open window nor another process gets in its way."""
    if with_caution:
        (folder / "user").mkdir(parents=True)
        (folder / "user" / "registrymodifications.xcu").write_text(_CAUTION, encoding="utf-8")
    return folder


def _run(program: str, folders: tuple[Sequence[Path], Path], sources: Sequence[Path], after: str) -> None:
    """Run LibreOffice once for each profile, which share the documents."""
    profiles, made = folders
    size = sum(source.stat().st_size for source in sources)
    seconds = SECONDS_TO_START + SECONDS_A_DOCUMENT * len(sources) + size / BYTES_A_SECOND
    commands = [
        [program, "--headless", "--norestore", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", after,
         "--outdir", str(made), *map(str, sources[number :: len(profiles)])]
        for number, profile in enumerate(profiles)
    ]  # fmt: skip
    try:
        _wait(commands, seconds)
    except subprocess.TimeoutExpired as error:
        raise OutputError(Phrase("LibreOffice 没有在限定时间内完成", "LibreOffice did not finish in time")) from error
    except OSError as error:
        raise MissingToolError(Phrase(f"无法运行 {program}", f"cannot run {program}")) from error


def _wait(commands: Sequence[Sequence[str]], seconds: float) -> None:
    """Run programs at once, to their ends; whatever interrupts that ends them too, and what they have started."""
    null, own_group = subprocess.DEVNULL, sys.platform != "win32"
    running: list[subprocess.Popen[bytes]] = []
    deadline = time.monotonic() + seconds
    try:
        for command in commands:
            process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, start_new_session=own_group)
            running.append(process)
        for process in running:
            process.wait(max(0, deadline - time.monotonic()))
    except BaseException:
        for process in running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL) if own_group else process.kill()
                process.wait()
        raise
