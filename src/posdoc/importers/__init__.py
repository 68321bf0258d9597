"""Reads files of other programs into definitions of positions, with a report of what was not read."""
