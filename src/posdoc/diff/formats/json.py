"""A difference for programs; ``docs/guide/diff.schema.json`` describes it."""

from __future__ import annotations

import json

from posdoc.diff.changes import Difference
from posdoc.diff.recipe import recipe_of


def write(difference: Difference, names: tuple[str, str], language: str, color: bool) -> str:  # noqa: ARG001
    """The recipe from the old state to the new one, with what both are called."""
    whole = {"old": names[0], "new": names[1], **recipe_of(difference)}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
