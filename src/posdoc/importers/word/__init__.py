"""Reads Word files (.docx, .docm, .dotx, .dotm) into pieces, in reading order."""

from posdoc.importers.word.document import read_word

__all__ = ["read_word"]
