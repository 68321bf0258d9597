"""The kinds of findings about the shape of definitions: codes POS101 to POS199."""

from posdoc.diagnostics import Kind, Severity

UNKNOWN_KEY = Kind("POS101", "unknown-key")
WRONG_TYPE = Kind("POS102", "wrong-type")
MISSING_FIELD = Kind("POS103", "missing-field")
BAD_VALUE = Kind("POS104", "bad-value")
UNKNOWN_OPTION = Kind("POS105", "unknown-option")
EMPTY_VALUE = Kind("POS106", "empty-value", Severity.WARNING)
UNKNOWN_LANGUAGE = Kind("POS107", "unknown-language")
BAD_FILE_NAME = Kind("POS108", "bad-file-name")
UNIT_WITHOUT_FILE = Kind("POS109", "unit-without-file")
OUT_OF_RANGE = Kind("POS110", "value-out-of-range")
NOT_HANDED_DOWN = Kind("POS111", "default-not-allowed")
CYCLIC_BASE = Kind("POS112", "based-on-cycle")
UNKNOWN_LABEL = Kind("POS113", "unknown-label")
