"""Reads ``reviews.yaml``: the review stamps that posdoc has written."""

from __future__ import annotations

from posdoc.load.convert import read_fields
from posdoc.load.reading import Reading
from posdoc.model import Reviews
from posdoc.source import Node


def read_reviews(node: Node, reading: Reading) -> Reviews | None:
    """The stamps as far as they can be read; what cannot be read is reported. None where nothing of the file can be."""
    fields = read_fields(Reviews, node, reading)
    return None if fields is None else Reviews.build(*fields)
