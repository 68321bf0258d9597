"""The form ``standard``: ruled tables down the page, shaded section rows, two pairs of label and value in a row."""

from __future__ import annotations

from posdoc.word.kind import Kind
from templates.designers.parts import package
from templates.designers.pieces import tagged
from templates.designers.sections import sections

KIND = Kind("position", "standard")


def design() -> bytes:
    """The Word file."""
    heading = tagged("{{ form_title }}", "Title") + tagged("{{ position.title }}", "Subtitle", "title")
    return package(heading + sections(), KIND)
