"""The kinds of findings in templates (POS810 to POS829); POS801 to POS809 are rules about definitions of documents."""

from functools import partial

from posdoc.diagnostics import Kind, Preset, Severity

_kind = partial(Kind, preset=Preset.LEGACY)

UNUSABLE = _kind("POS810", "unusable-form")
UNKNOWN_FIELD = _kind("POS811", "unknown-form-field")
NOT_ALLOWED = _kind("POS812", "tag-not-allowed")
BAD_TAG = _kind("POS813", "bad-tag")
NOT_CLOSED = _kind("POS814", "block-not-closed")
ACROSS = _kind("POS815", "block-across-cells")
BESIDE = _kind("POS816", "text-beside-tag")
FULL_WIDTH = _kind("POS817", "full-width-tag")
MISUSED = _kind("POS818", "misused-field")
DRAWING_IN_TEXT = _kind("POS819", "drawing-in-text")
MENDED = _kind("POS820", "mended-tag", Severity.INFO)
UNPRINTED = _kind("POS821", "unprinted-field", Severity.INFO)
NO_CHINESE_FONT = _kind("POS822", "style-without-chinese-font", Severity.WARNING)
EXTERNAL = _kind("POS823", "external-file")
TRACKED = _kind("POS824", "tag-in-deleted-text", Severity.WARNING)
MAY_BE_MISSING = _kind("POS825", "section-may-be-missing", Severity.WARNING)
