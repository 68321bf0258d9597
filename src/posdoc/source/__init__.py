"""Reads YAML text into nodes with their places; the only importer of yaml."""

from posdoc.source.nodes import ListNode, MapNode, Node, ScalarNode, SourceFile
from posdoc.source.reader import read_file, read_text

__all__ = ["ListNode", "MapNode", "Node", "ScalarNode", "SourceFile", "read_file", "read_text"]
