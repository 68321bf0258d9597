"""Finds the positions in what a foreign file holds: parts it into posts, knows their labels, and fills their fields."""

from posdoc.importers.posts.draft import Confidence, Draft, Trace
from posdoc.importers.posts.file_read import FileRead
from posdoc.importers.posts.labels import Labels, labels_with, standard_labels
from posdoc.importers.posts.values import Title
from posdoc.importers.posts.whole_file import read_posts

__all__ = [
    "Confidence", "Draft", "FileRead", "Labels", "Title", "Trace", "labels_with", "read_posts", "standard_labels",
]  # fmt: skip
