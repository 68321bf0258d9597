"""The kinds of finding that reading a file can have (POS0xx).

Every hazard of a hand-written YAML file has one kind, so that a reader can look it up by its code.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from posdoc.diagnostics import Kind, Preset

_kind = partial(Kind, preset=Preset.LEGACY)

YAML_SYNTAX: Final = _kind("POS001", "yaml-syntax")
EMPTY_FILE: Final = _kind("POS002", "empty-file")
NESTING_TOO_DEEP: Final = _kind("POS003", "nesting-too-deep")
ALIAS_OR_MERGE: Final = _kind("POS004", "alias-or-merge")
DUPLICATE_KEY: Final = _kind("POS005", "duplicate-key")
NOT_UTF8: Final = _kind("POS006", "not-utf8")
MISPLACED_BOM: Final = _kind("POS007", "misplaced-bom")
TAB_INDENTATION: Final = _kind("POS008", "tab-indentation")
WIDE_SPACE_INDENTATION: Final = _kind("POS009", "wide-space-indentation")
FULL_WIDTH_SYNTAX: Final = _kind("POS010", "full-width-syntax")
FORBIDDEN_CHARACTER: Final = _kind("POS011", "forbidden-character")
BIDI_CONTROL: Final = _kind("POS012", "bidi-control")
YAML_TAG: Final = _kind("POS013", "yaml-tag")
SEVERAL_DOCUMENTS: Final = _kind("POS014", "several-documents")
UNREADABLE_FILE: Final = _kind("POS015", "unreadable-file")
FILE_TOO_LARGE: Final = _kind("POS016", "file-too-large")
KEY_NOT_TEXT: Final = _kind("POS017", "key-not-text")
