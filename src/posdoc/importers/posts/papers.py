"""Fills who signs a document, and its attachments and revisions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import is_nothing

_BLANK_DATE = re.compile(r"[\s\d—–_-]*年[\s—–_-]*月[\s—–_-]*日")


class Papers:
    """The parts of ``document`` that are lists of records; its plain fields go the way of other fields."""

    def __init__(self, draft: Draft, fields: object) -> None:
        self.draft = draft
        self._fields = fields
        self._path = ""

    def heading(self, path: str, bit: Bit) -> None:
        """The part that follows."""
        self._path = path
        self._fields.heading(path, bit)  # type: ignore[attr-defined]

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A role with a name, or a field."""
        filled = [bit for bit in bits if bit and not is_nothing(bit.text) and not _BLANK_DATE.fullmatch(bit.text)]
        if path.startswith("document.signers."):
            self._signer(path.rpartition(".")[2], filled)
        elif path == "document.attachments":
            for bit in filled:
                self._attachment(item_of(bit).body)
        elif path in ("document.signers", "document.revisions"):
            return
        elif filled:
            self._fields.pair(path, filled)  # type: ignore[attr-defined]

    def text(self, item: Item) -> None:
        """A line below a heading."""
        if self._path.startswith("document.signers."):
            self._name(item.body)
            return
        if self._path == "document.signers":
            return
        if self._path == "document.attachments":
            if not is_nothing(item.text):
                self._attachment(item.body)
        elif self._path != "document.revisions":
            self._fields.text(item)  # type: ignore[attr-defined]

    def _signer(self, role: str, bits: Sequence[Bit]) -> None:
        signers = self.draft.data.setdefault("document", {}).setdefault("signers", [])
        if any((one if isinstance(one, str) else one["role"]) == role for one in signers):
            return
        name = bits[0] if bits and len(bits[0].text) <= 20 else None
        signers.append({"role": role, "name": name.text} if name else role)
        self.draft.trace(f"document.signers[{len(signers) - 1}]", [name] if name else [], Confidence.CERTAIN)

    def _name(self, bit: Bit) -> None:
        """The name of the last signer, where it stands below the role."""
        signers = self.draft.data.get("document", {}).get("signers", [])
        if signers and isinstance(signers[-1], str) and len(bit.text) <= 8 and not is_nothing(bit.text):
            signers[-1] = {"role": signers[-1], "name": bit.text}
            self.draft.trace(f"document.signers[{len(signers) - 1}].name", [bit], Confidence.LIKELY)

    def _attachment(self, bit: Bit) -> None:
        self.draft.add("document.attachments", bit.text, [bit], Confidence.LIKELY)
