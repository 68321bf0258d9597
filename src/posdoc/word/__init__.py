"""Word documents from forms: the only writer of OOXML documents.

A form is a Word file with tags (``{{ field }}``, ``{%p if … %}``, ``{%tr for … %}``). It is opened, patched and
compiled once; a document is then one string render of each part that has tags, and one zip.
"""

from posdoc.word.drawing import count_ids, draw_inline, emptied
from posdoc.word.environment import Drawing
from posdoc.word.form import Form, Metadata, inserts_jobs
from posdoc.word.pictures import Pictures
from posdoc.word.watermark import watermark_run

__all__ = ["Drawing", "Form", "Metadata", "Pictures", "count_ids", "draw_inline", "emptied", "inserts_jobs", "watermark_run"]
