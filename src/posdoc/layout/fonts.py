"""Chinese glyphs for Graphviz wherever it runs, without asking which fonts are installed.

A small fontconfig file lists the system's own configuration and the folder of the bundled Noto Sans CJK. It is
named in ``FONTCONFIG_FILE`` while Graphviz draws. Where the user has set ``FONTCONFIG_FILE`` or ``FONTCONFIG_PATH``,
what they name takes the place of the system's configuration.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from html import escape
from importlib.util import find_spec
from pathlib import Path

_VARIABLE = "FONTCONFIG_FILE"
_FOLDERS = ("/etc/fonts", "/usr/local/etc/fonts", "/opt/homebrew/etc/fonts")
_BOLD_BY_MACHINE = """  <match target="font">
    <test name="weight" compare="less_eq"><const>medium</const></test>
    <test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>
    <edit name="embolden" mode="assign"><bool>true</bool></edit>
    <edit name="weight" mode="assign"><const>bold</const></edit>
  </match>"""


@contextmanager
def chinese_fonts() -> Iterator[None]:
    """While this is open, Graphviz finds Chinese glyphs. Afterwards the environment is as it was."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(_config_file())
    try:
        yield
    finally:
        os.environ.pop(_VARIABLE)
        if before is not None:
            os.environ[_VARIABLE] = before


@cache
def _config_file() -> Path:
    """The fontconfig file, written once for each user (or for each run, where there is no place to keep it)."""
    data = fontconfig(_font_folder(), _system_files()).encode()
    name = f"fonts-{hashlib.sha256(data).hexdigest()[:16]}.conf"
    for folder in _places():
        try:
            return _written(folder / name, data)
        except OSError:
            continue
    raise FileNotFoundError(name)


def _places() -> Iterator[Path]:
    """Where the file may lie: the user's cache, where there is a home folder, else a folder that goes with this run."""
    with suppress(RuntimeError):
        yield _cache_folder()
    made = Path(tempfile.mkdtemp(prefix="posdoc-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    yield made


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
    """The configuration that holds without posdoc: what the environment names, as fontconfig reads it."""
    folders = [folder for folder in os.environ.get("FONTCONFIG_PATH", "").split(os.pathsep) if folder]
    file = os.environ.get(_VARIABLE)
    if file:
        named = os.path.expanduser(file)  # noqa: PTH111 - Path's fails without a home folder
        places = [named] if os.path.isabs(named) else [str(Path(folder, named)) for folder in (*folders, *_FOLDERS)]
        return [next(filter(os.path.isfile, places), places[0])]
    return [str(Path(folder, "fonts.conf")) for folder in folders or _FOLDERS]


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
