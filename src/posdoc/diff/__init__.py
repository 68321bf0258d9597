"""What changed between two states of a department: compared by what definitions say, told in many forms."""

from posdoc.diff.changes import Change, Difference, Entry, Subject, SubjectKind
from posdoc.diff.compare import compare

__all__ = ["Change", "Difference", "Entry", "Subject", "SubjectKind", "compare"]
