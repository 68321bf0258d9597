"""The kinds of findings about the shape of definitions (POS101 to POS189) and about what is set of rules (POS19x)."""

from functools import partial

from posdoc.diagnostics import Kind, Preset, Severity

_kind = partial(Kind, preset=Preset.LEGACY)

UNKNOWN_KEY = _kind("POS101", "unknown-key")
WRONG_TYPE = _kind("POS102", "wrong-type")
MISSING_FIELD = _kind("POS103", "missing-field")
BAD_VALUE = _kind("POS104", "bad-value")
UNKNOWN_OPTION = _kind("POS105", "unknown-option")
EMPTY_VALUE = _kind("POS106", "empty-value", Severity.WARNING)
UNKNOWN_LANGUAGE = _kind("POS107", "unknown-language")
BAD_FILE_NAME = _kind("POS108", "bad-file-name")
UNIT_WITHOUT_FILE = _kind("POS109", "unit-without-file")
OUT_OF_RANGE = _kind("POS110", "value-out-of-range")
NOT_HANDED_DOWN = _kind("POS111", "default-not-allowed")
CYCLIC_BASE = _kind("POS112", "based-on-cycle")
UNKNOWN_LABEL = _kind("POS113", "unknown-label")

UNKNOWN_RULE = _kind("POS190", "unknown-rule")
UNUSED_SUPPRESSION = _kind("POS191", "unused-suppression", Severity.WARNING)
BAD_SUPPRESSION = _kind("POS192", "bad-suppression", Severity.WARNING)
NOT_SUPPRESSIBLE = _kind("POS193", "not-suppressible")
