"""Redlines: the difference between two documents as changes that Word and WPS accept or reject one by one."""

from __future__ import annotations

from posdoc.word.redline.document import redlined

__all__ = ["redlined"]
