"""What of a definition is its content: the rest says where it stands, and changing that makes no new version of it."""

from __future__ import annotations

from typing import Final

OF_VERSION: Final = frozenset({
    "number", "version", "revision", "status", "analysed", "written", "approved", "effective", "review_due", "signers",
    "revisions", "source",
})  # fmt: skip
"""The fields of a document that say of which version it is, and not what is in it."""
OF_PLACE: Final = frozenset({"former_ids", "based_on", "order"})
"""The fields of a position or unit that say where it comes from and where it stands in lists; nothing of them is printed.

What is taken over by ``based_on`` counts where it has come to stand.
"""
