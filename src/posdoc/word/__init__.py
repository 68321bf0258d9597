"""Word documents from forms: the only writer of OOXML documents.

A form is a Word file with tags (``{{ field }}``, ``{%p if … %}``, ``{%tr for … %}``). It is opened, patched and
compiled once; a document is then one string render of each part that has tags, and one zip.
"""

from posdoc.word.drawing import draw_inline
from posdoc.word.form import Form, Metadata

__all__ = ["Form", "Metadata", "draw_inline"]
