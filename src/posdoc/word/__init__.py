"""Word documents from forms: the only writer of OOXML documents.

A form is a Word file with tags (``{{ field }}``, ``{%p if … %}``, ``{%tr for … %}``). It is opened, patched and
compiled once; a document is then one string render of each part that has tags, and one zip.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from posdoc.word.drawing import count_ids, draw_inline, emptied
    from posdoc.word.environment import Drawing
    from posdoc.word.form import Form, Metadata, inserts_jobs
    from posdoc.word.pictures import Pictures
    from posdoc.word.watermark import watermark_run

__all__ = [
    "Drawing", "Form", "Metadata", "Pictures", "count_ids", "draw_inline", "emptied", "inserts_jobs", "watermark_run",
]  # fmt: skip
_HOMES = {
    "Drawing": "environment", "Form": "form", "Metadata": "form", "Pictures": "pictures", "count_ids": "drawing",
    "draw_inline": "drawing", "emptied": "drawing", "inserts_jobs": "form", "watermark_run": "watermark",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import what is asked for: a form can be rendered without what draws charts."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
