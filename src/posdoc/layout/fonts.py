"""Chinese glyphs for Graphviz wherever it runs, without asking which fonts are installed.

A small fontconfig file lists the system's own configuration and the folder of the bundled Noto Sans CJK. It is
named in ``FONTCONFIG_FILE`` while Graphviz draws. A ``FONTCONFIG_FILE`` that the user has set is respected.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html import escape
from importlib.util import find_spec
from pathlib import Path

_VARIABLE = "FONTCONFIG_FILE"
_SYSTEM_FILES = (
    "/etc/fonts/fonts.conf",
    "/usr/local/etc/fonts/fonts.conf",
    "/opt/homebrew/etc/fonts/fonts.conf",
)
_BOLD_BY_MACHINE = """  <match target="font">
    <test name="weight" compare="less_eq"><const>medium</const></test>
    <test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>
    <edit name="embolden" mode="assign"><bool>true</bool></edit>
    <edit name="weight" mode="assign"><const>bold</const></edit>
  </match>"""


@contextmanager
def chinese_fonts() -> Iterator[None]:
    """While this is open, Graphviz finds Chinese glyphs. Afterwards the environment is as it was."""
    if os.environ.get(_VARIABLE):
        yield
        return
    os.environ[_VARIABLE] = str(_config_file())
    try:
        yield
    finally:
        os.environ.pop(_VARIABLE, None)


@cache
def _config_file() -> Path:
    """The fontconfig file, written once for each user (or for each run, where there is no place to keep it)."""
    data = fontconfig(_font_folder(), _system_files()).encode()
    name = f"fonts-{hashlib.sha256(data).hexdigest()[:16]}.conf"
    for folder in (_cache_folder(), Path(tempfile.mkdtemp(prefix="posdoc-"))):
        try:
            return _written(folder / name, data)
        except OSError:
            continue
    raise FileNotFoundError(name)


def _written(path: Path, data: bytes) -> Path:
    """The file with that content; another process may write the same one at the same time."""
    if path.is_file() and path.read_bytes() == data:
        return path
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    os.replace(temporary, path)
    return path


def _cache_folder() -> Path:
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir())
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "posdoc"


def _font_folder() -> Path | None:
    """Where the bundled font lies; the package is located, not imported."""
    spec = find_spec("noto_cjk_sans_otc")
    return Path(spec.origin).parent if spec and spec.origin else None


def _system_files() -> list[str]:
    chosen = os.environ.get("FONTCONFIG_PATH")
    return [str(Path(chosen, "fonts.conf"))] if chosen else list(_SYSTEM_FILES)


def fontconfig(folder: Path | None, system_files: list[str]) -> str:
    """The text of a fontconfig file with the fonts in ``folder`` beside those that the system's files name."""
    includes = [f'  <include ignore_missing="yes">{escape(path)}</include>' for path in system_files]
    folders = [f"  <dir>{escape(str(folder))}</dir>"] if folder else []
    return "\n".join(
        [
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            *includes,
            *folders,
            '  <cachedir prefix="xdg">fontconfig</cachedir>',
            _BOLD_BY_MACHINE,
            "</fontconfig>",
            "",
        ]
    )
