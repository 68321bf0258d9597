"""The kinds of finding that a file of another program can have (POS9xx)."""

from __future__ import annotations

from functools import partial
from typing import Final

from posdoc.diagnostics import Kind, Preset, Severity

_kind = partial(Kind, preset=Preset.LEGACY)
_warning = partial(Kind, severity=Severity.WARNING, preset=Preset.LEGACY)
_info = partial(Kind, severity=Severity.INFO, preset=Preset.LEGACY)

# --- files that are not read at all
FORMAT_UNKNOWN: Final = _kind("POS901", "format-unknown")
FILE_DAMAGED: Final = _kind("POS902", "file-damaged")
FILE_ENCRYPTED: Final = _kind("POS903", "file-encrypted")
FILE_OUT_OF_BOUNDS: Final = _kind("POS904", "file-out-of-bounds")
WRONG_ENDING: Final = _kind("POS905", "wrong-ending")
NEEDS_LIBREOFFICE: Final = _kind("POS906", "needs-libreoffice")
NOTHING_TO_READ: Final = _kind("POS907", "nothing-to-read")

# --- what is passed over in a file that is read
DELETED_TEXT: Final = _info("POS911", "deleted-text")
PICTURE_NOT_READ: Final = _warning("POS912", "picture-not-read")
VALUE_NOT_CALCULATED: Final = _warning("POS913", "value-not-calculated")
LINK_NOT_FOLLOWED: Final = _info("POS914", "link-not-followed")
DRAWING_WITHOUT_LINES: Final = _warning("POS915", "drawing-without-lines")
HIDDEN_CONTENT: Final = _info("POS916", "hidden-content")

# --- faults in the text of a source, and what its reading leaves open
NUMBERING_OF_SOURCE: Final = _warning("POS921", "numbering-of-source")
GARBLED_TEXT: Final = _warning("POS922", "garbled-text")
SUM_OF_SOURCE: Final = _warning("POS923", "sum-of-source")
ROW_OUT_OF_PLACE: Final = _warning("POS924", "row-out-of-place")
VALUE_NOT_UNDERSTOOD: Final = _warning("POS925", "value-not-understood")
TITLE_AMBIGUOUS: Final = _warning("POS926", "title-ambiguous")
TITLE_UNKNOWN: Final = _info("POS927", "title-unknown")
PLACEHOLDER_IN_SOURCE: Final = _info("POS928", "placeholder-in-source")

# --- what is read back into a workspace
COLUMN_UNKNOWN: Final = _warning("POS931", "column-unknown")
ROW_UNKNOWN: Final = _warning("POS932", "row-unknown")
CHANGED_ON_BOTH_SIDES: Final = _kind("POS933", "changed-on-both-sides")
CHANGE_NOT_POSSIBLE: Final = _kind("POS934", "change-not-possible")
DOCUMENT_UNKNOWN: Final = _kind("POS935", "document-unknown")
