"""The kinds of findings about settings of rules and about comments that suppress findings: POS190 to POS199."""

from functools import partial

from posdoc.diagnostics import Kind, Preset, Severity

_kind = partial(Kind, preset=Preset.LEGACY)

UNKNOWN_RULE = _kind("POS190", "unknown-rule")
UNUSED_SUPPRESSION = _kind("POS191", "unused-suppression", Severity.WARNING)
BAD_SUPPRESSION = _kind("POS192", "bad-suppression", Severity.WARNING)
NOT_SUPPRESSIBLE = _kind("POS193", "not-suppressible")
