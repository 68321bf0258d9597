"""Draws pinned DOT with Graphviz: embedded in the process, or a ``dot`` program where that is wanted.

The embedded engine is not thread-safe, and file descriptor 2 of the whole process is redirected while it draws:
draw from one thread at a time, and use processes to draw several charts at once.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from posdoc.errors import MissingToolError, PosdocError
from posdoc.layout.fonts import chinese_fonts
from posdoc.phrases import Phrase

# Names a ``dot`` program to use instead of the embedded engine.
DOT_VARIABLE = "POSDOC_DOT"
_LAYOUT = "nop2"
_TIMEOUT = 300
_CREATED = re.compile(rb"/CreationDate \(D:\d{14}[^)]*\)")


class DrawingError(PosdocError):
    """Graphviz cannot draw the chart, or the picture would exceed what the format can hold."""


def render(dot: str, format: str, dpi: int = 72, *, program: str | None = None) -> bytes:
    """Draws DOT source, whose positions are all given, in one of Graphviz's formats.

    ``program`` (or the environment variable ``POSDOC_DOT``) names a ``dot`` program to use instead of the embedded
    engine. Raises MissingToolError without an engine and DrawingError for anything that Graphviz reports as an
    error. Warnings are dropped: the layout is ours.
    """
    chosen = program or os.environ.get(DOT_VARIABLE)
    with chinese_fonts():
        data, said = _run_program(chosen, dot, format, dpi) if chosen else _run_embedded(dot, format, dpi)
    errors = [line for line in said.splitlines() if line.startswith(("Error", "error", "syntax error"))]
    if errors or not data:
        raise _failed("; ".join(errors) or said.strip() or "no output")
    return _undated(data) if format.startswith("pdf") else data


def _undated(data: bytes) -> bytes:
    """A PDF without the hour at which it was made, so that the same chart gives the same bytes."""
    return _CREATED.sub(lambda found: b"/CreationDate (D:19800101000000Z)".ljust(len(found[0])), data, count=1)


def _run_embedded(dot: str, format: str, dpi: int) -> tuple[bytes, str]:
    with tempfile.TemporaryFile() as said:
        data = b""
        failure = ""
        with _stderr_into(said):
            try:
                data = _draw(dot, format, dpi)
            except (ValueError, TypeError) as error:  # pygraphviz trips over a format that is not there
                failure = f"Error: {error}"
        said.seek(0)
        text = said.read().decode(errors="replace")
    return data, f"{text}\n{failure}" if failure and "Error" not in text else text


def _draw(dot: str, format: str, dpi: int) -> bytes:
    try:
        from pygraphviz import AGraph
    except ImportError as error:
        raise _missing() from error
    graph = AGraph(string=dot)
    try:
        graph.graph_attr["dpi"] = str(dpi)
        # pygraphviz's own draw() warns of many nodes unless the layout is marked as known.
        graph.has_layout = True
        return bytes(graph.draw(format=format))
    finally:
        graph.close()


@contextmanager
def _stderr_into(file: IO[bytes]) -> Iterator[None]:
    """Sends what C code writes to file descriptor 2 into ``file``. Does nothing where there is no descriptor 2."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    if sys.stderr is not None:
        sys.stderr.flush()
    os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _run_program(program: str, dot: str, format: str, dpi: int) -> tuple[bytes, str]:
    command = [program, f"-K{_LAYOUT}", f"-T{format}", f"-Gdpi={dpi}"]
    try:
        done = subprocess.run(command, input=dot.encode(), capture_output=True, timeout=_TIMEOUT, check=False)
    except FileNotFoundError as error:
        raise _no_program(program) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed(str(error)) from error
    said = done.stderr.decode(errors="replace")
    return (done.stdout if done.returncode == 0 else b""), said


def _failed(text: str) -> DrawingError:
    return DrawingError(
        Phrase(f"Graphviz 无法画出这张图：{text}", f"Graphviz cannot draw this chart: {text}"),
        _WITHOUT_LAYOUT if f'"{_LAYOUT}"' in text else None,
    )


_WITHOUT_LAYOUT = Phrase(
    "这个 Graphviz 缺少 neato 布局插件；新版 Debian 中它是单独的软件包 libgvplugin-neato-layout8",
    "this Graphviz lacks its neato layouts; on a recent Debian they are a package of their own, libgvplugin-neato-layout8",
)


def _missing() -> MissingToolError:
    return MissingToolError(
        Phrase("缺少画图组件 pygraphviz，无法生成 PNG 或 PDF", "pygraphviz is missing: PNG and PDF cannot be drawn"),
        Phrase(
            f"请运行 pip install pygraphviz，或用环境变量 {DOT_VARIABLE} 指定 dot 程序，或改用 SVG 格式",
            f"run pip install pygraphviz, name a dot program in {DOT_VARIABLE}, or choose SVG",
        ),
    )


def _no_program(program: str) -> MissingToolError:
    return MissingToolError(
        Phrase(f"找不到画图程序“{program}”", f"there is no drawing program {program!r}"),
        Phrase(
            f"请检查环境变量 {DOT_VARIABLE}；不设置它时使用自带的画图组件",
            f"check {DOT_VARIABLE}; without it the embedded engine is used",
        ),
    )
