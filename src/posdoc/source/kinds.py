"""The kinds of finding that reading a file can have (POS0xx).

Every hazard of a hand-written YAML file has one kind, so that a reader can look it up by its code.
"""

from __future__ import annotations

from typing import Final

from posdoc.diagnostics import Kind

YAML_SYNTAX: Final = Kind("POS001", "yaml-syntax")
EMPTY_FILE: Final = Kind("POS002", "empty-file")
NESTING_TOO_DEEP: Final = Kind("POS003", "nesting-too-deep")
ALIAS_OR_MERGE: Final = Kind("POS004", "alias-or-merge")
DUPLICATE_KEY: Final = Kind("POS005", "duplicate-key")
NOT_UTF8: Final = Kind("POS006", "not-utf8")
MISPLACED_BOM: Final = Kind("POS007", "misplaced-bom")
TAB_INDENTATION: Final = Kind("POS008", "tab-indentation")
WIDE_SPACE_INDENTATION: Final = Kind("POS009", "wide-space-indentation")
FULL_WIDTH_SYNTAX: Final = Kind("POS010", "full-width-syntax")
FORBIDDEN_CHARACTER: Final = Kind("POS011", "forbidden-character")
BIDI_CONTROL: Final = Kind("POS012", "bidi-control")
YAML_TAG: Final = Kind("POS013", "yaml-tag")
SEVERAL_DOCUMENTS: Final = Kind("POS014", "several-documents")
UNREADABLE_FILE: Final = Kind("POS015", "unreadable-file")
FILE_TOO_LARGE: Final = Kind("POS016", "file-too-large")
KEY_NOT_TEXT: Final = Kind("POS017", "key-not-text")
