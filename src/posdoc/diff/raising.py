"""What a definition states of its document when the version is raised, and when it is approved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from posdoc.diff.versions import Version
from posdoc.source.plain_data import Data, Read

PENDING, APPROVED = "in_review", "approved"


class Signature(NamedTuple):
    """When a version was raised or approved, as YYYY-MM-DD, and by whom; nobody where that is empty."""

    date: str
    by: str = ""


def raised(data: Read, version: Version, text: Mapping[str, str], signature: Signature) -> dict[str, Data]:
    """The data of a definition in a new version: with a revision that says ``text`` by language, and in review.

    The dates of approval and of coming into force were those of the version before.
    """
    document = _document(data)
    revisions = document.get("revisions", [])
    entry: dict[str, Data] = {"version": str(version), "date": signature.date}
    if any(text.values()):
        entry["text"] = next(iter(text.values())) if len(text) == 1 else dict(text)
    if signature.by:
        entry["author"] = signature.by
    kept = {key: value for key, value in document.items() if key not in ("approved", "effective")}
    kept |= {"version": version.version}
    if version.revision:
        kept["revision"] = version.revision
    made = {**kept, "status": PENDING, "written": signature.date}
    return _with(data, {**made, "revisions": [*(revisions if isinstance(revisions, list) else []), entry]})


def approved(data: Mapping[str, Data], signature: Signature, effective: str = "") -> dict[str, Data]:
    """The data of a definition whose version is approved; in force from that day on unless it is said else."""
    document = {**_document(data), "status": APPROVED, "approved": signature.date}
    return _with(data, document | {"effective": effective or signature.date})


def is_pending(data: Read) -> bool:
    """Whether a definition has a version that is yet to be approved: changes belong to it, and make no new one."""
    document = _document(data)
    return bool(document.get("version")) and document.get("status") in ("draft", PENDING)


def _document(data: Data) -> dict[str, Data]:
    held = data.get("document") if isinstance(data, Mapping) else None
    return dict(held) if isinstance(held, Mapping) else {}


def _with(data: Data, document: Mapping[str, Data]) -> dict[str, Data]:
    return {**(data if isinstance(data, Mapping) else {}), "document": document}
