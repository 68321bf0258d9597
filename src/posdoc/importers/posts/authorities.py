"""Fills authority: what the incumbent may decide, propose or carry out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of, titled
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import is_nothing, option_of
from posdoc.model.relations import AuthorityAct


class Authorities:
    """What the incumbent may do, by kind where headings say so."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._kind = self._act = ""

    def heading(self, path: str, bit: Bit) -> None:  # noqa: ARG002 - the path says all
        """The kind of what follows, or how it may be done."""
        part = path.partition(".")[2]
        self._act = part.removeprefix("act.") if part.startswith("act.") else ""
        if not self._act:
            self._kind = part

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A kind with what may be done; or how it may be done, with what."""
        self.heading(path, bits[0] if bits else None)  # type: ignore[arg-type]
        for bit in bits:
            if bit and not is_nothing(bit.text):
                self.text(item_of(bit))
        if any(bits):
            self._act = ""

    def text(self, item: Item) -> None:
        """One thing that may be done; ``决定：…（限额：…）`` in posdoc's own spelling is taken apart."""
        if is_nothing(item.text):
            return
        body = item.body.stripped("；;")
        several = _run_together(body)
        if len(several) > 1:
            for bit in several:
                self.draft.add("authority", bit.text, [bit], Confidence.GUESSED)
            return
        found: dict[str, str] = {"kind": self._kind} if self._kind else {}
        parted = titled(body)
        act = option_of(AuthorityAct, parted[0].text) if parted else None
        if parted and act:
            found["act"] = act
            parted[0].label()
            body = parted[1]
        elif self._act:
            found["act"] = self._act
        text, limit = body.text, None
        match = re.search(r"[（(](?:限额|Limit)[:：]\s*(.*)[)）]$", text)
        if match:
            text, limit = text[: match.start()].strip(), match[1]
        found["text"] = text
        if limit:
            found["limit"] = limit
        self.draft.add("authority", found if len(found) > 1 else text, [body], Confidence.LIKELY)


def _run_together(bit: Bit) -> list[Bit]:
    """The parts of a text without signs in which several rights were run together: …的决定权对…的建议权."""
    if re.search(r"[。；;，,]", bit.text):
        return [bit]
    cuts = [0, *(match.start() for match in re.finditer(r"(?<=权)(?=对|要求)", bit.text)), len(bit.text)]
    return [bit.part(start, end) for start, end in zip(cuts, cuts[1:], strict=False)]
